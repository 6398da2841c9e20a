"""The quotes of a text: the attributions that carry speech, and quotation marks that are never closed."""
from __future__ import annotations

from collections.abc import Sequence

from briefx.extraction.attribution.relation import Attribution
from briefx.model import Cue, Quote, Ref, Span, Warning
from briefx.text.analysis import Analysis

ELISION = " […] "

_new = tuple.__new__  # spans are many, and their class's own constructor takes twice as long


def spans_of(text: str, intervals: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """Returns the pieces of a text that stand in some intervals."""
    if len(intervals) == 1:  # as most: a comprehension would take most of the time
        start, end = intervals[0]
        return (_new(Span, (text[start:end], start, end)),)
    return tuple([_new(Span, (text[start:end], start, end)) for start, end in intervals])


def joined(parts: Sequence[Span]) -> str:
    """Returns the text of an item in parts."""
    return parts[0].text if len(parts) == 1 else ELISION.join([part.text for part in parts])


def cue_of(analysis: Analysis, attribution: Attribution) -> Cue | None:
    """Returns the words that attribute, null where none do."""
    tokens = attribution.cue
    if tokens is None:
        return None
    first, last = tokens
    start, end = analysis.starts[first], analysis.ends[last - 1]
    return _new(Cue, (analysis.text[start:end], start, end, attribution.lemma))


def quote_of(id: str, attribution: Attribution, parts: tuple[Span, ...], text: str, paragraph: int | None,
             context: Span, speaker: Ref | None, cue: Cue | None, source_text: str) -> Quote:
    """Returns the quote that an attribution makes; ``text`` is its parts joined."""
    intervals = attribution.quoted
    # As most are: all of the content is quoted, or nothing.
    quoted = parts if intervals == attribution.content else spans_of(source_text, intervals) if intervals else ()
    return _new(Quote, (id, attribution.form, text, parts, quoted, speaker, cue, paragraph, context, attribution.rule))


def unclosed_marks(analysis: Analysis) -> list[Warning]:
    """Returns a warning for each outermost quotation mark that is never closed."""
    warnings = []
    for marked in analysis.marked:
        if marked.closing is None and not marked.continued and not marked.depth:
            start, end = analysis.span(marked.opening, marked.opening + 1)
            warnings.append(Warning("unclosed_quote", "a quotation mark is never closed", start, end))
    return warnings
