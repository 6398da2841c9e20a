"""JSON Lines: one document or one error a line."""
import io
import unittest
from unittest import mock

from briefx.loading import jsonl
from briefx.loading.jsonl import Record, RecordError, lines, parse

RECORDS = (
    # line, text, fields
    (b'{"text": "Rain fell."}', "Rain fell.", {}),
    (b'{"text": ""}\r\n', "", {}),
    (b'{"id": "a", "text": "x", "title": "T", "byline": "B", "published": "2026-06-01", "publisher": "P", '
     b'"url": "https://e.org", "language": "en"}\n', "x",
     {"id": "a", "title": "T", "byline": "B", "published": "2026-06-01", "publisher": "P",
      "url": "https://e.org",
      "language": "en"}),
    (b'{"id": 7, "text": "x"}', "x", {"id": "7"}),
    (b'{"id": null, "text": "x", "title": null}', "x", {}),
    (b'{"text": "x", "date": 5, "author": ["A"], "source": {}, "Title": "no", "gold": NaN}', "x", {}),
    (b'{"text": "a", "text": "b"}', "b", {}),
    (b'{"text": "\\ud83d\\ude00 \\ud800 \\u0000"}', "😀 \ud800 \0", {}),
    ('{"text": "Zoë\u2028"}'.encode(), "Zoë\u2028", {}),
    (b' \t{"text": "Title: x\\n\\nBody"} ', "Title: x\n\nBody", {}),
)

FAULTS = (
    # line, code, id, a part of the message
    (b'{"text": "x"', "invalid_json", None, "at character"),
    (b"nonsense", "invalid_json", None, "character 1"),
    (b'{"text": "x"} {"text": "y"}', "invalid_json", None, "Extra data at character 15"),
    (b'{"text": "a\tb"}', "invalid_json", None, "one object a line"),
    (b"[" * 100_000, "invalid_json", None, "too deep"),
    (b'{"text": "x", "n": ' + b"9" * 5000 + b"}", "invalid_json", None, "too long"),
    (b'{"text": "caf\xe9"}', "undecodable", None, "0xE9 at byte 13"),
    ('{"text": "x"}'.encode("utf-16"), "undecodable", None, "0xFF at byte 0"),
    (b'{"text": "\xed\xa0\x80"}', "undecodable", None, "0xED at byte 10"),
    (b"[1]", "not_an_object", None, "text"),
    (b'"text"', "not_an_object", None, "text"),
    (b"null", "not_an_object", None, "text"),
    (b"{}", "text_missing", None, "text"),
    (b'{"id": "a", "Text": "x"}', "text_missing", "a", "text"),
    (b'{"id": 3, "text": null}', "text_missing", "3", "text"),
    (b'{"id": "a", "text": 5}', "text_not_string", "a", "text"),
    (b'{"text": ["x"]}', "text_not_string", None, "text"),
    (b'{"text": {}}', "text_not_string", None, "text"),
    (b'{"id": "a", "text": "x", "title": 5}', "metadata_not_string", "a", '"title"'),
    (b'{"text": "x", "byline": ["A"]}', "metadata_not_string", None, '"byline"'),
    (b'{"text": "x", "published": 20260601}', "metadata_not_string", None, '"published"'),
    (b'{"text": "x", "publisher": {}}', "metadata_not_string", None, '"publisher"'),
    (b'{"text": "x", "url": false}', "metadata_not_string", None, '"url"'),
    (b'{"text": "x", "language": 1.5}', "metadata_not_string", None, '"language"'),
    (b'{"text": "x", "id": true}', "metadata_not_string", None, '"id"'),
    (b'{"text": "x", "id": 1.5}', "metadata_not_string", None, '"id"'),
    (b'{"text": "x", "id": ["a"]}', "metadata_not_string", None, '"id"'),
    (None, "line_too_long", None, "64 MiB"),
)


