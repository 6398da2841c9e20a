import json
import unittest

from briefx.model import InputError
from briefx.rendering.json import (
    brief_json,
    brief_separator,
    document_closing,
    document_json,
    document_opening,
    error_line,
    escape_unsafe,
    json_line,
)
from tests.rendering.harbour import harbour_brief

ERROR = InputError("missing", "there is no such file", "gone.txt", None, "gone")


class DocumentTest(unittest.TestCase):
    def test_the_shape_is_always_the_same(self) -> None:
        brief = harbour_brief()
        for briefs, errors in (([], []), ([brief], []), ([brief, brief], [ERROR]), ([], [ERROR, ERROR])):
            with self.subTest(briefs=len(briefs), errors=len(errors)):
                document = json.loads(document_json(briefs, errors, "1.2.3"))
                self.assertEqual(list(document), ["schema_version", "generator", "briefs", "errors"])
                self.assertEqual(document["generator"], {"name": "briefx", "version": "1.2.3"})
                self.assertEqual(document["briefs"], [brief.to_dict() for brief in briefs])
                error = {
                    "code": "missing",
                    "message": "there is no such file",
                    "path": "gone.txt",
                    "line": None,
                }
                self.assertEqual(document["errors"], [error] * len(errors))

    def test_it_can_be_written_piece_by_piece(self) -> None:
        briefs = [harbour_brief(), harbour_brief()]
        pieces = [document_opening("1.2.3")]
        for number, brief in enumerate(briefs):
            pieces += brief_separator(number), brief_json(brief)
        pieces.append(document_closing(len(briefs), [ERROR]))
        self.assertEqual("".join(pieces), document_json(briefs, [ERROR], "1.2.3"))

    def test_each_item_stands_on_a_line_of_its_own(self) -> None:
        text = document_json([harbour_brief()], [], "1.2.3")
        self.assertTrue(text.endswith("}\n"))
        for line in text.splitlines():
            if '"rule"' in line:
                self.assertIn(json.loads(line.strip().removesuffix(","))["id"][0], "acqd")
        self.assertEqual(text.count('"rule"'), 2 + 3 + 6 + 3)


class LineTest(unittest.TestCase):
    def test_a_brief_is_one_line(self) -> None:
        brief = harbour_brief()
        line = json_line(brief)
        self.assertEqual(len(line.splitlines()), 1)
        self.assertEqual(json.loads(line), brief.to_dict())

    def test_an_error_is_one_line_in_its_place(self) -> None:
        error = {"code": "missing", "message": "there is no such file", "path": "gone.txt", "line": None}
        self.assertEqual(
            json.loads(error_line(ERROR)), {"schema_version": "1.0", "id": "gone", "error": error}
        )
        self.assertEqual(len(error_line(ERROR._replace(message="a\nb\x85c\u2028d")).splitlines()), 1)

    def test_absent_parts_are_no_keys_and_empty_ones_are_lists(self) -> None:
        line = json.loads(json_line(harbour_brief()._replace(claims=None, quotes=())))
        self.assertNotIn("claims", line)
        self.assertEqual(line["quotes"], [])

    def test_what_to_dict_gives_is_plain(self) -> None:
        def check(value: object) -> None:
            self.assertIn(type(value), (dict, list, str, int, float, type(None)))
            if isinstance(value, (dict, list)):
                for item in value.values() if isinstance(value, dict) else value:
                    check(item)

        check(harbour_brief().to_dict())


class EscapeTest(unittest.TestCase):
    UNSAFE = (
        *range(0x20),
        0x22,
        0x5C,
        *range(0x7F, 0xA0),
        0x61C,
        0x200E,
        0x200F,
        0x2028,
        0x2029,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        0xD800,
        0xDBFF,
        0xDC00,
        0xDFFF,
    )

    def test_unsafe_characters_never_stand_bare(self) -> None:
        for code in self.UNSAFE:
            character = chr(code)
            for text in (character, f"é{character}漢"):
                with self.subTest(code=hex(code), text=ascii(text)):
                    brief = harbour_brief()
                    title = brief.document._replace(title=text)
                    for written in (
                        json_line(brief._replace(document=title)),
                        brief_json(brief._replace(document=title)),
                    ):
                        line = next(line for line in written.splitlines() if '"title"' in line)
                        value = (
                            line.partition('"title":')[2].partition(',"byline"')[0].partition(', "byline"')[0]
                        )
                        self.assertNotIn(
                            character, value.strip()[1:-1].replace("\\\\", "").replace('\\"', "")
                        )
                        written.encode("utf-8")
                        self.assertIn(text, str(json.loads(written)["document"]["title"]))

    def test_other_text_stays_readable(self) -> None:
        for text in ('"Élysée — “non” 漢字 🙂"', '"plain"', '"no\u00a0break \u200b \ufeff"'):
            with self.subTest(text):
                self.assertEqual(escape_unsafe(text), text)
