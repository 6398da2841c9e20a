"""How firmly a claim is put: the hedging words of cue, adverb and main modal, and the weakest of them."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from briefx.extraction.labels import is_epistemic
from briefx.extraction.proposition import Proposition
from briefx.lexicon.claims import claim_words, cue_labels, hedges

LEVELS = ("possible", "probable", "certain")

# Verbs that hedge what follows them whoever is their subject; other weak verbs hedge in the passive ("is
# believed to") or where the speaker is the subject ("I think").
_RELATIVE = frozenset("Wc")
# Adjectives that hedge a clause behind them alone: "it is possible that", but not "it was possible".
_OF_CLAUSES = frozenset(("possible", "probable", "conceivable"))
_SEEMING = frozenset(("seem", "appear", "tend"))


class Hedge(NamedTuple):
    """Tokens that hedge, half-open, and how far."""

    first: int
    last: int
    level: str


class HedgeRule(NamedTuple):
    """A row: which tokens of a proposition hedge it."""

    name: str
    find: Callable[[Proposition], Iterable[Hedge]]
    example: str
    gives: str
    near_miss: str


def _of_cue(one: Proposition) -> Iterable[Hedge]:
    """The cue's head where the cue itself is weak."""
    head = one.attribution.head
    if head is not None and one.labels.certainty != "certain":
        yield Hedge(head, head + 1, one.labels.certainty)


def _beside_cue(one: Proposition) -> Iterable[Hedge]:
    """Adverbs and modals inside the cue, and an adverb just in front of it."""
    if one.attribution.cue is None:
        return
    known = hedges()
    first, last = one.attribution.cue
    lowers = one.analysis.lowers
    if first and one.analysis.tags[first - 1] == "R":
        first -= 1
    if known.keys().isdisjoint(lowers[first:last]):
        return
    for at in range(first, last):
        if lowers[at] in known and at != one.attribution.head:
            yield Hedge(at, at + 1, known[lowers[at]])


def _modal(one: Proposition) -> Iterable[Hedge]:
    """The modal of the content's main clause; "could not" tells what was impossible and is no hedge."""
    verb = one.clause.verb
    if verb is None or verb.modal is None:
        return
    word = one.analysis.lowers[verb.modal]
    level = "probable" if is_epistemic(one) else hedges().get(word)
    if level and not (word.startswith("could") and verb.negated):
        yield Hedge(verb.modal, verb.modal + 1, level)


def _adverb(one: Proposition) -> Iterable[Hedge]:
    """Adverbs and adjectives of doubt from the main clause's beginning to just behind its verb."""
    verb = one.clause.verb
    known = hedges()
    lowers = one.analysis.lowers
    if verb is None:
        first, last = one.intervals[0]
        last = min(last, first + 2)
        modal, classes = None, "R"  # a noun's adjective ("the reported deal") says nothing of the claim
    else:
        first, last, modal = one.clause.begin, min(verb.last + 2, one.clause.end), verb.modal
        classes = "RJMn"
    tags = one.analysis.tags
    if verb and not _RELATIVE.isdisjoint(tags[first:verb.first]):
        first = verb.first
    words = lowers[first:last]
    if not known.keys().isdisjoint(words):
        for at in range(first, last):
            if (lowers[at] in known and at != modal and tags[at] in classes
                    and (lowers[at] not in _OF_CLAUSES or lowers[at + 1:at + 2] == ["that"])):
                yield Hedge(at, at + 1, known[lowers[at]])
    nearly, firm = claim_words("nearly"), claim_words("firm")
    if not nearly.isdisjoint(words):
        for at in range(first, last):
            if lowers[at] in nearly and not firm.isdisjoint(lowers[at + 1:at + 2]):
                yield Hedge(at, at + 2, "probable")


def _verb(one: Proposition) -> Iterable[Hedge]:
    """A weak verb inside the content: "seems to", "is believed to", "I think"."""
    thinking = one.thinking
    if thinking and thinking.tense == "present":
        yield Hedge(thinking.head, thinking.head + 1, cue_labels()[thinking.lemma].certainty)
    verb = one.clause.verb
    if verb is None:
        return
    labels = cue_labels().get(verb.lemma)
    if labels is None or labels.certainty == "certain":
        return
    avowed = (one.subject[-1:] in (["i"], ["we"]) and one.attribution.form != "indirect"
              and verb.tense == "present")
    lowers = one.analysis.lowers
    raised = verb.passive and lowers[verb.last:verb.last + 1] == ["to"]
    if verb.lemma in _SEEMING or avowed or raised:
        yield Hedge(verb.head, verb.head + 1, labels.certainty)


HEDGES = (
    HedgeRule("claim.hedge.cue", _of_cue,
              "Ann Lee suggested that the bank had lost money.", "suggested",
              "Ann Lee said that the bank had lost money."),
    HedgeRule("claim.hedge.beside_cue", _beside_cue,
              "Ann Lee reportedly said that the bank had lost money.", "reportedly",
              "Ann Lee also said that the bank had lost money."),
    HedgeRule("claim.hedge.modal", _modal,
              "Ann Lee said that the bank might have lost money.", "might",
              "Ann Lee said that the bank could not pay."),
    HedgeRule("claim.hedge.adverb", _adverb,
              "Ann Lee said that the bank had probably lost money.", "probably",
              "Ann Lee said that the bank, which was probably old, had lost money."),
    HedgeRule("claim.hedge.verb", _verb,
              "Ann Lee said that the bank seemed to be losing money.", "seemed",
              "Ann Lee said that the bank was losing money."),
)


def found_hedges(one: Proposition) -> list[Hedge]:
    """Returns the tokens that hedge a proposition, in text order, each once with the weakest level given."""
    found: dict[int, Hedge] = {}
    for rule in HEDGES:
        for hedge in rule.find(one):
            known = found.get(hedge.first)
            if known is None or LEVELS.index(hedge.level) < LEVELS.index(known.level):
                found[hedge.first] = hedge
    return [found[first] for first in sorted(found)]


def certainty(kind: str, polarity: str, found: list[Hedge]) -> str:
    """Returns the weakest level of some hedges; unknown for what is asked, demanded or left open."""
    if kind in ("question", "demand") or polarity == "unknown":
        return "unknown"
    return min((hedge.level for hedge in found), key=LEVELS.index, default="certain")
