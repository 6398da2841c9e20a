"""Who and what a text names, as it is given to the other extractors."""
from __future__ import annotations

from bisect import bisect_left

from briefx.extraction.actors.sources import Sources
from briefx.extraction.attribution.relation import Attribution
from briefx.model import Actor, Place, Ref
from briefx.text.analysis import Analysis


class Cast:
    """The actors by salience, the places in text order, and who a stretch of the text refers to."""

    __slots__ = ("_analysis", "_ids", "_names", "_sources", "actors", "places")

    def __init__(self, analysis: Analysis, actors: list[Actor], places: list[Place], sources: Sources,
                 ids: dict[int, str]) -> None:
        self.actors = actors
        self.places = places
        self._analysis = analysis
        self._sources = sources
        self._ids = ids
        self._names = {actor.id: actor.name for actor in actors}

    def ids_within(self, start: int, end: int) -> tuple[str, ...]:
        """Returns the ids of the actors mentioned within an interval of code points, in order, once each."""
        found: dict[str, None] = {}
        starts, ends, marks = self._analysis.starts, self._analysis.ends, self._sources.marks
        at, count = bisect_left(self._sources.firsts, bisect_left(starts, start)), len(marks)
        while at < count:
            first, last, _, entity = marks[at]
            if starts[first] >= end:
                break
            if ends[last - 1] <= end and entity.kind != "place":
                found[self._ids[id(entity)]] = None
            at += 1
        return tuple(found)

    def source_of(self, attribution: Attribution) -> Ref:
        """Returns who is behind an attribution: the actors, and the words that cite them.

        ``name`` is that of the actors, joined with "and"; the words themselves where they stand for no actor.
        """
        span = attribution.source
        text = start = end = None
        if span is not None and span[0] < span[1]:
            start, end = self._analysis.span(*span)
            text = self._analysis.text[start:end]
        ids: tuple[str, ...] = ()
        for entity in self._sources.of(attribution):
            if entity.kind != "place":
                ids += (self._ids[id(entity)],)
        if ids:
            name = self._names[ids[0]] if len(ids) == 1 else _joined([self._names[one] for one in ids])
        elif attribution.antecedent is not None:  # "those who believe": not "who"
            name = " ".join(self._analysis.text[slice(*self._analysis.span(*attribution.antecedent))].split())
        elif text is not None:
            name = " ".join(text.split())
        else:
            name = ""
        return tuple.__new__(Ref, (ids, name, text, start, end))


def _joined(names: list[str]) -> str:
    """Several names as a list in words: "A, B and C"."""
    return f"{', '.join(names[:-1])} and {names[-1]}"
