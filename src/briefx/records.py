"""Named tuples whose classes cost next to nothing to create.

``typing.NamedTuple`` checks each annotation and compiles a constructor for each class, and is imported with the whole
of ``typing``; with this many row types that is a good part of the time that one short article takes.
"""
from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]
from functools import cache
from types import CodeType, FunctionType

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is, without the import of typing
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Self

__all__ = ["NamedTuple"]


class _Methods(tuple):  # type: ignore[type-arg]
    """What ``collections.namedtuple`` gives each class, for all classes at once."""

    __slots__ = ()
    _fields: tuple[str, ...]
    _field_defaults: dict[str, Any]

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, **changes: Any) -> Self:
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self))

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"{type(self).__name__}({values})"


class _Kind(type):
    """Makes the classes that derive from ``NamedTuple``: what is annotated in one becomes its fields."""

    def __new__(mcs, name: str, bases: tuple[type, ...], members: dict[str, Any]) -> Any:
        if not bases:
            return super().__new__(mcs, name, bases, members)
        kind: Any = type(name, (_Methods,), {"__slots__": (), **members})
        fields = tuple(kind.__annotations__)
        defaults = {field: members[field] for field in fields if field in members}
        code = _constructor(len(fields)).replace(co_varnames=("_cls", *fields), co_qualname=f"{name}.__new__")
        kind.__new__ = FunctionType(code, {"_new": tuple.__new__}, "__new__", tuple(defaults.values()))
        kind._fields = fields
        kind._field_defaults = defaults
        kind.__match_args__ = fields  # type: ignore[misc]
        for at, field in enumerate(fields):
            setattr(kind, field, _tuplegetter(at, ""))
        return kind


@cache
def _constructor(size: int) -> CodeType:
    """Returns the code of a constructor of a tuple of so many values, whose names are to be replaced."""
    names = "".join(f"_{at}, " for at in range(size))
    constructor: FunctionType = eval(f"lambda _cls, {names}: _new(_cls, ({names}))")
    return constructor.__code__


if TYPE_CHECKING:
    from typing import NamedTuple
else:
    class NamedTuple(metaclass=_Kind):
        """The base of each class of named tuples, as ``typing.NamedTuple`` is."""
