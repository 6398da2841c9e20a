"""Attributions written into a text, so that what is made of them can be tested without finding them."""
from __future__ import annotations

import re

from briefx.extraction.attribution.relation import Attribution
from briefx.model import Ref
from briefx.text.analysis import Analysis

_PIECES = {"[": ("source", "]"), "{": ("cue", "}"), "<": ("content", ">")}


def attributed(marked: str, frame: str = "that", lemma: str | None = None, speech: bool = True,
               voice: str | None = None) -> tuple[Analysis, Attribution]:
    """Returns a text and the attribution marked in it: "[Ann] {said} that <it rained>."

    The head of the cue is its last verb, else its last noun, adjective or word; ``lemma`` where the verb's own
    is not meant.
    """
    text = ""
    pieces: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    open_at: list[int] = []
    for token in re.findall(r"[\[\]{}<>]|[^\[\]{}<>]+", marked):
        if token in _PIECES:
            open_at.append(len(text))
        elif token in "]}>":
            name = next(name for name, closing in _PIECES.values() if closing == token)
            pieces[name].append((open_at.pop(), len(text)))
        else:
            text += token
    analysis = Analysis(text)

    def tokens(name: str) -> tuple[int, int] | None:
        if not pieces[name]:
            return None
        start, end = pieces[name][0]
        return analysis.token_at(start), analysis.token_at(end)

    cue = tokens("cue")
    head = None
    if cue:
        of_class = {group.head for group in analysis.verb_groups}
        places = range(*cue)
        head = next((at for at in reversed(places) if at in of_class and analysis.tags[at] not in "bh"),
                    next((at for at in reversed(places) if analysis.tags[at] in "NSJ"), cue[1] - 1))
        if lemma is None:
            lemma = next((group.lemma for group in analysis.verb_groups if group.head == head),
                         analysis.lowers[head])
    content = tuple(pieces["content"])
    quoted = tuple((start, end) for start, end in content
                   if any(one.start <= start and end <= one.end for one in analysis.marked))
    touched = any(start <= one.start < end for start, end in content for one in analysis.marked)
    form = "direct" if len(quoted) == len(content) else "mixed" if touched else "indirect"
    if form == "mixed":
        quoted = tuple((one.start, one.end) for one in analysis.marked)
    found = voice or ("source" if pieces["source"] else "unnamed" if cue else "article")
    return analysis, Attribution(content, quoted, tokens("source"), None, cue, head, lemma or "", form, frame, speech,
                                 found, f"attribution.{frame}")


class Cast:
    """A cast of one actor a word: each capitalised word is an actor whose id is that word."""

    def __init__(self, analysis: Analysis, same: dict[str, str] | None = None) -> None:
        self.analysis = analysis
        self.same = same or {}

    def ids_within(self, start: int, end: int) -> list[str]:
        found = []
        for word, first, last in zip(self.analysis.words, self.analysis.starts, self.analysis.ends, strict=True):
            name = self.same.get(word, word)
            if start <= first and last <= end and name[0].isupper() and name not in found:
                found.append(name)
        return found

    def source_of(self, attribution: Attribution) -> Ref | None:
        if attribution.source is None:
            return None
        start, end = self.analysis.span(*attribution.source)
        text = self.analysis.text[start:end]
        return Ref(tuple(self.ids_within(start, end)), text, text, start, end)
