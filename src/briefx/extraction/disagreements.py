"""Where two sources take opposite sides: a denial or rejection beside what it is about."""
from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from briefx.extraction.wording import content_words, name_words, words
from briefx.lexicon.claims import claim_words
from briefx.model import Claim
from briefx.records import NamedTuple

# Two claims are about one thing when so many content words are common to both, and this share of the fewer.
LEAST_SHARED = 3
LEAST_SHARE = 0.4
# So many of them are no names: two may speak of the same people without speaking of the same thing.
LEAST_PLAIN = 2
# What is refused is on the other side of what is asked for or meant to be done, not of what is so.
WILLED = frozenset(("intention", "promise"))
ASKED = frozenset(("demand", "intention", "promise", "opinion"))
# A word that so many claims of an article hold says nothing of what two of them are about.
MOST_CLAIMS_OF_A_WORD = 12
# A denial answers an accusation of the denier that stands so many paragraphs before it at the most.
MOST_PARAGRAPHS = 4
# Among the first words of a denial stands the one that takes up what was put forward: "the reported sale".
REPORTED_REACH = 3
STATED = frozenset(("statement", "prediction"))


class Side(NamedTuple):
    """What a claim says of a dispute: who makes it, its stance, kind and text as in a claim, and the content words."""

    actors: tuple[str, ...]
    polarity: str
    kind: str
    text: str
    content: Collection[str]


def disagreements(claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Returns pairs of claims with opposite sides: what is held, and what denies or rejects it, in text order.

    The sources of a pair have no actor in common. Each denial stands in one pair at most, with the claim that shares
    the most words with it, else with the last accusation of the denier; a claim whose polarity is left open
    takes no side.
    """
    sourced = [claim for claim in claims if claim.voice == "source" and claim.claimant and claim.claimant.actors]
    likest = opposed([Side(claim.claimant.actors if claim.claimant else (), claim.polarity, claim.kind, claim.text,
                           content_words(claim.text)) for claim in sourced])
    pairs = []
    for number, claim in enumerate(sourced):
        if claim.polarity == "negative":
            other = sourced[likest[number]] if number in likest else _answered(claim, sourced)
            if other is not None:
                pairs.append((other, claim))
    return sorted(pairs, key=lambda pair: min(one.parts[0].start for one in pair))


def opposed(sides: Sequence[Side]) -> dict[int, int]:
    """Returns {number of a denial: number of the positive claim of others that shares the most words with it}."""
    by_word: dict[str, list[int]] = {}
    for number, side in enumerate(sides):
        if side.polarity == "positive":
            for word in side.content:
                by_word.setdefault(word, []).append(number)
    found = {}
    for number, side in enumerate(sides):
        if side.polarity == "negative":
            likest = _likest(side, sides, by_word)
            if likest is not None:
                found[number] = likest
    return found


def _likest(side: Side, sides: Sequence[Side], by_word: dict[str, list[int]]) -> int | None:
    """The claim of another source that shares the most with a denial, or null where none shares enough."""
    shared: dict[int, int] = {}
    for word in side.content:
        numbers = by_word.get(word, ())
        if len(numbers) <= MOST_CLAIMS_OF_A_WORD:
            for number in numbers:
                shared[number] = shared.get(number, 0) + 1
    shares: dict[int, float] = {}
    for number, count in shared.items():
        other = sides[number]
        share = count / min(len(side.content), len(other.content))
        if count < LEAST_SHARED or share < LEAST_SHARE or _same(side.actors, other.actors):
            continue
        plain = frozenset(side.content).intersection(other.content) - name_words(side.text) - name_words(other.text)
        if len(plain) >= LEAST_PLAIN and (side.kind not in WILLED or other.kind in ASKED):
            shares[number] = share
    return min(shares, key=lambda number: (-shares[number], number)) if shares else None


def _answered(denial: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The last claim of another before a denial that it answers, or null.

    That is an accusation of the denier, or what the denial takes up by a word for having been said: "disputed the
    reported sale".
    """
    deniers = denial.claimant.actors if denial.claimant else ()
    told = words(denial.text)[:REPORTED_REACH]
    takes_up = bool(told) and told[0] == "the" and not claim_words("reported").isdisjoint(told)
    for claim in reversed(claims):
        if claim.parts[0].start >= denial.parts[0].start or claim.polarity != "positive" or _same(
                claim.claimant.actors if claim.claimant else (), deniers):
            continue
        near = (denial.paragraph or 0) - (claim.paragraph or 0) <= MOST_PARAGRAPHS
        if claim.kind == "accusation" and _same(claim.actors, deniers):
            return claim if near and (denial.kind == "denial" or takes_up) else None
        if takes_up and claim.kind in STATED and claim.cue is not None:
            return claim if near else None
    return None


def _same(actors: Iterable[str], others: Iterable[str]) -> bool:
    return not set(actors).isdisjoint(others)
