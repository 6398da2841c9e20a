"""The passes that give mentions to actors, from sure to bold, and what each of them does."""
from __future__ import annotations

from collections.abc import Iterator

from briefx.records import NamedTuple


class Pass(NamedTuple):
    """A row: what makes a mention one of an actor. ``gives`` is the mention that the pass finds in ``example``."""

    name: str
    example: str
    gives: str
    near_miss: str


SAME_NAME = "actor.same_name"
ALIAS = "actor.known_alias"
ACRONYM = "actor.acronym_of"
PART = "actor.part_of_name"
FULLER = "actor.same_person"
LAST_NAME = "actor.last_name"
DEMONYM = "actor.demonym"
METONYM = "actor.metonym"
ROLE = "actor.role"
BODY_NOUN = "actor.body_noun"
GROUP = "actor.group"
PRONOUN = "actor.pronoun"
OWN = "actor.lexicon"  # of the user's own lexicon, see ``own``

RULES = (
    Pass(SAME_NAME, "Norvik Corp grew.", "Norvik Corp", "The firm grew."),
    Pass(ALIAS, "Britain left. The UK is back.", "UK", "Britain left. Norway is back."),
    Pass(ACRONYM, "The Velden Tide Office met. The VTO left.", "VTO", "The Velden Tide Office met. The QRV left."),
    Pass(PART, "Norvik Corp grew. Norvik left.", "Norvik", "Norvik Corp grew. Hale Corp left."),
    Pass(FULLER, "Ann B. Lee spoke. Ann Lee left.", "Ann Lee", "Ann Lee spoke. Ann Hale left."),
    Pass(LAST_NAME, "Ann Lee spoke. Lee left.", "Lee", "Ann Lee spoke. Ann Lee left."),
    Pass(DEMONYM, "Norway voted. The Norwegian budget grew.", "Norwegian", "The Norwegian budget grew."),
    Pass(METONYM, "Oslo rejected the offer.", "Oslo", "She lives in Oslo."),
    Pass(ROLE, "President Ann Lee spoke. The president resigned.", "The president",
         "President Ann Lee spoke. The mayor and his car left."),
    Pass(BODY_NOUN, "Norvik Corp grew. The company is old.", "The company", "Norvik Corp grew. The house is old."),
    Pass(GROUP, "Norwegian officials denied it.", "Norwegian officials", "Norwegian roads are long."),
    Pass(PRONOUN, "Ann Lee spoke. She left.", "She", "The rain came. She left."),
)


def applied(text: str) -> Iterator[tuple[str, str]]:
    """Yields (name of a pass, mention) of all mentions in a text."""
    from briefx.extraction.actors.finder import find_entities
    from briefx.text.analysis import Analysis

    analysis = Analysis(text)
    for entity in find_entities(analysis):
        for first, last, _, rule in entity.marks:
            start, end = analysis.span(first, last)
            yield rule, text[start:end]
