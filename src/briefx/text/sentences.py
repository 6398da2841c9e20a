"""Sentences: where the blocks of a text are cut, decided token by token at the few places that could end one."""
from __future__ import annotations

from briefx.lexicon.names import given_names
from briefx.lexicon.words import abbreviations, function_words, word_classes
from briefx.records import Record
from briefx.text.forms import STOPS
from briefx.text.layout import Block
from briefx.text.tokens import Tokens

_CLOSERS = frozenset(("\"", "'", "”", "’", "''", "»", "›", ")", "]", "}"))
_OPENERS = frozenset(("\"", "'", "“", "‘", "``", "''", "«", "‹", "(", "[", "{"))
_DASHES = frozenset(("-", "--", "—", "–", "―"))
# Tokens of a sentence: the longest in annotated news and encyclopedias (lists of names) has 220. A stretch without
# a stop is cut there, so that whatever reads within a sentence stays linear and shallow on any text.
LONGEST = 300
# After speech that ends in "?" or "!", a clause of attribution has its verb within this many tokens.
_ATTRIBUTION_REACH = 7
# Behind an hour a name goes on with its sentence ("At 6 p.m. Ann Lee left") unless so many tokens stand before, and
# the zone of the hour does always.
_HALVES_OF_DAY = frozenset(("a.m.", "p.m."))
_LONG_OPENING = 7
_ZONES = frozenset(("Atlantic", "Central", "Eastern", "Mountain", "Pacific"))


class Sentence(Record):
    """A sentence: half-open in code points (start, end) and in tokens (first, last); ``block`` is an index."""

    start: int
    end: int
    first: int
    last: int
    block: int


def split(tokens: Tokens, blocks: list[Block]) -> list[Sentence]:
    """Returns the sentences of a text in order; title, headings, bylines and datelines are sentences too.

    None has more than 300 tokens.
    """
    words, starts, ends, forms = tokens[:4]
    stops = forms.replace("a", ".")  # tokens that end in a stop
    found: list[Sentence] = []
    for index, block in enumerate(blocks):
        first, block_last = block.first, block.last
        at = stops.find(".", first, block_last)
        while at >= 0:
            last = at + 1
            # A full stop by itself before a space and a capital ends a sentence; all else is looked at with care.
            if last < block_last and not (words[at] == "." and at - first > 2 and words[last][0].isupper()
                                          and starts[last] > ends[at]):
                last = _cut_after(tokens, at, first, block_last)
            if last:
                while last - first > LONGEST:
                    found.append(Sentence(starts[first], ends[first + LONGEST - 1], first, first + LONGEST, index))
                    first += LONGEST
                found.append(Sentence(starts[first], ends[last - 1], first, last, index))
                first = last
            at = stops.find(".", last or at + 1, block_last)
        while block_last - first > LONGEST:
            found.append(Sentence(starts[first], ends[first + LONGEST - 1], first, first + LONGEST, index))
            first += LONGEST
        if first < block_last:
            found.append(Sentence(starts[first], ends[block_last - 1], first, block_last, index))
    return found


def _cut_after(tokens: Tokens, at: int, first: int, block_last: int) -> int:
    """The token behind the sentence that ends with the stop at ``at``, or 0 where none ends there.

    ``first`` is the sentence's first token; closing marks belong to it.
    """
    words, starts, ends = tokens[:3]
    word = words[at]
    after = at + 1
    while after < block_last and words[after] in _CLOSERS and (
            starts[after] == ends[after - 1] and (
                words[after] not in _OPENERS or after + 1 == block_last or starts[after + 1] > ends[after]
                or words[after + 1] in _CLOSERS)):
        after += 1
    # A stop of several tokens ("? !", ". . .") ends where its last token ends.
    if after < block_last and words[after][-1] in STOPS and not words[after][0].isalnum():
        return 0
    if after == block_last:
        return after
    if starts[after] == ends[after - 1] and not _glued(words, at, after):
        return 0
    following = words[after]
    begin = after
    while following in _OPENERS and begin + 1 < block_last:
        begin += 1
        following = words[begin]
    if following in _DASHES:
        return after if begin == after and _starts_item(tokens, after) else 0
    if len(word) > 1 and word[0].isalnum():
        return after if _abbreviation_ends(tokens, at, after, begin, first, block_last) else 0
    lead = following[0]
    if lead.islower():
        return 0
    if lead.isdigit() and begin > after and words[after] in ("(", "["):
        return 0
    if not lead.isalnum() and lead not in "$£€#@*•+~…." and begin == after:
        return 0
    if word == "." and at > first and _is_item_number(words[at - 1]) and (
            at - 1 == first or (at - 2 == first and words[first] in ("•", "*", "-", "–"))):
        return 0
    if word in ("?", "!") or word[0] in "?!":
        return 0 if _is_attributed(tokens, after, block_last, quoted=after > at + 1) else after
    return after


