"""Large data files that are looked up where they are: bisection in their sorted text."""
from __future__ import annotations

from briefx.lexicon import data_bytes

# A stretch of this many bytes is searched through.
_LINEAR = 1_500


class SortedLines:
    """A data file of lines "entry, separator, rest", sorted by code points, in which entries are sought by bisection.

    Nothing but its bytes is made of it, whose order is that of code points: tens of thousands of entries cost no
    more than reading the file. What searches have compared is remembered.
    """

    def __init__(self, file: str, separator: str = "\t") -> None:
        self._data = data_bytes(file)
        self._separator = separator.encode()
        self._compared: dict[int, tuple[int, bytes]] = {}  # {place: the start and the entry of its line}

    def find(self, entry: str) -> str:
        """Returns the rest of an entry's line, "" where there is none."""
        data, compared = self._data, self._compared
        sought = entry.encode("utf-8", "surrogatepass")
        low, high = 0, len(data)
        while high - low > _LINEAR:
            middle = (low + high) // 2
            line = compared.get(middle)
            if line is None:
                start = data.rfind(b"\n", 0, middle) + 1
                line = compared[middle] = start, data[start:data.find(self._separator, start)]
            if line[0] <= low:
                break
            if line[1] <= sought:
                low = line[0]
            else:
                high = line[0]
        sought += self._separator
        if data.startswith(sought, low):
            start = low
        else:
            start = data.find(b"\n" + sought, low, high) + 1
            if not start:
                return ""
        start += len(sought)
        return data[start:data.find(b"\n", start)].decode()
