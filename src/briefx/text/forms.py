"""The form of each token, one letter a token, so that those of one form are found by searching a string.

    w a   word or number; one that ends in a stop ("U.S.")
    . q   stop; quotation mark or apostrophe
    ¶ *   blank line; any other mark
"""
from __future__ import annotations

STOPS = frozenset(".?!…")
QUOTATION_MARKS = frozenset(("\"", "'", "’", "“", "„", "«", "‘", "``", "‹", "”", "»", "''", "›"))
# The cache of tokens seen is emptied when it has grown to this many.
_MOST_CACHED = 100_000


class _Forms(dict[str, str]):
    """{token: the letter of its form}, filled as tokens are met."""

    def __missing__(self, token: str) -> str:
        if len(self) >= _MOST_CACHED:
            self.clear()
        letter = self[token] = _form(token)
        return letter


_forms = _Forms()


def _form(token: str) -> str:
    if token in QUOTATION_MARKS:
        return "q"
    stops = token[-1] in STOPS
    if any(map(str.isalnum, token)):
        return "a" if stops else "w"
    return "." if stops else "¶" if token[0] in "\r\n" else "*"


def form_of(token: str) -> str:
    """Returns the letter of a token's form."""
    return _forms[token]


def words_within(forms: str, first: int, last: int) -> int:
    """Returns how many of an interval of tokens are words or numbers, given the forms of all."""
    return forms.count("w", first, last) + forms.count("a", first, last)


def places_of(letter: str, forms: str) -> list[int]:
    """Returns the tokens of a form, given the forms of all."""
    found = []
    at = -1
    for passed in forms.split(letter)[:-1]:
        at += len(passed) + 1
        found.append(at)
    return found
