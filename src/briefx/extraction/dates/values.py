"""Calendar arithmetic and TIMEX3 values: what a value is called, and which days it covers.

A day is a ``Day`` of numbers rather than a ``datetime.date``: years before Christ are needed, months and
days may be unknown, and importing ``datetime`` costs time at the start of every run. The calendar is the
proleptic Gregorian one; the year 1 BC is the year 0, as in ISO 8601, so that counting across it is plain.
"""
from __future__ import annotations

from functools import lru_cache

from briefx.records import NamedTuple

# The same days are meant again and again, in one text as in those of one week.
_MOST_REMEMBERED = 5_000

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Of a common year, by the number of the month.
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# A day without an ISO date.
# ISO dates are those of the years from 1 to this one.
_LAST_YEAR = 9999
_HALF_YEARS = {"H1": (1, 6), "H2": (7, 12)}


class Day(NamedTuple):
    """A calendar day; ``month`` and ``day`` are 0 where only a longer period is known."""

    year: int
    month: int = 0
    day: int = 0


def is_leap(year: int) -> bool:
    """Says whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Returns the number of days of a month (1 to 12)."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def is_day(year: int, month: int, day: int) -> bool:
    """Says whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


@lru_cache(_MOST_REMEMBERED)
def ordinal(day: Day) -> int:
    """Returns the number of a day, counted so that 1 January of the year 1 is 1 (a Monday)."""
    year, month, number = day
    return _new_year(year) + _DAYS_BEFORE[month] + (month > 2 and is_leap(year)) + number - 1


def _new_year(year: int) -> int:
    """The number of a year's first day."""
    past = year - 1
    return 365 * past + past // 4 - past // 100 + past // 400 + 1


@lru_cache(_MOST_REMEMBERED)
def from_ordinal(number: int) -> Day:
    """Returns the day with that number (see ``ordinal``)."""
    year = (number * 400) // 146097 + 1
    while _new_year(year) > number:
        year -= 1
    while _new_year(year + 1) <= number:
        year += 1
    rest = number - _new_year(year)
    month = 1
    while rest >= month_length(year, month):
        rest -= month_length(year, month)
        month += 1
    return Day(year, month, rest + 1)


def parse_day(iso: str) -> Day | None:
    """Returns the day that an ISO date ("2026-06-01", also with a time after it) names, or null."""
    parts = iso[:10].split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    year, month, day = map(int, parts)
    return Day(year, month, day) if len(parts[0]) == 4 and year and is_day(year, month, day) else None


def weekday(day: Day) -> int:
    """Returns 1 for Monday to 7 for Sunday."""
    return (ordinal(day) - 1) % 7 + 1


def add_days(day: Day, count: int) -> Day:
    """Returns the day that many days later (earlier when negative)."""
    return from_ordinal(ordinal(day) + count)


def add_months(day: Day, count: int) -> Day:
    """Returns the same day that many months later; the 31st becomes the last day of a shorter month."""
    months = day.year * 12 + day.month - 1 + count
    year, month = months // 12, months % 12 + 1
    return Day(year, month, min(day.day, month_length(year, month)))


def add_years(day: Day, count: int) -> Day:
    """Returns the same day that many years later; 29 February becomes the 28th."""
    return add_months(day, 12 * count)


def iso_week(day: Day) -> tuple[int, int]:
    """Returns the ISO 8601 year and week of a day: the week belongs to the year that holds its Thursday."""
    thursday = add_days(day, 4 - weekday(day))
    return thursday.year, (ordinal(thursday) - ordinal(Day(thursday.year, 1, 1))) // 7 + 1


def monday_of(year: int, week: int) -> Day:
    """Returns the Monday of an ISO week; 4 January always lies in week 1."""
    fourth = Day(year, 1, 4)
    return add_days(fourth, 7 * (week - 1) + 1 - weekday(fourth))


def quarter_of(month: int) -> int:
    """Returns the quarter (1 to 4) in which a month lies."""
    return (month + 2) // 3


