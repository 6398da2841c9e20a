"""Readers of the words by which a claim is labelled."""
from __future__ import annotations

from functools import cache

from briefx.lexicon import data_text
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


STATEMENT = CueLabels("statement", "positive", "certain", "unknown")


@cache
def cue_labels() -> dict[str, dict[str, CueLabels]]:
    """Returns {lemma or form: {what stands with it: its labels}}; one that is absent is a STATEMENT.

    What stands with it is "" (nothing), "be" (a passive), a word behind it ("for"), a frame (":inf"), "noun" (it is
    one), or "not" alone or before a word ("not out").
    """
    found: dict[str, dict[str, CueLabels]] = {}
    known: dict[str, CueLabels] = {}
    for line in data_text("claim_cues.txt").splitlines():
        cue, _, fields = line.partition("\t")
        labels = known.get(fields)
        if labels is None:
            labels = known[fields] = CueLabels(*fields.split("\t"))
        words = cue.split()
        if words[0] == "not":
            found.setdefault(words[1], {})[" ".join(("not", *words[2:]))] = labels
        elif words[0] == "be":
            found.setdefault(words[1], {})["be"] = labels
        else:
            lemma, mark, frame = words[0].partition(":")
            found.setdefault(lemma, {})[mark + frame or " ".join(words[1:])] = labels
    return found


@cache
def _classes() -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    fields = data_text("claim_words.txt").split()
    for word, names in zip(fields[::2], fields[1::2], strict=True):
        for name in names.split(","):
            words.setdefault(name, set()).add(word)
    return {name: frozenset(members) for name, members in words.items()}


@remembered
def claim_words(name: str) -> frozenset[str]:
    """Returns the words of a class that the head of claim_words.txt explains ("evaluative", "untrue")."""
    return _classes()[name]


@cache
def hedges() -> dict[str, str]:
    """Returns {word: possible or probable} of the modals, adverbs and adjectives that hedge."""
    return {word: level for level in ("possible", "probable") for word in claim_words(level)}
