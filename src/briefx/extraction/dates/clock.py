"""Times of day: clock times with zones, parts of the day, and the day that they belong to."""
from __future__ import annotations

from briefx.extraction.dates import values
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import edge_of, is_in_prose, known_day, month_day, year_of
from briefx.extraction.dates.row import PREVIOUS, REFERENCE, Match, Row, Timex
from briefx.extraction.dates.tense import tense
from briefx.extraction.dates.values import Day

_DAYS = ("MONTH", "WEEKDAY", "TODAY", "WRITTEN_DAY")
_DAY_WORDS = frozenset((*_DAYS, "SHORT_WEEKDAY", "NUMBER", "ORDINAL", "YEAR", ",", "of", "the"))
_MOST_DAY_WORDS = 6
# A time in figures alone ("7:15") is one behind these words; it could be a score, a verse or odds.
_BEFORE_CLOCK = frozenset((
    "at", "until", "from", "to", "since", "around", "about", "before", "after", "-", "(", "and", "or", "between", "on"))
_DIGITS_OF_A_CLOCK = 4
# Links between the hours of a range, and the hours that end one.
_TO_THE_HOUR = frozenset(("and", "to", "-", "until", "till"))
_CLOCKS = (("NUMBER", "AMPM"), ("CLOCK", "AMPM"), ("CLOCK", "ZONE"), ("CLOCK",), ("NOON",))
# Parts of the day that are times without an article in news ("at dawn").
_NAMED_PARTS = frozenset(("overnight", "midnight", "midday", "noon", "dawn", "dusk"))
# "High Noon", "as night".
_BEFORE_NO_PART = frozenset(("high", "as"))
# A clause that says which night is meant has its verb within so many tokens, with none of these in front of it.
_CLAUSE_REACH = 9
_OVERNIGHT_REACH = 12
_CLAUSE_MARKS = frozenset(",.¶;:\"cCW")
_Found = tuple[str, "str | None"]


def _day_of(match: Match, anchors: Anchors) -> _Found | None:
    """Returns the value of the day in a match, or of the day meant without one, and its anchor; null for no day."""
    if match.has("WRITTEN_DAY"):
        day = anchors.written_day(match.value("WRITTEN_DAY"))
        return (values.day_value(day), None) if day else None
    if match.has("MONTH"):
        return _day_of_month(match, anchors)
    if match.has("TODAY"):
        if anchors.reference is None:
            return "XXXX-XX-XX", None
        return values.day_value(values.add_days(anchors.reference, int(match.value("TODAY")))), REFERENCE
    if match.has("WEEKDAY"):
        return _day_of_week(match, anchors), anchors.base_anchor
    return _day_told(match, anchors)


def _day_of_month(match: Match, anchors: Anchors) -> _Found | None:
    found = _month_day_beside(match)
    if found is None:
        return None
    year = year_of(match, anchors.year)
    if year is None:
        return anchors.month_day(*found, match), anchors.base_anchor
    day = known_day(year, *found)
    return (values.day_value(day), None) if day else None


def _month_day_beside(match: Match) -> tuple[int, int] | None:
    """Month and day of a match whose first number may be the hour."""
    categories = match.categories
    place = categories.index("MONTH")
    month = int(match.value("MONTH"))
    for at in (place + 1, place - 1, place - 2, place + 2):
        if not 0 <= at < len(categories) or categories[at] not in ("NUMBER", "ORDINAL"):
            continue
        if (at == place - 2 and categories[place - 1] != "of") or (at == place + 2 and categories[place + 1] != "the"):
            continue
        number = match.elements.values[match.first + at]
        if number.isdecimal() and values.is_day(2000, month, int(number)):
            return month, int(number)
    return month_day(match) if not match.has("AMPM") else None


def _day_of_week(match: Match, anchors: Anchors) -> str:
    number, base = int(match.value("WEEKDAY")), anchors.base
    if base is None or not base.day or not (match.has("LAST") or match.has("NEXT")):
        return anchors.weekday(number, match)
    step = (number - values.weekday(base)) % 7
    step = step - 7 if match.has("LAST") else step or 7
    return values.day_value(values.add_days(base, step))


