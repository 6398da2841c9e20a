"""The same actor in several documents: full name, type, country and role have to agree.

Where the roles are worded without a common word ("station manager", "fire officer"), the same words in quotation
marks tell that it is one speaker all the same.
"""
from __future__ import annotations

from briefx.extraction.wording import content_words, words
from briefx.merging.merged import InDocument, MergedActor, SeenActor

# Names of these types may be an alias of one another ("the UN", "the United Nations").
_KNOWN_BY_ALIAS = ("organization", "gpe")


class _Joined:
    """An actor as the documents so far have it."""

    def __init__(self, seen: SeenActor) -> None:
        self.said: set[int] = set()
        self.name = seen.name
        self.type = seen.type
        self.of = seen.of
        self.country = seen.country
        self.roles = dict.fromkeys(seen.roles)
        self.role_words = _role_words(seen)
        self.aliases: dict[str, None] = {}
        self.weight = 0.0
        self.documents: list[InDocument] = []

    def agrees(self, seen: SeenActor, said: frozenset[int]) -> bool:
        """May an actor of the same name be this one? ``said`` are the keys of the quotes that it speaks."""
        if self.country and seen.country and self.country != seen.country:
            return False
        if self.type == "group":
            return _key(self.of or "") == _key(seen.of or "")
        if self.type != "person":
            return True
        other = _role_words(seen)
        if self.role_words and other:
            return bool(self.role_words & other) or not self.said.isdisjoint(said)
        # A surname alone names anybody; a full name with no role beside it, most likely the same person.
        return len(words(seen.name)) > 1

    def add(self, document: int, seen: SeenActor, said: frozenset[int]) -> None:
        """Takes in the actor of one more document."""
        self.said |= said
        if len(seen.name) > len(self.name):
            self.aliases[self.name] = None
            self.name = seen.name
        self.country = self.country or seen.country
        self.roles.update(dict.fromkeys(seen.roles))
        self.role_words |= _role_words(seen)
        self.aliases.update(dict.fromkeys(seen.aliases))
        self.weight += seen.salience
        self.documents.append(InDocument(document, seen.id, seen.mentions))


class Actors:
    """The actors over all documents, found again by type and name."""

    def __init__(self) -> None:
        self._joined: list[_Joined] = []
        self._by_key: dict[tuple[str, str], list[int]] = {}

    def add(self, document: int, seen: SeenActor, said: frozenset[int] = frozenset()) -> int:
        """Returns the number of an actor of a document among the merged ones; ``said`` are its quotes' keys."""
        keys = _keys(seen)
        number = next((number for key in keys for number in self._by_key.get(key, ())
                       if self._joined[number].agrees(seen, said)
                       and self._joined[number].documents[-1].document != document), None)
        if number is None:
            number = len(self._joined)
            self._joined.append(_Joined(seen))
        for key in keys:
            numbers = self._by_key.setdefault(key, [])
            if number not in numbers:
                numbers.append(number)
        self._joined[number].add(document, seen, said)
        return number

    def ranked(self) -> tuple[list[int], tuple[MergedActor, ...]]:
        """Returns each actor's rank, by its number, and the actors by weight over all documents."""
        order = sorted(range(len(self._joined)), key=lambda number: (-self._joined[number].weight, number))
        highest = max((one.weight for one in self._joined), default=0.0) or 1.0
        ranks = [0] * len(order)
        actors = []
        for rank, number in enumerate(order):
            ranks[number] = rank
            one = self._joined[number]
            one.aliases.pop(one.name, None)
            actors.append(MergedActor(f"A{rank + 1}", one.name, one.type, one.of, one.country, tuple(one.roles),
                                      tuple(one.aliases), round(one.weight / highest, 2), tuple(one.documents)))
        return ranks, tuple(actors)


def _key(name: str) -> str:
    return " ".join(words(name))


def _keys(seen: SeenActor) -> list[tuple[str, str]]:
    names = [seen.name, *(seen.aliases if seen.type in _KNOWN_BY_ALIAS else ())]
    return list(dict.fromkeys((seen.type, _key(name).removeprefix("the ")) for name in names))


def _role_words(seen: SeenActor) -> frozenset[str]:
    return frozenset().union(*(content_words(role) for role in seen.roles)) if seen.roles else frozenset()
