import random
import re
import unicodedata
import unittest

from briefx.rendering.escaping import escaped, escaped_heading, one_line, safe_line

# What a processor of Markdown could act on, within a line, once escapes and entities are taken out.
ACTIVE = re.compile(
    r"`|\||<[A-Za-z/!?]|&#?\w+;|\][(\[:{]|!\[|\[\[|\[\^|[A-Za-z]://|(?<![^\W_])(?i:www)\.|\w@\w"
    r"|[^\s*]\*|\*[^\s*]|(?<!\w)_+[^\s_]|[^\s_]_+(?!\w)|[^\s~]~~|~~[^\s~]|\w~"
)
BLOCK = re.compile(r"#|>|[-+*](\s|$)|\d+[.)](\s|$)|(-\s*){3,}$|=+$|\[[ xX]\]|~~~|\s")
PIECES = (
    "word",
    "a",
    "12",
    " ",
    " ",
    "\n",
    "\t",
    "*",
    "**",
    "_",
    "__",
    "`",
    "```",
    "~",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "[^1]",
    "[x]",
    "<",
    "<b>",
    "</b>",
    "<!--",
    "&",
    "&amp;",
    "&#35;",
    "http://a.bc",
    "www.a.bc",
    "a@b.cd",
    "|",
    "#",
    "##",
    ">",
    "-",
    "---",
    "+",
    "1.",
    "2)",
    "=",
    "\\",
    ".",
    ",",
    "“",
    "”",
    "é",
    "漢",
    "\u200b",
    "\u202e",
    "\x1b[0m",
    "\x00",
    "\x85",
    "\ud800",
    "\u2028",
)


def without_escapes(markdown: str) -> str:
    """Returns Markdown with a comma, which acts on nothing, in place of each escape and entity."""
    return re.sub(r"\\[!-/:-@\[-`{-~]|&lt;|&amp;", ",", markdown)


