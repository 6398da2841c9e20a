import json
import unittest
from pathlib import Path
from unittest import mock

import briefx
from briefx.lexicon.rules import Figures
from briefx.rendering.explanation import explanations
from briefx.rendering.json import brief_json, json_line
from briefx.rendering.schema import schema_text
from tests.rendering.harbour import harbour_brief
from tests.schema_validator import violations

SEED = (Path(__file__).parents[2] / "seeds" / "ferry-strike.txt").read_text(encoding="utf-8")


class EvidenceTest(unittest.TestCase):
    CASES = (
        ("Mayor Ann Lee left. She denied that she had lied.", "a1", 'role: "Mayor"; meant by "She";'),
        ("Mayor Ann Lee left. She denied that she had lied.", "c1", 'cue: "denied" (deny); source: "She", taken for'),
        ("The port is expected to close.", "c1", "no source is named"),
        ("Ann Lee said the port might close if it rains.", "c1", 'hedge: "might"; condition: "if it rains"'),
        ("“We will not sell the port,” Ann Lee said.", "q1", 'cue: "said" (say); source: "Ann Lee"'),
        ("It rained on Monday.", "d1", "counted from the day of publication, 2026-06-02"),
        ("Ann Lee said the port might perhaps close.", "c1", 'hedge: "might", "perhaps";'),
        ("Tehran denied the raid. Iranian papers did not. Iran lied.", "a1",
         'stood for by "Tehran"; known from "Iranian";'),
        ("The United Nations left. The UN is late.", "a1", 'also as "UN";'),
        ("The fort fell on 3 May 1794. The town had burned the day before.", "d2", 'counted from "3 May 1794"'),
    )

    def test_it_names_what_the_rule_used(self) -> None:
        for text, id, words in self.CASES:
            with self.subTest(text=text, id=id):
                told = explanations(briefx.extract(text, published="2026-06-02"))
                self.assertIn(words, told[id])

    def test_four_other_ways_to_name_somebody_are_told(self) -> None:
        brief = briefx.extract("Ann Lee left.")
        actor = (brief.actors or ())[0]
        for count in (4, 5):
            named = [f"Ann {letter}. Lee" for letter in "BCDEF"[:count]]
            mentions = tuple(actor.mentions[0]._replace(text=name, form="alias") for name in named)
            told = explanations(brief._replace(actors=(actor._replace(mentions=mentions),)))[actor.id]
            with self.subTest(count=count):
                self.assertEqual(told.count('"'), 8)
                self.assertEqual(" ...;" in told, count > 4)

    def test_what_dates_are_counted_from(self) -> None:
        text = "It rained on Monday."
        for given, options, words in (
            (text, {"reference_date": "2026-06-02"}, "counted from the day given, 2026-06-02"),
            (f"VELDEN, June 2, 2026 (Agency) — {text}", {}, "counted from the dateline's day, 2026-06-02"),
            (f"On 2 June 2026 it snowed. {text}", {}, "counted from the text's first full date, 2026-06-02"),
        ):
            with self.subTest(given):
                brief = briefx.extract(given, **options)
                monday = next(date for date in brief.dates or () if date.text == "Monday")
                self.assertIn(words, explanations(brief)[monday.id])

    def test_a_name_is_not_said_twice(self) -> None:
        for text, id, wanted in (
            ("Mayor Ann Lee denied it.", "c1", r'source: "(Mayor )?Ann Lee";'),
            ("Police said a man was hurt. The police denied it.", "c1", r'source: "Police";'),
            ("Police said a man was hurt. The police denied it.", "a1", r'^[^"]*$'),
        ):
            with self.subTest(text=text, id=id):
                self.assertRegex(explanations(briefx.extract(text))[id], wanted)

    def test_how_sure_it_is(self) -> None:
        brief = briefx.extract("Mayor Ann Lee denied it.")
        rule = (brief.claims or ())[0].rule
        for figures, words in (({}, "not measured"), ({rule: Figures(1, 2)}, "too seldom found"),
                               ({rule: Figures(1500, 2000)}, "right in 75% of 2,000 finds")):
            with self.subTest(words), \
                    mock.patch("briefx.rendering.explanation.rule_figures", return_value=figures):
                self.assertIn(f"{rule}: {words}", explanations(brief)["c1"])

    def test_every_item_has_one_that_names_its_rule(self) -> None:
        brief = briefx.extract(SEED, published="2026-03-30")
        told = explanations(brief)
        for items in (brief.actors, brief.quotes, brief.claims, brief.dates):
            for item in items or ():
                with self.subTest(id=item.id):
                    self.assertIn(f"; {item.rule}: ", told[item.id])
                    self.assertEqual(1, len(told[item.id].splitlines()))


class RenderedTest(unittest.TestCase):
    def test_json_has_it_beside_the_rule(self) -> None:
        brief = briefx.extract(SEED, published="2026-03-30")
        plain, explained = json.loads(json_line(brief)), json.loads(json_line(brief, explain=True))
        self.assertEqual(explained, json.loads(brief_json(brief, explain=True)))
        self.assertEqual([], violations(explained, json.loads(schema_text())))
        count = 0
        for part in ("actors", "quotes", "claims", "dates"):
            for item in explained[part]:
                self.assertEqual(explanations(brief)[item["id"]], item.pop("explanation"))
                count += 1
        self.assertGreater(count, 30)
        self.assertEqual(plain, explained, "nothing else differs")

    def test_markdown_has_it_below_the_entry(self) -> None:
        brief = briefx.extract("Mayor Ann Lee denied on Monday that she had lied.", published="2026-06-02")
        text = briefx.to_markdown(brief, explain=True)
        lines = text.splitlines()
        at = next(number for number, line in enumerate(lines) if line.startswith("- denied"))
        self.assertRegex(lines[at + 1], r'^  - \*a verb of saying .*; cue: "denied" \(deny\); .*attribution.*\*$')
        at = lines.index("- **Ann Lee**")
        self.assertIn('role: "Mayor"', lines[at + 1])
        at = next(number for number, line in enumerate(lines) if line.startswith("- **2026-06-01**"))
        self.assertIn("counted from the day of publication", lines[at + 1])
        self.assertNotIn("\n  - ", briefx.to_markdown(brief))

    def test_what_is_mostly_wrong_is_marked(self) -> None:
        brief = harbour_brief()
        rule = (brief.claims or ())[0].rule
        for figures, marked in ((Figures(4, 10), True), (Figures(5, 10), False), (Figures(0, 9), False)):
            with self.subTest(figures), \
                    mock.patch("briefx.lexicon.rules.rule_figures", return_value={rule: figures}):
                text = briefx.to_markdown(brief)
                self.assertEqual(marked, "*check* ¶1" in text)
                self.assertEqual(marked, "*check*: found by a rule" in text)
