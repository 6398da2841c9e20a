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
        # demands
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
        # opinions
        ("opinion", "that", "[Ann] {said} that <it would be a mistake to pay>."),
        ("opinion", "quote", "“<A disgrace>,” [Ann] {said}."),
        ("statement", "object", "[Ann] {mentioned} <the disgrace>."),
        ("statement", "that", "[Ann] {said} that <he was in critical condition>."),
        ("statement", "that", "[Ann] {said} that <the new bank was better known>."),
        ("opinion", "that", "[Ann] {said} that <the best part was the bridge>."),
        ("statement", "that", "[Ann] {said} that <good weather was on its way>."),
    )

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
        ("certain", (), "that", "[Ann] {said} that <the bank, which may close, paid>."),
        ("certain", (), "object", "[Ann] {criticized} <the alleged fraud>."),
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
