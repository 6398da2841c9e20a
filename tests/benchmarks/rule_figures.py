"""How often each rule is right on annotated documents, written to the data file that `briefx rules` shows.

    python3 -m tests.benchmarks.rule_figures FILE...

A FILE is JSON Lines; a line is a document: "id", "text", "published" (ISO date or null) and "gold", an object with
one or more of

- "timexes": [{"start", "end", "value"}...], the time expressions with their TIMEX3 values (null: not judged);
- "attributions": [{"source", "cue", "content"}...], each a list of [start, end]; a source may be empty; "ignore":
  a list of [start, end] where nothing is judged;
- "entities": [{"start", "end", "type", "also"}...], names with the type person, organization or place, and
  optionally another that is as good; "ignore", and "demonyms" where a country or group is not judged.

Offsets are code points, half-open. What a document does not annotate is not judged on it. Right is: of a date, the
value of an expression that overlaps it; of a claim or quote, a content whose words it shares (Dice coefficient of 0.5
up, one to one, best first) with a source that overlaps or is absent in both; of an actor, each mention by a name or
alias that is annotated with these ends and this type. The article's own judgements are not judged.
"""
from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import briefx
from briefx.model import Brief

TARGET = Path(briefx.__file__).parent / "lexicon" / "data" / "rule_figures.tsv"
HEAD = """\
# How often each rule was right on annotated news: rule, right, found, divided by tabs. Figures alone, counted by
# `python3 -m tests.benchmarks.rule_figures`, which says what is right. Documents that the rules were written with:
# dates on TempEval-3 (TimeBank, AQUAINT) and WikiWars, claims and quotes on PolNeAR 1.0 (a part of its training
# part), names on CoNLL-2003 (testa), GUM (training part) and re3d.
"""

LEAST_DICE = 0.5
TYPES = {"person": "person", "organization": "organization", "group": "organization", "gpe": "place"}

Spans = Iterable[Iterable[int]]
Judged = Iterator[tuple[str, bool]]


def judged(document: dict[str, Any]) -> Judged:
    """Yields (rule, whether it was right) of all that is found in a document and can be judged."""
    brief = briefx.extract(document["text"], published=document.get("published"))
    gold = document["gold"]
    if "timexes" in gold:
        yield from _dates(brief, gold["timexes"])
    if "attributions" in gold:
        yield from _attributions(brief, gold)
    if "entities" in gold:
        yield from _names(brief, gold)


def _dates(brief: Brief, timexes: list[dict[str, Any]]) -> Judged:
    pairs = []
    for number, date in enumerate(brief.dates or ()):
        for other, timex in enumerate(timexes):
            shared = min(date.end, timex["end"]) - max(date.start, timex["start"])
            if shared > 0:
                same = (date.start, date.end) == (timex["start"], timex["end"])
                pairs.append((not same, -shared, number, other))
    paired = dict(_one_to_one(pairs))
    for number, date in enumerate(brief.dates or ()):
        other = paired.get(number)
        value = timexes[other]["value"] if other is not None else ""
        if value is not None:
            yield date.rule, value == date.value


def _attributions(brief: Brief, gold: dict[str, Any]) -> Judged:
    """A quote and the claims that it carries are one, under the rule of the quote."""
    text = brief.document.text
    at = {place: number for number, word in enumerate(re.finditer(r"[^\W_]+", text)) for place in range(*word.span())}

    def words(spans: Spans) -> frozenset[int]:
        return frozenset(at[place] for start, end in spans for place in range(start, end) if place in at)

    annotated = [(words(each["content"]), words(each["source"])) for each in gold["attributions"]]
    ignored = words(gold.get("ignore", ()))
    found = []
    for item in (*(brief.quotes or ()), *(brief.claims or ())):
        if hasattr(item, "claimant"):
            if item.quote is not None or item.voice == "article":
                continue
            source = item.claimant
        else:
            source = item.speaker
        content = words((part.start, part.end) for part in item.parts)
        cited = [(source.start, source.end)] if source is not None and source.start is not None else []
        if content and 2 * len(content & ignored) <= len(content):
            found.append((item.rule, content, words(cited)))
    pairs = []
    for number, (_, content, _) in enumerate(found):
        for other, (wanted, _) in enumerate(annotated):
            dice = 2 * len(content & wanted) / (len(content) + len(wanted))
            if dice >= LEAST_DICE:
                pairs.append((-dice, number, other))
    paired = dict(_one_to_one(pairs))
    for number, (rule, _, source) in enumerate(found):
        other = paired.get(number)
        yield rule, other is not None and (bool(source & annotated[other][1]) or not (source or annotated[other][1]))


def _names(brief: Brief, gold: dict[str, Any]) -> Judged:
    text = brief.document.text
    names = set()
    for each in gold["entities"]:
        span = _bare(text, each["start"], each["end"])
        names.update((*span, type) for type in (each["type"], each.get("also")))
    spans = {name[:2] for name in names}
    for actor in brief.actors or ():
        for mention in actor.mentions:
            start, end = _bare(text, mention.start, mention.end)
            if mention.form not in ("name", "alias"):
                continue
            if not any(start < other_end and other_start < end for other_start, other_end in spans):
                open_places = [*gold.get("ignore", ()), *(gold.get("demonyms", ()) if actor.type in ("gpe", "group")
                                                          else ())]
                if any(first <= start and end <= last for first, last in open_places):
                    continue
            yield actor.rule, (start, end, TYPES[actor.type]) in names


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns a span without a leading article and a possessive at its end."""
    name = re.fullmatch(r"(the\s+)?(.+?)(['’]s|(?<=s)['’])?", text[start:end], re.DOTALL | re.IGNORECASE)
    return (start + name.start(2), start + name.end(2)) if name else (start, end)


def _one_to_one(pairs: list[tuple[Any, ...]]) -> Iterator[tuple[int, int]]:
    """Yields the last two of each pair, the least first, none of them twice."""
    firsts, seconds = set(), set()
    for *_, first, second in sorted(pairs):
        if first not in firsts and second not in seconds:
            firsts.add(first)
            seconds.add(second)
            yield first, second


def counted(files: Iterable[str]) -> str:
    """Returns the lines of the data file, sorted."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name in files:
        with open(name, encoding="utf-8") as lines:
            for line in lines:
                for rule, right in judged(json.loads(line)):
                    counts[rule][0] += right
                    counts[rule][1] += 1
    return "".join(f"{rule}\t{right}\t{found}\n" for rule, (right, found) in sorted(counts.items()))


if __name__ == "__main__":
    TARGET.write_text(HEAD + counted(sys.argv[1:]), encoding="utf-8")
