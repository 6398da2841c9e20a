"""The signs around a name: the words in front of it and behind it."""
from __future__ import annotations

from functools import cache

from briefx.extraction.actors.cutting import Name
from briefx.extraction.actors.wording import wording
from briefx.lexicon.words import speech_verbs
from briefx.text.analysis import Analysis

# In sports news one word in this many, or more, is one of sport; fewer than this many words tell nothing.
_WORDS_A_SPORT_WORD = 60
_FEWEST_SPORT_WORDS = 7
# Where the counties play cricket.
_COUNTIES = "GB"
# An apposition is read for this many tokens.
_LONGEST_APPOSITION = 7


@cache
def _before() -> dict[str, str]:
    """{word in lower case before a name: sign}"""
    signals = wording().signals
    table = {"at": "actor.at_body", "the": "actor.article"}
    for section, sign in (("in_place", "actor.in_place"), ("near_place", "actor.near_place"),
                          ("to_place", "actor.to_place"), ("body_before", "actor.body_noun_before"),
                          ("work_before", "actor.work_noun_before")):
        table.update(dict.fromkeys(signals[section], sign))
    return table


@cache
def _after() -> dict[str, str]:
    """{word in lower case behind a name: sign}"""
    signals = wording().signals
    table = dict.fromkeys(speech_verbs(), "actor.says")
    for section, sign in (("place_after", "actor.place_noun_behind"), ("work_after", "actor.work_noun_behind"),
                          ("body_after", "actor.body_noun_behind"), ("media_after", "actor.media_noun_behind")):
        table.update(dict.fromkeys(signals[section], sign))
    table.update(dict.fromkeys(("who", "himself", "herself"), "actor.relative_who"))
    return table


class Surroundings:
    """Reads the signs around the names of one text."""

    def __init__(self, analysis: Analysis) -> None:
        self.words, self.lowers, self.tags = analysis.words, analysis.lowers, analysis.tags
        self.lexicon = wording()
        self.before, self.after = _before(), _after()
        self.sport = self._is_sport(analysis.counts)

    def _is_sport(self, counts: dict[str, int]) -> bool:
        """Does the text tell of sport, where cities and counties are teams?"""
        counted = sum([counts[word] for word in counts.keys() & self.lexicon.signals["sport"]])
        return counted >= _FEWEST_SPORT_WORDS and counted * _WORDS_A_SPORT_WORD > len(self.words)

    def opens(self, name: Name) -> bool:
        """Does a name stand where any word would have a capital?"""
        return not name.first or self.tags[name.first - 1] in ".¶\":("

    def signs_of(self, name: Name) -> list[str]:
        """Returns the names of the signs around one mention."""
        words, lowers, tags, lexicon = self.words, self.lowers, self.tags, self.lexicon
        first, last = name.first, name.last
        found = []
        if name.dateline:
            found.append("actor.dateline")
        if name.title is not None and name.title[1] == first:
            found.append("actor.title_name")
        count = len(words)
        before = lowers[first - 1] if first else ""
        sign = self.before.get(before)
        if sign is not None:
            if before == "the":
                if last < count and tags[last] in "NSJ":
                    sign = "actor.article_modifier"
                if lexicon.bodies["The " + name.key]:
                    found.append("actor.known_body")
            found.append(sign)
        elif before == "of":
            found.append("actor.of_place" if first > 1 and lowers[first - 2] in lexicon.signals["place_noun"]
                         else "actor.of_name")
        elif before in lexicon.person_roles and name.title is None and tags[first - 1] in "NP" \
                and name.key not in lexicon.countries:
            found.append("actor.role_name")
        if last >= count:
            return found
        after = lowers[last]
        if before == "," and first > 1 and tags[first - 2] == "N" and tags[last] in ",.;":
            explained = lowers[first - 2]
            if explained in lexicon.person_roles:
                found.append("actor.explains_role")
            elif explained in lexicon.organization_nouns:
                found.append("actor.explains_body")
        elif tags[last] == "'" and self._owns_officer(last + 1):
            found.append("actor.owner_of_officer")
        sign = self.after.get(after)
        if sign is not None:
            found.append(sign)
        elif after == ",":
            sign = self._after_comma(last + 1)
            if sign is not None and not (before == "of" and sign == "actor.relative_who"):  # "Ann Lee of Velden, who"
                found.append(sign)
        elif after == "(" and last + 2 < count and words[last + 2] == ")":
            inside = words[last + 1]
            if inside.isupper() and len(inside) > 1 and inside[0] == name.key[0]:
                found.append("actor.acronym_defined")
            elif inside.isdigit() and len(inside) in (2, 4):
                found.append("actor.age" if len(inside) == 2 else "actor.work_year")
        elif tags[last] in "ZDM":
            found.append("actor.acts")
        elif tags[last] in "NS":
            found.append("actor.modifier")
        elif tags[last] == '"' and first and tags[first - 1] == '"':
            found.append("actor.in_quotes")
        if self.sport and self._is_team(name.key, before, after):
            found.append("actor.team")
        return found

    def _owns_officer(self, at: int) -> bool:
        """Does the head of what a name owns hold an office ("Velden's chief executive")?"""
        tags, lowers = self.tags, self.lowers
        end = at
        while end < len(tags) and end - at < _LONGEST_APPOSITION and tags[end] in "NJ":
            end += 1
        return end > at and lowers[end - 1] in self.lexicon.signals["officer"]

    def _is_team(self, key: str, before: str, after: str) -> bool:
        """Is a place that is no country a team here?"""
        lexicon = self.lexicon
        place = lexicon.gazetteer[key]
        if place is None or place.kind == "country" or key in lexicon.nations:
            return False
        if place.kind == "region" and place.country == _COUNTIES and before not in lexicon.signals["in_place"]:
            return True
        return before in lexicon.signals["team_before"] or after in lexicon.signals["team_after"]

    def _after_comma(self, at: int) -> str | None:
        """The sign that stands behind a name and a comma."""
        words, lowers, tags, lexicon = self.words, self.lowers, self.tags, self.lexicon
        if at + 1 >= len(words):
            return None
        if tags[at] == "K" and len(words[at]) <= 2 and words[at + 1] in ",.;":
            return "actor.age"
        if lowers[at] == "who":
            return "actor.relative_who"
        if tags[at] == "P":
            place = lexicon.gazetteer[words[at]] or lexicon.gazetteer[f"{words[at]} {words[at + 1]}"]
            if place is not None and place.kind in ("country", "region"):
                return "actor.with_state"
        # ", the long-serving chairman": the base noun phrase decides.
        for token in range(at, min(at + _LONGEST_APPOSITION, len(words))):
            tag = tags[token]
            if tag in "NSP" and (token + 1 >= len(words) or tags[token + 1] not in "NSP"):
                return "actor.apposition_role" if lowers[token] in lexicon.person_roles else None
            if tag not in "TJNSPnKG'":
                return None
        return None
