"""Opposite sides: who denies or rejects what another holds."""
import unittest

import briefx
from briefx.extraction.disagreements import disagreements
from briefx.model import Claim, Cue, Ref, Span

# text, [(who holds it, who denies it)]
CASES = (
    ("Mayor Rosa Delgado accused the Harbour Agency of hiding the report. The Harbour Agency denied that anything was "
     "hidden.", [("Rosa Delgado", "Harbour Agency")]),
    ("Rosa Delgado said the old harbour wall is safe. Bo Lind denied that the old harbour wall is safe.",
     [("Rosa Delgado", "Bo Lind")]),
    ("Rosa Delgado said the old harbour wall is safe. Bo Lind has not confirmed that the old harbour wall is safe.",
     []),
    ("Rosa Delgado said the old harbour wall is safe. She denied that the old harbour wall is safe.", []),
    ("Rosa Delgado said the old wall of Velden will be sold. Bo Lind challenged the reported sale.",
     [("Rosa Delgado", "Bo Lind")]),
    ("Rosa Delgado said the old wall of Velden will be sold. Bo Lind opposed the ferry.", []),
    ("Rosa Delgado said Ann Lee of the Harbour Agency and Kay Dorn met. Bo Lind opposed Kay Dorn, Ann Lee and the "
     "Harbour Agency.", []),
    ("Rosa Delgado said the ferry sails. Bo Lind denied that the bank was closed.", []),
    ("The Harbour Agency denied that anything was hidden.", []),
    ("", []),
)


WALL = "the old harbour wall leaks water"


def claim(number: int, who: str, text: str = WALL, polarity: str = "positive", kind: str = "statement",
          actors: tuple[str, ...] = (), paragraph: int | None = 1, voice: str = "source",
          starts: tuple[int, ...] = (), cue: str = "") -> Claim:
    """A claim of a source; by ``starts``, else by its number, it stands in the text."""
    parts = tuple(Span(text, start, start + len(text)) for start in starts or (100 * number,))
    ref = Ref((who,), who, who, 0, 0) if who else None
    said = Cue(cue, 0, 0, cue) if cue else None
    return Claim(f"c{number}", text, parts, voice, ref, said, kind, polarity, "certain", (), None, None, actors, (),
                 paragraph, parts[0], "attribution.test")


def denial(number: int, who: str, text: str = WALL, kind: str = "denial", **others: object) -> Claim:
    return claim(number, who, text, "negative", kind, **others)  # type: ignore[arg-type]


