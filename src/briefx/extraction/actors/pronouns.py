"""Who he, she, it and they are.

By gender, number and animacy, recency and a preference for subjects; what is in doubt for "it" and "they"
stays unresolved, since a wrong actor is worse than none.
"""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from operator import itemgetter

from briefx.extraction.actors import passes
from briefx.extraction.actors.entity import Entity
from briefx.extraction.actors.sources import Sources
from briefx.extraction.attribution.relation import Attribution
from briefx.text.analysis import Analysis

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
_DISTANCE = 1.0
_SUBJECT = 0.7
_GENDER = 0.4
_SHARE = 1.5
_REFLEXIVE = 1.5
_SAME_CLAUSE = -2.0
_OF_OTHERS = frozenset(("Dpbn", "Zpbn", "Vpbn"))
_FINITE = frozenset("ZDMbhdV")


@cache
def _expletive() -> re.Pattern[str]:
    """What stands behind an "it" that refers to nothing: classes from the verb on."""
    return re.compile(r"M?[xR]{0,4}(?:b|B|h?B)[xR]{0,4}(?:[JRN]|TJ?N)R{0,4}(?:[tcW]|I?p)")


_PLACE = itemgetter(0, 1)

# Somebody whom a pronoun may stand for: the mention's token, its sentence, whose it is, and whether it is a subject.
_Person = tuple[int, int, Entity, bool]
# A mention of what is no person: its tokens first:last, and whose it is.
_Thing = tuple[int, int, Entity]


