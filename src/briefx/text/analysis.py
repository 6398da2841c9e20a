"""All that is known of a text before anything is extracted, computed once and only when asked for.

An extractor asks an ``Analysis``; none splits text on its own. Positions in the text are code points;
"token" positions are indices into the flat arrays ``words``, ``starts``, ``ends`` and the string ``tags``,
which all have one entry a token. Intervals of tokens are half-open as well.
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple


class Block(NamedTuple):
    """A stretch of lines: kind is title, heading, byline, dateline or paragraph.

    ``number`` is the paragraph's (from 1; null for the other kinds). A dateline is a block of its own in
    front of the rest of its paragraph. ``first`` and ``last`` are its half-open interval of tokens.
    """

    kind: str
    start: int
    end: int
    number: int | None
    first: int
    last: int


class Sentence(NamedTuple):
    """A sentence: half-open in code points (start, end) and in tokens (first, last); ``block`` is an index."""

    start: int
    end: int
    first: int
    last: int
    block: int


class Marked(NamedTuple):
    """A stretch in quotation marks.

    ``start`` and ``end`` are inside the marks; ``opening`` and ``closing`` the tokens of the marks (closing is
    null where the mark is not closed: then the stretch runs to its paragraph's end). ``depth`` is 0 for
    an outer quotation, 1 for one inside it. ``continued`` says that the speech goes on in the next paragraph
    (news convention: an opening mark on each paragraph, a closing one on the last alone).
    """

    start: int
    end: int
    opening: int
    closing: int | None
    depth: int
    continued: bool


class VerbGroup(NamedTuple):
    """Auxiliaries, negation, adverbs and verb as one: tokens first:last, ``head`` the verb's token.

    ``form`` is finite, infinitive ("to go"), bare, gerund or participle; ``lemma`` is the head's.
    ``passive`` (be or get + past participle), ``negated``, ``modal`` (its token, or null), ``tense``
    is past, present, future or none.
    """

    first: int
    last: int
    head: int
    form: str
    lemma: str
    passive: bool
    negated: bool
    modal: int | None
    tense: str


class NounPhrase(NamedTuple):
    """A base noun phrase, from its determiner to its head noun: tokens first:last, ``head`` the head's token.

    ``kind`` is name, noun, pronoun or number.
    """

    first: int
    last: int
    head: int
    kind: str
