"""Which names are one actor: passes from sure to bold, as in a coreference sieve.

After Raghunathan et al. (EMNLP 2010) and Lee et al. (Computational Linguistics 39, 2013): the same string, a known
alias, a defined or derived acronym, a part of a longer name, a last name. Names are typed before.
"""
from __future__ import annotations

from collections.abc import Iterable
from operator import methodcaller

from briefx.extraction.actors import passes
from briefx.extraction.actors.cutting import Name
from briefx.extraction.actors.entity import Entity
from briefx.extraction.actors.evidence import ORGANIZATION, OTHER, PERSON, PLACE
from briefx.extraction.actors.voting import Votes
from briefx.extraction.actors.wording import wording
from briefx.lexicon.names import usual_names
from briefx.text.analysis import Analysis

# Of the people with one last name, this many are looked at.
_MOST_BEARERS = 20
# Words inside a body's name that do not end a short form of it.
_CONNECTORS = ("of", "in", "for", "and")
_IMPERSONAL = frozenset((ORGANIZATION, PLACE))
_count_spaces = methodcaller("count", " ")


class Sieve:
    """Puts typed names together; ``entities`` holds the result in order of appearance."""

    def __init__(self, analysis: Analysis, votes: dict[str, Votes], types: dict[str, int]) -> None:
        self.analysis = analysis
        self.votes = votes
        self.types = types
        self.entities: list[Entity] = []
        self.by_key: dict[str, Entity] = {}
        self._rules: dict[str, str] = {}
        self._surnames: dict[str, list[Entity]] = {}
        self._other_names: dict[str, list[Entity]] = {}
        self._bodies: dict[str, Entity] = {}
        self._body_parts: dict[str, Entity] = {}
        self._countries: dict[str, Entity] = {}

    def run(self, names: Iterable[Name]) -> list[Entity]:
        """Returns the entities; ``names`` are all mentions of names in text order."""
        types, has_own = self.types, self.analysis.lexicon is not None
        # A last name alone is given to a bearer mention by mention.
        several = {key: kind for key, kind in types.items()
                   if has_own or kind in _IMPERSONAL or (kind == PERSON and " " in key)}
        for key in self._ranked(several):
            kind = several[key]
            if has_own and self._own(key):
                continue
            if kind == PERSON:
                self._person(key)
            elif kind == ORGANIZATION:
                self._body(key)
            elif kind != OTHER:
                self._place(key)
        self._acronyms()
        self._mark_all(names)
        self.entities = [entity for entity in self.entities if entity.marks]
        self.entities.sort(key=_first_token)
        return self.entities

    def _ranked(self, keys: Iterable[str]) -> list[str]:
        """Names with more words first, else those that come first in the text."""
        votes = self.votes
        ranked = sorted(keys, key=lambda key: votes[key].mentions[0].first)
        ranked.sort(key=_count_spaces, reverse=True)
        return ranked

    def _own(self, key: str) -> bool:
        """Takes a name of the user's lexicon for what that says it is; returns whether it is one."""
        if self.analysis.lexicon is None:
            return False
        from briefx.extraction.actors.own import own_entity

        entity = own_entity(self.analysis.lexicon, key)
        if entity is None:
            return False
        self.entities.append(entity)
        self.by_key[key] = entity
        tokens = key.split(" ")
        if entity.kind == "person":
            entity.gender = self._gender(key, tokens)
            self._surnames.setdefault(self._surname(tokens), []).append(entity)
        elif entity.kind == "organization":
            self._bodies[key] = entity
            for part in _parts_of(tokens):
                self._body_parts.setdefault(part, entity)
        return True

    def _new(self, kind: str, key: str) -> Entity:
        entity = Entity(kind, key, self.votes[key].rule(self.types[key]))
        self.entities.append(entity)
        self.by_key[key] = entity
        return entity

    def _join(self, key: str, entity: Entity, rule: str) -> None:
        """Makes a name one more of an entity's."""
        entity.names[key] = None
        self.by_key[key] = entity
        self._rules[key] = rule

    def _person(self, key: str) -> None:
        tokens = key.split(" ")
        if len(tokens) == 1:
            return  # a last name alone is given to a bearer mention by mention
        gender = self._gender(key, tokens)
        surname = self._surname(tokens)
        for other in self._surnames.get(surname, [])[-_MOST_BEARERS:]:
            if _same_person(tokens, other.name.split(" ")) \
                    and (not gender or not other.gender or gender == other.gender):
                other.gender = other.gender or gender
                self._join(key, other, passes.FULLER)
                return
        entity = self._new("person", key)
        entity.gender = gender
        self._surnames.setdefault(surname, []).append(entity)
        for token in tokens[:-1]:
            self._other_names.setdefault(token, []).append(entity)

    @staticmethod
    def _surname(tokens: list[str]) -> str:
        last = tokens[-1]
        if last in ("Jr.", "Jr", "Sr.", "Sr", "I", "II", "III", "IV") and len(tokens) > 1:
            last = tokens[-2].rstrip(",")
        return last

    def _gender(self, key: str, tokens: list[str]) -> str | None:
        """The gender that a person's titles, or given name, tell."""
        lexicon = wording()
        words, lowers = self.analysis.words, self.analysis.lowers
        for name in self.votes[key].mentions:
            if name.title:
                for at in range(*name.title):
                    if words[at] in lexicon.mr or lowers[at] in lexicon.male:
                        return "m"
                    if words[at] in lexicon.mrs or lowers[at] in lexicon.female:
                        return "f"
            elif name.first and lowers[name.first - 1] in lexicon.male:
                return "m"
            elif name.first and lowers[name.first - 1] in lexicon.female:
                return "f"
        if len(tokens) > 1:
            gender = lexicon.given_names[tokens[0]] or lexicon.given_names[tokens[0].split("-")[0]]
            if gender in ("m", "f"):
                return gender
        return None

    def _body(self, key: str) -> None:
        lexicon = wording()
        bare = key[4:] if key.startswith("The ") else key
        body = lexicon.bodies[bare]
        canonical = body.name if body else _without_legal(bare)
        other = self._bodies.get(canonical)
        if other is not None:
            self._join(key, other, passes.ALIAS if body else passes.PART)
            return
        other = self._body_parts.get(canonical) if body is None else None
        if other is not None:
            self._join(key, other, passes.PART)
            return
        entity = self._new("organization", key)
        entity.names[canonical] = None
        tokens = bare.split(" ")
        if body:
            entity.country = body.country
        elif tokens[0] in lexicon.demonyms:
            entity.country = lexicon.demonyms[tokens[0]]
        elif tokens[0] in lexicon.countries:
            located = lexicon.gazetteer[tokens[0]]
            entity.country = located.country if located else None
        self._bodies[key] = self._bodies[canonical] = entity
        for part in _parts_of(tokens):
            self._body_parts.setdefault(part, entity)

    def _place(self, key: str) -> None:
        lexicon = wording()
        bare = key[4:] if key.startswith("The ") else key
        located = lexicon.gazetteer[bare]
        if located and located.kind == "country" and located.country:
            self.country(located.country, key)
            return
        entity = self._new("place", key)
        if located:
            entity.country = located.country

    def country(self, code: str, key: str, rule: str = "actor.known_country") -> Entity:
        """Returns the entity of a country, under one more name."""
        entity = self._countries.get(code)
        if entity is None:
            entity = Entity("gpe", key, rule)
            entity.country = code
            self._countries[code] = entity
            self.entities.append(entity)
        else:
            self._rules[key] = passes.ALIAS
        entity.names[key] = None
        self.by_key[key] = entity
        return entity

    def body(self, name: str) -> Entity | None:
        """Returns the entity of a well-known body that the text names, by its long form, or null."""
        return self._bodies.get(name)

    def known_country(self, code: str) -> Entity | None:
        """Returns the entity of a country that the text names, or null."""
        return self._countries.get(code)

    def add_country(self, code: str, entity: Entity) -> None:
        """Makes an entity the one of a country that the text did not name."""
        self._countries[code] = entity

    def demonym_country(self, code: str, token: int) -> Entity:
        """Returns a new entity of a country that only a demonym names."""
        entity = Entity("gpe", usual_names()[code], passes.DEMONYM)
        entity.country = code
        entity.marks.append((token, token + 1, "demonym", passes.DEMONYM))
        self._countries[code] = entity
        return entity

    def _acronyms(self) -> None:
        """Joins acronyms to the names whose initials they are."""
        lexicon = wording()
        initials: dict[str, Entity] = {}
        bodies = [entity for entity in self.entities if entity.kind == "organization"]
        for entity in bodies:
            for key in entity.names:
                if " " in key:
                    letters = "".join(word[0] for word in key.replace("-", " ").split(" ") if word[:1].isupper())
                    initials.setdefault(letters, entity)
        for entity in bodies:
            if " " in entity.name or lexicon.bodies[entity.name] or not entity.name.isupper():
                continue
            plain = entity.name.replace(".", "")
            other = initials.get(plain)
            if other is not None and other is not entity and len(plain) > 1:
                for key in entity.names:
                    if self.by_key.get(key) is entity:
                        self._join(key, other, passes.ACRONYM)

    def _mark_all(self, names: Iterable[Name]) -> None:
        """Gives every mention to its entity; last names alone to the bearer named last before them."""
        types, by_key, rules = self.types, self.by_key, self._rules
        for name in names:
            key = name.key
            if types[key] == OTHER:
                continue
            entity, rule = by_key.get(key), rules.get(key, passes.SAME_NAME)
            if entity is None or (entity.kind == "person" and " " not in key):
                entity = self._bearer(key, name)
                rule = passes.LAST_NAME if " " in entity.name else passes.SAME_NAME
            first, last, title = name.first, name.last, name.title
            short = " " in entity.name and " " not in key if entity.kind == "person" else key != entity.name
            if entity.rule == passes.OWN and key == entity.name:
                short = " ".join(self.analysis.words[first:last]) != key
            entity.marks.append((first, last, "alias" if short else "name", rule))
            if title:
                entity.roles.append(title)

    def _bearer(self, key: str, name: Name) -> Entity:
        """The person that a single name stands for: by last name, else by given name, else a new one."""
        gender = None
        lexicon = wording()
        if name.title:
            words = self.analysis.words
            for at in range(*name.title):
                if words[at] in lexicon.mr:
                    gender = "m"
                elif words[at] in lexicon.mrs:
                    gender = "f"
        fitting = [entity for entity in self._surnames.get(key, [])[-_MOST_BEARERS:]
                   if not gender or not entity.gender or entity.gender == gender]
        if not fitting and not gender:
            fitting = self._other_names.get(key, [])[-_MOST_BEARERS:]
        if fitting:
            entity = fitting[0]
            if len(fitting) > 1:
                entity = max(fitting, key=lambda one: one.marks[-1][0] if one.marks else -1 - self._first_of(one))
            entity.names[key] = None
            if gender and not entity.gender:
                entity.gender = gender
            return entity
        entity = self._new("person", key)
        entity.gender = gender or self._gender(key, [key])
        if not entity.gender:
            given = lexicon.given_names[key]
            if given in ("m", "f") and not lexicon.surnames[key]:
                entity.gender = given
        self._surnames.setdefault(key, []).append(entity)
        return entity

    def _first_of(self, entity: Entity) -> int:
        """The first token of an entity's first mention under its name."""
        return self.votes[entity.name].mentions[0].first


def _first_token(entity: Entity) -> int:
    return entity.marks[0][0]


def _without_legal(key: str) -> str:
    """A company's name without its legal form."""
    legal = wording().legal
    tokens = key.replace(",", "").split(" ")
    while len(tokens) > 1 and tokens[-1] in legal:
        tokens.pop()
    return " ".join(tokens)


def _same_person(one: list[str], other: list[str]) -> bool:
    """Can two full names with one last name be the same person's?"""
    first, second = one[0].rstrip("."), other[0].rstrip(".")
    if first == second:
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return first in other or second in one


def _parts_of(tokens: list[str]) -> list[str]:
    """The beginnings and ends of a body's name that may stand for it."""
    gazetteer = wording().gazetteer
    parts = [tokens[-1]] if tokens[-1] in wording().club_heads else []
    for size in range(1, len(tokens)):
        start = " ".join(tokens[:size])
        if tokens[size] not in _CONNECTORS and not gazetteer[tokens[size - 1]] and not gazetteer[start]:
            parts.append(start)
        if len(tokens) - size > 1:
            parts.append(" ".join(tokens[size:]))
    return parts
