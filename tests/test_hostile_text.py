"""Whatever a text holds, it gets a brief: nothing is raised, every span is true, every rendering is sound."""
from __future__ import annotations

import json
import random
import unittest
from pathlib import Path

import briefx
from briefx.rendering.json import json_line
from tests.soundness import faults, rendering_faults

SEEDS = Path(__file__).parent.parent / "seeds"

# Strings that have broken programs that read text, by what they do it with.
NAUGHTY = {
    "nothing": ["", " ", "\n", "\t", "\r", "\x0b\x0c", "\u3000", "\ufeff", "\u200b", "null", "None",
        "undefined", "NaN"],
    "controls": ["\0", "a\0b", "\x01\x02\x03", "\x07\x08", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07",
        "\x1b[2J\x1b[H", "\x7f", "\x80\x9b31m", "\x85", "\x1c\x1d\x1e\x1f", "\x1a", "a\x08\x08b"],
    "lines": ["a\rb", "a\r\nb\nc\rd", "a\u2028b\u2029c", "a\x85b", "\r\r\n\n\r", "\n" * 50, " \n \n ",
        "a\x0bb\x0cc"],
    "direction": ["\u202eevil\u202c", "\u2066a\u2067b\u2068c\u2069", "\u200e\u200f\u061c", "abc אבג דהו",
        "مرحبا بالعالم", "\u202dAnn Lee\u202c said", "(אבג) [دهو]"],
    "unseen": ["\u200b\u200c\u200d", "Ann\u200bLee", "sa\u00adid", "\u2060a\ufeffb", "\u180e",
        "\U000e0041\U000e007f", "\ufe0e\ufe0f", "\u115f\u1160\u3164"],
    "marks": ["Z\u0351\u0346\u036d\u0308a\u0328\u0321l\u0489g\u0338o", "\u0301", "\u0301\u0301\u0301 said",
        "e\u0301" * 9, "\u0e47\u0e47\u0e47", "a" + "\u0300" * 300, "\u20dd\u20e3"],
    "pictures": ["😀", "👩‍👩‍👧‍👦", "🏳️‍🌈", "👋🏽 said", "🇺🇸🇷🇺🇸", "❤️", "1️⃣2️⃣", "𝐀𝐧𝐧 𝐋𝐞𝐞 𝐬𝐚𝐢𝐝", "Ⓐⓝⓝ", "ᴀɴɴ"],
    "scripts": ["中国外交部发言人表示", "「はい」と首相は言った。", "대통령은 말했다",
        "Президент сказал", "ใครๆ ก็พูด", "नमस्ते",
        "ﷺ", "ß İ ı ſ ﬁ ŉ ǆ", "Straße İSTANBUL", "Ǆ ǅ ǆ", "ﬀﬃ", "Ω≈ç√∫˜µ≤≥÷"],
    "surrogates": ["\ud800", "\udfff\ud800", "a\ud83d", "\udc80 said", "Ann \udcffLee said", "\ud83d\ude00"],
    "not characters": ["\ufffe", "\uffff", "\ufdd0", "\U0010ffff", "\ufffd\ufffd", "\ue000\uf8ff"],
    "numbers": ["0", "-1", "1e309", "9" * 5000, "1.1.0 years", "0x1F", "1/0", "²³", "½ of ⅞", "٣ days",
        "１２ June ２０２６", "Ⅳ", "00:00", "24:60", "99:99 p.m.", "2026-13-45", "0000-00-00", "31 February 2026",
        "231 February 2020", "9/9/99 at 6 p.m.", "99/99/9999", "10000-01-01", "29 February 2100",
        "1.000.000,5", "-0", "∞", "1st 2th 0nd", "999999999 years ago", "10000 years later",
        "in 1000000 days", "BC 0", "the 0s", "Q0", "Q5 2020"],
    "queries": ["'; DROP TABLE briefs; --", "1' OR '1'='1", "\" OR \"\"=\"", "') UNION SELECT * FROM a--",
        "$where: '1'"],
    "markup": ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- a", "]]>",
        "<![CDATA[a]]>", "&lt;&#x3c;&", "<a href=\"javascript:alert(1)\">a</a>", "</title><b>",
        "<?php a ?>", "<svg/onload=alert(1)>", "%3Cb%3E"],
    "markdown": ["# a", "## a\n\nb", "[a](javascript:alert(1))", "![a](http://a.example/b.png)",
        "| a | b |\n|---|---|\n| c |", "```\na\n```", "    a", "> a", "- [ ] a", "1. a", "***", "---",
        "===", "a\n===", "[^1]: a", "~~a~~", "`a", "\\", "[a]: http://a.example", "<http://a.example>",
        "http://a.example/?b=(c)", "a@b.example", "|", "* * *", "_a_b_"],
    "templates": ["{{7*7}}", "${7*7}", "#{a}", "<%= a %>", "{%a%}", "{0}", "{a!r:>{b}}", "%s%n%d", "%(a)s",
        "$(id)", "`id`", "$HOME", "%PATH%", "@import a", "{}", "}{", "{{{{"],
    "paths": ["../../../etc/passwd", "C:\\CON\\NUL", "file:///etc/passwd", "\\\\host\\share", "~/a",
        "/dev/zero", "a\0.txt"],
    "data": ["{\"text\": \"a\"}", "[1, 2", "\"text\"", "a,b;c\td", "---\ntitle: a\n---", "!!python/object",
        "\\u0000", "\\x00", "\\ud800", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)"],
    "quotation marks": ["\"", "\"\"", "\"\"\"", "''", "'", "“", "”", "“”", "”“", "‘’“”«»„‟", "“‘“‘",
        "'\"'\"'", "\"'\" said \"'\"", "„Ja“, said he", "« Oui »", "``a''", "“a\n\nb”", "\"a\n\n\"b",
        "“ ” said", "\",\"", "said \"\" to"],
    "brackets": ["(", ")", "((((", "))))", "([{<>}])", "(()", ")(", "[…]", "a (b (c (d", "]["],
    "halves": ["said", "he said", "said he", "according to", "According to , ", ", said", "\"We will",
        "will\" he", "Mr.", "Mr. ", "the", "of", "and", "that", "who", "'s", "’s said", "n't", "- ", "—",
        "— — —", ". . .", "...", "?!", "...said", ",,,", ";", ":", "said:", "Lee:", "LONDON —", "By ",
        "By By By", "if", "If he", "unless", "not", "to", "to to", "can't According to him, ", "warning of",
        "the claim that", "seem ,\"\"-1 day", "’“said t‘", "s\"\"\"o", "Lee denied it, sure"],
}

