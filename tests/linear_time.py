"""How the time for a text grows with its length, for what news repeats and what no news does.

``python3 -m tests.linear_time 40000`` prints each text whose time grows faster than its length, for texts of
so many characters and four times as many; tests/test_linear_time.py does so with short ones.
"""
from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterator

import briefx

# Four times the text takes at most so many times the time.
MOST = 5
ATTEMPTS = 5

# Each is repeated without end. They are built from what the extractors react to.
REPEATED = (
    # attribution
    "said ", "he said ", ", he said, ", ", said Lee, ", "Lee said that ", "he said that he denied that ",
    "according to ", "According to him, ", "saying that ", "told him ", "Lee said: ", "Lee: ",
    "the claim that ", "a statement by Lee that ", "was told by Lee to ", "is expected to ", "accused Lee of ",
    "asked whether ", "to ", "that ", "and ", ", and ", "and said ", "has not been ", ", who ", "who said ",
    "Lee, who said ", "which he said which ", "if ", "If he ", "unless he said ", "as long as ",
    # quotation marks
    '"', "“", "”", "'", "‘", "“ ", "‘a ", "’s ", '"a" ', '"said" ', '"We go," he said. ',
    '"We go," he said, "and ', "“a “b ", "“A b c d e f.\n\n", '"A b c d e f,\n\n', "“‘",
    # actors
    "Ann Lee ", "Ann Lee and ", "he ", "it is ", "it is very ", "they told him ", "Mr. ", "Mr. Lee ",
    "A B C D ", "A, ", "A. ", "J. R. ", "The U.S. ", "U.S.", "IBM (IBM) ", "Inc. ", "AT&T ", "President ",
    "Prime Minister ", "Prime Minister Ann Lee of ", "Bank of ", "Ministry of the ", "of the ", "'s ", "Lee's ",
    "Israel ", "Israeli officials ", "Tehran said ", "al-Assad ", "de ", "the mayor ", "an official ",
    "Lee, the mayor of Rome, ", "Ann-", "very ", "A",
    # dates
    "on Monday ", "2026-", "2026-06-01 ", "1-2-", "1/2/", "12:", "1.", "1 ", "June 3, ", "May ", "two ",
    "two weeks ago ", "the day before ", "the last two ", "every Monday ", "6-7 January ", "1914-18 ",
    "the 1990s ", "6 p.m. ", "of the year ", "the night of ", "6, 7 and ", "first quarter ", "Christmas ",
    # layout and characters
    "(", ")", "(a ", "[", "a\n\n", "A b.\n\n", "# a\n\n", "- A b\n", "By Ann Lee\n\n", "LONDON — ", "\r\n\r\n",
    ". ", "...", "— ", "-", ":", "; ", ", ", "a", "a-", "a.", "a@", "@", "http://a.b/", "#", " ", "\n", "<a>",
    "\0", "\u200b", "\u0301", "\u202e", "\ud800", "中", "😀", "é ", "$1 ", "1% ", "İ",
)


def grown(repeated: str, size: int) -> float:
    """Returns how many times the time is that a text four times as long takes: the least of a few attempts."""
    short, long = ((repeated * (length // len(repeated) + 1))[:length] for length in (size, 4 * size))
    least_short = least_long = float("inf")
    for _ in range(ATTEMPTS):
        least_short = min(least_short, seconds(short))
        least_long = min(least_long, seconds(long))
        if least_long <= MOST * least_short:
            break
    return least_long / least_short


def seconds(text: str) -> float:
    """Returns the time of the processor for the brief of a text."""
    collects = gc.isenabled()
    gc.disable()
    try:
        start = time.process_time()
        briefx.extract(text, published="2026-06-01")
        return time.process_time() - start
    finally:
        if collects:
            gc.enable()


def superlinear(size: int) -> Iterator[tuple[str, float]]:
    """Yields what takes more than five times the time when it is four times as long, with how many times it is."""
    for repeated in REPEATED:
        times = grown(repeated, size)
        if times > MOST:
            yield repeated, times


if __name__ == "__main__":
    for found, times in superlinear(int(sys.argv[1])):
        print(f"{times:6.1f} {found!r}", flush=True)
