"""What comes of each input, and how the outcomes become one output."""
from __future__ import annotations

import json
import unittest
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from unittest import mock

from briefx import __version__
from briefx.batch import Job, Outcome, outcomes, pieces
from briefx.loading.sources import Input, open_input
from briefx.merging.digest import digest
from briefx.merging.merger import Merger
from briefx.model import Brief, Document, InputError
from briefx.pipeline import brief_of, briefs_of
from briefx.rendering.brat import to_brat
from briefx.rendering.json import brief_json, document_closing, document_opening, error_line, json_line
from briefx.rendering.markdown import to_markdown
from briefx.rendering.merged_markdown import merged_markdown, shown
from briefx.rendering.web_annotation import to_web_annotation

FIRST = Input("in/first.txt", "first.txt", data=b"Ann Lee, the mayor, said on Monday that the port was shut.")
SECOND = Input("-", "-", data="“We won’t go,” Bo Dahl said on 3 May 2026.".encode())
MISSING = Input("in/none.txt", "none.txt", error=InputError("missing", "not found", "none.txt", None, "none"))
FORMATS = ("json", "jsonl", "markdown", "brat", "web-annotation")


def brief(input: Input, **options: object) -> Brief:
    document = open_input(input)
    assert isinstance(document, Document)
    return brief_of(document, **options)


class OutcomeTest(unittest.TestCase):
    def test_each_format(self) -> None:
        found = brief(FIRST)
        for explain in (False, True):
            wanted = {"json": brief_json(found, explain=explain), "jsonl": json_line(found, explain=explain) + "\n",
                      "markdown": to_markdown(found, explain=explain), "brat": to_brat(found),
                      "web-annotation": to_web_annotation(found) + "\n"}
            for format in FORMATS:
                with self.subTest(format, explain=explain):
                    outcome = Job(format, explain=explain).outcome(FIRST)
                    self.assertEqual(Outcome("in/first.txt", None, wanted[format].encode(), warnings=found.warnings,
                                             found=outcome.found, label="first"), outcome)
        self.assertEqual((("actors", 1), ("places", 0), ("quotes", 1), ("claims", 1), ("dates", 1)), outcome.found)

    def test_its_options_reach_the_brief(self) -> None:
        for options in ({"reference_date": "2026-06-01"}, {"only": ("quotes", "dates")}):
            with self.subTest(options):
                outcome = Job("json", **options).outcome(FIRST)
                self.assertEqual(brief_json(brief(FIRST, **options)).encode(), outcome.rendered)
        self.assertEqual((("quotes", 1), ("dates", 1)), outcome.found)

    def test_the_source_is_kept_where_it_is_asked_for(self) -> None:
        self.assertEqual(b"", Job("brat").outcome(FIRST).source)
        self.assertEqual(FIRST.data, Job("brat", with_source=True).outcome(FIRST).source)

    def test_what_merging_keeps(self) -> None:
        found = brief(FIRST)
        for format in ("json", "jsonl"):
            outcome = Job(format, merge=True).outcome(FIRST)
            self.assertEqual((digest(found), Job(format).outcome(FIRST).rendered), (outcome.digest, outcome.rendered))
        for explain in (False, True):
            outcome = Job("markdown", merge=True, explain=explain).outcome(FIRST)
            self.assertEqual((digest(found)._replace(shown=shown(found, explain=explain)), b""),
                             (outcome.digest, outcome.rendered))

    def test_what_is_wrong_with_an_input(self) -> None:
        line = error_line(MISSING.error).encode() + b"\n"
        for format in FORMATS:
            with self.subTest(format):
                rendered = line if format == "jsonl" else b""
                self.assertEqual(Outcome("in/none.txt", None, rendered, MISSING.error), Job(format).outcome(MISSING))

    def test_a_fault_in_briefx_is_an_error_of_the_input(self) -> None:
        for input, label in ((FIRST, "first"), (Input("-", "-", line=3, data=b'{"text": "Ann Lee won."}'), "line-3"),
                             (FIRST._replace(fields={"id": "one"}), "one"), (FIRST._replace(fields={}), "first"),
                             (FIRST._replace(fields={"id": ""}), "first")):
            with self.subTest(label), mock.patch("briefx.batch.brief_of", side_effect=ZeroDivisionError("split")):
                outcome = Job("jsonl").outcome(input)
                error = InputError("internal", "fault in briefx (ZeroDivisionError): report it, with --debug",
                                   input.path, input.line, label)
                self.assertEqual(Outcome(input.file, input.line, error_line(error).encode() + b"\n", error),
                                 outcome._replace(fault=""))
                self.assertIn("ZeroDivisionError: split", outcome.fault)

    def test_an_input_that_two_processes_died_of(self) -> None:
        message = "the process that worked on it was ended, twice: is there too little memory?"
        error = InputError("worker_died", message, "first.txt", None, "first")
        self.assertEqual(Outcome("in/first.txt", None, b"", error), Job("json").lost(FIRST))

    def test_what_utf_8_can_not_hold_is_replaced(self) -> None:
        outcome = Job("markdown", with_source=True).outcome(
            Input("-", "-", line=1, data=b'{"text": "Ann \\ud800 Lee won."}'))
        self.assertEqual((b"Ann ? Lee won.", None), (outcome.source, outcome.error))


