"""The blocks of a text: title, headings, bylines, datelines and paragraphs."""
from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from briefx.records import Record
from briefx.text.forms import places_of, words_within
from briefx.text.tokens import Tokens

# A short line has no more words than this and does not end like a sentence.
SHORT_LINE_WORDS = 12
_SENTENCE_END = frozenset(".?!:;\"'”’»…")
# A dateline is sought in so many characters and tokens of a paragraph.
_DATELINE_REACH = 120
_DATELINE_TOKENS = 24
_DASHES = frozenset("—–-_:") | {"--"}


class Block(Record):
    """A stretch of lines: kind is title, heading, byline, dateline or paragraph.

    ``number`` is the paragraph's (from 1; null for the other kinds). A dateline that opens a paragraph is a
    block of its own in front of the rest. ``first`` and ``last`` are its half-open interval of tokens.
    """

    kind: str
    start: int
    end: int
    number: int | None
    first: int
    last: int


# A day as datelines write it: a capitalised word and a number, the reverse, an ISO date, or a weekday.
_DAY = (r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?"
        r"|\d{1,2}\s+[A-Z][a-z]{2,8}\.?(?:,?\s+\d{4})?|\d{4}-\d\d-\d\d|[A-Z][a-z]{2,5}day)")
_PLACE = r"[A-Z][\w.'-]*(?:[ /][A-Z][\w.'-]*){0,3}(?:,\s+[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}){0,2}"


def _line(text: str, start: int, end: int) -> str:
    """What the patterns of lines are put to: a stretch with straight apostrophes, for sets that compile fast."""
    return text[start:end].replace("’", "'")


@cache
def _dateline() -> re.Pattern[str]:
    """The opening of a paragraph that gives place, day and agency, up to its dash."""
    return re.compile(rf"{_PLACE}(?:,?\s+{_DAY})?(?:\s+\([A-Z][^()\n]{{1,40}}\))?\s*(?:[—–_]|--|-(?=\s)|(?<=\)):)\s*")


@cache
def _dateline_alone() -> re.Pattern[str]:
    """A line that holds a day, with or without weekday and place, and nothing else."""
    return re.compile(rf"(?:{_PLACE},?\s+)?(?:[A-Z][a-z]{{2,5}}day,?\s+)?{_DAY}(?:,?\s+\d{{4}})?")


@cache
def _agency_alone() -> re.Pattern[str]:
    """A line that holds place, day and agency, and nothing else."""
    return re.compile(rf"{_PLACE}(?:,?\s+{_DAY})?\s+\([A-Z][^()\n]{{1,40}}\)")


@cache
def _byline() -> re.Pattern[str]:
    """"By" and names in capitals."""
    return re.compile(r"By\s+(?:[A-Z][\w.'-]*|[a-z]{2,3}(?=\s))(?:[ ,]+(?:[A-Z][\w.'-]*|and|of|de|van|von|the))*\s*")


@cache
def _line_end() -> re.Pattern[str]:
    return re.compile(r"[\r\n]")


