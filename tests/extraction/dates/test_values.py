"""Calendar arithmetic against datetime, and the days that values cover."""
import datetime
import random
import unittest

from briefx.extraction.dates import values
from briefx.extraction.dates.values import Day


def day(iso: str) -> Day:
    found = values.parse_day(iso)
    assert found is not None, iso
    return found


class CalendarTest(unittest.TestCase):
    def test_against_datetime(self) -> None:
        chance = random.Random(7)
        for _ in range(2000):
            number = chance.randint(1, 1_000_000)
            date = datetime.date.fromordinal(number)
            ours = values.from_ordinal(number)
            with self.subTest(date=date.isoformat()):
                self.assertEqual((date.year, date.month, date.day), ours)
                self.assertEqual(number, values.ordinal(ours))
                self.assertEqual(date.isoweekday(), values.weekday(ours))
                self.assertEqual(date.isocalendar()[:2], values.iso_week(ours))

    def test_before_christ_goes_on_without_a_gap(self) -> None:
        self.assertEqual(Day(0, 12, 31), values.add_days(Day(1, 1, 1), -1))
        self.assertEqual(Day(-489, 9, 12), values.from_ordinal(values.ordinal(Day(-489, 9, 12))))
        self.assertEqual("BC0490", values.year_value(-489))

    def test_days_that_do_not_exist(self) -> None:
        for text in ("2026-02-29", "2026-04-31", "1900-02-29", "2026-13-01", "2026-00-10", "0000-01-01", "26-1-1", "x"):
            with self.subTest(text=text):
                self.assertIsNone(values.parse_day(text))
        self.assertEqual(Day(2000, 2, 29), values.parse_day("2000-02-29"))

    def test_adding_months_to_the_31st(self) -> None:
        for start, count, end in (
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
            ("2026-05-31", 1, "2026-06-30"), ("2026-12-31", 2, "2027-02-28"), ("2026-01-31", -2, "2025-11-30"),
            ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
        ):
            with self.subTest(start=start, count=count):
                self.assertEqual(end, values.day_value(values.add_months(day(start), count)))

    def test_week_53_and_year_ends(self) -> None:
        for iso, week in (("2020-12-31", "2020-W53"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"),
                          ("2024-12-30", "2025-W01"), ("2026-12-31", "2026-W53"), ("2027-01-01", "2026-W53"),
                          ("2016-01-01", "2015-W53"), ("2018-12-31", "2019-W01")):
            with self.subTest(day=iso):
                self.assertEqual(week, values.week_value(day(iso)))

    def test_shifted(self) -> None:
        for start, count, unit, value in (
            ("2026-01-01", -1, "D", "2025-12-31"), ("2024-02-28", 1, "D", "2024-02-29"),
            ("2026-01-01", -1, "W", "2025-W52"), ("2027-01-02", 0, "W", "2026-W53"),
            ("2026-03-31", -1, "M", "2026-02"), ("2026-01-15", -1, "M", "2025-12"), ("2026-12-31", 1, "M", "2027-01"),
            ("2026-03-31", 1, "Q", "2026-Q2"), ("2026-01-01", -1, "Q", "2025-Q4"), ("2026-12-31", 1, "Q", "2027-Q1"),
            ("2026-06-01", -1, "Y", "2025"), ("2026-06-01", -1, "DE", "201"), ("2026-06-01", -1, "CE", "19"),
            ("2026-06-06", -1, "WE", "2026-W22-WE"),
        ):
            with self.subTest(start=start, count=count, unit=unit):
                self.assertEqual(value, values.shifted(day(start), count, unit))

    def test_shifting_what_is_known_in_part(self) -> None:
        self.assertEqual("1917-XX-XX", values.shifted(Day(1917), 1, "D"))
        self.assertEqual("1917-05", values.shifted(Day(1917, 4), 1, "M"))
        self.assertEqual("1917-04-WXX", values.shifted(Day(1917, 4), 1, "W"))
        self.assertEqual("1919", values.shifted(Day(1917, 4), 2, "Y"))

    def test_intervals(self) -> None:
        for value, first, last in (
            ("2026", "2026-01-01", "2026-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
            ("2026-W23", "2026-06-01", "2026-06-07"), ("2026-W53", "2026-12-28", "2027-01-03"),
            ("2026-W23-WE", "2026-06-06", "2026-06-07"), ("2026-Q1", "2026-01-01", "2026-03-31"),
            ("2026-Q4", "2026-10-01", "2026-12-31"), ("2026-H1", "2026-01-01", "2026-06-30"),
            ("2026-H2", "2026-07-01", "2026-12-31"), ("2026-SU", "2026-06-01", "2026-08-31"),
            ("2024-WI", "2023-12-01", "2024-02-29"), ("198", "1980-01-01", "1989-12-31"),
            ("19", "1900-01-01", "1999-12-31"), ("2026-06-01T14:30", "2026-06-01", "2026-06-01"),
            ("2026-06-01TNI", "2026-06-01", "2026-06-01"), ("BC0490", "BC0490-01-01", "BC0490-12-31"),
        ):
            with self.subTest(value=value):
                covered = values.interval(value)
                assert covered is not None
                self.assertEqual((first, last), tuple(map(values.day_value, covered)))

    def test_what_covers_no_known_days(self) -> None:
        for value in ("P3M", "PRESENT_REF", "XXXX-06-01", "XXXX-WXX-1", "2026-XX", "2026-WXX", "2026-02-30", "PT2H"):
            with self.subTest(value=value):
                self.assertIsNone(values.interval(value))

    def test_easter(self) -> None:
        for iso in ("1998-04-12", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"):
            with self.subTest(day=iso):
                self.assertEqual(day(iso), values.easter(int(iso[:4])))

    def test_nth_weekday(self) -> None:
        self.assertEqual(day("2026-11-26"), values.nth_weekday(2026, 11, 4, 4))
        self.assertEqual(day("2026-05-25"), values.nth_weekday(2026, 5, 1, -1))
        self.assertEqual(day("2026-06-01"), values.nth_weekday(2026, 6, 1, 1))