def _day_told(match: Match, anchors: Anchors) -> _Found:
    """The day of "this morning", "last night", "the next morning", "that evening", or of a bare time."""
    told = anchors.told_day
    if match.has("LAST"):
        base = told if anchors.narrative else anchors.reference
        step, anchor = -1, anchors.base_name
    elif match.has("NEXT"):
        base, step, anchor = told, 1, PREVIOUS
    elif match.has("THIS") or match.has("TONIGHT"):
        base, step, anchor = anchors.base, 0, anchors.base_name
    else:
        base, step, anchor = told, 0, REFERENCE if told is anchors.reference else PREVIOUS
        if anchors.reference and not anchors.narrative and (
                _opens_line(match) or _is_of_no_day_to_come(match, told, anchors)):
            base, anchor = anchors.reference, REFERENCE  # news as it comes in, each piece under its hour
    if base is None or not base.day:
        return (f"{values.day_value(base)}-XX" if base and base.month else "XXXX-XX-XX"), None
    return values.day_value(values.add_days(base, step)), anchor


def _is_of_no_day_to_come(match: Match, told: Day | None, anchors: Anchors) -> bool:
    """Is the day named before yet to come, but the time told of not?"""
    return told is not None and anchors.reference is not None and told > anchors.reference and tense(match) == "past"


def _opens_line(match: Match) -> bool:
    """Stands a time at the beginning of a line?"""
    start = match.elements.starts[match.first]
    return start == 0 or match.elements.text[start - 1] == "\n"


def _with_day_after(match: Match) -> Match:
    """Returns the match with the day that follows it ("at 9 a.m. on Friday"), which is an expression of its own."""
    categories = match.elements.categories
    if any(map(match.has, _DAYS)):
        return match
    at = match.last
    if categories[at:at + 2] == ["local", "time"]:
        at += 2
    if categories[at:at + 1] == ["("] and ")" in categories[at + 2:at + 5]:
        at = categories.index(")", at) + 1  # "08:15 (07:15 GMT) on Thursday"
    elif categories[at:at + 1] == [")"]:
        at += 1
    elif categories[at:at + 1] and categories[at] in _TO_THE_HOUR and categories[at + 1:at + 2]:
        # "between 2 p.m. and 4 p.m. on Sunday"
        width = next((len(clock) for clock in _CLOCKS if tuple(categories[at + 1:at + 1 + len(clock)]) == clock), 0)
        at += 1 + width if width else 0
        at += categories[at:at + 1] == ["ZONE"]
    if categories[at:at + 1] != ["on"] and (at == match.last or categories[at:at + 1] != ["WEEKDAY"]):
        return match
    last = at + 1
    while last < len(categories) and last <= at + _MOST_DAY_WORDS and categories[last] in _DAY_WORDS:
        last += 1
    return Match(match.elements, match.first, last)


def _clock_time(match: Match) -> str | None:
    """Returns the clock time of a match: "T22:00", "T05:34"; null where it is none."""
    if match.has("NOON"):
        return "T" + match.value("NOON")
    category = next((category for category in ("CLOCK", "NUMBER", "YEAR") if match.has(category)), "")
    if not category:
        return None
    written = match.word(match.index(category))
    if category == "CLOCK" or "." in written:
        parts = written.replace(".", ":").split(":")
    elif len(written) == 4 and written.isdecimal():
        parts = [written[:2], written[2:]]
    else:
        parts = [match.value(category), "00"]
    if not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    hour, minute = int(parts[0]), int(parts[1])
    half = match.value("AMPM") or _half_of_day(match.value("DAYPART") or _daypart_behind(match), hour)
    if half == "PM" and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute <= 59 else None


def _daypart_behind(match: Match) -> str:
    """The part of the day behind an hour and its day: "5 o'clock on Friday evening"."""
    at = 3 if match.after() == "on" else 2
    if match.has("o'clock") and match.after(at - 1) == "WEEKDAY" and match.after(at) == "DAYPART":
        return match.elements.values[match.last + at - 1]
    return ""


def _half_of_day(part: str, hour: int) -> str:
    """Returns AM or PM by "in the morning" and its like, "" without one; "2 at night" is early, "11 at night" late."""
    if part == "NI":
        return "PM" if hour >= 4 else "AM"
    return {"MO": "AM", "AF": "PM", "EV": "PM"}.get(part, "")


