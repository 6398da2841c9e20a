"""The name lexicons in the sets that finding and typing names ask, each built once."""
from __future__ import annotations

from functools import cache

from briefx.lexicon import names
from briefx.lexicon.words import function_words
from briefx.memory import once, remembered
from briefx.records import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

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


class Beside(dict[str, bool]):
    """{word: may it belong to a name that it stands beside: a particle or a capitalised word?}"""

    def __missing__(self, word: str) -> bool:
        found = word in wording().particles or word[0].isupper()
        if len(self) < _MOST_CACHED:
            self[word] = found
        return found


class _Words:
    """The words of some sections of a file together, put together when they are first asked for."""

    def __init__(self, sections: Callable[[], names.Sections], *titles: str) -> None:
        self._sections = sections
        self._titles = titles

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, holder: Wording, owner: type) -> frozenset[str]:
        sections = self._sections()
        found = sections[self._titles[0]].union(*[sections[title] for title in self._titles[1:]])
        setattr(holder, self._name, found)
        return found


class Wording:
    """Sets and dicts of words; every look-up of this package goes through one of them."""

    male = _Words(names.roles, "male")
    female = _Words(names.roles, "female")
    person_roles = _Words(names.roles, "male", "female", "person")
    groups = _Words(names.roles, "group")
    role_words = _Words(names.roles, "male", "female", "person", "group")
    organization_nouns = _Words(names.roles, "organization")
    country_nouns = _Words(names.roles, "country")
    mr = _Words(names.roles, "mr")
    mrs = _Words(names.roles, "mrs")
    titles = _Words(names.roles, "mr", "mrs", "title")
    modifiers = _Words(names.roles, "modifier")
    legal = _Words(names.organization_words, "legal")
    heads = _Words(names.organization_words, "head")
    weak_heads = _Words(names.organization_words, "weak")
    company_heads = _Words(names.organization_words, "company")
    media_heads = _Words(names.organization_words, "media")
    club_heads = _Words(names.organization_words, "club")
    openings = _Words(names.organization_words, "opening")
    possessives = _Words(names.organization_words, "possessive")
    body_heads = _Words(names.organization_words, "legal", "head", "weak", "company", "media")
    place_after = _Words(names.place_words, "after")
    place_before = _Words(names.place_words, "before")
    grounds = _Words(names.place_words, "facility")
    units = _Words(names.place_words, "unit")
    area_heads = _Words(names.place_words, "of")
    events = _Words(names.not_names, "event")
    event_openings = _Words(names.not_names, "opening")
    alone = _Words(names.not_names, "alone")
    parties = _Words(names.not_names, "party")
    calendar = _Words(names.name_signals, "calendar")
    edges = _Words(names.name_signals, "edge")
    on_heads = _Words(names.name_signals, "topic_head")
    plain_adjectives = _Words(names.name_signals, "adjective")
    particles = _Words(names.name_signals, "particle")
    directions = _Words(names.name_signals, "direction")
    numerals = _Words(names.name_signals, "numeral")
    nations = _Words(names.name_signals, "nation")
    royal = _Words(names.name_signals, "royal")

    def __init__(self) -> None:
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
        self.beside = Beside()
        self.signals = names.name_signals()

    @once
    def address(self) -> frozenset[str]:
        return frozenset([title for title in self.titles if title.endswith(".")]) \
            | {"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Madame", "Prof", "MR", "MRS", "MS", "DR"}

    @once
    def peoples(self) -> frozenset[str]:
        nots = names.not_names()
        return nots["peoples"].union(nots["party"], self.demonyms)

    @once
    def short_titles(self) -> dict[str, str]:
        return dict([pair.split("=", 1) for pair in self.signals["short_title"]])


@cache
def wording() -> Wording:
    """Returns the one instance, built on first use."""
    return Wording()


@remembered
def heads_a_thing(word: str) -> bool:
    """Returns whether a capitalised word is the head of what is no person: a body, an event, a place."""
    lexicon = wording()
    return word in lexicon.body_heads or word in lexicon.events or word in lexicon.place_after or (
        word in lexicon.grounds or word in lexicon.units)


@remembered
def goes_with_of(word: str) -> bool:
    """Returns whether a capitalised word takes an "of" and a name into its own name ("Bank of Ghana")."""
    lexicon = wording()
    return word in lexicon.openings or word in lexicon.heads or word in lexicon.weak_heads or (
        word in lexicon.area_heads or word in lexicon.event_openings or word in lexicon.events)
