"""A document becomes a brief: what the brief says of the text as a whole, and what the options do."""
from __future__ import annotations

import datetime
import unittest
from pathlib import Path

import briefx
from briefx.model import PARTS
from briefx.pipeline import brief_of, sentences

ARTICLE = """Minister opens bridge

By Tom Reed

HARROWGATE — The harbour bridge will open in May, Transport Minister Ann Lee said on Monday. It is late.

A new start

"We have waited," she said.
Work began in 2019.
"""


def codes(text: str, **options: str) -> list[str]:
    return [warning.code for warning in briefx.extract(text, **options).warnings]


class DocumentTest(unittest.TestCase):
    def test_title_and_byline_of_the_text(self) -> None:
        document = briefx.extract(ARTICLE).document
        self.assertEqual(("Minister opens bridge", "Tom Reed"), (document.title, document.byline))
        self.assertEqual("A title", briefx.extract("# A title\n\nIt opened on Monday.\n").document.title)
        self.assertIsNone(briefx.extract("It opened on Monday. It rained.").document.title)

    def test_what_the_caller_gives_wins(self) -> None:
        brief = briefx.extract(ARTICLE, title="Bridge  opens", published="2026-06-01", id="a-1")
        self.assertEqual(("Bridge opens", "2026-06-01", "a-1"),
                         (brief.document.title, brief.document.published, brief.document.id))

    def test_no_header_is_looked_for(self) -> None:
        text = "Title: Bridge\n\nIt opened."
        brief = briefx.extract(text)
        self.assertEqual((len(text), 0), (brief.counts.characters, brief.document.body_start))

    def test_counts_are_of_the_body(self) -> None:
        counts = briefx.extract(ARTICLE).counts
        self.assertEqual((len(ARTICLE), 26, 4, 2), counts)

    def test_paragraphs_have_their_places(self) -> None:
        texts = [ARTICLE[start:end] for start, end in briefx.extract(ARTICLE).paragraphs]
        self.assertEqual(["The harbour bridge", '"We have waited,"'], [" ".join(text.split()[:3]) for text in texts])

    def test_a_document_of_a_file(self) -> None:
        seeds = Path(__file__).parent.parent / "seeds"
        documents = list(briefx.load(seeds))
        self.assertGreater(len(documents), 7)
        for document in documents:
            brief = brief_of(document)
            self.assertEqual(document.sha256, brief.document.sha256)
            self.assertGreater(len(brief.claims or ()), 3, document.id)


class ReferenceDateTest(unittest.TestCase):
    def test_where_it_comes_from(self) -> None:
        dateline = "LONDON, June 3, 2026 (Agency) — It opened on Monday."
        text = "On 2 June 2026 the bridge opened. It rained."
        for given, options, expected in (
            (text, {"reference_date": "2026-06-05"}, ("2026-06-05", "option")),
            (text, {"reference_date": datetime.date(2026, 6, 5)}, ("2026-06-05", "option")),
            (text, {"published": "2026-06-04"}, ("2026-06-04", "metadata")),
            (dateline, {}, ("2026-06-03", "dateline")),
            (text, {}, ("2026-06-02", "text")),
            ("It opened on Monday.", {}, (None, "none")),
        ):
            with self.subTest(text=given, options=options):
                self.assertEqual(expected, tuple(briefx.extract(given, **options).reference_date))

    def test_what_is_no_day_is_refused(self) -> None:
        for day in ("Monday", "2026-6-1", "2026-02-30", "20260601", "", "２０２６-06-01"):
            with self.subTest(day=day), self.assertRaisesRegex(ValueError, "YYYY-MM-DD"):
                briefx.extract("", reference_date=day)


class OnlyTest(unittest.TestCase):
    def test_what_is_kept_equals_the_full_run(self) -> None:
        full = briefx.extract(ARTICLE)
        for only in ("actors", "claims", "quotes", "dates", "quotes, dates", ("actors", "claims"), ["claims"]):
            names = {name.strip() for name in only.split(",")} if isinstance(only, str) else set(only)
            brief = briefx.extract(ARTICLE, only=only)
            for part in (*PARTS, "summary", "places", "timeline"):
                with self.subTest(only=only, part=part):
                    self.assertEqual(getattr(full, part) if part in names else None, getattr(brief, part))
            self.assertEqual(full.warnings, brief.warnings)

    def test_a_part_that_there_is_not_is_refused(self) -> None:
        for only in ("places", "", (), "actors,", 3):
            with self.subTest(only=only), self.assertRaises((ValueError, TypeError)):
                briefx.extract(ARTICLE, only=only)


