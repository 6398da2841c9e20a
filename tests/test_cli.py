"""The command line: what it takes, where results and messages go, and how it ends."""
from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import unittest
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

import briefx as package
from briefx import options
from briefx.cli import _jobs, _Progress, _signals_raise, printable
from tests.command import at_once, briefx, folder, json_lines, program, started

ARTICLE = """Minister opens bridge

HARROWGATE — The harbour bridge will open in May, Transport Minister Ann Lee said on Monday.

"We have waited ten years," she said. Critics denied that the bridge was needed.
"""
PARTS = ("summary", "actors", "places", "quotes", "claims", "dates", "timeline")


class VersionAndHelpTest(unittest.TestCase):
    def test_version(self) -> None:
        for words in (["--version"], ["--version", "anything"]):
            with self.subTest(words=words):
                self.assertEqual((0, f"briefx {package.__version__}\n", ""), briefx(*words))

    def test_help_leads_with_examples_and_fits_a_terminal(self) -> None:
        for command in (None, *options.COMMANDS):
            words = [command.name] if command else []
            for asked in ("--help", "-h"):
                with self.subTest(words=words, asked=asked):
                    run = briefx(*words, asked)
                    self.assertEqual((0, ""), (run.status, run.err))
                    self.assertLess(run.out.index("Examples:"), run.out.index("Usage:"))
                    self.assertLess(run.out.index("Usage:"), run.out.index("Options:"))
                    self.assertLessEqual(max(map(len, run.out.splitlines())), 80)

    def test_help_names_every_option_and_value(self) -> None:
        for command in options.COMMANDS:
            text = briefx(command.name, "--help").out
            for option in command.options:
                with self.subTest(command=command.name, option=option.name):
                    self.assertRegex(text, rf"(?m)^  ({option.short}, |    ){option.name}\b")
                    for value in option.values:
                        self.assertIn(value, text)

    def test_every_example_of_the_help_is_a_command_line(self) -> None:
        for command in options.COMMANDS:
            for example, _ in command.examples:
                words = re.split(r" [|>] ", example.replace('eval "$(', "").replace(')"', ""))[0].split()
                with self.subTest(example=example):
                    self.assertEqual("briefx", words[0])
                    self.assertEqual(command, options.parse(words[1:]).command)

    def test_help_answers_before_anything_is_checked(self) -> None:
        for words in (["extract", "--jobs", "many", "--help"], ["extract", "nowhere", "-h"], ["schema", "x", "-h"]):
            with self.subTest(words=words):
                self.assertEqual(0, briefx(*words).status)

    def test_nothing_given_shows_help_on_standard_error(self) -> None:
        for words in ([], ["extract"], ["check"], ["completion"], ["extract", "--json"]):
            with self.subTest(words=words):
                run = briefx(*words)
                self.assertEqual((2, ""), (run.status, run.out))
                self.assertIn("Examples:", run.err)


