"""The merged brief of several documents as Markdown: each entry bears its sources, [1] and [2], by paragraph."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from briefx.lexicon.rules import is_doubtful
from briefx.merging.merged import At, Conflict, InDocument, Merged, MergedClaim, MergedEvent, Shown, Source
from briefx.model import Brief
from briefx.rendering.claim_lines import ELISION, ClaimLines, in_marks
from briefx.rendering.escaping import escaped, escaped_heading, one_line, safe_line
from briefx.rendering.explanation import CHECK, CHECKED, explained, explanations
from briefx.rendering.markdown import FEWEST_WORDS
from briefx.rendering.tables import table
from briefx.rendering.timeline_lines import moments
from briefx.rendering.whole_marks import WholeMarks
from briefx.rendering.wording import actor_type, date_words, leading, stance_notes, told_day, told_roles

# Under this name of an item a document's lede is shown.
LEDE = ""

# A longer list is no longer read; JSON has it whole.
ACTOR_ROWS = 20
CLAIMANTS = 20
CLAIMS_OF_ONE = 12
# So many places of an entry are named, and so many disagreements shown.
MOST_PLACES = 6
MOST_SIDES = 12
MOST_ROLES = 3


def shown(brief: Brief, *, explain: bool = False) -> dict[str, Shown]:
    """Returns {id: how it is shown} of the items of a brief that say more than a merged brief would know."""
    whys = explanations(brief) if explain else {}
    lines = ClaimLines(brief)
    found = {claim.id: Shown(lines.line(claim), is_doubtful(claim.rule), whys.get(claim.id, ""),
                             left_out=not lines.is_told(claim)) for claim in brief.claims or ()}
    for items in (brief.actors, brief.quotes, brief.dates):
        for item in items or ():
            if explain or is_doubtful(item.rule):
                found[item.id] = Shown("", is_doubtful(item.rule), whys.get(item.id, ""))
    dates = {event.date: found.get(event.date, Shown())._replace(left_out=True) for event in brief.timeline or ()}
    told: set[int] = set()
    for moment in moments(brief):
        event = moment.event
        # Nothing is kept that the merged brief knows: a sentence is told as it is, in part where it comes again.
        line = moment.sentence if moment.sentence != escaped(event.text) else ""
        excerpt = moment.excerpt if event.start in told and moment.excerpt != moment.sentence else ""
        told.add(event.start)
        dates[event.date] = found.get(event.date, Shown())._replace(line=line, when=moment.when, excerpt=excerpt)
    found.update(dates)
    if brief.summary:
        found[LEDE] = Shown(escaped(WholeMarks(brief).sentence(brief.summary[0])))
    return found


def merged_markdown(merged: Merged) -> str:
    """Returns a merged brief as Markdown, ending in a line feed."""
    return "\n".join(_Page(merged).blocks())


class _Page:
    """A merged brief on its way to Markdown."""

    def __init__(self, merged: Merged) -> None:
        self.merged = merged
        self.single = len(merged.documents) > 1
        self.names = {actor.id: leading(actor.name, actor.type) for actor in merged.actors}

    def blocks(self) -> Iterator[str]:
        """Yields title and sections, each ending in a line feed."""
        merged = self.merged
        documents = len(merged.documents)
        yield f"# Brief of {documents:,} article{'s' * (documents != 1)}\n"
        doubtful = False
        for title, lines in (
            ("Sources", _sources(merged.documents)),
            ("In brief", self.ledes()),
            ("Who", self.who()),
            ("Where the sources differ", map(self.conflict, merged.conflicts)),
            ("Who claims what", self.claims()),
            ("Where they disagree", self.disagreements()),
            ("In their words", self.quotes()),
            ("When", self.timeline()),
        ):
            content = "\n".join(lines)
            if content:
                yield f"## {title}\n\n{content}\n"
            doubtful = doubtful or CHECK in content
        if doubtful:
            yield CHECKED

    def shown(self, at: At) -> Shown:
        """Returns how an item of a document is shown."""
        documents = self.merged.shown
        return documents[at.document - 1].get(at.item, Shown()) if at.document <= len(documents) else Shown()

    def ledes(self) -> Iterator[str]:
        for lede in self.merged.ledes if self.single else ():
            yield "- " + safe_line(f"{self.shown(lede.at).line or escaped(lede.text)} {_places([lede.at])}")

    def who(self) -> Iterator[str]:
        actors = self.merged.actors
        rows = []
        for actor in actors[:ACTOR_ROWS]:
            tags = " ".join(f"[{one.document}]" for one in actor.documents[:MOST_PLACES])
            told = told_roles(actor.roles).split("; ")
            roles = "; ".join(told[:MOST_ROLES]) + "; …" * (len(told) > MOST_ROLES)
            cells = (self.names[actor.id], actor_type(actor.type, actor.of), roles, f"{actor.salience:.2f}")
            rows.append([*map(escaped, cells), tags + " …" * (len(actor.documents) > MOST_PLACES)])
            if self.shown(_of_actor(actor.documents[0])).doubtful:
                rows[-1][1] += f" {CHECK}"
        if rows:
            yield table(("Who", "Type", "Role", "Weight", "In"), rows)
        if len(actors) > ACTOR_ROWS:
            yield f"\nand {len(actors) - ACTOR_ROWS:,} more"
        for number, actor in enumerate(actors[:ACTOR_ROWS]):
            why = self.why(map(_of_actor, actor.documents))
            if why:
                yield "\n" * (not number) + f"- **{escaped(self.names[actor.id])}**{why}"

    def why(self, places: Iterable[At]) -> str:
        """Returns why an item is in each of its places, as a list below it; "" where no explanation is asked for."""
        told = [(at, self.shown(at).why) for at in islice(places, MOST_PLACES)]
        return "".join(explained("", f"{_places([at])} · {why}" if self.single else why) for at, why in told if why)

    def claims(self) -> Iterator[str]:
        """The claims by claimant, over all documents, in the order of the actors' weight."""
        ranks = {actor.id: rank for rank, actor in enumerate(self.merged.actors)}
        groups: dict[tuple[str, ...], list[MergedClaim]] = {}
        for claim in self.merged.claims:
            if claim.actors and self.told_places(claim):
                groups.setdefault(claim.actors, []).append(claim)
        order = sorted(groups, key=lambda actors: (min(ranks[actor] for actor in actors), len(actors)))
        for number, actors in enumerate(order[:CLAIMANTS]):
            names = " and ".join(self.names[actor] for actor in actors)
            # What several sources report comes first.
            claims = sorted(groups[actors], key=lambda claim: claim.single_source)
            in_one = self.single and len({at.document for claim in claims for at in claim.places}) == 1
            yield "\n" * (number > 0) + f"### {escaped_heading(names)}{' (one source)' * in_one}\n"
            for claim in claims[:CLAIMS_OF_ONE]:
                notes = stance_notes(claim.kind, claim.polarity, claim.certainty, cue=claim.cue or "")
                notes += ["conditional"] * claim.conditional
                notes += ["one source"] * (self.single and claim.single_source and not in_one)
                noted = f" — *{escaped('; '.join(notes))}*" if notes else ""
                places = self.told_places(claim)
                check = f" {CHECK}" if self.shown(places[0]).doubtful else ""
                line = safe_line(f"{self.claim(claim)}{noted}{check} {_places(places)}")
                yield f"- {line}" + self.why(places)
            if len(claims) > CLAIMS_OF_ONE:
                yield f"- and {len(claims) - CLAIMS_OF_ONE:,} more"

    def told_places(self, item: MergedClaim | MergedEvent) -> list[At]:
        """Returns the places of an item whose own brief tells it there too."""
        return [at for at in item.places if not self.shown(at).left_out]

    def claim(self, claim: MergedClaim) -> str:
        """Returns a claim with its words of attribution, escaped but for its start."""
        cue = f"{escaped(claim.cue)}: " if claim.cue else ""
        places = self.told_places(claim) or claim.places
        return self.shown(places[0]).line or f"{cue}{escaped(claim.text)}"

    def disagreements(self) -> Iterator[str]:
        """Claims of two sources on opposite sides, one below the other."""
        for pair in self.merged.sides[:MOST_SIDES]:
            first, second = (safe_line(f"**{escaped(' and '.join(self.names[actor] for actor in claim.actors))}** "
                                       f"{self.claim(claim)} {_places(claim.places)}")
                             for claim in map(self.merged.claims.__getitem__, pair))
            yield f"- {first}\n  against {second}"

    def conflict(self, conflict: Conflict) -> str:
        """Returns one event's two dates, one below the other."""
        first, second = (
            safe_line(f'**{escaped(date_words(side.value, side.mod, side.words))}** ("{escaped(side.words)}") '
                      f"{self.shown(side.at).line or escaped(one_line(side.text))} {_places([side.at])}")
            for side in conflict.dates)
        return f"- {first}\n  against {second}"

    def quotes(self) -> Iterator[str]:
        for quote in self.merged.quotes:
            stretches = [one_line(stretch).rstrip(",") for stretch in quote.text.split(ELISION)]
            if len(quote.places) == 1 and sum(stretch.count(" ") + 1 for stretch in stretches) < FEWEST_WORDS:
                continue
            words = ELISION.join(escaped(in_marks(stretch)) for stretch in stretches)
            speaker = f" — {escaped(quote.speaker)}" if quote.speaker else ""
            check = f" {CHECK}" if self.shown(quote.places[0]).doubtful else ""
            yield "- " + safe_line(f"{words}{speaker}{check} {_places(quote.places)}") + self.why(quote.places)

    def timeline(self) -> Iterator[str]:
        """The dates with the sentences that hold them, a part of one that is told already.

        What one source alone tells is marked, once for all where that is so of all.
        """
        told = set()
        all_single = self.single and all(event.single_source for event in self.merged.timeline)
        if all_single and self.merged.timeline:
            yield "*Each entry is told by one source.*\n"
        for event in sorted(self.merged.timeline, key=lambda one: told_day(one.first_day, one.last_day, one.mod)):
            places = self.told_places(event)
            if not places:
                continue
            note = " — *one source*" if self.single and event.single_source and not all_single else ""
            shown = self.shown(places[0])
            check = f" {CHECK}" if shown.doubtful else ""
            when = shown.when or f"**{escaped(date_words(event.value, event.mod, event.words))}**"
            sentence = (shown.excerpt if event.text in told else "") or shown.line or escaped(event.text)
            told.add(event.text)
            line = safe_line(f"{when} {sentence}{note}{check} {_places(places)}")
            yield f"- {line}" + self.why(places)


def _sources(documents: Iterable[Source]) -> Iterator[str]:
    for source in documents:
        title = one_line(source.title or "") or one_line(source.id)
        facts = [title, source.publisher, source.published, source.path if source.path != "-" else None]
        yield f"{source.number}. " + safe_line(" · ".join(escaped(one_line(fact)) for fact in facts if fact))


def _of_actor(one: InDocument) -> At:
    return At(one.document, one.actor, None, 0, 0)


def _places(places: Iterable[At]) -> str:
    """Returns places as source tags: "[1] ¶4, [2] ¶1"."""
    shown = list(dict.fromkeys(f"[{at.document}]" + (f" ¶{at.paragraph}" if at.paragraph else "") for at in places))
    return ", ".join(shown[:MOST_PLACES]) + (" …" if len(shown) > MOST_PLACES else "")
