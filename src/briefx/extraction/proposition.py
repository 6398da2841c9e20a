"""A claim before it is labelled: the attribution with its cue read and its content's main clause found."""
from __future__ import annotations

from collections.abc import Callable, Iterable

from briefx.extraction.attribution.relation import Attribution
from briefx.extraction.main_clause import MainClause, MainClauses
from briefx.lexicon.claims import STATEMENT, CueLabels, claim_words, cue_labels
from briefx.text.analysis import Analysis
from briefx.text.phrases import VerbGroup

_NEGATIONS = frozenset(("not", "never", "no", "nor", "neither", "cannot"))
_VERBAL = frozenset("VZDMbhdWc,;:")
_BE = frozenset("bB")
_FIRST_PERSON = frozenset(("i", "we"))
_THIRD_PERSON = frozenset(("he", "she", "it", "they"))
# Between the content's first word and its subject's.
_NOT_SUBJECT = frozenset((
    "that", "but", "and", "so", "then", "now", "also", "just", "still", "\"", "“", "‘", ","))


class Proposition:
    """What the rules that label a claim ask.

    ``cue`` holds the cue's words in lower case and ``labels`` what the lexicon says of it; ``negated`` tells
    that the cue is ("has not confirmed"), ``withheld`` that it is one of not doing ("declined to say").
    ``intervals`` are the tokens of the content's first sentence that is no question (of its first, where all
    are), ``clause`` its main clause, ``subject`` the words of that clause's subject; ``own`` tells that the
    subject is the claimant. ``thinking`` is the verb of a clause that says no more than that its subject thinks what
    follows ("I think it will rain"): then ``clause`` is what is thought.
    """

    __slots__ = ("analysis", "attribution", "clause", "cue", "frame", "intervals", "labels", "negated", "own",
                 "subject", "thinking", "withheld")

    def __init__(self, analysis: Analysis, clauses: MainClauses, attribution: Attribution,
                 claimant: Iterable[str] = (),
                 ids_within: Callable[[int, int], Iterable[str]] | None = None) -> None:
        self.analysis = analysis
        self.attribution = attribution
        self.intervals = _first_sentence(analysis, attribution)
        self.frame = _frame(analysis, attribution, self.intervals[0])
        first, last = attribution.cue or (0, 0)
        lowers = analysis.lowers
        self.cue = lowers[first:last]
        negated = (any(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in self.cue)
                   or "yet" in lowers[max(first - 2, 0):first + 2])
        self.labels, self.negated = _labels_of(attribution, analysis, self.frame, negated)
        head = attribution.head
        self.withheld = (head is not None and not claim_words("withholding").isdisjoint(self.cue)
                         and lowers[head] not in claim_words("withholding"))
        self.clause = clauses.of(self.intervals, to_infinitive=self.frame.endswith("inf"),
                                 embedded=self.frame == "wh")
        self.subject = _subject(lowers, self.clause)
        self.own = self._is_own(claimant, ids_within)
        self.thinking = None
        if self.own and self.clause.verb and _thinks(self.clause.verb):
            thought = clauses.of([(self.clause.verb.last, self.clause.end)])
            if thought.verb:
                self.thinking = self.clause.verb
                self.clause = thought._replace(condition=self.clause.condition or thought.condition)
                self.subject = _subject(lowers, thought)
                self.own = self._is_own(claimant, ids_within)

    def _is_own(self, claimant: Iterable[str],
                ids_within: Callable[[int, int], Iterable[str]] | None) -> bool:
        """Is the subject of the content the claimant: first person, a pronoun or name that resolves to it?"""
        subject = self.subject
        if not subject:
            return False
        if subject[-1] in _FIRST_PERSON:
            return self.attribution.form != "indirect"
        if self.attribution.source is None or "of" in subject or "'s" in subject or "’s" in subject:
            return False
        verb = self.clause.verb
        if verb is None:
            return False
        if ids_within is not None:
            starts, ends = self.analysis.starts, self.analysis.ends
            named = set(ids_within(starts[self.clause.begin], ends[verb.first - 1]))
            if named:
                return not named.isdisjoint(claimant)
        return len(subject) == 1 and subject[0] in _THIRD_PERSON and self.attribution.form == "indirect"


def _thinks(verb: VerbGroup) -> bool:
    """Is it a verb of believing that takes its content as true ("I think", not "I don't think")?"""
    labels = cue_labels().get(verb.lemma)
    return (labels is not None and labels.kind == "belief" and labels.polarity == "positive"
            and not verb.negated and verb.modal is None)


def _frame(analysis: Analysis, attribution: Attribution, content: tuple[int, int]) -> str:
    """The frame as the lexicon of labels knows it: active, an object with its infinitive ("crews to leave") told."""
    frame = attribution.frame.removeprefix("pass_")
    if frame == "object":
        tags = analysis.tags
        at = tags.find("t", *content)
        if at > content[0] and _VERBAL.isdisjoint(tags[content[0]:at]):
            return "objinf"
    return frame


def _labels_of(attribution: Attribution, analysis: Analysis, frame: str,
               negated: bool) -> tuple[CueLabels, bool]:
    """What the lexicon says of a cue, the most specific entry first; is its negation still to count?"""
    known = cue_labels()
    lemma, head, cue = attribution.lemma, attribution.head, attribution.cue
    if cue is None or head is None:
        return STATEMENT, False
    lowers = analysis.lowers
    phrase = f"{lemma} {lowers[head + 1]}" if head + 1 < cue[1] else lemma
    if negated:
        labels = known.get(f"not {phrase}")
        if labels:
            return labels, False
    passive = analysis.tags[head] == "n" and not _BE.isdisjoint(analysis.tags[cue[0]:head])
    return ((known.get(f"be {lemma}") if passive else None)
            or (known.get(phrase) if phrase != lemma else None)
            or known.get(f"{lemma}:{frame}") or known.get(lowers[head]) or known.get(lemma)
            or STATEMENT), negated


def _first_sentence(analysis: Analysis, attribution: Attribution) -> list[tuple[int, int]]:
    """The intervals of tokens of a content's first sentence, which a cue may interrupt."""
    at = analysis.token_at
    pieces = [(at(start), at(end)) for start, end in attribution.content]
    if not pieces:
        return [(0, 0)]
    at_sentence = analysis.sentence_index(pieces[0][0])
    sentences, final = analysis.sentences, pieces[-1][1]
    while sentences[at_sentence].last < final and "?" in analysis.words[sentences[at_sentence].last - 2:
                                                                       sentences[at_sentence].last]:
        at_sentence += 1
    begin, end = sentences[at_sentence].first, sentences[at_sentence].last
    return [(max(first, begin), min(last, end)) for first, last in pieces if first < end and begin < last]


def _subject(lowers: list[str], clause: MainClause) -> list[str]:
    """The words in front of a main clause's verb, less what is no part of a subject."""
    if clause.verb is None:
        return []
    return [word for word in lowers[clause.begin:clause.verb.first] if word not in _NOT_SUBJECT]