class UsageTest(unittest.TestCase):
    CASES = (
        (["extrct", "a.txt"], "is extract meant?"),
        (["--versoin"], "is --version meant?"),
        (["--json", "a.txt"], "there is no option --json"),
        (["-"], "is `briefx extract -` meant?"),
        (["/"], "is `briefx extract /` meant?"),
        (["extract", "a.txt", "--form", "json"], "there is no option --form; is --format meant?"),
        (["extract", "a.txt", "--reference", "2026-06-01"], "there is no option --reference"),
        (["extract", "a.txt", "-x"], "there is no option -x"),
        (["extract", "a.txt", "-qx"], "there is no option -x"),
        (["extract", "a.txt", "--format", "xml"], "--format 'xml' is none of json, jsonl, markdown, brat"),
        (["extract", "a.txt", "--format", "mardown"], "is markdown meant?"),
        (["extract", "a.txt", "--format"], "--format needs a value"),
        (["extract", "a.txt", "--format="], "--format needs a value"),
        (["extract", "a.txt", "--output", "--json"], "--output needs a value"),
        (["extract", "a.txt", "--json=yes"], "--json takes no value"),
        (["extract", "a.txt", "--input-format", "csv"], "--input-format 'csv' is none of"),
        (["extract", "a.txt", "--only", "actors,places"], "--only 'places' is none of"),
        (["extract", "a.txt", "--only", ","], "--only '' is none of"),
        (["extract", "a.txt", "--reference-date", "1 June 2026"], "no day of the form YYYY-MM-DD"),
        (["extract", "a.txt", "--reference-date", "2026-02-30"], "no day of the form YYYY-MM-DD"),
        (["extract", "a.txt", "--reference-date", "20260601"], "no day of the form YYYY-MM-DD"),
        (["extract", "a.txt", "--jobs", "many"], "--jobs is a number"),
        (["extract", "a.txt", "--jobs=-1"], "--jobs is a number"),
        (["extract", "a.txt", "--jobs", "1.5"], "--jobs is a number"),
        (["schema", "x"], "schema takes nothing more"),
        (["completion", "tcsh"], "SHELL is bash, zsh, fish"),
    )

    def test_wrong_usage_is_one_line_that_says_what_to_do(self) -> None:
        for words, message in self.CASES:
            with self.subTest(words=words):
                run = briefx(*words)
                self.assertEqual((2, ""), (run.status, run.out))
                self.assertIn(message, run.err)
                self.assertRegex(run.err, r"\Abriefx: [^\n]+--help` shows what there is\)\n\Z")

    def test_no_abbreviation_of_any_option_is_accepted(self) -> None:
        for command in options.COMMANDS:
            names = {option.name for option in command.options}
            for option in command.options:
                for length in range(3, len(option.name)):
                    short = option.name[:length]
                    if short not in names:
                        with self.subTest(option=short), self.assertRaises(options.UsageError):
                            options.parse([command.name, "a", short])

    def test_forms_of_options(self) -> None:
        for words, expected in (
            (["-f", "json", "a"], {"--format": "json"}),
            (["-fjson", "a"], {"--format": "json"}),
            (["--format=json", "a"], {"--format": "json"}),
            (["a", "--format", "json"], {"--format": "json"}),
            (["a", "--json"], {"--format": "json"}),
            (["a", "--json", "-f", "markdown"], {"--format": "markdown"}),
            (["a", "-qj2"], {"--quiet": "", "--jobs": "2"}),
            (["a", "-o-"], {"--output": "-"}),
            (["a", "-o", "-"], {"--output": "-"}),
            (["a", "--only", "dates,actors"], {"--only": "dates,actors"}),
        ):
            with self.subTest(words=words):
                request = options.parse(["extract", *words])
                self.assertEqual((expected, ["a"]), (request.options, request.operands))
        self.assertEqual(["--json", "-"], options.parse(["extract", "--", "--json", "-"]).operands)

    def test_options_end_at_two_dashes(self) -> None:
        with folder(**{"--json": ARTICLE}) as place:
            run = program("extract", "--format", "json", "--", "--json", cwd=place)
            self.assertEqual((0, ["--json"]), (run.status, [brief["id"] for brief in run.json["briefs"]]))


