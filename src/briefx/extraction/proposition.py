"""A claim before it is labelled: the attribution with its cue read and its content's main clause found."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

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
SUPPOSING = frozenset(("if", "unless", "whether"))
_BE = frozenset("bB")
# What is said of so many cues, by their words, is remembered.
_MOST_CUES = 4096
# Between the content's first word and its subject's.
_NOT_SUBJECT = frozenset((
    "that", "but", "and", "so", "then", "now", "also", "just", "still", "\"", "“", "‘", ","))
_POSSESSIVES = frozenset(("of", "'s", "’s"))


@cache
def _negations() -> frozenset[str]:
    """The words that negate a verb group."""
    negated = [word for word in auxiliaries() if word.endswith(("n't", "n’t"))]
    return frozenset(("not", "never", "no", "nor", "neither", "cannot", "n't", "n’t", *negated))


@cache
def _signs() -> frozenset[str]:
    """The words of which one stands in or near a cue, or near its source, where the cue is negated."""
    return _negations() | NOBODY | _TURNING | _INVERTING | {"yet"}


@cache
def _not_plain() -> frozenset[str]:
    """The lemmas of verbs that lead to what is judged, due or to come."""
    return claim_words("copula") | {"have", "need", "go"}


class Proposition:
    """What the rules that label a claim ask.

    ``labels`` is what the lexicon says of the cue; ``negated`` tells
    that the cue is ("has not confirmed"), ``withheld`` that it is one of not doing ("declined to say",
    "without saying"). ``avowed`` is the kind of a verb that the speaker says of himself in the content
    ("I promise", "we reject").
    ``intervals`` are the tokens of the content's first sentence that is no question (of its first, where all
    are), ``clause`` its main clause, ``modal`` the modal of its verb or "", ``subject`` the words of its subject;
    ``own`` tells that the subject is the claimant. ``opening`` is the interval of a clause that says no more than
    that what follows is so or is thought ("It is likely that", "I think"; ``thinking`` is its verb): then
    ``clause`` is what follows. ``traits`` are those by which tables of labels leave out rows. ``future`` and
    ``predicate`` are kept by the rules that tell whether it is about what is to come, and what is said of its subject.
    """

    __slots__ = ("_claimant", "_ids_within", "_own", "_subject", "analysis", "attribution", "avowed", "clause", "frame",
                 "future", "intervals", "labels", "lowers", "modal", "negated", "opening", "predicate", "tags",
                 "thinking", "traits", "withheld")

    def __init__(self, analysis: Analysis, clauses: MainClauses, attribution: Attribution,
                 claimant: Iterable[str] = (),
                 ids_within: Callable[[int, int], Iterable[str]] | None = None) -> None:
        self.analysis = analysis
        self.attribution = attribution
        lowers = self.lowers = analysis.lowers
        tags = self.tags = analysis.tags
        self._claimant = claimant
        self._ids_within = ids_within
        self.thinking: VerbGroup | None = None
        self.opening: tuple[int, int] | None = None
        self.avowed = ""
        intervals = self.intervals = _first_sentence(analysis, attribution.content)
        frame = attribution.frame
        if frame == "object" or frame[:5] == "pass_":
            frame = _frame(frame, tags, *intervals[0])
        self.frame = frame
        self.labels, self.negated, self.withheld = STATEMENT, False, False
        if attribution.cue is not None and attribution.head is not None:
            self._read_cue(*attribution.cue, attribution.head)
        clause = clauses.of(intervals, to_infinitive=frame[-3:] == "inf", embedded=frame == "wh")
        self._read(clause)
        verb = clause.verb
        if verb is not None:
            if verb.lemma == "be" and "it" in lowers[clause.begin:verb.first] and self.subject == ["it"]:
                after = verb.last + 1 + (tags[verb.last:verb.last + 1] == "R")
                if lowers[after:after + 1] == ["that"] and lowers[after - 1] in claim_words("clause_predicate"):
                    self._open(clauses, after, None)
            elif verb.modal is None and cue_labels(verb.lemma) and self.subject:
                labels = self._own_verb(verb)
                if labels is not None:
                    self._read_own_verb(clauses, verb, labels)
        self.traits = (self.labels, self.avowed, self.negated != self.withheld, attribution.form, self._is_plain(),
                       self._may_suppose())

    def _read_cue(self, first: int, last: int, head: int) -> None:
        """Sets what is known of a cue, an interval of tokens with a head."""
        lowers, source = self.lowers, self.attribution.source
        signs = _signs()
        begin = first - _ASIDE_REACH - 2
        negated = (not signs.isdisjoint(lowers[begin if begin > 0 else 0:last + 1])
                   and _is_negated(self.analysis, first, last))
        if source is not None:
            subject = source[0]
            if not signs.isdisjoint(lowers[subject - 2 if subject > 2 else 0:subject + 1]) and (
                    lowers[subject] in NOBODY or _is_turned(self.analysis, subject)):
                negated = not negated
        tag = self.tags[head]
        standing = ""
        if tag in "NS":
            standing = "noun"
        elif tag == "n" and head > first and not _BE.isdisjoint(self.tags[first:head]):
            standing = "be"
        form = lowers[head]
        self.labels, self.negated = _labels_of(
            self.attribution.lemma, form, lowers[head + 1] if head + 1 < last else "", standing, self.frame, negated)
        withholding = claim_words("withholding")
        self.withheld = (not withholding.isdisjoint(lowers[first:last])
                         or (tag == "G" and _is_left_undone(lowers, first))) and form not in withholding

    def _read(self, clause: MainClause) -> None:
        """Takes a main clause, of which no more is known than its words."""
        verb = clause.verb
        self.clause = clause
        self.modal = self.lowers[verb.modal] if verb is not None and verb.modal is not None else ""
        self._subject: list[str] | None = None
        self._own: bool | None = None
        self.future: bool | None = None
        self.predicate: tuple[int, int] | None = None

    def _is_plain(self) -> bool:
        """Does the main verb only tell what is or was done: no modal, no copula, no passive, nothing due or to come?"""
        verb = self.clause.verb
        return (verb is not None and verb.modal is None and not verb.passive and self.tags[verb.head] != "n"
                and verb.lemma not in _not_plain())

    def _may_suppose(self) -> bool:
        """Does the content open with a word like "if", or the clause of its source?"""
        first, last = self.intervals[0]
        source = self.attribution.source
        return (first < last and self.lowers[first] in SUPPOSING) or (
            source is not None and self.lowers[source[0] - 1] in SUPPOSING)

    @property
    def subject(self) -> list[str]:
        """The words of the main clause's subject, none without a verb."""
        if self._subject is None:
            begin, verb = self.clause.begin, self.clause.verb
            self._subject = [word for word in self.lowers[begin:verb.first] if word not in _NOT_SUBJECT] if verb else []
        return self._subject

    @property
    def own(self) -> bool:
        """Is the subject of the content the claimant: first person, a pronoun or name that resolves to it?"""
        if self._own is None:
            self._own = self._is_own(self._claimant, self._ids_within)
        return self._own

    def _own_verb(self, verb: VerbGroup) -> CueLabels | None:
        """What the lexicon says of the content's verb, were it a cue; null where it is none to read so."""
        entry = cue_labels(verb.lemma)
        lowers = self.lowers
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
            self._read(inner._replace(condition=self.clause.condition or inner.condition))

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


