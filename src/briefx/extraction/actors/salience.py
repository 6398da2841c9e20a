"""How much of the text is about each actor."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefx.extraction.actors.entity import Entity, Mark
from briefx.text.analysis import Analysis
from briefx.text.classes import ADVERBS, FINITE

# What a mention weighs by its form; a subject, a cited source, the title and the lede weigh more.
_FORMS = {"name": 1.0, "alias": 1.0, "metonym": 1.0, "nominal": 0.7, "pronoun": 0.5, "demonym": 0.2}
_SUBJECT = 0.6
_SOURCE = 0.6
_TITLE = 3.0
_LEDE = 1.5
_LEDE_SENTENCES = 3
# The first mentions of an actor, which are sought in title and lede.
_EARLIEST = 3
_ADVERBS_LOOKED_OVER = 6
_WITHIN_PHRASE = frozenset("I'")


def deeds_of(tags: Sequence[str], openers: Iterable[Mark]) -> int:
    """Returns how many of the mentions of an entity, each with a token behind it, are the subject of a finite verb."""
    count = len(tags)
    deeds = 0
    for first, at, _, _ in openers:
        tag = tags[at]
        if tag not in FINITE:
            limit = min(count, at + _ADVERBS_LOOKED_OVER)
            while at < limit and tags[at] in ADVERBS:
                at += 1
            if at == limit or tags[at] not in FINITE:
                continue
        if first and tags[first - 1] in _WITHIN_PHRASE:
            continue
        deeds += 1
    return deeds


def weigh(analysis: Analysis, entities: Iterable[Entity]) -> None:
    """Gives each entity its weight, of which its mentions, what it does and what it is cited for are known."""
    sentences, blocks = analysis.sentences, analysis.blocks
    title_end = lede_end = 0
    prose = 0
    for sentence in sentences:
        kind = blocks[sentence.block].kind
        if kind == "title":
            title_end = sentence.last
        elif kind == "paragraph":
            prose += 1
            lede_end = sentence.last
            if prose == _LEDE_SENTENCES:
                break
    lede_start = 0
    if title_end and title_end - 1 < sentences[-1].first:
        lede_start = sentences[analysis.sentence_numbers[title_end - 1] + 1].first
    early_end = max(title_end, lede_end)
    for entity in entities:
        marks = entity.marks
        weight = _SUBJECT * entity.deeds + _SOURCE * entity.cited
        for mark in marks:
            weight += _FORMS[mark[2]]
        if entity.first < early_end:
            early = [mark[0] for mark in marks[:_EARLIEST] if mark[2] != "demonym"]
            if early and early[0] < title_end:
                weight += _TITLE
            for first in early:
                if lede_start <= first < lede_end:
                    weight += _LEDE
                    break
        entity.weight = weight
