"""A brief as JSON: the whole document, written piece by piece, and JSON Lines.

The text is valid UTF-8 always and safe to show in a terminal: what JSON leaves bare and a terminal or an
editor may act on (control characters from U+007F, line separators, bidirectional controls) and what UTF-8
can't hold (lone surrogates) is escaped.

In the whole document each item (an actor, a quote, a claim) stands on a line of its own, so that it can be
read, searched with grep and compared line by line.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from briefx.model import SCHEMA_VERSION, Brief, InputError, plain
from briefx.records import TYPE_CHECKING
from briefx.rendering.json_items import about_json, error_json, parts_json, quoted, reference_date_json

if TYPE_CHECKING:
    from briefx.merging.merged import Merged

MERGED_PARTS = ("documents", "actors", "quotes", "claims", "timeline", "conflicts")


def json_line(brief: Brief, *, explain: bool = False) -> str:
    """Returns a brief as one line of JSON Lines, without the line feed; ``explain`` adds why each item is there."""
    members = [f'"{key}":{value}' for key, value in _head(brief)]
    members += [f'"{key}":[{",".join(items)}]' for key, items in _parts(brief, explain)]
    return escape_unsafe(f"{{{','.join(members)}}}")


def error_line(error: InputError) -> str:
    """Returns the line of JSON Lines that stands in place of a brief, without the line feed."""
    label = "null" if error.id is None else quoted(error.id)
    return escape_unsafe(f'{{"schema_version":"{SCHEMA_VERSION}","id":{label},"error":{error_json(error)}}}')


def document_json(briefs: Iterable[Brief], errors: Iterable[InputError], version: str) -> str:
    """Returns the whole JSON document, ending in a line feed."""
    parts = [document_opening(version)]
    for number, brief in enumerate(briefs):
        parts.append(brief_separator(number) + brief_json(brief))
    parts.append(document_closing(len(parts) - 1, errors))
    return "".join(parts)


def document_opening(version: str) -> str:
    """Returns what stands before the first brief; ``version`` is that of the program."""
    generator = f'{{"name": "briefx", "version": {quoted(version)}}}'
    return f'{{\n"schema_version": "{SCHEMA_VERSION}",\n"generator": {generator},\n"briefs": ['


def brief_separator(number: int) -> str:
    """Returns what stands before the brief of that number, counted from 0."""
    return ",\n" if number else "\n"


def brief_json(brief: Brief, *, explain: bool = False) -> str:
    """Returns a brief as it stands in the whole document: one item a line, no line feed at its end."""
    members = [f'  "{key}": {escape_unsafe(value)}' for key, value in _head(brief)]
    for key, items in _parts(brief, explain):
        listed = "[\n    " + ",\n    ".join(map(escape_unsafe, items)) + "\n  ]" if items else "[]"
        members.append(f'  "{key}": {listed}')
    return "{\n" + ",\n".join(members) + "\n}"


def document_closing(count: int, errors: Iterable[InputError], merged: Merged | None = None) -> str:
    """Returns what stands after the last of ``count`` briefs: the errors, the merged brief, a line feed."""
    items = [escape_unsafe(error_json(error)) for error in errors]
    listed = "[\n" + ",\n".join(items) + "\n]" if items else "[]"
    last = "" if merged is None else ",\n" + _merged_json(merged)
    return ("\n" if count else "") + f'],\n"errors": {listed}{last}\n}}\n'


def _merged_json(merged: Merged) -> str:
    """Returns the member "merged" of the whole document: one item a line."""
    from json import dumps

    members = []
    for key in MERGED_PARTS:
        items = getattr(merged, key)
        lines = [escape_unsafe(dumps(plain(item), ensure_ascii=False)) for item in items]
        members.append(f'  "{key}": ' + ("[\n    " + ",\n    ".join(lines) + "\n  ]" if lines else "[]"))
    return '"merged": {\n' + ",\n".join(members) + "\n}"


def _parts(brief: Brief, explain: bool) -> list[tuple[str, list[str]]]:
    """Returns the lists of a brief; explained, each item of a rule has one member more."""
    parts = parts_json(brief)
    if not explain:
        return parts
    from briefx.rendering.explanation import explanations

    told = explanations(brief)
    for key, items in parts:
        if key in ("actors", "quotes", "claims", "dates"):
            items[:] = [f'{item[:-1]},"explanation":{quoted(told[each.id])}}}'
                        for each, item in zip(getattr(brief, key), items)]
    return parts


def _head(brief: Brief) -> tuple[tuple[str, str], ...]:
    """Returns the members of a brief that are no lists."""
    return (
        ("schema_version", f'"{SCHEMA_VERSION}"'),
        ("id", quoted(brief.document.id)),
        ("document", about_json(brief)),
        ("reference_date", reference_date_json(brief)),
    )


def escape_unsafe(text: str) -> str:
    """Returns JSON text with each character that must not be bare written as \\uXXXX.

    Those are DEL and the C1 controls, U+2028, U+2029, the bidirectional controls and lone surrogates; all of
    them stand inside JSON strings, because nothing else in JSON holds them.
    """
    if text.isascii():
        return text.replace("\x7f", "\\u007f") if "\x7f" in text else text
    # Most texts hold none, which is seen fastest so.
    if text.isprintable():
        return text
    return _unsafe().sub(_escape, text)


@cache
def _unsafe() -> re.Pattern[str]:
    return re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
