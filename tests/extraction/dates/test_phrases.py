"""What counts, units and years of two digits stand for."""
import unittest

from briefx.extraction.dates.phrases import counted, duration, expanded_year
from briefx.extraction.dates.values import Day


class DurationTest(unittest.TestCase):
    """(count, unit, value)"""

    CASES = (
        ("45", "D", "P45D"), ("90", "MIN", "PT90M"), ("3", "H", "PT3H"), ("9", "S", "PT9S"), ("", "Y", "P1Y"),
        ("2", "Q", "P2Q"), ("2", "WE", "P2WE"), ("2", "DE", "P20Y"), ("3", "CE", "P300Y"), ("2", "ML", "P2000Y"),
        # Fortnights, half-years, five years, quarters and halves of a century, half-hours.
        ("1", "2W", "P2W"), ("3", "6M", "P18M"), ("3", "5Y", "P15Y"), ("2", "25Y", "P50Y"), ("1", "50Y", "P50Y"),
        ("1", "30MIN", "PT30M"),
        ("X", "D", "PXD"), ("X", "DE", "PXDE"), ("X", "WE", "PXW"), ("X", "ML", "PXL"), ("X", "2W", "PXW"),
        ("X", "6M", "PXM"), ("X", "5Y", "PXY"), ("X", "25Y", "PXY"), ("X", "50Y", "PXY"), ("X", "H", "PTXH"),
        # Fractions are told in the next smaller unit where that is a whole number.
        ("1.5", "Y", "P1Y6M"), ("0.5", "Y", "P6M"), ("2.5", "H", "PT2H30M"), ("0.5", "H", "PT30M"),
        ("2.5", "MIN", "PT2M30S"), ("0.5", "MIN", "PT30S"), ("1.5", "D", "PT36H"), ("0.5", "D", "PT12H"),
        ("0.5", "M", "P15D"), ("1.5", "M", "P1M15D"), ("1.5", "W", "P1.5W"), ("2.5", "S", "PT2.5S"),
        ("0.5", "DE", "P5Y"), ("2.5", "CE", "P250Y"), ("1.7", "Y", "P1.7Y"),
    )

    def test_lengths(self) -> None:
        for count, unit, value in self.CASES:
            with self.subTest(count=count, unit=unit):
                self.assertEqual(duration(count, unit), value)

    def test_decades_of_histories_are_units_of_their_own(self) -> None:
        for count, unit, value in (("2", "DE", "P2DE"), ("3", "CE", "P3CE"), ("X", "DE", "PXDE"),
                                   ("2", "ML", "P2000Y")):
            with self.subTest(count=count, unit=unit):
                self.assertEqual(duration(count, unit, told=True), value)


class CountedTest(unittest.TestCase):
    """(unit, what it is when nothing is known, the second next one after Sunday 31 May 2026)"""

    CASES = (
        ("D", "XXXX-XX-XX", "2026-06-02"), ("W", "XXXX-WXX", "2026-W24"), ("M", "XXXX-XX", "2026-07"),
        ("Q", "XXXX-QX", "2026-Q4"), ("Y", "XXXX", "2028"), ("DE", "XXX", "204"), ("CE", "XX", "22"),
        ("WE", "XXXX-WXX-WE", "2026-W24-WE"), ("H", "XXXX-XX-XX", None), ("MIN", "XXXX-XX-XX", None),
        ("S", "XXXX-XX-XX", None), ("2W", "XXXX-WXX", "2026-W26"), ("6M", "XXXX-XX", "2027-05"),
        ("5Y", "XXXX", "2036"), ("25Y", "XXXX", "2076"), ("50Y", "XXXX", "2126"),
    )

    def test_periods(self) -> None:
        for unit, unknown, known in self.CASES:
            with self.subTest(unit=unit):
                self.assertEqual(counted(None, 2, unit), unknown)
                if known is not None:
                    self.assertEqual(counted(Day(2026, 5, 31), 2, unit), known)


class YearTest(unittest.TestCase):
    def test_two_digits_are_the_last_year_not_more_than_ten_ahead(self) -> None:
        for short, reference, year in (("36", 2026, 2036), ("37", 2026, 1937), ("98", 2026, 1998), ("05", 1999, 2005),
                                       ("36", None, 2036), ("37", None, 1937), ("14", 1915, 1914), ("26", 1915, 1826)):
            with self.subTest(short=short, reference=reference):
                self.assertEqual(expanded_year(short, reference), year)


if __name__ == "__main__":
    unittest.main()
