"""Days, months and years that are written out, wholly or in part."""
from __future__ import annotations

from briefx.extraction.dates import values
from briefx.extraction.dates.anchor import Anchors
from briefx.extraction.dates.phrases import edge_of, expanded_year, known_day, month_day, year_of
from briefx.extraction.dates.row import Match, Row, Timex
from briefx.extraction.dates.values import Day

_AMBIGUOUS_MONTHS = frozenset(("may", "march", "mar", "sep", "dec", "jan", "jun"))
_PREPOSITIONS = frozenset((
    "in", "of", "by", "since", "until", "till", "from", "to", "for", "during", "before", "after", "and", "or", "between",
    "through", "last", "next", "this", "around", "about", "early", "late", "mid", "each", "every", "(", "-", "/", "at",
    "on", "into", "throughout", "past", "circa", "ca", "ca.", "c.", "past", "within", "over"))


def _is_capitalised(match: Match, category: str) -> bool:
    place = match.index(category)
    return place < 0 or match.word(place)[0].isupper()


def _full_day(match: Match, anchors: Anchors) -> Timex | None:
    if not _is_capitalised(match, "MONTH"):
        return None
    found = month_day(match)
    year = year_of(match, anchors.year())
    if found is None or year is None:
        return None
    day = known_day(year, *found)
    return Timex("DATE", values.day_value(day), edge_of(match), skip=_skipped_article(match)) if day else None


def _skipped_article(match: Match) -> int:
    """The article of what follows ("the June 3 vote") is none of the day; that of "the 3rd of June" is."""
    return 1 if match.categories[:2] == ["the", "MONTH"] or match.categories[:2] == ["the", "WEEKDAY"] else 0


def _written_day(match: Match, anchors: Anchors) -> Timex | None:
    value = match.value("WRITTEN_DAY")
    if "/" in value:
        year, one, two = map(int, value.split("/"))
        month, number = (one, two) if one <= 12 and (two > 12 or anchors.month_first) else (two, one)
        day = known_day(year, month, number)
    else:
        day = values.parse_day(value)
    return Timex("DATE", values.day_value(day)) if day else None


def _day_of_year_known(match: Match, anchors: Anchors) -> Timex | None:
    """A month and a day whose year stands elsewhere or nowhere."""
    if not _is_capitalised(match, "MONTH"):
        return None
    found = month_day(match)
    if found is None:
        return None
    year = _carried_year(match)
    if year is not None and known_day(year, *found):
        return Timex("DATE", values.day_value(Day(year, *found)), edge_of(match), skip=_skipped_article(match))
    value = anchors.month_day(*found, match)
    return Timex("DATE", value, edge_of(match), anchor=anchors.base_name if anchors.base else None,
                 skip=_skipped_article(match))


_LINKS = frozenset(("-", "dash", "and", "to", "or", "until", "through", "till", ","))


def _carried_year(match: Match) -> int | None:
    """Returns the year that stands with the other end of a range or list ("March and April 1918"), else null."""
    elements = match.elements
    categories, value = elements.categories, elements.values
    at = match.last
    steps = 0
    while at < len(categories) and categories[at] in ("-", "dash", "and", "to", "or", "until", "through", "till",
                                                      ",", "(", "from", "the", "PART", "on") and steps < 3:
        at += 1
        steps += 1
    if not steps or at >= len(categories):
        return None
    ahead = categories[at:at + 4]
    for pattern in (["MONTH"], ["NUMBER", "MONTH"], ["ORDINAL", "MONTH"], ["MONTH", "NUMBER"], ["MONTH", "NUMBER", ","],
                    ["MONTH", ","], ["SEASON"], ["SEASON", "of"], ["MONTH", "of"]):
        if ahead[:len(pattern)] == pattern and len(ahead) > len(pattern) and ahead[len(pattern)] == "YEAR":
            year = int(value[at + len(pattern)])
            return 1 - year if categories[at + len(pattern) + 1:at + len(pattern) + 2] == ["ERA"] \
                and value[at + len(pattern) + 1] == "BC" else year
    return None


