"""Readers of the words of time."""
from __future__ import annotations

from functools import cache

from briefx.lexicon import data_text
from briefx.lexicon.names import Sections, word_sets


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
