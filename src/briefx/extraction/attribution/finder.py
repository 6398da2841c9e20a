"""All relations of a text, found once, in text order."""
from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable

from briefx.extraction.attribution.article import article_drafts
from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.drafts import Draft, Interval
from briefx.extraction.attribution.labels import label_drafts
from briefx.extraction.attribution.nesting import Speech, without_nested
from briefx.extraction.attribution.nouns import NounReader
from briefx.extraction.attribution.relation import Attribution
from briefx.extraction.attribution.signs import content_signs
from briefx.extraction.attribution.speech import SpeechReader
from briefx.extraction.attribution.sureness import is_sure_enough
from briefx.extraction.attribution.verbs import VerbReader
from briefx.lexicon.cues import verb_class
from briefx.text.analysis import Analysis

_ALONE = "attribution.quote_alone"
# How many pieces of contents before a quotation are asked whether they hold it.
_REACH = 8
_ACCORDING = "attribution.according_to"


def find_attributions(analysis: Analysis) -> list[Attribution]:
    """Returns who puts forward what, in text order; what is said inside a content is part of it alone."""
    clauses = Clauses(analysis)
    return [_attribution(draft, clauses) for draft in drafts_of(clauses)]


def drafts_of(clauses: Clauses) -> list[Draft]:
    """Returns the relations of a text that stand, in text order."""
    covered = bytearray(len(clauses.tags))
    sure = _filled(label_drafts(clauses))
    _cover(covered, sure)
    sure += [draft for draft in _filled(SpeechReader(clauses).drafts()) if not _is_covered(covered, draft)]
    _cover(covered, sure)
    doubtful = _outermost(_doubtful(clauses, covered, Speech(clauses, sure)))
    kept = _with_lone_quotes(clauses, without_nested(sure, doubtful) + doubtful)
    own = _filled(article_drafts(clauses, _taken(kept, clauses.analysis.sentence_numbers)))
    for draft in own:
        insort(kept, draft, key=_text_order)
    return kept


def _doubtful(clauses: Clauses, covered: bytearray, speech: Speech) -> list[Draft]:
    """The relations of verbs and nouns that are sure enough, each outside the contents of those before it."""
    verbs, nouns = VerbReader(clauses), NounReader(clauses)
    found = [draft for draft in _filled((*nouns.according(), *nouns.surveys(), *nouns.viewpoints()))
             if not _is_covered(covered, draft)]
    known, copulas = clauses.verb_cue, verb_class("copula")
    loose = list(nouns.loose_adjectives())
    places = [(group.head, index, "verb") for index, group in enumerate(clauses.groups)
              if known(group.lemma) or group.lemma in copulas or group.form == "participle"]
    places += [(head, first, "noun") for first, head in nouns.places()]
    places += [(one.cue[0], number, "adjective") for number, one in enumerate(loose) if one.cue]
    places.sort()
    for head, place, kind in places:
        if covered[head]:
            continue
        draft = verbs.draft(place) if kind == "verb" else nouns.draft(place) if kind == "noun" else loose[place]
        if draft is None or not _is_likely(clauses, draft):
            continue
        if _is_covered(covered, draft) or (
                clauses.tags.find('"', *draft.content[0]) >= 0 and _leaves_quotation(clauses, draft)):
            continue
        draft = speech.set_off(draft)
        if draft is None:
            continue
        found.append(draft)
        for first, last in draft.content:
            if first >= head:
                covered[first:last] = b"\x01" * (last - first)
    return found


def _is_likely(clauses: Clauses, draft: Draft) -> bool:
    """Has a relation a content and is it sure enough to stand?"""
    for first, last in draft.content:
        if first >= last:
            return False
    return is_sure_enough(draft, content_signs(clauses, draft))


def _filled(drafts: Iterable[Draft]) -> list[Draft]:
    """The relations that put something forward, without empty pieces: in "According to , ." nothing is."""
    filled = []
    for draft in drafts:
        if _has_empty(draft):
            draft = draft._replace(content=tuple(piece for piece in draft.content if piece[0] < piece[1]))
        if draft.content:
            filled.append(draft)
    return filled


def _has_empty(draft: Draft) -> bool:
    """Is a piece of the content empty?"""
    empty = False
    for first, last in draft.content:
        empty = empty or first >= last
    return empty


def _cover(covered: bytearray, drafts: Iterable[Draft]) -> None:
    for draft in drafts:
        for first, last in draft.content:
            covered[first:last] = b"\x01" * (last - first)
        if draft.head is not None:
            covered[draft.head] = 1


