"""What single layers make of sentences of the project's own writing: ``python3 -m tests.golden`` writes it anew.

A page is a file of ``tests/data/readings``. It holds texts, each a line that begins with "> " ("¶" is a break between
paragraphs), with what was read below it, a line an item. To add a text is to add its line. A change to a rule shows
here what it does beside what it was made for: read the difference before it is taken over.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import briefx
from briefx.extraction.actors.finder import find_names
from briefx.extraction.actors.voting import Votes
from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.finder import drafts_of, find_attributions
from briefx.extraction.dates.tagger import find_dates
from briefx.merging.digest import digest
from briefx.merging.merged import At
from briefx.merging.merger import Merger
from briefx.model import Actor, Brief, Date, Mention, Ref, Span
from briefx.text.analysis import Analysis

PAGES = Path(__file__).parent / "data" / "readings"
SEEDS = Path(__file__).parent.parent / "seeds"
PUBLISHED = "2026-06-01"
OWN = """
titles = ["Harbourmaster", "Chief Piper"]
never_names = ["Downtown", "Big"]
[[actor]]
name = "Quiet Nine"
type = "group"
aliases = ["the Nine", "QN"]
roles = ["the island's oldest choir"]
country = "NZ"
[[actor]]
name = "Norvik"
type = "organization"
aliases = ["the Company"]
[[actor]]
name = "Kay Dorn"
type = "person"
roles = ["queen of the quay"]
[[actor]]
name = "Farland"
type = "gpe"
[[cue]]
lemma = "kvetch"
frames = ["that", "quote", "about"]
"""
_MOST_BEGINNINGS = 6
_TYPES = ("person", "organization", "place", "nothing")


def names(text: str) -> Iterator[str]:
    """Yields the names of a text with the title in front of each, what it is and the signs that say so.

    The numbers are the weights for person, organization, place and nothing of the kind.
    """
    analysis = Analysis(text)
    found = find_names(analysis)
    lines: list[tuple[int, str]] = [(token, f"people {analysis.words[token]}") for token in found.demonyms]
    for key, votes in found.votes.items():
        for number, name in enumerate(votes.mentions):
            said = " again"
            if not number:
                sums = "/".join(f"{total:.1f}" for total in votes.sums)
                said = f" is {_TYPES[found.types[key]]} ({sums}): {_signs(votes)}"
            title = ""
            if name.title is not None and name.title[0] < name.title[1]:
                title = f" ({text[analysis.starts[name.title[0]]:analysis.ends[name.title[1] - 1]]})"
            lines.append((name.first, f"{key}{title}{said}"))
    yield from (line for _, line in sorted(lines))


def _signs(votes: Votes) -> str:
    return " ".join(f"{sign.removeprefix('actor.')}{f'*{times}' if times > 1 else ''}"
                    for sign, times in sorted(votes.seen.items()))


def words(text: str) -> Iterator[str]:
    """Yields the sentences of a text, word by word with their classes, and the verb groups and noun phrases."""
    analysis = Analysis(text)
    for one in analysis.sentences:
        tagged = zip(analysis.words[one.first:one.last], analysis.tags[one.first:one.last], strict=True)
        yield f"{analysis.blocks[one.block].kind}: " + " ".join(f"{word}/{tag}" for word, tag in tagged)
    if analysis.verb_groups:
        yield "verbs: " + " | ".join(
            f"{' '.join(analysis.words[group.first:group.last])} ({group.lemma} {group.form} {group.tense}"
            f"{' passive' if group.passive else ''}{' negated' if group.negated else ''})"
            for group in analysis.verb_groups)
    if analysis.noun_phrases:
        kinds = {"P": "name", "N": "noun", "S": "noun", "K": "number"}
        yield "nouns: " + " | ".join(
            f"{' '.join(analysis.words[first:last])} ({kinds.get(analysis.tags[last - 1], 'pronoun')})"
            for first, last in analysis.noun_phrases.items())
    if analysis.marked:
        yield "marked: " + " | ".join(text[one.start:one.end] for one in analysis.marked)


def briefs(text: str) -> Iterator[str]:
    """Yields the items of the brief of a text, each with all that is told of it but its place."""
    return _items(briefx.extract(text, published=PUBLISHED))


def lexicon(text: str) -> Iterator[str]:
    """Yields the items of the brief of a text that is read with a lexicon of the user's own."""
    return _items(briefx.extract(text, published=PUBLISHED, lexicon=briefx.lexicon_from_toml(OWN)))