class Pronouns:
    """Resolves the pronouns of a text in one walk from its beginning.

    ``pronouns`` are their tokens; ``attributions`` tell who says what stands in quotation marks, ``cited`` holds the
    tokens of sources.
    """

    def __init__(self, analysis: Analysis, entities: list[Entity], pronouns: list[int],
                 attributions: Iterable[Attribution], cited: set[int]) -> None:
        self.analysis = analysis
        self.pronouns = pronouns
        self.cited = cited
        self.people: list[_Person] = []
        self.things: list[_Thing] = []
        self.counts: dict[int, int] = {}
        self._numbers = analysis.sentence_numbers
        self._speech = _Speech(analysis, entities, attributions)
        self._any_group = any([entity.kind == "group" for entity in entities])

    def run(self) -> None:
        """Adds a mark to its actor for each pronoun that is resolved."""
        analysis, numbers, things = self.analysis, self._numbers, self.things
        lowers, sentences = analysis.lowers, analysis.sentences
        headings = {number for number, block in enumerate(analysis.blocks) if block.kind == "heading"}
        people_ahead, things_ahead = self._mentions_ahead()
        for token in self.pronouns:
            place, word = numbers[token], lowers[token]
            gender = _GENDERS.get(word)
            if gender is not None:
                while people_ahead and people_ahead[-1][0] < token:
                    self._see(*people_ahead.pop())
            else:
                while things_ahead and things_ahead[-1][0] < token:
                    things.append(things_ahead.pop())
            if headings and sentences[place].block in headings:
                continue
            if gender is not None:
                antecedent = self._person(token, gender, place)
            else:
                antecedent = self._thing(token, place) if word in _THING else self._many(token, place)
            if antecedent is not None:
                antecedent.marks.append((token, token + 1, "pronoun", passes.PRONOUN))
                if gender is not None:
                    self._see(token, token + 1, antecedent)
                else:
                    things.append((token, token + 1, antecedent))

    def _mentions_ahead(self) -> tuple[list[_Thing], list[_Thing]]:
        """The mentions of people and those of all else, the first last."""
        people: list[_Thing] = []
        things: list[_Thing] = []
        for first, last, form, entity in reversed(self._speech.sources.marks):
            if entity.kind == "person":
                people.append((first, last, entity))
            elif form != "demonym":
                things.append((first, last, entity))
        return people, things

    def _see(self, first: int, last: int, person: Entity) -> None:
        self.people.append((first, self._numbers[first], person, self._is_subject(last)))
        number = id(person)
        self.counts[number] = self.counts.get(number, 0) + 1

    def _is_subject(self, last: int) -> bool:
        """Does a finite verb follow, maybe behind adverbs or an apposition between commas?"""
        tags = self.analysis.tags
        count = len(tags)
        if last >= count or tags[last] not in "Rx,(":
            return last < count and tags[last] in _FINITE
        limit = min(count, last + _LONGEST_APPOSITION)
        at = last
        while at < limit and tags[at] in "Rx":
            at += 1
        if at < limit and tags[at] in ",(":
            end = tags.find("," if tags[at] == "," else ")", at + 1, limit)
            if end < 0 or "¶" in tags[at:end]:
                return False
            at = end + 1
        return at < limit and tags[at] in _FINITE

    def _person(self, token: int, gender: str, sentence: int) -> Entity | None:
        best, best_score = None, -9.0
        speaker = self._speech.speaker(token)
        counts, total = self.counts, len(self.people)
        is_object = self.analysis.tags[token] == "o"
        looked: set[int] = set()
        for first, place, entity, subject in reversed(self.people[-_MOST_LOOKED_AT:]):
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
                score += _SHARE * counts[number] / (total + 2)
            if is_object and distance == 0 and subject and not self._clause_between(first, token):
                score += _REFLEXIVE if self.analysis.lowers[token].endswith("self") else _SAME_CLAUSE
            if score > best_score:
                best, best_score = entity, score
        if best is not None and best.gender is None and (len(looked) == 1 or counts[id(best)] * 2 > total):
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
        if not self._any_group or self.analysis.tags[token - 1:token + 3] in _OF_OTHERS:
            return None
        return self._nearest(sentence, ("group",), token in self.cited, 1)

    def _nearest(self, sentence: int, kinds: tuple[str, ...], speaks: bool, reach: int) -> Entity | None:
        """The last subject of some kinds in this sentence, else one before; any mention where it speaks.

        ``reach`` is how many sentences back it is sought.
        """
        best, best_score = None, -9.0
        numbers = self._numbers
        for first, last, entity in reversed(self.things[-_MOST_LOOKED_AT:]):
            distance = sentence - numbers[first]
            if distance > reach:
                break
            if entity.kind not in kinds:
                continue
            subject = self._is_subject(last)
            if subject and best is None:
                return entity
            score = -float(distance) + (_SUBJECT if subject else 0.0)
            if (subject or speaks) and score > best_score:
                best, best_score = entity, score
        return best


class _Speech:
    """Who says what stands in quotation marks, asked from the beginning of a text to its end.

    ``sources`` looks up the actors behind a phrase; it knows the mentions that there are when this is made.
    """

    def __init__(self, analysis: Analysis, entities: list[Entity], attributions: Iterable[Attribution]) -> None:
        self.sources = Sources(analysis, entities)
        self._starts = analysis.starts
        self._stretches = [(start, end, attribution) for attribution in attributions
                           if attribution.quoted and attribution.speech for start, end in attribution.quoted]
        self._stretches.sort(key=_PLACE)
        self._firsts = [start for start, _, _ in self._stretches]
        self._reach = list(accumulate([end for _, end, _ in self._stretches], max))
        self._asked = -1  # the last of the stretches that were looked at
        self._told: tuple[int, Entity] | None = None  # the last of them with a known speaker: its end, and who that is

    def speaker(self, token: int) -> Entity | None:
        """Returns the one actor whose quoted words a token stands in, if that is known."""
        offset = self._starts[token]
        place = bisect_right(self._firsts, offset) - 1
        if place < 0 or offset >= self._reach[place]:
            return None
        for at in range(place, self._asked, -1):
            _, end, attribution = self._stretches[at]
            people = self.sources.of(attribution)
            if len(people) == 1:
                self._told = end, people[0]
                break
        self._asked = place
        return self._told[1] if self._told is not None and offset < self._told[0] else None
