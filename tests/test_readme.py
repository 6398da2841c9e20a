"""The README says what is: its commands work, and print what it shows."""
from __future__ import annotations

import re
import unittest
from unittest import mock

from briefx.options import COMMANDS, parse
from tests.command import at_once, briefx
from tests.readme import README, ROOT, examples

TEXT = README.read_text(encoding="utf-8")


class ReadmeTest(unittest.TestCase):
    def test_commands_print_what_it_shows(self) -> None:
        found = list(examples())
        self.assertGreaterEqual(len(found), 3)
        printed = dict(zip(runnable := [one for one in found if one.is_runnable],
                           at_once(*(one.run for one in runnable)), strict=True))
        for example in found:
            with self.subTest(command=example.command):
                if example not in printed:
                    self.skipTest("a program is not there")
                self.assertEqual(printed[example], example.output, "python3 -m tests.readme writes it anew")

    def test_the_main_commands_stand_in_it(self) -> None:
        self.assertIn("\n    python3 -m pip install . && briefx extract seeds/\n", TEXT)
        self.assertIn("\n    python3 -m unittest\n", TEXT)

    def test_every_option_that_it_names_is_there(self) -> None:
        known = {option.name for command in COMMANDS for option in command.options}
        ours = re.sub(r"(?m)^ +parallel .*? briefx ", "briefx ", TEXT)  # GNU parallel has options of its own
        named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", ours))
        self.assertEqual(set(), named - known - {"--version"})
        for line in re.findall(r"(?m)^    (briefx [^\n<>|]+)", TEXT):
            with self.subTest(line=line):
                parse(line.split()[1:])

    def test_the_python_that_it_shows_runs(self) -> None:
        program = re.search(r"```python\n(.*?)```", TEXT, re.DOTALL)
        assert program is not None
        printed = mock.Mock()
        text = (ROOT / "seeds" / "ferry-strike.txt").read_text(encoding="utf-8")
        code = program[1].replace('"seeds/"', repr(str(ROOT / "seeds")))
        exec(code, {"text": text, "print": printed})
        self.assertGreater(printed.call_count, 3)

    def test_the_main_command_makes_a_brief_of_each_article(self) -> None:
        run = briefx("extract", ROOT / "seeds")
        self.assertEqual((0, ""), (run.status, run.err))
        self.assertEqual(len(list((ROOT / "seeds").glob("*.txt"))), len(run.json["briefs"]))
