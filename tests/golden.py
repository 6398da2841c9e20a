"""The briefs of the project's articles as they were last read: ``python3 -m tests.golden`` writes them anew.

A change to a rule shows here what it does to whole articles: read the difference before it is taken over.
"""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import briefx
from briefx.rendering.json import brief_json
from tests import readings

SEEDS = Path(__file__).parent.parent / "seeds"
GOLDEN = Path(__file__).parent / "data" / "golden"
# JSON is long: two articles have it, one of speech and numbers, one with the header of its own.
IN_JSON = ("flood-aldermouth", "court-patient-records")


def pages() -> Iterator[tuple[str, str]]:
    """Yields (file name, content) of each page, made now."""
    for document in briefx.load(SEEDS):
        brief = briefx.brief_of(document)
        yield f"{document.id}.md", briefx.to_markdown(brief)
        if document.id in IN_JSON:
            yield f"{document.id}.json", brief_json(brief) + "\n"


def rewrite() -> None:
    """Writes every page anew and removes those that have no article any more."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    made = dict(pages())
    for path in GOLDEN.iterdir():
        if path.name not in made:
            path.unlink()
    for name, content in made.items():
        (GOLDEN / name).write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    rewrite()
    readings.rewrite()
