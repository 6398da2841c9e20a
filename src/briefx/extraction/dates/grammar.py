"""The notation in which rows say what they match, and the automaton that runs all rows at once.

A pattern is a sequence of categories (``MONTH``, ``NUMBER``, ``the``...; see ``elements``), each a word of its
own. ``x?`` is optional, ``( ... | ... )`` groups, ``<name>`` stands for a pattern that several rows share::

    MONTH NUMBER ( ,? YEAR )?

The rows become one automaton by positions (Glushkov 1961), whose states are made when a text first needs
them: starting costs next to nothing, and a step is one look-up however many rows there are. No row can
backtrack, so matching is linear in what is matched.
"""
from __future__ import annotations

import re

from briefx.extraction.dates.row import Row


class State:
    """Where the automaton stands: the positions just read, the rows that may end here, the steps known so far."""

    __slots__ = ("accepts", "ahead", "positions", "steps")

    def __init__(self, positions: tuple[int, ...], accepts: tuple[Row, ...]) -> None:
        self.positions = positions
        self.accepts = accepts
        self.ahead: dict[str, set[int]] | None = None
        self.steps: dict[str, State | None] = {}


class Automaton:
    """All rows as one machine; an earlier row has priority over a later one that matches as much."""

    def __init__(self, rows: tuple[Row, ...], shared: dict[str, str]) -> None:
        self._symbols: list[str] = [""]
        self._follow: list[list[int]] = [[]]
        self._row: dict[int, int] = {}
        self._rows = rows
        self._states: dict[tuple[int, ...], State] = {}
        self._shared = shared
        for number, row in enumerate(rows):
            first, last, empty = _Reader(row.pattern, shared, self._symbols, self._follow).whole()
            if empty:
                raise ValueError(f"{row.name}: the pattern matches nothing at all")
            self._follow[0] += first
            for position in last:
                self._row[position] = number
        self.start = State((0,), ())

    def step(self, state: State, category: str) -> State | None:
        """Returns the state after one more element, or null where no row goes on; remembers it."""
        if state.ahead is None:
            state.ahead = {}
            for position in state.positions:
                for after in self._follow[position]:
                    state.ahead.setdefault(self._symbols[after], set()).add(after)
        found = state.ahead.get(category)
        target: State | None = None
        if found:
            key = tuple(sorted(found))
            target = self._states.get(key)
            if target is None:
                ends = sorted({self._row[position] for position in key if position in self._row})
                target = self._states[key] = State(key, tuple(self._rows[number] for number in ends))
        state.steps[category] = target
        return target


_Part = tuple[list[int], list[int], bool]


class _Reader:
    """Reads one pattern into positions; a part is (first positions, last positions, may be empty)."""

    def __init__(self, pattern: str, shared: dict[str, str], symbols: list[str], follow: list[list[int]]) -> None:
        while "<" in pattern:
            pattern = re.sub(r"<(\w+)>", lambda match: f"( {shared[match[1]]} )", pattern)
        self._words = pattern.split()
        self._at = 0
        self._symbols = symbols
        self._follow = follow

    def whole(self) -> _Part:
        part = self._choice()
        if self._at != len(self._words):
            raise ValueError(f"unbalanced pattern: {' '.join(self._words)}")
        return part

    def _choice(self) -> _Part:
        first, last, empty = self._sequence()
        while self._peek() == "|":
            self._at += 1
            more_first, more_last, more_empty = self._sequence()
            first, last, empty = first + more_first, last + more_last, empty or more_empty
        return first, last, empty

    def _sequence(self) -> _Part:
        first: list[int] = []
        last: list[int] = []
        empty = True
        while self._peek() not in ("", "|", ")", ")?"):
            next_first, next_last, next_empty = self._one()
            for position in last:
                self._follow[position] += next_first
            if empty:
                first = first + next_first
            last = last + next_last if next_empty else next_last
            empty = empty and next_empty
        return first, last, empty

    def _one(self) -> _Part:
        word = self._peek()
        self._at += 1
        if word == "(":
            first, last, empty = self._choice()
            optional = self._peek() == ")?"
            self._at += 1
            return first, last, empty or optional
        position = len(self._symbols)
        self._symbols.append(word.rstrip("?") if len(word) > 1 else word)
        self._follow.append([])
        return [position], [position], word.endswith("?") and len(word) > 1

    def _peek(self) -> str:
        return self._words[self._at] if self._at < len(self._words) else ""

