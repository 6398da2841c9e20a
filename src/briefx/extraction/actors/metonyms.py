"""Capitals and seats that stand for who sits there: "Tehran maintains", "Washington's answer"."""
from __future__ import annotations

from briefx.extraction.actors import passes
from briefx.extraction.actors.entity import Entity, Mark
from briefx.extraction.actors.sieve import Sieve
from briefx.extraction.actors.wording import wording
from briefx.lexicon.names import seats_of_bodies, usual_names
from briefx.text.analysis import Analysis


def find_metonyms(analysis: Analysis, sieve: Sieve, entities: list[Entity]) -> None:
    """Moves the mentions of a capital that acts to its state; the others stay a place.

    The seat of a body ("Brussels") stands for that body where the text names it.
    """
    capitals = wording().capitals
    for entity in [entity for entity in entities if entity.kind == "place" and entity.name in capitals]:
        acting = [_acts(analysis, mark) for mark in entity.marks]
        if not any(acting):
            continue
        body = seats_of_bodies().get(entity.name)
        actor = sieve.body(body) if body else sieve.known_country(capitals[entity.name])
        if actor is None and body:
            continue
        if actor is None:
            code = capitals[entity.name]
            actor = Entity("gpe", usual_names()[code], passes.METONYM)
            actor.country = code
            sieve.add_country(code, actor)
            entities.append(actor)
        left = []
        for mark, acts in zip(entity.marks, acting):
            if acts or _is_party(analysis, mark):
                actor.marks.append((*mark[:2], "metonym", passes.METONYM))
            else:
                left.append(mark)
        entity.marks = left
        if not left:
            entities.remove(entity)


def _acts(analysis: Analysis, mark: Mark) -> bool:
    """Is a capital the subject of an active verb, or the owner of a deed?"""
    tags, lowers = analysis.tags, analysis.lowers
    first, at, _, _ = mark
    before = lowers[first - 1] if first else ""
    signals = wording().signals
    if at < len(tags) and tags[at] == "t" and first and tags[first - 1] in "VZDnGS":
        return True  # "forces Washington to choose"
    if before in signals["locative"] or (first and tags[first - 1] in "NP'"):
        return False
    if at >= len(tags):
        return False
    if tags[at] == "'":
        return at + 1 < len(lowers) and not signals["deed"].isdisjoint(lowers[at + 1:at + 3])
    while at + 1 < len(tags) and tags[at] in "Rx":
        at += 1
    if tags[at] in "ZDh":
        return True
    return tags[at] in "Md" and at + 1 < len(tags) and tags[at + 1] in "VxR"


def _is_party(analysis: Analysis, mark: Mark) -> bool:
    """Is a capital named as a party: "demands from Tehran", "talks with Moscow"?"""
    tags, lowers = analysis.tags, analysis.lowers
    first = mark[0]
    before = lowers[first - 1] if first else ""
    return before in ("by", "with", "against", "between") or (before == "from" and tags[first - 2] in "NS")
