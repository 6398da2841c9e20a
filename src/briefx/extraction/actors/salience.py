"""How much of the text is about each actor."""
from __future__ import annotations

from briefx.extraction.actors.entity import Entity
from briefx.text.analysis import Analysis

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


def deeds_of(tags: str, entity: Entity) -> int:
    """Returns how many mentions of an entity are the subject of a finite verb."""
    count = len(tags)
    deeds = 0
    for first, at, form, _ in entity.marks:
        if at >= count or tags[at] not in "ZDMbhdVRx" or form == "demonym" or (first and tags[first - 1] in "I'"):
            continue
        if tags[at] in "Rx":
            limit = min(count, at + _ADVERBS_LOOKED_OVER)
            while at < limit and tags[at] in "Rx":
                at += 1
            if at == limit or tags[at] not in "ZDMbhdV":
                continue
        deeds += 1
    return deeds


def weights_of(analysis: Analysis, entities: list[Entity], deeds: dict[int, int], cited: dict[int, int]
               ) -> dict[int, float]:
    """Returns {id of an entity: its weight}.

    ``deeds`` says how often each is the subject of a verb, ``cited`` how often the source of an attribution.
    """
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
    weights = {}
    for entity in entities:
        number, marks = id(entity), entity.marks
        weight = _SUBJECT * deeds[number] + _SOURCE * cited.get(number, 0)
        for _, _, form, _ in marks:
            weight += _FORMS[form]
        if marks[0][0] < lede_end or marks[0][0] < title_end:
            early = [mark[0] for mark in marks[:_EARLIEST] if mark[2] != "demonym"]
            if early and early[0] < title_end:
                weight += _TITLE
            if any([lede_start <= first < lede_end for first in early]):
                weight += _LEDE
        weights[number] = weight
    return weights
