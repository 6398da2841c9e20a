"""The actors and places of a text: finds names, types them, puts them together, resolves what refers to them."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefx.extraction.actors.candidates import find_candidates
from briefx.extraction.actors.entity import Entity, Mark
from briefx.extraction.actors.sieve import Sieve
from briefx.extraction.actors.typing import collect, decide
from briefx.extraction.attribution.relation import Attribution
from briefx.model import Actor, Mention, Place, Ref, Span
from briefx.text.analysis import Analysis


class Cast:
    """Who and what a text names, and who a stretch of it refers to."""

    def __init__(self, analysis: Analysis, actors: list[Actor], places: list[Place],
                 marks: list[tuple[int, int, str]]) -> None:
        self.actors = actors
        self.places = places
        self._analysis = analysis
        self._marks = sorted(marks)
        self._starts = [mark[0] for mark in self._marks]
        self._names = {actor.id: actor.name for actor in actors}

    def ids_within(self, start: int, end: int) -> tuple[str, ...]:
        """Returns the ids of the actors mentioned within an interval of code points, in order, once each."""
        found: dict[str, None] = {}
        for at in range(bisect_left(self._starts, start), len(self._marks)):
            mark_start, mark_end, name = self._marks[at]
            if mark_start >= end:
                break
            if mark_end <= end:
                found[name] = None
        return tuple(found)

    def source_of(self, attribution: Attribution) -> Ref:
        """Returns who is behind an attribution: the actors, and the words that cite them."""
        span = attribution.source
        text = start = end = None
        ids: tuple[str, ...] = ()
        if span is not None and span[0] < span[1]:
            start, end = self._analysis.span(*span)
            text = self._analysis.text[start:end]
            ids = self._heads(*span)
        if not ids and attribution.antecedent is not None:
            ids = self._heads(*attribution.antecedent)
        name = ", ".join(self._names[one] for one in ids) if ids else " ".join((text or "").split())
        return Ref(ids, name, text, start, end)

    def _heads(self, first: int, last: int) -> tuple[str, ...]:
        """The actors that a phrase stands for."""
        analysis = self._analysis
        start, end = analysis.span(first, last)
        return self.ids_within(start, end)[:1]


def find_actors(analysis: Analysis, attributions: Sequence[Attribution] = ()) -> Cast:
    """Returns the actors and places of a text, by salience and in text order."""
    candidates = find_candidates(analysis)
    votes = collect(analysis, candidates.names)
    types = decide(votes)
    entities = Sieve(analysis, votes, types).run()
    return _cast(analysis, entities)


def _cast(analysis: Analysis, entities: list[Entity]) -> Cast:
    actors: list[Actor] = []
    places: list[Place] = []
    marks: list[tuple[int, int, str]] = []
    for entity in entities:
        entity.marks.sort()
        mentions = tuple(_mention(analysis, mark) for mark in entity.marks)
        if entity.kind == "place":
            places.append(Place(f"p{len(places) + 1}", entity.name, entity.country, mentions))
            continue
        name = f"a{len(actors) + 1}"
        marks.extend((mention.start, mention.end, name) for mention in mentions)
        actors.append(Actor(name, entity.name, entity.kind, None, (), tuple(n for n in entity.names if n != entity.name),
                            entity.country, 0.0, (), mentions, entity.rule))
    return Cast(analysis, actors, places, marks)


def _mention(analysis: Analysis, mark: Mark) -> Mention:
    start, end = analysis.span(mark.first, mark.last)
    return Mention(analysis.text[start:end], start, end, mark.form)


def _span(analysis: Analysis, first: int, last: int) -> Span:
    start, end = analysis.span(first, last)
    return Span(analysis.text[start:end], start, end)
