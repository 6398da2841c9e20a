"""Reader of the words by which a sentence hangs on the one before."""
from __future__ import annotations

from functools import cache

from briefx.lexicon import data_text


@cache
def leaning_openers() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Returns {first word: the openers that begin with it, in words} ("by": (("by", "contrast"),))."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in data_text("leaning_openers.txt").split():
        words = tuple(entry.split("-"))
        found.setdefault(words[0], []).append(words)
    return {word: tuple(openers) for word, openers in found.items()}
