"""What actors do: which sentences say so, and of whom."""
import unittest

from briefx.extraction.actors.finder import find_actors
from briefx.extraction.attribution.finder import find_attributions
from briefx.text.analysis import Analysis

# The actors that the sentences below speak of.
NAMED = "Mayor Ann Lee met President Kay Dorn in Velden. "


def doers(sentence: str) -> set[str]:
    """The actors that a sentence is an act of."""
    analysis = Analysis(NAMED + sentence)
    return {actor.name for actor in find_actors(analysis, find_attributions(analysis)).actors
            if sentence in [act.text for act in actor.acts]}


class MainClausesTest(unittest.TestCase):
    """(sentence, whose act it is)"""

    CASES = (
        ("Lee closed the port on Monday.", {"Ann Lee"}),
        ("On Monday, Lee closed the port.", {"Ann Lee"}),
        ("When the talks failed, Lee closed the port.", {"Ann Lee"}),
        ("After the talks failed, Lee closed the port.", {"Ann Lee"}),
        ("Lee, a lawyer of 54, closed the port.", {"Ann Lee"}),
        ("Lee, who is ill, closed the port.", {"Ann Lee"}),
        ("Lee and Dorn closed the port.", {"Ann Lee", "Kay Dorn"}),
        ("Lee has since closed the port, but Dorn reopened it.", {"Ann Lee", "Kay Dorn"}),
        ("Lee closed the port; Dorn reopened it.", {"Ann Lee", "Kay Dorn"}),
        ("The port has stood empty, and Lee moved the ships.", {"Ann Lee"}),
        ("In the port that a storm had hit, Lee closed the gates.", {"Ann Lee"}),
        ("Last week the tired Lee closed the gates.", {"Ann Lee"}),
        # A clause inside another is no main one.
        ("The port that Lee closed stood empty.", set()),
        ("Dorn left when Lee closed the port.", {"Kay Dorn"}),
        ("When Lee closed the port, Dorn left.", {"Kay Dorn"}),
        ("If Lee closes the port, Dorn will leave.", {"Kay Dorn"}),
        ("Dorn left before Lee closed the port.", {"Kay Dorn"}),
        ("Supporters of Lee closed the port.", set()),
        # What somebody says is not told by the article.
        ("Dorn argued that Lee closed the port.", set()),
        ("Dorn said Lee closed the port.", set()),
        ("Dorn said that the port was full, and Lee closed it.", set()),
        ("“Lee closed the port,” Dorn said.", set()),
        ("Dorn believes that Lee closed the port.", set()),
        # Neither speech nor a state is a deed.
        ("Lee demanded an answer.", set()),
        ("Lee needs a new port.", set()),
        ("Lee was arrested on Monday.", set()),
    )

    def test_the_subject_of_a_main_clause_acts(self) -> None:
        for sentence, expected in self.CASES:
            with self.subTest(sentence=sentence):
                self.assertEqual(doers(sentence), expected)


class ChoiceTest(unittest.TestCase):
    def test_three_in_text_order_events_before_what_may_be(self) -> None:
        text = ("Ann Lee may sell the port. Lee keeps the ships in Velden. Lee closed the port in May. "
                "Lee has moved the ships. Lee built a wall.")
        analysis = Analysis(text)
        lee = find_actors(analysis, find_attributions(analysis)).actors[0]
        self.assertEqual([act.text for act in lee.acts],
                         ["Lee closed the port in May.", "Lee has moved the ships.", "Lee built a wall."])

    def test_what_is_done_now_comes_before_what_may_be(self) -> None:
        text = ("Ann Lee may sell the port. Lee and Kay Dorn run the mill. Lee closed the port in May. "
                "Lee has moved the ships.")
        analysis = Analysis(text)
        lee = find_actors(analysis, find_attributions(analysis)).actors[0]
        self.assertEqual([act.text for act in lee.acts],
                         ["Lee and Kay Dorn run the mill.", "Lee closed the port in May.", "Lee has moved the ships."])

    def test_a_people_does_not_act_for_its_state(self) -> None:
        analysis = Analysis("Norway sold a ship. The Norwegian repaired a dam in Oslo.")
        norway = find_actors(analysis, find_attributions(analysis)).actors[0]
        self.assertEqual((norway.name, [act.text for act in norway.acts]), ("Norway", ["Norway sold a ship."]))


if __name__ == "__main__":
    unittest.main()
