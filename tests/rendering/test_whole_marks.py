"""Sentences cut out of longer quotations show both marks of what they quote."""
import unittest

from briefx import extract
from briefx.rendering.whole_marks import WholeMarks, balanced

# sentence, how it is shown
CASES = (
    ("“We will wait.", "“We will wait.”"),
    ("We will wait,” Lee said.", "“We will wait,” Lee said."),
    ("\"We will wait.", "\"We will wait.\""),
    ("We will wait,\" Lee said.", "\"We will wait,\" Lee said."),
    ("«We will wait.", "«We will wait.»"),
    ("“We will wait,” Lee said. “And see.”", "“We will wait,” Lee said. “And see.”"),
    ("Lee called it “a ‘grand’ plan” and left.", "Lee called it “a ‘grand’ plan” and left."),
    ("„Go home,“ he said.", "„Go home,“ he said."),
    ("A 6\" pipe burst.", "A 6\" pipe burst."),
    ("<p lang=\"en\" id=\"a\">We will wait.", "<p lang=\"en\" id=\"a\">We will wait."),
    *[(f"He said{mark}\"We will wait.", f"He said{mark}\"We will wait.\"") for mark in (*" \t\r\n([—–-/=‘'",)],
    ("He said:\"We will wait.", "\"He said:\"We will wait."),
    ("“We „will wait.", "“We „will wait."),
    ("“We “will” wait.", "“We “will” wait.”"),
    ("„We «will» wait.", "„We «will» wait.“"),
    ("Nothing is quoted here.", "Nothing is quoted here."),
    ("", ""),
)

TEXT = """The council of Velden met on Monday.

“We waited for years. Nobody came in 2019, though we wrote every week. Then the wall fell,” Mayor Ann Lee said.

‘We warned them in May. The wall was rotten by June 2020.

‘They laughed in 2021,’ said Bo Dahl."""


class WholeMarksTest(unittest.TestCase):
    def test_marks_of_a_sentence_alone(self) -> None:
        for sentence, wanted in CASES:
            with self.subTest(sentence=sentence):
                self.assertEqual(balanced(sentence), wanted)

    def test_a_piece_is_shown_with_the_marks_of_its_quotation(self) -> None:
        marks = WholeMarks(extract(TEXT, published="2026-05-04"))
        for words, wanted in (
            ("Nobody came in 2019, though we wrote every week.", "“Nobody came in 2019, though we wrote every week.”"),
            ("Then the wall fell,” Mayor Ann Lee said.", "“Then the wall fell,” Mayor Ann Lee said."),
            ("“We waited for years.", "“We waited for years.”"),
            ("‘We warned them in May.", "‘We warned them in May.’"),
            ("The wall was rotten by June 2020.", "‘The wall was rotten by June 2020.’"),
            ("‘They laughed in 2021,’ said Bo Dahl.", "‘They laughed in 2021,’ said Bo Dahl."),
            ("The council of Velden met on Monday.", "The council of Velden met on Monday."),
        ):
            with self.subTest(words=words):
                start = TEXT.index(words)
                self.assertEqual(marks.piece(start, start + len(words)), wanted)


if __name__ == "__main__":
    unittest.main()
