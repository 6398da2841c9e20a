"""Signs: what stands beside a cue and bears on whether it attributes (attribution_signs.txt has their weights)."""
from __future__ import annotations

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.subjects import Subject
from briefx.lexicon.cues import is_actor_noun, is_document_noun


def subject_sign(clauses: Clauses, subject: Subject) -> str:
    """Returns what a subject is: a person, a group, a document, a thing, or a pronoun."""
    first, last = subject.first, subject.last
    if subject.kind in ("relative", "omitted", "controlled") and subject.antecedent:
        first, last = subject.antecedent
    tags, lowers = clauses.tags, clauses.lowers
    if tags[first] in "po" and last - first == 1:
        word = lowers[first]
        if word in ("he", "she", "they", "him", "her", "them"):
            return "subject_pronoun"
        return "subject_it" if word == "it" else "subject_speaker"
    if tags[first] == "W":
        return "subject_who" if lowers[first] == "who" else "subject_thing"
    phrase = clauses.phrase_from.get(first)
    if phrase is None:
        return "subject_thing"
    head = lowers[phrase.last - 1]
    if phrase.kind == "name":
        return "subject_name"
    if is_actor_noun(head):
        return "subject_actor"
    if is_document_noun(head):
        return "subject_document"
    if tags[phrase.first] == "K" or phrase.kind == "number" or (tags[first] in "T" and last - first == 1):
        return "subject_number"
    return "subject_thing"
