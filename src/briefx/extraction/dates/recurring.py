"""Times that come again: sets."""
from __future__ import annotations

from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import count_of, duration
from briefx.extraction.dates.row import Match, Row, Timex


def _every(match: Match, anchors: Anchors) -> Timex | None:
    """Every week, each year, every two days, per day."""
    quant = "EVERY" if match.has("every") else "EACH" if match.has("each") else None
    unit = match.value("UNIT") or match.value("UNITS")
    if unit in ("SEASON", "WE"):
        return Timex("SET", "XXXX-WXX-WE", quant=quant) if unit == "WE" else None
    if anchors.narrative and unit == "D" and len(match.categories) == 2 and not match.has("per"):
        return Timex("SET", "XXXX-XX-XX", quant=quant)
    count = "2" if match.has("other") else count_of(match) or "1"
    return Timex("SET", duration(count, unit), quant=quant)


def _every_named(match: Match, anchors: Anchors) -> Timex | None:
    """Every Tuesday, each July, every summer, every morning."""
    quant = "EVERY" if match.has("every") else "EACH"
    if match.has("WEEKDAY"):
        value = f"XXXX-WXX-{match.value('WEEKDAY')}" + (f"T{match.value('DAYPART')}" if match.has("DAYPART") else "")
    elif match.has("MONTH"):
        value = f"XXXX-{int(match.value('MONTH')):02d}"
    elif match.has("SEASON"):
        value = f"XXXX-{match.value('SEASON')}"
    else:
        value = f"XXXX-XX-XXT{match.value('DAYPART')}"
    return Timex("SET", value, quant=quant)


def _weekdays(match: Match, anchors: Anchors) -> Timex | None:
    """Mondays, Tuesday nights."""
    number = match.value("WEEKDAYS") or match.value("WEEKDAY")
    if match.has("DAYPARTS"):
        return Timex("SET", f"XXXX-WXX-{number}T{match.value('DAYPARTS')}")
    return Timex("SET", f"XXXX-WXX-{number}") if match.word(match.index("WEEKDAYS"))[0].isupper() else None


def _often(match: Match, anchors: Anchors) -> Timex | None:
    """Daily, weekly, annually."""
    word = match.word(0)
    if word[0].isupper() and match.elements.tokens[match.first] and match.word_before() not in (".", "\"", "“", "\n\n"):
        return None  # a name: the Daily Telegraph
    value = match.value("OFTEN")
    if match.word_before() == "party":
        return None
    if anchors.narrative:
        value = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1Y": "XXXX"}.get(value, value)
    return Timex("SET", value)


def _rate(match: Match, anchors: Anchors) -> Timex | None:
    """A year, a day after a number: 40 a year, $5 a month, twice a week."""
    unit = match.value("UNIT")
    if unit in ("SEASON", "WE", "Q", "DE", "CE", "SEASON"):
        return None
    if match.has("TIMES"):
        return Timex("SET", duration("1", unit), freq=f"{match.value('TIMES')}X")
    tags = match.elements.tags
    at = match.elements.tokens[match.first]
    if match.categories[0] == "/":
        return Timex("SET", duration("1", unit), skip=1) if match.before() == "NUMBER" else None
    before = match.word_before()
    tag = tags[at - 1] if at else "¶"
    if match.after() in ("ago", "EARLIER", "LATER", "or") or match.word_after() in ("ago", "earlier", "later", "before"):
        return None
    if tag in "KS$" or before in ("%", "percent", "times", "million", "billion", "people"):
        return Timex("SET", duration("1", unit))
    return None


RULES = (
    Row("set.every", "( every | each | per ) ( <count> | other )? ( UNIT | UNITS )", _every,
        "The pump runs every two hours.", "every two hours", "The pump ran every two miles.", "PT2H"),
    Row("set.every_named", "( every | each ) ( WEEKDAY DAYPART? | MONTH | SEASON | DAYPART )", _every_named,
        "The band plays every Tuesday.", "every Tuesday", "The band plays every hall.", "XXXX-WXX-2"),
    Row("set.weekdays", "( WEEKDAYS | WEEKDAY DAYPARTS )", _weekdays,
        "The shop is shut on Mondays.", "Mondays", "The shop of the sundays and sons is shut.", "XXXX-WXX-1"),
    Row("set.often", "OFTEN", _often, "The board meets weekly.", "weekly", "She writes for the Weekly Post.", "P1W"),
    Row("set.rate", "( TIMES )? ( a UNIT | / UNIT )", _rate, "It costs 40 euros a month.", "a month",
        "It took a month.", "P1M"),
)
