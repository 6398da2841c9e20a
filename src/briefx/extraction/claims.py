"""Quotes and claims: two views of the attributions of a text."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from briefx.extraction.attribution.relation import Attribution
from briefx.extraction.certainty import HEDGES, certainty
from briefx.extraction.labels import KINDS, POLARITIES, decided
from briefx.extraction.main_clause import CONDITIONS, MainClauses
from briefx.extraction.proposition import Proposition
from briefx.extraction.quotes import cue_of, joined, quote_of, spans_of
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
    text, context_of = analysis.text, analysis.contexts.of
    clauses = MainClauses(analysis)
    date_starts = [date.start for date in dates]
    count, near = len(dates), 0  # the date behind the beginning of the claim
    quotes: list[Quote] = []
    claims: list[Claim] = []
    ids_within, new = cast.ids_within, tuple.__new__
    for attribution in _in_text_order(_turned(analysis, attributions)):
        content = attribution.content
        start, end = content[0][0], content[-1][1]
        parts = spans_of(text, content)
        words = parts[0].text if len(parts) == 1 else joined(parts)
        ref = _source(cast, attribution) if attribution.voice == "source" else None
        cue = cue_of(analysis, attribution)
        paragraph, context = context_of(start, end)
        quote = None
        if attribution.speech or attribution.form != "indirect":  # by its cue, or since words of it are quoted
            quote = f"q{len(quotes) + 1}"
            quotes.append(quote_of(quote, attribution, parts, words, paragraph, context, ref, cue, text))
        one = Proposition(analysis, clauses, attribution, ref.actors if ref is not None else (), ids_within)
        kind_rule, polarity_rule = decided(one)
        kind, polarity = kind_rule.label, polarity_rule.label
        level, hedges = certainty(one, kind, polarity)
        condition = one.condition if kind != "question" else None  # what is asked is not put forward
        while near < count and date_starts[near] < start:
            near += 1
        # Without the constructor and by position, since names would cost as much as the rest of a claim.
        claims.append(new(Claim, (
            f"c{len(claims) + 1}", words, parts, attribution.voice, ref, cue, kind, polarity, level,
            tuple([_span(analysis, hedge.first, hedge.last) for hedge in hedges]) if hedges else (),
            _span(analysis, condition.first, condition.last) if condition is not None else None,
            quote,
            tuple(ids_within(start, end) if len(content) == 1 else _actors(cast, content)),
            _dates(dates, date_starts, content) if near < count and date_starts[near] < end else (),
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
        content = joined(spans_of(text, attribution.content))
        ref = _source(cast, attribution) if attribution.voice == "source" else None
        one = Proposition(analysis, clauses, attribution, ref.actors if ref is not None else (), cast.ids_within)
        for label_rule in decided(one):
            yield label_rule.name, content
        for rule in HEDGES:
            for hedge in rule.find(one):
                yield rule.name, _span(analysis, hedge.first, hedge.last).text
        condition = one.condition
        if condition:
            yield condition.rule.name, _span(analysis, condition.first, condition.last).text


def _turned(analysis: Analysis, attributions: Iterable[Attribution]) -> Iterable[Attribution]:
    """The attributions, each with the word in its content that turns it: "Nor are tariffs likely to fall, Lee said"."""
    counts, lowers, starts = analysis.counts, analysis.lowers, analysis.starts
    turns: dict[int, int] = {}  # {where the auxiliary behind a turning word starts: where that word does}
    for word in counts.keys() & _OPENING_TURNS:
        at = -1
        for _ in range(counts[word]):
            at = lowers.index(word, at + 1)
            if analysis.tags[at + 1:at + 2] in _AUXILIARY and analysis.text[starts[at + 1] - 1].isspace():
                turns[starts[at + 1]] = starts[at]
    if not turns:
        return attributions
    return [_with_turn(one, turns) for one in attributions]


def _with_turn(attribution: Attribution, turns: dict[int, int]) -> Attribution:
    (start, end), *others = attribution.content
    return attribution._replace(content=((turns[start], end), *others)) if start in turns else attribution


def _in_text_order(attributions: Iterable[Attribution]) -> list[Attribution]:
    """By first part, then last, then cue."""
    keyed = []
    for number, one in enumerate(attributions):
        content, cue = one.content, one.cue
        start, end = content[0]
        keyed.append((start, end, content[-1], -1 if cue is None else cue[0], number, one))
    keyed.sort()
    return [entry[5] for entry in keyed]


def _source(cast: Named, attribution: Attribution) -> Ref | None:
    """The source of an attribution; null where nobody and no words are behind it."""
    ref = cast.source_of(attribution)
    return ref if ref is not None and (ref.actors or ref.text) else None


def _span(analysis: Analysis, first: int, last: int) -> Span:
    start, end = analysis.span(first, last)
    return Span(analysis.text[start:end], start, end)


def _actors(cast: Named, parts: Iterable[tuple[int, int]]) -> Iterable[str]:
    """The actors that are named in the parts, each once."""
    return dict.fromkeys([actor for start, end in parts for actor in cast.ids_within(start, end)])


def _dates(dates: Sequence[Date], starts: list[int], parts: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """The ids of the dates that stand in the parts."""
    found: tuple[str, ...] = ()
    count = len(starts)
    for start, end in parts:
        at = bisect_left(starts, start)
        while at < count and starts[at] < end:
            date = dates[at]
            if date.end <= end:
                found += (date.id,)
            at += 1
    return found
