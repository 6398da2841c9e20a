"""What attribution looks up of a text again and again: verb groups, phrases and quotations by their tokens."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache
from itertools import compress

from briefx.lexicon.cues import Cue, cue_words, verb_cue
from briefx.memory import once
from briefx.text.analysis import Analysis, Marked, Sentence, VerbGroup

# How many joined phrases a search to the left passes at most.
_REACH = 8
# Digits of a year.
_YEAR = 4
_LONGEST_PARENTHESIS = 24


@cache
def _opens() -> bytes:
    """A table of the word classes, with a 1 at those of which ``Reading.openings`` are."""
    return bytes([chr(code) in ',;-C("IcW' for code in range(256)])


class Reading:
    """The arrays of an analysis, and its verb groups, noun phrases and outer quotations by their tokens."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        lexicon = analysis.lexicon
        # The entry of a verb by its lemma, or null where the verb does not attribute.
        self.verb_cue: Callable[[str], Cue | None] = verb_cue if lexicon is None else lexicon.verb_cue
        self.words = analysis.words
        self.lowers = analysis.lowers
        self.tags, self.tag_at = analysis.tags, analysis.tag_at
        groups = analysis.verb_groups
        self.groups: list[VerbGroup] = groups
        self._group_starts = analysis.verb_starts
        self._group_ends = [group.last for group in groups]
        # {first token of a verb group: its index}, and {the token behind its last: its index}
        self.group_from = dict(zip(self._group_starts, range(len(groups))))
        self.group_to = dict(zip(self._group_ends, range(len(groups))))
        # {first token of a noun phrase: the token behind its last}, and the other way round
        self.phrase_from = analysis.noun_phrases
        self.phrase_to = dict(zip(self.phrase_from.values(), self.phrase_from))
        self.outer: list[Marked]
        self.outer, self.mark_ends = analysis.outer_marked
        self.mark_from: dict[int, Marked] = {one.opening: one for one in self.outer}
        self._openings = list(self.mark_from)
        self.sentence_of: list[Sentence] = analysis.sentence_of
        # The tokens at which a clause or what is beside one may begin: marks, conjunctions, prepositions, relatives.
        self.openings = list(compress(range(len(self.tags)), self.tags.encode("latin-1").translate(_opens())))

    def outer_before(self, token: int) -> Marked | None:
        """Returns the last outer quotation that begins before a token, or null."""
        place = bisect_left(self._openings, token) - 1
        return self.outer[place] if place >= 0 else None

    def next_opening(self, token: int) -> int:
        """Returns the first token, from one on, that opens an outer quotation, or that behind the last of the text."""
        place = bisect_left(self._openings, token)
        return self._openings[place] if place < len(self._openings) else len(self.tags)

    def mark_over(self, token: int) -> Marked | None:
        """Returns the outer quotation that begins before a token and is closed behind it, or null."""
        place = bisect_left(self._openings, token) - 1
        if place < 0:
            return None
        mark = self.outer[place]
        return mark if mark.closing is not None and mark.closing > token else None

    def is_named_before(self, word: str, token: int) -> bool:
        """Does a word stand in the text before a token?"""
        first, _ = self._places
        return first.get(word, token) < token

    def is_named_after(self, word: str, token: int) -> bool:
        """Does a word stand in the text at a token or after it?"""
        _, last = self._places
        return last.get(word, -1) >= token

    @once
    def _places(self) -> tuple[dict[str, int], dict[str, int]]:
        """{word: the first token that it is} and {word: the last}"""
        count = len(self.words)
        return dict(zip(reversed(self.words), range(count - 1, -1, -1))), dict(zip(self.words, range(count)))

    def is_year(self, token: int) -> bool:
        """Is a token a year in digits?"""
        return self.lowers[token].isdigit() and len(self.lowers[token]) == _YEAR

    def has_verb(self, first: int, last: int) -> bool:
        """Does a finite verb begin in first:last?"""
        starts, groups = self._group_starts, self.groups
        index = bisect_left(starts, first)
        while index < len(starts) and starts[index] < last:
            if groups[index].form == "finite":
                return True
            index += 1
        return False

    def past_openers(self, first: int, last: int) -> int:
        """Returns where the words of a clause at first:last begin: behind conjunctions, dashes, brackets and marks.

        A mark that is closed within the clause belongs to it.
        """
        while first < last and self.tag_at[first] in 'C"(-*':
            mark = self.mark_from.get(first)
            if mark is not None and mark.closing is not None and mark.closing < last - 1:
                break
            first += 1
        return first

    def verb_before(self, token: int, low: int) -> int | None:
        """Returns the index of the last verb group that ends at or before a token, not before ``low``."""
        index = bisect_right(self._group_ends, token) - 1
        return index if index >= 0 and self._group_ends[index] > low else None

    def next_group(self, token: int, limit: int) -> int | None:
        """Returns the index of the first verb group that begins in token:limit."""
        index = bisect_left(self._group_starts, token)
        return index if index < len(self._group_starts) and self._group_starts[index] < limit else None

    def phrase_ending(self, at: int, low: int) -> tuple[int, int] | None:
        """Returns the noun phrase whose last token is ``at``, with a bracket behind it: tokens first:last."""
        first = self.phrase_to.get(at + 1)
        if first is not None:
            return (first, at + 1) if at >= low else None
        tag_at = self.tag_at
        last = at + 1
        if tag_at[at] == ")":
            opening = at - 1
            while opening > low and tag_at[opening] != "(" and at - opening < _LONGEST_PARENTHESIS:
                opening -= 1
            if tag_at[opening] != "(":
                return None
            at = opening - 1
        elif (tag_at[at] == '"' and at > low) or tag_at[at] in "JRG":
            at -= 1
        if at < low:
            return None
        first = self.phrase_to.get(at + 1)
        return (first, last) if first is not None else None

    def extended_left(self, phrase: tuple[int, int], low: int) -> int:
        """Returns where the whole phrase begins that a noun phrase ends: over "of", "and", participles."""
        tag_at = self.tag_at
        first = phrase[0]
        if tag_at[first] == "p":
            return first
        for _ in range(_REACH):
            before = first - 1
            while before >= low and tag_at[before] in 'R"':
                before -= 1
            if before <= low:
                return first
            tag = tag_at[before]
            end = before - 1
            if tag in "GnV" and before + 1 in self.group_to:
                group = self.groups[self.group_to[before + 1]]
                if group.form == "finite" or (group.form == "gerund" and self.opens_clause(self.group_to[before + 1])):
                    return first
                end = group.first - 1
            elif tag not in "IC" or self.lowers[before] in cue_words("clause_opener"):
                return first
            while end > low and tag_at[end] == "R" and end + 1 not in self.phrase_to:
                end -= 1
            if end < low:
                return first
            if tag == "I" and tag_at[end] in "nGV" and end + 1 in self.group_to:
                group = self.groups[self.group_to[end + 1]]
                if group.form == "finite":
                    return first
                end = group.first - 1
                if end < low:
                    return first
                if group.form == "infinitive" and end + 1 in self.phrase_to and (
                        self.phrase_to[end + 1] in self.group_to):
                    return first  # "urged women to vote for Lee": an object's infinitive
            joined = self.phrase_ending(end, low)
            if joined is not None and joined[0] > low and self.lowers[joined[0]].endswith(("self", "selves")):
                joined = self.phrase_ending(joined[0] - 1, low)  # "the Survey itself in 1931"
            if joined is not None and tag == "V" and self.lowers[joined[1] - 1] in cue_words("time"):
                return first  # "had to hurry last May to send a note"
            if joined is None or (tag == "C" and tag_at[joined[0]] == "o"):
                return first
            first = joined[0]
        return first

    def opens_clause(self, index: int) -> bool:
        """Can a clause without "that" follow the verb, so that a phrase behind it may be a subject?"""
        cue = self.verb_cue(self.groups[index].lemma)
        return cue is not None and cue.rates.get("bare", 0) >= 50
