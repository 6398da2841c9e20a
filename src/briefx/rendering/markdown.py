"""A brief as Markdown that reads well in a terminal and on a page alike.

Each entry stands on one line and ends with its paragraph (¶4), so that it can be found in the article.
Curly quotation marks hold words that stand between marks in the article, and nothing else; straight ones
hold the words by which it names a source. A section that would be empty is left out.
"""
from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefx.extraction.disagreements import disagreements
from briefx.extraction.folding import Entry, folded
from briefx.model import Actor, Brief, Claim, Mention, Quote, Ref
from briefx.rendering.claim_lines import ELISION, ClaimLines, in_marks, is_unresolved, shows_name
from briefx.rendering.escaping import escaped, escaped_heading, one_line, safe_line
from briefx.rendering.explanation import CHECK, CHECKED, doubt, explained, explanations
from briefx.rendering.tables import table
from briefx.rendering.timeline_lines import moments
from briefx.rendering.whole_marks import WholeMarks
from briefx.rendering.wording import actor_type, claim_notes, leading, told_roles

# A longer table of actors is no longer read; the others are named below it.
ACTOR_ROWS = 16

# What an actor does is told of those who matter most in the article.
DOERS = 8

# A few words in quotation marks within a paraphrase stand with the claim; alone they say little.
FEWEST_WORDS = 3


def to_markdown(brief: Brief, *, explain: bool = False) -> str:
    """Returns a brief as Markdown, ending in a line feed; it holds no other control character.

    ``explain`` puts below each item why it is there. Items of rules that were wrong more often than right on
    annotated news are marked "check".
    """
    return "\n".join(_Page(brief, explanations(brief) if explain else {}).blocks())


