"""Contents: where what is put forward ends.

From its first token a content runs to the end of the sentence unless one of the places below cuts it: a
clause that is joined to the cue's own clause, a trailing participle or attribution, the verb of the clause
that the cue's clause stands in.
"""
from __future__ import annotations

import re
from functools import cache

from briefx.extraction.attribution.clauses import SUBORDINATORS, Clauses
from briefx.lexicon.cues import verb_cue

LOG = None
_TIME_WORDS = frozenset(("on", "last", "this", "week", "month", "year", "late", "early", "night", "morning", "afternoon",
                         "evening"))
TIMES = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))


@cache
def _events() -> re.Pattern[str]:
    return re.compile(r"[,;:\-C(cW\"I]")


def sentence_limit(clauses: Clauses, token: int) -> int:
    """Returns the token of the stop that ends a token's sentence, closing marks left out."""
    sentence = clauses.sentence_of(token)
    last = sentence.last
    tags = clauses.tags
    while last > token + 1 and tags[last - 1] in '.")':
        if tags[last - 1] == ")" or (tags[last - 1] == '"' and last - 2 > token and tags[last - 2] not in '.,"'):
            break
        last -= 1
    return last


def content_end(clauses: Clauses, index: int, start: int, limit: int, mode: str) -> int:
    """Returns where the content of the verb group ``index`` that begins at ``start`` ends (exclusive).

    ``mode`` is what the content is: clause, inf (infinitive or participle), phrase, quote or colon.
    """
    tags = clauses.tags
    fronted = _is_fronted(clauses, index, start)
    skip_to = start
    for match in _events().finditer(tags, start, limit):
        at = match.start()
        if at < skip_to:
            continue
        if tags[at] == '"':
            mark = clauses.mark_from.get(at)
            if mark is not None and mark.closing is not None:
                skip_to = mark.closing
            continue
        if at == start:
            continue
        if tags[at] == "(":
            closing = tags.find(")", at, limit)
            skip_to = closing + 1 if closing > 0 else at + 1
            continue
        event = event_at(clauses, index, at, limit)
        if event is None or mode == "clause" and event[0] in ",d" and not _has_verb(clauses, start, at):
            continue
        if LOG is not None:
            LOG(index, start, at, mode, event)
        if _ends(clauses, index, at, limit, mode, event, fronted):
            return at
    return _over_mark(clauses, start, limit)


def _has_verb(clauses: Clauses, first: int, last: int) -> bool:
    """Does a finite verb stand between two tokens?"""
    groups, starts = clauses.groups, clauses.group_from
    return any(at in starts and groups[starts[at]].form == "finite" for at in range(first, last))


def _over_mark(clauses: Clauses, start: int, limit: int) -> int:
    """The end of a content at its sentence's end, or that of the quotation that goes on after it."""
    for opening in range(start, limit):
        mark = clauses.mark_from.get(opening)
        if mark is not None and mark.closing is not None and limit < mark.closing:
            return mark.closing
    return limit


def _is_fronted(clauses: Clauses, index: int, start: int) -> bool:
    """Does the cue's clause come before the one that it is subordinate to ("As polls show it, Lee ...")?"""
    group = clauses.groups[index]
    low = clauses.sentence_of(group.first).first
    if group.form != "finite":
        first = group.first
    else:
        subject = clauses.subject(index)
        if subject is None or subject.kind not in ("phrase", "relative"):
            return False
        first = subject.first
        if subject.kind == "relative":
            return bool(subject.antecedent) and _opens(clauses, subject.antecedent[0], low)
    before = first - 1
    tags = clauses.tags
    while before >= low and tags[before] == "R":
        before -= 1
    if group.form == "finite":
        if before < low or not (tags[before] == "W" or clauses.lowers[before] in SUBORDINATORS or (
                tags[before] == "c" and clauses.lowers[before] != "that")):
            return False
        before -= 1
        return _opens(clauses, before + 1, low)
    if before >= low and tags[before] in "IcW":
        before -= 1
    return _opens(clauses, before + 1, low)


def _opens(clauses: Clauses, first: int, low: int) -> bool:
    """Does a token open a clause: first in its sentence, or behind a comma, conjunction or mark?"""
    return first <= low or clauses.tags[first - 1] in ',C"-;(c'


def _is_cue(clauses: Clauses, at: int, limit: int) -> bool:
    """Is the next verb behind a place one that attributes by clauses or speech?"""
    follow = clauses.next_group(at, min(limit, at + 14))
    if follow is None:
        return False
    cue = verb_cue(clauses.groups[follow].lemma)
    return cue is not None and max(cue.rates.values()) >= 60


def _is_trailing(clauses: Clauses, comma: int, limit: int) -> bool:
    """Is what follows a comma an attribution of all before it ("..., the paper reported")?"""
    follow = clauses.next_group(comma + 1, min(limit, comma + 14))
    if follow is None:
        return False
    group = clauses.groups[follow]
    cue = verb_cue(group.lemma)
    if cue is None or cue.rates.get("quote", 0) < 60 or group.form != "finite":
        return False
    at = group.last
    while at < limit and (clauses.tags[at] == "R" or clauses.lowers[at] in TIMES or clauses.lowers[at] in _TIME_WORDS):
        at += 1
    return at >= limit


def _main_clause_follows(clauses: Clauses, comma: int, limit: int) -> bool:
    """Does a clause with its own subject follow, behind an adjunct ("..., on Tuesday he said")?"""
    follow = clauses.next_group(comma + 1, min(limit, comma + 14))
    if follow is None or clauses.groups[follow].form != "finite":
        return False
    subject = clauses.subject(follow)
    return (subject is not None and subject.kind == "phrase" and subject.first > comma
            and clauses.tags[subject.first - 1] not in "cWI")


