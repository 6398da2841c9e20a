"""The signs inside a name: its words, their order and their form."""
from __future__ import annotations

import re
from functools import cache

from briefx.extraction.actors.wording import wording

# Signs that a name is a body's, whatever its first word.
_BODY_SIGNS = frozenset(("actor.org_legal", "actor.org_head", "actor.org_of", "actor.org_company", "actor.org_media"))
# Lower-case words that may stand inside the name of a body; what may open an Arabic surname; a bound on length.
_CONNECTORS = ("of", "for", "on")
_ARTICLES = ("al-", "el-")
_MOST_WORDS_OF_A_PERSON = 5
# Openings of surnames that have a capital inside.
_NAME_OPENINGS = ("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Du", "Fitz")
_KINDS = {"country": "actor.known_country", "region": "actor.known_region", "city": "actor.known_city",
          "area": "actor.known_area"}


@cache
def _acronym() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5}|[A-Z]+-[A-Z]+|[A-Z]&[A-Z])s?$")


@cache
def _seat() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z]-[A-Z][a-z]*\.?|[DIR]-(?:[A-Z]\.?){2,3})$")


@cache
def _camel() -> re.Pattern[str]:
    return re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]*$")


@cache
def _initial() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z]\.?-?){1,3}$")


def inner_signs(key: str) -> list[str]:
    """Returns the names of the signs inside a name."""
    lexicon = wording()
    bare = key.removeprefix("The ")
    found = []
    if lexicon.bodies[bare]:
        found.append("actor.known_body")
    place = lexicon.gazetteer[bare]
    if place is not None:
        found.append(_KINDS[place.kind])
        if bare in lexicon.capitals:
            found.append("actor.capital")
    tokens = bare.split(" ")
    last = tokens[-1]
    if last.rpartition("-")[2] in lexicon.signals["compound"] and "-" in last:
        return ["actor.no_name"]  # "St. Louis-based"
    if len(tokens) > 1 and place is not None:
        return found  # what its words say is said
    lone = len(tokens) == 1 or (len(tokens) == 2 and not tokens[0].isupper())
    if lone and _acronym().match(last) and last not in lexicon.alone and not _is_seat(last) \
            and (not lexicon.lower_case[last.lower()] or lexicon.bodies[bare]):
        found.append("actor.acronym")
    if any(token[-1].isdigit() for token in tokens):
        found.append("actor.digits")
    found += _of_several(tokens) if len(tokens) > 1 else _of_one(bare)
    return found


def _of_one(word: str) -> list[str]:
    """The signs of a name of one word."""
    lexicon = wording()
    found = []
    if word in lexicon.alone or _is_seat(word):
        found.append("actor.no_name")
    if not word[1:].islower() and not word.isupper() and _camel().match(word) and not word.startswith(_NAME_OPENINGS):
        found.append("actor.camel_case")
    if lexicon.lower_case[word.lower()]:
        found.append("actor.common_words")
    if word in lexicon.capitals:
        return found  # a capital is far more often in the news than anybody who is called like it
    if lexicon.given_names[word]:
        found.append("actor.given_alone")
    found += _of_surname(word)
    if word.lower().startswith(_ARTICLES):
        found.append("actor.particle")
    return found


