"""The labelled sentences of ``data/attribution_cases.tsv``, whose head says what the labels mean."""
from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).resolve().parent / "data" / "attribution_cases.tsv"


class Case(NamedTuple):
    """A sentence and the one claim that it holds; all but ``text`` are null where it holds none."""

    text: str
    source: str | None
    cue: str | None
    parts: tuple[str, ...]
    voice: str | None
    kind: str | None
    polarity: str | None
    certainty: str | None
    condition: str | None


def cases() -> list[Case]:
    """Returns the labelled sentences in the order of the file."""
    rows = []
    for line in PATH.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, *fields = line.split("\t")
        source, cue, content, *labels = (None if field == "-" else field for field in fields)
        rows.append(Case(text, source, cue, tuple(content.split(" […] ")) if content else (), *labels))
    return rows
