"""The bases of the package's records, which are defined as it starts: ``NamedTuple`` and ``Record``.

``typing.NamedTuple`` compiles a constructor and every annotation anew for each class, 0.3 ms a class, which would be
a third of what the brief of one article costs. Here a constructor is written once for each number of fields and takes
their names. Instances are made as fast, and type checkers see ``typing.NamedTuple`` itself.

A ``Record`` is for what is not given out and whose fields are read one by one, over and over: that takes a sixth of
the time that it takes with a tuple, and so does not making the tuple first. It cannot be unpacked.
"""
from __future__ import annotations

from _collections import _tuplegetter  # type: ignore[import-not-found]
from types import FunctionType

__all__ = ["TYPE_CHECKING", "NamedTuple", "Record"]

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is, without the import of typing
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, NamedTuple, Self, dataclass_transform

    @dataclass_transform(frozen_default=True)
    class Record:
        """The base of a record whose fields are read by name alone: its annotated names are the fields, in order."""

        def _replace(self, /, **changes: Any) -> Self: ...
else:
    _getters = []  # by place of the field, shared by all classes

    class _Record(tuple):
        """What all records have: the methods of ``collections.namedtuple``."""

        __slots__ = ()
        _fields: tuple[str, ...] = ()

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Self:
            return cls(*values)

        def _replace(self, /, **changes: Any) -> Self:
            values = [changes.pop(name, value) for name, value in zip(self._fields, self)]
            if changes:
                raise ValueError(f"no such field: {', '.join(changes)}")
            return tuple.__new__(type(self), values)

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self))

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

    class _Maker(type):
        """Makes a tuple's subclass of a class statement."""

        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            if not bases:
                return type.__new__(cls, name, bases, namespace)
            fields, defaults = _fields(name, namespace)
            for at, field in enumerate(fields):
                if at == len(_getters):
                    _getters.append(_tuplegetter(at, None))
                namespace[field] = _getters[at]
            namespace |= {"__slots__": (), "_fields": fields, "__match_args__": fields,
                          "__new__": _constructor(name, fields, defaults)}
            return type(name, (_Record,), namespace)

    def _fields(name: str, namespace: dict[str, Any]) -> tuple[tuple[str, ...], tuple[Any, ...]]:
        """The fields of a class statement, and the defaults of the last of them."""
        fields = tuple(namespace.get("__annotations__", ()))
        defaults = {field: namespace[field] for field in fields if field in namespace}
        if tuple(defaults) != fields[len(fields) - len(defaults):]:
            raise TypeError(f"{name}: a field without a default follows one with a default")
        return fields, tuple(defaults.values())

    def _constructor(name: str, fields: tuple[str, ...], defaults: tuple[Any, ...]) -> Any:
        if len(fields) >= len(_CONSTRUCTORS):
            raise TypeError(f"{name}: no constructor is written for {len(fields)} fields")
        code = _CONSTRUCTORS[len(fields)].__code__
        code = code.replace(co_varnames=("_cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__")
        return FunctionType(code, globals(), "__new__", defaults)

    _new = tuple.__new__
    # By number of fields.
    _CONSTRUCTORS = (
        lambda _cls: _new(_cls, ()),
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m, n)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p:
            _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q:
            _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r:
            _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r)),
    )

    class NamedTuple(metaclass=_Maker):
        """The base of a record: its annotated names are the fields, in order."""

    # The constructors of what has so many fields; their attributes take the names of the fields.
    def _init_0(self):
        pass

    def _init_1(self, a):
        self.a = a

    def _init_2(self, a, b):
        self.a = a; self.b = b

    def _init_3(self, a, b, c):
        self.a = a; self.b = b; self.c = c

    def _init_4(self, a, b, c, d):
        self.a = a; self.b = b; self.c = c; self.d = d

    def _init_5(self, a, b, c, d, e):
        self.a = a; self.b = b; self.c = c; self.d = d; self.e = e

    def _init_6(self, a, b, c, d, e, f):
        self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f

    def _init_7(self, a, b, c, d, e, f, g):
        self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g

    def _init_8(self, a, b, c, d, e, f, g, h):
        self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h

    def _init_9(self, a, b, c, d, e, f, g, h, i):
        self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h
        self.i = i

    def _init_10(self, a, b, c, d, e, f, g, h, i, j):
        self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h
        self.i = i; self.j = j

    def _init_11(self, a, b, c, d, e, f, g, h, i, j, k):
        self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h
        self.i = i; self.j = j; self.k = k

    def _init_12(self, a, b, c, d, e, f, g, h, i, j, k, m):
        self.a = a; self.b = b; self.c = c; self.d = d; self.e = e; self.f = f; self.g = g; self.h = h
        self.i = i; self.j = j; self.k = k; self.m = m

    _INITIALIZERS = (
        _init_0, _init_1, _init_2, _init_3, _init_4, _init_5, _init_6, _init_7, _init_8, _init_9, _init_10, _init_11,
        _init_12,
    )

    class _Slotter(type):
        """Makes a class with a slot for each field of a class statement."""

        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            if bases:
                fields, defaults = _fields(name, namespace)
                for field in fields[len(fields) - len(defaults):]:
                    del namespace[field]
                namespace |= {"__slots__": fields, "_fields": fields, "__match_args__": fields,
                              "__init__": _initializer(name, fields, defaults)}
            return type.__new__(cls, name, bases, namespace)

    def _initializer(name: str, fields: tuple[str, ...], defaults: tuple[Any, ...]) -> Any:
        if len(fields) >= len(_INITIALIZERS):
            raise TypeError(f"{name}: no constructor is written for {len(fields)} fields")
        code = _INITIALIZERS[len(fields)].__code__
        code = code.replace(co_varnames=("self", *fields), co_names=fields, co_name="__init__",
                            co_qualname=f"{name}.__init__")
        return FunctionType(code, {}, "__init__", defaults)

    class Record(metaclass=_Slotter):
        """The base of a record whose fields are read by name alone: its annotated names are the fields, in order."""

        __slots__ = ()
        _fields: tuple[str, ...] = ()

        def _replace(self, /, **changes: Any) -> Self:
            values = [changes.pop(name) if name in changes else getattr(self, name) for name in self._fields]
            if changes:
                raise ValueError(f"no such field: {', '.join(changes)}")
            return type(self)(*values)

        def __eq__(self, other: object) -> bool:
            return type(self) is type(other) and all(
                [getattr(self, name) == getattr(other, name) for name in self._fields])

        __hash__ = None

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._fields)})"
