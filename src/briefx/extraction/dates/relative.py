"""Days and periods that are pointed at from the day of publication: yesterday, Monday, last month, next spring."""
from __future__ import annotations

from briefx.extraction.dates import values
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import counted, duration, edge_of, is_counted_unit, step_of
from briefx.extraction.dates.row import PREVIOUS, REFERENCE, Match, Row, Timex
from briefx.extraction.dates.tense import is_promised, lies_ahead, tense
from briefx.extraction.dates.values import Day
from briefx.lexicon.words import time_contexts

# Words for last and next that count from the date named before.
_ANAPHORIC = frozenset(("following", "previous", "preceding", "prior", "subsequent", "ensuing"))
# "Sunday Times", "Sunday school".
_NO_DAY = frozenset(("times", "school", "schools"))
# Between two weekdays these make a range of them.
_RANGING = frozenset(("through", "to", "-", "until", "till"))
_SEASONS = ("SP", "SU", "FA", "WI")
# "Many of today's ships" are those of the age.
_SOME_OF = frozenset(("many", "most", "some", "few"))
# Behind these "the week" is the one that is reported on.
_SUMMED_UP = frozenset(("for", "of", "during", "in", "and", "throughout"))
# "Next Tuesday" said so few days before it is the Tuesday of the week after.
_TOO_NEAR_FOR_NEXT = 3


def _day(match: Match, anchors: Anchors) -> Timex | None:
    """Today, yesterday, tomorrow: always from the day of publication."""
    step, base = int(match.value("TODAY")), anchors.reference
    if anchors.narrative:
        return Timex("DATE", "PRESENT_REF") if step == 0 else None
    if match.word(len(match.categories) - 1)[0].isupper() and (
            match.word_after() in ("show", "program", "programme") or match.word_before() == "usa"):
        return None
    if match.categories == ["TODAY"] and _is_age(match):
        return None
    value = values.day_value(values.add_days(base, step)) if base else "XXXX-XX-XX"
    return Timex("DATE", value, edge_of(match), anchor=REFERENCE if base else None)


def _is_age(match: Match) -> bool:
    """Stands a day for its age: "today's youth", "many of today's ships", "the homes of tomorrow"?"""
    of_age = time_contexts()["age"]
    if match.word_after() in ("'s", "’s"):
        return match.word_after(2) in of_age or (match.word_before() == "of" and match.word_before(2) in _SOME_OF)
    return match.word_before() == "of" and match.word_before(2) in of_age


def _day_beyond(match: Match, anchors: Anchors) -> Timex | None:
    """The day before yesterday, the day after tomorrow, the day before last Tuesday."""
    if match.value("UNIT") != "D":
        return None
    sign = 1 if match.has("after") else -1
    day: Day | None
    if match.has("TODAY"):
        step = int(match.value("TODAY"))
        if step != sign:
            return None
        day = values.add_days(anchors.reference, step) if anchors.reference else None
    else:
        day = values.parse_day(anchors.weekday(int(match.value("WEEKDAY")), match))
    if day is None:
        return Timex("DATE", "XXXX-XX-XX")
    return Timex("DATE", values.day_value(values.add_days(day, sign)), anchor=anchors.base_name)


def _nth_day(match: Match, anchors: Anchors) -> Timex | None:
    """The second day of the strike, said of today: "it is the second day of"; in a narrative the day told of."""
    if match.value("UNIT") == "D" and anchors.narrative and match.after() == "of":
        told = anchors.told
        return Timex("DATE", counted(told, 0, "D"), anchor=PREVIOUS if told else None)
    if match.value("UNIT") != "D" or match.after() != "of" or anchors.narrative or \
            match.word_before() not in ("is", "'s", "’s") or \
            match.after(3 if match.after(2) in ("the", "a") else 2) in ("MONTH", "UNIT", "SEASON", "HOLIDAY"):
        return None  # "the first day of the month"
    value = values.day_value(anchors.reference) if anchors.reference else "XXXX-XX-XX"
    return Timex("DATE", value, anchor=REFERENCE if anchors.reference else None)


