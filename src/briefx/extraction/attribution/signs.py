"""Signs: what stands beside a cue and bears on whether it attributes (attribution_signs.txt has their weights)."""
from __future__ import annotations

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.drafts import Draft
from briefx.extraction.attribution.subjects import Subject
from briefx.lexicon.cues import is_actor_noun, is_document_noun


def subject_sign(clauses: Clauses, subject: Subject) -> str:
    """Returns what a subject is: a person, a group, a document, a thing, or a pronoun."""
    first, last = subject.first, subject.last
    if subject.kind in ("relative", "omitted", "controlled") and subject.antecedent:
        first, last = subject.antecedent
    tag_at, lowers = clauses.tag_at, clauses.lowers
    if tag_at[first] in "po" and last - first == 1:
        word = lowers[first]
        if word in ("he", "she", "they", "him", "her", "them"):
            return "subject_pronoun"
        return "subject_it" if word == "it" else "subject_speaker"
    if tag_at[first] == "W":
        return "subject_who" if lowers[first] == "who" else "subject_thing"
    end = clauses.phrase_from.get(first)
    if end is None:
        return "subject_thing"
    head, letter = lowers[end - 1], tag_at[end - 1]
    if letter == "P":
        return "subject_name"
    if is_actor_noun(head):
        return "subject_actor"
    if is_document_noun(head):
        return "subject_document"
    if tag_at[first] == "K" or letter == "K" or (tag_at[first] == "T" and last - first == 1):
        return "subject_number"
    return "subject_thing"


def content_signs(clauses: Clauses, draft: Draft) -> list[str]:
    """Returns what the content of a draft looks like, and what a participle that is its cue has for a subject."""
    signs = []
    tags, tag_at = clauses.tags, clauses.tag_at
    first, last = draft.content[-1]
    if tags.find('"', first, last) >= 0:
        signs.append("content_quotes")
    if draft.head is not None:
        sentence = clauses.sentence_of[draft.head]
        if tags.find('"', sentence.first, sentence.last) >= 0:
            signs.append("sentence_quotes")
    if tag_at[first] == "K":
        signs.append("content_number")
    if "gerund" in draft.signs:
        signs += [f"gerund_{sign.removeprefix('subject_')}" for sign in draft.signs
                  if sign.startswith("subject_") or sign == "no_subject"]
    return signs
