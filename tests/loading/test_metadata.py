"""Dates of publication and languages in normal form."""
import unittest

from briefx.loading.metadata import FIELDS, iso_date, language_tag

DATES = {
    "2026-06-01": "2026-06-01",
    " 2026-06-01\t": "2026-06-01",
    "2026-06-01T10:00:00Z": "2026-06-01",
    "2026-06-01t10": "2026-06-01",
    "2026-06-01T1000": "2026-06-01",
    "2026-06-01T10:00:00.000+02:00": "2026-06-01",
    "2026-06-01T23:30:00-05:00": "2026-06-01",
    "2026-06-01 10:00": "2026-06-01",
    "2026-06-01, 10:00": "2026-06-01",
    "20260601": "2026-06-01",
    "20260601T101112Z": "2026-06-01",
    "2026/06/01": "2026-06-01",
    "2026/6/1": "2026-06-01",
    "2026.06.01": "2026-06-01",
    "June 1, 2026": "2026-06-01",
    "June 1 2026": "2026-06-01",
    "JUNE 1ST, 2026": "2026-06-01",
    "Jun. 1, 2026": "2026-06-01",
    "Monday, June 1, 2026": "2026-06-01",
    "June 1, 2026 at 10:30 a.m. ET": "2026-06-01",
    "June 1, 2026 10 am": "2026-06-01",
    "June 1, 2026 – 10:30": "2026-06-01",
    "1 June 2026": "2026-06-01",
    "the 1st of June, 2026": "2026-06-01",
    "01-Jun-2026": "2026-06-01",
    "Mon, 01 Jun 2026 10:00:00 GMT": "2026-06-01",
    "Tues. 2 June 2026": "2026-06-02",
    "Wednesday 3 June 2026": "2026-06-03",
    "Thurs, 4 June 2026": "2026-06-04",
    "Saturday, 6 June 2026": "2026-06-06",
    "Sept. 30, 2026": "2026-09-30",
    "2 Jan 2026": "2026-01-02", "2 February 2026": "2026-02-02", "2 Mar 2026": "2026-03-02",
    "2 April 2026": "2026-04-02", "2 May 2026": "2026-05-02", "2 July 2026": "2026-07-02",
    "2 Aug 2026": "2026-08-02", "2 September 2026": "2026-09-02", "2 Oct. 2026": "2026-10-02",
    "2 November 2026": "2026-11-02", "2 Dec 2026": "2026-12-02",
    "2024-02-29": "2024-02-29",
    "2000-02-29": "2000-02-29",
    "2026-01-31": "2026-01-31",
    "2026-12-31": "2026-12-31",
    "0001-01-01": "0001-01-01",
    "9999-12-31": "9999-12-31",
}

NO_DATES = (
    "", " ", "soon", "2026", "June 2026", "2026-06", "06/01/2026", "1.6.2026", "01-06-2026", "13/06/2026",
    "2026-02-29", "1900-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10", "2026-06-00",
    "2026-06-32", "0000-01-01", "2026-6-1x", "2026/06-01", "2026-06-01/2026-06-05", "2026-06-01 - 2026-06-05",
    "2026-06-01 3 things", "2026-06-01 10", "Juneteenth 1, 2026", "June 31, 2026", "June 1, 26",
    "x2026-06-01",
    "２０２６-06-01", "2026-06-01T10:00:00" + " " * 90 + "x", "\u202e2026-06-01", "None",
)

LANGUAGES = {
    "en": "en", " EN ": "en", "en-us": "en-US", "en_US": "en-US", "zh-hant-tw": "zh-Hant-TW",
    "sr-LATN": "sr-Latn", "es-419": "es-419", "de-1996": "de-1996", "ca-VALENCIA": "ca-valencia",
    "en-u-ca-x": "en-u-ca-x", "en-x-US": "en-x-us", "fil": "fil",
    "English": "en", "german": "de", "Deutsch": "de", "Bahasa Indonesia": "id", "中文": "zh", "Dari": "prs",
}

NO_LANGUAGES = ("", "e", "Klingon", "english (us)", "en-", "en--us", "en-verylongsubtag", "en us", "1n", "é",
                "en" + "-ab" * 9)


class DateTest(unittest.TestCase):
    def test_dates(self) -> None:
        for value, date in DATES.items():
            with self.subTest(value=value):
                self.assertEqual(iso_date(value), date)

    def test_what_is_no_date_or_could_be_two(self) -> None:
        for value in NO_DATES:
            with self.subTest(value=value):
                self.assertIsNone(iso_date(value))

    def test_days_of_the_months(self) -> None:
        for month, days in enumerate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1):
            with self.subTest(month=month):
                last = f"2026-{month:02}-{days:02}"
                self.assertEqual(iso_date(last), last)
                self.assertIsNone(iso_date(f"2026-{month:02}-{days + 1:02}"))


class LanguageTest(unittest.TestCase):
    def test_tags_and_names(self) -> None:
        for value, tag in LANGUAGES.items():
            with self.subTest(value=value):
                self.assertEqual(language_tag(value), tag)

    def test_what_is_no_language(self) -> None:
        for value in NO_LANGUAGES:
            with self.subTest(value=value):
                self.assertIsNone(language_tag(value))


class FieldsTest(unittest.TestCase):
    def test_keys_of_headers_and_indexes(self) -> None:
        self.assertEqual(FIELDS, {
            "title": "title", "byline": "byline", "author": "byline", "published": "published",
            "date": "published", "publisher": "publisher", "source": "publisher", "url": "url",
            "language": "language", "id": "id"})
