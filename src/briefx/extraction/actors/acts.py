"""What an actor does: the sentences of whose main clause it is the subject."""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from operator import itemgetter

from briefx.extraction.actors.entity import Mark
from briefx.extraction.actors.wording import wording
from briefx.extraction.attribution.relation import Attribution
from briefx.lexicon.words import speech_verbs
from briefx.model import Span
from briefx.text.analysis import Analysis
from briefx.text.classes import ADVERBS, FINITE, verb_lemma

_MOST_ACTS = 3
# What was or has been done tells more than what is done in the present or a base form, and that more than what may
# be done; a sentence tells a little less with each that stands before it.
_PRESENT = -0.3
_BASE_FORM = -0.5
_MODAL = -0.8
_EACH_SENTENCE = -0.02

# What stands behind a mention that a verb may follow.
BEFORE_VERB = frozenset("ICRx,ZDMbhdV")
_AUXILIARY = frozenset("MbhdBxR")
_GOES_ON = frozenset("MbhdBxRVnGD")
_VERBS = frozenset("VZDnG")
_BARE = frozenset("VG")
_DETERMINERS = frozenset("Tq")
_BEFORE_NAMES = frozenset("JNSPK'nGR")
# "After", "before" and the like open a clause as subordinators do where a verb follows.
_OPENS_CLAUSE = frozenset("cWI")
_START = itemgetter(0)


@cache
def _behind_subject() -> re.Pattern[str]:
    """What may stand between the head of a subject and its verb, over word classes.

    "Lee of Velden closed", "Lee and Kay closed", "Lee, the mayor, also closed", "Lee, who is ill, closed"; not
    "the union, Lee said, closed", where what stands between is a clause of its own.
    """
    return re.compile(r"(?:[IC][TqJNSPK']{1,6}){0,2}(?:,(?:[TJNKPqI][^,;.VZDMbhd]{0,15}|W[^,;.]{1,15}),)?"
                      r"[Rx]{0,6}(?=[ZDMbhdV])")


class Acts:
    """Answers for one text; made once, asked for each actor.

    Cues are no deeds, and what stands in the content of an attribution behind its cue or in quotation marks is
    told by somebody else.
    """

    def __init__(self, analysis: Analysis, attributions: Iterable[Attribution]) -> None:
        self._analysis = analysis
        self._tags, self._tag_at = analysis.tags, analysis.tag_at
        self._behind_subject = _behind_subject().match
        self._no_deeds = speech_verbs(), wording().signals["stative"]
        self._cues: set[int] = set()
        told: list[tuple[int, int]] = []
        cues, starts = self._cues, analysis.starts
        for attribution in attributions:
            cue = attribution.cue
            behind = -1
            if cue:
                first, last = cue
                if last - first == 1:
                    cues.add(first)
                else:
                    cues.update(range(first, last))
                behind = starts[first]
            if attribution.voice != "article":
                content = attribution.content
                if content[0][0] > behind:
                    told += content
                elif content[-1][0] > behind:
                    told += [piece for piece in content if piece[0] > behind]
        told.extend([(mark.start, mark.end) for mark in analysis.marked if not mark.depth])
        told.sort(key=_START)
        # Those that reach further than all before them: their starts and ends are both in order.
        self._told_starts: list[int] = []
        self._told_ends: list[int] = []
        reach = -1
        for start, end in told:
            if end > reach:
                self._told_starts.append(start)
                self._told_ends.append(end)
                reach = end

    def of(self, openers: Iterable[Mark]) -> tuple[Span, ...]:
        """Returns up to three sentences that say what an actor does beyond speaking, in text order.

        ``openers`` are its mentions that a verb may follow. Passives and verbs that say what is are no deeds.
        """
        analysis, tags = self._analysis, self._tag_at
        sentences, numbers, blocks = analysis.sentences, analysis.sentence_numbers, analysis.blocks
        ranked: list[tuple[float, int]] = []
        for first, last, _, _ in openers:
            verb = self._verb(last)
            if verb < 0:
                continue
            number = numbers[first]
            sentence = sentences[number]
            if blocks[sentence.block].kind == "paragraph" and self._is_main(sentence.first, first):
                tag = tags[verb]
                score = _EACH_SENTENCE * number
                if tags[verb - 1] == "M":
                    score += _MODAL
                elif tag in _BARE:
                    score += _BASE_FORM
                elif tag == "Z":
                    score += _PRESENT
                ranked.append((-score, number))
        if not ranked:
            return ()
        chosen: set[int] = set()
        for _, number in sorted(ranked):
            chosen.add(number)
            if len(chosen) == _MOST_ACTS:
                break
        text = analysis.text
        spans = []
        for number in sorted(chosen):
            start, end = sentences[number].start, sentences[number].end
            spans.append(Span(text[start:end], start, end))
        return tuple(spans)

    def _verb(self, at: int) -> int:
        """The token of the verb of doing whose subject ends before a token, -1 where there is none."""
        tags = self._tag_at
        tag = tags[at]
        if tag not in FINITE:
            match = self._behind_subject(self._tags, at)
            if match is None:
                return -1
            at = match.end()
            tag = tags[at]
        auxiliary = ""
        last = len(tags) - 1
        while tag in _AUXILIARY and at < last and tags[at + 1] in _GOES_ON:
            if tag not in ADVERBS:
                auxiliary = tag
            at += 1
            tag = tags[at]
        if tag not in _VERBS or at in self._cues or (tag == "n" and auxiliary in "bB"):
            return -1
        word = self._analysis.lowers[at]
        spoken, stative = self._no_deeds
        return -1 if word in spoken or verb_lemma(word) in stative else at

    def _is_main(self, begin: int, first: int) -> bool:
        """Is a subject that begins at a token that of a main clause of its sentence, told by the article itself?"""
        tags, offset = self._tag_at, self._analysis.starts[first]
        place = bisect_right(self._told_starts, offset) - 1
        if place >= 0 and offset < self._told_ends[place]:
            return False
        start = first
        while start > begin and tags[start - 1] in _BEFORE_NAMES:
            start -= 1
        if start > begin and tags[start - 1] in _DETERMINERS:
            start -= 1
        before = self._tags[begin:start].lstrip("\"CR,")
        if not before:
            return True
        end = before.rstrip("R")[-1:]
        if end in ("I", "'"):
            return False  # "supporters of Lee left"
        if FINITE.isdisjoint(before):
            return ("c" not in before and "W" not in before) or (before[0] in "cW" and end == ",")
        if end == ",":
            return before[0] in _OPENS_CLAUSE  # "When the talks failed, Lee left"
        return end in "C;" and before.rstrip("RC")[-1:] in (",", ";", "")
