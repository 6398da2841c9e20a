"""What kind of claim it is and which stance its source takes: rules in the order in which they decide.

Polarity follows FactBank (Saurí and Pustejovsky, 2009): the source's stance to the content as it stands.
"""
from __future__ import annotations

from collections.abc import Callable

from briefx.extraction.proposition import (
    ASKS,
    EVALUATING,
    MANDATIVE,
    NOBODY,
    OTHER,
    SUPPOSES,
    SUPPOSING,
    TURNED,
    UNTRUE,
    Proposition,
)
from briefx.lexicon.claims import CueLabels, claim_words
from briefx.lexicon.cues import is_document_noun
from briefx.records import NamedTuple
from briefx.text.phrases import VerbGroup


class Traits(NamedTuple):
    """What is known of a proposition before its content is read, by which rows are left out that cannot apply.

    ``modal`` is the modal of its main verb or "", ``lemma`` the lemma of one that leads to what is judged, due or to
    come, else "", ``told`` what is told of it besides, as the bits that proposition.py names.
    """

    labels: CueLabels
    avowed: str
    form: str
    modal: str
    lemma: str
    told: int


class LabelRule(NamedTuple):
    """A row: the label that it gives, and when. Of a table's rows the first that applies decides.

    ``may`` tells by its traits that the row may apply to a proposition (null: to every one). If so, it applies
    where ``holds`` does (null: always) and the cue is of one of the kinds ``cues`` (none: of any) and the speaker
    avows a thing of kind ``avows`` (null: whether or not), and the cue gives the polarity ``stance`` and, by being
    negated, the polarity ``turned`` (null: whatever it gives).
    """

    name: str
    label: str
    holds: Callable[[Proposition], bool] | None
    example: str
    gives: str
    near_miss: str
    cues: tuple[str, ...] = ()
    avows: str | None = None
    stance: str | None = None
    turned: str | None = None
    may: Callable[[Traits], bool] | None = None


# Verbs that put a duty on what follows them: "has to go".
_DUTY_VERBS = frozenset(("have", "need"))
_HAVE = frozenset(("have", "'ve", "’ve"))
_DUMMIES = frozenset(("it", "that", "there", "this"))
# A predicate is read up to this many words behind its verb, a content without a verb up to this many.
_PREDICATE_REACH = 8
_FRAGMENT_REACH = 12
_ENDS_PREDICATE = frozenset(";:.Wc¶t")
# The rows that may apply are remembered for so many traits.
_MOST_TRAITS = 4096


# Parts of a content

def _is_perfect(one: Proposition, verb: VerbGroup) -> bool:
    """Is it a modal with "have" ("may have left"), which looks back?"""
    return not _HAVE.isdisjoint(one.lowers[verb.first + 1:verb.head])


def _is_chosen(one: Proposition, verb: VerbGroup) -> bool:
    """Does the main verb tell what its subject chooses to do?"""
    return not verb.passive and _lemma(one, verb) not in claim_words("involuntary")


def _lemma(one: Proposition, verb: VerbGroup) -> str:
    """The lemma of what happens: of the infinitive in "is going to win"."""
    if verb.lemma == "go" and one.lowers[verb.last:verb.last + 1] == ["to"]:
        following = verb.last + 1
        return one.lowers[following] if following < len(one.lowers) else verb.lemma
    return verb.lemma


def is_future(one: Proposition) -> bool:
    """Does the main clause tell what is to come, or what may?"""
    if one.future is None:
        one.future = _is_future(one)
    return one.future


def _is_future(one: Proposition) -> bool:
    verb = one.verb
    if verb is None:
        return False
    lowers, tags = one.lowers, one.tags
    modal = one.modal
    if modal:
        if modal in claim_words("future"):
            return True
        if modal in claim_words("reported_future"):
            return not (_is_perfect(one, verb) or verb.lemma == "like" or _is_duty(one, verb)
                        or (_is_dummy(one) and is_judgement(one)))
        if modal in claim_words("possible_modal"):
            return (not _is_perfect(one, verb) and not (modal == "could" and is_negative(one, verb))
                    and (verb.passive or verb.lemma not in claim_words("stative")))
        if modal == "should":
            return is_epistemic(one)
    after = verb.last
    while after < one.end and tags[after] == "R" and lowers[after] not in claim_words("future_predicate"):
        after += 1
    following = lowers[after] if after < one.end else ""
    if verb.lemma == "go" and tags[verb.head] == "G":
        return following == "to"
    if tags[verb.head] == "n" and lowers[verb.head] in claim_words("future_predicate"):
        return following == "to"
    return (verb.lemma == "be" and following in claim_words("future_predicate")
            and "to" in lowers[after + 1:after + 3])


