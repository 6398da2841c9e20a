"""Clauses: who the subject of a verb group is, of whatever form.

Each answer is kept, so that a sentence is read once however many verbs ask.
"""
from __future__ import annotations

from functools import cache

from briefx.extraction.attribution.subjects import Subject, Subjects, beside_verbs
from briefx.lexicon.cues import cue_words, document_nouns, is_actor_noun, is_document_noun, verb_class
from briefx.lexicon.words import irregular_forms
from briefx.text.analysis import LONGEST_HEADLINE, Analysis, VerbGroup

# How many verbs a search passes at most.
_REACH = 8


def is_past_form(word: str) -> bool:
    """Can a past participle in lower case be a past tense as well ("called", "held"; not "known")?"""
    if word.endswith("ed"):
        return True
    return word in irregular_forms() and not word.endswith(("n", "ne")) and word not in cue_words("irregular")


@cache
def _before_participles() -> frozenset[str]:
    """The words behind which a past tense may be a participle, other than at the head of a sentence or a piece."""
    return cue_words("adverbial") | cue_words("occasion") | document_nouns()


class Clauses(Subjects):
    """The verb groups of a text with their subjects."""

    def __init__(self, analysis: Analysis) -> None:
        super().__init__(analysis)
        self._subjects: dict[int, Subject | None] = {}
        self._beside_verbs = beside_verbs()
        openings = "".join(map(self.tag_at.__getitem__, self._group_starts))
        self._read_bare_infinitives(openings)
        self._read_past_tenses(openings)

    def _read_bare_infinitives(self, openings: str) -> None:
        """Reads a verb straight behind "help" as its infinitive ("who wants to help elect him").

        ``openings`` has the class of the first word of each verb group.
        """
        index = -1
        for _ in range(openings.count("V")):
            index = openings.index("V", index + 1)
            group = self.groups[index]
            above = self.group_to.get(group.first)
            if (above is not None and self.groups[above].lemma == "help") or self._is_joined_infinitive(index, group):
                self._change(index, form="infinitive", tense="none")

    def _is_joined_infinitive(self, index: int, group: VerbGroup) -> bool:
        """Is a bare verb behind "and" joined to the infinitive before it ("got Lee to stand up and call for it")?"""
        if not index or self.tag_at[group.first - 1] != "C" or self.groups[index - 1].form != "infinitive":
            return False
        low = self.sentence_of[group.first].first
        above = self._finite_before(index, low)
        if above is None:
            return False
        finite = self.groups[above]
        return finite.tense == "past" or self.tag_at[finite.first] in "ZDM"

    def _read_past_tenses(self, openings: str) -> None:
        """Reads a participle behind its subject as a past tense where the clause has no other verb.

        "The union called for a strike" is told from "the union called to the talks left" by what follows alone.
        """
        telling = _before_participles()
        past = openings.replace("n", "D")
        index = -1
        for _ in range(past.count("D")):
            index = past.index("D", index + 1)
            group = self.groups[index]
            first = group.first
            if group.last - first != 1:
                continue
            if openings[index] == "D":
                if first > self.sentence_of[first].first + 1 and self.tag_at[first - 1] != "," and (
                        self.lowers[first - 1] not in telling):
                    continue
                if self._is_fronted_participle(index, group) or self._is_in_adjunct(index, group):
                    self._change(index, form="participle", tense="none")
                continue
            if group.form != "participle":
                continue
            if self.lowers[group.last:group.last + 1] == ["by"] or not is_past_form(self.lowers[group.head]):
                continue
            opening = self._before_past_tense(index, group)
            if opening is not None and not self._has_other_verb(index, opening):
                self._change(index, form="finite", tense="past")

    def _before_past_tense(self, index: int, group: VerbGroup) -> int | None:
        """Where the phrase begins that could be the subject of a participle, were it a past tense."""
        tag_at = self.tag_at
        before = group.first - 1
        low = self.sentence_of[group.first].first
        while before > low and tag_at[before] in "Rx":
            before -= 1
        if before < low:
            return None
        if before + 1 not in self.phrase_to:
            if self.lowers[before] in cue_words("quantity") and (before == low or tag_at[before - 1] in ',;:-cC"'):
                return before  # "Many speculated that it failed"
            if tag_at[before] != ",":
                return None
            found = self._over_parenthesis(index, before, low)  # "Lee, a lawyer, called for"
            if found is None or found.kind != "phrase":
                return None
            return found.first if found.first == low or tag_at[found.first - 1] in ',;:-cCR"' else None
        first = self.extended_left((self.phrase_to[before + 1], before + 1), low)
        if first > low and tag_at[first - 1] not in ',;:-cCRW"(' and (
                self.lowers[first - 1] not in cue_words("clause_opener")) and (
                first not in self.group_to or not self.opens_clause(self.group_to[first])):
            return None
        return first

    def _change(self, index: int, form: str, tense: str) -> None:
        """Reads a verb group anew; what was told of subjects with the old reading is forgotten."""
        if self.groups is self.analysis.verb_groups:
            self.groups = list(self.groups)
        self.groups[index] = self.groups[index].changed(form, tense)
        self._subjects.clear()

    def _is_fronted_participle(self, index: int, group: VerbGroup) -> bool:
        """Is a past tense without a subject a participle before its clause ("Asked about it, Lee laughed")?"""
        first = group.first
        sentence = self.sentence_of[first]
        if first and self.lowers[first - 1] in cue_words("adverbial"):
            return True  # "when asked about it"
        if group.first > sentence.first + 1 and self.tag_at[group.first - 1] == "," and (
                group.lemma in verb_class("questioning") and self.tags[group.last:group.last + 1] in ("c", "W")
                and self._finite_before(index, sentence.first) is None):
            return True  # "The minister, asked if he would resign, laughed"
        low = sentence.first
        if first > low + 1 or (first > low and self.tag_at[low] not in "CR"):
            return False
        return self._of_following(index) is not None

    def _is_in_adjunct(self, index: int, group: VerbGroup) -> bool:
        """Is a past tense a participle behind the noun of an adjunct ("said in a letter sent on Monday that")?"""
        noun = self.lowers[group.first - 1]
        if not index or group.last in self.phrase_from or not (is_document_noun(noun) or noun in cue_words("occasion")):
            return False
        above = self.groups[index - 1]
        between = self.tags[above.last:group.first]
        return (above.form == "finite" and between[:1] == "I" and group.first in self.phrase_to
                and not set(between) & set('cWC,;:.¶"-') and self.tag_at[self.phrase_to[group.first] - 1] == "I")

    def _has_other_verb(self, index: int, first: int) -> bool:
        """Is the phrase that begins at ``first`` the subject of a finite verb behind a participle?"""
        last = self.sentence_of[first].last
        for below in range(index + 1, min(len(self.groups), index + _REACH)):
            group = self.groups[below]
            if group.first >= last:
                return False
            if group.form == "finite" and self.tag_at[group.first - 1] != "I":
                subject = self.subject(below)
                if self.tag_at[group.first - 1] in ",C" and (subject is None or subject.kind == "omitted"):
                    continue  # "called on them to leave and said": joined to the participle itself
                if subject is None:
                    return True
                if subject.first <= first:
                    return True
                if subject.kind == "phrase" and self.tag_at[subject.first - 1] in "cW,":
                    return False
        return False

    def subject(self, index: int) -> Subject | None:
        """Returns the subject of a verb group by its index, or null where none is found."""
        subjects = self._subjects
        if index in subjects:
            return subjects[index]
        self._subjects[index] = None  # a search that comes back to itself finds nothing
        group = self.groups[index]
        low = self.sentence_of[group.first].first
        found = self._of_finite(index, low) if group.form == "finite" else self._of_other(index, low)
        if found is None and group.form == "infinitive":
            found = self._of_headline(index, low)
        self._subjects[index] = found
        return found

    def _of_other(self, index: int, low: int) -> Subject | None:
        """The subject of an infinitive or participle: the phrase before it, or that of the verb above."""
        tags, tag_at = self.tags, self.tag_at
        group = self.groups[index]
        at = group.first - 1
        while at >= low and ((tag_at[at] in "Rx" and at + 1 not in self.phrase_to)
                             or (group.form == "gerund" and self.lowers[at] in cue_words("floating"))):
            at -= 1
        if at > low and tag_at[at] == '"' and tag_at[at - 1] == "," and at not in self.mark_from:
            at -= 1  # "called it a “trap,” adding that"
        if at < low:
            return self._of_following(index)
        if group.form != "infinitive":
            at = self._before_adjunct_of_time(at, low)
        tag = tag_at[at]
        if group.form == "gerund" and tag not in ",ICc-W":
            phrase = self.phrase_ending(at, low)
            if phrase:
                first = self.extended_left(phrase, low)
                beside = self._beside_object(index, first, phrase, low)
                if beside is not None:
                    return beside
                if "C" in tags[first:phrase[1]]:
                    first = min(first, self._phrase_subject(phrase, low).first)  # "Lee, Orr and Moore calling"
                return Subject(first, phrase[1], "controlled")
        if tag in "IcW" and group.form == "gerund" and (at == low or tag_at[at - 1] in ',".'):
            # Fronted: "In announcing the plan, Lee said".
            before = self._finite_before(index, low)
            if before is None:
                return self._before_comma(at - 1, low) or self._of_following(index)
        if group.form == "infinitive" and tag_at[at] not in "JR":
            phrase = self.phrase_ending(at, low)
            owner = self._owner_or_object(phrase, low) if phrase else None
            if owner is not None:
                return owner
        if group.form == "infinitive" and tag == "C" and index and self.groups[index - 1].form == "infinitive":
            return self.subject(index - 1)
        if group.form == "gerund" and tag == "C":
            joined = self._joined_gerund(index, low)
            if joined is not None:
                return joined
        above = self._finite_before(index, low)
        if above is None:
            owner = self._before_comma(at, low) if group.form in ("gerund", "participle") else None
            return owner or self._of_following(index)
        if group.form == "gerund" and tag in ",-C":
            above = self._main_verb(above, low)
        subject = self.subject(above)
        for _ in range(_REACH):
            if subject is not None or tag not in ",-":
                break
            above = self._finite_before(above, low)
            if above is None:
                return None
            subject = self.subject(above)
        if subject is None:
            return None
        return Subject(subject.first, subject.last, "controlled", subject.antecedent or (subject.first, subject.last))

    def _before_adjunct_of_time(self, at: int, low: int) -> int:
        """The token before a time in front of a participle ("was tabled in 2012 attacking it")."""
        first = self.phrase_to.get(at + 1)
        if first is None or first <= low + 1 or self.tag_at[first - 1] != "I":
            return at
        word = self.lowers[at]
        if word in cue_words("time") or word in cue_words("stretch") or (
                self.is_year(at) and first == at):
            return first - 2
        return at

    def _of_headline(self, index: int, low: int) -> Subject | None:
        """The subject of the infinitive that is a headline's only verb ("Port union to support Lee")."""
        at = self.groups[index].first
        block = self.analysis.blocks[self.sentence_of[at].block]
        if block.kind == "paragraph" and (block.first or block.last - block.first > LONGEST_HEADLINE):
            return None
        phrase = self.phrase_ending(at - 1, low) if at > low else None
        if phrase is None:
            return None
        first = self.extended_left(phrase, low)
        return Subject(first, phrase[1], "phrase") if first == low else None

    def _joined_gerund(self, index: int, low: int) -> Subject | None:
        """The subject that a participle behind "and" shares with the one before it ("citing costs and blaming Lee")."""
        for above in range(index - 1, max(-1, index - _REACH), -1):
            group = self.groups[above]
            if group.first < low or group.form == "finite":
                return None
            if group.form == "gerund":
                return self.subject(above)
        return None

    def _before_comma(self, comma: int, low: int) -> Subject | None:
        """The phrase that a participle between commas follows ("Lee, recalling the vote, laughed")."""
        if comma <= low or self.tag_at[comma] != ",":
            return None
        phrase = self.phrase_ending(comma - 1, low)
        if phrase is None:
            return None
        first = self.extended_left(phrase, low)
        return Subject(first, phrase[1], "controlled") if first == low or self.tag_at[first - 1] in "Cc" else None

    def _controls_object(self, index: int) -> bool:
        """Is the object of the verb the one who does what its infinitive says ("urged voters to say")?"""
        lemma = self.groups[index].lemma
        if lemma in verb_class("instrument"):
            return False
        cue = self.verb_cue(lemma)
        return (cue is not None and "objinf" in cue.rates) or lemma in verb_class("object_control")

    def _owner_or_object(self, phrase: tuple[int, int], low: int) -> Subject | None:
        """The subject of an infinitive behind a phrase: who owns it ("his wish to"), or the phrase ("urged him to")."""
        tags, tag_at = self.tags, self.tag_at
        first = self.extended_left(phrase, low)
        noun = self.lowers[self.phrase_from[first] - 1] if first in self.phrase_from else ""
        owner = tags.find("'", first, phrase[1])
        if owner > 0:
            return Subject(first, owner, "controlled")
        if tag_at[first] == "q" and not (is_actor_noun(noun) or noun == "way"):
            return Subject(first, first + 1, "controlled")
        if first > low and ((self.lowers[first - 1] == "for" and self.can_act(first, phrase[1])) or (
                first in self.group_to and self._controls_object(self.group_to[first]))):
            return Subject(first, phrase[1], "controlled")
        return None

    def can_act(self, first: int, last: int) -> bool:
        """Returns whether a phrase is a name, a pronoun or a noun of people or bodies."""
        end = self.phrase_from.get(first)
        return end is not None and (
            self.tag_at[end - 1] not in "NSK" or end > last or is_actor_noun(self.lowers[end - 1]))

    def _beside_object(self, index: int, first: int, phrase: tuple[int, int], low: int) -> Subject | None:
        """The subject of a participle behind a thing that cannot speak ("entered the talks believing it")."""
        head = self.lowers[phrase[1] - 1]
        if index and self.groups[index - 1].lemma in verb_class("spending") and self.groups[index - 1].first >= low:
            subject = self.subject(index - 1)  # "spent much of his speech defending it"
            return subject._replace(kind="controlled") if subject is not None else None
        if first <= low or self.can_act(first, phrase[1]) or is_document_noun(head) or is_actor_noun(head):
            return None
        above = self._finite_before(index, low)
        if above is None or self.groups[above].last > first:
            return None
        between = self.tags[self.groups[above].last:first].strip("rR")
        if self.verb_cue(self.groups[index].lemma) is None or not (between == "" or (
                between == "I" and (head in cue_words("time") or self.tag_at[first] == "K"))):
            return None
        subject = self.subject(above)
        if subject is None or not self.can_act(*(subject.antecedent or (subject.first, subject.last))):
            return None
        return Subject(subject.first, subject.last, "controlled", subject.antecedent or (subject.first, subject.last))

    def loose_subject(self, token: int) -> Subject | None:
        """Returns who an adjective or participle set off by a comma is said of ("Lee left, confident that ...")."""
        sentence = self.sentence_of[token]
        above = self.verb_before(token, sentence.first)
        if above is not None and self.groups[above].form != "finite":
            above = self._finite_before(above, sentence.first)
        if above is None:
            below = self.next_group(token + 2, sentence.last)
            return self._with_comma_before(below, sentence.last) if below is not None else None
        return self.subject(self._main_verb(above, sentence.first))

    def _main_verb(self, index: int, low: int) -> int:
        """The verb of the main clause, given the last finite verb before a participle (", saying ...")."""
        best = index
        for _ in range(_REACH):
            subject = self.subject(index)
            if subject is None:
                return best
            best = index
            before = subject.first - 1
            embedded = subject.kind == "relative" or (low <= before < self.groups[index].first - 1 and (
                (self._subordinates(before) and not (
                    self.lowers[before] == "which" and self.tag_at[before - 1] == "I"))
                or (before + 1 in self.group_to and self.opens_clause(self.group_to[before + 1]))))
            if not embedded:
                return best
            above = self._finite_before(index, low)
            if above is None:
                return best
            index = above
        return best

    def _of_following(self, index: int) -> Subject | None:
        """The subject of the next finite verb: a participle before its clause ("Asked about it, she said")."""
        return self._with_comma_before(index + 1, self.sentence_of[self.groups[index].first].last)

    def _with_comma_before(self, index: int, last: int) -> Subject | None:
        """The first subject, of the verb groups from one on, that a comma stands before."""
        for below in range(index, min(len(self.groups), index + _REACH - 1)):
            group = self.groups[below]
            if group.first >= last:
                return None
            if group.form == "finite":
                subject = self.subject(below)
                if subject and subject.kind == "phrase" and self.tag_at[subject.first - 1] == ",":
                    return Subject(subject.first, subject.last, "controlled")
        return None
