"""Subjects of finite verbs: read from the verb to its left over noun phrases, adjuncts, appositions and clauses."""
from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cache

from briefx.extraction.attribution.reading import Reading
from briefx.lexicon.cues import cue_words, is_actor_noun, is_document_noun
from briefx.lexicon.names import gazetteer, given_names
from briefx.records import Record
from briefx.text.analysis import VerbGroup

# From this rate (percent) beside quotations on, a verb is one of speech.
_SPEAKS = 60
# What may stand between a phrase and more of it to its left.
_EXTENDS = 'R"GnVIC'
# How many commas, joined phrases or verbs a search to the left passes at most.
_REACH = 8


@cache
def beside_verbs() -> frozenset[str]:
    """Returns the words, besides adverbs, that stand between a subject and its verb or are subjects by themselves."""
    return cue_words("quantity") | cue_words("floating") | cue_words("time") | {"but"}


class Subject(Record):
    """The subject of a verb group: tokens first:last.

    ``kind`` is phrase, relative (who, which, that), omitted (that of the verb it is joined to), controlled
    (that of the verb or noun above an infinitive or participle) or agent ("by" and a phrase). ``antecedent`` is
    what a relative pronoun stands for. ``gap`` is a phrase straight before the subject, with nothing between:
    the object of a relative clause without a pronoun ("the wall he promised").
    """

    first: int
    last: int
    kind: str
    antecedent: tuple[int, int] | None = None
    gap: tuple[int, int] | None = None


