"""The timeline: days in order, each with the sentence that names it."""
import unittest

from briefx.extraction.timeline import timeline
from briefx.model import Date, Event, Span
from briefx.text.analysis import Analysis
from tests.extraction.attributed import Cast

TEXT = """The year of the flood

On 3 May the wall broke. Ann Lee had warned of it on 1 May and again on 1 May.

Aftermath of 4 May

It rained for two days before June. Nobody came on 3 May. Every Monday is dull, and some day is not."""


def date(number: int, words: str, after: int = 0, first: str | None = None, last: str | None = None,
         type: str = "DATE") -> Date:
    start = TEXT.index(words, after)
    end = start + len(words)
    value = first or last or "XXXX"
    return Date(f"d{number}", words, start, end, type, value, None, None, None, first, last, None, 1,
                Span(words, start, end), "date.test")


class TimelineTest(unittest.TestCase):
    def events(self, *dates: Date) -> tuple[Event, ...]:
        analysis = Analysis(TEXT)
        return timeline(analysis, dates, Cast(analysis))

    def test_by_day_and_then_by_place(self) -> None:
        events = self.events(
            date(1, "3 May", 0, "2026-05-03", "2026-05-03"), date(2, "1 May", 0, "2026-05-01", "2026-05-01"),
            date(3, "June", 0, None, "2026-05-31"), date(4, "3 May", 90, "2026-05-03", "2026-05-03"))
        self.assertEqual([event.date for event in events], ["d2", "d1", "d4", "d3"])
        self.assertEqual([event.paragraph for event in events], [1, 1, 2, 2])
        self.assertEqual(events[0].text, "Ann Lee had warned of it on 1 May and again on 1 May.")
        for event in events:
            self.assertEqual(TEXT[event.start:event.end], event.text)
        self.assertEqual(events[0].actors, ("Ann", "Lee", "May"))

    def test_a_longer_interval_comes_after_a_shorter_one_that_begins_with_it(self) -> None:
        events = self.events(date(1, "3 May", 0, "2026-05-01", "2026-05-31"),
                             date(2, "1 May", 0, "2026-05-01", "2026-05-01"))
        self.assertEqual([event.date for event in events], ["d2", "d1"])

    def test_events_of_one_day_are_in_the_order_of_their_dates(self) -> None:
        again = TEXT.index("again on 1 May")
        events = self.events(date(1, "1 May", again, "2026-05-01", "2026-05-01")._replace(value="2026-05-01TMO"),
                             date(2, "1 May", 0, "2026-05-01", "2026-05-01"))
        self.assertEqual([event.date for event in events], ["d2", "d1"])
        events = self.events(date(1, "1 May", 0, "2026-05-01", "2026-05-01")._replace(value="B"),
                             date(2, "1 May", 0, "2026-05-01", "2026-05-01")._replace(value="A"))
        self.assertEqual([event.date for event in events], ["d1", "d2"])

    def test_an_open_side(self) -> None:
        """What has one day alone is put by it."""
        events = self.events(date(1, "1 May", 0, None, "2026-05-01"), date(2, "3 May", 0, "2026-04-30", None))
        self.assertEqual([event.date for event in events], ["d2", "d1"])

    def test_bylines_and_datelines_are_left_out(self) -> None:
        for opening in ("By Ann Lee, 3 May 2026\n\n", "ALDERMOUTH, 3 May (Agency) — "):
            text = f"Flood in the old town\n\n{opening}The wall of the old harbour broke in the night and flooded it."
            start = text.index("3 May")
            day = Date("d1", "3 May", start, start + 5, "DATE", "2026-05-03", None, None, None, "2026-05-03",
                       "2026-05-03", None, 1, Span("3 May", start, start + 5), "date.test")
            with self.subTest(opening):
                analysis = Analysis(text)
                self.assertEqual(timeline(analysis, [day], Cast(analysis)), ())
                moved = day._replace(start=text.index("night"))
                self.assertEqual(len(timeline(analysis, [moved], Cast(analysis))), 1)

    def test_the_same_value_in_one_sentence_once(self) -> None:
        second = TEXT.index("again on 1 May")
        events = self.events(date(1, "1 May", 0, "2026-05-01", "2026-05-01"),
                             date(2, "1 May", second, "2026-05-01", "2026-05-01"))
        self.assertEqual([event.date for event in events], ["d1"])

    def test_what_is_no_day_is_left_out(self) -> None:
        self.assertEqual(self.events(date(1, "two days", 0, type="DURATION"), date(2, "some day"),
                                     date(3, "Every Monday", 0, "2026-05-04", "2026-05-04", type="SET")), ())

    def test_the_date_of_a_heading_is_left_out(self) -> None:
        self.assertEqual(self.events(date(1, "4 May", 0, "2026-05-04", "2026-05-04")), ())