def _weekday(match: Match, anchors: Anchors) -> Timex | None:
    """Monday, last Friday, this coming Sunday, the previous Friday."""
    if not match.word(match.index("WEEKDAY"))[0].isupper() or match.word_after() in _NO_DAY or match.has("around"):
        return None
    if match.categories[0] == "WEEKDAY" and (match.word_before() in time_contexts()["named"] or (
            match.after() == "DAYPART" and match.elements.text[match.elements.starts[match.last]].isupper())):
        return None  # "Bloody Sunday", "Monday Night Football"
    number, base, mod = int(match.value("WEEKDAY")), anchors.base, edge_of(match)
    following = match.elements.tags[match.last_token + 1:match.last_token + 2]
    if match.word_before() == "a" and (not following or following not in "NSJPK'-") and match.after() != "DAYPART":
        return Timex("DATE", f"XXXX-WXX-{number}")  # "it fell on a Saturday in June"
    if anchors.narrative and not mod and match.word_before() not in ("on", "by", "until"):
        return None
    if base is None or not base.day:
        return Timex("DATE", f"XXXX-WXX-{number}", mod)
    anchor: str | None = anchors.base_name
    if match.has("NEXT"):
        step = (number - values.weekday(base)) % 7 or 7
        if match.word(match.index("NEXT")).lower() == "next" and step < _TOO_NEAR_FOR_NEXT:
            step += 7
        day = values.add_days(base, step)
    elif match.has("LAST"):
        told = anchors.told
        if match.word(match.index("LAST")).lower() in _ANAPHORIC and told and told.day:
            base, anchor = told, PREVIOUS
        day = values.add_days(base, (number - values.weekday(base)) % 7 - 7)
    else:
        found = anchors.weekday(number, match)
        if match.after() in _RANGING and match.after(2) == "WEEKDAY":
            found = _before_its_end(found, match, anchors)
        return Timex("DATE", found, mod, anchor=anchor)
    return Timex("DATE", values.day_value(day), mod, anchor=anchor)


def _before_its_end(found: str, match: Match, anchors: Anchors) -> str:
    """The first day of a range of weekdays lies in the week before the last one: "ran Monday through Friday"."""
    end = Match(match.elements, match.last + 1, match.last + 2)
    start, last = values.parse_day(found), values.parse_day(anchors.weekday(int(end.value("WEEKDAY")), end))
    return values.day_value(values.add_days(start, -7)) if start and last and start > last else found


def _period(match: Match, anchors: Anchors) -> Timex | None:
    """Last week, this month, next year, the past decade, the following month."""
    unit = match.value("UNIT")
    category = "LAST" if match.has("LAST") else "NEXT" if match.has("NEXT") else "THIS"
    word = match.word(match.index(category)).lower()
    definite = match.has("the") or match.before() == "the"
    if not is_counted_unit(unit) or unit in ("MIN", "S") or _is_title(match):
        return None
    if word == "last" and definite and match.after() == "of":
        return None  # "the last month of the deal"
    if word == "past" and not match.has("THIS"):
        return _past_period(match, anchors)
    if definite and word == "next" and match.word_before() == "for" and unit != "D":
        return Timex("DURATION", duration("1", unit))
    if definite and word in ("last", "next", "coming") and not anchors.narrative and (
            unit in ("DE", "CE") or (unit in ("H", "D", "W", "M") and match.word_before() in time_contexts()["span"])):
        return Timex("DURATION", duration("1", unit)) if edge_of(match) is None else None
    if unit == "H":
        return None
    at = match.index(category)
    anaphoric = word in _ANAPHORIC or (word == "next" and at > 0 and match.categories[at - 1] == "the")
    base = anchors.told if anaphoric or anchors.narrative else anchors.reference
    anchor = None if base is None else PREVIOUS if anaphoric else anchors.base_name
    if word == "next" and unit == "Y" and not anchors.narrative and match.word_before() in time_contexts()["span"]:
        base, anchor = anchors.reference, REFERENCE if anchors.reference else None  # "over the next year"
    if word == "previous" and unit in ("W", "WE") and base and not base.day and anchors.reference:
        base, anchor = anchors.reference, REFERENCE  # a month or year named before tells no week
    if word == "next" and anchors.narrative and anchors.reference and is_promised(match, as_told_now=True):
        base, anchor = anchors.reference, REFERENCE  # "will be shown next year" lies ahead of the one who tells
    if unit == "D":
        if (match.has("THIS") and not anchors.narrative) or not (anaphoric or word == "next" or match.has("THIS")):
            return None
        return Timex("DATE", counted(base, step_of(match), unit), edge_of(match), anchor=anchor)
    step = step_of(match)
    if unit == "Q" and match.has("THIS") and match.after() == "'s" and anchors.quarter and tense(match) != "future":
        return Timex("DATE", anchors.quarter, anchor=PREVIOUS)  # "this quarter's loss" in a report on the last one
    if match.has("THIS") and match.has("LAST") and unit in ("Y", "M"):
        step = 0  # "this past year"
    return Timex("DATE", counted(base, step, unit), edge_of(match), anchor=anchor)


