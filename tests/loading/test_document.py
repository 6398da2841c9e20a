"""Text and metadata become a document: who wins, and what is left out with a warning."""
import datetime
import hashlib
import sys
import unittest
from unittest import mock

from briefx.loading.document import _sha256, document, document_from_text, sha256, text_sha256
from briefx.loading.header import read_header
from briefx.model import Document, Warning

TEXT = ("Title: Rain\nAuthor: Ann  Lee\nDate: June 1, 2026\nLanguage: English\nSource: The Post\nid: r\n\n"
        "It fell.\n")


def built(fields: dict[str, str], text: str = TEXT) -> Document:
    return document(text, id="label", path="a.txt", fields=fields, header=read_header(text))


class DocumentTest(unittest.TestCase):
    def test_header_alone(self) -> None:
        self.assertEqual(built({}), Document(
            TEXT, "r", "a.txt", None, "Rain", "Ann Lee", "The Post", None, "2026-06-01", "en", "utf-8", "",
            TEXT.index("It"), 7, 11))

    def test_given_fields_win_one_by_one(self) -> None:
        found = built({"title": " Sun \n and sea ", "published": "2026-07-01", "language": "de",
                       "url": "https://e.org",
                       "id": "s", "publisher": " "})
        self.assertEqual(found[1:10], ("s", "a.txt", None, "Sun and sea", "Ann Lee", "The Post",
                                       "https://e.org",
                                       "2026-07-01", "de"))
        self.assertEqual((found.title_start, found.title_end, found.warnings), (None, None, ()))

    def test_title_of_both_keeps_its_place(self) -> None:
        found = built({"title": "Rain"})
        self.assertEqual((found.title, found.title_start, found.title_end), ("Rain", 7, 11))

    def test_no_header_no_metadata(self) -> None:
        self.assertEqual(document("It fell.", id="label", path=None, fields={}),
                         Document("It fell.", "label"))
        self.assertEqual(document("It fell.", id="label", path=None, fields={"title": "", "id": " "}),
                         Document("It fell.", "label"))

    def test_unreadable_values_are_left_out_with_a_warning(self) -> None:
        text = "Date: soon\nLanguage: Klingon\n\nIt fell."
        found = built({}, text)
        self.assertIsNone(found.published)
        self.assertIsNone(found.language)
        self.assertEqual([(each.code, text[each.start:each.end]) for each in found.warnings],
                         [("date_unreadable", "soon"), ("language_unreadable", "Klingon")])
        self.assertIn("YYYY-MM-DD", found.warnings[0].message)
        self.assertIn("'Klingon'", found.warnings[1].message)

    def test_header_steps_in_for_an_unreadable_value(self) -> None:
        found = built({"published": "1.6.2026", "language": "?"})
        self.assertEqual((found.published, found.language), ("2026-06-01", "en"))
        self.assertEqual([(each.code, each.start, each.end) for each in found.warnings],
                         [("date_unreadable", None, None), ("language_unreadable", None, None)])

    def test_readable_value_leaves_the_header_unread(self) -> None:
        found = built({"published": "2026-06-02", "language": "en"}, "Date: soon\nLanguage: ?\n\nIt fell.")
        self.assertEqual((found.published, found.language, found.warnings), ("2026-06-02", "en", ()))

    def test_warnings_show_no_control_characters(self) -> None:
        (warning,) = built({"published": "\x1b[31m\u202e" + "x" * 100}).warnings
        self.assertTrue(warning.message.isprintable())
        self.assertIn("\\x1b[31m\\u202e" + "x" * 54 + "'", warning.message)

    def test_warnings_of_the_encoding_come_first(self) -> None:
        first = Warning("encoding_guessed", "x", 1, 2)
        found = document("x", id="a", path=None, fields={"published": "soon"}, warnings=(first,),
                         encoding="cp1252",
                         sha256="5", line=3)
        self.assertEqual([each.code for each in found.warnings], ["encoding_guessed", "date_unreadable"])
        self.assertEqual((found.encoding, found.sha256, found.line), ("cp1252", "5", 3))


class TextTest(unittest.TestCase):
    def test_text_alone(self) -> None:
        text = "Title: Rain\n\nZoë left."
        self.assertEqual(document_from_text(text), Document(text, "text", sha256=hashlib.sha256(
            text.encode()).hexdigest()))

    def test_metadata(self) -> None:
        for published in ("2026-06-01", "June 1, 2026", datetime.date(2026, 6, 1),
                          datetime.datetime(2026, 6, 1, 12, 30)):
            with self.subTest(published=published):
                found = document_from_text("x", title="Rain", published=published, id="r")
                self.assertEqual((found.title, found.published, found.id, found.title_start),
                                 ("Rain", "2026-06-01", "r", None))

    def test_unreadable_date(self) -> None:
        found = document_from_text("x", published="soon")
        self.assertIsNone(found.published)
        self.assertEqual([each.code for each in found.warnings], ["date_unreadable"])

    def test_any_string(self) -> None:
        for text in ("", "\0", "\ud800", "a\udfff\r\n\u2028", "\ufeffx", "😀"):
            with self.subTest(text=text):
                found = document_from_text(text, title=text, id=text)
                self.assertEqual(found.text, text)
                self.assertEqual(len(found.sha256), 64)

    def test_hash_is_sha256(self) -> None:
        self.assertEqual(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        self.assertEqual(text_sha256("\ud800"), hashlib.sha256(b"\xed\xa0\x80").hexdigest())

    def test_hash_of_an_interpreter_without_its_own(self) -> None:
        with mock.patch.dict(sys.modules, {"_sha2": None, "_sha256": None}):
            self.assertIs(_sha256.__wrapped__(), hashlib.sha256)
