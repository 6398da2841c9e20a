"""Words a second of each stage, against one pass of a bare pattern over the same articles in the same run."""
from __future__ import annotations

import re
from collections.abc import Callable
from time import process_time
from typing import NamedTuple

from briefx.batch import GROUP_ITEMS
from briefx.extraction.actors.finder import find_actors
from briefx.extraction.attribution.finder import find_attributions
from briefx.extraction.claims import views
from briefx.extraction.dates.anchor import reference_date
from briefx.extraction.dates.tagger import find_dates
from briefx.extraction.summary import summarize
from briefx.extraction.timeline import timeline
from briefx.model import Document
from briefx.pipeline import analysis_of, brief_of, briefs_of
from briefx.rendering.json import json_line
from briefx.rendering.markdown import to_markdown

_BARE = re.compile(r"\w+|[^\w\s]")


class Stage(NamedTuple):
    """``seconds`` is the least of several rounds; ``words`` counts the words of all articles."""

    name: str
    seconds: float
    words: int

    @property
    def speed(self) -> float:
        return self.words / self.seconds


def measured(documents: list[Document], rounds: int) -> list[Stage]:
    """Returns each stage: the pattern first, the whole brief last. Others' work on the machine is left out."""
    words = sum(brief_of(document).counts.words for document in documents)
    least: dict[str, float] = {}
    for _ in range(rounds):
        for name, seconds in _round(documents).items():
            least[name] = min(seconds, least.get(name, seconds))
    return [Stage(name, seconds, words) for name, seconds in least.items()]


def _round(documents: list[Document]) -> dict[str, float]:
    times: dict[str, float] = {}

    def timed(name: str, work: Callable[[Document], object]) -> list[object]:
        start = process_time()
        results = [work(document) for document in documents]
        times[name] = process_time() - start
        return results

    timed("re.findall", lambda document: _BARE.findall(document.text))
    analyses = dict(zip(map(id, documents), timed("tokens", analysis_of)))

    def analysis(document: Document):  # type: ignore[no-untyped-def]
        return analyses[id(document)]

    timed("sentences, marks", lambda document: (analysis(document).sentences, analysis(document).marked))
    timed("word classes", lambda document: analysis(document).tags)
    timed("phrases", lambda document: (analysis(document).verb_groups, analysis(document).noun_phrases))
    days = dict(zip(map(id, documents), timed("reference date", lambda document: reference_date(
        analysis(document), document, None)[0].value)))
    dates = dict(zip(map(id, documents), timed("dates", lambda document: find_dates(
        analysis(document), days[id(document)]))))
    found = dict(zip(map(id, documents), timed("attributions", lambda document: find_attributions(
        analysis(document)))))
    casts = dict(zip(map(id, documents), timed("actors", lambda document: find_actors(
        analysis(document), found[id(document)]))))
    claims = dict(zip(map(id, documents), timed("quotes, claims", lambda document: views(
        analysis(document), found[id(document)], casts[id(document)], dates[id(document)])[1])))
    timed("summary, timeline", lambda document: (
        summarize(analysis(document), casts[id(document)], claims[id(document)], dates[id(document)]),
        timeline(analysis(document), dates[id(document)], casts[id(document)])))
    briefs = dict(zip(map(id, documents), timed("whole brief", brief_of)))
    timed("to_dict", lambda document: briefs[id(document)].to_dict())
    timed("JSON line", lambda document: json_line(briefs[id(document)]))
    timed("Markdown", lambda document: to_markdown(briefs[id(document)]))
    timed("whole brief to a dictionary", lambda document: brief_of(document).to_dict())
    start = process_time()
    # As the command does it.
    for at in range(0, len(documents), GROUP_ITEMS):
        dictionaries = [brief.to_dict() for brief in briefs_of(documents[at:at + GROUP_ITEMS])]
        assert dictionaries
    times["the same, several articles at a time"] = process_time() - start
    return times
