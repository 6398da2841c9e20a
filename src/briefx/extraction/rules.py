"""What a rule is, where all of them are, and how overlapping finds are settled.

A rule is a row of a table. A module of this package that holds rows names its table ``RULES``; nothing
else is needed for them to be tested, listed and explained.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol, TypeVar


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


class Candidate(Protocol):
    """A find that may overlap another: half-open, with the priority of its rule (the lowest number wins)."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def priority(self) -> int: ...


Found = TypeVar("Found", bound=Candidate)


def settled(candidates: Iterable[Found]) -> list[Found]:
    """Returns the candidates that stand, in text order and none overlapping another.

    The order in which overlaps are settled, here and nowhere else: the longest wins, of equally long ones
    the one whose rule has priority, of those the leftmost, and last the one that was given first.
    """
    ranked = sorted(candidates, key=lambda one: (one.start - one.end, one.priority, one.start))
    starts: list[int] = []
    kept: list[Found] = []
    for one in ranked:
        place = bisect_left(starts, one.start)
        free_before = place == 0 or kept[place - 1].end <= one.start
        free_after = place == len(kept) or one.end <= kept[place].start
        if free_before and free_after:
            starts.insert(place, one.start)
            kept.insert(place, one)
    return kept
