"""Times of day: clock times with zones, parts of the day, and the day that they belong to."""
from __future__ import annotations

from briefx.extraction.dates import values
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import edge_of, known_day, month_day, year_of
from briefx.extraction.dates.row import PREVIOUS, REFERENCE, Match, Row, Timex

_DAY_WORDS = frozenset(("WEEKDAY", "SHORT_WEEKDAY", "MONTH", "NUMBER", "ORDINAL", "YEAR", ",", "of", "the", "WRITTEN_DAY"))


def _day_of(match: Match, anchors: Anchors) -> tuple[str, str | None]:
    """Returns the value of the day in a match, or of the day meant without one, and its anchor."""
    reference = anchors.base
    anchor = anchors.base_name if reference else None
    if match.has("WRITTEN_DAY"):
        return match.value("WRITTEN_DAY"), None
    if match.has("MONTH"):
        found = _month_day_beside(match)
        if found is None:
            return "", None
        year = year_of(match, anchors.year)
        if year is not None:
            day = known_day(year, *found)
            return (values.day_value(day), None) if day else ("", None)
        return anchors.month_day(*found, match), anchor
    if match.has("TODAY"):
        if anchors.reference is None:
            return "XXXX-XX-XX", None
        return values.day_value(values.add_days(anchors.reference, int(match.value("TODAY")))), REFERENCE
    if match.has("WEEKDAY"):
        number = int(match.value("WEEKDAY"))
        if match.has("LAST") and reference and reference.day:
            step = (number - values.weekday(reference)) % 7 - 7
            return values.day_value(values.add_days(reference, step)), anchor
        if match.has("NEXT") and reference and reference.day:
            step = (number - values.weekday(reference)) % 7 or 7
            return values.day_value(values.add_days(reference, step)), anchor
        return anchors.weekday(number, match), anchor
    if match.has("LAST"):
        if anchors.reference is None or anchors.narrative:
            base = anchors.told
            if base is None or not base.day:
                return "XXXX-XX-XX", None
            return values.day_value(values.add_days(base, -1)), PREVIOUS
        return values.day_value(values.add_days(anchors.reference, -1)), REFERENCE
    told = anchors.told_day
    if match.has("NEXT") and told and told.day:
        return values.day_value(values.add_days(told, 1)), PREVIOUS
    if match.has("THAT") and told and told.day:
        return values.day_value(told), PREVIOUS
    if match.has("THIS") or match.has("TONIGHT"):
        base = anchors.base
    else:
        base = told
    if base is None or not base.day:
        return "XXXX-XX-XX" if base is None or not base.month else values.day_value(base) + "-XX", None
    return values.day_value(base), PREVIOUS if base is told and base is not anchors.reference else anchor


def _with_day_after(match: Match) -> Match:
    """Returns the match with the day that follows it ("at 9 a.m. on Friday"), which is an expression of its own."""
    categories = match.elements.categories
    if match.after() != "on" or any(match.has(category) for category in ("MONTH", "WEEKDAY", "TODAY", "WRITTEN_DAY")):
        return match
    last = match.last + 1
    while last < len(categories) and last < match.last + 7 and (categories[last] in _DAY_WORDS):
        last += 1
    return Match(match.elements, match.first, last)


def _month_day_beside(match: Match) -> tuple[int, int] | None:
    """Month and day of a match whose first number may be the hour."""
    categories = match.categories
    place = categories.index("MONTH")
    month = int(match.value("MONTH"))
    for at in (place + 1, place - 1, place - 2, place + 2):
        if 0 <= at < len(categories) and categories[at] in ("NUMBER", "ORDINAL"):
            if (at == place - 2 and categories[place - 1] != "of") or (at == place + 2 and categories[place + 1] != "the"):
                continue
            number = match.elements.values[match.first + at]
            if number.isdigit() and values.is_day(2000, month, int(number)):
                return month, int(number)
    return month_day(match) if not match.has("AMPM") else None


def _hour(match: Match) -> str | None:
    """Returns the clock time of a match: "T22:00", "T05:34"."""
    categories = match.categories
    if match.has("NOON"):
        return "T" + match.value("NOON")
    elements = match.elements
    for place, category in enumerate(categories):
        if category == "CLOCK" or (category in ("NUMBER", "YEAR") and "CLOCK" not in categories):
            written = elements.text[elements.starts[match.first + place]:elements.ends[match.first + place]]
            break
    else:
        return None
    if category == "CLOCK" or "." in written:
        parts = written.replace(".", ":").split(":")
    elif category == "YEAR" or (len(written) == 4 and written.isdigit()):
        parts = [written[:2], written[2:]]
    else:
        parts = [match.elements.values[match.first + place], "00"]
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return None
    hour, minute = int(parts[0]), int(parts[1])
    half = match.value("AMPM")
    if match.has("DAYPART") and not half:
        half = "AM" if match.value("DAYPART") == "MO" else "PM" if hour >= 4 or match.value("DAYPART") != "NI" else "AM"
    if half == "PM" and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    return f"T{hour:02d}:{minute:02d}" + (f":{int(parts[2]):02d}" if len(parts) == 3 and int(parts[2]) < 60 else "")