def is_negative(one: Proposition, verb: VerbGroup) -> bool:
    """Is a main verb negated, by itself or by its subject: "could not win", "neither side could win"?"""
    return verb.negated or not NOBODY.isdisjoint(one.subject[:1])


def is_epistemic(one: Proposition) -> bool:
    """Does "should" or "must" tell what is likely, not what is right ("should arrive soon")?"""
    verb = one.verb
    if verb is None:
        return False
    modal = one.modal
    if modal == "must":
        return _is_perfect(one, verb)
    return (modal == "should" and not (_is_perfect(one, verb) or verb.passive or _is_chosen(one, verb))
            and (verb.lemma != "be" or _is_dummy(one)))


def _is_dummy(one: Proposition) -> bool:
    return len(one.subject) == 1 and not _DUMMIES.isdisjoint(one.subject)


def _predicate(one: Proposition) -> tuple[int, int]:
    """The tokens of what a copula says of its subject, or of a content without a verb; else none."""
    if one.predicate is None:
        one.predicate = _find_predicate(one)
    return one.predicate


def _find_predicate(one: Proposition) -> tuple[int, int]:
    verb = one.verb
    if verb is None and one.frame == "object" and one.attribution.form == "indirect":
        return 0, 0
    if verb is None:
        first, last = one.intervals[0]
        end = min(last, first + _FRAGMENT_REACH)
    elif verb.lemma in claim_words("copula") and one.tags[verb.head] != "G":
        first, end = verb.last, min(one.end, verb.last + _PREDICATE_REACH)
    else:
        return 0, 0
    tag_at = one.tag_at
    at = first
    while at < end and tag_at[at] not in _ENDS_PREDICATE:
        at += 1
    return first, at


# Kinds

def _rejects_truth(one: Proposition) -> bool:
    """Is what is rejected something that may be true: a clause, "the claim", "that"?"""
    if one.frame in ("that", "bare", "quote"):
        return True
    first, last = one.intervals[0]
    words = one.lowers[first:min(last, first + _PREDICATE_REACH)]
    return not claim_words("truth").isdisjoint(words) or words[:1] in (["this"], ["that"])


def _denies(one: Proposition) -> bool:
    return not one.negated and not one.withheld


def _disbelieves(one: Proposition) -> bool:
    """Is a truth not believed: what is or was, since of what is to come it is a prediction?"""
    return ((one.labels.polarity == "negative") != one.negated
            and not is_future(one) and not _is_embedded_question(one))


def _calls_untrue(one: Proposition) -> bool:
    """Does the content say of something that it is not true?"""
    first, last = _predicate(one)
    if first == last:
        return False
    verb = one.verb
    lowers, tags = one.lowers, one.tags
    if verb and verb.negated:
        return "true" in lowers[first:last]
    words = claim_words("untrue")
    if not words.isdisjoint(lowers[first:last]):
        preposition = tags.find("I", first, last)
        return not words.isdisjoint(lowers[first:preposition if preposition > 0 else last])
    return not verb and lowers[first:first + 2] == ["not", "true"]


def _disavows(one: Proposition) -> bool:
    """Does the speaker reject what is or was? What is to come he does not expect."""
    return not is_future(one)


def _puts_duty(one: Proposition) -> bool:
    """Does the content say what another should or must do?"""
    verb = one.verb
    if verb is None:
        return False
    if one.modal in claim_words("obliging"):
        duty = not _is_perfect(one, verb) and not is_epistemic(one)
    else:
        duty = verb.tense == "present" and _is_duty(one, verb) and not _is_dummy(one)
    return duty and not one.own


