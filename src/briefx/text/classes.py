"""Word classes: one letter a token, from a lexicon, the ending of the word and its neighbours.

In the spirit of Brill (1995): a word first gets all classes that the lexicon, or its form, allows; rules over
the neighbours then settle the ambiguous ones, the surest rules first; what is left takes its likeliest
class. The classes of a text are one string with a letter a token, so that a rule, and every pattern over
phrases, is a regular expression whose positions are token numbers.

    N S P   common noun singular, plural; proper name or capitalised word
    J R     adjective; adverb
    T K     determiner; number
    V Z D   verb: base or present, third person singular, past
    n G     past participle; -ing form
    M b B   modal; finite form of be; be, been, being
    h d     form of have; of do
    t x     "to" before a verb; not, never
    I C     preposition; and, or, but
    c W     subordinator (that, if, because); wh-word
    p o q   pronoun: subject or either; object; possessive
    E r '   existential there; particle; possessive clitic
    . , ; : - ( ) " $   stops, marks and signs as themselves (dashes, brackets and quotation marks as one each)
    ¶ *     blank line; anything else
"""
from __future__ import annotations

import re
from functools import cache

from briefx.lexicon.words import class_combinations, function_words, irregular_forms, word_classes
from briefx.records import NamedTuple

_PUNCTUATION = {
    ".": ".", "?": ".", "!": ".", "…": ".", ",": ",", ";": ";", ":": ":", "-": "-", "--": "-", "–": "-",
    "—": "-", "―": "-", "(": "(", "[": "(", "{": "(", ")": ")", "]": ")", "}": ")", "\"": "\"", "“": "\"", "”": "\"",
    "‘": "\"", "’": "\"", "'": "\"", "``": "\"", "''": "\"", "«": "\"", "»": "\"", "„": "\"", "$": "$",
    "£": "$", "€": "$", "¥": "$", "%": "N", "&": "C", "/": "C",
}
# The classes of finite verbs, and of what may stand between a subject and its verb.
FINITE = frozenset("VZDMbhd")
ADVERBS = frozenset("Rx")
_CLASSES = "NSPJRTKVZDnGMbBhdtxICcWpoqEr'.,;:-()\"$¶*"
# A combination of classes has a code of one byte, as a class has: then strings of codes are small, and sets of
# codes in a pattern compile and match fast.
_FREE_CODES = "".join(sorted(set(map(chr, range(1, 256))) - set(_CLASSES)))
# The cache of words seen is emptied when it has grown to this many.
_MOST_CACHED = 200_000
_ADJECTIVE_ENDINGS = ("able", "ible", "ous", "ful", "less", "ish", "ular", "like", "wide", "most", "proof", "free")
# Those of adjectives that stand as nouns as well ("the assailant", "an intellectual").
_NOMINAL_ENDINGS = ("al", "ive", "ic", "ary", "ent", "ant")


class ContextRule(NamedTuple):
    """A row: a token that can be of class ``becomes`` becomes it between such neighbours.

    ``before`` and ``after`` are patterns of tokens, set apart by spaces: letters (one of these is the
    likeliest class), ``?letters`` (one of these is possible), ``=word;`` (this word, with a code of its own),
    and in ``after`` any of them with ``*`` behind it (up to two). ``example`` and ``near_miss`` mark the
    word with its class ("officials plan/V to leave").
    """

    name: str
    becomes: str
    before: str
    after: str
    example: str
    near_miss: str


