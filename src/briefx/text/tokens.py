"""Tokens: words, numbers, marks and paragraph breaks, with their offsets, as flat arrays.

The text is cut once by one pattern; everything else works on what that gives. Clitics are tokens of their
own ("Trump" "'s"); words in "n't" are not cut. An abbreviation keeps its dot. A blank line is a token, so
that what is matched over tokens does not run over paragraphs unawares.
"""

import re
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from briefx.lexicon.words import abbreviations

# The letters of a word: a combining mark or a joiner belongs to the letter before it.
_LETTERS = r"[\w\u0300-\u036f\u200d]+"

_TOKEN = rf"""(
    [A-Za-z]+(?=[ ,;)])                                    # most words: first, since that is fastest
  | (?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*                 # a blank line: the end of a paragraph
  | (?:[A-Z]-)?[A-Za-z](?:\.[A-Za-z])+\.?(?!\w)             # U.S. a.m. Ph.D R-N.Y.
  | \d+(?:[.,:/]\d+)+(?:-{_LETTERS})*                      # 1,250.5 10:30 01/06/2026 1,000-strong
  | (?<=\w)['’](?:s|S|re|ve|ll|d|m)(?![\w'’])              # clitics
  | https?://[^\s<>"”’)\]]*[^\s<>"”’)\].,;:!?]
  | [@\#]?{_LETTERS}(?:(?:[-&@]|['’](?!(?:s|S|re|ve|ll|d|m)(?!\w))|\.(?=[a-z]{{2,}}\b|[\w.]{{1,40}}@)){_LETTERS})*
  | (?<=[\w.,!?…])'(?=''(?!'))                           # 'an inner mark, then the outer'''
  | \.\.+ | -{{2,}} | '' | ``                              # marks that are runs
  | \S
)"""


class Tokens(NamedTuple):
    """The tokens of a text: surface forms and their half-open intervals, in code points."""

    words: list[str]
    starts: list[int]
    ends: list[int]


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_TOKEN, re.VERBOSE)


def tokenize(text: str, offset: int = 0) -> Tokens:
    """Returns the tokens of ``text`` in order, their offsets moved up by ``offset``."""
    # Between the tokens stands white space alone; the lengths of all pieces give every offset.
    pieces = _pattern().split(text)
    edges = list(accumulate(map(len, pieces), initial=offset))
    words = pieces[1::2]
    starts = edges[1:-1:2]
    ends = edges[2::2]
    return _with_abbreviations(words, starts, ends)


def _with_abbreviations(words: list[str], starts: list[int], ends: list[int]) -> Tokens:
    """Joins the dot to the abbreviation or initial in front of it."""
    known = abbreviations()
    joined = []
    for at in [number for number, word in enumerate(words) if word == "."]:
        before = words[at - 1] if at else ""
        if ends[at - 1] != starts[at] or not before:
            continue
        kind = known.get(before + ".")
        if kind is None and before[1:2] == "-":  # a party and a state: "R-Pa."
            kind = known.get(before[2:] + ".")
        if kind == "number":  # "No. 5" and "(b. May 1950)", but "He said no."
            if (at + 1 < len(words) and words[at + 1][0].isdigit()) or words[at - 2 if at > 1 else 0] in "(;":
                joined.append(at)
        elif kind or (len(before) == 1 and before.isupper()):
            joined.append(at)
    if not joined:
        return Tokens(words, starts, ends)
    new_words: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    last = 0
    for at in joined:
        new_words += words[last:at - 1]
        new_words.append(words[at - 1] + ".")
        new_starts += starts[last:at]
        new_ends += ends[last:at - 1]
        new_ends.append(ends[at])
        last = at + 1
    new_words += words[last:]
    new_starts += starts[last:]
    new_ends += ends[last:]
    return Tokens(new_words, new_starts, new_ends)