def _glued(words: list[str], at: int, after: int) -> bool:
    """Does a sentence begin without a space after the stop ("done.The", "done.”The")?"""
    return (words[at] == "." and words[after][0].isupper() and len(words[after]) > 1
            and at > 0 and words[at - 1][0].isalpha() and words[at - 1][-1].islower()
            and (words[after][1].islower() or words[after] in ("I", "A")))


def _starts_item(tokens: Tokens, at: int) -> bool:
    """Is a dash the bullet of a list's item: set off by white space, before a capital?"""
    words, starts, ends = tokens[:3]
    return (words[at] == "-" and at + 1 < len(words) and starts[at + 1] > ends[at] and words[at + 1][0].isupper()
            and starts[at] - ends[at - 1] > 1)


def _is_item_number(word: str) -> bool:
    return (word.isdigit() and len(word) <= 2) or (len(word) == 1 and word.isalpha())


def _lives_in_lower_case(word: str) -> bool:
    """Is a capitalised word one that stands in lower case elsewhere: then it begins a sentence?"""
    lower = word.lower()
    return lower in function_words() or (lower in word_classes() and not word.isupper())


def _abbreviation_ends(tokens: Tokens, at: int, after: int, begin: int, first: int, block_last: int) -> bool:
    """Does a sentence end with the abbreviation at ``at``?"""
    words = tokens.words
    word, following = words[at], words[begin]
    kind = abbreviations().get(word)
    if following[0].islower():
        return False
    if following[0].isdigit():
        return kind == "end" and begin > after
    if kind == "title":
        return False
    if after > at + 1 and kind in ("end", None):
        return following[0].isupper() or begin > after
    opens = begin > after and words[after] not in ("(", "[", "{", "'")
    if opens:
        return kind == "end" or "." in word[:-1]
    if kind == "inner" or kind == "number":
        return False
    if kind == "month":
        return following in function_words() or following.lower() in function_words()
    if len(word) == 2 and kind is None:
        # An initial: a name goes on, unless a function word follows ("vitamin C. The").
        before = words[at - 1] if at > first else ""
        return following.lower() in function_words() and following != "I" and not before[:1].isupper()
    lower = following.lower()
    if lower in function_words():
        return True
    if kind == "end" and word[0].islower() and abbreviations().get(following) == "title":
        return True  # "at 6 p.m. Mr. Lee left"
    if kind == "end" and word in _HALVES_OF_DAY:
        if following in _ZONES:
            return False
        if at - first >= _LONG_OPENING and begin + 1 < block_last and words[begin + 1][0].isupper() and (
                given_names()[following]):
            return True  # "They met on the old pier at 6 p.m. Ann Lee was late"
    if kind == "end" and word not in ("Jr.", "Sr."):
        return following[0].isupper() and _lives_in_lower_case(following)
    if not following[0].isupper():
        return False
    return lower in function_words() or (
        kind is None and lower in word_classes() and word_classes().get(lower)[0] in "RI" and begin == after)


def _is_attributed(tokens: Tokens, after: int, block_last: int, quoted: bool) -> bool:
    """Does an attribution follow speech that ends in "?" or "!" ("... now?" Ann Lee asked)?

    It does where a few words that begin with a name are followed by a verb of saying.
    """
    if not quoted:
        return False
    words = tokens.words
    from briefx.lexicon.words import speech_verbs

    verbs = speech_verbs()
    for place in range(after, min(block_last, after + _ATTRIBUTION_REACH)):
        word = words[place]
        if word in verbs:
            return True
        if not (word[0].isupper() or word in ("the", "of", "de", "van", "'s", "’s")) or word in _OPENERS:
            return False
        if place == after and word.lower() in function_words() and word not in ("He", "She", "They", "I", "We", "The"):
            return False
    return False
