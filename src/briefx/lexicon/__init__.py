"""The words as data files, and their readers: whole, and as sorted lines that are looked up where they are."""
from __future__ import annotations

import os
from bisect import bisect_right
from io import BytesIO

# About so many bytes are searched through; the entry at the begin of each such stretch is remembered.
_STRETCH = 2_000


def raw_data(name: str) -> tuple[bytes, int]:
    """Returns a data file in UTF-8, and where in it the entries begin, behind the lines of its head ("# ...").

    The package's own loader reads it, as ``importlib.resources`` would, whose import alone takes longer than a
    bare interpreter's start.
    """
    path = os.path.join(os.path.dirname(__file__), "data", name)
    data: bytes = __spec__.loader.get_data(path)  # type: ignore[union-attr]
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n")
    at = 0
    while data.startswith(b"#", at):
        at = data.index(b"\n", at) + 1
    return data, at


def data_text(name: str) -> str:
    """Returns the entries of a data file, decoded."""
    data, start = raw_data(name)
    return data[start:].decode("utf-8")


class SortedLines:
    """A data file of lines "entry, separator, rest", sorted by code points, in which entries are sought by bisection.

    Nothing but its bytes is made of it, whose order is that of code points: tens of thousands of entries cost little
    more than reading the file.
    """

    def __init__(self, file: str, separator: str = "\t") -> None:
        self._data, start = raw_data(file)
        self._separator = separator.encode()
        self._starts = [start]
        # A stream finds the ends of lines in a third of the time that ``bytes.find`` takes.
        stream = BytesIO(self._data)
        stream.seek(start)
        lines = [stream.readline()]
        size = len(self._data)
        for at in range(start + _STRETCH, size - _STRETCH, _STRETCH):  # the last line is shorter than a stretch
            stream.seek(at)
            stream.readline()
            self._starts.append(stream.tell())
            lines.append(stream.readline())
        self._entries = [line.partition(self._separator)[0] for line in lines]
        self._starts.append(size)

    def find(self, entry: str) -> str:
        """Returns the rest of an entry's line, "" where there is none."""
        start = self._behind(entry)
        return self._data[start:self._data.find(b"\n", start)].decode() if start else ""

    def __contains__(self, entry: str) -> bool:
        return self._behind(entry) > 0

    def beginning(self, words: str) -> list[str]:
        """Returns the lines that begin with some words, in order."""
        data = self._data
        sought = words.encode("utf-8", "surrogatepass")
        stretch = max(bisect_right(self._entries, sought), 1)
        start = self._starts[stretch - 1]
        if not data.startswith(sought, start):
            # The next stretch may begin with the first of them.
            start = data.find(b"\n" + sought, start, self._starts[stretch] + len(sought)) + 1
            if not start:
                return []
        found = []
        while data.startswith(sought, start):
            end = data.index(b"\n", start)
            found.append(data[start:end].decode())
            start = end + 1
        return found

    def _behind(self, entry: str) -> int:
        """Returns where the rest of an entry's line begins, 0 where there is none."""
        sought = entry.encode("utf-8", "surrogatepass")
        stretch = bisect_right(self._entries, sought)
        if not stretch:
            return 0
        start = self._starts[stretch - 1]
        sought += self._separator
        if not self._data.startswith(sought, start):
            start = self._data.find(b"\n" + sought, start, self._starts[stretch]) + 1
            if not start:
                return 0
        return start + len(sought)
