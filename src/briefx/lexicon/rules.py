"""What is known of the rules: each in words, and how often it was right on annotated news."""
from __future__ import annotations

from functools import cache

from briefx.lexicon import data_text
from briefx.records import NamedTuple

# A rule is doubtful that was wrong more often than right, on so many finds that it is no accident.
_DOUBTFUL_BELOW = 0.5
ENOUGH_FOUND = 10


class Figures(NamedTuple):
    """How many items of a rule were right, of how many found where the annotation can tell."""

    right: int
    found: int

    @property
    def precision(self) -> float:
        """The share of the finds that were right."""
        return self.right / self.found if self.found else 0.0


@cache
def rule_words() -> dict[str, str]:
    """Returns {rule: what it saw in the text, in words}."""
    return dict(line.split("\t") for line in data_text("rule_words.tsv").splitlines())


@cache
def rule_figures() -> dict[str, Figures]:
    """Returns {rule: its figures} of the rules that found anything; the head of the file says on what."""
    fields = data_text("rule_figures.tsv").split()
    counts = map(int, fields[1::3]), map(int, fields[2::3])
    return {rule: Figures(right, found) for rule, right, found in zip(fields[::3], *counts)}


def in_words(rule: str) -> str:
    """Returns a rule in words; one that has none is told by the last part of its name."""
    return rule_words().get(rule) or rule.rpartition(".")[2].replace("_", " ")


def is_doubtful(rule: str) -> bool:
    """Was a rule wrong more often than right on annotated news?"""
    figures = rule_figures().get(rule)
    return figures is not None and figures.found >= ENOUGH_FOUND and figures.precision < _DOUBTFUL_BELOW
