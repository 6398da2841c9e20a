import random
import re
import unittest

from briefx.rendering.escaping import escaped, one_line
from briefx.rendering.markdown import to_markdown
from briefx.rendering.tables import display_width, table
from briefx.rendering.terminal import BOLD, DIM, NARROWEST, READABLE_WIDTH, RESET, for_terminal
from tests.rendering.harbour import harbour_brief
from tests.rendering.test_escaping import PIECES

CODE = re.compile(r"\x1b\[[0-9;]*m")


class TableWidthTest(unittest.TestCase):
    def test_columns_are_as_wide_as_their_widest_cell_but_no_less_than_three(self) -> None:
        self.assertEqual(table(["a", "bcde"], [["f", "g"]]), "| a   | bcde |\n| --- | ---- |\n| f   | g    |")
        self.assertEqual(table(["abc"], [["abcd"]]), "| abc  |\n| ---- |\n| abcd |")
        self.assertEqual(table(["a"], [["b" * 37], ["c" * 36]]).split("\n")[1], f"| {'-' * 36} |")

    def test_each_row_has_as_many_cells_as_the_head(self) -> None:
        for rows in ([["a"]], [["a", "b", "c"]]):
            with self.assertRaises(ValueError):
                table(["x", "y"], rows)


class LayoutTest(unittest.TestCase):
    def test_each_kind_of_line(self) -> None:
        for markdown, expected in (
            ("# A title", ["A title", "═" * 40]),
            ("## Who", ["WHO"]),
            ("### Ann Lee", ["Ann Lee"]),
            ("---", ["─" * 40]),
            ("", [""]),
            ("- one two ¶4", ["• one two ¶4"]),
            ("  - *why it is here; and from what it is known*", ["  why it is here; and from what it is", "  known"]),
            ("Oslo ¶1, Bergen ¶2", ["Oslo ¶1, Bergen ¶2"]),
            (
                "- It was the best of all years and the worst of all years ¶1",
                ["• It was the best of all years and the", "  worst of all years ¶1"],
            ),
            (
                "The Daily Test · 2026-06-02 · by Jo Doe · 62 words",
                ["The Daily Test · 2026-06-02 · by Jo Doe", "· 62 words"],
            ),
        ):
            with self.subTest(markdown):
                self.assertEqual(for_terminal(markdown, 40, styled=False).split("\n"), expected)

    def test_bold_and_dim(self) -> None:
        for markdown, expected in (
            ("# A title", f"{BOLD}A title{RESET}\n{DIM}{'═' * 40}{RESET}"),
            ("## Who", f"{BOLD}WHO{RESET}"),
            ("- **Ann Lee:** left ¶4", f"• {BOLD}Ann Lee:{RESET} left {DIM}¶4{RESET}"),
            ("- it ends — *opinion; hedged* ¶4", f"• it ends — {DIM}opinion; hedged ¶4{RESET}"),
            ("  - *by its cue*", f"  {DIM}by its cue{RESET}"),
            ("- 2 * 3 is *six*", f"• 2 * 3 is {DIM}six{RESET}"),
            ("Oslo ¶1, Rome", f"Oslo {DIM}¶1{RESET}, Rome"),
        ):
            with self.subTest(markdown):
                self.assertEqual(for_terminal(markdown, 40, styled=True), expected)
                self.assertEqual(for_terminal(markdown, 40, styled=False), CODE.sub("", expected))

    def test_a_style_never_runs_past_its_line(self) -> None:
        page = "- **" + "bold words " * 20 + "end** and *" + "dim words " * 20 + "end* ¶1"
        for line in for_terminal(page, 40, styled=True).split("\n"):
            with self.subTest(line):
                codes = CODE.findall(line)
                self.assertEqual(codes[1::2], [RESET] * (len(codes) // 2))
                self.assertEqual(len(codes) % 2, 0)

    def test_escapes_are_taken_back(self) -> None:
        generator = random.Random(11)
        for _ in range(1500):
            text = one_line("".join(generator.choice(PIECES) for _ in range(generator.randint(1, 8))))
            if text and "¶" not in text:
                with self.subTest(ascii(text)):
                    shown = for_terminal(f"- **{escaped(text)}:** x", READABLE_WIDTH, styled=False)
                    self.assertEqual(shown, f"• {text}: x")

    def test_no_line_is_wider_than_the_terminal(self) -> None:
        long_words = "\n- " + "漢字" * 60 + " " + "x" * 300 + "é ¶1\n"
        without_table = to_markdown(harbour_brief()._replace(actors=()))
        for width in (1, NARROWEST, 40, 60, 80, 92, 200):
            page = (to_markdown(harbour_brief()) if width >= 40 else without_table) + long_words
            for styled in (True, False):
                with self.subTest(width=width, styled=styled):
                    limit = max(NARROWEST, min(width, READABLE_WIDTH))
                    lines = CODE.sub("", for_terminal(page, width, styled)).split("\n")
                    self.assertEqual([line for line in lines if display_width(line) > limit], [])

    def test_nothing_is_lost(self) -> None:
        page = to_markdown(harbour_brief())
        letters = re.sub(r"[\W_]", "", page.lower())
        for width in (30, 80):
            shown = for_terminal(page, width, styled=False)
            with self.subTest(width):
                if width == 80:
                    self.assertEqual(re.sub(r"[\W_]", "", shown.lower()), letters)
                self.assertEqual(sorted(re.sub(r"[\W_]", "", shown.lower())), sorted(letters))

    def test_only_codes_and_line_feeds_are_added(self) -> None:
        shown = for_terminal(to_markdown(harbour_brief()), 80, styled=True)
        self.assertEqual(set(CODE.findall(shown)), {BOLD, DIM, RESET})
        self.assertNotRegex(CODE.sub("", shown), "[\x00-\x09\x0b-\x1f\x7f-\x9f]")
        self.assertNotRegex(for_terminal(to_markdown(harbour_brief()), 80, styled=False), "\x1b")


class TableTest(unittest.TestCase):
    def test_columns_stand_straight(self) -> None:
        markdown = table(("Who", "Role"), [("Ann", r"head \| chief"), ("李雷", ""), ("Zoe\u0301", "x")])
        self.assertEqual(
            markdown.split("\n"),
            [
                "| Who  | Role          |",
                "| ---- | ------------- |",
                r"| Ann  | head \| chief |",
                "| 李雷 |               |",
                "| Zoe\u0301  | x             |",
            ],
        )

    def test_a_long_cell_runs_over(self) -> None:
        lines = table(("Who", "Role"), [("x" * 50, "a"), ("y", "b")]).split("\n")
        self.assertEqual([line.index(" | ", 2) for line in lines], [38, 38, 52, 38])

    def test_it_loses_its_bars_in_a_terminal(self) -> None:
        markdown = table(("Who", "Role"), [("Ann Lee", r"head \| chief"), ("Bo", "")])
        self.assertEqual(
            for_terminal(markdown + "\n", 60, styled=False).split("\n"),
            ["Who      Role", "Ann Lee  head | chief", "Bo", ""],
        )

    def test_cells_wrap_where_there_is_no_room(self) -> None:
        markdown = table(("Who", "Role"), [("Ann Lee", "president of the port authority of the north")])
        self.assertEqual(
            for_terminal(markdown + "\n", 30, styled=False).split("\n"),
            ["Who      Role", "Ann Lee  president of the port", "         authority of the", "         north", ""],
        )

    def test_widths(self) -> None:
        for text, width in (("abc", 3), ("é", 1), ("e\u0301", 1), ("漢字", 4), ("🙂", 2), ("Ａ", 2), ("", 0)):
            with self.subTest(text):
                self.assertEqual(display_width(text), width)
