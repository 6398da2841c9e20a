"""A claim before it is labelled: the attribution with its cue read and its content's main clause found."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cache

from briefx.extraction.attribution.relation import Attribution
from briefx.extraction.main_clause import MainClause, MainClauses
from briefx.lexicon.claims import STATEMENT, CueLabels, claim_words, cue_labels
from briefx.lexicon.words import auxiliaries
from briefx.text.analysis import Analysis
from briefx.text.phrases import VerbGroup

_VERBAL = frozenset("VZDMbhdWc,;:")
_FIRST_PERSON = frozenset(("i", "we"))
_THIRD_PERSON = frozenset(("he", "she", "it", "they"))
NOBODY = frozenset(("nobody", "none", "no", "neither"))
# Before a subject, and before an auxiliary that stands before its subject.
_TURNING = frozenset(("not", "neither", "nor", "hardly", "scarcely"))
_INVERTING = frozenset(("nor", "neither", "never", "rarely", "seldom", "hardly", "scarcely", "little"))
# An aside between "not" and its verb has at most so many tokens.
_ASIDE_REACH = 4
# Between the content's first word and its subject's.
_NOT_SUBJECT = frozenset((
    "that", "but", "and", "so", "then", "now", "also", "just", "still", "\"", "“", "‘", ","))
_POSSESSIVES = frozenset(("of", "'s", "’s"))


@cache
def _negations() -> frozenset[str]:
    """The words that negate a verb group."""
    negated = [word for word in auxiliaries() if word.endswith(("n't", "n’t"))]
    return frozenset(("not", "never", "no", "nor", "neither", "cannot", "n't", "n’t", *negated))


class Proposition:
    """What the rules that label a claim ask.

    ``cue`` holds the cue's words in lower case and ``labels`` what the lexicon says of it; ``negated`` tells
    that the cue is ("has not confirmed"), ``withheld`` that it is one of not doing ("declined to say",
    "without saying"). ``avowed`` is the kind of a verb that the speaker says of himself in the content
    ("I promise", "we reject").
    ``intervals`` are the tokens of the content's first sentence that is no question (of its first, where all
    are), ``clause`` its main clause, ``modal`` the modal of its verb or "", ``subject`` the words of its subject;
    ``own`` tells that the subject is the claimant. ``opening`` is the interval of a clause that says no more than
    that what follows is so or is thought ("It is likely that", "I think"; ``thinking`` is its verb): then
    ``clause`` is what follows. ``future`` is kept by the rule that tells whether it is about what is to come.
    """

    __slots__ = ("_claimant", "_ids_within", "_own", "analysis", "attribution", "avowed", "clause", "cue", "frame",
                 "future", "intervals", "labels", "lowers", "modal", "negated", "opening", "subject", "tags",
                 "thinking", "withheld")

    def __init__(self, analysis: Analysis, clauses: MainClauses, attribution: Attribution,
                 claimant: Iterable[str] = (),
                 ids_within: Callable[[int, int], Iterable[str]] | None = None) -> None:
        self.analysis = analysis
        self.attribution = attribution
        first, last = attribution.cue or (0, 0)
        lowers = self.lowers = analysis.lowers
        self.tags = analysis.tags
        cue = self.cue = lowers[first:last]
        self.intervals = _first_sentence(analysis, attribution)
        self.frame = _frame(analysis, attribution, self.intervals[0])
        negated = (not _negations().isdisjoint(cue) or _is_yet_to(analysis, first)
                   or (first > 0 and (lowers[first - 1] == "never" or _is_negated_apart(analysis, first))))
        source = attribution.source
        if source is not None and (lowers[source[0]] in NOBODY or _is_turned(analysis, source[0])):
            negated = not negated
        self.labels, self.negated = _labels_of(attribution, analysis, self.frame, negated)
        withholding = claim_words("withholding")
        head = attribution.head
        self.withheld = head is not None and lowers[head] not in withholding and (
            not withholding.isdisjoint(cue) or (analysis.tags[head] == "G" and _is_left_undone(lowers, first)))
        self.clause = clauses.of(self.intervals, to_infinitive=self.frame.endswith("inf"),
                                 embedded=self.frame == "wh")
        self._read(self.clause)
        self._claimant = claimant
        self._ids_within = ids_within
        self.thinking: VerbGroup | None = None
        self.opening: tuple[int, int] | None = None
        self.avowed = ""
        verb = self.clause.verb
        if verb is None or not self.subject:
            return
        if self.subject == ["it"] and verb.lemma == "be":
            after = verb.last + 1 + (analysis.tags[verb.last:verb.last + 1] == "R")
            if lowers[after:after + 1] == ["that"] and lowers[after - 1] in claim_words("clause_predicate"):
                self._open(clauses, after, None)
            return
        labels = self._own_verb(verb)
        if labels is not None:
            self._read_own_verb(clauses, verb, labels)

    def _read(self, clause: MainClause) -> None:
        """Sets what is known of a main clause by its words."""
        lowers, verb = self.lowers, clause.verb
        self.modal = lowers[verb.modal] if verb and verb.modal is not None else ""
        self.subject = ([word for word in lowers[clause.begin:verb.first] if word not in _NOT_SUBJECT]
                        if verb else [])
        self._own: bool | None = None
        self.future: bool | None = None

    @property
    def own(self) -> bool:
        """Is the subject of the content the claimant: first person, a pronoun or name that resolves to it?"""
        if self._own is None:
            self._own = self._is_own(self._claimant, self._ids_within)
        return self._own

    def _own_verb(self, verb: VerbGroup) -> CueLabels | None:
        """What the lexicon says of the content's verb, were it a cue; null where it is none to read so."""
        if verb.modal is not None:
            return None
        entry = cue_labels(verb.lemma)
        lowers = self.analysis.lowers
        following = lowers[verb.last] if verb.last < len(lowers) else ""
        return entry.get(following) or (entry.get(":inf") if following == "to" else None) or entry.get("")

    def _read_own_verb(self, clauses: MainClauses, verb: VerbGroup, labels: CueLabels) -> None:
        """Reads "I promise" as an avowal and "I think", "he believed" as no more than a thought's opening."""
        spoken = (self.subject[-1] in _FIRST_PERSON and self.attribution.form != "indirect"
                  and verb.tense == "present")
        if labels.kind == "belief":
            disbelief = (labels.polarity == "negative") != verb.negated
            if disbelief and spoken:
                self.avowed = "denial"
            if spoken or (self.own and not disbelief):
                self._open(clauses, verb.last, verb)
        elif spoken and not verb.negated:
            self.avowed = labels.kind

    def _open(self, clauses: MainClauses, after: int, thinking: VerbGroup | None) -> None:
        """Takes what follows a token for the main clause, where it is one."""
        inner = clauses.of([(after, self.clause.end)])
        if inner.verb:
            self.thinking = thinking
            self.opening = self.clause.begin, after
            self.clause = inner._replace(condition=self.clause.condition or inner.condition)
            self._read(inner)

    def _is_own(self, claimant: Iterable[str],
                ids_within: Callable[[int, int], Iterable[str]] | None) -> bool:
        subject, verb = self.subject, self.clause.verb
        if not subject or verb is None:
            return False
        if subject[-1] in _FIRST_PERSON:
            return self.attribution.form != "indirect"
        if self.attribution.source is None or not _POSSESSIVES.isdisjoint(subject):
            return False
        if ids_within is not None:
            starts, ends = self.analysis.starts, self.analysis.ends
            named = set(ids_within(starts[self.clause.begin], ends[verb.first - 1]))
            if named:
                return not named.isdisjoint(claimant)
        return len(subject) == 1 and subject[0] in _THIRD_PERSON and self.attribution.form == "indirect"


