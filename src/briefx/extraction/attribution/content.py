"""Contents: where what is put forward ends.

From its first token a content runs to the end of the sentence unless one of the places below cuts it: a
clause that is joined to the cue's own clause, a trailing participle or attribution, the verb of the clause
that the cue's clause stands in. Which places cut was counted in annotated news: contents that are clauses go on
over more of them than phrases and infinitives do.
"""
from __future__ import annotations

from bisect import bisect_left

from briefx.extraction.attribution.clauses import Clauses
from briefx.lexicon.cues import adjective_cue, cue_words
from briefx.memory import once

# A verb that belongs to what follows a comma or conjunction stands within this many tokens.
_REACH = 14
# From this rate (percent) on, in its best frame, a verb counts as one that attributes.
_SURE = 60
# Clauses behind these with a comma before them limit or explain the content: they belong to it.
_BELONGING = ("if", "unless", "because", "that")


def sentence_limit(clauses: Clauses, token: int) -> int:
    """Returns the token of the stop that ends a token's sentence, closing marks left out."""
    last = clauses.sentence_of[token].last
    tag_at = clauses.tag_at
    while last > token + 1 and tag_at[last - 1] in '."':
        if tag_at[last - 1] == '"' and last - 2 > token and tag_at[last - 2] not in '.,"':
            break
        last -= 1
    return last


def content_end(clauses: Clauses, index: int | None, start: int, limit: int, mode: str) -> int:
    """Returns where the content of a cue that begins at ``start`` ends (exclusive).

    ``index`` is the verb group of the cue, or the one above a cue that is a noun (null where none is).
    ``mode`` is what the content is: clause, inf (infinitive or participle), phrase, quote or colon.
    """
    tags, tag_at = clauses.tags, clauses.tag_at
    end = None
    skip_to = start
    places = clauses.openings
    is_clause = mode not in ("phrase", "quote")
    for at in places[bisect_left(places, start):bisect_left(places, limit)]:
        tag = tag_at[at]
        if at < skip_to or (is_clause and tag in "cW"):
            continue
        if end is None:
            end = _End(clauses, index, start, limit, mode)
        if tag == '"':
            mark = clauses.mark_from.get(at)
            if mark is not None and mark.closing is not None:
                skip_to = mark.closing
                if at <= start + 1 and tags[skip_to + 1:skip_to + 2] == "-":
                    return skip_to + 1  # "promised to “go on” - so often that"
                if tag_at[skip_to - 1] == "," and skip_to + 1 < limit and end.is_at_closing_mark(skip_to):
                    return skip_to
        elif tag == "(":
            closing = tags.find(")", at, limit)
            skip_to = closing + 1 if closing > 0 else at + 1
        elif at > start and at + 1 < limit and end.is_at(at, tag):
            return at
    # A quotation that goes on after its sentence takes the content with it.
    mark = clauses.mark_over(limit)
    if mark is not None and mark.closing is not None and start <= mark.opening:
        return mark.closing
    return limit


