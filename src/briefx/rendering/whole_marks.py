"""Sentences cut out of longer quotations, with both marks of what they quote."""
from __future__ import annotations

from bisect import bisect_left

from briefx.model import Brief, Span

# {opening mark: closing mark}; a mark of typewriters is both.
_CLOSING = {"“": "”", "„": "“", "«": "»", "‘": "’", "'": "'", '"': '"'}
_DOUBLE = frozenset('“”„«»"')
# What stands before a mark of typewriters that opens.
_BEFORE_OPENING = frozenset(" \t\r\n([—–-/=“‘'")


class WholeMarks:
    """Answers for one brief which quotations a piece of its article is cut out of."""

    def __init__(self, brief: Brief) -> None:
        self._text = brief.document.text
        stretches = {(span.start, span.end) for quote in brief.quotes or () for span in quote.quoted}
        self._stretches = sorted(stretches)

    def piece(self, start: int, end: int) -> str:
        """Returns a piece of the text, with the marks at its ends that the cut took away from what it quotes."""
        text = self._text
        words = text[start:end]
        opening = closing = ""
        at = bisect_left(self._stretches, (start, start))
        if at and start < self._stretches[at - 1][1]:
            at -= 1
        for first, last in self._stretches[at:bisect_left(self._stretches, (end, end))]:
            mark = self._mark(first)
            if first < start:
                opening = mark
            # Speech that goes on in the next paragraph has no closing mark in its own.
            if last > end or (last == end and words[-1:] not in _CLOSING.values()):
                closing = _CLOSING[mark]
        if opening and words[:1] != opening:
            words = opening + words
        return words + closing if opening or closing else balanced(words)

    def sentence(self, span: Span) -> str:
        """Returns the text of a sentence with both marks of what it quotes."""
        return self.piece(span.start, span.end)

    def _mark(self, start: int) -> str:
        """Returns the mark that opens a stretch, the curly one where no other is known."""
        mark = self._text[start - 1:start]
        return mark if mark in _CLOSING else "“"


def balanced(words: str) -> str:
    """Returns a sentence with the double mark that it lacks at one of its ends: the other half of one that it holds."""
    opened: list[str] = []
    for place, character in enumerate(words):
        if character not in _DOUBLE:
            continue
        if opened and character == _CLOSING[opened[-1]]:
            opened.pop()
        elif character == "”" or (character == '"' and place and words[place - 1] not in _BEFORE_OPENING):
            measured = character == '"' and words[place - 1].isdigit()  # 6" pipes
            return words if measured or opened else ("“" if character == "”" else character) + words
        elif character in _CLOSING:
            opened.append(character)
    return words + _CLOSING[opened[0]] if len(opened) == 1 else words
