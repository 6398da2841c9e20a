"""The summary: up to five sentences of the article that stand on their own together.

Sentences are weighed by place, by the actors, claims and dates that they hold and by how much they speak of
what the article speaks of (Edmundson, 1969); they are chosen one by one, each against what is chosen already
(maximal marginal relevance, Carbonell and Goldstein, 1998).
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import filterfalse

from briefx.extraction.headline import HEADLINE_TOKENS, PUNCTUATION, headline_of, is_label, no_content
from briefx.lexicon.cues import cue_words
from briefx.lexicon.words import leaning_openers
from briefx.model import Actor, Claim, Date, Span
from briefx.records import TYPE_CHECKING
from briefx.text.analysis import Analysis
from briefx.text.classes import FINITE

if TYPE_CHECKING:
    from typing import Protocol

    class Acting(Protocol):
        """Who acts: what a summary asks of the cast."""

        @property
        def actors(self) -> Sequence[Actor]:
            """The actors, by salience."""

MOST_SENTENCES = 5
# One sentence is chosen for this many of the article's, so that a short text is not repeated whole.
SENTENCES_FOR_ONE = 3
# The best sentences by weight alone that are compared with one another.
_MOST_COMPARED = 20
# A sentence of fewer content words says too little; of more tokens it costs a little for each.
_FEWEST_WORDS = 7
_MOST_TOKENS = 40
# A connective stands within this many tokens of a sentence's beginning ("Lee, by contrast, ...").
_PARENTHESIS_REACH = 7
# Share of a sentence's content words that may stand in one chosen sentence before the two say the same.
_SAME = 0.5

# The shares of a sentence's weight, set by reading summaries of articles of several kinds: the lede outweighs
# all else, then come who is named, what the article speaks of, and what is claimed.
_LEDE = 1.0
_PLACE = 0.45
_PLACE_FALL = 0.15
_PARAGRAPH_OPENING = 0.1
_ACTORS = 0.25
_CLAIM = 0.1
_DATE = 0.05
_SUBJECT = 0.5
_TITLE = 0.3
_LONG_TOKEN = 0.01
# What a weight is multiplied by: for a sentence that opens with a quotation or a speaker's name or speaks in the
# first person, for one whose other half ("But ...")
# follows, for one of a paragraph that has a sentence in the summary already.
_SPEECH = 0.7
_HALF_OF_CONTRAST = 0.8
_SAME_PARAGRAPH = 0.8

_CONTRASTING = frozenset(("but", "however", "yet"))
_SPEAKERS_OWN = frozenset(("i", "we", "me", "us", "my", "our", "you", "your", "myself", "ourselves"))
_PERSONAL = frozenset(("he", "she", "him", "his", "her"))
_PLURAL = frozenset(("they", "them", "their"))
# What may open a sentence that is the other half of a contrast.
_CONTRAST_OPENERS = _CONTRASTING | {"by", "in"}
# The anchors of dates that are counted from no other date.
_NO_DATE = (None, "reference_date")
_NOTES = frozenset(("note", "correction", "clarification", "update", "updated", "related"))
_TIMES = frozenset((
    "autumn", "century", "day", "days", "decade", "fall", "quarter", "season", "spring", "summer", "term", "time",
    "winter"))
_POINTING = frozenset(("this", "these", "those", "such"))
_SOMEBODY = -1
# "Police said they were found in a car": those of whom a source says what befell them are others.
_OF_OTHERS = frozenset(("Dpbn", "Zpbn", "Vpbn"))


@cache
def _counted_on() -> re.Pattern[str]:
    """Words in lower case of a date that is counted from one told before."""
    return re.compile(r"\b(?:later|after(?:wards?)?|earlier|before|next|following|same|that)\b")


@cache
def _time_nouns() -> frozenset[str]:
    """Words for a time, which "this" points to without a sentence before: "this week"."""
    return cue_words("time") | _TIMES


@cache
def _pronouns() -> re.Pattern[str]:
    """The personal and possessive pronouns, over word classes."""
    return re.compile("[poq]")


class _Candidate:
    """A sentence that could be chosen, and how much it is like those that are chosen already (0 to 1).

    It was ``compared`` with so many of these; ``words`` are its content words, null before that.
    """

    __slots__ = ("compared", "hangs", "leans_on", "likeness", "names", "place", "read", "weight", "words")

    def __init__(self, place: int, weight: float, names: frozenset[int]) -> None:
        self.place = place
        self.weight = weight
        self.words: set[str] | None = None
        self.compared = 0
        self.names = names
        self.likeness = 0.0
        self.hangs: bool | None = None  # on the sentence before; null until it is asked
        self.leans_on: frozenset[int] = frozenset()
        self.read = False  # for what it leans on


def summarize(analysis: Analysis, cast: Acting, claims: Sequence[Claim],
              dates: Sequence[Date]) -> tuple[Span, ...]:
    """Returns up to five sentences of the body in text order, none of which needs one that is left out."""
    text = analysis.text
    chosen = _Summarizer(analysis, cast, claims, dates).chosen()
    sentences = [analysis.sentences[one.place] for one in chosen]
    return tuple([Span(text[sentence.start:sentence.end], sentence.start, sentence.end) for sentence in sentences])


class _Summarizer:
    """The sentences of one text, weighed and chosen."""

    def __init__(self, analysis: Analysis, cast: Acting, claims: Sequence[Claim], dates: Sequence[Date]) -> None:
        self.analysis = analysis
        starts = self.sentence_starts = analysis.sentence_starts
        self.saliences = [actor.salience for actor in cast.actors]
        # (start, number of the actor) of what names it, a group's noun included, by start
        self.named: list[tuple[int, int]] = []
        self.pronouns: dict[int, int] = {}  # {start: number of the actor}
        self.roles: list[tuple[int, int]] = []  # (start, number of the actor) of the nouns for others, by start
        for number, actor in enumerate(cast.actors):
            is_group = actor.type == "group"
            for _, start, _, form in actor.mentions:
                if form == "pronoun":
                    self.pronouns[start] = number
                elif form != "nominal" or is_group:
                    self.named.append((start, number))
                else:
                    self.roles.append((start, number))
        self.named.sort()
        self.roles.sort()
        self.dated = {bisect_right(starts, date.start) - 1 for date in dates if date.first_day}
        self.counting = self.counting_sentences(dates)
        self.claimed: dict[int, int] = {}  # {sentence: the claims that begin in it}
        self.halves = self.halves_of_speech(claims)
        self.lede = -1  # the first sentence of the body but for a headline; known with the candidates

    def counting_sentences(self, dates: Sequence[Date]) -> set[int]:
        """The sentences that count days from another sentence's date: "three days later"."""
        counting = [date for date in dates if date.anchor not in _NO_DATE and _counted_on().search(date.text.lower())]
        if not counting:
            return set()
        places = {date.id: bisect_right(self.sentence_starts, date.start) - 1 for date in dates}
        return {places[date.id] for date in counting
                if date.anchor in places and places[date.anchor] != places[date.id]}

    def halves_of_speech(self, claims: Sequence[Claim]) -> set[int]:
        """The sentences that hold just a part of a quotation, or a content without what attributes it.

        Counts on the way the claims of each sentence.
        """
        stretches = [(mark.start, mark.end) for mark in self.analysis.marked if not mark.depth]
        starts, count, claimed = self.sentence_starts, len(self.sentence_starts), self.claimed
        place, left, right = -1, 0, -1  # the sentence of the claim before, and where it and the next one start
        for claim in claims:
            parts = claim.parts
            if not parts:
                continue
            first = parts[0].start
            if not left <= first < right:
                place = bisect_right(starts, first) - 1
                left = starts[place] if place >= 0 else 0
                right = starts[place + 1] if place + 1 < count else len(self.analysis.text) + 1
            claimed[place] = claimed.get(place, 0) + 1
            if claim.voice != "article":
                last, cue = parts[-1].end - 1, claim.cue
                if cue is not None:
                    at = cue.start
                    if at < first:
                        first = at
                    elif at > last:
                        last = at
                if first < left or last > right:
                    stretches.append((first, last))
        halves: set[int] = set()
        for start, end in stretches:
            low = bisect_right(starts, start) - 1
            if low + 1 < count and starts[low + 1] < end:
                halves.update(range(low, bisect_right(starts, end - 1)))
        return halves

    def chosen(self) -> list[_Candidate]:
        """The best sentences that stand together, in text order."""
        candidates = self.candidates()
        wanted = max(1, min(MOST_SENTENCES, self.analysis.told_sentences // SENTENCES_FOR_ONE))
        candidates.sort()  # of which no two have the same place
        unread = iter(candidates[:_MOST_COMPARED])
        sentences = self.analysis.sentences
        rest: list[_Candidate] = []  # those that were read and are not chosen, by weight
        chosen: list[_Candidate] = []
        places: list[int] = []  # those of the chosen
        taken: list[_Candidate] = []  # the same in the order in which they were chosen
        told: set[int] = set()  # the blocks that have a sentence in the summary
        while len(chosen) < wanted:
            best, best_weight = None, 0.0
            for one in _read(rest, unread):
                if one.weight <= best_weight:
                    break  # the others weigh less still
                share = _SAME_PARAGRAPH if sentences[one.place].block in told else 1.0
                # It is at least as like the chosen as it was when it was last compared.
                if one.weight * (1 - one.likeness) * share <= best_weight:
                    continue
                self.compare(one, taken)
                weight = one.weight * (1 - one.likeness) * share
                if weight > best_weight and one.likeness < _SAME and self.stands(one, chosen, places):
                    best, best_weight = one, weight
            if best is None:
                break
            rest.remove(best)
            taken.append(best)
            at = bisect_left(places, best.place)
            chosen.insert(at, best)
            places.insert(at, best.place)
            told.add(sentences[best.place].block)
        return chosen

    def compare(self, one: _Candidate, taken: list[_Candidate]) -> None:
        """Sets how much a sentence is like those that are taken, as far as it has not been compared."""
        if one.compared == len(taken):
            return
        words = self.words_of(one)
        size = len(words)
        for other in taken[one.compared:]:
            others = self.words_of(other)
            shorter = len(others)
            shared = len(words & others) / ((size if size < shorter else shorter) or 1)
            if shared > one.likeness:
                one.likeness = shared
        one.compared = len(taken)

    def words_of(self, one: _Candidate) -> set[str]:
        """The content words of a sentence."""
        if one.words is None:
            sentence = self.analysis.sentences[one.place]
            one.words = set(filterfalse(no_content().__contains__,
                                        self.analysis.lowers[sentence.first:sentence.last]))
        return one.words

    def stands(self, one: _Candidate, chosen: list[_Candidate], places: list[int]) -> bool:
        """Does a sentence stand among the chosen: has each all that it leans on in the one before it?

        A pronoun is read as somebody in the sentence just before, so a name further up is not enough. ``places`` are
        those of the chosen.
        """
        at = bisect_left(places, one.place)
        before = chosen[at - 1] if at else None
        if one.hangs is None:
            # Readers begin with the lede: what opens it leads on to what it tells itself.
            one.hangs = one.place != self.lede and self.hangs(one.place)
        if one.hangs and (before is None or before.place != one.place - 1):
            return False
        if not one.read:
            one.leans_on, one.read = self.leans_on(one.place, one.names), True
            if one.place == self.lede:
                one.leans_on = frozenset() if one.names else one.leans_on & {_SOMEBODY}
        if not _follows(before, one):
            return False
        return at == len(chosen) or _follows(one, chosen[at])

    def candidates(self) -> list[tuple[float, int, frozenset[int]]]:
        """The sentences of the body that are whole, tell something and could stand in a summary.

        Each with its weight, negated, its place and whom it names.
        """
        analysis = self.analysis
        sentences, blocks, all_lowers, all_tags = analysis.sentences, analysis.blocks, analysis.lowers, analysis.tags
        halves, claimed, dated, salience_of = self.halves, self.claimed, self.dated, self.saliences.__getitem__
        names_in = self.names_in_sentences()
        nobody: frozenset[int] = frozenset()
        empty = no_content()
        # How often the content word stands in the text that does most often.
        most = max([count for word, count in analysis.counts.items() if count > 1 and word not in empty], default=1)
        headline = headline_of(analysis, 0 in dated)
        self.lede = next((place for place, sentence in enumerate(sentences)
                          if place != headline and blocks[sentence.block].number is not None
                          and not is_label(analysis, sentence)), -1)
        title = self.title(headline)
        is_empty, count_of = empty.__contains__, analysis.counts.__getitem__
        found: list[tuple[float, int, frozenset[int]]] = []
        for place, sentence in enumerate(sentences):
            first, last = sentence.first, sentence.last
            size = last - first
            if size < _FEWEST_WORDS:
                continue
            block = blocks[sentence.block]
            number = block.number
            if number is None or place in halves or place == headline:
                continue
            lowers, tags = all_lowers[first:last], all_tags[first:last]
            if not _is_whole(lowers, tags, size > HEADLINE_TOKENS and place in claimed) or (
                    ":" in tags and _is_note(lowers)):
                continue
            content = list(filterfalse(is_empty, lowers))
            told = len(content)
            if told < _FEWEST_WORDS:
                continue
            weight = _PLACE / (1 + _PLACE_FALL * (number - 1)) if found else _LEDE
            if first == block.first:
                weight += _PARAGRAPH_OPENING
            names = nobody
            if place in names_in:
                names = frozenset(names_in[place])
                salience = sum(map(salience_of, names))
                weight += _ACTORS * (salience if salience < 2.0 else 2.0)
            if place in claimed:
                weight += _CLAIM if claimed[place] == 1 else _CLAIM * 2
            if place in dated:
                weight += _DATE
            weight += _SUBJECT * sum(map(count_of, content)) / (most * (told if told > 8 else 8))
            if title:
                weight += _TITLE * len(title.intersection(content)) / len(title)
            if size > _MOST_TOKENS:
                weight -= _LONG_TOKEN * (size - _MOST_TOKENS)
            if _is_spoken(lowers, tags):
                weight *= _SPEECH
            if last < len(all_lowers) and all_lowers[last] in _CONTRAST_OPENERS and self.opens_contrast(place + 1):
                weight *= _HALF_OF_CONTRAST
            found.append((-weight, place, names))
        return found

    def names_in_sentences(self) -> dict[int, set[int]]:
        """The actors that each sentence names; a group is named by its noun."""
        found: dict[int, set[int]] = {}
        starts = self.sentence_starts
        end = -1
        for start, actor in self.named:
            if start >= end:
                place = bisect_right(starts, start) - 1
                end = starts[place + 1] if place + 1 < len(starts) else len(self.analysis.text) + 1
                names = found[place] = set()
            names.add(actor)
        return found

    def title(self, headline: int) -> frozenset[str]:
        """The content words of the title."""
        sentences, blocks = self.analysis.sentences, self.analysis.blocks
        if not sentences or (blocks[sentences[0].block].kind != "title" and headline < 0):
            return frozenset()
        return frozenset(self.analysis.lowers[sentences[0].first:sentences[0].last]) - no_content()

    def leans_on(self, place: int, names: frozenset[int]) -> frozenset[int]:
        """The actors (_SOMEBODY where unknown) that a sentence speaks of by pronouns without naming them."""
        sentence = self.analysis.sentences[place]
        lowers, tags, starts = self.analysis.lowers, self.analysis.tags, self.analysis.starts
        first = sentence.first
        found = set()
        for match in _pronouns().finditer(tags, first, sentence.last):
            at = match.start()
            word = lowers[at]
            if word in _SPEAKERS_OWN:
                continue
            actor = self.pronouns.get(starts[at])
            if word == "they" and tags[at - 1:at + 3] in _OF_OTHERS:
                found.add(_SOMEBODY)
            elif actor is not None:
                if actor not in names:
                    found.add(actor)
            elif (word in _PERSONAL or (word in _PLURAL and tags.find("S", first, at) < 0)
                  or (word == "its" and tags.find("N", first, at) < 0)) and tags.find("P", first, at) < 0:
                found.add(_SOMEBODY)
        # A bare role ("the minister") that is not told to be somebody's.
        low, high = bisect_left(self.roles, (sentence.start,)), bisect_left(self.roles, (sentence.end,))
        for start, actor in self.roles[low:high]:
            if actor not in names and self.is_bare(start):
                found.add(actor)
        return frozenset(found)

    def is_bare(self, start: int) -> bool:
        """Is a nominal mention no more than "the" and a noun?"""
        at = self.analysis.token_at(start)
        return self.analysis.lowers[at] == "the" and self.analysis.tags[at + 1] in "NSJK" and (
            self.analysis.tags[at + 2:at + 3] not in ("N", "S", "P", "J"))

    def hangs(self, place: int) -> bool:
        """Does a sentence begin with what hangs on the one before ("However", "This", "Lee, by contrast,")?"""
        lowers = self.analysis.lowers
        sentence = self.analysis.sentences[place]
        first = sentence.first
        while first + 1 < sentence.last and lowers[first] in PUNCTUATION:
            first += 1
        if place in self.counting or self.points_back(first, sentence.last):
            return True
        if self.leaning_at(first):
            return not self.is_dummy(first)
        comma = self.analysis.tags.find(",", first, min(sentence.last, first + _PARENTHESIS_REACH))
        if comma < 0:
            return False
        after = comma + 1 + self.leaning_at(comma + 1)
        return after > comma + 1 and lowers[after:after + 1] == [","]

    def points_back(self, first: int, end: int) -> bool:
        """Does a noun stand behind "this", "these", "those" or "such" that says which: "those two rulings"?

        Not "this week", "such as", "those who", nor what is quoted.
        """
        lowers, tags = self.analysis.lowers, self.analysis.tags
        if _POINTING.isdisjoint(lowers[first:end]):
            return False
        for at in range(first, end - 1):
            if lowers[at] in _POINTING:
                head = at + 1
                while head < end and tags[head] in "JKnG":
                    head += 1
                if (head < end and tags[head] in "NS" and lowers[head] not in _time_nouns()
                        and tags.count("\"", first, at) % 2 == 0):
                    return True
        return False

    def leaning_at(self, at: int) -> int:
        """The number of words of the opener at a token, 0 where none is."""
        lowers = self.analysis.lowers
        openers = leaning_openers().get(lowers[at]) if at < len(lowers) else None
        if openers is None:
            return 0
        if "" in openers:
            return 1
        for words in openers.get(lowers[at + 1], ()) if at + 1 < len(lowers) else ():
            count = len(words)
            if tuple(lowers[at:at + count]) == words:
                return count
        return 0

    def is_dummy(self, first: int) -> bool:
        """Is an "it" at the beginning one that stands for what follows ("It is hard to see")?"""
        lowers, tags = self.analysis.lowers, self.analysis.tags
        following = lowers[first + 2:first + 9]
        return (lowers[first] == "it" and tags[first + 1:first + 2] == "b"
                and ("that" in following or "to" in following))

    def opens_contrast(self, place: int) -> bool:
        """Is the sentence the other half of what the one before says ("But ...", "By contrast, ...")?"""
        sentences = self.analysis.sentences
        if place >= len(sentences) or sentences[place].block != sentences[place - 1].block:
            return False
        first, lowers = sentences[place].first, self.analysis.lowers
        word = lowers[first]
        return word in _CONTRASTING or (word in _CONTRAST_OPENERS and lowers[first + 1] == "contrast")


def _is_whole(lowers: list[str], tags: str, claimed: bool) -> bool:
    """Is it a sentence with a stop that asserts something: with a verb, or with a claim?"""
    last = len(lowers) - 1
    if lowers[last] != ".":  # as most end
        while last > 0 and tags[last] in "\")":
            last -= 1
        if lowers[last][-1] not in ".!…":
            return False
    return claimed or not FINITE.isdisjoint(tags)


def _is_note(lowers: list[str]) -> bool:
    """Is a sentence the editors' and not the article's: "Editor's note: ..."?"""
    return ":" in lowers[1:5] and not _NOTES.isdisjoint(lowers[:4])


def _is_spoken(lowers: list[str], tags: str) -> bool:
    """Is a sentence speech: by its opening mark, by a speaker's name and a colon, or in the first person?"""
    if tags[0] == "\"" or (":" in tags and ":" in tags[:4]):
        return True
    return "\"" not in tags and not _SPEAKERS_OWN.isdisjoint(lowers)


def _read(rest: list[_Candidate], unread: Iterator[tuple[float, int, frozenset[int]]]) -> Iterator[_Candidate]:
    """The candidates in turn: those that were read before, then the others, each of which is added to those."""
    yield from rest
    for weight, place, names in unread:
        rest.append(_Candidate(place, -weight, names))
        yield rest[-1]


def _follows(before: _Candidate | None, one: _Candidate) -> bool:
    """Can a sentence stand behind another (null: at the beginning)?"""
    if before is None:
        return not one.hangs and not one.leans_on
    if one.hangs and before.place != one.place - 1:
        return False
    return one.leans_on <= before.names | before.leans_on
