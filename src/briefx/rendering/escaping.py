"""Text of the article as literal Markdown: what could become markup is escaped, and nothing else.

Two readers are served at once. On a page no link, image, HTML, heading, list or code may come from the
article; in a terminal, where Markdown is read as it is, ordinary prose must stay free of backslashes. So a
character is escaped only where it could act: "#" where a line begins, "_" outside a word, brackets where a
link could come of them. The rules are CommonMark's with GitHub's additions. "<" and "&" become entities and
not "\\<", because older dialects know no such escape and would let a tag pass.
"""
from __future__ import annotations

import re
from functools import cache


def one_line(text: str) -> str:
    """Returns the text with white space collapsed to single spaces and without any control character.

    Format characters (zero-width, bidirectional controls, soft hyphens, tags) are dropped, since they show
    nothing; other control characters and lone surrogates become U+FFFD, so that it shows where they stood.
    """
    text = " ".join(text.split())
    if text.isprintable():
        return text
    text = _unshowable().sub("\ufffd", _invisible().sub("", text))
    return " ".join(text.split())


def escaped(text: str) -> str:
    """Returns the text as it can stand within a line of Markdown, in a table's cell too."""
    text = one_line(text)
    if _active().search(text) is None:
        return text
    return _inline(_brackets_act().search(text) is not None).sub(_escape, text)


def safe_line(line: str) -> str:
    """Returns a line, escaped within, as it can stand where a line or item begins: no block comes of it."""
    block = _line_start().match(line)
    return f"{line[: block.end() - 1]}\\{line[block.end() - 1 :]}" if block else line


def escaped_heading(text: str) -> str:
    """Returns the text as it can stand as the whole of a heading, where a last "#" would be dropped."""
    text = safe_line(escaped(text))
    return text[:-1] + "\\#" if text.endswith("#") and not text.endswith("\\#") else text


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    if found == "&":
        return "&amp;"
    if found == "<":
        return "&lt;"
    if found[0] in "*_~":
        start, end = match.span()
        if _is_literal(found, match.string[start - 1 : start], match.string[end : end + 1]):
            return found
    return "".join("\\" + character for character in found)


def _is_literal(run: str, before: str, after: str) -> bool:
    """Returns whether a run of "*", "_" or "~" between two characters can neither open nor close anything."""
    if before.isspace() and after.isspace():
        return True
    if run[0] == "_":
        return before.isalnum() and after.isalnum()
    return run == "~" and (before.isspace() or before in "([“‘") and after.isalnum()


@cache
def _invisible() -> re.Pattern[str]:
    """The format characters of Unicode (general category Cf), written out so that all versions agree."""
    return re.compile(
        "[\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e"
        "\u2060-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
        "\U000e0000-\U000e0fff]"
    )


@cache
def _unshowable() -> re.Pattern[str]:
    """Controls and lone surrogates; white space among the controls is collapsed before."""
    return re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@cache
def _active() -> re.Pattern[str]:
    """What must be there before any rule within a line can apply."""
    return re.compile(r"[\\`*_|<&~@\[\]]|://|(?i:www)\.")


@cache
def _brackets_act() -> re.Pattern[str]:
    """Where brackets can be more: links, images, definitions, footnotes, wiki links, citations."""
    return re.compile(r"\][(\[:{]|\[[\[^@!]|\^\[|!\[")


@cache
def _inline(brackets: bool) -> re.Pattern[str]:
    rules = (
        r"&(?=#?\w+;)|<(?![\s=]|\d+[\s%]|$)|[\\`|]|\*+|_+|~+",
        r"(?<=[A-Za-z]):(?=//)|(?i:(?<=(?<![^\W_])www)\.)|(?<=\w)@(?=\w)",  # links without brackets
        r"[\[\]]",
    )
    return re.compile("|".join(rules if brackets else rules[:2]))


@cache
def _line_start() -> re.Pattern[str]:
    """What makes a block where a line begins: heading, quote, list, task, rule, underline of a heading.

    The last character of a match is the one to escape.
    """
    return re.compile(r"[#>]|[-+](?=\s|$)|-(?=[\s-]*$)|=(?=[\s=]*$)|\[(?=[ xX]\])|\d{1,9}[.)](?=\s|$)")