def _is_duty(one: Proposition, verb: VerbGroup) -> bool:
    """Is it "has to" or "needs to"?"""
    return verb.lemma in _DUTY_VERBS and one.lowers[verb.last:verb.last + 1] == ["to"]


def _is_subjunctive(one: Proposition) -> bool:
    """Is the content in the subjunctive behind a past cue ("insisted that they leave")?"""
    verb, head = one.verb, one.attribution.head
    if head is None or one.frame not in ("that", "bare"):
        return False
    tags = one.tags
    if verb is None:
        last = one.end
        be = tags.find("B", one.begin, last)
        return be > 0 and one.lowers[be] == "be" and tags[be - 1] in "NSPp"
    return (tags[head] in "Dn" and tags[verb.first] == "V" and verb.lemma == one.lowers[verb.head]
            and verb.first == verb.head)


def _orders(one: Proposition) -> bool:
    """Is a quoted content an order: a verb without a subject?"""
    if one.attribution.form != "direct":
        return False
    first, last = one.intervals[0]
    lowers, tags = one.lowers, one.tags
    while first < last and tags[first] in "\",RC":
        first += 1
    if first < last and lowers[first] == "please":
        return first + 1 < last and tags[first + 1] in "Vd"
    verb = one.verb
    if verb is None or verb.first != first:
        return False
    if tags[first] == "d":
        return verb.negated and verb.lemma != "do" and lowers[first] in ("don't", "don’t", "do")
    return tags[first] == "V" and verb.lemma == lowers[first] and lowers[first] not in claim_words("idiom")


def _gives_nothing(one: Proposition) -> bool:
    """Is nothing given: "offered no evidence"?"""
    first, last = one.intervals[0]
    return (first < last and one.lowers[first] in ("no", "nothing") and one.frame == "object"
            and one.attribution.lemma == "offer")


def _is_of_thing(one: Proposition) -> bool:
    """Does a thing offer, which promises nothing: "the plan offers a way out"?"""
    source = one.attribution.antecedent or one.attribution.source
    if source is None or one.attribution.lemma != "offer" or one.frame != "object":
        return False
    lowers, tags = one.lowers, one.tags
    end = source[0] + 1
    while end < source[1] and tags[end] not in "I,W(":
        end += 1
    head = lowers[end - 1]
    return head in claim_words("unwilled") or is_document_noun(head)


def _tells_own_future(one: Proposition) -> bool:
    """Does the content say what the claimant will do by choice?"""
    verb = one.verb
    return verb is not None and is_future(one) and _is_chosen(one, verb) and one.own


def _judges_past(one: Proposition) -> bool:
    """Does the content say what ought to have been done?"""
    verb = one.verb
    return (verb is not None and one.modal in claim_words("obliging") and _is_perfect(one, verb)
            and not is_epistemic(one))


def is_judgement(one: Proposition) -> bool:
    """Does the content evaluate: in what it says of its subject, or in how it calls it ("the risk is")?"""
    first, last = _predicate(one)
    if first < last and _evaluates(one, first, last, naming=False):
        return True
    verb = one.verb
    if verb is None:
        return False
    if verb.lemma != "be":
        return verb.passive and one.lowers[verb.head] in claim_words("evaluative")
    return _evaluates(one, one.begin, verb.first, naming=True)


def _evaluates(one: Proposition, first: int, last: int, naming: bool) -> bool:
    """Does a word of judgement stand in a phrase, before what is only said of its noun ("a leader in crisis")?

    A subject judges by its noun or a superlative alone (``naming``): "the risk", "the best part".
    """
    words = claim_words("evaluative")
    lowers, tags = one.lowers, one.tags
    if words.isdisjoint(lowers[first:last]):
        return False
    for at in range(first, last):
        if tags[at] in "IW" and lowers[at - 1] not in claim_words("partitive"):
            return False
        word = lowers[at]
        if (word in words and tags[at] != "P" and lowers[at + 1:at + 2] not in (["than"], ["known"])
                and (not naming or tags[at] in "NS" or word.endswith(("est", "worst")))):
            return True
    return False


# What may be, by traits

