"""Who he, she, it and they are.

By gender, number and animacy, recency and a preference for subjects; what is in doubt for "it" and "they"
stays unresolved, since a wrong actor is worse than none.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from operator import itemgetter

from briefx.extraction.actors import passes
from briefx.extraction.actors.entity import Entity
from briefx.extraction.actors.sources import Sources
from briefx.extraction.attribution.relation import Attribution
from briefx.text.analysis import Analysis
from briefx.text.classes import ADVERBS, FINITE

_MALE = frozenset(("he", "him", "his", "himself"))
_FEMALE = frozenset(("she", "her", "hers", "herself"))
_THING = frozenset(("it", "its", "itself"))
_MANY = frozenset(("they", "them", "their", "theirs", "themselves"))
PRONOUNS = _MALE | _FEMALE | _THING | _MANY
_GENDERS = {**dict.fromkeys(_MALE, "m"), **dict.fromkeys(_FEMALE, "f")}
# Mentions are sought this many sentences back, and this many mentions back at most.
_REACH = 4
_MOST_LOOKED_AT = 40
# An apposition between a subject and its verb is looked over up to this length.
_LONGEST_APPOSITION = 25
# What speaks for an antecedent: each sentence away, being a subject, a gender that is known to fit, its share of all
# mentions of people so far; and what speaks against an object being the subject.
_DISTANCE = -1.0
_SUBJECT = 0.7
_GENDER = 0.4
_SHARE = 1.5
_REFLEXIVE = 1.5
_SAME_CLAUSE = -2.0
# Less than this speaks for anybody, before the distance is counted, where the pronoun is not of the same sentence.
_MOST = _SUBJECT + _GENDER + _SHARE
_OF_OTHERS = frozenset(("Dpbn", "Zpbn", "Vpbn"))
_LOOKED_OVER = frozenset("Rx,(")
_BRACKETS = frozenset(",(")


@cache
def _expletive() -> re.Pattern[str]:
    """What stands behind an "it" that refers to nothing: classes from the verb on."""
    return re.compile(r"M?[xR]{0,4}(?:b|B|h?B)[xR]{0,4}(?:[JRN]|TJ?N)R{0,4}(?:[tcW]|I?p)")


_START = itemgetter(0)
_END = itemgetter(1)

# Somebody whom a pronoun may stand for: the mention's token, its sentence, whose it is, and whether it is a subject.
_Person = tuple[int, int, Entity, bool]
# A mention of what is no person: its tokens first:last, and whose it is.
_Thing = tuple[int, int, Entity]
# One that a pronoun may stand for, behind the number of all things up to it.
_Numbered = tuple[int, int, int, Entity]


class Pronouns:
    """Resolves the pronouns of a text in one walk from its beginning.

    ``sources`` knows the mentions that are no pronouns; ``pronouns`` are their tokens; ``attributions`` tell who says
    what stands in quotation marks, ``cited`` tells of each token whether it stands in a source.
    """

    def __init__(self, analysis: Analysis, sources: Sources, pronouns: list[int],
                 attributions: Iterable[Attribution], cited: bytearray) -> None:
        self.analysis = analysis
        self.pronouns = pronouns
        self.cited = cited
        self.people: list[_Person] = []
        self.bodies: list[_Numbered] = []  # and states
        self.groups: list[_Numbered] = []
        self.things = 0
        self._mentions = sources.marks
        self._numbers = analysis.sentence_numbers
        self._tags = [*analysis.tag_at, ""]
        self._speech = _Speech(analysis, sources, attributions)

    def run(self) -> None:
        """Adds a mark to its actor for each pronoun that is resolved."""
        analysis, numbers, people = self.analysis, self._numbers, self.people
        lowers, sentences = analysis.lowers, analysis.sentences
        headings = {number for number, block in enumerate(analysis.blocks) if block.kind == "heading"}
        people_ahead, things_ahead = self._mentions_ahead()
        person, thing = people_ahead.pop(), things_ahead.pop()
        for token in self.pronouns:
            place, word = numbers[token], lowers[token]
            gender = _GENDERS.get(word)
            if gender is not None:
                while person[0] < token:
                    people.append(person)
                    person[2].seen += 1
                    person = people_ahead.pop()
            else:
                while thing[0] < token:
                    self._pass(*thing)
                    thing = things_ahead.pop()
            if headings and sentences[place].block in headings:
                continue
            if gender is not None:
                antecedent = self._person(token, gender, place)
            else:
                antecedent = self._thing(token, place) if word in _THING else self._many(token, place)
            if antecedent is not None:
                antecedent.marks.append((token, token + 1, "pronoun", passes.PRONOUN))
                if gender is not None:
                    people_ahead.append(person)
                    person = token, place, antecedent, self._is_subject(token + 1)
                else:
                    self._pass(token, token + 1, antecedent)

    def _mentions_ahead(self) -> tuple[list[_Person], list[_Thing]]:
        """The mentions of people and those of all else, the first last; in front of them what no pronoun is behind."""
        numbers, tags = self._numbers, self._tags
        nobody = Entity("", "", "")
        people: list[_Person] = [(len(tags), 0, nobody, False)]
        things: list[_Thing] = [(len(tags), 0, nobody)]
        for first, last, form, entity in reversed(self._mentions):
            if entity.kind == "person":
                people.append((first, numbers[first], entity, tags[last] in FINITE or self._is_subject(last)))
            elif form != "demonym":
                things.append((first, last, entity))
        return people, things

    def _pass(self, first: int, last: int, entity: Entity) -> None:
        """Takes a mention of what is no person for one that stands before the next pronoun."""
        self.things += 1
        if entity.kind == "group":
            self.groups.append((self.things, first, last, entity))
        elif entity.kind != "place":
            self.bodies.append((self.things, first, last, entity))

    def _is_subject(self, last: int) -> bool:
        """Does a finite verb follow, maybe behind adverbs or an apposition between commas?"""
        tags = self._tags
        tag = tags[last]
        if tag not in _LOOKED_OVER:
            return tag in FINITE
        limit = min(len(tags) - 1, last + _LONGEST_APPOSITION)
        at = last
        while at < limit and tags[at] in ADVERBS:
            at += 1
        if at < limit and tags[at] in _BRACKETS:
            classes = self.analysis.tags
            end = classes.find("," if tags[at] == "," else ")", at + 1, limit)
            if end < 0 or "¶" in classes[at:end]:
                return False
            at = end + 1
        return at < limit and tags[at] in FINITE

    def _person(self, token: int, gender: str, sentence: int) -> Entity | None:
        best, best_score = None, -9.0
        speaker, people = self._speech.speaker(token), self.people
        total = len(people)
        is_object = self._tags[token] == "o"
        looked = 0
        limit = _REACH + 1.0
        recent = people if total <= _MOST_LOOKED_AT else people[-_MOST_LOOKED_AT:]
        for first, place, entity, subject in reversed(recent):
            distance = sentence - place
            if distance >= limit:
                break
            known = entity.gender
            if (known and known != gender) or entity is speaker:
                continue
            score = _DISTANCE * distance
            if subject:
                score += _SUBJECT
            if known:
                score += _GENDER
            if entity.asked != token:
                entity.asked = token
                looked += 1
                score += _SHARE * entity.seen / (total + 2)
            if is_object and distance == 0 and subject and not self._clause_between(first, token):
                score += _REFLEXIVE if self.analysis.lowers[token].endswith("self") else _SAME_CLAUSE
            if score > best_score:
                best, best_score = entity, score
                if known and _MOST - score < limit:  # nobody who is further back has more
                    limit = _MOST - score if score < _MOST - 1.0 else 1.0
        if best is not None and best.gender is None and (looked == 1 or best.seen * 2 > total):
            best.gender = gender
        return best

    def _clause_between(self, first: int, last: int) -> bool:
        """Does a new clause begin between two tokens?"""
        between = self.analysis.tags[first:last]
        return any([mark in between for mark in "cW;:\""]) or ",C" in between

    def _thing(self, token: int, sentence: int) -> Entity | None:
        """The body or state that "it" is: a subject close by; anyone close by where "it" speaks."""
        tags = self._tags
        tag, speaks = tags[token], self.cited[token] > 0
        if tag != "q" and (tag != "p" or (not speaks and _expletive().match(self.analysis.tags, token + 1))):
            return None
        # "The move angers allies, but it helps": the subject of the clause before, whatever it is.
        begin = self.analysis.sentences[sentence].first
        joined = tag == "p" and begin < token - 1 and (
            tags[token - 1] == "C" or (tags[token - 1] == "," and tags[begin] in "cI" and tags[begin + 1] == "T"
                                       and self.analysis.lowers[begin + 1] in ("this", "that")))
        return self._nearest(self.bodies, sentence, speaks, 0 if joined else 1)

    def _many(self, token: int, sentence: int) -> Entity | None:
        """The group that "they" are; not who speaks in "police said they were found"."""
        if not self.groups or self.analysis.tags[token - 1:token + 3] in _OF_OTHERS:
            return None
        return self._nearest(self.groups, sentence, self.cited[token] > 0, 1)

    def _nearest(self, things: list[_Numbered], sentence: int, speaks: bool, reach: int) -> Entity | None:
        """The last subject of some things in this sentence, else one before; any mention where it speaks.

        ``reach`` is how many sentences back it is sought.
        """
        best, best_score = None, -9.0
        numbers, tags, oldest = self._numbers, self._tags, self.things - _MOST_LOOKED_AT
        for number, first, last, entity in reversed(things):
            distance = sentence - numbers[first]
            if distance > reach or number <= oldest:
                break
            subject = tags[last] in FINITE or self._is_subject(last)
            if subject and best is None:
                return entity
            score = -float(distance) + (_SUBJECT if subject else 0.0)
            if (subject or speaks) and score > best_score:
                best, best_score = entity, score
        return best


class _Speech:
    """Who says what stands in quotation marks, asked from the beginning of a text to its end."""

    def __init__(self, analysis: Analysis, sources: Sources, attributions: Iterable[Attribution]) -> None:
        self._sources = sources
        self._starts = analysis.starts
        self._stretches = [(start, end, attribution) for attribution in attributions
                           if attribution.quoted and attribution.speech for start, end in attribution.quoted]
        self._stretches.sort(key=_END)
        self._stretches.sort(key=_START)
        self._firsts = [*map(_START, self._stretches), len(analysis.text)]
        self._reach = list(accumulate([end for _, end, _ in self._stretches], max))
        self._place = -1  # the last of the stretches that begin before the token
        self._asked = -1  # the last of them that were looked at
        self._told: tuple[int, Entity] | None = None  # the last of them with a known speaker: its end, and who that is

    def speaker(self, token: int) -> Entity | None:
        """Returns the one actor whose quoted words a token stands in, if that is known."""
        offset, firsts, place = self._starts[token], self._firsts, self._place
        while firsts[place + 1] <= offset:
            place += 1
        self._place = place
        if place < 0 or offset >= self._reach[place]:
            return None
        for at in range(place, self._asked, -1):
            _, end, attribution = self._stretches[at]
            people = self._sources.of(attribution)
            if len(people) == 1:
                self._told = end, people[0]
                break
        self._asked = place
        return self._told[1] if self._told is not None and offset < self._told[0] else None
