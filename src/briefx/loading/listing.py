"""A folder with an ``INDEX.md``: which of its files the index lists, and which it does not."""
from __future__ import annotations

import os
from collections.abc import Iterator

from briefx.loading.decode import DecodeError, decode
from briefx.loading.files import INDEX, TEXT_ENDINGS, Unreadable, file_names, read_file, resolved
from briefx.loading.index import Entry, read_index
from briefx.loading.names import has_breaks, leaves_folder
from briefx.model import Warning
from briefx.records import NamedTuple


class Listed(NamedTuple):
    """A file that an index lists: its path in the folder, its entries, and what they say of it together."""

    path: str
    entries: list[Entry]
    fields: dict[str, str]


class Listing(NamedTuple):
    """A folder and what its index lists, by resolved path, in the order of the first places.

    ``root`` is the folder, links followed; ``names`` are those of its files, in order, with whether they are
    links. ``readable`` tells whether the index could be read; ``warnings`` are those of its encoding.
    """

    folder: str
    root: str
    names: dict[str, bool]
    listed: dict[str, Listed]
    readable: bool
    warnings: tuple[Warning, ...]

    def unlisted(self) -> Iterator[str]:
        """Yields the names of the text files that the index does not list, in order."""
        for name in self.names:
            if name != INDEX and is_document_name(name) and _resolved(self.root, name, self.names) \
                    not in self.listed:
                yield name


def read_listing(folder: str) -> Listing:
    """Returns what the index of a folder lists; raises nothing."""
    root = os.path.realpath(folder)
    try:
        names = file_names(folder)
    except OSError:
        # A folder that may be entered and not be listed: what the index names can be read all the same.
        names = {}
    try:
        text, _, warnings = decode(read_file(os.path.join(folder, INDEX), root))
    except (Unreadable, DecodeError):
        return Listing(folder, root, names, {}, False, ())
    return Listing(folder, root, names, _listed(text, root, names), True, warnings)


def is_document_name(path: str, endings: tuple[str, ...] = TEXT_ENDINGS) -> bool:
    """Tells whether a file that nobody lists is a document, by its name."""
    name = path.rpartition("/")[2].lower()
    return name.endswith(endings) and not name.startswith((".", "readme."))


def _listed(text: str, root: str, names: dict[str, bool]) -> dict[str, Listed]:
    """Returns the files that an index lists.

    Names in running text are left out where there is no such file. Of two entries that say something
    different of a file the first counts, field by field.
    """
    index_file = _resolved(root, INDEX, names)
    listed: dict[str, Listed] = {}
    for entry in read_index(text, frozenset(filter(has_breaks, names))):
        name = _spelling(root, entry.names, names)
        path = name if leaves_folder(name) else os.path.normpath(name).replace(os.sep, "/")
        key = _resolved(root, path, names)
        if key == index_file or not (entry.certain or (_may_be_meant(path) and os.path.isfile(key))):
            continue
        file = listed.setdefault(key, Listed(path, [], {}))
        file.entries.append(entry)
        for field, value in entry.fields.items():
            file.fields.setdefault(field, value)
    return listed


def _may_be_meant(path: str) -> bool:
    """Tells whether a file that running text names, or a link to a name without ending, is a document."""
    return is_document_name(path) or "." not in path.rpartition("/")[2]


def _spelling(root: str, spellings: tuple[str, ...], names: dict[str, bool]) -> str:
    """Returns the first of the ways to read a name under which there is something, else the first."""
    if spellings[0] in names:
        return spellings[0]
    choices = [*spellings, *(name.replace("\\", "/") for name in spellings if "\\" in name)]
    return next((name for name in choices if os.path.lexists(os.path.join(root, name))), choices[0])


def _resolved(root: str, path: str, names: dict[str, bool]) -> str:
    """Returns where a path of the folder leads; of a file in it that is no link, without asking the system."""
    return os.path.join(root, path) if names.get(path) is False else resolved(root, path)