def _range_day(match: Match, anchors: Anchors) -> Timex | None:
    """A bare day of the month beside the other end of a range or list: "6" in "6-7 January 1916"."""
    elements = match.elements
    categories, value = elements.categories, elements.values
    number = value[match.first + match.categories.index("ORDINAL" if match.has("ORDINAL") else "NUMBER")]
    if not (number.isdigit() and 1 <= int(number) <= 31):
        return None
    at = match.last
    if match.after() in _LINKS and match.before() not in ("MONTH", "YEAR") and len(categories) > at + 1:
        ahead = categories[at + 1:at + 8]
        while ahead[:1] == ["the"] or ahead[:1] == ["on"]:
            ahead = ahead[1:]
            at += 1
        if ahead[:2] in (["NUMBER", "MONTH"], ["ORDINAL", "MONTH"]) or ahead[:3] in (["ORDINAL", "of", "MONTH"],
                                                                                     ["NUMBER", "of", "MONTH"]):
            place = at + 2 + (ahead[1] == "of")
            return _day_with(match, anchors, int(value[place]), int(number), _year_after(match, place + 1))
        if match.after() in ("-", "and", "or", ",") and ahead[:3] == ["NUMBER", "and", "NUMBER"]:
            return None
    at = match.first
    if match.before() in _LINKS and at >= 2:
        back = at - 2 if categories[at - 2] not in _LINKS else at - 3
        if back >= 1 and categories[back] in ("NUMBER", "ORDINAL"):
            while back >= 3 and categories[back - 1] in (",", "-") and categories[back - 2] in ("NUMBER", "ORDINAL"):
                back -= 2
            if back >= 1 and categories[back - 1] == "MONTH" and int(value[back]) < int(number):
                if match.before() == "," and match.after() not in ("and", ",", "or"):
                    return None
                if match.word_after() in ("people", "percent", "%") or match.after() in ("UNITS", "UNIT", "MONTH"):
                    return None
                return _day_with(match, anchors, int(value[back - 1]), int(number), _year_after(match, match.last))
    return None


def _year_after(match: Match, at: int) -> int | None:
    categories, value = match.elements.categories, match.elements.values
    while at < len(categories) and categories[at] in (",", "of"):
        at += 1
    if at < len(categories) and categories[at] == "YEAR":
        return int(value[at])
    return None


def _day_with(match: Match, anchors: Anchors, month: int, number: int, year: int | None) -> Timex | None:
    if year is None:
        point = anchors.point
        if match.before() in _LINKS and point and point.month == month:
            year = point.year
    if year is None:
        return Timex("DATE", anchors.month_day(month, number, match), anchor=anchors.base_name if anchors.base else None)
    day = known_day(year, month, number)
    return Timex("DATE", values.day_value(day)) if day else None


def _month_year(match: Match, anchors: Anchors) -> Timex | None:
    year = year_of(match, anchors.year())
    if year is None or not _is_capitalised(match, "MONTH"):
        return None
    return Timex("DATE", values.day_value(Day(year, int(match.value("MONTH")))), edge_of(match))


def _month(match: Match, anchors: Anchors) -> Timex | None:
    if not _is_capitalised(match, "MONTH"):
        return None
    place = match.index("MONTH")
    word = match.word(place).lower()
    edge = edge_of(match)
    if word.endswith(".") or word in ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"):
        return None
    token = match.elements.tokens[match.first + place]
    tags = match.elements.tags
    before = match.word_before()
    following = tags[token + 1:token + 2]
    if tags[token] == "M" or (word in ("may", "march") and before not in _PREPOSITIONS and following in tuple("Vpb")):
        return None
    if word == "march" and match.word_after() in ("of", "for", "on", "against", "to") and before not in _PREPOSITIONS:
        return None
    if following == "P" and edge is None and before not in _PREPOSITIONS | {"the", "'s"} and \
            not match.elements.lowers[token + 1].isdigit():
        return None  # a person: "April Jones said"
    if before and tags[match.elements.tokens[match.first] - 1] == "P" and word in ("may", "march", "april", "june", "august"):
        if match.elements.ends[match.first - 1] == match.elements.starts[match.first] if match.first else True:
            return None  # "Theresa May"
    year = _carried_year(match)
    if year is not None:
        return Timex("DATE", values.day_value(Day(year, int(match.value("MONTH")))), edge)
    value = anchors.month(int(match.value("MONTH")), match)
    return Timex("DATE", value, edge, anchor=anchors.base_name if anchors.base else None)


