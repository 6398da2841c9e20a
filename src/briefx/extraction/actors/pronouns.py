"""Who he, she, it and they are.

By gender, number and animacy, recency and a preference for subjects; what is in doubt for "it" and "they"
stays unresolved, since a wrong actor is worse than none.
"""
from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from briefx.extraction.actors import passes
from briefx.extraction.actors.entity import Entity, Mark
from briefx.text.analysis import Analysis

_MALE = frozenset(("he", "him", "his", "himself"))
_FEMALE = frozenset(("she", "her", "hers", "herself"))
_THING = frozenset(("it", "its", "itself"))
_MANY = frozenset(("they", "them", "their", "theirs", "themselves"))
PRONOUNS = _MALE | _FEMALE | _THING | _MANY
# Mentions are sought this many sentences back, and this many mentions back at most.
_REACH = 4
_MOST_LOOKED_AT = 40
# An apposition between a subject and its verb is looked over up to this length.
_LONGEST_APPOSITION = 25
# What speaks for an antecedent: each sentence away, being a subject, a gender that is known to fit, its share of all
# mentions of people so far, being named by a pronoun itself; and what speaks against an object being the subject.
_DISTANCE = 1.0
_SUBJECT = 0.7
_GENDER = 0.4
_SHARE = 1.5
_PRONOUN = 0.0
_REFLEXIVE = 1.5
_SAME_CLAUSE = -2.0
_FINITE = frozenset("ZDMbhdV")


@cache
def _expletive() -> re.Pattern[str]:
    """What stands behind an "it" that refers to nothing: classes from the verb on."""
    return re.compile(r"M?[xR]*(?:b|B|h?B)[xR]*(?:[JRN]|TJ?N)[R]*(?:[tcW]|I?p)")


class Seen(NamedTuple):
    """A mention that a pronoun may stand for."""

    token: int
    sentence: int
    entity: Entity
    subject: bool
    pronoun: bool


