"""Where an item stands: its paragraph, and the sentences that hold it."""
from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from briefx.model import Span
from briefx.records import TYPE_CHECKING

if TYPE_CHECKING:
    from briefx.text.layout import Block
    from briefx.text.sentences import Sentence

# Code points of a context: seven sentences of ordinary news, so that a line of output can be judged alone,
# and a bound for texts without stops.
LONGEST = 1000

_new = tuple.__new__


class Contexts:
    """Answers for one document; made once, asked for each item."""

    def __init__(self, text: str, sentences: list[Sentence], sentence_starts: list[int], blocks: list[Block]) -> None:
        self._text = text
        self._sentences = sentences
        self._sentence_starts = sentence_starts
        self._blocks = blocks
        self._block_starts = list(map(attrgetter("start"), blocks))
        # What was told of items that stand in one sentence, by the sentence: most do, and several in each.
        self._told: list[tuple[int | None, Span] | None] = [None] * len(sentences)

    def of(self, start: int, end: int) -> tuple[int | None, Span]:
        """Returns the paragraph of an item that is start:end, and the sentence or sentences that hold it."""
        place = bisect_right(self._sentence_starts, start) - 1
        if place >= 0:
            sentence = self._sentences[place]
            right = sentence.end
            if end <= right:
                told = self._told[place]
                if told is not None:
                    return told
                left = sentence.start
                if right - left <= LONGEST:
                    told = self._told[place] = (self._blocks[sentence.block].number,
                                                _new(Span, (self._text[left:right], left, right)))
                    return told
        return self.paragraph(start), self.span(start, end)

    def span(self, start: int, end: int) -> Span:
        """Returns the sentence or sentences that hold start:end.

        Where these have more than 1,000 code points it is the 1,000 around the item, cut between words, or
        the item itself where that is longer.
        """
        sentences = self._sentences
        left, right = start, end
        if sentences:
            at = bisect_right(self._sentence_starts, start) or 1
            first = sentences[at - 1]
            while at < len(sentences) and sentences[at].start < end:
                at += 1
            last = sentences[at - 1]
            if first.start < left:
                left = first.start
            if last.end > right:
                right = last.end
        if right - left > LONGEST:
            left, right = self._window(left, right, start, end)
        return _new(Span, (self._text[left:right], left, right))

    def _window(self, left: int, right: int, start: int, end: int) -> tuple[int, int]:
        """Returns the longest allowed stretch of left:right around start:end, cut between words."""
        spare = LONGEST - (end - start)
        if spare <= 0:
            return start, end
        wanted = start - spare // 2
        low = max(left, min(wanted, right - LONGEST))
        high = min(right, low + LONGEST)
        text = self._text
        if low > left:
            while low < start and not text[low - 1].isspace():
                low += 1
        if high < right:
            while high > end and not text[high].isspace():
                high -= 1
        while low < start and text[low].isspace():
            low += 1
        while high > end and text[high - 1].isspace():
            high -= 1
        return low, high

    def paragraph(self, position: int) -> int | None:
        """Returns the number of the paragraph at a position, null in a title, heading, byline or dateline."""
        place = bisect_right(self._block_starts, position) - 1
        return self._blocks[place].number if place >= 0 else None

    def sentence(self, position: int) -> Sentence | None:
        """Returns the sentence at a position or, between two, the one before; null in front of all."""
        place = bisect_right(self._sentence_starts, position) - 1
        return self._sentences[place] if place >= 0 else None
