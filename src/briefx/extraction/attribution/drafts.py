"""A relation while it is being found: token intervals and how sure it is."""
from __future__ import annotations

from briefx.records import Record

Interval = tuple[int, int]


class Draft(Record):
    """A possible relation: its pieces as intervals of tokens, and the signs by which it is judged.

    ``rate`` is how surely the cue attributes in its frame (0 to 1); ``signs`` are names of what speaks for
    it or against it besides.
    """

    rule: str
    frame: str
    content: tuple[Interval, ...]
    source: Interval | None
    antecedent: Interval | None
    cue: Interval | None
    head: int | None
    lemma: str
    speech: bool
    rate: float
    signs: tuple[str, ...] = ()
