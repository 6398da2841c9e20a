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

from collections.abc import Sequence

from briefx.extraction.dates.row import Row

# A place is a number: where in the patterns reading goes on, and above its lowest bits which call of a shared
# pattern that is part of, 0 for none.
_BITS = 16
_IN_PATTERNS = (1 << _BITS) - 1
_CLOSING = frozenset((")", ")?"))
_MARKS = _CLOSING | {"(", "|"}
# What may come at a point of the patterns: {category: points behind it}; shared patterns, as where each begins and the
# point behind its call; and where the pattern ends, 0 where it can't end yet.
_Step = tuple[dict[str, list[int]], Sequence[tuple[int, int]], int]


class State(dict[str, "State | None"]):
    """Where the automaton stands: {category: the state after one more element, null where no row goes on}.

    It fills as it is asked. ``accepts`` are the rows that may end here, by priority.
    """

    __slots__ = ("_behind", "_machine", "_reached", "accepts")

    def __init__(self, machine: Automaton, places: frozenset[int]) -> None:
        self._machine = machine
        self._reached, self._behind, ended = machine.read(places)
        self.accepts = tuple([machine.rows[number] for number in sorted(ended)]) if ended else ()

    def __missing__(self, category: str) -> State | None:
        places = [call + point for call, categories in self._reached if category in categories
                  for point in categories[category]]
        state = self[category] = self._machine.state(places, self._behind) if places else None
        return state


class Automaton:
    """All rows as one machine; an earlier row has priority over a later one that matches as much."""

    def __init__(self, rows: tuple[Row, ...], shared: dict[str, str]) -> None:
        self.rows = rows
        self._shared = shared
        self._words: list[str] = []  # of the opened patterns, one behind the other, "" at the end of each
        self._row_at: dict[int, int] = {}  # {the end of a row's pattern: the row's number}
        self._opened: dict[str, int] = {}  # {shared pattern: where it begins}
        self._steps: dict[int, _Step] = {}
        self._calls: dict[tuple[int, ...], int] = {}  # {the places behind a call: its number}
        self._returns: list[tuple[int, ...]] = [()]  # the places behind each call, by its number
        self._states: dict[frozenset[int], State] = {}
        starts = []
        for number, row in enumerate(rows):
            starts.append(self._open(row.pattern))
            self._row_at[len(self._words) - 1] = number
        self.start = self.state(starts, {})
        if self.start.accepts:
            raise ValueError(f"{self.start.accepts[0].name}: the pattern matches nothing at all")

    def state(self, places: list[int], behind: dict[int, list[int]]) -> State:
        """Returns the state of these places, made where no text has led to it yet; for ``behind`` see ``read``."""
        if behind:
            numbers: dict[int, int] = {}
            places = [self._settled(place, behind, numbers) for place in places]
        key = frozenset(places)
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = State(self, key)
        return state

    def read(self, places: frozenset[int]) -> tuple[list[tuple[int, dict[str, list[int]]]], dict[int, list[int]],
                                                    set[int]]:
        """Returns the categories that may come at these places, and what follows from them.

        That are pairs of the upper bits of a place and {category: points behind it}; {call made here: places behind
        it}; and the numbers of the rows that may end there. All that call a shared pattern here read it as one, and
        go on behind each of their calls: until these are known, the call's number is that of its pattern's begin, as
        a negative one.
        """
        reached: list[tuple[int, dict[str, list[int]]]] = []
        behind: dict[int, list[int]] = {}
        ended: set[int] = set()
        empty: set[int] = set()  # calls made here whose pattern can be skipped
        seen = set(places)
        pending = list(places)
        for place in pending:  # grows
            point = place & _IN_PATTERNS
            upper = place - point
            categories, calls, end = self._steps.get(point) or self._step(point)
            if categories:
                reached.append((upper, categories))
            following = []
            for start, after in calls:
                if -start in behind:
                    behind[-start].append(upper + after)
                    if -start in empty:
                        following.append(upper + after)
                else:
                    behind[-start] = [upper + after]
                    pending.append((-start << _BITS) + start)
            if end:
                call = upper >> _BITS
                if call < 0:
                    empty.add(call)
                    following += behind[call]
                elif call:
                    following += self._returns[call]
                else:
                    ended.add(self._row_at[end])
            for one in following:
                if one not in seen:
                    seen.add(one)
                    pending.append(one)
        return reached, behind, ended

    def _settled(self, place: int, behind: dict[int, list[int]], numbers: dict[int, int]) -> int:
        """Returns a place whose call has the number of all calls with the same places behind them."""
        if place >= 0:
            return place
        call = place >> _BITS
        number = numbers.get(call)
        if number is None:
            returns = tuple(sorted({self._settled(one, behind, numbers) for one in behind[call]}))
            number = self._calls.get(returns)
            if number is None:
                number = self._calls[returns] = len(self._returns)
                self._returns.append(returns)
            numbers[call] = number
        return (number << _BITS) + (place & _IN_PATTERNS)

    def _step(self, point: int) -> _Step:
        """Returns what may come at a point, also behind brackets and what is optional."""
        words = self._words
        word = words[point]
        if word and word[-1] != "?" and word[0] != "<" and word not in _MARKS:
            step: _Step = {word: [point + 1]}, (), 0  # half of all
            self._steps[point] = step
            return step
        categories: dict[str, list[int]] = {}
        calls: list[tuple[int, int]] = []
        end = 0
        pending = [point]
        for at in pending:  # grows
            word = words[at]
            if word in _MARKS:
                pending += self._past_mark(at)
                continue
            if not word:
                end = at
                continue
            if word[-1] == "?" and len(word) > 1:
                word = word[:-1]
                pending.append(at + 1)
            if word[0] != "<":
                if word in categories:
                    categories[word].append(at + 1)
                else:
                    categories[word] = [at + 1]
                continue
            name = word[1:-1]
            if name not in self._opened:
                self._opened[name] = self._open(self._shared[name])
            calls.append((self._opened[name], at + 1))
        step = self._steps[point] = categories, calls, end
        return step

    def _open(self, pattern: str) -> int:
        """Puts a pattern behind the others; returns where it begins."""
        start = len(self._words)
        self._words += pattern.split()
        self._words.append("")
        return start

    def _past_mark(self, mark: int) -> list[int]:
        """Returns where reading goes on from a bracket or a bar: an opening bracket leads into all alternatives."""
        words = self._words
        if words[mark] in _CLOSING:
            return [mark + 1]
        opens = words[mark] == "("
        found = [mark + 1] if opens else []
        depth = 1
        at = mark
        while depth:
            at += 1
            word = words[at]
            if word == "(":
                depth += 1
            elif word in _CLOSING:
                depth -= 1
            elif word == "|" and depth == 1 and opens:
                found.append(at + 1)
            elif not word:
                raise ValueError(f"unbalanced pattern, from: {' '.join(words[mark:at])}")
        if not opens or words[at] == ")?":
            found.append(at + 1)
        return found