def layout(text: str, tokens: Tokens, title_in_header: bool = False) -> list[Block]:
    """Returns the blocks of a text in order.

    With ``title_in_header`` the first block of the tokens is the title, whatever it looks like; otherwise a
    Markdown title or a first paragraph of one short line is.
    """
    blocks: list[Block] = []
    number = 0
    titled = False
    prose = False
    for first, last in _paragraphs(text, tokens):
        start, end = tokens.starts[first], tokens.ends[last - 1]
        markdown = tokens.words[first] == "#" and tokens.ends[first] != end
        if title_in_header and not blocks:
            blocks.append(Block("title", start, end, None, first, last))
            titled = True
            continue
        if markdown or _is_short_line(text, tokens, first, last):
            if _is_dateline_alone(text, tokens, first, last):
                kind = "dateline"
            elif titled and not prose and tokens.words[first] == "By" and _byline().fullmatch(_line(text, start, end)):
                kind = "byline"
            elif not blocks or (markdown and not titled and not prose and tokens.words[first + 1] != "#"):
                kind, titled = "title", True
            else:
                kind = "heading"
            blocks.append(Block(kind, start, end, None, first, last))
            continue
        number += 1
        # A headline that ends in a stop is the first paragraph; the dateline opens the second then.
        opens = not prose or (number == 2 and _is_one_line(text, tokens, blocks[-1]))
        if opens and not _DASHES.isdisjoint(tokens.words[first:first + _DATELINE_TOKENS]):
            opening = _dateline().match(_line(text, start, min(end, start + _DATELINE_REACH)))
            cut = _token_at(tokens, start + opening.end(), first, last) if opening else first
            if opening and first < cut < last and _is_dateline(tokens, first, cut):
                blocks.append(Block("dateline", start, tokens.ends[cut - 1], None, first, cut))
                first, start = cut, tokens.starts[cut]
        prose = True
        blocks.append(Block("paragraph", start, end, number, first, last))
    return blocks


def _is_one_line(text: str, tokens: Tokens, block: Block) -> bool:
    """Is a block a paragraph of one line that could be a headline?"""
    return (block.kind == "paragraph" and block.last - block.first <= 2 * SHORT_LINE_WORDS
            and _line_end().search(text, block.start, block.end) is None)


def _paragraphs(text: str, tokens: Tokens) -> list[tuple[int, int]]:
    """The intervals of tokens between blank lines; a Markdown heading's line is one of its own."""
    words = tokens.words
    found = []
    first = 0
    for at in [*places_of("¶", tokens.forms), len(words)]:
        while first < at and words[first] == "#":
            line = _line_end().search(text, tokens.starts[first])
            cut = _token_at(tokens, line.start() if line else len(text), first, at)
            found.append((first, cut))
            first = cut
        if first < at:
            found.append((first, at))
        first = at + 1
    return found


def _is_dateline(tokens: Tokens, first: int, last: int) -> bool:
    """Is what stands before a dash a dateline: a place in capitals, or a place with more than its name?"""
    words = tokens.words[first:last]
    return words[0].isupper() or "," in words or "(" in words


def _is_dateline_alone(text: str, tokens: Tokens, first: int, last: int) -> bool:
    """Is a short line a dateline: a day, a place and agency ("VELDEN (Wire)"), or what ends in a dash?"""
    start, end, words = tokens.starts[first], tokens.ends[last - 1], tokens.words
    if _holds_day(tokens, first, last) and _dateline_alone().fullmatch(_line(text, start, end)):
        return True
    if words[last - 1] in _DASHES:
        return _dateline().fullmatch(_line(text, start, end)) is not None and _is_dateline(tokens, first, last)
    return (words[last - 1] == ")" and words[first].isupper()
            and _agency_alone().fullmatch(_line(text, start, end)) is not None)


def _holds_day(tokens: Tokens, first: int, last: int) -> bool:
    """Has a line a number, or a weekday at its end?"""
    words = tokens.words[first:last]
    return words[-1].endswith("day") or any(word[0].isdigit() for word in words)


def _token_at(tokens: Tokens, offset: int, low: int, high: int) -> int:
    """The first token in an interval that does not start before an offset."""
    return bisect_left(tokens.starts, offset, low, high)


def _is_short_line(text: str, tokens: Tokens, first: int, last: int) -> bool:
    """Is a paragraph one line of few words that does not end like a sentence?"""
    if last - first > 2 * SHORT_LINE_WORDS or tokens.words[last - 1][-1] in _SENTENCE_END:
        return False
    stretch = text[tokens.starts[first]:tokens.ends[last - 1]]
    if "\n" in stretch or "\r" in stretch:
        return False
    return words_within(tokens.forms, first, last) <= SHORT_LINE_WORDS