class FormatTest(unittest.TestCase):
    def test_default_follows_the_stream_and_the_ending(self) -> None:
        with folder(a__txt=ARTICLE) as place:
            self.assertIn("IN BRIEF", briefx("extract", place, terminal=True).out)
            self.assertEqual(1, len(briefx("extract", place).json["briefs"]))
            self.assertEqual(1, len(briefx("extract", place, "--json", terminal=True).json["briefs"]))
            line = '{"schema_version"'
            for name, opening in (("b.json", "{\n"), ("b.jsonl", line), ("b.ndjson", line),
                                  ("b.MD", "# Minister"), ("b.txt", "# Minister"), ("b.out", "{\n")):
                with self.subTest(name=name):
                    target = place.parent / f"{place.name}-{name}"
                    self.addCleanup(target.unlink)
                    run = briefx("extract", place, "-o", target, terminal=True)
                    self.assertEqual((0, "", ""), run)
                    self.assertTrue(target.read_text().startswith(opening))

    def test_json_has_one_shape(self) -> None:
        with folder(a__txt=ARTICLE) as place:
            for words, briefs, errors in (([place], 1, 0), ([place / "none"], 0, 1), ([place, place / "none"], 1, 1)):
                with self.subTest(words=words):
                    whole = briefx("extract", *words).json
                    self.assertEqual(["schema_version", "generator", "briefs", "errors"], list(whole))
                    self.assertEqual((briefs, errors), (len(whole["briefs"]), len(whole["errors"])))

    def test_lines_in_and_lines_out_match(self) -> None:
        given = json_lines({"text": ARTICLE, "id": "one"}, {"id": "two"}, {"text": ""}, {"text": ARTICLE})
        given = given.replace(b"\n", b"\n\n", 1) + b"{broken\n"
        for jobs in (1, 2):
            with self.subTest(jobs=jobs):
                run = briefx("extract", "-", "--input-format", "jsonl", "-f", "jsonl", "-j", jobs, stdin=given)
                self.assertEqual(1, run.status)
                self.assertEqual(["one", "two", "line-4", "line-5", "line-6"], [line["id"] for line in run.lines])
                self.assertEqual([False, True, False, False, True], ["error" in line for line in run.lines])
                self.assertEqual([1, 3, 4, 5, 6], [line["error"]["line"] if "error" in line
                                                   else line["document"]["line"] for line in run.lines])

    def test_several_briefs_in_markdown_are_set_apart(self) -> None:
        with folder(a__txt=ARTICLE, b__txt=ARTICLE, c__txt=b"\0") as place:
            run = briefx("extract", place, "-f", "markdown")
            self.assertEqual((1, 1), (run.status, run.out.count("\n\n---\n\n# ")))


class OnlyTest(unittest.TestCase):
    def test_what_is_kept_equals_the_full_run_and_the_rest_is_absent(self) -> None:
        full = briefx("extract", "-", stdin=ARTICLE).json["briefs"][0]
        self.assertEqual(set(PARTS), set(full) & set(PARTS))
        for only in ("actors", "claims", "quotes", "dates", "dates,actors", "claims, quotes"):
            with self.subTest(only=only):
                brief = briefx("extract", "-", "--only", only, stdin=ARTICLE).json["briefs"][0]
                self.assertEqual({part.strip() for part in only.split(",")}, set(brief) & set(PARTS))
                self.assertEqual({key: full[key] for key in brief}, brief)
                self.assertEqual(0, briefx("extract", "-", "--only", only, "-f", "markdown", stdin=ARTICLE).status)


class FailureTest(unittest.TestCase):
    def test_each_failure_is_named_and_the_rest_is_done(self) -> None:
        with folder(a__txt=ARTICLE, b__txt=b"\0\0", c__txt=ARTICLE) as place:
            run = briefx("extract", place, place / "none.txt", "-f", "jsonl")
            self.assertEqual(1, run.status)
            self.assertEqual(["a", "b", "c", "none"], [line["id"] for line in run.lines])
            lines = run.err.splitlines()
            self.assertTrue(lines[0].startswith(f"briefx: {place}/b.txt: "), lines)
            self.assertTrue(lines[1].startswith(f"briefx: {place}/none.txt: not found"), lines)
            self.assertEqual("briefx: 2 of 4 inputs failed", lines[2])
            self.assertEqual(lines[:2], briefx("extract", place, place / "none.txt", "-q").err.splitlines())

    def test_a_line_of_json_lines_is_named_with_its_number(self) -> None:
        run = briefx("extract", "-", "--input-format", "jsonl", stdin="\n{}\n")
        self.assertIn("briefx: -:2: ", run.err)

    def test_nothing_found_is_no_failure(self) -> None:
        run = briefx("extract", "-", stdin="")
        self.assertEqual((0, ""), (run.status, run.err))
        self.assertEqual("empty", run.json["briefs"][0]["warnings"][0]["code"])

    def test_a_fault_of_our_own_is_an_error_of_that_input(self) -> None:
        with folder(a__txt=ARTICLE, b__txt="fail") as place, \
                mock.patch("briefx.pipeline.find_attributions", side_effect=_fails_on("fail")):
            run = briefx("extract", place)
            self.assertEqual((1, 1), (run.status, len(run.json["briefs"])))
            self.assertEqual("internal", run.json["errors"][0]["code"])
            self.assertNotIn("Traceback", run.err)
            self.assertIn("Traceback", briefx("extract", place, "--debug").err)

    def test_control_characters_never_reach_the_terminal(self) -> None:
        with folder() as place:
            for name in ("a\x1b[31m.txt", "a\nb.txt", "a\u202eb.txt", os.fsdecode(b"a\xff.txt")):
                with self.subTest(name=name):
                    run = briefx("extract", place / name)
                    self.assertEqual((1, 1), (run.status, run.err.count("\n")))
                    self.assertTrue(run.err[:-1].isprintable())
            self.assertTrue(briefx("extract", "a\x1b[31m", "--nothing\x1b").err[:-1].isprintable())
        self.assertEqual(r"a\x1b\n\u202e\xa0é", printable("a\x1b\n\u202e\xa0é"))

    def test_verbose_tells_what_was_found(self) -> None:
        with folder(a__txt="Ann Lee denied that \"it failed.") as place:
            self.assertEqual("", briefx("extract", place).err)
            err = briefx("extract", place, "--verbose").err
            self.assertRegex(err, r"a\.txt: \d+ actors, \d+ places, \d+ quotes, \d+ claims, \d+ dates\n")
            self.assertIn("a.txt: warning: ", err)


