"""Quotes and claims as views of attributions."""
import unittest

from briefx.extraction.claims import views
from briefx.model import Claim, Date, Quote, Span
from tests.extraction.attributed import Cast, attributed


def viewed(marked: str, **options: object) -> tuple[list[Quote], list[Claim]]:
    analysis, attribution = attributed(marked, **options)  # type: ignore[arg-type]
    return views(analysis, [attribution], Cast(analysis), [])


def claim_of(marked: str, **options: object) -> Claim:
    return viewed(marked, **options)[1][0]


class ViewsTest(unittest.TestCase):
    def test_speech_makes_a_quote_and_a_claim_that_names_it(self) -> None:
        quotes, claims = viewed("“<We left>,” [Ann] {said}, “<before it rained>.”", frame="quote")
        self.assertEqual([quote.id for quote in quotes], ["q1"])
        quote, claim = quotes[0], claims[0]
        self.assertEqual(quote.form, "direct")
        self.assertEqual(quote.text, "We left […] before it rained")
        self.assertEqual([span.text for span in quote.quoted], ["We left", "before it rained"])
        self.assertEqual((quote.speaker.name, quote.speaker.text), ("Ann", "Ann"))
        self.assertEqual((quote.cue.text, quote.cue.lemma), ("said", "say"))
        self.assertEqual(claim.quote, "q1")
        self.assertEqual((claim.parts, claim.text, claim.context), (quote.parts, quote.text, quote.context))
        self.assertEqual((claim.claimant, claim.rule, claim.voice), (quote.speaker, quote.rule, "source"))

    def test_indirect_and_mixed_speech(self) -> None:
        quotes, _ = viewed("[Ann] {said} that <the plan was old>.")
        self.assertEqual((quotes[0].form, quotes[0].quoted), ("indirect", ()))
        quotes, _ = viewed("[Ann] {said} that <the plan was “a bad joke” from the start>.")
        self.assertEqual((quotes[0].form, [span.text for span in quotes[0].quoted]), ("mixed", ["a bad joke"]))

    def test_an_attitude_makes_no_quote_unless_words_stand_in_marks(self) -> None:
        quotes, claims = viewed("[Ann] {plans} <to leave>.", frame="inf", speech=False)
        self.assertEqual((quotes, claims[0].quote), ([], None))
        quotes, claims = viewed("[Ann] {fears} “<a long war>”.", frame="object", speech=False)
        self.assertEqual(claims[0].quote, quotes[0].id)

    def test_the_word_that_turns_a_content_belongs_to_it(self) -> None:
        for marked, text in (
            ("Nor <are taxes likely to fall>, [Ann] {said}.", "Nor are taxes likely to fall"),
            ("It rained, nor <did it stop>, [Ann] {said}.", "nor did it stop"),
            ("[Ann] {said} nor <the port was open>.", "the port was open"),
            ("Nor <the taxes>, [Ann] {said}.", "the taxes"),
            *((f"{word} <are taxes likely to fall>, [Ann] {{said}}.", f"{word} are taxes likely to fall")
              for word in ("Hardly", "Neither", "Never", "Rarely", "Scarcely", "Seldom")),
            *((f"{word} <are taxes likely to fall>, [Ann] {{said}}.", "are taxes likely to fall")
              for word in ("Often", "So", "Not", "Now")),
            ("Nor <did taxes fall>, [Ann] {said}.", "Nor did taxes fall"),
            ("Nor <has it stopped>, [Ann] {said}.", "Nor has it stopped"),
            ("Nor <may it stop>, [Ann] {said}.", "Nor may it stop"),
            ("Nor “<are taxes likely to fall>”, [Ann] {said}.", "are taxes likely to fall"),
            ("Nor (<are taxes likely to fall>), [Ann] {said}.", "are taxes likely to fall"),
            ("Nor-<are taxes likely to fall>, [Ann] {said}.", "are taxes likely to fall"),
            ("<Are taxes low>, [Ann] {said}, nor <did they fall>.", "Are taxes low […] did they fall"),
            ("Nor <did it fall>, [Ann] {said}, <in May>.", "Nor did it fall […] in May"),
            ("<Are taxes likely to fall>, [Ann] {said}.", "Are taxes likely to fall"),
        ):
            with self.subTest(marked):
                self.assertEqual(claim_of(marked).text, text)

    def test_actors_are_those_of_all_parts_each_once(self) -> None:
        claim = claim_of("“<Bo saw Kay>,” [Ann] {said}, “<and Kay saw Al>.”", frame="quote")
        self.assertEqual(claim.actors, ("Bo", "Kay", "Al"))
        self.assertEqual(claim_of("“<Kay saw Bo and Kay>,” [Ann] {said}.", frame="quote").actors, ("Kay", "Bo"))

    def test_they_come_in_text_order(self) -> None:
        analysis, first = attributed("[Ann] {said} that <it rained> and it snowed.")
        _, second = attributed("[Ann] {said} that it rained and <it snowed>.")
        early = second._replace(cue=None, content=first.content)
        for given in ([second, first], [first, second]):
            found = views(analysis, given, Cast(analysis), [])[1]
            self.assertEqual([one.text for one in found], ["it rained", "it snowed"])
        for given in ([first, early], [early, first]):
            found = views(analysis, given, Cast(analysis), [])[1]
            self.assertEqual([one.cue and one.cue.text for one in found], [None, "said"])

    def test_without_source_or_cue(self) -> None:
        claim = claim_of("<The club> {is expected} <to win>.", frame="inf", speech=False)
        self.assertEqual((claim.voice, claim.claimant, claim.text), ("unnamed", None, "The club […] to win"))
        claim = claim_of("<It was a disaster>.", frame="none", speech=False)
        self.assertEqual((claim.voice, claim.claimant, claim.cue), ("article", None, None))

    def test_actors_and_dates_of_the_content_alone(self) -> None:
        analysis, attribution = attributed("On Monday [Ann] {said} that <Bob met Carol on Tuesday in May>.")
        text = analysis.text

        def date(number: int, words: str) -> Date:
            start = text.index(words)
            end = start + len(words)
            return Date(f"d{number}", words, start, end, "DATE", "XXXX-XX-XX", None, None, None, None, None, None, 1,
                        Span(words, start, end), "date.test")

        dates = [date(1, "Monday"), date(2, "Tuesday"), date(3, "May")]
        _, claims = views(analysis, [attribution], Cast(analysis), dates)
        self.assertEqual(claims[0].actors, ("Bob", "Carol", "Tuesday", "May"))
        self.assertEqual(claims[0].dates, ("d2", "d3"))

    def test_text_order_and_ids(self) -> None:
        analysis, first = attributed("[Ann] {said} that <it rained>. Bob said that it snowed.")
        at = analysis.text.index("it snowed")
        tokens = analysis.token_at(at)
        second = first._replace(content=((at, at + 9),), source=(tokens - 3, tokens - 2), cue=(tokens - 2, tokens - 1))
        _, claims = views(analysis, [second, first], Cast(analysis), [])
        self.assertEqual([(claim.id, claim.quote, claim.text) for claim in claims],
                         [("c1", "q1", "it rained"), ("c2", "q2", "it snowed")])
        self.assertEqual([claim.context.text for claim in claims],
                         ["Ann said that it rained.", "Bob said that it snowed."])

    def test_order_of_what_begins_together(self) -> None:
        """By the last part, then by the cue, what has none first."""
        analysis, first = attributed("[Ann] {fears} {hopes} <a storm at sea>.", frame="object", speech=False)
        start, end = first.content[0]
        cue = first.cue
        late = first._replace(cue=(cue[0] + 1, cue[1] + 1))
        bare = first._replace(cue=None, head=None)
        at_start = first._replace(cue=(0, 1), head=0)
        short = late._replace(content=((start, end - 7),))
        both = first._replace(cue=(cue[0], cue[1] + 1))
        split = late._replace(content=((start, end - 7), (end - 3, end)))
        _, claims = views(analysis, [late, both, at_start, bare, split, short], Cast(analysis), [])
        self.assertEqual([(claim.text, claim.cue and claim.cue.text) for claim in claims],
                         [("a storm", "hopes"), ("a storm […] sea", "hopes"), ("a storm at sea", None),
                          ("a storm at sea", "Ann"), ("a storm at sea", "fears hopes"), ("a storm at sea", "hopes")])

    def test_context_of_parts_in_two_sentences(self) -> None:
        claim = claim_of("[Ann] {fears} <a storm>. The boats are <out at sea>. It is dark.",
                         frame="object", speech=False)
        self.assertEqual((claim.text, claim.context.text),
                         ("a storm […] out at sea", "Ann fears a storm. The boats are out at sea."))

    def test_dates_and_actors_of_each_part(self) -> None:
        analysis, attribution = attributed("“<Bob met Carol on Tuesday>,” [Ann] {said} on Monday, “<in May with Bob>.”")
        text = analysis.text
        dates = [Date(f"d{number}", words, text.index(words), text.index(words) + len(words), "DATE", "XXXX-XX-XX",
                      None, None, None, None, None, None, 1, Span(words, 0, 0), "date.test")
                 for number, words in enumerate(("Tuesday", "Tuesday,” Ann", "Monday", "May"), 1)]
        _, [claim] = views(analysis, [attribution], Cast(analysis), dates)
        self.assertEqual((claim.actors, claim.dates), (("Bob", "Carol", "Tuesday", "May"), ("d1", "d4")))

    def test_spans_are_verbatim(self) -> None:
        analysis, attribution = attributed("[Ann] {suggested} that <the club might leave if it\nlost>.")
        for items in views(analysis, [attribution], Cast(analysis), []):
            for item in items:
                spans = [*item.parts, item.cue, item.context]
                if isinstance(item, Claim):
                    spans += [*item.hedges, item.condition]
                for span in spans:
                    self.assertEqual(analysis.text[span.start:span.end], span.text)


