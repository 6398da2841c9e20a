"""Where time may be spoken of, and in which elements: the cheap test, and what the patterns run over.

A text is first reduced to one flag a token; only the stretches around one that carries time are looked at, and the
flags say what has to be done there.

==== ==========================================================
"."  nothing of time
"t"  a word that may carry an expression
"m"  the name of a month, which may carry one too
"d"  such a word that may end the name of a holiday as well ("day", "July")
"y"  a number that may be a year, or the era of one
"c"  a compound that may carry an expression ("mid-June", "9pm")
"w"  such a compound that may be a day in numbers ("2026-06-01")
"h"  a word that helps to build one ("the", "last", "of")
"n"  a word that numbers are made of ("two", "half")
"g"  a number in plain figures
"o"  a compound that helps, a number with marks ("1,500")
"q"  an apostrophe, which may begin a year of two figures ("'98")
==== ==========================================================

There the tokens become elements with a category and a value; compounds are opened ("third-quarter", "1914-18",
"25th"), and what is one number in words becomes one element ("two hundred and fifty", "nineteen ninety-six").
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefx.extraction.dates.numerals import join_numbers
from briefx.lexicon.words import holidays, time_words
from briefx.memory import remembered
from briefx.records import TYPE_CHECKING

if TYPE_CHECKING:
    from briefx.text.analysis import Analysis

# Categories whose words can carry a time expression by themselves.
_CARRIERS = frozenset((
    "MONTH", "WEEKDAY", "WEEKDAYS", "SEASON", "SEASONS", "UNIT", "UNITS", "DAYPART", "DAYPARTS", "NOON",
    "DECADE_WORD", "TODAY", "TONIGHT", "NOW", "VAGUE", "OFTEN", "AMPM", "ERA", "ZONE", "o'clock", "previously",
    "soon", "LONG", "current", "recent", "future", "former", "present", "date", "time", "period", "term", "while",
    "TIMES", "QUARTER"))
# Categories that numbers of several elements are made of.
_PARTS_OF_NUMBERS = frozenset(("NUMERAL", "FRACTION", "'", "half"))
_CARRYING = "tmdycw"
# So many words are remembered with their flag, until a text is met that finds the memory full.
_MOST_FLAGS = 200_000
# A stretch of more tokens than this is no prose; it is cut, so that the work stays linear.
_LONGEST = 200
# No compound that speaks of time has more characters.
_LONGEST_COMPOUND = 40
# Numbers of more digits than these are no counts of time.
_MOST_DIGITS = 9
# The most words that the name of a holiday has.
_HOLIDAY_WORDS = 5


class _Flags(dict[str, str]):
    """{word in lower case: its flag}, filled as words are met."""

    def __init__(self) -> None:
        super().__init__(past="t", nineteen="y")
        self["'"] = self["’"] = self["‘"] = "q"
        self.update(dict.fromkeys(_ends_of_holidays(), "d"))
        self._time = time_words()

    def __missing__(self, word: str) -> str:
        entry = self._time.get(word)
        flag = self[word] = _flag(entry[0]) if entry else "." if word.isalpha() else self._of_compound(word)
        return flag

    def _of_compound(self, word: str) -> str:
        if len(word) > _LONGEST_COMPOUND:
            return "."
        if "0" <= word[:1] <= "9":
            if word.isdecimal():
                return "y" if len(word) == 4 and "1000" <= word <= "2999" else "g"
            if word[-1].isdecimal() and not (":" in word or "-" in word or "/" in word or word.count(".") == 2):
                return "o"
            return "w" if any(word.count(mark) > 1 for mark in "-/.") else "c"
        if "-" not in word:
            return "c" if word[:2] == "fy" and word[2:].isdecimal() else "."
        parts = {self[part] for part in word.split("-")}
        return "c" if not parts.isdisjoint(_CARRYING) else "." if "." in parts else "o"


def _flag(category: str) -> str:
    if category in _CARRIERS:
        return "m" if category == "MONTH" else "y" if category == "ERA" else "t"
    return "n" if category in _PARTS_OF_NUMBERS else "h"


@cache
def _flags() -> _Flags:
    return _Flags()


@cache
def _carrying() -> re.Pattern[str]:
    return re.compile(f"[{_CARRYING}q](?:(?<!q)|(?=g))[^.]*")


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")


@cache
def _written_day() -> re.Pattern[str]:
    """A day in numbers: year first with hyphens or slashes, or two numbers and a year."""
    return re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:t.*)?|(\d{1,2})([./-])(\d{1,2})\6(\d{4}|\d\d)")


class Elements:
    """One stretch of a text as parallel lists: categories, values (as strings), offsets, first and last tokens."""

    __slots__ = ("categories", "ends", "first_tokens", "last_tokens", "lowers", "starts", "tags", "text", "values")

    def __init__(self, analysis: Analysis, first: int, last: int) -> None:
        """An element for each of the tokens first:last, which are no compounds."""
        self.text = analysis.text
        self.lowers = analysis.lowers
        self.tags = analysis.tags
        self.categories: list[str] = []
        self.values: list[str] = []
        for lower in self.lowers[first:last]:
            category, value = _entry(lower)
            self.categories.append(category)
            self.values.append(value)
        self.starts = analysis.starts[first:last]
        self.ends = analysis.ends[first:last]
        self.first_tokens = [*range(first, last)]
        self.last_tokens = self.first_tokens.copy()

    def add(self, category: str, value: str, start: int, end: int, token: int) -> None:
        self.categories.append(category)
        self.values.append(value)
        self.starts.append(start)
        self.ends.append(end)
        self.first_tokens.append(token)
        self.last_tokens.append(token)

    def join(self, first: int, last: int, category: str, value: str) -> None:
        """Makes one element of the elements first:last."""
        if last - first == 1:
            self.categories[first] = category
            self.values[first] = value
            return
        self.categories[first:last] = [category]
        self.values[first:last] = [value]
        self.starts[first:last] = self.starts[first:first + 1]
        self.ends[first:last] = self.ends[last - 1:last]
        self.first_tokens[first:last] = self.first_tokens[first:first + 1]
        self.last_tokens[first:last] = self.last_tokens[last - 1:last]


def time_flags(lowers: list[str]) -> str:
    """Returns a flag a token, as the head of this module lists them."""
    if len(_flags()) > _MOST_FLAGS:
        _flags.cache_clear()
    return "".join(map(_flags().__getitem__, lowers))


def stretches(analysis: Analysis, flags: str, only_full_days: bool = False) -> Iterator[Elements]:
    """Yields the elements of each stretch of the text in which a word of time stands, in order.

    With ``only_full_days`` just those in which a day might be written out with its year.
    """
    done = 0
    for found in _carrying().finditer(flags):
        first, last = found.span()
        first = flags.rfind(".", done, first) + 1 or done
        done = last
        while first < last:
            end = min(last, first + _LONGEST)
            kinds = flags[first:end]
            if not only_full_days or _may_hold_full_day(kinds):
                yield _elements(analysis, first, kinds)
            first = end


def _may_hold_full_day(kinds: str) -> bool:
    return "w" in kinds or (("m" in kinds or "d" in kinds) and ("y" in kinds or "c" in kinds or kinds.count("n") > 1))


def _elements(analysis: Analysis, first: int, kinds: str) -> Elements:
    if "c" in kinds or "o" in kinds or "w" in kinds:
        elements = Elements(analysis, first, first)
        lowers, starts, ends = analysis.lowers, analysis.starts, analysis.ends
        for token, kind in enumerate(kinds, first):
            if kind in "cow":
                _open(elements, lowers[token], starts[token], token)
            else:
                elements.add(*_entry(lowers[token]), starts[token], ends[token], token)
    else:
        elements = Elements(analysis, first, first + len(kinds))
    categories = elements.categories
    if not _PARTS_OF_NUMBERS.isdisjoint(categories) or ("YEAR" in categories and "'s" in categories):
        join_numbers(elements)
    if "d" in kinds:
        _join_holidays(elements, analysis, [token for token, kind in enumerate(kinds, first) if kind == "d"])
    return elements


@remembered
def _entry(lower: str) -> tuple[str, str]:
    """Returns category and value of a token that is no compound: a word of time, a number, else "?" and the word."""
    return time_words().get(lower) or ((_number_category(lower) if lower.isdecimal() else "?"), lower)


def _open(elements: Elements, lower: str, start: int, token: int) -> None:
    """Adds the elements of a token that is a compound or a number with marks in it."""
    if (lower[-1].isdecimal() or "t" in lower) and any([lower.count(mark) > 1 for mark in "-/."]):
        day = _written_day().fullmatch(lower)
        if day and _add_written_day(elements, day, start, token):
            return
    if ":" in lower:
        clock = lower.split("-")[0]
        elements.add("CLOCK", clock, start, start + len(clock), token)
        if len(clock) < len(lower):
            _open(elements, lower[len(clock):], start + len(clock), token)
        return
    if len(lower) == 3 and lower[1] == "/" and lower[0].isdecimal() and lower[2] in "2345678":
        elements.add("FRACTION", f"{int(lower[0]) / int(lower[2]):g}", start, start + 3, token)
        return
    words = time_words()
    for piece in _piece().finditer(lower):
        text = piece.group()
        at, end = start + piece.start(), start + piece.end()
        if text[0].isdecimal():
            elements.add(_number_category(text), text.replace(",", ""), at, end, token)
        elif elements.ends and elements.ends[-1] == at and elements.categories[-1] in ("NUMBER", "YEAR"):
            _add_suffix(elements, text, at, end, token)
        else:
            category, value = words.get(text, ("?", text))
            if category == "EDGE" and lower[piece.end():piece.end() + 1] == "-":
                category = "PART"  # "end-June", as "mid-June"
            elements.add(category, value, at, end, token)


def _number_category(digits: str) -> str:
    if len(digits) > _MOST_DIGITS or digits.count(".") > 1:
        return "?"
    return "YEAR" if len(digits) == 4 and "1000" <= digits <= "2999" else "NUMBER"


def _add_suffix(elements: Elements, text: str, start: int, end: int, token: int) -> None:
    """Adds what is written together with a number: 25th, 1990s, 9pm, 3/4."""
    value = elements.values[-1]
    if text == "q" and value in ("1", "2", "3", "4"):
        elements.categories[-1] = "QUARTER"
        elements.ends[-1] = end
    elif text in ("st", "nd", "rd", "th") and value.isdecimal():
        elements.categories[-1] = "ORDINAL"
        elements.ends[-1] = end
    elif text in ("s", "'s", "’s") and value.isdecimal() and value[-1] == "0" and len(value) in (2, 3, 4):
        elements.categories[-1] = "DECADE"
        elements.ends[-1] = end
    else:
        category, value = time_words().get(text, ("?", text))
        elements.add(category, value, start, end, token)


def _add_written_day(elements: Elements, day: re.Match[str], start: int, token: int) -> bool:
    year_first, _, month, number, one, mark, two, year_last = day.groups()
    if year_first:
        value = f"{year_first}-{int(month):02d}-{int(number):02d}"
        end = start + day.end(4)
    else:
        if mark == "." and len(year_last) == 2:
            return False
        year = year_last if len(year_last) == 4 else ("20" if year_last < "50" else "19") + year_last
        day_first = mark == "." and int(two) <= 12
        value = f"{year}-{int(two):02d}-{int(one):02d}" if day_first else f"{year}/{one}/{two}"
        end = start + day.end()
    elements.add("WRITTEN_DAY", value, start, end, token)
    return True


def _join_holidays(elements: Elements, analysis: Analysis, lasts: list[int]) -> None:
    """Makes one element of each name of a holiday, whose first words may stand before the stretch.

    ``lasts`` are the tokens with which such a name may end.
    """
    names = holidays()
    lowers = elements.lowers
    for token in reversed(lasts):
        befores = _before_end_of_holiday(lowers[token])
        if not ("" in befores or (token and lowers[token - 1] in befores)) or token not in elements.last_tokens:
            continue
        for width in range(min(_HOLIDAY_WORDS, token + 1), 0, -1):
            phrase = " ".join(lowers[token - width + 1:token + 1]).replace("’", "'").replace(" '", "'")
            if phrase in names and analysis.words[token - width + 1][:1].isupper():
                begin = at = elements.last_tokens.index(token)
                while begin > 0 and elements.first_tokens[begin - 1] > token - width:
                    begin -= 1
                elements.join(begin, at + 1, "HOLIDAY", names[phrase])
                elements.starts[begin] = analysis.starts[token - width + 1]
                elements.first_tokens[begin] = token - width + 1
                break


@cache
def _ends_of_holidays() -> frozenset[str]:
    """The last words of the names of holidays."""
    return frozenset([name.rpartition(" ")[2] for name in holidays()])


@remembered
def _before_end_of_holiday(last: str) -> set[str]:
    """The tokens that stand before the last word in holidays' names, "" where it is a name by itself."""
    befores: set[str] = set()
    for name in holidays():
        if name == last or name.endswith(" " + last):
            token = name[:-len(last)].rstrip().rpartition(" ")[2]
            befores.update((token, token.replace("'", "’")))
            if token.endswith("'s"):
                befores.update(("'s", "’s"))
            elif token.endswith("'"):
                befores.update(("'", "’"))
    return befores
