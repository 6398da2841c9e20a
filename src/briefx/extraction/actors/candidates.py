"""Candidates for names: runs of capitalised words, joined and cut by what their words are.

A run is a stretch of words that are capitalised inside a sentence, with the particles, "of", "and" and
possessives that belong to it. Titles and roles are cut off its front, months and days out of it. What kind
of name it is, is not decided here.
"""
from __future__ import annotations

import re
from functools import cache

from briefx.extraction.actors.cutting import Cutter, Name
from briefx.extraction.actors.runs import Runs
from briefx.extraction.actors.wording import wording
from briefx.lexicon.words import holidays
from briefx.records import NamedTuple
from briefx.text.analysis import Analysis, Sentence

# A name has no more tokens than this; a longer run is cut into such pieces.
_LONGEST_NAME = 14
# The share of capitalised long words from which a heading is in Title Case, of words from which it is in capitals.
_TITLE_CASE = 0.7
_TITLE_CASE_PROSE = 0.85
_ALL_CAPITALS = 0.8
_SHORTEST_LOOSE = 5
_FEWEST_LONG_WORDS = 5
_LONG_WORD = 4
_POSSESSIVES = (["'s"], ["’s"], ["'"], ["’"])
# What ends a run that goes on: ", Jr.", "Elizabeth I".
_SUFFIX_OPENERS = frozenset(("I", ","))
# The classes of a word that may yet open a name.
_OPENING_CLASSES = "NSJVZDnGRMK"


class Candidates(NamedTuple):
    """What a text's capitals give: names and the tokens of demonyms, in text order.

    ``loose`` holds the indices of sentences in Title Case or all capitals, which are read when the rest is known.
    """

    names: list[Name]
    demonyms: list[int]
    loose: list[int]


@cache
def _prefixes() -> frozenset[str]:
    """The particles with which a word may begin that goes on with a capital: al-Assad, d'Estaing."""
    return frozenset([form for word in wording().signals["prefix"] for form in (word, word.capitalize())])


@cache
def _longest_prefix() -> int:
    return max(map(len, _prefixes()))


@cache
def _capital_behind(mark: str) -> re.Pattern[str]:
    """A capital behind a hyphen or an apostrophe: what begins with one character is found ten times as fast."""
    return re.compile(f"{mark}[A-ZÀ-Þ]")


@cache
def _openers() -> re.Pattern[str]:
    """The first word behind a stop, a break or an opening mark, where its class is not that of a name."""
    return re.compile(rf"[^a-zA-Z'$,][{_OPENING_CLASSES}]")


@cache
def _run() -> re.Pattern[str]:
    """Capitalised words in a row, begun with one character so that its first is found fast."""
    return re.compile(r"PP*")


def find_candidates(analysis: Analysis) -> Candidates:
    """Returns the candidates of a text."""
    return _Finder(analysis).run()


