"""Relations that meet: speech within the content of a verb or noun is either set off from it or a part of it."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.drafts import Draft

# Frames whose content is a clause: speech that is attributed within it is what the source says of others.
_CLAUSES = ("that", "bare", "wh", "quote", "according")


class Speech:
    """The direct speech of a text with its attributions, by where it begins."""

    def __init__(self, clauses: Clauses, drafts: Iterable[Draft]) -> None:
        self._tag_at, self._lowers = clauses.tag_at, clauses.lowers
        # (where it begins, has it an attribution?); without one it must stand behind a colon.
        self._starts = sorted([(_start(clauses, draft), draft.cue is not None) for draft in drafts
                               if draft.cue is not None or self._tag_at[max(0, draft.content[0][0] - 2)] == ":"])

    def set_off(self, draft: Draft) -> Draft | None:
        """Returns a relation without the speech that a dash, colon or joined clause sets off from its content."""
        if not self._starts:
            return draft
        pieces = []
        whole = True
        for first, last in draft.content:
            place = bisect_left(self._starts, (first + 1, False))
            begin, attributed = self._starts[place] if place < len(self._starts) else (last, True)
            if begin < last and self._is_set_off(begin) and (attributed or begin > first + 1):
                last = begin
                while last > first and (self._tag_at[last - 1] in 'cC,-:";' or self._lowers[last - 1] == "as"):
                    last -= 1
                whole = False
            if last > first:
                pieces.append((first, last))
        if not pieces:
            return None
        return draft if whole else draft._replace(content=tuple(pieces))

    def _is_set_off(self, begin: int) -> bool:
        tag_at = self._tag_at
        before = begin - 1 - (tag_at[begin - 1] == '"')
        return (tag_at[before] in ":-." or self._lowers[before] == "as"
                or (tag_at[before] in ",C" and tag_at[before - 1] in ',"'))


def _start(clauses: Clauses, draft: Draft) -> int:
    """Where speech begins with its source and cue, if these stand before it in its sentence."""
    first = draft.content[0][0]
    low = clauses.sentence_of[first].first
    for part in (draft.source, draft.cue):
        if part and low <= part[0] < first:
            first = part[0]
    return first


def without_nested(speech: list[Draft], others: Iterable[Draft]) -> list[Draft]:
    """Returns the direct speech that no clause somebody else puts forward holds together with its attribution."""
    cued = sorted([(one.cue[0], number) for number, one in enumerate(speech) if one.cue and one.source])
    nested = set()
    for outer in others:
        if outer.source is None or outer.head is None or outer.frame not in _CLAUSES:
            continue
        for first, last in outer.content:
            for _, number in cued[bisect_left(cued, (max(first, outer.head + 1), -1)):bisect_left(cued, (last, -1))]:
                content = speech[number].content
                if first <= content[0][0] and content[-1][1] <= last + 1:
                    nested.add(number)
    return [one for number, one in enumerate(speech) if number not in nested]
