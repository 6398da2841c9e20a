"""Readers of the words by which a claim is labelled."""
from __future__ import annotations

from functools import cache

from briefx.lexicon import SortedLines
from briefx.lexicon.names import word_sets
from briefx.memory import remembered
from briefx.records import NamedTuple


class CueLabels(NamedTuple):
    """What a cue says of its claim; ``negated`` is the polarity that it gives when it is negated.

    ``kind`` is a claim's kind, or belief (an opinion; a denial when negated) or rejection (a denial of what
    may be true, else a refusal).
    """

    kind: str
    polarity: str
    certainty: str
    negated: str


# What may stand in front of a cue's lemma in its line.
_IN_FRONT = ("be", "not")
STATEMENT = CueLabels("statement", "positive", "certain", "unknown")


@remembered
def cue_labels(word: str) -> dict[str, CueLabels]:
    """Returns {what stands with a lemma or form: its labels}, empty for one that is not listed: a STATEMENT.

    What stands with it is "" (nothing), "be" (a passive), a word behind it ("for"), a frame (":inf"), "noun" (it is
    one), or "not" alone or before a word ("not out").
    """
    found = dict(_in_front().get(word, {}))
    if word and word not in _IN_FRONT:
        for line in _lines().beginning(word):
            cue, _, fields = line.partition("\t")
            rest = cue[len(word):]
            if rest[:1] in ("", " ", ":"):
                found[rest.lstrip()] = CueLabels(*fields.split("\t"))
    return found


@cache
def _lines() -> SortedLines:
    return SortedLines("claim_cues.txt")


@cache
def _in_front() -> dict[str, dict[str, CueLabels]]:
    """{lemma: {"be", or "not" and what else stands with it: its labels}}"""
    found: dict[str, dict[str, CueLabels]] = {}
    for mark in _IN_FRONT:
        for line in _lines().beginning(mark + " "):
            cue, _, fields = line.partition("\t")
            _, word, *others = cue.split(" ")
            found.setdefault(word, {})[" ".join((mark, *others))] = CueLabels(*fields.split("\t"))
    return found


@remembered
def claim_words(name: str) -> frozenset[str]:
    """Returns the words of a class that the head of claim_words.txt explains ("evaluative", "untrue")."""
    return word_sets("claim_words.txt")[name]


@cache
def hedges() -> dict[str, str]:
    """Returns {word: possible or probable} of the modals, adverbs and adjectives that hedge."""
    return {word: level for level in ("possible", "probable") for word in claim_words(level)}