def _items(brief: Brief) -> Iterator[str]:
    for actor in brief.actors or ():
        yield f"{actor.id} {actor.name}: " + _filled(
            actor.type, f"of {actor.of}" if actor.of else "", actor.country, f"{actor.salience:.2f}",
            _spans("roles", actor.roles), "aliases " + ", ".join(actor.aliases) if actor.aliases else "",
            _spans("acts", [Span(_short(act.text), act.start, act.end) for act in actor.acts]), _rule(actor.rule))
        yield f"   {_mentions(actor.mentions)}"
    for place in brief.places or ():
        yield f"{place.id} {place.name}: {_filled(place.country, _mentions(place.mentions))}"
    yield from _reported(brief)
    yield from map(_date, brief.dates or ())
    if brief.timeline:
        events = [f"{event.date}={event.value}({','.join(event.actors)})" for event in brief.timeline]
        yield f"timeline {' '.join(events)}"
    if brief.warnings:
        yield "warnings " + " ".join(warning.code for warning in brief.warnings)


def _reported(brief: Brief) -> Iterator[str]:
    """Yields the quotes and the claims of a brief."""
    actors = {actor.id: actor for actor in brief.actors or ()}
    for quote in brief.quotes or ():
        yield f"{quote.id} {_parts(quote.parts)}: " + _filled(
            quote.form, "" if quote.form == "direct" else _spans("quoted", quote.quoted), _ref(quote.speaker, actors),
            f"{quote.cue.text} ({quote.cue.lemma})" if quote.cue else "", _rule(quote.rule))
    quotes = {quote.id: quote for quote in brief.quotes or ()}
    for claim in brief.claims or ():
        carried = quotes.get(claim.quote or "")
        yield f"{claim.id} {f'as {carried.id}' if carried else _parts(claim.parts)}: " + _filled(
            claim.voice, "" if carried else _ref(claim.claimant, actors),
            f"{claim.cue.text} ({claim.cue.lemma})" if claim.cue and not carried else "",
            claim.kind, claim.polarity, claim.certainty, _spans("hedges", claim.hedges),
            _spans("condition", [claim.condition] if claim.condition else []), " ".join((*claim.actors, *claim.dates)),
            "" if carried else _rule(claim.rule))


def signed_attributions(text: str) -> Iterator[str]:
    """Yields what ``attributions`` does, with how surely each cue attributes and the signs beside it."""
    return attributions(text, signed=True)


def attributions(text: str, signed: bool = False) -> Iterator[str]:
    """Yields the subjects of the verbs of a text, then who puts forward what in it."""
    analysis = Analysis(text)

    def shown(interval: tuple[int, int] | None) -> str:
        if interval is None or interval[0] >= interval[1]:
            return ""
        return text[analysis.starts[interval[0]]:analysis.ends[interval[1] - 1]]

    clauses = Clauses(analysis)
    for index, group in enumerate(clauses.groups):
        subject = clauses.subject(index)
        if subject is not None:
            yield f"{shown((group.first, group.last))}: " + _filled(
                f"{shown((subject.first, subject.last))} ({subject.kind})",
                f"that is {shown(subject.antecedent)}" if subject.antecedent else "",
                f"of {shown(subject.gap)}" if subject.gap else "", group.form, group.tense)
    for one, draft in zip(find_attributions(analysis), drafts_of(clauses), strict=True):
        yield f"<{' […] '.join(text[start:end] for start, end in one.content)}>: " + _filled(
            f"by {shown(one.source)}" if one.source else "",
            f"that is {shown(one.antecedent)}" if one.antecedent else "",
            f"{shown(one.cue)} ({one.lemma})" if one.cue else "", one.voice, one.form, one.frame,
            "speech" if one.speech else "", f"quoted {' | '.join(text[start:end] for start, end in one.quoted)}"
            if one.quoted and one.form == "mixed" else "",
            *(f"{draft.rate:.2f}", *draft.signs) if signed else (), _rule(one.rule))


def dates(text: str) -> Iterator[str]:
    """Yields the dates of a text; "[2026-11-20]" or "[none]" at its beginning is the day of publication."""
    day = PUBLISHED
    if text.startswith("["):
        day, _, text = text[1:].partition("] ")
    yield from map(_date, find_dates(Analysis(text), None if day == "none" else day))


def _date(date: Date) -> str:
    covered = f"{date.first_day}..{date.last_day}" if date.first_day or date.last_day else ""
    return f"{date.id} {date.text}: " + _filled(date.type, date.value, date.mod, date.quant, date.freq, date.anchor,
                                                covered, _rule(date.rule))


