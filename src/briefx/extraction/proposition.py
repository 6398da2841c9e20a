"""A claim before it is labelled: the attribution with its cue read and its content's main clause found."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from briefx.extraction.attribution.relation import Attribution
from briefx.extraction.main_clause import MainClause, MainClauses, condition_words
from briefx.lexicon.claims import STATEMENT, CueLabels, claim_words, cue_labels, hedges
from briefx.lexicon.words import auxiliaries
from briefx.memory import remembered
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
# The commonest frames that are neither passive nor an object's nor an infinitive's, and are read as they stand.
_FRAMES_AS_THEY_STAND = frozenset((
    "quote", "that", "bare", "wh", "colon", "none", "article", "according", "as", "for", "to"))
# So many tokens at most stand between a cue and a content that are searched for telling words in one go.
_NEAR = 20
# A question mark stands within so many tokens before a content's end, or just behind it.
_MARK_REACH = 3

# What is told of a claim by words that stand in it or near it,
NEGATING = 1
WITHHOLDING = 2
SUPPOSITION = 4
CONDITIONAL = 8
HEDGING = 16
EVALUATING = 32
UNTRUE = 64
MARKED = 128  # by a question mark
# and by what is read: it asks, its cue is negated or one of not doing but not both, its main verb is missing or a
# passive or a participle, its cue may have a subjunctive behind it, it or the clause of its source opens with "if".
ASKS = 256
TURNED = 512
OTHER = 1024
MANDATIVE = 2048
SUPPOSES = 4096
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
def hedging() -> frozenset[str]:
    """Returns the words that hedge, alone or with another."""
    return frozenset((*hedges(), *claim_words("nearly"), "must", "should"))


@cache
def _telling() -> tuple[frozenset[str], dict[str, int]]:
    """The words by which a claim is labelled and of which few stand in one, and {such a word: what it tells}."""
    found: dict[str, int] = {}
    for told, words in (
            (NEGATING, _signs()), (WITHHOLDING, claim_words("withholding")), (SUPPOSITION, SUPPOSING),
            (CONDITIONAL, condition_words()), (HEDGING, hedging()), (EVALUATING, claim_words("evaluative")),
            (UNTRUE, claim_words("untrue") | {"true"}), (MARKED, ("?",))):
        for word in words:
            found[word] = found.get(word, 0) | told
    return frozenset(found), found


@cache
def _not_plain() -> frozenset[str]:
    """The lemmas of verbs that lead to what is judged, due or to come."""
    return claim_words("copula") | {"have", "need", "go"}


@remembered
def _of_main_verb(lemma: str) -> tuple[str, bool]:
    """The lemma of a main verb that leads to what is judged, due or to come, else ""; is it a cue's?"""
    return lemma if lemma in _not_plain() else "", bool(cue_labels(lemma))


