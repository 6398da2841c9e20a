"""Why an item is in the brief: its rule in words, the evidence that it used, and how often the rule was right."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefx.lexicon.rules import ENOUGH_FOUND, in_words, is_doubtful, rule_figures
from briefx.model import Actor, Brief, Claim, Cue, Date, Quote, Ref
from briefx.rendering.escaping import escaped, one_line

# How many of the other ways in which an actor is named are told.
MOST_FORMS = 4

CHECK = "*check*"
CHECKED = f"{CHECK}: found by a rule that was wrong more often than right on annotated news\n"

FORMS = {
    "alias": "also as", "nominal": "meant by", "pronoun": "meant by", "metonym": "stood for by",
    "demonym": "known from",
}


def explanations(brief: Brief) -> dict[str, str]:
    """Returns {id: explanation} of the actors, quotes, claims and dates of a brief, each in one line."""
    dates = {date.id: date for date in brief.dates or ()}
    found = {actor.id: _told(actor.rule, _of_actor(actor)) for actor in brief.actors or ()}
    found.update((quote.id, _told(quote.rule, _of_quote(quote))) for quote in brief.quotes or ())
    found.update((claim.id, _told(claim.rule, _of_claim(claim))) for claim in brief.claims or ())
    found.update((date.id, _told(date.rule, _of_date(date, dates, brief))) for date in dates.values())
    return found


def explained(line: str, explanation: str | None) -> str:
    """Returns an item of a Markdown list with its explanation as a list of its own below it."""
    return f"{line}\n  - *{escaped(explanation)}*" if explanation else line


def doubt(rule: str) -> str:
    """Returns the mark of an item of a doubtful rule, "" for others."""
    return f" {CHECK}" if is_doubtful(rule) else ""


def _told(rule: str, evidence: Iterable[str]) -> str:
    figures = rule_figures().get(rule)
    if figures is None:
        sure = "not measured on annotated news"
    elif figures.found < ENOUGH_FOUND:
        sure = "too seldom found on annotated news to tell how often it is right"
    else:
        sure = f"right in {figures.precision:.0%} of {figures.found:,} finds on annotated news"
    return "; ".join([in_words(rule), *map(one_line, evidence), f"{rule}: {sure}"])


def _of_actor(actor: Actor) -> Iterator[str]:
    if actor.roles:
        yield "role: " + ", ".join(_distinct(role.text for role in actor.roles).values())
    ways: dict[str, list[str]] = {}
    for mention in actor.mentions:
        if mention.form in FORMS:
            ways.setdefault(FORMS[mention.form], []).append(mention.text)
    for way, texts in ways.items():
        # What names it says no more than its name does.
        words = [shown for key, shown in _distinct(texts).items() if key != one_line(actor.name).casefold()]
        if words:
            yield f"{way} " + ", ".join(words[:MOST_FORMS]) + (" ..." if len(words) > MOST_FORMS else "")


def _distinct(texts: Iterable[str]) -> dict[str, str]:
    """Returns texts in straight marks by what they are in lower case, each at its first place."""
    found: dict[str, str] = {}
    for text in map(one_line, texts):
        found.setdefault(text.casefold(), f'"{text}"')
    return found


def _of_quote(quote: Quote) -> Iterator[str]:
    yield from _cue(quote.cue)
    yield from _source(quote.speaker)


def _of_claim(claim: Claim) -> Iterator[str]:
    yield from _cue(claim.cue)
    if claim.voice == "source":
        yield from _source(claim.claimant)
    elif claim.voice == "unnamed":
        yield "no source is named"
    if claim.hedges:
        yield "hedge: " + ", ".join(f'"{hedge.text}"' for hedge in claim.hedges)
    if claim.condition is not None:
        yield f'condition: "{claim.condition.text}"'


def _of_date(date: Date, dates: dict[str, Date], brief: Brief) -> Iterator[str]:
    if date.anchor == "reference_date":
        basis = {"option": "the day given", "metadata": "the day of publication", "dateline": "the dateline's day",
                 "text": "the text's first full date"}.get(brief.reference_date.basis, "the reference date")
        yield f"counted from {basis}, {brief.reference_date.value or 'which is not known'}"
    elif date.anchor in dates:
        yield f'counted from "{dates[date.anchor].text}" ({dates[date.anchor].value})'


def _cue(cue: Cue | None) -> Iterator[str]:
    if cue is not None:
        same = cue.text.casefold() == cue.lemma.casefold()
        yield f'cue: "{cue.text}"' + ("" if same else f" ({cue.lemma})")


def _source(source: Ref | None) -> Iterator[str]:
    if source is None:
        yield "no source found"
    elif source.text is None:
        yield f"source: {source.name}, from the sentences around it"
    elif one_line(source.name).casefold() in one_line(source.text).casefold():
        yield f'source: "{source.text}"'
    else:
        yield f'source: "{source.text}", taken for {source.name}'