RULES = (
    ContextRule("class.copula_clitic", "b", "pEW=that;", "", "she 's/b late", "the mayor 's/' car"),
    ContextRule("class.copula_clitic_noun", "b", "", "Tx", "the plan 's/b a mess", "the plan 's/' cost"),
    ContextRule("class.infinitive_mark", "t", "", "R* ?VBhd", "they want to/t leave", "they went to/I Rome"),
    ContextRule("class.infinitive_mark_quoted", "t", "", "\" VBhd",
                "they vowed to/t \" lift wages", "a toast to/I \" peace"),
    ContextRule("class.infinitive", "V", "t", "", "they want to plan/V ahead", "to the plan/N"),
    ContextRule("class.infinitive_adverb", "V", "t R", "", "to publicly claim/V it", "a public claim/N"),
    ContextRule("class.after_modal", "V", "Md", "", "they will plan/V ahead", "their plan/N"),
    ContextRule("class.since", "R", "h", "?n", "she has since/R left", "she has lived there since/I May"),
    ContextRule("class.neither", "x", "hbMd", "", "it has neither/x confirmed it", "neither/T side agreed"),
    ContextRule("class.after_modal_adverbs", "V", "Md xRp R", "", "it will almost certainly end/V it",
                "not nearly the end/N"),
    ContextRule("class.after_modal_adverb", "V", "Md xRp", "", "they did not plan/V it", "not a plan/N"),
    ContextRule("class.perfect", "n", "h", "", "it has called/n for calm", "it called/D for calm"),
    ContextRule("class.perfect_adverb", "n", "h ?xRp", "", "it has also called/n it", "it also called/D it"),
    ContextRule("class.passive", "n", "bB", "", "he was called/n up", "he called/D them"),
    ContextRule("class.passive_adverb", "n", "bB xRp", "", "he was not called/n up", "he later called/D them"),
    ContextRule("class.progressive", "G", "bB", "", "they are building/G it", "the building/N fell"),
    ContextRule("class.progressive_adverb", "G", "bB xRp", "", "they are not building/G it", "a new building/N"),
    ContextRule("class.existential", "E", "", "x* bMhd", "there/E is hope", "he went there/R"),
    ContextRule("class.possessive_her", "q", "", "NSJGnKP", "they heard her/q plan", "they heard her/o ."),
    ContextRule("class.that_there", "c", "", "=there; bMhd", "talk that/c there is none", "a plan that/W is late"),
    ContextRule("class.relative_that", "W", "NSP,", "R* bhdMZDV", "a plan that/W failed", "he said that/c he left"),
    ContextRule("class.relative_that_past", "W", "NSP", "R* ?D", "the blast that/W killed him",
                "they said that/c killed men lay there"),
    ContextRule("class.relative_that_third", "W", "NPK", "R* ?Z TqopJRc=that;", "a law that/W bars it",
                "he said that/c bars closed"),
    ContextRule("class.that_is", "T", "VZDGC.¶", "bMhd", "they know that/T is true", "they know that/c he is"),
    ContextRule("class.that_last", "T", "", "N .,", "they read that/T letter .", "they said that/c he left"),
    ContextRule("class.demonstrative_start", "T", "¶.\"I", "NJb", "\" that/T plan failed", "he said that/c he came"),
    ContextRule("class.modifier", "J", "TqJ'", "?NSPJ", "the military/J plan", "the military/N said"),
    ContextRule("class.participle_modifier", "n", "Tq'", "R* ?NSPJ", "the ousted/n leader", "they ousted/D the leader"),
    ContextRule("class.plural", "S", "TqJK'=of", "", "his claims/S about it", "she claims/Z that"),
    ContextRule("class.noun", "N", "TqJK'", "", "his call/N for calm", "they call/V for calm"),
    ContextRule("class.title_noun", "N", "¶.\"", "?N ?N P", "talk/N show host Lee left", "talk/V to Lee"),
    ContextRule("class.noun_of", "N", "", "=of", "in support/N of it", "they support/V him"),
    ContextRule("class.asked_when", "n", "=when;=where;=why;=how", "", "when asked/n , he left", "who asked/D him ?"),
    ContextRule("class.noun_whose", "N", "=whose", "", "whose claim/N failed", "who claim/V it"),
    ContextRule("class.plural_whose", "S", "=whose;=when;=where;=why;=how", "", "whose claims/S failed",
                "who claims/Z it"),
    ContextRule("class.pronoun_past", "D", "pW", "", "he called/D it off", "he was called/n off"),
    ContextRule("class.pronoun_past_adverb", "D", "pW xR", "", "he later called/D it off", "she was later called/n"),
    ContextRule("class.pronoun_third", "Z", "pW", "", "she claims/Z credit", "her claims/S failed"),
    ContextRule("class.pronoun_third_adverb", "Z", "pW R", "", "she still claims/Z credit", "all his claims/S failed"),
    ContextRule("class.pronoun_present", "V", "pW", "", "they plan/V to go", "the plan/N to go"),
    ContextRule("class.pronoun_present_adverb", "V", "pW R", "", "they also plan/V to go", "also a plan/N to go"),
    ContextRule("class.agent", "n", "", "=by TqPNSJopK", "a law proposed/n by them", "they responded/D by going"),
    ContextRule("class.coordinated_past", "D", "CR", "Tqop=that", "and used/D it", "and used/n by it"),
    ContextRule("class.coordinated_past_infinitive", "D", "C", "t", "and vowed/D to leave", "a plan formed/n to fail"),
    ContextRule("class.coordinated_third", "Z", "C", "Tqop=that;", "and claims/Z the land", "and claims/S of land"),
    ContextRule("class.coordinated_third_adverb", "Z", "C R", "Tqop=that;", "and still claims/Z the land",
                "and then claims/S of land"),
    ContextRule("class.coordinated_present", "V", "C", "tpTqo=that", "and pledge/V to go", "and pledge/N of it"),
    ContextRule("class.compound_noun", "N", "N", "NSI.,:;)C'bhMZD", "the light show/N began", "the boys show/V it"),
    ContextRule("class.gerund_noun", "N", "J", ".,;:)C", "the old wiring/N .", "old men wiring/G it"),
    ContextRule("class.name_past", "D", "P", "", "Lee called/D for calm", "Lee was called/n up"),
    ContextRule("class.name_past_adverb", "D", "P R", "", "Lee later called/D for calm", "Lee was called/n up"),
    ContextRule("class.name_third", "Z", "P", "T=that;qpPctWoJK$R\"", "Lee plans/Z to go", "the Lee plans/S ."),
    ContextRule("class.noun_third", "Z", "N", "=that;Tqpct\"", "the report claims/Z that he left", "tax claims/S rose"),
    ContextRule("class.noun_third_object", "Z", "N", "tT=that;qpcWo", "the law plans/Z to cut", "tax plans/S rose"),
    ContextRule("class.plural_compound", "S", "N", "R* bhMd", "tax cuts/S are due", "the plan cuts/Z the cost"),
    ContextRule("class.preposition_like", "I", "NS),", "PTqpJNS", "figures like/I Lee", "they like/V it"),
    ContextRule("class.preposition_like_adverb", "I", "NS), R", "PTqpJNS", "hundreds just like/I it",
                "they still like/V it"),
    ContextRule("class.plural_present", "V", "S", "tT=that;qpcWoPJR", "crews plan/V to go", "arms control/N failed"),
    ContextRule("class.plural_present_adverb", "V", "S R", "Tqpo=that;", "critics still praise/V his work",
                "hours later attack/N planes left"),
    ContextRule("class.noun_past", "D", "NS)", "T=that;qpcPK$oJ", "a firm sold/D a film", "a film released/n in May"),
    ContextRule("class.comma_past", "D", ",", "Tqpo", "Lee , 40 , called/D the vote", "a film , released/n in May"),
    ContextRule("class.comma_past_adverb", "D", ", R", "Tqpo", "Lee , 40 , later called/D the vote",
                "a film , now released/n"),
    ContextRule("class.noun_past_end", "D", "NS", ".", "its shares plunged/D .", "the people used/n in it"),
    ContextRule("class.pronoun_that", "T", "", ".,;:)", "they said that/T .", "they said that/c he left"),
    ContextRule("class.gerund_object", "G", "", "T=that;qpo", "building/G a wall", "the building/N burned"),
    ContextRule("class.clause_mark", "c", "", "pE", "as/c he left", "as/I president"),
    ContextRule("class.adjective_before_noun", "J", "TqJI'K,", "NS", "a later/J date", "he came later/R ."),
)

