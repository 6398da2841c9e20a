"""Which type a name has: the signs inside it and around it, counted over the whole document."""
from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from briefx.extraction.actors.around import Surroundings
from briefx.extraction.actors.cutting import Name
from briefx.extraction.actors.evidence import ORGANIZATION, OTHER, PERSON, PLACE, signs
from briefx.extraction.actors.inside import inner_signs
from briefx.extraction.actors.wording import wording
from briefx.lexicon.words import word_classes
from briefx.text.analysis import Analysis

# A sign around a name counts at most this often; further mentions add nothing, and are not looked at.
_MOST_VOTES = 3
_MOST_MENTIONS_READ = 6
# A longer word in capitals is no acronym.
_LONGEST_ACRONYM = 6
# More than all signs of a text together.
_CERTAIN = 100.0
# A person, body or place needs this much to be taken for one.
_SURE = (2.0, 2.6, 2.4, 0.0)
# A full name with this much makes a person of its parts; a name with this much lends its type to its neighbour.
_SURE_ENOUGH_FOR_PARTS = 1.4
_SURE_ENOUGH_FOR_NEIGHBOURS = 4.0
_JOINTS = frozenset((",", "and", "or"))
_COORDINATED = ("actor.with_person", "actor.with_body", "actor.with_place")
# The cache of the votes inside names is emptied when it has grown to this many.
_MOST_CACHED = 50_000
_inside: dict[str, tuple[dict[str, int], tuple[float, float, float, float]]] = {}


@cache
def _weights(kind: int) -> dict[str, float]:
    """{sign: its weight for a type}"""
    return {name: (sign.person, sign.organization, sign.place, sign.other)[kind] for name, sign in signs().items()}


@cache
def _all_weights() -> dict[str, tuple[float, float, float, float]]:
    """{sign: its weights for person, organization, place and other}"""
    return {name: (sign.person, sign.organization, sign.place, sign.other) for name, sign in signs().items()}


class Votes:
    """The signs of one distinct name: how often each was seen, and their sums by type, which are replaced by others."""

    __slots__ = ("mentions", "seen", "sums")

    def __init__(self, key: str) -> None:
        self.mentions: list[Name] = []
        inside = _inside.get(key)
        if inside is None:
            self.seen: dict[str, int] = {}
            self.sums = 0.0, 0.0, 0.0, 0.0
            self.add(inner_signs(key))
            if len(_inside) > _MOST_CACHED:
                _inside.clear()
            inside = _inside[key] = self.seen, self.sums
        self.seen, self.sums = inside[0].copy(), inside[1]

    def add(self, names: Iterable[str]) -> None:
        """Counts signs, each up to a bound."""
        seen, weights = self.seen, _all_weights()
        person, organization, place, other = self.sums
        for name in names:
            times = seen.get(name, 0)
            if times < _MOST_VOTES:
                seen[name] = times + 1
                more = weights[name]
                person += more[PERSON]
                organization += more[ORGANIZATION]
                place += more[PLACE]
                other += more[OTHER]
        self.sums = person, organization, place, other

    def make_sure(self, kind: int) -> None:
        """Says that a name is of a type, whatever the text tells."""
        sums = list(self.sums)
        sums[kind] += _CERTAIN
        self.sums = sums[PERSON], sums[ORGANIZATION], sums[PLACE], sums[OTHER]

    def top(self) -> tuple[int, float]:
        """Returns the number of the type with the highest sum, the first of equals, and that sum."""
        top, organization, place, other = self.sums
        kind = PERSON
        if organization > top:
            kind, top = ORGANIZATION, organization
        if place > top:
            kind, top = PLACE, place
        if other > top:
            kind, top = OTHER, other
        return kind, top

    def best(self) -> int:
        """Returns the number of the type with the highest sum, other where no type is sure enough."""
        kind, top = self.top()
        return kind if top >= _SURE[kind] else OTHER

    def rule(self, kind: int) -> str:
        """Returns the name of the sign that speaks most for a type, the first of equals."""
        return max(self.seen, key=_weights(kind).__getitem__)