def _month_of_year_named(match: Match, anchors: Anchors) -> Timex | None:
    """A month with "this year", "last year" or "next year"."""
    if not _is_capitalised(match, "MONTH"):
        return None
    step = int(match.value("THIS") or match.value("LAST") or match.value("NEXT") or 0)
    base = anchors.told if match.has("THAT") or match.has("same") else anchors.base
    if base is None:
        return Timex("DATE", f"XXXX-{int(match.value('MONTH')):02d}", edge_of(match))
    day = Day(base.year + step, int(match.value("MONTH")))
    found = month_day(match) if match.has("NUMBER") else None
    if found and values.is_day(day.year, *found):
        day = Day(day.year, *found)
    return Timex("DATE", values.day_value(day), edge_of(match), anchor=anchors.base_name)


_COUNTED = frozenset((
    "people", "men", "women", "troops", "soldiers", "miles", "meters", "metres", "feet", "percent", "dollars", "pounds",
    "euros", "tons", "tonnes", "votes", "jobs", "employees", "workers", "acres", "kilometers", "kilometres", "km", "m",
    "barrels", "points", "shares", "homes", "seats", "square", "cubic", "rpm", "cc", "mph", "degrees", "calories", "pages",
    "copies", "patients", "students", "children", "others", "words", "casualties", "deaths", "prisoners", "civilians",
    "%", "billion", "million", "thousand", "dead", "wounded", "killed", "members", "aircraft", "tanks", "ships"))
_COUNTING = frozenset(("$", "#", "no.", "£", "€", "flight", "highway", "route", "room", "nearly", "almost", "roughly",
                       "approximately", "some", "than", "interstate", "number", "model", "boeing", "windows"))
_YEAR_IS_SURE = frozenset((
    "in", "since", "of", "by", "until", "till", "from", "during", "between", "before", "after", "early", "late", "mid",
    "the", "year", "fiscal", "calendar", "for", "through", "throughout", "into", "to", "and", ",", "(", "-", "around",
    "about", "circa", "ca", "ca.", "c."))


def _year(match: Match, anchors: Anchors) -> Timex | None:
    year = year_of(match, anchors.year())
    if year is None:
        return None
    edge = edge_of(match)
    if match.has("ERA"):
        return Timex("DATE", values.year_value(year), edge)
    if match.has("SHORT_YEAR"):
        return Timex("DATE", values.year_value(year), edge)
    before, after = match.word_before(), match.word_after()
    if (before in _COUNTING and match.word_before(2) not in ("later", "earlier", "sooner")) or after in _COUNTED or after in ("hours",):
        return None
    if edge is None and "UNIT" not in match.categories:
        tags = match.elements.tags
        tag_before = tags[match.elements.tokens[match.first] - 1] if match.elements.tokens[match.first] else "¶"
        if match.before() in ("-", "/") and match.before(2) == "NUMBER":
            return None
        if tag_before in "K$":
            return None
        if not 1500 <= year <= 2100 and before not in ("in", "of", "since", "by", "until", "from", "year", "between",
                                                       "around", "circa"):
            return None
        if year > 2100 or year < 1000 or match.after() in ("UNITS", "UNIT", "second") or \
                (match.after() == "-" and match.after(2) in ("UNIT", "UNITS", "?") and match.after(2) == "UNIT"):
            return None
    return Timex("DATE", values.year_value(year), edge)


def _range_end_year(match: Match, anchors: Anchors) -> Timex | None:
    """The second year of 1914-18 or 2007/08."""
    if match.before() not in ("-", "/") or match.before(2) != "YEAR":
        return None
    elements = match.elements
    value = elements.values[match.first]
    if len(value) != 2 or elements.starts[match.first] != elements.ends[match.first - 1] or match.after() == "-":
        return None
    first = int(elements.values[match.first - 2])
    year = first // 100 * 100 + int(value)
    if not first < year:
        return None
    return Timex("DATE", values.year_value(year))


