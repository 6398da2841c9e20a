"""The briefs of the project's articles as they were last read: ``python3 -m tests.golden`` writes them anew.

A change to a rule shows here what it does to whole articles: read the difference before it is taken over.
"""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import briefx
from briefx.completion import script
from briefx.merging.digest import digest
from briefx.merging.merged import Merged
from briefx.merging.merger import Merger
from briefx.model import InputError
from briefx.options import COMMANDS, SHELLS, help_text
from briefx.rendering.json import brief_json, document_closing
from briefx.rendering.merged_markdown import merged_markdown, shown
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


def merged_pages() -> Iterator[tuple[str, str]]:
    """Yields (file name, content) of each page that is merged from several articles."""
    yield "merged.md", merged_markdown(_merged("", explain=False))
    floods = _merged("flood", explain=True)
    yield "merged-floods.md", merged_markdown(floods)
    fault = InputError("missing", "not found: check the name", "ebb.txt")
    yield "merged-floods.json", document_closing(2, [fault, fault], floods)


def scripts() -> Iterator[tuple[str, str]]:
    """Yields (file name, content) of the script for each shell, most of which are not there where tests are run.

    With it goes what the command says of itself.
    """
    for shell in SHELLS:
        yield f"completion.{shell}", script(shell)
    yield "help.txt", "\n".join(map(help_text, (None, *COMMANDS)))


def _merged(opening: str, explain: bool) -> Merged:
    """Returns what is merged from the articles whose id opens so."""
    merger = Merger()
    for document in briefx.load(SEEDS):
        if document.id.startswith(opening):
            brief = briefx.brief_of(document)
            merger.add(digest(brief)._replace(shown=shown(brief, explain=explain)))
    return merger.result()


def rewrite() -> None:
    """Writes every page anew and removes those that have no article any more."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    made = {**dict(pages()), **dict(merged_pages()), **dict(scripts())}
    for path in GOLDEN.iterdir():
        if path.name not in made:
            path.unlink()
    for name, content in made.items():
        (GOLDEN / name).write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    rewrite()
    readings.rewrite()
