"""When two texts say the same: words without their form, and keys by which likely pairs are found."""
from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

# A quote is known again by runs of this many words, of which one in so many is kept.
RUN = 5
KEPT_RUNS = 4
# Two claims of one actor say the same when this share of their content words is common to both.
SAME_CLAIM = 0.7
# Of a claim so many words serve as keys.
CLAIM_KEYS = 4


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Returns the Jaccard coefficient of two sets of words."""
    together = len(one | other)
    return len(one & other) / together if together else 0.0


def quote_keys(text_words: list[str]) -> list[int]:
    """Returns numbers that a quote has in common with others that hold or repeat it: hashes of runs of words.

    Winnowing by value (Manber 1994): of all runs those whose hash is divisible are kept, and the first.
    """
    if len(text_words) < RUN:
        return [crc32(" ".join(text_words).encode("utf-8", "replace"))]
    hashes = [crc32(" ".join(text_words[at:at + RUN]).encode("utf-8", "replace"))
              for at in range(len(text_words) - RUN + 1)]
    return list(dict.fromkeys([hashes[0], *(key for key in hashes if key % KEPT_RUNS == 0)]))


def holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Does one run of words hold another?"""
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def claim_keys(content: frozenset[str]) -> list[str]:
    """Returns a few of the content words, the same ones for the same content: those with the smallest hash."""
    return sorted(content, key=lambda word: (crc32(word.encode("utf-8", "replace")), word))[:CLAIM_KEYS]
