"""The notation in which rows say what they match, and the automaton that runs all rows at once.

A pattern is a sequence of categories (``MONTH``, ``NUMBER``, ``the``...; see ``elements``), each a word of its
own. ``x?`` is optional, ``( ... | ... )`` groups, ``<name>`` stands for a pattern that several rows share::

    MONTH NUMBER ( ,? YEAR )?

The rows become one automaton by positions (Glushkov 1961). Nothing of it is built beforehand: a state is a set of
places in the patterns, and what may follow there is read from the patterns when a text first leads to that state.
Starting costs next to nothing, and a step is one look-up however many rows there are. No row can backtrack, so
matching is linear in what is matched.
"""
from __future__ import annotations

from briefx.extraction.dates.row import Row

# Where a pattern is read on: its name (the number of a row, or what a shared one is called), the word that comes
# next, and the place in the pattern that called it, null in a row.
_Place = tuple[int | str, int, "_Place | None"]
# The words of a pattern, and where reading goes on from its brackets and bars.
_Pattern = tuple[list[str], dict[int, list[int]]]


class State(dict[str, "State | None"]):
    """Where the automaton stands: {category: the state after one more element, null where no row goes on}.

    It fills as it is asked. ``accepts`` are the rows that may end here, by priority.
    """

    __slots__ = ("_ahead", "_machine", "accepts")

    def __init__(self, machine: Automaton, places: frozenset[_Place]) -> None:
        self._machine = machine
        self._ahead, ended = machine.read(places)
        self.accepts = tuple([machine.rows[number] for number in sorted(ended)])

    def __missing__(self, category: str) -> State | None:
        places = self._ahead.get(category)
        state = self[category] = self._machine.state(frozenset(places)) if places else None
        return state


class Automaton:
    """All rows as one machine; an earlier row has priority over a later one that matches as much."""

    def __init__(self, rows: tuple[Row, ...], shared: dict[str, str]) -> None:
        self.rows = rows
        self._shared = shared
        self._patterns: dict[int | str, _Pattern] = {}
        self._states: dict[frozenset[_Place], State] = {}
        self.start = self.state(frozenset([(number, 0, None) for number in range(len(rows))]))
        if self.start.accepts:
            raise ValueError(f"{self.start.accepts[0].name}: the pattern matches nothing at all")

    def state(self, places: frozenset[_Place]) -> State:
        """Returns the state of these places, made where no text has led to it yet."""
        state = self._states.get(places)
        if state is None:
            state = self._states[places] = State(self, places)
        return state

    def read(self, places: frozenset[_Place]) -> tuple[dict[str, set[_Place]], set[int]]:
        """Returns where each category leads from these places, and the numbers of the rows that may end there."""
        ahead: dict[str, set[_Place]] = {}
        ended: set[int] = set()
        seen = set(places)
        pending = list(places)
        while pending:
            name, at, up = pending.pop()
            words, jumps = self._patterns.get(name) or self._opened(name)
            if at == len(words):
                if isinstance(name, int):
                    ended.add(name)
                    continue
                assert up is not None
                following = [up]
            elif at in jumps:
                following = [(name, to, up) for to in jumps[at]]
            else:
                word = words[at]
                after = name, at + 1, up
                following = []
                if word[-1] == "?" and len(word) > 1:
                    word = word[:-1]
                    following.append(after)
                if word[0] == "<":
                    following.append((word[1:-1], 0, after))
                else:
                    ahead.setdefault(word, set()).add(after)
            for place in following:
                if place not in seen:
                    seen.add(place)
                    pending.append(place)
        return ahead, ended

    def _opened(self, name: int | str) -> _Pattern:
        pattern = self.rows[name].pattern if isinstance(name, int) else self._shared[name]
        words = pattern.split()
        found = self._patterns[name] = words, _jumps(words)
        return found


def _jumps(words: list[str]) -> dict[int, list[int]]:
    """Returns where reading goes on from each bracket and each bar: an opening bracket leads into all alternatives."""
    jumps: dict[int, list[int]] = {}
    open_groups: list[list[int]] = []
    for at, word in enumerate(words):
        if word == "(":
            open_groups.append([at])
            jumps[at] = [at + 1]
        elif word == "|":
            open_groups[-1].append(at)
        elif word in (")", ")?"):
            jumps[at] = [at + 1]
            first, *bars = open_groups.pop()
            for bar in bars:
                jumps[first].append(bar + 1)
                jumps[bar] = [at + 1]
            if word == ")?":
                jumps[first].append(at + 1)
    if open_groups:
        raise ValueError(f"unbalanced pattern: {' '.join(words)}")
    return jumps
