"""Where two sources take opposite sides: a denial or rejection beside what it is about."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefx.extraction.wording import content_words
from briefx.model import Claim

# Two claims are about one thing when so many content words are common to both, and this share of the fewer.
LEAST_SHARED = 3
LEAST_SHARE = 0.4
# A word that so many claims of an article hold says nothing of what two of them are about.
MOST_CLAIMS_OF_A_WORD = 12
# A denial answers an accusation of the denier that stands so many paragraphs before it at the most.
MOST_PARAGRAPHS = 4


def disagreements(claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Returns pairs of claims with opposite sides: what is held, and what denies or rejects it, in text order.

    The sources of a pair have no actor in common. Each denial stands in one pair at most, with the claim that shares
    the most words with it, else with the last accusation of the denier; a claim whose polarity is left open
    takes no side.
    """
    held: list[tuple[Claim, frozenset[str]]] = []
    denied: list[tuple[Claim, frozenset[str]]] = []
    for claim in claims:
        if claim.voice == "source" and claim.claimant is not None and claim.claimant.actors:
            side = denied if claim.polarity == "negative" else held if claim.polarity == "positive" else None
            if side is not None:
                side.append((claim, content_words(claim.text)))
    by_word: dict[str, list[int]] = {}
    for number, (_, content) in enumerate(held):
        for word in content:
            by_word.setdefault(word, []).append(number)
    pairs = []
    for claim, content in denied:
        other = _likest(claim, content, held, by_word) or _answered(claim, held)
        if other is not None:
            pairs.append((other, claim))
    return sorted(pairs, key=lambda pair: min(one.parts[0].start for one in pair))


def _likest(claim: Claim, content: frozenset[str], held: Sequence[tuple[Claim, frozenset[str]]],
            by_word: dict[str, list[int]]) -> Claim | None:
    """The claim of another source that shares the most with a denial, or null where none shares enough."""
    shared: dict[int, int] = {}
    for word in content:
        numbers = by_word.get(word, ())
        if len(numbers) <= MOST_CLAIMS_OF_A_WORD:
            for number in numbers:
                shared[number] = shared.get(number, 0) + 1
    best, best_rank = None, (0.0, 0)
    for number, count in shared.items():
        other, other_content = held[number]
        share = count / min(len(content), len(other_content))
        if count >= LEAST_SHARED and share >= LEAST_SHARE and (share, -number) > best_rank and not _same(
                claim.claimant.actors if claim.claimant else (), other.claimant.actors if other.claimant else ()):
            best, best_rank = other, (share, -number)
    return best


def _answered(denial: Claim, held: Sequence[tuple[Claim, frozenset[str]]]) -> Claim | None:
    """The last accusation before a denial that is made by another and names the denier, or null."""
    deniers = denial.claimant.actors if denial.claimant else ()
    for claim, _ in reversed(held):
        before = claim.parts[0].start < denial.parts[0].start
        if before and claim.kind == "accusation" and _same(claim.actors, deniers) and not _same(
                claim.claimant.actors if claim.claimant else (), deniers):
            near = (denial.paragraph or 0) - (claim.paragraph or 0) <= MOST_PARAGRAPHS
            return claim if near and denial.kind == "denial" else None
    return None


def _same(actors: Iterable[str], others: Iterable[str]) -> bool:
    return not set(actors).isdisjoint(others)
