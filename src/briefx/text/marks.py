"""Quotation marks paired: which stretches are quoted, which marks are apostrophes."""

from typing import NamedTuple

from briefx.text.layout import Block
from briefx.text.tokens import Tokens

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "``": "''", "‹": "›"}
_DOUBLE_CLOSING = frozenset(("”", "»", "''", "›"))
_MARKS = frozenset(("\"", "'", "’", *_PAIRS, *_DOUBLE_CLOSING))
# Marks that open and close alike; some agencies type two apostrophes for one double mark.
_UPRIGHT = ("\"", "''")
# A single quotation that is not closed within this many tokens was an apostrophe.
_LONGEST_SINGLE = 120
# Quotations inside quotations, at most: of more open marks the outermost was never closed and ends there.
_DEEPEST = 8


class Marked(NamedTuple):
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


def pair_marks(text: str, tokens: Tokens, blocks: list[Block]) -> list[Marked]:
    """Returns the quoted stretches of a text by their opening mark."""
    words = tokens.words
    if _MARKS.isdisjoint(words):
        return []
    places = [at for at, word in enumerate(words) if word in _MARKS]
    found: list[Marked] = []
    next_place = 0
    unclosed: list[tuple[int, int]] = []  # (index in found, index of its block)
    for index, block in enumerate(blocks):
        while next_place < len(places) and places[next_place] < block.first:
            next_place += 1
        begin = next_place
        while next_place < len(places) and places[next_place] < block.last:
            next_place += 1
        if begin < next_place:
            open_at = len(found)
            found += _pair_block(text, tokens, block, places[begin:next_place])
            unclosed += [(at, index) for at in range(open_at, len(found))
                         if found[at].closing is None and not found[at].depth]
    opened = {block_index for block_index, block in enumerate(blocks)
              if block.first < block.last and words[block.first] in ("\"", "“", "``", "''", "‘", "'", "«")}
    for at, index in unclosed:
        following = index + 1
        if following in opened and words[found[at].opening] == words[blocks[following].first]:
            found[at] = found[at]._replace(continued=True)
    return found


def _pair_block(text: str, tokens: Tokens, block: Block, places: list[int]) -> list[Marked]:
    """The quoted stretches of one block, given the tokens of its marks."""
    words, starts, ends = tokens
    found: list[Marked] = []
    stack: list[tuple[int, str]] = []  # (index in found, marks that close it)

    def opens(at: int, closers: str) -> None:
        if len(stack) == _DEEPEST:
            outermost, _ = stack.pop(0)
            found[outermost] = found[outermost]._replace(end=starts[at])
        found.append(Marked(ends[at], block.end, at, None, len(stack), False))
        stack.append((len(found) - 1, closers))

    def closes(at: int) -> None:
        index, _ = stack.pop()
        found[index] = found[index]._replace(end=starts[at], closing=at)

    for at in places:
        word = words[at]
        spaced_before = at == block.first or starts[at] > ends[at - 1] or words[at - 1] in "([{—–-/:‘'\"“"
        spaced_after = at + 1 >= block.last or starts[at + 1] > ends[at]
        if word in ("'", "’", "‘"):
            if stack and word in stack[-1][1] and not _is_elision(
                    tokens, block, at, spaced_before, spaced_after):
                closes(at)
            elif spaced_before and not spaced_after and word != "’" and _is_closed(tokens, block, at):
                opens(at, "'’" if word == "'" else "’")
        elif word in _UPRIGHT:
            inner_closes = any(closers == word for _, closers in stack)
            if not inner_closes and word == "\"" and spaced_after and not spaced_before and stack and (
                    stack[-1][1] == "”"):
                closes(at)  # opened by “, closed by a straight mark
                continue
            if inner_closes and (spaced_after or not spaced_before or at + 1 == block.last
                                 or not (spaced_before and not spaced_after)):
                while stack[-1][1] != word:
                    stack.pop()
                closes(at)
            elif inner_closes and spaced_before and not spaced_after and at + 1 < block.last:
                # An opening mark inside an open quotation: the one before was never closed.
                while stack[-1][1] != word:
                    stack.pop()
                index, _ = stack.pop()
                found[index] = found[index]._replace(end=ends[at - 1])
                opens(at, word)
            elif not inner_closes and not (spaced_after and not spaced_before and at != block.first):
                opens(at, word)
        elif word == "”" and stack and stack[-1][1] == "\"":
            closes(at)  # opened by a straight mark
        elif (word in _DOUBLE_CLOSING or (word == "“" and spaced_after)) and any(
                word in closers for _, closers in stack):
            while word not in stack[-1][1]:
                stack.pop()
            closes(at)
        elif word in _PAIRS:
            opens(at, _PAIRS[word])
    # A single mark that was never closed is an apostrophe.
    return [one for one in found if one.closing is not None or words[one.opening] not in ("'", "‘")]


def _is_elision(tokens: Tokens, block: Block, at: int, spaced_before: bool, spaced_after: bool) -> bool:
    """Is a mark inside a single quotation an apostrophe: before a word ('em), or after a plural's s?"""
    words = tokens.words
    if spaced_before and not spaced_after:
        return True
    if at + 1 < block.last and not spaced_after and words[at + 1][0].isalnum():
        return True
    # "the officials' view": a plural before a word in lower case, with another mark still to come
    return (words[at - 1][-1:] in ("s", "S") and spaced_after and at + 1 < block.last
            and words[at + 1][0].islower() and _is_closed(tokens, block, at))


def _is_closed(tokens: Tokens, block: Block, at: int) -> bool:
    """Does a single mark that could close stand within reach?"""
    words, starts, ends = tokens
    closers = ("’",) if words[at] == "‘" else ("'", "’")
    for place in range(at + 1, min(block.last, at + _LONGEST_SINGLE)):
        if words[place] in ("'", "‘") and starts[place] > ends[place - 1]:
            return False  # another quotation opens first
        if words[place] in closers and starts[place] == ends[place - 1] and not (
                place + 1 < block.last and starts[place + 1] == ends[place] and words[place + 1][0].isalnum()):
            return True
    return False
