import random
import re
import unittest
from typing import Any

from briefx import extract
from briefx.model import Brief, Claim, Cue, Quote, Ref, Span
from briefx.rendering.markdown import ACTOR_ROWS, to_markdown
from tests.rendering.harbour import TEXT, harbour_brief, span
from tests.rendering.test_escaping import ACTIVE, BLOCK, PIECES, without_escapes

GOLDEN = """\
# Mayor rejects harbour plan

The Daily Test · 2026-06-02 · by Jo Doe · 62 words · harbour.txt

**Note:** the metadata name another language

## In brief

- Mayor Ann Lee denied on Monday that the city would sell its harbour. ¶1
- The Port Union, which has called the sale "a disaster", may strike in July if the talks fail. ¶2

## Who

| Who        | Type         | Role  | Weight | From |
| ---------- | ------------ | ----- | ------ | ---- |
| Ann Lee    | person       | Mayor | 1.00   | ¶1   |
| Port Union | organization |       | 0.62   | ¶2   |

## Places

Grey River ¶3

## Who claims what

### Ann Lee

- denied on Monday that the city would sell its harbour — *denial* ¶1
- she said: “We will not sell” […] “as long as I am mayor.” — *promise; conditional* ¶1

### Port Union

- has called the sale “a disaster” — *opinion* ¶2
- It has not confirmed a date — *neither affirmed nor denied* ¶2

### Unnamed sources

- The harbour on the Grey River is expected to close in the summer of 2027 — *prediction; hedged as probable \
(expected)* ¶3

### The article itself

- The deal looks doomed — *opinion; hedged as possible (looks)* ¶3

## In their words

- “We will not sell” […] “as long as I am mayor.” — Ann Lee ("she") ¶1

## When

- **2026-06-01** ("Monday") Mayor Ann Lee denied on Monday that the city would sell its harbour. ¶1
- **2026-07** ("July") The Port Union, which has called the sale "a disaster", may strike in July if the talks fail. ¶2
- **summer 2027** The harbour on the Grey River is expected to close in the summer of 2027. ¶3
"""


def brief_of_text(text: str, **parts: Any) -> Brief:
    """Returns a brief that holds these parts of a text of one paragraph, and nothing else."""
    empty = harbour_brief()._replace(
        summary=(), actors=(), places=(), quotes=(), claims=(), dates=(), timeline=(), warnings=(),
        paragraphs=((0, len(text)),),
    )
    return empty._replace(document=empty.document._replace(text=text), **parts)


def claim_lines(text: str, content: str, cue: str, source: str = "", name: str = "", **fields: Any) -> list[str]:
    """Returns the lines for one claim: its parts are told from each other by a bar."""
    parts = tuple(_span(text, part) for part in content.split("|"))
    voice = "source" if name else "unnamed"
    claimant = Ref(("a1",), name, *_span(text, source)) if source else Ref((), name, None, None, None)
    claim = Claim(
        "c1", " […] ".join(part.text for part in parts), parts, voice, claimant if name else None,
        Cue(*_span(text, cue), "say") if cue else None, "statement", "positive", "certain", (), None, None, (), (), 1,
        Span(text, 0, len(text)), "claim.test",
    )._replace(**fields)
    return to_markdown(brief_of_text(text, claims=(claim,))).splitlines()[-3:]


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(words, start, start + len(words))