def _is_title(match: Match) -> bool:
    """Is it a programme, capitalised in quotation marks: "This Week"?"""
    return match.word(match.index("UNIT"))[0].isupper() and match.word(0)[0].isupper() and \
        match.word_before() in ("\"", "“", "''", "``", "'s")


def _past_period(match: Match, anchors: Anchors) -> Timex | None:
    """The past year: for annotators of news the year before; the past week, the past decade: lengths."""
    unit = match.value("UNIT")
    if unit in ("H", "D") and match.word_before() not in time_contexts()["span"]:
        return None
    if unit == "WE" or (match.categories[0] != "the" and unit != "DE"):
        return None
    if match.value("UNIT") == "Y" and not anchors.narrative:
        return Timex("DATE", counted(anchors.reference, -1, "Y"), anchor=REFERENCE if anchors.reference else None)
    return Timex("DURATION", duration("1", match.value("UNIT"), anchors.narrative))


def _the_week(match: Match, anchors: Anchors) -> Timex | None:
    """The week, as reports on markets sum it up: which one the wording leaves open, the year alone is sure."""
    if match.value("UNIT") != "W" or anchors.narrative or match.word_before() not in _SUMMED_UP:
        return None
    following = match.elements.tags[match.last_token + 1:match.last_token + 2]
    if match.word_before() == "of" and match.after() not in ("'s", "NEXT") and \
            match.elements.tags[match.first_token - 2] == "N":
        return None  # "the song of the week"
    if match.word_before(2) in ("day", "days", "time", "times") or (following and following in "NSI"):
        return None
    return Timex("DATE", f"{values.year_value(anchors.year)}-WXX" if anchors.year is not None else "XXXX-WXX")


def _the_weekend(match: Match, anchors: Anchors) -> Timex | None:
    """The weekend: the last one, the coming one where plans are told and on the weekend itself."""
    if match.value("UNIT") != "WE":
        return None
    base = anchors.reference
    if base is None:
        return Timex("DATE", "XXXX-WXX-WE", edge_of(match))
    ahead = values.weekday(base) >= 6 or match.word_before(2) == "ahead" or match.word_before() == "for" or (
        lies_ahead(match) if match.word_before() != "over" else is_promised(match))
    return Timex("DATE", counted(base, 0 if ahead else -1, "WE"), edge_of(match), anchor=REFERENCE)


def _month_beside(match: Match, anchors: Anchors) -> Timex | None:
    """Last June, next May, this September, last Oct. 23."""
    if not match.word(match.index("MONTH"))[0].isupper() or _is_conjunction(match):
        return None
    month, base, anchor = int(match.value("MONTH")), anchors.base, anchors.base_name
    if anchors.told and (match.has("THAT") or (anchors.told.month and _points_back(match))):
        base, anchor = anchors.told, PREVIOUS  # "elected in November 2021, she took office the following January"
    if base is None:
        return Timex("DATE", f"XXXX-{month:02d}", edge_of(match))
    year = base.year
    if match.has("NEXT"):
        year += month <= base.month
    elif match.has("LAST"):  # the month just over is "last month", unless the year has turned since
        year -= month >= base.month - 1
    number = match.value("NUMBER")
    if number and not (number.isdecimal() and values.is_day(year, month, int(number))):
        return None
    value = values.day_value(Day(year, month, int(number or 0)))
    return Timex("DATE", value, edge_of(match), anchor=anchor)