# Sentences into which each of them is put.
AROUND = ("LONDON, June 1 (Agency) — Mayor Ann Lee said on Monday that {} will be sold by March.\n\n"
          "“We know {},” she told {} in May. {} denied it.\n\nAccording to {}, two days ago “{}")


ENDLESS = {
    "quotation marks": '"' * 5_000,
    "opening marks": "“" * 5_000,
    "single marks": "‘a " * 1_250,
    "quotations in quotations": "“‘" * 1_000 + "’”" * 1_000,
    "brackets": "(" * 5_000 + ")" * 5_000,
    "brackets with words": "(Ann Lee said " * 500,
    "said": "said " * 5_000,
    "he said that": "he said that " * 1_250,
    "one word": "a" * 50_000,
    "one name": "Ann-" * 12_500,
    "one number": "12:" * 12_500,
    "one dateline": "A-" * 12_500 + "A 1",
    "one line": "Ann Lee said on Monday that the bridge will open. " * 250,
    "no stop": "the mayor went and the people came but nobody knew " * 250,
    "clauses": "Ann Lee, who said that Bob Ray, who said that " * 150,
    "joined verbs": "He went " + "and ran " * 1_250 + "and said that it rained.",
    "capitals": "Ann Lee Bob Ray " * 750,
    "list of names": "Ann Lee, " * 750 + "and Bob Ray said no.",
    "offices": "Prime Minister " * 750,
    "dates": "Monday June 3, 2026 " * 250,
    "lines": "a\n" * 5_000,
    "paragraphs": "“Well.\n\n" * 750,
    "white space": " " * 50_000,
    "combining marks": "\u0301" * 25_000,
}


def whole(text: str) -> list[str]:
    """Returns what is wrong with the brief of a text and its renderings."""
    brief = briefx.extract(text)
    return faults(brief) + rendering_faults(brief)


