"""What holds for any bytes: nothing is raised, places are true, nothing outside the folder is opened."""
import json
import os
import random
from unittest import mock

from briefx.loading.check import problems
from briefx.loading.sources import read
from briefx.model import Document, InputError
from tests.loading import FolderTest

PIECES = (
    "| File | Title | Date |\n|---|---|---|\n", "| ", " |\n", "- ", "* ", "## ", "```\n", "~~~\n", "<!--",
    "-->", "---\n",
    "a.txt", "b.md", "sub/c.txt", "gone.txt", "../secret.txt", "..%2fsecret.txt", "link.txt", "up/secret.txt",
    "INDEX.md", "[", "](", ")", "`", "<", ">", "\\", "/", "#", "\n", "\r\n", "\r", "\n\n", "  ", "\t", " — ",
    ": ", ", ",
    "title: ", "Published: ", "2026-06-01", "June 1, 2026", "The Post", "https://e.org/x.txt", "Rain falls",
    "é", "“",
    "\u202e", "\x1b[1m", "&amp;", "%00", "\u2028", "x" * 300)
HEADER = ("---\n", "Title: ", "date: ", "2026-06-01", "soon", "Rain", "\n", "\n\n", "\r\n", "\r",
          "language: ", "en",
          "- ", "  ", "\"", "'", "[", "]", "id: ", "# ", "> ", "Body. ", ":", "\ufeff", "é")
BYTES = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0", b"\x81", b"\xe9", b"\xc3\xa9", b"a", b"\n",
         b"\r\n",
         b"Title: ", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80")
JSON = ('{"text": ', '"', "}", "{", "[", "]", ",", ": ", "null", "1", '"id"', '"title"', "true", "\\ud800",
        "\\u0000", "\n",
        "é", '{"text": "x"}\n', '{"text": "x", "published": 5}\n', " ", "1e999", "-", "NaN")
# Random inputs of each kind.
ROUNDS = 300


def mixed(random: random.Random, pieces: tuple[str, ...] | tuple[bytes, ...]) -> bytes:
    chosen = random.choices(pieces, k=random.randrange(1, 40))
    return b"".join(each.encode() if isinstance(each, str) else each for each in chosen)


class PropertyTest(FolderTest):
    def setUp(self) -> None:
        super().setUp()
        self.random = random.Random(7)
        self.write("secret.txt", "secret")
        for name in ("a.txt", "b.md", "sub/c.txt"):
            self.write(f"in/{name}")
        if hasattr(os, "symlink") and os.name == "posix":
            os.symlink(os.path.join("..", "secret.txt"), self.path("in", "link.txt"))
            os.symlink("..", self.path("in", "up"))
        self.inside = self.path("in")

    def results(self, path: str) -> list[Document | InputError]:
        results = list(read([path]))
        for result in results:
            if isinstance(result, InputError):
                self.assertNotRegex(result.message, r"[\n\r\x1b\u202e]")
                continue
            self.assertLessEqual(0, result.body_start)
            self.assertLessEqual(result.body_start, len(result.text))
            if result.title_start is not None and result.title_end is not None:
                self.assertLess(result.title_start, result.title_end)
                self.assertLessEqual(result.title_end, result.body_start)
            for warning in result.warnings:
                self.assertNotRegex(warning.message, r"[\n\r\x1b\u202e]")
            if result.published is not None:
                self.assertRegex(result.published, r"\A\d{4}-\d\d-\d\d\Z")
        self.assertEqual(results, list(read([path])))
        list(problems([path]))
        return results

    def test_indexes(self) -> None:
        real = os.open
        opened = []

        def recorded(path: str, flags: int) -> int:
            opened.append(path)
            return real(path, flags)

        for number in range(ROUNDS):
            self.write("in/INDEX.md", mixed(self.random, PIECES))
            with self.subTest(number=number), mock.patch("os.open", recorded):
                paths = [each.path for each in self.results(self.inside)]
                self.assertEqual(len(paths), len(set(paths)))
                self.assertLessEqual({"a.txt", "b.md"}, set(paths))
        self.assertTrue(opened)
        for path in set(opened):
            self.assertEqual(os.path.commonpath((path, self.inside)), self.inside)

    def test_headers(self) -> None:
        for number in range(ROUNDS):
            path = self.write("x.txt", mixed(self.random, HEADER))
            with self.subTest(number=number):
                self.results(path)

    def test_bytes(self) -> None:
        for number in range(ROUNDS):
            path = self.write("x.txt", mixed(self.random, BYTES))
            with self.subTest(number=number):
                (result,) = self.results(path)
                if isinstance(result, Document):
                    with open(path, encoding=result.encoding, newline="") as stream:
                        self.assertEqual(stream.read(), result.text)
                else:
                    self.assertIn(result.code, ("binary", "undecodable"))

    def test_json_lines(self) -> None:
        for number in range(ROUNDS):
            data = mixed(self.random, JSON)
            path = self.write("x.jsonl", data)
            with self.subTest(number=number):
                results = self.results(path)
                lines = [line for line in data.split(b"\n") if line.strip()]
                self.assertEqual(len(results), len(lines))
                for result, line in zip(results, lines, strict=True):
                    try:
                        value = json.loads(line)
                    except ValueError:
                        value = None
                    good = isinstance(value, dict) and isinstance(value.get("text"), str) \
                        and isinstance(value.get("published", ""), str)
                    self.assertEqual(isinstance(result, Document), good, line)