class ClauseRule(NamedTuple):
    """A row: a token that can be of class ``becomes`` becomes it where the clause has such classes around it.

    ``pattern`` runs over the settled classes, the token in its group; it begins with the class that it looks for
    or one close by, and passes over a bounded number of others. Examples are those of a context rule.
    """

    name: str
    becomes: str
    pattern: str
    example: str
    near_miss: str


_PHRASE = "[Tq]{0,2}R?[JnKG$]{0,4}[NSPK](?:[NSPKJ']{0,5}[NSPK])?"
# What a sentence without a finite verb begins with: what rules say of one takes no more than 86 tokens.
_VERBLESS = r"[.¶\"](?=[^.¶MbhdVZD]{1,90}+\.)"

CLAUSE_RULES = (
    ClauseRule("class.subordinator", "c", rf"[DVZbnG][TqJNSPKRro]{{0,8}}+,?+(I){_PHRASE}R?[MbhdZVD]",
               "he left after/c the vote failed", "he left after/I the vote"),
    ClauseRule("class.opening_subordinator", "c", rf"[.¶\"](I){_PHRASE}R?[MbhdZVD]",
               "After/c the vote failed , he left", "After/I the vote , he left"),
    ClauseRule("class.only_past", "D", rf"{_VERBLESS}{_PHRASE}(?:I{_PHRASE}){{0,2}}R?(n)[^.¶MbhdVZD]{{1,40}}\.",
               ". The crowd attacked/D with stones .", ". The crowd attacked/n with stones fled ."),
    ClauseRule("class.noun_after_preposition", "N", r"I(V)[.,;ICcWMbhd]", "in return/N for it", "to return/V for it"),
    ClauseRule("class.noun_after_participle", "N", r"n(V)(?<=[Tq]nV)",
               "the accused suspect/N left", "the men suspect/V it"),
    ClauseRule("class.name_noun", "N", r"P(V)(?<=[Tq]PV)[.,MdhbDZn']", "the Lee offer/N failed", "the Lees offer/V it"),
)


