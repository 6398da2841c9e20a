"""Whether the clause around an expression tells of the past or of what lies ahead, by the word classes near it."""
from __future__ import annotations

from briefx.extraction.dates.row import Match
from briefx.lexicon.words import plan_words, time_contexts

# So many tokens on either side are searched for the verb of the clause.
_CLAUSE_REACH = 30
# The verb or noun that governs an expression stands within so many tokens of it, an infinitive within fewer.
_GOVERNOR_REACH = 12
_INFINITIVE_REACH = 4
# So many tokens before a word of plans say that the plan is one of the past.
_PLAN_REACH = 3
_PAST_FORMS = frozenset(("was", "were", "had", "did"))
_PAST_DENIALS = frozenset(("wasn't", "weren't", "hadn't", "didn't", "wasn’t", "weren’t", "hadn’t", "didn’t"))
_OUTLOOKS = frozenset(("will", "'ll", "’ll", "won't", "won’t"))
_PROMISES = _OUTLOOKS | {"would"}
_NOBODY = frozenset(("neither", "nobody", "none", "no-one"))
_AUXILIARIES = frozenset(("is", "are", "was", "were", "has", "be"))
# Behind these a day or month lies ahead, whatever the verb; behind the others where the verb tells of nothing past.
_LIMITS = frozenset(("until", "till"))
_LIMITS_OF_MONTHS = frozenset(("by", "before"))
# "As early as Tuesday", "as soon as Tuesday" are said of what is to come.
_SOONEST = frozenset(("early", "soon"))
# "In the run-up to Tuesday's vote".
_APPROACHES = frozenset(("run-up", "lead-up", "runup", "leadup"))
_PLURALS = frozenset(("they", "we", "you", "i", "both", "all", "who", "that", "which"))
_SENTENCE_ENDS = ".¶;"
_CLAUSE_ENDS = "c\"W"
_FINITE = "MDbhdVZ"
# What may stand between "is" and the day on which something will be: "is open on", "is at 8 p.m. on".
_COPULA_GAP = frozenset((
    "on", "at", "from", "to", "until", "between", "and", "open", "back", "only", "also", "noon", "midnight",
    "a.m.", "p.m.", "am", "pm", "et", "est", "edt", "gmt", "local", "time"))


def tense(match: Match) -> str:
    """Returns past, present or future for the clause around a match, "" where it has no finite verb."""
    first, last = match.first_token, match.last_token
    tags = match.elements.tags
    if match.word_before() in _LIMITS or _is_ahead_of(match) or (
            tags[last + 1:last + 2] in ("W", "c") and tags[last + 2:last + 3] == "M"):
        return "future"  # "until May", "ahead of the May 3 vote", "in May that would"
    behind, crossed = _tense_behind(match, first)
    if match.word_before() in _LIMITS_OF_MONTHS:
        # "By May she had left", "it fell by May", but "she agreed to leave by May", "due by May"
        told = behind if behind and not crossed else _tense_ahead(match, last)
        clause = tags[max(0, first - _GOVERNOR_REACH):first].replace("¶", ".").rpartition(".")[2]
        return "past" if told == "past" and "t" not in clause else "future"
    if behind and not crossed:
        return behind
    return _tense_ahead(match, last) or behind or _tense_of_participle(match, first)


def _tense_of_participle(match: Match, token: int) -> str:
    """Past where a sentence without any finite verb has a participle, which then is its verb: "the firm sold it"."""
    tags = match.elements.tags
    for at in range(token - 1, max(token - _CLAUSE_REACH, -1), -1):
        if tags[at] == "n":
            return "past"
        if tags[at] in _SENTENCE_ENDS:
            break
    return ""


def _is_ahead_of(match: Match) -> bool:
    return "of" in map(match.word_before, (1, 2)) and "ahead" in map(match.word_before, (2, 3))