class PageTest(unittest.TestCase):
    maxDiff = None

    def test_the_whole_page(self) -> None:
        self.assertEqual(to_markdown(harbour_brief()), GOLDEN)

    def test_empty_sections_are_left_out(self) -> None:
        page = to_markdown(brief_of_text(""))
        self.assertEqual(page.count("#"), 1)
        for part, heading in (
            ("summary", "In brief"), ("actors", "Who\n"), ("places", "Places"), ("claims", "Who claims"),
            ("quotes", "In their words"), ("timeline", "When"),
        ):
            for value in (None, ()):
                with self.subTest(part=part, value=value):
                    page = to_markdown(harbour_brief()._replace(**{part: value}))
                    self.assertNotIn(f"## {heading}", page)
                    self.assertNotIn("\n\n\n", page)

    def test_facts_that_are_unknown_are_left_out(self) -> None:
        document = harbour_brief().document
        for changes, first in (
            ({"title": None}, "# harbour\n"),
            ({"title": None, "id": ""}, "# Untitled\n"),
            (
                {"byline": "By Jo Doe"},
                "# Mayor rejects harbour plan\n\nThe Daily Test · 2026-06-02 · By Jo Doe · 62 words",
            ),
            (
                {"publisher": None, "byline": None, "published": None, "path": "-"},
                "# Mayor rejects harbour plan\n\n62 words\n\n",
            ),
        ):
            with self.subTest(changes):
                page = to_markdown(harbour_brief()._replace(document=document._replace(**changes)))
                self.assertEqual(page[: len(first)], first)

    def test_actors_beyond_the_table_are_named(self) -> None:
        actor = (harbour_brief().actors or ())[0]
        cast = tuple(actor._replace(id=f"a{n}", name=f"Actor {n}") for n in range(1, ACTOR_ROWS + 3))
        page = to_markdown(brief_of_text(TEXT, actors=cast))
        self.assertIn(f"\nAlso named: Actor {ACTOR_ROWS + 1} (person), Actor {ACTOR_ROWS + 2} (person)\n", page)
        self.assertEqual(page.count("\n| Actor"), ACTOR_ROWS)

    def test_a_group_says_whose_it_is(self) -> None:
        lee, union = harbour_brief().actors or ()
        staff = union._replace(id="a3", name="Port staff", type="group", of="a2", roles=(span("Mayor"),) * 2)
        page = to_markdown(harbour_brief()._replace(actors=(lee, union, staff)))
        self.assertRegex(page, r"\| Port staff +\| group of Port Union +\| Mayor +\|")

    def test_acts_leave_out_what_the_summary_told(self) -> None:
        lee, union = harbour_brief().actors or ()
        told, untold = span("The deal looks doomed."), span("It has not\nconfirmed a date.")
        brief = harbour_brief()._replace(
            actors=(lee._replace(acts=(told, untold)), union._replace(acts=(untold,))), summary=(told,)
        )
        page = to_markdown(brief)
        self.assertIn("## Who does what\n\n- **Ann Lee:** It has not confirmed a date. ¶2\n\n", page)