# What a rule sees beyond the ends of a text.
_EDGE = "¶" * 6


class _Codes(dict[str, str]):
    """{word as it stands: code}, filled as words are met; a code is a class or stands for several."""

    def __init__(self) -> None:
        super().__init__()
        self.of_classes: dict[str, str] = {}
        self.of_word: dict[str, str] = {}
        own = {word: classes for word, classes in function_words().items() if classes.endswith("!")}
        several = {classes for classes in {*class_combinations(), *function_words().values(), *_FORM_CLASSES}
                   if len(classes) > 1}
        # In order, so that codes with one likeliest class are neighbours: a range in a pattern.
        free = iter(_FREE_CODES)
        self.of_classes.update(zip(sorted(several - set(own.values())), free))
        self.of_word.update(zip(sorted(own, key=lambda word: (own[word], word)), free))
        self.own = frozenset(self.of_word.values())
        self.update(_PUNCTUATION)

    def _code(self, classes: str) -> str:
        return classes if len(classes) == 1 else self.of_classes[classes]

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_CACHED:
            self.clear()
            self.update(_PUNCTUATION)
        code = self[word] = self._look_up(word)
        return code

    def _look_up(self, word: str) -> str:
        """The code of a word inside a sentence: capitals make a name of it, unless it is a function word."""
        first = word[0]
        if first.isupper():
            lower = word.lower()
            classes = function_words().get(lower)
            if classes and (not word.isupper() or len(word) == 1) and classes[0] != "M":
                return self.of_word.get(lower) or self._code(classes)
            return "P"
        if first.isdigit():
            return self._code("J" if "-" in word and not word.replace("-", "").isdigit() else "K")
        if first.isalpha():
            return self.lower(word)
        if first in "\r\n":
            return "¶"
        if first in "'’" and len(word) > 1:
            return self._code(function_words().get(word.replace("’", "'"), "*"))
        return "." if first in ".?!…" else "P" if first in "@#" and len(word) > 1 else "*"

    def lower(self, word: str) -> str:
        """The code of a word in lower case."""
        if word in self.of_word:
            return self.of_word[word]
        classes = function_words().get(word) or word_classes().get(word) or classes_by_form(word)
        return self._code(classes)


_FORM_CLASSES = ("SZ", "Dn", "GN", "JN", "nJ", "NV", "Z")


def classes_by_form(word: str) -> str:
    """Returns the classes that the ending of a lower-case word suggests, likeliest first."""
    known = word_classes()
    if "-" in word:
        head = word.rsplit("-", 1)[1]
        if head.endswith(("ed", "ing")) or not head:
            return "J"
        classes = known.get(head) or classes_by_form(head)
        if classes[:1] in ("S", "N"):
            return "S" if classes[0] == "S" else "JN"
        return "J"
    if word.endswith("ly"):
        return "R"
    if word.endswith("ing") and len(word) > 4:
        return "GN"
    if word.endswith("ed") and len(word) > 3:
        return "J" if word.startswith("un") and "V" not in known.get(verb_lemma(word)) else "Dn"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        base = known.get(verb_lemma(word))
        return "S" if "V" not in base else "SZ" if "N" in base else "Z"
    if word.endswith("men") and len(word) > 4:
        return "S"
    if word.startswith("re") and known.get(word[2:]).startswith("V"):
        return "V"
    if word.endswith(_NOMINAL_ENDINGS) and not word.endswith("ment"):
        return "JN"
    if word.endswith(_ADJECTIVE_ENDINGS):
        return "J"
    return "N"