class NaughtyTest(unittest.TestCase):
    def test_as_an_article(self) -> None:
        for kind, texts in NAUGHTY.items():
            for text in texts:
                with self.subTest(kind, text=text[:40]):
                    self.assertEqual([], whole(text))

    def test_all_over_an_article(self) -> None:
        slots = AROUND.count("{}")
        texts = [text[:400] for texts in NAUGHTY.values() for text in texts]
        for number in range(0, len(texts), slots):
            with self.subTest(texts=texts[number:number + slots]):
                article = AROUND
                for text in texts[number:number + slots]:
                    article = article.replace("{}", text, 1)
                self.assertEqual([], whole(article))

    def test_all_together(self) -> None:
        self.assertEqual([], whole(" ".join(text for texts in NAUGHTY.values() for text in texts)))
        self.assertEqual([], whole("\n\n".join(text for texts in NAUGHTY.values() for text in texts)))

    def test_in_what_is_known_of_a_text(self) -> None:
        for texts in NAUGHTY.values():
            for text in texts:
                with self.subTest(text=text[:40]):
                    brief = briefx.extract("It rained on Monday.", title=text, published=text, id=text)
                    self.assertEqual([], rendering_faults(brief))


class EndlessTest(unittest.TestCase):
    def test_each_gets_a_sound_brief(self) -> None:
        for name, text in ENDLESS.items():
            with self.subTest(name):
                brief = briefx.extract(text)
                self.assertEqual([], faults(brief))
                json_line(brief)


class PiecesOfNewsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        paths = sorted(SEEDS.glob("*.txt"))
        cls.articles = [path.read_bytes().decode("utf-8") for path in paths]

    def test_there_are_some(self) -> None:
        self.assertGreater(len(self.articles), 7)

    def test_every_beginning_of_a_paragraph(self) -> None:
        text = ('LONDON, June 3 (Agency) — “If the dam breaks,” Mayor Ann Lee, 61, told the BBC’s Bob Ray on Monday, '
                '“we must leave.” She has not said that U.S. troops will come by 6 p.m., according to two officials.')
        for end in range(0, len(text) + 1, 3):
            with self.subTest(text=text[:end]):
                self.assertEqual([], faults(briefx.extract(text[:end])))
                self.assertEqual([], faults(briefx.extract(text[end:])))

    def test_random_cuts(self) -> None:
        dice = random.Random(7)
        for number in range(20):
            article = dice.choice(self.articles)
            start = dice.randrange(len(article))
            text = article[start:start + dice.randrange(1, 1200)]
            with self.subTest(number, start=start):
                self.assertEqual([], whole(text))

    def test_words_and_lines_in_any_order(self) -> None:
        dice = random.Random(8)
        for number in range(15):
            words = dice.choice(self.articles).split(" ")[:200]
            dice.shuffle(words)
            lines = dice.choice(self.articles).splitlines(keepends=True)[:12]
            dice.shuffle(lines)
            with self.subTest(number):
                self.assertEqual([], faults(briefx.extract(" ".join(words))))
                self.assertEqual([], faults(briefx.extract("".join(lines))))

    def test_letters_changed_at_random(self) -> None:
        dice = random.Random(9)
        odd = "\0\u202e\u200b\ud800\u0301\r\n\t\"'“”‘’()[],.;:?!—-–…¶ßİ中2"
        for number in range(20):
            article = dice.choice(self.articles)
            start = dice.randrange(max(1, len(article) - 800))
            letters = list(article[start:start + 800])
            for _ in range(dice.randrange(1, 80)):
                letters[dice.randrange(len(letters))] = dice.choice(odd)
            with self.subTest(number):
                self.assertEqual([], whole("".join(letters)))

    def test_line_endings_move_no_span(self) -> None:
        for article in self.articles[:3]:
            for ending in ("\r\n", "\r"):
                with self.subTest(article[:40], ending=ending):
                    text = article.replace("\r\n", "\n").replace("\n", ending)
                    brief = briefx.extract(text)
                    self.assertEqual([], faults(brief))
                    self.assertGreater(len(brief.claims or ()), 3)


class SurrogateTest(unittest.TestCase):
    def test_a_lone_surrogate_is_escaped_and_counts_as_one(self) -> None:
        text = json.loads(r'"Ann \ud800Lee said on Monday that \udfffit rained."')
        brief = briefx.extract(text)
        self.assertEqual(len(text), brief.counts.characters)
        self.assertEqual([], whole(text))
        self.assertEqual(text, json.loads(json.dumps(text)))
        self.assertIn("\\udfff", json_line(brief))
