"""The timeline of a brief as a reader takes it: each day once in a sentence, in words, with the sentence or a part."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefx.model import Brief, Date, Event
from briefx.records import NamedTuple
from briefx.rendering.escaping import escaped, one_line
from briefx.rendering.named_pronouns import NamedPronouns
from briefx.rendering.whole_marks import WholeMarks
from briefx.rendering.wording import date_words, told_day

# Where a sentence stands on the timeline again, this much of it is shown on each side of the date, in code points.
EXCERPT_MARGIN = 60

# A sentence that tells something has so many code points beside its date.
_LEAST_BESIDE = 12

# In code points, with its spaces.
_LONGEST_JOINT = 10


# What joins the two ends of a span of time, and what stands before it where it is joined by "and".
_JOINTS = frozenset(("-", "–", "—", "to", "through", "till", "until"))
_BETWEEN = "between"


class Moment(NamedTuple):
    """An entry as it is told, in Markdown: when it was, the whole sentence, and a part of it around the date.

    ``end`` is the date at which a span of time ends that begins with ``date`` ("from 3 May to 9 May").
    """

    event: Event
    date: Date | None
    end: Date | None
    when: str
    sentence: str
    excerpt: str


def moments(brief: Brief) -> Iterator[Moment]:
    """Yields what is told of a brief's timeline in its order.

    A day that stands beside its own hour is left out, what a title dates that the body does too, and what tells no
    more than its day ("LEE: Tomorrow."); the two ends of a span are one entry.
    """
    dates = {date.id: date for date in brief.dates or ()}
    events = brief.timeline or ()
    text = brief.document.text
    marks, pronouns = WholeMarks(brief), NamedPronouns(brief)
    ends = dict(_spans(text, brief.dates or (), {event.date for event in events}))
    told_as_end = {end.id for end in ends.values()}
    hours = {(event.start, event.value.partition("T")[0]) for event in events if "T" in event.value}
    in_body = {event.value for event in events if event.paragraph is not None}
    for event in sorted(events, key=lambda event: _day_of(dates.get(event.date))):
        if (event.start, event.value) in hours or event.date in told_as_end or (
                event.paragraph is None and event.value in in_body):
            continue
        date, end = dates.get(event.date), ends.get(event.date)
        if date is not None and date.start - event.start + event.end - date.end < _LEAST_BESIDE:
            continue
        sentence = escaped(pronouns.explained(one_line(marks.piece(event.start, event.end)), event.start))
        excerpt = escaped(_excerpt(text, marks, event, date, end or date)) if date else sentence
        yield Moment(event, date, end, _when(text, event, date, end), sentence, excerpt)


def _spans(text: str, dates: Sequence[Date], shown: set[str]) -> Iterator[tuple[str, Date]]:
    """Yields (id of a date, the date at which the span ends that begins with it), both on the timeline."""
    for date, end in pairwise(dates):
        if date.id not in shown or end.id not in shown or end.start - date.end > _LONGEST_JOINT:
            continue
        joint = text[date.end:end.start].strip()
        opened = text[:date.start].rstrip()[-len(_BETWEEN):].casefold() == _BETWEEN
        if (joint in _JOINTS or (joint == "and" and opened)) and (date.first_day or "") < (end.first_day or ""):
            yield date.id, end


def _when(text: str, event: Event, date: Date | None, end: Date | None) -> str:
    """Returns the day in words; a relative date shows the article's words too, as ("last week")."""
    if date is None:
        return f"**{escaped(date_words(event.value, None))}**"
    when, words, anchored = date_words(event.value, date.mod, date.text), date.text, date.anchor is not None
    if end is not None:
        when += f" to {date_words(end.value, end.mod, end.text)}"
        words, anchored = one_line(text[date.start:end.end]), anchored or end.anchor is not None
    return f'**{escaped(when)}** ("{escaped(words)}")' if anchored else f"**{escaped(when)}**"


def _day_of(date: Date | None) -> str:
    """Returns where a date stands on the timeline; what has no day comes first."""
    return told_day(date.first_day, date.last_day, date.mod) if date else ""


def _excerpt(text: str, marks: WholeMarks, event: Event, date: Date, last: Date) -> str:
    """Returns a sentence shortened around a date in it, or a span of time to the last one, at spaces."""
    start, end = event.start, event.end
    if date.start > start + EXCERPT_MARGIN:
        space = text.find(" ", date.start - EXCERPT_MARGIN, date.start)
        start = space + 1 if space >= 0 else start
    if last.end < end - EXCERPT_MARGIN:
        space = text.rfind(" ", last.end, last.end + EXCERPT_MARGIN)
        end = space if space >= 0 else end
    head = "[…] " if start > event.start else ""
    tail = " […]" if end < event.end else ""
    return head + one_line(marks.piece(start, end)) + tail
