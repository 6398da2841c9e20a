"""Readers of the name files: people, places, bodies, roles, and what is no name."""
from __future__ import annotations

from functools import cache
from typing import NamedTuple

from briefx.lexicon import data_text


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


@cache
def gazetteer() -> dict[str, Located]:
    """Returns {name: what kind of place it is}; a country before a region, a region before a city."""
    found = dict.fromkeys(data_text("areas.txt").splitlines(), Located("area", None))
    for kind in ("city", "region"):
        for code, names in sections("cities.txt" if kind == "city" else "regions.txt").items():
            found.update(dict.fromkeys(names, Located(kind, code)))
    for country in countries().values():
        found.update(dict.fromkeys(country.capitals, Located("city", country.code)))
    for country in countries().values():
        found.update(dict.fromkeys(country.names, Located("country", country.code)))
    return found


@cache
def bodies() -> dict[str, Body]:
    """Returns {name: the body that it names}."""
    found = {}
    for line in data_text("organizations.txt").splitlines():
        names, _, country = line.partition("\t")
        forms = names.split("|")
        body = Body(forms[0], country or None)
        for form in forms:
            found.setdefault(form, body)
    return found


@cache
def given_names() -> dict[str, str]:
    """Returns {given name: the gender that it tells: m, f or e (either)}."""
    found: dict[str, str] = {}
    for gender, names in sections("given_names.txt").items():
        found.update(dict.fromkeys(names, gender))
    return found


@cache
def surnames() -> dict[str, str]:
    """Returns {surname: sure, or word where it is an ordinary word too}."""
    found: dict[str, str] = {}
    for kind, names in sections("surnames.txt").items():
        found.update(dict.fromkeys(names, kind))
    return found


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
