"""Completion in a shell: each shell that is there loads its script and completes with it."""
from __future__ import annotations

import shutil
import subprocess
import unittest

from briefx.completion import _quoted, script
from briefx.options import COMMANDS, SHELLS, UsageError
from tests.command import briefx


def run_in(shell: str, program: str) -> str:
    return subprocess.run([shell, *(("--norc",) if shell == "bash" else ()), "-c", program], check=True,
                          capture_output=True, text=True, timeout=30).stdout


class ScriptTest(unittest.TestCase):
    def test_each_names_all_commands_and_options(self) -> None:
        for shell in SHELLS:
            text = briefx("completion", shell).out
            self.assertEqual(script(shell), text)
            for command in COMMANDS:
                self.assertIn(command.name, text)
                for option in command.options:
                    with self.subTest(shell=shell, option=option.name):
                        self.assertIn(option.name.removeprefix("--") if shell == "fish" else option.name, text)
                        for value in option.values:
                            self.assertIn(value, text)

    def test_what_is_told_of_an_option_can_be_quoted_and_stand_in_brackets(self) -> None:
        self.assertEqual("it’s (one) or (two) -  three", _quoted("it's [one] or [two]:  three"))

    def test_another_shell_is_refused(self) -> None:
        with self.assertRaises(UsageError):
            script("tcsh")

    def test_each_shell_that_is_there_understands_its_script(self) -> None:
        for shell in SHELLS:
            with self.subTest(shell=shell):
                if shutil.which(shell) is None:
                    self.skipTest(f"{shell} is not there")
                flag = "--no-execute" if shell == "fish" else "-n"
                done = subprocess.run([shell, flag], input=script(shell), capture_output=True, text=True, timeout=30)
                self.assertEqual((0, ""), (done.returncode, done.stderr))


@unittest.skipUnless(shutil.which("bash"), "bash is not there")
class BashTest(unittest.TestCase):
    CASES = (
        (["briefx", "ex"], ["extract"]),
        (["briefx", "--v"], ["--version"]),
        (["briefx", "extract", "--form"], ["--format"]),
        (["briefx", "extract", "--format", "js"], ["json", "jsonl"]),
        (["briefx", "extract", "-f", "m"], ["markdown"]),
        (["briefx", "extract", "a.txt", "--only", ""], ["actors", "claims", "quotes", "dates"]),
        (["briefx", "completion", ""], list(SHELLS)),
        (["briefx", "check", "--"], ["--help"]),
        (["briefx", "extract", "se"], []),
        (["briefx", "nothing", ""], []),
    )

    def test_words_are_completed(self) -> None:
        for words, expected in self.CASES:
            with self.subTest(words=words):
                given = " ".join(f"'{word}'" for word in words)
                program = (f"{script('bash')}\nCOMP_WORDS=({given}) COMP_CWORD={len(words) - 1}\n_briefx\n"
                           'printf "%s\\n" "${COMPREPLY[@]}"')
                self.assertEqual(expected, run_in("bash", program).split())

    def test_files_are_completed_where_no_word_fits(self) -> None:
        self.assertIn("-o default", run_in("bash", script("bash") + "\ncomplete -p briefx"))


@unittest.skipUnless(shutil.which("fish"), "fish is not there")
class FishTest(unittest.TestCase):
    def test_words_are_completed(self) -> None:
        for line, expected in (("briefx ex", "extract"), ("briefx extract --form", "--format"),
                               ("briefx extract --format m", "markdown"), ("briefx completion z", "zsh")):
            with self.subTest(line=line):
                printed = run_in("fish", f"{script('fish')}\ncomplete -C '{line}'")
                self.assertEqual(expected, printed.split("\t")[0].strip())


@unittest.skipUnless(shutil.which("zsh"), "zsh is not there")
class ZshTest(unittest.TestCase):
    def test_it_is_registered(self) -> None:
        program = f"autoload -U compinit; compinit -D -u\n{script('zsh')}\nprint ${{_comps[briefx]}}"
        self.assertEqual("_briefx", run_in("zsh", program).strip())
