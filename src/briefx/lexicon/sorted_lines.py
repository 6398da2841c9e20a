"""Large data files that are looked up where they are: bisection in their sorted text."""
from __future__ import annotations

from briefx.lexicon import data_text

# A stretch of this many code points is searched through.
_LINEAR = 400


class SortedLines:
    """A data file of lines "entry, separator, rest", sorted by code points, in which entries are sought by bisection.

    Nothing but the text is made of it: tens of thousands of entries cost no more than reading the file.
    """

    def __init__(self, file: str, separator: str = "\t") -> None:
        self._text = data_text(file)
        self._separator = separator

    def find(self, entry: str) -> str:
        """Returns the rest of an entry's line, "" where there is none."""
        text, separator = self._text, self._separator
        low, high = 0, len(text)
        while high - low > _LINEAR:
            start = text.rfind("\n", low, (low + high) // 2) + 1
            if start <= low:
                break
            if text[start:text.find(separator, start)] <= entry:
                low = start
            else:
                high = start
        if text.startswith(entry + separator, low):
            start = low
        else:
            start = text.find(f"\n{entry}{separator}", low, high) + 1
            if not start:
                return ""
        start += len(entry) + 1
        return text[start:text.find("\n", start)]
