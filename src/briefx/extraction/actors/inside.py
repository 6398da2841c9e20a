"""The signs inside a name: its words, their order and their form."""
from __future__ import annotations

import re

from briefx.extraction.actors.wording import wording

_ACRONYM = re.compile(r"(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5}|[A-Z]+-[A-Z]+|[A-Z]&[A-Z])s?$")
_SEAT = re.compile(r"[A-Z]-[A-Z][a-z]*\.?$")
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]*$")
# Openings of surnames that have a capital inside.
_NAME_OPENINGS = ("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Du", "Fitz")
_INITIAL = re.compile(r"(?:[A-Z]\.?-?){1,3}$")
_KINDS = {"country": "actor.known_country", "region": "actor.known_region", "city": "actor.known_city",
          "area": "actor.known_area"}
# The cache of names seen is emptied when it has grown to this many.
_MOST_CACHED = 50_000
_cache: dict[str, tuple[str, ...]] = {}


def inner_signs(key: str) -> tuple[str, ...]:
    """Returns the names of the signs inside a name."""
    found = _cache.get(key)
    if found is None:
        if len(_cache) > _MOST_CACHED:
            _cache.clear()
        found = _cache[key] = tuple(_inner_signs(key))
    return found


def _inner_signs(key: str) -> list[str]:
    lexicon = wording()
    found = []
    bare = key[4:] if key.startswith("The ") else key
    place = lexicon.gazetteer[bare]
    if bare in lexicon.bodies:
        found.append("actor.known_body")
    if place:
        found.append(_KINDS[place.kind])
        if bare in lexicon.capitals:
            found.append("actor.capital")
    tokens = bare.split(" ")
    last, first = tokens[-1], tokens[0]
    several = len(tokens) > 1
    middle_of = "of" in tokens[1:] or "for" in tokens[1:] or "on" in tokens[1:]
    if not several and (last in lexicon.alone or _SEAT.match(last)):
        found.append("actor.no_name")
    if several and place is not None:
        return found
    if several and first in lexicon.directions and lexicon.gazetteer[" ".join(tokens[1:])]:
        found.append("actor.part_of_country")
    if not several and _CAMEL.match(bare) and not bare.startswith(_NAME_OPENINGS):
        found.append("actor.camel_case")
    if several:
        personal = bool(lexicon.surnames[last]) and len(tokens) < 5 and bool(
            lexicon.given_names[first] or (_INITIAL.match(first) is not None and first[-1] == "."))
        if last in lexicon.legal:
            found.append("actor.org_legal")
        elif last in lexicon.heads:
            found.append("actor.org_head")
        elif (last in lexicon.events or last.rstrip("s") in lexicon.events) and not personal:
            found.append("actor.event_head")
        elif last in lexicon.place_after and not personal:
            found.append("actor.place_head")
        elif last in lexicon.units and last not in lexicon.club_heads:
            found.append("actor.place_unit")
        elif last in lexicon.grounds:
            found.append("actor.facility")
        elif last in lexicon.club_heads:
            found.append("actor.org_club")
        elif last in lexicon.media_heads:
            found.append("actor.org_media")
        elif last in lexicon.company_heads:
            found.append("actor.org_company")
        elif last in lexicon.weak_heads:
            found.append("actor.org_weak_head")
        if middle_of:
            at = next(number for number, token in enumerate(tokens) if number and token in ("of", "for", "on"))
            head = tokens[at - 1]
            if head in lexicon.event_openings or head in lexicon.events:
                found.append("actor.event_opening")
            elif head in lexicon.openings or head in lexicon.heads or head in lexicon.weak_heads:
                found.append("actor.org_of")
            elif head in lexicon.area_heads:
                found.append("actor.place_of")
            else:
                found.append("actor.org_opening")
        elif first in lexicon.openings:
            found.append("actor.org_opening")
        elif first in lexicon.place_before:
            found.append("actor.place_opening")
        if "&" in tokens:
            found.append("actor.org_ampersand")
    if _ACRONYM.match(last) and not _SEAT.match(last) and not (last.lower() in lexicon.lower_case and bare not in lexicon.bodies) \
            and (not several or len(tokens) == 2) and last not in lexicon.alone:
        found.append("actor.acronym")
    words = [token for token in tokens if token[:1].isupper() or "-" in token]
    common = [token for token in words if token.lower() in lexicon.lower_case]
    if any(token[-1].isdigit() for token in tokens):
        found.append("actor.digits")
    if several:
        if lexicon.given_names[first] and not middle_of and (first.lower() not in lexicon.lower_case
                                                             or lexicon.surnames[last]):
            found.append("actor.given_name")
        if lexicon.surnames[last]:
            found.append("actor.surname_sure" if lexicon.surnames[last] == "s" else "actor.surname_word")
        elif _is_surname_form(last):
            found.append("actor.surname_form")
        if last in lexicon.numerals and len(tokens) < 4:
            found.append("actor.ruler")
        if any(_INITIAL.match(token) and token[-1] == "." for token in tokens[:-1]):
            found.append("actor.initials")
        if any(token in lexicon.particles for token in tokens[:-1]) or last[:3].lower() in ("al-", "el-", "bin"):
            found.append("actor.particle")
        if len(words) in (2, 3) and not common and not middle_of:
            found.append("actor.two_words")
        if len(words) > 3:
            found.append("actor.long_name")
        if len(common) == len(words):
            found.append("actor.common_words")
    else:
        if bare in lexicon.capitals:
            return found  # a capital is far more often in the news than anybody who is called like it
        if lexicon.given_names[bare]:
            found.append("actor.given_alone")
        if lexicon.surnames[bare]:
            found.append("actor.surname_sure" if lexicon.surnames[bare] == "s" else "actor.surname_word")
        elif _is_surname_form(bare):
            found.append("actor.surname_form")
        if bare[:3].lower() in ("al-", "el-"):
            found.append("actor.particle")
        if common:
            found.append("actor.common_words")
    return found


def _is_surname_form(word: str) -> bool:
    """Does a word end as surnames do, and hardly anything else?"""
    endings = wording().signals["surname_ending"]
    return any(word[-size:] in endings for size in range(2, min(7, len(word) - 1)))
