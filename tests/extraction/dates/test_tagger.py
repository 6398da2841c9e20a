"""What find_dates gives for whole texts: spans, order, intervals, anchors, symbolic values, near misses."""
import random
import re
import time
import unittest

from briefx.extraction.dates.tagger import find_dates
from briefx.model import Date
from briefx.text.analysis import Analysis

MONDAY = "2026-06-01"


def dates(text: str, reference: str | None = MONDAY) -> list[Date]:
    return find_dates(Analysis(text), reference)


def pairs(text: str, reference: str | None = MONDAY) -> list[tuple[str, str]]:
    return [(date.text, date.value) for date in dates(text, reference)]


class FindDatesTest(unittest.TestCase):
    def test_tables(self) -> None:
        cases = {
            # each end of a range or list is its own, and what they share is carried over
            "Talks run from 3 to 5 June 2027.": [("3", "2027-06-03"), ("5 June 2027", "2027-06-05")],
            "It met on June 3 and 4, 2027.": [("June 3", "2027-06-03"), ("4, 2027", "2027-06-04")],
            "It rained in March and April 1918.": [("March", "1918-03"), ("April 1918", "1918-04")],
            "The war of 1914-1918 and that of 1939-45.": [
                ("1914", "1914"), ("1918", "1918"), ("1939", "1939"), ("45", "1945")],
            "The Persian wars (499-449 BC) were long.": [("499", "BC0499"), ("449 BC", "BC0449")],
            # weekdays by the wording of plans
            "He resigned on Friday.": [("Friday", "2026-05-29")],
            "He will resign on Friday.": [("Friday", "2026-06-05")],
            "The bill, due on Friday, was late.": [("Friday", "2026-06-05")],
            "He was forced to resign Friday.": [("Friday", "2026-05-29")],
            "He had been due to resign Friday.": [("Friday", "2026-05-29")],
            "The sale ended as planned Friday.": [("Friday", "2026-05-29")],
            "He could not be reached Friday.": [("Friday", "2026-05-29")],
            "Until Friday, they had said nothing.": [("Friday", "2026-05-29")],
            "Until Friday, the shop is shut.": [("Friday", "2026-06-05")],
            "Rain would stop, Lee predicted Friday.": [("Friday", "2026-05-29")],
            "They were planning to march around the old airport on Friday.": [("Friday", "2026-06-05")],
            "A deal could come as early as Friday.": [("Friday", "2026-06-05")],
            "On Friday, when she set aside her plans, it rained.": [("Friday", "2026-05-29")],
            "The mayor got around Friday's ruling.": [("Friday", "2026-05-29")],
            "The court set Friday as the last day.": [("Friday", "2026-05-29")],
            "The trial is set for Friday.": [("Friday", "2026-06-05")],
            "She spoke on Monday.": [("Monday", "2026-06-01")],
            "They meet again next Tuesday and this coming Sunday.": [
                ("next Tuesday", "2026-06-09"), ("this coming Sunday", "2026-06-07")],
            # months by tense and nearness
            "Sales fell in December.": [("December", "2025-12")],
            "Sales will fall in December.": [("December", "2026-12")],
            "The lease begins in January.": [("January", "2027-01")],
            "The sum will be paid on a still undisclosed date in January.": [("January", "2027-01")],
            "She named a new board, effective Feb. 1.": [("Feb. 1", "2027-02-01")],
            # what qualifies, or stands for itself
            "They missed the mid-May limit.": [("mid-May", "2026-05")],
            "Right now it rains.": [("now", "PRESENT_REF")],
            "The fund has grown over the years.": [("the years", "PXY")],
            "In the years that followed it shrank.": [("years", "PXY")],
            "It is the third day of the strike.": [("the third day", "2026-06-01")],
            # times with zones and the day that they belong to
            "It opens at 9:30 a.m. on Friday.": [("9:30 a.m.", "2026-06-05T09:30"), ("Friday", "2026-06-05")],
            "The blast came at 0735 GMT on 7 August 2025.": [
                ("0735 GMT", "2025-08-07T07:35Z"), ("7 August 2025", "2025-08-07")],
            "The vote at noon Thursday was short.": [("noon Thursday", "2026-05-28T12:00")],
            "Polls closed at midnight.": [("midnight", "2026-06-01T24:00")],
            "It fell on Friday.\n\n9:20 p.m.\n\nIt rose.": [
                ("Friday", "2026-05-29"), ("9:20 p.m.", "2026-06-01T21:20")],
            # numbers in words
            "It took twenty-four hours and two and a half years.": [
                ("twenty-four hours", "PT24H"), ("two and a half years", "P2Y6M")],
            "It fell in nineteen ninety-six.": [("nineteen ninety-six", "1996")],
            "They waited 2 1/2 hours.": [("2 1/2 hours", "PT2H30M")],
            # the order of the figures by the text's other days
            "It began on 25/12/2025 and ended on 01/02/2026.": [
                ("25/12/2025", "2025-12-25"), ("01/02/2026", "2026-02-01")],
            "It began on 12/25/2025 and ended on 01/02/2026.": [
                ("12/25/2025", "2025-12-25"), ("01/02/2026", "2026-01-02")],
            # a month that was named tells no week, a day to come is none on which something was
            "In April sales rose; in the previous week they fell.": [
                ("April", "2026-04"), ("the previous week", "2026-W22")],
            "They will meet on June 9. Earlier in the day it rained.": [
                ("June 9", "2026-06-09"), ("Earlier in the day", "2026-06-01")],
            "They will meet on June 9. He had left in the morning.": [
                ("June 9", "2026-06-09"), ("the morning", "2026-06-01TMO")],
            "He left in 2019, but his debate four days earlier was good.": [
                ("2019", "2019"), ("four days earlier", "2026-05-28")],
            # results
            "Third-quarter net rose. A year ago the mayor left.": [
                ("Third-quarter", "2025-Q3"), ("A year ago", "2025")],
            "Third-quarter net was $2 million, from $1 million a year earlier.": [
                ("Third-quarter", "2025-Q3"), ("a year earlier", "2024-Q3")],
            "First-quarter net rose; the current quarter began well.": [
                ("First-quarter", "2026-Q1"), ("the current quarter", "2026-Q2")],
            "Sales fell in the third and the fourth quarters.": [
                ("the third", "2025-Q3"), ("the fourth quarters", "2025-Q4")],
            "Sales fell in the quarter ended April 30, after several quarters of growth.": [
                ("the quarter", "2026-Q1"), ("April 30", "2026-04-30"), ("several quarters", "PXQ")],
            "Sales rose in the latest fiscal year.": [("the latest fiscal year", "2025")],
            "In the nine months, net was $2 million, from $1 million a year ago.": [
                ("the nine months", "P9M"), ("a year ago", "2025")],
        }
        for text, wanted in cases.items():
            with self.subTest(text=text):
                self.assertEqual(wanted, pairs(text))

    def test_what_is_no_date(self) -> None:
        for text in (
            "They may march and fall second.", "Theresa May said so.", "April Jones said so.", "The score was 3-2.",
            "It sold 1500 copies for $2000.", "Version 3.11.7 of it.", "He is 35 years old.", "A 62-year-old man.",
            "Flight 1549 came down.", "Iraq imports three-quarters of its food.", "She is in her 40s.",
            "The Sunday Times and the Daily News.", "He told the Today show.", "Boeing 2707 was never built.",
            "The trains left minutes apart.", "It is a matter of days.", "A pre-dawn raid.",
            "It is the first day of the season.", "It was High Noon.",
            "The spring broke.", "Prices fall.", "Ten or so of them.", "It is one of two.", "",
        ):
            with self.subTest(text=text):
                self.assertEqual([], pairs(text))

    def test_without_a_reference_date(self) -> None:
        text = ("Yesterday, last week, last month, last year, this quarter, Monday, March, March 5, next summer, "
                "two days ago, the weekend, Christmas, tonight.")
        self.assertEqual(
            ["XXXX-XX-XX", "XXXX-WXX", "XXXX-XX", "XXXX", "XXXX-QX", "XXXX-WXX-1", "XXXX-03", "XXXX-03-05", "XXXX-SU",
             "XXXX-XX-XX", "XXXX-WXX-WE", "XXXX-12-25", "XXXX-XX-XXTNI"], [date.value for date in dates(text, None)])
        for date in dates(text, None):
            with self.subTest(text=date.text):
                self.assertIsNone(date.anchor)
                self.assertIsNone(date.first_day)

    def test_a_day_of_a_month_without_a_reference_date_stays_a_day(self) -> None:
        text = "It is the last Sunday in October or the first day of the month."
        self.assertEqual(["XXXX-10-XX", "XXXX-XX-XX"], [date.value for date in dates(text, None)])

    def test_calendar_ends(self) -> None:
        for reference, text, value in (
            ("2027-01-01", "It failed last week.", "2026-W52"), ("2027-01-04", "It failed last week.", "2026-W53"),
            ("2026-01-31", "It failed last month.", "2025-12"), ("2026-03-31", "It will fail next month.", "2026-04"),
            ("2026-03-31", "It fails next quarter.", "2026-Q2"), ("2026-01-01", "It failed last quarter.", "2025-Q4"),
            ("2024-03-01", "It failed yesterday.", "2024-02-29"), ("2026-03-01", "It failed yesterday.", "2026-02-28"),
            ("2026-12-31", "It opens tomorrow.", "2027-01-01"), ("2026-05-31", "It fell three months ago.", "2026-02"),
            ("2026-01-15", "It failed in the fourth quarter.", "2025-Q4"),
            ("2026-06-06", "It fails this weekend.", "2026-W23-WE"),
            ("2026-06-01", "It failed last winter.", "2026-WI"), ("2026-06-01", "It fails next winter.", "2027-WI"),
        ):
            with self.subTest(reference=reference, text=text):
                self.assertEqual([value], [date.value for date in dates(text, reference)])

    def test_fields(self) -> None:
        text = "# A title\n\nThe king fell on 3 May 1794. He died two days later.\n\nLast month the tomb was opened."
        first, second, third = dates(text)
        self.assertEqual(
            ("d1", "DATE", "1794-05-03", "1794-05-03", "1794-05-03", None, 1),
            (first.id, first.type, first.value, first.first_day, first.last_day, first.anchor, first.paragraph))
        self.assertEqual(("two days", "DURATION", "P2D", None, None), second[1:2] + second[4:6] + second[9:11])
        self.assertEqual(("2026-05", "2026-05-01", "2026-05-31", "reference_date", 2),
                         (third.value, third.first_day, third.last_day, third.anchor, third.paragraph))
        self.assertEqual("The king fell on 3 May 1794.", first.context.text)
        self.assertEqual("date.day_month_year", first.rule)

    def test_what_lies_before_or_after_a_date_is_open(self) -> None:
        for text, mod, first, last in (
            ("He left more than two years ago.", "BEFORE", None, "2024-12-31"),
            ("He left at least two years ago.", "ON_OR_BEFORE", None, "2024-12-31"),
            ("He left less than two years ago.", "AFTER", "2024-01-01", None),
            ("He left no more than two years ago.", "ON_OR_AFTER", "2024-01-01", None),
            ("He left nearly two years ago.", "APPROX", "2024-01-01", "2024-12-31"),
            ("He will leave more than two years from now.", "AFTER", "2028-01-01", None),
        ):
            with self.subTest(text=text):
                (date,) = dates(text)
                self.assertEqual((mod, first, last), (date.mod, date.first_day, date.last_day))

    def test_the_date_named_before(self) -> None:
        first, second = dates("He was born in 1931, and she died that year.")
        self.assertEqual(("1931", "1931", "d1"), (first.value, second.value, second.anchor))

    def test_mod_quant_freq(self) -> None:
        for text, wanted in (
            ("It took more than two hours.", ("PT2H", "MORE_THAN", None, None)),
            ("It took at least two hours.", ("PT2H", "EQUAL_OR_MORE", None, None)),
            ("It took nearly two hours.", ("PT2H", "LESS_THAN", None, None)),
            ("It fell in early May.", ("2026-05", "START", None, None)),
            ("It fell in mid-May.", ("2026-05", "MID", None, None)),
            ("It fell late last week.", ("2026-W22", "END", None, None)),
            ("It rains every Tuesday.", ("XXXX-WXX-2", None, "EVERY", None)),
            ("It rains twice a week.", ("P1W", None, None, "2X")),
        ):
            with self.subTest(text=text):
                (date,) = dates(text)
                self.assertEqual(wanted, (date.value, date.mod, date.quant, date.freq))

    def test_holidays(self) -> None:
        for text, value in (
            ("Shops will close on Thanksgiving 2027.", "2027-11-25"),
            ("It was bombed on Easter Sunday 2019.", "2019-04-21"),
            ("It fell on Good Friday 1998.", "1998-04-10"), ("He won on Election Day 2024.", "2024-11-05"),
            ("The parade was on Memorial Day 2025.", "2025-05-26"), ("He fasts from Ramadan 2026.", "2026-02-18"),
            ("It began on Yom Kippur 1993.", "1993-09-25"), ("Sales rose on Black Friday 2025.", "2025-11-28"),
            ("It snowed on New Year's Eve 2025.", "2025-12-31"),
        ):
            with self.subTest(text=text):
                self.assertEqual([value], [date.value for date in dates(text)])


