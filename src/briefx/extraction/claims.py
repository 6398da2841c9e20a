"""Quotes and claims: two views of the attributions of a text."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from briefx.extraction.attribution.relation import Attribution
from briefx.extraction.certainty import HEDGES, certainty
from briefx.extraction.labels import KINDS, POLARITIES
from briefx.extraction.main_clause import CONDITIONS, MainClauses
from briefx.extraction.proposition import Proposition
from briefx.extraction.quotes import carries_speech, cue_of, joined, parts_of, quote_of
from briefx.model import Claim, Date, Quote, Ref, Span
from briefx.records import TYPE_CHECKING
from briefx.text.analysis import Analysis

if TYPE_CHECKING:
    from typing import Protocol

    class Named(Protocol):
        """Who is named where: what a claim asks of the cast."""

        def source_of(self, attribution: Attribution) -> Ref | None:
            """Returns the source of an attribution, null where it has none."""

        def ids_within(self, start: int, end: int) -> Iterable[str]:
            """Returns the ids of the actors that are mentioned within start:end, each once."""

_OPENING_TURNS = frozenset(("hardly", "neither", "never", "nor", "rarely", "scarcely", "seldom"))
_AUXILIARY = frozenset("Mbhd")

# How a claim is labelled: its rule is its attribution's, these are applied to it.
RULES = (*KINDS.rules, *POLARITIES.rules, *HEDGES, *CONDITIONS)


def views(analysis: Analysis, attributions: Iterable[Attribution], cast: Named,
          dates: Sequence[Date]) -> tuple[list[Quote], list[Claim]]:
    """Returns the quotes and the claims, in text order.

    An attribution that carries speech makes a quote; each makes a claim, which names its quote where there is
    one. ``dates`` are in text order.
    """
    text = analysis.text
    contexts = analysis.contexts
    clauses = MainClauses(analysis)
    date_starts = [date.start for date in dates]
    quotes: list[Quote] = []
    claims: list[Claim] = []
    kind_of, polarity_of = KINDS.decided, POLARITIES.decided
    ids_within, new = cast.ids_within, tuple.__new__
    for attribution in sorted(_turned(analysis, attributions), key=_text_order):
        parts = parts_of(text, attribution)
        content = joined(parts)
        ref = _source(cast, attribution) if attribution.voice == "source" else None
        cue = cue_of(analysis, attribution)
        paragraph, context = contexts.of(parts[0].start, parts[-1].end)
        quote = None
        if carries_speech(attribution):
            quote = f"q{len(quotes) + 1}"
            quotes.append(quote_of(quote, attribution, parts, content, paragraph, context, ref, cue, text))
        one = Proposition(analysis, clauses, attribution, ref.actors if ref is not None else (), ids_within)
        kind = kind_of(one).label
        polarity = polarity_of(one).label
        level, hedges = certainty(one, kind, polarity)
        condition = one.clause.condition if kind != "question" else None  # what is asked is not put forward
        # Without the constructor and by position, since names would cost as much as the rest of a claim.
        claims.append(new(Claim, (
            f"c{len(claims) + 1}", content, parts, attribution.voice, ref, cue, kind, polarity, level,
            tuple([_span(analysis, hedge.first, hedge.last) for hedge in hedges]) if hedges else (),
            _span(analysis, condition.first, condition.last) if condition is not None else None,
            quote,
            _actors(cast, parts),
            _dates(dates, date_starts, parts) if dates else (),
            paragraph, context,
            attribution.rule)))
    return quotes, claims


def applied(text: str) -> Iterator[tuple[str, str]]:
    """Yields (name of a rule, what it is applied to) for each label of each claim in a text."""
    from briefx.extraction.actors.finder import find_actors
    from briefx.extraction.attribution.finder import find_attributions

    analysis = Analysis(text)
    attributions = find_attributions(analysis)
    cast = find_actors(analysis, attributions)
    clauses = MainClauses(analysis)
    for attribution in attributions:
        content = joined(parts_of(text, attribution))
        ref = _source(cast, attribution) if attribution.voice == "source" else None
        one = Proposition(analysis, clauses, attribution, ref.actors if ref is not None else (), cast.ids_within)
        for labels in (KINDS, POLARITIES):
            yield labels.decided(one).name, content
        for rule in HEDGES:
            for hedge in rule.find(one):
                yield rule.name, _span(analysis, hedge.first, hedge.last).text
        condition = one.clause.condition
        if condition:
            yield condition.rule.name, _span(analysis, condition.first, condition.last).text


def _turned(analysis: Analysis, attributions: Iterable[Attribution]) -> Iterable[Attribution]:
    """The attributions, each with the word in its content that turns it: "Nor are tariffs likely to fall, Lee said"."""
    if analysis.counts.keys().isdisjoint(_OPENING_TURNS):
        return attributions
    return [_with_turn(analysis, one) for one in attributions]


def _with_turn(analysis: Analysis, attribution: Attribution) -> Attribution:
    start, end = attribution.content[0]
    token = analysis.token_at(start)
    before = token - 1
    if before < 0 or analysis.lowers[before] not in _OPENING_TURNS or analysis.tags[token] not in _AUXILIARY or (
            analysis.starts[token] != start or not analysis.text[start - 1].isspace()):
        return attribution
    return attribution._replace(content=((analysis.starts[before], end), *attribution.content[1:]))


def _source(cast: Named, attribution: Attribution) -> Ref | None:
    """The source of an attribution; null where nobody and no words are behind it."""
    ref = cast.source_of(attribution)
    return ref if ref is not None and (ref.actors or ref.text) else None


def _text_order(attribution: Attribution) -> tuple[tuple[int, int], tuple[int, int], int]:
    """By first part, then last, then cue."""
    content, cue = attribution.content, attribution.cue
    return content[0], content[-1], cue[0] if cue else -1


def _span(analysis: Analysis, first: int, last: int) -> Span:
    start, end = analysis.span(first, last)
    return Span(analysis.text[start:end], start, end)


def _actors(cast: Named, parts: tuple[Span, ...]) -> tuple[str, ...]:
    """The actors that are named in the parts, each once."""
    if len(parts) == 1:
        return tuple(cast.ids_within(parts[0].start, parts[0].end))
    return tuple(dict.fromkeys([actor for part in parts for actor in cast.ids_within(part.start, part.end)]))


def _dates(dates: Sequence[Date], starts: list[int], parts: tuple[Span, ...]) -> tuple[str, ...]:
    """The ids of the dates that stand in the parts."""
    found: tuple[str, ...] = ()
    count = len(starts)
    for _, start, end in parts:
        at = bisect_left(starts, start)
        while at < count and starts[at] < end:
            date = dates[at]
            if date.end <= end:
                found += (date.id,)
            at += 1
    return found