def _is_conjunction(match: Match) -> bool:
    """Is "that" no word that points: "she said that September was dry", but "it opened that September"?"""
    if not match.has("THAT") or match.has("same") or match.word_before() in time_contexts()["preposition"]:
        return False
    following = match.elements.tags[match.last_token + 1:match.last_token + 2]
    return bool(following) and following in "NSJKPCbhdDVZM"


def _points_back(match: Match) -> bool:
    """Counts last or next from the date named before: "the following January", "the previous spring"?"""
    category = "NEXT" if match.has("NEXT") else "LAST"
    return not match.has("THIS") and match.has(category) and match.word(match.index(category)).lower() in _ANAPHORIC


def _season_beside(match: Match, anchors: Anchors) -> Timex | None:
    """Last fall, this summer, next spring; that autumn, the one of the date named before."""
    if match.word_before() in time_contexts()["possessive"] or _is_conjunction(match):
        return None
    told = match.has("THAT") or match.has("same") or _points_back(match) or (
        match.has("NEXT") and match.categories[0] == "the")
    season, base = match.value("SEASON"), (anchors.told if told else None) or anchors.base
    if base is None:
        return Timex("DATE", f"XXXX-{season}", edge_of(match))
    away = _years_to_season(match, _SEASONS.index(season), base.month) if base.month else step_of(match)
    year = base.year + away
    return Timex("DATE", f"{values.year_value(year)}-{season}", edge_of(match),
                 anchor=PREVIOUS if told else anchors.base_name)


def _years_to_season(match: Match, season: int, month: int) -> int:
    """How many years on from the month's the named season lies; the winter of a year is the one that ends in it."""
    now = values.season_of(month)
    if season == 3:
        if match.has("NEXT"):
            return 2 if month == 12 else 1
        return -(month <= 2) if match.has("LAST") else int(month >= 7)
    if match.has("NEXT"):
        return int(season <= now < 3 or month == 12)
    if match.has("LAST"):
        return -int(season > now or (now == 3 and month < 3) or (season == now and not match.has("THIS")))
    return 0


RULES = (
    Row("date.today", "( <edge> | ( EARLIER | LATER ) )? TODAY", _day, "The talks resumed yesterday.", "yesterday",
        "He told the Today show so.", "2026-05-31"),
    Row("date.day_beyond", "the? UNIT ( before | after ) ( TODAY | LAST? WEEKDAY )", _day_beyond,
        "The ship sank the day before yesterday.", "the day before yesterday",
        "The week before yesterday was hot.", "2026-05-30"),
    Row("date.nth_day", "the ( ORDINAL | second | final ) UNIT", _nth_day,
        "Today is the second day of a strike.", "the second day", "Today is the second deal of a strike.",
        "2026-06-01"),
    Row("date.weekday", "( <edge> | ( EARLIER | LATER ) )? ( the? ( LAST | NEXT ) | THIS ( LAST | NEXT )? )? WEEKDAY",
        _weekday, "The mayor resigned on Monday.", "Monday", "The Sunday Times reported it.", "2026-06-01"),
    Row("date.period", "( ( EARLIER | LATER | <edge> ) in? )? the? ( THIS | LAST | NEXT | THIS ( LAST | NEXT ) ) UNIT"
        " ( or so )?",
        _period, "Exports fell last month.", "last month", "It was the last month of the deal.", "2026-05"),
    Row("date.the_week", "the UNIT", _the_week, "For the week, the index lost 2%.", "the week",
        "It is open on two days of the week.", "2026-WXX"),
    Row("date.weekend", "<edge>? the UNIT", _the_weekend, "Snow fell over the weekend.", "the weekend",
        "Snow fell over the week.", "2026-W22-WE"),
    Row("date.month_beside", "<edge>? the? ( LAST | NEXT | THIS | THIS LAST | THIS NEXT | THAT same? ) MONTH NUMBER?",
        _month_beside,
        "The plant closed last October.", "last October", "Their last may be best.", "2025-10"),
    Row("date.season_beside", "<edge>? the? ( LAST | NEXT | THIS | THIS LAST | THIS NEXT | THAT same? ) SEASON",
        _season_beside, "The law will be voted on next spring.", "next spring", "His last fall hurt.", "2027-SP"),
)