def _fails_on(word: str):
    from briefx.extraction.attribution.finder import find_attributions

    def find(analysis):
        if analysis.text == word:
            raise RuntimeError(word)
        return find_attributions(analysis)

    return find


class OutputTest(unittest.TestCase):
    def test_a_file_is_replaced_whole_and_keeps_its_permissions(self) -> None:
        with folder(a__txt=ARTICLE, out__json="before") as place:
            target = place / "out.json"
            target.chmod(0o640)
            (place / "link.json").symlink_to("out.json")
            self.assertEqual((0, "", ""), briefx("extract", place / "a.txt", "-o", place / "link.json"))
            self.assertTrue(target.read_text().startswith("{"))
            self.assertEqual(0o640, stat.S_IMODE(target.stat().st_mode))
            self.assertTrue((place / "link.json").is_symlink())
            self.assertEqual({"a.txt", "out.json", "link.json"}, set(os.listdir(place)))

    def test_a_new_file_has_the_usual_permissions(self) -> None:
        with folder(a__txt=ARTICLE) as place:
            before = os.umask(0o027)
            try:
                briefx("extract", place / "a.txt", "-o", place / "out.md")
            finally:
                os.umask(before)
            self.assertEqual(0o640, stat.S_IMODE((place / "out.md").stat().st_mode))

    def test_what_can_not_be_written_is_one_line_and_leaves_all_as_it_was(self) -> None:
        with folder(a__txt=ARTICLE) as place:
            for target, message in ((place / "none" / "out.md", "is in a folder that is not there; make it first"),
                                    (place, "is a folder"), (place / "a.txt" / "out.md", "can't be written to"),
                                    (place / ("x" * 300), "can't be written to"),
                                    (place / "a.txt", "which is to be read: write elsewhere")):
                with self.subTest(target=target):
                    run = briefx("extract", place / "a.txt", "-o", target)
                    self.assertEqual((2, "", 1), (run.status, run.out, run.err.count("\n")))
                    self.assertIn(message, run.err)
                    self.assertEqual(["a.txt"], os.listdir(place))
            self.assertEqual(ARTICLE, (place / "a.txt").read_text())

    def test_an_output_in_the_folder_that_is_read_is_refused_the_second_time(self) -> None:
        with folder(a__txt=ARTICLE) as place:
            for jobs in (1, 2):
                (place / "b.md").unlink(missing_ok=True)
                self.assertEqual(0, briefx("extract", place, "-o", place / "b.md", "-j", jobs).status)
                first = (place / "b.md").read_bytes()
                run = briefx("extract", place, "-o", place / "b.md", "-j", jobs)
                self.assertEqual(2, run.status)
                self.assertIn("b.md", run.err)
                self.assertEqual(first, (place / "b.md").read_bytes())

    def test_a_stream_into_a_file_that_is_read_is_refused(self) -> None:
        with folder(a__txt=ARTICLE) as place, open(place / "b.md", "wb") as stream:
            run = program("extract", place, stdout=stream)
            self.assertEqual(2, run.status)
            self.assertIn("standard output is ", run.err)

    def test_nothing_is_left_behind_by_what_came_to_no_end(self) -> None:
        with folder(a__txt=ARTICLE, out__json="before") as place, \
                mock.patch("briefx.batch.open_input", side_effect=KeyboardInterrupt):
            self.assertEqual((130, "", ""), briefx("extract", place / "a.txt", "-o", place / "out.json"))
            self.assertEqual("before", (place / "out.json").read_text())
            self.assertEqual({"a.txt", "out.json"}, set(os.listdir(place)))

    @unittest.skipUnless(Path("/dev/full").exists(), "the system has no /dev/full")
    def test_a_full_disk_is_one_line(self) -> None:
        for words, shown in ((["-o", "/dev/full"], "/dev/full"), ([], "standard output")):
            with self.subTest(words=words), open("/dev/full", "wb") as full:
                run = program("extract", "-", *words, stdin=ARTICLE.encode(), **({} if words else {"stdout": full}))
                self.assertEqual((1, f"briefx: {shown} can't be written to: No space left on device\n"),
                                 (run.status, run.err))
        commands = ("--version", "--help", "schema")
        with open("/dev/full", "wb") as full:
            runs = at_once(*(partial(program, command, stdout=full) for command in commands))
        for command, run in zip(commands, runs, strict=True):
            with self.subTest(command=command):
                self.assertEqual((1, 1), (run.status, run.err.count("\n")))

    @unittest.skipUnless(Path("/dev/stdout").exists(), "the system has no /dev/stdout")
    def test_devices_stay_what_they_are(self) -> None:
        before = os.stat("/dev/null")
        self.assertEqual((0, "", ""), program("extract", "-", "-o", "/dev/null", stdin=ARTICLE.encode()))
        self.assertEqual((before.st_mode, before.st_rdev), (os.stat("/dev/null").st_mode, os.stat("/dev/null").st_rdev))
        self.assertEqual(1, len(program("extract", "-", "-o", "/dev/stdout", stdin=ARTICLE.encode()).json["briefs"]))
        with folder() as place:
            with open(place / "log", "wb") as log:
                log.write(b"first\n")
                log.flush()
                program("extract", "-", "-f", "jsonl", "-o", "/dev/stdout", stdin=ARTICLE.encode(), stdout=log)
            self.assertTrue((place / "log").read_text().startswith('first\n{"schema_version"'))
            os.mkfifo(place / "pipe")
            with started("extract", "-", "-o", place / "pipe") as process:
                process.stdin.write(ARTICLE.encode())
                process.stdin.close()
                self.assertIn(b'"briefs"', (place / "pipe").read_bytes())
                self.assertEqual(0, process.wait(30))
            self.assertTrue(stat.S_ISFIFO((place / "pipe").stat().st_mode))

    def test_closed_standard_streams(self) -> None:
        def without(*descriptors: int):
            return lambda: [os.close(each) for each in descriptors]

        run = program("extract", "-", stdin=ARTICLE.encode(), preexec_fn=without(1))
        self.assertEqual((2, "briefx: standard output is closed; name a file with --output\n"), (run.status, run.err))
        run = program("extract", "-", preexec_fn=without(0))
        self.assertEqual((1, 1), (run.status, len(run.json["errors"])))
        run = program("extract", "nowhere", preexec_fn=without(2))
        self.assertEqual((1, ""), (run.status, run.err))