def shown(markdown: str) -> str:
    """Returns what a processor shows of text that holds escapes and no markup."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace("&lt;", "<").replace("&amp;", "&")


class EscapedTest(unittest.TestCase):
    def test_prose_stays_as_it_is(self) -> None:
        for text in (
            "“We won’t,” she said — U.S. sales rose 3.5% to $1.2bn (up from $1.1bn) in Q1.",
            "[The president] said that AT&T & Co. own user_name #4; a < b > c, 2 * 3, ~50 people!",
            "It's 10:30 p.m.; see sections 3-4, 5+6 and {7} = 8 … ok? https: 'x' 100%",
            "Awww... the wwww.",
        ):
            with self.subTest(text):
                self.assertEqual(escaped(text), text)

    def test_what_could_act_is_escaped(self) -> None:
        for text, expected in (
            ("*a* **b**", r"\*a\* \*\*b\*\*"),
            ("_a_ b__c", r"\_a\_ b__c"),
            ("`rm -rf`", r"\`rm -rf\`"),
            ("a | b", r"a \| b"),
            ("C:\\temp", r"C:\\temp"),
            ("[a](b)", r"\[a\](b)"),
            ("![a](b) [the mayor]", r"!\[a\](b) \[the mayor\]"),
            ("[[Page]] [^1]", r"\[\[Page\]\] \[^1\]"),
            ("<b>x</b> <!-- -->", "&lt;b>x&lt;/b> &lt;!-- -->"),
            ("&copy; &#60; &", "&amp;copy; &amp;#60; &"),
            ("http://a.bc www.a.bc WWW.A.BC", r"http\://a.bc www\.a.bc WWW\.A.BC"),
            ("mail me@a.bc @mayor", r"mail me\@a.bc @mayor"),
            ("~~a~~ b~ ~5", r"\~\~a\~\~ b\~ ~5"),
        ):
            with self.subTest(text):
                self.assertEqual(escaped(text), expected)

    def test_blocks_cannot_begin(self) -> None:
        for text, expected in (
            ("# a", r"\# a"),
            ("#a", r"\#a"),
            ("> a", r"\> a"),
            ("- a", r"\- a"),
            ("+ a", r"\+ a"),
            ("* a", r"\* a"),
            ("-", r"\-"),
            ("1. a", r"1\. a"),
            ("12) a", r"12\) a"),
            ("2026.", r"2026\."),
            ("---", r"\---"),
            ("- - -", r"\- - -"),
            ("===", r"\==="),
            ("[ ] a", r"\[ ] a"),
            ("[x] a", r"\[x] a"),
            ("~~~", r"\~\~\~"),
            ("```", r"\`\`\`"),
            ("-5 degrees", "-5 degrees"),
            ("3.5 metres", "3.5 metres"),
            ("+1", "+1"),
            ("--said", "--said"),
            ("a # b - c > d", "a # b - c > d"),
            ("[He] went", "[He] went"),
        ):
            with self.subTest(text):
                self.assertEqual(safe_line(escaped(text)), expected)

    def test_a_heading_keeps_its_last_hash(self) -> None:
        for text, expected in (
            ("Song in C #", r"Song in C \#"),
            ("C#", r"C\#"),
            ("#", r"\#"),
            ("a # b", "a # b"),
        ):
            with self.subTest(text):
                self.assertEqual(escaped_heading(text), expected)

    def test_nothing_active_is_left_and_nothing_is_lost(self) -> None:
        generator = random.Random(20260601)
        for _ in range(4000):
            text = "".join(generator.choice(PIECES) for _ in range(generator.randint(1, 9)))
            plain = one_line(text)
            for form in (escaped(text), safe_line(escaped(text)), escaped_heading(text)):
                with self.subTest(text=ascii(text), form=ascii(form)):
                    self.assertEqual(shown(form), plain)
                    self.assertIsNone(ACTIVE.search(without_escapes(form)))
            with self.subTest(text=ascii(text)):
                self.assertIsNone(BLOCK.match(without_escapes(safe_line(escaped(text)))))

    def test_time_grows_in_a_straight_line(self) -> None:
        import time

        for piece in (
            "*",
            "_",
            "_a",
            "~",
            "[",
            "](",
            "<",
            "&",
            "&a",
            "\\",
            "`",
            "www.",
            "a@",
            "://",
            "\x1b",
            " ",
            "- ",
        ):

            def seconds(count: int, piece: str = piece) -> float:
                started = time.process_time()
                safe_line(escaped(piece * count))
                return time.process_time() - started

            with self.subTest(piece=ascii(piece)):
                # What seems long is measured on more: there a square shows better.
                if seconds(8_000) >= 8 * max(seconds(2_000), 0.0005):
                    self.assertLess(min(seconds(20_000), seconds(20_000)), 8 * max(seconds(5_000), 0.003))


class OneLineTest(unittest.TestCase):
    def test_white_space_collapses(self) -> None:
        for text in (
            "a\nb",
            "a\r\n\r\n b",
            " a\t b ",
            "a\xa0b",
            "a\u2028b\x85",
            "a\u200b \u200b b",
            "a\x0bb\x1f",
        ):
            with self.subTest(text=ascii(text)):
                self.assertEqual(one_line(text), "a b")

    def test_no_control_or_format_character_is_left(self) -> None:
        kept = []
        for code in range(0x110000):
            character = chr(code)
            category = unicodedata.category(character)
            if category in ("Cc", "Cf", "Cs", "Zl", "Zp") and character in one_line(f"a{character}b"):
                kept.append(hex(code))
        self.assertEqual(kept, [])

    def test_a_control_character_shows_where_it_stood(self) -> None:
        self.assertEqual(one_line("\x1b[31mred\x9b0m \ud83d"), "\ufffd[31mred\ufffd0m \ufffd")
        self.assertEqual(one_line("so\xadft\u200d\u202ejoin"), "softjoin")

    def test_letters_marks_and_emoji_stay(self) -> None:
        for text in ("Élysée", "e\u0301", "漢字", "🙂", "नमस्ते", "\ue000", "a\ufe0f"):
            with self.subTest(text):
                self.assertEqual(one_line(text), text)
