"""Tokens: words, numbers, marks and paragraph breaks, with their offsets, as flat arrays.

No token but a blank line holds white space, so what stands between two spaces is cut by one pattern for
itself, and what it gives is remembered: most of a text are words met before. Clitics are tokens of their
own ("Trump" "'s"); words in "n't" are not cut. An abbreviation keeps its dot. A blank line is a token, so
that what is matched over tokens does not run over paragraphs unawares.
"""
from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, chain, compress
from operator import sub
from sys import intern

from briefx.lexicon.words import abbreviations
from briefx.records import TYPE_CHECKING, NamedTuple
from briefx.text.classes import code_of
from briefx.text.forms import form_of, places_of

if TYPE_CHECKING:
    from typing import Any

# What stands between two spaces is remembered where it is not longer than this, and all forgotten at this many.
_LONGEST_CACHED = 40
_MOST_CACHED = 100_000
# So many words are remembered with their lower case, until a text is met that finds the memory full.
_MOST_LOWERS = 200_000
# The letters of a word: a combining mark or a joiner belongs to the letter before it.
_LETTERS = r"[\w\u0300-\u036f\u200d]+"

# A set of characters that holds one above U+00FF and falls into more than two stretches takes longer to compile than
# all else here: the three marks of which that is so stand outside of their sets.
_KINDS = (
    r"[A-Za-z]+(?=[ ,;)])",  # most words: first, since that is fastest
    r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*",  # a blank line: the end of a paragraph
    r"(?:[A-Z]-)?[A-Za-z](?:\.[A-Za-z])+\.?(?!\w)",  # U.S. a.m. Ph.D R-N.Y.
    rf"\d+(?:[.,:/]\d+)+(?:-{_LETTERS})*",  # 1,250.5 10:30 01/06/2026 1,000-strong
    r"(?<=\w)['’](?:[sSdm]|[rv]e|ll)(?![\w'’])",  # clitics
    rf"[@#]?{_LETTERS}(?:(?:[-&@]|['’](?!(?:[sSdm]|[rv]e|ll)(?!\w))|\.(?=[a-z]{{2,}}\b|[\w.]{{1,40}}@)){_LETTERS})*",
    r"(?:(?<=[\w.,!?])|(?<=…))'(?=''(?!'))",  # 'an inner mark, then the outer'''
    r"\.\.+", "-{2,}", "''", "``",  # marks that are runs
    r"\S",
)
# What is a token of its own behind a word, whatever the word is.
_MARKS_BEHIND = frozenset(",;:?!)\"”")
_WEB_ADDRESS = r"https?://[^\s<>\"”’)\]]*[^\s<>\"”’)\].,;:!?]"