def _is_covered(covered: bytearray, draft: Draft) -> bool:
    """Does a relation stand inside the content of another?"""
    head = draft.head
    inside = head is not None and covered[head] != 0
    for first, last in draft.content:
        inside = inside or covered[first] == covered[last - 1] == 1
    return inside


def _leaves_quotation(clauses: Clauses, draft: Draft) -> bool:
    """Does a relation whose cue is quoted have a content that begins in the same quotation and ends behind it?

    The quotation is then a name or a phrase that somebody uses: his “call for calm” tour went on.
    """
    if draft.head is None:
        return False
    mark = clauses.mark_over(draft.head)
    return (mark is not None and mark.closing is not None and mark.opening < draft.content[0][0] < mark.closing
            and draft.content[0][1] > mark.closing + 1)


def _taken(drafts: list[Draft], numbers: list[int]) -> set[int]:
    """The numbers of the sentences that hold some of a content, a cue or a source; ``numbers`` has those of tokens.

    A cue stands in one sentence, and so does a source.
    """
    taken = {numbers[draft.cue[0]] for draft in drafts if draft.cue}
    taken |= {numbers[draft.source[0]] for draft in drafts if draft.source}
    for draft in drafts:
        for first, last in draft.content:
            low, high = numbers[first], numbers[last - 1]
            taken.add(low)
            if low < high:
                taken.update(range(low + 1, high + 1))
    return taken


def _outermost(found: list[Draft]) -> list[Draft]:
    """The relations without those whose cue stands in the content of another.

    Where two stand in each other's content, "according to" is the outer one, else both are kept.
    """
    heads = sorted([one.head for one in found if one.head is not None])
    inside: dict[int, Draft] = {}  # head: the relation in whose content it stands
    for one in found:
        for first, last in one.content:
            for at in heads[bisect_left(heads, first):bisect_left(heads, last)]:
                other = inside.get(at)
                if other is None or other.content[0][0] > first:
                    inside[at] = one
    kept = []
    for one in found:
        outer = inside.get(one.head) if one.head is not None else None
        if outer is None or outer is one:
            kept.append(one)
            continue
        mutual = outer.head is not None and any(first <= outer.head < last for first, last in one.content)
        if mutual and (one.rule == _ACCORDING or outer.rule != _ACCORDING):
            kept.append(one)
    return kept


def _with_lone_quotes(clauses: Clauses, drafts: list[Draft]) -> list[Draft]:
    """The relations in text order; a quotation without an attribution goes on with what was said just before.

    One behind a colon is somebody's of its own, one within the content of another a part of that.
    """
    drafts.sort(key=_text_order)
    if _ALONE not in [one.rule for one in drafts]:
        return drafts
    analysis = clauses.analysis
    last_in: dict[int, int] = {}  # sentence: its last relation that has a cue and a source
    sourced: list[tuple[int, int, int]] = []  # a piece of content and the number of its relation
    for number, one in enumerate(drafts):
        if one.source is not None:
            sourced += [(*piece, number) for piece in one.content]
            if one.cue is not None and one.rule != _ACCORDING:
                last_in[analysis.sentence_numbers[max(one.cue[0], one.content[-1][1] - 1)]] = number
    sourced.sort()
    changed = dict(enumerate(drafts))
    for number, one in enumerate(drafts):
        if one.rule != _ALONE:
            continue
        first = one.content[0][0]
        sentence = analysis.sentence_numbers[first]
        # The pieces that begin nearest before it, of which the longest could hold it.
        near = sourced[max(0, bisect_left(sourced, (first, 0, 0)) - _REACH):bisect_left(sourced, (first + 1, 0, 0))]
        if any(one.content[-1][1] <= last + 1 for _, last, _ in near):
            del changed[number]
            continue
        if _is_introduced(clauses, first):
            before = next((drafts[of].source for _, last, of in near if last == first - 2), None)
            changed[number] = one._replace(source=before or _introducer(clauses, first))
            continue
        host = last_in.get(sentence - 1)
        if host is not None and analysis.sentences[sentence - 1].block == analysis.sentences[sentence].block:
            changed[host] = changed[host]._replace(content=(*changed[host].content, *one.content))
            del changed[number]
        else:
            changed[number] = one._replace(source=_speaker_before(clauses, sentence))
    return sorted(changed.values(), key=_text_order)


def _is_introduced(clauses: Clauses, first: int) -> bool:
    """Does a colon stand before the quotation whose words begin at a token?"""
    return first > 1 and clauses.tags[first - 2:first] == ':"'