class _Page:
    """One brief on its way to Markdown: its actors, quotes and paragraphs, ready to be looked up."""

    def __init__(self, brief: Brief, told: dict[str, str]) -> None:
        self.brief = brief
        self.told = told
        self.text = brief.document.text
        actors = brief.actors or ()
        self.names = {actor.id: actor.name for actor in actors}
        self.groups = {actor.id for actor in actors if actor.type == "group"}
        self.ranks = {actor.id: rank for rank, actor in enumerate(actors)}
        self.lines = ClaimLines(brief)
        self.marks = WholeMarks(brief)
        self.paragraph_starts = [start for start, _ in brief.paragraphs]

    def blocks(self) -> Iterator[str]:
        """Yields title, facts, warnings and sections, each ending in a line feed."""
        yield from self.head()
        sections = (
            ("In brief", self.summary()),
            ("Who", self.who()),
            ("Who does what", self.acts()),
            ("Places", self.places()),
            ("Who claims what", self.claims()),
            ("Where they disagree", self.disagreements()),
            ("In their words", self.words()),
            ("When", self.timeline()),
        )
        doubtful = False
        for title, lines in sections:
            content = "\n".join(lines)
            if content:
                yield f"## {title}\n\n{content}\n"
            doubtful = doubtful or CHECK in content
        if doubtful:
            yield CHECKED

    def head(self) -> Iterator[str]:
        document = self.brief.document
        title = one_line(document.title or "") or one_line(document.id).strip("-") or "Untitled"
        yield f"# {escaped_heading(title)}\n"
        words = self.brief.counts.words
        facts = [
            document.publisher,
            document.published,
            _with_by(document.byline),
            f"{words:,} word" + "s" * (words != 1),
            document.path if document.path != "-" else None,
        ]
        yield safe_line(" · ".join(escaped(fact) for fact in facts if fact)) + "\n"
        if self.brief.warnings:
            told = Counter(warning.message for warning in self.brief.warnings)
            messages = "; ".join(f"{message} ({times} times)" if times > 1 else message
                                 for message, times in told.items())
            yield f"**Note:** {escaped(messages)}\n"

    def summary(self) -> Iterator[str]:
        for sentence in self.brief.summary or ():
            yield _entry(escaped(self.marks.sentence(sentence)), self.paragraph_at(sentence.start))

    def who(self) -> Iterator[str]:
        """The actors as a table of who, type, role, weight and where they first come up."""
        actors = self.brief.actors or ()
        rows = []
        for actor in actors[:ACTOR_ROWS]:
            roles = told_roles(one_line(role.text) for role in actor.roles)
            first = self.first_paragraph(actor.mentions)
            name, weight = self.heading(actor.name, actor.id), f"{actor.salience:.2f}"
            cells = (name, self.type(actor), roles, weight, f"¶{first}" if first else "")
            rows.append([escaped(cell) for cell in cells])
            rows[-1][1] += doubt(actor.rule)
        if rows:
            yield table(("Who", "Type", "Role", "Weight", "From"), rows)
        if len(actors) > ACTOR_ROWS:
            others = (f"{actor.name} ({self.type(actor)})" for actor in actors[ACTOR_ROWS:])
            yield "\nAlso named: " + ", ".join(map(escaped, others))
        if self.told and actors:
            yield ""
            for actor in actors:
                yield explained(f"- **{escaped(actor.name)}**", self.told.get(actor.id))

    def heading(self, name: str, actor: str = "") -> str:
        """Returns an actor's name as it begins a line."""
        return leading(name, "group") if actor in self.groups else name

    def type(self, actor: Actor) -> str:
        return actor_type(actor.type, self.names.get(actor.of or ""))

    def acts(self) -> Iterator[str]:
        """What the chief actors do, but for what the summary has told."""
        told = {sentence.start for sentence in self.brief.summary or ()}
        for actor in (self.brief.actors or ())[:DOERS]:
            for act in actor.acts:
                if act.start not in told:
                    told.add(act.start)
                    line = f"**{escaped(self.heading(actor.name, actor.id))}:** {escaped(self.marks.sentence(act))}"
                    yield _entry(line, self.paragraph_at(act.start))

    def places(self) -> Iterator[str]:
        named = []
        for place in self.brief.places or ():
            first = self.first_paragraph(place.mentions)
            named.append(escaped(place.name) + (f" ¶{first}" if first else ""))
        if named:
            yield safe_line(", ".join(named))

    def claims(self) -> Iterator[str]:
        """The claims by claimant: actors by salience, other sources, unnamed ones, the article itself.

        What is only supposed to be claimed is left out, and what says nothing but a name.
        """
        groups: dict[str, list[Claim]] = {}
        order: dict[str, tuple[int, int]] = {}
        for claim in self.brief.claims or ():
            if not self.lines.is_told(claim):
                continue
            title, rank = self.group(claim)
            groups.setdefault(title, []).append(claim)
            order[title] = min(order.get(title, rank), rank)
        for number, title in enumerate(sorted(groups, key=order.__getitem__)):
            yield "\n" * (number > 0) + f"### {title}\n"
            yield from _distinct(map(self.entry, self.entries(groups[title])))

    def entries(self, claims: Sequence[Claim]) -> list[Entry]:
        """Returns what stands under one heading in text order, what one source says twice as one entry."""
        sources: dict[str, list[Claim]] = {}
        for claim in claims:
            sources.setdefault(claim.claimant.name if claim.claimant else "", []).append(claim)
        places = {claim.id: place for place, claim in enumerate(claims)}
        return sorted([entry for source in sources.values() for entry in folded(source)],
                      key=lambda entry: min(places[claim.id] for claim in (entry.claim, *entry.same)))

    def entry(self, entry: Entry) -> str:
        """Returns a claim with all its places, and below it what begins alike."""
        told = sorted([entry.claim, *entry.same], key=lambda claim: claim.parts[0].start)
        lines = [f"- {safe_line(self.claim(entry.claim))}" + _places(claim.paragraph for claim in told)]
        lines.extend(explained("", self.told.get(claim.id)).lstrip("\n") for claim in told)
        for claim in entry.like:
            lines.append(f"  - also: {self.claim(claim)}" + _places([claim.paragraph]))
            lines.append(explained("", self.told.get(claim.id)).replace("\n", "  "))
        return "\n".join(filter(None, lines))

    def group(self, claim: Claim) -> tuple[str, tuple[int, int]]:
        """Returns the heading under which a claim stands, and what the headings are sorted by."""
        last = len(self.ranks)
        if claim.voice == "article":
            return "The article itself", (last + 4, 0)
        if self.lines.is_authors(claim):
            return "The author", (last + 3, 0)
        if claim.claimant is None or not claim.claimant.name:
            return "Unnamed sources", (last + 2, 0)
        if not claim.claimant.actors:
            return "Other sources", (last + 1, 0)
        ranks = [self.ranks[actor] for actor in claim.claimant.actors if actor in self.ranks]
        name = self.heading(claim.claimant.name, claim.claimant.actors[0])
        return escaped_heading(name), (min(ranks, default=last), len(ranks))

    def claim(self, claim: Claim) -> str:
        """Returns a claim in words with its notes, without its place."""
        line = self.lines.line(claim)
        notes = escaped("; ".join(claim_notes(claim)))
        return line + (f" — *{notes}*" if notes else "") + doubt(claim.rule)

    def disagreements(self) -> Iterator[str]:
        """Claims of two sources on opposite sides, one below the other, each in its words."""
        for sides in disagreements(self.brief.claims or ()):
            first, second = map(self.side, sides)
            yield f"- {first}\n  against {second}"

    def side(self, claim: Claim) -> str:
        name = ""
        if claim.claimant:
            name = f"**{escaped(self.heading(one_line(claim.claimant.name), *claim.claimant.actors[:1]))}** "
        line = safe_line(name + self.lines.line(claim, under_name=True))
        return f"{line} ¶{claim.paragraph}" if claim.paragraph else line

    def words(self) -> Iterator[str]:
        """What stands in quotation marks, with who said it, but for single words within a paraphrase."""
        owners = _owners(self.brief.quotes or ())
        for quote in self.brief.quotes or ():
            stretches = [one_line(stretch.text).rstrip(",") for stretch in quote.quoted
                         if owners[stretch.start] == quote.id]
            if stretches and (quote.form == "direct" or sum(
                    stretch.count(" ") + 1 for stretch in stretches) >= FEWEST_WORDS):
                line = ELISION.join(escaped(in_marks(stretch)) for stretch in stretches)
                entry = _entry(line + _speaker(quote) + doubt(quote.rule), quote.paragraph)
                yield explained(entry, self.told.get(quote.id))

    def timeline(self) -> Iterator[str]:
        """The dates with the sentences that hold them, a part of one that is told already."""
        told = set()
        for moment in moments(self.brief):
            event, date = moment.event, moment.date
            sentence = moment.excerpt if event.start in told else moment.sentence
            told.add(event.start)
            entry = _entry(f"{moment.when} {sentence}" + (doubt(date.rule) if date else ""), event.paragraph)
            entry = explained(entry, self.told.get(event.date))
            yield explained(entry, self.told.get(moment.end.id)) if moment.end else entry

    def first_paragraph(self, mentions: Iterable[Mention]) -> int | None:
        """Returns the number of the first paragraph that holds one of some mentions, null where all are in headings."""
        return next(filter(None, (self.paragraph_at(mention.start) for mention in mentions)), None)

    def paragraph_at(self, position: int) -> int | None:
        """Returns the number of the paragraph that holds a position, null in a title or a heading."""
        number = bisect_right(self.paragraph_starts, position)
        return number if number and position < self.brief.paragraphs[number - 1][1] else None


