"""Which type a name has: the signs inside it and around it, over the whole document."""
from __future__ import annotations

import re
from functools import cache

from briefx.extraction.actors.candidates import Name
from briefx.extraction.actors.evidence import signs
from briefx.extraction.actors.wording import wording
from briefx.lexicon.words import word_classes
from briefx.text.analysis import Analysis

TYPES = ("person", "organization", "place", "other")
# Signs around a name count at most this often; further mentions add nothing.
_MOST_VOTES = 3
_SURNAME_FORM = re.compile(r".{2,}(?:ov|ova|ev|eva|sky|skaya|skiy|ski|ska|vic|vich|vić|ić|enko|escu|ian|yan|shvili|dze|oğlu|"
                           r"oglu|sson|sen|zadeh|poulos|opoulos|akis|ez|wicz|czyk|auer|stein|berg|mann|elli|etti|ini|"
                           r"uddin|ullah|jee|kar|wala|moto|yama|mura|shima)$")
_ACRONYM = re.compile(r"(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5}|[A-Z]+-[A-Z]+|[A-Z]&[A-Z])s?$")
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|La|Le|Van|Du|Fitz|Des|Del)[A-Z][a-z]+[A-Z][A-Za-z]*$")
_INITIAL = re.compile(r"(?:[A-Z]\.?-?){1,3}$")
_KINDS = {"country": "actor.known_country", "region": "actor.known_region", "city": "actor.known_city",
          "area": "actor.known_area"}
# A person, body or place needs this much to be taken for one.
_SURE = (2.0, 2.6, 2.4, 0.0)
# In sports news one word in this many, or more, is one of sport.
_WORDS_A_SPORT_WORD = 60
_MOST_CACHED = 50_000
_cache: dict[str, tuple[str, ...]] = {}


def inner_signs(key: str) -> tuple[str, ...]:
    """Returns the names of the signs inside a name."""
    found = _cache.get(key)
    if found is None:
        if len(_cache) > _MOST_CACHED:
            _cache.clear()
        found = _cache[key] = tuple(_inner_signs(key))
    return found


