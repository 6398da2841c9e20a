"""Who and what a text names, as it is given to the other extractors."""
from __future__ import annotations

from bisect import bisect_left

from briefx.extraction.actors.sources import Sources
from briefx.extraction.attribution.relation import Attribution
from briefx.model import Actor, Place, Ref
from briefx.text.analysis import Analysis


class Cast:
    """The actors by salience, the places in text order, and who a stretch of the text refers to."""

    __slots__ = ("_analysis", "_begins", "_sources", "actors", "places")

    def __init__(self, analysis: Analysis, actors: list[Actor], places: list[Place], sources: Sources) -> None:
        self.actors = actors
        self.places = places
        self._analysis = analysis
        self._sources = sources
        starts = analysis.starts
        # Where each mention starts, in code points; behind the last one what no interval holds.
        self._begins = [*[starts[mark[0]] for mark in sources.marks], len(analysis.text) + 1]

    def ids_within(self, start: int, end: int) -> tuple[str, ...]:
        """Returns the ids of the actors mentioned within an interval of code points, in order, once each."""
        begins = self._begins
        at = bisect_left(begins, start)
        if begins[at] >= end:
            return ()
        found: dict[str, None] = {}
        ends, marks = self._analysis.ends, self._sources.marks
        while begins[at] < end:
            _, last, _, entity = marks[at]
            if ends[last - 1] <= end and entity.id is not None:
                found[entity.id] = None
            at += 1
        return tuple(found)

    def source_of(self, attribution: Attribution) -> Ref:
        """Returns who is behind an attribution: the actors, and the words that cite them.

        ``name`` is that of the actors, joined with "and"; the words themselves where they stand for no actor.
        """
        span = attribution.source
        text = start = end = None
        if span is not None and span[0] < span[1]:
            start, end = self._analysis.starts[span[0]], self._analysis.ends[span[1] - 1]
            text = self._analysis.text[start:end]
        ids: tuple[str, ...] = ()
        names: list[str] = []
        for entity in self._sources.of(attribution):
            if entity.id is not None:
                ids += (entity.id,)
                names.append(entity.name)
        if names:
            name = names[0] if len(names) == 1 else _joined(names)
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
