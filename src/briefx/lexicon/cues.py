"""The cues of attribution: verbs, nouns and adjectives with their frames, and how surely each attributes."""
from __future__ import annotations

from functools import cache

from briefx.lexicon import SortedLines, data_text
from briefx.lexicon.names import roles, word_sets
from briefx.memory import remembered
from briefx.records import NamedTuple


class Cue(NamedTuple):
    """A cue word: ``speech`` for saying and writing (else attitude), and {frame: rate in percent}."""

    speech: bool
    rates: dict[str, int]


@cache
def _lines(name: str) -> SortedLines:
    return SortedLines(name, " ")


@remembered
def verb_cue(lemma: str) -> Cue | None:
    """Returns a verb's entry by its lemma, or null where the verb does not attribute."""
    return _entry("verb_cues.txt", lemma)


@remembered
def noun_cue(word: str) -> Cue | None:
    """Returns a noun's entry by its form in lower case, or null."""
    return _entry("noun_cues.txt", word)


@remembered
def verb_class(name: str) -> frozenset[str]:
    """Returns the lemmas of a class that the head of verb_classes.txt explains ("copula", "addressing")."""
    return word_sets("verb_classes.txt")[name]


@remembered
def cue_words(name: str) -> frozenset[str]:
    """Returns the words of a section that the head of attribution_words.txt explains ("time", "relative")."""
    return word_sets("attribution_words.txt")[name]


@remembered
def adjective_cue(word: str) -> Cue | None:
    """Returns an adjective's or participle's entry ("confident", "worried"), or null."""
    return _entry("adjective_cues.txt", word)


@cache
def sign_weights() -> dict[str, float]:
    """Returns {sign: its weight in log-odds}."""
    fields = data_text("attribution_signs.txt").split()
    return {sign: int(weight) / 100 for sign, weight in zip(fields[::2], fields[1::2])}


@remembered
def is_actor_noun(word: str) -> bool:
    """Can a common noun in lower case, singular or plural, be one who speaks ("minister", "officials", "party")?"""
    forms = [word]
    if word.endswith("s"):
        forms.append(word[:-1])
        if word.endswith("ies"):
            forms.append(word[:-3] + "y")
    return any([form in known for known in _actor_nouns() for form in forms])


@cache
def _actor_nouns() -> tuple[frozenset[str], ...]:
    sections = roles()
    return tuple([sections[name] for name in ("person", "group", "organization", "male", "female", "country")])


@cache
def document_nouns() -> frozenset[str]:
    """Returns the common nouns, in lower case, of what says what its author says ("poll", "report", "letter")."""
    return frozenset(data_text("document_nouns.txt").split())


def is_document_noun(word: str) -> bool:
    """Is a common noun in lower case something that says what its author says ("poll", "report", "letter")?"""
    return word in document_nouns()


def _entry(name: str, word: str) -> Cue | None:
    line = _lines(name).find(word)
    if not line:
        return None
    kind, *fields = line.split()
    rates = {}
    for field in fields:
        frame, _, rate = field.partition("=")
        rates[frame] = int(rate)
    return Cue(kind == "speech", rates)
