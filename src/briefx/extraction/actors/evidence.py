"""What speaks for a name being a person, an organization, a place or nothing of the kind.

Each row is a sign: how much it weighs for each type. The signs of all places where a name stands in a
document are added up, so that the whole document votes (Mikheev, Moens and Grover, MUC-7, 1998). A sure sign
weighs more than all weak ones together.
"""
from __future__ import annotations

from functools import cache
from typing import NamedTuple

PERSON, ORGANIZATION, PLACE, OTHER = range(4)


class Sign(NamedTuple):
    """A row: weights for person, organization, place and none of these; with the cases that show it."""

    name: str
    person: float
    organization: float
    place: float
    other: float
    example: str = ""
    gives: str = ""
    near_miss: str = ""


SIGNS = (
    # Inside the name.
    Sign("actor.title_name", 9, -4, -6, -2),
    Sign("actor.byline", 9, -4, -6, -2),
    Sign("actor.org_legal", -4, 9, -4, -4),
    Sign("actor.known_body", -2, 7, -2, -2),
    Sign("actor.known_country", -4, -2, 8, -4),
    Sign("actor.known_region", 0, -1, 5.5, -1),
    Sign("actor.known_city", 0, -0.5, 4, -1),
    Sign("actor.capital", -1, -0.5, 2, 0),
    Sign("actor.known_area", -2, -2, 6, -1),
    Sign("actor.org_head", -5, 6, -2, -1),
    Sign("actor.org_of", -5, 6, -2, -1),
    Sign("actor.org_company", -3, 4, -1, 0),
    Sign("actor.org_media", -3, 4, -1, 0),
    Sign("actor.org_club", -2, 4, -1, 0),
    Sign("actor.org_weak_head", -3, 3.5, -1, 0),
    Sign("actor.org_opening", -2, 3, 0, 0),
    Sign("actor.org_ampersand", -3, 5, -2, 0),
    Sign("actor.acronym", -3, 3.5, -1, 0.5),
    Sign("actor.place_head", -4, -1, 6, 0),
    Sign("actor.place_opening", -1, -0.5, 3, 0),
    Sign("actor.place_unit", -3, 0, 5, 0),
    Sign("actor.place_of", -5, -1, 6, 0),
    Sign("actor.facility", -3, 0, 4.5, 0),
    Sign("actor.event_head", -5, -2, -2, 8),
    Sign("actor.event_opening", -4, -3, -2, 8),
    Sign("actor.no_name", -4, -4, -4, 9),
    Sign("actor.given_name", 5, -2, -2, -1),
    Sign("actor.given_alone", 2.5, -1, -1, 0),
    Sign("actor.surname_sure", 2, -0.5, -0.5, -0.5),
    Sign("actor.surname_word", 0.7, 0, 0, 0),
    Sign("actor.surname_form", 1.5, 0, 0, 0),
    Sign("actor.initials", 4, -1, -2, -1),
    Sign("actor.ruler", 4, -1, -1, 0),
    Sign("actor.particle", 2, 0, 0.7, -0.7),
    Sign("actor.two_words", 1.8, -0.3, 0.3, 0),
    Sign("actor.common_words", -2, 0.5, -1, 1.5),
    Sign("actor.long_name", -2.5, 0.5, 0, 0.5),
    Sign("actor.digits", -3, 0, 0, 2),
    Sign("actor.part_of_country", -3, -1, 6, -2),
    Sign("actor.camel_case", -1, 3, -1, 0.5),
    Sign("actor.sentence_start", -0.5, -0.5, -0.5, 2.5),
    # Around it.
    Sign("actor.body_noun_before", 0, 3.5, -1, 0),
    Sign("actor.body_noun_behind", -0.5, 1.5, 0, 0),
    Sign("actor.place_noun_behind", -1, 0, 3, 0),
    Sign("actor.work_noun_before", -1, -1, -1, 4),
    Sign("actor.work_noun_behind", -0.5, -0.5, -0.5, 2),
    Sign("actor.work_year", -1, -1, -1, 3),
    Sign("actor.team", -1, 4.5, -1.5, 0),
    Sign("actor.of_name", -0.3, 0.3, 0.6, 0),
    Sign("actor.with_person", 2, 0, 0, 0),
    Sign("actor.with_body", 0, 2, 0, 0),
    Sign("actor.with_place", 0, 0, 2, 0),
    Sign("actor.role_name", 4, -1, -2, -1),
    Sign("actor.age", 6, -3, -3, -1),
    Sign("actor.apposition_role", 3, -1, -1, -0.5),
    Sign("actor.relative_who", 3, -1, -2, -0.5),
    Sign("actor.says", 1.5, 0.7, -0.5, -1),
    Sign("actor.acts", 1.0, 0.4, -0.3, -0.2),
    Sign("actor.in_place", -1.5, -0.5, 2, 0),
    Sign("actor.near_place", -2, -0.5, 2.5, 0),
    Sign("actor.to_place", 0.4, 0, 0.9, -0.8),
    Sign("actor.at_body", -1, 0.8, 0.8, 0),
    Sign("actor.of_place", -4, 0, 4, 0),
    Sign("actor.dateline", -4, -3, 6, -2),
    Sign("actor.with_state", -0.5, -1, 3, 0),
    Sign("actor.article", -3, 1.2, 0.8, 0.6),
    Sign("actor.article_modifier", 0, 0.2, 0.3, 0),
    Sign("actor.acronym_defined", -4, 6, -1, 0),
    Sign("actor.has_officials", -1, 1.2, 0.4, 0),
    Sign("actor.has_shares", -1, 3, -1, 0),
    Sign("actor.modifier", 0, 0.5, 0, 0.6),
    Sign("actor.surname_of", 6, -1, -1, -1),
    Sign("actor.part_of_body", -1, 4, 0.5, 0),
    Sign("actor.in_quotes", -1, -1, -1, 3),
)


@cache
def signs() -> dict[str, Sign]:
    """Returns {name: row}."""
    return {rule.name: rule for rule in SIGNS}
