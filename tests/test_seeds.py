"""The project's own articles: listed, of news length, and holding what the extractors have to meet."""
from __future__ import annotations

import re
import unittest
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
INDEX = SEEDS / "INDEX.md"
ENTRY = re.compile(r"^(?:\| *|- )\[[^\]]*\]\(([^)]+)\)|^## (\S+\.txt)$", re.MULTILINE)
SHARED_QUOTE = "We had twenty minutes to get forty people out, and the water did not wait for us"

PATTERNS = {
    "split quote": r"[,.][”’\"'] (?:said \w+|\w+ said|\w+ said two weeks ago), (?:and )?[“‘\"'][a-z]",
    "quote that goes on as a sentence": r"[,?][”’\"'] said [^“‘\"'\n]+\. [“‘\"'][A-Z]",
    "quote over paragraphs": r"“[^”\n]+\n\n“",
    "quote over paragraphs in single marks": r"‘[^’\n]+\n\n‘",
    "double marks in single ones": r"‘[^’\n]*“[^”\n]*”",
    "single marks in double ones": r"“[^”\n]*‘[^’\n]*’",
    "straight marks in straight ones": r"\"[^\"\n]*'[^'\n]*,?'",
    "guillemets": r"«[^»]+»",
    "straight single marks": r"(?m)^'[^'\n]",
    "question in a quote": r"\?[”’\"'] asked ",
    "inverted speaker": r"[”’\"'] said [A-Z]",
    "he speaks": r"[”’\"'] he (?:said|told)",
    "she speaks": r"[”’\"'] she (?:said|told)",
    "they speak": r"\. They said that",
    "not confirmed": r"has not confirmed",
    "neither confirmed nor denied": r"neither confirmed nor denied",
    "declined to say": r"declined to say",
    "denial": r"denied that",
    "accusation": r"accused \w+ of",
    "demand": r"demanded that",
    "promise": r"promised",
    "intention": r"plans to",
    "forecast": r"predicts that",
    "hedge": r"apparently",
    "unless": r"\bunless\b",
    "as long as": r"\bas long as\b",
    "no source": r"is expected to",
    "anonymous source": r"on condition of anonymity",
    "joint sources": r"Germany said in a joint statement",
    "document as a source": r"[Tt]he document says",
    "according to": r"according to",
    "acronym": r"\([A-Z]{2,5}\)",
    "metonym": r"Downing Street demanded",
    "dateline": r"\A(?:.+\n\n)*[A-Z]{4,}, [A-Z][^\n]+ (?:—|--|-) [A-Z]",
    "byline": r"(?m)^By [A-Z]",
    "front matter": r"\A---\n",
    "header": r"\ATitle: ",
    "Markdown title": r"\A# ",
    "section heading": r"(?m)^## ",
    "transcript": r"(?m)^[A-Z]{4,}: ",
    "range": r"between March 9 and March 12",
    "duration": r"for up to 18 months",
    "set": r"twice a (?:week|year)",
    "quarter": r"first quarter of 2026",
    "fiscal year": r"fiscal 20\d\d",
    "holiday": r"Good Friday",
    "date counted from the one before": r"Four days later",
}