def _time(match: Match, anchors: Anchors) -> Timex | None:
    """10 p.m. Wednesday, noon Thursday, 5 p.m. EST Nov. 9, 10:35, 0800 GMT."""
    clock = _clock_time(match)
    if clock is None or (match.categories == ["CLOCK"] and match.word_before() not in _BEFORE_CLOCK):
        return None
    if match.categories == ["NOON"] and match.word_before() in _BEFORE_NO_PART:
        return None
    if match.has("ZONE") and not match.has("AMPM") and not match.has("CLOCK") and \
            match.word(match.index("ZONE"))[0].islower():
        return None  # "the three eastern countries"
    found = _day_of(_with_day_after(match), anchors)
    if found is None:
        return None
    day, anchor = found
    zone = "Z" if match.value("ZONE") == "Z" else ""
    return _rounded(Timex("TIME", day + clock + zone, anchor=anchor), match)


def _rounded(timex: Timex, match: Match) -> Timex:
    """A time, told as no exact one where "around" or "about" opens its match; the latter is no part of it."""
    opener = match.categories[0]
    return timex._replace(mod="APPROX", skip=int(opener == "about")) if opener in ("around", "about") else timex


def _hundred_hours(match: Match, anchors: Anchors) -> Timex | None:
    """0930 hours, 1800 hours, about 0930 hours."""
    about = match.categories[0] in ("around", "about")
    written = match.word(int(about))
    if len(written) != _DIGITS_OF_A_CLOCK or not written.isdecimal() or match.value("UNITS") != "H" or \
            (written[0] != "0" if about else match.word_before() not in _HOURS):
        return None
    clock = _clock_time(match)
    found = _day_of(_with_day_after(match), anchors) if clock else None
    return _rounded(Timex("TIME", found[0] + str(clock), anchor=found[1]), match) if found else None


def _time_behind_day(match: Match, anchors: Anchors) -> Timex | None:
    """May 8 1:00 a.m."""
    return _time(match, anchors) if match.has("MONTH") else None


def _part(match: Match, anchors: Anchors) -> Timex | None:
    """This morning, Friday night, the night of April 18, yesterday afternoon, last night, tonight."""
    part = match.value("DAYPART") or match.value("NOON") or match.value("TONIGHT")
    found = _day_of(match, anchors)
    if found is None or (anchors.narrative and match.has("TONIGHT")) or _is_programme(match):
        return None
    if match.has("THAT") and match.word(len(match.categories) - 1).lower() == "overnight":
        return None  # "you can't do that overnight"
    return Timex("TIME", f"{found[0]}T{part}", edge_of(match), anchor=found[1])


def _is_programme(match: Match) -> bool:
    """Is it a programme, capitalised in prose: "the Monday Night Football game"?"""
    word = match.word(len(match.categories) - 1)
    return match.categories[-2:] == ["WEEKDAY", "DAYPART"] and word[0].isupper() and not word.isupper() and is_in_prose(
        match) and match.elements.tags[match.last_token + 1:match.last_token + 2] == "P"


def _is_told_by_clause(match: Match) -> bool:
    """Does a clause say which one it is: "on the night he died", "the morning the bridge fell"?"""
    tags = match.elements.tags[match.last_token + 1:match.last_token + _CLAUSE_REACH]
    if match.word_before() == "in" or not tags or tags[0] not in "TpPq":
        return False  # "in the evening the band played"
    verb = next((at for at, tag in enumerate(tags) if tag in "Dbhd"), 0)
    return verb > 0 and not _CLAUSE_MARKS.intersection(tags[:verb])


def _is_overnight(match: Match) -> bool:
    """Was the night told of a few words before, whose day is that of publication?"""
    return "overnight" in match.elements.lowers[max(0, match.first_token - _OVERNIGHT_REACH):match.first_token]