def _belongs_outside(clauses: Clauses, index: int, at: int) -> bool:
    """Is the verb at a token that of a clause around the cue's own?"""
    follow = clauses.group_from.get(at)
    if follow is None:
        return False
    subject = clauses.subject(follow)
    return subject is not None and subject.kind == "phrase" and subject.first < clauses.groups[index].first


def _ends(clauses: Clauses, index: int, at: int, limit: int, mode: str, event: str, fronted: bool) -> bool:
    tags, lowers = clauses.tags, clauses.lowers
    clause = mode in ("clause", "quote", "colon")
    if event == ";":
        return mode != "quote" and mode != "colon"
    if event == ",S+V":
        return fronted or not clause or _is_trailing(clauses, at, limit)
    if fronted and event[:2] in (",I", ",R") and _main_clause_follows(clauses, at, limit):
        return True
    if event.startswith("dash"):
        return event == "dash" and tags[at + 1] in "GcC"
    if event.endswith("_S+V"):
        return not clause and event[0] == "," or _is_cue(clauses, at, limit)
    if "_V" in event:
        if event[0] == ",":
            return not clause or "but" in event or _is_cue(clauses, at, limit)
        if event.endswith("!"):
            return not clause and _is_cue(clauses, at, limit)
        return mode == "phrase" or _is_cue(clauses, at, limit)
    if event in (",G", ",Rger"):
        return not clause or _is_cue(clauses, at, limit)
    if event == ",V":
        return fronted or _belongs_outside(clauses, index, at + 1)
    if event.startswith(",W_"):
        return event in (",W_who", ",W_where") or not clause
    if event.startswith(",c_"):
        word = event[3:]
        if clause:
            return word in ("though", "although") or word in ("while", "whereas") and _is_cue(clauses, at, limit)
        return word not in ("if", "unless", "because", "that")
    if event in (",I_with", ",I_despite"):
        return True
    if event == ",R":
        return not clause
    if event == "I_on" and mode == "phrase":
        return lowers[at + 1] in TIMES
    return False


def event_at(clauses: Clauses, index: int, at: int, limit: int) -> str | None:
    """Returns what kind of place a token is that could end a content, or null."""
    tags, lowers = clauses.tags, clauses.lowers
    tag = tags[at]
    nxt = at + 1
    if nxt >= limit:
        return None
    if tag == ";":
        return ";"
    if tag == ":":
        return ":"
    if tag == "-":
        closing = tags.find("-", nxt, limit)
        return "dash_pair" if closing > 0 else "dash"
    if tag == ",":
        if tags[nxt] == '"':
            return None
        after = tags[nxt]
        if after == "C":
            return ",C_" + _coordinated(clauses, index, nxt, limit)
        if nxt in clauses.group_from:
            group = clauses.groups[clauses.group_from[nxt]]
            if group.form == "gerund":
                return ",G"
            if group.form == "finite":
                return ",V"
            return "," + group.form[:3]
        if after == "R" and nxt + 1 in clauses.group_from:
            group = clauses.groups[clauses.group_from[nxt + 1]]
            return ",R" + group.form[:3]
        if after == "W":
            return ",W_" + lowers[nxt]
        if after == "c":
            return ",c_" + lowers[nxt]
        if after == "I":
            return ",I_" + lowers[nxt]
        if nxt in clauses.phrase_from:
            follow = clauses.next_group(nxt, min(limit, nxt + 12))
            if follow is not None and clauses.groups[follow].form == "finite":
                subject = clauses.subject(follow)
                if subject and subject.first == nxt:
                    return ",S+V"
            return ",NP"
        return "," + after
    if tag == "C":
        if tags[at - 1] == ",":
            return None
        return "C_" + _coordinated(clauses, index, at, limit)
    if tag == "c":
        if tags[at - 1] in ",C":
            return None
        return "c_" + lowers[at]
    if tag == "W":
        if tags[at - 1] in ",C":
            return None
        return "W_" + lowers[at]
    if tag == "I":
        return "I_" + lowers[at] if lowers[at] in ("after", "before", "during", "while", "despite", "at", "in", "on", "since", "because", "by") and tags[at-1] != "," else None
    return None


def _coordinated(clauses: Clauses, index: int, at: int, limit: int) -> str:
    """What a conjunction joins: V a finite verb, S a clause with its subject, x anything else."""
    tags = clauses.tags
    word = clauses.lowers[at]
    nxt = at + 1
    while nxt < limit and tags[nxt] == "R":
        nxt += 1
    if nxt >= limit:
        return word + "_x"
    if nxt in clauses.group_from:
        group = clauses.groups[clauses.group_from[nxt]]
        if group.form == "finite":
            mine = clauses.groups[index]
            same = "=" if mine.tense == group.tense and (mine.modal is None) == (group.modal is None) else "!"
            return word + "_V" + same
        return word + "_" + group.form[:3]
    if nxt in clauses.phrase_from:
        follow = clauses.next_group(nxt, min(limit, nxt + 14))
        if follow is not None and clauses.groups[follow].form == "finite":
            subject = clauses.subject(follow)
            if subject and subject.first in (nxt, at + 1):
                mine = clauses.subject(index)
                return word + "_S+V"
    if tags[nxt] in "cW":
        return word + "_" + tags[nxt]
    return word + "_x"
