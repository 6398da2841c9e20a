"""The header of a text file: front matter, or ``Key: value`` lines at the very top."""
from __future__ import annotations

import re
from collections.abc import Iterator

from briefx.loading.metadata import FIELDS
from briefx.records import NamedTuple

# A key of front matter that is not known may be this long; what stands behind it is prose.
_LONGEST_KEY = 60


class Header(NamedTuple):
    """What a header says.

    ``fields`` maps fields of the document to their values, quotation marks of YAML taken off; ``places`` maps
    the same fields to the half-open interval of the value in the text. ``end`` is where the body begins.
    A text without a header has empty mappings and 0.
    """

    fields: dict[str, str]
    places: dict[str, tuple[int, int]]
    end: int


class _Line(NamedTuple):
    """A line's content (start, end) and where the next one begins."""

    start: int
    end: int
    next: int


def read_header(text: str) -> Header:
    """Returns the header of a text; where its form is not kept to the end, all of the text is body.

    Front matter stands between two lines ``---``, the first at the very top, and holds at least one known
    key; other keys are passed over. ``Key: value`` lines make a header when each key is known and a blank
    line ends them. Of two entries for one field the first counts; an empty value is no entry.
    """
    lines = _lines(text)
    first = next(lines, None)
    header = None
    if first is not None:
        if text[first.start:first.end].rstrip() == "---":
            header = _front_matter(text, lines)
        else:
            header = _plain_header(text, first, lines)
    return header or Header({}, {}, 0)


def _lines(text: str) -> Iterator[_Line]:
    """Yields the lines of a text; one ends at a line feed, a carriage return, or both."""
    start = 0
    for match in re.finditer(r"\r\n?|\n", text):
        yield _Line(start, match.start(), match.end())
        start = match.end()
    if start < len(text):
        yield _Line(start, len(text), len(text))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns the interval without the white space at its ends."""
    value = text[start:end]
    start += len(value) - len(value.lstrip())
    return start, start + len(value.strip())


def _plain_header(text: str, first: _Line, rest: Iterator[_Line]) -> Header | None:
    known = False
    header = Header({}, {}, 0)
    line: _Line | None = first
    while line is not None:
        colon = text.find(":", line.start, min(line.end, line.start + _LONGEST_KEY))
        field = FIELDS.get(text[line.start:colon].rstrip().lower()) if colon >= 0 else None
        if field is None:
            ended = known and not text[line.start:line.end].strip()
            return header._replace(end=line.next) if ended else None
        known = True
        start, end = _stripped(text, colon + 1, line.end)
        if start < end and field not in header.fields:
            header.fields[field] = text[start:end]
            header.places[field] = start, end
        line = next(rest, None)
    return None


def _front_matter(text: str, lines: Iterator[_Line]) -> Header | None:
    """Returns what stands up to the closing line: the part of YAML that front matter is written in."""
    values: dict[str, list[tuple[int, int]]] = {}
    pieces: list[tuple[int, int]] | None = None
    for line in lines:
        start, end = _stripped(text, line.start, line.end)
        if text[line.start:end] == "---":
            return _from_yaml(text, values, line.next) if values else None
        if start == end or text[start] == "#":
            continue
        if start > line.start or text.startswith("- ", start):
            # An indented line or a list item goes on with the value of the key above it.
            if pieces is None:
                return None
            pieces.append((start, end))
            continue
        colon = text.find(":", start, min(end, start + _LONGEST_KEY))
        if colon < 0:
            return None
        field = FIELDS.get(text[start:colon].rstrip().lower())
        value = _stripped(text, colon + 1, end)
        pieces = [value] if value[0] < value[1] else []
        if field is not None:
            values.setdefault(field, pieces)
    return None


def _from_yaml(text: str, values: dict[str, list[tuple[int, int]]], end: int) -> Header:
    header = Header({}, {}, end)
    for field, pieces in values.items():
        if pieces and re.fullmatch(r"[>|][+-]?", text[slice(*pieces[0])]):
            pieces = pieces[1:]
        if not pieces:
            continue
        if all(text.startswith("- ", piece[0]) for piece in pieces):
            value = ", ".join(_unquoted(text[start + 2:end].strip())[0] for start, end in pieces)
            place = pieces[0][0] + 2, pieces[-1][1]
        else:
            value, inset = _unquoted(" ".join(text[start:end] for start, end in pieces))
            place = pieces[0][0] + inset, pieces[-1][1] - inset
        if field == "byline" and value.startswith("[") and value.endswith("]"):
            value = ", ".join(_unquoted(name.strip())[0] for name in value[1:-1].split(","))
        if value not in ("", "~", "null"):
            header.fields[field] = value
            header.places[field] = place
    return header


def _unquoted(value: str) -> tuple[str, int]:
    """Returns a value of YAML without its quotation marks, and how many characters went at either end."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        if value[0] == "'":
            return value[1:-1].replace("''", "'"), 1
        return re.sub(r"\\([\"\\])", r"\1", value[1:-1]), 1
    return value, 0
