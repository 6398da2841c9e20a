"""Times that come again: sets."""
from __future__ import annotations

from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import count_of, duration, unit_of
from briefx.extraction.dates.row import Match, Row, Timex

# What histories' annotation (TIMEX2) has for what comes again with each unit.
_TOLD = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1Y": "XXXX"}
# The figure of an amount stands within so many tokens.
_AMOUNT_REACH = 3
_LISTING = frozenset(("and", "or", ","))
_RATE_UNITS = frozenset(("H", "MIN", "D", "W", "M", "Y"))


def _every(match: Match, anchors: Anchors) -> Timex | None:
    """Every week, each year, every two days, every other day, per day."""
    quant = "EVERY" if match.has("every") else "EACH" if match.has("each") else None
    unit = unit_of(match)
    if unit == "WE":
        return Timex("SET", "XXXX-WXX-WE", quant=quant)
    if unit == "SEASON":
        return None
    if anchors.narrative and unit == "D" and quant and (len(match.categories) == 2 or match.has("entire")):
        return Timex("SET", _TOLD["P1D"], quant=quant)
    return Timex("SET", duration("2" if match.has("other") else count_of(match) or "1", unit), quant=quant)


def _every_named(match: Match, anchors: Anchors) -> Timex | None:
    """Every Tuesday, every other Friday, each July, every summer, every morning."""
    if match.has("WEEKDAY"):
        value = f"XXXX-WXX-{match.value('WEEKDAY')}" + (f"T{match.value('DAYPART')}" if match.has("DAYPART") else "")
    elif match.has("MONTH"):
        value = f"XXXX-{int(match.value('MONTH')):02d}"
    elif match.has("SEASON"):
        value = f"XXXX-{match.value('SEASON')}"
    else:
        value = f"XXXX-XX-XXT{match.value('DAYPART')}"
    quant = "EVERY" if match.has("every") else "EACH"
    return Timex("SET", value, quant="EVERY OTHER" if match.has("other") or match.has("second") else quant)


def _weekday_of_every(match: Match, anchors: Anchors) -> Timex | None:
    """The first Monday of each month, the last Friday of every quarter."""
    if match.value("UNIT") not in ("M", "Q", "Y"):
        return None
    return Timex("SET", duration("1", match.value("UNIT")), quant="EVERY" if match.has("every") else "EACH")


def _weekday_in_set(match: Match, anchors: Anchors) -> Timex | None:
    """A weekday in a list with one that comes again: "Monday and Tuesday nights", "every Monday and Tuesday"."""
    elements = match.elements
    categories, number = elements.categories, match.value("WEEKDAY")
    if not match.word(0)[0].isupper():
        return None
    at = match.last
    while categories[at:at + 1] and (categories[at] in _LISTING or categories[at:at + 1] == ["WEEKDAY"]):
        at += 1
    if at > match.last + 1 and categories[at:at + 1] == ["DAYPARTS"] and categories[at - 1] == "WEEKDAY":
        return Timex("SET", f"XXXX-WXX-{number}T{elements.values[at]}")
    at = match.first - 1
    while at > 0 and (categories[at] in _LISTING or categories[at] == "WEEKDAY"):
        at -= 1
    if at < match.first - 2 and categories[at] in ("every", "each") and categories[at + 1] == "WEEKDAY" and \
            match.before() in _LISTING:
        return Timex("SET", f"XXXX-WXX-{number}", quant=categories[at].upper())
    return None


def _weekdays(match: Match, anchors: Anchors) -> Timex | None:
    """Mondays, Tuesday nights."""
    if not match.word(0)[0].isupper():
        return None
    part = f"T{match.value('DAYPARTS')}" if match.has("DAYPARTS") else ""
    return Timex("SET", f"XXXX-WXX-{match.value('WEEKDAYS') or match.value('WEEKDAY')}{part}")


def _often(match: Match, anchors: Anchors) -> Timex | None:
    """Daily, weekly, annually; not the Daily Telegraph."""
    before = match.word_before()
    if match.word(0)[0].isupper() and before not in ("", ".", "\"", "“", "``", "\n\n"):
        return None
    if match.word(0).lower() == "everyday" and not anchors.narrative:
        return None  # "everyday life" is ordinary
    value = match.value("OFTEN")
    if anchors.narrative:
        return Timex("SET", _TOLD.get(value, value))
    return None if _is_of_amount(match) else Timex("SET", value)


def _is_of_amount(match: Match) -> bool:
    """Stands an adverb behind an amount that it makes a rate: "grew 4% annually", "sells 900 units annually"?"""
    tags, at = match.elements.tags, match.first_token
    if match.word_before() == "times" or tags[match.last_token + 1:match.last_token + 2] in ("N", "S", "J"):
        return False  # "two daily flights"
    more = match.word_before() in ("more", "less")  # "$50,000 or more annually"
    return (more or tags[at - 1:at] in ("N", "S", "K", "$")) and "K" in tags[max(0, at - _AMOUNT_REACH):at]


def _rate(match: Match, anchors: Anchors) -> Timex | None:
    """Twice a week; in histories also what makes a rate: 40 a year, $5 a month, six seats a week, 3/day.

    Annotators of news take such a rate for a measure, no time, in two of three places.
    """
    unit = match.value("UNIT")
    if unit not in _RATE_UNITS:
        return None
    value = duration("1", unit)
    if match.has("TIMES"):
        return Timex("SET", value, freq=f"{match.value('TIMES')}X")
    if match.word_before() == "times":
        return Timex("SET", value)
    if not anchors.narrative:
        return None
    if match.categories[0] == "/":
        return Timex("SET", value, skip=1) if match.before() == "NUMBER" else None
    if match.after() in ("ago", "EARLIER", "LATER", "or", "before"):
        return None
    at = match.first_token
    tag = match.elements.tags[at - 1] if at else "¶"
    counted = tag in "KS$" or match.word_before() in ("%", "percent", "times", "million", "billion", "people")
    return Timex("SET", value) if counted else None


RULES = (
    Row("set.every", "( every | each | per ) ( <count> | other | entire )? ( UNIT | UNITS )", _every,
        "The pump runs every two hours.", "every two hours", "The pump ran every two miles.", "PT2H"),
    Row("set.every_named", "( every | each ) ( ( other | second )? WEEKDAY DAYPART? | MONTH | SEASON | DAYPART )",
        _every_named, "The band plays every Tuesday.", "every Tuesday", "The band plays every hall.", "XXXX-WXX-2"),
    Row("set.weekday_of_every", "the ( ORDINAL | second | LAST | final ) WEEKDAY ( of | in ) ( every | each ) UNIT",
        _weekday_of_every, "Entry is free on the first Monday of each month.", "the first Monday of each month",
        "Entry is free on the first Monday of the month.", "P1M"),
    Row("set.weekday_in_set", "WEEKDAY", _weekday_in_set,
        "The ship leaves on Monday and Friday nights.", "Monday", "The ship left on Monday and Friday.",
        "XXXX-WXX-1TNI"),
    Row("set.weekdays", "( WEEKDAYS | WEEKDAY DAYPARTS )", _weekdays,
        "The shop is shut on Mondays.", "Mondays", "The shop of the sundays and sons is shut.", "XXXX-WXX-1"),
    Row("set.often", "OFTEN", _often, "The board meets weekly.", "weekly", "She writes for the Weekly Post.", "P1W"),
    Row("set.rate", "TIMES? ( a UNIT | / UNIT )", _rate, "They meet twice a month.", "twice a month",
        "It costs 40 euros a month.", "P1M"),
)
