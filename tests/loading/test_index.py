"""The layouts of INDEX.md, alone, mixed and broken."""
import time
import unittest

from briefx.loading.index import read_index

TABLES = (
    # text, (name, fields) of each entry
    ("| File | Title | Published | Publisher | URL |\n|---|---|---|---|---|\n"
     "| [a.txt](a.txt) | Rain | 2026-06-01 | The Post | https://e.org/a |\n"
     "| `b.txt` | | | | <https://e.org/b.txt> |\n"
     "| c d.txt | Sun \\| Sea | June 2, 2026 | — | [there](https://e.org/c) |\n",
     [("a.txt", {"title": "Rain", "published": "2026-06-01", "publisher": "The Post",
                 "url": "https://e.org/a"}),
      ("b.txt", {"url": "https://e.org/b.txt"}),
      ("c d.txt", {"title": "Sun | Sea", "published": "June 2, 2026", "url": "https://e.org/c"})]),
    ("Date | **FILE name** | Author | id | Language\n:--|:-:|--:|---|---\n"
     "2026-06-01 | a.txt | Ann | 7 | en\n",
     [("a.txt", {"published": "2026-06-01", "byline": "Ann", "id": "7", "language": "en"})]),
    ("| Path | Source |\n|---|---|\n| sub/a.txt |\n| b.html | P | x | y |\n| [Sun](c.txt) | Q |\n",
     [("sub/a.txt", {}), ("b.html", {"publisher": "P"}), ("c.txt", {"publisher": "Q", "title": "Sun"})]),
    ("| Document | Title |\n|---|---|\n| [Sun](c.txt) | Moon |\n| [x](https://e.org/d.txt) | T |\n"
     "| https://e.org/e.txt | |\n| — | nothing |\n| | |\n| f.txt (draft) | |\n| a b.txt x | |\n",
     [("c.txt", {"title": "Moon"}), ("f.txt", {}), ("a b.txt x", {})]),
    ("| File | File |\n|---|---|\n| a.txt | b.txt |\n", [("a.txt", {}), ("b.txt?", {})]),
    ("| File | Title | Title |\n|---|---|---|\n| a.txt | One | Two |\n", [("a.txt", {"title": "One"})]),
    # what stands in other columns counts where there is such a file
    ("| File | Note |\n|---|---|\n| a.txt | see b.txt and [c](c.txt) |\n",
     [("a.txt", {}), ("b.txt?", {}), ("c.txt?", {})]),
    ("| Title | Published | x |\n|---|---|---|\n| [Rain](a.txt) | 2026-06-01 | b.txt |\n| Sun | | c.txt |\n",
     [("a.txt?", {"title": "Rain", "published": "2026-06-01"}), ("a.txt?", {}), ("b.txt?", {}),
      ("c.txt?", {"title": "Sun"}), ("c.txt?", {})]),
    ("| Name | Publisher |\n|---|---|\n| a.txt | The Post |\n| `b.txt` | see c.txt |\n| ../d.txt | x |\n",
     [("a.txt?", {"publisher": "The Post"}), ("a.txt?", {}), ("b.txt?", {"publisher": "see c.txt"}),
      ("b.txt?", {}), ("c.txt?", {}), ("../d.txt", {"publisher": "x"}), ("../d.txt", {})]),
    ("| Title | Date |\n|---|---|\n| a.txt | 2026-06-01 |\n| <https://e.org/b.txt> | |\n",
     [("a.txt?", {"published": "2026-06-01"}), ("a.txt?", {})]),
    ("| Title | x |\n|---|---|\n| Rain | [Sun](a.txt) |\n", [("a.txt?", {"title": "Rain"}), ("a.txt?", {})]),
    ("| Title | x |\n|---|---|\n| Rain | [a.txt](a.txt) |\n",
     [("a.txt?", {"title": "Rain"}), ("a.txt?", {})]),
    # a table ends where its bars end
    ("| File |\n|---|\n| a.txt |\nThat was all.txt of it.\n| b.txt |\n",
     [("a.txt", {}), ("all.txt?", {}), ("b.txt?", {})]),
    ("| File |\n|---|\n| a.txt |\n\n| b.txt |\n", [("a.txt", {}), ("b.txt?", {})]),
    ("| File |\n|---|\n```\n| a.txt |\n```\n| b.txt |\n", [("a.txt?", {}), ("b.txt?", {})]),
    ("| File |\n| a.txt |\n", [("a.txt?", {})]),
)

