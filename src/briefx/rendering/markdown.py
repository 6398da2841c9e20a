"""A brief as Markdown that reads well in a terminal and on a page alike.

Each entry stands on one line and ends with its paragraph (¶4), so that it can be found in the article.
Quotation marks hold words that the article itself has in quotation marks, or the words by which it names a
source, and nothing else. A section that would be empty is left out.
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from ..model import Brief, Claim, Cue, Quote, Ref, Span
from .escaping import escaped, escaped_heading, escaped_line, one_line
from .tables import table
from .wording import actor_type, claim_notes, date_words

# Beyond this many rows a table of actors is no longer read; the others are named below it.
ACTOR_ROWS = 12

# What an actor does is told for those who matter most in the article.
DOERS = 8

ELISION = " […] "


def to_markdown(brief: Brief) -> str:
    """Returns a brief as Markdown, ending in a line feed; it holds no control character but line feeds."""
    return "\n".join(_Page(brief).blocks())


def markdown_documents(briefs: Iterable[Brief]) -> Iterator[str]:
    """Yields the Markdown of several briefs piece by piece, with a rule between two of them."""
    for number, brief in enumerate(briefs):
        yield ("\n---\n\n" if number else "") + to_markdown(brief)


class _Page:
    """One brief on its way to Markdown."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.text = brief.document.text
        actors = brief.actors or ()
        self.names = {actor.id: actor.name for actor in actors}
        self.ranks = {actor.id: rank for rank, actor in enumerate(actors)}
        self.quotes = {quote.id: quote for quote in brief.quotes or ()}
        self.paragraph_starts = [start for start, _ in brief.paragraphs]

    def blocks(self) -> Iterator[str]:
        """Yields the sections, each ending in a line feed."""
        yield from self.head()
        sections = (
            ("In brief", self.summary()),
            ("Who", self.who()),
            ("What they do", self.acts()),
            ("Places", self.places()),
            ("Who claims what", self.claims()),
            ("In their words", self.words()),
            ("When", self.timeline()),
        )
        for title, lines in sections:
            content = "\n".join(lines)
            if content:
                yield f"## {title}\n\n{content}\n"

    def head(self) -> Iterator[str]:
        """The title, the line of facts and the warnings."""
        document = self.brief.document
        title = one_line(document.title or "") or one_line(document.id) or "Untitled"
        yield f"# {escaped_heading(title)}\n"
        words = self.brief.counts.words
        facts = [
            document.publisher,
            document.published,
            document.byline and f"by {document.byline}",
            f"{words:,} word" + "s" * (words != 1),
            document.path if document.path != "-" else None,
        ]
        yield escaped_line(" · ".join(fact for fact in facts if fact)) + "\n"
        if self.brief.warnings:
            messages = "; ".join(warning.message for warning in self.brief.warnings)
            yield f"**Note:** {escaped(messages)}\n"

    def summary(self) -> Iterator[str]:
        for sentence in self.brief.summary or ():
            yield self.entry(escaped_line(sentence.text), self.paragraph_at(sentence.start))

    def who(self) -> Iterator[str]:
        actors = self.brief.actors or ()
        rows = []
        for actor in actors[:ACTOR_ROWS]:
            roles = "; ".join(_distinct(role.text for role in actor.roles))
            first = self.paragraph_at(actor.mentions[0].start) if actor.mentions else None
            kind = actor_type(actor, self.names.get(actor.of or ""))
            cells = (actor.name, kind, roles, f"{actor.salience:.2f}", f"¶{first}" if first else "")
            rows.append([escaped(cell) for cell in cells])
        if rows:
            yield table(("Who", "Type", "Role", "Weight", "From"), rows)
        if len(actors) > ACTOR_ROWS:
            yield "\nAlso named: " + escaped(", ".join(actor.name for actor in actors[ACTOR_ROWS:]))

    def acts(self) -> Iterator[str]:
        told = {sentence.start for sentence in self.brief.summary or ()}
        for actor in (self.brief.actors or ())[:DOERS]:
            for act in actor.acts:
                if act.start not in told:
                    told.add(act.start)
                    yield self.entry(f"**{escaped(actor.name)}:** {escaped(act.text)}", self.paragraph_at(act.start))

    def places(self) -> Iterator[str]:
        named = []
        for place in self.brief.places or ():
            first = self.paragraph_at(place.mentions[0].start) if place.mentions else None
            named.append(escaped(place.name) + (f" ¶{first}" if first else ""))
        if named:
            yield ", ".join(named)

    def claims(self) -> Iterator[str]:
        """The claims by claimant: actors by salience, sources that are no actors, unnamed ones, the article."""
        groups: dict[str, list[Claim]] = {}
        order: dict[str, tuple[int, int]] = {}
        for claim in self.brief.claims or ():
            title, rank = self.claimant(claim)
            groups.setdefault(title, []).append(claim)
            order[title] = min(order.get(title, rank), rank)
        first = True
        for title in sorted(groups, key=order.__getitem__):
            yield ("" if first else "\n") + f"### {title}\n"
            first = False
            yield from _distinct(map(self.claim, groups[title]))

    def claimant(self, claim: Claim) -> tuple[str, tuple[int, int]]:
        """Returns the heading under which a claim stands and what the headings are sorted by."""
        last = len(self.ranks)
        if claim.voice == "article":
            return "The article itself", (last + 2, 0)
        if claim.claimant is None:
            return "Unnamed sources", (last + 1, 0)
        ranks = [self.ranks[actor] for actor in claim.claimant.actors if actor in self.ranks]
        return escaped_heading(claim.claimant.name), (min(ranks, default=last), len(ranks))

    def claim(self, claim: Claim) -> str:
        quote = self.quotes.get(claim.quote or "")
        content = self.content(claim.parts, quote.quoted if quote else ())
        notes = escaped("; ".join(claim_notes(claim)))
        line = self.source(claim.claimant) + self.lead(claim.cue, claim.parts) + content
        return self.entry(line + (f" — *{notes}*" if notes else ""), claim.paragraph)

    def source(self, source: Ref | None) -> str:
        """Returns the words that cite a source, where its name alone would not show them."""
        if source is None or source.text is None:
            return ""
        words, name = one_line(source.text), one_line(source.name)
        if words.split()[-1:] == name.split()[-1:]:
            return ""
        return f"(“{escaped(words)}”) "

    def lead(self, cue: Cue | None, parts: Sequence[Span]) -> str:
        """Returns the words of attribution: as they run into the content, else the cue and a colon."""
        if cue is None or not parts or (parts[0].start < cue.end and cue.start < parts[-1].end):
            return ""
        between = self.text[cue.end : parts[0].start]
        runs_in = between[:1].isspace() and (between.isspace() or one_line(between).replace(" ", "").isalpha())
        if runs_in and len(between) <= 40:
            return escaped_line(cue.text + between) + " "
        return escaped_line(cue.text) + ": "

    def words(self) -> Iterator[str]:
        for quote in self.brief.quotes or ():
            if quote.quoted:
                yield self.entry(self.content(quote.parts, quote.quoted) + self.speaker(quote), quote.paragraph)

    def speaker(self, quote: Quote) -> str:
        if quote.speaker is None:
            return ""
        return f" — **{escaped(quote.speaker.name)}** {self.source(quote.speaker)}".rstrip()

    def content(self, parts: Sequence[Span], quoted: Sequence[Span]) -> str:
        """Returns the parts of a content with quotation marks just around what is quoted in the article."""
        return ELISION.join(escaped(self.marked(part, quoted)) for part in parts)

    def marked(self, part: Span, quoted: Sequence[Span]) -> str:
        pieces = []
        done = part.start
        for span in quoted:
            start, end = max(span.start, done), min(span.end, part.end)
            if start >= end:
                continue
            before = self.text[done:start]
            pieces.append(before[: -1 if _is_mark(before[-1:]) else None])
            inner = self.text[start:end]
            pieces.append(f"‘{inner}’" if "“" in inner or '"' in inner else f"“{inner}”")
            done = end + _is_mark(self.text[end : end + 1])
        pieces.append(self.text[done : part.end])
        return "".join(pieces)

    def timeline(self) -> Iterator[str]:
        modifiers = {date.id: date.mod for date in self.brief.dates or ()}
        for event in self.brief.timeline or ():
            date = escaped(date_words(event.value, modifiers.get(event.date)))
            yield self.entry(f"**{date}** {escaped(event.text)}", event.paragraph)

    def entry(self, line: str, paragraph: int | None) -> str:
        return f"- {line} ¶{paragraph}" if paragraph else f"- {line}"

    def paragraph_at(self, position: int) -> int | None:
        """Returns the number of the paragraph that holds a position, null in a title or a heading."""
        number = bisect_right(self.paragraph_starts, position)
        return number if number and position < self.brief.paragraphs[number - 1][1] else None


def _is_mark(character: str) -> bool:
    return character != "" and character in "\"“”„«»‘’'"


def _distinct(texts: Iterable[str]) -> Iterator[str]:
    """Yields the texts that differ in more than case and white space, each at its first place."""
    seen = set()
    for text in texts:
        key = " ".join(text.split()).casefold()
        if key not in seen:
            seen.add(key)
            yield text
