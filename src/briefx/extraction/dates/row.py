"""What a row of the date rules is, what its builder is given and what it gives back."""
from __future__ import annotations

from collections.abc import Callable

from briefx.records import TYPE_CHECKING, NamedTuple, Record

if TYPE_CHECKING:
    from briefx.extraction.dates.anchor import Anchors
    from briefx.extraction.dates.elements import Elements

# What a value is counted from: the day of publication, the date named before, the date where a narrative stands.
REFERENCE = "reference_date"
PREVIOUS = "previous"
COURSE = "course"


class Timex(Record):
    """What a builder makes of a match: the attributes of a TIMEX3.

    ``anchor`` is null, ``REFERENCE``, ``PREVIOUS`` or ``COURSE``.
    ``skip`` is how many of the matched elements at the beginning do not belong to the expression. ``fiscal`` is a
    quarter that is counted in a fiscal year.
    """

    type: str
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    anchor: str | None = None
    skip: int = 0
    fiscal: bool = False


class Match:
    """A stretch of elements that a row's pattern covers: first:last, half-open.

    ``first_token`` and ``last_token`` are the tokens with which it begins and ends.
    """

    __slots__ = ("categories", "elements", "first", "first_token", "last", "last_token")

    def __init__(self, elements: Elements, first: int, last: int) -> None:
        self.elements = elements
        self.first = first
        self.last = last
        self.categories = elements.categories[first:last]
        self.first_token = elements.first_tokens[first]
        self.last_token = elements.last_tokens[last - 1]

    def has(self, category: str) -> bool:
        """Says whether an element of the category is in the match."""
        return category in self.categories

    def index(self, category: str) -> int:
        """Returns the place of the first element of the category in the match, -1 without one."""
        return self.categories.index(category) if category in self.categories else -1

    def value(self, category: str) -> str:
        """Returns the value of the first element of the category, "" without one."""
        categories = self.categories
        return self.elements.values[self.first + categories.index(category)] if category in categories else ""

    def word(self, place: int) -> str:
        """Returns the word at a place of the match as it is written."""
        at = self.first + place
        elements = self.elements
        return elements.text[elements.starts[at]:elements.ends[at]]

    def before(self, count: int = 1) -> str:
        """Returns the category that stands so many elements before the match, "" where none does."""
        at = self.first - count
        return self.elements.categories[at] if at >= 0 else ""

    def after(self, count: int = 1) -> str:
        """Returns the category that stands so many elements after the match, "" where none does."""
        at = self.last + count - 1
        return self.elements.categories[at] if at < len(self.elements.categories) else ""

    def word_before(self, count: int = 1) -> str:
        """Returns the token, in lower case, that stands so many tokens before the match; "" at the text's start."""
        at = self.first_token - count
        return self.elements.lowers[at] if at >= 0 else ""

    def word_after(self, count: int = 1) -> str:
        """Returns the token, in lower case, that stands so many tokens after the match; "" at the text's end."""
        at = self.last_token + count
        return self.elements.lowers[at] if at < len(self.elements.lowers) else ""


Builder = Callable[[Match, "Anchors"], "Timex | None"]


class Row(NamedTuple):
    """A rule: what it matches (see ``grammar``), what makes the value, and the cases that show it.

    ``build`` gives null where the match is no time expression after all. ``value`` is that of the example
    when the reference date is Monday 1 June 2026.
    """

    name: str
    pattern: str
    build: Builder
    example: str
    gives: str
    near_miss: str
    value: str
