"""How firmly a claim is put: the hedging words of cue, adverb and main modal, and the weakest of them."""
from __future__ import annotations

from collections.abc import Callable, Sequence

from briefx.extraction.labels import is_epistemic, is_negative
from briefx.extraction.proposition import HEDGING, Proposition, hedging
from briefx.lexicon.claims import claim_words, cue_labels, hedges
from briefx.records import NamedTuple

_NOMINAL = frozenset("NSPJG")
LEVELS = ("possible", "probable", "certain")


class Hedge(NamedTuple):
    """Tokens that hedge, half-open, and how far."""

    first: int
    last: int
    level: str


class HedgeRule(NamedTuple):
    """A row: which tokens of a proposition hedge it."""

    name: str
    find: Callable[[Proposition], Sequence[Hedge]]
    example: str
    gives: str
    near_miss: str


def _of_cue(one: Proposition) -> Sequence[Hedge]:
    """The cue's head where the cue itself is weak."""
    head = one.attribution.head
    if head is None or one.labels.certainty == "certain":
        return ()
    return (Hedge(head, head + 1, one.labels.certainty),)


def _beside_cue(one: Proposition) -> Sequence[Hedge]:
    """Adverbs and modals inside the cue, and an adverb just in front of it."""
    if one.attribution.cue is None:
        return ()
    first, last = one.attribution.cue
    if first and one.tags[first - 1] == "R":
        first -= 1
    return [hedge for hedge in _hedging(one, first, last, "RMJ") if hedge.first != one.attribution.head]


def _hedging(one: Proposition, first: int, last: int, classes: str) -> Sequence[Hedge]:
    """The hedging words of some classes in an interval of tokens."""
    known = hedges()
    lowers, tags = one.lowers, one.tags
    if hedging().isdisjoint(lowers[first:last]):
        return ()
    return [Hedge(at, at + 1, known[lowers[at]]) for at in range(first, last)
            if lowers[at] in known and tags[at] in classes
            and (lowers[at] not in claim_words("of_clause") or lowers[at + 1:at + 2] == ["that"])]


def _modal(one: Proposition) -> Sequence[Hedge]:
    """The modal of the content's main clause; "could not" tells what was impossible and is no hedge."""
    verb = one.verb
    if verb is None or verb.modal is None:
        return ()
    word = one.lowers[verb.modal]
    level = "probable" if is_epistemic(one) else hedges().get(word)
    if level is None or (word.startswith("could") and is_negative(one, verb)):
        return ()
    return (Hedge(verb.modal, verb.modal + 1, level),)


def _adverb(one: Proposition) -> Sequence[Hedge]:
    """Adverbs and adjectives of doubt from the main clause's beginning to just behind its verb."""
    verb = one.verb
    if verb is None:
        first, last = one.intervals[0]
        # A noun's adjective ("the reported deal") says nothing of the claim.
        return _hedging(one, first, min(last, first + 2), "R")
    opening = _hedging(one, *one.opening, "RJ") if one.opening else ()
    first, last = one.begin, min(verb.last + 2, one.end)
    between = one.tags[first:verb.first]
    if "W" in between or "c" in between:
        first = verb.first
    return [*opening, *(hedge for hedge in _hedging(one, first, last, "RJn")
                        if hedge.first >= verb.first or not _describes(one, hedge.first))]


def _describes(one: Proposition, adjective: int) -> bool:
    """Does an adjective in a subject only say which is meant ("likely voters", but "the most likely plan")?"""
    analysis = one.analysis
    return (analysis.tags[adjective] == "J" and analysis.tags[adjective + 1:adjective + 2] in _NOMINAL
            and analysis.lowers[adjective - 1] not in ("most", "more"))


def _nearly_sure(one: Proposition) -> Sequence[Hedge]:
    """Two words that hedge together: "almost certainly"."""
    first, last = one.intervals[0]
    lowers = one.lowers
    nearly = claim_words("nearly")
    if nearly.isdisjoint(lowers[first:last]):
        return ()
    firm = claim_words("firm")
    return [Hedge(at, at + 2, "probable") for at in range(first, last - 1)
            if lowers[at] in nearly and lowers[at + 1] in firm]


def _verb(one: Proposition) -> Sequence[Hedge]:
    """A weak verb inside the content: "seems to", "is believed to", "I think"."""
    found = []
    thinking = one.thinking
    if thinking and (thinking.tense == "present" or one.attribution.form == "indirect"):
        found.append(Hedge(thinking.head, thinking.head + 1, cue_labels(thinking.lemma)[""].certainty))
    verb = one.verb
    labels = cue_labels(verb.lemma).get("") if verb else None
    if verb is None or labels is None or labels.certainty == "certain":
        return found
    avowed = (one.subject[-1:] in (["i"], ["we"]) and one.attribution.form != "indirect"
              and verb.tense == "present")
    lowers = one.lowers
    raised = verb.passive and lowers[verb.last:verb.last + 1] == ["to"] and verb.lemma != "suppose"
    if verb.lemma in claim_words("seeming") or avowed or raised:
        found.append(Hedge(verb.head, verb.head + 1, labels.certainty))
    return found


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
    HedgeRule("claim.hedge.nearly_sure", _nearly_sure,
              "Ann Lee said that the bank had almost certainly lost money.", "almost certainly",
              "Ann Lee said that the bank had almost lost money."),
    HedgeRule("claim.hedge.verb", _verb,
              "Ann Lee said that the bank seemed to be losing money.", "seemed",
              "Ann Lee said that the bank was losing money."),
)


_FINDERS = tuple([rule.find for rule in HEDGES])
# Those that find what is no word of hedging by itself.
_FINDERS_OF_VERBS = (_of_cue, _verb)


def certainty(one: Proposition, kind: str, polarity: str) -> tuple[str, Sequence[Hedge]]:
    """Returns how firmly a proposition is put, by the weakest of what hedges it, and that, in text order, each once.

    Of a kind or polarity that asks, demands or leaves open it is unknown, and nothing hedges it.
    """
    if polarity == "unknown" or kind == "question" or kind == "demand":
        return "unknown", ()
    is_hedged = one.told & HEDGING
    if not is_hedged and one.labels.certainty == "certain" and one.thinking is None and not one.is_cue:
        return "certain", ()
    found: list[Hedge] = []
    for find in _FINDERS if is_hedged else _FINDERS_OF_VERBS:
        found += find(one)
    if not found:
        return "certain", ()
    if len(found) == 1:
        return found[0].level, found
    found = sorted(set(found))
    return min([hedge.level for hedge in found], key=LEVELS.index), found
