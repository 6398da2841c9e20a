"""Many inputs become one output: JSON, JSON Lines or Markdown, in input order, by one process or several."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefx import __version__
from briefx.loading.sources import Input, open_input
from briefx.model import Brief, Document, InputError, Warning
from briefx.pipeline import brief_of, briefs_of
from briefx.records import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefx.lexicon.own import Lexicon
    from briefx.merging.merged import Digest

# So many documents are worked on together at most: more gain nothing, and all of them are in memory.
GROUP_ITEMS = 16
GROUP_CHARACTERS = 100_000


class Outcome(NamedTuple):
    """What came of an input: the rendered brief (or error line), or what went wrong.

    ``file`` is where the input is, for messages, and ``line`` its line of JSON Lines. ``found`` counts the
    items of each part that was asked for. ``fault`` is the traceback of a fault in briefx itself. ``digest`` is
    what merging keeps of the brief, ``source`` the text that the offsets count in, as UTF-8, where that was asked
    for; ``label`` is the document's.
    """

    file: str
    line: int | None
    rendered: bytes
    error: InputError | None = None
    warnings: tuple[Warning, ...] = ()
    found: tuple[tuple[str, int], ...] = ()
    fault: str = ""
    digest: Digest | None = None
    label: str = ""
    source: bytes = b""


class Job(NamedTuple):
    """What is to be done with each input; it can be sent to another process."""

    format: str
    reference_date: str | None = None
    only: tuple[str, ...] | None = None
    merge: bool = False
    with_source: bool = False
    explain: bool = False
    lexicon: Lexicon | None = None

    def outcomes(self, inputs: Iterable[Input]) -> Iterator[Outcome]:
        """Yields what comes of each input, in order. Those that are at hand are worked on together, some at a time."""
        group: list[tuple[Input, Document | InputError | None]] = []
        characters = 0
        for input in inputs:
            opened = _opened(input)
            group.append((input, opened))
            characters += len(opened.text) if isinstance(opened, Document) else 0
            if input.waits or len(group) == GROUP_ITEMS or characters >= GROUP_CHARACTERS:
                yield from self._together(group)
                group = []
                characters = 0
        yield from self._together(group)

    def _together(self, group: list[tuple[Input, Document | InputError | None]]) -> Iterator[Outcome]:
        """Yields what comes of some inputs; where something goes wrong, each is worked on by itself."""
        documents = [opened for _, opened in group if isinstance(opened, Document)]
        try:
            briefs = iter(briefs_of(documents, reference_date=self.reference_date, only=self.only,
                                    lexicon=self.lexicon))
        except Exception:
            for input, _ in group:
                yield self.outcome(input)
            return
        for input, opened in group:
            if isinstance(opened, Document):
                yield self._answer(input, opened, next(briefs))
            elif opened is not None:
                yield self.failed(input, opened)
            else:
                yield self.outcome(input)

    def outcome(self, input: Input) -> Outcome:
        """Returns what comes of an input; a fault in briefx itself is an error of the input too."""
        try:
            document = open_input(input)
            if isinstance(document, InputError):
                return self.failed(input, document)
            brief = brief_of(document, reference_date=self.reference_date, only=self.only,
                             lexicon=self.lexicon)
        except Exception as fault:
            return self._faulty(input, fault)
        return self._answer(input, document, brief)

    def _answer(self, input: Input, document: Document, brief: Brief) -> Outcome:
        try:
            # A merged brief in Markdown stands for the single ones; in JSON it stands beside them.
            single = not (self.merge and self.format == "markdown")
            rendered = self._render(brief).encode("utf-8", "replace") if single else b""
            kept = self._digest(brief)
        except Exception as fault:
            return self._faulty(input, fault)
        source = document.text.encode("utf-8", "replace") if self.with_source else b""
        return Outcome(input.file, input.line, rendered, warnings=brief.warnings, found=_found(brief), digest=kept,
                       label=document.id, source=source)

    def _faulty(self, input: Input, fault: Exception) -> Outcome:
        from traceback import format_exception

        message = f"fault in briefx ({type(fault).__name__}): report it, with --debug"
        return self.failed(input, _error(input, "internal", message))._replace(
            fault="".join(format_exception(fault)))

    def failed(self, input: Input, error: InputError) -> Outcome:
        """Returns the outcome of an input that gives no brief."""
        rendered = b""
        if self.format == "jsonl":
            from briefx.rendering.json import error_line

            rendered = error_line(error).encode("utf-8", "replace") + b"\n"
        return Outcome(input.file, input.line, rendered, error)

    def lost(self, input: Input) -> Outcome:
        """Returns the outcome of an input that two processes died of."""
        message = "the process that worked on it was ended, twice: is there too little memory?"
        return self.failed(input, _error(input, "worker_died", message))

    def _digest(self, brief: Brief) -> Digest | None:
        if not self.merge:
            return None
        from briefx.merging.digest import digest

        kept = digest(brief)
        if self.format != "markdown":
            return kept
        from briefx.rendering.merged_markdown import shown

        return kept._replace(shown=shown(brief, explain=self.explain))

    def _render(self, brief: Brief) -> str:
        if self.format == "markdown":
            from briefx.rendering.markdown import to_markdown

            return to_markdown(brief, explain=self.explain)
        if self.format == "brat":
            from briefx.rendering.brat import to_brat

            return to_brat(brief)
        if self.format == "web-annotation":
            from briefx.rendering.web_annotation import to_web_annotation

            return to_web_annotation(brief) + "\n"
        from briefx.rendering.json import brief_json, json_line

        if self.format == "jsonl":
            return json_line(brief, explain=self.explain) + "\n"
        return brief_json(brief, explain=self.explain)


def outcomes(job: Job, inputs: Iterable[Input], jobs: int) -> Iterator[Outcome]:
    """Yields what comes of each input, in order, as soon as it is known; ``jobs`` processes work on them."""
    if jobs == 1:
        yield from job.outcomes(inputs)
        return
    from briefx.workers import in_order

    # What every document needs is loaded once, here, and inherited.
    job.outcome(Input("-", "-", data=_WARM_UP))
    yield from in_order(job.outcomes, inputs, jobs, lost=job.lost, weight=_weight)


_WARM_UP = b'Ann Lee, the mayor, said on Monday that "we will not go". Officials denied it, police said.\n'


def pieces(job: Job, results: Iterable[Outcome]) -> Iterator[tuple[bytes, Outcome | None]]:
    """Yields what is to be written, piece by piece, each with the outcome that it belongs to."""
    format = job.format
    if format == "json":
        yield from _json_pieces(results, job.merge)
        return
    if job.merge:
        yield from _merged_pieces(results)
        return
    written = 0
    for result in results:
        separator = b"\n---\n\n" if written and result.rendered and format == "markdown" else b""
        written += bool(result.rendered)
        yield separator + result.rendered, result


def _merged_pieces(results: Iterable[Outcome]) -> Iterator[tuple[bytes, Outcome | None]]:
    """One brief in Markdown over all documents."""
    from briefx.merging.merger import Merger
    from briefx.rendering.merged_markdown import merged_markdown

    merger = Merger()
    for result in results:
        if result.digest is not None:
            merger.add(result.digest)
        yield b"", result
    yield merged_markdown(merger.result()).encode("utf-8", "replace"), None


def _json_pieces(results: Iterable[Outcome], merge: bool) -> Iterator[tuple[bytes, Outcome | None]]:
    from briefx.rendering.json import brief_separator, document_closing, document_opening

    yield document_opening(__version__).encode(), None
    errors = []
    written = 0
    merger = None
    if merge:
        from briefx.merging.merger import Merger

        merger = Merger()
    for result in results:
        if merger is not None and result.digest is not None:
            merger.add(result.digest)
        if result.error is not None:
            errors.append(result.error)
            yield b"", result
            continue
        yield brief_separator(written).encode() + result.rendered, result
        written += 1
    merged = merger.result() if merger is not None else None
    yield document_closing(written, errors, merged).encode("utf-8", "replace"), None


def _opened(input: Input) -> Document | InputError | None:
    """Returns the document of an input or what is wrong with it; null where opening it fails."""
    try:
        return open_input(input)
    except Exception:
        return None


def _weight(input: Input) -> int:
    return len(input.data) if input.data is not None else 0


def _error(input: Input, code: str, message: str) -> InputError:
    from os.path import splitext

    label = f"line-{input.line}" if input.line is not None else splitext(input.path)[0]
    return InputError(code, message, input.path, input.line, (input.fields or {}).get("id") or label)


def _found(brief: Brief) -> tuple[tuple[str, int], ...]:
    parts = ("actors", "places", "quotes", "claims", "dates")
    return tuple((part, len(getattr(brief, part))) for part in parts if getattr(brief, part) is not None)
