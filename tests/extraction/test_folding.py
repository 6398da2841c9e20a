"""Claims that say the same, the like, or neither."""
import unittest

from briefx.extraction.folding import folded
from briefx.model import Claim, Cue, Span

NOWHERE = Span("", 0, 0)


def claim(number: int, text: str, cue: str = "say", kind: str = "statement", polarity: str = "positive") -> Claim:
    return Claim(f"c{number}", text, (Span(text, number * 1000, number * 1000 + len(text)),), "source", None,
                 Cue(cue, 0, 0, cue), kind, polarity, "certain", (), None, None, (), (), number, NOWHERE, "test")


def told(*texts: str) -> str:
    """How the second of two claims is told beside the first: same, like, or apart."""
    entries = folded([claim(number, text) for number, text in enumerate(texts, 1)])
    return "same" if entries[0].same else "like" if entries[0].like else "apart"


class FoldingTest(unittest.TestCase):
    """(first claim, second claim, how they are told)"""

    CASES = (
        ("the harbour will close in the spring", "the harbour will close in spring", "same"),
        ("the wall had been inspected in October", "inspectors had inspected the wall in October", "same"),
        ("We will not sell.", "We will not sell. We never sold a thing, and the harbour is ours.", "apart"),
        ("We will never sell the old harbour.", "We will never sell the old harbour. It is ours.", "same"),
        ("it is time to say goodbye to the old ferry and build a bridge",
         "a statement that it is high time to say goodbye to wooden piers and repair the quay", "like"),
        ("the harbour will close in the spring", "the harbour will not close in the spring", "apart"),
        ("profit rose to 12 million kroner in the third quarter", "profit rose to 19 million kroner in the quarter",
         "apart"),
        ("profit rose to 12 million kroner in the third quarter", "profit rose to 12 million kroner in the quarter",
         "same"),
        ("the harbour will close", "the school will close", "apart"),
        ("the mayor had lied to the council about the harbour", "the mayor should resign", "apart"),
        ("no ferry leaves for the island", "for the island a ferry leaves", "apart"),
        # Three of four words are too few, four of five enough; three of seven are, where they are no run of words.
        ("harbour walls crack slowly", "harbour walls crack loudly", "apart"),
        ("harbour walls crack slowly tonight", "harbour walls crack loudly tonight", "same"),
        ("harbour ferries sink", "ferries of the harbour that are old, rusty, cheap and foreign sink", "apart"),
        # What is said is looked for behind a "that" near the beginning alone.
        ("it is now quite plain that the council should pay for repairs",
         "the council should pay for a bridge", "like"),
        ("it is now quite plain enough that the council should pay for repairs",
         "the council should pay for a bridge", "apart"),
        # Five words in a row are the like, four are not, and they stand among the first few.
        ("ten boats left the port at dawn for good", "ten boats left the port by road and rail last year", "like"),
        ("ten boats left the port at dawn for good", "ten boats left the quay by road and rail last year", "apart"),
        ("now in may ten boats left the port at dawn", "ten boats left the port by road and rail last year",
         "like"),
        ("now in early may ten boats left the port at dawn", "ten boats left the port by road and rail last year",
         "apart"),
        ("boats left the port by", "boats left the port by", "same"),
        ("it is so that of the of", "it is so that of the of it", "apart"),
        ("there would be in it for me boats", "there would be in it for you ports", "apart"),
        ("boats would be in it for me", "boats would be in it by you", "apart"),
        ("boats would be in ports for me", "boats would be in ports by you", "like"),
        ("", "", "apart"),
    )

    def test_pairs(self) -> None:
        for first, second, expected in self.CASES:
            with self.subTest(first=first, second=second):
                self.assertEqual(told(first, second), expected)
                self.assertEqual(told(second, first), expected)

    def test_kind_and_stance_must_agree(self) -> None:
        text = "the harbour will close in the spring"
        for other in (claim(2, text, kind="denial"), claim(2, text, polarity="negative")):
            self.assertEqual(len(folded([claim(1, text), other])), 2)

    def test_a_few_words_are_the_same_claim_by_the_same_verb_alone(self) -> None:
        self.assertEqual(len(folded([claim(1, "the pact", "praise"), claim(2, "the pact", "criticise")])), 2)
        self.assertEqual(len(folded([claim(1, "the pact", "praise"), claim(2, "the pact", "praise")])), 1)

    def test_the_fullest_is_told_and_none_is_lost(self) -> None:
        claims = [claim(1, "the harbour will close in spring"),
                  claim(2, "the harbour will close in the spring of 2030"),
                  claim(3, "ships are late")]
        first, second = folded(claims)
        self.assertEqual((first.claim.id, [one.id for one in first.same]), ("c2", ["c1"]))
        self.assertEqual(second.claim.id, "c3")

    def test_the_fullest_stands_for_those_before_it(self) -> None:
        first, = folded([claim(1, "the harbour will close in spring"),
                         claim(2, "the harbour will close in spring after the storm broke its wall"),
                         claim(3, "the storm broke its wall")])
        self.assertEqual((first.claim.id, [one.id for one in first.same]), ("c2", ["c1", "c3"]))

    def test_time_is_linear(self) -> None:
        claims = [claim(number, f"the harbour will close on day {number}") for number in range(1, 3000)]
        self.assertEqual(sum(1 + len(entry.same) + len(entry.like) for entry in folded(claims)), 2999)


if __name__ == "__main__":
    unittest.main()
