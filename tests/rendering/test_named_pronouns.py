"""Pronouns that open what is told alone."""
import unittest

from briefx import extract, to_markdown
from briefx.rendering.named_pronouns import REACH, NamedPronouns

LEE = "Ann Lee, the mayor of Velden, met the council on 3 May 2026. "


class NamedPronounsTest(unittest.TestCase):
    def test_who_is_meant(self) -> None:
        for text, opener, wanted in (
            (LEE + "She left on 4 May.", "She", "She [Ann Lee] left on 4 May."),
            (LEE + "Her plan of 4 May failed.", "Her", "Her [Ann Lee's] plan of 4 May failed."),
            (LEE.replace("Ann Lee", "Ann Loos") + "Her plan failed.", "Her", "Her [Ann Loos'] plan failed."),
            # not where two people are named before, or one too far away
            (LEE + "Kay Dorn came. She left on 4 May.", "She", "She left on 4 May."),
            (LEE + "It rained. " * (REACH // 11) + "She left.", "She", "She left."),
            (LEE + "The council agreed. It left.", "It", "It left."),
            (LEE + "She", "She", "She"),
        ):
            with self.subTest(text):
                brief = extract(text)
                start = text.rindex(opener)
                self.assertEqual(NamedPronouns(brief).explained(text[start:], start), wanted)

    def test_in_markdown(self) -> None:
        page = to_markdown(extract(LEE + "She is expected to resign on 9 May. Her silence suggests that the plan has "
                                         "failed.\n\nIt will rain in June.", published="2026-05-05"))
        self.assertIn("\n- She [Ann Lee] is expected to resign on 9 May — ", page)
        self.assertIn("\n- **2026-05-09** (\"9 May\") She [Ann Lee] is expected to resign on 9 May. ¶1\n", page)
        self.assertIn("\n- **Her [Ann Lee's] silence** suggests that the plan has failed", page)


if __name__ == "__main__":
    unittest.main()
