"""The timeline: each day that is named, with the sentence that names it."""
from __future__ import annotations

from collections.abc import Iterable

from briefx.extraction.context import Contexts
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
    text = analysis.text
    contexts = Contexts(analysis)
    seen = set()
    dated = []
    for date in dates:
        first_day, last_day = date.first_day or date.last_day, date.last_day or date.first_day
        if date.type not in ("DATE", "TIME") or first_day is None or last_day is None:
            continue
        sentence = contexts.sentence(date.start)
        if sentence is None or analysis.blocks[sentence.block].kind in _NOT_TOLD:
            continue
        if (sentence.start, date.value) in seen:
            continue
        seen.add((sentence.start, date.value))
        event = Event(
            date=date.id,
            value=date.value,
            text=text[sentence.start:sentence.end],
            start=sentence.start,
            end=sentence.end,
            paragraph=analysis.blocks[sentence.block].number,
            actors=tuple(cast.ids_within(sentence.start, sentence.end)),
        )
        dated.append((first_day, last_day, event.start, date.start, event))
    dated.sort(key=lambda entry: entry[:4])
    return tuple(entry[4] for entry in dated)