def verb_lemma(form: str) -> str:
    """Returns the base of a verb's form in lower case ("has denied" is asked as "denied": "deny")."""
    lemma = _lemmas.get(form)
    if lemma is None:
        if len(_lemmas) > _MOST_CACHED:
            _lemmas.clear()
        lemma = _lemmas[form] = _verb_lemma(form)
    return lemma


_lemmas: dict[str, str] = {}


def _verb_lemma(form: str) -> str:
    known = word_classes()
    irregular = irregular_forms().get(form)
    if irregular:
        return irregular
    if form.endswith(("ies", "ied")):
        bases: tuple[str, ...] = (form[:-3] + "y", form[:-1])
    elif form.endswith("ing") and len(form) > 4:
        stem = form[:-3]
        bases = (stem + "e", stem) if not _is_doubled(stem) else (stem, stem[:-1], stem + "e")
    elif form.endswith("ed") and len(form) > 3:
        stem = form[:-2]
        bases = (stem + "e", stem) if not _is_doubled(stem) else (stem, stem[:-1], stem + "e")
    elif form.endswith("es"):
        bases = (form[:-1], form[:-2])
    elif form.endswith("s") and not form.endswith(("ss", "us", "is")):
        bases = (form[:-1],)
    else:
        return form
    for base in bases:
        if "V" in known.get(base):
            return base
    if form.endswith(("ed", "ing")):
        return bases[1] if bases[0].endswith("e") and not _takes_e(bases[1]) else bases[0]
    if form.endswith(("ches", "shes", "sses", "xes", "zes")):
        return form[:-2]
    return bases[0]


def _is_doubled(stem: str) -> bool:
    return len(stem) > 2 and stem[-1] == stem[-2]


def _takes_e(stem: str) -> bool:
    """Does an unknown verb's stem ask for a final e ("centraliz", "manufactur")?"""
    return stem.endswith(("iz", "is", "at", "ur", "uc", "ys", "v", "g", "c", "u"))


@cache
def _codes() -> _Codes:
    return _Codes()


# As rules are tried, a code is its byte.
# A neighbour that a rule asks for: the codes that it may have, and whether up to two of them may be passed over.
_Element = tuple[frozenset[int], bool]
# becomes, the neighbours before (nearest first), the neighbours after
_Test = tuple[int, tuple[frozenset[int], ...], tuple[_Element, ...]]


class _Tests(dict[int, tuple[_Test, ...]]):
    """{ambiguous code: the rules that it may follow, in order}, filled as codes are met.

    ``classes`` holds the classes of each.
    """

    def __init__(self, classes: dict[str, str], tests: list[_Test]) -> None:
        super().__init__()
        settled = {becomes for becomes, _, _ in tests}
        several = {ord(code): some.encode("latin-1") for code, some in classes.items() if len(some) > 1}
        self.classes = {code: some for code, some in several.items() if not settled.isdisjoint(some)}
        self._tests = tests

    def __missing__(self, code: int) -> tuple[_Test, ...]:
        classes = self.classes[code]
        found = self[code] = tuple([test for test in self._tests if test[0] in classes])
        return found