class Tokens(NamedTuple):
    """The tokens of a text: surface forms, their half-open intervals in code points, a letter for each one's form.

    ``lowers`` are the surface forms in lower case, ``codes`` what word classes they may have inside a sentence.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    forms: str
    lowers: list[str]
    codes: list[str]


class _Lowers(dict[str, str]):
    """{word: its lower case}: one string for each, so that its hash is worked out once for all texts."""

    def __missing__(self, word: str) -> str:
        lower = self[word] = word.lower()
        return lower


_lowers = _Lowers()


@cache
def _pattern(with_address: bool) -> re.Pattern[str]:
    """The tokens of a text in which a web address may stand, or none: its part takes as long to compile as the rest."""
    return re.compile("|".join((_WEB_ADDRESS, *_KINDS) if with_address else _KINDS).join("()"))


@cache
def _spaces() -> re.Pattern[str]:
    """The spaces at which a text is cut that has other white space beside some of its spaces."""
    return re.compile(r"(?<=\S) ")


# What is known of a token: surface form, lower case, code, form, its length, and that with the white space in front.
# A dot that may shorten the word in front, where a number follows ("No."), has a form of its own here.
_Entry = tuple[str, str, str, str, int, int]
_NUMBERING_DOT = "n"


class _Entries(dict[str, tuple[str | int, ...]]):
    """{what stands between two spaces: what is known of its tokens in turn, the space in front of it included}.

    KeyError where white space may belong to what follows: between two spaces stands nothing, or a line ends. What is
    cut at such spaces alone as have no white space in front begins with the rest of it.
    """

    def __missing__(self, chunk: str) -> tuple[str | int, ...]:
        if not chunk or chunk[-1].isspace():
            raise KeyError(chunk)
        found: tuple[str | int, ...]
        if chunk.isalpha():  # as most are
            found = _entry(" ", chunk)
        else:
            word, last = chunk[:-1], chunk[-1]
            if word.isalpha() and (last in _MARKS_BEHIND or (last == "." and not _is_abbreviation(word))):
                pieces = ["", word, "", last]
            else:
                pieces = _joined(_pattern("://" in chunk).split(chunk))
            pieces[0] = " " + pieces[0]
            found = tuple(chain.from_iterable(map(_entry, pieces[::2], pieces[1::2], ("", *pieces[1::2]))))
        if len(chunk) <= _LONGEST_CACHED:
            if len(self) >= _MOST_CACHED:
                self.clear()
            self[chunk] = found
        return found


def _entry(gap: str, word: str, before: str = "") -> _Entry:
    """What is known of a token behind some white space and the token before it."""
    word, size = intern(word), len(word)
    form = _NUMBERING_DOT if word == "." and not gap and before in _numbering() else form_of(word)
    return word, _lowers[word], code_of(word), form, size, len(gap) + size


_entries = _Entries()


def tokenize(text: str, offset: int = 0) -> Tokens:
    """Returns the tokens of ``text`` in order, their offsets moved up by ``offset``."""
    if len(_lowers) > _MOST_LOWERS:
        _lowers.clear()
    body = text.rstrip()
    if not body:
        return _with_break(Tokens([], [], [], "", [], []), text, offset)
    try:
        known: list[Any] = list(chain.from_iterable(map(_entries.__getitem__, body.split(" "))))
    except KeyError:
        known = list(chain.from_iterable(map(_entries.__getitem__, _spaces().split(body))))
    ends = list(accumulate(known[5::6], initial=offset - 1))  # the space in front of the first
    del ends[0]
    found = Tokens(known[::6], list(map(sub, ends, known[4::6])), ends, "".join(known[3::6]), known[1::6], known[2::6])
    if _NUMBERING_DOT in found.forms:
        found = _with_numbering(found)
    return _with_break(found, text[len(body):], offset + len(body)) if len(body) < len(text) else found


def _with_break(found: Tokens, behind: str, offset: int) -> Tokens:
    """The tokens of a text and the blank line that may stand in the white space behind them."""
    gap, *blank = _pattern(False).split(behind)
    if not blank:
        return found
    word = blank[0]
    start = offset + len(gap)
    words, starts, ends, forms, lowers, codes = found
    return Tokens([*words, word], [*starts, start], [*ends, start + len(word)], forms + form_of(word),
                  [*lowers, word], [*codes, code_of(word)])


def _with_numbering(found: Tokens) -> Tokens:
    """The tokens with each dot joined to the abbreviation in front where that is one: "No. 5", "(b. May 1950)"."""
    words, starts, ends, forms, lowers, codes = found
    letters = list(forms)
    kept = bytearray(b"\1") * len(words)
    for at in places_of(_NUMBERING_DOT, forms):
        letters[at] = form_of(words[at])
        if (words[at + 1:at + 2] and words[at + 1][0].isdigit()) or (at > 1 and words[at - 2] in "(;"):
            before = at - 1
            word = words[before] + words[at]
            words[before], ends[before], letters[before] = word, ends[at], form_of(word)
            lowers[before], codes[before] = _lowers[word], code_of(word)
            kept[at] = 0
    return Tokens(list(compress(words, kept)), list(compress(starts, kept)), list(compress(ends, kept)),
                  "".join(compress(letters, kept)), list(compress(lowers, kept)), list(compress(codes, kept)))


def _joined(pieces: list[str]) -> list[str]:
    """Pieces, white space and token in turn, with each dot that shortens the word in front joined to that."""
    joined: list[str] = []
    last = 0
    for at in [at for at in range(3, len(pieces), 2) if pieces[at] == "." and not pieces[at - 1]]:
        if _is_abbreviation(pieces[at - 2]):
            joined += pieces[last:at - 2]
            joined.append(pieces[at - 2] + ".")
            last = at + 1
    return joined + pieces[last:] if joined else pieces


def _is_abbreviation(word: str) -> bool:
    """Is a word in front of a dot an abbreviation wherever it stands, or an initial?"""
    kind = abbreviations().get(word + ".")
    if kind is None and word[1:2] == "-":  # a party and a state: "R-Pa."
        kind = abbreviations().get(word[2:] + ".")
    return kind != "number" if kind else len(word) == 1 and word.isupper()


@cache
def _numbering() -> frozenset[str]:
    """The abbreviations that are such where a number follows, without their dot."""
    return frozenset([form[:-1] for form, kind in abbreviations().items() if kind == "number"])