def _tense_behind(match: Match, token: int) -> tuple[str, bool]:
    """The tense of the verb in front of a token, and whether that verb is in another clause."""
    tags, lowers = match.elements.tags, match.elements.lowers
    crossed = False
    for at in range(token - 1, max(token - _CLAUSE_REACH, -1), -1):
        tag = tags[at]
        if tag in _SENTENCE_ENDS:
            break
        if tag in _CLAUSE_ENDS:
            crossed = True
        elif lowers[at] in plan_words() and _is_plan(tags, lowers, at):
            return "future", crossed
        elif tag == "b" and tags[at + 1] == "t" and lowers[at] in ("is", "are"):
            return "future", crossed  # "is to be held in May"
        elif tag in _FINITE and not _is_attribute(tags, at) and (found := _tense_of(match, at)):
            return found, crossed
    return "", crossed


def _is_plan(tags: str, lowers: list[str], at: int) -> bool:
    """Says a word of plans so here?

    What is set is so for a time or to do something, else it is a thing put there; plans are so where they are for a
    time or to do something, else they are things ("revised his plans in May").
    """
    if lowers[at] == "likely":
        return tags[at + 1:at + 2] not in ("N", "S")  # "likely voters"
    if lowers[at] != "set" and (lowers[at] != "plans" or tags[at] == "Z"):
        return True
    return tags[at + 1:at + 2] == "t" or lowers[at + 1:at + 2] == ["for"]


def _is_attribute(tags: str, at: int) -> bool:
    """Is a past form a participle before its noun: "on a still undisclosed date"?"""
    return tags[at] == "D" and at > 1 and tags[at + 1:at + 2] in ("N", "S") and (
        tags[at - 1] in "Tq" or tags[at - 2:at] in ("TR", "qR"))


def _tense_ahead(match: Match, token: int) -> str:
    tags = match.elements.tags
    for at in range(token + 1, min(token + _CLAUSE_REACH, len(tags))):
        if tags[at] in _SENTENCE_ENDS:
            break
        if tags[at] in _FINITE and (found := _tense_of(match, at)):
            return found
    return ""


def _tense_of(match: Match, at: int) -> str:
    """The tense that a verb's token shows; "" for an infinitive."""
    tag, lower = match.elements.tags[at], match.elements.lowers[at]
    if tag == "M":
        return "present" if lower == "could" else "future"
    if tag in "Dh" or lower in _PAST_FORMS:
        return "past"
    if tag == "V" and at and match.elements.tags[at - 1] in "tdM":
        return ""
    return "present"


def lies_ahead(match: Match) -> bool:
    """Says whether what governs the expression are plans: "will meet Friday", "due Monday", "to open Sunday".

    Narrower than ``tense``: of 293 bare weekdays in annotated news only 15 lie ahead.
    """
    if match.word_before() in _LIMITS:
        return not (_is_pluperfect_ahead(match) or _is_denied_behind(match))
    if match.word_before() == "as" and match.word_before(2) in _SOONEST:
        return True
    if match.word_before() == "through":
        return tense(match) in ("present", "future") or _is_in_clause(match, time_contexts()["suspending"])
    if match.word_after() == "deadline":  # "they set a Friday deadline", "they missed the Friday deadline"
        return match.word_before() == "a" or tense(match) != "past"
    if match.word_before() == "by" and (
            _is_possible_ahead(match) or _tense_behind(match, match.first_token) == ("present", False)):
        return True  # "by Monday, the road should be open", "if no deal is reached by Monday"
    if match.word_before() == "to" and (
            match.word_before(2) in _APPROACHES or (match.word_before(2) == "up" and match.word_before(3) == "lead")
            or _is_in_clause(match, time_contexts()["putting"])):
        return True
    if _opens_clause(match) and (
            match.elements.tags[match.last_token + 1:match.last_token + 2] == "Z" or match.word_after() == "is"):
        return True  # "Sunday marks the tenth year", "Monday is a holiday"
    if match.word_after() in _PAST_FORMS:
        return False  # "those who were to meet Friday were told": what came of it lies behind
    behind = _governed_behind(match, match.first_token, match.last_token)
    return _governed_ahead(match, match.last_token) if behind is None else behind


def _opens_clause(match: Match) -> bool:
    """Stands the expression first in its sentence, as its subject?"""
    return match.first_token == 0 or match.elements.tags[match.first_token - 1] in _SENTENCE_ENDS


