"""The summary: up to five sentences of the article that stand on their own together.

Sentences are weighed by place, by the actors, claims and dates that they hold and by how much they speak of
what the article speaks of (Edmundson, 1969); they are chosen one by one, each against what is chosen already
(maximal marginal relevance, Carbonell and Goldstein, 1998).
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from briefx.lexicon.summary import leaning_openers
from briefx.model import Actor, Claim, Date, Span
from briefx.text.analysis import Analysis

MOST_SENTENCES = 5
# One sentence is chosen for this many of the article's, so that a short text is not repeated whole.
SENTENCES_FOR_ONE = 3
# The best sentences by weight alone that are compared with one another.
_MOST_COMPARED = 60
# Words: a sentence shorter than the first says too little; beyond the second each costs a little.
_FEWEST_WORDS = 7
_MOST_WORDS = 40
# Share of a sentence's content words that may stand in one chosen sentence before the two say the same.
_SAME = 0.5
# Classes of the words that carry content (text/classes.py).
_CONTENT = frozenset("NSPJVZDnG")
_FINITE = frozenset("VZDbhdM")
_SPEAKERS_OWN = frozenset(("i", "we", "me", "us", "my", "our", "you", "your", "myself", "ourselves"))
_PERSONAL = frozenset(("he", "she", "him", "his", "her"))
_PLURAL = frozenset(("they", "them", "their"))
_NAME_FORMS = frozenset(("name", "alias", "metonym", "demonym"))


class Acting(Protocol):
    """Who acts: what a summary asks of the cast."""

    @property
    def actors(self) -> Sequence[Actor]:
        """The actors, by salience."""


class _Named(NamedTuple):
    """A mention by its place, with the number of its actor."""

    start: int
    actor: int
    form: str


class _Candidate(NamedTuple):
    """A sentence that could be chosen: its number, weight, content words, and what it names or leans on."""

    sentence: int
    weight: float
    words: frozenset[str]
    names: frozenset[int]
    leans_on: frozenset[int]
    follows: bool


def summarize(analysis: Analysis, cast: Acting, claims: Sequence[Claim],
              dates: Sequence[Date]) -> tuple[Span, ...]:
    """Returns up to five sentences of the body in text order, none of which needs one that is left out."""
    candidates = _Weighing(analysis, cast, claims, dates).candidates()
    if not candidates:
        return ()
    wanted = max(1, min(MOST_SENTENCES, len(candidates) // SENTENCES_FOR_ONE))
    chosen = _chosen(candidates, wanted)
    sentences = [analysis.sentences[one.sentence] for one in chosen]
    return tuple(Span(analysis.text[one.start:one.end], one.start, one.end) for one in sentences)


def _chosen(candidates: list[_Candidate], wanted: int) -> list[_Candidate]:
    """The best candidates that stand together, in text order."""
    best = sorted(candidates, key=lambda one: (-one.weight, one.sentence))[:_MOST_COMPARED]
    chosen: list[_Candidate] = []
    while len(chosen) < wanted:
        fitting = [one for one in best if one not in chosen and _stands(one, chosen)]
        if not fitting:
            break
        taken = tuple(chosen)
        chosen.append(max(fitting, key=lambda one: (one.weight * (1 - _likeness(one, taken)), -one.sentence)))
        chosen.sort(key=lambda one: one.sentence)
    return chosen


def _stands(one: _Candidate, chosen: list[_Candidate]) -> bool:
    """Is all that a sentence leans on in front of it among the chosen, and nothing said twice?"""
    before = [other for other in chosen if other.sentence < one.sentence]
    if one.follows and not (before and before[-1].sentence == one.sentence - 1):
        return False
    named = frozenset().union(*(other.names for other in before))
    return one.leans_on <= named and _likeness(one, chosen) < _SAME


def _likeness(one: _Candidate, chosen: Sequence[_Candidate]) -> float:
    """The largest share of words that a sentence has in common with a chosen one (of the shorter's)."""
    return max((len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))
                for other in chosen), default=0.0)