class OwnFutureTest(unittest.TestCase):
    """Whose future it is decides between an intention and a prediction."""

    def kind(self, marked: str, same: dict[str, str] | None = None) -> str:
        analysis, attribution = attributed(marked)
        return views(analysis, [attribution], Cast(analysis, same), [])[1][0].kind

    def test_a_name(self) -> None:
        self.assertEqual(self.kind("[Ann] {said} that <Ann would leave>."), "intention")
        self.assertEqual(self.kind("[Ann] {said} that <Bob would leave>."), "prediction")
        self.assertEqual(self.kind("[Ann] {said} that <Ann’s son would leave>."), "prediction")

    def test_a_pronoun_as_it_is_resolved(self) -> None:
        self.assertEqual(self.kind("[Ann] {said} that <she would leave>.", {"she": "Ann"}), "intention")
        self.assertEqual(self.kind("[Ann] {said} that <he would leave>.", {"he": "Bob"}), "prediction")

    def test_a_pronoun_that_is_not(self) -> None:
        for pronoun, kind in (("he", "intention"), ("she", "intention"), ("it", "intention"), ("they", "intention"),
                              ("you", "prediction"), ("the man", "prediction")):
            with self.subTest(pronoun):
                self.assertEqual(self.kind(f"[Ann] {{said}} that <{pronoun} would leave>."), kind)

    def test_what_nobody_chooses(self) -> None:
        self.assertEqual(self.kind("[Ann] {said} that <she would lose>."), "prediction")


class HedgesTest(unittest.TestCase):
    def test_all_hedging_words_in_text_order(self) -> None:
        claim = claim_of("[Ann] {suggested} that <the club might possibly leave>.")
        self.assertEqual([hedge.text for hedge in claim.hedges], ["suggested", "might", "possibly"])
        self.assertEqual(claim.certainty, "possible")

    def test_none_where_certainty_is_unknown(self) -> None:
        claim = claim_of("[Ann] {asked} <whether the club might leave>.", frame="wh")
        self.assertEqual((claim.certainty, claim.hedges), ("unknown", ()))

    def test_two_words(self) -> None:
        claim = claim_of("[Ann] {said} that <the vase was almost certainly a copy>.")
        self.assertEqual(([hedge.text for hedge in claim.hedges], claim.certainty), (["almost certainly"], "probable"))
