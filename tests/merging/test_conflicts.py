"""Which dated sentences of two documents tell of one event on different days."""
import unittest

from briefx.merging.conflicts import RARE, RARE_SHARE, Conflicts
from briefx.merging.merged import At, SeenEvent


def event(first: str | None, near: str, last: str | None = None) -> SeenEvent:
    """A dated sentence with the words beside its date."""
    return SeenEvent(At(0, "d1", 1, 0, 9), first or "XXXX", None, first, last or first, "the day", "It was so.",
                     frozenset(near.split()), ())


def found(*events: SeenEvent) -> list[tuple[tuple[str, ...], list[int]]]:
    """The words that the sides of each conflict share and their documents, where each event is one of its own."""
    conflicts = Conflicts()
    for number, one in enumerate(events, 1):
        conflicts.add(one, At(number, "d1", 1, 0, 9))
    return [(one.shared, [side.at.document for side in one.dates]) for one in conflicts.found()]


class PairsTest(unittest.TestCase):
    """(first day and words of one, those of the other, do they conflict?)"""

    FERRY = "ferry sank harbour velden"
    CASES = (
        (event("2026-05-03", FERRY), event("2026-05-04", FERRY), True),
        (event("2026-05-04", FERRY), event("2026-05-03", FERRY), True),
        (event("2026-05-03", FERRY), event("2026-05-03", FERRY), False),
        # A week apart is one event, more is two.
        (event("2026-05-03", FERRY), event("2026-05-10", FERRY), True),
        (event("2026-05-03", FERRY), event("2026-05-11", FERRY), False),
        # Four words have to agree, and two fifths of the fewer.
        (event("2026-05-03", FERRY), event("2026-05-04", "ferry sank harbour oslo"), False),
        (event("2026-05-03", FERRY + " a b c d e f"), event("2026-05-04", FERRY + " g h i j k l"), True),
        (event("2026-05-03", FERRY + " a b c d e f m"), event("2026-05-04", FERRY + " g h i j k l n"), False),
        # Spans of days conflict where they have no day in common; a long one is no day.
        (event("2026-05-01", FERRY, "2026-05-07"), event("2026-05-08", FERRY), True),
        (event("2026-05-01", FERRY, "2026-05-07"), event("2026-05-07", FERRY), False),
        (event("2026-05-01", FERRY, "2026-06-01"), event("2026-06-02", FERRY), True),
        (event("2026-05-01", FERRY, "2026-06-02"), event("2026-06-03", FERRY), False),
        (event(None, FERRY), event("2026-05-04", FERRY), False),
        (event("2026-05-03", ""), event("2026-05-04", ""), False),
    )

    def test_pairs(self) -> None:
        for one, other, expected in self.CASES:
            with self.subTest(one=one, other=other):
                self.assertEqual(bool(found(one, other)), expected)

    def test_both_ends_of_a_span_must_be_known(self) -> None:
        open_end = event("2026-05-03", self.FERRY)._replace(last_day=None)
        self.assertEqual(found(open_end, event("2026-05-04", self.FERRY)), [])
        self.assertEqual(found(open_end._replace(first_day=None, last_day="2026-05-03"),
                               event("2026-05-04", self.FERRY)), [])

    def test_the_likest_is_the_other_side_the_first_of_equals(self) -> None:
        near = event("2026-05-03", self.FERRY + " sheep")
        far = event("2026-05-02", self.FERRY + " mayor council vote")
        last = event("2026-05-04", self.FERRY + " sheep aboard")
        shared = ("ferry", "harbour", "sank", "sheep", "velden")
        self.assertIn((shared, [2, 3]), found(far, near, last))
        self.assertIn((shared, [1, 3]), found(near, far, last))
        self.assertEqual([sides for _, sides in found(near, near, last)], [[1, 3]])

    def test_two_sentences_of_one_document_do_not_conflict(self) -> None:
        conflicts = Conflicts()
        for day in ("2026-05-03", "2026-05-04"):
            conflicts.add(event(day, self.FERRY), At(1, "d1", 1, 0, 9))
        self.assertEqual(conflicts.found(), [])

    def test_names_alone_tell_of_no_event(self) -> None:
        for text, expected in (("A ferry sank in the Harbour of Velden.", True),
                               ("The Ferry sank in the Harbour of Velden.", False)):
            with self.subTest(text):
                one, other = (event(day, self.FERRY)._replace(text=text) for day in ("2026-05-03", "2026-05-04"))
                self.assertEqual(bool(found(one, other)), expected)

    def test_words_that_many_sentences_hold_tell_nothing(self) -> None:
        def after(count: int, fillers: int = 0) -> bool:
            others = [event("2026-05-03", f"{self.FERRY} {number}") for number in range(count)]
            fill = [event("2026-05-03", f"filler{number}") for number in range(fillers)]
            last = event("2026-05-03", self.FERRY + " sheep wool lamb")
            return ("ferry", "harbour", "sank", "sheep", "velden") in [
                shared for shared, _ in found(*others, *fill, last, event("2026-05-04", self.FERRY + " sheep"))]

        self.assertTrue(after(RARE - 2))
        self.assertFalse(after(RARE - 1))
        # Of many sentences a share may hold a word that is rare.
        self.assertTrue(after(RARE - 1, round((RARE + 1) / RARE_SHARE) - RARE - 1))
        self.assertFalse(after(RARE - 1, round((RARE + 1) / RARE_SHARE) - RARE - 2))


if __name__ == "__main__":
    unittest.main()
