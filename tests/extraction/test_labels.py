"""How claims are labelled: kinds, polarity and certainty where they are easily mistaken for one another."""
from __future__ import annotations

import unittest

from briefx.extraction.claims import views
from briefx.model import Claim
from tests.extraction.attributed import Cast, attributed


def claim_of(marked: str, frame: str) -> Claim:
    analysis, attribution = attributed(marked, frame)
    return views(analysis, [attribution], Cast(analysis), [])[1][0]


class KindTest(unittest.TestCase):
    CASES = (
        # questions
        ("question", "quote", "“<Who pays?>” [Ann] {said}."),
        ("question", "quote", "“<Who pays? Who gains?>” [Ann] {said}."),
        ("statement", "quote", "“<Who paid? Nobody paid.>” [Ann] {said}."),
        ("statement", "quote", "“<Nobody paid. Who could?>” [Ann] {said}."),
        ("question", "wh", "[Ann] {asked} <how the bank lost it>."),
        ("demand", "objinf", "[Ann] {asked} <the bank to pay>."),
        ("demand", "for", "[Ann] {asked for} <a lawyer>."),
        ("question", "quote", "“<Who pays>?” [Ann] {said}."),
        ("question", "quote", "“<Why?>” [Ann] {said}."),
        ("statement", "that", "[Ann] {said} that <the “deal” was what?>."),
        ("demand", "object", "[Ann] {asked} <the crew to pay>."),
        ("question", "object", "[Ann] {asked} <the crew left to pay>."),
        ("question", "object", "[Ann] {asked} <to pay>."),
        ("statement", "object", "[Ann] {told} <the crew, to pay>."),
        ("demand", "pass_object", "[Ann] {was told} <the crew to pay>."),
        # denials: of what is or was, not of what is to come
        ("denial", "that", "[Ann] {does not think} that <the bank paid>."),
        ("prediction", "that", "[Ann] {does not think} that <the bank will pay>."),
        ("denial", "quote", "“<I do not think the bank paid>,” [Ann] {said}."),
        ("prediction", "quote", "“<I do not think the bank will pay>,” [Ann] {said}."),
        ("statement", "that", "[Ann] {did not deny} that <the bank paid>."),
        ("denial", "quote", "“<That is nonsense>,” [Ann] {said}."),
        ("denial", "that", "[Ann] {said} that <it was not true>."),
        ("statement", "that", "[Ann] {said} that <the bank was looking for false coins>."),
        ("denial", "object", "[Ann] {dismissed} <reports of a loss>."),
        ("intention", "object", "[Ann] {dismissed} <the offer of a loan>."),
        ("denial", "quote", "“<I deny it>,” [Ann] {said}."),
        ("denial", "quote", "“<I don’t think the bank closed>,” [Ann] {said}."),
        ("statement", "that", "[Ann] {said} that <she did not believe that the bank closed>."),
        # demands
        ("demand", "quote", "“<Please leave>,” [Ann] {said}."),
        ("statement", "quote", "“<Please>,” [Ann] {said}."),
        ("demand", "quote", "“<And, now, leave the bank>,” [Ann] {said}."),
        ("demand", "quote", "“<Don’t pay>,” [Ann] {said}."),
        ("statement", "quote", "“<Do we pay>,” [Ann] {said}."),
        ("statement", "quote", "“<Leaves fell>,” [Ann] {said}."),
        ("question", "wh", "[Ann]’s {question} <whether the bank closed>."),
        ("demand", "quote", "“<I urge you to pay>,” [Ann] {said}."),
        ("demand", "quote", "“<I call for a vote>,” [Ann] {said}."),
        ("statement", "that", "[Ann] {suggested} that <the bank being closed>."),
        ("demand", "that", "[Ann] {suggested} that <it be closed>."),
        ("statement", "that", "[Ann] {suggested} that <the bank to be closed>."),
        ("demand", "that", "[Ann] {said} that <the bank should be open on Monday>."),
        ("prediction", "that", "[Ann] {said} that <it should be open on Monday>."),
        ("prediction", "that", "[Ann] {said} that <the bank should arrive on Monday>."),
        ("demand", "that", "[Ann] {said} that <the bank should be closed on Monday>."),
        ("demand", "that", "[Ann] {said} that <the bank must pay>."),
        ("statement", "that", "[Ann] {said} that <the bank must have paid>."),
        ("prediction", "that", "[Ann] {said} that <the loan should arrive on Monday>."),
        ("opinion", "that", "[Ann] {said} that <the bank should have paid>."),
        ("statement", "that", "[Ann] {said} that <Ann should pay>."),
        ("demand", "that", "[Ann] {said} that <the bank has to pay>."),
        ("statement", "that", "[Ann] {said} that <the bank had to pay>."),
        ("demand", "quote", "“<Pay the money back>,” [Ann] {said}."),
        ("demand", "quote", "“<Please don’t pay>,” [Ann] {said}."),
        ("statement", "quote", "“<Thank the bank>,” [Ann] {said}."),
        ("demand", "that", "[Ann] {insisted} that <the guards leave the bank>."),
        ("demand", "that", "[Ann] {suggested} that <the bank be closed>."),
        ("statement", "that", "[Ann] {suggested} that <the bank was closed>."),
        # whose future
        ("intention", "quote", "“<We will pay>,” [Ann] {said}."),
        ("intention", "quote", "“<We are going to pay>,” [Ann] {said}."),
        ("prediction", "quote", "“<We are going to lose>,” [Ann] {said}."),
        ("prediction", "quote", "“<They will pay>,” [Ann] {said}."),
        ("prediction", "that", "[Ann] {said} that <the bank is even likely to pay>."),
        ("prediction", "that", "[Ann] {said} that <it is likely that the bank will pay>."),
        ("prediction", "that", "[Ann] {said} that <she believed the bank would pay>."),
        ("statement", "that", "[Ann] {said} that <she believed the bank paid>."),
        ("statement", "that", "[Ann] {said} that <the bank would have paid>."),
        ("statement", "that", "[Ann] {said} that <she would like the money>."),
        ("statement", "that", "[Ann] {said} that <the bank could not pay>."),
        ("promise", "quote", "“<I promise to pay>,” [Ann] {said}."),
        ("prediction", "inf", "<The bank> {is expected} <to pay>."),
        ("intention", "inf", "[The bank] {expects} <to pay>."),
        ("intention", "quote", "“<I want to go>,” [Ann] {said}."),
        ("statement", "quote", "“<I promised to pay>,” [Ann] {said}."),
        ("statement", "quote", "“<I do not promise to pay>,” [Ann] {said}."),
        ("statement", "that", "[Ann] {said} that <she promises to pay>."),
        ("promise", "quote", "“<Ann and I promise to pay>,” [Ann] {said}."),
        ("intention", "quote", "“<If I win, I think I will pay>,” [Ann] {said}."),
        # opinions
        ("statement", "object", "Worse: [Ann] {mentioned} <the loss>."),
        ("opinion", "that", "[Ann] {said} that <it was bad that the bank might pay>."),
        ("opinion", "that", "[Ann] {said} that <it would be a mistake to pay>."),
        ("opinion", "quote", "“<A disgrace>,” [Ann] {said}."),
        ("statement", "object", "[Ann] {mentioned} <the disgrace>."),
        ("statement", "that", "[Ann] {said} that <he was in critical condition>."),
        ("statement", "that", "[Ann] {said} that <the new bank was better known>."),
        ("opinion", "that", "[Ann] {said} that <the best part was the bridge>."),
        ("statement", "that", "[Ann] {said} that <good weather was on its way>."),
    )

    def test_what_may_stand_before_a_subject(self) -> None:
        for words, kind in (("but ", "intention"), ("so ", "intention"), ("and then ", "intention"),
                            ("now ", "intention"), ("still ", "intention"), ("also ", "intention"),
                            ("just ", "intention"), ("", "intention"), ("she or ", "prediction"),
                            ("Bob and ", "prediction")):
            with self.subTest(words):
                self.assertEqual(claim_of(f"[Ann] {{said}} that <{words}she would leave>.", "that").kind, kind)

    def test_modals_and_predicates(self) -> None:
        for words, kind in (
                ("will rise", "prediction"), ("shall rise", "prediction"), ("won’t rise", "prediction"),
                ("won't rise", "prediction"), ("would rise", "prediction"), ("wouldn’t rise", "prediction"),
                ("may rise", "prediction"), ("might rise", "prediction"), ("could rise", "prediction"),
                ("can rise", "statement"), ("must rise now", "demand"), ("rises", "statement"),
                ("might be old", "statement"), ("may have risen", "statement"),
                ("might’ve risen", "statement"), ("might've risen", "statement"), ("might be sold", "prediction"),
                ("is likely to rise", "prediction"), ("is unlikely to rise", "prediction"),
                ("is set to rise", "prediction"), ("is bound to rise", "prediction"),
                ("is poised to rise", "prediction"), ("is expected to rise", "prediction"),
                ("is due to rise", "prediction"), ("is certain to rise", "prediction"),
                ("is sure to rise", "prediction"), ("is keen to rise", "statement"),
                ("is likely even to rise", "prediction"), ("is likely in May", "statement"),
                ("is still likely to rise", "prediction"), ("is going to rise", "prediction"),
                ("is going home", "statement"), ("would like to rise", "statement"),
                ("ought to pay", "demand"), ("mustn’t pay", "demand"), ("shouldn't pay", "demand"),
                ("needs to pay", "demand"), ("has a need", "statement")):
            with self.subTest(words):
                self.assertEqual(claim_of(f"[Ann] {{said}} that <the bank {words}>.", "that").kind, kind)

    def test_what_nobody_could_do_is_no_forecast(self) -> None:
        for words, kind in (("neither side could win", "statement"), ("nobody could win", "statement"),
                            ("nobody will win", "prediction"), ("one side could win", "prediction")):
            with self.subTest(words):
                self.assertEqual(claim_of(f"[Ann] {{said}} that <{words}>.", "that").kind, kind)

    def test_a_thing_promises_nothing(self) -> None:
        for source, kind in (("The plan", "statement"), ("The plan of the bank", "statement"), ("The bank", "promise"),
                             ("A report, 80 pages long,", "statement"), ("Plan B owners", "promise")):
            with self.subTest(source):
                self.assertEqual(claim_of(f"[{source}] {{offers}} <a way out>.", "object").kind, kind)
        self.assertEqual(claim_of("The plan, [which] {offers} <a way out>, failed.", "object").kind, "promise")
        self.assertEqual(claim_of("[The plan] {offers} <to pay>.", "inf").kind, "promise")

    def test_judgements(self) -> None:
        for words, kind in (
                ("the plan was a mistake", "opinion"), ("the plan was a house", "statement"),
                ("the plan seemed bad", "opinion"), ("the plan looked bad", "opinion"),
                ("the plan remained bad", "opinion"), ("the plan became a mess", "opinion"),
                ("the plan felt bad", "opinion"), ("the plan sounded bad", "opinion"),
                ("the plan proved a disaster", "opinion"), ("the plan brought a mess", "statement"),
                ("the plan was one of the best", "opinion"), ("the plan was part of a mess", "opinion"),
                ("the plan was in a mess", "statement"), ("the plan was better than this one", "statement"),
                ("the mess was the plan", "opinion"), ("the best hope was the plan", "opinion"),
                ("the bad plan was a house", "statement"),
                ("the plan was of a very old and a very slow mess", "statement"),
                ("the plan was a very old and very slow mess", "opinion"),
                ("the plan was a very old and a very slow and very long mess", "statement"),
                ("the plan was a house, a mess", "opinion"), ("the plan was a house; a mess", "statement")):
            with self.subTest(words):
                self.assertEqual(claim_of(f"[Ann] {{said}} that <{words}>.", "that").kind, kind)

    def test_kinds(self) -> None:
        for kind, frame, marked in self.CASES:
            with self.subTest(marked):
                self.assertEqual(claim_of(marked, frame).kind, kind)