def _filled(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _short(sentence: str) -> str:
    """Returns the first words of a sentence."""
    return " ".join(sentence.split()[:4])


def _rule(name: str) -> str:
    return f"[{name}]"


def _parts(parts: Iterable[Span]) -> str:
    return " […] ".join(part.text.replace("\n", "¶") for part in parts)


def _spans(what: str, spans: Iterable[Span]) -> str:
    texts = [span.text for span in spans]
    return f"{what} {' | '.join(texts)}" if texts else ""


def _mentions(mentions: Iterable[Mention]) -> str:
    return " | ".join(f"{mention.text}@{mention.start} {mention.form}" for mention in mentions)


def _ref(ref: Ref | None, actors: dict[str, Actor]) -> str:
    if ref is None:
        return ""
    return f"by {ref.name or '?'}" + (f" <{ref.text}>" if ref.text else "") + (
        f" {'+'.join(ref.actors)}" if ref.actors else "")


def merged(text: str) -> Iterator[str]:
    """Yields the items of the brief that is merged from several texts, "||" between them."""
    merger = Merger()
    for number, part in enumerate(text.split(" || "), 1):
        merger.add(digest(briefx.extract(part, published=PUBLISHED, id=f"article-{number}")))
    result = merger.result()

    def at(places: Iterable[At]) -> str:
        found = (f"{place.document}:{place.item or 'lede'}:{place.start}-{place.end}"
                 + (f" of {place.paragraph}" if place.paragraph != 1 else "") for place in places)
        return f"at {' '.join(found)}"

    for actor in result.actors:
        yield f"{actor.id} {actor.name}: " + _filled(
            actor.type, f"of {actor.of}" if actor.of else "", actor.country, f"{actor.salience:.2f}",
            f"roles {' | '.join(actor.roles)}" if actor.roles else "",
            f"aliases {', '.join(actor.aliases)}" if actor.aliases else "",
            "in " + " ".join(f"{one.document}:{one.actor}*{one.mentions}" for one in actor.documents))
    for quote in result.quotes:
        yield f"{quote.id} {quote.text}: " + _filled(quote.speaker, "+".join(quote.actors), at(quote.places))
    for claim in result.claims:
        yield f"{claim.id} {claim.text}: " + _filled(
            claim.voice, claim.claimant, "+".join(claim.actors), claim.cue, claim.kind, claim.polarity, claim.certainty,
            "one source" if claim.single_source else "", at(claim.places))
    for event in result.timeline:
        yield f"{event.words} {_short(event.text)}: " + _filled(
            event.value, f"{event.first_day}..{event.last_day}", "+".join(event.actors),
            "one source" if event.single_source else "", at(event.places))
    for conflict in result.conflicts:
        yield f"conflict {' '.join(conflict.shared)}: " + " or ".join(f"{one.words} ({at([one.at])})"
                                                                    for one in conflict.dates)
    yield "ledes " + at(lede.at for lede in result.ledes)
    if result.sides:
        yield "sides " + " ".join(f"C{first + 1}/C{second + 1}" for first, second in result.sides)


def summaries(seed: str) -> Iterator[str]:
    """Yields the summaries of one of the project's articles, and of what is left of it without its first paragraphs."""
    paragraphs = (SEEDS / seed).read_text(encoding="utf-8").strip().split("\n\n")
    for first in range(min(len(paragraphs) - 2, _MOST_BEGINNINGS)):
        left = "\n\n".join(paragraphs[first:])
        told = briefx.extract(left, published=PUBLISHED).summary or ()
        yield f"from {first}: " + " | ".join(_short(span.text) for span in told)


# The attributions have a page more for each layer of theirs.
READERS: dict[str, Callable[[str], Iterable[str]]] = {
    "attributions": attributions, "briefs": briefs, "dates": dates, "lexicon": lexicon, "merged": merged,
    "names": names, "summaries": summaries, "words": words,
    **dict.fromkeys(("attributions_article", "attributions_clauses", "attributions_content", "attributions_nesting",
                     "attributions_nouns", "attributions_speech", "attributions_verbs"), signed_attributions),
}


def texts(name: str) -> list[str]:
    """Returns the texts of a page."""
    lines = (PAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("> ").replace(" ¶ ", "\n\n") for line in lines if line.startswith("> ")]


def block(name: str, text: str) -> str:
    """Returns a text of a page with what is read in it now, as the page has it."""
    first = text.replace("\n\n", " ¶ ")
    return f"> {first}\n" + "".join(f"  {line}\n" for line in READERS[name](text))


def rewrite() -> None:
    """Writes every page anew."""
    for name in READERS:
        content = "\n".join(block(name, text) for text in texts(name))
        (PAGES / f"{name}.txt").write_text(content, encoding="utf-8", newline="\n")
