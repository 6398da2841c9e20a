"""What merging needs of a brief, taken out of it where the brief is made."""
from __future__ import annotations

from bisect import bisect_right

from briefx.extraction.disagreements import disagreements
from briefx.extraction.wording import content_words
from briefx.merging.merged import At, Digest, Lede, SeenActor, SeenClaim, SeenEvent, SeenQuote, Source
from briefx.model import Brief

# The words that tell what happened on a date are sought so many code points before and behind it.
NEAR = 90


def digest(brief: Brief) -> Digest:
    """Returns what is kept of a brief; the document's number is 0 until it is merged."""
    document = brief.document
    names = {actor.id: actor.name for actor in brief.actors or ()}
    actors = tuple(
        SeenActor(actor.id, actor.name, actor.type, names.get(actor.of or ""), actor.country,
                  tuple(dict.fromkeys(" ".join(role.text.split()) for role in actor.roles)), actor.aliases,
                  actor.salience, len(actor.mentions))
        for actor in brief.actors or ())
    quotes = tuple(
        SeenQuote(At(0, quote.id, quote.paragraph, quote.parts[0].start, quote.parts[-1].end),
                  " […] ".join(" ".join(stretch.text.split()) for stretch in quote.quoted),
                  quote.speaker.actors if quote.speaker else (), quote.speaker.name if quote.speaker else None)
        for quote in brief.quotes or () if quote.quoted)
    claims = tuple(
        SeenClaim(At(0, claim.id, claim.paragraph, claim.parts[0].start, claim.parts[-1].end),
                  " ".join(claim.text.split()), claim.claimant.actors if claim.claimant else (),
                  claim.claimant.name if claim.claimant else None, claim.voice,
                  " ".join(claim.cue.text.split()) if claim.cue else None, claim.kind, claim.polarity,
                  claim.certainty, claim.condition is not None)
        for claim in brief.claims or ())
    return Digest(
        Source(0, document.id, document.path, document.line, document.title, document.publisher, document.published),
        actors, quotes, claims, tuple(_events(brief)), _lede(brief),
        tuple((first.id, second.id) for first, second in disagreements(brief.claims or ())))


def _lede(brief: Brief) -> Lede | None:
    if not brief.summary:
        return None
    text, start, end = brief.summary[0]
    paragraph = bisect_right(brief.paragraphs, (start, len(brief.document.text)))
    return Lede(" ".join(text.split()), At(0, "", paragraph or None, start, end))


def _events(brief: Brief) -> list[SeenEvent]:
    dates = {date.id: date for date in brief.dates or ()}
    text = brief.document.text
    found = []
    for event in brief.timeline or ():
        date = dates[event.date]
        around = text[max(event.start, date.start - NEAR):date.start] + " " + text[date.end:min(event.end,
                                                                                           date.end + NEAR)]
        found.append(SeenEvent(
            At(0, event.date, event.paragraph, event.start, event.end), event.value, date.mod, date.first_day,
            date.last_day,
            " ".join(date.text.split()), " ".join(event.text.split()), content_words(around), event.actors))
    return found