# name of the case, claims, ids of the pairs
BOUNDS = (
    ("three words in common", [claim(1, "Ann", "old harbour wall"), denial(2, "Bo", "old harbour wall")], ["c1 c2"]),
    ("two words in common", [claim(1, "Ann", "harbour wall"), denial(2, "Bo", "harbour wall")], []),
    ("four words of ten", [claim(1, "Ann", "red blue pink grey bear wolf hare goat duck crow"),
                           denial(2, "Bo", "red blue pink grey lamp desk sofa door rug bed")], ["c1 c2"]),
    ("three words of ten", [claim(1, "Ann", "red blue pink gate bear wolf hare goat duck crow"),
                            denial(2, "Bo", "red blue pink grey lamp desk sofa door rug bed")], []),
    ("three words of the fewer, which are six", [
        claim(1, "Ann", "red blue pink gate bear wolf hare goat duck crow"),
        denial(2, "Bo", "red blue pink grey lamp desk")], ["c1 c2"]),
    ("the likest", [claim(1, "Ann", "old harbour wall collapsed"), claim(2, "Cid"), claim(3, "Dan"),
                    denial(4, "Bo")], ["c2 c4"]),
    ("the first of equals", [claim(1, "Ann"), claim(2, "Cid"), denial(3, "Bo")], ["c1 c3"]),
    ("one's own", [claim(1, "Bo"), denial(2, "Bo")], []),
    ("one's own beside another's", [claim(1, "Bo"), claim(2, "Ann"), denial(3, "Bo")], ["c2 c3"]),
    ("before or behind", [denial(1, "Bo"), claim(2, "Ann")], ["c2 c1"]),
    ("several denials", [claim(1, "Ann"), denial(2, "Bo"), denial(3, "Cid")], ["c1 c2", "c1 c3"]),
    ("in text order", [claim(1, "Ann", "red blue pink gate", starts=(300,)), claim(2, "Ann", starts=(100,)),
                       denial(3, "Bo", "red blue pink gate", starts=(400,)), denial(4, "Bo", starts=(500,))],
     ["c2 c4", "c1 c3"]),
    ("in the order of the first parts", [
        claim(1, "Ann", "red blue pink gate", starts=(200, 300)), claim(2, "Ann", starts=(100, 400)),
        denial(3, "Bo", "red blue pink gate", starts=(500,)), denial(4, "Bo", starts=(600,))], ["c2 c4", "c1 c3"]),
    ("twelve of a word", [*(claim(number, "Ann") for number in range(1, 13)), denial(13, "Bo")], ["c1 c13"]),
    ("thirteen of a word", [*(claim(number, "Ann") for number in range(1, 14)), denial(14, "Bo")], []),
    ("nobody's", [claim(1, ""), denial(2, "Bo")], []),
    ("by an unnamed voice", [claim(1, "Ann", voice="unnamed"), denial(2, "Bo")], []),
    ("left open", [claim(1, "Ann", polarity="unknown"), denial(2, "Bo")], []),
    ("left open by the denier", [claim(1, "Ann"), claim(2, "Bo", polarity="unknown")], []),
    ("names in common", [claim(1, "Ann", "Rosa Delgado of Vigo sails"),
                         denial(2, "Bo", "Rosa Delgado of Vigo sings", "opinion")], []),
    ("a refusal of what is so", [claim(1, "Ann"), denial(2, "Bo", kind="intention")], []),
    ("a refusal of a demand", [claim(1, "Ann", kind="demand"), denial(2, "Bo", kind="intention")], ["c1 c2"]),
    ("a refusal of a promise", [claim(1, "Ann", kind="promise"), denial(2, "Bo", kind="promise")], ["c1 c2"]),
    ("a refusal of an intention", [claim(1, "Ann", kind="intention"), denial(2, "Bo", kind="promise")], ["c1 c2"]),
    ("a refusal of an opinion", [claim(1, "Ann", kind="opinion"), denial(2, "Bo", kind="intention")], ["c1 c2"]),
    ("a promise not to do what is so", [claim(1, "Ann"), denial(2, "Bo", kind="promise")], []),
    ("a promise not to do what will be", [claim(1, "Ann", kind="prediction"), denial(2, "Bo", kind="promise")], []),
    ("what was reported", [claim(1, "Ann", "a theft", cue="say"), denial(2, "Bo", "the reported loss", "opinion")],
     ["c1 c2"]),
    ("what was forecast and reported", [claim(1, "Ann", "a theft", "positive", "prediction", cue="say"),
                                        denial(2, "Bo", "the reported loss", "opinion")], ["c1 c2"]),
    ("an opinion that was reported", [claim(1, "Ann", "a theft", "positive", "opinion", cue="say"),
                                      denial(2, "Bo", "the reported loss", "opinion")], []),
    ("what nobody said but was reported", [claim(1, "Ann", "a theft"), denial(2, "Bo", "the reported loss", "opinion")],
     []),
    ("what was reported within three words", [claim(1, "Ann", "a theft", cue="say"),
                                              denial(2, "Bo", "the big reported loss", "opinion")], ["c1 c2"]),
    ("what was reported within four words", [claim(1, "Ann", "a theft", cue="say"),
                                             denial(2, "Bo", "the big old reported loss", "opinion")], []),
    ("what was reported without an article", [claim(1, "Ann", "a theft", cue="say"),
                                              denial(2, "Bo", "a reported loss", "opinion")], []),
    ("what was reported four paragraphs before", [
        claim(1, "Ann", "a theft", cue="say"), denial(2, "Bo", "the reported loss", "opinion", paragraph=5)],
     ["c1 c2"]),
    ("what was reported five paragraphs before", [
        claim(1, "Ann", "a theft", cue="say"), denial(2, "Bo", "the reported loss", "opinion", paragraph=6)], []),
    ("an accusation that was reported", [claim(1, "Ann", "a theft", kind="accusation", actors=("Bo",)),
                                         denial(2, "Bo", "the reported loss", "opinion")], ["c1 c2"]),
    ("a title's denial of what stands below it", [
        claim(1, "Ann", "a theft", kind="accusation", actors=("Bo",), paragraph=5),
        denial(2, "Bo", "a lie", paragraph=None)], ["c1 c2"]),
    ("an answer", [claim(1, "Ann", "a theft", kind="accusation", actors=("Bo",)), denial(2, "Bo", "a lie")], ["c1 c2"]),
    ("an answer of another", [claim(1, "Ann", "a theft", kind="accusation", actors=("Cid",)),
                              denial(2, "Bo", "a lie")], []),
    ("an answer to oneself", [claim(1, "Bo", "a theft", kind="accusation", actors=("Bo",)),
                              denial(2, "Bo", "a lie")], []),
    ("an answer to what is none", [claim(1, "Ann", "a theft", actors=("Bo",)), denial(2, "Bo", "a lie")], []),
    ("an answer that is no denial", [claim(1, "Ann", "a theft", kind="accusation", actors=("Bo",)),
                                     denial(2, "Bo", "a lie", "opinion")], []),
    ("an answer before it is asked", [denial(1, "Bo", "a lie"),
                                      claim(2, "Ann", "a theft", kind="accusation", actors=("Bo",))], []),
    ("an answer in the middle", [claim(1, "Ann", "a theft", kind="accusation", actors=("Bo",), starts=(100, 300)),
                                 denial(2, "Bo", "a lie", starts=(200,))], ["c1 c2"]),
    ("an answer around", [denial(1, "Bo", "a lie", starts=(100, 300)),
                          claim(2, "Ann", "a theft", kind="accusation", actors=("Bo",), starts=(200,))], []),
    ("the last accusation", [claim(1, "Ann", "a theft", kind="accusation", actors=("Bo",)),
                             claim(2, "Cid", "a fraud", kind="accusation", actors=("Bo",)),
                             denial(3, "Bo", "a lie")], ["c2 c3"]),
    ("four paragraphs on", [claim(1, "Ann", "a theft", kind="accusation", actors=("Bo",)),
                            denial(2, "Bo", "a lie", paragraph=5)], ["c1 c2"]),
    ("five paragraphs on", [claim(1, "Ann", "a theft", kind="accusation", actors=("Bo",)),
                            denial(2, "Bo", "a lie", paragraph=6)], []),
    ("four paragraphs behind a title", [claim(1, "Ann", "a theft", kind="accusation", actors=("Bo",), paragraph=None),
                                        denial(2, "Bo", "a lie", paragraph=4)], ["c1 c2"]),
    ("five paragraphs behind a title", [claim(1, "Ann", "a theft", kind="accusation", actors=("Bo",), paragraph=None),
                                        denial(2, "Bo", "a lie", paragraph=5)], []),
)


class Disagreements(unittest.TestCase):
    def test_bounds(self):
        for name, claims, wanted in BOUNDS:
            with self.subTest(name):
                self.assertEqual([f"{one.id} {other.id}" for one, other in disagreements(claims)], wanted)

    def test_cases(self):
        for text, wanted in CASES:
            with self.subTest(text=text):
                pairs = disagreements(briefx.extract(text).claims)
                self.assertEqual([(one.claimant.name, other.claimant.name) for one, other in pairs], wanted)

    def test_both_sides_stand_in_markdown(self):
        page = briefx.to_markdown(briefx.extract(CASES[0][0]))
        section = page.partition("## Where they disagree\n\n")[2].partition("\n\n")[0]
        self.assertEqual(section.splitlines(), [
            "- **Rosa Delgado** accused the Harbour Agency of hiding the report ¶1",
            "  against **Harbour Agency** denied that anything was hidden ¶1"])


if __name__ == "__main__":
    unittest.main()