LISTS = (
    ("- [Rain](a.txt) — The Post, 2026-06-01",
     [("a.txt", {"title": "Rain", "publisher": "The Post", "published": "2026-06-01"})]),
    ("- `a.txt`: Rain", [("a.txt", {"title": "Rain"})]),
    ("* a.txt", [("a.txt", {})]),
    ("+ a.txt — Rain", [("a.txt", {"title": "Rain"})]),
    ("• a.txt", [("a.txt", {})]),
    ("1. a.txt\n2) b.txt", [("a.txt", {}), ("b.txt", {})]),
    ("  - [ ] a.txt\n  - [x] b.txt", [("a.txt", {}), ("b.txt", {})]),
    ("-a.txt", [("-a.txt?", {})]),
    ("- [a.txt](a.txt): Rain", [("a.txt", {"title": "Rain"})]),
    ("- [the-rain.txt](sub/the%20rain.txt#top)", [("sub/the%20rain.txt#top", {})]),
    ("- **[Rain](a.txt)**, The Post, June 1, 2026",
     [("a.txt", {"title": "Rain", "publisher": "The Post", "published": "June 1, 2026"})]),
    ("- [Rain](a.txt) (The Post, 2026-06-01)",
     [("a.txt", {"title": "Rain", "publisher": "The Post", "published": "2026-06-01"})]),
    ("- `a.txt` (The Post, 2026-06-01)", [("a.txt", {"publisher": "The Post", "published": "2026-06-01"})]),
    ("- `a.txt` (2026-06-01)", [("a.txt", {"published": "2026-06-01"})]),
    ("- `a.txt`: Rain (part 2)", [("a.txt", {"title": "Rain (part 2)"})]),
    ("- `a.txt`: Rain, 1 June 2026", [("a.txt", {"title": "Rain", "published": "1 June 2026"})]),
    ("- `a.txt`: Rain, 2026-06-01", [("a.txt", {"title": "Rain", "published": "2026-06-01"})]),
    ("- `a.txt`: Rain – it falls – The Post, Monday, June 1, 2026",
     [("a.txt", {"title": "Rain – it falls", "publisher": "The Post",
                 "published": "Monday, June 1, 2026"})]),
    ("- a.txt - Rain - The Post - 2026-06-01",
     [("a.txt", {"title": "Rain", "publisher": "The Post", "published": "2026-06-01"})]),
    ("- a.txt 2026-06-01 Rain falls", [("a.txt", {"published": "2026-06-01", "title": "Rain falls"})]),
    ("- a.txt | Rain | https://e.org/a", [("a.txt", {"title": "Rain", "url": "https://e.org/a"})]),
    ("- a.txt holds the ruling", [("a.txt", {})]),
    ("- a.txt The ruling", [("a.txt", {"title": "The ruling"})]),
    ("- a.txt holds it — The Post", [("a.txt", {"publisher": "The Post"})]),
    ("- 2026-06-01: [Rain](a.txt)", [("a.txt", {"title": "Rain", "published": "2026-06-01"})]),
    ("- **Rain** (`a.txt`)", [("a.txt", {"title": "Rain"})]),
    ("- Rain: [a.txt](a.txt)", [("a.txt", {"title": "Rain"})]),
    ("- See `a.txt`", [("a.txt", {})]),
    ("- [Rain](a.txt) — a story of what the water did to the town", [("a.txt", {"title": "Rain"})]),
    ("- [Rain](a.txt) — Why did it fall?", [("a.txt", {"title": "Rain"})]),
    ("- [Rain](a.txt) — The town is under water.", [("a.txt", {"title": "Rain"})]),
    ("- [Rain](a.txt) — Post Inc.", [("a.txt", {"title": "Rain", "publisher": "Post Inc."})]),
    ("- [Rain](a.txt) — One two three four five six",
     [("a.txt", {"title": "Rain", "publisher": "One two three four five six"})]),
    ("- [Rain](a.txt) — One two three four five six seven", [("a.txt", {"title": "Rain"})]),
    ("- [Rain](a.txt) — 20 Minutes", [("a.txt", {"title": "Rain", "publisher": "20 Minutes"})]),
    ("- [Rain](a.txt) — Not b.txt", [("a.txt", {"title": "Rain"}), ("b.txt?", {})]),
    ("- `a.txt` — _Rain_", [("a.txt", {"title": "Rain"})]),
    ("- Read b.txt first", [("b.txt?", {})]),
    ("- Run `cat a.txt`", [("cat a.txt?", {}), ("a.txt?", {})]),
    ("- `my file.txt`: Rain", [("my file.txt", {"title": "Rain"})]),
    ("- a.txt and `b.txt`", [("a.txt", {}), ("b.txt?", {})]),
    ("- [A](a.txt), [B](b.txt), `c.txt`", [("a.txt", {"title": "A"}), ("b.txt", {}), ("c.txt?", {})]),
    ("- [A](https://e.org/a.txt)", []),
    ("- <https://e.org/a.txt>", []),
    ("- [Top](#top)", []),
    ("- [Rain](a)", [("a?", {"title": "Rain"})]),
    ("- [Rain](a.pdf) and [sub](sub/)", []),
    ("- `a`", []),
    ("- *.txt: the articles", []),
    ("- [Out](../a) and [out](../b)", [("../a", {"title": "Out"}), ("../b", {})]),
    ("- `../a`", []),
    ("- [Rain](a.txt)\n  goes on — The Post,\n\t2026-06-01\nnot here", [
        ("a.txt", {"title": "Rain", "publisher": "The Post", "published": "2026-06-01"})]),
    ("- a.txt\n  title: Rain\n  - Published: 2026-06-01\n    - **url:** <https://e.org>\n\n  Author: Ann\n",
     [("a.txt", {"title": "Rain", "published": "2026-06-01", "url": "https://e.org", "byline": "Ann"})]),
    ("- a.txt\n- title: Rain\n", [("a.txt", {})]),
    ("- a.txt\n- else\n  - title: Rain\n", [("a.txt", {})]),
    ("- a.txt\n\ntitle: Rain\n", [("a.txt", {})]),
    ("- a.txt\n  ```\n  b.txt\n  ```\n", [("a.txt", {}), ("b.txt?", {})]),
    ("- a.txt\n\n  b.txt\n", [("a.txt", {}), ("b.txt?", {})]),
)

