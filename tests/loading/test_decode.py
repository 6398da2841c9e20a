"""Bytes become text, and the encoding that is named gives the same text back."""
import os
import tempfile
import unittest

from briefx.loading.decode import DecodeError, decode

TEXT = "Zoë said: “Ça ira.”\r\nThen she left.\r\n"

READ = (
    # bytes, text, encoding
    (b"", "", "utf-8"),
    (b"plain\n", "plain\n", "utf-8"),
    (TEXT.encode("utf-8"), TEXT, "utf-8"),
    (b"\xef\xbb\xbf" + TEXT.encode("utf-8"), TEXT, "utf-8-sig"),
    (b"\xef\xbb\xbf", "", "utf-8-sig"),
    (b"\xef\xbb\xbf\xef\xbb\xbfx", "\ufeffx", "utf-8-sig"),
    (b"\xff\xfe" + TEXT.encode("utf-16-le"), TEXT, "utf-16"),
    (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, "utf-16"),
    (b"\xff\xfe", "", "utf-16"),
    ("\ufeffa\0b".encode("utf-16-le"), "a\0b", "utf-16"),
    ("😀 rose".encode("utf-16"), "😀 rose", "utf-16"),
    (TEXT.encode("cp1252"), TEXT, "cp1252"),
    (b"\xef\xbb\xbf caf\xe9", "ï»¿ café", "cp1252"),
    (b"old Mac\rline ends\r", "old Mac\rline ends\r", "utf-8"),
)

REFUSED = (
    # bytes, code, a part of the message
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary", "NUL at byte 8"),
    (b"\0", "binary", "NUL at byte 0"),
    (b"\xef\xbb\xbfa\0", "binary", "NUL at byte 4"),
    ("text".encode("utf-16-le"), "binary", "NUL at byte 1"),
    (b"\xff\xfe\0\0" + "text".encode("utf-32-le"), "binary", "UTF-32"),
    (b"\0\0\xfe\xff" + "text".encode("utf-32-be"), "binary", "UTF-32"),
    (b"ok \x81 no", "undecodable", "0x81 at byte 3"),
    (b"caf\xe9 \x9d", "undecodable", "0x9D at byte 5"),
    (b"\xff\xfea\0b", "undecodable", "broken at byte 4"),
    (b"\xff\xfe\x00\xd8a\0", "undecodable", "broken at byte 2"),
)


class DecodeTest(unittest.TestCase):
    def test_text_and_encoding(self) -> None:
        for data, text, encoding in READ:
            with self.subTest(data=data):
                decoded = decode(data)
                self.assertEqual((decoded.text, decoded.encoding), (text, encoding))
                self.assertEqual(bool(decoded.warnings), encoding == "cp1252")

    def test_encoding_gives_the_text_back(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.txt")
            for data, _, _ in READ:
                with self.subTest(data=data):
                    with open(path, "wb") as stream:
                        stream.write(data)
                    decoded = decode(data)
                    with open(path, encoding=decoded.encoding, newline="") as stream:
                        self.assertEqual(stream.read(), decoded.text)

    def test_refused(self) -> None:
        for data, code, message in REFUSED:
            with self.subTest(data=data):
                with self.assertRaises(DecodeError) as caught:
                    decode(data)
                self.assertEqual(caught.exception.code, code)
                self.assertIn(message, str(caught.exception))
                self.assertNotIn("\n", str(caught.exception))

    def test_warning_stands_at_the_first_fault(self) -> None:
        decoded = decode("straße, 5 €".encode("cp1252"))
        (warning,) = decoded.warnings
        self.assertEqual(warning.code, "encoding_guessed")
        self.assertEqual((warning.start, warning.end), (4, 5))
        self.assertEqual(decoded.text[4:5], "ß")
        self.assertIn("0xDF at byte 4", warning.message)
