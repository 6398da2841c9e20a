"""Readers of the general word files: classes, function words, irregular verbs, abbreviations."""
from __future__ import annotations

from functools import cache

from briefx.lexicon import data_text


def pairs(name: str) -> dict[str, str]:
    """Returns the entries of a data file whose lines hold two words: first -> second."""
    fields = data_text(name).split()
    return dict(zip(fields[::2], fields[1::2]))


@cache
def word_classes() -> dict[str, str]:
    """Returns {word in lower case: its classes, likeliest first} of the open classes."""
    return pairs("words.txt")


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
    forms: dict[str, str] = {}
    for line in data_text("irregular_verbs.txt").splitlines():
        base, past, participle = line.split()
        forms.setdefault(past, base)
        forms.setdefault(participle, base)
    return forms


@cache
def speech_verbs() -> frozenset[str]:
    """Returns the past and present forms of the verbs that stand in a clause of attribution ("he asked")."""
    return frozenset(data_text("speech_verbs.txt").split())


@cache
def auxiliaries() -> dict[str, tuple[str, str]]:
    """Returns {form of be, have, do or a modal: (tense, lemma)}."""
    fields = data_text("auxiliaries.txt").split()
    return dict(zip(fields[::3], zip(fields[1::3], fields[2::3])))
