"""Relations whose cue is a verb: source, cue and content by the verb's frame."""
from __future__ import annotations

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.content import content_end, sentence_limit
from briefx.extraction.attribution.drafts import Draft, Interval
from briefx.extraction.attribution.frames import Complement, complement, phrase_end
from briefx.extraction.attribution.rows import rule_of_frame
from briefx.extraction.attribution.signs import subject_sign
from briefx.extraction.attribution.subjects import Subject
from briefx.extraction.attribution.sureness import can_be_sure_enough
from briefx.lexicon.cues import Cue, adjective_cue, cue_words, is_actor_noun, noun_cue, verb_class
from briefx.text.analysis import VerbGroup

_MODES = {"that": "clause", "bare": "clause", "wh": "clause", "when": "clause", "quote": "quote", "colon": "colon",
          "inf": "inf", "objinf": "inf", "ing": "inf", "objing": "inf", "adj": "inf"}

# Frames that are read as an object where a verb has that frame and not these.
_LIKE_OBJECTS = ("that", "bare", "adj", "objing")


class VerbReader:
    """Drafts the relation of a verb group; one with an empty content does not stand."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self._copulas = verb_class("copula")
        self._raising_verbs = verb_class("raising")

    def draft(self, index: int) -> Draft | None:
        """Returns the relation whose cue is the verb group ``index``, or null."""
        clauses = self.clauses
        group = clauses.groups[index]
        lemma = group.lemma
        if lemma == "make":
            clear = self._made_clear(index, group)
            if clear is not None:
                return clear
        if lemma in self._copulas or group.passive or group.form == "participle":
            adjective = self._adjective(index, group)
            if adjective is not None:
                return adjective
        cue = clauses.verb_cue(lemma)
        if cue is None:
            return None
        limit = sentence_limit(clauses, group.first)
        if group.passive or (group.form == "participle" and clauses.tag_at[group.head] in "nD"):
            return self._passive(index, group, cue, limit)
        found = complement(clauses, index, limit, cue.rates)
        subject = clauses.subject(index)
        if group.form == "infinitive" and subject is not None and clauses.lowers[subject.first] == "it":
            return None  # "it is hard to see why"
        if found is None and group.last == limit:
            question = self._question_before(index, group, cue)
            if question is not None:
                source, antecedent = self._source(subject)
                return Draft(rule_of_frame("wh"), "wh", (question,), source, antecedent,
                             (self._cue_first(index, group), group.last), group.head, lemma, cue.speech,
                             cue.rates["wh"] / 100, self._signs(index, group, subject))
        if lemma in self._raising_verbs:
            return self._raising(index, group, cue, found, subject, limit)
        if found is None or (found.frame in ("object", "colon") and self._is_inverted(group, cue)):
            return self._without_complement(index, group, cue, found, subject, limit)
        return self._with_complement(index, group, cue, found, subject, limit)

    def _adjective(self, index: int, group: VerbGroup) -> Draft | None:
        """A copula and an adjective ("is confident that"), or a participle like one ("was convinced that")."""
        clauses = self.clauses
        tags, tag_at, lowers = clauses.tags, clauses.tag_at, clauses.lowers
        at = group.head
        if group.lemma in self._copulas:
            at = group.last
            while at < len(tags) and ((tag_at[at] == "R" and at + 1 not in clauses.phrase_to)
                                      or lowers[at] in cue_words("floating")):
                at += 1
        at += tags[at:at + 1] == '"'  # "is “confident that"
        if at >= len(tags) or tag_at[at] not in "JnR":
            return None
        cue = adjective_cue(lowers[at])
        if cue is None or (group.form == "participle" and group.first and tag_at[group.first - 1] not in ',¶.-"'):
            return None
        limit = sentence_limit(clauses, group.first)
        after = at + 1
        if after >= limit:
            return None
        tag, word = tag_at[after], lowers[after]
        start, cue_last = after, after
        if tag == "c" and word == "that":
            frame, start = "that", after + 1
        elif tag == "W" or word in ("if", "whether"):
            frame = "wh"
        elif tag == "t":
            frame = "inf"
        elif tag == "I" and word in cue.rates:
            frame, start, cue_last = word, after + 1, after + 1
        elif tag in "pTPqE" and "bare" in cue.rates:
            frame = "bare"
        else:
            return None
        if frame not in cue.rates:
            return None
        mode = {"that": "clause", "wh": "clause", "bare": "clause", "inf": "inf"}.get(frame, "phrase")
        end = content_end(clauses, index, start, limit, mode)
        subject = clauses.subject(index)
        if subject is not None and lowers[subject.first] in ("it", "what", "that", "this"):
            if mode != "clause":
                return None
            subject = None
        source, antecedent = self._source(subject)
        return Draft("attribution.adjective", "adjective_" + frame, ((start, end),), source, antecedent,
                     (group.first, cue_last), at, lowers[at], False, cue.rates[frame] / 100,
                     self._signs(index, group, subject))

    def _made_clear(self, index: int, group: VerbGroup) -> Draft | None:
        """The relation of "made it clear that" and "made clear how"."""
        clauses = self.clauses
        tag_at, lowers = clauses.tag_at, clauses.lowers
        at = group.last + (lowers[group.last:group.last + 1] == ["it"])
        if lowers[at:at + 1] not in (["clear"], ["plain"], ["known"]):
            return None
        limit = sentence_limit(clauses, group.first)
        start = at + 1 + (lowers[at + 1:at + 2] == ["that"])
        if start >= limit or not (start > at + 1 or tag_at[start] in "WTpPSE"):
            return None
        subject = clauses.subject(index)
        source, antecedent = self._source(subject)
        end = content_end(clauses, index, start, limit, "clause")
        return Draft("attribution.adjective", "adjective_that", ((start, end),), source, antecedent,
                     (group.first, at + 1), at, lowers[at], True, 0.85, self._signs(index, group, subject))

    def _with_complement(self, index: int, group: VerbGroup, cue: Cue, found: Complement,
                         subject: Subject | None, limit: int) -> Draft | None:
        clauses = self.clauses
        frame, start = found.frame, found.start
        addressing = group.lemma in verb_class("addressing")
        if frame == "object" and group.lemma == "call" and not self._has_predicate(start, limit):
            return None
        if found.object and frame in ("objinf", "objing", "as"):
            start = found.object[0]
            if frame == "objinf" and frame not in cue.rates:
                frame = "object"  # "confirmed its intent to leave"
        elif found.object and frame.startswith("obj") and not addressing:
            start = found.object[0]
            frame = "object"
        elif found.object and frame.startswith("obj") and frame != "object":
            frame = frame[3:]
        elif found.object and frame in ("that", "wh", "quote") and not addressing and (
                clauses.tag_at[found.start - 1] not in ",:" and group.lemma not in verb_class("light")):
            # What follows belongs to the object: "rejected the claim that", "a plan that cuts".
            frame, start = "object", found.object[0]
        elif frame == "object" and addressing and self._trails(group) :
            return self._without_complement(index, group, cue, None, subject, limit)
        if frame == "inf" and self._hands_on(group, start, limit):
            return None
        if frame == "objinf" and found.object and group.lemma in verb_class("light"):
            noun = noun_cue(clauses.lowers[found.start - 1])
            if noun is not None and "inf" in noun.rates:
                return None  # "made a promise to cut": the noun attributes
        if frame == "when" and found.object and "object" in cue.rates:
            frame, start = "object", found.object[0]  # "missed the days when"
        if frame == "when":
            return self._without_complement(index, group, cue, None, subject, limit)
        search = start if found.frame in ("when", "wh") else found.start
        if frame in _LIKE_OBJECTS and "object" in cue.rates and (
                frame not in cue.rates or (frame == "that" and not self.clauses.has_verb(start, limit))):
            # What looks like a clause is the object of a verb that takes no clauses ("opposed him because he lied").
            if clauses.phrase_from.get(start) == start + 1 and clauses.lowers[start] in ("the", "a", "an"):
                return None  # an article by itself: "praised the might of the fleet", read as a clause of "might"
            if frame == "that":
                start = search = start - 1
            frame = "object"
        source, antecedent = self._source(subject)
        rate = cue.rates.get(frame, 0)
        if frame == "colon" and source is not None and found.start == group.last + 1:
            rate = max(rate, cue.rates.get("quote", 0))  # "A reporter asked: Did they ..."
        signs = self._signs(index, group, subject)
        if not can_be_sure_enough(frame, rate / 100, signs):
            return None  # as most verbs with an object
        mode = _MODES.get(frame, "phrase")
        end = content_end(clauses, index, search, limit, mode)
        if frame == "quote":
            mark = clauses.mark_from.get(start)
            if mark is not None and mark.closing is not None and clauses.tag_at[mark.closing - 1] == "," and (
                    clauses.tags[mark.closing + 1:mark.closing + 2] not in ('C', '"')):
                end = mark.closing
        if subject is not None and (subject.kind == "relative" or group.form != "finite" or (
                clauses.tag_at[subject.first - 1] == "c" and self._is_of_noun(subject))):
            end = self._before_main_verb(index, start, end)
        cue_first = group.first
        if group.form == "infinitive" or clauses.tag_at[cue_first - 1] in "xC":
            cue_first = self._cue_first(index, group)
        return Draft(rule_of_frame(frame), frame, ((start, end),), source, antecedent,
                     (cue_first, found.cue_last), group.head, group.lemma, cue.speech, rate / 100, signs)

    def _is_of_noun(self, subject: Subject) -> bool:
        """Does a subject open a clause that a noun stands before ("reports that tests had shown it were wrong")?"""
        before = subject.first - 1
        return before > 0 and self.clauses.tag_at[before - 1] in "NS"

    def _before_main_verb(self, index: int, start: int, end: int) -> int:
        """Where an object ends before the verb of the main clause ("those who back it agree").

        A verb within a quotation is none, nor is that of a clause that the last name opens ("the notes Lee sent").
        """
        clauses = self.clauses
        for below in range(index + 1, len(clauses.groups)):
            group = clauses.groups[below]
            if group.first >= end:
                break
            if group.form == "finite" and group.first > start:
                subject = clauses.subject(below)
                if subject is not None and subject.kind == "phrase" and subject.first < clauses.groups[index].first:
                    mark = clauses.mark_over(group.first)
                    if (mark is None or mark.opening < start) and not self._opens_relative(group.first):
                        return group.first
        return end

    def _opens_relative(self, verb: int) -> bool:
        """Does the name before a verb stand straight behind a thing, so that it opens a clause about that?"""
        clauses = self.clauses
        at = verb - 1
        while at > 0 and clauses.tag_at[at] == "P":
            at -= 1
        return at < verb - 1 and clauses.tag_at[at] in "NS" and not is_actor_noun(clauses.lowers[at])

    def _hands_on(self, group: VerbGroup, start: int, limit: int) -> bool:
        """Is the verb only a part of the cue, and its infinitive the one with a content ("declined to say why")?"""
        clauses = self.clauses
        if group.lemma not in verb_class("chained") or start not in clauses.group_from:
            return False
        inner = clauses.group_from[start]
        cue = clauses.verb_cue(clauses.groups[inner].lemma)
        if cue is None or max(cue.rates.get(frame, 0) for frame in ("that", "bare", "wh")) < 50:
            return False
        found = complement(clauses, inner, limit, cue.rates)
        if found is None and clauses.groups[inner].last == limit:
            return self._question_before(inner, clauses.groups[inner], cue) is not None
        return found is not None and found.frame in ("that", "bare", "wh", "quote", "colon")

    def _question_before(self, index: int, group: VerbGroup, cue: Cue) -> Interval | None:
        """The question that a sentence opens with and a verb at its end leaves open.

        "Asked whether it was safe, Lee declined to say": the content of "declined to say" is the whether-clause.
        """
        clauses = self.clauses
        if cue.rates.get("wh", 0) < 50 or not (group.form == "infinitive" or group.negated):
            return None
        low = clauses.sentence_of[group.first].first
        asked = clauses.next_group(low, min(low + 2, group.first))
        subject = clauses.subject(index)
        if asked is None or subject is None or subject.first <= low or clauses.tag_at[subject.first - 1] != ",":
            return None
        if clauses.groups[asked].form != "participle" and clauses.subject(asked) not in (
                None, subject._replace(kind="controlled")):
            return None
        comma = subject.first - 1
        asking = clauses.verb_cue(clauses.groups[asked].lemma)
        found = complement(clauses, asked, comma, asking.rates) if asking is not None else None
        return (found.start, comma) if found is not None and found.frame == "wh" else None

    def _cue_first(self, index: int, group: VerbGroup) -> int:
        """Where a cue begins that takes in the verb before it ("declined to say", "neither confirmed nor denied")."""
        clauses = self.clauses
        at = group.first
        if at and clauses.tag_at[at - 1] == "x":
            return at - 1
        if at and clauses.tag_at[at - 1] == "C":
            at -= 1
        elif group.form != "infinitive":
            return group.first
        while at and clauses.tag_at[at - 1] == "R":
            at -= 1
        above = clauses.group_to.get(at)
        if above is None:
            return group.first
        other = clauses.groups[above]
        if group.form == "infinitive":
            return other.first if other.lemma in verb_class("chained") else group.first
        return other.first if other.form == group.form and clauses.verb_cue(other.lemma) else group.first

    def _raising(self, index: int, group: VerbGroup, cue: Cue, found: Complement | None,
                 subject: Subject | None, limit: int) -> Draft | None:
        if found is None:
            return None
        clauses = self.clauses
        if found.frame == "inf" and self._hands_on(group, found.start, limit):
            return None
        end = content_end(clauses, index, found.start, limit, _MODES.get(found.frame, "phrase"))
        content: tuple[Interval, ...] = ((found.start, end),)
        if subject and clauses.lowers[subject.first] not in ("it", "there") and subject.last <= group.first:
            content = ((subject.first, subject.last), *content)
        return Draft("attribution.raising", "raising", content, None, None, (group.first, found.cue_last),
                     group.head, group.lemma, False, cue.rates.get(found.frame, 0) / 100,
                     self._signs(index, group, subject))

    def _passive(self, index: int, group: VerbGroup, cue: Cue, limit: int) -> Draft | None:
        clauses = self.clauses
        tag_at, lowers = clauses.tag_at, clauses.lowers
        last = clauses.group_to.get(limit)
        answer = clauses.groups[last] if last is not None and last != index else None
        if answer is not None and last is not None:
            answering = clauses.verb_cue(answer.lemma)
            question = self._question_before(last, answer, answering) if answering is not None else None
            if question is not None and question[0] >= group.last:
                return None  # its question is what the answer leaves open
        at = group.last
        agent = None
        if at < limit and lowers[at] == "by" and at + 1 in clauses.phrase_from:
            agent = (at + 1, phrase_end(clauses, at + 1, limit))
            at = agent[1]
        found = complement(clauses, index, limit, {**cue.rates, "for": 1, "of": 1, "about": 1})
        if agent is not None:
            found = None
            if at < limit and (tag_at[at] in "tcW" or lowers[at] in ("as", "for", "of")):
                found = Complement("as" if tag_at[at] == "I" else "inf", at, group.last)
        subject = clauses.subject(index)
        reduced = group.form == "participle"
        addressing = group.lemma in verb_class("addressing")
        if reduced and agent is None and not (addressing and found):
            return None
        if subject is None and found is None:
            return None
        frame = "pass_" + (found.frame if found else "by" if agent else "none")
        rate, signs = cue.rates.get(frame, 0) / 100, self._signs(index, group, subject)
        if not can_be_sure_enough(frame, rate, signs):
            return None
        content: list[Interval] = []
        told = addressing and found is not None and found.frame == "inf"
        if subject and (told or not addressing) and subject.kind != "omitted" and (
                lowers[subject.first] not in ("it", "there")):
            span = subject.antecedent or (subject.first, subject.last)
            if subject.kind == "phrase" or reduced:
                span = (subject.first, subject.last)
            if span[1] <= group.first:
                content.append(span)
        if found:
            start = found.start
            if found.frame in ("for", "of", "as", "with"):
                start = found.start - 1 if tag_at[found.start - 1] == "I" else found.start
            end = content_end(clauses, index, found.start, limit, _MODES.get(found.frame, "phrase"))
            if end > start:
                content.append((start, end))
        if not content:
            return None
        first = group.first
        return Draft("attribution.passive", frame, tuple(content), agent, None, (first, group.last), group.head,
                     group.lemma, cue.speech, rate, signs)

    def _without_complement(self, index: int, group: VerbGroup, cue: Cue, found: Complement | None,
                            subject: Subject | None, limit: int) -> Draft | None:
        """Content before the cue: a clause that the attribution trails, or the object of a relative clause."""
        clauses = self.clauses
        tags, tag_at = clauses.tags, clauses.tag_at
        low = clauses.sentence_of[group.first].first
        if self._is_inverted(group, cue):
            at = group.last
            while at < limit and tag_at[at] == "R":
                at += 1
            if at not in clauses.phrase_from:
                return None
            source: Interval | None = (at, self._inverted_end(at, limit))
            comma = group.first - 1
            while comma > low and tag_at[comma] == "R":
                comma -= 1
            antecedent = None
            after = source[1] if source else at
        elif subject and subject.kind == "phrase":
            comma = subject.first - 1
            while comma > low and tag_at[comma] == "R":
                comma -= 1
            source, antecedent = self._source(subject)
            after = group.last
            if comma >= low and tag_at[comma] != ",":
                return self._gap(index, group, cue, found, subject, low, limit)
        else:
            return None
        if comma <= low or tag_at[comma] != ",":
            return None
        start = self._clause_start(comma, low)
        content: list[Interval] = [(start, comma)]
        following = tags.find(",", after, min(limit, after + 14))
        if following > 0 and following + 1 < limit and source:
            nxt = following + 1
            index_next = clauses.group_from.get(nxt)
            if following >= source[1] and ((tag_at[nxt] in "CcIWTqpPNSJKE" and index_next is None)
                                            or not self.clauses.has_verb(start, comma)):
                end = content_end(clauses, index, nxt, limit, "clause")
                if tag_at[nxt] not in "cC" or tags[end:end + 1] != ",":
                    content.append((nxt, end))  # not of "..., the Herald reported, while ..., the Post said"
        if not any([clauses.has_verb(*piece) for piece in content]):
            return None
        return Draft("attribution.verb_trailing", "none", tuple(content), source, antecedent,
                     (group.first, group.last), group.head, group.lemma, cue.speech,
                     max(cue.rates.get(frame, 0) for frame in ("quote", "that", "bare")) / 100,
                     self._signs(index, group, subject))

    def _gap(self, index: int, group: VerbGroup, cue: Cue, found: Complement | None, subject: Subject,
             low: int, limit: int) -> Draft | None:
        """The object is what the relative clause stands by: "the wall (that) he promised", "what he said"."""
        clauses = self.clauses
        tags, tag_at, lowers = clauses.tags, clauses.tag_at, clauses.lowers
        before = subject.first - 1
        if before < low:
            return None
        content: list[Interval] = []
        frame = "gap"
        if tag_at[before] == "W" or (tag_at[before] == "c" and lowers[before] == "that"):
            word = lowers[before]
            if word in ("when", "where", "why", "how", "whether"):
                return None
            if tag_at[before] == "c" and lowers[before] == "as":
                return None
            phrase = clauses.phrase_ending(before - 1, low) if before > low and word != "what" else None
            if phrase:
                content.append((clauses.extended_left(phrase, low), phrase[1]))
            elif word == "what" and self._equates(group.last):
                start = group.last + 2  # "What he said was that ..."
                return Draft("attribution.relative_object", "gap", (
                    (start, content_end(clauses, index, start, limit, "clause")),), *self._source(subject),
                    (group.first, group.last), group.head, group.lemma, cue.speech, cue.rates.get("none", 0) / 100,
                    self._signs(index, group, subject))
            else:
                content.append((before, before + 1))
        elif lowers[before] == "as":
            if before > low and tag_at[before - 1] == ",":
                start = self._clause_start(before - 1, low)
                content.append((start, before - 1))
                behind = group.last + 1
                if tags[group.last:behind] == "," and behind < limit and not self.clauses.has_verb(start, before - 1):
                    # "The result, as he explained, was a bubble"
                    content.append((behind, content_end(clauses, index, behind, limit, "clause")))
            else:
                comma = tags.find(",", group.last, min(limit, group.last + 8))
                if comma < 0:
                    return None
                content.append((comma + 1, content_end(clauses, index, comma + 1, limit, "clause")))
            frame = "as_clause"
        elif subject.gap:
            content.append(subject.gap)
        else:
            return None
        rule = "attribution.as_clause" if frame == "as_clause" else "attribution.relative_object"
        at = group.last
        following = clauses.group_from.get(at)
        if following is not None and clauses.groups[following].form == "finite" and (
                not self._awaits_verb(content[0][0], low)
                or self.clauses.has_verb(clauses.groups[following].last, limit)):
            content.append((at, content_end(clauses, index, at, limit, "clause")))
        source, antecedent = self._source(subject)
        return Draft(rule, frame, tuple(content), source, antecedent, (group.first, group.last),
                     group.head, group.lemma, cue.speech, cue.rates.get("none", 0) / 100,
                     self._signs(index, group, subject))

    def _equates(self, at: int) -> bool:
        """Do a form of "be" and "that" begin at a token ("what he said was that")?"""
        index = self.clauses.group_from.get(at)
        return (index is not None and self.clauses.groups[index].lemma == "be"
                and self.clauses.lowers[at + 1:at + 2] == ["that"])

    def _awaits_verb(self, first: int, low: int) -> bool:
        """Is a phrase with a relative clause the subject of its sentence, which has still to get its verb?"""
        return self.clauses.tag_at[first] != "W" and (first <= low or self.clauses.tag_at[first - 1] in ',;"C')

    def _is_inverted(self, group: VerbGroup, cue: Cue) -> bool:
        """Does the subject follow ("..., said Smith")?"""
        tags, tag_at = self.clauses.tags, self.clauses.tag_at
        at = group.first - 1
        if at < 0 or tag_at[at] != ",":
            return False
        subject = self.clauses.subject(self.clauses.group_from[group.first])
        if subject is not None and subject.kind == "phrase" and subject.first < at and (
                "object" in cue.rates or not self._names_speaker(group.last)):
            return False  # "Ann Lee, the mayor, criticised the plan"
        if group.lemma != "say" and not self.clauses.can_speak(group.last):
            return False  # "..., posted its first profit"
        return (cue.rates.get("quote", 0) >= 50 and group.last - group.first == 1 and group.form == "finite"
                and group.lemma not in verb_class("addressing")
                and group.last < len(tags) and tag_at[group.last] in "PTpNSqJK"
                and self.clauses.lowers[group.last] not in cue_words("time"))

    def _names_speaker(self, first: int) -> bool:
        """Does a phrase that can speak begin at a token and end before a comma or stop ("said Ann Lee, a lawyer")?"""
        clauses = self.clauses
        last = clauses.phrase_from.get(first)
        return last is not None and clauses.tags[last:last + 1] in (".", ",", "W", "I") and (
            clauses.tag_at[last - 1] == "P" or is_actor_noun(clauses.lowers[last - 1]))

    def _has_predicate(self, first: int, limit: int) -> bool:
        """Does something stand behind an object that says what it is called ("called it a mistake")?"""
        last = self.clauses.phrase_from.get(first)
        if last is None:
            return True
        return last < limit and self.clauses.tag_at[last] in 'TJNSPKq"nR'

    def _trails(self, group: VerbGroup) -> bool:
        index = self.clauses.group_from[group.first]
        subject = self.clauses.subject(index)
        return bool(subject and subject.kind == "phrase" and subject.first > 0
                    and self.clauses.tag_at[subject.first - 1] == ",")

    def _clause_start(self, comma: int, low: int) -> int:
        """Where the clause begins that a trailing attribution follows."""
        tag_at = self.clauses.tag_at
        at = comma - 1
        while at > low and tag_at[at] != ";" and not (
                tag_at[at] == "," and tag_at[at + 1] in "cC" and self._attributed_before(at, low)):
            at -= 1
        start = self.clauses.past_openers(at + 1 if at > low else low, comma)
        return start + 1 if at > low and self.clauses.lowers[start] in ("while", "whereas") else start

    def _attributed_before(self, comma: int, low: int) -> bool:
        """Does a verb of speech end before a comma that has an attribution of its own ("..., the Herald reported,")?"""
        index = self.clauses.group_to.get(comma)
        if index is None:
            return False
        subject = self.clauses.subject(index)
        return (self.clauses.speaks(index) and subject is not None
                and subject.first - 1 > low and self.clauses.tag_at[subject.first - 1] == ",")

    def _inverted_end(self, first: int, limit: int) -> int:
        """Where a subject behind its verb ends: with its appositions and relative clauses."""
        tag_at, lowers = self.clauses.tag_at, self.clauses.lowers
        at = first
        while at < limit:
            tag = tag_at[at]
            if tag in ';:"-' or (tag == "," and (
                    at + 1 >= limit or tag_at[at + 1] in 'GCcI"' or (at + 1 in self.clauses.group_from))):
                break
            if tag == "I" and lowers[at] in ("in", "on", "at", "during", "after", "before"):
                break
            if tag == "c":
                break
            at += 1
        return at

    def _source(self, subject: Subject | None) -> tuple[Interval | None, Interval | None]:
        if subject is None:
            return None, None
        first, last = subject.first, subject.last
        if self.clauses.lowers[first] in ("it", "there") and self.clauses.tag_at[first] == "E":
            return None, None
        return (first, last), subject.antecedent

    def _signs(self, index: int, group: VerbGroup, subject: Subject | None) -> tuple[str, ...]:
        """What stands beside the verb and bears on whether it attributes."""
        clauses = self.clauses
        tag_at, lowers = clauses.tag_at, clauses.lowers
        signs = []
        if group.form != "finite":
            signs.append(group.form)
        if group.negated:
            signs.append("negated")
        if group.modal is not None:
            word = lowers[group.modal]
            signs.append("modal_will" if word in ("will", "'ll", "’ll", "won't", "won’t") else "modal")
        elif group.tense == "present":
            signs.append("present")
        sentence = clauses.sentence_of[group.first]
        low, first = sentence.first, group.first
        if subject is None:
            signs.append("no_subject")
        else:
            signs.append(subject_sign(clauses, subject))
            if subject.kind == "phrase":
                first = subject.first
        before = first - 1
        if before >= low and tag_at[before] == "c" and lowers[before] in ("if", "unless", "whether"):
            signs.append("conditional")
        elif before >= low and tag_at[before] in "cW":
            signs.append("subordinate")
        if lowers[sentence.last - 1] == "?":
            signs.append("question")
        return tuple(signs)
