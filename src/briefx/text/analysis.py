"""All that is known of a text before anything is extracted, computed once and only when asked for.

An extractor asks an ``Analysis``; none splits text on its own. Positions in the text are code points;
"token" positions are indices into the flat arrays ``words``, ``starts``, ``ends`` and the strings ``forms``
and ``tags``, which all have one entry a token. Intervals of tokens are half-open as well.
"""
from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container

from briefx.lexicon.names import given_names
from briefx.lexicon.words import function_words
from briefx.memory import once
from briefx.records import TYPE_CHECKING
from briefx.text import classes, layout, sentences
from briefx.text.context import Contexts
from briefx.text.layout import Block
from briefx.text.marks import Marked, apostrophes, pair_marks
from briefx.text.phrases import VerbGroup, find_noun_phrases, find_verb_groups
from briefx.text.sentences import Sentence
from briefx.text.tokens import Tokens, tokenize

if TYPE_CHECKING:
    from briefx.lexicon.own import Lexicon

__all__ = ["Analysis", "Block", "Marked", "Sentence", "VerbGroup"]

# In a headline in title case this share of the words of four letters and more is capitalised.
_TITLE_CASE = 0.7
_TITLE_CASE_WORDS = 3
# A first paragraph of at most this many tokens may be a headline.
LONGEST_HEADLINE = 20