@cache
def _tests() -> tuple[_Tests, bytes]:
    """The rules that each ambiguous code may follow, in order, and a table from each code to its likeliest class."""
    codes, all_codes = _codes(), _classes_of_codes()

    # The codes of which a class is the likeliest, and those that it may have at all; the class itself is a code too.
    likely = {letter: {letter} for letter in _CLASSES}
    possible = {letter: {letter} for letter in _CLASSES}
    for code, classes in all_codes.items():
        likely[classes[0]].add(code)
        for letter in classes:
            possible[letter].add(code)

    def element(pattern: str) -> _Element:
        known = elements.get(pattern)
        if known is not None:
            return known
        letters, *words = pattern.strip("?*").split("=")
        own = []
        for word in words:
            word, _, more = word.partition(";")
            own.append(codes.of_word[word])
            letters += more
        held = possible if pattern[0] == "?" else likely
        members = set(own).union(*[held[letter] for letter in letters])
        found = elements[pattern] = frozenset(map(ord, members)), pattern[-1] == "*"
        return found

    elements: dict[str, _Element] = {}
    tests = [(ord(rule.becomes), tuple([element(one)[0] for one in reversed(rule.before.split())]),
              tuple([element(one) for one in rule.after.split()])) for rule in RULES]
    likeliest = {ord(code): ord(classes[0]) for code, classes in all_codes.items()}
    return _Tests(all_codes, tests), bytes([likeliest.get(byte, byte) for byte in range(256)])


def _fits(codes: list[int], at: int, before: tuple[frozenset[int], ...], after: tuple[_Element, ...],
          seen_after: int) -> bool:
    """Do the neighbours of a token, which has some on both sides, have the codes that a rule asks for?

    The nearest before is known to, and so many of those after.
    """
    place = at - 1
    for members in before:
        place -= 1
        if codes[place] not in members:
            return False
    place = at + seen_after
    for members, repeats in after:
        place += 1
        if repeats:
            if codes[place] in members:
                place += codes[place + 1] in members
            else:
                place -= 1
        elif codes[place] not in members:
            return False
    return True


def code_of(word: str) -> str:
    """Returns the code of a word as it stands inside a sentence."""
    return _codes()[word]


class _Starts(dict[str, tuple[str, bool]]):
    """{capitalised word: its code where any word is capitalised, is it a name where it is one elsewhere?}"""

    def __missing__(self, word: str) -> tuple[str, bool]:
        if len(self) > _MOST_CACHED:
            self.clear()
        lower = word.lower()
        if lower in function_words():
            found = _codes().lower(lower), False
        elif (len(word) == 1 or not word.isupper()) and (lower in word_classes() or (len(lower) > 5 and (
                lower.endswith("ly") or (
                    lower.endswith(("ing", "ed")) and "V" in word_classes().get(verb_lemma(lower)))))):
            found = _codes().lower(lower), True
        else:
            found = "P", False
        self[word] = found
        return found


_starts = _Starts()


def is_title_case(words: list[str]) -> bool:
    """Returns whether just function words begin with a small letter."""
    return all([not word[0].islower() or word in function_words() or word[0] in "'’" for word in words])


def may_be_verb(word: str) -> bool:
    """Returns whether a capitalised word is one that can be a verb in lower case."""
    lower = word.lower()
    return not set(word_classes().get(lower) or word_classes().get(verb_lemma(lower))).isdisjoint("VZD")


def code_of_start(word: str) -> str:
    """Returns the code of a capitalised word where any word would be capitalised."""
    return _starts[word][0]


def recode_starts(words: list[str], codes: list[str], starts: list[int]) -> None:
    """Gives the capitalised words at some tokens the codes that they have where any word would be capitalised.

    What the document capitalises elsewhere as well is a name here too.
    """
    doubtful = []
    for at in starts:
        codes[at], may_be_name = _starts[words[at]]
        if may_be_name:
            doubtful.append(at)
    if doubtful:
        elsewhere = words.copy()
        for at in starts:
            elsewhere[at] = ""
        names = {words[at] for at in doubtful}.intersection(elsewhere)
        for at in doubtful:
            if words[at] in names and _codes()[words[at]] == "P":
                codes[at] = "P"


# becomes, the neighbours before without the nearest, those after that are not yet seen, and how many are
_Open = tuple[int, tuple[frozenset[int], ...], tuple[_Element, ...], int]
# The rules that may fit, in order, and what fits if none of them does (0 for nothing).
_Choice = tuple[tuple[_Open, ...], int]


