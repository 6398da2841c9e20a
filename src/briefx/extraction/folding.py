"""Which claims of one source say the same, so that a brief tells it once, with all its places.

Two claims with one kind and stance say the same when they share most of their content words, or when one holds the
other's words. Two that begin with the same run of words ("the council should pay for the") say the like: they are
told together, each in its own words.
"""
from __future__ import annotations

from collections.abc import Sequence

from briefx.extraction.wording import content_words, words
from briefx.model import Claim
from briefx.records import NamedTuple

# Two claims say the same from this many shared content words on that are this share of the fewer, and this share of
# the words of both.
_LEAST_SHARED = 3
_OF_FEWER = 0.8
_OF_BOTH = 0.6
# The like begin with so many words that are the same, of which so many carry content, within the first few words.
_RUN = 5
_RUN_CONTENT = 2
_RUN_FROM = 4
_THAT_REACH = 6
_NEGATIONS = frozenset(("not", "no", "never", "nor", "neither", "cannot", "none", "nobody", "nothing"))
# A word leads to the last few entries that hold it, so that folding stays linear.
_MOST_OF_A_WORD = 8


class Entry(NamedTuple):
    """A claim as it is told: ``same`` are those that it tells as well, ``like`` those that stand below it."""

    claim: Claim
    same: list[Claim]
    like: list[Claim]


class _Told:
    """An entry in the making."""

    __slots__ = ("content", "entry", "words")

    def __init__(self, claim: Claim, claim_words: list[str], content: frozenset[str]) -> None:
        self.entry = Entry(claim, [], [])
        self.words = claim_words
        self.content = content


def folded(claims: Sequence[Claim]) -> list[Entry]:
    """Returns the claims of one source as entries in text order; the fullest of those that say the same is told."""
    told: list[_Told] = []
    by_word: dict[tuple[str, str, str], list[int]] = {}
    for claim in claims:
        claim_words = words(claim.text)
        content = content_words(claim.text)
        shared: dict[int, int] = {}
        for word in content:
            for number in by_word.get((claim.kind, claim.polarity, word), ()):
                shared[number] = shared.get(number, 0) + 1
        for number in sorted(shared):
            one = told[number]
            if _says_the_same(one, claim, claim_words, content, shared[number]):
                fuller = len(content) > len(one.content)
                first, second = (claim, one.entry.claim) if fuller else (one.entry.claim, claim)
                one.entry = Entry(first, [*one.entry.same, second], one.entry.like)
                if fuller:
                    one.words, one.content = claim_words, content
                break
            if _begins_alike(one.words, claim_words):
                one.entry.like.append(claim)
                break
        else:
            number = len(told)
            told.append(_Told(claim, claim_words, content))
        for word in content:
            numbers = by_word.setdefault((claim.kind, claim.polarity, word), [])
            if number not in numbers:
                numbers.append(number)
                if len(numbers) > _MOST_OF_A_WORD:
                    del numbers[0]
    return [one.entry for one in told]


def _says_the_same(one: _Told, claim: Claim, other_words: list[str], other: frozenset[str], shared: int) -> bool:
    """Do two claims share so much that one tells the other, with no number and no "not" that differs?"""
    if one.words == other_words and shared < _LEAST_SHARED:
        # What is praised and what is blamed may be the same few words.
        return (one.entry.claim.cue and one.entry.claim.cue.lemma) == (claim.cue and claim.cue.lemma)
    if shared < _LEAST_SHARED or (_negated(one.words) != _negated(other_words)):
        return False
    numbers, other_numbers = _numbers(one.words), _numbers(other_words)
    if not (numbers <= other_numbers or other_numbers <= numbers):
        return False
    fewer = min(len(one.content), len(other))
    longer, shorter = sorted((one.words, other_words), key=len, reverse=True)
    return (shared >= _OF_FEWER * fewer and shared >= _OF_BOTH * len(one.content | other)) or (
        shared == fewer and f" {' '.join(shorter)} " in f" {' '.join(longer)} ")


def _numbers(claim_words: list[str]) -> set[str]:
    return {word for word in claim_words if word[0].isdigit()}


def _negated(claim_words: list[str]) -> bool:
    return any(word in _NEGATIONS or word.endswith("n't") for word in claim_words)


def _begins_alike(one: list[str], other: list[str]) -> bool:
    """Do two claims share a run of words near their beginning that says something?"""
    one, other = _from_that(one), _from_that(other)
    for start in range(min(_RUN_FROM, len(one) - _RUN + 1)):
        run = one[start:start + _RUN]
        for at in range(min(_RUN_FROM, len(other) - _RUN + 1)):
            if other[at:at + _RUN] == run and len(content_words(" ".join(run))) >= _RUN_CONTENT:
                return True
    return False


def _from_that(claim_words: list[str]) -> list[str]:
    """The words behind a "that" near the beginning: "a statement that it is time"."""
    return claim_words[claim_words.index("that") + 1:] if "that" in claim_words[:_THAT_REACH] else claim_words
