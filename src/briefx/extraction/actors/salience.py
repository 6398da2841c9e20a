"""How much of the text is about each actor, and what each does."""
from __future__ import annotations

from bisect import bisect_right

from briefx.extraction.actors.entity import Entity
from briefx.extraction.actors.wording import wording
from briefx.lexicon.words import speech_verbs
from briefx.text.analysis import Analysis
from briefx.text.classes import verb_lemma

# What a mention weighs by its form; a subject, a cited source, the title and the lede weigh more.
_FORMS = {"name": 1.0, "alias": 1.0, "metonym": 1.0, "nominal": 0.7, "pronoun": 0.5, "demonym": 0.2}
_SUBJECT = 0.6
_SOURCE = 0.6
_TITLE = 3.0
_LEDE = 1.5
_LEDE_SENTENCES = 3
_MOST_ACTS = 3


def subjects(analysis: Analysis, entity: Entity) -> list[tuple[int, int]]:
    """Returns (sentence, verb's token) where a mention of an entity is the subject of a finite verb."""
    tags = analysis.tags
    found = []
    for mark in entity.marks:
        if mark.form == "demonym":
            continue
        at = mark.last
        limit = min(len(tags), at + 6)
        while at < limit and tags[at] in "Rx":
            at += 1
        if at < limit and tags[at] in "ZDMbhdV" and not (mark.first and tags[mark.first - 1] in "I'"):
            while at + 1 < len(tags) and tags[at] in "MbhdBxR" and tags[at + 1] in "MbhdBxRVnGD":
                at += 1
            found.append((analysis.sentence_index(mark.first), at))
    return found


def weigh(analysis: Analysis, entities: list[Entity], sources: dict[int, int]) -> dict[int, float]:
    """Returns {id of an entity: its weight}. ``sources`` says how often each is cited as a source."""
    firsts = [sentence.first for sentence in analysis.sentences]
    body = [number for number, sentence in enumerate(analysis.sentences)
            if analysis.blocks[sentence.block].kind == "paragraph"]
    lede = set(body[:_LEDE_SENTENCES])
    title = {number for number, sentence in enumerate(analysis.sentences)
             if analysis.blocks[sentence.block].kind == "title"}
    weights = {}
    for entity in entities:
        weight = 0.0
        titled = led = False
        for mark in entity.marks:
            weight += _FORMS[mark.form]
            sentence = bisect_right(firsts, mark.first) - 1
            if sentence in title:
                titled = titled or mark.form != "demonym"
            elif sentence in lede:
                led = led or mark.form != "demonym"
        weight += _SUBJECT * len(subjects(analysis, entity))
        weight += _TITLE * titled + _LEDE * led + _SOURCE * sources.get(id(entity), 0)
        weights[id(entity)] = weight
    return weights


def find_acts(analysis: Analysis, entity: Entity, cues: set[int]) -> list[tuple[int, int]]:
    """Returns up to three sentences, in code points, that say what an entity does beyond speaking.

    ``cues`` are the tokens of verbs that attribute.
    """
    best: list[tuple[float, int]] = []
    seen: set[int] = set()
    speech, stative = speech_verbs(), wording().signals["stative"]
    for sentence, verb in subjects(analysis, entity):
        if sentence in seen or analysis.blocks[analysis.sentences[sentence].block].kind != "paragraph":
            continue
        word = analysis.lowers[verb]
        tag = analysis.tags[verb]
        lemma = verb_lemma(word)
        if verb in cues or word in speech or lemma in speech or lemma in stative or tag not in "VZDnG":
            continue
        seen.add(sentence)
        score = (1.0 if tag in "DZn" else 0.5) - 0.02 * sentence
        if tag == "n" and analysis.tags[verb - 1] in "bBR":
            continue
        if analysis.tags[verb - 1] == "M":
            score -= 0.4
        best.append((score, sentence))
    best.sort(key=lambda pair: (-pair[0], pair[1]))
    chosen = sorted(sentence for _, sentence in best[:_MOST_ACTS])
    return [(analysis.sentences[number].start, analysis.sentences[number].end) for number in chosen]