class Proposition:
    """What the rules that label a claim ask.

    ``labels`` is what the lexicon says of the cue; ``negated`` tells
    that the cue is ("has not confirmed"), ``withheld`` that it is one of not doing ("declined to say",
    "without saying"). ``avowed`` is the kind of a verb that the speaker says of himself in the content
    ("I promise", "we reject"). ``told`` is what the words tell that stand in the sentence of the content or in the cue
    or near it: where a bit of it is not set, no word stands there that could tell so.
    ``intervals`` are the tokens of the content's first sentence that is no question (of its first, where all
    are); ``begin``, ``end``, ``verb`` and ``condition`` tell of its main clause, ``modal`` is the modal of its verb
    or "", ``subject`` the words of its subject, ``is_cue`` tells that its verb is one that attributes elsewhere;
    ``own`` tells that the subject is the claimant. ``opening`` is the interval of a clause that says no more than
    that what follows is so or is thought ("It is likely that", "I think"; ``thinking`` is its verb): then the main
    clause is what follows. ``traits`` are those by which tables of labels leave out rows. ``future`` and
    ``predicate`` are kept by the rules that tell whether it is about what is to come, and what is said of its subject.
    """

    __slots__ = ("_claimant", "_ids_within", "_own", "_subject", "analysis", "attribution", "avowed", "begin",
                 "condition", "end", "frame", "future", "intervals", "is_cue", "labels", "lowers", "modal", "negated",
                 "opening", "predicate", "tag_at", "tags", "thinking", "told", "traits", "verb", "withheld")

    def __init__(self, analysis: Analysis, clauses: MainClauses, attribution: Attribution,
                 claimant: Iterable[str] = (),
                 ids_within: Callable[[int, int], Iterable[str]] | None = None) -> None:
        self.analysis = analysis
        self.attribution = attribution
        self.lowers = analysis.lowers
        tags = self.tags = analysis.tags
        self.tag_at = analysis.tag_at
        self._claimant = claimant
        self._ids_within = ids_within
        self.thinking: VerbGroup | None = None
        self.opening: tuple[int, int] | None = None
        self.avowed = ""
        intervals = self.intervals = _first_sentence(analysis, attribution.content)
        frame, infinitive = attribution.frame, False
        if frame not in _FRAMES_AS_THEY_STAND:
            frame = _frame(frame, tags, *intervals[0])
            infinitive = frame[-3:] == "inf"
        self.frame = frame
        cue, head = attribution.cue, attribution.head
        told = self.told = self._told_by_words(cue)
        traits = told & (EVALUATING | UNTRUE)
        if cue is None or head is None:
            self.labels, self.negated, self.withheld = STATEMENT, False, False
        elif self._read_cue(cue[0], cue[1], head):
            traits |= MANDATIVE
        self._read(clauses.of(intervals, infinitive, frame == "wh", told & CONDITIONAL != 0))
        verb = self.verb
        lemma = ""
        if verb is None:
            self.is_cue = False
            traits |= OTHER
        else:
            lemma, self.is_cue = _of_main_verb(verb.lemma)
            if verb.lemma == "be" or (self.is_cue and verb.modal is None):
                self._read_opening(clauses, verb)
                if self.opening is not None:
                    verb = self.verb
                    lemma, self.is_cue = _of_main_verb(verb.lemma)
            if verb.passive or self.tag_at[verb.head] == "n":
                traits |= OTHER
        if self.negated != self.withheld:
            traits |= TURNED
        if told & MARKED and attribution.form != "indirect" and self._asks():
            traits |= ASKS
        if told & SUPPOSITION and self._may_suppose():
            traits |= SUPPOSES
        self.traits = self.labels, self.avowed, attribution.form, self.modal, lemma, traits

    def _told_by_words(self, cue: tuple[int, int] | None) -> int:
        """What the words tell in the sentence of the content, in the cue or near it, or in front of the source."""
        lowers, intervals, source = self.lowers, self.intervals, self.attribution.source
        first, last = intervals[0][0], intervals[-1][1] + 1
        if last - _MARK_REACH - 1 < first:
            first = max(last - _MARK_REACH - 1, 0)
        telling, told_by = _telling()
        low, high = first, last
        if cue is not None:
            low, high = cue
            low -= _ASIDE_REACH + 2
            high += 1
        if source is not None:
            subject = source[0]
            if subject - 2 < low:
                low = subject - 2
            if subject >= high:
                high = subject + 1
        if low < 0:
            low = 0
        if low - last > _NEAR or first - high > _NEAR:
            words = telling.intersection(lowers[low:high] + lowers[first:last])
        else:
            words = telling.intersection(lowers[low if low < first else first:high if high > last else last])
        told = 0
        for word in words:
            told |= told_by[word]
        return told

    def _asks(self) -> bool:
        """Does a quoted content begin and end with a question?"""
        attribution, analysis = self.attribution, self.analysis
        text, end = analysis.text, attribution.content[-1][1]
        if attribution.form == "mixed" and attribution.quoted and attribution.quoted[-1][1] < end:
            return False  # the article asks
        if "?" not in (text[end - 1], text[end:end + 1]):
            return False
        last = self.intervals[-1][1]
        return "?" in analysis.words[max(last - _MARK_REACH, 0):last + 1]

    def _read_cue(self, first: int, last: int, head: int) -> bool:
        """Sets what is known of a cue, an interval of tokens with a head; returns whether its verb is mandative."""
        lowers, told, attribution = self.lowers, self.told, self.attribution
        negated = False
        if told & NEGATING:
            negated = _is_negated(self.analysis, first, last)
            source = attribution.source
            if source is not None and (lowers[source[0]] in NOBODY or _is_turned(self.analysis, source[0])):
                negated = not negated
        tag = self.tag_at[head]
        standing = ""
        if tag == "N" or tag == "S":
            standing = "noun"
        elif tag == "n" and head > first and not _BE.isdisjoint(self.tags[first:head]):
            standing = "be"
        form = lowers[head]
        self.labels, self.negated, mandative = _labels_of(
            attribution.lemma, form, lowers[head + 1] if head + 1 < last else "", standing, self.frame, negated)
        self.withheld = ((told & WITHHOLDING != 0 and not claim_words("withholding").isdisjoint(lowers[first:last]))
                         or (tag == "G" and _is_left_undone(lowers, first))) and (
                             form not in claim_words("withholding"))
        return mandative

    def _read(self, clause: MainClause) -> None:
        """Takes a main clause, of which no more is known than its words."""
        self.begin, self.end, verb, self.condition = clause
        self.verb = verb
        self.modal = self.lowers[verb.modal] if verb is not None and verb.modal is not None else ""
        self._subject: list[str] | None = None
        self._own: bool | None = None
        self.future: bool | None = None
        self.predicate: tuple[int, int] | None = None

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
            verb = self.verb
            self._subject = [] if verb is None else [
                word for word in self.lowers[self.begin:verb.first] if word not in _NOT_SUBJECT]
        return self._subject

    @property
    def own(self) -> bool:
        """Is the subject of the content the claimant: first person, a pronoun or name that resolves to it?"""
        if self._own is None:
            self._own = self._is_own(self._claimant, self._ids_within)
        return self._own

    def _read_opening(self, clauses: MainClauses, verb: VerbGroup) -> None:
        """Reads a main clause that may say no more than that what follows is so or is thought."""
        if verb.lemma != "be":
            labels = self._own_verb(verb) if self.subject else None
            if labels is not None:
                self._read_own_verb(clauses, verb, labels)
            return
        lowers, tags = self.lowers, self.tags
        if "it" in lowers[self.begin:verb.first] and self.subject == ["it"]:
            after = verb.last + 1 + (tags[verb.last:verb.last + 1] == "R")
            if lowers[after:after + 1] == ["that"] and lowers[after - 1] in claim_words("clause_predicate"):
                self._open(clauses, after, None)

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
        begin, end, verb, condition = clauses.of([(after, self.end)])
        if verb is not None:
            self.thinking = thinking
            self.opening = self.begin, after
            self._read((begin, end, verb, self.condition or condition))

    def _is_own(self, claimant: Iterable[str],
                ids_within: Callable[[int, int], Iterable[str]] | None) -> bool:
        subject, verb = self.subject, self.verb
        if not subject or verb is None:
            return False
        if subject[-1] in _FIRST_PERSON:
            return self.attribution.form != "indirect"
        if self.attribution.source is None or not _POSSESSIVES.isdisjoint(subject):
            return False
        if ids_within is not None:
            starts, ends = self.analysis.starts, self.analysis.ends
            named = set(ids_within(starts[self.begin], ends[verb.first - 1]))
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
               negated: bool) -> tuple[CueLabels, bool, bool]:
    """What the lexicon says of a cue, the most specific entry first; is its negation still to count; is it mandative?

    ``form`` is that of the cue's head, ``following`` the cue's word behind it; ``standing`` says that the head is a
    "noun" or, with "be", a passive.
    """
    mandative = lemma in claim_words("mandative")
    entry = cue_labels(lemma) or cue_labels(form) or cue_labels(form[:-1])
    if not entry:
        return STATEMENT, negated, mandative
    if negated:
        labels = entry.get(f"not {following}" if following else "not")
        if labels:
            return labels, False, mandative
    labels = (entry.get(standing) if standing == "be" else None) or (
        entry.get(following) if following else None) or (entry.get(standing) if standing == "noun" else None)
    if labels is None:
        of_form = cue_labels(form).get("") if form != lemma else None
        labels = entry.get(":" + frame) or of_form or entry.get("")
    return labels or STATEMENT, negated, mandative


def _first_sentence(analysis: Analysis, content: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The intervals of tokens of a content's first sentence that is no question; a cue may interrupt it."""
    starts, sentences = analysis.starts, analysis.sentences
    start, end = content[0]
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, first)
    place = analysis.sentence_numbers[first]
    pieces = [(first, last)]
    if len(content) > 1:
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
