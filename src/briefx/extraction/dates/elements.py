"""Where time may be spoken of, and in which elements: the cheap test, and what the patterns run over.

A text is first reduced to one flag a token: ``t`` for a word of time, ``h`` for one that helps to build an
expression ("the", "last", "of"), ``.`` for all else. Only the stretches around a ``t`` are looked at. There the
tokens become elements with a category and a value; compounds are opened ("third-quarter", "1914-18",
"25th"), and what is one number in words becomes one element ("two hundred and fifty", "nineteen ninety-six").
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from briefx.lexicon.time import holidays, time_words

if TYPE_CHECKING:
    from briefx.text.analysis import Analysis

# Categories whose words can carry a time expression by themselves.
_CARRIERS = frozenset((
    "MONTH", "WEEKDAY", "WEEKDAYS", "SEASON", "SEASONS", "UNIT", "UNITS", "DAYPART", "DAYPARTS", "NOON",
    "DECADE_WORD", "TODAY", "TONIGHT", "NOW", "VAGUE", "OFTEN", "AMPM", "ERA", "ZONE", "o'clock", "previously",
    "soon", "current", "recent", "future", "former", "present", "date", "time", "period", "term", "while", "TIMES",
    "QUARTER"))
# And these, of categories whose other words cannot: "the past", "nineteen ninety-six".
_CARRYING_WORDS = ("past", "nineteen")
# A stretch of more tokens than this is no prose; it is cut, so that the work stays linear.
_LONGEST = 200
# No compound that speaks of time has more characters.
_LONGEST_COMPOUND = 40
# Numbers of more digits or more words than these are no counts of time.
_MOST_DIGITS = 9
_MOST_NUMERALS = 12
# The most words that the name of a holiday has.
_HOLIDAY_WORDS = 5


@cache
def _flags() -> dict[str, str]:
    """Returns the flag of every known word."""
    flags = {word: "t" if entry[0] in _CARRIERS else "h" for word, entry in time_words().items()}
    flags.update(dict.fromkeys(_CARRYING_WORDS, "t"))
    for name in holidays():
        flags[name.rsplit(" ", 1)[-1]] = "t"
    return flags


@cache
def _stretch() -> re.Pattern[str]:
    return re.compile("t[th]*")


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")


@cache
def _written_day() -> re.Pattern[str]:
    """A day in numbers: year first with hyphens or slashes, or two numbers and a year."""
    return re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:t.*)?|(\d{1,2})([./-])(\d{1,2})\6(\d{4}|\d\d)")


def _flag(word: str) -> str:
    """Returns the flag of a token that is no plain word."""
    if len(word) > _LONGEST_COMPOUND:
        return "."
    if "0" <= word[0] <= "9":
        if word.isdecimal():
            return "t" if len(word) == 4 and "1000" <= word <= "2999" else "h"
        if word[-1].isdecimal() and not (":" in word or "-" in word or "/" in word or word.count(".") == 2):
            return "h"
        return "t"
    if "-" in word:
        known = _flags().get
        parts = {known(part) or (_flag(part) if part[:1].isdecimal() else ".") for part in word.split("-")}
        return "t" if "t" in parts else "h" if parts == {"h"} else "."
    return "."


class Elements:
    """One stretch of a text as parallel lists: categories, values (as strings), offsets, first and last tokens."""

    __slots__ = ("categories", "ends", "first_tokens", "last_tokens", "lowers", "starts", "tags", "text", "values")

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.text
        self.lowers = analysis.lowers
        self.tags = analysis.tags
        self.categories: list[str] = []
        self.values: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.first_tokens: list[int] = []
        self.last_tokens: list[int] = []

    def add(self, category: str, value: str, start: int, end: int, token: int) -> None:
        self.categories.append(category)
        self.values.append(value)
        self.starts.append(start)
        self.ends.append(end)
        self.first_tokens.append(token)
        self.last_tokens.append(token)

    def join(self, first: int, last: int, category: str, value: str) -> None:
        """Makes one element of the elements first:last."""
        self.categories[first:last] = [category]
        self.values[first:last] = [value]
        self.starts[first:last] = self.starts[first:first + 1]
        self.ends[first:last] = self.ends[last - 1:last]
        self.first_tokens[first:last] = self.first_tokens[first:first + 1]
        self.last_tokens[first:last] = self.last_tokens[last - 1:last]


def time_flags(lowers: list[str]) -> str:
    """Returns a flag a token: ``t`` for a word of time, ``h`` for one that helps to build an expression, else ``.``."""
    known = _flags().get
    return "".join([known(word) or ("." if word.isalpha() else _flag(word)) for word in lowers])


def stretches(analysis: Analysis, flags: str) -> Iterator[Elements]:
    """Yields the elements of each stretch of the text in which a word of time stands, in order."""
    done = 0
    for found in _stretch().finditer(flags):
        first, last = found.span()
        while first > done and flags[first - 1] == "h":
            first -= 1
        done = last
        for start in range(first, last, _LONGEST):
            yield _elements(analysis, start, min(start + _LONGEST, last))


def _elements(analysis: Analysis, first: int, last: int) -> Elements:
    words = time_words()
    starts, ends, lowers = analysis.starts, analysis.ends, analysis.lowers
    elements = Elements(analysis)
    numeric = False
    for token in range(first, last):
        lower = lowers[token]
        entry = words.get(lower)
        if entry is not None:
            elements.add(entry[0], entry[1], starts[token], ends[token], token)
            numeric = numeric or entry[0] in ("NUMERAL", "FRACTION", "'", "half")
        elif lower.isalpha():
            elements.add("?", lower, starts[token], ends[token], token)
        else:
            _open(elements, lower, starts[token], token)
            numeric = True
    if numeric:
        _join_numbers(elements)
    _join_holidays(elements, analysis)
    return elements


def _open(elements: Elements, lower: str, start: int, token: int) -> None:
    """Adds the elements of a token that is a number or a compound."""
    if lower.isdecimal():
        elements.add(_number_category(lower), lower, start, start + len(lower), token)
        return
    if (day := _written_day().fullmatch(lower)) and _add_written_day(elements, day, start, token):
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
    if text in ("st", "nd", "rd", "th") and value.isdecimal():
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


def _join_numbers(elements: Elements) -> None:
    """Makes one element of each number in words and of each figure with a fraction; finds '98 and the '80s."""
    categories, values = elements.categories, elements.values
    at = 0
    while at < len(categories):
        category = categories[at]
        if category == "NUMERAL":
            last, number, is_year = _number_in_words(categories, values, at)
            if at and categories[at - 1] == "a" and number >= 100 and not is_year:
                at -= 1  # "a hundred years"
            elements.join(at, last, "YEAR" if is_year else "NUMBER", str(number))
            category = "NUMBER"
        elif category == "'" and at + 1 < len(categories) and elements.ends[at] == elements.starts[at + 1]:
            if categories[at + 1] == "NUMBER" and len(values[at + 1]) == 2 and values[at + 1].isdecimal():
                short = values[at + 1]
                if at + 2 < len(categories) and categories[at + 2] in ("'s", "s") and short[1] == "0":
                    elements.join(at, at + 3, "DECADE", short)
                else:
                    elements.join(at, at + 2, "SHORT_YEAR", short)
            elif categories[at + 1] == "DECADE":
                elements.join(at, at + 2, "DECADE", values[at + 1])
        elif category == "YEAR" and _is_decade_in_two(elements, at):
            elements.join(at, at + 2, "DECADE", values[at])
        if category == "NUMBER" and at + 1 < len(categories):
            _join_fraction(elements, at)
        at += 1


def _is_decade_in_two(elements: Elements, at: int) -> bool:
    """Is this the 1990's, whose clitic is a token of its own?"""
    return (elements.values[at][-1] == "0" and at > 0 and elements.categories[at - 1] in ("the", "PART")
            and at + 1 < len(elements.categories) and elements.categories[at + 1] == "'s")


