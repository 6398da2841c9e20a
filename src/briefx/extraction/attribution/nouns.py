"""Relations whose cue is no verb: "according to", surveys, and nouns such as "claim" or "call for"."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import compress

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.content import content_end, sentence_limit
from briefx.extraction.attribution.drafts import Draft, Interval
from briefx.extraction.attribution.frames import phrase_end
from briefx.extraction.attribution.signs import subject_sign
from briefx.lexicon.cues import (
    adjective_cue,
    cue_words,
    is_actor_noun,
    is_document_noun,
    noun_cue,
    verb_class,
)
from briefx.text.classes import verb_lemma


@cache
def _loose_adjectives() -> re.Pattern[str]:
    return re.compile("[JnD]c")


_RULE_OF_MODE = {"clause": "attribution.noun_that", "inf": "attribution.noun_infinitive",
                 "phrase": "attribution.noun_of"}


class NounReader:
    """Drafts the relations of nouns and prepositions; one with an empty content does not stand."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses

    def according(self) -> list[Draft]:
        """Returns the relations of "according to"."""
        lowers = self.clauses.lowers
        found: list[Draft] = []
        at = -1
        for _ in range(self.clauses.analysis.counts.get("according", 0)):
            at = lowers.index("according", at + 1)
            if lowers[at + 1:at + 2] == ["to"]:
                one = self._according(at)
                if one:
                    found.append(one)
        return found

    def _according(self, at: int) -> Draft | None:
        clauses = self.clauses
        tag_at = clauses.tag_at
        sentence = clauses.sentence_of[at]
        low, limit = sentence.first, sentence_limit(clauses, at)
        if at + 2 >= limit or (at - 2 > low and tag_at[at - 1] == "," and clauses.lowers[at - 2] == "that"):
            return None  # "reported that, according to police, ...": inside what is reported
        start = low
        for place in range(at - 1, max(low, at - 3), -1):
            if tag_at[place] in ":;-":  # "It has not gone unnoticed: According to polls, ..."
                low = start = place + 1
                break
        while tag_at[start] in 'C"(-R*':
            start += 1
        if at <= start + 1 and not (at > start and tag_at[at - 1] == ","):
            comma = self._clause_after(at + 2, limit)
            if comma is None or comma <= at + 2 or comma + 1 >= limit:
                return None
            content: list[Interval] = [(comma + 1, limit)]
            source = (at + 2, comma)
        else:
            if tag_at[at - 1] != "," and not self._is_citable(at + 2):
                return None
            end = at - 1 if tag_at[at - 1] in ",-" else at
            begin = self._content_start(end, low)
            source_last = self._source_end(at + 2, limit)
            content = [(begin, end)]
            source = (at + 2, source_last)
            if source_last + 2 < limit and tag_at[source_last] == "," and tag_at[at - 1] == ",":
                nxt = source_last + 1
                if (nxt in clauses.group_from and clauses.groups[clauses.group_from[nxt]].form == "finite") or (
                        tag_at[nxt] in "TPpNSqJKE" and clauses.has_verb(nxt, limit)
                        and not clauses.has_verb(begin, end)):
                    content.append((nxt, limit))
            if not content[0][1] > content[0][0]:
                return None
        return Draft("attribution.according_to", "according", tuple(content), source, None, (at, at + 2), at,
                     "according to", True, 0.95)

    def _is_citable(self, first: int) -> bool:
        """Can a phrase be a source, as "size" in "sold according to size" cannot?"""
        clauses = self.clauses
        last = clauses.phrase_from.get(first)
        return last is not None and (clauses.tag_at[first] in "TPq" or clauses.tag_at[last - 1] == "P" or is_actor_noun(
            clauses.lowers[last - 1]) or is_document_noun(clauses.lowers[last - 1]))

    def surveys(self) -> list[Draft]:
        """Returns the relations of "In a poll of voters, ..."."""
        clauses = self.clauses
        found = []
        if cue_words("survey").isdisjoint(clauses.analysis.counts):
            return []
        for sentence in clauses.analysis.sentences:
            at = sentence.first
            if clauses.lowers[at] != "in" or at + 1 not in clauses.phrase_from:
                continue
            last = clauses.phrase_from[at + 1]
            limit = sentence_limit(clauses, at)
            if clauses.lowers[last - 1] not in cue_words("survey") and (
                    clauses.lowers[phrase_end(clauses, at + 1, limit) - 1] not in cue_words("survey")):
                continue
            comma = self._clause_after(at + 1, limit)
            if comma is not None and comma + 1 < limit:
                found.append(Draft("attribution.survey", "according", ((comma + 1, limit),), (at + 1, comma), None,
                                   (at, at + 1), at, "in", True, 0.8))
        return found

    def viewpoints(self) -> Iterator[Draft]:
        """Yields the relations of "in the mayor's view" and "in her words", before or behind their clause."""
        clauses = self.clauses
        tags, tag_at, lowers = clauses.tags, clauses.tag_at, clauses.lowers
        counts = clauses.analysis.counts
        for word in sorted(counts.keys() & cue_words("viewpoint")):
            at = -1
            for _ in range(counts[word]):
                at = lowers.index(word, at + 1)
                opening = clauses.phrase_to.get(at + 1)
                if not opening or lowers[opening - 1] != "in":
                    continue
                first = opening - 1
                owner = tags.rfind("'", opening, at)
                source = (opening, owner) if owner > 0 else (opening, opening + 1)
                low, limit = clauses.sentence_of[at].first, sentence_limit(clauses, at)
                if (owner < 0 and tag_at[opening] != "q") or first < low:
                    continue
                behind = (at + 2, limit)
                before = (self._content_start(first, low), first)
                if tags[at + 1:at + 2] == "," and (first - low <= 1 or tags[first - 2:first] in ("c,", "W,")):
                    content: tuple[Interval, ...] = (behind,)
                elif tag_at[first - 1] == "," and tags[at + 1:at + 2] == ",":
                    content = (before, behind)
                elif tag_at[first - 1] == "," or at + 1 >= limit:
                    content = (before,)
                else:
                    continue
                yield Draft("attribution.viewpoint", "according", content, source, None, (first, at + 1), at, word,
                            False, 0.9)

    def _clause_after(self, first: int, limit: int) -> int | None:
        """The comma behind which the main clause begins, after a source at the sentence's start."""
        clauses = self.clauses
        comma = clauses.tags.find(",", first, limit)
        best = comma if comma > 0 else None
        while comma > 0:
            below = clauses.next_group(comma + 1, min(limit, comma + 20))
            if below is not None and clauses.groups[below].form == "finite":
                subject = clauses.subject(below)
                if subject is not None and subject.kind == "phrase" and subject.first == comma + 1:
                    return comma
            comma = clauses.tags.find(",", comma + 1, limit)
        return best

    def _content_start(self, end: int, low: int) -> int:
        """Where the clause begins that "according to" trails: behind a semicolon or a clause joined by "but"."""
        clauses = self.clauses
        tag_at, lowers = clauses.tag_at, clauses.lowers
        at = end - 1
        while at > low:
            if tag_at[at] == ";" or (
                    tag_at[at] == "," and lowers[at + 1] in ("but", "while") and clauses.has_verb(low, at)):
                break
            at -= 1
        start = at + 1 if at > low else low
        start = clauses.past_openers(start, end)
        return start + 1 if low < start < end and lowers[start] == "while" else start

    def _source_end(self, first: int, limit: int) -> int:
        tag_at = self.clauses.tag_at
        at = first
        while at < limit:
            tag = tag_at[at]
            if tag in ';:"' or (tag == "-" and at > first + 1):
                break
            if tag == "," and (at + 1 >= limit or not self._is_apposition(at + 1, limit)):
                break
            if tag == "c" or (tag == "C" and at + 1 in self.clauses.group_from):
                break
            at += 1
        return max(at, first + 1)

    def _is_apposition(self, at: int, limit: int) -> bool:
        return (at in self.clauses.phrase_from and self.clauses.tag_at[at] != "p" and not self.clauses.has_verb(
            at, min(limit, self.clauses.phrase_from[at] + 2))) or self.clauses.tag_at[at] == "W"

    def places(self) -> list[tuple[int, int]]:
        """Returns the first token and the head of the noun phrases whose head is a cue."""
        clauses = self.clauses
        word_before = ["", *clauses.lowers].__getitem__
        are_cues = map(noun_cue, map(word_before, clauses.phrase_to))
        return [(first, last - 1) for first, last in compress(clauses.phrase_from.items(), are_cues)]

    def loose_adjectives(self) -> Iterator[Draft]:
        """Yields the relations of adjectives that a comma sets off ("backed him, confident that he would win")."""
        clauses = self.clauses
        tags, tag_at, lowers = clauses.tags, clauses.tag_at, clauses.lowers
        for match in _loose_adjectives().finditer(tags):
            at = match.start()
            before = at - 2 if at and tag_at[at - 1] == "R" else at - 1
            if lowers[at + 1] != "that" or (before >= 0 and tag_at[before] not in ",.¶"):
                continue
            cue = adjective_cue(lowers[at])
            if cue is None or "that" not in cue.rates:
                continue
            limit = sentence_limit(clauses, at)
            end = content_end(clauses, clauses.group_from.get(at), at + 2, limit, "clause")
            subject = clauses.loose_subject(at)
            if subject is None:
                continue
            if before < 0 or tag_at[before] != ",":
                end = subject.first - 1  # "Confident that he would win, the board ..."
            yield Draft("attribution.adjective", "adjective_that", ((at + 2, end),), (subject.first, subject.last),
                        subject.antecedent, (at, at + 1), at, lowers[at], False, cue.rates["that"] / 100,
                        (subject_sign(clauses, subject),))

    def draft(self, phrase_first: int) -> Draft | None:
        """Returns the relation whose cue is the noun phrase that begins at a token, or null."""
        clauses = self.clauses
        tag_at, lowers = clauses.tag_at, clauses.lowers
        at = clauses.phrase_from[phrase_first]
        head = at - 1
        cue = noun_cue(lowers[head])
        if cue is None or tag_at[head] not in "NS" or (
                lowers[head].endswith("ing") and head == phrase_first and tag_at[head - 1] in ',"'):
            return None
        low = clauses.sentence_of[head].first
        if self._is_withheld(phrase_first):
            return None
        limit = sentence_limit(clauses, head)
        source, cue_first, signs = self._noun_source(phrase_first, head, low)
        agent = None
        if at < limit and lowers[at] in ("by", "from", "among") and at + 1 in clauses.phrase_from:
            end = phrase_end(clauses, at + 1, limit)
            if end < limit and (tag_at[end] in "ct" or lowers[end] in cue.rates):
                agent = (at + 1, end)
                at = end
        if at + 1 < limit and tag_at[at] == "I" and lowers[at] == "on" and lowers[at + 1].endswith("day"):
            at += 2
        if at >= limit:
            return None
        frame, start, cue_last = "", at, at
        if tag_at[at] == "c" and lowers[at] == "that" and "that" in cue.rates:
            frame, start, cue_last = "that", at + 1, head + 1
        elif tag_at[at] == "t" and "inf" in cue.rates:
            frame, cue_last = "inf", head + 1
        elif tag_at[at] == "I" and lowers[at] in cue.rates:
            frame, start, cue_last = lowers[at], at + 1, at + 1
        elif tag_at[at] == ":" and "that" in cue.rates:
            frame, start, cue_last = "that", at + 1, head + 1
        elif tag_at[at] in "Tp" and self._opens_clause(at, limit) and "bare" in cue.rates:
            frame, cue_last = "bare", head + 1
        if not frame:
            return None
        mode = "clause" if frame in ("that", "bare") else "inf" if frame == "inf" else "phrase"
        index = clauses.verb_before(phrase_first, low)
        end = content_end(clauses, index, start, limit, mode)
        end = self._before_main_verb(start, end, low, phrase_first)
        if mode != "clause" and "owner" in signs:
            end = self._before_joined_cue(start, end)
        source = agent or source
        if source is None:
            signs = (*signs, "no_source")
        return Draft(_RULE_OF_MODE[mode], "noun_" + frame,
                     ((start, end),), source, None, (cue_first, cue_last), head, lowers[head], cue.speech,
                     cue.rates[frame] / 100, signs)

    def _opens_clause(self, at: int, limit: int) -> bool:
        below = self.clauses.next_group(at, min(limit, at + 8))
        if below is None or self.clauses.groups[below].form != "finite":
            return False
        subject = self.clauses.subject(below)
        return subject is not None and subject.first == at

    def _before_main_verb(self, start: int, end: int, low: int, phrase_first: int) -> int:
        """A content behind a noun that is its sentence's subject ends before the sentence's verb."""
        clauses = self.clauses
        tag_at = clauses.tag_at
        if phrase_first > low and tag_at[phrase_first - 1] not in ',C"':
            return end
        verbs = 0
        for at in range(start, end):
            index = clauses.group_from.get(at)
            if index is None:
                continue
            if at in clauses.group_to and tag_at[at] in "Dn" and clauses.groups[clauses.group_to[at]].form == "finite":
                return at  # "... that the engine failed surprised them"
            if clauses.groups[index].form != "finite":
                continue
            subject = clauses.subject(index)
            if (subject is None and at > start + 1) or (subject is not None and (
                    subject.first <= phrase_first
                    or (verbs and subject.kind == "phrase" and self._is_inner(subject.first)))):
                return at - 1 if tag_at[at - 1] == "," else at
            verbs += 1
        return end

    def _before_joined_cue(self, start: int, end: int) -> int:
        """A content ends before "and" and another cue with its owner ("his attacks on Lee and his promise to quit")."""
        clauses = self.clauses
        at = clauses.tags.find("Cq", start, end)
        last = clauses.phrase_from.get(at + 1)
        return at if at > 0 and last is not None and noun_cue(clauses.lowers[last - 1]) else end

    def _is_inner(self, first: int) -> bool:
        """Is a phrase before a verb no subject: "the claim that it sold the land beside the park surprised them"?"""
        tag_at = self.clauses.tag_at
        before = tag_at[first - 1]
        return before not in 'cWC,"I' or (before == "I" and tag_at[first] not in "Pp")

    def _is_withheld(self, first: int) -> bool:
        """Is a noun the object of a cue in the negative: "has not confirmed its intent to go" states no intent?"""
        index = self.clauses.group_to.get(first)
        if index is None:
            return False
        group = self.clauses.groups[index]
        if group.lemma in verb_class("light"):
            return False
        return group.negated and self.clauses.verb_cue(group.lemma) is not None

    def _noun_source(self, first: int, head: int, low: int) -> tuple[Interval | None, int, tuple[str, ...]]:
        """The possessor of a noun, or the subject of the verb whose object it is: source, cue's start, signs."""
        clauses = self.clauses
        tags, tag_at = clauses.tags, clauses.tag_at
        owner = tags.rfind("'", first, head)
        if owner > 0:
            return (clauses.extended_left((first, owner), low), owner), owner + 1, ("owner",)
        if first - 1 > low and tag_at[first - 1] == "'" and first - 1 in clauses.phrase_to:
            owned = (clauses.phrase_to[first - 1], first - 1)
            return (clauses.extended_left(owned, low), first - 1), first, ("owner",)
        before = first
        while before > low and tag_at[before - 1] == "R" and before not in clauses.group_to:
            before -= 1
        adjunct = before > low and clauses.lowers[before - 1] in ("with", "to", "in")
        if adjunct:
            before -= 1
        index = clauses.group_to.get(before)
        if index is None and adjunct:
            index = clauses.verb_before(before, low)
        if index is not None:
            group = clauses.groups[index]
            subject = clauses.subject(index)
            if subject is not None and not group.passive and group.lemma != "be" and (
                    group.lemma in verb_class("light") or clauses.verb_cue(group.lemma)) and (
                        subject_sign(clauses, subject) not in ("subject_thing", "subject_it")):
                if adjunct:
                    return (subject.first, subject.last), first, ("verb",)
                return (subject.first, subject.last), group.first, ("verb",)
        if tag_at[first] == "q":
            return (first, first + 1), first + 1, ("owner",)
        if tag_at[head] == "S" and set(tags[first:head]) == {"P"} and (
                clauses.verb_cue(verb_lemma(clauses.lowers[head]))):
            return (first, head), head, ("owner",)  # "Lee calls for", "Harbour Board plans to"
        return None, first, ()
