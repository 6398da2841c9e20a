"""Finished Markdown laid out for a terminal: wrapped at words, headings that stand out, escapes taken back.

It reads the Markdown that this package writes and no other: headings, items of one line, tables, bold,
emphasis, and the escapes of ``escaping``. The text stays free of control characters as it came; the only
ones added are line feeds and, where styling is asked for, the codes for bold and dim.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefx.records import NamedTuple
from briefx.rendering.tables import display_width

# Longer lines are hard to read, however wide the terminal (Bringhurst: 45 to 75 characters, for print).
READABLE_WIDTH = 92

NARROWEST = 24

BOLD = "\x1b[1m"
DIM = "\x1b[2m"
RESET = "\x1b[0m"

_GAP = "  "


class _Piece(NamedTuple):
    """Letters of one style that no line break parts."""

    text: str
    style: str


_Word = tuple[_Piece, ...]


def for_terminal(markdown: str, width: int, styled: bool) -> str:
    """Returns Markdown of this package as a terminal of that many columns shows it best.

    ``styled`` allows bold and dim; without it headings stand out by their case and rules alone.
    """
    width = max(NARROWEST, min(width, READABLE_WIDTH))
    lines: list[str] = []
    table: list[str] = []
    for line in markdown.split("\n"):
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            lines.extend(_table(table, width))
            table = []
        lines.extend(_line(line, width))
    text = "\n".join(lines)
    return text if styled else text.replace(BOLD, "").replace(DIM, "").replace(RESET, "")


def _line(line: str, width: int) -> Iterator[str]:
    if line.startswith("# "):
        yield from _wrapped(_words(line[2:], BOLD), width)
        yield DIM + "═" * width + RESET
    elif line.startswith("## "):
        yield BOLD + line[3:].upper() + RESET
    elif line.startswith("### "):
        yield from _wrapped(_words(line[4:], BOLD), width)
    elif line == "---":
        yield DIM + "─" * width + RESET
    elif line.startswith("- "):
        yield from _wrapped(_words(line[2:]), width, "• ", "  ")
    elif line.startswith("  - "):
        yield from _wrapped(_words(line[4:]), width, "  ", "  ")
    else:
        yield from _wrapped(_words(line), width)


def _words(markdown: str, base: str = "") -> list[_Word]:
    """Returns the words of a line of Markdown, in their styles, escapes taken back."""
    words: list[_Word] = []
    word: list[_Piece] = []
    style = base
    for token in _token().finditer(markdown):
        kind, found = token.lastgroup, token[0]
        if kind == "space":
            words.append(tuple(word))
            word = []
        elif kind == "strong":
            style = base if style == BOLD else BOLD
        elif kind == "emphasis":
            style = base if style == DIM else DIM
        elif kind == "paragraph":
            word.append(_Piece(found, DIM))
        else:
            literal = {"&lt;": "<", "&amp;": "&"}.get(found) or (found[1:] if kind == "escape" else found)
            word.append(_Piece(literal, style))
    words.append(tuple(word))
    return [word for word in words if word]


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        r"(?P<space> +)|(?P<escape>\\[!-/:-@\[-`{-~])|(?P<entity>&lt;|&amp;)|(?P<paragraph>¶\d+)|(?P<strong>\*\*)"
        r"|(?P<emphasis>(?<![^ ])\*(?! )|(?<! )\*(?= |$))|(?P<text>[^ \\&*¶]+|.)"
    )


def _wrapped(words: Sequence[_Word], width: int, first: str = "", others: str = "") -> Iterator[str]:
    """Yields the lines that words fill, each with what stands before it; a longer word is broken."""
    line: list[_Word] = []
    prefix = first
    room = width - display_width(prefix)
    used = 0
    for word in _broken(words, width - max(len(first), len(others))):
        length = _length(word)
        if line and used + 1 + length > room:
            yield prefix + _joined(line)
            line, used, prefix = [], 0, others
            room = width - display_width(prefix)
        used += length + (1 if line else 0)
        line.append(word)
    if line or not words:
        yield (prefix + _joined(line)).rstrip()


def _broken(words: Sequence[_Word], width: int) -> Iterator[_Word]:
    """Yields the words, each that is wider than a line in pieces that fit."""
    for word in words:
        if _length(word) <= width:
            yield word
            continue
        pieces: list[_Piece] = []
        used = 0
        for piece in word:
            for character in piece.text:
                length = display_width(character)
                if used + length > width:
                    yield tuple(pieces)
                    pieces, used = [], 0
                pieces.append(_Piece(character, piece.style))
                used += length
        yield tuple(pieces)


def _length(word: _Word) -> int:
    return sum(display_width(piece.text) for piece in word)


def _joined(words: Sequence[_Word]) -> str:
    """Returns words with spaces between them; the codes of a style stand around the words that share it."""
    line = []
    style = ""
    for number, word in enumerate(words):
        for place, piece in enumerate(word):
            space = " " if number and not place else ""
            if piece.style == style:
                line.append(space + piece.text)
            else:
                line.append((RESET if style else "") + space + piece.style + piece.text)
                style = piece.style
    return "".join(line) + (RESET if style else "")


def _table(lines: Sequence[str], width: int) -> Iterator[str]:
    """Yields a table without its bars: its head in bold, cells wrapped where the columns have no room."""
    rows = [[cell.strip() for cell in _bar().split(line)[1:-1]] for line in lines]
    cells = [[_words(cell, "" if number else BOLD) for cell in row] for number, row in enumerate(rows) if number != 1]
    columns_of_cells = zip(*cells, strict=True)
    widths = [max(1, *(sum(_length(word) + 1 for word in cell) - 1 for cell in column)) for column in columns_of_cells]
    widths = _fitted(widths, width - len(_GAP) * (len(widths) - 1))
    for row in cells:
        columns = [list(_wrapped(cell, room)) for cell, room in zip(row, widths, strict=True)]
        for number in range(max(map(len, columns))):
            parts = []
            for column, room in zip(columns, widths, strict=True):
                part = column[number] if number < len(column) else ""
                parts.append(part + " " * (room - display_width(_code().sub("", part))))
            yield _GAP.join(parts).rstrip()


def _fitted(widths: list[int], room: int) -> list[int]:
    """Returns the widths of columns, the widest made narrower until all of them have room."""
    widths = list(widths)
    while sum(widths) > room and max(widths) > 8:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths


@cache
def _bar() -> re.Pattern[str]:
    return re.compile(r"(?<!\\)\|")


@cache
def _code() -> re.Pattern[str]:
    return re.compile(r"\x1b\[\dm")
