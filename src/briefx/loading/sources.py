"""Files, folders and streams, one document or error at a time.

Reading goes in two steps, so that worker processes can read the files themselves: ``inputs`` goes through
folders and indexes and gives small descriptions that can be sent to another process; ``open_input`` reads and
decodes what one describes. ``read`` is both.
"""
from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence

from briefx.loading.decode import DecodeError, decode
from briefx.loading.document import document, sha256, text_sha256
from briefx.loading.files import (
    INDEX,
    OUTSIDE,
    TEXT_ENDINGS,
    Unreadable,
    broken_stream,
    file_names,
    open_file,
    read_file,
    reason,
    shown,
)
from briefx.loading.header import read_header
from briefx.model import Document, InputError
from briefx.records import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import BinaryIO

FORMATS = ("auto", "text", "jsonl")
_JSONL_ENDINGS = (".jsonl", ".ndjson")


class LoadError(ValueError):
    """Raised by ``load`` for an input that gives no document; ``error`` says what is wrong and what to do."""

    def __init__(self, error: InputError) -> None:
        place = shown(error.path or "-") + ("" if error.line is None else f":{error.line}")
        super().__init__(f"{place}: {error.message}")
        self.error = error


class Input(NamedTuple):
    """An input that is still to be read; it can be sent to another process.

    ``file`` is where it is ("-" for standard input), for messages and for opening; ``path`` is what the
    document will be known by: relative to the folder given, or the file's name. ``folder`` is the resolved
    folder that the file must lie in, or null where any place will do. ``fields`` is what an index says of it.
    A line of JSON Lines has its number in ``line`` and its bytes in ``data`` (null where it is too long);
    plain text from standard input has its bytes. ``error`` is what is known to be wrong already. ``waits`` says
    that the input after it may not have come yet: nothing should be kept back until it has.
    """

    file: str
    path: str
    folder: str | None = None
    fields: dict[str, str] | None = None
    line: int | None = None
    data: bytes | None = None
    error: InputError | None = None
    waits: bool = False


def read(paths: Sequence[str], *, input_format: str = "auto", stdin: BinaryIO | None = None,
         ) -> Iterator[Document | InputError]:
    """Yields a document, or the error in its place, for each input of ``paths``, lazily and in order.

    A path is a file, a folder, an ``INDEX.md``, or "-" for standard input (``stdin``, or the process's own).
    ``input_format`` is "text", "jsonl", or "auto": JSON Lines where a file's ending says so. Nothing is
    raised for what an input holds or lacks.
    """
    return map(open_input, inputs(paths, input_format=input_format, stdin=stdin))


def load(path: str | os.PathLike[str]) -> Iterator[Document]:
    """Yields the documents of a file, a folder, an ``INDEX.md``, or "-" for standard input.

    Raises LoadError at the first input that gives none; ``briefx.loading.sources.read`` goes on instead.
    """
    for result in read([os.fspath(path)]):
        if isinstance(result, InputError):
            raise LoadError(result)
        yield result


def inputs(paths: Sequence[str], *, input_format: str = "auto", stdin: BinaryIO | None = None,
           ) -> Iterator[Input]:
    """Yields what is to be read, lazily and in order; of files it knows that they are named, no more.

    Lines of JSON Lines and standard input are read here, since they are one stream.
    """
    if input_format not in FORMATS:
        raise ValueError(f"input_format is one of {', '.join(FORMATS)}, not {input_format!r}")
    for path, following in zip(paths, [*paths[1:], None]):
        if path == "-":
            yield from _standard_input(input_format, stdin)
        elif following == "-":
            for input in _given(os.fspath(path), input_format):
                yield input._replace(waits=True)
        else:
            yield from _given(os.fspath(path), input_format)


def open_input(input: Input) -> Document | InputError:
    """Returns the document that an input describes, or what is wrong with it."""
    if input.error is not None:
        return input.error
    if input.line is not None:
        return _record(input)
    fields = input.fields or {}
    label = os.path.splitext(input.path)[0]
    try:
        data = read_file(input.file, input.folder) if input.data is None else input.data
        text, encoding, warnings = decode(data)
    except (Unreadable, DecodeError) as error:
        return InputError(error.code, str(error), input.path, None, fields.get("id") or label)
    return document(text, id=label, path=input.path, encoding=encoding, sha256=sha256(data), fields=fields,
                    header=read_header(text), warnings=warnings)