def _introducer(clauses: Clauses, first: int) -> Interval | None:
    """Who a quotation is of that a colon introduces without a verb of speech.

    It is the subject of the verb before the colon, or the name that stands right before it where that is a thing.
    """
    colon = first - 2
    low = clauses.sentence_of[colon].first
    phrase = clauses.phrase_ending(colon - 1, low) if colon > low else None
    index = clauses.verb_before(colon, low)
    subject = clauses.subject(index) if index is not None else None
    if subject is not None:
        found = subject.antecedent or (subject.first, subject.last)
        if phrase is None or clauses.can_act(*found) or not clauses.can_act(*phrase):
            return found
    return phrase if phrase is not None and clauses.can_act(*phrase) else None


def _speaker_before(clauses: Clauses, sentence: int) -> Interval | None:
    """The subject of the sentence before a quotation that names no speaker."""
    if not sentence:
        return None
    before = clauses.analysis.sentences[sentence - 1]
    index = clauses.next_group(before.first, before.last)
    while index is not None and index < len(clauses.groups) and clauses.groups[index].first < before.last:
        if clauses.groups[index].form == "finite":
            subject = clauses.subject(index)
            return (subject.first, subject.last) if subject else None
        index += 1
    return None


def _text_order(draft: Draft) -> tuple[int, int, int]:
    content, cue = draft.content, draft.cue
    return content[0][0], content[-1][1], cue[0] if cue else -1


def _attribution(draft: Draft, clauses: Clauses) -> Attribution:
    """The relation in code points, with its form and voice."""
    analysis = clauses.analysis
    tags, tag_at, starts, ends = clauses.tags, clauses.tag_at, analysis.starts, analysis.ends
    pieces = []
    for first, last in draft.content:
        if tags.find('"', first, last) >= 0:
            first, last = _trimmed(first, last, clauses)
        elif tag_at[last - 1] in ",-;" or tag_at[first] in ",-":
            first, last = _without_commas(first, last, tag_at)
        pieces.append((starts[first], ends[last - 1]))
    if len(pieces) > 1:
        pieces = _apart(pieces)
    quoted: list[Interval] = []
    outer, mark_ends = clauses.outer, clauses.mark_ends
    for start, end in pieces:
        at = bisect_right(mark_ends, start)
        while at < len(outer) and outer[at].start < end:
            if outer[at].start < mark_ends[at]:
                quoted.append((max(outer[at].start, start), min(mark_ends[at], end)))
            at += 1
    form = "indirect"
    if quoted:
        # Marks, spaces and commas around quotations of several pieces are no words of their own.
        outside = sum([end - start for start, end in pieces]) - sum([end - start for start, end in quoted])
        form = "direct" if outside <= 2 * len(pieces) else "mixed"
    source = draft.source
    if source is not None and source[0] >= source[1]:
        source = None
    voice = "source" if source else "article" if draft.frame == "article" else "unnamed"
    return Attribution(tuple(pieces), tuple(quoted), source, draft.antecedent, draft.cue, draft.head, draft.lemma, form,
                       draft.frame, draft.speech, voice, draft.rule)


def _apart(pieces: Iterable[Interval]) -> list[Interval]:
    """The pieces in text order, without those that stand inside others and with those that overlap made one."""
    apart: list[Interval] = []
    for start, end in sorted(pieces):
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart


def _trimmed(first: int, last: int, clauses: Clauses) -> Interval:
    """A piece with a mark in it, without outer ones where they hold the whole of it, and without a comma at its end.

    A piece that ends within a quotation, right before the stop or comma that its closing mark follows, has both.
    """
    tag_at = clauses.tag_at
    if last - first > 1 and tag_at[first] == '"' and first not in clauses.mark_from:
        first += 1  # a closing mark
    mark = clauses.outer_before(last)
    if mark is not None and mark.closing is not None and first <= mark.opening and (
            mark.closing == last or (mark.closing == last + 1 and tag_at[last] in ".,")):
        if first < mark.opening or last - first <= 2:
            return first, mark.closing + 1
        return first + 1, mark.closing - (tag_at[mark.closing - 1] == ",")
    first, last = _without_commas(first, last, tag_at)
    mark = clauses.mark_from.get(first)
    if mark is not None and last - first > 2 and (mark.closing is None or mark.closing == last - 1):
        return first + 1, last - 1 if mark.closing == last - 1 else last
    return first, last


def _without_commas(first: int, last: int, tag_at: list[str]) -> Interval:
    """A piece without commas and dashes at its ends."""
    while last - 1 > first and tag_at[last - 1] in ",-;":
        last -= 1
    while last - 1 > first and tag_at[first] in ",-":
        first += 1
    return first, last