def _is_negated_apart(analysis: Analysis, cue: int) -> bool:
    """Does an aside part a cue from its "not", as in "does not, however, require"?"""
    lowers = analysis.lowers
    if lowers[cue - 1] != ",":
        return False
    comma = next((at for at in range(cue - 2, max(cue - 2 - _ASIDE_REACH, 0), -1) if lowers[at] == ","), 0)
    return comma > 1 and lowers[comma - 1] in _negations() and analysis.tags[comma - 2] in "Mbhd"


def _is_turned(analysis: Analysis, subject: int) -> bool:
    """Is a subject's clause turned by what stands before it: "Not everyone", "neither he nor Lee", "Nor did Lee"?"""
    lowers = analysis.lowers
    before = lowers[subject - 1] if subject else ""
    earlier = lowers[subject - 2] if subject > 1 else ""
    if before in _TURNING:
        return earlier not in claim_words("before_not")
    return earlier in _INVERTING and analysis.tags[subject - 1] in "Mbhd"


def _is_yet_to(analysis: Analysis, cue: int) -> bool:
    """Does "yet to" stand among the words around a cue's beginning ("has yet to say", but not "Yet Lee said")?"""
    if "yet" not in analysis.counts:
        return False
    words = analysis.lowers[cue - 2 if cue > 2 else 0:cue + 3]
    return "yet" in words and words[words.index("yet") + 1:][:1] == ["to"]


def _is_left_undone(lowers: list[str], gerund: int) -> bool:
    """Do the words before a gerund say that it is not done: "stopped short of saying", "without saying"?"""
    before = lowers[gerund - 1] if gerund else ""
    return before == "without" or (
        before in ("of", "from", "than") and gerund > 1 and lowers[gerund - 2] in claim_words("sparing"))


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
    head, cue = attribution.head, attribution.cue
    if cue is None or head is None:
        return STATEMENT, False
    form = analysis.lowers[head]
    entry = cue_labels(attribution.lemma) or cue_labels(form) or cue_labels(form[:-1])
    if not entry:
        return STATEMENT, negated
    following = analysis.lowers[head + 1] if head + 1 < cue[1] else ""
    if negated:
        labels = entry.get(f"not {following}" if following else "not")
        if labels:
            return labels, False
    tags = analysis.tags
    before = tags[cue[0]:head]
    labels = (entry.get("be") if tags[head] == "n" and ("b" in before or "B" in before) else None) or (
        entry.get(following) if following else None) or (entry.get("noun") if tags[head] in "NS" else None)
    if labels is None:
        of_form = cue_labels(form).get("") if form != attribution.lemma else None
        labels = entry.get(":" + frame) or of_form or entry.get("")
    return labels or STATEMENT, negated


def _first_sentence(analysis: Analysis, attribution: Attribution) -> list[tuple[int, int]]:
    """The intervals of tokens of a content's first sentence that is no question; a cue may interrupt it."""
    starts = analysis.starts
    pieces = []
    for start, end in attribution.content:
        first = bisect_left(starts, start)
        pieces.append((first, bisect_left(starts, end, first)))
    sentences, words = analysis.sentences, analysis.words
    place = analysis.sentence_numbers[pieces[0][0]]
    last = sentences[place].last
    if last >= pieces[-1][1]:
        return pieces
    while place + 1 < len(sentences):
        begin, last = sentences[place].first, sentences[place].last
        within = [(max(start, begin), min(end, last)) for start, end in pieces if start < last and begin < end]
        if within and "?" not in words[last - 2:last]:
            return within
        place += 1
    return pieces[:1]
