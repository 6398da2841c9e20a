"""The dates of a document: all families of rows over its stretches of time words, in text order."""
from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefx.extraction.context import Contexts
from briefx.extraction.dates import (
    absolute,
    clock,
    duration,
    holiday,
    period,
    ranges,
    recurring,
    relative,
    vague,
    values,
    years,
)
from briefx.extraction.dates.anchor import Anchors, is_narrative
from briefx.extraction.dates.elements import Elements, stretches
from briefx.extraction.dates.grammar import Automaton
from briefx.extraction.dates.phrases import SHARED
from briefx.extraction.dates.row import PREVIOUS, REFERENCE, Match, Row, Timex
from briefx.model import Date

if TYPE_CHECKING:
    from briefx.text.analysis import Analysis

_FAMILIES = (clock, absolute, ranges, years, holiday, period, relative, recurring, vague, duration)


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
    day = values.parse_day(reference) if reference else None
    anchors: Anchors | None = None
    contexts: Contexts | None = None
    found: list[Date] = []
    for elements in stretches(analysis):
        if anchors is None or contexts is None:
            anchors = Anchors(analysis, day, is_narrative(analysis, day))
            contexts = Contexts(analysis)
        for start, end, timex, row in _timexes(elements, anchors):
            found.append(_date(found, analysis.text, start, end, timex, row, anchors, contexts))
            anchors.named(timex, len(found), start)
    return found


def _timexes(elements: Elements, anchors: Anchors):  # type: ignore[no-untyped-def]
    """Yields (start, end, timex, row) for each match that stands, left to right."""
    machine = _automaton()
    categories = elements.categories
    at, count = 0, len(categories)
    while at < count:
        state = machine.start
        place = at
        ends = []
        while place < count:
            category = categories[place]
            following = state.steps[category] if category in state.steps else machine.step(state, category)
            if following is None:
                break
            state = following
            place += 1
            if state.accepts:
                ends.append((place, state.accepts))
        taken = at + 1
        timex: Timex | None = None
        for place, accepts in reversed(ends):
            match = Match(elements, at, place)
            for row in accepts:
                timex = row.build(match, anchors)
                if timex is not None:
                    first, last = at + timex.skip, place - timex.cut
                    yield elements.starts[first], elements.ends[last - 1], timex, row
                    taken = last
                    break
            if timex is not None:
                break
        at = taken


def _date(found: list[Date], text: str, start: int, end: int, timex: Timex, row: Row, anchors: Anchors,
          contexts: Contexts) -> Date:
    covered = values.interval(timex.value) if timex.type in ("DATE", "TIME") else None
    first = values.day_value(covered[0]) if covered and covered[0].year > 0 else None
    last = values.day_value(covered[1]) if covered and covered[1].year > 0 else None
    if timex.mod in ("BEFORE", "ON_OR_BEFORE"):
        first = None
    elif timex.mod in ("AFTER", "ON_OR_AFTER"):
        last = None
    anchor = timex.anchor
    if anchor == PREVIOUS:
        anchor = f"d{anchors.point_number}" if anchors.point_number else REFERENCE if anchors.reference else None
    return Date(f"d{len(found) + 1}", text[start:end], start, end, timex.type, timex.value, timex.mod, timex.quant,
                timex.freq, first, last, anchor, contexts.paragraph(start), contexts.span(start, end), row.name)