HEADINGS = (
    ("## a.txt\n- published: 2026-06-01\n* **Title**: Rain: more\n+ URL: <https://e.org>\nsource: The Post\n",
     [("a.txt", {"published": "2026-06-01", "title": "Rain: more", "url": "https://e.org",
                 "publisher": "The Post"})]),
    ("# `a.txt` #\nIntro.\n\n- __id__: 7\n- url: e.org\n- title:\n",
     [("a.txt", {"id": "7", "url": "e.org"})]),
    ("###### [Rain](a.txt) ######\n- title: Sun\n", [("a.txt", {"title": "Sun"})]),
    ("## a.txt\n## Notes\n- title: Rain\n", [("a.txt", {})]),
    ("## a.txt\n- color: red\n- see b.txt\n- title: Rain\n", [("a.txt", {"title": "Rain"}), ("b.txt?", {})]),
    ("## a.txt\n| x |\n|---|\n- title: Rain\n", [("a.txt", {})]),
    ("a.txt\n-----\ntitle: Rain\n\nb.txt\n===\nTitle: Sun",
     [("a.txt", {"title": "Rain"}), ("b.txt", {"title": "Sun"})]),
    ("## The text of a.txt\n- title: Rain", [("a.txt?", {})]),
    ("##a.txt\n", [("##a.txt?", {})]),
    ("####### a.txt\n", [("a.txt?", {})]),
    ("    # a.txt\n", [("a.txt?", {})]),
    ("#\n# ##\n", []),
    ("## C#\n## C# a.txt#\n", [("a.txt?", {})]),
    ("## Rain: `a.txt`\n", [("a.txt", {"title": "Rain"})]),
)

RUNNING = (
    ("See a.txt, and https://e.org/b.txt.", [("a.txt?", {})]),
    ("See [rain](a%20b.txt) and `c.txt` and [web](https://e.org/d.txt).",
     [("a%20b.txt?", {}), ("c.txt?", {})]),
    ("[ref]: a.txt \"Rain\"", [("a.txt?", {})]),
    ("<a href=\"a.txt\">Rain</a>", [("a.txt?", {})]),
    ("> - [Rain](a.txt)", [("a.txt?", {})]),
    ("```\nseeds/\n├── a.txt\n└── b.txt\n- [c](c.txt)\n| File |\n|---|\n| d.txt |\n# e.txt\n```\n"
     "- f.txt",
     [("a.txt?", {}), ("b.txt?", {}), ("c.txt?", {}), ("d.txt?", {}), ("e.txt?", {}), ("f.txt", {})]),
    ("~~~\n```\n- a.txt\n~~~~ x\n- b.txt\n~~~~\n- c.txt", [("a.txt?", {}), ("b.txt?", {}), ("c.txt", {})]),
    ("```\n- a.txt", [("a.txt?", {})]),
    ("``\n- a.txt", [("a.txt", {})]),
    ("Never ../a.txt, /b/c.txt or [d](/d.txt), but [e](/e).",
     [("../a.txt", {}), ("/b/c.txt", {}), ("/d.txt", {})]),
    ("<!-- - [Rain](a.txt) -->\n- b.txt <!-- c.txt -->", [("b.txt", {})]),
    ("# Articles\n\nNothing is named here.\n\n---\n\n***\n", []),
    ("---\ntitle: Seeds\n---\n- a.txt", [("a.txt", {})]),
    ("[a.txt](b.txt)", [("b.txt?", {})]),
    ("", []),
)


