"""Direct speech: utterances in quotation marks, joined over sentences and paragraphs, with their attribution.

An utterance is a stretch in marks that stands as speech: a whole sentence or more, or what an attribution
introduces, interrupts or follows. Other stretches in marks are words inside somebody's sentence: parts of a
mixed content, titles of works, nicknames.
"""
from __future__ import annotations

from collections.abc import Iterator

from briefx.extraction.attribution.clauses import Clauses
from briefx.extraction.attribution.drafts import Draft, Interval
from briefx.lexicon.cues import cue_words
from briefx.records import Record
from briefx.text.analysis import Marked

# An attribution stands within this many tokens of its quotation.
_REACH = 30
_QUOTES = 40


class Clause(Record):
    """A clause that attributes speech: its verb group, source, and the tokens that it takes."""

    group: int | None
    source: Interval | None
    antecedent: Interval | None
    cue: Interval | None
    first: int
    last: int
    rule: str


class Utterance(Record):
    """A stretch of speech: tokens inside the marks, with the attribution found for it."""

    first: int
    last: int
    block: int
    clause: Clause | None
    mark: Marked


class SpeechReader:
    """Finds the direct speech of a text."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        analysis = clauses.analysis
        self.analysis = analysis

    def drafts(self) -> list[Draft]:
        """Returns the relations of direct speech, in text order."""
        utterances = []
        for mark in self.clauses.outer:
            found = self._utterance(mark)
            if found is not None:
                utterances.append(found)
        return [*self._joined(utterances), *self._set_apart()]

    def _set_apart(self) -> Iterator[Draft]:
        """The paragraphs without marks that a verb of speech and a colon introduce ("Ann Lee writes:")."""
        tag_at = self.clauses.tag_at
        blocks = self.analysis.blocks
        for number in range(1, len(blocks)):
            block = blocks[number]
            if tag_at[blocks[number - 1].last - 1] != ":" or block.kind != "paragraph" or tag_at[block.first] == '"':
                continue
            clause = self.lead_in(number)
            if clause is not None and clause.source is not None and clause.group is not None and (
                    self.clauses.groups[clause.group].last + 1 == blocks[number - 1].last):
                group = self.clauses.groups[clause.group]
                yield Draft("attribution.verb_colon", "colon", ((block.first, block.last),), clause.source,
                            clause.antecedent, clause.cue, group.head, group.lemma, True, 0.9)

    def _utterance(self, mark: Marked) -> Utterance | None:
        clauses = self.clauses
        tags, tag_at = clauses.tags, clauses.tag_at
        first = mark.opening + 1
        sentence = clauses.sentence_of[mark.opening]
        block_at = sentence.block
        block = self.analysis.blocks[block_at]
        last = mark.closing if mark.closing is not None else min(self.analysis.token_at(mark.end), block.last)
        if last <= first or block.kind in ("byline",):
            return None
        start = sentence.first
        while start < mark.opening and tag_at[start] in '-("*':
            start += 1
        sentence_last = min(block.last, self.clauses.sentence_of[last].last if last < len(tags) else block.last)
        begins = start >= mark.opening or tag_at[mark.opening - 1] == "("
        if not begins and tag_at[mark.opening - 1] == '"' and mark.opening - 2 >= sentence.first:
            begins = tag_at[mark.opening - 2] in ".,"
        before_mark = last - 1
        while before_mark > first and tag_at[before_mark] == '"' and before_mark not in clauses.mark_from:
            before_mark -= 1  # "... ‘nobody else,’” she said"
        final = tag_at[before_mark]
        comma = final == "," or (last + 1 < len(tags) and tag_at[last + 1] == ",")
        stopped = final in ".,-" or mark.closing is None or (begins and last + 1 < len(tags)
                                                                      and tag_at[last + 1] in ",.")
        if not stopped:
            after = self._after(last, block.last, False) if begins and last - first >= 6 else None
            return Utterance(first, last, block_at, after, mark) if after else None
        before = None if begins else self.before(mark.opening, sentence.first)
        after = self._after(last, block.last, comma)
        if after is None and mark.opening == block.first:
            after = self.lead_in(block_at)
        long_enough = last - first >= 3
        capital = clauses.words[first][:1].isupper() or clauses.words[first][:1].isdigit() or tag_at[first] in '".-'
        if after is not None and after.group is not None:
            outer = self._according_after(after.last, sentence_last)
            if outer is not None:
                return Utterance(mark.opening, outer.first - 1, block_at, outer, mark)
        if after is not None and comma and not begins and (
                before is None or final == ","):
            opening = mark.opening
            if tag_at[opening - 1] not in ":-" and clauses.lowers[opening - 1] != "as" and not self._interrupted(mark):
                opening = start
            return Utterance(min(first, opening) if opening < mark.opening else first, last, block_at, after, mark)
        if before is not None and (capital or before.rule.endswith("colon")):
            return Utterance(first, last, block_at, before, mark)
        if begins:
            if after is None and not long_enough and (final == "," or block.kind != "paragraph"):
                return None
            return Utterance(first, last, block_at, after, mark)
        if tag_at[mark.opening - 1] in ",-:" and self._interrupted(mark):
            return Utterance(first, last, block_at, after, mark)
        if capital and last - first >= 6 and (
                tag_at[mark.opening - 1] == ":" or (tag_at[mark.opening - 1] == "," and last + 1 >= sentence_last)):
            return Utterance(first, last, block_at, after, mark)
        return None

    def _according_after(self, first: int, limit: int) -> Clause | None:
        """An "according to" that takes the quotation with its attribution as what it attributes."""
        lowers, tag_at = self.clauses.lowers, self.clauses.tag_at
        for at in range(first + 1, min(limit, first + _REACH) - 1):
            if tag_at[at] == '"':
                return None
            if lowers[at] == "according" and lowers[at + 1] == "to" and tag_at[at - 1] == ",":
                last = self.source_end(at + 2, limit)
                return Clause(None, (at + 2, last), None, (at, at + 2), at, last, "attribution.quote_according_to")
        return None

    def _interrupted(self, mark: Marked) -> bool:
        """Does the stretch go on after an attribution that interrupts it?"""
        previous = self.clauses.outer_before(mark.opening)
        return (previous is not None and previous.closing is not None and mark.opening - previous.closing < _REACH
                and self.clauses.sentence_of[previous.opening].block == self.clauses.sentence_of[mark.opening].block
                and self._after(previous.closing, mark.opening, True) is not None)

    def _after(self, closing: int, limit: int, comma: bool) -> Clause | None:
        """The attribution behind a closing mark: "he said", "said Smith, a lawyer"."""
        clauses = self.clauses
        tags, tag_at = clauses.tags, clauses.tag_at
        at = closing + 1
        while at < limit and (tag_at[at] in ",-" or tag_at[at] == "R"):
            at += 1
        if at >= limit:
            return None
        sentence_last = self.clauses.sentence_of[at].last
        limit = min(limit, sentence_last, at + _REACH)
        limit = min(limit, clauses.next_opening(at))
        # Behind a question or an exclamation, a small letter goes on with the quotation's sentence.
        comma = comma or (tag_at[closing - 1] == "." and clauses.words[closing + 1][0].islower())
        if clauses.lowers[at] == "according" and clauses.lowers[at + 1:at + 2] == ["to"] and at + 2 < limit:
            last = self.source_end(at + 2, limit)
            return Clause(None, (at + 2, last), None, (at, at + 2), at, last, "attribution.quote_according_to")
        if at in clauses.group_from:
            group = clauses.groups[clauses.group_from[at]]
            cue = clauses.verb_cue(group.lemma)
            least = 1 if comma and closing + 1 == at else _QUOTES
            if group.form != "finite" or cue is None or cue.rates.get("quote", 0) < least:
                return None
            source_first = group.last
            while source_first < limit and tag_at[source_first] == "R":
                source_first += 1
            title = source_first
            if tags[title:title + 2] in ("nN", "DN", "nP", "DP", "GN", "GP"):
                title += 1  # "said retired captain Ann Lee"
            if title >= limit or tag_at[title] not in "PTpNSqJKo":
                return None
            source_last = self.source_end(title, limit)
            if clauses.lowers[source_last - 1] == "as" and "as" in cue.rates:
                return None  # "Lee, who says it cost “millions,” described the effect as “grim.”"
            return Clause(clauses.group_from[at], (source_first, source_last), None, (group.first, group.last),
                          at, source_last, "attribution.quote_before_verb")
        for place in range(at, limit):
            index = clauses.group_from.get(place)
            if index is None:
                continue
            group = clauses.groups[index]
            if group.form != "finite":
                continue
            subject = clauses.subject(index)
            if subject is None or subject.first < at:
                return None
            if subject.kind == "relative":
                continue
            cue = clauses.verb_cue(group.lemma)
            rate = cue.rates.get("quote", 0) if cue else 0
            if subject.first > at or (rate < _QUOTES and not comma):
                return None
            if not comma and rate >= _QUOTES and not self._ends_soon(group.last, limit):
                return None
            cue_last = group.last
            if not rate and cue_last < limit and tag_at[cue_last] in "rI" and tag_at[closing - 1] == ",":
                cue_last += 1  # "he went on"
            if rate < _QUOTES and (not (rate or cue_last > group.last) or not self._ends_soon(cue_last, limit)):
                return None
            return Clause(index, (subject.first, subject.last), subject.antecedent, (group.first, cue_last), at,
                          cue_last, "attribution.quote_before_subject")
        return None

    def _ends_soon(self, at: int, limit: int) -> bool:
        """Does nothing follow a verb that could be its content?"""
        tag_at = self.clauses.tag_at
        place = at
        while place < limit and (tag_at[place] == "R" or self.clauses.lowers[place] in cue_words("time")):
            place += 1
        return place >= limit or tag_at[place] in ".,;-IWG)" or (
            tag_at[place] == "c" and self.clauses.lowers[place] != "that")

    def lead_in(self, block: int) -> Clause | None:
        """Returns the attribution that ends the paragraph before a block with a colon ("The union wrote:"), or null."""
        if not block:
            return None
        last = self.analysis.blocks[block - 1].last
        if self.clauses.tag_at[last - 1] != ":":
            return None
        found = self.before(last, self.clauses.sentence_of[last - 1].first)
        if found is None or found.group is None:
            return None
        group = self.clauses.groups[found.group]
        alone = self.clauses.next_group(group.last, last) is None
        return found if alone and group.form == "finite" else None

    def before(self, opening: int, low: int) -> Clause | None:
        """Returns the attribution in front of a token at which speech opens: "Smith said, ", "He added: ", or null."""
        clauses = self.clauses
        tags, tag_at = clauses.tags, clauses.tag_at
        at = opening - 1
        if tag_at[at] == "c":
            at -= 1
        colon = tag_at[at] == ":"
        if tag_at[at] in ",:-":
            at -= 1
        for place in range(at + 1, max(low, at - _REACH), -1):
            index = clauses.group_to.get(place)
            if index is None:
                continue
            group = clauses.groups[index]
            if group.first < low:
                return None
            cue = clauses.verb_cue(group.lemma)
            rate = cue.rates.get("quote", 0) if cue else 0
            if rate < _QUOTES:
                if group.form == "finite" and not colon:
                    return None
                continue
            between = tags[group.last:opening]
            if any(letter in between for letter in '";W') or "c" in between[:-1] or (
                    between and between[-1] not in ",:-c"):
                return None
            subject = clauses.subject(index)
            source = (subject.first, subject.last) if subject else None
            return Clause(index, source, subject.antecedent if subject else None, (group.first, group.last),
                          subject.first if subject else group.first, opening,
                          "attribution.quote_after_colon" if colon else "attribution.quote_after")
        if colon:
            phrase = clauses.phrase_ending(at, low)
            if phrase:
                first = clauses.extended_left(phrase, low)
                if first <= low + 1:
                    return Clause(None, (first, phrase[1]), None, (at + 1, at + 2), first, opening,
                                  "attribution.quote_label")
        return None

    def source_end(self, first: int, limit: int) -> int:
        """Where a source behind its verb ends, with appositions and relative clauses."""
        tag_at, lowers = self.clauses.tag_at, self.clauses.lowers
        at = first
        while at < limit:
            tag = tag_at[at]
            if tag in ';:".':
                break
            if tag == "," and (at + 1 >= limit or tag_at[at + 1] in 'GCcI"' or at + 1 in self.clauses.group_from):
                break
            if tag == "-" and at + 1 < limit and tag_at[at + 1] in 'G"':
                break
            if tag == "c" or (tag == "I" and lowers[at] in ("during", "after", "before", "in", "on", "at")
                              and self._is_adjunct(at, limit)):
                break
            at += 1
        return max(at, first + 1)

    def _is_adjunct(self, at: int, limit: int) -> bool:
        """Is a preposition's phrase where or when something was said, not part of a name?"""
        last = self.clauses.phrase_from.get(at + 1)
        if last is None:
            return True
        head = self.clauses.lowers[last - 1]
        return head in cue_words("time") or head in cue_words("occasion")

    def _joined(self, utterances: list[Utterance]) -> list[Draft]:
        """Utterances of one speaker that follow each other become one relation."""
        drafts: list[Draft] = []
        pieces: list[Utterance] = []
        clause: Clause | None = None

        def close() -> None:
            nonlocal pieces, clause
            if pieces:
                drafts.append(self._draft(pieces, clause))
            pieces, clause = [], None

        spoken_ahead = self._spoken_ahead(utterances)
        for number, one in enumerate(utterances):
            own = number in spoken_ahead and clause is not None and one.block > pieces[-1].block
            if pieces and not own and self._continues(pieces, clause, one):
                pieces.append(one)
                clause = clause or one.clause
                continue
            close()
            pieces, clause = [one], one.clause
        close()
        return drafts

    def _spoken_ahead(self, utterances: list[Utterance]) -> set[int]:
        """The utterances that go on in the next paragraph, where somebody is said to speak them."""
        found: set[int] = set()
        for number in range(len(utterances) - 2, -1, -1):
            one, behind = utterances[number], utterances[number + 1]
            if one.clause is None and one.mark.continued and behind.block == one.block + 1 and (
                    behind.clause is not None or number + 1 in found):
                found.add(number)
        return found

    def _continues(self, pieces: list[Utterance], clause: Clause | None, one: Utterance) -> bool:
        """Does an utterance go on with the speech before it?"""
        last = pieces[-1]
        if one.clause is not None and clause is not None and one.clause.group != clause.group:
            return False
        blocks = self.analysis.blocks
        end = last.mark.closing + 1 if last.mark.closing is not None else last.last
        if one.block == last.block:
            at = end
            if clause is not None and clause.first >= end - 1:
                at = max(at, clause.last)
            if one.clause is not None and clause is None:
                return one.mark.opening <= end + 1 and one.clause.first > one.last
            sentence_end = self.clauses.sentence_of[max(end - 1, at - 1)].last
            # Only what still belongs to the attributing sentence may stand between.
            return one.mark.opening <= max(sentence_end, at) + 1 and self._only_attribution(
                end, one.mark.opening, clause)
        if one.block == last.block + 1 and blocks[one.block].kind == "paragraph":
            if last.mark.continued:
                return True
            opens = one.mark.opening <= blocks[one.block].first + 1
            ended = last.last + 2 >= blocks[last.block].last or (
                clause is not None and self.clauses.sentence_of[clause.first].last >= blocks[last.block].last)
            alone = one.clause is None and one.last + 2 >= blocks[one.block].last
            return opens and ended and alone
        return False

    def _only_attribution(self, first: int, last: int, clause: Clause | None) -> bool:
        """Does nothing stand between two utterances but the attribution's own sentence?"""
        if last - first <= 2:
            return True
        if clause is None or not (first - 2 <= clause.first < last):
            return False
        begin = self.analysis.sentence_numbers[clause.first]
        if self.analysis.sentence_numbers[last] - begin > 1:
            return False
        # "..., he said, adding that it rained. “We left.”": what follows belongs to the participle.
        groups = self.clauses.groups
        index = self.clauses.next_group(clause.last, min(last, self.analysis.sentences[begin].last))
        while index is not None and index < len(groups) and groups[index].first < last:
            cue = self.clauses.verb_cue(groups[index].lemma) if groups[index].form == "gerund" else None
            if cue is not None and cue.speech:
                return False
            index += 1
        return True

    def _draft(self, pieces: list[Utterance], clause: Clause | None) -> Draft:
        content = tuple([(one.first, one.last) for one in pieces])
        clauses = self.clauses
        if clause is None:
            return Draft("attribution.quote_alone", "quote", content, None, None, None, None, "", True, 0.5)
        head, lemma = None, ""
        if clause.rule == "attribution.quote_according_to":
            head, lemma = clause.first, "according to"
        if clause.group is not None:
            group = clauses.groups[clause.group]
            head, lemma = group.head, group.lemma
        return Draft(clause.rule, "quote", content, clause.source, clause.antecedent, clause.cue, head, lemma, True,
                     0.95)