class Pronouns:
    """Resolves the pronouns of a text in one walk from its beginning.

    ``speakers`` gives the tokens of quoted stretches with their speaker, ``cited`` the tokens of sources.
    """

    def __init__(self, analysis: Analysis, entities: list[Entity], speakers: list[tuple[int, int, Entity]],
                 cited: set[int]) -> None:
        self.analysis = analysis
        self.entities = entities
        self.speakers = speakers
        self.cited = cited
        self.people: list[Seen] = []
        self.things: list[Seen] = []
        self.counts: dict[int, int] = {}
        self.total = 0
        self._speech = [first for first, _, _ in speakers]

    def run(self) -> None:
        """Adds a mark to its actor for each pronoun that is resolved."""
        analysis = self.analysis
        lowers = analysis.lowers
        pronouns = [at for at, word in enumerate(lowers) if word in PRONOUNS]
        if not pronouns:
            return
        marks = sorted(((mark, entity) for entity in self.entities for mark in entity.marks
                        if mark.form != "demonym"), key=lambda pair: pair[0].first)
        firsts = [sentence.first for sentence in analysis.sentences]
        at = 0
        for token in pronouns:
            while at < len(marks) and marks[at][0].first < token:
                mark, entity = marks[at]
                self._see(mark, entity, bisect_right(firsts, mark.first) - 1)
                at += 1
            sentence = bisect_right(firsts, token) - 1
            if analysis.blocks[analysis.sentences[sentence].block].kind == "heading":
                continue
            antecedent = self._resolve(token, lowers[token], sentence)
            if antecedent is not None:
                mark = Mark(token, token + 1, "pronoun", passes.PRONOUN)
                antecedent.marks.append(mark)
                self._see(mark, antecedent, sentence)

    def _see(self, mark: Mark, entity: Entity, sentence: int) -> None:
        seen = Seen(mark.first, sentence, entity, self._is_subject(mark.last), mark.form == "pronoun")
        (self.people if entity.kind == "person" else self.things).append(seen)
        self.counts[id(entity)] = self.counts.get(id(entity), 0) + 1
        if entity.kind == "person":
            self.total += 1

    def _is_subject(self, last: int) -> bool:
        """Does a finite verb follow, maybe behind adverbs or an apposition between commas?"""
        tags = self.analysis.tags
        limit = min(len(tags), last + _LONGEST_APPOSITION)
        if last >= limit:
            return False
        tag = tags[last]
        if tag in _FINITE:
            return True
        if tag not in "Rx,(":
            return False
        at = last
        while at < limit and tags[at] in "Rx":
            at += 1
        if at < limit and tags[at] in ",(":
            end = tags.find("," if tags[at] == "," else ")", at + 1, limit)
            if end < 0 or "¶" in tags[at:end]:
                return False
            at = end + 1
        return at < limit and tags[at] in _FINITE

    def _resolve(self, token: int, word: str, sentence: int) -> Entity | None:
        if word in _MALE or word in _FEMALE:
            return self._person(token, "m" if word in _MALE else "f", sentence)
        if word in _THING:
            return self._thing(token, sentence)
        return self._many(token, sentence)

    def _speaker(self, token: int) -> Entity | None:
        """Whose quoted words a token stands in, if that is known."""
        place = bisect_right(self._speech, token) - 1
        if place >= 0 and token < self.speakers[place][1]:
            return self.speakers[place][2]
        return None

    def _person(self, token: int, gender: str, sentence: int) -> Entity | None:
        best, best_score = None, -9.0
        tags = self.analysis.tags
        speaker = self._speaker(token) if self.speakers else None
        is_object = tags[token] == "o"
        reflexive = self.analysis.lowers[token].endswith("self")
        looked: set[int] = set()
        for seen in reversed(self.people[-_MOST_LOOKED_AT:]):
            distance = sentence - seen.sentence
            if distance > _REACH:
                break
            entity = seen.entity
            if (entity.gender and entity.gender != gender) or entity is speaker:
                continue
            score = -_DISTANCE * distance
            if seen.subject:
                score += _SUBJECT
            if entity.gender:
                score += _GENDER
            if id(entity) not in looked:
                looked.add(id(entity))
                score += _SHARE * self.counts[id(entity)] / (self.total + 2)
            if seen.pronoun:
                score += _PRONOUN
            if is_object and distance == 0 and seen.subject and not self._clause_between(seen.token, token):
                score += _REFLEXIVE if reflexive else _SAME_CLAUSE
            if score > best_score:
                best, best_score = entity, score
        if best is not None and best.gender is None and (len(looked) == 1 or self.counts[id(best)] * 2 > self.total):
            best.gender = gender
        return best

    def _clause_between(self, first: int, last: int) -> bool:
        """Does a new clause begin between two tokens?"""
        between = self.analysis.tags[first:last]
        return any(mark in between for mark in "cW;:\"") or ",C" in between

    def _thing(self, token: int, sentence: int) -> Entity | None:
        """The body or state that "it" is: a subject close by; anyone close by where "it" speaks."""
        tags = self.analysis.tags
        speaks = token in self.cited
        if tags[token] != "q" and (tags[token] != "p" or (not speaks and _expletive().match(tags, token + 1))):
            return None
        return self._nearest(sentence, ("organization", "gpe"), speaks)

    def _many(self, token: int, sentence: int) -> Entity | None:
        """The group that "they" are."""
        return self._nearest(sentence, ("group",), token in self.cited)

    def _nearest(self, sentence: int, kinds: tuple[str, ...], speaks: bool) -> Entity | None:
        """The last subject of some kinds in this sentence, else in the one before; any mention where it speaks."""
        best, best_score = None, -9.0
        for seen in reversed(self.things[-_MOST_LOOKED_AT:]):
            distance = sentence - seen.sentence
            if distance > 1:
                break
            if seen.entity.kind not in kinds or not (seen.subject or speaks):
                continue
            score = -float(distance) + (_SUBJECT if seen.subject else 0.0)
            if score > best_score:
                best, best_score = seen.entity, score
        return best