def _of_several(tokens: list[str]) -> list[str]:
    """The signs of a name of several words."""
    lexicon = wording()
    first, last = tokens[0], tokens[-1]
    of = next((at for at, token in enumerate(tokens) if at and token in _CONNECTORS), 0)
    personal = bool(lexicon.surnames[last]) and len(tokens) < _MOST_WORDS_OF_A_PERSON \
        and (bool(lexicon.given_names[first]) or _is_initial(first))
    found = []
    tail = _of_last_word(last, personal)
    if not tail and len(tokens) > 2 and tokens[-2] in lexicon.heads and lexicon.gazetteer[last]:
        tail = "actor.org_head"  # "King's College London"
    if tail:
        found.append(tail)
    if of:
        found.append(_of_head(tokens[of - 1]))
    elif first in lexicon.signals["named_event"] and not tail:
        found.append("actor.event_opening")  # "Hurricane Maria"
    elif first in lexicon.openings:
        found.append("actor.org_opening")
    elif first in lexicon.place_before:
        found.append("actor.place_opening")
    if first in lexicon.directions and lexicon.gazetteer[" ".join(tokens[1:])]:
        found.append("actor.part_of_country")
    if last in lexicon.parties and first not in lexicon.parties and not lexicon.given_names[first]:
        found.append("actor.no_name")
    if "&" in tokens:
        found.append("actor.org_ampersand")
    words = [token for token in tokens if token[0].isupper() or "-" in token]
    common = sum([lexicon.lower_case[token.lower()] for token in words])
    if not of and lexicon.given_names[first] and _BODY_SIGNS.isdisjoint(found) \
            and (not lexicon.lower_case[first.lower()] or lexicon.surnames[last]):
        found.append("actor.given_name")
    found += _of_surname(last)
    if last in lexicon.numerals and len(tokens) < _MOST_WORDS_OF_A_PERSON - 1:
        found.append("actor.ruler")
    if any(map(_is_initial, tokens[:-1])):
        found.append("actor.initials")
    if not lexicon.particles.isdisjoint(tokens[:-1]) or last.lower().startswith(_ARTICLES):
        found.append("actor.particle")
    if len(words) in (2, 3) and not common and not of:
        found.append("actor.two_words")
    if len(words) > 3:
        found.append("actor.long_name")
    if common == len(words):
        found.append("actor.common_words")
    return found


def _of_last_word(last: str, personal: bool) -> str:
    """The sign that the last word of a name gives; ``personal`` says that the whole looks like a person's."""
    lexicon = wording()
    if last in lexicon.legal:
        return "actor.org_legal"
    if last in lexicon.heads:
        return "actor.org_head"
    if not personal and (last in lexicon.events or last.rstrip("s") in lexicon.events):
        return "actor.event_head"
    if not personal and last in lexicon.place_after:
        return "actor.place_head"
    if last in lexicon.units and last not in lexicon.club_heads:
        return "actor.place_unit"
    if last in lexicon.grounds:
        return "actor.facility"
    if last in lexicon.club_heads:
        return "actor.org_club"
    if last in lexicon.media_heads:
        return "actor.org_media"
    if last in lexicon.company_heads:
        return "actor.org_company"
    return "actor.org_weak_head" if last in lexicon.weak_heads else ""


def _of_head(head: str) -> str:
    """The sign that the word in front of "of" gives."""
    lexicon = wording()
    if head in lexicon.event_openings or head in lexicon.events:
        return "actor.event_opening"
    if head in lexicon.openings or head in lexicon.heads or head in lexicon.weak_heads:
        return "actor.org_of"
    return "actor.place_of" if head in lexicon.area_heads else "actor.org_opening"


def _of_surname(word: str) -> list[str]:
    """The sign that a surname gives, by how surely it is one."""
    kind = wording().surnames[word]
    if kind:
        return ["actor.surname_sure" if kind == "s" else "actor.surname_word"]
    return ["actor.surname_form"] if _is_surname_form(word) else []


def _is_seat(word: str) -> bool:
    """Is a word a party and a state: "D-Calif.", "R-N.Y."?"""
    return "-" in word and _seat().match(word) is not None


def _is_initial(token: str) -> bool:
    """Is a token an initial, or several: "J.", "J.R."?"""
    return token[-1] == "." and _initial().match(token) is not None


def _is_surname_form(word: str) -> bool:
    """Does a word end as surnames do, and hardly anything else?"""
    endings = wording().signals["surname_ending"]
    return any(word[-size:] in endings for size in range(2, min(7, len(word) - 1)))