class _End:
    """The question whether a place ends the content of a cue."""

    def __init__(self, clauses: Clauses, index: int | None, start: int, limit: int, mode: str) -> None:
        self.clauses = clauses
        self.cue = clauses.groups[index] if index is not None else None
        self.start = start
        self.limit = limit
        self.mode = mode
        self.is_clause = mode in ("clause", "quote", "colon")
        self._index = index

    @once
    def fronted(self) -> bool:
        """Does the cue's clause come before the one that it is subordinate to?"""
        return self._index is not None and _is_fronted(self.clauses, self._index)

    def is_at(self, at: int, tag: str) -> bool:
        """Does a content end at a semicolon, dash, comma, conjunction or "on" of these words?"""
        clauses = self.clauses
        tags, tag_at = clauses.tags, clauses.tag_at
        if tag in "IcW":
            return (self.mode == "phrase" and tag_at[at - 1] != "," and self._at_adjunct(at)) or (
                self.mode == "quote" and tag_at[at - 1] == '"' and self._at_adjunct(at))
        if tag == ";":
            return self.mode not in ("quote", "colon")
        if tag == "C":
            return tag_at[at - 1] != "," and self._at_conjunction(at, comma=False)
        if self.mode == "clause" and not self._has_verb(at):
            return False
        if tag == "-":
            return tags.find("-", at + 1, self.limit) < 0 and tag_at[at + 1] in "GcC"
        return self._at_comma(at)

    def _at_adjunct(self, at: int) -> bool:
        """Does what tells when or why begin at a token, behind an object ("opposed the bill because it cost jobs")?"""
        clauses = self.clauses
        word = clauses.lowers[at]
        if word in cue_words("adjunct_opener"):
            return self._begins_clause(at + 1) or clauses.tag_at[at + 1] in "pE"
        if word == "on" and clauses.lowers[at + 1] in cue_words("weekday"):
            return True
        last, object_last = clauses.phrase_from.get(at + 1), clauses.phrase_from.get(self.start)
        if last is None or object_last is None or word not in cue_words("occasion_preposition") or (
                clauses.tag_at[self.start] not in "Ppo" or object_last < at - 1):
            return False  # of names and pronouns alone: "backed Lee in an interview", not "the sale of a ship in June"
        head = clauses.lowers[last - 1]
        return head in cue_words("occasion") or head in cue_words("time") or (
            last == at + 2 and clauses.is_year(at + 1))

    def is_at_closing_mark(self, at: int) -> bool:
        """Does a content end at a closing mark with a comma before it (...,” saying why)?"""
        if self.mode in ("quote", "colon") or (self.mode == "clause" and not self._has_verb(at)):
            return False
        return self._at_comma(at)

    def _at_comma(self, at: int) -> bool:
        clauses = self.clauses
        following = at + 1
        tag, word = clauses.tag_at[following], clauses.lowers[following]
        if tag == '"':
            return False
        if tag == "C":
            return self._at_conjunction(following, comma=True)
        group = clauses.group_from.get(following)
        if group is not None:
            form = clauses.groups[group].form
            if form == "gerund":
                return not self.is_clause or self._attributes_next(at)
            return form == "finite" and (self.fronted or self.mode == "phrase" or self._is_outside(group))
        if tag == "R":
            group = clauses.group_from.get(following + 1)
            if group is not None and clauses.groups[group].form == "gerund":
                return not self.is_clause or self._attributes_next(at)
            return (not self.is_clause and word not in cue_words("restricting")) or (
                self.fronted and self._main_clause_follows(at))
        if tag == "W":
            return not self.is_clause or word in ("who", "where")
        if tag == "c":
            if not self.is_clause:
                return word not in _BELONGING
            return word in ("though", "although") or (word in ("while", "whereas") and self._attributes_next(at))
        if tag in "Jn" and not self.is_clause and clauses.tags[following + 1:following + 2] == "c":
            return adjective_cue(word) is not None  # "backed Lee, confident that"
        if tag == "I":
            return word in ("with", "despite") or (self.fronted and self._main_clause_follows(at))
        if self._begins_clause(following):
            return self.fronted or not self.is_clause or self._is_trailing(at)
        return self._at_apposition(at)

    def _at_apposition(self, comma: int) -> bool:
        """Does what a comma opens say what the whole is ("said he would quit, a blow to his party"), and no list?"""
        clauses = self.clauses
        tags, tag_at = clauses.tags, clauses.tag_at
        if clauses.lowers[comma + 1] not in ("a", "an") or tag_at[comma - 1] == '"':
            return False
        last = clauses.phrase_from.get(comma + 1)
        if last is None or tags[last:last + 1] == "C":
            return False
        following = tags.find(",", comma + 1, self.limit)
        return following < 0 or tags[following + 1:following + 2] != "C"

    def _at_conjunction(self, at: int, comma: bool) -> bool:
        """Does a content end at "and" or "but": before a clause or verb that goes on with the cue's own clause?"""
        clauses = self.clauses
        following = at + 1
        if clauses.lowers[following] == "those" and clauses.tags[following + 1:following + 2] == "W":
            return not self.is_clause  # "those who favor a pause and those who do not"
        while following < self.limit and clauses.tag_at[following] in "Rx":
            following += 1
        if following >= self.limit:
            return False
        group = clauses.group_from.get(following)
        if group is None:
            return ((self._begins_clause(following) or self._begins_clause(at + 1))
                    and ((not self.is_clause and (comma or clauses.tag_at[following] in "Pp"))
                         or self._attributes_next(at)))
        other = clauses.groups[group]
        if other.form == "gerund" or (other.form == "infinitive" and clauses.tag_at[other.first] == "V"):
            # "criticizing the plan and calling for another", "to point out gaps and propose a cure"
            return self.mode == "phrase" and self.cue is not None and self.cue.form == other.form
        if other.form != "finite":
            return False
        if comma:
            return not self.is_clause or clauses.lowers[at] == "but" or self._attributes_next(at)
        mine = self.cue
        if mine is not None and mine.tense == other.tense and (mine.modal is None) == (other.modal is None):
            return self.mode == "phrase" or (self.mode == "inf" and other.tense == "past") or self._attributes_next(at)
        return not self.is_clause and self._attributes_next(at)

    def _next(self, at: int) -> int | None:
        return self.clauses.next_group(at + 1, min(self.limit, at + _REACH))

    def _has_verb(self, last: int) -> bool:
        """Has the content had a finite verb before a token?"""
        groups, starts = self.clauses.groups, self.clauses.group_from
        return any(at in starts and (groups[starts[at]].form == "finite" or groups[starts[at]].lemma == "be")
                   for at in range(self.start, last))

    def _begins_clause(self, first: int) -> bool:
        """Is the phrase that begins at a token the subject of the next verb?"""
        if first not in self.clauses.phrase_from:
            return False
        follow = self._next(first - 1)
        groups = self.clauses.groups
        if follow is not None and groups[follow].form == "participle" and follow + 1 < len(groups):
            follow += 1  # "messages found there suggest"
        if follow is None or groups[follow].form != "finite" or groups[follow].first >= self.limit:
            return False
        subject = self.clauses.subject(follow)
        return subject is not None and subject.first == first

    def _attributes_next(self, at: int) -> bool:
        """Is the next verb behind a place one that attributes?"""
        follow = self._next(at)
        if follow is None:
            return False
        cue = self.clauses.verb_cue(self.clauses.groups[follow].lemma)
        return cue is not None and max(cue.rates.values()) >= _SURE

    def _is_trailing(self, comma: int) -> bool:
        """Is what follows a comma an attribution of all before it ("..., the paper reported")?"""
        follow = self._next(comma)
        if follow is None:
            return False
        clauses = self.clauses
        group = clauses.groups[follow]
        cue = self.clauses.verb_cue(group.lemma)
        if cue is None or cue.rates.get("quote", 0) < _SURE or group.form != "finite":
            return False
        at = group.last
        while at < self.limit and (clauses.tag_at[at] == "R" or clauses.lowers[at] in cue_words("time")
                                   or clauses.lowers[at] == "on"):
            at += 1
        return at >= self.limit

    def _main_clause_follows(self, comma: int) -> bool:
        """Does a clause with its own subject follow, behind an adjunct ("..., on Tuesday he said")?"""
        follow = self._next(comma)
        if follow is None or self.clauses.groups[follow].form != "finite":
            return False
        subject = self.clauses.subject(follow)
        return (subject is not None and subject.kind == "phrase" and subject.first > comma
                and self.clauses.tag_at[subject.first - 1] not in "cWI")

    def _is_outside(self, group: int) -> bool:
        """Is a verb that of a clause around the cue's own?"""
        subject = self.clauses.subject(group)
        return (subject is not None and subject.kind in ("phrase", "omitted") and self.cue is not None
                and subject.first < self.cue.first)


def _is_fronted(clauses: Clauses, index: int) -> bool:
    """Does the cue's clause come before the one that it is subordinate to ("As polls show it, Lee ...")?"""
    group = clauses.groups[index]
    low = clauses.sentence_of[group.first].first
    first = group.first
    if group.form == "finite":
        subject = clauses.subject(index)
        if subject is None or subject.kind not in ("phrase", "relative"):
            return False
        if subject.kind == "relative":
            return subject.antecedent is not None and _opens(clauses, subject.antecedent[0], low)
        first = subject.first
    before = first - 1
    tag_at = clauses.tag_at
    while before >= low and tag_at[before] == "R":
        before -= 1
    if group.form == "finite":
        word = clauses.lowers[before]
        if before < low or not (tag_at[before] == "W" or word in cue_words("clause_opener")
                                or (tag_at[before] == "c" and word != "that")):
            return False
        return _opens(clauses, before, low)
    if before >= low and tag_at[before] in "IcW":
        before -= 1
    return _opens(clauses, before + 1, low)


def _opens(clauses: Clauses, first: int, low: int) -> bool:
    """Does a token open a clause: first in its sentence, or behind a comma, conjunction or mark?"""
    return first <= low or clauses.tag_at[first - 1] in ',C"-;(c'
