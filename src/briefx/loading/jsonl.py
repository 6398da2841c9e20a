"""JSON Lines: one object a line, each a document or an error in its place."""
from __future__ import annotations

from collections.abc import Iterator

from briefx.records import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import BinaryIO

# A longer line is an error of its own and never held in memory whole (bytes).
LONGEST_LINE = 64 * 1024 * 1024
# So many bytes are asked for at once.
_PIECE = 64 * 1024
_MARK = b"\xef\xbb\xbf"
_METADATA = ("title", "byline", "published", "publisher", "url", "language")


class Record(NamedTuple):
    """A line that holds what it should: the text, and the metadata that it gives."""

    text: str
    fields: dict[str, str]


class RecordError(ValueError):
    """Raised for a line that is no document; ``code`` says why, ``id`` is the line's own where it has one."""

    def __init__(self, code: str, message: str, id: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.id = id


def lines(stream: BinaryIO, size: int | None = None) -> Iterator[tuple[int, bytes | None, bool]]:
    """Yields (number from 1, line, whether the next has to be waited for) for the lines that are not blank.

    A line longer than LONGEST_LINE (bytes) is passed over and gives null in its place. With ``size``, no line that
    begins at or after this byte is read, so that a file that grows has an end. No more is read than the stream
    gives at once, so that what has come is not kept waiting for what has not.
    """
    number = start = 0
    parts: list[bytes] = []
    length = 0
    while size is None or start < size:
        read = stream.read1(_PIECE)  # type: ignore[attr-defined]
        *ended, rest = read.split(b"\n")
        if not read and length:
            ended = [b""]
        found: list[tuple[int, bytes | None]] = []
        for end in ended:
            parts.append(end if not read else end + b"\n")
            length += len(parts[-1])
            number += 1
            line = b"".join(parts) if length <= LONGEST_LINE else None
            if number == 1 and line is not None and line.startswith(_MARK):
                line = line[len(_MARK):]
            if line is None or line.strip():
                found.append((number, line))
            start += length
            parts, length = [], 0
            if size is not None and start >= size:
                break
        for place, (at, line) in enumerate(found, 1):
            yield at, line, place == len(found)
        if not read:
            return
        length += len(rest)
        if length > LONGEST_LINE:
            parts = []
        elif rest:
            parts.append(rest)


def parse(line: bytes | None) -> Record:
    """Returns what a line holds; keys that are not known are passed over.

    Raises RecordError: line_too_long, undecodable, invalid_json, not_an_object, text_missing, text_not_string
    or metadata_not_string. The id may be a number; null stands for a value that is not given.
    """
    import json

    if line is None:
        raise RecordError("line_too_long", f"line is longer than {LONGEST_LINE // 2**20} MiB: split it, "
                                           "or give the text as a file")
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise RecordError("undecodable", f"line is not UTF-8 (0x{line[error.start]:02X} at byte "
                                         f"{error.start}): write JSON in UTF-8") from None
    except json.JSONDecodeError as error:
        raise RecordError("invalid_json", f"line is no JSON ({error.msg} at character {error.pos + 1}): "
                                          "write one object a line") from None
    except (ValueError, RecursionError):
        raise RecordError("invalid_json", "line holds a number too long or brackets too deep to read: "
                                          "leave out what is not needed") from None
    if not isinstance(value, dict):
        raise RecordError("not_an_object", "line is no JSON object: write {\"text\": ...}")
    return _record(value)


def _record(value: dict[str, object]) -> Record:
    fields: dict[str, str] = {}
    label = value.get("id")
    if isinstance(label, int) and not isinstance(label, bool):
        label = str(label)
    if isinstance(label, str):
        fields["id"] = label
    elif label is not None:
        raise RecordError("metadata_not_string", "\"id\" is neither a string nor an integer: mend it")
    text = value.get("text")
    if text is None:
        raise RecordError("text_missing", "object has no \"text\": give the article under this key", label)
    if not isinstance(text, str):
        raise RecordError("text_not_string", "\"text\" is no string: give the article as one string", label)
    for key in _METADATA:
        given = value.get(key)
        if isinstance(given, str):
            fields[key] = given
        elif given is not None:
            raise RecordError("metadata_not_string", f"\"{key}\" is no string: mend or leave it out", label)
    return Record(text, fields)