class TogetherTest(unittest.TestCase):
    """Inputs that are at hand are worked on together, and each comes out as if it were alone."""

    def groups(self, inputs: Iterable[Input]) -> list[int]:
        """How many documents were worked on at a time."""
        sizes = []

        def counting(documents: Sequence[Document], **options: Any) -> list[Brief]:
            sizes.append(len(documents))
            return briefs_of(documents, **options)

        with mock.patch("briefx.batch.briefs_of", counting):
            self.assertEqual(list(map(Job("jsonl").outcome, inputs)), list(Job("jsonl").outcomes(inputs)))
        return [size for size in sizes if size]

    def test_so_many_at_a_time(self) -> None:
        self.assertEqual([16, 16, 1], self.groups([FIRST, SECOND, SECOND] * 11))
        self.assertEqual([1], self.groups([FIRST, MISSING]))
        self.assertEqual([], self.groups([]))
        long = FIRST._replace(data=b"It rained. " * 5_000)
        self.assertEqual([2, 3], self.groups([long, long, FIRST, long, long]))

    def test_nothing_is_kept_back_for_what_has_not_come(self) -> None:
        taken = []

        def inputs() -> Iterator[Input]:
            for number, waits in enumerate((True, False, True, False)):
                taken.append(number)
                yield FIRST._replace(waits=waits)

        results = Job("json").outcomes(inputs())
        for most in (1, 3, 3, 4):
            next(results)
            self.assertEqual(most, len(taken))

    def test_a_fault_is_one_input_s_alone(self) -> None:
        def faulty(documents: Sequence[Document], **options: Any) -> list[Brief]:
            if any("rain" in document.text for document in documents):
                raise ZeroDivisionError("split")
            return briefs_of(documents, **options)

        def faulty_alone(document: Document, **options: Any) -> Brief:
            return faulty([document], **options)[0]

        rain = FIRST._replace(file="rain.txt", path="rain.txt", data=b"It will rain.")
        with mock.patch("briefx.batch.briefs_of", faulty), mock.patch("briefx.batch.brief_of", faulty_alone):
            results = list(Job("jsonl").outcomes([FIRST, rain, MISSING, SECOND]))
        self.assertEqual([None, "internal", MISSING.error.code, None],
                         [result.error and result.error.code for result in results])
        self.assertEqual([FIRST.file, "rain.txt", MISSING.file, SECOND.file], [result.file for result in results])
        self.assertIn("ZeroDivisionError: split", results[1].fault)

    def test_a_fault_in_opening_is_the_input_s_too(self) -> None:
        with mock.patch("briefx.batch.open_input", side_effect=[ZeroDivisionError, open_input(SECOND),
                                                                ZeroDivisionError]):
            results = list(Job("jsonl").outcomes([FIRST, SECOND]))
        self.assertEqual(["internal", None], [result.error and result.error.code for result in results])

    def test_a_fault_in_rendering_is_the_input_s_too(self) -> None:
        with mock.patch("briefx.rendering.json.json_line", side_effect=[ZeroDivisionError, "line"]):
            results = list(Job("jsonl").outcomes([FIRST, SECOND]))
        self.assertEqual(["internal", None], [result.error and result.error.code for result in results])
        self.assertEqual(b"line\n", results[1].rendered)


class PiecesTest(unittest.TestCase):
    INPUTS = (FIRST, MISSING, SECOND)

    def output(self, job: Job) -> bytes:
        results = list(outcomes(job, self.INPUTS, 1))
        found = list(pieces(job, iter(results)))
        self.assertEqual(results, [outcome for _, outcome in found if outcome is not None])
        return b"".join(piece for piece, _ in found)

    def test_markdown_has_a_rule_between_briefs(self) -> None:
        first, second = brief(FIRST), brief(SECOND)
        self.assertEqual(f"{to_markdown(first)}\n---\n\n{to_markdown(second)}".encode(), self.output(Job("markdown")))

    def test_lines_stand_one_below_the_other(self) -> None:
        lines = [json_line(brief(FIRST)), error_line(MISSING.error), json_line(brief(SECOND))]
        self.assertEqual("".join(f"{line}\n" for line in lines).encode(), self.output(Job("jsonl")))
        for format, rendered in (("brat", to_brat), ("web-annotation", lambda one: to_web_annotation(one) + "\n")):
            self.assertEqual("".join(rendered(brief(one)) for one in (FIRST, SECOND)).encode(),
                             self.output(Job(format)))

    def test_one_document_of_json(self) -> None:
        output = self.output(Job("json"))
        self.assertEqual(f"{document_opening(__version__)}\n{brief_json(brief(FIRST))},\n{brief_json(brief(SECOND))}"
                         f"{document_closing(2, [MISSING.error])}".encode(), output)
        self.assertEqual((2, 1), (len(json.loads(output)["briefs"]), len(json.loads(output)["errors"])))

    def test_merged(self) -> None:
        for explain in (False, True):
            merger = Merger()
            for one in (FIRST, SECOND):
                found = brief(one)
                merger.add(digest(found)._replace(shown=shown(found, explain=explain)))
            self.assertEqual(merged_markdown(merger.result()).encode(),
                             self.output(Job("markdown", merge=True, explain=explain)))
        merger = Merger()
        for one in (FIRST, SECOND):
            merger.add(digest(brief(one)))
        output = self.output(Job("json", merge=True))
        self.assertTrue(output.endswith(document_closing(2, [MISSING.error], merger.result()).encode()))
        self.assertIn(brief_json(brief(SECOND)).encode(), output)


class SeveralProcessesTest(unittest.TestCase):
    def test_what_they_are_given(self) -> None:
        job = Job("jsonl")
        with mock.patch("briefx.workers.in_order", return_value=iter(())) as in_order:
            self.assertEqual([], list(outcomes(job, [FIRST], 3)))
        (task, inputs, jobs), options = in_order.call_args
        self.assertEqual((job.outcomes, [FIRST], 3, job.lost),
                         (task, inputs, jobs, options["lost"]))
        self.assertEqual((58, 0), (options["weight"](FIRST), options["weight"](MISSING)))


if __name__ == "__main__":
    unittest.main()
