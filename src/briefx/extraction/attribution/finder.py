"""All relations of a text, found once, in text order."""
from __future__ import annotations

from briefx.extraction.attribution.article import article_drafts
from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.drafts import Draft
from briefx.extraction.attribution.labels import label_drafts
from briefx.extraction.attribution.nouns import NounReader
from briefx.extraction.attribution.relation import Attribution
from briefx.extraction.attribution.speech import SpeechReader
from briefx.extraction.attribution.sureness import sureness
from briefx.extraction.attribution.verbs import VerbReader
from briefx.text.analysis import Analysis

LEAST = 0.24
_ALONE = "attribution.quote_alone"


def find_attributions(analysis: Analysis) -> list[Attribution]:
    """Returns who puts forward what, in text order; what is said inside a content is part of it alone."""
    clauses = Clauses(analysis)
    drafts = kept_drafts(clauses)
    return [attribution_of(draft, analysis) for draft in drafts]


def kept_drafts(clauses: Clauses, least: float = LEAST, sure=None) -> list[Draft]:
    """The relations of a text that stand, in text order."""
    if sure: least=-1
    covered = bytearray(len(clauses.tags))
    drafts = label_drafts(clauses)
    for draft in drafts:
        _cover(covered, draft)
    for draft in SpeechReader(clauses).drafts():
        if not _is_covered(covered, draft):
            drafts.append(draft)
    for draft in drafts:
        _cover(covered, draft)
    verbs, nouns = VerbReader(clauses), NounReader(clauses)
    found = [draft for draft in (*nouns.according(), *nouns.surveys()) if not _is_covered(covered, draft)]
    candidates = []
    for index, group in enumerate(clauses.groups):
        if not covered[group.head]:
            one = verbs.draft(index)
            if one is not None:
                candidates.append(one)
    for first in nouns.places():
        if not covered[first]:
            one = nouns.draft(first)
            if one is not None:
                candidates.append(one)
    candidates.sort(key=lambda one: one.head or 0)
    for one in candidates:
        if sureness(one) < least or _is_covered(covered, one):
            continue
        found.append(one)
        for first, last in one.content:
            if one.head is None or first >= one.head:
                covered[first:last] = b"\x01" * (last - first)
    kept = _with_lone_quotes(clauses, _outermost(drafts, found, len(covered)))
    taken = bytearray(len(covered))
    for draft in kept:
        for first, last in (*draft.content, *filter(None, (draft.cue, draft.source))):
            taken[first:last] = b"\x01" * (last - first)
    own = list(article_drafts(clauses, taken))
    if own:
        kept = sorted((*kept, *own), key=_text_order)
    return kept


def _with_lone_quotes(clauses: Clauses, drafts: list[Draft]) -> list[Draft]:
    """The relations, where a quotation without an attribution goes on with what its speaker said just before."""
    if not any(one.rule == _ALONE for one in drafts):
        return drafts
    analysis = clauses.analysis
    last_in: dict[int, int] = {}  # sentence: its last relation that carries speech
    for number, one in enumerate(drafts):
        if one.cue is not None and one.source is not None and one.rule != "attribution.according_to":
            last_in[analysis.sentence_index(max(one.cue[0], one.content[-1][1] - 1))] = number
    merged: dict[int, Draft] = {}
    kept: list[Draft] = []
    for number, one in enumerate(drafts):
        if one.rule != _ALONE:
            continue
        first = one.content[0][0]
        sentence = analysis.sentence_index(first)
        host = last_in.get(sentence - 1)
        if host is not None and analysis.sentences[sentence - 1].block == analysis.sentences[sentence].block:
            before = merged.get(host, drafts[host])
            merged[host] = before._replace(content=(*before.content, *one.content))
            merged[number] = one._replace(content=())
        else:
            source = _speaker_before(clauses, sentence)
            merged[number] = one._replace(source=source)
    for number, one in enumerate(drafts):
        one = merged.get(number, one)
        if one.content:
            kept.append(one)
    kept.sort(key=_text_order)
    return kept


def _speaker_before(clauses: Clauses, sentence: int) -> tuple[int, int] | None:
    """The subject of the sentence before a quotation that names no speaker."""
    analysis = clauses.analysis
    if not sentence:
        return None
    before = analysis.sentences[sentence - 1]
    index = clauses.next_group(before.first, before.last)
    while index is not None and index < len(clauses.groups) and clauses.groups[index].first < before.last:
        if clauses.groups[index].form == "finite":
            subject = clauses.subject(index)
            return (subject.first, subject.last) if subject else None
        index += 1
    return None


def _text_order(draft: Draft) -> tuple[int, int, int]:
    return draft.content[0][0], draft.content[-1][1], draft.cue[0] if draft.cue else -1


def _cover(covered: bytearray, draft: Draft) -> None:
    for first, last in draft.content:
        covered[first:last] = b"\x01" * (last - first)
    if draft.head is not None:
        covered[draft.head] = 1


def _is_covered(covered: bytearray, draft: Draft) -> bool:
    """Does a relation stand inside the content of another?"""
    if draft.head is not None and covered[draft.head]:
        return True
    return any(covered[first] and covered[last - 1] for first, last in draft.content)


def _outermost(speech: list[Draft], found: list[Draft], count: int) -> list[Draft]:
    """The relations without those whose cue stands in the content of another, in text order."""
    inside: list[Draft | None] = [None] * count
    for one in found:
        for first, last in one.content:
            for at in range(first, last):
                if inside[at] is None or inside[at].content[0][0] > first:
                    inside[at] = one
    kept = list(speech)
    for one in found:
        outer = inside[one.head] if one.head is not None else None
        if outer is not None and outer is not one and not (
                outer.head is not None and any(first <= outer.head < last for first, last in one.content)
                and one.rule != "attribution.according_to" and outer.rule != "attribution.according_to"):
            if one.rule != "attribution.according_to" or not any(
                    first <= outer.head < last for first, last in one.content):
                continue
        kept.append(one)
    kept.sort(key=_text_order)
    return kept


def attribution_of(draft: Draft, analysis: Analysis) -> Attribution:
    """Returns the relation in code points, with its form."""
    pieces = [analysis.span(*_trimmed(first, last, analysis)) for first, last in draft.content]
    quoted: list[tuple[int, int]] = []
    for first, last in draft.content:
        start, end = analysis.span(first, last)
        for one in analysis.outer_marked(start, end):
            inside = (max(one.start, start), min(one.end, end))
            if inside[1] > inside[0]:
                quoted.append(inside)
    form = "indirect"
    if quoted:
        outside = sum(end - start for start, end in pieces) - sum(end - start for start, end in quoted)
        form = "direct" if outside <= 2 * len(pieces) else "mixed"
    voice = "source" if draft.source else "article" if draft.frame == "article" else "unnamed"
    return Attribution(tuple(pieces), tuple(quoted), draft.source, draft.antecedent, draft.cue, draft.head, draft.lemma,
                       form, draft.frame, draft.speech, voice, draft.rule)


def _trimmed(first: int, last: int, analysis: Analysis) -> tuple[int, int]:
    """A piece without outer quotation marks, where they hold the whole of it, and without a comma at its end."""
    tags = analysis.tags
    while last - 1 > first and tags[last - 1] == ",":
        last -= 1
    if tags[first] == '"' and last - first > 2:
        mark = analysis.mark_from.get(first)
        if mark is not None and (mark.closing is None or mark.closing == last - 1):
            return first + 1, last - 1 if mark.closing == last - 1 else last
        if mark is not None and mark.closing == last:
            return first + 1, last
    return first, last