class _Finder:
    """One pass over a text."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.words, self.lowers = analysis.words, analysis.lowers
        self.lexicon = wording()
        self.tags = self._tags()
        self.runs = Runs(analysis, self.tags)
        self._first_block = sum(block.end - block.start for block in analysis.blocks[:1])
        self.cutter = Cutter(analysis)
        counts, self._feast_heads = analysis.counts, self.lexicon.signals["feast"]
        self._tells_feasts = any([head.lower() in counts for head in self._feast_heads])

    def _tags(self) -> str:
        """The classes, with P for words such as al-Assad, and for sentence openers that belong to a name."""
        words, tags = self.words, self.analysis.tags
        calendar, opens = self.lexicon.calendar, self.lexicon.function_words
        tags = _as_names(tags, self._prefixed())
        opening = [match.end() - 1 for match in _openers().finditer(tags)]
        if tags[:1] in tuple(_OPENING_CLASSES):
            opening.insert(0, 0)
        opening_names = []
        for token in opening:
            word = words[token]
            if word[0].isupper() and self.lowers[token] not in opens and word not in calendar \
                    and self._opens_name(token, tags):
                opening_names.append(token)
        return _as_names(tags, opening_names)

    def _prefixed(self) -> list[int]:
        """The tokens of words such as al-Assad."""
        analysis, text = self.analysis, self.analysis.text
        prefixes, reach = _prefixes(), _longest_prefix() + 1
        found: list[int] = []
        for mark in "-'’":
            if mark not in text:
                continue
            for match in _capital_behind(mark).finditer(text):
                start = end = match.start()
                low = max(0, end - reach)
                while start > low and (text[start - 1].isalnum() or text[start - 1] in "_-'’"):
                    start -= 1
                if text[start:end] in prefixes:
                    token = analysis.token_at(start)
                    if token < len(self.words) and analysis.starts[token] == start:
                        found.append(token)
        return found

    def _opens_name(self, token: int, letters: str) -> bool:
        """Does a capitalised word that opens a sentence belong to the name behind it, or is it one?"""
        words, lowers, lexicon = self.words, self.lowers, self.lexicon
        word = words[token]
        end = token + 1
        limit = min(len(words), token + 8)
        while end < limit and letters[end] == "P":
            end += 1
        if end == token + 1:
            after = lowers[end] if end < len(words) else ""
            if after in ("of", "for") and word in lexicon.openings and end + 1 < limit:
                behind = end + 2 if lowers[end + 1] == "the" else end + 1
                return behind < len(words) and letters[behind] == "P"
            if after == "of" and lowers[token] in lexicon.person_roles and letters[end + 1:end + 2] == "P":
                return True
            if after in ("&", "and") and end + 1 < limit and letters[end + 1] == "P":
                return after == "&" or lexicon.known[" ".join(words[token:end + 2])]
            if word in lexicon.countries or word in lexicon.demonyms:
                return True
            if lexicon.lower_case[lowers[token]]:
                return False
            if lexicon.known[word]:
                return True
            return bool(lexicon.surnames[word]) and letters[end:end + 1] in tuple("ZDMbh'")
        if word in lexicon.demonyms or word in lexicon.titles or word in lexicon.countries:
            return True
        whole = " ".join(words[token:end])
        if lexicon.known[whole]:
            return True
        if lowers[token] in lexicon.plain_adjectives:
            return False
        if lowers[token] in lexicon.role_words or word in lexicon.modifiers:
            return True
        last = words[end - 1]
        if lexicon.lower_case[lowers[token]]:
            if last in lexicon.body_heads and letters[token] in "NJ" and lowers[token] not in lexicon.plain_adjectives:
                return True
            return bool(lexicon.given_names[word] and lexicon.surnames[last]) and end - token == 2
        return letters[token] in "NJ" or bool(lexicon.given_names[word])

    def run(self) -> Candidates:
        """The runs of all sentences in turn, joined where the words between them say so, and the datelines."""
        sentences, numbers, words = self.analysis.sentences, self.analysis.sentence_numbers, self.words
        loose, datelines = self._apart()
        apart = {*loose, *datelines}
        datelines.reverse()
        runs = self._runs()
        count = len(runs)
        runs.append((len(words) + _LONGEST_NAME, 0))  # behind all sentences
        joiner, cut, beside = self.runs, self.cutter.cut, self.lexicon.beside
        at = begin = limit = 0
        while at < count:
            first, last = runs[at]
            at += 1
            if first >= limit:
                index = numbers[first]
                sentence = sentences[index]
                begin, limit = sentence.first, sentence.last
                while datelines and datelines[-1] <= index:
                    self._dateline(datelines.pop())
                if index in apart:
                    while runs[at][0] < limit:
                        at += 1
                    continue
            while last - first > _LONGEST_NAME:
                cut(first, first + _LONGEST_NAME)
                first += _LONGEST_NAME
            goes_on = first > begin and beside[words[first - 1]]
            if goes_on:
                first = joiner.with_particles(first, begin)
            role: tuple[int, int] | None = None
            start, end = runs[at]
            while start - last <= 3 and end - first <= _LONGEST_NAME and start < limit:
                joined = joiner.joins(first, last, runs[at], role is not None)
                if not joined:
                    break
                last = end
                at += 1
                if joined == "role":
                    prefix = joiner.common_prefix(start, last)
                    role, first = (first, prefix), prefix
                    goes_on = True
                    if prefix == last:
                        break
                start, end = runs[at]
            if first < last:
                if last < limit and words[last] in _SUFFIX_OPENERS:
                    last = joiner.with_suffix(last, limit)
                if goes_on or (last < limit and beside[words[last]]):
                    first, last = joiner.widened(first, last, sentence)
                cut(first, last, role)
        while datelines:
            self._dateline(datelines.pop())
        return Candidates(self.cutter.names, self.cutter.demonyms, loose)

    def _runs(self) -> list[tuple[int, int]]:
        """The runs of capitalised words, each in one sentence, without those that name feasts."""
        sentences, numbers = self.analysis.sentences, self.analysis.sentence_numbers
        runs: list[tuple[int, int]] = []
        for match in _run().finditer(self.tags):
            first, last = run = match.span()
            if last - first > 1:
                end = sentences[numbers[first]].last
                while end < last:  # it goes on in the next sentence
                    runs.append((first, end))
                    first = end
                    end = sentences[numbers[first]].last
                run = first, last
            runs.append(run)
        return self._without_feasts(runs) if self._tells_feasts else runs

    def _apart(self) -> tuple[list[int], list[int]]:
        """The indices of the loose sentences, and of those of datelines: none is in a paragraph but the first block."""
        sentences, numbers = self.analysis.sentences, self.analysis.sentence_numbers
        loose: list[int] = []
        datelines: list[int] = []
        for number, block in enumerate(self.analysis.blocks):
            kind = block.kind
            if kind == "paragraph" and number:
                continue
            for index in range(numbers[block.first], numbers[block.last - 1] + 1):
                if self._is_loose(sentences[index], kind):
                    loose.append(index)
                elif kind == "dateline":
                    datelines.append(index)
        return loose, datelines

    def _is_loose(self, sentence: Sentence, kind: str) -> bool:
        """Do the capitals of a sentence tell little: Title Case in a heading, or all capitals?"""
        if kind == "paragraph" and (sentence.block or sentence.last - sentence.first < _SHORTEST_LOOSE
                                    or sentence.end - sentence.start != self._first_block):
            return False  # only a first paragraph can be a title that ends like a sentence
        if kind in ("dateline", "byline"):
            return kind == "byline"
        words = self.words[sentence.first:sentence.last]
        if words[0][0] in "-–—" or (kind == "paragraph" and "," in words):
            return False  # "-- Ann Lee, Velden newsroom"
        if self._in_capitals(words):
            return True
        long_words = [word for word in words[1:] if len(word) >= _LONG_WORD and word[0].isalpha()]
        capitalised = sum(word[0].isupper() for word in long_words)
        if kind == "paragraph":
            return len(long_words) >= _FEWEST_LONG_WORDS and capitalised > _TITLE_CASE_PROSE * len(long_words)
        return len(long_words) > 1 and capitalised > _TITLE_CASE * len(long_words)

    @staticmethod
    def _in_capitals(words: list[str]) -> bool:
        letters = [word for word in words if word[0].isalpha()]
        return len(letters) > 1 and sum(word.isupper() for word in letters) > _ALL_CAPITALS * len(letters)

    def _dateline(self, index: int) -> None:
        """The place, or places, that open a dateline; an agency in brackets."""
        words, tags, calendar, sentence = self.words, self.tags, self.lexicon.calendar, self.analysis.sentences[index]
        at = sentence.first
        while at < sentence.last:
            first = at
            while at < sentence.last and (tags[at] == "P" or words[at][0].isupper()) and words[at] not in calendar:
                at += 1
            if at > first:
                self.cutter.add(first, at, None, first == sentence.first)
            else:
                at += 1

    def _without_feasts(self, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The runs that name no feast: neither "St. Patrick's Day" nor "Columbus Day", but "Doris Day"."""
        words, lowers, heads, numbers = self.words, self.lowers, self._feast_heads, self.analysis.sentence_numbers
        kept: list[tuple[int, int]] = []
        for run in runs:
            first, last = run
            if words[last - 1] in heads:
                if last == first + 1 and words[first - 1:first] in _POSSESSIVES:
                    if kept and kept[-1][1] == first - 1 and numbers[kept[-1][0]] == numbers[first]:
                        kept.pop()
                    continue
                if any([" ".join(lowers[at:last]) in holidays() for at in range(first, last)]):
                    continue
            kept.append(run)
        return kept


def _as_names(tags: str, tokens: list[int]) -> str:
    """Classes with that of names for some tokens."""
    if not tokens:
        return tags
    letters = list(tags)
    for token in tokens:
        letters[token] = "P"
    return "".join(letters)
