"""The name lexicons in the sets that finding and typing names ask, built once."""
from __future__ import annotations

from functools import cache

from briefx.lexicon import names
from briefx.lexicon.words import function_words

# Answers kept about names.
_MOST_CACHED = 100_000


class Known(dict[str, bool]):
    """{name: is it that of a known place or body?}"""

    def __init__(self, gazetteer: names.Gazetteer, bodies: names.Bodies) -> None:
        super().__init__()
        self._gazetteer = gazetteer
        self._bodies = bodies

    def __missing__(self, name: str) -> bool:
        found = self._bodies[name] is not None or self._gazetteer[name] is not None
        if len(self) < _MOST_CACHED:
            self[name] = found
        return found


class Wording:
    """Sets and dicts of words; every look-up of this package goes through one of them."""

    def __init__(self) -> None:
        roles = names.roles()
        bodies = names.organization_words()
        places = names.place_words()
        nots = names.not_names()
        self.function_words = function_words()
        self.lower_case = names.lower_case_words()
        self.given_names = names.given_names()
        self.surnames = names.surnames()
        self.gazetteer = names.gazetteer()
        self.bodies = names.bodies()
        self.demonyms = names.demonyms()
        self.countries = names.country_names()
        self.capitals = names.capitals()
        self.known = Known(self.gazetteer, self.bodies)
        self.male, self.female = roles["male"], roles["female"]
        self.person_roles = roles["male"] | roles["female"] | roles["person"]
        self.groups = roles["group"]
        self.role_words = self.person_roles | roles["group"]
        self.organization_nouns = roles["organization"]
        self.country_nouns = roles["country"]
        self.mr, self.mrs = roles["mr"], roles["mrs"]
        self.titles = roles["mr"] | roles["mrs"] | roles["title"]
        self.address = frozenset(title for title in self.titles if title.endswith(".")) \
            | {"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Madame", "Prof", "MR", "MRS", "MS", "DR"}
        self.modifiers = roles["modifier"]
        self.legal = bodies["legal"]
        self.heads = bodies["head"]
        self.weak_heads = bodies["weak"]
        self.company_heads = bodies["company"]
        self.media_heads = bodies["media"]
        self.club_heads = bodies["club"]
        self.openings = bodies["opening"]
        self.possessives = bodies["possessive"]
        self.body_heads = self.legal | self.heads | self.weak_heads | self.company_heads | self.media_heads
        self.place_after, self.place_before = places["after"], places["before"]
        self.grounds, self.units = places["facility"], places["unit"]
        self.area_heads = places["of"]
        self.of_heads = self.openings | self.heads | self.weak_heads | self.area_heads | nots["opening"] \
            | nots["event"]
        self.events, self.event_openings = nots["event"], nots["opening"]
        self.alone = nots["alone"]
        self.parties = nots["party"]
        self.peoples = nots["peoples"] | nots["party"] | self.demonyms.keys()
        signals = names.name_signals()
        self.signals = signals
        self.calendar = signals["calendar"]
        self.edges = signals["edge"]
        self.thing_heads = self.body_heads | self.events | self.place_after | self.grounds | self.units
        self.on_heads = signals["topic_head"]
        self.plain_adjectives = signals["adjective"]
        self.particles = signals["particle"]
        self.directions = signals["direction"]
        self.numerals = signals["numeral"]
        self.cut_words = frozenset(self.calendar | self.edges | self.titles | self.peoples
                                   | {role.capitalize() for role in self.person_roles})
        self.nations = signals["nation"]
        self.royal = signals["royal"]
        self.short_titles = dict([pair.split("=", 1) for pair in signals["short_title"]])


@cache
def wording() -> Wording:
    """Returns the one instance, built on first use."""
    return Wording()
