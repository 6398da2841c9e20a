"""The little of Markdown that an index is written in: lines, cells, links, code."""
from __future__ import annotations

import re
from functools import cache

from briefx.records import NamedTuple


class Reference(NamedTuple):
    """A link or a stretch of code in a line: ``target`` is the link's destination or the code itself.

    ``start`` and ``end`` are the place of the link's text, or of the code, in the line's plain text.
    """

    kind: str
    target: str
    start: int
    end: int


class Inline(NamedTuple):
    """A line without its marks, and what it refers to."""

    plain: str
    references: tuple[Reference, ...]


# Each part is possessive or ends at the mark that begins the next try, so that the time for a line is linear
# whatever it is made of.
_INLINE = r"""
    \\([!-/:-@\[-`{-~])                                        # 1 an escaped mark
  | (?<!`)(`++)([^`]++)\2(?!`)                                 # 3 code
  | (!?\[)                                                     # 4 the opening of a link or image
  | \]\([ \t]*+
    (?: <([^<>\n]*+)>                                          # 5 a destination in <>
      | ((?:[^\s()<]++|\([^\s()]*+\)){0,16}+) )                # 6 a destination
    (?:[ \t]++(?:"[^"]*+"|'[^']*+'|\([^()]*+\)))?+ [ \t]*+ \)
  | \]\(([^()<>"\n]{1,1000}?\.(?:txt|md))[ \t]*+\)             # 7 a destination with white space in it
  | (\])                                                       # 8 a bracket that closes no link
  | <([a-z][a-z0-9+.-]{1,30}:[^<>\s]{0,2000}+)>                # 9 an address in <>
  | (&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)   # 10 a character by name
  | \*++                                                       # emphasis
"""
_CODE, _OPENING, _DESTINATIONS, _CLOSING, _ADDRESS, _CHARACTER = 3, 4, (5, 6, 7), 8, 9, 10


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_INLINE, re.VERBOSE | re.IGNORECASE)


def read_inline(line: str) -> Inline:
    """Returns the plain text of a line of Markdown, and its links and code."""
    search = _pattern().search
    pieces: list[str] = []
    references: list[Reference] = []
    # Of each bracket that is open: its piece, its place in the plain text, and whether it opens an image.
    opened: list[tuple[int, int, bool]] = []
    length = position = 0
    while match := search(line, position):
        pieces.append(line[position:match.start()])
        length += match.start() - position
        position = match.end()
        kind = match.lastindex
        text = match[kind] if kind else ""
        if kind == _CODE:
            text = text.strip()
            references.append(Reference("code", text, length, length + len(text)))
        elif kind == _OPENING:
            opened.append((len(pieces), length, len(text) == 2))
        elif kind == _CLOSING:
            if opened:
                opened.pop()
        elif kind in _DESTINATIONS:
            if opened:
                piece, start, is_image = opened.pop()
                while references and references[-1].start >= start:
                    references.pop()
                if is_image:
                    del pieces[piece:]
                    length = start
                    continue
                # The bracket itself goes; links hold no links, so the brackets around it open nothing.
                length -= len(pieces[piece])
                pieces[piece] = ""
                references.append(Reference("link", _characters(text), start, length))
                opened.clear()
                continue
            text = "]("
            position = match.start() + 2
        elif kind == _ADDRESS:
            references.append(Reference("link", text, length, length + len(text)))
        elif kind == _CHARACTER:
            text = _characters(text)
        pieces.append(text)
        length += len(text)
    pieces.append(line[position:])
    return Inline("".join(pieces), tuple(references))


def _characters(text: str) -> str:
    """Returns a text without escapes, and with the characters that are written by name ("&amp;")."""
    if "\\" in text:
        text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def cells(row: str) -> list[str]:
    """Returns the cells of a row of a table, without the white space around them."""
    row = row.strip()
    parts = re.split(r"(?<!\\)\|", row)
    if parts[0] == "":
        del parts[0]
    if parts and parts[-1] == "":
        del parts[-1]
    return [part.replace("\\|", "|").strip() for part in parts]


def is_delimiter_row(line: str) -> bool:
    """Tells whether a line divides the head of a table from its rows."""
    return "-" in line and "|" in line and all(re.fullmatch(r":?-+:?", cell) for cell in cells(line))


def without_comments(text: str) -> str:
    """Returns the text with comments blanked out, lines kept; one that is not closed is no comment."""
    pieces = []
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        pieces.append(text[position:start])
        pieces.append(re.sub(r"[^\r\n]+", "", text[start:end]))
        position = end + 3
    pieces.append(text[position:])
    return "".join(pieces)