def _asks(traits: Traits) -> bool:
    """Does a quoted content begin and end with a question?"""
    return traits.told & ASKS != 0


def _is_asked(traits: Traits) -> bool:
    return _asks(traits) or traits.labels.kind == "question"


def _is_direct(traits: Traits) -> bool:
    return traits.form == "direct"


def _may_have_predicate(traits: Traits) -> bool:
    return traits.told & OTHER != 0 or traits.lemma in claim_words("copula")


def _may_call_untrue(traits: Traits) -> bool:
    return traits.told & UNTRUE != 0 and _may_have_predicate(traits)


def _may_judge(traits: Traits) -> bool:
    return traits.told & EVALUATING != 0 and _may_have_predicate(traits)


def _may_oblige(traits: Traits) -> bool:
    return _has_obliging_modal(traits) or traits.lemma in _DUTY_VERBS


def _has_obliging_modal(traits: Traits) -> bool:
    return traits.modal in claim_words("obliging")


def _may_be_future(traits: Traits) -> bool:
    return traits.told & OTHER != 0 or traits.modal != "" or traits.lemma in ("be", "go")


def _may_be_chosen_future(traits: Traits) -> bool:
    return _may_be_future(traits) and traits.modal not in claim_words("possible_modal")


def _is_mandative(traits: Traits) -> bool:
    return traits.told & MANDATIVE != 0


def _supposes(traits: Traits) -> bool:
    return traits.told & SUPPOSES != 0


_Test = tuple[Callable[[Proposition], bool] | None, LabelRule]


class LabelTable:
    """Rows in the order in which they decide; the last one always applies."""

    def __init__(self, *rules: LabelRule) -> None:
        self.rules = rules

    def that_may_apply(self, traits: Traits) -> list[_Test]:
        """Returns the rows that may apply to propositions of some traits, each with what decides it.

        The last of them always applies.
        """
        cue = traits.labels
        turned = cue.negated if traits.told & TURNED else ""
        found: list[_Test] = []
        for rule in self.rules:
            if ((not rule.cues or cue.kind in rule.cues) and rule.avows in (None, traits.avowed)
                    and rule.stance in (None, cue.polarity) and rule.turned in (None, turned)
                    and (rule.may is None or rule.may(traits))):
                found.append((rule.holds, rule))
                if rule.holds is None:
                    break
        return found