def _inner_signs(key: str) -> list[str]:
    lexicon = wording()
    found = []
    bare = key[4:] if key.startswith("The ") else key
    place = lexicon.gazetteer.get(bare)
    if bare in lexicon.bodies:
        found.append("actor.known_body")
    if place:
        found.append(_KINDS[place.kind])
        if bare in lexicon.capitals:
            found.append("actor.capital")
    tokens = bare.split(" ")
    last, first = tokens[-1], tokens[0]
    several = len(tokens) > 1
    middle_of = "of" in tokens[1:] or "for" in tokens[1:] or "on" in tokens[1:]
    if not several and last in lexicon.alone:
        found.append("actor.no_name")
    if several and place is None and first in lexicon.directions and " ".join(tokens[1:]) in lexicon.gazetteer:
        found.append("actor.part_of_country")
    if not several and _CAMEL.match(bare):
        found.append("actor.camel_case")
    if several and place is None:
        personal = last in lexicon.surnames and len(tokens) < 5 and (
            first in lexicon.given_names or _INITIAL.match(first) is not None and first[-1] == ".")
        if last in lexicon.legal:
            found.append("actor.org_legal")
        elif last in lexicon.heads:
            found.append("actor.org_head")
        elif (last in lexicon.events or last.rstrip("s") in lexicon.events) and not personal:
            found.append("actor.event_head")
        elif last in lexicon.place_after and not personal:
            found.append("actor.place_head")
        elif last in lexicon.units and last not in lexicon.club_heads:
            found.append("actor.place_unit")
        elif last in lexicon.grounds:
            found.append("actor.facility")
        elif last in lexicon.club_heads:
            found.append("actor.org_club")
        elif last in lexicon.media_heads:
            found.append("actor.org_media")
        elif last in lexicon.company_heads:
            found.append("actor.org_company")
        elif last in lexicon.weak_heads:
            found.append("actor.org_weak_head")
        if middle_of:
            at = next(number for number, token in enumerate(tokens) if number and token in ("of", "for", "on"))
            head = tokens[at - 1]
            if head in lexicon.event_openings or head in lexicon.events:
                found.append("actor.event_opening")
            elif head in lexicon.openings or head in lexicon.heads or head in lexicon.weak_heads:
                found.append("actor.org_of")
            elif head in lexicon.area_heads:
                found.append("actor.place_of")
            else:
                found.append("actor.org_opening")
        elif first in lexicon.openings:
            found.append("actor.org_opening")
        elif first in lexicon.place_before:
            found.append("actor.place_opening")
        if "&" in tokens:
            found.append("actor.org_ampersand")
    if _ACRONYM.match(last) and not (last.lower() in lexicon.lower_case and bare not in lexicon.bodies) \
            and (not several or len(tokens) == 2) and last not in lexicon.alone:
        found.append("actor.acronym")
    words = [token for token in tokens if token[:1].isupper() or "-" in token]
    common = [token for token in words if token.lower() in lexicon.lower_case]
    if any(token[-1].isdigit() for token in tokens):
        found.append("actor.digits")
    if several:
        if first in lexicon.given_names and first.lower() not in lexicon.lower_case and not middle_of:
            found.append("actor.given_name")
        elif first in lexicon.given_names and not middle_of and last in lexicon.surnames:
            found.append("actor.given_name")
        if last in lexicon.surnames:
            found.append("actor.surname_sure" if lexicon.surnames[last] == "sure" else "actor.surname_word")
        elif _SURNAME_FORM.match(last):
            found.append("actor.surname_form")
        if last in lexicon.numerals and len(tokens) < 4:
            found.append("actor.ruler")
        if any(_INITIAL.match(token) and token[-1] == "." for token in tokens[:-1]):
            found.append("actor.initials")
        if any(token in lexicon.particles for token in tokens[:-1]) or last[:3].lower() in ("al-", "el-", "bin"):
            found.append("actor.particle")
        if len(words) in (2, 3) and not common and not middle_of:
            found.append("actor.two_words")
        if len(words) > 3:
            found.append("actor.long_name")
        if len(common) == len(words):
            found.append("actor.common_words")
    else:
        if bare in lexicon.given_names:
            found.append("actor.given_alone")
        if bare in lexicon.surnames:
            found.append("actor.surname_sure" if lexicon.surnames[bare] == "sure" else "actor.surname_word")
        elif _SURNAME_FORM.match(bare):
            found.append("actor.surname_form")
        if bare[:3].lower() in ("al-", "el-"):
            found.append("actor.particle")
        if common:
            found.append("actor.common_words")
    return found


@cache
def _before() -> dict[str, str]:
    """{word in lower case before a name: sign}"""
    signals = wording().signals
    table = {"at": "actor.at_body", "the": "actor.article"}
    for section, sign in (("in_place", "actor.in_place"), ("near_place", "actor.near_place"), ("to_place", "actor.to_place"),
                          ("body_before", "actor.body_noun_before"), ("work_before", "actor.work_noun_before")):
        table.update(dict.fromkeys(signals[section], sign))
    return table


@cache
def _after() -> dict[str, str]:
    """{word in lower case behind a name: sign}"""
    from briefx.lexicon.words import speech_verbs

    signals = wording().signals
    table = dict.fromkeys(speech_verbs(), "actor.says")
    for section, sign in (("place_after", "actor.place_noun_behind"), ("work_after", "actor.work_noun_behind"),
                          ("body_after", "actor.body_noun_behind")):
        table.update(dict.fromkeys(signals[section], sign))
    table.update(dict.fromkeys(("who", "himself", "herself"), "actor.relative_who"))
    return table