def _time(match: Match, anchors: Anchors) -> Timex | None:
    """10 p.m. Wednesday, noon Thursday, 5 p.m. EST Nov. 9, 10:35."""
    clock = _hour(match)
    if clock is None or (match.has("ZONE") and not match.has("AMPM") and not match.has("CLOCK")
                         and match.word(match.index("ZONE"))[0].islower()):
        return None
    if match.categories == ["CLOCK"]:
        minutes = match.value("CLOCK").split(":")[1]
        if match.word_before() in ("of", "chapter", "verse", "score", "by") or len(minutes) != 2 or \
                match.word_before() not in ("at", "by", "until", "from", "to", "since", "around", "about", "before", "after",
                                            "-", "(", "and", "or", "between", "on"):
            return None
    day, anchor = _day_of(_with_day_after(match), anchors)
    if not day:
        return None
    zone = match.value("ZONE")
    mod = "APPROX" if match.has("around") or match.has("about") else None
    return Timex("TIME", day + clock + (zone if zone == "Z" else ""), mod, anchor=anchor,
                 skip=1 if match.categories[0] == "about" else 0)


def _part(match: Match, anchors: Anchors) -> Timex | None:
    """This morning, Friday night, the night of April 18, yesterday afternoon, last night, tonight."""
    part = match.value("DAYPART") or match.value("TONIGHT") or match.value("DAYPARTS")
    if match.has("NOON"):
        part = match.value("NOON")
    day, anchor = _day_of(match, anchors)
    if not day:
        return None
    if anchors.narrative and match.has("TONIGHT"):
        return None
    return Timex("TIME", f"{day}T{part}", edge_of(match), anchor=anchor)


def _bare_part(match: Match, anchors: Anchors) -> Timex | None:
    """The morning, overnight, dawn, midnight: of the day told of."""
    word = match.word(len(match.categories) - 1).lower()
    if not anchors.narrative:
        if match.categories[0] == "the" and match.after() == "of":
            return None
        if (word not in ("overnight", "midnight", "midday", "noon", "dawn", "dusk") and match.categories[0] != "the" and \
                edge_of(match) is None) or match.word_before() in ("high", "pre", "as"):
            return None
        if word == "overnight" and match.elements.tags[match.elements.tokens[match.last - 1]] == "N":
            pass
    elif match.categories[0] != "the" and edge_of(match) is None:
        if word in ("night", "daytime", "overnight"):
            return Timex("TIME", f"XXXX-XX-XXT{match.value('DAYPART')}")
        if word not in ("dawn", "midnight", "noon", "midday"):
            return None
    told = anchors.told_day
    part = match.value("DAYPART") or match.value("NOON")
    if word == "overnight" and told and told.day:
        told = values.add_days(told, -1)
    if told is None or not told.day:
        return Timex("TIME", f"XXXX-XX-XXT{part}", edge_of(match))
    return Timex("TIME", f"{values.day_value(told)}T{part}", edge_of(match),
                 anchor=PREVIOUS if told is not anchors.reference else REFERENCE)


_CLOCK = "( CLOCK AMPM? | NUMBER AMPM | NUMBER o'clock | NUMBER in the DAYPART | NOON | ( NUMBER | YEAR ) ZONE )"
_DATED = ("( ( <weekday> ,? )? ( MONTH <dom> | <dom> of? MONTH ) ( ,? YEAR | of YEAR )? | ( LAST | NEXT | THIS )? WEEKDAY | TODAY"
          " | WRITTEN_DAY )")
RULES = (
    Row("time.clock", f"( around | about )? {_CLOCK} ( ZONE | DAYPART )? ZONE? ( ,? {_DATED} )?", _time,
        "The vote is due at 10 p.m. Wednesday.", "10 p.m. Wednesday", "They paid 10 p.c. more.", "2026-06-03T22:00"),
    Row("time.dated_clock", f"{_DATED} ( ,? at? ) {_CLOCK} ZONE?",
        lambda match, anchors: _time(match, anchors) if not match.has("at") and match.has("MONTH") else None,
        "The truce began on May 8 1:00 a.m. under guard.", "May 8 1:00 a.m.", "The truce began on May 8 at sea.",
        "2026-05-08T01:00"),
    Row("time.daypart_of_day", f"( <edge> | ( EARLIER | LATER ) )? ( {_DATED} ,? | THIS | THAT same? | LAST | the ( NEXT | LAST | same ) | the NEXT UNIT 's | early the NEXT )"
        " <edge>? ( DAYPART | NOON )", _part,
        "Shops were shut on Friday night.", "Friday night", "Shops were shut on Friday nightly.", "2026-05-29TNI"),
    Row("time.daypart_on_day", f"( <edge> )? ( early in )? ( the? PART? ) DAYPART UNITS? ( of | on )? {_DATED}", _part,
        "He was seized on the night of April 18, 1775.", "the night of April 18, 1775",
        "He was seized in the nights of terror.", "1775-04-18TNI"),
    Row("time.tonight", "( <edge> | ( EARLIER | LATER ) )? TONIGHT", _part, "The final is tonight.", "tonight",
        "The final is tight.", "2026-06-01TNI"),
    Row("time.daypart", "( <edge> -? )? the? ( DAYPART | NOON )", _bare_part, "He left on Friday and came back in the evening.", "the evening",
        "The evenings are long.", "2026-05-29TEV"),
)
