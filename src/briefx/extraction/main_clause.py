"""The main clause of a content: its verb, its subject, and the condition that limits it."""
from __future__ import annotations

from bisect import bisect_left
from functools import cache

from briefx.lexicon.claims import claim_words
from briefx.records import NamedTuple
from briefx.text.analysis import Analysis
from briefx.text.classes import FINITE
from briefx.text.phrases import VerbGroup


class ConditionRule(NamedTuple):
    """A way to open a clause of condition: the words that do; ``inverted`` asks for a verb-first clause."""

    name: str
    openers: tuple[tuple[str, ...], ...]
    example: str
    gives: str
    near_miss: str
    inverted: bool = False


CONDITIONS = (
    ConditionRule("claim.condition.if", (("if",),),
                  "Ann Lee said that the bank would close if the talks failed.", "if the talks failed",
                  "Ann Lee asked if the bank would close."),
    ConditionRule("claim.condition.unless", (("unless",),),
                  "The union said that crews would walk out unless pay rose.", "unless pay rose",
                  "The union said that crews would walk out."),
    ConditionRule("claim.condition.as_long_as", (("as", "long", "as"), ("so", "long", "as")),
                  "Ann Lee said the truce would hold as long as both sides kept their word.",
                  "as long as both sides kept their word",
                  "Ann Lee said the bridge was twice as long as a ferry."),
    ConditionRule("claim.condition.provided", (("provided",), ("providing",), ("assuming",)),
                  "The firm said it would pay, provided that the court agreed.",
                  "provided that the court agreed",
                  "The firm said it had provided food for the crews."),
    ConditionRule("claim.condition.on_condition",
                  (("on", "condition", "that"), ("on", "the", "condition", "that"),
                   ("in", "the", "event", "that")),
                  "The firm said it would pay on condition that crews went back to work.",
                  "on condition that crews went back to work",
                  "The source, who spoke on condition of anonymity, said the firm would pay."),
    ConditionRule("claim.condition.inverted", (("should",), ("had",), ("were",)),
                  "“Should the talks fail, we will walk out,” Ann Lee said.", "Should the talks fail",
                  "“Should the talks fail?” Ann Lee asked.", inverted=True),
)

# What opens a content and is no subordinator of a clause before the main one.
_OPENS_CONTENT = frozenset(("that", "whether", "if"))
# What joins a second verb to the same clause.
_CONNECTING = frozenset("cWCt,")
# What may stand before the verb of an inverted condition, and before the first word of a clause.
_BEFORE_INVERTED = frozenset("\"C")
_BEFORE_CLAUSE = frozenset("\",CR")
_BEFORE_MAIN_CLAUSE = _BEFORE_CLAUSE | {"c"}
# What takes the verb behind it.
_TAKING = frozenset("Wc")
# A list in a condition has its "and" within this many tokens of each of its commas.
_LIST_REACH = 20
# An inverted condition has its comma within this many tokens.
_INVERTED_REACH = 14


class _Opener(NamedTuple):
    """The words that open a condition, and how many stand before the longest of them, by which it is found."""

    rule: ConditionRule
    words: list[str]
    before: int


@cache
def _openers() -> dict[str, list[_Opener]]:
    """Returns {longest word of an opener: the openers}."""
    found: dict[str, list[_Opener]] = {}
    for rule in CONDITIONS:
        if not rule.inverted:
            for words in rule.openers:
                longest = max(words, key=len)
                found.setdefault(longest, []).append(_Opener(rule, list(words), words.index(longest)))
    return found


@cache
def _inverted_openers() -> dict[str, ConditionRule]:
    """Returns {verb that opens a condition: its rule}."""
    return {words[0]: rule for rule in CONDITIONS if rule.inverted for words in rule.openers}


@cache
def condition_words() -> frozenset[str]:
    """Returns the words of which each condition has one, but for those that open with their verb."""
    return frozenset(_openers())


class Condition(NamedTuple):
    """A clause of condition: its half-open interval of tokens and the rule that found it."""

    first: int
    last: int
    rule: ConditionRule


# A main clause: where it begins once a leading condition is passed, its end, its verb, its condition.
MainClause = tuple[int, int, VerbGroup | None, Condition | None]


