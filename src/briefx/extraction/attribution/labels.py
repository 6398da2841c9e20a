"""A name and a colon: transcripts ("SMITH: The tests were done.") and headlines ("Lee: Tax Will Rise")."""
from __future__ import annotations

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.content import sentence_limit
from briefx.extraction.attribution.drafts import Draft
from briefx.lexicon.cues import is_actor_noun, is_document_noun
from briefx.lexicon.words import function_words, word_classes
from briefx.text.analysis import Block

# A label holds at most this many tokens before its colon.
_LONGEST = 6


def label_drafts(clauses: Clauses) -> list[Draft]:
    """Returns the relations of paragraphs and headlines that begin with a speaker's name and a colon."""
    if ":" not in clauses.tags:
        return []
    found = []
    for number, block in enumerate(clauses.analysis.blocks):
        if block.kind not in ("title", "heading", "paragraph"):
            continue
        colon = clauses.tags.find(":", block.first + 1, min(block.last, block.first + _LONGEST + 1))
        if colon < 0 or colon + 1 >= block.last:
            continue
        headline = block.kind != "paragraph" or (number == 0 and len(clauses.analysis.blocks) > 1)
        if not _is_speaker(clauses, block, colon, headline):
            continue
        first = colon + 1
        last = sentence_limit(clauses, clauses.sentence_of[block.last - 1].first)
        if clauses.tag_at[first] == '"' and last - first < 3:
            continue
        found.append(Draft("attribution.headline_label" if headline else "attribution.transcript", "colon",
                           ((first, last),), (block.first, colon), None, (colon, colon + 1), colon, ":", True, 0.9))
    return found


def _is_speaker(clauses: Clauses, block: Block, colon: int, headline: bool) -> bool:
    """Do the tokens before a colon name somebody who can speak?"""
    tags, words = clauses.tags, clauses.words
    label = tags[block.first:colon]
    if set(label) <= set("P'.JN(),S") and "P" in label:
        names = [word for word, tag in zip(words[block.first:colon], label) if tag == "P"]
        last = names[-1]
        lower = last.lower()
        if lower in function_words():
            return False
        if headline:
            return lower not in word_classes() or clauses.is_named_after(last, block.last)
        if last.isupper() and len(last) > 2:
            return lower not in word_classes()
        return (len(names) == colon - block.first and clauses.is_named_before(last, block.first)
                and _is_spoken(clauses, colon + 1, block.last))
    if headline:
        head = clauses.lowers[colon - 1]
        return label.isalpha() and set(label) <= set("NSPJT") and (is_actor_noun(head) or is_document_noun(head))
    return False


def _is_spoken(clauses: Clauses, first: int, last: int) -> bool:
    """Is there a verb near the beginning, as a list of names has none?"""
    index = clauses.next_group(first, min(last, first + 15))
    return index is not None and clauses.groups[index].form == "finite"