class Votes:
    """The signs of one distinct name: sums by type, and the strongest sign for each."""

    __slots__ = ("mentions", "outer", "sums", "why")

    def __init__(self, key: str) -> None:
        self.mentions: list[Name] = []
        self.sums = [0.0, 0.0, 0.0, 0.0]
        self.why: list[tuple[float, str]] = [(0.0, "")] * 4
        self.outer: dict[str, int] = {}
        for name in inner_signs(key):
            self.add(name)

    def add(self, name: str) -> None:
        """Counts one sign."""
        sign = signs()[name]
        sums = self.sums
        for at in range(4):
            weight = sign[at + 1]
            sums[at] += weight
            if weight > self.why[at][0]:
                self.why[at] = (weight, name)

    def add_outer(self, name: str) -> None:
        """Counts a sign around a mention, up to a bound."""
        times = self.outer.get(name, 0)
        if times < _MOST_VOTES:
            self.outer[name] = times + 1
            self.add(name)

    def best(self) -> tuple[int, float]:
        """The type with the highest sum, and the sum."""
        sums = self.sums
        top = max(sums)
        return sums.index(top), top


def collect(analysis: Analysis, found: list[Name]) -> dict[str, Votes]:
    """Returns {name: its votes} over all candidates, in order of first appearance."""
    votes: dict[str, Votes] = {}
    sport = is_sport(analysis)
    for name in found:
        entry = votes.get(name.key)
        if entry is None:
            entry = votes[name.key] = Votes(name.key)
        entry.mentions.append(name)
        if len(entry.mentions) <= 2 * _MOST_VOTES:
            _outer(analysis, name, entry)
            if sport:
                _team(analysis, name, entry)
    for key, entry in votes.items():
        if " " not in key and all(_opens(analysis, name.first) for name in entry.mentions) and key.lower() in word_classes():
            entry.add("actor.sentence_start")
    return votes


def _opens(analysis: Analysis, token: int) -> bool:
    """Does a token stand where any word would have a capital?"""
    return not token or analysis.tags[token - 1] in ".¶\":("


def is_sport(analysis: Analysis) -> bool:
    """Does a text tell of sport, where cities and counties are teams?"""
    sport = wording().signals["sport"]
    counted = sum(map(sport.__contains__, analysis.lowers))
    return counted > 6 and counted * _WORDS_A_SPORT_WORD > len(analysis.words)


def _team(analysis: Analysis, name: Name, entry: Votes) -> None:
    """The signs of a team in sports news, for what is no country."""
    lexicon = wording()
    place = lexicon.gazetteer.get(name.key)
    if place is None or place.kind == "country" or name.key in lexicon.nations:
        return
    before = analysis.lowers[name.first - 1] if name.first else ""
    after = analysis.lowers[name.last] if name.last < len(analysis.words) else ""
    if before in lexicon.signals["team_before"] or after in lexicon.signals["team_after"]:
        entry.add_outer("actor.team")


def _outer(analysis: Analysis, name: Name, entry: Votes) -> None:
    """The signs around one mention."""
    words, lowers, tags = analysis.words, analysis.lowers, analysis.tags
    lexicon = wording()
    first, last = name.first, name.last
    if name.dateline:
        entry.add_outer("actor.dateline")
    if name.title is not None and name.title[1] == first and name.title[1] >= name.title[0]:
        entry.add_outer("actor.title_name")
    before = lowers[first - 1] if first else ""
    sign = _before().get(before)
    if sign == "actor.article" and last < len(tags) and tags[last] in "NSJ":
        entry.add_outer("actor.article_modifier")
    elif sign:
        entry.add_outer(sign)
    elif before in lexicon.person_roles and name.title is None:
        entry.add_outer("actor.role_name")
    elif before == "of" and first > 1 and lowers[first - 2] in lexicon.signals["place_noun"]:
        entry.add_outer("actor.of_place")
    elif before == "of":
        entry.add_outer("actor.of_name")
    elif before in ("\"", "“", "'", "‘") and last < len(words) and words[last] in ("\"", "”", "'", "’"):
        entry.add_outer("actor.in_quotes")
    if before == "the" and "The " + name.key in lexicon.bodies:
        entry.add_outer("actor.known_body")
    if last >= len(words):
        return
    after = lowers[last]
    sign = _after().get(after)
    if sign:
        entry.add_outer(sign)
    elif after == ",":
        _after_comma(analysis, last + 1, entry)
    elif after == "(" and last + 2 < len(words) and words[last + 2] == ")":
        inside = words[last + 1]
        if inside.isupper() and len(inside) > 1 and inside[0] == name.key[:1]:
            entry.add_outer("actor.acronym_defined")
        elif inside.isdigit() and len(inside) == 2:
            entry.add_outer("actor.age")
        elif inside.isdigit() and len(inside) == 4:
            entry.add_outer("actor.work_year")
    elif tags[last] in "ZDM":
        entry.add_outer("actor.acts")
    elif tags[last] in "NS":
        entry.add_outer("actor.modifier")


