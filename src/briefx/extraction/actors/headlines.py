"""Names where capitals tell nothing: headings in Title Case and lines in capitals.

What the rest of the text names is found again there; the title may name somebody new where a lexicon knows
the name. A section heading names nobody new.
"""
from __future__ import annotations

from briefx.extraction.actors.cutting import Name
from briefx.extraction.actors.wording import wording
from briefx.text.analysis import Analysis

_LONGEST = 7


def read_loose(analysis: Analysis, loose: list[int], keys: list[str]) -> list[Name]:
    """Returns the names in loose sentences. ``keys`` are the names that the rest of the text gave."""
    lexicon = wording()
    lowers, words = analysis.lowers, analysis.words
    known: dict[str, str] = {}
    for key in keys:
        lower = key.lower().replace("'s", " 's")
        known.setdefault(lower, key)
        if " " in key:
            last = key.rsplit(" ", 1)[1]
            if lexicon.surnames[last] == "s":
                known.setdefault(last.lower(), last)
    found: list[Name] = []
    blocks = analysis.blocks
    prose = next((block.first for block in blocks if block.kind == "paragraph"), len(words))
    for index in loose:
        sentence = analysis.sentences[index]
        kind = blocks[sentence.block].kind
        new = kind in ("title", "paragraph", "byline") or sentence.first < prose
        if kind == "byline" or (kind == "heading" and new and 2 <= sentence.last - sentence.first <= 4
                                and lexicon.given_names[words[sentence.first]]
                                and all(word[0].isupper() for word in words[sentence.first:sentence.last])):
            found.extend(_authors(analysis, index))
            continue
        at = sentence.first
        while at < sentence.last:
            size, key = _match(analysis, at, sentence.last, known, new)
            if size:
                found.append(Name(at, at + size, key, None))
                at += size
                continue
            if new and lexicon.given_names[words[at]] and at + 1 < sentence.last and not words[at].isupper() \
                    and lexicon.surnames[words[at + 1]] == "s" \
                    and not lexicon.lower_case[lowers[at]]:
                found.append(Name(at, at + 2, f"{words[at]} {words[at + 1]}", None))
                at += 2
                continue
            at += 1
    return found


def _match(analysis: Analysis, at: int, limit: int, known: dict[str, str], new: bool) -> tuple[int, str]:
    """How many tokens from one on are a known name, the longest first, and the name; 0 for none."""
    lexicon = wording()
    words, lowers = analysis.words, analysis.lowers
    for size in range(min(_LONGEST, limit - at), 0, -1):
        lower = lowers[at] if size == 1 else " ".join(lowers[at:at + size])
        if size == 1 and lexicon.lower_case[lower]:
            continue
        if lower in known:
            return size, known[lower]
        if not new or len(lower) < 3 or not words[at][0].isupper():
            continue
        phrase = " ".join(words[at:at + size])
        if lexicon.known[phrase]:
            return size, phrase
        if phrase.isupper():
            titled = " ".join(map(str.capitalize, words[at:at + size]))
            if lexicon.known[titled]:
                return size, titled
    return 0, ""


def _authors(analysis: Analysis, index: int) -> list[Name]:
    """The people that a byline names."""
    words, lowers = analysis.words, analysis.lowers
    sentence = analysis.sentences[index]
    first = sentence.first + (lowers[sentence.first] == "by")
    edges = [at for at in range(first, sentence.last) if lowers[at] in ("and", ",", "&")]
    found = []
    for end in (*edges, sentence.last):
        if first < end and words[first][0].isupper():
            found.append(Name(first, end, " ".join(words[first:end]), (first, first)))
        first = end + 1
    return found
