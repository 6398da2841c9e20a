"""Blocks: titles, headings, bylines, datelines and paragraphs."""
import unittest

from briefx.text.analysis import Analysis

PROSE = "The council met on Monday and agreed to open the gate."

CASES = (
    ("a title, then prose", f"Council Opens Gate\n\n{PROSE}", ["title", "paragraph"]),
    ("no title", PROSE, ["paragraph"]),
    ("a first paragraph that ends like a sentence", f"The gate is open.\n\n{PROSE}", ["paragraph", "paragraph"]),
    ("a Markdown title and heading", f"# Council opens gate\n\n{PROSE}\n\n## What next\n\n{PROSE}",
     ["title", "paragraph", "heading", "paragraph"]),
    ("a Markdown heading glued to its paragraph", f"# Council opens gate\n{PROSE}", ["title", "paragraph"]),
    ("a plain heading", f"{PROSE}\n\nWhat comes next\n\n{PROSE}", ["paragraph", "heading", "paragraph"]),
    ("a byline", f"Council opens gate\n\nBy Ann Lee and Bo Orr\n\n{PROSE}", ["title", "byline", "paragraph"]),
    ("a dateline", f"Council opens gate\n\nPORTO, June 1 (Agency) — {PROSE}", ["title", "dateline", "paragraph"]),
    ("a dateline with two dashes", f"PORTO, Spain (AP) -- {PROSE}", ["dateline", "paragraph"]),
    ("a dateline behind a headline with a stop", f"The gate is open.\n\nPORTO (AP) - {PROSE}\n\nVIGO (AP) - {PROSE}",
     ["paragraph", "dateline", "paragraph", "paragraph"]),
    ("a dateline in a line of its own", f"Council opens gate\n\nPORTO 1996-08-29\n\n{PROSE}",
     ["title", "dateline", "paragraph"]),
    ("a dateline before its paragraph", f"PORTO, Spain (AP) --\n\n{PROSE}", ["dateline", "paragraph"]),
    ("a dateline of a place alone", f"PORTO _\n\n{PROSE}", ["dateline", "paragraph"]),
    ("a dateline without a dash", f"PORTO, June 1 (AP)\n\n{PROSE}", ["dateline", "paragraph"]),
    ("a title with a name in brackets", f"Ann Lee (Porto)\n\n{PROSE}", ["title", "paragraph"]),
    ("a title that ends in a dash", f"The gate opens —\n\n{PROSE}", ["title", "paragraph"]),
    ("a day in a line of its own", f"Council opens gate\n\nMonday, June 1, 2026\n\n{PROSE}",
     ["title", "dateline", "paragraph"]),
    ("a dash that makes no dateline", f"{PROSE}\n\n{PROSE}\n\nThe mayor — a farmer — left.", ["paragraph"] * 3),
    ("a hard-wrapped paragraph", "The council met\non Monday and agreed", ["paragraph"]),
    ("Windows line ends", f"Council opens gate\r\n\r\n{PROSE}\r\n", ["title", "paragraph"]),
    ("nothing", "", []),
    ("white space", " \n\n ", []),
)


class Layout(unittest.TestCase):
    def test_kinds(self):
        for name, text, kinds in CASES:
            with self.subTest(name):
                self.assertEqual([block.kind for block in Analysis(text).blocks], kinds)

    def test_paragraphs_are_numbered_from_one_without_title_and_headings(self):
        analysis = Analysis(f"Council opens gate\n\n{PROSE}\n\nWhat comes next\n\n{PROSE}")
        self.assertEqual([block.number for block in analysis.blocks], [None, 1, None, 2])

    def test_a_title_in_the_header_is_text(self):
        text = f"Title: Council Opens Gate\n\n{PROSE}"
        analysis = Analysis(text, body_start=27, title_span=(7, 25))
        title = analysis.blocks[0]
        self.assertEqual((title.kind, text[title.start:title.end]), ("title", "Council Opens Gate"))
        self.assertEqual([block.kind for block in analysis.blocks], ["title", "paragraph"])
        self.assertEqual(analysis.text[analysis.starts[5]:analysis.ends[5]], analysis.words[5])

    def test_the_dateline_is_all_in_front_of_the_prose(self):
        text = f"BEIRUT, June 1 (Agency) — {PROSE}"
        first, second = Analysis(text).blocks
        self.assertEqual(text[first.start:first.end], "BEIRUT, June 1 (Agency) —")
        self.assertEqual(text[second.start:second.end], PROSE)

    def test_blocks_cover_all_tokens_but_blank_lines(self):
        for name, text, _ in CASES:
            with self.subTest(name):
                analysis = Analysis(text)
                held = [at for block in analysis.blocks for at in range(block.first, block.last)]
                self.assertEqual(held, [at for at, word in enumerate(analysis.words) if word.strip()])


if __name__ == "__main__":
    unittest.main()
