import json
import unittest

from briefx.rendering.schema import schema_text
from briefx.rendering.wording import (
    ACTOR_TYPES,
    MODIFIERS,
    actor_type,
    date_words,
    leading,
    stance_notes,
    told_day,
    told_roles,
)


class ActorWordsTest(unittest.TestCase):
    def test_a_plain_noun_leads_with_a_capital(self) -> None:
        for name, type, shown in (("ferry crews", "group", "Ferry crews"), ("eBay sellers", "group", "eBay sellers"),
                                  ("Norvik staff", "group", "Norvik staff"), ("de Vries", "person", "de Vries")):
            with self.subTest(name):
                self.assertEqual(leading(name, type), shown)

    def test_a_role_that_another_holds_is_not_told_again(self) -> None:
        for roles, told in ((("mayor of Velden", "Mayor"), "mayor of Velden"), (("Mayor", "mayor"), "Mayor"),
                            (("judge", "former mayor", "mayor"), "judge; former mayor"), ((), ""),
                            (("art critic", "tic"), "art critic; tic")):
            with self.subTest(roles):
                self.assertEqual(told_roles(roles), told)


class StanceTest(unittest.TestCase):
    def test_a_threat_is_no_promise(self) -> None:
        for kind, cue, notes in (("promise", "threatens", ["threat"]), ("promise", "vowed", ["promise"]),
                                 ("promise", "", ["promise"]), ("statement", "threatened", [])):
            with self.subTest(cue, kind=kind):
                self.assertEqual(stance_notes(kind, "positive", "certain", cue=cue), notes)


class DateWordsTest(unittest.TestCase):
    def test_a_value_stays_as_precise_as_it_is(self) -> None:
        for value, modifier, words in (
            ("2026-06-01", None, "2026-06-01"),
            ("2026-W23", None, "2026-W23"),
            ("2026-06", None, "2026-06"),
            ("2026", None, "2026"),
            ("198", None, "1980s"),
            ("19", None, "1900s"),
            ("2026-Q3", None, "2026-Q3"),
            ("2026-SP", None, "spring 2026"),
            ("2026-SU", None, "summer 2026"),
            ("2026-FA", None, "autumn 2026"),
            ("2026-WI", None, "winter 2026"),
            ("2026-W23-WE", None, "weekend of 2026-W23"),
            ("2026-06-01TNI", None, "2026-06-01 night"),
            ("2026-06-01TMO", None, "2026-06-01 morning"),
            ("2026-06-01T10:30", None, "2026-06-01 10:30"),
            ("2026-06", "BEFORE", "before 2026-06"),
            ("2026-06", "AFTER", "after 2026-06"),
            ("2026-06", "ON_OR_BEFORE", "by 2026-06"),
            ("2026-06", "START", "early 2026-06"),
            ("2026-06", "MID", "mid 2026-06"),
            ("2026-06", "END", "late 2026-06"),
            ("198", "APPROX", "about 1980s"),
            ("2026-SU", "END", "late summer 2026"),
            ("2026-06", "SOMETHING", "2026-06"),
        ):
            with self.subTest(value=value, modifier=modifier):
                self.assertEqual(date_words(value, modifier), words)

    def test_earlier_in_a_week_is_not_early_in_it(self) -> None:
        for text, words in (("earlier this week", "2026-W23"), ("Earlier in the week", "2026-W23"),
                            ("early this week", "early 2026-W23")):
            with self.subTest(text):
                self.assertEqual(date_words("2026-W23", "START", text), words)

    def test_a_part_of_a_month_stands_where_it_lies(self) -> None:
        march = ("2026-03-01", "2026-03-31")
        order = [(*march, None), ("2026-03-04", "2026-03-04", None), (*march, "MID"),
                 ("2026-03-25", "2026-03-25", None), (*march, "END"), ("2026-04-01", None, "ON_OR_AFTER")]
        days = [told_day(*one) for one in order]
        self.assertEqual(days, sorted(days))
        self.assertLess(told_day(None, None, None), days[0])

    def test_each_modifier_has_words_of_its_own(self) -> None:
        self.assertEqual(
            " ".join(f"{modifier}={words}" for modifier, words in sorted(MODIFIERS.items())),
            "AFTER=after APPROX=about BEFORE=before END=late EQUAL_OR_LESS=at most EQUAL_OR_MORE=at least"
            " LESS_THAN=less than MID=mid MORE_THAN=more than ON_OR_AFTER=from ON_OR_BEFORE=by START=early")
        self.assertEqual(len(set(MODIFIERS.values())), len(MODIFIERS))


class ActorTypeTest(unittest.TestCase):
    def test_each_type_has_words(self) -> None:
        types = json.loads(schema_text())["$defs"]["actor"]["properties"]["type"]["enum"]
        self.assertEqual(list(ACTOR_TYPES), types)

    def test_a_group_says_whose_it_is(self) -> None:
        for kind, owner, words in (
            ("person", None, "person"),
            ("organization", None, "organization"),
            ("gpe", None, "country or city"),
            ("group", None, "group"),
            ("group", "Iran", "group of Iran"),
        ):
            with self.subTest(kind=kind, owner=owner):
                self.assertEqual(actor_type(kind, owner), words)