def _entry(line: str, paragraph: int | None) -> str:
    """Returns an item of a list with its paragraph; the line is escaped already but for its start."""
    line = safe_line(line)
    return f"- {line} ¶{paragraph}" if paragraph else f"- {line}"


def _places(paragraphs: Iterable[int | None]) -> str:
    """Returns the paragraphs of an entry: " ¶3, ¶7"."""
    shown = [f"¶{number}" for number in dict.fromkeys(paragraphs) if number]
    return f" {', '.join(shown)}" if shown else ""


def _cited(source: Ref | None) -> str:
    """Returns the words that cite a source, as ("He"), unless its name is all that they show."""
    if source is None or source.text is None or not source.actors:
        return ""
    words = one_line(source.text)
    return "" if shows_name(words, one_line(source.name)) else f'("{escaped(words)}")'


def _owners(quotes: Iterable[Quote]) -> dict[int, str]:
    """Returns {start of a stretch in marks: id of the quote that shows it}, the first whose speaker is known."""
    owners: dict[int, str] = {}
    for known in (True, False):
        for quote in quotes:
            if (quote.speaker is not None and bool(quote.speaker.actors)) == known:
                for stretch in quote.quoted:
                    owners.setdefault(stretch.start, quote.id)
    return owners


def _speaker(quote: Quote) -> str:
    if quote.speaker is None or not quote.speaker.name:
        return ""
    if is_unresolved(quote.speaker):
        return f' — unnamed ("{escaped(one_line(quote.speaker.name))}")'
    return f" — {escaped(quote.speaker.name)} {_cited(quote.speaker)}".rstrip()


def _with_by(byline: str | None) -> str | None:
    if byline is None or byline[:3].casefold() == "by ":
        return byline
    return f"by {byline}"


def _distinct(texts: Iterable[str]) -> Iterator[str]:
    """Yields the texts that differ in more than case, each at its first place."""
    seen = set()
    for text in texts:
        key = text.casefold()
        if key not in seen:
            seen.add(key)
            yield text
