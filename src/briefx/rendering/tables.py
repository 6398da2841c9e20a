"""Tables of Markdown whose columns stand straight in a terminal too."""
from __future__ import annotations

import unicodedata
from collections.abc import Sequence

# A longer cell runs over rather than push all other rows apart.
WIDEST = 36


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Returns a table of cells that are escaped already, without a line feed at its end."""
    columns = zip(head, *rows, strict=True)
    widths = [max(3, *(min(display_width(cell), WIDEST) for cell in column)) for column in columns]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join("| " + " | ".join(map(_padded, line, widths)) + " |" for line in lines)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - display_width(cell))


def display_width(text: str) -> int:
    """Returns how many columns of a terminal a text takes: two for a wide one, none for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )
