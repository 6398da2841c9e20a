"""The article's own voice: sentences in which it judges or foretells and cites nobody."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from briefx.extraction.attribution.relation import Attribution
from briefx.extraction.certainty import found_hedges
from briefx.extraction.labels import is_future, is_judgement
from briefx.extraction.main_clause import MainClauses
from briefx.extraction.proposition import Proposition
from briefx.lexicon.claims import claim_words, hedges
from briefx.text.analysis import Analysis

_WILL = frozenset(("will", "won't", "won’t", "would", "wouldn't", "wouldn’t", "'ll", "’ll"))
_SPEAKERS = frozenset(("i", "we", "you"))


class ArticleRule(NamedTuple):
    """A row: when a sentence is one in which the article itself judges or foretells."""

    name: str
    holds: Callable[[Proposition], bool]
    example: str
    gives: str
    near_miss: str


def _foretells(one: Proposition) -> bool:
    """Is what is to come put as likely or possible? What "will" be is as often a fixture as a forecast."""
    verb = one.clause.verb
    if verb is None or not is_future(one) or not found_hedges(one):
        return False
    # "Residents could see the smoke" tells what they were able to do.
    return not (verb.modal is not None and one.analysis.lowers[verb.modal] == "could"
                and verb.lemma in claim_words("ability"))


def _foretells_on_condition(one: Proposition) -> bool:
    return one.clause.condition is not None and is_future(one)


RULES = (
    ArticleRule("article.forecast", _foretells,
                "The talks will probably fail.", "The talks will probably fail",
                "The talks will begin on Monday."),
    ArticleRule("article.forecast_conditional", _foretells_on_condition,
                "Unless prices fall, few families will move.", "Unless prices fall, few families will move",
                "Few families will move before prices fall."),
    ArticleRule("article.judgement", is_judgement,
                "The idea is clever but hopelessly expensive.", "The idea is clever but hopelessly expensive",
                "The idea is older than the town hall."),
)


@cache
def _signs() -> frozenset[str]:
    """The words without one of which no rule can hold."""
    return claim_words("evaluative") | hedges().keys() | _WILL | claim_words("nearly")


def article_claims(analysis: Analysis, clauses: MainClauses,
                   attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """Yields the claims of the article itself, as attributions without source and cue, in text order."""
    signs = _signs()
    lowers, tags, blocks = analysis.lowers, analysis.tags, analysis.blocks
    spoken: set[int] | None = None
    for place, sentence in enumerate(analysis.sentences):
        words = lowers[sentence.first:sentence.last]
        if signs.isdisjoint(words) or blocks[sentence.block].number is None or words[-1] != ".":
            continue
        if spoken is None:
            spoken = _spoken(analysis, attributions)
        if place in spoken or ":" in tags[sentence.first:sentence.first + 4]:
            continue
        first, last = sentence.first, sentence.last - 1
        while first < last and (tags[first] == "C" or (tags[first] == "R" and tags[first + 1] == ",")):
            first += 2 if tags[first + 1] == "," else 1
        if first >= last:
            continue
        content = (analysis.span(first, last),)
        found = Attribution(content, (), None, None, None, None, "", "indirect", "none", False, "article", "")
        one = Proposition(analysis, clauses, found)
        if one.clause.verb is None or not _SPEAKERS.isdisjoint(one.subject):
            continue
        rule = next((rule for rule in RULES if rule.holds(one)), None)
        if rule is not None:
            yield found._replace(rule=rule.name)


def _spoken(analysis: Analysis, attributions: Iterable[Attribution]) -> set[int]:
    """The sentences that hold an attribution or stand in quotation marks, in whole or in part."""
    found: set[int] = set()
    stretches = [(analysis.token_at(marked.start), analysis.token_at(marked.end)) for marked in analysis.marked]
    for one in attributions:
        stretches += [(analysis.token_at(start), analysis.token_at(end)) for start, end in one.content]
        if one.cue:
            stretches.append(one.cue)
    for first, last in stretches:
        low, high = analysis.sentence_index(first), analysis.sentence_index(max(first, last - 1))
        found.update(range(low, high + 1))
    return found
