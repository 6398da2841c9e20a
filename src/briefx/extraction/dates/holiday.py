"""Holidays, by the rule of each for its day."""
from __future__ import annotations

from briefx.extraction.dates import values
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import edge_of, year_of
from briefx.extraction.dates.row import Match, Row, Timex
from briefx.extraction.dates.tense import tense
from briefx.extraction.dates.values import Day
from briefx.lexicon.words import moving_holidays

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A holiday that is so few days away is meant as such whatever the tense.
_NEAR = 31
# Behind these a holiday in one word is no surname: "on Thursday, Thanksgiving", "Friday Halloween".
_TIMES = frozenset(("MONTH", "WEEKDAY", "YEAR", "HOLIDAY"))
# One that is so few days gone may be meant beside a word of plans.
_JUST_OVER = 7
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def holiday(rule: str, year: int) -> Day | None:
    """Returns the day of a holiday in a year by its rule (see the head of holidays.txt), null where none is known."""
    if rule[0].isdecimal():
        month, number = map(int, rule.split("-"))
        return Day(year, month, number)
    if rule.startswith("easter"):
        return values.add_days(values.easter(year), int(rule[6:] or 0))
    if rule == "election":
        return values.add_days(values.nth_weekday(year, 11, 1, 1), 1)
    if rule.startswith("table-"):
        return values.parse_day(moving_holidays().get(f"{rule[6:]}-{year}", ""))
    named, _, extra = rule.partition("+")
    month_name, weekday, count = named.split("-", 2)
    day = values.nth_weekday(year, _MONTHS.index(month_name) + 1, _WEEKDAYS.index(weekday) + 1, int(count))
    return values.add_days(day, int(extra or 0))


def _holiday(match: Match, anchors: Anchors) -> Timex | None:
    rule = match.value("HOLIDAY")
    tags, token = match.elements.tags, match.first_token
    if len(match.categories) == 1 and match.last_token == token > 0 and tags[token - 1] == "P" and \
            match.before() not in _TIMES:
        return None  # "Mary Christmas"
    year = year_of(match, anchors.year)
    anchor = None
    if year is None:
        base = anchors.base
        if base is None:
            return Timex("DATE", f"XXXX-{rule}" if rule[0].isdecimal() else "XXXX-XX-XX", edge_of(match))
        anchor = anchors.base_name
        year = base.year
        day = holiday(rule, year)
        if day and base.day:
            ahead = values.ordinal(day) - values.ordinal(base)
            if match.has("LAST"):
                year -= ahead >= 0
            elif match.has("NEXT"):
                year += ahead <= 0
            elif not anchors.narrative and not match.has("THIS"):
                year = _nearest_year(rule, base, match)
        if match.value("UNIT") == "Y":  # "Labor Day next year"
            year = base.year + int(match.value("LAST") or match.value("NEXT") or 0)
    day = holiday(rule, year)
    if day is None:
        return Timex("DATE", f"{values.year_value(year)}-XX-XX", edge_of(match), anchor=anchor)
    if match.has("DAYPART"):
        return Timex("TIME", f"{values.day_value(day)}T{match.value('DAYPART')}", anchor=anchor)
    if match.has("UNIT") and match.value("UNIT") != "Y":
        if match.value("UNIT") not in ("W", "WE"):
            return None
        if match.value("UNIT") == "WE" and values.weekday(day) <= 2:
            day = values.add_days(day, -3)  # the long weekend that ends with it
        value = values.week_value(day) + ("-WE" if match.value("UNIT") == "WE" else "")
        return Timex("DATE", value, edge_of(match), anchor=anchor)
    return Timex("DATE", values.day_value(day), edge_of(match), anchor=anchor)


def _nearest_year(rule: str, base: Day, match: Match) -> int:
    """The year in which the holiday is nearest to the base, by the tense of what is told of it."""
    told_in = tense(match)
    best = (0.0, base.year)
    for year in (base.year, base.year - 1, base.year + 1):
        day = holiday(rule, year)
        if day is None:
            continue
        away = values.ordinal(day) - values.ordinal(base)
        if (away > _NEAR and told_in == "past") or (away < -_JUST_OVER and told_in == "future"):
            continue
        weight = abs(away) + 0.5
        if away < -_NEAR and told_in == "present":
            weight *= 2
        if not best[0] or weight < best[0]:
            best = (weight, year)
    return best[1]


def _year_first(match: Match, anchors: Anchors) -> Timex | None:
    """The 2016 Super Tuesday."""
    day = holiday(match.value("HOLIDAY"), int(match.value("YEAR")))
    return Timex("DATE", values.day_value(day), skip=1 if match.categories[0] == "the" else 0) if day else None


RULES = (
    Row("date.holiday", "<edge>? ( LAST | NEXT | THIS )? HOLIDAY ( DAYPART | UNIT )?"
        " ( ,? YEAR | of YEAR | of? ( THIS | LAST | NEXT ) UNIT )?", _holiday,
        "Shops close on Thanksgiving Day.", "Thanksgiving Day", "There was thanksgiving in all streets.", "2026-11-26"),
    Row("date.holiday_year_first", "the? YEAR HOLIDAY", _year_first,
        "She won the state on the 2016 Super Tuesday.", "2016 Super Tuesday", "She won the 2016 super cup.",
        "2016-03-01"),
)