def is_promised(match: Match, as_told_now: bool = False) -> bool:
    """Says whether a modal of what is to come governs the expression: "will go on over the weekend".

    ``as_told_now`` leaves out "would", which a tale of the past has for what came after.
    """
    promises = _OUTLOOKS if as_told_now else _PROMISES
    tags, lowers = match.elements.tags, match.elements.lowers
    for at in range(match.first_token - 2, max(match.first_token - _GOVERNOR_REACH, -1), -1):
        if lowers[at] in promises:
            return True
        if tags[at] in _SENTENCE_ENDS or tags[at] in _CLAUSE_ENDS or (
                tags[at] in _FINITE and tags[at - 1:at] not in ("M", "x")):
            return False
    return False


def is_told_as_past(match: Match) -> bool:
    """Says whether the last finite verb in front of a match is a past form: "he was set to speak Sunday"."""
    tags, lowers = match.elements.tags, match.elements.lowers
    for at in range(match.first_token - 1, max(match.first_token - _GOVERNOR_REACH, -1), -1):
        if (tags[at] in _FINITE and tags[at - 1:at] != "t") or tags[at] in _SENTENCE_ENDS:
            return tags[at] == "D" or lowers[at] in _PAST_FORMS
    return False


def _governed_behind(match: Match, first: int, last: int) -> bool | None:
    """Do plans govern the expression from the left? Null where nothing does."""
    tags, lowers = match.elements.tags, match.elements.lowers
    plans = plan_words()
    for at in range(first - 1, max(first - _GOVERNOR_REACH, -1), -1):
        tag = tags[at]
        if tag in _SENTENCE_ENDS or tag in _CLAUSE_ENDS:
            return None
        if (lowers[at] in plans and _is_plan(tags, lowers, at)) or (tag == "M" and lowers[at] not in ("can", "cannot")):
            return not _is_past_plan(tags, lowers, at, first)
        if tag == "V":
            mark = max(tags.rfind("t", max(0, at - 2), at), tags.rfind("M", max(0, at - 3), at))
            if mark < 0:
                if not _has_plural_subject(tags, lowers, at):
                    continue  # "they watched him talk Monday", "his romp through the state"
                return _is_appointed(match, at)
            far = first - at > _INFINITIVE_REACH and lowers[mark - 1] not in plans
            if tags[mark] == "t" and (far or tags[last + 1:last + 2] == "'"):
                return False
            if tags[mark] == "t" and lowers[mark - 1] in plans:
                return not _is_past_plan(tags, lowers, mark - 1, first)
            if tags[mark] == "M":
                return not _is_past_plan(tags, lowers, mark, first)
            if not time_contexts()["bringing"].isdisjoint(lowers[max(0, mark - _PLAN_REACH):mark]):
                return False  # "the scandal forced him to resign Monday"
            # "was forced to resign Monday", "refused to meet Monday": the infinitive tells of what was
            return tags[mark - 1:mark] not in ("n", "D")
        if lowers[at] == "ahead" and lowers[at + 1] == "of" and "," not in tags[at:first]:
            return True
        if tag == "b" and tags[at + 1] == "t" and lowers[at] in ("is", "are"):
            return True  # "is to be held Monday"
        if tag == "t" and tags[at + 1:at + 3] == "Bn" and tags[at - 1:at] in (",", "N", "S"):
            return True  # "the report, to be published Monday"
        if tag == "b" and lowers[at] in ("was", "were") and tags[at + 1] in "nD" and lowers[at + 1] not in plans:
            return False  # "the talks, set for Monday, were called off Tuesday"
        if tag == "b" and lowers[at] in ("is", "are") and tags[last + 1:last + 2] != "'" and all(
                lower in _COPULA_GAP or lower[0].isdecimal() for lower in lowers[at + 1:first]):
            return True  # "the vote is on Monday", "the polls are open Monday"
        if tag in _FINITE and lowers[at] not in _AUXILIARIES:
            return tag == "Z" and _is_appointed(match, at)
    return None


def _has_plural_subject(tags: str, lowers: list[str], at: int) -> bool:
    """Stands a plural in front of a bare verb, which then is one of the present: "the polls open", "they soon meet"?"""
    at -= 1
    while at > 0 and tags[at] == "R":
        at -= 1
    return at >= 0 and (tags[at] == "S" or lowers[at] in _PLURALS)