class ProgressTest(unittest.TestCase):
    def test_it_shows_where_a_person_looks_on_and_the_work_is_long(self) -> None:
        given = json_lines(*[{"text": "x"}] * 3)
        with mock.patch("briefx.cli._PROGRESS_AFTER", 0.0), mock.patch("briefx.cli._PROGRESS_EVERY", 0.0), \
                folder() as place:
            words = ("extract", "-", "--input-format", "jsonl", "-o", place / "out.json")
            err = briefx(*words, stdin=given, watched=True).err
            self.assertIn("\rbriefx: 3 done", err)
            self.assertTrue(err.endswith("\r\x1b[K"))
            self.assertEqual("", briefx(*words, stdin=given).err)
            self.assertEqual("", briefx(*words, "--quiet", stdin=given, watched=True).err)
            self.assertEqual("", briefx(*words[:-2], stdin=given, watched=True, terminal=True).err)
        self.assertEqual("", briefx(*words[:-2], stdin=given, watched=True).err)


    def test_it_is_told_after_a_second_and_five_times_a_second_at_the_most(self) -> None:
        told = mock.Mock(isatty=lambda: True)
        with mock.patch("sys.stderr", told), mock.patch("time.monotonic") as clock:
            clock.return_value = 100.0
            progress = _Progress(shown=True)
            progress.clear()
            for done, now in enumerate((100.5, 100.99, 101.0, 101.1, 101.19, 101.25, 101.25, 101.44, 101.5)):
                clock.return_value = now
                progress.tell(1000 * done, done // 6)
            progress.clear()
            progress.clear()
        self.assertEqual(["\rbriefx: 2,000 done", "\rbriefx: 5,000 done", "\rbriefx: 8,000 done, 1 failed", "\r\x1b[K"],
                         [call.args[0] for call in told.write.call_args_list])
        for shown, watched in ((False, True), (True, False)):
            told = mock.Mock(isatty=lambda watched=watched: watched)
            with mock.patch("sys.stderr", told), mock.patch("briefx.cli._PROGRESS_AFTER", 0.0):
                _Progress(shown).tell(1, 0)
            told.write.assert_not_called()


class JobsTest(unittest.TestCase):
    def test_how_many_processes_are_asked_for(self) -> None:
        for value, wanted in (("1", 1), ("2", 2), ("0010", 10), ("9999", 9999)):
            self.assertEqual(wanted, _jobs(value))
        for value in ("", "-1", "10000", "00001", "1.5", "two", "٣", "²"):
            with self.subTest(value), self.assertRaisesRegex(options.UsageError, "^--jobs is a number of processes"):
                _jobs(value)

    def test_0_is_one_a_processor(self) -> None:
        with mock.patch("os.sched_getaffinity", return_value={0, 3, 5}, create=True):
            self.assertEqual([3, 3], [_jobs("0"), _jobs("000")])
        with mock.patch("os.sched_getaffinity", None, create=True):
            for count, wanted in ((4, 4), (None, 1)):
                with mock.patch("os.cpu_count", return_value=count):
                    self.assertEqual(wanted, _jobs("0"))


class BratTest(unittest.TestCase):
    def test_a_stream_takes_one_document(self) -> None:
        with folder(a__txt=ARTICLE, b__txt=ARTICLE) as place:
            self.assertEqual(0, briefx("extract", place / "a.txt", "-f", "brat").status)
            run = briefx("extract", place, "-f", "brat")
            self.assertEqual((2, ""), (run.status, run.out))
            self.assertIn("brat has a file for each document", run.err)
            (place / "b.txt").unlink()
            self.assertEqual(briefx("extract", place / "a.txt", "-f", "brat"), briefx("extract", place, "-f", "brat"))


class EndTest(unittest.TestCase):
    def test_how_many_failed_is_said_of_more_than_one(self) -> None:
        said = re.compile(r"briefx: \d+ of \d+ inputs failed\n$")
        for texts, wanted in ((("x",), None), ((5,), None), ((5, "x"), "briefx: 1 of 2 inputs failed\n"),
                              ((5, "x", 5), "briefx: 2 of 3 inputs failed\n"), (("x", "x"), None)):
            given = json_lines(*({"text": text} for text in texts))
            with self.subTest(texts):
                run = briefx("extract", "-", "--input-format", "jsonl", stdin=given)
                found = said.search(run.err)
                self.assertEqual((wanted, int(5 in texts)), (found and found[0], run.status))
                run = briefx("extract", "-", "--input-format", "jsonl", "--quiet", stdin=given)
                self.assertIsNone(said.search(run.err))

    def test_signals_end_it_while_something_is_written(self) -> None:
        import signal

        before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGHUP)
        self.addCleanup(signal.signal, signal.SIGTERM, before[0])
        self.addCleanup(signal.signal, signal.SIGHUP, before[1])
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        restore = _signals_raise()
        self.assertEqual(signal.SIG_IGN, signal.getsignal(signal.SIGHUP))
        with self.assertRaises(SystemExit) as raised:
            signal.raise_signal(signal.SIGTERM)
        self.assertEqual(128 + signal.SIGTERM, raised.exception.code)
        restore()
        self.assertEqual(signal.SIG_DFL, signal.getsignal(signal.SIGTERM))


