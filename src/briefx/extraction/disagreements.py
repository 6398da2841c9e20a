"""Where two sources take opposite sides: a denial or rejection beside what it is about."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefx.extraction.wording import content_words
from briefx.model import Claim
from briefx.records import NamedTuple

# Two claims are about one thing when so many content words are common to both, and this share of the fewer.
LEAST_SHARED = 3
LEAST_SHARE = 0.4
# A word that so many claims of an article hold says nothing of what two of them are about.
MOST_CLAIMS_OF_A_WORD = 12
# A denial answers an accusation of the denier that stands so many paragraphs before it at the most.
MOST_PARAGRAPHS = 4


class Side(NamedTuple):
    """What a claim says of a dispute: who makes it, the stance, the content words; ``polarity`` as in a claim."""

    actors: tuple[str, ...]
    polarity: str
    content: frozenset[str]


def disagreements(claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Returns pairs of claims with opposite sides: what is held, and what denies or rejects it, in text order.

    The sources of a pair have no actor in common. Each denial stands in one pair at most, with the claim that shares
    the most words with it, else with the last accusation of the denier; a claim whose polarity is left open
    takes no side.
    """
    sourced = [claim for claim in claims if claim.voice == "source" and claim.claimant and claim.claimant.actors]
    likest = opposed([Side(claim.claimant.actors if claim.claimant else (), claim.polarity, content_words(claim.text))
                      for claim in sourced])
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
        share = count / min(len(side.content), len(sides[number].content))
        if count >= LEAST_SHARED and share >= LEAST_SHARE and not _same(side.actors, sides[number].actors):
            shares[number] = share
    return min(shares, key=lambda number: (-shares[number], number)) if shares else None


def _answered(denial: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The last accusation before a denial that is made by another and names the denier, or null."""
    deniers = denial.claimant.actors if denial.claimant else ()
    for claim in reversed(claims):
        before = claim.parts[0].start < denial.parts[0].start
        if before and claim.kind == "accusation" and claim.polarity == "positive" and _same(
                claim.actors, deniers) and not _same(claim.claimant.actors if claim.claimant else (), deniers):
            near = (denial.paragraph or 0) - (claim.paragraph or 0) <= MOST_PARAGRAPHS
            return claim if near and denial.kind == "denial" else None
    return None


def _same(actors: Iterable[str], others: Iterable[str]) -> bool:
    return not set(actors).isdisjoint(others)