KINDS = LabelTable(
    LabelRule("claim.kind.question.cue", "question", None,
              "Ann Lee asked whether the bank would close.", "whether the bank would close",
              "Ann Lee asked the bank to close.", cues=("question",)),
    LabelRule("claim.kind.question.mark", "question", None,
              "“Where did the money go?” Ann Lee said.", "Where did the money go?",
              "“The money is gone. So what?” Ann Lee said.", may=_asks),
    LabelRule("claim.kind.denial.cue", "denial", _denies,
              "Ann Lee denied that she had taken the money.", "she had taken the money",
              "Ann Lee said that she had taken the money.", cues=("denial",)),
    LabelRule("claim.kind.denial.rejected", "denial", _rejects_truth,
              "The bank rejected the claim that it had lost money.", "the claim that it had lost money",
              "The bank rejected the offer of a merger.", cues=("rejection",)),
    LabelRule("claim.kind.denial.disbelief", "denial", _disbelieves,
              "Ann Lee does not believe that the bank lost money.", "the bank lost money",
              "Ann Lee believes that the bank lost money.", cues=("belief",)),
    LabelRule("claim.kind.denial.untrue", "denial", _calls_untrue,
              "Ann Lee said that the report was false.", "the report was false",
              "Ann Lee said that the report was short.", may=_may_call_untrue),
    LabelRule("claim.kind.denial.avowed", "denial", _disavows,
              "“I don’t believe that he lied,” Ann Lee said.", "I don’t believe that he lied",
              "“I believe that he lied,” Ann Lee said.", avows="denial"),
    LabelRule("claim.kind.accusation.cue", "accusation", None,
              "Ann Lee accused the bank of fraud.", "the bank of fraud",
              "Ann Lee told the bank of the fraud.", cues=("accusation",)),
    LabelRule("claim.kind.demand.cue", "demand", None,
              "Ann Lee called for a new election.", "a new election",
              "Ann Lee called the election a farce.", cues=("demand",)),
    LabelRule("claim.kind.demand.duty", "demand", _puts_duty,
              "Ann Lee said that the bank should pay the money back.", "the bank should pay the money back",
              "Ann Lee said that the bank should have paid the money back.", may=_may_oblige),
    LabelRule("claim.kind.demand.order", "demand", _orders,
              "“Pay the money back,” Ann Lee said.", "Pay the money back",
              "“Thank the bank,” Ann Lee said.", may=_is_direct),
    LabelRule("claim.kind.demand.avowed", "demand", None,
              "“We demand a new election,” Ann Lee said.", "We demand a new election",
              "“They demand a new election,” Ann Lee said.", avows="demand"),
    LabelRule("claim.kind.demand.subjunctive", "demand", _is_subjunctive,
              "Ann Lee insisted that the guards leave the bank.", "the guards leave the bank",
              "Ann Lee insisted that the guards left the bank.", may=_is_mandative),
    LabelRule("claim.kind.statement.nothing", "statement", _gives_nothing,
              "Ann Lee offered no evidence of fraud.", "no evidence of fraud",
              "Ann Lee offered some evidence of fraud.", cues=("promise",)),
    LabelRule("claim.kind.statement.unwilled", "statement", _is_of_thing,
              "The plan offers a way out.", "a way out",
              "The bank offers a way out.", cues=("promise",)),
    LabelRule("claim.kind.promise.cue", "promise", None,
              "Ann Lee promised to pay the money back.", "to pay the money back",
              "Ann Lee wanted to pay the money back.", cues=("promise",)),
    LabelRule("claim.kind.promise.avowed", "promise", None,
              "“We promise you a new bridge,” Ann Lee said.", "We promise you a new bridge",
              "“They promised us a new bridge,” Ann Lee said.", avows="promise"),
    LabelRule("claim.kind.intention.cue", "intention", None,
              "Ann Lee plans to leave the bank.", "to leave the bank",
              "Ann Lee claims to own the bank.", cues=("intention", "rejection")),
    LabelRule("claim.kind.intention.avowed", "intention", None,
              "“We want a new bridge,” Ann Lee said.", "We want a new bridge",
              "“They want a new bridge,” Ann Lee said.", avows="intention"),
    LabelRule("claim.kind.intention.own_future", "intention", _tells_own_future,
              "“I will leave the bank,” Ann Lee said.", "I will leave the bank",
              "“I will lose the election,” Ann Lee said.", may=_may_be_chosen_future),
    LabelRule("claim.kind.prediction.cue", "prediction", None,
              "Ann Lee predicted a long winter.", "a long winter",
              "Ann Lee described a long winter.", cues=("prediction",)),
    LabelRule("claim.kind.prediction.avowed", "prediction", None,
              "“We expect a long winter,” Ann Lee said.", "We expect a long winter",
              "“We had a long winter,” Ann Lee said.", avows="prediction"),
    LabelRule("claim.kind.prediction.future", "prediction", is_future,
              "Ann Lee said that prices would fall.", "prices would fall",
              "Ann Lee said that prices might have fallen.", may=_may_be_future),
    LabelRule("claim.kind.opinion.cue", "opinion", None,
              "Ann Lee praised the new bridge.", "the new bridge",
              "Ann Lee mentioned the new bridge.", cues=("opinion",)),
    LabelRule("claim.kind.opinion.avowed", "opinion", None,
              "“I like the new bridge,” Ann Lee said.", "I like the new bridge",
              "“I built the new bridge,” Ann Lee said.", avows="opinion"),
    LabelRule("claim.kind.opinion.hindsight", "opinion", _judges_past,
              "Ann Lee said that the bank should have paid.", "the bank should have paid",
              "Ann Lee said that the bank must have paid.", may=_has_obliging_modal),
    LabelRule("claim.kind.opinion.evaluation", "opinion", is_judgement,
              "Ann Lee said that the plan was a disaster.", "the plan was a disaster",
              "Ann Lee said that the plan was a secret.", may=_may_judge),
    LabelRule("claim.kind.statement", "statement", None,
              "Ann Lee said that the bridge had two lanes.", "the bridge had two lanes",
              "Ann Lee said that the bridge would have two lanes."),
)


