"""What a rule is, and where all of them are.

A rule is a row of a table. A module of this package that holds rows names its table ``RULES``; nothing
else is needed for them to be tested, listed and explained.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from briefx.records import NamedTuple


class Rule(Protocol):
    """A named row with the cases that show what it does.

    ``name`` is stable, dotted and part of the output (``date.weekday_relative``). ``example`` is a short text
    on which the rule yields an item whose text is ``gives``; ``near_miss`` is a short text that looks alike
    and on which no item bears the rule's name. A family's row type may hold more: a pattern, a builder.
    """

    @property
    def name(self) -> str: ...

    @property
    def example(self) -> str: ...

    @property
    def gives(self) -> str: ...

    @property
    def near_miss(self) -> str: ...


class Family(NamedTuple):
    """The rows of one module.

    ``applied`` gives the pairs (name of a rule, text) of what the module's rules do to a text. It is null
    where the rules are named by the items of a brief themselves (their ``rule`` field).
    """

    module: str
    rules: tuple[Rule, ...]
    applied: Callable[[str], Iterable[tuple[str, str]]] | None


def families() -> Iterator[Family]:
    """Yields every table of rules in this package, by the name of its module.

    Modules are imported as they are reached, so this is for listing, explaining and testing, not for
    extraction.
    """
    from importlib import import_module
    from pkgutil import walk_packages

    package = import_module(__package__)
    for name in sorted(module.name for module in walk_packages(package.__path__, f"{__package__}.")):
        module = import_module(name)
        rules = getattr(module, "RULES", None)
        if rules:
            yield Family(name, tuple(rules), getattr(module, "applied", None))


def all_rules() -> tuple[Rule, ...]:
    """Returns the rows of every family, by module and in the order of their tables."""
    return tuple(rule for family in families() for rule in family.rules)