def source(path: Path) -> str:
    """Returns the text of a file with its line endings as they are."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def on_one_line(path: Path) -> str:
    """Returns the text of a file with white space collapsed."""
    return " ".join(source(path).split())


def articles() -> list[Path]:
    """Returns the article files in name order."""
    return sorted(SEEDS.glob("*.txt"))


def entries() -> list[str]:
    """Returns the file names that the index lists, in its order: table rows, list items and headings."""
    return [linked or headed for linked, headed in ENTRY.findall(source(INDEX))]


class Folder(unittest.TestCase):
    def test_there_are_at_least_eight_articles(self) -> None:
        self.assertGreaterEqual(len(articles()), 8)

    def test_each_article_has_the_length_of_news(self) -> None:
        for path in articles():
            with self.subTest(path.name):
                words = len(source(path).split())
                self.assertGreaterEqual(words, 250)
                self.assertLessEqual(words, 900)

    def test_each_article_is_clean_text(self) -> None:
        for path in articles():
            with self.subTest(path.name):
                text = source(path)
                self.assertFalse(text.startswith("\ufeff"))
                self.assertTrue(text.endswith("\n"))
                self.assertIsNone(re.search(r"\t| \r?$|\n\s*\n\s*\n", text, re.MULTILINE))


class Index(unittest.TestCase):
    def test_it_lists_each_article_once(self) -> None:
        self.assertTrue(entries())
        self.assertEqual(sorted(entries()), [path.name for path in articles()])

    def test_it_says_that_the_articles_were_written_for_the_project(self) -> None:
        head = " ".join(source(INDEX).split("|", 1)[0].split())
        self.assertIn("written for the project", head)
        self.assertIn("invented events", head)

    def test_it_uses_each_layout(self) -> None:
        index = source(INDEX)
        for layout in (r"^\| *\[", r"^- \[", r"^## \S+\.txt$"):
            with self.subTest(layout):
                self.assertRegex(index, re.compile(layout, re.MULTILINE))

    def test_its_titles_are_those_of_the_files(self) -> None:
        index = source(INDEX)
        titles = re.findall(r"^\| *\[[^\]]*\]\(([^)]+)\) \| ([^|]+?) \|", index, re.MULTILINE)
        items = re.findall(r"^- \[([^\]]+)\]\(([^)]+)\)", index, re.MULTILINE)
        titles += [(name, title) for title, name in items]
        titles += re.findall(r"^## (\S+\.txt)\n\n- title: (.+)$", index, re.MULTILINE)
        self.assertEqual(len(titles), len(articles()))
        for name, title in titles:
            with self.subTest(name):
                self.assertRegex(source(SEEDS / name), rf"(?m)^(?:# |[Tt]itle: )?{re.escape(title)}\r?$")


class Phenomena(unittest.TestCase):
    def test_each_stands_in_some_article(self) -> None:
        texts = [source(path).replace("\r\n", "\n") for path in articles()]
        for name, pattern in PATTERNS.items():
            with self.subTest(name):
                self.assertTrue(any(re.search(pattern, text) for text in texts))

    def test_one_file_and_no_other_has_crlf(self) -> None:
        self.assertEqual([path.name for path in articles() if "\r" in source(path)], ["ferry-strike.txt"])
        text = source(SEEDS / "ferry-strike.txt")
        self.assertEqual(text.count("\r\n"), text.count("\n"))
        self.assertEqual(text.count("\r\n"), text.count("\r"))

    def test_one_file_is_hard_wrapped(self) -> None:
        wrapped = [path.name for path in articles() if max(map(len, source(path).splitlines())) < 80]
        self.assertEqual(wrapped, ["flood-inquiry.txt"])

    def test_one_article_has_no_date(self) -> None:
        index = source(INDEX)
        dated = re.findall(r"\((\S+\.txt)\).* 20\d\d-\d\d-\d\d", index)
        dated += re.findall(r"^## (\S+\.txt)\n(?:\n|- .*\n)*- published: 20\d\d-", index, re.MULTILINE)
        undated = {path.name for path in articles()}.difference(dated)
        self.assertEqual(undated, {"brandao-transfer.txt"})
        text = source(SEEDS / "brandao-transfer.txt")
        self.assertIsNone(re.search(r"\b(?:19|20)\d\d\b", text))
        self.assertIn("yesterday", text)

    def test_two_articles_tell_of_one_event(self) -> None:
        telling = [path for path in articles() if SHARED_QUOTE in on_one_line(path)]
        self.assertEqual(len(telling), 2)
        first, second = map(on_one_line, telling)
        for name in ("Gwen Pritchard", "Owen Pritchard", "Alan Marsh"):
            with self.subTest(name):
                self.assertIn(name, first)
                self.assertIn(name, second)
        self.assertIn("broke through a flood wall in Aldermouth late on Saturday", first)
        self.assertIn("the time of the breach at 2:10 a.m. on Sunday", second)
        self.assertNotIn("Ellen Marsh", first)
        self.assertIn("Ellen Marsh", second)


if __name__ == "__main__":
    unittest.main()
