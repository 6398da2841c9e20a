"""What is wrong with an index and its files, found without extracting anything."""
from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from briefx.loading import jsonl
from briefx.loading.files import INDEX, shown
from briefx.loading.header import read_header
from briefx.loading.listing import Listing, read_listing
from briefx.loading.metadata import iso_date
from briefx.loading.sources import Input, inputs, open_input
from briefx.model import InputError
from briefx.records import NamedTuple

# These are mended in the index rather than in the file.
_IN_INDEX = frozenset(("missing", "outside", "not_a_file"))


class Problem(NamedTuple):
    """Something to mend in the file ``path``, which is given as it can be opened; ``line`` counts from 1."""

    code: str
    message: str
    path: str
    line: int | None = None


def problems(paths: Sequence[str]) -> Iterator[Problem]:
    """Yields what is wrong with what ``paths`` name: of each index first, then file by file.

    The codes are those of the errors of reading (missing, outside, undecodable, binary, unreadable,
    not_a_file, no_documents, those of JSON Lines), of the warnings of a document (encoding_guessed,
    language_unreadable), and: listed_twice, unlisted, names_nothing, empty, date_not_iso.
    """
    for path in map(os.fspath, paths):
        folder = path
        if os.path.basename(path) == INDEX:
            folder = os.path.dirname(path) or os.curdir
        index_file = os.path.join(folder, INDEX)
        lines: dict[str, int] = {}
        if os.path.lexists(index_file):
            listing = read_listing(folder)
            lines = {file.path: file.entries[0].line for file in listing.listed.values()}
            yield from _in_index(listing, index_file)
            if folder == path and listing.listed:
                for name in listing.unlisted():
                    file = os.path.join(folder, name)
                    yield Problem("unlisted", f"is not listed in {INDEX}: list it", file)
        for input in inputs([path]):
            for problem in _in_input(input):
                if problem.code in _IN_INDEX and input.path in lines:
                    yield Problem(problem.code, f"{shown(input.path)} {problem.message}", index_file,
                                  lines[input.path])
                else:
                    yield problem


def _in_index(listing: Listing, path: str) -> Iterator[Problem]:
    """Yields what can be seen from the index alone."""
    for warning in listing.warnings:
        yield Problem(warning.code, warning.message, path)
    if listing.readable and not listing.listed:
        yield Problem("names_nothing", "names no file: list the files, or take the index away", path)
    for file in listing.listed.values():
        name = shown(file.path)
        lines = list(dict.fromkeys(entry.line for entry in file.entries if entry.certain))
        for line in lines[1:]:
            message = f"{name} is listed in line {lines[0]} already: leave one out"
            yield Problem("listed_twice", message, path, line)
        for entry in file.entries:
            if fault := _date_fault(entry.fields.get("published")):
                yield Problem("date_not_iso", f"{name}: {fault}", path, entry.line)


def _in_input(input: Input) -> Iterator[Problem]:
    """Yields what reading an input shows."""
    result = open_input(input)
    if isinstance(result, InputError):
        yield Problem(result.code, result.message, input.file, result.line)
        return
    text = result.text
    for warning in result.warnings:
        # Dates are judged as they are written, below and with the index.
        if warning.code != "date_unreadable":
            line = result.line or _line(text, warning.start)
            yield Problem(warning.code, warning.message, input.file, line)
    if result.line is not None:
        published, line = jsonl.parse(input.data).fields.get("published"), result.line
    else:
        header = read_header(text)
        published = header.fields.get("published")
        line = _line(text, header.places["published"][0]) if published else None
    if fault := _date_fault(published):
        yield Problem("date_not_iso", fault, input.file, line)
    if not text[result.body_start:].strip():
        yield Problem("empty", "holds no text: fill it, or take it away", input.file, result.line)


def _date_fault(value: str | None) -> str | None:
    """Returns what is wrong with a date of publication as it is written, or null."""
    if value is None or not value.strip():
        return None
    date = iso_date(value)
    if date is None:
        return f"date {value[:60]!a} is not understood: write it as YYYY-MM-DD"
    if re.match(r"\s*\d{4}-\d\d-\d\d", value):
        return None
    return f"date {value[:60]!a} is not in ISO form: write {date}"


def _line(text: str, position: int | None) -> int | None:
    """Returns the line, from 1, in which a position of a text stands; null for null."""
    return None if position is None else 1 + len(re.findall(r"\r\n?|\n", text[:position]))