class Pieces(io.RawIOBase):
    """A stream that gives some bytes at a time; what is left of them is the caller's list."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = pieces

    def read1(self, size: int = -1, /) -> bytes:
        return self.pieces.pop(0) if self.pieces else b""


def numbered(stream, size: int | None = None):  # type: ignore[no-untyped-def]
    """The lines with their numbers alone."""
    return ((number, line) for number, line, _ in lines(stream, size))


class LinesTest(unittest.TestCase):
    def test_blank_lines_are_counted_and_passed_over(self) -> None:
        stream = io.BytesIO(b"\n{1}\n \t\r\n{2}\r\n\n{3}")
        self.assertEqual(list(numbered(stream)), [(2, b"{1}\n"), (4, b"{2}\r\n"), (6, b"{3}")])

    def test_mark_at_the_beginning_is_no_content(self) -> None:
        self.assertEqual(list(numbered(io.BytesIO(b"\xef\xbb\xbf{1}\n\xef\xbb\xbf{2}\n"))),
                         [(1, b"{1}\n"), (2, b"\xef\xbb\xbf{2}\n")])
        self.assertEqual(list(numbered(io.BytesIO(b"\xef\xbb\xbf\n{2}\n"))), [(2, b"{2}\n")])

    def test_nothing(self) -> None:
        self.assertEqual(list(numbered(io.BytesIO(b""))), [])

    def test_what_has_come_is_not_kept_waiting(self) -> None:
        pieces = [b"{1}\n{2}\n\n \n{", b"3", b"}\n", b"\n\n", b"{4}\n{5}"]
        stream = Pieces(pieces)
        found = lines(stream)  # type: ignore[arg-type]
        for number, waits, left in ((1, False, 4), (2, True, 4), (3, True, 2), (4, True, 0), (5, True, 0)):
            _, line, waiting = next(found)
            self.assertEqual((b"{%d}" % number, waits, left), ((line or b"").strip(), waiting, len(pieces)))
        self.assertEqual([], list(found))
        self.assertEqual([1, 2, 5, 8, 9], [at for at, _, _ in lines(io.BytesIO(b"{1}\n{2}\n\n \n{3}\n\n\n{4}\n{5}"))])

    def test_a_line_may_come_in_any_pieces(self) -> None:
        text = b"\xef\xbb\xbf{1}\r\n\n{123456}\n \n{3}\nxxxxxxxxxxxx\n{4}\n{5}"
        with mock.patch.object(jsonl, "LONGEST_LINE", 8):
            whole = list(numbered(io.BytesIO(text)))
            self.assertEqual([1, 3, 5, 6, 7, 8], [number for number, _ in whole])
            self.assertEqual([(3, None), (6, None)], [(number, line) for number, line in whole if line is None])
            for size in range(1, len(text)):
                pieces = [text[at:at + size] for at in range(0, len(text), size)]
                self.assertEqual(whole, list(numbered(Pieces(pieces))))

    def test_long_line_gives_null_in_its_place(self) -> None:
        stream = io.BytesIO(b"{1234}\n{1234567}\n{1}\n" + b"x" * 50)
        with mock.patch.object(jsonl, "LONGEST_LINE", 7):
            self.assertEqual(list(numbered(stream)), [(1, b"{1234}\n"), (2, None), (3, b"{1}\n"), (4, None)])

    def test_long_line_is_not_held(self) -> None:
        class Endless(io.RawIOBase):
            """A line that would fill any memory; it counts the most that was asked for at once."""

            left = 300
            most = 0

            def read1(self, size: int = -1, /) -> bytes:
                assert size > 0
                self.most = max(self.most, size)
                self.left -= 1
                return b"x" * size if self.left else b"\n"

        stream = Endless()
        with mock.patch.object(jsonl, "LONGEST_LINE", 1000):
            self.assertEqual(next(numbered(stream)), (1, None))  # type: ignore[arg-type]
        self.assertEqual(stream.most, 64 * 1024)
        self.assertEqual(stream.left, 0)

    def test_size_ends_a_stream_that_grows(self) -> None:
        for size, count in ((0, 0), (1, 1), (4, 1), (5, 2), (8, 2), (9, 3), (99, 3)):
            with self.subTest(size=size):
                self.assertEqual(len(list(numbered(io.BytesIO(b"{1}\n{2}\n{3}\n"), size))), count)
        with mock.patch.object(jsonl, "LONGEST_LINE", 7):
            self.assertEqual(list(numbered(io.BytesIO(b"x" * 30 + b"\n{1}\n"), 31)), [(1, None)])


class ParseTest(unittest.TestCase):
    def test_records(self) -> None:
        for line, text, fields in RECORDS:
            with self.subTest(line=line):
                self.assertEqual(parse(line), Record(text, fields))

    def test_faults(self) -> None:
        for line, code, label, message in FAULTS:
            with self.subTest(line=(line or b"")[:60]):
                with self.assertRaises(RecordError) as caught:
                    parse(line)
                self.assertEqual((caught.exception.code, caught.exception.id), (code, label))
                self.assertIn(message, str(caught.exception))
                self.assertNotIn("\n", str(caught.exception))