class ClaimTest(unittest.TestCase):
    def test_words_of_attribution(self) -> None:
        rows = (
            # text, content, cue, source, name, line
            ("He argued that it failed.", "it failed", "argued", "He", "Ann Lee", 'He argued that it failed'),
            ("Lee argued that it failed.", "it failed", "argued", "Lee", "Ann Lee", "argued that it failed"),
            ("Mayor Ann Lee, 40, says it failed.", "it failed", "says", "Mayor Ann Lee, 40", "Ann Lee",
             "says it failed"),
            ("Norvik says it failed.", "it failed", "says", "Norvik", "Norvik Marine", "says it failed"),
            ("Trump officials say it failed.", "it failed", "say", "Trump officials", "Donald Trump",
             'Trump officials say it failed'),
            ("It failed, said the mayor.", "It failed", "said", "the mayor", "Ann Lee", "said the mayor: It failed"),
            ("According to her, it failed.", "it failed", "According to", "her", "Ann Lee",
             "According to her: it failed"),
            ("It failed, she told reporters in Bern.", "It failed", "told", "she", "Ann Lee",
             'she told reporters in Bern: It failed'),
            ("Asked whether it failed, she would not say.", "whether it failed", "would not say", "she", "Ann Lee",
             "she would not say whether it failed"),
            ("It failed, she said, smiling.", "It failed", "said", "she", "Ann Lee", 'she said: It failed'),
            ("It failed, she said on Monday, and fell.", "It failed|and fell", "said", "she", "Ann Lee",
             'she said on Monday: It failed […] and fell'),
            ('He vowed that "it failed".', "it failed", "vowed", "He", "Ann Lee", "He vowed that it failed"),
            ('He asked the crowd "Has it failed?"', "Has it failed?", "asked", "He", "Ann Lee",
             "He asked the crowd: Has it failed?"),
            ("She promised, not for the first time, to go.", "to go", "promised", "She", "Ann Lee",
             'She promised […] to go'),
            ("She told the BBC's 6 o'clock show that it failed.", "it failed", "told", "She", "Ann Lee",
             'She told the BBC\'s 6 o\'clock show that it failed'),
            ('She told the press on Monday: "It failed."', "It failed.", "told", "She", "Ann Lee",
             "She told the press on Monday: It failed."),
            ("She said on Monday, it failed.", "it failed", "said", "She", "Ann Lee",
             "She said on Monday: it failed"),
            ("She said—again—that it failed.", "it failed", "said", "She", "Ann Lee", 'She said […] it failed'),
            ("She said to the press in what was by then the longest speech of all her days at the port that it failed.",
             "it failed", "said", "She", "Ann Lee", 'She said […] it failed'),
            ("She wants to go.", "to go", "wants", "She", "Ann Lee", 'She wants to go'),
            ("It failed, she said in the very long, and winding, statement.", "It failed", "said", "she", "Ann Lee",
             'she said in the very long: It failed'),
            # What stands between a source and its cue goes with them, but for another verb of the source.
            ("She later told the press that it failed.", "it failed", "told", "She", "Ann Lee",
             "She later told the press that it failed"),
            ("Lee later said that it failed.", "it failed", "said", "Lee", "Ann Lee", "later said that it failed"),
            ("He resigned and said it failed.", "it failed", "said", "He", "Ann Lee", "He said it failed"),
            ("Norvik, a builder, said it failed.", "it failed", "said", "Norvik, a builder", "Kay",
             "Norvik, a builder, said it failed"),
            ("He left, calling it a failure.", "it a failure", "calling", "He", "Ann Lee", "calling it a failure"),
            ("Lee stopped short of saying it failed.", "it failed", "saying", "Lee", "Ann Lee",
             "stopped short of saying it failed"),
            ("If Lee wants to go, we stay.", "to go", "wants", "Lee", "Ann Lee", "If Lee wants to go"),
            ("Spokesmen at Norvik say it failed.", "it failed", "say", "Spokesmen at Norvik", "Spokesmen",
             "Spokesmen at Norvik say it failed"),
            # What turns or lessens a subject stays with it.
            ("Not all owners say it failed.", "it failed", "say", "owners", "owners", "Not all owners say it failed"),
            ("Few owners say it failed.", "it failed", "say", "Few owners", "owners", "Few owners say it failed"),
            ("Kay left, nor did Lee say it failed.", "it failed", "say", "Lee", "Lee", "nor did Lee say it failed"),
            ("Nor is it over, Lee said.", "is it over", "said", "Lee", "Lee", "said: Nor is it over"),
            ("Lee does not, however, say it failed.", "it failed", "say", "Lee", "Lee",
             "does not, however, say it failed"),
            # An owner belongs to its noun.
            ("Oslo's decision to go was late.", "to go", "decision", "Oslo", "Norway", "Oslo's decision to go"),
            ("Oslo’s decision to go was late.", "to go", "decision", "Oslo", "Oslo", "Oslo’s decision to go"),
            # A relative pronoun says nothing below the name that it stands for.
            ("Lee, who said it failed, left.", "it failed", "said", "who", "Ann Lee", "said it failed"),
            # Who holds what of whom is told as the article has it.
            ("It was backed by half of them on Monday.", "It|on Monday", "was backed by", "half of them", "Kay",
             "It was backed by half of them on Monday"),
            ("Says Lee: It failed.", "It failed", "Says", "Lee", "Ann Lee", "says: It failed"),
            ("One can, as he says, wait.", "One can|wait", "says", "he", "Ann Lee", "as he says: One can […] wait"),
            ("She stated: it failed.", "it failed", "stated:", "She", "Ann Lee", "She stated: it failed"),
            # What a relative pronoun stands for is told with it, where the rest says nothing without.
            ("Kay left the old port, which Lee calls a farce.", "a farce", "calls", "Lee", "Ann Lee",
             "Kay left the old port, which Lee calls a farce"),
            ("It rained, but the deal, which Lee says will fail, holds.", "which|will fail", "says", "Lee", "Ann Lee",
             "the deal, which Lee says will fail"),
            ("It rained on what Lee calls a farce.", "a farce", "calls", "Lee", "Ann Lee",
             "It rained on what Lee calls a farce"),
            ("Kay saw the port in which Lee wants a quay.", "a quay", "wants", "Lee", "Ann Lee", "wants a quay"),
            ("He vowed, of all things, that it failed.", "it failed", "vowed", "He", "Ann Lee",
             "He vowed, of all things, that it failed"),
            ("She said that, it failed.", "it failed", "said", "She", "Ann Lee", "She said that it failed"),
            # Of what stands behind a cue, what is broken off is not told.
            ("It failed, she said on Kay's \"Hour\".", "It failed", "said", "she", "Ann Lee", "she said: It failed"),
            (f"It failed, she told Kay on air when {'very ' * 20}much was asked.", "It failed", "told", "she",
             "Ann Lee", "she told Kay on air: It failed"),
            # A name that is shown above is not told again, who it is only where it leads.
            ("It failed, said Ann Lee, who left.", "It failed", "said", "Ann Lee, who left", "Ann Lee",
             "said: It failed"),
            ("It failed, said a friend of Ann Lee.", "It failed", "said", "a friend of Ann Lee", "Lee",
             "said: It failed"),
            ("It failed, said Lee’s brother.", "It failed", "said", "Lee’s brother", "Lee",
             "said Lee’s brother: It failed"),
            ("It failed, according to Ann Lee, who left.", "It failed", "according to", "Ann Lee, who left", "Ann Lee",
             "according to Ann Lee: It failed"),
            ("LEE: It failed.", "It failed", ":", "LEE", "Ann Lee", "It failed"),
            ("«It failed», she wrote. «So be it.»", "It failed|So be it", "wrote", "she", "Ann Lee",
             "she wrote: It failed […] So be it"),
            (f"It failed, she said in a {'very ' * 20}long speech.", "It failed", "said", "she",
             "Ann Lee", 'she said: It failed'),
        )
        for text, content, cue, source, name, line in rows:
            with self.subTest(text):
                lines = claim_lines(text, content, cue, source, name)
                self.assertEqual(lines, [f"### {name}", "", f"- {line} ¶1"])

    def test_what_claims_nothing_is_no_line(self) -> None:
        rows: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
            ("If Lee wants to go, we stay.", "to go", "wants", "Lee", {"polarity": "unknown"}),
            ("The book, written by Lee.", "book", "written by", "Lee", {}),
            ("The Port wrote: The Port", "The Port", "wrote", "The Port", {}),
        )
        for text, content, cue, source, fields in rows:
            with self.subTest(text):
                page = claim_lines(text, content, cue, source, source, **fields)
                self.assertEqual([line for line in page if line.startswith("- ")], [])
        page = claim_lines("Asked about fraud, Lee left.", "about fraud", "Asked", kind="question")
        self.assertEqual([line for line in page if line.startswith("- ")], [])
        self.assertEqual(claim_lines("Lee denied fraud.", "fraud", "denied", "Lee", "Lee", kind="denial")[-1],
                         "- denied fraud — *denial* ¶1")

    def test_who_writes_and_who_reads(self) -> None:
        for text, source, heading in (
            ("I hope that it failed.", "I", "### The author"),
            ("We hope that it failed.", "We", "### The author"),
            ("You hope that it failed.", "You", ""),
            ("They hope that it failed.", "They", "### Other sources"),
        ):
            with self.subTest(text):
                claimant = Ref((), source, *_span(text, source))
                lines = claim_lines(text, "it failed", "hope", claimant=claimant, voice="source")
                self.assertEqual([line for line in lines if line.startswith("### ")], [heading] if heading else [])
        quoted = extract("Ann Lee said on Monday: “I hope that it failed.”")
        self.assertNotIn("### The author", to_markdown(quoted))

    def test_deeds_of_things_are_no_claims(self) -> None:
        for source, rule, told in (
            ("his support", "attribution.verb_object", False),
            ("the rise of Lee", "attribution.verb_as", False),
            ("his support", "attribution.verb_that", True),
            ("a report on Lee", "attribution.verb_object", True),
            ("experts in Velden", "attribution.verb_object", True),
            ("a third of them", "attribution.verb_object", True),
            ("hundreds of flights", "attribution.verb_object", False),
            ("hundreds of loyalists", "attribution.verb_object", True),
            ("dozens of officials in Bern", "attribution.verb_object", True),
            ("57 percent", "attribution.verb_object", True),
            ("the Velden Trust", "attribution.verb_object", True),
            ("it", "attribution.verb_object", True),
        ):
            with self.subTest(source, rule=rule):
                text = f"Now {source} shows a rift."
                claimant = Ref((), source, *_span(text, source))
                page = claim_lines(text, "a rift", "shows", claimant=claimant, voice="source", rule=rule)
                self.assertEqual(any(line.startswith("- ") for line in page), told)

    def test_a_warning_is_told_once(self) -> None:
        brief = harbour_brief()
        page = to_markdown(brief._replace(warnings=brief.warnings * 3))
        self.assertIn("**Note:** the metadata name another language (3 times)\n", page)

    def test_sources_that_are_no_actors_stand_together(self) -> None:
        rows = (
            # text, content, cue, source, name, line
            ("Some experts say it failed.", "it failed", "say", "Some experts", "Some experts",
             "**Some experts** say it failed"),
            ("It failed, said a neighbour, smiling.", "It failed", "said", "a neighbour", "a neighbour",
             "said **a neighbour**: It failed"),
            ("According to the trust, it failed.", "it failed", "According to", "the trust", "the trust",
             "According to **the trust**: it failed"),
            ("Ask those who say it failed.", "it failed", "say", "who", "those", "**those** who say it failed"),
            ("There is pressure from officials who say it failed.", "it failed", "say", "who",
             "pressure from officials", "**officials** who say it failed"),
            ("Ask members of teams who say it failed.", "it failed", "say", "who", "members of teams",
             "**members of teams** who say it failed"),
            ("Kay stays, who says it failed.", "it failed", "says", "who", "who", "says it failed"),
            ("Ask Kay, who says it failed.", "it failed", "says", "who", "Kay", "**Kay**, who says it failed"),
            ("It says that it failed.", "it failed", "says", "It", "It", "It says that it failed"),
            ("Traders wait, eager to see if it failed.", "it failed", "to see", "Traders", "Traders",
             "**Traders** […] to see if it failed"),
        )
        for text, content, cue, source, name, line in rows:
            with self.subTest(text):
                claimant = Ref((), name, *_span(text, source))
                lines = claim_lines(text, content, cue, claimant=claimant, voice="source")
                self.assertEqual(lines, ["### Other sources", "", f"- {line} ¶1"])

    def test_what_has_no_source(self) -> None:
        rows = (
            ("The pact is expected to hold.", "The pact|hold", "is expected to", "The pact is expected to hold"),
            ("It is said that it failed.", "it failed", "is said", "It is said that it failed"),
            (
                f"It is said in the town{', and in the harbour' * 8}, that it failed.", "it failed", "is said",
                "it failed",
            ),
            ("The dead have not been named.", "The dead", "have not been named", "The dead have not been named"),
            (
                f"It rained{', and rained' * 13}, they said.", "It rained", "said", "It rained",
            ),
            ("It failed.", "It failed", "", "It failed"),
        )
        for text, content, cue, line in rows:
            with self.subTest(text):
                self.assertEqual(claim_lines(text, content, cue), ["### Unnamed sources", "", f"- {line} ¶1"])
        long = f"it failed{', and failed' * 15}"
        self.assertEqual(claim_lines(f"At dawn, it seems {long}.", long, "seems")[-1], f"- it seems {long} ¶1")
        lines = claim_lines("It failed.", "It failed", "", voice="article")
        self.assertEqual(lines, ["### The article itself", "", "- It failed ¶1"])

    def test_notes_say_what_the_words_leave_out(self) -> None:
        text = "She says it may fail if it rains."
        hedge, inside = _span(text, "may"), _span(text, "if it rains")
        outside = _span(text, "She")
        rows: tuple[tuple[dict[str, Any], str], ...] = (
            ({}, ""),
            ({"kind": "demand", "certainty": "unknown"}, "demand"),
            ({"kind": "question", "polarity": "unknown", "certainty": "unknown"}, "question"),
            ({"kind": "denial", "polarity": "negative"}, "denial"),
            ({"polarity": "negative"}, "held to be untrue"),
            ({"kind": "opinion", "polarity": "negative"}, "opinion; opposed"),
            ({"kind": "intention", "polarity": "negative"}, "intention; refused"),
            ({"polarity": "unknown", "certainty": "unknown"}, "neither affirmed nor denied"),
            ({"kind": "promise", "polarity": "unknown", "certainty": "unknown"}, "neither affirmed nor denied"),
            ({"certainty": "possible", "hedges": (hedge,)}, "hedged as possible (may)"),
            ({"certainty": "probable"}, "hedged as probable"),
            ({"certainty": "unknown", "hedges": (hedge,)}, "certainty left open (may)"),
            ({"condition": inside}, "conditional"),
            ({"condition": outside}, "conditional: She"),
            ({"kind": "prediction", "certainty": "possible", "condition": inside},
             "prediction; hedged as possible; conditional"),
        )
        for fields, notes in rows:
            with self.subTest(fields):
                lines = claim_lines(text, "it may fail if it rains", "says", "She", "Ann Lee", **fields)
                expected = f'- She says it may fail if it rains{f" — *{notes}*" if notes else ""} ¶1'
                self.assertEqual(lines[-1], expected)

    def test_an_open_stance_is_never_worded_as_a_denial(self) -> None:
        for kind in ("question", "demand", "promise", "intention", "prediction", "opinion", "statement"):
            with self.subTest(kind):
                line = claim_lines("She declined to say why.", "why", "declined to say", "She", "Ann Lee", kind=kind,
                                   polarity="unknown", certainty="unknown")[-1]
                self.assertNotRegex(line, "denial|untrue|refused|reject")

    def test_what_is_said_twice_is_told_once_with_its_places(self) -> None:
        brief = harbour_brief()
        denial = (brief.claims or ())[0]
        again = denial._replace(id="c9", paragraph=3)
        page = to_markdown(brief._replace(claims=(denial, again)))
        self.assertEqual(page.count("would sell its harbour — *denial*"), 1)
        self.assertIn("- denied on Monday that the city would sell its harbour — *denial* ¶1, ¶3\n", page)

    def test_what_begins_alike_stands_together(self) -> None:
        text = "She said the city must sell the port to Kay. She said the city must sell the port to pay its debts."
        first, second = "the city must sell the port to Kay", "the city must sell the port to pay its debts"
        claims = tuple(
            Claim(f"c{n}", words, (_span(text, words),), "source", Ref(("a1",), "Ann Lee", "She", at, at + 3),
                  Cue("said", at + 4, at + 8, "say"), "demand", "positive", "unknown", (), None, None, (), (), 1,
                  Span(text, 0, len(text)), "claim.test")
            for n, (words, at) in enumerate(((first, 0), (second, text.rindex("She"))), 1))
        page = to_markdown(brief_of_text(text, claims=claims))
        self.assertIn(f"- She said {first} — *demand* ¶1\n  - also: She said {second} — *demand* ¶1\n", page)

    def test_a_group_begins_with_a_capital_where_it_leads(self) -> None:
        lee, union = harbour_brief().actors or ()
        crews = lee._replace(name="ferry crews", type="group", acts=(span("The deal looks doomed."),))
        (claim, *_) = harbour_brief().claims or ()
        said = claim._replace(claimant=Ref(("a1",), "ferry crews", *_span(TEXT, "Mayor Ann Lee")))
        page = to_markdown(harbour_brief()._replace(actors=(crews, union), claims=(said,)))
        for part in ("\n| Ferry crews ", "\n- **Ferry crews:** ", "\n### Ferry crews\n"):
            self.assertIn(part, page)

    def test_claims_are_grouped_by_the_salience_of_the_claimant(self) -> None:
        brief = harbour_brief()
        lee, union = brief.actors or ()
        page = to_markdown(brief._replace(actors=(union, lee), claims=tuple(reversed(brief.claims or ()))))
        self.assertEqual(
            re.findall("(?m)^### (.*)", page), ["Port Union", "Ann Lee", "Unnamed sources", "The article itself"]
        )


