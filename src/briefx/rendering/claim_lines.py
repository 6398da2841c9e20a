"""A claim as a line of Markdown: the words of attribution as the article has them, then the content.

Source and cue are one run of the article where they stand side by side ("She later told local radio that"); a name
that the heading of the line shows already is left out. What the article has in another order stands before a colon.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefx.lexicon.cues import is_actor_noun, is_document_noun
from briefx.lexicon.names import name_signals
from briefx.model import Brief, Claim, Cue, Quote, Ref, Span
from briefx.records import NamedTuple
from briefx.rendering.escaping import escaped, one_line
from briefx.rendering.lessening import is_lessened, lessened_from
from briefx.rendering.named_pronouns import NamedPronouns

# Between source and cue, and between the words of attribution and the content, in code points: "on Monday that".
LONGEST_LINK = 80

# A sentence that puts forward what nobody is named for is shown whole up to this length, in code points.
LONGEST_SENTENCE = 160

# What ends the words that follow a cue: "he told reporters in Geneva, adding".
CLAUSE_ENDS = (",", ";", ":", "—", "–", '"', "“", "”", "«", "»", "„", " '", " ‘", " - ")

ELISION = " […] "

# Rules by which whatever does something to something may be taken for one who claims.
_OF_DEEDS = frozenset(("attribution.verb_object", "attribution.verb_preposition", "attribution.verb_as"))
_OF_PEOPLE = ("ees", "ers", "ians", "ists", "ors", "respondents", "them", "us")
_ENDS_OF_HEADS = frozenset((
    ",", "about", "against", "among", "at", "by", "for", "from", "in", "of", "on", "that", "to", "which", "who", "with",
    "within"))
_THAT = (" that", "\nthat")
_BREAKS = (";", ":", "—", "–", '"', "“", "”", "«", "»", "„", " - ")
# Relative pronouns that stand for an object.
_OBJECTS = frozenset(("which", "whom", "what"))
_BEFORE_OBJECT = frozenset(("at", "by", "during", "for", "from", "in", "of", "on", "through", "to", "under", "with"))
_PARTS = (",", ";", ":", "—", "–", " - ")
_RELATIVES = frozenset(("who", "which", "that"))
_PRONOUNS = frozenset(("he", "she", "it", "they", "i", "we", "you", "this", "that", "these", "those", "both"))
_AUTHORS = frozenset(("i", "we", "my", "our"))
_ASKED = frozenset(("asked", "pressed", "questioned", "when asked"))
_READERS = frozenset(("you", "your"))
_UNRESOLVED = _PRONOUNS | _RELATIVES | frozenset(("some", "others", "many", "one", "another"))
_CLITICS = ("'s ", "’s ", "' ", "’ ")
_SUPPOSING = frozenset(("if", "unless", "whether"))
# The words looked at before a source or a cue, in code points.
WORD_REACH = 10
MOST_OF_CIRCUMSTANCE = 3  # words in front of a clause that say to whom or when
_ASKING = frozenset(("how", "what", "when", "where", "whether", "who", "why"))
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_PLACING = (" at ", " for ", " from ", " in ", " of ", " with ")
# Quotation marks of typewriters.
_DOUBLED = ("''", "``")
_BEING = frozenset(("am", "are", "be", "been", "being", "had", "has", "have", "is", "was", "were"))
_JOINING = frozenset(("and", "or", "but"))
# A cue that ends in one of these does not stand without its source: "according to Lee".
_BEFORE_SOURCE = frozenset(("to", "of", "by", "for", "from", "in"))


class _Words(NamedTuple):
    """Words for a source; bold where no heading names it."""

    text: str
    bold: bool = False


class ClaimLines:
    """Words the claims of one brief."""

    def __init__(self, brief: Brief) -> None:
        self._text = brief.document.text
        self._pronouns = NamedPronouns(brief)
        self._quotes: dict[str, Quote] = {quote.id: quote for quote in brief.quotes or ()}
        # The sentences in which a source puts something forward: they are not shown whole as nobody's.
        self._sourced = {claim.context.start for claim in brief.claims or () if claim.voice == "source"}

    def line(self, claim: Claim, under_name: bool = False) -> str:
        """Returns a claim in words, escaped but for the start.

        ``under_name`` says that its claimant's name stands just before: other words for it are set apart then, as
        ("He").
        """
        quoted = self.quoted(claim)
        if claim.voice == "unnamed" and claim.cue is not None:
            return self._explained(self._sentence(claim, claim.cue), quoted)
        run = self._passive(claim) or self._relative(claim)
        if run is not None:
            return self._content([run], quoted)
        if claim.voice == "article" and len(claim.parts) == 1:
            return self._explained(claim.parts[0], quoted)
        return self._lead(claim, under_name) + self._content(self._whole(claim), quoted)

    def _explained(self, run: Span, quoted: Sequence[Span]) -> str:
        """Returns what nobody is named for, with the name behind a pronoun that opens it."""
        return escaped(self._pronouns.explained(one_line(self._marked(run, quoted)), run.start))

    def _whole(self, claim: Claim) -> Sequence[Span]:
        """Returns the parts of a content that stands before its source and cue, with what turns it: "Nor are they"."""
        first, *rest = claim.parts
        others = [item.start for item in (claim.cue, claim.claimant) if item is not None and item.start is not None]
        begin = self._lessened_from(claim, first.start) if first.start < min(others, default=0) else first.start
        return (Span(self._text[begin:first.end], begin, first.end), *rest) if begin < first.start else claim.parts

    def _lessened_from(self, claim: Claim, start: int) -> int:
        return lessened_from(self._text, claim.context.start, start)

    def _passive(self, claim: Claim) -> Span | None:
        """Returns the run of the article that says who holds a content of its subject, null where none does.

        "The plan was backed by half of the members": neither half makes sense before the other.
        """
        source, cue, parts = claim.claimant, claim.cue, claim.parts
        if source is None or source.start is None or source.end is None or cue is None or (
                parts[0].end > cue.start or cue.end > source.start):
            return None
        first, _, last = (cue.text + self._text[cue.end:source.start]).strip().rpartition(" ")
        if last != "by" or first.split(" ")[0].casefold() not in _BEING or cue.start - parts[0].end > LONGEST_LINK:
            return None
        start, end = parts[0].start, max(source.end, parts[-1].end)
        return Span(self._text[start:end], start, end)

    def _relative(self, claim: Claim) -> Span | None:
        """Returns the run of the article that says of what a claim is, where a relative pronoun stands for it.

        "The deal, which Lee calls a farce": without the deal the rest says nothing. Null where none does.
        """
        source, cue, parts = claim.claimant, claim.cue, claim.parts
        if source is None or source.start is None or cue is None or cue.start < source.start:
            return None
        first = parts[0]
        word = first.text
        if first.end <= source.start and word.casefold() in _OBJECTS | _RELATIVES and len(parts) > 1:
            at = first.start
        else:
            word = self._word_before(source.start)
            if first.start < source.start or word.casefold() not in _OBJECTS:
                return None
            at = self._text.rindex(word, 0, source.start)
        if source.start - at > WORD_REACH or cue.start - source.start > LONGEST_LINK or (
                self._word_before(at).casefold() in _BEFORE_OBJECT and word.casefold() != "what"):
            return None
        begin = max(claim.context.start, at - LONGEST_LINK)
        before = self._text[begin:at].rstrip(" ,—–-\n")
        start = begin + max((before.rfind(mark) + len(mark) for mark in _PARTS if mark in before), default=0)
        if start == begin > claim.context.start:
            start = self._text.index(" ", start)  # too long to be told
        while self._text[start].isspace():
            start += 1
        opener = self._text[start:at].split(" ", 1)[0]
        if opener.casefold() in _JOINING:
            start += len(opener) + 1
        return Span(self._text[start:parts[-1].end], start, parts[-1].end)

    def _sentence(self, claim: Claim, cue: Cue) -> Span:
        """Returns the sentence of a claim that has no source, or what it says and its cue where that is long."""
        parts, context = claim.parts, claim.context
        if len(context.text) <= LONGEST_SENTENCE and context.start not in self._sourced:
            stop = len(context.text) - context.text.endswith(".")
            return Span(context.text[:stop], context.start, context.start + stop)
        start, end = min(parts[0].start, cue.start), max(parts[-1].end, cue.end)
        if end - start - len(claim.text) - len(cue.text) > LONGEST_LINK:
            start, end = parts[0].start, parts[-1].end
        elif start == cue.start and self._word_before(start).casefold() == "it":
            start = self._text.rindex(self._word_before(start), 0, start)  # "it appears that"
        return Span(self._text[start:end], start, end)

    def _lead(self, claim: Claim, under_name: bool) -> str:
        """Returns the words of attribution before a content: He argued that; said on Monday:"""
        source, cue, parts = claim.claimant, claim.cue, claim.parts
        cited = self._source(claim, under_name)
        if cue is None or not any(map(str.isalnum, cue.text)) or (
                cue.start < parts[0].end and parts[0].start < cue.end):
            return _joined(cited, ": " if cited.text else "")
        behind = self._behind(claim, cue.end)
        if cue.text[-1] == ":":
            cue, behind = cue._replace(text=cue.text[:-1]), ": "
        if source is None or source.start is None or source.end is None:
            return _joined(cited, (" " if cited.text else "") + cue.text + behind)
        if cue.end <= source.start and cue.text.split()[-1].casefold() not in _BEFORE_SOURCE:
            cue = cue._replace(text=cue.text[0].lower() + cue.text[1:])  # "Says Lee:"
        if source.end <= cue.start:
            cited, between = self._before(claim, cited, source, cue, under_name)
            return _joined(cited, between + cue.text + behind)
        if source.start < cue.end:
            before = self._text[self._lessened_from(claim, cue.start):cue.start]  # "nor did she say"
            return _joined(_Words(""), before + cue.text + behind)
        if under_name or not self._text[cue.end:source.start].isspace():
            return _joined(cited, (" " if cited.text else "") + cue.text + behind)
        words = source.text or ""
        if cue.text.split()[-1].casefold() in _BEFORE_SOURCE and not cited.bold:
            # "according to" needs whom; who that is besides stands elsewhere.
            cited = _Words(words.partition(",")[0])
        behind = ": " if "," in words else self._behind(claim, source.end)
        before = cue.text + " " * bool(cited.text)
        return _spaced(before) + _joined(cited, behind) if cited.bold else _joined(_Words(before + cited.text), behind)

    def _source(self, claim: Claim, under_name: bool) -> _Words:
        """Returns the words for the source of a claim, none where a heading shows them; all that lessen it stay."""
        source = claim.claimant
        cited = _cited(source, under_name)
        if source is None or source.start is None or source.end is None:
            return cited
        if cited.bold:
            cited = cited._replace(text=self._pronouns.explained(cited.text, source.start))
        begin = self._lessened_from(claim, source.start)
        if begin == source.start:
            return cited
        words = one_line(self._text[begin:source.end])
        return _Words(f'("{words}")' if under_name else words, cited.bold)

    def _before(self, claim: Claim, cited: _Words, source: Ref, cue: Cue, under_name: bool) -> tuple[_Words, str]:
        """Returns what stands before a cue: the words for its source, and those between them where they run on."""
        assert source.start is not None and source.end is not None
        between = self._text[source.end:cue.start]
        if cited.bold and (source.text or "").casefold() in _RELATIVES:
            comma = self._text[:source.start].rstrip()[-1:] == ","
            return cited, (", " if comma else " ") + self._text[source.start:cue.start]  # "those who fear"
        word = "" if under_name else self._word_before(source.start)
        if word.casefold() in _SUPPOSING or (word == "as" and source.start > claim.parts[0].start):
            return _Words(f"{word} {source.text}"), between  # "One can, as Lee says, wait"
        if between.startswith(_CLITICS):
            # "Oslo's decision to": the owner belongs to its noun.
            return cited if cited.text else _Words(source.text or ""), between
        finite = _is_finite(cue)
        if finite and len(between) <= LONGEST_LINK and _is_parted(between):
            return cited, between if cited.text else between.lstrip()
        if between.strip() == "," and "," in (source.text or ""):
            return cited, between if cited.text else ""
        if len(between) <= LONGEST_LINK and not any(mark in between for mark in CLAUSE_ENDS) and not (
                finite and any(word in _JOINING for word in between.split())):
            return cited, between if cited.text else between.lstrip()
        if finite:
            return cited, " " if cited.text else ""
        # "He rejected it, calling it a lie": not "He calling".
        return (cited, ELISION) if cited.bold else (_Words(""), "")

    def supposed(self, claim: Claim) -> bool:
        """Returns whether a claim is only supposed to be made: "if Lee denies it", "unless Lee wants it"."""
        first = claim.claimant.start if claim.claimant and claim.claimant.start is not None else None
        if claim.cue is None or (claim.claimant is not None and first is None):
            return False
        start = claim.cue.start if first is None else min(first, claim.cue.start)
        return claim.polarity == "unknown" and self._word_before(start).casefold() in _SUPPOSING

    def is_told(self, claim: Claim) -> bool:
        """Returns whether a reader is to be told of a claim: one that is not supposed and says something.

        Nothing is said by a single word outside quotation marks that a source states, by the source's own name, by
        readers ("do you think") and by things ("his support fell") that no verb of speech or clause makes speak.
        """
        if claim.claimant is not None and not claim.claimant.actors and claim.claimant.name.casefold() in _READERS:
            return False
        if claim.voice == "unnamed" and claim.cue is not None and claim.cue.text.casefold() in _ASKED:
            return False  # "Asked about the station, she left"
        own = claim.claimant is not None and claim.text in (claim.claimant.name, claim.claimant.text)
        stated = claim.kind == "statement" and claim.polarity == "positive"
        empty = own or (stated and " " not in claim.text and not self.quoted(claim))
        deed = not self.quoted(claim) and _is_done_by_a_thing(claim)
        return not empty and not deed and not self.supposed(claim)

    def is_authors(self, claim: Claim) -> bool:
        """Returns whether the one who writes puts a claim forward: "I hope" outside quotation marks."""
        source = claim.claimant
        if source is None or source.actors or source.start is None or source.name.casefold() not in _AUTHORS:
            return False
        return not any(stretch.start <= source.start < stretch.end for quote in self._quotes.values()
                       for stretch in quote.quoted)

    def _word_before(self, start: int) -> str:
        """Returns the word just before a position, "" where another mark stands there."""
        words = self._text[max(0, start - WORD_REACH):start].split()
        return words[-1] if words and self._text[start - 1].isspace() else ""

    def _behind(self, claim: Claim, end: int) -> str:
        """Returns what joins the words of attribution, which end at a position, to the content."""
        parts = claim.parts
        if end <= parts[0].start:
            return self._link(end, parts[0].start) + " "
        following = next((part.start for part in parts if part.start >= end), claim.context.end)
        first, _, rest = parts[0].text.partition(" ")
        told = first in _ASKING and rest and len(parts) == 1  # "declined to say whether they left"
        return self._circumstance(end, following) + (" " if told else ": ")

    def _link(self, start: int, end: int) -> str:
        """Returns what joins a cue to the content behind it: the words between (" on Monday that").

        Where these are too long or a clause of their own, a colon; "[…]" before what is no sentence ("whether").
        """
        between = self._text[start:end]
        runs_in = between[:1].isspace() and not any(mark in between for mark in CLAUSE_ENDS)
        if runs_in and len(between) <= LONGEST_LINK:
            return between
        core = between.rstrip("\"“‘'«„ \n\t")
        if core[:1].isspace() and len(core) <= LONGEST_LINK and not any(mark in core for mark in CLAUSE_ENDS):
            told = core.endswith(_THAT) or not self._text[end:end + 1].isupper()
            return core if told else core + ":"  # vowed that "...", asked the crowd: "..."
        if core.endswith(_THAT) and len(core) <= LONGEST_LINK and not any(mark in core for mark in _BREAKS):
            return core  # said in Bern, the capital, that
        if core[-1:] in (",", ":") and len(core) <= LONGEST_LINK and core[:1].isspace() and not any(
                mark in core[:-1] for mark in CLAUSE_ENDS):
            return core[:-1] + ":" * (core[-5:-1] != "that")  # told reporters on Monday, "..."
        return ELISION.rstrip() if any(map(str.isalnum, between)) and self._text[end:end + 1].islower() else ":"

    def _circumstance(self, start: int, end: int) -> str:
        """Returns the words behind a cue that follows its content, up to the next mark: " reporters in Geneva"."""
        words = one_line(self._text[start:min(end, start + LONGEST_LINK + 1)])
        ends = [place for mark in CLAUSE_ENDS if (place := words.find(mark)) >= 0]
        if not ends and end > start + LONGEST_LINK:
            opener = _openers().search(f" {words}")
            if opener is None or opener.string.count(" ", 0, opener.start()) > MOST_OF_CIRCUMSTANCE:
                return ""
            ends = [max(0, opener.start() - 1)]
        words = words[:min(ends, default=None)].rstrip(" .!?")
        return f" {words}" if words and not words.endswith(_POSSESSIVES) and self._text[start].isspace() else ""

    def quoted(self, claim: Claim) -> Sequence[Span]:
        """Returns the stretches of a claim that stand in quotation marks."""
        quote = self._quotes.get(claim.quote or "")
        return quote.quoted if quote else ()

    def _content(self, parts: Sequence[Span], quoted: Sequence[Span]) -> str:
        """Returns the parts of a content with quotation marks just around what is quoted in the article."""
        return ELISION.join(escaped(self._marked(part, quoted)) for part in parts)

    def _marked(self, part: Span, quoted: Sequence[Span]) -> str:
        pieces = []
        done = part.start
        for span in quoted:
            start, end = max(span.start, done), min(span.end, part.end)
            if start >= end:
                continue
            before, inner = self._text[done:start], self._text[start:end]
            pieces.append(before[:len(before) - _marks(before[-1:-3:-1])])
            done = end + _marks(self._text[end:end + 2])
            pieces.append(in_marks(inner.rstrip(",") if done >= part.end else inner))
        pieces.append(self._text[done:part.end])
        return "".join(pieces)


def _is_done_by_a_thing(claim: Claim) -> bool:
    """Is what is claimed the deed of a thing: of one that is no person, body, document or number, nor has a name?

    Of 44 such claims of annotated news 12 were annotated.
    """
    source = claim.claimant
    if source is None or source.actors or claim.rule not in _OF_DEEDS or (source.text or "").casefold() == "who":
        return False
    words = one_line(source.name).replace(",", " , ").split(" ")
    if len(words) == 1 or any(map(str.isdigit, source.name)):
        return False
    counts = name_signals()["measure"].union(name_signals()["general_group"])
    if words[0].casefold() in counts and words[1] == "of":
        words = words[2:]  # "hundreds of flights"
    end = next((at for at, word in enumerate(words) if at and word in _ENDS_OF_HEADS), len(words))
    head = words[end - 1]
    known = head.casefold()
    return not (head[:1].isupper() or is_actor_noun(known) or is_document_noun(known) or known.endswith(_OF_PEOPLE)
                or known in _PRONOUNS or not counts.isdisjoint(word.casefold() for word in words[:end]))


def _joined(cited: _Words, following: str) -> str:
    """Returns the words for a source and what follows them, escaped."""
    if cited.bold:
        return f"**{escaped(cited.text)}**" + _spaced(following)
    return _spaced(cited.text + following).lstrip()


def _spaced(words: str) -> str:
    """Returns words escaped, with one space at each end where they have any there."""
    return " " * words[:1].isspace() + escaped(words) + " " * words[-1:].isspace()


def _cited(source: Ref | None, under_name: bool) -> _Words:
    """Returns the words for a source, none where the name above shows them; in bold where no name stands above."""
    if source is None:
        return _Words("")
    name, words = one_line(source.name), one_line(source.text or "")
    relative = words.casefold() in _RELATIVES
    if not source.actors:
        if name == words and words.casefold() in _PRONOUNS | _RELATIVES:
            return _Words("" if relative else words)
        if words.casefold() == "who":
            name = _people(name)
        return _Words(name, bool(name))
    if not words or relative or shows_name(words, name):
        return _Words("")
    return _Words(f'("{words}")' if under_name else words)


def is_unresolved(source: Ref) -> bool:
    """Returns whether a source is known by a pronoun alone."""
    return not source.actors and one_line(source.name).casefold() in _UNRESOLVED


def _people(name: str) -> str:
    """Returns who of a phrase is meant by "who": the members of "pressure from members"."""
    for preposition in (" from ", " of ", " by ", " among "):
        head, found, people = name.partition(preposition)
        if found and not is_actor_noun(head.rpartition(" ")[2].casefold()) and is_actor_noun(
                people.partition(",")[0].rpartition(" ")[2].casefold()):
            return people
    return name


def shows_name(words: str, name: str) -> bool:
    """Returns whether words that cite a source show no more than its name, or that and who it is: Ann Lee, 40."""
    if words != name and is_lessened(words):
        return False
    at = words.find(name)
    if at == 0 and name[1:].islower() and words[len(name):].startswith(_PLACING):
        return False  # "Spokesmen at Norvik"
    if at >= 0 and not words.startswith(_CLITICS[:2], at + len(name)) and " of " not in words[:at] and (
            "," not in words[:at]):
        return True
    parts = name.casefold().split()
    heads = words.casefold().split(), words.casefold().partition(",")[0].split()
    return any(head[-1:] == parts[-1:] or set(head).issubset(parts) for head in heads)


def in_marks(words: str) -> str:
    """Returns words that were really said in quotation marks, in single ones where they hold marks themselves."""
    return f"‘{words}’" if "“" in words or '"' in words else f"“{words}”"


def is_mark(character: str) -> bool:
    """Returns whether a character is a quotation mark."""
    return character != "" and character in "\"“”„«»‘’'"


@cache
def _openers() -> re.Pattern[str]:
    """What opens a clause in the words behind a cue: "told local radio when she was asked"."""
    return re.compile(r" (?:after|as|because|before|that|when|where|which|while|who)\b")


def _is_parted(between: str) -> bool:
    """Does an aside part a negation from the cue behind it: " does not, however, "?"""
    before, _, aside = between.partition(",")
    word = before.rpartition(" ")[2].casefold()
    return (word in ("not", "never") or word.endswith(("n't", "n’t"))) and (
        aside.rstrip().endswith(",") and aside.count(",") == 1)


def _marks(characters: str) -> int:
    """Returns how many characters the quotation mark is long that some begin with: 0 to 2."""
    return 2 if characters in _DOUBLED else int(is_mark(characters[:1]))


def _is_finite(cue: Cue) -> bool:
    """Returns whether a cue can follow a subject: neither "calling" nor "to see"."""
    first = cue.text.split()[0].casefold()
    return not (first.endswith("ing") or first == "to")