class InstalledTest(unittest.TestCase):
    """What the installed command calls, which ends the process without taking apart what was made."""

    def run_after(self, lines: str, *words: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
        code = f"import sys\nfrom briefx.cli import program\n{lines}\nsys.exit(program())"
        return subprocess.run([sys.executable, "-S", "-c", code, *map(str, words)], timeout=60,
                              **{"capture_output": True, **options})

    def test_output_and_status_are_those_of_the_module(self) -> None:
        text = (ARTICLE + "\n\n") * 60
        for words in (["extract", "-"], ["extract", "-", "-f", "markdown"], ["--version"], ["--help"], ["extract"],
                      ["extract", "nowhere"], ["schema"]):
            with self.subTest(words=words):
                run = self.run_after("", *words, input=text.encode())
                other = program(*words, stdin=text.encode())
                self.assertEqual((other.status, other.out, other.err),
                                 (run.returncode, run.stdout.decode(), run.stderr.decode()))

    def test_a_file_is_whole(self) -> None:
        with folder(a__txt=ARTICLE) as place:
            self.assertEqual(0, self.run_after("", "extract", place / "a.txt", "-o", place / "b.json").returncode)
            self.assertEqual(1, len(json.loads((place / "b.json").read_text())["briefs"]))

    def test_who_waits_for_the_end_is_waited_for(self) -> None:
        for lines in ("import atexit; atexit.register(print, 'the end')",
                      "import threading, time\n"
                      "threading.Thread(target=lambda: (time.sleep(0.2), print('the end'))).start()"):
            with self.subTest(lines=lines):
                self.assertEqual(b"the end\n", self.run_after(lines, "--version").stdout.split(b"\n", 1)[1])

    @unittest.skipUnless(Path("/dev/full").exists(), "the system has no /dev/full")
    def test_a_full_disk_is_told(self) -> None:
        with open("/dev/full", "wb") as full:
            run = self.run_after("", "--version", capture_output=False, stdout=full, stderr=subprocess.PIPE)
        self.assertEqual((1, 1), (run.returncode, run.stderr.count(b"\n")))

    def test_streams_may_be_closed(self) -> None:
        run = self.run_after("", "extract", "nowhere", preexec_fn=lambda: os.close(2))
        self.assertEqual(1, run.returncode)


class SchemaTest(unittest.TestCase):
    def test_it_is_printed(self) -> None:
        run = briefx("schema")
        self.assertEqual((0, ""), (run.status, run.err))
        self.assertEqual("https://json-schema.org/draft/2020-12/schema", run.json["$schema"])


class CheckTest(unittest.TestCase):
    def test_each_problem_is_a_line_with_its_place(self) -> None:
        index = "| File | Published |\n|---|---|\n| a.txt | 2026-06-01 |\n| none.txt | |\n| a.txt | |\n"
        with folder(INDEX__md=index, a__txt=ARTICLE, b__txt=ARTICLE) as place:
            run = briefx("check", place)
            self.assertEqual((1, ""), (run.status, run.err))
            self.assertRegex(run.out, r"(?m)^.*/INDEX\.md:4: .*none\.txt.* \(missing\)$")
            self.assertRegex(run.out, r"(?m)^.*/INDEX\.md:5: .* \(listed_twice\)$")
            self.assertRegex(run.out, r"(?m)^.*/b\.txt: .* \(unlisted\)$")
            (place / "INDEX.md").write_text("| File | Published |\n|---|---|\n| a.txt | 2026-06-01 |\n| b.txt | |\n")
            self.assertEqual((0, "", ""), briefx("check", place))