def _is_possible_ahead(match: Match) -> bool:
    """Goes the sentence on with what may or should be: "by Monday, the road should be open"?"""
    tags, lowers = match.elements.tags, match.elements.lowers
    for at in range(match.last_token + 1, min(match.last_token + _GOVERNOR_REACH, len(tags))):
        if tags[at] in _FINITE or tags[at] in _SENTENCE_ENDS:
            return tags[at] == "M" and lowers[at] not in ("would", "could")
    return False


def _is_in_clause(match: Match, words: frozenset[str]) -> bool:
    """Stands one of these words in front of the expression, with no finite verb between: "was moved to Monday"?"""
    tags, lowers = match.elements.tags, match.elements.lowers
    for at in range(match.first_token - 2, max(match.first_token - _GOVERNOR_REACH, -1), -1):
        if lowers[at] in words:
            return True
        if tags[at] in _SENTENCE_ENDS or tags[at] in _FINITE:
            return False
    return False


def _is_appointed(match: Match, at: int) -> bool:
    """Tells a verb in the present of what is to come: "the bank opens on Monday", "they speak Tuesday"?

    What was said, shown or answered lies behind: "the report says on Monday", "the move follows Monday's talks".
    """
    lowers, contexts = match.elements.lowers, time_contexts()
    if lowers[at] in contexts["recounting"] or f"{lowers[at]}s" in contexts["recounting"] or \
            match.word_before() in ("of", "from"):
        return False
    if match.word_after() in ("'s", "’s"):
        return match.word_before() in _LIMITS_OF_MONTHS  # "the toll of Monday's storm stands at nine"
    return not any(lower in contexts["aftermath"] for lower in lowers[at + 1:match.first_token])


def _is_past_plan(tags: str, lowers: list[str], at: int, first: int) -> bool:
    """Lies what a word of plans or a modal governs behind all the same?

    So it does in "had been due Friday", "as planned Friday", "could not be reached Friday", "she predicted Friday".
    """
    if at > 1 and tags[at - 1] == "t" and lowers[at - 2] in plan_words():
        at -= 2  # "had been due to expire"
    before = lowers[max(0, at - _PLAN_REACH):at]
    if "had" in before or "as" in before or "than" in before:
        return True
    if lowers[at] in ("could", "couldn't", "couldn’t"):
        if not _NOBODY.isdisjoint(lowers[max(0, at - _GOVERNOR_REACH):at]):
            return True  # "neither of them could be reached Friday"
        return "'" in lowers[at] or "’" in lowers[at] or tags[at + 1:at + 2] == "x"
    return tags[at] == "D" and at == first - 1 and tags[at - 1:at] in ("P", "p")


def _is_denied_behind(match: Match) -> bool:
    """Came what a limit is set to only then: "it was not until Thursday that", "did not open until Thursday"?"""
    tags, lowers = match.elements.tags, match.elements.lowers
    at = match.first_token - 2
    while at > 0 and at > match.first_token - _GOVERNOR_REACH and tags[at] not in _SENTENCE_ENDS:
        if tags[at] == "x" or lowers[at] in _PAST_DENIALS:
            return lowers[at] in _PAST_DENIALS or lowers[at - 1] in _PAST_FORMS
        at -= 1
    return False


def _is_pluperfect_ahead(match: Match) -> bool:
    """Goes the sentence on in the pluperfect: "Until Thursday, they had said nothing"?"""
    tags, lowers = match.elements.tags, match.elements.lowers
    for at in range(match.last_token + 1, min(match.last_token + _GOVERNOR_REACH, len(tags))):
        if tags[at] in _SENTENCE_ENDS:
            return False
        if tags[at] in _FINITE:
            return lowers[at] == "had"
    return False


def _governed_ahead(match: Match, last: int) -> bool:
    tags, lowers = match.elements.tags, match.elements.lowers
    for at in range(last + 1, min(last + _GOVERNOR_REACH, len(tags))):
        if tags[at] in _SENTENCE_ENDS:
            return False
        if lowers[at] in ("will", "'ll", "’ll"):
            return True
        if lowers[at] in plan_words() and _is_plan(tags, lowers, at):
            return tags[at] != "D" or tags[at + 1:at + 2] in ("t", "T")
        if tags[at] in _FINITE:
            return False
    return False
