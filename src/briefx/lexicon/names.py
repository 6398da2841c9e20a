"""Readers of the name files: people, places, bodies, roles, and what is no name."""
from __future__ import annotations

from functools import cache

from briefx.lexicon import data_text
from briefx.lexicon.sorted_lines import SortedLines
from briefx.records import NamedTuple

# Answers kept by a lexicon that is looked up in its file.
_MOST_CACHED = 100_000


def sections(name: str) -> dict[str, list[str]]:
    """Returns {section: its entries} of a data file whose sections open with a line "[section]"."""
    found = {}
    for part in ("\n" + data_text(name)).split("\n[")[1:]:
        title, _, entries = part.partition("]\n")
        found[title] = entries.rstrip("\n").split("\n")
    return found


class Country(NamedTuple):
    """A state or territory: ISO 3166-1 code, names (the usual one first), demonyms, capitals and seats."""

    code: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


class Located(NamedTuple):
    """What a gazetteer says of a name: kind is country, region, city or area; ``country`` an ISO code or null."""

    kind: str
    country: str | None


class Body(NamedTuple):
    """A well-known body: the long form of its name, and the ISO code of its state or null."""

    name: str
    country: str | None


@cache
def countries() -> dict[str, Country]:
    """Returns {ISO code: country}."""
    found = {}
    for line in data_text("countries.txt").splitlines():
        code, names, demonyms, capitals = line.split("\t")
        found[code] = Country(code, *(tuple(part.split("|")) if part else () for part in (names, demonyms, capitals)))
    return found


@cache
def demonyms() -> dict[str, str]:
    """Returns {adjective or national: ISO code of the country}."""
    return {word: country.code for country in countries().values() for word in country.demonyms}


@cache
def capitals() -> dict[str, str]:
    """Returns {capital or seat of government: ISO code of the country}."""
    return {word: country.code for country in countries().values() for word in country.capitals}


class Gazetteer(dict[str, Located | None]):
    """{name: what kind of place it is, null for no known place}; a country before what is in one."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = SortedLines("places.txt")
        for country in countries().values():
            self.update(dict.fromkeys(country.names, Located("country", country.code)))

    def __missing__(self, name: str) -> Located | None:
        kind, _, code = self._lines.find(name).partition("\t")
        found = Located(kind, code or None) if kind else None
        if len(self) < _MOST_CACHED:
            self[name] = found
        return found


@cache
def gazetteer() -> Gazetteer:
    """Returns the places by name."""
    return Gazetteer()


@cache
def bodies() -> dict[str, Body]:
    """Returns {name: the body that it names}."""
    found: dict[str, Body] = {}
    for line in data_text("organizations.txt").splitlines():
        names, country, _ = (line + "\t\t").split("\t", 2)
        forms = names.split("|")
        body = Body(forms[0], country or None)
        for form in forms:
            found.setdefault(form, body)
    return found


@cache
def seats_of_bodies() -> dict[str, str]:
    """Returns {seat that stands for a well-known body: the long form of the body's name}."""
    lines = (line.split("\t") for line in data_text("organizations.txt").splitlines() if line.count("\t") == 2)
    return {seat: names.partition("|")[0] for names, _, seats in lines for seat in seats.split("|")}


class PersonNames(dict[str, str]):
    """One column of the file of people's names: {name: its letter, "" for none}."""

    def __init__(self, lines: SortedLines, column: int) -> None:
        super().__init__()
        self._lines = lines
        self._column = column

    def __missing__(self, name: str) -> str:
        found = self._lines.find(name)[self._column:self._column + 1].replace("-", "")
        if len(self) < _MOST_CACHED:
            self[name] = found
        return found


@cache
def _person_lines() -> SortedLines:
    return SortedLines("person_names.txt")


@cache
def given_names() -> PersonNames:
    """Returns {given name: the gender that it tells: m, f or e (either)}, "" for what is none."""
    return PersonNames(_person_lines(), 0)


@cache
def surnames() -> PersonNames:
    """Returns {surname: s (sure), or w where it is an ordinary word too}, "" for what is none."""
    return PersonNames(_person_lines(), 1)


@cache
def lower_case_words() -> frozenset[str]:
    """Returns the words that live in lower case."""
    return frozenset(data_text("lower_case_words.txt").split("\n"))


@cache
def roles() -> dict[str, frozenset[str]]:
    """Returns {section of the role nouns and titles: its words}."""
    return {title: frozenset(words) for title, words in sections("roles.txt").items()}


@cache
def organization_words() -> dict[str, frozenset[str]]:
    """Returns {section of the words that tell an organization: its words}."""
    return {title: frozenset(words) for title, words in sections("organization_words.txt").items()}


@cache
def place_words() -> dict[str, frozenset[str]]:
    """Returns {section of the words that tell a place: its words}."""
    return {title: frozenset(words) for title, words in sections("place_words.txt").items()}


@cache
def not_names() -> dict[str, frozenset[str]]:
    """Returns {section of the capitalised words that name no actor: its words}."""
    return {title: frozenset(words) for title, words in sections("not_names.txt").items()}


@cache
def name_signals() -> dict[str, frozenset[str]]:
    """Returns {section of the words inside and around names that tell what they are: its words}."""
    return {title: frozenset(words) for title, words in sections("name_signals.txt").items()}
