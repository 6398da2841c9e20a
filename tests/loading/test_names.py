"""Names of files in running text, and where they lead."""
import unittest

from briefx.loading.names import (
    has_breaks,
    is_address,
    is_text_name,
    leaves_folder,
    names_in,
    percent_decoded,
)

ADDRESSES = ("https://e.org/a.txt", "HTTP://E.ORG", "ftp://e.org/a.txt", "mailto:a@e.org",
             "data:text/plain,x", "tel:1",
             "javascript:x", "urn:x", "www.e.org/a.txt", "#top", "git+ssh://e.org/a")
NO_ADDRESSES = ("a.txt", "file:///etc/passwd", "FILE://a", "sub/a.txt", "//host/a.txt", "C:/a.txt", "a:b.txt",
                "",
                "x://a", "1http://a")

TEXT_NAMES = ("a.txt", "A.TXT", "b.md", "sub/a.txt", "sub\\a.txt", "my file.txt", "a.b.txt", "é.txt")
NO_TEXT_NAMES = ("", ".txt", "sub/.md", ".hidden.txt", "a.text", "a.txt.bak", "txt", "*.txt", "a?.txt",
                 "<name>.txt",
                 "{slug}.txt", "a|b.txt", "a.txt/", "\"a\".txt")

LEAVE = ("..", "../a.txt", "sub/../../a.txt", "./../a.txt", "/etc/passwd", "/", "//host/share/a.txt",
         "\\\\host\\share\\a.txt", "\\a.txt", "..\\a.txt", "sub\\..\\..\\a.txt", "C:\\a.txt", "c:a.txt",
         "file:///a.txt",
         "FILE:a.txt", "%2e%2e/a.txt", "..%2fa.txt", "%2E%2E%5Ca.txt", "%252e%252e/a.txt", "%2Fetc/passwd",
         "a/..%2f..%2fb.txt",
         "%25252525252525252e", "a/./../..", "file%3A///a.txt")
STAY = ("a.txt", "sub/a.txt", "sub/../a.txt", "./a.txt", "a..txt", "..a.txt", "...", ".../a.txt", "~/a.txt",
        "a%20b.txt",
        "100%.txt", "a//b/../../c.txt", "", "sub/..", "%zz/a.txt", "ab:c.txt")

RUNNING = (
    # text, names
    ("Read a.txt, then b.md.", ["a.txt", "b.md"]),
    ("(a.txt) \"b.txt\" [c.txt] `d.txt` *e.txt* <f.txt> “g.txt” {h.txt}",
     ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt", "g.txt", "h.txt"]),
    ("├── a.txt", ["a.txt"]),
    ("│   └──b.txt", ["b.txt"]),
    ("a.txt;b.txt|c.txt", ["a.txt", "b.txt", "c.txt"]),
    ("sub/a.txt ../b.txt", ["sub/a.txt", "../b.txt"]),
    ("A.TXT: first", ["A.TXT"]),
    ("a.txt.", ["a.txt"]),
    ("a.txt's", ["a.txt"]),
    ("a.txt.bak b.txts c.txt_ d.txt/e f.txt\\g h.txt-i", []),
    (".txt sub/.md *.txt", []),
    ("https://e.org/a.txt and see:https://e.org/(b.txt) c.txt", ["c.txt"]),
    ("file:///a.txt (FILE://b.txt) ..%2Fc.txt .d.txt", ["file:///a.txt", "FILE://b.txt", "..%2Fc.txt"]),
    ("none here", []),
    ("1.5 per cent", []),
    ("", []),
)


class NamesTest(unittest.TestCase):
    def test_addresses(self) -> None:
        for name in ADDRESSES:
            with self.subTest(name=name):
                self.assertTrue(is_address(name))
        for name in NO_ADDRESSES:
            with self.subTest(name=name):
                self.assertFalse(is_address(name))

    def test_text_names(self) -> None:
        for name in TEXT_NAMES:
            with self.subTest(name=name):
                self.assertTrue(is_text_name(name))
        for name in NO_TEXT_NAMES:
            with self.subTest(name=name):
                self.assertFalse(is_text_name(name))

    def test_names_that_leave_the_folder(self) -> None:
        for name in LEAVE:
            with self.subTest(name=name):
                self.assertTrue(leaves_folder(name))
        for name in STAY:
            with self.subTest(name=name):
                self.assertFalse(leaves_folder(name))

    def test_percent_decoded(self) -> None:
        for name, decoded in (("a%20b.txt", "a b.txt"), ("%C3%A9.txt", "é.txt"), ("%E9.txt", "\udce9.txt"),
                              ("100%", "100%"), ("%2", "%2"), ("%00", "\0"), ("%252e", "%2e"), ("a", "a")):
            with self.subTest(name=name):
                self.assertEqual(percent_decoded(name), decoded)

    def test_names_in_running_text(self) -> None:
        for text, names in RUNNING:
            with self.subTest(text=text):
                self.assertEqual([text[start:end] for start, end in names_in(text)], names)

    def test_unusual_names_are_known_where_they_are_given(self) -> None:
        unusual = frozenset(("my file.txt", "file.txt b.txt", "a (1).md", "long my file.txt"))
        for text, names in (
                ("see my file.txt", ["my file.txt"]),
                ("my file.txt and a (1).md", ["my file.txt", "a (1).md"]),
                ("a long my file.txt", ["long my file.txt"]),
                ("Amy file.txt", ["file.txt"]),
                ("b.txt.my file.txt", ["file.txt"]),
                ("x" * 300 + " my file.txt", ["my file.txt"]),
                ("my file.txt b.txt", ["my file.txt", "b.txt"]),
                ("your file.txt", ["file.txt"])):
            with self.subTest(text=text):
                self.assertEqual([text[start:end] for start, end in names_in(text, unusual)], names)

    def test_breaks(self) -> None:
        for name, expected in (("a.txt", False), ("a b.txt", True), ("a(1).txt", True), ("é_-.txt", False)):
            with self.subTest(name=name):
                self.assertEqual(has_breaks(name), expected)