def _join_fraction(elements: Elements, at: int) -> None:
    categories, values = elements.categories, elements.values
    if categories[at + 1] == "FRACTION":
        elements.join(at, at + 2, "NUMBER", _sum(values[at], values[at + 1]))
    elif categories[at + 1] == "and" or categories[at + 1:at + 3] == ["-", "and"]:
        following = [category for category in categories[at + 1:at + 9] if category != "-"]
        if following[1:3] == ["a", "half"] or following[1:2] == ["half"]:
            last = categories.index("half", at) + 1
            if following[following.index("half") + 1:][:1] in (["UNITS"], ["UNIT"]):
                elements.join(at, last, "NUMBER", _sum(values[at], "0.5"))


def _sum(number: str, fraction: str) -> str:
    return f"{float(number) + float(fraction):g}"


def _number_in_words(categories: list[str], values: list[str], first: int) -> tuple[int, int, bool]:
    """Reads a number in words: returns where it ends, what it is, and whether it is said as a year."""
    parts: list[int] = []
    at = first
    last = first
    while at < len(categories) and len(parts) < _MOST_NUMERALS:
        if categories[at] == "NUMERAL":
            parts.append(int(values[at]))
            last = at = at + 1
        elif categories[at] == "-" or (categories[at] == "and" and parts[-1] in (100, 1000)):
            at += 1
        else:
            break
    tens = parts[1:]
    if tens and 13 <= parts[0] <= 20 and tens[0] >= 10 and sum(tens) < 100 and tens[0] != 12:
        return last, parts[0] * 100 + sum(tens), True
    if parts[0] == 19 and tens[:1] == [100] and len(tens) > 1:
        return last, 1900 + sum(tens[1:]), True
    total = current = 0
    for part in parts:
        if part in (100, 12) and current:
            current *= part
        elif part >= 1000:
            total += max(current, 1) * part
            current = 0
        else:
            current += part
    return last, total + current, False


def _join_holidays(elements: Elements, analysis: Analysis) -> None:
    """Makes one element of each name of a holiday, whose first words may stand before the stretch."""
    names = holidays()
    flags = _holiday_ends()
    lowers = elements.lowers
    for at in range(len(elements.categories) - 1, -1, -1):
        token = elements.last_tokens[at] if at < len(elements.last_tokens) else -1
        if token < 0 or lowers[token] not in flags:
            continue
        for width in range(min(_HOLIDAY_WORDS, token + 1), 0, -1):
            phrase = " ".join(lowers[token - width + 1:token + 1]).replace("’", "'").replace(" 's", "'s")
            if phrase in names and analysis.words[token - width + 1][:1].isupper():
                begin = at
                while begin > 0 and elements.first_tokens[begin - 1] > token - width:
                    begin -= 1
                elements.join(begin, at + 1, "HOLIDAY", names[phrase])
                elements.starts[begin] = analysis.starts[token - width + 1]
                elements.first_tokens[begin] = token - width + 1
                break


@cache
def _holiday_ends() -> frozenset[str]:
    return frozenset(name.rsplit(" ", 1)[-1] for name in holidays())