class WarningTest(unittest.TestCase):
    def test_empty(self) -> None:
        for text in ("", " \n\t\r\n", "\n\n"):
            brief = briefx.extract(text)
            with self.subTest(text=text):
                self.assertIn("empty", [warning.code for warning in brief.warnings])
                self.assertEqual(((), (), (), (), (), (), ()), brief[3:10])
        self.assertNotIn("empty", codes("Rain."))

    def test_not_english(self) -> None:
        for text in (
            "Der Präsident hat am Montag gesagt, dass die Regierung das Abkommen nicht unterzeichnen will, solange "
            "beide Parteien sich nicht geeinigt haben. Die Ministerin war in Berlin.",
            "O presidente disse na segunda-feira que o governo não vai assinar o acordo até que as duas partes "
            "cheguem a um entendimento. A ministra do Interior foi a Lisboa e me disse que no mais segue as regras.",
        ):
            with self.subTest(text=text):
                self.assertIn("not_english", codes(text))
        self.assertNotIn("not_english", codes(ARTICLE))
        self.assertNotIn("not_english", codes("Beste Gruesse aus Berlin"))  # too short to tell

    def test_the_metadata_name_another_language(self) -> None:
        document = briefx.extract(ARTICLE).document
        for language, expected in (("de", True), ("pt-BR", True), ("en", False), ("en-GB", False), (None, False)):
            with self.subTest(language=language):
                found = brief_of(document._replace(language=language)).warnings
                self.assertEqual(expected, "not_english" in [warning.code for warning in found])

    def test_a_quotation_mark_that_is_never_closed_is_shown(self) -> None:
        text = 'She said: "We will go.\n\nThen it rained.'
        warning = next(each for each in briefx.extract(text).warnings if each.code == "unclosed_quote")
        self.assertEqual('"', text[warning.start:warning.end])


class TogetherTest(unittest.TestCase):
    def test_each_is_as_it_is_alone(self) -> None:
        documents = [*briefx.load(Path(__file__).parent.parent / "seeds"), briefx.extract("").document]
        for options in ({}, {"only": "dates"}, {"only": "actors"}, {"only": "claims,dates"},
                        {"reference_date": "2020-02-03"}):
            with self.subTest(options):
                self.assertEqual([brief_of(document, **options) for document in documents],
                                 briefx.briefs_of(documents, **options))
        self.assertEqual([], briefx.briefs_of([]))

    def test_options_that_are_none(self) -> None:
        for options in ({"only": "persons"}, {"reference_date": "May"}):
            with self.subTest(options), self.assertRaises(ValueError):
                briefx.briefs_of([], **options)


class AnyTextTest(unittest.TestCase):
    def test_nothing_is_raised(self) -> None:
        for text in ("\0", "\ud800",
                     "\U0001f600" * 40, "\u202e\u200b said", '"' * 99, "(" * 99, "said " * 99, "¶ ¶\n\n¶",
                     "\r\r\n\n\r", "# ", "By ", "A" * 5000, "— — —", "’s", "1" * 400, "\x1b[31mHe said no.\x1b[0m"):
            with self.subTest(text=text[:20]):
                brief = briefx.extract(text)
                briefx.to_markdown(brief)
                for quote in brief.quotes or ():
                    for part in quote.parts:
                        self.assertEqual(part.text, text[part.start:part.end])

    def test_the_same_twice(self) -> None:
        self.assertEqual(briefx.extract(ARTICLE), briefx.extract(ARTICLE))


class SentencesTest(unittest.TestCase):
    def test_they_are_spans_in_order_with_title_and_headings(self) -> None:
        found = sentences(ARTICLE)
        self.assertEqual(found, briefx.sentences(ARTICLE))
        for span in found:
            self.assertEqual(span.text, ARTICLE[span.start:span.end])
        texts = [span.text for span in found]
        self.assertEqual("Minister opens bridge", texts[0])
        self.assertIn("A new start", texts)
        self.assertIn("It is late.", texts)
        self.assertEqual(sorted(found, key=lambda span: span.start), found)
