"""The main clause of a sentence and the condition that limits it."""
import unittest
from typing import NamedTuple

from briefx.extraction.main_clause import CONDITIONS, Condition, MainClauses
from briefx.text.analysis import Analysis, VerbGroup


class Clause(NamedTuple):
    """A main clause with names for its parts."""

    begin: int
    end: int
    verb: VerbGroup | None
    condition: Condition | None


def clause_of(analysis: Analysis, *intervals: tuple[int, int], to_infinitive: bool = False,
              embedded: bool = False) -> Clause:
    return Clause(*MainClauses(analysis).of(list(intervals), to_infinitive, embedded))


def main_clause(text: str) -> tuple[Analysis, Clause]:
    analysis = Analysis(text)
    return analysis, clause_of(analysis, (0, len(analysis.words)))


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
            "The race stops unless it rains.": "unless it rains",
            "The race stops so long as it rains.": "so long as it rains",
            "The race stops on condition that it rains.": "on condition that it rains",
            "The race stops on the condition that it rains.": "on the condition that it rains",
            "The race stops, provided it rains.": "provided it rains",
            "The race stops, providing it rains.": "providing it rains",
            "Assuming it rains, the race stops.": "Assuming it rains",
            "The race stops, provided with water.": None,
            "The club has provided that it rains.": None,
            # What stands around an "if"
            "The race stops, or if it rains it waits.": None,
            "She asks what if it rains.": None,
            "The race stops if anything goes wrong.": None,
            "The race stops if any rain falls.": None,
            "The race stops if indeed it rains.": None,
            "The race stops if ever it rains.": None,
            "The race stops if only it rained.": None,
            "The race stops if so.": None,
            "The race will stop if": None,
            "The race stops if it": "if it",
            "Ann asked the four old judges if it was over.": None,
            "Ann asked the four very old judges if it was over.": "if it was over",
            "Ann has asked if it was over.": None,
            "Ann has left if it was over.": "if it was over",
            # Verb first
            "Were it to rain, the race would stop.": "Were it to rain",
            "Should it rain, the race will stop.": "Should it rain",
            "But had it rained, the race would have stopped.": "had it rained",
            "“Had it rained, the race would have stopped.”": "Had it rained",
            "Had to wait, the race will stop.": None,
            "Had it rained the race would have stopped.": None,
            "Had the rain in the old town by the long river begun again, it would stop.":
                "Had the rain in the old town by the long river begun again",
            "Had the rain in the old town by the very long river begun again, it would stop.": None,
            "Had Ann, a judge.": None,
            "Had it": None,
            # Where one ends
            "The race will stop if Ann, Bob": "if Ann",
            "The race stops if possible, Ann and Bob say.": "if possible",
            "The race stops if Ann, Bob, Carol and Dan agree.": "if Ann, Bob, Carol and Dan agree",
            "The race stops if Ann, Bob or Carol agree.": "if Ann, Bob or Carol agree",
            "The race stops if Ann, Bob, Carol say.": "if Ann",
            "If Ann, her old mother, her young son, and Bob agree, it stops.":
                "If Ann, her old mother, her young son, and Bob agree",
            "The race stops if it rains, Ann says.": "if it rains",
            "The race stops if it rains - and it will.": "if it rains",
            "The race stops (if it rains) and goes on.": "if it rains",
            "The race stops if it rains but the crowd stays.": "if it rains",
            "The race stops if it rains on Ann, who ran, and Bob stays.": "if it rains on Ann, who ran",
            "The race stops if Ann, who ran, who swam, falls, he says.": "if Ann, who ran, who swam, falls",
            "The race stops if Ann, whose leg hurts, falls, he says.": "if Ann, whose leg hurts, falls",
            "The race stops if Ann, whom he saw, falls, he says.": "if Ann, whom he saw, falls",
            "The race stops if the road, which leaks, falls, he says.": "if the road, which leaks, falls",
            "The race stops if Oslo, where it rains, floods, he says.": "if Oslo, where it rains, floods",
            "If, as the old men say, it rains, the race will stop.": "If, as the old men say, it rains",
            "If, as the very old men of Oslo say, it rains, the race will stop.": None,
            "If the old race stops the new race will go on.": "If the old race stops",
            "If it stops he will go on.": "If it stops",
            "If the race is gone we stop.": "If the race is gone",
            "If Ann runs and Bob swims the crowd will cheer.": "If Ann runs and Bob swims",
        }
        for text, condition in cases.items():
            with self.subTest(text):
                self.assertEqual(self.condition(text), condition)

    def test_rows_have_words_of_their_own(self) -> None:
        openers = [opener for rule in CONDITIONS for opener in rule.openers]
        self.assertEqual(len(openers), len(set(openers)))


