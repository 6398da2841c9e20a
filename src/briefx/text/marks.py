"""Quotation marks paired: which stretches are quoted, which marks are apostrophes."""
from __future__ import annotations

from briefx.records import Record
from briefx.text.forms import places_of
from briefx.text.layout import Block
from briefx.text.tokens import Tokens

# The form of a quotation mark or apostrophe.
_MARK = "q"
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "``": "''", "‹": "›"}
_DOUBLE_CLOSING = frozenset(("”", "»", "''", "›"))
# Marks that open and close alike; some agencies type two apostrophes for one double mark.
_UPRIGHT = ("\"", "''")
_OPENERS = frozenset((*_UPRIGHT, "“", "``", "‘", "'", "«"))
_SINGLE_OPENING = frozenset(("'", "‘"))
# What stands before a single mark that opens speech which the next paragraph goes on with.
_PAUSES = frozenset((",", ":", ".", "?", "!", "—", "–", "’", "'"))
# A single quotation that is not closed within this many tokens was an apostrophe.
_LONGEST_SINGLE = 120
# Quotations inside quotations, at most: of more open marks the outermost was never closed and ends there.
_DEEPEST = 8


class Marked(Record):
    """A stretch in quotation marks.

    ``start`` and ``end`` are code points inside the marks; ``opening`` and ``closing`` the tokens of the marks
    (closing is null where the mark is not closed: then the stretch runs to its paragraph's end). ``depth``
    is 0 for an outer quotation, 1 for one inside it. ``continued`` says that the speech goes on in the next
    paragraph (news convention: an opening mark on each paragraph, a closing one on the last alone).
    """

    start: int
    end: int
    opening: int
    closing: int | None
    depth: int
    continued: bool


def pair_marks(tokens: Tokens, blocks: list[Block]) -> list[Marked]:
    """Returns the quoted stretches of a text by their opening mark."""
    places = places_of(_MARK, tokens.forms)
    if not places:
        return []
    words = tokens.words
    found: list[Marked] = []
    next_place, count = 0, len(places)
    unclosed: list[tuple[int, int]] = []  # (index in found, index of its block)
    speaking = _speaking(tokens, blocks, places)
    for index, block in enumerate(blocks):
        first, last = block.first, block.last
        while next_place < count and places[next_place] < first:
            next_place += 1
        begin = next_place
        while next_place < count and places[next_place] < last:
            next_place += 1
        if begin < next_place:
            for mark in _pair_block(tokens, block, places[begin:next_place], speaking.get(index + 1, "")):
                if mark.closing is None and not mark.depth:
                    unclosed.append((len(found), index))
                found.append(mark)
    for at, index in unclosed:
        following = index + 1
        if following < len(blocks):
            opener = words[blocks[following].first]
            if opener in _OPENERS and words[found[at].opening] == opener:
                found[at] = found[at]._replace(continued=True)
    return found


def apostrophes(tokens: Tokens, marked: list[Marked]) -> list[int]:
    """Returns the tokens that are apostrophes: single marks that neither open nor close a quotation."""
    words = tokens.words
    single = [at for at in places_of(_MARK, tokens.forms) if words[at] in ("'", "’")]
    if not single:
        return []
    quoting = {mark for one in marked for mark in (one.opening, one.closing)}
    return [at for at in single if at not in quoting]


class _Open:
    """A mark that opens, until it is known where its stretch ends; ``closers`` are the marks that may close it."""

    __slots__ = ("closers", "closing", "depth", "end", "opening")

    def __init__(self, opening: int, end: int, depth: int, closers: str) -> None:
        self.opening = opening
        self.end = end
        self.depth = depth
        self.closers = closers
        self.closing: int | None = None


def _speaking(tokens: Tokens, blocks: list[Block], places: list[int]) -> dict[int, str]:
    """The blocks that begin with a quotation in single marks: {index of a block: its mark}.

    The quotation is closed there or goes on in the block behind, which begins with the same mark.
    """
    words, starts, ends = tokens[:3]
    # From the last block on: whether a quotation goes on is told by what stands behind it.
    found: dict[int, str] = {}
    marks = frozenset([at for at in places if words[at] in _SINGLE_OPENING])
    if marks:
        for index in range(len(blocks) - 1, -1, -1):
            block, at = blocks[index], blocks[index].first
            if at in marks and at + 1 < block.last and starts[at + 1] == ends[at] and (
                    _is_closed(tokens, block, at) or found.get(index + 1) == words[at]):
                found[index] = words[at]
    return found


