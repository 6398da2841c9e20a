"""The words of a text without their form, to tell what two texts have in common."""
from __future__ import annotations

import re
from functools import cache

from briefx.lexicon.words import function_words


@cache
def _words_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@cache
def _capitalised() -> re.Pattern[str]:
    return re.compile(r"\b[A-ZÀ-Þ][^\W_]*(?:['’][^\W_]+)?")


def words(text: str) -> list[str]:
    """Returns the words of a text in order, in lower case, apostrophes alike."""
    return _words_pattern().findall(text.lower().replace("’", "'"))


def content_words(text: str) -> frozenset[str]:
    """Returns the words of a text that carry its content, without the endings of number and tense."""
    known = function_words()
    return frozenset(_stem(word) for word in words(text) if len(word) > 2 and word not in known)


def name_words(text: str) -> frozenset[str]:
    """Returns the content words of a text that are written as names are."""
    return content_words(" ".join(_capitalised().findall(text)))


def _stem(word: str) -> str:
    """A word without a plain ending: enough for a word to be known again, no analysis."""
    word = word.removesuffix("'s")
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[:-len(ending)]
    return word
