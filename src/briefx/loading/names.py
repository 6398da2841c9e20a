"""The names of files in running text, and where they lead."""
from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from briefx.loading.files import TEXT_ENDINGS

# A name with white space in it is looked for this far back (most file systems allow no longer name).
_LONGEST_NAME = 255
_BREAKS = frozenset(",;|()[]<>{}\"'`*“”‘’…│├└─")
_PLACEHOLDERS = frozenset('*?<>{}|"')
_ENDING = r"\.(?:txt|md)(?![\w/\\-]|\.\w)"
_ADDRESS = r"(?!file:)[a-z][a-z0-9+.-]{1,30}://|(?:mailto|data|javascript|tel|urn):|www\.|#"
# Rounds of percent-decoding in which a hidden ".." is looked for; nobody encodes as often in good faith.
_ROUNDS = 5


def is_address(name: str) -> bool:
    """Tells whether a name is an address on the web, a place in this page or the like, and not a file."""
    return re.match(_ADDRESS, name, re.IGNORECASE) is not None


def is_text_name(name: str) -> bool:
    """Tells whether a name is that of a text file: the ending, something before it, and no wild card."""
    base = re.split(r"[/\\]", name)[-1].lower()
    if not base.endswith(TEXT_ENDINGS) or not _PLACEHOLDERS.isdisjoint(name):
        return False
    # "..%2Fa.txt" is no dotfile.
    return not base.startswith(".") or leaves_folder(name)


def leaves_folder(name: str) -> bool:
    """Tells whether a name leads out of the folder that it is relative to, by its form alone.

    So does an absolute path (of Windows too), a share ("//server/share"), a "file:" address, and a path with
    ".." enough in it, with slashes, backslashes or percent signs. Links of the system are not followed here.
    """
    for _ in range(_ROUNDS):
        if re.match(r"[/\\]|[A-Za-z]:|file:", name, re.IGNORECASE):
            return True
        depth = 0
        for part in re.split(r"[/\\]", name):
            depth += -1 if part == ".." else part not in ("", ".")
            if depth < 0:
                return True
        decoded = percent_decoded(name)
        if decoded == name:
            return False
        name = decoded
    return True


def percent_decoded(name: str) -> str:
    """Returns a name with "%20" decoded; bytes that are no UTF-8 become lone surrogates, as in file names."""

    def decoded(match: re.Match[str]) -> str:
        return bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "surrogateescape")

    return re.sub(r"(?:%[0-9A-Fa-f]{2})+", decoded, name) if "%" in name else name


def names_in(text: str, unusual: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Yields the places of the names of text files in running text, in order.

    White space, commas, brackets and quotation marks end a name, unless it is one of ``unusual``. Addresses
    are passed over.
    """
    if "." not in text:
        return
    if "://" in text:
        pieces = re.split(r"(\s+)", text)
        text = "".join(" " * len(piece) if "://" in piece and "file:" not in piece.lower() else piece
                       for piece in pieces)
    done = 0
    for match in re.finditer(_ENDING, text, re.IGNORECASE):
        end = match.end()
        start = _unusual_start(text, max(done, end - _LONGEST_NAME), end, unusual) if unusual else None
        if start is None:
            start = match.start()
            while start > done and not _is_break(text[start - 1]):
                start -= 1
        if start < match.start() and is_text_name(text[start:end]):
            yield start, end
        done = end


def has_breaks(name: str) -> bool:
    """Tells whether a name has characters in it that end a name in running text."""
    return any(_is_break(character) for character in name)


def _is_break(character: str) -> bool:
    return character in _BREAKS or character.isspace()


def _unusual_start(text: str, floor: int, end: int, unusual: Collection[str]) -> int | None:
    """Returns where the longest of the unusual names begins that ends at ``end``, or null."""
    for start in range(floor, end):
        if (start == 0 or _is_break(text[start - 1])) and text[start:end] in unusual:
            return start
    return None