def _pair_block(tokens: Tokens, block: Block, places: list[int], spoken_behind: str) -> list[Marked]:
    """The quoted stretches of one block, given the tokens of its marks.

    ``spoken_behind`` is the single mark with which the block behind begins a quotation, "" where it does not.
    """
    words, starts, ends = tokens[:3]
    block_first, block_last, block_end = block.first, block.last, block.end
    found: list[_Open] = []
    stack: list[_Open] = []
    for at in places:
        word = words[at]
        spaced_before = at == block_first or starts[at] > ends[at - 1] or words[at - 1] in "([{—–-/:‘'\"“"
        spaced_after = at + 1 >= block_last or starts[at + 1] > ends[at]
        opens = closes = ""
        if word in ("'", "’", "‘"):
            if stack and word in stack[-1].closers and not _is_elision(
                    tokens, block, at, spaced_before, spaced_after, words[stack[-1].opening] == spoken_behind):
                closes = word
            elif spaced_before and not spaced_after and word != "’" and (
                    _is_closed(tokens, block, at)
                    or (word == spoken_behind and not stack and (at == block_first or words[at - 1] in _PAUSES))):
                opens = "'’" if word == "'" else "’"
        elif word in _UPRIGHT:
            if not _is_open(stack, word):
                if word == "\"" and spaced_after and not spaced_before and stack and stack[-1].closers == "”":
                    closes = "”"  # opened by “, closed by a straight mark
                elif spaced_before or not spaced_after or at == block_first:
                    opens = word
            elif spaced_after or not spaced_before or at + 1 == block_last:
                closes = word
            else:
                # An opening mark inside an open quotation: the one before was never closed.
                while stack[-1].closers != word:
                    stack.pop()
                stack.pop().end = ends[at - 1]
                opens = word
        elif word == "”" and stack and stack[-1].closers == "\"":
            closes = "\""  # opened by a straight mark
        elif (word in _DOUBLE_CLOSING or (word == "“" and spaced_after)) and _is_open(stack, word):
            closes = word
        elif word == "“" and spaced_after and not spaced_before and _is_open(stack, "”"):
            closes = "”"  # an opening mark typed where a closing one is meant
        elif word in _PAIRS:
            opens = _PAIRS[word]
        if closes:
            while closes not in stack[-1].closers:
                stack.pop()
            closed = stack.pop()
            closed.end, closed.closing = starts[at], at
        elif opens:
            if len(stack) == _DEEPEST:
                stack.pop(0).end = starts[at]
            mark = _Open(at, block_end, len(stack), opens)
            found.append(mark)
            stack.append(mark)
    # A single mark that was never closed is an apostrophe, unless the block behind goes on.
    return [Marked(ends[one.opening], one.end, one.opening, one.closing, one.depth, continued=False) for one in found
            if one.closing is not None or words[one.opening] not in _SINGLE_OPENING
            or (words[one.opening] == spoken_behind and not one.depth)]


def _is_open(stack: list[_Open], mark: str) -> bool:
    """Is a stretch open that a mark may close?"""
    return any([mark in one.closers for one in stack])


def _is_elision(tokens: Tokens, block: Block, at: int, spaced_before: bool, spaced_after: bool,
                may_go_on: bool) -> bool:
    """Is a mark inside a single quotation an apostrophe: before a word ('em), or after a plural's s?

    ``may_go_on`` says that the quotation need not be closed in its block.
    """
    words = tokens.words
    if spaced_before and not spaced_after:
        return True
    if at + 1 < block.last and not spaced_after and words[at + 1][0].isalnum():
        return True
    # "the officials' view": a plural before a word in lower case, with another mark still to come
    return (words[at - 1][-1:] in ("s", "S") and spaced_after and at + 1 < block.last
            and words[at + 1][0].islower() and (may_go_on or _is_closed(tokens, block, at)))


def _is_closed(tokens: Tokens, block: Block, at: int) -> bool:
    """Does a single mark that could close stand within reach?"""
    words, starts, ends, forms = tokens[:4]
    closers = ("’",) if words[at] == "‘" else ("'", "’")
    last = min(block.last, at + _LONGEST_SINGLE)
    place = forms.find(_MARK, at + 1, last)
    while place >= 0:
        if words[place] in ("'", "‘") and starts[place] > ends[place - 1]:
            return False  # another quotation opens first
        if words[place] in closers and starts[place] == ends[place - 1] and not (
                place + 1 < block.last and starts[place + 1] == ends[place] and words[place + 1][0].isalnum()):
            return True
        place = forms.find(_MARK, place + 1, last)
    return False
