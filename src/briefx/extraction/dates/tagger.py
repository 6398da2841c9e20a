"""The dates of a document: all families of rows over its stretches of time words, in text order."""
from __future__ import annotations

from functools import cache

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
from briefx.model import Date
from briefx.text.analysis import Analysis

# The interval of what lies before a date has no first day, that of what lies after it no last one.
_BEFORE = ("BEFORE", "ON_OR_BEFORE")
_AFTER = ("AFTER", "ON_OR_AFTER")
_FAMILIES = (clock, absolute, ranges, within, years, holiday, recurring, period, relative, distance, vague, duration)


_new = tuple.__new__


def rows() -> tuple[Row, ...]:
    """Returns the rows of every family; of two that match as much, the earlier one has priority."""
    return tuple(row for family in _FAMILIES for row in family.RULES)


@cache
def _automaton() -> Automaton:
    return Automaton(rows(), SHARED)


def find_dates(analysis: Analysis, reference: str | None) -> list[Date]:
    """Returns the dates of a document in text order; ``reference`` is the ISO date that they are counted from.

    Of overlapping matches the leftmost stands, of those the longest, of those the one whose row comes first.
    """
    flags = time_flags(analysis.lowers)
    day = values.parse_day(reference) if reference else None
    anchors = Anchors(analysis, day, is_narrative(analysis.lowers, analysis.counts, flags, day))
    start = _automaton().start
    dates: list[Date] = []
    for elements in stretches(analysis, flags):
        done = 0
        for at, category in enumerate(elements.categories):
            if at < done:
                continue
            state = start[category]
            found = _standing(elements, at, state, anchors) if state is not None else None
            if found is not None:
                done, timex, row = found
                begin = elements.starts[at + timex.skip]
                if dates and begin < dates[-1].end:
                    dates.pop()  # "April" of "April Fools' Day", whose first words stand before the stretch
                number = len(dates) + 1
                dates.append(_date(number, begin, elements.ends[done - 1], timex, row, anchors, analysis))
                anchors.named(timex, number, begin)
    return dates


def _standing(elements: Elements, first: int, state: State | None, anchors: Anchors) -> tuple[int, Timex, Row] | None:
    """Returns the end of the match that stands at an element, with what it is and the row that says so; else null.

    ``state`` is the one that the element leads to.
    """
    for last, rows_ending in _ends(state, elements.categories, first + 1):
        match = Match(elements, first, last)
        for row in rows_ending:
            timex = row.build(match, anchors)
            if timex is not None:
                if not is_name(match, anchors.narrative):
                    return last, timex, row
                break
    return None


def _ends(state: State | None, categories: list[str], at: int) -> list[tuple[int, tuple[Row, ...]]]:
    """Returns where matches that have come to a state at an element end, longest first, with their rows."""
    ends = []
    last = len(categories)
    while state is not None:
        accepts = state.accepts
        if accepts:
            ends.append((at, accepts))
        if at == last:
            break
        state = state[categories[at]]
        at += 1
    ends.reverse()
    return ends


def _date(number: int, start: int, end: int, timex: Timex, row: Row, anchors: Anchors, analysis: Analysis) -> Date:
    first, last = values.iso_days(timex.value) if timex.type in ("DATE", "TIME") else (None, None)
    mod, anchor = timex.mod, timex.anchor
    if mod in _BEFORE:
        first = None
    elif mod in _AFTER:
        last = None
    if anchor in anchors.numbers:
        earlier = anchors.numbers[anchor]
        anchor = f"d{earlier}" if earlier else REFERENCE if anchors.reference else None
    return _new(Date, (f"d{number}", analysis.text[start:end], start, end, timex.type, timex.value, mod, timex.quant,
                       timex.freq, first, last, anchor, *analysis.contexts.of(start, end), row.name))
