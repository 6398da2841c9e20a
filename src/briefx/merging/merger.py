"""Briefs are merged one after the other; of each only its digest is kept, and one copy of what is the same."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from briefx.extraction.disagreements import Side, opposed
from briefx.extraction.wording import content_words, words
from briefx.merging.actors import Actors
from briefx.merging.conflicts import Conflicts
from briefx.merging.likeness import RUN, SAME_CLAIM, claim_keys, holds, likeness, quote_keys
from briefx.merging.merged import (
    At,
    Digest,
    Lede,
    Merged,
    MergedClaim,
    MergedEvent,
    MergedQuote,
    SeenClaim,
    SeenEvent,
    SeenQuote,
    Shown,
    Source,
)

Key = TypeVar("Key")

# So many documents lend their ledes; one that shares this much of its words with an earlier one tells nothing new.
MOST_LEDES = 8
SAME_LEDE = 0.6
# A look-up gives at most so many candidates: what is said that often is said everywhere.
MOST_CANDIDATES = 32


class _Kept:
    """A quote, claim or event with all its places."""

    __slots__ = ("actors", "first", "places", "words")

    def __init__(self, first: SeenQuote | SeenClaim | SeenEvent, actors: tuple[int, ...],
                 words: tuple[str, ...], at: At) -> None:
        self.first = first
        self.actors = actors
        self.words = words
        self.places = [at]

    @property
    def single_source(self) -> bool:
        return len({at.document for at in self.places}) == 1


class Merger:
    """Takes digests of briefs in input order and gives the merged brief at the end."""

    def __init__(self) -> None:
        self._sources: list[Source] = []
        self._pool: dict[str, str] = {}
        self._actors = Actors()
        self._quotes: list[_Kept] = []
        self._quotes_by_key: dict[int, list[int]] = {}
        self._claims: list[_Kept] = []
        self._claims_by_key: dict[tuple[object, ...], list[int]] = {}
        self._events: dict[tuple[str, str], _Kept] = {}
        self._conflicts = Conflicts()
        self._ledes: list[Lede] = []
        self._sides: dict[tuple[int, int], None] = {}
        self._shown: list[dict[str, Shown]] = []

    def add(self, digest: Digest) -> None:
        """Takes in one document."""
        number = len(self._sources) + 1
        self._sources.append(digest.source._replace(number=number))
        said: dict[str, set[int]] = {}
        for quote in digest.quotes:
            for speaker in quote.speakers:
                said.setdefault(speaker, set()).update(_telling_keys(quote))
        ids = {seen.id: self._actors.add(number, seen, frozenset(said.get(seen.id, ()))) for seen in digest.actors}
        for quote in digest.quotes:
            self._add_quote(quote, _known(ids, quote.speakers), quote.at._replace(document=number))
        numbers = {}
        for claim in digest.claims:
            at = claim.at._replace(document=number)
            numbers[at.item] = self._add_claim(claim, _known(ids, claim.claimants), at)
        self._sides.update(dict.fromkeys((numbers[first], numbers[second]) for first, second in digest.sides))
        if digest.shown is not None:
            self._shown.append(digest.shown)
        if digest.lede is not None and len(self._ledes) < MOST_LEDES:
            self._add_lede(digest.lede._replace(at=digest.lede.at._replace(document=number)))
        for event in digest.events:
            at = event.at._replace(document=number)
            event = event._replace(near=frozenset(self._pooled(event.near)))
            self._add_event(event, _known(ids, event.actors), at)
            self._conflicts.add(event, at)

    def result(self) -> Merged:
        """Returns the merged brief of the documents so far."""
        ranks, actors = self._actors.ranked()

        def ids(kept: _Kept) -> tuple[str, ...]:
            return tuple(f"A{rank + 1}" for rank in sorted({ranks[number] for number in kept.actors}))

        quotes = []
        for number, kept in enumerate(self._quotes):
            quote = kept.first
            assert isinstance(quote, SeenQuote)
            quotes.append(MergedQuote(f"Q{number + 1}", quote.text, ids(kept), quote.speaker, tuple(kept.places)))
        claims = []
        for number, kept in enumerate(self._claims):
            claim = kept.first
            assert isinstance(claim, SeenClaim)
            claims.append(MergedClaim(f"C{number + 1}", claim.text, ids(kept), claim.claimant, claim.voice, claim.cue,
                                      claim.kind, claim.polarity, claim.certainty, claim.conditional,
                                      kept.single_source, tuple(kept.places)))
        timeline = []
        for kept in self._events.values():
            event = kept.first
            assert isinstance(event, SeenEvent)
            timeline.append(MergedEvent(event.value, event.mod, event.words, event.first_day, event.last_day,
                                        event.text, ids(kept), kept.single_source, tuple(kept.places)))
        timeline.sort(key=lambda event: (event.first_day or event.last_day or "", event.last_day or "",
                                         event.places[0].document, event.places[0].start))
        return Merged(tuple(self._sources), actors, tuple(quotes), tuple(claims), tuple(timeline),
                      tuple(self._conflicts.found()), tuple(self._ledes), tuple(self._opposed(claims)),
                      tuple(self._shown))

    def _opposed(self, claims: list[MergedClaim]) -> Iterator[tuple[int, int]]:
        """Yields pairs of claims with opposite sides: those of one document, then those of several."""
        yield from self._sides
        sides = [Side(claim.actors, claim.polarity if claim.actors else "unknown", claim.kind, claim.text, kept.words)
                 for claim, kept in zip(claims, self._claims)]
        answered = {denial for _, denial in self._sides}
        for denial, held in opposed(sides).items():
            if denial not in answered:
                yield held, denial

    def _pooled(self, words: Iterable[str]) -> tuple[str, ...]:
        """Returns words as they are kept: each string once over all documents."""
        pool = self._pool
        return tuple([pool.setdefault(word, word) for word in words])

    def _add_lede(self, lede: Lede) -> None:
        content = content_words(lede.text)
        if not any(len(content & other) >= SAME_LEDE * min(len(content), len(other))
                   for other in (content_words(one.text) for one in self._ledes)):
            self._ledes.append(lede)

    def _add_quote(self, quote: SeenQuote, actors: tuple[int, ...], at: At) -> None:
        text_words = words(quote.text)
        keys = quote_keys(text_words)
        candidates = dict.fromkeys(number for key in keys
                                   for number in self._quotes_by_key.get(key, ())[:MOST_CANDIDATES])
        for number in candidates:
            kept = self._quotes[number]
            longer, shorter = sorted((kept.words, text_words), key=len, reverse=True)
            same_speaker = not actors or not kept.actors or bool(set(actors) & set(kept.actors))
            if same_speaker and holds(longer, shorter):
                kept.places.append(at)
                kept.actors = kept.actors or actors
                if len(text_words) > len(kept.words):
                    kept.first, kept.words = quote, self._pooled(text_words)
                break
        else:
            number = len(self._quotes)
            self._quotes.append(_Kept(quote, actors, self._pooled(text_words), at))
        _index(self._quotes_by_key, keys, number)

    def _add_claim(self, claim: SeenClaim, actors: tuple[int, ...], at: At) -> int:
        content = content_words(claim.text)
        # Only what the same source says with the same stance can be the same claim.
        source = actors or (claim.claimant or "").lower()
        keys: list[tuple[object, ...]] = [(source, claim.polarity, word) for word in claim_keys(content)]
        candidates = dict.fromkeys(number for key in keys
                                   for number in self._claims_by_key.get(key, ())[:MOST_CANDIDATES])
        for number in candidates:
            kept = self._claims[number]
            if likeness(frozenset(kept.words), content) >= SAME_CLAIM:
                kept.places.append(at)
                break
        else:
            number = len(self._claims)
            self._claims.append(_Kept(claim, actors, self._pooled(content), at))
        _index(self._claims_by_key, keys, number)
        return number

    def _add_event(self, event: SeenEvent, actors: tuple[int, ...], at: At) -> None:
        key = event.value, event.text
        kept = self._events.get(key)
        if kept is None:
            self._events[key] = _Kept(event, actors, (), at)
        else:
            kept.places.append(at)


def _telling_keys(quote: SeenQuote) -> list[int]:
    """The keys of a quote that is long enough for nobody else to have said the same."""
    text_words = words(quote.text)
    return quote_keys(text_words) if len(text_words) > RUN else []


def _known(ids: dict[str, int], wanted: Iterable[str]) -> tuple[int, ...]:
    return tuple(ids[one] for one in wanted if one in ids)


def _index(table: dict[Key, list[int]], keys: list[Key], number: int) -> None:
    for key in keys:
        numbers = table.setdefault(key, [])
        if number not in numbers and len(numbers) < MOST_CANDIDATES:
            numbers.append(number)
