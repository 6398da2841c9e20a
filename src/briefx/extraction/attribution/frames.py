"""Frames: what a verb's complement is, and where it begins."""
from __future__ import annotations

from collections.abc import Container

from briefx.extraction.attribution.clauses import Clauses
from briefx.lexicon.cues import cue_words
from briefx.records import Record

_MOST_FILLERS = 4
# What a verb that opens a quotation may be read as: a mark between "to" and the verb hides that it is one.
_OPENS_INFINITIVE = tuple("VNBR")


class Complement(Record):
    """What follows a verb group: the frame, the first token of the content and the last of the cue.

    ``object`` is the phrase between the cue and the content (an addressee, or the object of "urge X to").
    """

    frame: str
    start: int
    cue_last: int
    object: tuple[int, int] | None = None


def phrase_end(clauses: Clauses, first: int, limit: int, stops: Container[str] = ()) -> int:
    """Returns where a noun phrase with its "of" phrases and brackets ends, before a preposition of ``stops``."""
    tags, tag_at = clauses.tags, clauses.tag_at
    last = clauses.phrase_from.get(first, first)
    if last == first:
        return first
    while last < limit:
        if tag_at[last] == "(":
            closing = tags.find(")", last, limit)
            if closing < 0:
                return last
            last = closing + 1
        elif tag_at[last] in "IC" and last + 1 in clauses.phrase_from and (
                tag_at[last] == "C" or (clauses.lowers[last] in ("of", "in", "at", "for", "from")
                                      and clauses.lowers[last] not in stops)):
            last = clauses.phrase_from[last + 1]
        else:
            return last
    return last


def complement(clauses: Clauses, index: int, limit: int, prepositions: Container[str]) -> Complement | None:
    """Returns the complement of a verb group, or null where nothing follows that could be one."""
    tags, tag_at, lowers = clauses.tags, clauses.tag_at, clauses.lowers
    group = clauses.groups[index]
    at = group.last
    cue_last = at
    if at < limit and tag_at[at] == "r":
        at += 1
        cue_last = at
    obj: tuple[int, int] | None = None
    fillers = 0
    while at < limit and fillers <= _MOST_FILLERS:
        fillers += 1
        tag = tag_at[at]
        if tag == ":":
            return Complement("colon", at + 1, at + 1, obj)
        if tag == '"':
            return Complement("quote", at, cue_last, obj)
        if tag == ",":
            if at + 1 < limit and tag_at[at + 1] == '"':
                return Complement("quote", at + 1, cue_last, obj)
            after = _over_parenthesis(clauses, index, at, limit)
            if after is None:
                break
            at = after
            continue
        if tag == "R" and at not in clauses.phrase_from:
            at += 1
            fillers -= 1
            if at - group.last > 6:
                break
            continue
        if tag == "c" or (lowers[at] == "that" and (tag == "W" or tags[at + 1:at + 2] == ",")):
            word = lowers[at]
            if word == "that":
                if at + 1 in clauses.group_from and clauses.groups[clauses.group_from[at + 1]].form == "finite":
                    # "a law that allows", "said that is so"
                    if at > cue_last:
                        break
                    return Complement("bare", at, cue_last, obj)
                return Complement("that", at + 1, cue_last, obj)
            if word in ("if", "whether"):
                return Complement("wh", at, cue_last, obj)
            if word == "as" and not _bare_clause(clauses, index, at + 1, limit):
                return Complement("as", at, cue_last, obj)
            break
        if tag == "W":
            word = lowers[at]
            return Complement("when" if word in cue_words("adverbial") else "wh", at, cue_last, obj)
        if tag in "tI" and lowers[at] == "to" and tags[at + 1:at + 2] == '"' and (
                tags[at + 2:at + 3] in _OPENS_INFINITIVE and ("objinf" if obj else "inf") in prepositions):
            return Complement("objinf" if obj else "inf", at, cue_last, obj)  # "vowed to "fight on""
        if tag == "x" and at + 1 in clauses.group_from and clauses.groups[clauses.group_from[at + 1]].form in (
                "infinitive", "gerund"):
            form = "inf" if clauses.groups[clauses.group_from[at + 1]].form == "infinitive" else "ing"
            return Complement("obj" + form if obj else form, at, cue_last, obj)  # "decided not to go"
        if at in clauses.group_from:
            other = clauses.groups[clauses.group_from[at]]
            if other.form == "infinitive":
                return Complement("objinf" if obj else "inf", at, cue_last, obj)
            if other.form == "gerund":
                first = at - 1 if at > cue_last and tag_at[at - 1] == "R" else at  # "denied ever having seen it"
                return Complement("objing" if obj else "ing", first, cue_last, obj)
            if other.form == "finite":
                break
            if at > group.last and tag_at[at] in "Dn" and (at in clauses.phrase_to):
                at = other.last  # "said in a letter sent on Monday that"
                continue
        if tag == "I":
            word = lowers[at]
            after = _past_time(clauses, at, limit)
            if after:
                at = after
                continue
            if obj is None and word in prepositions:
                return Complement(word, at + 1, at + 1)
            if word == "as":
                if _bare_clause(clauses, index, at + 1, limit):
                    break
                return Complement("as", at, cue_last, obj)
            if obj is not None and word in prepositions:
                return Complement("obj" + word, at + 1, cue_last, obj)
            after = at + 1
            inner = clauses.group_from.get(after)
            if inner is not None and clauses.groups[inner].form == "gerund" and word not in ("on", "to"):
                after = clauses.groups[inner].last  # "said before leaving the hall that"
            if after in clauses.phrase_from:
                at = phrase_end(clauses, after, limit)
                continue
            break
        if at in clauses.phrase_from or tag in "TNSPJKqpoE":
            bare = _bare_clause(clauses, index, at, limit)
            if bare:
                return Complement("bare", at, cue_last, obj)
            last = clauses.phrase_from.get(at)
            if last is None and lowers[at] in ("late", "early") and (
                    at + 1 in clauses.phrase_from or _past_time(clauses, at + 1, limit)):
                at += 1
                continue
            if last is None:
                return Complement("adj" if tag in "Jn" else "object", at, cue_last, obj)
            if lowers[last - 1] in cue_words("time"):  # "Tuesday", "last week"
                at = last
                continue
            if obj is not None:
                break
            obj = (at, phrase_end(clauses, at, limit, prepositions))
            at = obj[1]
            continue
        if tag in "nJ":
            return Complement("adj", at, cue_last, obj)
        break
    if obj is None:
        return None
    return Complement("object", obj[0], group.last + (tag_at[group.last] == "r"))