def _is_negated(analysis: Analysis, first: int, last: int) -> bool:
    """Is a cue negated, by a word of its own or just in front of it?"""
    lowers = analysis.lowers
    return (not _negations().isdisjoint(lowers[first:last]) or _is_yet_to(lowers, first)
            or (first > 0 and (lowers[first - 1] == "never" or _is_negated_apart(analysis, first))))


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


def _is_yet_to(lowers: list[str], cue: int) -> bool:
    """Does "yet to" stand among the words around a cue's beginning ("has yet to say", but not "Yet Lee said")?"""
    words = lowers[cue - 2 if cue > 2 else 0:cue + 3]
    return "yet" in words and words[words.index("yet") + 1:][:1] == ["to"]


def _is_left_undone(lowers: list[str], gerund: int) -> bool:
    """Do the words before a gerund say that it is not done: "stopped short of saying", "without saying"?"""
    before = lowers[gerund - 1] if gerund else ""
    return before == "without" or (
        before in ("of", "from", "than") and gerund > 1 and lowers[gerund - 2] in claim_words("sparing"))


def _frame(frame: str, tags: str, first: int, last: int) -> str:
    """The frame as the lexicon of labels knows it: active, an object with its infinitive ("crews to leave") told."""
    frame = frame.removeprefix("pass_")
    if frame == "object":
        at = tags.find("t", first, last)
        if at > first and _VERBAL.isdisjoint(tags[first:at]):
            return "objinf"
    return frame


@lru_cache(_MOST_CUES)
def _labels_of(lemma: str, form: str, following: str, standing: str, frame: str,
               negated: bool) -> tuple[CueLabels, bool]:
    """What the lexicon says of a cue, the most specific entry first; is its negation still to count?

    ``form`` is that of the cue's head, ``following`` the cue's word behind it; ``standing`` says that the head is a
    "noun" or, with "be", a passive.
    """
    entry = cue_labels(lemma) or cue_labels(form) or cue_labels(form[:-1])
    if not entry:
        return STATEMENT, negated
    if negated:
        labels = entry.get(f"not {following}" if following else "not")
        if labels:
            return labels, False
    labels = (entry.get(standing) if standing == "be" else None) or (
        entry.get(following) if following else None) or (entry.get(standing) if standing == "noun" else None)
    if labels is None:
        of_form = cue_labels(form).get("") if form != lemma else None
        labels = entry.get(":" + frame) or of_form or entry.get("")
    return labels or STATEMENT, negated


def _first_sentence(analysis: Analysis, content: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The intervals of tokens of a content's first sentence that is no question; a cue may interrupt it."""
    starts, sentences = analysis.starts, analysis.sentences
    start, end = content[0]
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, first)
    place = analysis.sentence_numbers[first]
    pieces = [(first, last)]
    for start, end in content[1:]:
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        pieces.append((first, last))
    if sentences[place].last >= last:
        return pieces
    words = analysis.words
    while place + 1 < len(sentences):
        begin, last = sentences[place].first, sentences[place].last
        within = [(max(start, begin), min(end, last)) for start, end in pieces if start < last and begin < end]
        if within and "?" not in words[last - 2:last]:
            return within
        place += 1
    return pieces[:1]
