"""Roles, nominals and groups: what is said of an actor, and the nouns that stand for one.

"the prime minister" is the person whose role that is, or the person who is spoken of and has no other role;
"the company" a body named shortly before; "Iranian officials" a group that belongs to Iran.
"""
from __future__ import annotations

from bisect import bisect_left

from briefx.extraction.actors import passes
from briefx.extraction.actors.entity import Entity, Mark
from briefx.extraction.actors.runs import name_key
from briefx.extraction.actors.sieve import Sieve
from briefx.extraction.actors.wording import wording
from briefx.text.analysis import Analysis

_FINITE = frozenset("ZDMbhdV")
_MODIFIERS = frozenset("JNPnGK'")
_MOST_MODIFIERS = 7
# How many sentences back a body may be named for "the company" to be it, and a person for "the minister".
_BODY_REACH = 3
_PERSON_REACH = 12
_FREE_REACH = 3

class Referring:
    """Finds roles, nominal mentions and groups, and adds them to the entities."""

    def __init__(self, analysis: Analysis, sieve: Sieve, entities: list[Entity], demonyms: list[int],
                 sources: set[int]) -> None:
        self.analysis = analysis
        self.words, self.lowers, self.tags = analysis.words, analysis.lowers, analysis.tags
        self.lexicon = wording()
        self.sieve = sieve
        self.entities = entities
        self.demonyms = demonyms
        self.sources = sources
        self.groups: dict[str, Entity] = {}
        self._order: list[tuple[int, int, Entity]] = []
        self._ends: dict[int, int] = {}

    def run(self) -> None:
        """All passes: demonyms, roles, then nominals and groups in one walk."""
        self._add_demonyms()
        self._ends = {at: mark.last for entity in self.entities for mark in entity.marks if mark.last - mark.first > 1
                      for at in range(mark.first, mark.last)}
        for entity in self.entities:
            if entity.kind == "person":
                self._roles(entity)
        self._order = sorted(((mark.first, mark.last, entity) for entity in self.entities for mark in entity.marks),
                             key=lambda item: item[:2])
        self._starts = [item[0] for item in self._order]
        self._nouns()
        self.entities.extend(self.groups.values())

    def _add_demonyms(self) -> None:
        for token in self.demonyms:
            code = self.lexicon.demonyms.get(self.words[token])
            entity = self.sieve.known_country(code) if code else None
            if entity is not None:
                entity.marks.append(Mark(token, token + 1, "demonym", passes.DEMONYM))

    # Roles

    def _phrase_start(self, head: int, floor: int) -> int:
        """The first token of the noun phrase whose modifiers stand before a head, without its determiner."""
        at = head
        while at > floor and head - at < _MOST_MODIFIERS and self.tags[at - 1] in _MODIFIERS \
                and self.lowers[at - 1] not in ("'", "’") and self.words[at - 1] not in self.lexicon.calendar:
            at -= 1
        if self.tags[at] == "'" and at < head:
            at += 1
        return at

    def _roles(self, entity: Entity) -> None:
        """Titles and nouns before a person's name, appositions and predicates behind it."""
        spans: list[tuple[int, int]] = []
        titles = {title[1]: title for title in entity.roles if title[1] > title[0]}
        for mark in entity.marks:
            floor = self.analysis.sentence_at(mark.first).first
            title = titles.get(mark.first)
            if title or (mark.first > floor and self.lowers[mark.first - 1] in self.lexicon.person_roles
                         and self.tags[mark.first - 1] in "NP"):
                head = mark.first - 1
                start = self._phrase_start(head if title is None else title[0], floor)
                if title is not None and all(self.words[at] in self.lexicon.address for at in range(*title)):
                    continue
                spans.append((start, mark.first))
            behind = self._behind(mark)
            if behind:
                spans.append(behind)
        entity.roles = []
        texts: set[str] = set()
        for start, end in sorted(spans):
            text = " ".join(self.lowers[start:end])
            if text not in texts:
                texts.add(text)
                entity.roles.append((start, end))
            if entity.country is None:
                entity.country = self._country(start, end)
            for at in range(start, end):
                if self.lowers[at] in self.lexicon.person_roles:
                    entity.role_heads.add(self._role_key(at, start))
                if self.lowers[at] in ("of", ","):
                    break

    def _role_key(self, head: int, floor: int) -> str:
        """A role's noun, with the word that makes another role of it: "prime minister"."""
        word = self.lowers[head]
        if head > floor and self.lowers[head - 1] in self.lexicon.signals["role_kind"]:
            return f"{self.lowers[head - 1]} {word}"
        return word

    def _behind(self, mark: Mark) -> tuple[int, int] | None:
        """The role in an apposition or predicate behind a name."""
        tags, lowers, words = self.tags, self.lowers, self.words
        at = mark.last
        count = len(words)
        if at + 1 >= count:
            return None
        apposition = tags[at] == ","
        if apposition or lowers[at] in self.lexicon.signals["copula"]:
            at += 1
        else:
            return None
        while at < count and tags[at] in "TqR":
            at += 1
        start = at
        while at < count and at - start < _MOST_MODIFIERS and tags[at] in _MODIFIERS:
            at += 1
        if at == start or lowers[at - 1] not in self.lexicon.person_roles:
            return None
        if at < count and lowers[at] in ("of", "for", "at"):
            end = at + 1
            while end < count and end - at < _MOST_MODIFIERS and tags[end] in "TqJNSP'K":
                end += 1
            while tags[end - 1] not in "NSP" and end > at + 1:
                end -= 1
            if end > at + 1:
                at = self._name_end(end)
        if apposition and at < count and tags[at] in _FINITE:
            return None  # "According to Lee, the judge is ill"
        return start, at

    def _name_end(self, last: int) -> int:
        """The end of the name that an interval ends in: "director of the Center for Tides"."""
        return self._ends.get(last - 1, last)

    # Nominals and groups

    def _nouns(self) -> None:
        lexicon, lowers, tags = self.lexicon, self.lowers, self.tags
        wanted = _wanted()
        heads = [at for at, word in enumerate(lowers) if word in wanted]
        if not heads:
            return
        claimed = {at for entity in self.entities for role in entity.roles for at in range(*role)}
        named = {at for first, last, _ in self._order for at in range(first, last)}
        for at in heads:
            if tags[at] not in "NSP" or at in claimed or at in named:
                continue
            if at + 1 < len(tags) and tags[at + 1] in "NSP" and at + 1 not in named:
                continue
            word = lowers[at]
            start = self._phrase_start(at, self.analysis.sentence_at(at).first)
            definite = start > 0 and lowers[start - 1] == "the"
            if word in lexicon.person_roles and definite:
                if at + 1 in named and tags[at + 1] == "P":
                    continue
                self._person(start, at)
            elif word in lexicon.organization_nouns and definite and start == at:
                self._body(start, at)
            if (word in lexicon.groups and tags[at] != "N") or word in lexicon.signals["collective"] \
                    or (word.endswith("s") and word[:-1] in lexicon.person_roles) \
                    or (word in lexicon.organization_nouns and start < at):
                self._group(start, at)

    def _before(self, token: int) -> int:
        """The place in ``_order`` of the first mention that does not start before a token."""
        return bisect_left(self._starts, token)

    def _person(self, start: int, head: int) -> None:
        """Gives "the prime minister" to a person."""
        key = self._role_key(head, start)
        word = self.lowers[head]
        sentence = self.analysis.sentence_index(head)
        country = self._country(start, head)
        gender = "m" if word in self.lexicon.male else "f" if word in self.lexicon.female else None
        free: Entity | None = None
        special = self.lexicon.plain_adjectives.intersection(self.lowers[start:head])
        current = not special and self.lowers[head + 1:head + 2] != ["of"] and self._names_no_owner(start, head)
        for number in range(self._before(start) - 1, max(-1, self._before(start) - 60), -1):
            first, _, entity = self._order[number]
            distance = sentence - self.analysis.sentence_index(first)
            if distance > _PERSON_REACH:
                break
            if entity.kind != "person" or (gender and entity.gender and entity.gender != gender):
                continue
            if key in entity.role_heads or (key == word and any(role.endswith(" " + word)
                                                                for role in entity.role_heads)):
                if country and entity.country and country != entity.country:
                    continue
                if special and not any(special.issubset(self.lowers[slice(*role)]) for role in entity.roles):
                    continue  # "the next governor" is not the governor
                self._nominal(start - 1, head + 1, entity, passes.ROLE)
                return
            if free is None and current and not entity.role_heads and distance <= _FREE_REACH \
                    and word in self.lexicon.signals["office"]:
                free = entity
        if free is not None:
            free.role_heads.add(key)
            free.roles.append((start, head + 1))
            if country:
                free.country = country
            self._nominal(start - 1, head + 1, free, passes.ROLE)

    def _names_no_owner(self, first: int, last: int) -> bool:
        """Are the names in front of a role those of places, peoples and parties alone?"""
        lexicon = self.lexicon
        at = first
        while at < last:
            end = at
            while end < last and self.tags[end] == "P":
                end += 1
            if end > at and lexicon.gazetteer[name_key(self.words, at, end)] is None \
                    and not all(word in lexicon.peoples for word in self.words[at:end]):
                return False
            at = end + 1
        return True

    def _country(self, first: int, last: int) -> str | None:
        """The country that a demonym or name in a role tells."""
        lexicon = self.lexicon
        for word in self.words[first:last]:
            code = lexicon.demonyms.get(word)
            if code:
                return code
            located = lexicon.gazetteer[word] if word in lexicon.countries else None
            if located is not None:
                return located.country
        return None

    @staticmethod
    def _nominal(first: int, last: int, entity: Entity, rule: str) -> None:
        entity.marks.append(Mark(first, last, "nominal", rule))

    def _body(self, start: int, head: int) -> None:
        """Gives "the ministry" or "the company" to a body named shortly before."""
        word = self.lowers[head]
        sentence = self.analysis.sentence_index(head)
        for number in range(self._before(start) - 1, max(-1, self._before(start) - 40), -1):
            first, _, entity = self._order[number]
            distance = sentence - self.analysis.sentence_index(first)
            if distance > 2 * _BODY_REACH:
                break
            if entity.kind != "organization":
                continue
            tokens = entity.name.lower().split(" ")
            if word in tokens or (distance <= _BODY_REACH and word in self.lexicon.signals["generic_body"]):
                self._nominal(start - 1, head + 1, entity, passes.BODY_NOUN)
                return

    def _group(self, start: int, head: int) -> None:
        """Makes, or finds again, the group that a plural names, where it acts or is cited."""
        tags, lowers = self.tags, self.lowers
        after = head + 1
        while after < len(tags) and tags[after] in "Rx":
            after += 1
        acts = after < len(tags) and tags[after] in _FINITE
        if not acts and head not in self.sources and not (lowers[start - 1] == "by" and start):
            return
        while start < head and (tags[start] in "K'" or lowers[start] in self.lexicon.plain_adjectives):
            start += 1
        owner = self._owner(start, head)
        if owner is None and start < head and lowers[head] in self.lexicon.organization_nouns \
                and head not in self.sources:
            return
        if owner is None and head not in self.sources and lowers[head] in self.lexicon.signals["general_group"]:
            return
        key = " ".join(lowers[start:head + 1])
        entity = self.groups.get(key)
        if entity is None:
            span = self.analysis.span(start, head + 1)
            name = " ".join(self.analysis.text[slice(*span)].split())
            if self.words[start] not in self.lexicon.peoples and lowers[start] in self.lexicon.lower_case:
                name = name[0].lower() + name[1:]
            entity = self.groups[key] = Entity("group", name, passes.GROUP)
            entity.of = owner
            if owner is not None:
                entity.country = owner.country
        entity.marks.append(Mark(start, head + 1, "nominal", passes.GROUP))

    def _owner(self, start: int, head: int) -> Entity | None:
        """The actor to which a group belongs: a demonym or a name in front of its noun."""
        for at in range(start, head):
            word = self.words[at]
            code = self.lexicon.demonyms.get(word)
            if code:
                owner = self.sieve.known_country(code)
                if owner is None:
                    owner = self.sieve.demonym_country(code, at)
                    self.entities.append(owner)
                return owner
            place = self._before(at)
            if place < len(self._order) and self._order[place][0] == at:
                entity = self._order[place][2]
                if entity.kind != "place":
                    return entity
        return None


def _wanted() -> frozenset[str]:
    global _wanted_words
    if not _wanted_words:
        lexicon = wording()
        plurals = {word + "s" for word in lexicon.person_roles}
        _wanted_words = frozenset(lexicon.person_roles | lexicon.groups | lexicon.organization_nouns | plurals)
    return _wanted_words


_wanted_words: frozenset[str] = frozenset()