class IntervalsTest(unittest.TestCase):
    """Contents in pieces, embedded questions and infinitives."""

    def test_pieces(self) -> None:
        text = "If it rains , he said , the race will stop ."
        analysis = Analysis(text)
        clause = clause_of(analysis, (0, 3), (7, 11))
        self.assertEqual((clause.begin, clause.end, analysis.words[clause.verb.head]), (7, 11, "stop"))
        self.assertEqual(clause.condition[:2], (0, 3))
        clause = clause_of(analysis, (7, 11))
        self.assertEqual((clause.begin, clause.condition), (7, None))
        clause = clause_of(analysis, (1, 2), (7, 9))
        self.assertEqual((clause.begin, clause.end, clause.verb), (1, 9, None))

    def test_a_condition_in_the_middle(self) -> None:
        analysis = Analysis("The race , if it rains , will stop .")
        clause = clause_of(analysis, (0, 10))
        self.assertEqual((clause.begin, clause.end, clause.condition[:2]), (6, 10, (3, 6)))

    def test_embedded(self) -> None:
        analysis = Analysis("if the race stops if it rains")
        clause = clause_of(analysis, (0, 7), embedded=True)
        self.assertEqual((clause.condition[:2], clause.verb.first), ((4, 7), 3))
        clause = clause_of(analysis, (0, 7))
        self.assertEqual(clause.condition.first, 0)

    def test_what_stands_before_the_content_is_no_cue_of_its_own(self) -> None:
        analysis = Analysis("Ann asked if it rains we stop")
        self.assertEqual(clause_of(analysis, (2, 7)).condition[:2], (2, 5))
        self.assertIsNone(clause_of(analysis, (0, 7)).condition)

    def test_an_empty_piece(self) -> None:
        analysis = Analysis("if it rains we stop")
        clause = clause_of(analysis, (0, 0), (1, 5), embedded=True)
        self.assertEqual((clause.condition, clause.verb.head), (None, 2))

    def test_infinitive(self) -> None:
        analysis = Analysis("to stop the race")
        self.assertIsNone(clause_of(analysis, (0, 4)).verb)
        self.assertEqual(clause_of(analysis, (0, 4), to_infinitive=True).verb.lemma, "stop")


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
            "But that the race will stop.": "stop",
            "And perhaps the race will stop.": "stop",
            "“Perhaps, the race will stop.”": "stop",
            "“Perhaps that the race will stop.”": "stop",
            "“That the race will stop.”": "stop",
            "As if it rained, the race went on.": "went",
            "Or as if it rained, the race went on.": "went",
            "The race or if it rained, the show stopped.": "stopped",
            "If it rained.": None,
            "Even if it rained, the race went on.": "went",
            "When it rained the race stopped.": "stopped",
            "What fell will return.": "fell",
            "Because it rained, the race stopped.": "stopped",
            "The race that he saw when it rained stopped.": "stopped",
        }
        for text, verb in cases.items():
            with self.subTest(text):
                self.assertEqual(self.verb(text), verb)
