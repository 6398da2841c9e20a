"""Readers of the general word files: classes, function words, irregular verbs, abbreviations, words of time."""
from __future__ import annotations

from functools import cache

from briefx.lexicon import SortedLines, data_text
from briefx.lexicon.names import Sections, word_sets

# So many words are remembered, known or not; the memory is emptied when it is full.
_MOST_REMEMBERED = 200_000


def pairs(name: str) -> dict[str, str]:
    """Returns the entries of a data file whose lines hold two words: first -> second."""
    fields = data_text(name).split()
    return dict(zip(fields[::2], fields[1::2]))


class WordClasses:
    """The classes of the words of the open classes, by word in lower case; a word is sought when it is first met."""

    def __init__(self) -> None:
        self._lines = SortedLines("words.txt", " ")
        self._met: dict[str, str] = {}

    def get(self, word: str) -> str:
        """Returns the classes of a word, likeliest first, "" for one that is not known."""
        classes = self._met.get(word)
        if classes is None:
            if len(self._met) >= _MOST_REMEMBERED:
                self._met.clear()
            classes = self._met[word] = self._lines.find(word)
        return classes

    def __contains__(self, word: str) -> bool:
        return bool(self.get(word))


@cache
def word_classes() -> WordClasses:
    """Returns the open classes of words."""
    return WordClasses()


@cache
def class_combinations() -> tuple[str, ...]:
    """Returns every combination of classes that words have, likeliest first in each."""
    return tuple(data_text("class_combinations.txt").split())


@cache
def function_words() -> dict[str, str]:
    """Returns {word in lower case: its classes} of the closed classes."""
    return pairs("function_words.txt")


@cache
def abbreviations() -> dict[str, str]:
    """Returns {abbreviation with its dot: what may follow (title, number, month, inner, end)}."""
    return pairs("abbreviations.txt")


@cache
def irregular_forms() -> dict[str, str]:
    """Returns {past or past participle: base form} of the irregular verbs."""
    fields = data_text("irregular_verbs.txt").split()
    bases = fields[::3]
    return dict(zip(fields[2::3], bases)) | dict(zip(fields[1::3], bases))


@cache
def speech_verbs() -> frozenset[str]:
    """Returns the past and present forms of the verbs that stand in a clause of attribution ("he asked")."""
    return frozenset(data_text("speech_verbs.txt").split())


@cache
def auxiliaries() -> dict[str, tuple[str, str]]:
    """Returns {form of be, have, do or a modal: (tense, lemma)}."""
    fields = data_text("auxiliaries.txt").split()
    return dict(zip(fields[::3], zip(fields[1::3], fields[2::3])))


@cache
def leaning_openers() -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """Returns {first word: {second word: the openers that begin so, in words}}; "" stands behind a single word."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for entry in data_text("leaning_openers.txt").split():
        first, *others = words = tuple(entry.split("-"))
        found.setdefault(first, {}).setdefault(others[0] if others else "", []).append(words)
    return found


@cache
def time_words() -> dict[str, tuple[str, str]]:
    """Returns {word in lower case: (category, value)}; the head of the file says what the values are."""
    fields = data_text("time_words.txt").split()
    return dict(zip(fields[::3], zip(fields[1::3], fields[2::3])))


@cache
def holidays() -> dict[str, str]:
    """Returns {name of a holiday in lower case, its words joined by a space: the rule for its day}."""
    return dict(line.split("\t") for line in data_text("holidays.txt").splitlines())


@cache
def moving_holidays() -> dict[str, str]:
    """Returns {"NAME-YEAR": ISO date} of the feasts that follow the moon."""
    fields = data_text("moving_holidays.txt").split()
    return dict(zip(fields[::2], fields[1::2]))


def time_contexts() -> Sections:
    """Returns {role: the words that have it}; the head of the file says what the roles are."""
    return word_sets("time_contexts.txt")


@cache
def plan_words() -> frozenset[str]:
    """Returns the words that say that what follows is planned or expected."""
    return frozenset(data_text("plan_words.txt").split())