def _range_start_before_christ(match: Match, anchors: Anchors) -> Timex | None:
    """The first year of 490-480 BC, which bears no BC itself."""
    categories, value = match.elements.categories, match.elements.values
    at = match.last
    while at < len(categories) and categories[at] in ("-", "to", "and", "until", "or", "dash"):
        at += 1
    written = match.value("NUMBER") or match.value("YEAR")
    if at == match.last or categories[at:at + 2] not in (["NUMBER", "ERA"], ["YEAR", "ERA"]) or value[at + 1] != "BC":
        return None
    if not written.isdigit() or not value[at].isdigit() or int(written) < int(value[at]):
        return None
    return Timex("DATE", values.year_value(1 - int(written)), edge_of(match))


def _decade(match: Match, anchors: Anchors) -> Timex | None:
    if match.has("DECADE_WORD"):
        if not match.has("the") and not match.has("PART"):
            return None
        tens = int(match.value("DECADE_WORD"))
        if match.before() in ("his", "her", "in") and match.word_before() in ("his", "her", "their", "my", "your"):
            return None
    else:
        tens = int(match.value("DECADE"))
    if match.elements.lowers[match.elements.tokens[match.first] - 1:][:1] and \
            match.word_before() in ("his", "her", "their", "my", "your", "our"):
        return None
    if tens < 100:
        tens = expanded_year(f"{tens:02d}", anchors.year())
    if match.value("ERA") == "BC":
        return Timex("DATE", values.decade_value(1 - tens), edge_of(match))
    return Timex("DATE", values.decade_value(tens), edge_of(match))


def _century(match: Match, anchors: Anchors) -> Timex | None:
    number = match.value("ORDINAL") or ("2" if match.has("second") else "")
    if match.value("UNIT") != "CE" and match.value("UNITS") != "CE" or not number or not 1 <= int(number) <= 30:
        return None
    century = int(number) - 1
    prefix = "BC" if match.value("ERA") == "BC" else ""
    return Timex("DATE", f"{prefix}{century:02d}", edge_of(match))


def _season_year(match: Match, anchors: Anchors) -> Timex | None:
    year = year_of(match, anchors.year())
    if year is None:
        return None
    season = match.value("SEASON")
    if match.categories[-1] == "NUMBER":  # the winter of 2025-26, the summer of 2025-26 in the south
        if season not in ("WI", "SU") or int(match.value("NUMBER")) != (year + 1) % 100:
            return None
        year += season == "WI"
    return Timex("DATE", f"{values.year_value(year)}-{season}", edge_of(match))


def _season(match: Match, anchors: Anchors) -> Timex | None:
    place = match.index("SEASON")
    word = match.word(place)
    lower = word.lower()
    tags = match.elements.tags
    token = match.elements.tokens[match.first + place]
    carried = _carried_year(match)
    season = match.value("SEASON")
    if carried is not None:
        return Timex("DATE", f"{values.year_value(carried)}-{season}", edge_of(match))
    sure = match.word_before() in ("in", "during", "by", "since", "until", "throughout", "next", "last", "this", "each")
    if lower in ("fall", "spring") and match.word_after() == "of":
        return None
    if lower in ("fall", "spring", "falls", "springs") and not sure and edge_of(match) is None:
        if not match.has("the") or tags[token + 1:token + 2] == "I":
            return None
    if lower in ("fall", "spring") and tags[token] in "VDZM":
        return None
    if not match.has("the") and not sure and edge_of(match) is None and not anchors.narrative:
        return None
    return Timex("DATE", anchors.season(season, match), edge_of(match), anchor=anchors.base_name if anchors.base else None)