def _bare_part(match: Match, anchors: Anchors) -> Timex | None:
    """The morning, overnight, at dawn: of the day told of."""
    word = match.word(len(match.categories) - 1).lower()
    certain = match.categories[0] == "the" or edge_of(match) is not None
    before = match.word_before()
    if before in _BEFORE_NO_PART or (word == "overnight" and before == "that") or (match.categories[0] == "the" and (
            match.after() == "of" or _is_told_by_clause(match))):
        return None
    if match.before() == "-" and not certain:
        return None  # "a pre-dawn raid"
    if not anchors.narrative and edge_of(match) == "END" and word == "night" and \
            match.elements.tags[match.last_token + 1:match.last_token + 2] in ("N", "S", "J", "V"):
        return None  # "late-night talks", "the late night show"
    if not certain and word not in _NAMED_PARTS:
        if not anchors.narrative or word not in ("night", "daytime"):
            return None
        return Timex("TIME", f"XXXX-XX-XXT{match.value('DAYPART')}")
    told = anchors.told_day
    part = match.value("DAYPART") or match.value("NOON")
    if told is None or not told.day or (anchors.narrative and word == "overnight"):
        return Timex("TIME", f"XXXX-XX-XXT{part}", edge_of(match))
    if not anchors.narrative and anchors.reference and _is_of_no_day_to_come(match, told, anchors):
        told = anchors.reference
    anchor = REFERENCE if told is anchors.reference else PREVIOUS
    if word != "overnight" and _is_overnight(match) and not anchors.narrative and anchors.reference:
        told, anchor = anchors.reference, REFERENCE  # "shot overnight, found at dawn"
    if word == "overnight":
        told = values.add_days(told, -1)  # the night that ended on the day told of
    return Timex("TIME", f"{values.day_value(told)}T{part}", edge_of(match), anchor=anchor)


_CLOCK = ("( CLOCK AMPM? | NUMBER AMPM | NUMBER o'clock ( in the DAYPART )? | ( CLOCK | NUMBER ) in the DAYPART | NOON"
          " | ( NUMBER | YEAR ) ZONE )")
_HOURS = ("at", "by", "from", "until", "to", "before", "after", "since")
_DATED = ("( ( <weekday> ,? )? ( MONTH <dom> | <dom> of? MONTH ) ( ,? YEAR | of YEAR )?"
          " | ( LAST | NEXT | THIS )? WEEKDAY | TODAY | WRITTEN_DAY )")
RULES = (
    Row("time.clock", f"( around | about )? {_CLOCK} ( ZONE | DAYPART )? ZONE? ( ,? {_DATED} )?", _time,
        "The vote is due at 10 p.m. Wednesday.", "10 p.m. Wednesday", "They paid 10 p.c. more.", "2026-06-03T22:00"),
    Row("time.dated_clock", f"{_DATED} ,? {_CLOCK} ZONE?", _time_behind_day,
        "The truce began on May 8 1:00 a.m. under guard.", "May 8 1:00 a.m.", "The truce began on May 8 at sea.",
        "2026-05-08T01:00"),
    Row("time.hundred_hours", "( around | about )? ( NUMBER | YEAR ) UNITS", _hundred_hours,
        "The guns fell silent at 0930 hours.", "0930 hours", "It took 1800 hours.", "2026-06-01T09:30"),
    Row("time.daypart_of_day",
        f"( <edge> | EARLIER | LATER )? ( {_DATED} ,? | the ( LAST | NEXT ) WEEKDAY | THIS | THAT same? | LAST"
        " | the ( NEXT | LAST | same )"
        " | the NEXT UNIT 's | PART the NEXT ) <edge>? ( DAYPART | NOON )", _part,
        "Shops were shut on Friday night.", "Friday night", "Shops were shut on Friday nightly.", "2026-05-29TNI"),
    Row("time.daypart_on_day", f"<edge>? the? PART? DAYPART UNITS? ( of | on )? {_DATED}", _part,
        "He was seized on the night of May 3, 1802.", "the night of May 3, 1802",
        "He was seized in the nights of terror.", "1802-05-03TNI"),
    Row("time.tonight", "( <edge> | EARLIER | LATER )? TONIGHT", _part, "The final is tonight.", "tonight",
        "The final is tight.", "2026-06-01TNI"),
    Row("time.daypart", "( <edge> -? )? the? ( DAYPART | NOON )", _bare_part,
        "He left on Friday and came back in the evening.", "the evening",
        "The evenings are long.", "2026-05-29TEV"),
)
