"""The timeline: each day that is named, with the sentence that names it."""
from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from briefx.model import Date, Event
from briefx.records import TYPE_CHECKING
from briefx.text.analysis import Analysis

if TYPE_CHECKING:
    from typing import Protocol

    class Named(Protocol):
        """Who is named where: what a timeline asks of the cast."""

        def ids_within(self, start: int, end: int) -> Iterable[str]:
            """Returns the ids of the actors that are mentioned within start:end, each once."""

# Blocks whose dates say when the article was written or what a section is called, not what happened.
_NOT_TOLD = frozenset(("dateline", "byline", "heading"))


def timeline(analysis: Analysis, dates: Iterable[Date], cast: Named) -> tuple[Event, ...]:
    """Returns an entry for each date or time with a day and each sentence that holds it, by day.

    The same value in one sentence makes one entry. The order: first day (else the last), last day, place.
    """
    text, blocks = analysis.text, analysis.blocks
    contexts = analysis.contexts
    new = tuple.__new__
    seen = set()
    dated = []
    for date in dates:
        id, _, place, _, type, value, _, _, _, first_day, last_day, *_ = date
        first_day, last_day = first_day or last_day, last_day or first_day
        if type not in ("DATE", "TIME") or first_day is None or last_day is None:
            continue
        sentence = contexts.sentence(place)
        if sentence is None:
            continue
        block, start, end = blocks[sentence.block], sentence.start, sentence.end
        if block.kind in _NOT_TOLD or (start, value) in seen:
            continue
        seen.add((start, value))
        event = new(Event, (id, value, text[start:end], start, end, block.number, tuple(cast.ids_within(start, end))))
        dated.append((first_day, last_day, start, place, event))
    dated.sort(key=itemgetter(0, 1, 2, 3))
    return tuple([entry[4] for entry in dated])
