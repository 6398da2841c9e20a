"""What speaks for a name being a person, an organization, a place or nothing of the kind.

Each row is a sign: how much it weighs for each type. The signs of all places where a name stands in a
document are added up, so that the whole document votes (Mikheev, Moens and Grover, MUC-7, 1998). A sure sign
weighs more than all weak ones together.
"""
from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefx.records import NamedTuple

PERSON, ORGANIZATION, PLACE, OTHER = range(4)


class Sign(NamedTuple):
    """A row: weights for person, organization, place and none of these; with the cases that show it."""

    name: str
    person: float
    organization: float
    place: float
    other: float
    example: str
    gives: str
    near_miss: str


RULES = (
    # Inside the name.
    Sign("actor.title_name", 9, -4, -6, -2, "Minister Ann Lee left.", "Ann Lee",
         "Ann Lee left."),
    Sign("actor.byline", 9, -4, -6, -2,
         "Rivers run dry\n\nBy Ann Lee\n\nThe rivers of the north ran dry in a hot summer.", "Ann Lee",
         "Rivers run dry\n\nThe rivers near Ann Lee ran dry in a hot summer."),
    Sign("actor.org_legal", -4, 9, -4, -4, "He runs Norvik Corp.", "Norvik Corp.",
         "He runs Norvik."),
    Sign("actor.known_body", -2, 7, -2, -2, "He works for NATO.", "NATO",
         "He works for NATOX."),
    Sign("actor.known_country", -4, -2, 8, -4, "He left Norway.", "Norway",
         "He left Norwood."),
    Sign("actor.known_region", 0, -1, 5.5, -1, "He left Bavaria.", "Bavaria",
         "He left Bavarian."),
    Sign("actor.known_city", 0, -0.5, 4, -1, "He left Marseille.", "Marseille",
         "He left Marselo."),
    Sign("actor.capital", -1, -0.5, 2, 0, "He left Oslo.", "Oslo",
         "He left Marseille."),
    Sign("actor.known_area", -2, -2, 6, -1, "He swam in the Baltic Sea.", "Baltic Sea",
         "He swam in Norway."),
    Sign("actor.org_head", -5, 6, -2, -1, "He chairs the Velden Commission.", "Velden Commission",
         "He chairs the commission of Velden."),
    Sign("actor.org_of", -5, 6, -2, -1, "He leads the Institute of Tides.", "Institute of Tides",
         "He leads the institute at Velden."),
    Sign("actor.org_company", -3, 4, -1, 0, "He owns Velden Airlines.", "Velden Airlines",
         "He owns airlines in Velden."),
    Sign("actor.org_media", -3, 4, -1, 0, "He reads the Velden Gazette.", "Velden Gazette",
         "He reads a gazette in Velden."),
    Sign("actor.org_club", -2, 4, -1, 0, "He plays for Velden Rovers.", "Velden Rovers",
         "He plays for rovers in Velden."),
    Sign("actor.org_weak_head", -3, 3.5, -1, 0, "He joined the Velden Unit.", "Velden Unit",
         "He joined a unit in Velden."),
    Sign("actor.org_opening", -2, 3, 0, 0, "He studied at College Velden.", "College Velden",
         "He studied at a college in Velden."),
    Sign("actor.org_ampersand", -3, 5, -2, 0, "He works for Hale & Morrow.", "Hale & Morrow",
         "He works for Hale and Morrow."),
    Sign("actor.acronym", -3, 3.5, -1, 0.5, "He works for the QRV.", "QRV",
         "He works for the Quiet."),
    Sign("actor.place_head", -4, -1, 6, 0, "He swam in the Velden River.", "Velden River",
         "He swam in a river near Velden."),
    Sign("actor.place_opening", -1, -0.5, 3, 0, "He climbed Mount Velden.", "Mount Velden",
         "He climbed a mount near Velden."),
    Sign("actor.place_unit", -3, 0, 5, 0, "He lives in Velden Province.", "Velden Province",
         "He lives in a province near Velden."),
    Sign("actor.place_of", -5, -1, 6, 0, "He sailed the Gulf of Velden.", "Gulf of Velden",
         "He sailed a gulf near Velden."),
    Sign("actor.facility", -3, 0, 4.5, 0, "He walked to Velden Stadium.", "Velden Stadium",
         "He walked to a stadium in Velden."),
    Sign("actor.event_head", -5, -2, -2, 8, "He won the Velden Prize.", "Velden Prize",
         "He won a prize in Velden."),
    Sign("actor.event_opening", -4, -3, -2, 8, "He saw the Battle of Velden.", "Battle of Velden",
         "He saw a battle near Velden."),
    Sign("actor.no_name", -4, -4, -4, 9, "He fears AIDS.", "AIDS",
         "He fears Velden."),
    Sign("actor.given_name", 5, -2, -2, -1, "He met Maria Velden.", "Maria Velden",
         "He met Velden."),
    Sign("actor.given_alone", 2.5, -1, -1, 0, "He met Maria.", "Maria",
         "He met Velden."),
    Sign("actor.surname_sure", 2, -0.5, -0.5, -0.5, "He met Kowalski.", "Kowalski",
         "He met Velden."),
    Sign("actor.surname_word", 0.7, 0, 0, 0, "He met Young.", "Young",
         "He met Velden."),
    Sign("actor.surname_form", 1.5, 0, 0, 0, "He met Veldenov.", "Veldenov",
         "He met Velden."),
    Sign("actor.initials", 4, -1, -2, -1, "He met J. Velden.", "J. Velden",
         "He met Velden."),
    Sign("actor.ruler", 4, -1, -1, 0, "He met Rudo III there.", "Rudo III",
         "He met Rudo there."),
    Sign("actor.particle", 2, 0, 0.7, -0.7, "He met Rudo van Velden.", "Rudo van Velden",
         "He met Rudo Velden."),
    Sign("actor.two_words", 1.8, -0.3, 0.3, 0, "He met Rudo Velden.", "Rudo Velden",
         "He met Velden."),
    Sign("actor.common_words", -2, 0.5, -1, 1.5, "He met Public Money.", "Public Money",
         "He met Velden."),
    Sign("actor.long_name", -2.5, 0.5, 0, 0.5, "He saw Velden Rudo Kaspen Torvel.", "Velden Rudo Kaspen Torvel",
         "He saw Velden."),
    Sign("actor.digits", -3, 0, 0, 2, "He drove a Velden X5.", "Velden X5",
         "He drove a Velden."),
    Sign("actor.part_of_country", -3, -1, 6, -2, "He left Northern Norway.", "Northern Norway",
         "He left northern Norway."),
    Sign("actor.camel_case", -1, 3, -1, 0.5, "He works for VeldenSoft.", "VeldenSoft",
         "He works for Velden."),
    Sign("actor.sentence_start", -0.5, -0.5, -0.5, 2.5, "Gamble said it.", "Gamble",
         "The friends of Gamble said it."),
    # Around it.
    Sign("actor.body_noun_before", 0, 3.5, -1, 0, "The company Velden grew.", "Velden",
         "The village Velden grew."),
    Sign("actor.body_noun_behind", -0.5, 1.5, 0, 0, "Velden shares rose.", "Velden",
         "Velden prices rose."),
    Sign("actor.media_noun_behind", -1, 4, -1, 0, "The Velden newspaper is old.", "Velden",
         "The Velden book is old."),
    Sign("actor.place_noun_behind", -1, 0, 3, 0, "The Velden province is dry.", "Velden",
         "The Velden book is dry."),
    Sign("actor.work_noun_before", -1, -1, -1, 4, "He saw the film Velden.", "Velden",
         "He saw Velden."),
    Sign("actor.work_noun_behind", -0.5, -0.5, -0.5, 2, "The Velden missile failed.", "Velden",
         "The Velden plan failed."),
    Sign("actor.work_year", -1, -1, -1, 3, "He wrote Velden (1999).", "Velden",
         "He wrote Velden in 1999."),
    Sign("actor.team", -1, 4.5, -1.5, 0,
         "The striker scored three goals in the match, the league said. The coach of the team praised his penalty. In "
         "cricket and rugby, Sheffield beat Leicester.", "Sheffield",
         "The firm moved. Sheffield beat Leicester."),
    Sign("actor.of_name", -0.3, 0.3, 0.6, 0, "He is a friend of Velden.", "Velden",
         "He is with Velden."),
    Sign("actor.with_person", 2, 0, 0, 0, "He met Maria Lee and Velden.", "Velden",
         "He met Velden."),
    Sign("actor.with_body", 0, 2, 0, 0, "He joined Norvik Corp and Velden.", "Velden",
         "He joined Velden."),
    Sign("actor.with_place", 0, 0, 2, 0, "He saw Norway and Velden.", "Velden",
         "He saw Velden."),
    Sign("actor.role_name", 4, -1, -2, -1, "The negotiator Velden left.", "Velden",
         "The friendly Velden left."),
    Sign("actor.explains_role", 3, -1, -2, -1, "He met the group's new secretary, Velda Mirr.", "Velda Mirr",
         "He met the group's new crane, Velda Mirr."),
    Sign("actor.explains_body", -1, 3, -1, -1, "The company, Veldline, was late.", "Veldline",
         "The weather, Veldline, was late."),
    Sign("actor.owner_of_officer", -2.5, 4, 0, -1, "It upset Veldline's chief executive.", "Veldline",
         "It upset Veldline's brother."),
    Sign("actor.age", 6, -3, -3, -1, "Velden, 43, left.", "Velden",
         "Velden, in 43 days, left."),
    Sign("actor.apposition_role", 3, -1, -1, -0.5, "Velden, the new chairman, left.", "Velden",
         "Velden, the new village, grew."),
    Sign("actor.relative_who", 3, -1, -2, -0.5, "Velden, who left, is back.", "Velden",
         "Velden, which grew, is back."),
    Sign("actor.says", 1.5, 0.7, -0.5, -1, "Velden said it.", "Velden",
         "Velden saw it."),
    Sign("actor.acts", 1.0, 0.4, -0.3, -0.2, "Velden left it.", "Velden",
         "He left Velden."),
    Sign("actor.in_place", -1.5, -0.5, 2, 0, "He lives in Velden.", "Velden",
         "He met Velden."),
    Sign("actor.near_place", -2, -0.5, 2.5, 0, "He lives near Velden.", "Velden",
         "He met Velden."),
    Sign("actor.to_place", 0.4, 0, 0.9, -0.8, "He went to Velden.", "Velden",
         "He met Velden."),
    Sign("actor.at_body", -1, 0.8, 0.8, 0, "He works at Velden.", "Velden",
         "He met Velden."),
    Sign("actor.of_place", -4, 0, 4, 0, "The mayor of Velden left.", "Velden",
         "The friend of Velden left."),
    Sign("actor.dateline", -4, -3, 6, -2,
         "VELDEN, June 1 (Agency) — The river rose on Monday and flooded two streets.", "VELDEN",
         "The river at Velden rose on Monday."),
    Sign("actor.with_state", -0.5, -1, 3, 0, "He left Velden, Norway.", "Velden",
         "He left Velden."),
    Sign("actor.article", -3, 1.2, 0.8, 0.6, "He joined the Velden.", "Velden",
         "He met Velden."),
    Sign("actor.article_modifier", 0, 0.2, 0.3, 0, "He joined the Velden talks.", "Velden",
         "He met Velden."),
    Sign("actor.acronym_defined", -4, 6, -1, 0, "The Velden Office (VO) grew.", "Velden Office",
         "The Velden Office grew."),
    Sign("actor.modifier", 0, 0.5, 0, 0.6, "He saw Velden talks.", "Velden",
         "He met Velden."),
    Sign("actor.surname_of", 6, -1, -1, -1, "Maria Velden left. He met Velden.", "Velden",
         "He met Velden."),
    Sign("actor.part_of_body", -1, 4, 0.5, 0, "Norvik Corp left. He met Norvik.", "Norvik",
         "He met Norvik."),
    Sign("actor.in_quotes", -1, -1, -1, 3, 'He wrote "Velden" again.', "Velden",
         "He wrote to Velden again."),
)


@cache
def signs() -> dict[str, Sign]:
    """Returns {name: row}."""
    return {rule.name: rule for rule in RULES}


def applied(text: str) -> Iterator[tuple[str, str]]:
    """Yields (name of a sign, name that bears it) of all signs in a text."""
    from briefx.extraction.actors.finder import find_names
    from briefx.text.analysis import Analysis

    for key, entry in find_names(Analysis(text)).votes.items():
        for sign in entry.seen:
            yield sign, key
