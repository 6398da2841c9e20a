"""The headline of an article that stands as its first sentence: a paragraph of its own that ends in a stop."""
from __future__ import annotations

import re
from functools import cache

from briefx.lexicon.words import function_words
from briefx.text.analysis import Analysis, Sentence

# A headline has at most so many tokens, and so many content words in common with the lede, half of them at least.
HEADLINE_TOKENS = 16
_SHARED = 3
# In the present it shares so many content words with so many sentences, a quarter of them at least.
_PRESENT_SHARED = 2
_REACH = 3
# Of an article of fewer sentences nothing is left out as a headline that only its words tell.
_FEWEST_SENTENCES = 7  # more than are read behind it
_LABEL_TOKENS = 3
# The colon of a label stands within so many tokens.
_LABEL_REACH = 4
# Title Case is told from so many longer words; an article, a pronoun, a past or an auxiliary is in no headline.
_FEWEST_TITLED = 4
_TOLD = frozenset("TopqDbhd\"")
_PRESENT = frozenset("ZV")
_IN_PAST = frozenset("Dhd")
PUNCTUATION = frozenset(".,;:?!-–—()[]\"'“”‘’…")


@cache
def _deck() -> re.Pattern[str]:
    """What parts a headline from the line below it."""
    return re.compile(r"; ?\r?\n")


@cache
def _tells_now() -> re.Pattern[str]:
    """A verb in the present or a modal, over word classes: no infinitive."""
    return re.compile("Z|M|(?<![toM])V")


@cache
def no_content() -> frozenset[str]:
    """Returns the words and marks that carry no content."""
    return frozenset(function_words()) | PUNCTUATION


def headline_of(analysis: Analysis, dated: bool) -> int:
    """Returns 0 where the first sentence is a headline that ends in a stop, else -1; ``dated`` says that it has a day.

    It is a paragraph by itself and worded as headlines are, or short, and most of its names and nouns come again in
    the lede behind it, or in the present without a date, and some come again in the next sentences.
    """
    sentences, blocks, lowers = analysis.sentences, analysis.blocks, analysis.lowers
    behind = 2 if len(sentences) > 2 and blocks[sentences[1].block].kind == "dateline" else 1
    if len(sentences) <= behind or sentences[1].block == sentences[0].block or (
            blocks[sentences[0].block].kind != "paragraph" or blocks[sentences[behind].block].kind != "paragraph"):
        return -1
    first, last = sentences[0].first, sentences[0].last
    if _is_worded(analysis, sentences[0]):
        return 0
    if len(sentences) < _FEWEST_SENTENCES or last - first > HEADLINE_TOKENS:
        return -1
    content = frozenset(lowers[first:last]) - no_content()
    shared = content.intersection(lowers[sentences[behind].first:sentences[behind].last])
    if len(shared) >= _SHARED and 2 * len(shared) >= len(content):
        return 0
    tags = analysis.tags[first:last]
    if dated or not _IN_PAST.isdisjoint(tags) or not _tells_now().search(tags):
        return -1
    reach = behind - 1 + _REACH + is_label(analysis, sentences[behind])
    shared = content.intersection(lowers[sentences[behind].first:sentences[reach].last])
    return 0 if len(shared) >= _PRESENT_SHARED and 4 * len(shared) >= len(content) else -1


def is_label(analysis: Analysis, sentence: Sentence) -> bool:
    """Returns whether a sentence is a paragraph of a word or two: "Abstract."."""
    block = analysis.blocks[sentence.block]
    return sentence.last - sentence.first <= _LABEL_TOKENS and (block.first, block.last) == (
        sentence.first, sentence.last)


def _is_worded(analysis: Analysis, sentence: Sentence) -> bool:
    """Is a sentence worded as a headline?

    In two lines with a semicolon, behind a label ("Report: ...") that is no speaker's, in Title Case, or in the
    present without an article.
    """
    first, last = sentence.first, sentence.last
    if _deck().search(analysis.text, sentence.start, sentence.end):
        return True
    if last - first > HEADLINE_TOKENS + HEADLINE_TOKENS // 2:
        return False
    label = analysis.tags.find(":", first + 1, first + _LABEL_REACH)
    if label > 0 and not analysis.words[label - 1].isupper() and analysis.words[label] == ":":
        return True
    long_words = [word for word in analysis.words[first + 1:last] if len(word) > 3 and word[0].isalpha()]
    if len(long_words) >= _FEWEST_TITLED and all(word[0].isupper() for word in long_words):
        return True
    tags = analysis.tags[first:last]
    return (last - first <= HEADLINE_TOKENS and _TOLD.isdisjoint(tags) and not _PRESENT.isdisjoint(tags)
            and len(long_words) >= _FEWEST_TITLED)
