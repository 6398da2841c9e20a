"""The same actor in several documents: full name, type, country and role have to agree.

Where the roles are worded without a common word ("station manager", "fire officer"), the same words in quotation
marks tell that it is one speaker all the same, or a third document that has both roles. A middle initial may be left
out; a last name with a role is the one person of that name who has it.
"""
from __future__ import annotations

from briefx.extraction.wording import content_words, words
from briefx.merging.merged import InDocument, MergedActor, SeenActor

# Of actors under one name, so many are compared with one another.
_MOST_OF_A_NAME = 32
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
        self.initials = _initials(seen)

    def agrees(self, seen: SeenActor, said: frozenset[int]) -> bool:
        """May an actor of the same name be this one? ``said`` are the keys of the quotes that it speaks."""
        if (self.country and seen.country and self.country != seen.country) or not _fit(self.initials, _initials(seen)):
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
        if len(seen.name) > len(self.name) and not seen.name.startswith("@"):
            self.aliases[self.name] = None
            self.name = seen.name
        self.country = self.country or seen.country
        self.initials = self.initials or _initials(seen)
        self.roles.update(dict.fromkeys(seen.roles))
        self.role_words |= _role_words(seen)
        self.aliases.update(dict.fromkeys(seen.aliases))
        self.weight += seen.salience
        self.documents.append(InDocument(document, seen.id, seen.mentions))


    def is_same_person(self, other: _Joined) -> bool:
        """Are two people one, now that all documents are known: with a role in common and in no document both?"""
        if (self.country and other.country and self.country != other.country) or not _fit(
                self.initials, other.initials) or self.role_words.isdisjoint(other.role_words):
            return False
        return {one.document for one in self.documents}.isdisjoint([one.document for one in other.documents])

    def take(self, other: _Joined) -> None:
        """Takes in another actor that is this one."""
        self.said |= other.said
        name, second = sorted((self.name, other.name), key=len, reverse=True)
        if name != second:
            self.aliases[second] = None
        self.name = name
        self.country = self.country or other.country
        self.initials = self.initials or other.initials
        self.roles.update(other.roles)
        self.role_words |= other.role_words
        self.aliases.update(other.aliases)
        self.weight += other.weight
        self.documents = sorted([*self.documents, *other.documents])


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
        roots = self._unite()
        order = sorted(set(roots), key=lambda number: (-self._joined[number].weight, number))
        highest = max((one.weight for one in self._joined), default=0.0) or 1.0
        ranks = [0] * len(roots)
        actors = []
        for rank, number in enumerate(order):
            ranks[number] = rank
            one = self._joined[number]
            one.aliases.pop(one.name, None)
            actors.append(MergedActor(f"A{rank + 1}", one.name, one.type, one.of, one.country, tuple(one.roles),
                                      tuple(one.aliases), round(one.weight / highest, 2), tuple(one.documents)))
        return [ranks[root] for root in roots], tuple(actors)

    def _unite(self) -> list[int]:
        """Joins people who turn out to be one; returns the number of the one that each stands for, by its number."""
        roots = list(range(len(self._joined)))

        def root(number: int) -> int:
            while roots[number] != number:
                number = roots[number]
            return number

        def join(numbers: list[int]) -> None:
            for at, number in enumerate(numbers):
                for other in numbers[:at]:
                    first, second = sorted((root(other), root(number)))
                    if first != second and self._joined[first].is_same_person(self._joined[second]):
                        self._joined[first].take(self._joined[second])
                        roots[second] = first
                        break

        by_surname: dict[str, list[int]] = {}
        for (type, key), numbers in self._by_key.items():
            if type == "person":
                join(numbers[:_MOST_OF_A_NAME])
                by_surname.setdefault(key.rpartition(" ")[2], []).extend(numbers)
        for surname, numbers in by_surname.items():
            known = dict.fromkeys(map(root, numbers))
            full = [number for number in known if " " in _key(self._joined[number].name)][:_MOST_OF_A_NAME]
            for number in known:
                one = self._joined[number]
                if _key(one.name) == surname:
                    fitting = [other for other in full if not one.role_words.isdisjoint(self._joined[other].role_words)]
                    if len(fitting) == 1:
                        join([fitting[0], number])
        return [root(number) for number in range(len(roots))]


def _key(name: str) -> str:
    return " ".join(words(name))


def _keys(seen: SeenActor) -> list[tuple[str, str]]:
    names = [seen.name, *(seen.aliases if seen.type in _KNOWN_BY_ALIAS else ())]
    keys = [_key(name).removeprefix("the ") for name in names]
    if seen.type == "person" and _initials(seen):
        tokens = keys[0].split(" ")
        keys.append(" ".join([tokens[0], *(token for token in tokens[1:-1] if len(token) > 1), tokens[-1]]))
    return [(seen.type, key) for key in dict.fromkeys(keys)]


def _initials(seen: SeenActor) -> str:
    """The initials between a person's first and last name, "" where there are none."""
    return "".join(token for token in words(seen.name)[1:-1] if len(token) == 1) if seen.type == "person" else ""


def _fit(initials: str, others: str) -> bool:
    """May two people with these middle initials be one: where they are alike or left out?"""
    return not initials or not others or initials == others


def _role_words(seen: SeenActor) -> frozenset[str]:
    return frozenset().union(*(content_words(role) for role in seen.roles)) if seen.roles else frozenset()
