"""Names where capitals tell nothing: headings in Title Case and lines in capitals.

What the rest of the text names is found again there; the title may name somebody new where a lexicon knows
the name. A section heading names nobody new.
"""
from __future__ import annotations

from functools import cache

from briefx.extraction.actors.candidates import Name
from briefx.extraction.actors.wording import wording
from briefx.text.analysis import Analysis

_LONGEST = 7


@cache
def _known_lower() -> dict[str, str]:
    """{well-known name in lower case: the name}, without those that are ordinary words."""
    lexicon = wording()
    return {name.lower(): name for name in lexicon.known if name.lower() not in lexicon.lower_case and len(name) > 2}


def read_loose(analysis: Analysis, loose: list[int], keys: dict[str, None]) -> list[Name]:
    """Returns the names in loose sentences. ``keys`` are the names that the rest of the text gave."""
    if not loose:
        return []
    lexicon = wording()
    lowers, words = analysis.lowers, analysis.words
    known: dict[str, str] = {}
    for key in keys:
        lower = key.lower().replace("'s", " 's")
        known.setdefault(lower, key)
        if " " in key:
            last = key.rsplit(" ", 1)[1]
            if last in lexicon.surnames and lexicon.surnames[last] == "sure":
                known.setdefault(last.lower(), last)
    found: list[Name] = []
    blocks = analysis.blocks
    prose = next((block.first for block in blocks if block.kind == "paragraph"), len(words))
    for index in loose:
        sentence = analysis.sentences[index]
        kind = blocks[sentence.block].kind
        new = kind in ("title", "paragraph", "byline") or sentence.first < prose
        if kind == "byline" or (kind == "heading" and new and 2 <= sentence.last - sentence.first <= 4
                                and words[sentence.first] in lexicon.given_names
                                and all(word[0].isupper() for word in words[sentence.first:sentence.last])):
            first = sentence.first + (lowers[sentence.first] == "by")
            found.append(Name(first, sentence.last, " ".join(words[first:sentence.last]), index, (first, first)))
            continue
        at = sentence.first
        while at < sentence.last:
            size = _match(lowers, at, sentence.last, known, new)
            if size:
                lower = " ".join(lowers[at:at + size])
                key = known.get(lower) or _known_lower()[lower]
                found.append(Name(at, at + size, key, index, None))
                at += size
                continue
            if new and words[at] in lexicon.given_names and at + 1 < sentence.last and not words[at].isupper() \
                    and words[at + 1] in lexicon.surnames and lexicon.surnames[words[at + 1]] == "sure" \
                    and lowers[at] not in lexicon.lower_case:
                found.append(Name(at, at + 2, f"{words[at]} {words[at + 1]}", index, None))
                at += 2
                continue
            at += 1
    return found


def _match(lowers: list[str], at: int, limit: int, known: dict[str, str], new: bool) -> int:
    """How many tokens from one on are a known name, the longest first; 0 for none."""
    lower_known = _known_lower() if new else None
    for size in range(min(_LONGEST, limit - at), 0, -1):
        phrase = lowers[at] if size == 1 else " ".join(lowers[at:at + size])
        if phrase in known and (size > 1 or phrase not in wording().lower_case):
            return size
        if lower_known is not None and phrase in lower_known:
            return size
    return 0
