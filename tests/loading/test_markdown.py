"""Lines, cells, links and code of Markdown."""
import unittest

from briefx.loading.markdown import cells, is_delimiter_row, read_inline, without_comments

LINES = (
    # line, plain text, (kind, target, text) of each reference
    ("", "", ()),
    ("no marks", "no marks", ()),
    ("[Rain](a.txt)", "Rain", (("link", "a.txt", "Rain"),)),
    ("see [Rain](a.txt) and [Sun](b.txt).", "see Rain and Sun.",
     (("link", "a.txt", "Rain"), ("link", "b.txt", "Sun"))),
    ("**[Rain](a.txt)** *now*", "Rain now", (("link", "a.txt", "Rain"),)),
    ("[Rain]( <my file.txt> \"title\" )", "Rain", (("link", "my file.txt", "Rain"),)),
    ("[Rain](a.txt 'title') x", "Rain x", (("link", "a.txt", "Rain"),)),
    ("[Rain](a.txt (title)) x", "Rain x", (("link", "a.txt", "Rain"),)),
    ("[Rain](a_(1).txt)", "Rain", (("link", "a_(1).txt", "Rain"),)),
    ("[Rain](my file.txt)", "Rain", (("link", "my file.txt", "Rain"),)),
    ("[Rain](my file)", "[Rain](my file)", ()),
    ("[Rain]()", "Rain", (("link", "", "Rain"),)),
    ("[](a.txt)", "", (("link", "a.txt", ""),)),
    ("[Rain] (a.txt)", "[Rain] (a.txt)", ()),
    ("Rain](a.txt)", "Rain](a.txt)", ()),
    ("[x] Rain](a.txt)", "[x] Rain](a.txt)", ()),
    ("[x] [Rain](a.txt)", "[x] Rain", (("link", "a.txt", "Rain"),)),
    ("[a [Rain](a.txt) b](b.txt)", "[a Rain b](b.txt)", (("link", "a.txt", "Rain"),)),
    ("[Rain](a&amp;b.txt)", "Rain", (("link", "a&b.txt", "Rain"),)),
    (r"[Rain](a\_b.txt)", "Rain", (("link", "a_b.txt", "Rain"),)),
    (r"\[Rain](a.txt)", "[Rain](a.txt)", ()),
    (r"[R\]ain](a.txt)", "R]ain", (("link", "a.txt", "R]ain"),)),
    ("![view](a.png) [Rain](a.txt)", " Rain", (("link", "a.txt", "Rain"),)),
    ("[![`view`](a.png) Rain](a.txt)", " Rain", (("link", "a.txt", " Rain"),)),
    ("`a.txt`: Rain", "a.txt: Rain", (("code", "a.txt", "a.txt"),)),
    ("`` a.txt ``", "a.txt", (("code", "a.txt", "a.txt"),)),
    ("[`a.txt`](b.txt)", "a.txt", (("link", "b.txt", "a.txt"),)),
    ("`a.txt [x](b.txt)", "`a.txt x", (("link", "b.txt", "x"),)),
    ("``a`b", "``a`b", ()),
    ("`a.txt``", "`a.txt``", ()),
    ("`[x](y)` `a\\`", "[x](y) a\\", (("code", "[x](y)", "[x](y)"), ("code", "a\\", "a\\"))),
    ("<https://e.org/a.txt> x", "https://e.org/a.txt x",
     (("link", "https://e.org/a.txt", "https://e.org/a.txt"),)),
    ("<b>Rain</b> 1 < 2", "<b>Rain</b> 1 < 2", ()),
    ("Rain &amp; Sun &#8212; &mdash; &#x41; &nosuch; & so", "Rain & Sun — — A &nosuch; & so", ()),
    (r"1\*2 \\ \a", r"1*2 \ \a", ()),
    ("***x***", "x", ()),
)

ROWS = {
    "| a | b |": ["a", "b"],
    "a | b": ["a", "b"],
    "|a|b": ["a", "b"],
    "| | b | |": ["", "b", ""],
    r"| a \| b | c |": ["a | b", "c"],
    "|": [],
    "": [],
    "||": [""],
    "  | `x` |  ": ["`x`"],
}

DELIMITERS = ("|---|", "| --- | :-: |", "---|---", ":--|--:", "|-|")
NO_DELIMITERS = ("", "---", "|", "||", "| --- | x |", "| - - |", "|:|", "|---||")


class InlineTest(unittest.TestCase):
    def test_lines(self) -> None:
        for line, plain, references in LINES:
            with self.subTest(line=line):
                inline = read_inline(line)
                self.assertEqual(inline.plain, plain)
                self.assertEqual(tuple((each.kind, each.target, plain[each.start:each.end])
                                       for each in inline.references), references)


class TableTest(unittest.TestCase):
    def test_cells(self) -> None:
        for row, expected in ROWS.items():
            with self.subTest(row=row):
                self.assertEqual(cells(row), expected)

    def test_delimiter_rows(self) -> None:
        for line in DELIMITERS:
            with self.subTest(line=line):
                self.assertTrue(is_delimiter_row(line))
        for line in NO_DELIMITERS:
            with self.subTest(line=line):
                self.assertFalse(is_delimiter_row(line))


class CommentTest(unittest.TestCase):
    def test_comments_go_and_lines_stay(self) -> None:
        for text, expected in (
                ("a <!-- b --> c", "a  c"),
                ("a\n<!-- b\r\nc -->d\n", "a\n\r\nd\n"),
                ("<!-- a --><!-- b -->c", "c"),
                ("a <!-- b", "a <!-- b"),
                ("a --> b <!--> c", "a --> b <!--> c"),
                ("<!---->x", "x")):
            with self.subTest(text=text):
                self.assertEqual(without_comments(text), expected)
