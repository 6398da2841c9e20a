"""Who he, she, it and they are.

By gender, number and animacy, recency and a preference for subjects; what is in doubt for "it" and "they"
stays unresolved, since a wrong actor is worse than none.
"""
from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from operator import itemgetter

from briefx.extraction.actors import passes
from briefx.extraction.actors.entity import Entity
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
_OF_OTHERS = frozenset(("Dpbn", "Zpbn", "Vpbn"))
_FINITE = frozenset("ZDMbhdV")


@cache
def _expletive() -> re.Pattern[str]:
    """What stands behind an "it" that refers to nothing: classes from the verb on."""
    return re.compile(r"M?[xR]{0,4}(?:b|B|h?B)[xR]{0,4}(?:[JRN]|TJ?N)R{0,4}(?:[tcW]|I?p)")


_FIRST = itemgetter(0)

# A mention that a pronoun may stand for: its token, its sentence, whose it is; is it a subject, is it a pronoun?
_Seen = tuple[int, int, Entity, bool, bool]


class Pronouns:
    """Resolves the pronouns of a text in one walk from its beginning.

    ``pronouns`` are their tokens; ``speakers`` gives the tokens of quoted stretches with their speaker, ``cited``
    the tokens of sources.
    """

    def __init__(self, analysis: Analysis, entities: list[Entity], pronouns: list[int],
                 speakers: list[tuple[int, int, Entity]], cited: set[int]) -> None:
        self.analysis = analysis
        self.pronouns = pronouns
        self.entities = entities
        self.speakers = speakers
        self.cited = cited
        self.people: list[_Seen] = []
        self.things: list[_Seen] = []
        self.counts: dict[int, int] = {}
        self.total = 0
        self._speech = [first for first, _, _ in speakers]

    def run(self) -> None:
        """Adds a mark to its actor for each pronoun that is resolved."""
        analysis = self.analysis
        lowers = analysis.lowers
        marks = [(first, last, entity) for entity in self.entities for first, last, form, _ in entity.marks
                 if form != "demonym"]
        marks.sort(key=_FIRST)
        sentences, blocks = analysis.sentences, analysis.blocks
        numbers = analysis.sentence_numbers
        headings = {number for number, block in enumerate(blocks) if block.kind == "heading"}
        at, count = 0, len(marks)
        for token in self.pronouns:
            while at < count and marks[at][0] < token:
                first, last, entity = marks[at]
                self._see(first, last, entity, numbers[first], pronoun=False)
                at += 1
            place = numbers[token]
            if headings and sentences[place].block in headings:
                continue
            antecedent = self._resolve(token, lowers[token], place)
            if antecedent is not None:
                antecedent.marks.append((token, token + 1, "pronoun", passes.PRONOUN))
                self._see(token, token + 1, antecedent, place, pronoun=True)

    def _see(self, first: int, last: int, entity: Entity, sentence: int, pronoun: bool) -> None:
        tags = self.analysis.tags
        tag = tags[last] if last < len(tags) else "."
        seen = (first, sentence, entity, tag in _FINITE or (tag in "Rx,(" and self._is_subject(last)), pronoun)
        if entity.kind == "person":
            self.people.append(seen)
            self.total += 1
        else:
            self.things.append(seen)
        number = id(entity)
        self.counts[number] = self.counts.get(number, 0) + 1

    def _is_subject(self, last: int) -> bool:
        """Does a finite verb follow behind adverbs or an apposition between commas?"""
        tags = self.analysis.tags
        limit = min(len(tags), last + _LONGEST_APPOSITION)
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
        for first, place, entity, subject, pronoun in reversed(self.people[-_MOST_LOOKED_AT:]):
            distance = sentence - place
            if distance > _REACH:
                break
            known = entity.gender
            if (known and known != gender) or entity is speaker:
                continue
            score = -_DISTANCE * distance
            if subject:
                score += _SUBJECT
            if known:
                score += _GENDER
            number = id(entity)
            if number not in looked:
                looked.add(number)
                score += _SHARE * self.counts[number] / (self.total + 2)
            if pronoun:
                score += _PRONOUN
            if is_object and distance == 0 and subject and not self._clause_between(first, token):
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
        # "The move angers allies, but it helps": the subject of the clause before, whatever it is.
        begin = self.analysis.sentences[sentence].first
        joined = tags[token] == "p" and begin < token - 1 and (
            tags[token - 1] == "C" or (tags[token - 1] == "," and tags[begin] in "cI" and tags[begin + 1] == "T"
                                       and self.analysis.lowers[begin + 1] in ("this", "that")))
        return self._nearest(sentence, ("organization", "gpe"), speaks, 0 if joined else 1)

    def _many(self, token: int, sentence: int) -> Entity | None:
        """The group that "they" are; not who speaks in "police said they were found"."""
        if self.analysis.tags[token - 1:token + 3] in _OF_OTHERS:
            return None
        return self._nearest(sentence, ("group",), token in self.cited, 1)

    def _nearest(self, sentence: int, kinds: tuple[str, ...], speaks: bool, reach: int) -> Entity | None:
        """The last subject of some kinds in this sentence, else one before; any mention where it speaks.

        ``reach`` is how many sentences back it is sought.
        """
        best, best_score = None, -9.0
        for _, place, entity, subject, _ in reversed(self.things[-_MOST_LOOKED_AT:]):
            distance = sentence - place
            if distance > reach:
                break
            if entity.kind not in kinds or not (subject or speaks):
                continue
            score = -float(distance) + (_SUBJECT if subject else 0.0)
            if score > best_score:
                best, best_score = entity, score
        return best
