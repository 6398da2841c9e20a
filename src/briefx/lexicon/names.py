"""Readers of the name files: people, places, bodies, roles, and what is no name."""
from __future__ import annotations

from functools import cache
from itertools import repeat

from briefx.lexicon import SortedLines, data_text
from briefx.records import NamedTuple

# Answers kept by a lexicon that is looked up in its file.
_MOST_CACHED = 100_000
# What ends a name in the file of bodies.
_SEPARATORS = frozenset("|\t\n")


class Sections(dict[str, frozenset[str]]):
    """{section: its entries} of a data file whose sections open with a line "[section]", each read when asked for."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._texts: dict[str, str] = {}
        for part in ("\n" + data_text(name)).split("\n[")[1:]:
            title, _, entries = part.partition("]\n")
            self._texts[title] = entries

    def __missing__(self, title: str) -> frozenset[str]:
        found = self[title] = frozenset(self._texts[title].rstrip("\n").split("\n"))
        return found


@cache
def word_sets(name: str) -> Sections:
    """Returns the sections of a data file."""
    return Sections(name)


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
def _country_lines() -> list[list[str]]:
    """Returns the columns of each country's line: its code, names, demonyms, capitals, each with bars between them."""
    return [line.split("\t") for line in data_text("countries.txt").splitlines()]


@cache
def countries() -> dict[str, Country]:
    """Returns {ISO code: country}."""
    return {code: Country(code, *[tuple(words.split("|")) if words else () for words in columns])
            for code, *columns in _country_lines()}


def _by_word(column: int) -> dict[str, str]:
    """Returns {word of a column: ISO code}."""
    return {word: columns[0] for columns in _country_lines() if columns[column] for word in columns[column].split("|")}


@cache
def country_names() -> dict[str, str]:
    """Returns {name of a country: its ISO code}."""
    return _by_word(1)


@cache
def usual_names() -> dict[str, str]:
    """Returns {ISO code: the usual name of the country}."""
    return {columns[0]: columns[1].partition("|")[0] for columns in _country_lines()}


@cache
def demonyms() -> dict[str, str]:
    """Returns {adjective or national: ISO code of the country}."""
    return _by_word(2)


@cache
def capitals() -> dict[str, str]:
    """Returns {capital or seat of government: ISO code of the country}."""
    return _by_word(3)


class Gazetteer(dict[str, Located | None]):
    """{name: what kind of place it is, null for no known place}; a country before what is in one."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = SortedLines("places.txt")
        self._countries = country_names()

    def __missing__(self, name: str) -> Located | None:
        country = self._countries.get(name)
        kind, _, code = self._lines.find(name).partition("\t") if country is None else ("country", "", country)
        found = Located(kind, code or None) if kind else None
        if len(self) < _MOST_CACHED:
            self[name] = found
        return found


@cache
def gazetteer() -> Gazetteer:
    """Returns the places by name."""
    return Gazetteer()


class Bodies(dict[str, Body | None]):
    """{name: the body that it names, null for none}; a name is sought in the file when it is first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._text = f"\n{data_text('organizations.txt')}\n"

    def __missing__(self, name: str) -> Body | None:
        found = self._sought(name)
        if len(self) < _MOST_CACHED:
            self[name] = found
        return found

    def _sought(self, name: str) -> Body | None:
        text = self._text
        at = text.find(name) if name and _SEPARATORS.isdisjoint(name) else -1
        while at >= 0:
            if text[at - 1] in "\n|" and text[at + len(name)] in _SEPARATORS:
                start = text.rfind("\n", 0, at) + 1
                names, country, _ = (text[start:text.find("\n", at)] + "\t\t").split("\t", 2)
                # A name of two bodies is that of the first.
                return Body(names.partition("|")[0], country or None)
            at = text.find(name, at + 1)
        return None


@cache
def bodies() -> Bodies:
    """Returns the bodies by name."""
    return Bodies()


@cache
def seats_of_bodies() -> dict[str, str]:
    """Returns {seat that stands for a well-known body: the long form of the body's name}."""
    lines = data_text("organizations.txt").splitlines()
    tabs = map(str.count, lines, repeat("\t"))
    told = [line.split("\t") for line, count in zip(lines, tabs) if count == 2]
    return {seat: names.partition("|")[0] for names, _, seats in told for seat in seats.split("|")}


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


class LowerCaseWords(dict[str, bool]):
    """{word: does it live in lower case?}"""

    def __init__(self) -> None:
        super().__init__()
        self._lines = SortedLines("lower_case_words.txt", "\n")

    def __missing__(self, word: str) -> bool:
        found = word in self._lines
        if len(self) < _MOST_CACHED:
            self[word] = found
        return found


@cache
def lower_case_words() -> LowerCaseWords:
    """Returns which words live in lower case."""
    return LowerCaseWords()


def roles() -> Sections:
    """Returns {section of the role nouns and titles: its words}."""
    return word_sets("roles.txt")


def organization_words() -> Sections:
    """Returns {section of the words that tell an organization: its words}."""
    return word_sets("organization_words.txt")


def place_words() -> Sections:
    """Returns {section of the words that tell a place: its words}."""
    return word_sets("place_words.txt")


def not_names() -> Sections:
    """Returns {section of the capitalised words that name no actor: its words}."""
    return word_sets("not_names.txt")


def name_signals() -> Sections:
    """Returns {section of the words inside and around names that tell what they are: its words}."""
    return word_sets("name_signals.txt")