class MarksTest(unittest.TestCase):
    def test_marks_stand_around_what_is_quoted_and_nothing_else(self) -> None:
        rows = (
            # text, content, quoted, line
            ('He said "we go".', "we go", "we go", "“we go”"),
            ('He said it was "a mess" now.', 'it was "a mess" now', "a mess", "it was “a mess” now"),
            ('He said it was "a mess".', 'it was "a mess', "a mess", "it was “a mess”"),
            ("He said it was «a mess».", "it was «a mess»", "a mess", "it was “a mess”"),
            ("He said ‘no “way” out’.", "no “way” out", "no “way” out", "‘no “way” out’"),
            ('He said "x" and "y" too.', '"x" and "y" too', "x|y", "“x” and “y” too"),
            ("He said we go.", "we go", "", "we go"),
        )
        for text, content, quoted, expected in rows:
            with self.subTest(text):
                stretches = tuple(_span(text, words) for words in quoted.split("|") if words)
                part = _span(text, content)
                quote = Quote(
                    "q1", "mixed", content, (part,), stretches, None, None, 1, Span(text, 0, len(text)), "quote.test"
                )
                claim = Claim(
                    "c1", content, (part,), "unnamed", None, None, "statement", "positive", "certain", (), None, "q1",
                    (), (), 1, quote.context, "claim.test",
                )
                page = to_markdown(brief_of_text(text, quotes=(quote,), claims=(claim,)))
                self.assertIn(f"\n- {expected} ¶1\n", page)

    def test_a_paraphrase_is_not_in_their_words(self) -> None:
        for quote in harbour_brief().quotes or ():
            page = to_markdown(harbour_brief()._replace(quotes=(quote,), claims=()))
            with self.subTest(quote.form):
                self.assertEqual("## In their words" in page, quote.form == "direct")

    def test_a_few_words_within_a_paraphrase_do_not_stand_alone(self) -> None:
        mixed = (harbour_brief().quotes or ())[2]
        for words, shown in (("a disaster", False), ("Port Union, which", True), ('called the sale "a disaster', True)):
            with self.subTest(words):
                page = to_markdown(harbour_brief()._replace(quotes=(mixed._replace(quoted=(span(words),)),)))
                self.assertEqual("— Port Union" in page, shown)


    def test_words_that_two_quotes_hold_are_told_once(self) -> None:
        quote = next(quote for quote in harbour_brief().quotes or () if quote.form == "direct")
        quotes = (quote._replace(speaker=None), quote._replace(id="q9"))
        told = to_markdown(harbour_brief()._replace(quotes=quotes)).partition("## In their words\n\n")[2].splitlines()
        self.assertEqual([line.rpartition("—")[2].strip() for line in told[:told.index("")]], ['Ann Lee ("she") ¶1'])

    def test_who_is_known_by_a_pronoun_alone_is_unnamed(self) -> None:
        quote = next(quote for quote in harbour_brief().quotes or () if quote.form == "direct")
        for speaker, wanted in (
            (Ref((), "It", "It", 0, 2), '” — unnamed ("It") ¶'),
            (Ref((), "a neighbour", "a neighbour", 0, 11), "” — a neighbour ¶"),
        ):
            with self.subTest(speaker.name):
                page = to_markdown(harbour_brief()._replace(quotes=(quote._replace(speaker=speaker),)))
                self.assertIn(wanted, page)