class _Choices(dict[int, dict[int, dict[int, _Choice]]]):
    """{ambiguous code: {code of the token in front: {code of the token behind: what there is to choose}}}

    The rules that these three codes decide are decided here; the others are to be tried in order.
    """

    def __init__(self) -> None:
        super().__init__()
        self._count = 0

    def decide(self, nearest: int, code: int, following: int) -> _Choice:
        """Returns what there is to choose for a token, once it is worked out."""
        open_tests: list[_Open] = []
        decided = 0
        for becomes, before, after in _tests()[0][code]:
            seen = 1 if after and not after[0][1] else 0
            if (before and nearest not in before[0]) or (seen and following not in after[0][0]):
                continue
            if len(before) > 1 or len(after) > seen:
                open_tests.append((becomes, before[1:], after[seen:], seen))
            else:
                decided = becomes
                break
        if self._count > _MOST_CACHED:
            self.clear()
            self._count = 0
        self._count += 1
        found = self.setdefault(code, {}).setdefault(nearest, {})[following] = tuple(open_tests), decided
        return found


_choices = _Choices()


@cache
def _ambiguous() -> tuple[bytes, bytes]:
    """Tables of the codes that rules may settle: those of single function words, and those of several classes."""
    own = frozenset(map(ord, _codes().own))
    several, words = bytearray(256), bytearray(256)
    for code in _tests()[0].classes:
        (words if code in own else several)[code] = 1
    return bytes(words), bytes(several)


def settle(codes: list[str]) -> str:
    """Returns the classes of a text, a letter a token, from its codes.

    An ambiguous token becomes what the first rule that fits says, and the likeliest of its classes where none
    does; from left to right, the function words first, since they tell the most of their neighbours.
    """
    coded = f"{_EDGE}{''.join(codes)}{_EDGE}".encode("latin-1")
    settled = list(coded)
    choices = _choices
    for ambiguous in _ambiguous():
        at = -1
        for passed in coded.translate(ambiguous).split(b"\1")[:-1]:
            at += len(passed) + 1
            try:
                tests, decided = choices[settled[at]][settled[at - 1]][settled[at + 1]]
            except KeyError:
                tests, decided = choices.decide(settled[at - 1], settled[at], settled[at + 1])
            for becomes, before, after, seen_after in tests:
                if _fits(settled, at, before, after, seen_after):
                    settled[at] = becomes
                    break
            else:
                if decided:
                    settled[at] = decided
    shift = len(_EDGE)
    tags = bytearray(settled[shift:-shift]).translate(_tests()[1]).decode("latin-1")
    return _by_clause(tags, codes)


@cache
def _clause_patterns() -> tuple[re.Pattern[str], ...]:
    """The patterns of the clause rules."""
    return tuple(re.compile(rule.pattern) for rule in CLAUSE_RULES)


@cache
def _classes_of_codes() -> dict[str, str]:
    """{code that stands for several classes: these, likeliest first}"""
    codes = _codes()
    found = {code: classes for classes, code in codes.of_classes.items()}
    found.update({code: function_words()[word].rstrip("!") for word, code in codes.of_word.items()})
    return found


def _by_clause(tags: str, codes: list[str]) -> str:
    """Returns the classes after the clause rules, which see the whole of a clause."""
    found = []
    possible = _classes_of_codes()
    for rule, pattern in zip(CLAUSE_RULES, _clause_patterns()):
        for match in pattern.finditer(tags):
            at = match.start(1)
            if rule.becomes in possible.get(codes[at], ""):
                found.append((at, rule.becomes))
    if not found:
        return tags
    letters = list(tags)
    for at, becomes in found:
        letters[at] = becomes
    return "".join(letters)


def with_headline_verb(tags: str, words: list[str], first: int, last: int) -> str:
    """Returns the classes of a text, with a verb in the headline that has none yet ("Lee hints at tax cut").

    It is the first word behind a noun or name that can be a verb and has something behind it: one in -s, or behind
    a plural the base form ("Unions mock offer").
    """
    end = last - (tags[last - 1:last] in (".", ";"))
    if re.search("(?<!t)[VZDMbhd]", tags[first:end - 1]):  # at the end, a base form is a noun ("tax cut")
        return tags
    for at in range(first + 1, last - 1):
        if tags[at] not in "SNPJ" or tags[at - 1] not in "PSN" or tags[at + 1] not in "PNSTIJqKGR":
            continue
        lower = words[at].lower()
        known = word_classes().get(lower) or classes_by_form(lower)
        letter = "Z" if lower.endswith("s") and "Z" in known else "V" if "V" in known and (
            words[at - 1].endswith("s")) else ""
        if letter and (tags[at] != "P" or letter == "Z"):
            return tags[:at] + letter + tags[at + 1:]
    return tags