class _Weighing:
    """The weights of the sentences of one text.

    The shares were set by reading summaries of articles of several kinds: the lede outweighs all else, then
    who is named, then what the article speaks of, then what is claimed.
    """

    lede = 1.0
    place = 0.45
    paragraph_opening = 0.08
    actors = 0.25
    claim = 0.1
    date = 0.05
    subject = 0.5
    title = 0.3
    speech = 0.7
    long_word = 0.01
    half_of_contrast = 0.8

    def __init__(self, analysis: Analysis, cast: Acting, claims: Sequence[Claim], dates: Sequence[Date]) -> None:
        self.analysis = analysis
        self.saliences = [actor.salience for actor in cast.actors]
        self.mentions = sorted(
            _Named(mention.start, number, mention.form)
            for number, actor in enumerate(cast.actors) for mention in actor.mentions)
        self.groups = frozenset(number for number, actor in enumerate(cast.actors) if actor.type == "group")
        self.mention_starts = [mention.start for mention in self.mentions]
        self.sentence_starts = [sentence.start for sentence in analysis.sentences]
        self.claimed = Counter(self.sentence_of(claim.parts[0].start) for claim in claims if claim.parts)
        self.dated = {self.sentence_of(date.start) for date in dates if date.first_day}
        self.halves = self.halves_of_speech(claims)
        self.words = self.content_words()

    def sentence_of(self, position: int) -> int:
        """The index of the sentence at a position."""
        return bisect_right(self.sentence_starts, position) - 1

    def halves_of_speech(self, claims: Iterable[Claim]) -> set[int]:
        """The sentences that hold just a part of a quotation, or a content without what attributes it."""
        stretches = [(marked.start, marked.end) for marked in self.analysis.marked]
        for claim in claims:
            if claim.parts and claim.voice != "article":
                places = [claim.parts[0].start, claim.parts[-1].end - 1]
                if claim.cue:
                    places.append(claim.cue.start)
                elif claim.claimant and claim.claimant.start is not None:
                    places.append(claim.claimant.start)
                stretches.append((min(places), max(places)))
        halves: set[int] = set()
        for start, end in stretches:
            first, last = self.sentence_of(start), self.sentence_of(max(start, end - 1))
            if first != last:
                halves.update(range(first, last + 1))
        return halves

    def content_words(self) -> list[frozenset[str]]:
        """The content words of each sentence."""
        lowers, tags = self.analysis.lowers, self.analysis.tags
        return [frozenset(lowers[at] for at in range(sentence.first, sentence.last) if tags[at] in _CONTENT)
                for sentence in self.analysis.sentences]

    def candidates(self) -> list[_Candidate]:
        """The sentences of the body that are whole, tell something and could stand in a summary."""
        analysis = self.analysis
        blocks = analysis.blocks
        frequency = Counter(word for words in self.words for word in words)
        most = max(frequency.values(), default=1)
        title = next((words for words, one in zip(self.words, analysis.sentences, strict=True)
                      if blocks[one.block].kind == "title"), frozenset())
        found: list[_Candidate] = []
        for index, sentence in enumerate(analysis.sentences):
            block = blocks[sentence.block]
            if block.number is None or index in self.halves or not self.is_whole(index):
                continue
            words = self.words[index]
            named, leans_on = self.names(index)
            weight = self.place / (1 + 0.25 * (block.number - 1)) if found else self.lede
            weight += self.paragraph_opening * (sentence.first == block.first)
            weight += self.actors * min(2.0, sum(self.saliences[actor] for actor in named))
            weight += self.claim * min(2, self.claimed[index])
            weight += self.date * (index in self.dated)
            weight += self.subject * sum(frequency[word] for word in words) / (most * max(8, len(words)))
            if title:
                weight += self.title * len(words & title) / len(title)
            length = sentence.last - sentence.first
            weight -= self.long_word * max(0, length - _MOST_WORDS)
            if analysis.tags[sentence.first] == "\"":
                weight *= self.speech
            if self.opens_contrast(index + 1):
                weight *= self.half_of_contrast
            found.append(_Candidate(index, weight, words, named, leans_on, self.hangs(index)))
        return found

    def is_whole(self, index: int) -> bool:
        """Is it a sentence with a verb and a stop that asserts something, of more than a few words?"""
        sentence = self.analysis.sentences[index]
        text = self.analysis.text[max(sentence.start, sentence.end - 3):sentence.end].rstrip("\"'”’»)")
        tags = self.analysis.tags[sentence.first:sentence.last]
        return (sentence.last - sentence.first >= _FEWEST_WORDS and text[-1:] in (".", "!", "…")
                and not _FINITE.isdisjoint(tags))

    def names(self, index: int) -> tuple[frozenset[int], frozenset[int]]:
        """The actors that a sentence names, and those (-1: somebody) that it speaks of without naming them."""
        sentence = self.analysis.sentences[index]
        low = bisect_left(self.mention_starts, sentence.start)
        high = bisect_left(self.mention_starts, sentence.end)
        mentions = self.mentions[low:high]
        named = frozenset(mention.actor for mention in mentions if mention.form in _NAME_FORMS
                          or (mention.form == "nominal" and mention.actor in self.groups))
        lowers, tags, starts = self.analysis.lowers, self.analysis.tags, self.analysis.starts
        resolved = {mention.start: mention.actor for mention in mentions if mention.form == "pronoun"}
        leans_on = set()
        for at in range(sentence.first, sentence.last):
            if tags[at] not in "poq" or lowers[at] in _SPEAKERS_OWN:
                continue
            actor = resolved.get(starts[at])
            if actor is not None:
                if actor not in named:
                    leans_on.add(actor)
            elif lowers[at] in _PERSONAL:
                if "P" not in tags[sentence.first:at]:
                    leans_on.add(-1)
            elif lowers[at] in _PLURAL and not {"S", "P"} & set(tags[sentence.first:at]):
                leans_on.add(-1)
        return named, frozenset(leans_on)

    def hangs(self, index: int) -> bool:
        """Does a sentence begin with a word that hangs on the one before ("However", "This")?"""
        lowers = self.analysis.lowers
        first = self.analysis.sentences[index].first
        while lowers[first] in ("\"", "“", "‘", "'"):
            first += 1
        for words in leaning_openers().get(lowers[first], ()):
            if tuple(lowers[first:first + len(words)]) == words:
                return not self.is_dummy(first)
        return False

    def is_dummy(self, first: int) -> bool:
        """Is an "it" at the beginning one that stands for what follows ("It is hard to see")?"""
        lowers, tags = self.analysis.lowers, self.analysis.tags
        following = lowers[first + 2:first + 9]
        return (lowers[first] == "it" and tags[first + 1:first + 2] == "b"
                and ("that" in following or "to" in following))

    def opens_contrast(self, index: int) -> bool:
        """Is the sentence the other half of what the one before says ("But ...", "By contrast, ...")?"""
        sentences = self.analysis.sentences
        if index >= len(sentences) or sentences[index].block != sentences[index - 1].block:
            return False
        opening = self.analysis.lowers[sentences[index].first:sentences[index].first + 2]
        return opening[0] in ("but", "however", "yet") or opening in (["by", "contrast"], ["in", "contrast"])
