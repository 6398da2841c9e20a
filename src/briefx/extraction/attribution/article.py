"""What the article says in its own voice: judgements and forecasts of sentences that nobody is cited in.

Few and sure rather than many: a sentence counts only where a reader would call it a judgement or a forecast.
"""
from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.content import sentence_limit
from briefx.extraction.attribution.drafts import Draft
from briefx.extraction.attribution.subjects import Subject
from briefx.lexicon.claims import claim_words
from briefx.lexicon.cues import cue_words
from briefx.text.analysis import Sentence, VerbGroup

_CONDITIONAL = ("if", "unless")


def article_drafts(clauses: Clauses, taken: Container[int]) -> Iterator[Draft]:
    """Yields the article's own judgements and forecasts.

    ``taken`` are the numbers of the sentences that have something of another relation.
    """
    analysis = clauses.analysis
    blocks = analysis.blocks
    for number, sentence in enumerate(analysis.sentences):
        first, last = sentence.first, sentence.last
        if number in taken or last - first < 4 or clauses.tags.find('"', first, last) >= 0:
            continue
        if blocks[sentence.block].kind != "paragraph":
            continue
        rule = _rule(clauses, sentence)
        if rule:
            last = sentence_limit(clauses, first)
            yield Draft(rule, "article", ((first, last),), None, None, None, None, "", False, 1.0)


@cache
def _judging_words() -> frozenset[str]:
    """The words of which a judgement or forecast has one, but for a sentence that opens with its condition."""
    sections = [cue_words(name) for name in ("likely", "possible", "bound", "hard")]
    return claim_words("evaluative").union(*sections)


def _rule(clauses: Clauses, sentence: Sentence) -> str:
    """The name of the rule that makes a sentence a judgement or forecast, or ""."""
    lowers, tags = clauses.lowers, clauses.tags
    words = lowers[sentence.first:sentence.last]
    conditional = words[0] in _CONDITIONAL
    if (_judging_words().isdisjoint(words) and not conditional) or words[-1] == "?" or (
            not cue_words("speaker").isdisjoint(words)):
        return ""
    main = _main_verb(clauses, sentence)
    if main is None:
        return ""
    group, subject = main
    opener = lowers[group.first]
    after = group.last
    following = lowers[after] if after < sentence.last else ""
    if opener in cue_words("future") or group.modal is not None:
        near = lowers[max(sentence.first, group.first - 2):group.last + 1]
        if not cue_words("likely").isdisjoint(near):
            return "attribution.article_forecast"
        if conditional:
            return "attribution.article_condition"
        if opener in cue_words("possible") and subject is not None and _is_thing(clauses, subject):
            return "attribution.article_possibility"
    if group.lemma in ("be", "remain", "seem"):
        if following in cue_words("bound") and tags[after + 1:after + 2] == "t":
            return "attribution.article_forecast"
        if subject is not None and _judges(clauses, group, subject, sentence):
            return "attribution.article_judgement"
    return ""


def _main_verb(clauses: Clauses, sentence: Sentence) -> tuple[VerbGroup, Subject | None] | None:
    """The verb of a sentence's main clause, with its subject."""
    index = clauses.next_group(sentence.first, sentence.last)
    while index is not None and index < len(clauses.groups) and clauses.groups[index].first < sentence.last:
        group = clauses.groups[index]
        if group.form == "finite":
            subject = clauses.subject(index)
            if subject is None:
                if clauses.tag_at[sentence.first] not in "cW":
                    return group, None
            elif subject.kind in ("phrase", "omitted"):
                before = subject.first - 1
                if before < sentence.first or clauses.tag_at[before] not in "cWI":
                    return group, subject
        index += 1
    return None


def _is_thing(clauses: Clauses, subject: Subject) -> bool:
    end = clauses.phrase_from.get(subject.first)
    return end is not None and clauses.tag_at[end - 1] in "NS"


def _judges(clauses: Clauses, group: VerbGroup, subject: Subject, sentence: Sentence) -> bool:
    """Does a copula join its subject to a word that judges, or a superlative to what it names?"""
    lowers, tags, tag_at = clauses.lowers, clauses.tags, clauses.tag_at
    evaluative = claim_words("evaluative")
    first = lowers[subject.first:subject.last]
    if any(word in cue_words("superlative") for word in first[:4]) and any(word in evaluative for word in first):
        return True
    if first[0] == "it" and group.last < sentence.last and lowers[group.last] in cue_words("hard") and (
            tag_at[group.last + 1] == "t"):
        return True
    at = group.last
    while at < sentence.last and tag_at[at] in "RTx":
        at += 1
    words = lowers[at:min(at + 2, sentence.last)]
    if tags[at:at + 1] not in ("J", "N", "n", "G"):
        return False
    return words[0] in evaluative or (tag_at[at] == "J" and len(words) > 1 and words[1] in evaluative)