def year_value(year: int) -> str:
    """Returns "2026"; "BC0490" before Christ."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


@lru_cache(_MOST_REMEMBERED)
def day_value(day: Day) -> str:
    """Returns "2026-06-01", as much of it as is known."""
    year, month, number = day
    if not month:
        return year_value(year)
    return f"{year_value(year)}-{month:02d}-{number:02d}" if number else f"{year_value(year)}-{month:02d}"


def week_value(day: Day) -> str:
    """Returns the ISO week of a day: "2026-W23"."""
    year, week = iso_week(day)
    return f"{year_value(year)}-W{week:02d}"


def quarter_value(year: int, quarter: int) -> str:
    """Returns "2026-Q2" for a quarter, counted on from the first of that year."""
    return f"{year_value(year + (quarter - 1) // 4)}-Q{(quarter - 1) % 4 + 1}"


def decade_value(year: int) -> str:
    """Returns the decade of a year as ISO 8601 writes it: "199", "BC047"."""
    return f"{year // 10:03d}" if year > 0 else f"BC{(1 - year) // 10:03d}"


def century_value(year: int) -> str:
    """Returns the years 1900 to 1999 as "19"; "BC04" for 400 to 499 BC."""
    return f"{year // 100:02d}" if year > 0 else f"BC{(1 - year) // 100:02d}"


def season_of(month: int) -> int:
    """Returns 0 for spring, 1 summer, 2 autumn, 3 winter: meteorological, northern."""
    return (month - 3) % 12 // 3


def shifted(day: Day, count: int, unit: str) -> str:
    """Returns the value of the period that lies ``count`` units away from the one that holds the day.

    Units are those of a TIMEX3 duration: D W M Q Y, DE (decade), CE (century), WE (weekend), H (hour, MIN and S
    count as the day itself). A period longer than what is known of the day is exact; a shorter one is not.
    """
    if unit == "Y":
        return year_value(day.year + count)
    if unit == "DE":
        return decade_value(day.year + 10 * count)
    if unit in ("CE", "C"):
        return century_value(day.year + 100 * count)
    if not day.month:
        return year_value(day.year) + {"M": "-XX", "Q": "-QX", "W": "-WXX"}.get(unit, "-XX-XX")
    if unit == "M":
        months = day.year * 12 + day.month - 1 + count
        return day_value(Day(months // 12, months % 12 + 1))
    if unit == "Q":
        return quarter_value(day.year, quarter_of(day.month) + count)
    if not day.day:
        return day_value(day) + ("-WXX" if unit == "W" else "-XX")
    if unit == "W":
        return week_value(add_days(day, 7 * count))
    if unit == "WE":
        return week_value(add_days(day, 7 * count)) + "-WE"
    return day_value(add_days(day, count))


def _months(year: int, first: int, last: int) -> tuple[Day, Day]:
    return Day(year, first, 1), Day(year, last, month_length(year, last))


@lru_cache(_MOST_REMEMBERED)
def interval(value: str) -> tuple[Day, Day] | None:
    """Returns the first and the last day that a value covers, or null where it covers no known days.

    Weeks run from Monday to Sunday. The winter of a year is the one that ends in it: December to February.
    """
    before_christ = value.startswith("BC")
    digits = value[2:] if before_christ else value
    head, _, rest = digits.partition("-")
    if not (head.isascii() and head.isdecimal()):
        return None
    number = int(head)
    if len(head) < 4:
        if rest or len(head) == 1:
            return None
        size = 10 if len(head) == 3 else 100
        first, last = number * size, number * size + size - 1
        if before_christ:
            first, last = 1 - last, 1 - first
        return Day(max(first, 1) if not before_christ else first, 1, 1), Day(last, 12, 31)
    year = 1 - number if before_christ else number
    if not rest:
        return _months(year, 1, 12)
    rest = rest.partition("T")[0]
    if rest[0] == "W" and rest[1:3].isdecimal():
        monday = monday_of(year, int(rest[1:3]))
        if rest[3:] == "-WE":
            return add_days(monday, 5), add_days(monday, 6)
        return (monday, add_days(monday, 6)) if not rest[3:] else None
    if rest[0] == "Q" and rest[1:].isdecimal():
        return _months(year, 3 * int(rest[1:]) - 2, 3 * int(rest[1:]))
    if rest in _HALF_YEARS:
        return _months(year, *_HALF_YEARS[rest])
    if rest == "WI":
        return Day(year - 1, 12, 1), Day(year, 2, month_length(year, 2))
    if rest in _SEASON_STARTS:
        return _months(year, _SEASON_STARTS[rest], _SEASON_STARTS[rest] + 2)
    month, _, day = rest.partition("-")
    if not month.isdecimal() or not 1 <= int(month) <= 12:
        return None
    if not day:
        return _months(year, int(month), int(month))
    if not day.isdecimal() or not is_day(year, int(month), int(day)):
        return None
    return Day(year, int(month), int(day)), Day(year, int(month), int(day))


@lru_cache(_MOST_REMEMBERED)
def iso_days(value: str) -> tuple[str | None, str | None]:
    """Returns the first and the last day that a value covers as ISO dates, null where there is none."""
    covered = interval(value)
    if covered is None:
        return None, None
    first, last = [day_value(day) if 0 < day.year <= _LAST_YEAR else None for day in covered]
    return first, last


def easter(year: int) -> Day:
    """Returns Easter Sunday (the anonymous Gregorian algorithm; Meeus, Astronomical Algorithms, chapter 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap, excess = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quarter, remainder = divmod(rest, 4)
    shift = (32 + 2 * excess + 2 * quarter - epact - remainder) % 7
    late = (golden + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * late + 114, 31)
    return Day(year, month, day + 1)


def nth_weekday(year: int, month: int, number: int, count: int) -> Day:
    """Returns the count-th weekday (1 Monday to 7 Sunday) of a month; -1 for the last."""
    if count < 0:
        last = Day(year, month, month_length(year, month))
        return add_days(last, -((weekday(last) - number) % 7))
    first = Day(year, month, 1)
    return add_days(first, (number - weekday(first)) % 7 + 7 * (count - 1))
