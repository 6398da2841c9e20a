"""Capitals that stand for their state: "Tehran maintains", "Washington's answer"."""
from __future__ import annotations

from briefx.extraction.actors import passes
from briefx.extraction.actors.entity import Entity, Mark
from briefx.extraction.actors.sieve import Sieve
from briefx.extraction.actors.wording import wording
from briefx.text.analysis import Analysis


def find_metonyms(analysis: Analysis, sieve: Sieve, entities: list[Entity]) -> None:
    """Moves the mentions of a capital that acts to its state; the others stay a place."""
    lexicon = wording()
    for entity in list(entities):
        if entity.kind != "place":
            continue
        code = lexicon.capitals.get(entity.name)
        if code is None or lexicon.countries & {entity.name}:
            continue
        acting = [mark for mark in entity.marks if _acts(analysis, mark)]
        if not acting:
            continue
        acting += [mark for mark in entity.marks if mark not in acting and _is_party(analysis, mark)]
        country = sieve.known_country(code)
        if country is None:
            country = Entity("gpe", entity.name, passes.METONYM)
            country.country = code
            sieve.add_country(code, country)
            entities.append(country)
        for mark in acting:
            country.marks.append(Mark(mark.first, mark.last, "metonym", passes.METONYM))
        entity.marks = [mark for mark in entity.marks if mark not in acting]
        if not entity.marks:
            entities.remove(entity)


def _acts(analysis: Analysis, mark: Mark) -> bool:
    """Is a capital the subject of an active verb, or the owner of a deed?"""
    tags, lowers = analysis.tags, analysis.lowers
    before = lowers[mark.first - 1] if mark.first else ""
    signals = wording().signals
    if mark.last < len(tags) and tags[mark.last] == "t" and mark.first and tags[mark.first - 1] in "VZDnGS":
        return True  # "forces Washington to choose"
    if before in signals["locative"] or (mark.first and tags[mark.first - 1] in "NP'"):
        return False
    at = mark.last
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
    before = lowers[mark.first - 1] if mark.first else ""
    return before in ("by", "with", "against", "between") or (before == "from" and tags[mark.first - 2] in "NS")