class PolarityTest(unittest.TestCase):
    CASES = (
        ("positive", "that", "[Ann] {said} that <the bank had not paid>."),
        ("unknown", "that", "[Ann] {has not said} that <the bank paid>."),
        ("unknown", "that", "[Ann] has yet {to confirm} that <the bank paid>."),
        ("unknown", "that", "[Ann] never {confirmed} that <the bank paid>."),
        ("unknown", "that", "[Ann] {has yet to say} that <the bank paid>."),
        ("positive", "that", "Yet [Ann] {said} that <the bank paid>."),
        ("positive", "that", "It was late, yet [Ann] {said} that <the bank paid>."),
        ("positive", "that", "Never. [Ann] {said} that <the bank paid>."),
        ("unknown", "that", "[Ann] {did n't confirm} that <the bank paid>."),
        ("unknown", "that", "[Ann] {didn’t confirm} that <the bank paid>."),
        ("unknown", "that", "[Ann] {cannot confirm} that <the bank paid>."),
        ("unknown", "that", "[Ann] {was not clear} that <the bank paid>."),
        ("unknown", "that", "[Ann] {failed to say} that <the bank paid>."),
        ("unknown", "that", "[None of the guests] {said} that <the bank paid>."),
        ("unknown", "that", "[No guest] {said} that <the bank paid>."),
        ("unknown", "that", "[Neither guest] {said} that <the bank paid>."),
        ("unknown", "that", "Not [all guests] {said} that <the bank paid>."),
        ("unknown", "that", "But neither [Ann] nor Kay {said} that <the bank paid>."),
        ("unknown", "that", "Neither Kay nor [Ann] {said} that <the bank paid>."),
        ("unknown", "that", "Kay left, nor did [Ann] {say} that <the bank paid>."),
        ("unknown", "that", "Hardly [anyone] {said} that <the bank paid>."),
        ("unknown", "inf", "[The rules] do not, however, {require} <to pay>."),
        ("positive", "that", "Whether or not [Ann] {said} that <the bank paid>, Kay left."),
        ("positive", "that", "So did [Ann] {say} that <the bank paid>."),
        ("positive", "that", "[Ann], however, {said} that <the bank paid>."),
        ("positive", "that", "[Nobody] {did not say} that <the bank paid>."),
        ("unknown", "that", "[Ann] {declined to say} that <the bank paid>."),
        ("unknown", "inf", "[Ann] {declined} <to comment>."),
        ("negative", "inf", "[Ann] {declined} <to run>."),
        ("negative", "that", "[Ann] {denied} that <the bank paid>."),
        ("unknown", "that", "[Ann] {refused to deny} that <the bank paid>."),
        ("unknown", "that", "[Nobody] {denied} that <the bank paid>."),
        ("positive", "that", "[Ann] {does not dispute} that <the bank paid>."),
        ("positive", "that", "[Ann] {did not rule out} that <the bank paid>."),
        ("negative", "object", "[Ann] {opposes} <the bill>."),
        ("unknown", "object", "[Ann] {does not oppose} <the bill>."),
        ("negative", "object", "[Ann] {does not support} <the bill>."),
        ("negative", "object", "[Nobody] {supports} <the bill>."),
        ("unknown", "wh", "[Ann] {knows} <whether the bank paid>."),
        ("positive", "wh", "[Ann] {knows} <why the bank paid>."),
        ("negative", "inf", "<The bank> {does not seem} <to pay>."),
        ("positive", "objinf", "[Ann] {urged} <the bank not to pay>."),
        ("negative", "object", "[Ann] {warned against} <a loan>."),
    )

    def test_polarity(self) -> None:
        for polarity, frame, marked in self.CASES:
            with self.subTest(marked):
                self.assertEqual(claim_of(marked, frame).polarity, polarity)


