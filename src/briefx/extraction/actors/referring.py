"""Roles, nominals and groups: what is said of an actor, and the nouns that stand for one.

"the prime minister" is the person whose role that is, or the person who is spoken of and has no other role;
"the company" a body named shortly before; "Iranian officials" a group that belongs to Iran.
"""
from __future__ import annotations

from bisect import bisect_left

from briefx.extraction.actors import passes
from briefx.extraction.actors.entity import Entity
from briefx.extraction.actors.pronouns import PRONOUNS
from briefx.extraction.actors.runs import name_key
from briefx.extraction.actors.sieve import Sieve
from briefx.extraction.actors.sources import Mention, Sources
from briefx.extraction.actors.wording import wording
from briefx.lexicon.cues import is_document_noun
from briefx.memory import remembered
from briefx.text.analysis import Analysis
from briefx.text.classes import ADVERBS, FINITE

_NOUNS = frozenset("NSP")
_MODIFIERS = frozenset("JNPnGK'")
_PARTICIPLES = frozenset("nG")
_BEFORE_PARTICIPLE = frozenset("hbBRx")
_BEFORE_HEAD = frozenset("TqJNSP'KI")
_OPENS_BEHIND = frozenset("TqR")
_BEHIND_OF = frozenset("TqJNSP'K")
_OWNERS = frozenset("Tq'")
_APOSTROPHES = frozenset(("'", "’"))
_WHERE = frozenset(("of", "for", "at"))
_MOST_MODIFIERS = 7
_NO_ROLE = frozenset(("anything", "everything", "having", "nothing", "something"))
_LEADING = frozenset(("the", "by"))
# How many sentences back a body may be named for "the company" to be it, and a person for "the minister".
_BODY_REACH = 3
_PERSON_REACH = 12
_FREE_REACH = 3


