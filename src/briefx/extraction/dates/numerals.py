"""Numbers in words, figures with a fraction, and years of two digits: several elements that are one."""
from __future__ import annotations

from briefx.records import TYPE_CHECKING

if TYPE_CHECKING:
    from briefx.extraction.dates.elements import Elements

# Numbers of more words than these are no counts of time.
_MOST_NUMERALS = 12
_THOUSAND = 1000
_DOZEN = 12


def join_numbers(elements: Elements) -> None:
    """Makes one element of each number in words and of each figure with a fraction; finds '98 and the '80s."""
    categories, values = elements.categories, elements.values
    at = 0
    while at < len(categories):
        category = categories[at]
        if category == "NUMBER" and at + 1 < len(categories) and categories[at + 1] == "NUMERAL" and \
                int(values[at + 1]) >= _THOUSAND:
            elements.join(at, at + 2, "NUMBER", f"{float(values[at]) * int(values[at + 1]):.15g}")
        elif category == "NUMERAL":
            last, number, is_year = _number_in_words(categories, values, at)
            if at and categories[at - 1] == "a" and (number >= 100 or number == _DOZEN) and not is_year:
                at -= 1  # "a hundred years"
                if number == _DOZEN and at and categories[at - 1] == "half":
                    at -= 1
                    number = _DOZEN // 2
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
