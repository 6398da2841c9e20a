"""Which actors the words that cite a source stand for.

The head of the phrase decides: "Ann Lee, the mayor" is Ann Lee, "a spokesman for the ministry" the ministry, "the
ministers and Ann Lee" both. A demonym or an owner speaks only where nobody nearer does.
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise
from operator import itemgetter

from briefx.extraction.actors.entity import Entity
from briefx.extraction.actors.wording import wording
from briefx.extraction.attribution.relation import Attribution
from briefx.lexicon.cues import is_actor_noun, is_document_noun
from briefx.text.analysis import Analysis

_ENDS_HEAD = frozenset("I,WcG(-:;")
# Behind "and", a name ends within so many tokens.
_LIST_REACH = 8
# Mentions in front of an apposition that are looked at.
_LOOKED_BACK = 3
_MODIFIERS = frozenset("TJq")
_NOMINAL = frozenset("NSPpoK")
_HEADS = frozenset("NSPpoKT")
_BESIDE = frozenset(",(-:;\"nGJ")
_WITHIN = frozenset("TJqKNSP'")
# An interval of tokens, or none.
_Phrase = tuple[int, int] | None
# A mention: tokens first:last, its form, and whose it is.
Mention = tuple[int, int, str, Entity]
_FIRST = itemgetter(0)
_LAST = itemgetter(1)


class Sources:
    """Looks up the actors behind a phrase, from the mentions known so far."""

    def __init__(self, analysis: Analysis, entities: Iterable[Entity]) -> None:
        self.tags, self.lowers = analysis.tag_at, analysis.lowers
        self.marks: list[Mention] = []
        self.add([(first, last, form, entity) for entity in entities for first, last, form, _ in entity.marks])

    def add(self, mentions: list[Mention]) -> None:
        """Takes mentions to those that it has; what phrases stand for is then found anew."""
        marks = self.marks
        marks += mentions
        # By their first tokens, then by their last: to sort twice by one number is faster than once by two.
        marks.sort(key=_LAST)
        marks.sort(key=_FIRST)
        # Where each mention begins; behind the last one what no interval holds.
        self.firsts = [*map(_FIRST, marks), len(self.tags) + _LIST_REACH]
        self._found: dict[tuple[_Phrase, _Phrase], list[Entity]] = {}

    def of(self, attribution: Attribution) -> list[Entity]:
        """Returns the actors that are the source of an attribution, in order."""
        phrases = attribution.source, attribution.antecedent
        found = self._found.get(phrases)
        if found is None:
            found = self._found[phrases] = self._of_phrases(phrases)
        return found

    def _of_phrases(self, phrases: tuple[_Phrase, _Phrase]) -> list[Entity]:
        """The actors of the first phrase that stands for any."""
        for span in phrases:
            if span is not None and span[0] < span[1]:
                found = self.of_phrase(*span) or self._explained(*span)
                if found:
                    return found
        return []

    def _explained(self, first: int, last: int) -> list[Entity]:
        """The actor that a phrase without one explains: "Ann Lee, an engineer who", but not "for Lee, a poll says"."""
        tags = self.tags
        if not first or tags[first - 1] != "," or tags[first] == "P" or is_document_noun(
                self.lowers[self._head_end(first, last) - 1]):
            return []
        place = bisect_left(self.firsts, first - 1)
        for _, end, _, entity in reversed(self.marks[max(0, place - _LOOKED_BACK):place]):
            if end == first - 1 and entity.kind != "place":
                return [entity]
        return []

    def of_phrase(self, first: int, last: int) -> list[Entity]:
        """Returns the actors that a phrase stands for: several where it joins them by "and"."""
        inside = self._inside(first, last)
        if not inside:
            return []
        if len(inside) == 1:
            begin, end, _, entity = only = inside[0]
            if begin == first and end == last:
                return [entity]
            apart = (begin > first + 1 and self._stands_beside(first, begin)) or not self._speaks(first, last, only)
            return [] if apart else [entity]
        parts = self._parts(first, last)
        heads: dict[Entity, None] = {}
        for part_first, part_last in parts:
            head = self._head(part_first, part_last, inside)
            if head is not None:
                heads[head] = None
        if heads:
            return list(heads)
        named = [mention for mention in inside if mention[2] != "demonym"] or inside
        return [named[0][3]] if self._speaks(first, last, named[0]) else []

    def _stands_beside(self, first: int, named: int) -> bool:
        """Is a name only what a phrase is about, or where: "reports from Lebanon", "talks on Iran"?"""
        tags = self.tags
        at = named - 1
        while at > first and tags[at] in _MODIFIERS:
            at -= 1
        return at > first and tags[at] == "I" and self.lowers[at] in wording().signals["beside"]

    def _inside(self, first: int, last: int) -> list[Mention]:
        """The mentions within an interval of tokens, but for those of places."""
        firsts, marks = self.firsts, self.marks
        found = []
        at = bisect_left(firsts, first)
        while firsts[at] < last:
            mention = marks[at]
            if mention[1] <= last and mention[3].kind != "place":
                found.append(mention)
            at += 1
        return found

    def _parts(self, first: int, last: int) -> list[tuple[int, int]]:
        """The phrases that "and" joins at the top; the whole phrase where it joins none."""
        lowers, tags = self.lowers, self.tags
        joint = next((at for at in range(first + 1, last - 1) if lowers[at] in ("and", "&")), None)
        if joint is None or any(tags[at] in "WG" for at in range(first, joint)):
            return [(first, last)]
        if any([start < joint < end for start, end, _, _ in self._inside(first, last)]):
            return [(first, last)]
        if self._is_one_object(first, next((at for at in range(first, joint) if tags[at] == ","), joint), joint):
            return [(first, last)]
        edges = [first, *(at for at in range(first, joint) if tags[at] == ","), joint, last]
        return [(start + (start != first), end) for start, end in pairwise(edges) if end > start]

    def _is_one_object(self, first: int, end: int, joint: int) -> bool:
        """Does a list belong to the preposition behind a head, as in "officials in Norway, Sweden and Denmark"?"""
        inside = self._inside(first, joint + _LIST_REACH)
        listed = next((mention for mention in inside if mention[1] == end), None)
        behind = next((mention for mention in inside if 0 < mention[0] - joint < 3), None)
        if listed is None or behind is None or listed[3].kind != behind[3].kind:
            return False
        at = listed[0] - 1
        while at > first and self.tags[at] in _MODIFIERS:
            at -= 1
        return self.tags[at] == "I" and any([mention[1] == at for mention in inside])

    def _speaks(self, first: int, last: int, named: Mention) -> bool:
        """Is who is named in a phrase its head, or spoken for by it: neither "Lee's silence" nor "Lee's son"?

        A body speaks through those who belong to it, a person through what he says and who speaks for him.
        """
        tags, lowers = self.tags, self.lowers
        start, end, _, entity = named
        head = self._head_end(first, last) - 1
        while head > first and tags[head] not in _HEADS:
            head -= 1
        if start <= head < end:
            return True
        signals, word = wording().signals, lowers[head]
        if end <= head:
            if "and" in lowers[end:head]:
                return True  # "the Florida senator and candidate"
            if word in signals["mouthpiece"] or is_document_noun(word):
                return True
            if entity.kind in ("person", "group"):
                return False
            return is_actor_noun(word) or {tags[end], tags[start]}.isdisjoint("'q")
        at = start - 1
        while at > head and tags[at] in _WITHIN:
            at -= 1
        if at <= head or tags[at] in _BESIDE or lowers[at] == "by":
            return True
        if tags[at] not in "It":
            return False  # "a poll that shows voters divided"
        if at == head + 1 < start - 1 and tags[start - 1] in "NSP" and is_actor_noun(word):
            return True  # "Secretary of State Ann Lee"
        if tags[head] == "K" or word in signals["measure"]:
            return self._speaks(at + 1, last, named)
        if word in signals["mouthpiece"]:
            return True
        return entity.kind not in ("person", "group") and (is_actor_noun(word) or is_document_noun(word))

    def _head_end(self, first: int, last: int) -> int:
        """Where the head of a simple phrase ends."""
        tags = self.tags
        end = first
        while end < last and tags[end] not in _NOMINAL:
            end += 1
        while end < last and tags[end] not in _ENDS_HEAD:
            end += 1
        return end

    def _head(self, first: int, last: int, inside: list[Mention]) -> Entity | None:
        """The actor that the head of a simple phrase names, or else one that it belongs to or is explained by."""
        tags = self.tags
        end = self._head_end(first, last)
        own = [mention for mention in inside if first <= mention[0] and mention[1] <= last]
        for begin, limit, _, entity in own:
            if limit == end or (begin < end < limit):
                return entity
        before = [mention for mention in own if mention[1] <= end and mention[2] != "demonym"]
        behind = [mention for mention in own if mention[0] >= end and mention[2] != "demonym"]
        if before:
            owner = before[-1]
            # "The bank's director, Ann Lee", "Its director, Ann Lee": not the bank.
            owns = tags[owner[1]] == "'" or tags[owner[0]] == "q"
            explained = owns and behind and behind[0][0] == end + 1 and behind[0][2] == "name"
            if explained:
                return behind[0][3]
            return owner[3] if self._speaks(first, last, owner) else None
        if end < last and tags[end] in ",I" and behind:
            return behind[0][3] if tags[end] == "," or self._speaks(first, last, behind[0]) else None
        return own[0][3] if own and self._speaks(first, last, own[0]) else None