class Analysis:
    """The layers of one text: tokens, blocks, sentences, marks, classes and phrases.

    ``body_start`` is where a header ends; ``title_span`` the place of a title inside that header; ``lexicon``
    what the user wants to be known beside the project's own words.
    """

    def __init__(self, text: str, body_start: int = 0, title_span: tuple[int, int] | None = None,
                 lexicon: Lexicon | None = None) -> None:
        self.text = text
        self.lexicon = lexicon
        self.tokens = tokenize(text[body_start:] if body_start else text, body_start)
        self._title_in_header = title_span is not None
        if title_span is not None:
            self.tokens = _with_title(text, title_span, self.tokens)
        self.words, self.starts, self.ends, self.forms, self.lowers, _ = self.tokens

    @once
    def blocks(self) -> list[Block]:
        """The title, headings, bylines, datelines and paragraphs, in order."""
        return layout.layout(self.text, self.tokens, self._title_in_header)

    @once
    def sentences(self) -> list[Sentence]:
        """The sentences, in order; title, headings, bylines and datelines are sentences too."""
        return sentences.split(self.tokens, self.blocks)

    @once
    def marked(self) -> list[Marked]:
        """The stretches in quotation marks, by their opening mark."""
        return pair_marks(self.tokens, self.blocks)

    @once
    def mark_from(self) -> dict[int, Marked]:
        """The stretch in quotation marks that each opening mark's token begins."""
        return {mark.opening: mark for mark in self.marked}

    @once
    def outer_marked(self) -> tuple[list[Marked], list[int]]:
        """The outer stretches in quotation marks, in order, and where each ends, in code points."""
        outer = [mark for mark in self.marked if not mark.depth]
        return outer, [mark.end for mark in outer]

    @once
    def counts(self) -> dict[str, int]:
        """How often each word stands in the text, in lower case."""
        return Counter(self.lowers)

    @once
    def tags(self) -> str:
        """The word classes, a letter a token (text/classes.py lists them)."""
        words = self.words
        count = len(words)
        codes = self.tokens.codes.copy()
        starts = self._capital_starts()
        classes.recode_starts(words, codes, starts)
        for at in starts:
            if codes[at] != "P" and at + 1 < count and codes[at + 1] == "P" and self._is_given_name(at):
                codes[at] = "P"
        lines = {number for number, block in enumerate(self.blocks) if block.kind in ("title", "heading")}
        titles = [sentence for sentence in self.sentences if sentence.block in lines] if lines else []
        titles += [sentence for sentence in self.sentences[:1] if self._is_headline(sentence)]
        for sentence in titles:
            if self._is_title_case(sentence):
                for at in range(sentence.first + 1, sentence.last):
                    if codes[at] == "P" and (sentence.block in lines or classes.may_be_verb(words[at])):
                        codes[at] = classes.code_of_start(words[at])
        for at in apostrophes(self.tokens, self.marked):
            codes[at] = "'"
        if self.lexicon is not None and self.lexicon.cues:
            self._know_verbs(self.lexicon.cues, codes)
        tags = classes.settle(codes)
        first = self.sentences[0] if self.sentences else None
        if first is not None and first.last - first.first <= LONGEST_HEADLINE and (
                self.blocks[0].last <= 2 * LONGEST_HEADLINE):
            return classes.with_headline_verb(tags, words, first.first, first.last)
        return tags

    @once
    def tag_at(self) -> list[str]:
        """The word classes one by one: CPython takes an element of a list many times as fast as a string's."""
        return list(self.tags)

    def _is_given_name(self, at: int) -> bool:
        """Is a word at the head of a sentence, with another name behind it, a given name ("Hope Hale left")?"""
        word = self.words[at]
        if not given_names()[word] or (word.lower() in function_words() and word not in ("Will", "May")):
            return False
        return self.words[self.sentence_of[at].last - 1] != "?"

    def _know_verbs(self, verbs: Container[str], codes: list[str]) -> None:
        """Makes verbs of the inflected forms of the user's verbs; the base form may be a noun as well."""
        for at, lower in enumerate(self.lowers):
            letter = "G" if lower.endswith("ing") else "D" if lower.endswith("ed") else "Z" if lower[-1] == "s" else ""
            if letter and codes[at] != "P" and lower not in verbs and classes.verb_lemma(lower) in verbs:
                codes[at] = letter

    def _capital_starts(self) -> list[int]:
        """The capitalised words at which a sentence or a stretch in quotation marks begins."""
        words = self.words
        found = []
        for sentence in self.sentences:
            first = sentence.first
            if not words[first][0].isalnum():
                first = self._first_word(first, sentence.last)
            if words[first][0].isupper():
                found.append(first)
        for mark in self.marked:
            first = self._first_word(mark.opening, mark.closing or mark.opening + 3)
            if words[first][0].isupper():
                found.append(first)
        return found

    def _first_word(self, first: int, last: int) -> int:
        """The first token of an interval that is a word, or its first token."""
        words = self.words
        for at in range(first, min(last, first + 4, len(words))):
            if words[at][0].isalnum():
                return at
        return first

    def _is_headline(self, sentence: Sentence) -> bool:
        """Is a sentence all of a first paragraph, short and in title case? What stands behind it changes nothing."""
        block = self.blocks[0]
        return (block.kind == "paragraph" and sentence.first == block.first and block.last - sentence.last <= 1
                and block.last - block.first <= LONGEST_HEADLINE
                and classes.is_title_case(self.words[sentence.first:sentence.last]))

    def _is_title_case(self, sentence: Sentence) -> bool:
        """Are the longer words of a sentence capitalised, nearly all?"""
        longer = [word for word in self.words[sentence.first:sentence.last] if len(word) > 3 and word[0].isalpha()]
        return (len(longer) >= _TITLE_CASE_WORDS
                and sum(word[0].isupper() for word in longer) >= _TITLE_CASE * len(longer))

    @once
    def verb_groups(self) -> list[VerbGroup]:
        """The verb groups, in order."""
        return find_verb_groups(self.tags, self.lowers)

    @once
    def verb_starts(self) -> list[int]:
        """The token at which each verb group begins."""
        return [group.first for group in self.verb_groups]

    @once
    def noun_phrases(self) -> dict[int, int]:
        """The base noun phrases, in order: {first token: the token behind the last}."""
        return find_noun_phrases(self.tags)

    @once
    def sentence_starts(self) -> list[int]:
        """Where each sentence starts, in code points."""
        return [sentence.start for sentence in self.sentences]

    @once
    def sentence_numbers(self) -> list[int]:
        """For each token, and the end of the text, the index in ``sentences`` of the sentence that holds it.

        A paragraph break is of the sentence before; what stands in front of all sentences is of the first.
        """
        numbers: list[int] = []
        number = done = 0
        for sentence in self.sentences[1:]:
            first = sentence.first
            numbers += [number] * (first - done)
            done = first
            number += 1
        return numbers + [number] * (len(self.words) + 1 - done)

    @once
    def sentence_of(self) -> list[Sentence]:
        """For each token, and the end of the text, the sentence that holds it; a blank line is of the one before."""
        found: list[Sentence] = []
        ends = [sentence.first for sentence in self.sentences[1:]]
        for sentence, end in zip(self.sentences, (*ends, len(self.words) + 1)):
            found += [sentence] * (end - len(found))
        return found

    @once
    def told_sentences(self) -> int:
        """How many sentences stand in paragraphs."""
        told = [block.number is not None for block in self.blocks]
        return sum([told[sentence.block] for sentence in self.sentences])

    @once
    def contexts(self) -> Contexts:
        """Tells the paragraph of an item, and the sentences that hold it."""
        return Contexts(self.text, self.sentences, self.sentence_starts, self.blocks)

    def token_at(self, offset: int) -> int:
        """Returns the first token that does not start before an offset."""
        return bisect_left(self.starts, offset)

    def paragraph_of(self, token: int) -> int | None:
        """Returns the number of the paragraph that holds a token, null in a title, heading or dateline."""
        return self.blocks[self.sentence_of[token].block].number

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Returns the code points of an interval of tokens that is not empty."""
        return self.starts[first], self.ends[last - 1]


def _with_title(text: str, title_span: tuple[int, int], body: Tokens) -> Tokens:
    """The tokens of a title that stands in the header, a break, and those of the body."""
    start, end = title_span
    title = tokenize(text[start:end], start)
    return Tokens([*title.words, "\n\n", *body.words], [*title.starts, end, *body.starts],
                  [*title.ends, end, *body.ends], f"{title.forms}¶{body.forms}",
                  [*title.lowers, "\n\n", *body.lowers], [*title.codes, "¶", *body.codes])