class NarrativeTest(unittest.TestCase):
    TEXT = ("The siege of 1801 led to the wars of 1803, 1805 and 1806. In April 1807, the army crossed a river. "
            "On 14 May it took the town. The next day the king fled. In August a truce was signed. "
            "In January the war went on, unlike that of 1740. In March it was over. Two weeks later he came back.")

    def test_holidays_lie_where_they_are_nearest(self) -> None:
        for reference, text, value in (
            ("2026-01-08", "They met at Christmas.", "2025-12-25"),
            ("2026-01-08", "The Christmas truce holds.", "2025-12-25"),
            ("2025-12-18", "The law takes effect on New Year's Day.", "2026-01-01"),
            ("2025-12-18", "They met on Valentine's Day.", "2025-02-14"),
            ("2025-12-18", "They will meet on Thanksgiving.", "2026-11-26"),
        ):
            with self.subTest(reference=reference, text=text):
                self.assertEqual([value], [date.value for date in dates(text, reference)])

    def test_dates_are_counted_from_the_date_before(self) -> None:
        found = pairs(self.TEXT, "2020-02-02")
        self.assertEqual([
            ("April 1807", "1807-04"), ("14 May", "1807-05-14"), ("The next day", "1807-05-15"), ("August", "1807-08"),
            ("January", "1807-01"), ("1740", "1740"), ("March", "1807-03"),
            ("Two weeks later", "1807-03-WXX"),
        ], found[4:])

    def test_what_is_counted_from_an_event_in_a_narrative(self) -> None:
        years = "In 1801, 1802, 1803, 1804, 1805 and 1806 the king fled. "
        for text, wanted in (
            ("On 3 May 1807 he came back. Two days after the town fell he died.", ("Two days", "1807-05-05")),
            ("On 3 May 1807 he came back. A week before the siege he had died.", ("A week", "1807-W17")),
            ("On 3 May 1807, two days after the siege, he died.", ("two days", "1807-05-03")),
            ("On 3 May 1807 he came back. The day after the siege he died.", ("The day after", "1807-05-04")),
            ("On 3 May 1807, the day after the siege, he died.", ("the day after", "1807-05-03")),
            ("On 3 May 1807 he came back. He stayed for two days after the siege.", ("two days", "P2D")),
        ):
            with self.subTest(text=text):
                self.assertEqual(wanted, pairs(years + text)[-1])
        self.assertEqual([("Two days", "P2D")], pairs("Two days after the town fell he died."))

    def test_what_histories_name(self) -> None:
        years = "In 1801, 1802, 1803, 1804, 1805 and 1806 the king fled. On 3 May 1807 "
        for text, wanted in (
            ("he came back in Operation Dawn.", []), ("he came back, this time to Rome.", []),
            ("he came back, the first day of the siege.", [("the first day", "1807-05-03")]),
            ("he came back. The war had cost much when he died on 6 June 1808. In July it ended.", [
                ("6 June 1808", "1808-06-06"), ("July", "1808-07")]),
            ("he came back. The war had been lost by June 1808. In July it ended.", [
                ("June 1808", "1808-06"), ("July", "1807-07")]),
            ("he came back. On the 20th he died.", [("the 20th", "1807-05-20")]),
            ("he came back. He ruled for the next decade.", [("the next decade", "P10Y")]),
            ("the town was at peace. At this time he came back.", [("this time", "PRESENT_REF")]),
        ):
            with self.subTest(text=text):
                self.assertEqual(wanted, pairs(years + text)[7:])

    def test_news_that_looks_back_is_no_narrative(self) -> None:
        text = self.TEXT + " On Monday, a minister said on Tuesday that yesterday and today were no Sunday."
        self.assertIn(("14 May", "2026-05-14"), pairs(text))