class CertaintyTest(unittest.TestCase):
    CASES = (
        ("certain", (), "that", "[Ann] {said} that <the bank paid>."),
        ("certain", (), "that", "[Ann] {said} that <the bank could not pay>."),
        ("possible", ("could",), "that", "[Ann] {said} that <the bank could close>."),
        ("possible", ("suggested", "might"), "that", "[Ann] {suggested} that <the bank might close>."),
        ("probable", ("reportedly",), "that", "[Ann] reportedly {said} that <the bank paid>."),
        ("probable", ("must",), "that", "[Ann] {said} that <the bank must have paid>."),
        ("probable", ("appears",), "that", "[Ann] {said} that <the bank appears to pay>."),
        ("probable", ("expected",), "that", "[Ann] {said} that <the bank is expected to pay>."),
        ("certain", (), "that", "[Ann] {said} that <she was supposed to pay>."),
        ("probable", ("think",), "quote", "“<I think the bank paid>,” [Ann] {said}."),
        ("certain", (), "quote", "“<I thought the bank paid>,” [Ann] {said}."),
        ("probable", ("believed",), "that", "[Ann] {said} that <she believed the bank paid>."),
        ("probable", ("likely",), "that", "[Ann] {said} that <it was likely that the bank paid>."),
        ("possible", ("possible",), "that", "[Ann] {said} that <it was possible that the bank paid>."),
        ("certain", (), "that", "[Ann] {said} that <a loan was possible in May>."),
        ("probable", ("probable",), "that", "[Ann] {said} that <it was probable that the bank closed>."),
        ("possible", ("conceivable",), "that", "[Ann] {said} that <it was conceivable that the bank closed>."),
        ("certain", (), "that", "[Ann] {said} that <a loan was probable in May>."),
        ("certain", (), "that", "[Ann] {said} that <a loan was conceivable in May>."),
        ("certain", (), "that", "[Ann] {said} that <it was bad that the bank might pay>."),
        ("possible", ("likely", "might"), "that", "[Ann] {said} that <it was now likely that the bank might pay>."),
        ("probable", ("likely",), "that", "[Ann] {said} that <it was also likely that the bank closed>."),
        ("probable", ("tends",), "that", "[Ann] {said} that <the bank tends to pay>."),
        ("probable", ("seems",), "that", "[Ann] {said} that <the bank seems to pay>."),
        ("probable", ("think",), "quote", "“<We think the bank closed>,” [Ann] {said}."),
        ("possible", ("hope",), "quote", "“<I hope to pay>,” [Ann] {said}."),
        ("certain", (), "quote", "“<He thinks the bank closed>,” [Ann] {said}."),
        ("probable", ("believed",), "that", "[Ann] {said} that <it is believed to pay>."),
        ("certain", (), "that", "[Ann] {said} that <it is believed in May>."),
        ("probable", ("Reportedly",), "that", "{Reportedly says} <it rained> here"),
        ("probable", ("likely",), "that", "[Ann] {will likely say} that <the bank closed>."),
        ("possible", ("Perhaps",), "quote", "“<Perhaps the bank>,” [Ann] {said}, “<or the mill>.”"),
        ("probable", ("almost certainly",), "quote", "“<It is almost certainly gone>,” [Ann] {said}, “<for good>.”"),
        ("possible", ("Perhaps",), "quote", "“<Perhaps the bank>,” [Ann] {said}."),
        ("certain", (), "quote", "“<The old bank perhaps>,” [Ann] {said}."),
        ("possible", ("perhaps",), "that", "[Ann] {said} that <she arrived perhaps too late>."),
        ("possible", ("perhaps",), "that", "[Ann] {said} that <she sold it perhaps too late>."),
        ("certain", (), "that", "[Ann] {said} that <she sold it too late, perhaps>."),
        ("probable", ("almost certainly",), "that", "[Ann] {said} that <it was almost certainly>."),
        ("certain", (), "that", "[Ann] {said} that <the bank couldn’t pay>."),
        ("possible", ("might",), "that", "[Ann] {said} that <the bank might not pay>."),
        ("certain", (), "that", "[Ann] {said} that <the bank, which may close, paid>."),
        ("certain", (), "object", "[Ann] {criticized} <the alleged fraud>."),
        ("certain", (), "that", "[Ann] {said} that <likely voters left>."),
        ("probable", ("likely",), "that", "[Ann] {said} that <the most likely voters left>."),
        ("certain", (), "that", "[Ann] {said} that <a possible long strike was near>."),
        ("probable", ("likely",), "that", "[Ann] {said} that <Kay was the likely winner>."),
        ("certain", (), "that", "[Ann] {said} that <neither side could pay>."),
        ("certain", (), "that", "[Ann] {said} that <no one could pay>."),
        ("possible", ("might",), "that", "[Ann] {said} that <no one might pay>."),
        ("unknown", (), "that", "[Ann] {has not said} that <the bank might pay>."),
        ("unknown", (), "objinf", "[Ann] {urged} <the bank to pay, perhaps on Monday>."),
    )

    def test_certainty_and_hedges(self) -> None:
        for certainty, hedges, frame, marked in self.CASES:
            with self.subTest(marked):
                claim = claim_of(marked, frame)
                self.assertEqual((claim.certainty, tuple(hedge.text for hedge in claim.hedges)), (certainty, hedges))


class ConditionTest(unittest.TestCase):
    CASES = (
        ("if it rained", "that", "[Ann] {said} that <the bank would close if it rained>."),
        ("If it rains", "quote", "“<If it rains>,” [Ann] {said}, “<the bank will close>.”"),
        (None, "quote", "“<The bank is open. If it rains, it will close.>” [Ann] {said}."),
        (None, "wh", "[Ann] {asked} <if the bank would close>."),
        (None, "wh", "[Ann] {asked} <what would happen if it rained>."),
        ("if it rains", "quote", "“<I think the bank will close if it rains>,” [Ann] {said}."),
    )

    def test_conditions(self) -> None:
        for condition, frame, marked in self.CASES:
            with self.subTest(marked):
                found = claim_of(marked, frame).condition
                self.assertEqual(found.text if found else None, condition)