class TimelineTest(unittest.TestCase):
    def test_a_sentence_told_before_is_shortened_around_its_next_date(self) -> None:
        sentence = (
            "Last year the port, which is the oldest on the whole coast and the last one with a wooden quay, lost a "
            "third of its ships to its rivals further north, and by 2030 it may well be closed to all but the smallest "
            "of the fishing boats that have used it since it was built."
        )
        brief = harbour_brief()
        event, date = (brief.timeline or ())[0], (brief.dates or ())[0]
        whole = Span(sentence, 0, len(sentence))
        dates = tuple(
            date._replace(id=f"d{n}", text=words, start=sentence.index(words), end=sentence.index(words) + len(words),
                          anchor=anchor)
            for n, (words, anchor) in enumerate((("Last year", "reference_date"), ("2030", None)), 1)
        )
        events = tuple(
            event._replace(date=f"d{n}", value=value, text=whole.text, start=0, end=whole.end, paragraph=1)
            for n, value in enumerate(("2025", "2030"), 1)
        )
        page = to_markdown(brief_of_text(sentence, dates=dates, timeline=events))
        self.assertEqual(
            page.partition("## When\n\n")[2].splitlines(),
            [
                f'- **2025** ("Last year") {sentence} ¶1',
                "- **2030** […] a third of its ships to its rivals further north, and by 2030 it may well be closed to "
                "all but the smallest of the […] ¶1",
            ],
        )


    def test_what_tells_its_day_alone_is_left_out(self) -> None:
        text = "Ann Lee spoke of a new bridge.\n\nFORUM: When?\n\nLEE: Tomorrow.\n\nFORUM: Who pays for it on 9 May?"
        page = to_markdown(extract(text, published="2026-05-04"))
        lines = page.partition("## When\n\n")[2].splitlines()
        self.assertEqual([line[:16] for line in lines if line.startswith("- ")], ["- **2026-05-09**"])

    def test_a_title_is_told_where_the_body_has_not_its_day(self) -> None:
        for body, wanted in (("Velden voted on 3 May 2026.", ["Velden voted"]),
                             ("Velden voted on 4 May 2026.", ["Ann Lee wins", "Velden voted"])):
            with self.subTest(body):
                page = to_markdown(extract("Ann Lee wins vote of 3 May 2026\n\n" + body + " Ann Lee won in Velden."))
                lines = page.partition("## When\n\n")[2].splitlines()
                self.assertEqual([line.split("** ")[1][:12] for line in lines], wanted)
                self.assertRegex(page, r"\| Ann Lee +\| person +\| +\| 1.00 +\| ¶1 +\|")

    def test_the_ends_of_a_span_are_one_entry(self) -> None:
        for sentence, wanted in (
            ("The poll was taken March 3-7 in Velden.", '**2026-03-03 to 2026-03-07** ("March 3-7")'),
            ("The port was shut from 2009 to 2013 by law.", "**2009 to 2013**"),
            ("The port was shut between 2009 and 2013 by law.", "**2009 to 2013**"),
            ("The port was shut in 2009 and 2013 by law.", "**2009**|**2013**"),
            ("The port was shut in 2013, in 2009 by law.", "**2009**|**2013**"),
        ):
            with self.subTest(sentence):
                brief = extract(sentence, published="2026-04-02")
                lines = to_markdown(brief).partition("## When\n\n")[2].splitlines()
                self.assertEqual([line[2:2 + len(when)] for line, when in zip(lines, wanted.split("|"), strict=True)],
                                 wanted.split("|"))
                self.assertNotIn("\n- **2013", to_markdown(brief, explain=True) if "to" in wanted else "")

    def test_a_day_is_told_once_with_its_hour(self) -> None:
        brief = harbour_brief()
        event = (brief.timeline or ())[0]
        events = (event, event._replace(value="2026-06-01T10:00"), event._replace(value="2026-06"))
        page = to_markdown(brief._replace(timeline=events))
        self.assertEqual(re.findall(r"(?m)^- \*\*(.*?)\*\*", page.partition("## When")[2]),
                         ["2026-06-01 10:00", "2026-06"])