class Subjects(Reading, ABC):
    """The subjects of finite verbs; those of the verbs around them come from the class below."""

    _beside_verbs: frozenset[str]

    @abstractmethod
    def can_act(self, first: int, last: int) -> bool:
        """Returns whether a phrase is a name, a pronoun or a noun of people or bodies."""

    def can_speak(self, first: int) -> bool:
        """Returns whether the phrase that begins at a token can be a source: somebody, a body or a document."""
        last = self.phrase_from.get(first)
        return last is not None and (self.can_act(first, last) or is_document_noun(self.lowers[last - 1]))

    @abstractmethod
    def subject(self, index: int) -> Subject | None:
        """Returns the subject of a verb group by its index, or null where none is found."""

    def _of_finite(self, index: int, low: int) -> Subject | None:
        tag_at, lowers = self.tag_at, self.lowers
        group = self.groups[index]
        at = group.first - 1
        tag = tag_at[at]
        direct = self._inside(group) if group.last - group.first > 2 else None
        if direct is None and lowers[at] in self._beside_verbs:
            direct = self._counted(at, low) or (self._before_weekday(at, low) if tag in "PN" else None)
        if direct is not None:
            return direct
        if tag in "Rx" or lowers[at] in self._beside_verbs:
            at = self._over_adverbs(at, low)
            tag = tag_at[at]
        if at < low:
            return self._inverted(group)
        first = self.phrase_to.get(at + 1)
        if first is not None:
            adjunct = self._before_adjunct(first - 1, low) if first - 1 > low and tag_at[first - 1] == "I" else None
            return adjunct or self._phrase_subject((first, at + 1), low)
        if tag == '"':
            if at > low and tag_at[at - 1] in ".," and at not in self.mark_from:
                inverted = self._inverted(group)
                if inverted is None and tag_at[at - 1] == "," and self._ends_in_title(at, low):
                    found = self._over_parenthesis(index, at - 1, low)
                    return found._replace(last=at + 1) if found is not None and found.last == at - 1 else found
                return inverted
            at -= 1
            if at < low:
                return None
            tag = tag_at[at]
        if tag == "W" or (tag == "c" and lowers[at] == "that"):
            return self._relative(at, low)
        if tag == "C":
            return self._joined(index, low)
        if tag == ",":
            if at + 1 < group.first and lowers[at + 1] in cue_words("sequence"):
                return self._joined(index, low)
            return self._over_parenthesis(index, at, low) or self._inverted_between(group) or self._listed(index, low)
        if tag == "-":
            return self._over_dashes(at, low)
        phrase = self.phrase_ending(at, low)
        if phrase is not None:
            return self._phrase_subject(phrase, low)
        if tag == "r" and at in self.group_to:
            at -= 1
        if at + 1 in self.group_to:
            return self._over_verb(self.group_to[at + 1], low)
        copula = self._copula_before(at, low)
        if copula is not None:
            return self._over_verb(copula, low)
        if at == low and tag_at[at] in "JRK":
            return Subject(at, at + 1, "phrase")  # "Most believe it"
        if tag == "J" and tag_at[at - 1] == "T" and lowers[at].endswith("-old"):
            return Subject(at - 1, at + 1, "phrase")  # "the 43-year-old said"
        return None

    def _counted(self, at: int, low: int) -> Subject | None:
        """A quantity before a verb that is its subject by itself ("..., most oppose it", "more say it")."""
        if at < low or self.tag_at[at + 1] not in "VbhMDn" or self.lowers[at] not in cue_words("quantity"):
            return None
        if at > low and self.tag_at[at - 1] not in ',;:-cC"':
            return None
        return Subject(at, at + 1, "phrase")

    def _before_weekday(self, at: int, low: int) -> Subject | None:
        """The name that runs on into the time of the verb ("Lee Sunday night recalled it", "Ann Lee Monday said")."""
        first = self.phrase_to.get(at + 1) if at > low else None
        if first is None:
            return None
        for day in range(first + 1, at + 1):
            if self.lowers[day] in cue_words("weekday"):
                if self.tag_at[day - 1] != "P" or not cue_words("time").issuperset(self.lowers[day:at + 1]):
                    return None
                return Subject(self.extended_left((first, day), low), day, "phrase")
        return None

    def _before_adjunct(self, preposition: int, low: int) -> Subject | None:
        """The relative pronoun before an adjunct and the verb ("a man who earlier in the year had tried")."""
        at = self._over_adverbs(preposition - 1, low)
        return self._relative(at, low) if at > low and self.tag_at[at] == "W" else None

    def _listed(self, index: int, low: int) -> Subject | None:
        """The subject of a verb in a list of verbs with what belongs to them ("has met Lee, opposes Orr and ...")."""
        group = self.groups[index]
        if self.tag_at[group.first] == "D":
            # It could be a participle: another past tense must close the list.
            below = next((below for below in self.groups[index + 1:index + _REACH] if below.form == "finite"), None)
            if below is None or self.tag_at[below.head] not in "Dn" or self.tag_at[below.first - 1] != "C":
                return None
        elif self.tag_at[group.first] != "Z":
            return None
        return self._joined(index, low)

    def _over_adverbs(self, at: int, low: int) -> int:
        """The token before what stands between a subject and its verb: adverbs, "both", a time."""
        tag_at, lowers = self.tag_at, self.lowers
        while at > low:
            if (tag_at[at] in "Rx" and at + 1 not in self.phrase_to) or (
                    lowers[at] in cue_words("floating") and at in self.phrase_to):
                at -= 1
            elif lowers[at] == "but" and lowers[at - 1] == "all":
                at -= 2
            elif lowers[at] in cue_words("time") and at + 1 in self.phrase_to:
                before = self._before_time((self.phrase_to[at + 1], at + 1), low)
                if before == at:
                    return at
                at = before
            else:
                return at
        return at

    def _inverted(self, group: VerbGroup) -> Subject | None:
        """The subject behind a verb of speech ("..., said Smith")."""
        cue = self.verb_cue(group.lemma)
        last = self.phrase_from.get(group.last)
        if cue is None or "quote" not in cue.rates or last is None:
            return None
        if group.lemma != "say" and not self.can_speak(group.last):
            return None  # "..., recited her ideas"
        return Subject(group.last, last, "phrase")

    def _inverted_between(self, group: VerbGroup) -> Subject | None:
        """The subject behind a verb of speech that commas cut off ("But, said Smith, it rained")."""
        found = self._inverted(group)
        return found if found is not None and self.tags[found.last:found.last + 1] in (",", "W", '"') else None

    def _ends_in_title(self, closing: int, low: int) -> bool:
        """Is a closing mark that of a name within a sentence ("star of the film "Harbour," said")?"""
        mark = self.outer_before(closing + 1)
        return (mark is not None and mark.closing == closing and closing - mark.opening <= _REACH
                and mark.opening > low and self.tag_at[mark.opening - 1] not in ":-.")

    def _copula_before(self, at: int, low: int) -> int | None:
        """The form of "be" before a predicate adjective that ends at a token ("whose ties are close", "are open")."""
        tag_at = self.tag_at
        if tag_at[at] != "J":
            return None
        at -= 1
        while at > low and tag_at[at] == "R":
            at -= 1
        index = self.group_to.get(at + 1)
        return index if index is not None and self.groups[index].lemma == "be" else None

    def _over_verb(self, above: int, low: int) -> Subject | None:
        """The subject before a relative clause or participle that ends straight before the verb."""
        group = self.groups[above]
        at = group.first - 1
        if group.form != "finite":
            # "those surveyed say"
            if at >= low and self.tag_at[at] == "T" and at + 1 not in self.phrase_to:
                return Subject(at, at + 1, "phrase")
            phrase = self.phrase_ending(at, low) if at >= low else None
            if phrase is None and group.form == "infinitive" and at > low:
                copula = self._copula_before(at, low)
                return self._over_verb(copula, low) if copula is not None else None
            return self._phrase_subject(phrase, low) if phrase else None
        subject = self.subject(above)
        if subject is None:
            return None
        if subject.kind == "relative":
            if subject.antecedent is None:
                return None
            return Subject(*subject.antecedent, "phrase")
        before = subject.first - 1
        if before > low and self.tag_at[before] == "W" and self.tag_at[before - 1] != ",":
            # "the officials whose laws have been changed say"
            phrase = self.phrase_ending(before - 1, low)
            return self._phrase_subject(phrase, low) if phrase else None
        if before > low and self._subordinates(before):
            # "the driver who slept before the bus left says"
            outer = self._finite_before(above, low)
            relative = self.subject(outer) if outer is not None else None
            if relative is not None and relative.kind == "relative" and relative.antecedent:
                return Subject(*relative.antecedent, "phrase")
        if self.tag_at[group.head] in "Dh":
            # "an ad released Thursday accuses": a participle that looks like a past tense; "had last week said".
            return subject
        return None

    def _before_time(self, phrase: tuple[int, int], low: int) -> int:
        """The token before a time that stands between subject and verb ("Lee on Tuesday said")."""
        at = phrase[0] - 1
        if at > low and self.tag_at[at] == "I":
            at -= 1
        if at >= low and (at + 1 in self.phrase_to or self.tag_at[at] in ")D,CRWh"):
            return at
        return phrase[1] - 1

    def _inside(self, group: VerbGroup) -> Subject | None:
        """The subject inside a verb group of a question ("did he say")."""
        place = self.tags.find("p", group.first + 1, group.last)
        return Subject(place, place + 1, "phrase") if place >= 0 else None

    def _phrase_subject(self, phrase: tuple[int, int], low: int) -> Subject:
        tags, tag_at = self.tags, self.tag_at
        first, last = phrase
        if last - first > 1:
            if tag_at[first] == "K" or self.lowers[first] in cue_words("time"):
                first = self._behind_time(first, last, low)
            if first == low + 1:
                first = self._behind_place(first, last, low)
            if tag_at[first] == "T" and tag_at[last - 1] == "P":
                name = self._name_behind_noun(first, last)
                if name:
                    return Subject(name, last, "phrase", None, (first, name))
            phrase = first, last
        if first > low and tag_at[first - 1] in _EXTENDS:
            first = self.extended_left(phrase, low)
        before = first - 1
        # "the man who shot Smith said": what stands behind a relative clause's own verb is its object.
        if before >= low and before + 1 in self.group_to:
            above = self.group_to[before + 1]
            if self.groups[above].form == "finite" and not self.opens_clause(above):
                relative = self.subject(above)
                if relative and relative.kind == "relative" and relative.antecedent:
                    return Subject(relative.antecedent[0], phrase[1], "phrase")
                if first < phrase[0] and tag_at[phrase[0] - 1] == "C" and tag_at[phrase[0]] in "PTpq":
                    first = phrase[0]  # "The guard hit Lee and Orr fled"
        if before > low and tag_at[before] == "," and "C" in tags[first:phrase[1]]:
            # A list: "Smith, Jones and Brown said".
            for _ in range(_REACH):
                earlier = self.phrase_ending(before - 1, low)
                if earlier is None:
                    break
                start = self.extended_left(earlier, low)
                if start - 1 >= low and tag_at[start - 1] not in ",cWC" and (
                        self.lowers[start - 1] != "with"):
                    break
                first = start
                before = first - 1
                if before < low or tag_at[before] != ",":
                    break
        gap = None
        if before >= low and before + 1 in self.phrase_to:
            gap = (self.extended_left((self.phrase_to[before + 1], before + 1), low), before + 1)
        return Subject(first, phrase[1], "phrase", None, gap)

    def _behind_time(self, first: int, last: int, low: int) -> int:
        """Where a phrase begins behind a time that belongs to what is before it ("On Monday Lee said")."""
        lowers, tag_at, times = self.lowers, self.tag_at, cue_words("time")
        at = first
        while at < last - 1 and (lowers[at] in times or (
                tag_at[at] == "K" and (lowers[at - 1] in times or lowers[at + 1] in times or self.is_year(at)))):
            at += 1
        if at == first or lowers[at] in times or lowers[at - 1] in cue_words("time_opener"):
            return first
        opened = lowers[first] in cue_words("time_opener") and first == low
        return at if opened or (first > low and lowers[first - 1] in cue_words("time_preposition")) else first

    def _behind_place(self, first: int, last: int, low: int) -> int:
        """Where a name begins behind a place that runs into it at a sentence's head ("In Leeds Ann Lee said")."""
        if last - first < 3 or self.lowers[low] not in cue_words("place_preposition"):
            return first
        if set(self.tags[first:last]) != {"P"} or gazetteer()[self.words[first]] is None:
            return first
        return first + 1 if given_names()[self.words[first + 1]] else first

    def _name_behind_noun(self, first: int, last: int) -> int:
        """Where the name begins that ends a phrase behind a thing ("the wall Lee" in "the wall Lee promised"), or 0."""
        tag_at = self.tag_at
        at = last - 1
        while at > first and tag_at[at - 1] == "P":
            at -= 1
        if at == first or tag_at[at - 1] not in "NS":
            return 0
        noun = self.lowers[at - 1]
        return 0 if is_actor_noun(noun) or is_document_noun(noun) else at

    def _relative(self, at: int, low: int) -> Subject | None:
        word = self.lowers[at]
        if word in cue_words("nominal_relative"):
            return Subject(at, at + 1, "relative")
        if word not in cue_words("relative"):
            return None
        before = at - 1
        mark = self.outer_before(before + 1) if self.tag_at[before] == '"' else None
        if mark is not None and mark.closing == before and mark.opening > low:
            before = mark.opening - 1  # "the show, "Harbour," which ..."
        while before > low and self.tag_at[before] in ",I":
            before -= 1
        if before < low:
            return Subject(at, at + 1, "relative")
        phrase = self.phrase_ending(before, low)
        antecedent = (self.extended_left(phrase, low), phrase[1]) if phrase else None
        if antecedent and phrase and word == "who" and self.lowers[phrase[0] - 1] not in ("of", "in") and (
                not self.can_act(*antecedent) and self.can_act(*phrase)):
            antecedent = phrase  # "pressure from members who": it is the members that act
        return Subject(at, at + 1, "relative", antecedent)

    def _joined(self, index: int, low: int) -> Subject | None:
        """The subject that a verb behind "and" or "but" shares with a verb before it, of the same tense."""
        group = self.groups[index]
        speaks = self.speaks(index)
        nearest = agreeing = None
        for above in range(index - 1, max(-1, index - _REACH), -1):
            other = self.groups[above]
            if other.first < low:
                break
            if other.form != "finite":
                continue
            if nearest is None:
                nearest = above
            if other.tense == group.tense and (other.modal is None) == (group.modal is None):
                if agreeing is None:
                    agreeing = above
                if not speaks:
                    break
                if self.speaks(above):  # "He said it was late and asked why"
                    agreeing = above
                    break
        if nearest is None:
            return None
        subject = self.subject(nearest if agreeing is None else agreeing)
        if subject is None:
            return None
        return Subject(subject.first, subject.last, "omitted", subject.antecedent or (subject.first, subject.last))

    def speaks(self, index: int) -> bool:
        """Returns whether a verb is one that stands beside direct speech."""
        cue = self.verb_cue(self.groups[index].lemma)
        return cue is not None and cue.rates.get("quote", 0) >= _SPEAKS

    def _over_dashes(self, at: int, low: int) -> Subject | None:
        """The subject before a stretch between dashes."""
        tag_at = self.tag_at
        opening = at - 1
        while opening > low and tag_at[opening] != "-":
            opening -= 1
        if opening <= low:
            return None
        phrase = self.phrase_ending(opening - 1, low)
        return self._phrase_subject(phrase, low) if phrase else None

    def _over_parenthesis(self, index: int, at: int, low: int) -> Subject | None:
        """The subject before what stands between commas: an apposition, a relative clause, an adjunct."""
        tag_at = self.tag_at
        found: Subject | None = None
        fallback: Subject | None = None  # "nearly a third, 31 percent, say"
        closing = at
        for _ in range(_REACH):
            opening = self._opening_comma(closing, low)
            if opening is None:
                break
            if opening < 0:
                # A verb without its own subject: "He smiled, waved and left".
                return found or self._joined(index, low)
            closing = opening
            if closing <= low:
                break
            if tag_at[closing - 1] == "C":
                return self._joined(index, low)  # "stood up and, citing costs, called for it"
            phrase = self.phrase_ending(closing - 1, low)
            if phrase is None:
                if self.phrase_from.get(opening + 1) == at and tag_at[at - 1] == "P":
                    fallback = fallback or Subject(opening + 1, at, "phrase")  # "A third, Ann Lee, said"
                continue
            first = self.extended_left(phrase, low)
            before = first - 1
            if before >= low and tag_at[before] == "I":
                fallback = fallback or Subject(first, phrase[1], "phrase")
                continue
            found = Subject(first, phrase[1], "phrase")
            if before < low or tag_at[before] != ",":
                break
        found = found or fallback
        if found is not None:
            last = self._with_appositions(found.last, at)
            if last != found.last:
                found = found._replace(last=last)
        return found

    def _with_appositions(self, last: int, closing: int) -> int:
        """Where a phrase ends that is followed by appositions between commas."""
        tags, tag_at = self.tags, self.tag_at
        while last < closing and tag_at[last] == "," and last + 1 < closing and last + 1 in self.phrase_from:
            following = tags.find(",", last + 1, closing)
            following = closing if following < 0 else following
            if self.has_verb(last + 1, following):
                break
            last = following
        return last

    def _opening_comma(self, closing: int, low: int) -> int | None:
        """The comma before the piece that ends at a comma; -1 where a verb of the same clause comes first."""
        tag_at = self.tag_at
        at = closing - 1
        while at >= low:
            tag = tag_at[at]
            if tag == ",":
                return at
            if tag in ";:.¶":
                return None
            if tag == ")":
                while at > low and tag_at[at] != "(":
                    at -= 1
            elif tag == '"' and self._ends_in_title(at, low):
                mark = self.outer_before(at)
                at = mark.opening if mark is not None else at
            elif at + 1 in self.group_to:
                index = self.group_to[at + 1]
                group = self.groups[index]
                if group.form == "finite":
                    if group.first in self.group_to:  # "has helped examine"
                        at = group.first - 1
                        continue
                    subject = self.subject(index)
                    if subject is None:
                        if self._subordinates(group.first - 1):
                            at = min(at, group.first - 1) - 1
                            continue
                        return None
                    if subject.kind == "relative" and subject.antecedent:
                        before = subject.first - 1
                        return before if tag_at[before] == "," else subject.first
                    if subject.kind == "omitted":
                        at = min(subject.first, at - 1)  # never to the right, where the search came from
                        continue
                    before = subject.first - 1
                    if before > low and self._subordinates(before):
                        # A clause inside the relative clause: read on before it.
                        at = min(at, before) - 1
                        continue
                    if before > low and before + 1 in self.group_to and (
                            tag_at[group.head] == "D" or self.opens_clause(self.group_to[before + 1])):
                        # A clause behind its verb, or a participle that looks like a past tense ("wants it removed").
                        at = min(at - 1, before)
                        continue
                    return -1 if at + 1 == closing else None
                at = group.first
            at -= 1
        return None

    def _subordinates(self, at: int) -> bool:
        return self.tag_at[at] in "cW" or self.lowers[at] in cue_words("clause_opener")

    def _finite_before(self, index: int, low: int) -> int | None:
        """The finite verb before a verb group, past those of quotations that it does not stand in."""
        own = self.mark_over(self.groups[index].first)
        for above in range(index - 1, max(-1, index - 2 * _REACH), -1):
            group = self.groups[above]
            if group.first < low:
                return None
            if group.form == "finite":
                mark = self.mark_over(group.first)
                if mark is None or mark is own:
                    return above
        return None