# Polarity

def _is_embedded_question(one: Proposition) -> bool:
    """Does the content leave open whether it is so?"""
    first, last = one.intervals[0]
    opener = one.lowers[first] if first < last else ""
    return opener == "whether" or (opener == "if" and one.frame == "wh" and not one.condition)


def _is_supposed(one: Proposition) -> bool:
    """Does a subordinator before the source make its clause a supposition: "If Lee wants it"?"""
    source, cue = one.attribution.source, one.attribution.cue
    if source is None or cue is None or not source[0] or source[0] > cue[0]:
        return False
    return one.lowers[source[0] - 1] in SUPPOSING and one.tags[source[0] - 1] == "c"


def _keeps_silent(one: Proposition) -> bool:
    """Is something not told: "declined to comment", "would not say why"?"""
    first, last = one.intervals[0]
    words = one.lowers[first:min(last, first + 2)]
    return not claim_words("telling").isdisjoint(words)


POLARITIES = LabelTable(
    LabelRule("claim.polarity.unknown.question", "unknown", None,
              "Ann Lee asked who had taken the money.", "who had taken the money",
              "Ann Lee told them who had taken the money.", may=_is_asked),
    LabelRule("claim.polarity.unknown.whether", "unknown", _is_embedded_question,
              "Ann Lee knows whether the money is gone.", "whether the money is gone",
              "Ann Lee knows how the money went.", may=_supposes),
    LabelRule("claim.polarity.unknown.supposed", "unknown", _is_supposed,
              "If Ann Lee denies the loss, the bank will close.", "the loss",
              "Ann Lee denies the loss, and the bank will close.", may=_supposes),
    LabelRule("claim.polarity.unknown.nothing", "unknown", _gives_nothing,
              "Ann Lee offered no apology for the loss.", "no apology for the loss",
              "Ann Lee offered an apology for the loss.", cues=("promise",)),
    LabelRule("claim.polarity.unknown.silent", "unknown", _keeps_silent,
              "Ann Lee declined to comment on the loss.", "to comment on the loss",
              "Ann Lee declined to run for office.", cues=("intention",), stance="negative"),
    LabelRule("claim.polarity.unknown.negated", "unknown", None,
              "The bank has not confirmed that the money is gone.", "the money is gone",
              "The bank has confirmed that the money is gone.", turned="unknown"),
    LabelRule("claim.polarity.negative.negated", "negative", None,
              "Ann Lee does not believe that the money is gone.", "the money is gone",
              "Ann Lee believes that the money is not gone.", turned="negative"),
    LabelRule("claim.polarity.negative.cue", "negative", None,
              "Ann Lee denied that the money was gone.", "the money was gone",
              "Ann Lee confirmed that the money was gone.", stance="negative"),
    LabelRule("claim.polarity.unknown.cue", "unknown", None,
              "Ann Lee was unsure that the money was gone.", "the money was gone",
              "Ann Lee was sure that the money was gone.", stance="unknown"),
    LabelRule("claim.polarity.positive", "positive", None,
              "Ann Lee said that the money was not gone.", "the money was not gone",
              "Ann Lee denied the loss."),
)

# {traits: the rows of kinds that may apply, and those of polarities}
_applicable: dict[tuple[CueLabels, str, str, str, str, int], tuple[list[_Test], list[_Test]]] = {}


def decided(one: Proposition) -> tuple[LabelRule, LabelRule]:
    """Returns the rows that decide its kind and its polarity: of each table, the first that applies."""
    tests = _applicable.get(one.traits)
    if tests is None:
        if len(_applicable) >= _MOST_TRAITS:
            _applicable.clear()
        traits = Traits(*one.traits)
        tests = _applicable[one.traits] = KINDS.that_may_apply(traits), POLARITIES.that_may_apply(traits)
    kinds, polarities = tests
    for holds, rule in kinds:
        if holds is None or holds(one):
            kind = rule
            break
    for holds, rule in polarities:
        if holds is None or holds(one):
            polarity = rule
            break
    return kind, polarity
