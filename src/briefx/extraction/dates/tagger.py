"""The dates of a document: all families of rows over its stretches of time words, in text order."""
from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefx.extraction.context import Contexts
from briefx.extraction.dates import (
    absolute,
    clock,
    distance,
    duration,
    holiday,
    period,
    ranges,
    recurring,
    relative,
    vague,
    values,
    within,
    years,
)
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.elements import Elements, stretches, time_flags
from briefx.extraction.dates.grammar import Automaton, State
from briefx.extraction.dates.narrative import is_narrative
from briefx.extraction.dates.phrases import SHARED, is_name
from briefx.extraction.dates.row import REFERENCE, Match, Row, Timex
from briefx.extraction.dates.values import Day
from briefx.model import Date
from briefx.records import Record
from briefx.text.analysis import Analysis

# The interval of what lies before a date has no first day, that of what lies after it no last one.
_BEFORE = ("BEFORE", "ON_OR_BEFORE")
_AFTER = ("AFTER", "ON_OR_AFTER")
# Years of ISO dates have four digits.
_LAST_YEAR = 9999
_FAMILIES = (clock, absolute, ranges, within, years, holiday, recurring, period, relative, distance, vague, duration)


def rows() -> tuple[Row, ...]:
    """Returns the rows of every family; of two that match as much, the earlier one has priority."""
    return tuple(row for family in _FAMILIES for row in family.RULES)


@cache
def _automaton() -> Automaton:
    return Automaton(rows(), SHARED)


class _Found(Record):
    """A match that stands: half-open in code points."""

    start: int
    end: int
    timex: Timex
    row: Row


def find_dates(analysis: Analysis, reference: str | None) -> list[Date]:
    """Returns the dates of a document in text order; ``reference`` is the ISO date that they are counted from.

    Of overlapping matches the leftmost stands, of those the longest, of those the one whose row comes first.
    """
    flags = time_flags(analysis.lowers)
    day = values.parse_day(reference) if reference else None
    anchors = Anchors(analysis, day, is_narrative(analysis.lowers, analysis.counts, flags, day))
    contexts = Contexts(analysis)
    dates: list[Date] = []
    for elements in stretches(analysis, flags):
        for found in _standing(elements, anchors):
            if dates and found.start < dates[-1].end:
                dates.pop()  # "April" of "April Fools' Day", whose first words stand before the stretch
            number = len(dates) + 1
            covered = values.interval(found.timex.value) if found.timex.type in ("DATE", "TIME") else None
            dates.append(_date(number, analysis.text, found, covered, anchors, contexts))
            anchors.named(found.timex, covered, number, found.start)
    return dates


def _standing(elements: Elements, anchors: Anchors) -> Iterator[_Found]:
    """Yields each match that stands, left to right."""
    categories = elements.categories
    start = _automaton().start
    done = 0
    for at, category in enumerate(categories):
        state = start[category]
        if state is None or at < done:
            continue
        for last, rows_ending in _ends(state, categories, at + 1):
            match = Match(elements, at, last)
            timex = None
            for row in rows_ending:
                timex = row.build(match, anchors)
                if timex is not None:
                    break
            if timex is not None and not is_name(match, anchors.narrative):
                yield _Found(elements.starts[at + timex.skip], elements.ends[last - 1], timex, row)
                done = last
                break


def _ends(state: State, categories: list[str], at: int) -> list[tuple[int, tuple[Row, ...]]]:
    """Returns where matches that have come to a state at an element end, longest first, with their rows."""
    ends = []
    following: State | None = state
    while following is not None:
        if following.accepts:
            ends.append((at, following.accepts))
        if at == len(categories):
            break
        following = following[categories[at]]
        at += 1
    ends.reverse()
    return ends


def _date(number: int, text: str, found: _Found, covered: tuple[Day, Day] | None, anchors: Anchors,
          contexts: Contexts) -> Date:
    start, end, timex = found.start, found.end, found.timex
    first = values.day_value(covered[0]) if covered and 0 < covered[0].year <= _LAST_YEAR else None
    last = values.day_value(covered[1]) if covered and 0 < covered[1].year <= _LAST_YEAR else None
    anchor = timex.anchor
    if anchor in anchors.numbers:
        earlier = anchors.numbers[anchor]
        anchor = f"d{earlier}" if earlier else REFERENCE if anchors.reference else None
    return Date(f"d{number}", text[start:end], start, end, timex.type, timex.value, timex.mod, timex.quant, timex.freq,
                None if timex.mod in _BEFORE else first, None if timex.mod in _AFTER else last,
                anchor, *contexts.of(start, end), found.row.name)