class Referring:
    """Finds roles, nominal mentions and groups, and adds them to the entities.

    ``heads`` are the nouns' tokens; ``cited`` tells of each token whether it stands in a source.
    """

    def __init__(self, analysis: Analysis, sieve: Sieve, entities: list[Entity], demonyms: list[int],
                 cited: bytearray, heads: list[int]) -> None:
        self.analysis = analysis
        self.words, self.lowers, self.tags, self.tag_at = (
            analysis.words, analysis.lowers, analysis.tags, analysis.tag_at)
        self.lexicon = wording()
        self.sieve = sieve
        self.entities = entities
        self.demonyms = demonyms
        self.cited = cited
        self.heads = heads
        self.groups: dict[str, Entity] = {}
        self._order: list[Mention] = []
        self._firsts: list[int] = []
        self._found: list[Mention] = []
        self._sentence_numbers, self._sentence_of = analysis.sentence_numbers, analysis.sentence_of

    def run(self) -> Sources:
        """All passes: demonyms, roles, then nominals and groups in one walk. Returns who is mentioned where."""
        self._add_demonyms()
        sources = Sources(self.analysis, self.entities)
        self._order, self._firsts = sources.marks, sources.firsts
        for entity in self.entities:
            if entity.kind == "person":
                self._roles(entity)
        self._nouns()
        self.entities.extend(self.groups.values())
        sources.add(self._found)
        return sources

    def _add_demonyms(self) -> None:
        for token in self.demonyms:
            code = self.lexicon.demonyms.get(self.words[token])
            entity = self.sieve.known_country(code) if code else None
            if entity is not None:
                entity.marks.append((token, token + 1, "demonym", passes.DEMONYM))

    # Roles

    def _phrase_start(self, head: int, floor: int) -> int:
        """The first token of the noun phrase whose modifiers stand before a head, without its determiner."""
        tags, lowers, words = self.tag_at, self.lowers, self.words
        at = head
        while at > floor and head - at < _MOST_MODIFIERS and tags[at - 1] in _MODIFIERS \
                and lowers[at - 1] not in _APOSTROPHES and words[at - 1] not in self.lexicon.calendar:
            at -= 1
        if at == head:
            return at
        if at > floor and tags[at] in _PARTICIPLES and tags[at - 1] in _BEFORE_PARTICIPLE:
            at += 1  # "has conducted hundreds": a verb's participle
        elif at > floor and tags[at] == "G" and tags[at - 1] == "," \
                and lowers[at] not in self.lexicon.signals["role_participle"]:
            at += 1  # ", naming banker Ann Lee"
        if tags[at] == "'" and at < head:
            at += 1
        return at

    def _roles(self, entity: Entity) -> None:
        """Titles and nouns before a person's name, appositions and predicates behind it."""
        spans: list[tuple[int, int]] = []
        titles = {title[1]: title for title in entity.roles if title[1] > title[0]}
        lowers, tags, roles = self.lowers, self.tag_at, self.lexicon.person_roles
        copulas, count = self.lexicon.signals["copula"], len(lowers)
        for first, last, _, _ in entity.marks:
            title = titles.get(first) if titles else None
            if title is not None or (first and lowers[first - 1] in roles and tags[first - 1] in "NP"):
                floor = self._sentence_of[first].first
                if title is not None and self.lexicon.address.issuperset(self.words[title[0]:title[1]]):
                    short = lowers[title[1] - 1]
                    if short in self.lexicon.short_titles:
                        entity.role_heads |= {self.lexicon.short_titles[short]}
                    continue
                if title is not None or first > floor:
                    start = self._phrase_start(first - 1 if title is None else title[0], floor)
                    spans.append((self._role_start(start, first, floor), first))
            elif first > 1 and tags[first - 1] == ",":
                before = self._in_front(first - 1, last)
                if before:
                    spans.append(before)
            if last < count and (tags[last] == "," or (lowers[last] in copulas and tags[last] != "'")):
                behind = self._behind(last)
                if behind:
                    spans.append(behind)
        entity.roles = []
        if not spans:
            return
        texts: set[str] = set()
        for start, end in sorted(spans):
            text = " ".join(self.lowers[start:end])
            if text not in texts:
                texts.add(text)
                entity.roles.append((start, end))
            if entity.country is None:
                entity.country = self._country(start, end)
            for at in range(start, end):
                if lowers[at] in roles or lowers[at] in self.lexicon.short_titles:
                    entity.role_heads |= {self._role_key(at, start)}
                if lowers[at] in ("of", ","):
                    break

    def _role_key(self, head: int, floor: int) -> str:
        """A role's noun, written out, with the word that makes another role of it: "prime minister"."""
        word = self.lexicon.short_titles.get(self.lowers[head], self.lowers[head])
        if head > floor and self.lowers[head - 1] in self.lexicon.signals["role_kind"]:
            return f"{self.lowers[head - 1]} {word}"
        return word

    def _role_start(self, start: int, end: int, floor: int) -> int:
        """The start of a role without a verb in front of it that looks like a modifier: "a group backing Senator"."""
        tags, lowers = self.tag_at, self.lowers
        for at in range(start, end - 1):
            if (tags[at] == "G" and lowers[at] not in self.lexicon.signals["role_participle"]) or (
                    tags[at] == "n" and at > floor and tags[at - 1] in "NSPp") or lowers[at] in _NO_ROLE:
                start = at + 1
        return start

    def _in_front(self, comma: int, last: int) -> tuple[int, int] | None:
        """The role that a name between commas explains: "the minister of health, Ann Lee, left"."""
        tags, lowers, roles = self.tag_at, self.lowers, self.lexicon.person_roles
        if self.tags[last:last + 1] not in ("", ",", ".", ";", "\"") \
                or lowers[last + 1:last + 2] in (["and"], ["or"]):
            return None  # "the mayor, Ann Lee and Kay Dorn"
        floor = max(self._sentence_of[comma].first, comma - _MOST_MODIFIERS)
        head = comma - 1
        while head > floor and (lowers[head] not in roles or tags[head] != "N"):
            if tags[head] not in _BEFORE_HEAD or (tags[head] == "I" and lowers[head] not in _WHERE):
                return None
            head -= 1
        if head <= floor or (head + 1 < comma and lowers[head + 1] not in _WHERE):
            return None
        start = self._phrase_start(head, floor)
        whose = "'" in tags[start:head] or (start > floor and tags[start - 1] in _OWNERS)
        return (start, comma) if whose else None

    def _behind(self, at: int) -> tuple[int, int] | None:
        """The role in an apposition or predicate behind a name, at the comma or copula that opens it."""
        tags, lowers = self.tag_at, self.lowers
        count = len(lowers)
        apposition = tags[at] == ","
        at += 1
        while at < count and tags[at] in _OPENS_BEHIND:
            at += 1
        start = at
        while at < count and at - start < _MOST_MODIFIERS and tags[at] in _MODIFIERS:
            at += 1
        if at == start or lowers[at - 1] not in self.lexicon.person_roles:
            return None
        if at < count and lowers[at] in _WHERE:
            end = at + 1
            while end < count and end - at < _MOST_MODIFIERS and tags[end] in _BEHIND_OF:
                end += 1
            while tags[end - 1] not in _NOUNS and end > at + 1:
                end -= 1
            if end > at + 1:
                at = self._name_end(end)
        if apposition and at < count and tags[at] in FINITE:
            return None  # "According to Lee, the judge is ill"
        return start, at

    def _name_end(self, last: int) -> int:
        """The end of the name that an interval ends in: "director of the Center for Tides"."""
        at = bisect_left(self._firsts, last) - 1
        return max(last, self._order[at][1]) if at >= 0 else last

    # Nominals and groups

    def _nouns(self) -> None:
        lexicon, lowers, cited = self.lexicon, self.lowers, self.cited
        tags = [*self.tag_at, ""]
        roles, bodies, groups = lexicon.person_roles, lexicon.organization_nouns, lexicon.groups
        general, collective = lexicon.signals["general_group"], lexicon.signals["collective"]
        claimed, named = bytearray(len(tags)), bytearray(len(tags))
        for entity in self.entities:
            for first, last in entity.roles:
                claimed[first:last] = b"\x01" * (last - first)
        for first, last, _, _ in self._order:
            if last - first == 1:
                named[first] = 1
            else:
                named[first:last] = b"\x01" * (last - first)
        for at in self.heads:
            if tags[at] not in _NOUNS or claimed[at] or named[at]:
                continue
            following = tags[at + 1]
            if following in _NOUNS and not named[at + 1]:
                continue
            # A determiner or "by" is close by; without them only a group that acts or is cited is found.
            acts = following in FINITE or cited[at] or (following in ADVERBS and self._acts(at + 1))
            if not acts and _LEADING.isdisjoint(
                    lowers[at - _MOST_MODIFIERS - 1 if at > _MOST_MODIFIERS else 0:at]):
                continue
            word = lowers[at]
            if word in general and lowers[at + 1:at + 2] == ["of"]:
                continue  # "hundreds of flights": what they are follows
            start = self._phrase_start(at, self._sentence_of[at].first)
            before = lowers[start - 1] if start else ""
            is_body = word in bodies
            if word in roles and before == "the":
                if following == "P" and named[at + 1]:
                    continue
                self._person(start, at)
            elif is_body and start == at and before == "the":
                self._body(start, at)
            if not acts and before != "by":
                continue
            if (word in groups and tags[at] != "N") or word in collective \
                    or (word[-1] == "s" and word[:-1] in roles) or (is_body and start < at):
                self._group(start, at)

    def _acts(self, after: int) -> bool:
        """Does a finite verb stand behind the adverbs that begin at a token?"""
        tags = self.tag_at
        count = len(tags)
        while after < count and tags[after] in ADVERBS:
            after += 1
        return after < count and tags[after] in FINITE

    def _before(self, token: int) -> int:
        """The place in ``_order`` of the first mention that does not start before a token."""
        return bisect_left(self._firsts, token)

    def _person(self, start: int, head: int) -> None:
        """Gives "the prime minister" to the person whose role it is, else to the one person near without a role."""
        key = self._role_key(head, start)
        word = self.lowers[head]
        sentence = self._sentence_numbers[head]
        country = self._country(start, head)
        gender = "m" if word in self.lexicon.male else "f" if word in self.lexicon.female else None
        free: dict[Entity, None] = {}
        signals = self.lexicon.signals
        special = self.lexicon.plain_adjectives.intersection(self.lowers[start:head])
        # Not "he would be the best governor".
        current = (not special and self.lowers[head + 1:head + 2] != ["of"]
                   and self.tags[start - 2:start - 1] not in ("b", "B") and self._names_no_owner(start, head))
        place = self._before(start)
        for number in range(place - 1, max(-1, place - 60), -1):
            first, _, _, entity = self._order[number]
            distance = sentence - self._sentence_numbers[first]
            if distance > _PERSON_REACH:
                break
            if entity.kind != "person" or (gender and entity.gender and entity.gender != gender):
                continue
            if self._has_role(entity, key, word):
                if country and entity.country and country != entity.country:
                    continue
                if special and not any(special.issubset(self.lowers[slice(*role)]) for role in entity.roles):
                    continue  # "the next governor" is not the governor
                self._nominal(start - 1, head + 1, entity, passes.ROLE)
                return
            if current and not entity.role_heads and distance <= _FREE_REACH and word in signals["office"]:
                if not distance:
                    return  # "Ann Lee urged the minister": another
                free[entity] = None
        if len(free) == 1:
            only = free.popitem()[0]
            only.role_heads |= {key}
            only.roles.append((start, head + 1))
            if country:
                only.country = country
            self._nominal(start - 1, head + 1, only, passes.ROLE)

    def _has_role(self, entity: Entity, key: str, word: str) -> bool:
        """Is somebody known to hold a role: by its noun, "minister" of a "prime minister", "leader" of a ruler?"""
        heads = entity.role_heads
        return key in heads or (key == word and any(role.endswith(" " + word) for role in heads)) or (
            key == "leader" and not heads.isdisjoint(self.lexicon.signals["leading_role"]))

    def _names_no_owner(self, first: int, last: int) -> bool:
        """Are the names in front of a role those of places, peoples and parties alone?"""
        lexicon = self.lexicon
        at = first
        while at < last:
            end = at
            while end < last and self.tag_at[end] == "P":
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

    def _nominal(self, first: int, last: int, entity: Entity, rule: str) -> None:
        entity.marks.append((first, last, "nominal", rule))
        self._found.append((first, last, "nominal", entity))

    def _body(self, start: int, head: int) -> None:
        """Gives "the ministry" or "the company" to a body named shortly before."""
        word = self.lowers[head]
        sentence = self._sentence_numbers[head]
        place = self._before(start)
        for number in range(place - 1, max(-1, place - 40), -1):
            first, _, _, entity = self._order[number]
            distance = sentence - self._sentence_numbers[first]
            if distance > 2 * _BODY_REACH:
                break
            if entity.kind != "organization":
                continue
            tokens = entity.name.lower().split(" ")
            if word in tokens or (distance <= _BODY_REACH and word in self.lexicon.signals["generic_body"]):
                self._nominal(start - 1, head + 1, entity, passes.BODY_NOUN)
                return

    def _group(self, start: int, head: int) -> None:
        """Makes, or finds again, the group that a plural names."""
        tags, lowers = self.tag_at, self.lowers
        while start < head and (tags[start] in "K'" or lowers[start] in self.lexicon.plain_adjectives):
            start += 1
        owner = self._owner(start, head)
        if owner is None and start < head and lowers[head] in self.lexicon.organization_nouns \
                and not self.cited[head]:
            return
        if owner is None and not self.cited[head] and lowers[head] in self.lexicon.signals["general_group"]:
            return
        if is_document_noun(lowers[head]) and lowers[head] not in self.lexicon.groups and (
                start == head or lowers[head - 1] in self.lexicon.signals["counted"]):
            return  # "preliminary figures", but "party figures"
        key = " ".join(lowers[start:head + 1])
        entity = self.groups.get(key)
        if entity is None:
            span = self.analysis.span(start, head + 1)
            name = " ".join(self.analysis.text[slice(*span)].split())
            if self.words[start] not in self.lexicon.peoples and self.lexicon.lower_case[lowers[start]]:
                name = name[0].lower() + name[1:]
            entity = self.groups[key] = Entity("group", name, passes.GROUP)
            entity.of = owner
            if owner is not None:
                entity.country = owner.country
        self._nominal(start, head + 1, entity, passes.GROUP)

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
                    self._found.append((at, at + 1, "demonym", owner))
                return owner
            place = self._before(at)
            if self._firsts[place] == at:
                entity = self._order[place][3]
                if entity.kind != "place":
                    return entity
        return None


@remembered
def may_refer(word: str) -> bool:
    """Returns whether a word in lower case, a noun or a pronoun, may stand for an actor."""
    lexicon = wording()
    return word in PRONOUNS or word in lexicon.person_roles or word in lexicon.groups or (
        word in lexicon.organization_nouns or (word[-1:] == "s" and word[:-1] in lexicon.person_roles))