def _past_time(clauses: Clauses, at: int, limit: int) -> int:
    """The token behind a date in front of which a preposition stands ("ruled on March 3, 2025, that"), 0 for none."""
    tags, tag_at, lowers = clauses.tags, clauses.tag_at, clauses.lowers
    after = clauses.phrase_from.get(at + 1) if at + 1 < limit else None
    if after is None or lowers[at] not in cue_words("date_preposition"):
        return 0
    words = lowers[at + 1:after]
    times = cue_words("time")
    if times.isdisjoint(words) or not all([
            word in times or tag_at[place] == "K" for place, word in enumerate(words, at + 1)]):
        return 0
    if tags[after:after + 3] == ",K,":
        after += 3
    return after


def _over_parenthesis(clauses: Clauses, index: int, comma: int, limit: int) -> int | None:
    """The token behind a stretch between commas that stands before a content ("said, in a letter, that")."""
    tags, tag_at, lowers = clauses.tags, clauses.tag_at, clauses.lowers
    closing = tags.find(",", comma + 1, min(limit, comma + 14))
    if closing < 0 or closing + 1 >= limit:
        return None
    if tag_at[comma + 1] not in "Wc" and clauses.has_verb(comma + 1, closing):
        return None
    after = closing + 1
    if tag_at[after] == '"' or (lowers[after] == "that" and tag_at[after] == "c"):
        return after
    if tag_at[comma + 1] in "Ic" and after in clauses.phrase_from and _bare_clause(clauses, index, after, limit):
        return after
    return None


def _bare_clause(clauses: Clauses, index: int, at: int, limit: int) -> bool:
    """Is what begins at a token the subject of the next finite verb?"""
    for below in range(index + 1, min(len(clauses.groups), index + 6)):
        group = clauses.groups[below]
        if group.first >= limit:
            return False
        if group.form == "finite":
            subject = clauses.subject(below)
            if subject is None:
                return clauses.tag_at[at] == "E"
            if subject.kind == "relative" or subject.kind == "omitted":
                continue
            return subject.first == at or (subject.first > at and clauses.tag_at[at] in "RT" and subject.first - at < 2)
    return False