def _after_comma(analysis: Analysis, at: int, entry: Votes) -> None:
    """The signs of what stands behind a name and a comma."""
    words, lowers, tags = analysis.words, analysis.lowers, analysis.tags
    lexicon = wording()
    if at >= len(words):
        return
    if words[at].isdigit() and len(words[at]) <= 2 and at + 1 < len(words) and words[at + 1] in ",.;":
        entry.add_outer("actor.age")
        return
    if lowers[at] == "who":
        entry.add_outer("actor.relative_who")
        return
    place = lexicon.gazetteer.get(words[at]) or (lexicon.gazetteer.get(" ".join(words[at:at + 2])) if at + 1 < len(words)
                                                 else None)
    if place and place.kind in ("country", "region") and tags[at] == "P":
        entry.add_outer("actor.with_state")
        return
    # ", the (adjectives) chairman": look at the base noun phrase only.
    for token in range(at, min(at + 7, len(words))):
        if tags[token] in "NSP" and (token + 1 >= len(words) or tags[token + 1] not in "NSP"):
            if lowers[token] in lexicon.person_roles:
                entry.add_outer("actor.apposition_role")
            if lowers[token] == "of" or tags[token] in "NSP":
                return
        elif tags[token] not in "TJNSPnKG'":
            return


_COORDINATED = ("actor.with_person", "actor.with_body", "actor.with_place")


def coordinate(analysis: Analysis, votes: dict[str, Votes], types: dict[str, int]) -> None:
    """Lets a name that is joined to another by "and", "or" or a comma share in the other's type."""
    lowers = analysis.lowers
    ends = {name.last: key for key, entry in votes.items() for name in entry.mentions}
    starts = {name.first: key for key, entry in votes.items() for name in entry.mentions}
    given: set[tuple[str, str]] = set()
    for end, key in ends.items():
        if end >= len(lowers) or lowers[end] not in (",", "and", "or"):
            continue
        other = starts.get(end + 1) or (starts.get(end + 2) if lowers[end] == "," and lowers[end + 1:end + 2] == ["and"]
                                        else None)
        if other is None or other == key:
            continue
        for one, two in ((key, other), (other, key)):
            kind = types[one]
            if kind < 3 and types[two] != kind and (one, two) not in given and votes[one].best()[1] >= 4:
                given.add((one, two))
                votes[two].add_outer(_COORDINATED[kind])


def decide(votes: dict[str, Votes]) -> dict[str, int]:
    """Returns {name: the number of its type}, after names that are parts of others have had their say."""
    lexicon = wording()
    surnames: set[str] = set()
    opening: set[str] = set()
    for key, entry in votes.items():
        kind, score = entry.best()
        if " " in key:
            if kind == 0 and score >= 1.4:
                surnames.update(token for token in key.split(" ") if token[:1].isupper())
            elif kind == 1:
                tokens = key.split(" ")
                opening.add(tokens[0])
                opening.add(" ".join(tokens[:2]))
    for key, entry in votes.items():
        if " " not in key and key in surnames:
            entry.add("actor.surname_of")
        elif key in opening and key not in lexicon.gazetteer and key not in lexicon.peoples:
            entry.add("actor.part_of_body")
    return settle(votes)


def settle(votes: dict[str, Votes]) -> dict[str, int]:
    """Returns {name: the number of its type}, other where no type is sure enough."""
    types = {}
    for key, entry in votes.items():
        kind, score = entry.best()
        types[key] = kind if score >= _SURE[kind] else 3
    return types