class PropertiesTest(unittest.TestCase):
    WORDS = re.split(" ", "the a of in on to and or - , ( ) ' 's last next this past early late mid end beginning "
                     "Monday Friday May June 3 12 31 1998 2026 '98 1990s year years month week day days quarter two "
                     "third second half ago earlier later BC morning night noon p.m. 10:30 GMT every each daily now "
                     "today yesterday few several couple than more least summer Christmas Eve 10-12 1914-18 two-year "
                     "mid-1990s 01/02/26 2026-06-01 said will \n\n .")

    def test_spans_are_verbatim_in_order_and_apart(self) -> None:
        chance = random.Random(11)
        for _ in range(300):
            text = " ".join(chance.choices(self.WORDS, k=40))
            for reference in (MONDAY, None):
                end = 0
                for number, date in enumerate(dates(text, reference), start=1):
                    with self.subTest(text=text):
                        self.assertEqual(f"d{number}", date.id)
                        self.assertEqual(text[date.start:date.end], date.text)
                        self.assertGreaterEqual(date.start, end)
                        self.assertTrue(date.text.strip() == date.text != "")
                        if date.first_day and date.last_day:
                            self.assertLessEqual(date.first_day, date.last_day)
                        self.assertEqual(date.context.text, text[date.context.start:date.context.end])
                    end = date.end

    def test_same_text_same_dates(self) -> None:
        text = "It fell on Friday, rose in May and will fall in the third quarter of 2027, two years from now."
        self.assertEqual(dates(text), dates(text))

    def test_odd_numbers_and_characters(self) -> None:
        for text in ("5² years ago", "½ ½ year", "1²98 in May", "١٩٩٨ years", "9" * 5000 + " years ago",
                     "1" + "0" * 400 + " days", "hundred " * 300 + "years ago",
                     "\ud800 Monday \x00", "0/0 31/02/2026 2026-13-45 99:99 p.m.",
                     "the 0th of May and the 32nd of June"):
            for reference in (MONDAY, None, "0001-01-01", "9999-12-31", "2024-02-29"):
                with self.subTest(text=text[:30], reference=reference):
                    for date in dates(text, reference):
                        self.assertEqual(text[date.start:date.end], date.text)

    def test_linear_time(self) -> None:
        for unit in ("Monday ", "nineteen ninety ", "June 3 and ", "the end of the early ", "1998-", "2 1/2 "):
            with self.subTest(unit=unit):
                spent = []
                for size in (250, 2000):
                    analysis = Analysis(unit * size)
                    _ = analysis.tags, analysis.sentences
                    start = time.process_time()
                    find_dates(analysis, MONDAY)
                    spent.append(time.process_time() - start)
                self.assertLess(spent[1], max(0.1, 40 * spent[0]))
