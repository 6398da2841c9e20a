"""Ranges and lists: each end is a date of its own, and what the ends share stands with one of them."""
from __future__ import annotations

from briefx.extraction.dates import values
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import edge_of, known_day
from briefx.extraction.dates.row import Match, Row, Timex

_LINKS = frozenset(("-", "dash", "and", "to", "or", "until", "through", "till", ","))
# What may stand between the first end and the month or season of the second, and how much of it.
_FILLERS = _LINKS | {"(", "from", "the", "PART", "on"}
_MOST_FILLERS = 3
# The second ends that bear a year.
_ENDS_WITH_YEAR = tuple(tuple(pattern.split()) for pattern in (
    "MONTH YEAR", "MONTH , YEAR", "MONTH of YEAR", "MONTH NUMBER YEAR", "MONTH NUMBER , YEAR", "NUMBER MONTH YEAR",
    "ORDINAL MONTH YEAR", "SEASON YEAR", "SEASON of YEAR"))
_DAYS_WITH_YEAR = (("NUMBER", ",", "YEAR"), ("ORDINAL", ",", "YEAR"))
_LONGEST_END = max(map(len, _ENDS_WITH_YEAR))


def carried_year(match: Match) -> int | None:
    """Returns the year that stands with the other end of a range or list ("March and April 1918"), else null."""
    categories, written = match.elements.categories, match.elements.values
    at = match.last
    while at < len(categories) and at - match.last < _MOST_FILLERS and categories[at] in _FILLERS:
        at += 1
    if at == match.last or "YEAR" not in categories[at:at + _LONGEST_END]:
        return None
    ends = (*_ENDS_WITH_YEAR, *_DAYS_WITH_YEAR) if match.has("NUMBER") else _ENDS_WITH_YEAR
    for pattern in ends:
        end = at + len(pattern)
        if tuple(categories[at:end]) == pattern:
            year = int(written[end - 1])
            return 1 - year if written[end:end + 1] == ["BC"] else year
    return None


def _day(match: Match, anchors: Anchors) -> Timex | None:
    """A bare day of the month: "6" in "6-7 January 1916", "7" in "January 6-7, 1916"."""
    number = match.value("ORDINAL") or match.value("NUMBER")
    if not number.isdecimal() or not 1 <= int(number) <= 31:
        return None
    return _day_before_other_end(match, int(number), anchors) or _day_after_other_end(match, int(number), anchors)


def _day_before_other_end(match: Match, number: int, anchors: Anchors) -> Timex | None:
    categories, written = match.elements.categories, match.elements.values
    if match.after() not in _LINKS or match.before() in ("MONTH", "YEAR") or match.has("YEAR"):
        return None
    at = match.last + 1
    while categories[at:at + 1] in (["the"], ["on"]):
        at += 1
    if categories[at:at + 1] not in (["NUMBER"], ["ORDINAL"]):
        return None
    at += 2 if categories[at + 1:at + 2] == ["of"] else 1
    if categories[at:at + 1] != ["MONTH"]:
        return None
    return _built(match, anchors, int(written[at]), number, _year_at(match, at + 1))


def _day_after_other_end(match: Match, number: int, anchors: Anchors) -> Timex | None:
    categories, written = match.elements.categories, match.elements.values
    other = match.first - (2 if match.before(2) not in _LINKS else 3)
    if match.before() not in _LINKS or other < 1 or categories[other] not in ("NUMBER", "ORDINAL"):
        return None
    while other >= 3 and categories[other - 1] in (",", "-") and categories[other - 2] in ("NUMBER", "ORDINAL"):
        other -= 2
    if categories[other - 1] != "MONTH" or int(written[other]) >= number:
        return None
    if match.before() == "," and not match.has("YEAR") and match.after() not in ("and", ",", "or"):
        return None
    if match.word_after() in ("people", "percent", "%") or match.after() in ("UNITS", "UNIT", "MONTH"):
        return None
    year = int(match.value("YEAR") or 0) or _year_at(match, match.last)
    point = anchors.point
    if year is None and point and point.month == int(written[other - 1]):
        year = point.year
    return _built(match, anchors, int(written[other - 1]), number, year)


def _year_at(match: Match, at: int) -> int | None:
    categories = match.elements.categories
    while categories[at:at + 1] in ([","], ["of"]):
        at += 1
    return int(match.elements.values[at]) if categories[at:at + 1] == ["YEAR"] else None


def _built(match: Match, anchors: Anchors, month: int, number: int, year: int | None) -> Timex | None:
    if year is None:
        return Timex("DATE", anchors.month_day(month, number, match), anchor=anchors.base_anchor)
    day = known_day(year, month, number)
    return Timex("DATE", values.day_value(day)) if day else None


def _second_year(match: Match, anchors: Anchors) -> Timex | None:
    """The second year of 1914-18 or 2007/08."""
    elements = match.elements
    short = elements.values[match.first]
    if match.before() not in ("-", "/") or match.before(2) != "YEAR" or match.after() == "-" or len(short) != 2 or \
            elements.starts[match.first] != elements.ends[match.first - 1]:
        return None
    first = int(elements.values[match.first - 2])
    year = first // 100 * 100 + int(short)
    return Timex("DATE", values.year_value(year)) if first < year else None


def _first_year_before_christ(match: Match, anchors: Anchors) -> Timex | None:
    """The first year of 490-480 BC, which bears no BC itself."""
    categories, written = match.elements.categories, match.elements.values
    at = match.last
    while categories[at:at + 1] and categories[at] in _LINKS:
        at += 1
    first = match.value("NUMBER") or match.value("YEAR")
    if at == match.last or categories[at:at + 2] not in (["NUMBER", "ERA"], ["YEAR", "ERA"]) or written[at + 1] != "BC":
        return None
    if not first.isdecimal() or not written[at].isdecimal() or int(first) < int(written[at]):
        return None
    return Timex("DATE", values.year_value(1 - int(first)), edge_of(match))


RULES = (
    Row("date.range_day", "the? ( NUMBER | ORDINAL ) ( , YEAR )?", _day,
        "Talks are set for 6-7 June 2026.", "6",
        "The vote was 6-7 in June.", "2026-06-06"),
    Row("date.range_end_year", "NUMBER", _second_year, "The war of 1914-18 began so.", "18",
        "The score was 1914 to 18 points.", "1918"),
    Row("date.range_start_before_christ", "<edge>? ( NUMBER | YEAR )", _first_year_before_christ,
        "The war of 431-404 BC ruined Athens.", "431", "The score was 43-40 in the end.", "BC0431"),
)
