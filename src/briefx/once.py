"""Attributes that are worked out when they are first asked for."""
from __future__ import annotations

__all__ = ["once"]

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is, without the import of typing
if TYPE_CHECKING:
    from collections.abc import Callable
    from functools import cached_property as once
    from typing import Any
else:
    class once:
        """``functools.cached_property`` for objects whose attributes are read often.

        That one reaches for the object's ``__dict__``: CPython 3.11 then no longer finds any attribute of the object
        by its place, which takes ten times as long.
        """

        def __init__(self, work: Callable[[Any], Any]) -> None:
            self._work = work
            self.__doc__ = work.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        def __get__(self, holder: Any, owner: type | None = None) -> Any:
            if holder is None:
                return self
            found = self._work(holder)
            setattr(holder, self._name, found)
            return found
