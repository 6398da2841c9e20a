"""What is known of a document beside its text: the keys, and their values in normal form."""
from __future__ import annotations

import re
from functools import cache

from briefx.lexicon import data_text

# Key in lower case -> field of the document. These are the keys of headers and of indexes.
FIELDS = {
    "id": "id", "title": "title", "byline": "byline", "author": "byline",
    "published": "published", "date": "published", "publisher": "publisher", "source": "publisher",
    "url": "url", "language": "language",
}

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
# A time of day and a zone may follow, and tell nothing about the day.
_TIME = (r"(?:(?:t|\s*[,–—-]?\s*(?:at\s+)?)\d{1,2}"
         r"(?::\d\d(?:[:.]\d+){0,2}|(?:[.:]\d\d)?\s*[ap]\.?m\b)[^/]{0,40}"
         r"|t\d{2,6}[^/]{0,20})?")
_YEAR_FIRST = (
    rf"(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d){_TIME}",
    rf"(?P<y>\d{{4}})(?P<m>\d\d)(?P<d>\d\d){_TIME}",
    rf"(?P<y>\d{{4}})([/.])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}}){_TIME}",
)
_YEAR_LAST = (
    rf"{_WEEKDAY}(?P<name>{_MONTH_NAMES})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}}){_TIME}",
    rf"{_WEEKDAY}(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<name>{_MONTH_NAMES}),?[\s-]+"
    rf"(?P<y>\d{{4}}){_TIME}",
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST_DATE = 80


@cache
def _date_patterns(year_first: bool) -> tuple[re.Pattern[str], ...]:
    return tuple([re.compile(form, re.IGNORECASE | re.ASCII) for form in (_YEAR_FIRST if year_first else _YEAR_LAST)])


def iso_date(value: str) -> str | None:
    """Returns a date of publication as YYYY-MM-DD, or null where it is no date or could be one of two.

    Read are ISO 8601 with or without a time, dates that spell the month ("June 1, 2026", "1st of June 2026",
    "Mon, 01 Jun 2026 10:00:00 GMT") and year first with / or . ("2026/6/1"). A date in numbers that does not
    begin with the year is read differently in London and New York, so it is not read. The day is the one that
    stands there: no time zone is reckoned with.
    """
    value = value.strip()
    if len(value) > _LONGEST_DATE:
        return None
    digits = value.replace("-", "")
    if len(digits) == 8 and value[4:8:3] == "--" and len(value) == 10 and digits.isascii() and digits.isdecimal():
        return _calendar_day(int(value[:4]), int(value[5:7]), int(value[8:]))  # most dates: no pattern to compile
    for pattern in _date_patterns(value[:4].isdecimal()):
        match = pattern.fullmatch(value)
        if match:
            parts = match.groupdict()
            named = parts.get("name")
            month = _MONTHS.index(named[:3].lower()) + 1 if named else int(parts["m"])
            return _calendar_day(int(parts["y"]), month, int(parts["d"]))
    return None


def _calendar_day(year: int, month: int, day: int) -> str | None:
    if not (year >= 1 and 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]):
        return None
    if month == 2 and day == 29 and (year % 4 or (year % 100 == 0 and year % 400)):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def language_tag(value: str) -> str | None:
    """Returns a BCP 47 tag in its usual case ("en", "pt-BR", "zh-Hant"), or null.

    Read are tags (also with an underscore, "en_US") and the English names of languages ("German").
    """
    tag = value.strip().replace("_", "-")
    if 2 <= len(tag) <= 3 and tag.isascii() and tag.isalpha():
        return tag.lower()
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,8}", tag):
        return _language_names().get(tag.lower())
    first, *rest = tag.split("-")
    subtags = [first.lower()]
    for subtag in rest:
        if len(subtags[-1]) == 1 or not subtag.isalpha():
            subtags.append(subtag.lower())
        elif len(subtag) == 2:
            subtags.append(subtag.upper())
        elif len(subtag) == 4:
            subtags.append(subtag.capitalize())
        else:
            subtags.append(subtag.lower())
    return "-".join(subtags)


@cache
def _language_names() -> dict[str, str]:
    """Returns {name of a language in lower case: its tag}."""
    entries = (line.rpartition(" ") for line in data_text("languages.txt").splitlines())
    return {name: tag for name, _, tag in entries}