RULES = (
    Row("date.month_day_year", "the? ( <weekday> ,? the? )? <edge>? MONTH <dom> ( ,? <year> | of <year> )", _full_day,
        "The treaty was signed on June 3, 1998, in Oslo.", "June 3, 1998",
        "Lot 3, 1998 in all, went for less.", "1998-06-03"),
    Row("date.day_month_year", "the? ( <weekday> ,? the? )? <edge>? <dom> of? MONTH ( ,? <year> | of <year> )", _full_day,
        "The court ruled on 29 February 2024.", "29 February 2024",
        "There is no 30 February 2024 in any calendar.", "2024-02-29"),
    Row("date.written_day", "WRITTEN_DAY", _written_day, "It was filed on 2026-05-31 in Rome.", "2026-05-31",
        "The part bears the number 2026-15-31.", "2026-05-31"),
    Row("date.month_day", "the? ( <weekday> ,? the? )? <edge>? MONTH <dom>", _day_of_year_known,
        "Voters go to the polls on Sunday, June 7.", "Sunday, June 7",
        "They may 7 times say no.", "2026-06-07"),
    Row("date.day_month", "the? ( <weekday> ,? the? )? <edge>? <dom> of? MONTH", _day_of_year_known,
        "The strike will end on 8 June.", "8 June",
        "All 8 may leave.", "2026-06-08"),
    Row("date.range_day", "( the? NUMBER | the? ORDINAL )", _range_day,
        "Talks are set for 6-7 June 2026.", "6",
        "The vote was 6-7 in June.", "2026-06-06"),
    Row("date.month_year", "<edge>? MONTH ( ,? <year> | of <year> )", _month_year,
        "Prices rose in February of 2021.", "February of 2021",
        "They may 2021 times fail.", "2021-02"),
    Row("date.month", "<edge>? MONTH", _month, "Sales fell in early April.", "early April",
        "They may leave.", "2026-04"),
    Row("date.month_of_year_named", "<edge>? MONTH NUMBER? ,? of? ( THIS | LAST | NEXT | THAT same? | the same ) UNIT",
        lambda match, anchors: _month_of_year_named(match, anchors) if match.value("UNIT") == "Y" else None,
        "The mill closed in October last year.", "October last year",
        "The mill closed in October last week.", "2025-10"),
    Row("date.year", "( <edge>? the? UNIT? <year> | <edge>? the UNIT NUMBER )",
        lambda match, anchors: _year_called(match, anchors),
        "The bridge was built in 1931.", "1931", "The bridge cost $1931.", "1931"),
    Row("date.range_end_year", "NUMBER", _range_end_year, "The war of 1914-18 began so.", "18",
        "The score was 1914 to 18 points.", "1918"),
    Row("date.range_start_before_christ", "<edge>? ( NUMBER | YEAR )", _range_start_before_christ,
        "The war of 431-404 BC ruined Athens.", "431", "The score was 43-40 in the end.", "BC0431"),
    Row("date.decade", "( the? <edge>? DECADE ERA? | <edge>? DECADE_WORD | the DECADE_WORD )", _decade,
        "Few had cars in the early 1920s.", "the early 1920s", "He is in his 80s.", "192"),
    Row("date.century", "( the? <edge>? | <edge> ) ( ORDINAL | second ) -? UNIT ERA?", _century,
        "It was a harbour in the 12th century.", "the 12th century", "It was their 12th week.", "11"),
    Row("date.season_year", "( the? <edge>? SEASON ( ,? <year> | of <year> | of? YEAR ( - | / ) NUMBER ) | the? YEAR SEASON )", _season_year,
        "They met in the spring of 1994.", "the spring of 1994", "The spring broke in the clock.", "1994-SP"),
    Row("date.season", "( the? | <edge> ) SEASON", _season, "The lake dried up in the summer.", "the summer",
        "Prices fall with demand.", "2026-SU"),
)


def _year_called(match: Match, anchors: Anchors) -> Timex | None:
    """A year, maybe with the word ("the year 1998", "the year two thousand")."""
    if match.has("UNIT"):
        if match.value("UNIT") != "Y":
            return None
        number = match.value("NUMBER")
        if number and not match.has("ERA"):
            return Timex("DATE", values.year_value(int(number)), edge_of(match)) if number == "2000" else None
    elif match.categories[:1] == ["the"] and edge_of(match) is None:
        found = _year(match, anchors)
        return found._replace(skip=1) if found else None
    return _year(match, anchors)