class HostileTextTest(unittest.TestCase):
    def test_nothing_of_the_text_becomes_markup(self) -> None:
        generator = random.Random(7)
        for _ in range(120):
            brief: Brief = _hostile(harbour_brief(), generator)
            text = "".join(generator.choice(PIECES) for _ in TEXT)
            page = to_markdown(brief._replace(document=brief.document._replace(text=text)))
            with self.subTest(page=ascii(page)[:2000]):
                self.assertNotRegex(page, "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\ud800-\udfff]")
                for line in page.splitlines():
                    self.check(line)

    def check(self, line: str) -> None:
        """Takes the page's own markup off a line; what is left acts on nothing."""
        if line.startswith("| "):
            for cell in re.split(r"(?<!\\)\|", without_escapes(line))[1:-1]:
                self.assertIsNone(ACTIVE.search(cell.strip()), line)
            return
        content = re.sub(r"^(- |#{1,3} )", "", line).strip()
        own = re.sub(r"\*\*(.*?)\*\*|— \*(.*?)\*(?= ¶|$)", r"\1\2", without_escapes(content))
        self.assertIsNone(ACTIVE.search(own), line)
        self.assertIsNone(BLOCK.match(without_escapes(content)), line)


def _hostile(value: Any, generator: random.Random) -> Any:
    """Returns a brief in which each string that a text can fill is replaced by pieces of markup."""
    if isinstance(value, tuple):
        items = [_hostile(item, generator) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    if isinstance(value, str) and re.fullmatch(r"[a-z]\d|[a-z]+|[A-Z]+", value) is None:
        return "".join(generator.choice(PIECES) for _ in range(generator.randint(1, 8)))
    return value