def collect(analysis: Analysis, found: list[Name]) -> dict[str, Votes]:
    """Returns {name: its votes} over all candidates, in order of first appearance."""
    votes: dict[str, Votes] = {}
    around = Surroundings(analysis)
    _join_capitals(found)
    for name in found:
        entry = votes.get(name.key)
        if entry is None:
            entry = votes[name.key] = Votes(name.key)
        mentions = entry.mentions
        mentions.append(name)
        if len(mentions) <= _MOST_MENTIONS_READ:
            seen = around.signs_of(name)
            if seen:
                entry.add(seen)
    ordinary = word_classes()
    for key, entry in votes.items():
        if " " not in key and around.opens(entry.mentions[0]) and key.lower() in ordinary \
                and all(map(around.opens, entry.mentions)):
            entry.add(("actor.sentence_start",))
    return votes


def _join_capitals(found: list[Name]) -> None:
    """Gives a name in capitals ("VELDEN" in a dateline) the form that it has elsewhere in the text."""
    shouted = [name for name in found if len(name.key) > _LONGEST_ACRONYM and name.key.isupper()]
    if shouted:
        keys = {name.key for name in found}
        for name in shouted:
            titled = " ".join(map(str.capitalize, name.key.split(" ")))
            if titled in keys:
                name.key = titled


def decide(analysis: Analysis, votes: dict[str, Votes]) -> dict[str, int]:
    """Returns {name: the number of its type}.

    Names that are parts of longer ones, and names beside others in a list, have the others' say as well.
    """
    _lend_to_parts(votes)
    types = {key: entry.best() for key, entry in votes.items()}
    for key in _lend_to_neighbours(analysis, votes, types):
        types[key] = votes[key].best()
    return types


def _lend_to_parts(votes: dict[str, Votes]) -> None:
    """Lets full names of people, and bodies, speak for the short forms of them."""
    lexicon = wording()
    surnames: set[str] = set()
    opening: set[str] = set()
    events: set[str] = set()
    for key, entry in votes.items():
        if " " not in key:
            continue
        kind, top = entry.top()
        if "actor.event_opening" in entry.seen and " of " not in key:
            events.add(key.partition(" ")[2])
        elif kind == PERSON and top >= _SURE_ENOUGH_FOR_PARTS:
            surnames.update(key.split(" "))
        elif kind == ORGANIZATION:
            tokens = key.split(" ")
            opening.add(tokens[0])
            if tokens[-1] in lexicon.club_heads:
                opening.add(tokens[-1])
            if len(tokens) > 2:
                opening.add(" ".join(tokens[:2]))
    lent = surnames | opening | events
    for key in [key for key in votes if key in lent]:
        if key in surnames and key[0].isupper():
            votes[key].add(("actor.surname_of",))
        elif key in events:
            votes[key].add(("actor.event_opening",))  # "Maria" beside "Hurricane Maria"
        elif key in opening and not lexicon.gazetteer[key] and key not in lexicon.peoples:
            votes[key].add(("actor.part_of_body",))


def _lend_to_neighbours(analysis: Analysis, votes: dict[str, Votes], types: dict[str, int]) -> set[str]:
    """Lets a name lend its type to one that "and", "or" or a comma joins to it; returns the names that got one."""
    lowers = [*analysis.lowers, ""]
    starts = {name.first: key for key, entry in votes.items() for name in entry.mentions}
    lent: set[tuple[str, str]] = set()
    joined = [(key, name.last) for key, entry in votes.items() for name in entry.mentions
              if lowers[name.last] in _JOINTS]
    for key, end in joined:
        other = starts.get(end + 1)
        if other is None and lowers[end] == "," and lowers[end + 1] == "and":
            other = starts.get(end + 2)
        if other is None or types[other] == types[key]:
            continue
        for giver, taker in ((key, other), (other, key)):
            kind = types[giver]
            if kind != OTHER and (giver, taker) not in lent \
                    and votes[giver].sums[kind] >= _SURE_ENOUGH_FOR_NEIGHBOURS:
                lent.add((giver, taker))
                votes[taker].add((_COORDINATED[kind],))
    return {taker for _, taker in lent}
