"""The main clause of a sentence and the condition that limits it."""
import unittest

from briefx.extraction.main_clause import CONDITIONS, MainClause, MainClauses
from briefx.text.analysis import Analysis


def main_clause(text: str) -> tuple[Analysis, MainClause]:
    analysis = Analysis(text)
    return analysis, MainClauses(analysis).of([(0, len(analysis.words))])


class ConditionTest(unittest.TestCase):
    def condition(self, text: str) -> str | None:
        analysis, clause = main_clause(text)
        if clause.condition is None:
            return None
        start, end = analysis.span(clause.condition.first, clause.condition.last)
        return text[start:end]

    def test_conditions(self) -> None:
        cases = {
            "If it rains, the race will stop.": "If it rains",
            "If it rains the race will stop.": "If it rains",
            "If I win I will sing.": "If I win",
            "If it rains then we stop.": "If it rains",
            "The race will stop if it rains.": "if it rains",
            "The race, if it rains, will stop.": "if it rains",
            "The finding, if confirmed, could help.": "if confirmed",
            "The race will stop only if it rains; the crowd will stay.": "if it rains",
            "If Ann, Bob and Carol agree, the race will stop.": "If Ann, Bob and Carol agree",
            "If the rain, which never ends, returns, the race will stop.": "If the rain, which never ends, returns",
            "If, as they say, it rains, the race will stop.": "If, as they say, it rains",
            "If necessary, the race will stop.": "If necessary",
            "But if it rains, the race will stop.": "if it rains",
            "Unless prices fall, few families will move.": "Unless prices fall",
            "The truce holds as long as nobody fires.": "as long as nobody fires",
            "The talks lasted as long as two weeks.": None,
            "The race stops in the event that it rains.": "in the event that it rains",
            "Had it rained, the race would have stopped.": "Had it rained",
            "Had it rained?": None,
            "Even if it rains, the race will go on.": None,
            "She ran as if it rained.": None,
            "It was one of the best races, if not the best.": None,
            "Nobody knows if it will rain.": None,
            "Ann asked the judges if it was over.": None,
            "Ann will see if it rains.": None,
            "The race will go on.": None,
        }
        for text, condition in cases.items():
            with self.subTest(text):
                self.assertEqual(self.condition(text), condition)

    def test_rows_have_words_of_their_own(self) -> None:
        openers = [opener for rule in CONDITIONS for opener in rule.openers]
        self.assertEqual(len(openers), len(set(openers)))


class MainVerbTest(unittest.TestCase):
    def verb(self, text: str) -> str | None:
        analysis, clause = main_clause(text)
        return analysis.words[clause.verb.head] if clause.verb else None

    def test_main_verbs(self) -> None:
        cases = {
            "The race will stop.": "stop",
            "That the race will stop.": "stop",
            "If it rains, the race will stop.": "stop",
            "The race, if it rains, will stop.": "stop",
            "When it rained, the race stopped.": "stopped",
            "Although it rained, the race went on.": "went",
            "The runner who fell will return.": "return",
            "How the race ended.": "ended",
            "Whether the race will stop.": "stop",
            "A long race.": None,
        }
        for text, verb in cases.items():
            with self.subTest(text):
                self.assertEqual(self.verb(text), verb)