class MainClauses:
    """Answers for one document; made once, asked for each content."""

    def __init__(self, analysis: Analysis) -> None:
        self._lowers = analysis.lowers
        self._tags = analysis.tags
        self._tag_at = analysis.tag_at
        self._groups = analysis.verb_groups
        self._group_firsts = analysis.verb_starts
        self._condition_words = condition_words()
        self._inverted_openers = _inverted_openers()

    def of(self, intervals: list[tuple[int, int]], to_infinitive: bool = False, embedded: bool = False,
           conditional: bool = True) -> MainClause:
        """Returns the main clause of a sentence that stands in some intervals of tokens.

        ``to_infinitive`` says that the content is one ("to cut taxes"), so that its verb is not finite;
        ``embedded`` that it is an embedded question, so that an "if" which opens it is a whether; that it is not
        ``conditional``, that none of the ``condition_words`` stands in it.
        """
        condition = None
        lowers, tag_at = self._lowers, self._tag_at
        for first, last in intervals:
            if embedded and first < last and lowers[first] == "if":
                first += 1
            if conditional and not self._condition_words.isdisjoint(lowers[first:last]):
                condition = self._condition(first, last)
            elif first < last and (lowers[first] in self._inverted_openers or tag_at[first] in _BEFORE_INVERTED):
                condition = self._inverted(first, last)
            if condition is not None:
                break
        for first, last in intervals if condition is None else self._without(condition, intervals):
            verb = self._main_verb(first, last, to_infinitive)
            if verb is not None:
                return first, last, verb, condition
        return intervals[0][0], intervals[-1][1], None, condition

    def _without(self, condition: Condition, intervals: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The intervals less a condition."""
        rest = []
        for first, last in intervals:
            if first <= condition.first < last:
                if not self._leads(first, condition.first):
                    rest.append((first, condition.first))
                rest.append((condition.last, last))
            else:
                rest.append((first, last))
        return rest

    def _leads(self, first: int, opener: int) -> bool:
        """Does a condition stand in front of its main clause (after a mark, "that" or "but" at most)?"""
        return _BEFORE_MAIN_CLAUSE.issuperset(self._tags[first:opener])

    def _main_verb(self, first: int, last: int, to_infinitive: bool) -> VerbGroup | None:
        """The first verb that no relative pronoun or subordinator takes."""
        tags, tag_at, groups = self._tags, self._tag_at, self._groups
        while first < last and tag_at[first] in _BEFORE_CLAUSE:
            first += 1
        if first < last and tag_at[first] in _TAKING:
            word = self._lowers[first]
            concessive = first and self._lowers[first - 1] in claim_words("before_if")
            if (word in _OPENS_CONTENT and not concessive) or (tag_at[first] == "W" and word != "when"):
                first += 1
            else:
                first = self._after_comma(first, last)
        at = bisect_left(self._group_firsts, first)
        done, count = first, len(groups)
        while at < count:
            group = groups[at]
            begin = group.first
            if begin >= last:
                break
            between = tags[done:begin] if begin > done else ""
            if "W" not in between and "c" not in between:
                form = group.form
                if form == "finite" or (to_infinitive and form == "infinitive"):
                    return group
            done = group.last
            at += 1
        return None

    def _after_comma(self, first: int, last: int) -> int:
        """The token behind the first comma, or ``first`` where there is none."""
        comma = self._tags.find(",", first, last)
        return comma + 1 if comma >= 0 else first

    def _condition(self, first: int, last: int) -> Condition | None:
        """The first clause of condition in an interval of tokens."""
        lowers = self._lowers
        openers = _openers()
        for at in range(first, last):
            for opener in openers.get(lowers[at], ()):
                begin = at - opener.before
                after = begin + len(opener.words)
                if (begin >= first and lowers[begin:after] == opener.words
                        and self._opens(opener.rule, begin, after, first)):
                    end = self._condition_end(after, last, self._leads(first, begin))
                    if end > after:
                        return Condition(begin, end, opener.rule)
        return self._inverted(first, last)

    def _opens(self, rule: ConditionRule, at: int, after: int, first: int) -> bool:
        """Does an opener at ``at`` open a condition of the main clause?"""
        lowers, tags = self._lowers, self._tags
        if rule.name == "claim.condition.if":
            following = lowers[after] if after < len(lowers) else ""
            if (at and lowers[at - 1] in claim_words("before_if")) or following in claim_words("behind_if"):
                return False
            return not self._is_whether(at, first)
        if rule.name == "claim.condition.provided":
            return (at == first or tags[at - 1] in ",cC\"-") and tags[after:after + 1] not in ("I", "")
        if rule.name == "claim.condition.as_long_as":
            # A length or a time follows where it is no clause ("as long as a ferry").
            place = bisect_left(self._group_firsts, after)
            return (place < len(self._groups) and self._groups[place].form == "finite"
                    and not set(tags[after:self._groups[place].first]) & set(",.;:-"))
        return True

    def _is_whether(self, at: int, first: int) -> bool:
        """Is an "if" the object of a verb of asking or knowing just before it ("asked the board if")?"""
        lowers, tags = self._lowers, self._tags
        place = at - 1
        asking = claim_words("asking")
        while place >= first and at - place <= 4 and tags[place] in "oPNSTqJKRrI":
            if lowers[place] in asking:
                return True
            place -= 1
        if place < first or tags[place] not in "VZDnGMdh":
            return False
        group_at = bisect_left(self._group_firsts, place + 1) - 1
        return (group_at >= 0 and self._groups[group_at].last > place
                and self._groups[group_at].lemma in asking)

    def _condition_end(self, start: int, last: int, leads: bool) -> int:
        """The end of a clause of condition whose first word behind the opener is at ``start``.

        Without a comma, one that leads ends where another clause begins ("If it rains we stop").
        """
        lowers, tags = self._lowers, self._tags
        at = start
        verb = 0  # the token of the clause's last finite verb
        relative = False
        while at < last:
            tag = tags[at]
            if tag in ".;:-)¶":
                break
            if tag == ",":
                if at == start:
                    comma = tags.find(",", at + 1, min(last, at + 8))
                    if comma < 0:
                        break
                    at = comma
                elif not claim_words("relative").isdisjoint(lowers[at + 1:at + 2]):
                    relative = True
                elif relative and not verb:
                    relative = False
                elif verb or not self._lists(at, last):
                    break
            elif not relative and tag in "VZDMbhd":
                if leads and verb and _CONNECTING.isdisjoint(tags[verb:at]):
                    subject = self._subject_start(verb + 1, at)
                    if subject:
                        return subject
                verb = at
            elif verb and lowers[at] in ("then", "but"):
                break
            at += 1
        return at

    def _subject_start(self, first: int, verb: int) -> int:
        """Where the subject of a verb begins in an interval that it ends, 0 where it is none ("was gone")."""
        tags = self._tags
        at = verb
        while at > first and tags[at - 1] in "NSPJK'":
            at -= 1
        if at > first and tags[at - 1] in "Tqp":
            return at - 1
        return at if at < verb and tags[at] == "P" else 0

    def _lists(self, comma: int, last: int) -> bool:
        """Is a comma one of a list that goes on to its "and" ("if Israel, Lebanon and Iran agree")?"""
        tags = self._tags
        at = comma + 1
        last = min(last, at + _LIST_REACH)
        while at < last and tags[at] in "PNSTJq,'":
            at += 1
        return at < last and tags[at] == "C" and tags[comma - 1] in "PNS"

    def _inverted(self, first: int, last: int) -> Condition | None:
        """A verb-first condition at the beginning: "Should he win, ..."."""
        lowers, tags = self._lowers, self._tags
        while first < last and tags[first] in _BEFORE_INVERTED:
            first += 1
        rule = self._inverted_openers.get(lowers[first]) if first + 1 < last else None
        if rule is None:
            return None
        comma = tags.find(",", first, min(last, first + _INVERTED_REACH))
        if comma > 0 and tags[first + 1] in "pTPNSqJK" and not FINITE.isdisjoint(tags[comma:last]):
            return Condition(first, comma, rule)
        return None
