"""The merged brief of several documents as Markdown: each entry bears its sources, [1] and [2], by paragraph."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefx.merging.merged import At, Conflict, Merged, MergedClaim, MergedQuote, Source
from briefx.rendering.claim_lines import ELISION, in_marks
from briefx.rendering.escaping import escaped, escaped_heading, one_line, safe_line
from briefx.rendering.markdown import FEWEST_WORDS
from briefx.rendering.tables import table
from briefx.rendering.wording import actor_type, date_words, stance_notes

# A longer list is no longer read; JSON has it whole.
ACTOR_ROWS = 20
CLAIMANTS = 20
CLAIMS_OF_ONE = 12
# So many places of an entry are named.
MOST_PLACES = 6


def merged_markdown(merged: Merged) -> str:
    """Returns a merged brief as Markdown, ending in a line feed."""
    documents = len(merged.documents)
    blocks = [f"# Brief of {documents:,} article{'s' * (documents != 1)}\n"]
    single = documents > 1
    for title, lines in (
        ("Sources", _sources(merged.documents)),
        ("Who", _who(merged)),
        ("Where the sources differ", map(_conflict, merged.conflicts)),
        ("Who claims what", _claims(merged, single)),
        ("In their words", _quotes(merged.quotes)),
        ("When", _timeline(merged, single)),
    ):
        content = "\n".join(lines)
        if content:
            blocks.append(f"## {title}\n\n{content}\n")
    return "\n".join(blocks)


def _sources(documents: Iterable[Source]) -> Iterator[str]:
    for source in documents:
        title = one_line(source.title or "") or one_line(source.id)
        facts = [title, source.publisher, source.published, source.path if source.path != "-" else None]
        yield f"{source.number}. " + safe_line(" · ".join(escaped(one_line(fact)) for fact in facts if fact))


def _who(merged: Merged) -> Iterator[str]:
    rows = [[escaped(cell) for cell in (
        actor.name, actor_type(actor.type, actor.of), "; ".join(actor.roles), f"{actor.salience:.2f}")]
        + [" ".join(f"[{one.document}]" for one in actor.documents[:MOST_PLACES])
           + (" …" if len(actor.documents) > MOST_PLACES else "")]
        for actor in merged.actors[:ACTOR_ROWS]]
    if rows:
        yield table(("Who", "Type", "Role", "Weight", "In"), rows)
    if len(merged.actors) > ACTOR_ROWS:
        yield f"\nand {len(merged.actors) - ACTOR_ROWS:,} more"


def _conflict(conflict: Conflict) -> str:
    """One event's two dates, one below the other."""
    first, second = (safe_line(f'**{escaped(date_words(side.value, side.mod))}** ("{escaped(side.words)}") '
                               f"{escaped(one_line(side.text))} {_places([side.at])}") for side in conflict.dates)
    return f"- {first}\n  against {second}"


def _claims(merged: Merged, single: bool) -> Iterator[str]:
    """The claims by claimant, over all documents, in the order of the actors' weight."""
    names = {actor.id: actor.name for actor in merged.actors}
    ranks = {actor.id: rank for rank, actor in enumerate(merged.actors)}
    groups: dict[tuple[str, ...], list[MergedClaim]] = {}
    for claim in merged.claims:
        if claim.actors:
            groups.setdefault(claim.actors, []).append(claim)
    order = sorted(groups, key=lambda actors: (min(ranks[actor] for actor in actors), len(actors)))
    for number, actors in enumerate(order[:CLAIMANTS]):
        yield "\n" * (number > 0) + "### " + escaped_heading(" and ".join(names[actor] for actor in actors)) + "\n"
        # What several sources report comes first.
        claims = sorted(groups[actors], key=lambda claim: claim.single_source)
        for claim in claims[:CLAIMS_OF_ONE]:
            notes = stance_notes(claim.kind, claim.polarity, claim.certainty)
            notes += ["conditional"] * claim.conditional + ["one source"] * (single and claim.single_source)
            cue = f"{escaped(claim.cue)}: " if claim.cue else ""
            noted = f" — *{escaped('; '.join(notes))}*" if notes else ""
            yield "- " + safe_line(f"{cue}{escaped(claim.text)}{noted} {_places(claim.places)}")
        if len(claims) > CLAIMS_OF_ONE:
            yield f"- and {len(claims) - CLAIMS_OF_ONE:,} more"


def _quotes(quotes: Iterable[MergedQuote]) -> Iterator[str]:
    for quote in quotes:
        stretches = [one_line(stretch).rstrip(",") for stretch in quote.text.split(ELISION)]
        if len(quote.places) == 1 and sum(stretch.count(" ") + 1 for stretch in stretches) < FEWEST_WORDS:
            continue
        words = ELISION.join(escaped(in_marks(stretch)) for stretch in stretches)
        speaker = f" — {escaped(quote.speaker)}" if quote.speaker else ""
        yield "- " + safe_line(f"{words}{speaker} {_places(quote.places)}")


def _timeline(merged: Merged, single: bool) -> Iterator[str]:
    for event in merged.timeline:
        note = " — *one source*" if single and event.single_source else ""
        when = f"**{escaped(date_words(event.value, event.mod))}**"
        yield "- " + safe_line(f"{when} {escaped(event.text)}{note} {_places(event.places)}")


def _places(places: Iterable[At]) -> str:
    """Returns places as source tags: "[1] ¶4, [2] ¶1"."""
    shown = list(dict.fromkeys(f"[{at.document}]" + (f" ¶{at.paragraph}" if at.paragraph else "") for at in places))
    return ", ".join(shown[:MOST_PLACES]) + (" …" if len(shown) > MOST_PLACES else "")
