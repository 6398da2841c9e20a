"""What `briefx check` finds in an index and its files."""
import io
import os
import sys
import unittest
from unittest import mock

from briefx.loading.check import Problem, problems
from tests.loading import FolderTest


class CheckTest(FolderTest):
    def found(self, *paths: str) -> list[tuple[str, str, int | None]]:
        """Code, path relative to the folder, and line of each problem."""
        results = list(problems(paths or [self.folder]))
        for result in results:
            self.assertRegex(result.message, r"\A[^\n]+: [^\n]+\Z")
        return [(each.code, os.path.relpath(each.path, self.folder), each.line) for each in results]

    def test_nothing_wrong(self) -> None:
        self.write("a.txt", "Title: Rain\nDate: 2026-06-01T10:00:00Z\n\nIt fell.")
        self.write("b.txt")
        self.write("README.md")
        self.write("INDEX.md", "| File | Published |\n|---|---|\n| a.txt | 2026-06-01 |\n| b.txt | |\n")
        self.assertEqual(self.found(), [])
        self.assertEqual(self.found(self.path("INDEX.md")), [])
        self.assertEqual(self.found(self.path("a.txt")), [])

    def test_entries(self) -> None:
        for name in ("a.txt", "b.txt", "c.txt"):
            self.write(name)
        os.mkdir(self.path("sub"))
        self.write("INDEX.md", "# Index, see a.txt\n\n- a.txt\n- gone.txt\n- ./a.txt\n"
                               "- ../out.txt ../out.txt\n- a.txt\n- b.txt — Title, June 1, 2026\n\n"
                               "| File | Date |\n|---|---|\n| sub | 1.6.2026 |\n")
        self.assertEqual(self.found(), [
            ("listed_twice", "INDEX.md", 5),
            ("listed_twice", "INDEX.md", 7),
            ("date_not_iso", "INDEX.md", 8),
            ("date_not_iso", "INDEX.md", 12),
            ("unlisted", "c.txt", None),
            ("missing", "INDEX.md", 4),
            ("outside", "INDEX.md", 6),
            ("not_a_file", "INDEX.md", 12)])
        self.assertNotIn(("unlisted", "c.txt", None), self.found(self.path("INDEX.md")))
        messages = [each.message for each in problems([self.folder])]
        self.assertEqual(messages[0], "a.txt is listed in line 3 already: leave one out")
        self.assertEqual(messages[2], "b.txt: date 'June 1, 2026' is not in ISO form: write 2026-06-01")
        self.assertEqual(messages[3], "sub: date '1.6.2026' is not understood: write it as YYYY-MM-DD")
        self.assertEqual(messages[4], "is not listed in INDEX.md: list it")
        self.assertEqual(messages[5], "gone.txt not found: check the name")

    def test_files(self) -> None:
        self.write("a.txt", b"")
        self.write("b.txt", "Title: Rain\n\n \n")
        self.write("c.txt", b"\0")
        self.write("d.txt", b"x\n\x81")
        self.write("e.txt", b"one\r\ntwo\rcaf\xe9\n")
        self.write("f.txt", "Title: Rain\nDate: June 1, 2026\nLanguage: Klingon\n\nIt fell.")
        self.write("g.txt", "---\ndate: 2026-02-30\n---\nIt fell.")
        expected = [
            ("empty", "a.txt", None),
            ("empty", "b.txt", None),
            ("binary", "c.txt", None),
            ("undecodable", "d.txt", None),
            ("encoding_guessed", "e.txt", 3),
            ("language_unreadable", "f.txt", 3),
            ("date_not_iso", "f.txt", 2),
            ("date_not_iso", "g.txt", 2)]
        self.assertEqual(self.found(), expected)
        self.write("INDEX.md", "".join(f"- {letter}.txt\n" for letter in "abcdefg"))
        self.assertEqual(self.found(), expected)

    def test_index_itself(self) -> None:
        self.write("a.txt")
        self.write("INDEX.md", b"- a.txt \x97 Caf\xe9\n")
        self.assertEqual(self.found(), [("encoding_guessed", "INDEX.md", None)])
        self.write("INDEX.md", "# Nothing\n")
        self.assertEqual(self.found(), [("names_nothing", "INDEX.md", None)])
        self.write("INDEX.md", b"\0")
        self.assertEqual(self.found(), [("binary", "INDEX.md", None)])
        self.assertEqual(self.found(self.path("INDEX.md")), [("binary", "INDEX.md", None)])

    def test_paths(self) -> None:
        os.mkdir(self.path("empty"))
        self.assertEqual(self.found(self.path("gone.txt"), self.path("empty"), self.path("gone", "INDEX.md")),
                         [("missing", "gone.txt", None), ("no_documents", "empty", None),
                          ("missing", os.path.join("gone", "INDEX.md"), None)])

    def test_index_in_the_working_folder(self) -> None:
        self.write("INDEX.md", "- gone.txt\n")
        folder = os.getcwd()
        os.chdir(self.folder)
        try:
            self.assertEqual([each.path for each in problems(["INDEX.md"])],
                             [os.path.join(os.curdir, "INDEX.md")])
        finally:
            os.chdir(folder)

    def test_json_lines(self) -> None:
        path = self.write("a.jsonl",
                          b'{"text": "x", "published": "2026-06-01"}\n\nnonsense\n{"text": 5}\n'
                          b'{"text": " "}\n{"text": "x", "published": "soon", "language": "?"}\n'
                          b'{"text": "x", "published": ""}')
        self.assertEqual(self.found(path), [
            ("invalid_json", "a.jsonl", 3), ("text_not_string", "a.jsonl", 4), ("empty", "a.jsonl", 5),
            ("language_unreadable", "a.jsonl", 6), ("date_not_iso", "a.jsonl", 6)])

    def test_standard_input(self) -> None:
        with mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(b""))):
            self.assertEqual(list(problems(["-"])), [
                Problem("empty", "holds no text: fill it, or take it away", "-", None)])

    def test_messages_show_no_control_characters(self) -> None:
        self.write("INDEX.md",
                   "- `\x1b[1m.txt`\n- `\x1b[1m.txt`\n\n## b.txt\n- date: \x1b[2m\u202e\n")
        for problem in problems([self.folder]):
            with self.subTest(problem=problem):
                self.assertTrue(problem.message.isprintable())

    @unittest.skipUnless(hasattr(os, "mkfifo"), "needs named pipes")
    def test_pipe(self) -> None:
        os.mkfifo(self.path("INDEX.md"))
        self.assertEqual(self.found(), [("not_a_file", "INDEX.md", None)])