def _record(input: Input) -> Document | InputError:
    """Returns the document of a line of JSON Lines."""
    from briefx.loading import jsonl

    label = f"line-{input.line}"
    try:
        text, fields = jsonl.parse(input.data)
    except jsonl.RecordError as error:
        return InputError(error.code, str(error), input.path, input.line, error.id or label)
    return document(text, id=label, path=input.path, line=input.line, fields=fields,
                    sha256=text_sha256(text))


def _error(path: str, problem: Unreadable, file: str | None = None, id: str | None = None) -> Input:
    error = InputError(problem.code, str(problem), path, None, id or os.path.splitext(path)[0])
    return Input(file or path, path, error=error)


def _standard_input(input_format: str, stdin: BinaryIO | None) -> Iterator[Input]:
    if stdin is None:
        import sys

        # A process may be started without any.
        stdin = sys.stdin.buffer if sys.stdin is not None else None
    if stdin is None:
        yield _error("-", Unreadable("unreadable", "there is no standard input: give a file"))
    elif input_format == "jsonl":
        yield from _lines(stdin, "-", "-")
    else:
        try:
            data = stdin.read()
        except (OSError, ValueError) as error:
            yield _error("-", broken_stream(error))
        else:
            yield Input("-", "-", data=data)


def _lines(stream: BinaryIO, file: str, path: str, size: int | None = None) -> Iterator[Input]:
    from briefx.loading import jsonl

    lines = jsonl.lines(stream, size)
    while True:
        try:
            number, line, waits = next(lines)
        except StopIteration:
            return
        except (OSError, ValueError) as error:
            yield _error(path, broken_stream(error), file)
            return
        yield Input(file, path, line=number, data=line, waits=waits and size is None)


def _given(path: str, input_format: str) -> Iterator[Input]:
    """Yields what a path of the command line stands for."""
    name = os.path.basename(os.path.normpath(path)) or path
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)
    except (OSError, ValueError) as error:
        yield _error(name, reason(error), path)
        return
    if is_folder:
        yield from _folder(path, name, input_format)
    elif name == INDEX and input_format != "jsonl":
        yield from _listed(os.path.dirname(path) or os.curdir, input_format, with_rest=False)
    else:
        yield from _file(path, name, input_format)


def _file(file: str, path: str, input_format: str, folder: str | None = None,
          fields: dict[str, str] | None = None) -> Iterator[Input]:
    """Yields the one input of a text file, or one for each line of JSON Lines."""
    if input_format == "text" or (input_format == "auto" and not path.lower().endswith(_JSONL_ENDINGS)):
        yield Input(file, path, folder, fields)
        return
    try:
        descriptor = open_file(file, folder)
    except Unreadable as problem:
        yield _error(path, problem, file)
        return
    with open(descriptor, "rb") as stream:
        yield from _lines(stream, file, path, os.fstat(descriptor).st_size)


def _folder(folder: str, name: str, input_format: str) -> Iterator[Input]:
    """Yields the documents of a folder: what its index lists, then the rest in name order."""
    try:
        names = file_names(folder)
        root = os.path.realpath(folder)
    except OSError as error:
        yield _error(name, reason(error), folder)
        return
    from briefx.loading.listing import is_document_name

    if input_format != "jsonl" and INDEX in names:
        yield from _listed(folder, input_format, with_rest=True)
        return
    endings = _JSONL_ENDINGS if input_format == "jsonl" else TEXT_ENDINGS
    found = [each for each in names if is_document_name(each, endings)]
    for each in found:
        yield from _file(os.path.join(folder, each), each, input_format, root)
    if not found:
        yield _error(name, Unreadable("no_documents", f"folder holds no {' or '.join(endings)} file: "
                                      "give another folder, or files"), folder)


def _listed(folder: str, input_format: str, *, with_rest: bool) -> Iterator[Input]:
    """Yields what the index of a folder lists, and the other text files if they are asked for."""
    from briefx.loading.listing import read_listing
    from briefx.loading.names import leaves_folder

    listing = read_listing(folder)
    if not listing.listed:
        # It is a document itself, or the error says what is wrong with it.
        yield Input(os.path.join(folder, INDEX), INDEX, listing.root)
    for entry in listing.listed.values():
        file = os.path.join(folder, entry.path)
        if leaves_folder(entry.path):
            yield _error(entry.path, Unreadable("outside", OUTSIDE), file, entry.fields.get("id"))
        else:
            yield from _file(file, entry.path, input_format, listing.root, entry.fields)
    if with_rest:
        for name in listing.unlisted():
            yield Input(os.path.join(folder, name), name, listing.root)
