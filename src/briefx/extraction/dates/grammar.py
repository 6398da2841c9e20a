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
from briefx.records import NamedTuple

# A place is a number: where in the patterns reading goes on, and above its lowest bits which call of a shared
# pattern that is part of, 0 for none.
_BITS = 16
_IN_PATTERNS = (1 << _BITS) - 1


class _Step(NamedTuple):
    """What may come at a point of the patterns: categories and shared patterns, each with the point behind it."""

    categories: list[tuple[str, int]]
    calls: list[tuple[int, int]]  # (where the shared pattern begins, the point behind it)
    end: int  # where the pattern ends, 0 where it can't end yet


class State(dict[str, "State | None"]):
    """Where the automaton stands: {category: the state after one more element, null where no row goes on}.

    It fills as it is asked. ``accepts`` are the rows that may end here, by priority.
    """

    __slots__ = ("_ahead", "_machine", "accepts")

    def __init__(self, machine: Automaton, places: frozenset[int]) -> None:
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
        self._words: list[str] = []  # of the opened patterns, one behind the other, "" at the end of each
        self._jumps: dict[int, list[int]] = {}
        self._row_at: dict[int, int] = {}  # {the end of a row's pattern: the row's number}
        self._opened: dict[str, int] = {}  # {shared pattern: where it begins}
        self._steps: dict[int, _Step] = {}
        self._calls: dict[int, int] = {}  # {the place behind a call: its number}
        self._returns = [0]  # the place behind each call, by its number
        self._states: dict[frozenset[int], State] = {}
        starts = []
        for number, row in enumerate(rows):
            starts.append(self._open(row.pattern))
            self._row_at[len(self._words) - 1] = number
        self.start = self.state(frozenset(starts))
        if self.start.accepts:
            raise ValueError(f"{self.start.accepts[0].name}: the pattern matches nothing at all")

    def state(self, places: frozenset[int]) -> State:
        """Returns the state of these places, made where no text has led to it yet."""
        state = self._states.get(places)
        if state is None:
            state = self._states[places] = State(self, places)
        return state

    def read(self, places: frozenset[int]) -> tuple[dict[str, set[int]], set[int]]:
        """Returns where each category leads from these places, and the numbers of the rows that may end there."""
        ahead: dict[str, set[int]] = {}
        ended: set[int] = set()
        seen = set(places)
        pending = list(places)
        while pending:
            place = pending.pop()
            point = place & _IN_PATTERNS
            call = place - point
            step = self._steps.get(point) or self._step(point)
            for category, after in step.categories:
                ahead.setdefault(category, set()).add(call + after)
            following = [self._within(call + after) + start for start, after in step.calls]
            if step.end:
                if call:
                    following.append(self._returns[call >> _BITS])
                else:
                    ended.add(self._row_at[step.end])
            for place in following:
                if place not in seen:
                    seen.add(place)
                    pending.append(place)
        return ahead, ended

    def _within(self, behind: int) -> int:
        """Returns the upper bits of the places of a shared pattern behind whose call is this place."""
        call = self._calls.get(behind)
        if call is None:
            call = self._calls[behind] = len(self._returns)
            self._returns.append(behind)
        return call << _BITS

    def _step(self, point: int) -> _Step:
        """Returns what may come at a point, also behind brackets and what is optional."""
        categories: list[tuple[str, int]] = []
        calls: list[tuple[int, int]] = []
        end = 0
        pending = [point]
        for at in pending:  # grows
            word = self._words[at]
            if not word:
                end = at
            elif at in self._jumps:
                pending += self._jumps[at]
            else:
                if word[-1] == "?" and len(word) > 1:
                    word = word[:-1]
                    pending.append(at + 1)
                if word[0] != "<":
                    categories.append((word, at + 1))
                    continue
                name = word[1:-1]
                if name not in self._opened:
                    self._opened[name] = self._open(self._shared[name])
                calls.append((self._opened[name], at + 1))
        step = self._steps[point] = _Step(categories, calls, end)
        return step

    def _open(self, pattern: str) -> int:
        """Puts a pattern behind the others; returns where it begins."""
        start = len(self._words)
        words = pattern.split()
        for at, following in _jumps(words).items():
            self._jumps[start + at] = [start + to for to in following]
        self._words += [*words, ""]
        return start


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
