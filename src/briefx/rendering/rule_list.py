"""The rules for a reader: all of them as a list, or one whole."""
from __future__ import annotations

from collections.abc import Iterable

from briefx.extraction.rules import Rule
from briefx.lexicon.rules import in_words, is_doubtful, rule_figures
from briefx.rendering.escaping import one_line


def rule_list(rules: Iterable[Rule]) -> str:
    """Returns a line for each rule, columns aligned: name, share right, finds, its example and what it gives."""
    rows = [("Rule", "Right", "Finds", "Example → what it gives")]
    for rule in rules:
        figures = rule_figures().get(rule.name)
        share = (f"{figures.precision:.0%}" + "?" * is_doubtful(rule.name)) if figures else "-"
        found = f"{figures.found:,}" if figures else "-"
        rows.append((rule.name, share, found, f"{one_line(rule.example)} → {one_line(rule.gives)}"))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [f"{name:<{widths[0]}}  {share:>{widths[1]}}  {found:>{widths[2]}}  {shown}\n"
             for name, share, found, shown in rows]
    return "".join(lines)


def rule_card(rule: Rule) -> str:
    """Returns a rule whole: in words, its example, what that gives, its near miss, how often it was right."""
    figures = rule_figures().get(rule.name)
    measured = "not on its own"
    if figures:
        measured = f"right in {figures.right:,} of {figures.found:,} finds on annotated news ({figures.precision:.0%})"
    rows = (("What it saw", in_words(rule.name)), ("Example", one_line(rule.example)), ("Gives", one_line(rule.gives)),
            ("Near miss", one_line(rule.near_miss)), ("Measured", measured))
    return f"{rule.name}\n" + "".join(f"  {title + ':':<13}{words}\n" for title, words in rows)