def described(text: str, unusual: frozenset[str] = frozenset()) -> list[tuple[str, dict[str, str]]]:
    """The first name of each entry, with a question mark where it counts only if there is such a file."""
    return [(entry.names[0] + "?" * (not entry.certain), entry.fields) for entry in read_index(text, unusual)]


class IndexTest(unittest.TestCase):
    def assert_read(self, cases: tuple[tuple[str, list[tuple[str, dict[str, str]]]], ...]) -> None:
        for text, entries in cases:
            for end in ("\n", "\r\n", "\r"):
                with self.subTest(text=text, end=end):
                    self.assertEqual(described(text.replace("\n", end)), entries)

    def test_tables(self) -> None:
        self.assert_read(TABLES)

    def test_lists(self) -> None:
        self.assert_read(LISTS)

    def test_headings(self) -> None:
        self.assert_read(HEADINGS)

    def test_running_text(self) -> None:
        self.assert_read(RUNNING)

    def test_layouts_may_be_mixed_and_lines_are_counted(self) -> None:
        text = ("# Index\n\n<!--\n- no.txt\n-->\n| File |\n|---|\n| a.txt |\n\n- b.txt\n  goes on\n"
                "- c.txt\n\nd.txt\n---\n\n```\ne.txt\n```\n")
        self.assertEqual([(entry.names[0], entry.line) for entry in read_index(text)],
                         [("a.txt", 8), ("b.txt", 10), ("c.txt", 12), ("d.txt", 14), ("e.txt", 18)])

    def test_ways_to_read_a_link(self) -> None:
        for target, names in (
                ("a.txt", ("a.txt",)),
                ("a%20b.txt", ("a%20b.txt", "a b.txt")),
                ("a.txt#c", ("a.txt#c", "a.txt")),
                ("a%20b.txt#c", ("a%20b.txt#c", "a b.txt#c", "a%20b.txt", "a b.txt"))):
            with self.subTest(target=target):
                self.assertEqual([entry.names for entry in read_index(f"- [x]({target})")], [names])
        self.assertEqual([entry.names for entry in read_index("- `a%20b.txt`")], [("a%20b.txt",)])

    def test_unusual_names(self) -> None:
        unusual = frozenset(("my file.txt", "x (1).txt"))
        for text, entries in (
                ("- my file.txt: Rain", [("my file.txt", {"title": "Rain"})]),
                ("see my file.txt", [("my file.txt?", {})]),
                ("| File |\n|---|\n| x (1).txt now |\n", [("x (1).txt", {})]),
                ("```\n├── x (1).txt\n```", [("x (1).txt?", {})])):
            with self.subTest(text=text):
                self.assertEqual(described(text, unusual), entries)

    def test_time_is_linear(self) -> None:
        pieces = (
            "[", "]", "[a](", "](a", "](<", "](b(c", "](a \"", "](a '", "](a (", "`", "``a`", "`a``", "|",
            "| a ", "- ", "- [a](b.txt)", "* ", "<", "<a:", "<!--", "-->", "&", "&#1", "\\", "(", "()",
            ".txt", "a.txt", "a.txt ", "a b.txt ", "../", "%25", " ", "\t", "-", "— ", "#", "# ", "://",
            "a://b ", "_", "`a.txt`", "![](", "(a.txt", "](a.txt b", ",", "2026-06-01,", "- a.txt: t (",
            "1. ", ":", "\n", "- [a](b.txt)\n", "| File |\n|---|\n", "|a.txt|\n", "# a.txt\n", "title: x\n",
            "a\n--\n", "- a.txt\n  b\n", "```\n", "~~~~\n", "<!-- -->\n", "<!--\n")

        def seconds(piece: str, length: int) -> float:
            text = "- a.txt: " + piece * (length // len(piece))
            start = time.process_time()
            read_index(text, frozenset(("a b.txt",)))
            return time.process_time() - start

        for piece in pieces:
            with self.subTest(piece=piece):
                # Four times the text; what takes no time is not measured, and what seems long is measured on more.
                if seconds(piece, 8_000) >= 8 * max(seconds(piece, 2_000), 0.0008):
                    self.assertLess(seconds(piece, 20_000), 8 * max(seconds(piece, 5_000), 0.005))
