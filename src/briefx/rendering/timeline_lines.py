"""The timeline of a brief as a reader takes it: each day once in a sentence, in words, with the sentence or a part."""
from __future__ import annotations

from collections.abc import Iterator

from briefx.model import Brief, Date, Event
from briefx.records import NamedTuple
from briefx.rendering.escaping import escaped, one_line
from briefx.rendering.whole_marks import WholeMarks
from briefx.rendering.wording import date_words, told_day

# Where a sentence stands on the timeline again, this much of it is shown on each side of the date, in code points.
EXCERPT_MARGIN = 60


class Moment(NamedTuple):
    """An entry as it is told, in Markdown: when it was, the whole sentence, and a part of it around the date."""

    event: Event
    date: Date | None
    when: str
    sentence: str
    excerpt: str


def moments(brief: Brief) -> Iterator[Moment]:
    """Yields what is told of a brief's timeline in its order; a day that stands beside its own hour is left out."""
    dates = {date.id: date for date in brief.dates or ()}
    events = brief.timeline or ()
    marks = WholeMarks(brief)
    hours = {(event.start, event.value.partition("T")[0]) for event in events if "T" in event.value}
    for event in sorted(events, key=lambda event: _day_of(dates.get(event.date))):
        if (event.start, event.value) in hours:
            continue
        date = dates.get(event.date)
        sentence = one_line(marks.piece(event.start, event.end))
        yield Moment(event, date, _when(event, date), escaped(sentence),
                     escaped(_excerpt(brief.document.text, marks, event, date)) if date else escaped(sentence))


def _when(event: Event, date: Date | None) -> str:
    """Returns the day in words; a relative date shows the article's words too, as ("last week")."""
    if date is None:
        return f"**{escaped(date_words(event.value, None))}**"
    when = f"**{escaped(date_words(event.value, date.mod, date.text))}**"
    return when if date.anchor is None else f'{when} ("{escaped(date.text)}")'


def _day_of(date: Date | None) -> str:
    """Returns where a date stands on the timeline; what has no day comes first."""
    return told_day(date.first_day, date.last_day, date.mod) if date else ""


def _excerpt(text: str, marks: WholeMarks, event: Event, date: Date) -> str:
    """Returns a sentence shortened around a date in it, at spaces."""
    start, end = event.start, event.end
    if date.start > start + EXCERPT_MARGIN:
        space = text.find(" ", date.start - EXCERPT_MARGIN, date.start)
        start = space + 1 if space >= 0 else start
    if date.end < end - EXCERPT_MARGIN:
        space = text.rfind(" ", date.end, date.end + EXCERPT_MARGIN)
        end = space if space >= 0 else end
    head = "[…] " if start > event.start else ""
    tail = " […]" if end < event.end else ""
    return head + one_line(marks.piece(start, end)) + tail
