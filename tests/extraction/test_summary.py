"""The summary: sentences that stand together without the others."""
import unittest
from types import SimpleNamespace

from briefx.extraction.summary import MOST_SENTENCES, _is_note, _is_spoken, _is_whole, _Summarizer, summarize
from briefx.model import Actor, Claim, Cue, Date, Mention, Ref, Span
from briefx.text.analysis import Analysis

LEDE = "The port of Castlemere was closed on Monday after a crane fell into the harbour."


def actor(number: int, text: str, name: str, salience: float, *pronouns: tuple[str, int]) -> Actor:
    mentions = []
    at = text.find(name)
    while at >= 0:
        mentions.append(Mention(name, at, at + len(name), "name"))
        at = text.find(name, at + 1)
    for word, after in pronouns:
        at = text.index(word, after)
        mentions.append(Mention(word, at, at + len(word), "pronoun"))
    return Actor(f"a{number}", name, "person", None, (), (), None, salience, (), tuple(mentions), "actor.test")


def summary(text: str, actors: tuple[Actor, ...] = (), claims: tuple[Claim, ...] = (),
            dates: tuple[Date, ...] = ()) -> list[str]:
    found = summarize(Analysis(text), SimpleNamespace(actors=actors), claims, dates)
    for span in found:
        assert text[span.start:span.end] == span.text
    return [span.text for span in found]


FILLER = [
    "Fishermen from three villages tied their boats to the northern quay.",
    "Schools along the waterfront sent their pupils home at noon.",
    "Rail services between Castlemere and the capital ran twice an hour.",
    "Insurers put the damage at four million euros before any claims were filed.",
    "Divers from the navy searched the basin until nightfall.",
    "Restaurants on the promenade stayed open and handed out soup.",
    "Engineers blamed a worn bolt in the foot of the crane.",
    "Traders at the fish market counted their losses in silence.",
    "Hotels in the old town offered free rooms to stranded sailors.",
]


class SummaryTest(unittest.TestCase):
    def test_length_and_order(self) -> None:
        text = "\n\n".join([LEDE, *FILLER])
        found = summary(text)
        self.assertEqual(found[0], LEDE)
        self.assertLessEqual(len(found), MOST_SENTENCES)
        self.assertEqual(found, sorted(found, key=text.index))

    def test_a_short_text_is_not_repeated_whole(self) -> None:
        self.assertEqual(summary(" ".join([LEDE, *FILLER[:3]])), [LEDE])

    def test_nothing_to_say(self) -> None:
        self.assertEqual(summary(""), [])
        self.assertEqual(summary("Castlemere port closed"), [])

    def test_titles_headings_and_datelines_are_no_sentences(self) -> None:
        text = "\n\n".join(["Crane falls in Castlemere", "CASTLEMERE, May 4 — " + LEDE, "What comes next", *FILLER])
        found = summary(text)
        self.assertEqual(found[0], LEDE)
        for sentence in found:
            self.assertIn(sentence, [LEDE, *FILLER])

    def test_the_pronoun_of_a_person_who_is_not_named(self) -> None:
        orphan = "He ordered the port of Castlemere closed before the crane fell into the harbour."
        text = "\n\n".join([LEDE, "Ivo Brandt spoke.", orphan, *FILLER])
        he = actor(1, text, "Ivo Brandt", 1.0, ("He", text.index(orphan)))
        self.assertNotIn(orphan, summary(text, (he,)))
        named = "Ivo Brandt, the harbour master of Castlemere, had warned of the crane twice this year."
        text = "\n\n".join([LEDE, named, orphan, *FILLER])
        he = actor(1, text, "Ivo Brandt", 1.0, ("He", text.index(orphan)))
        found = summary(text, (he,))
        self.assertIn(named, found)

    def test_the_pronoun_of_nobody(self) -> None:
        orphan = "She closed the port of Castlemere after the crane fell into the harbour."
        self.assertNotIn(orphan, summary("\n\n".join([LEDE, orphan, *FILLER])))

    def test_openers_that_hang_on_the_sentence_before(self) -> None:
        for opener in ("However, the", "By contrast, the", "But the", "As a result, the", "This closed the"):
            orphan = f"{opener} port of Castlemere has other cranes that could serve the harbour well."
            with self.subTest(opener):
                text = "\n\n".join([LEDE, *FILLER[:2], orphan, *FILLER[2:]])
                self.assertNotIn(orphan, summary(text))

    def test_what_points_back_or_counts_on(self) -> None:
        for orphan, whole in (
                ("Nadia Okafor praised those two pilots for a rescue at night in heavy rain.",
                 "Nadia Okafor praised those who had rescued two pilots at night in heavy rain."),
                ("Nadia Okafor, an engineer, had warned the council of such failures twice last winter.",
                 "Nadia Okafor, an engineer, had warned the council of failures such as rust last winter."),
                ("Nadia Okafor, an engineer, will lift the wreck from the basin with this old ship.",
                 "Nadia Okafor, an engineer, will lift the wreck from the basin this week.")):
            with self.subTest(orphan):
                for sentence, told in ((orphan, False), (whole, True)):
                    text = "\n\n".join([LEDE, *FILLER[:2], sentence, *FILLER[2:]])
                    self.assertEqual(sentence in summary(text, (actor(1, text, "Nadia Okafor", 1.0),)), told)
        later = "Nadia Okafor, an engineer, lifted the wreck from the basin three days later."
        text = "\n\n".join([LEDE, *FILLER[:2], later, *FILLER[2:]])
        at = text.index("three days later")
        date = Date("d2", "three days later", at, at + 16, "DATE", "2026-05-07", None, None, None, "2026-05-07",
                    "2026-05-07", "d1", 4, Span(later, at, at + 16), "date.test")
        first = date._replace(id="d1", text="Monday", start=text.index("Monday"), end=text.index("Monday") + 6)
        okafor = (actor(1, text, "Nadia Okafor", 1.0),)
        self.assertIn(later, summary(text, okafor))
        self.assertNotIn(later, summary(text, okafor, (), (first, date)))
        from_today = date._replace(anchor="reference_date")
        self.assertIn(later, summary(text, okafor, (), (first, from_today)))

    def test_a_headline_with_a_stop_is_not_told_beside_the_lede(self) -> None:
        headline = "Port of Castlemere closed after crane fell into harbour."
        self.assertNotIn(headline, summary("\n\n".join([headline, LEDE, *FILLER])))
        other = "Sirens, smoke and school children on the beach woke the old town at dawn."
        self.assertIn(other, summary("\n\n".join([other, LEDE, *FILLER])))

    def test_a_headline_with_a_stop_is_known_by_its_wording(self) -> None:
        for headline, is_told in (
            ("Dockers block talks on cranes; \nThe mayor had hoped for a truce before winter.", False),
            ("Crane Breaks Before Storm As Dockers Watch From Harbour Wall.", False),
            ("Storm keeps ferries and lorries between islands of Farrow coast.", False),
            ("A storm keeps ferries and lorries between islands of Farrow coast.", True),
            ("Storm blocked ferries and lorries between islands of Farrow coast.", True),
            ("Storm has blocked ferries and lorries between islands of Farrow coast.", True),
        ):
            with self.subTest(headline):
                told = summary("\n\n".join([headline, *FILLER]))
                self.assertEqual(any(sentence.startswith(headline[:20]) for sentence in told), is_told)

    def test_a_headline_in_the_present_comes_again_in_what_follows(self) -> None:
        dated = "The old cranes of Castlemere harbour may close the port by 2030."
        at = dated.index("2030")
        date = Date("d1", "2030", at, at + 4, "DATE", "2030", None, None, None, "2030-01-01", "2030-12-31", None, 1,
                    Span(dated, 0, len(dated)), "date.test")
        for headline, dates, is_told in (
            ("The cranes of Castlemere may keep their port busy.", (), False),
            ("The cranes of Castlemere kept their port busy for years.", (), True),
            ("The swans of Velden love their quiet pond in the park.", (), True),
            (dated, (), False),
            (dated, (date,), True),
        ):
            with self.subTest(headline, dated=len(dates)):
                behind = ("Nobody on the quay saw it, but the crane of Castlemere gave way in the night between the "
                          "two last ships of the port, and a new one has been ordered since.")
                told = summary("\n\n".join([headline, FILLER[0], behind, *FILLER[1:]]), (), (), dates)
                self.assertEqual(headline in told, is_told)

    def test_what_befell_those_whom_a_source_does_not_name(self) -> None:
        for orphan, told in (
            ("The divers of Nadia Okafor, an engineer, said they were found under an old boat in the morning.", False),
            ("The divers of Nadia Okafor, an engineer, said they would lift an old boat in the morning.", True),
        ):
            with self.subTest(orphan):
                text = "\n\n".join([LEDE, *FILLER[:1], orphan, *FILLER[1:]])
                self.assertEqual(orphan in summary(text, (actor(1, text, "Nadia Okafor", 1.0),)), told)

    def test_the_lede_hangs_on_nothing(self) -> None:
        for lede, is_told in (
            ("In contrast to other ports, the one of Castlemere was closed on Monday when a crane fell.", True),
            ("Though many had warned of it, the oldest crane of Castlemere fell into the harbour.", True),
            ("She closed the port of Castlemere after a crane fell into the harbour.", False),
        ):
            with self.subTest(lede):
                self.assertEqual(lede in summary("\n\n".join([lede, *FILLER])), is_told)

    def test_notes_of_the_editors(self) -> None:
        note = "Editor's note: the port of Castlemere, where a crane fell into the harbour, is closed."
        self.assertNotIn(note, summary("\n\n".join([LEDE, note, *FILLER])))

    def test_half_of_a_quotation(self) -> None:
        text = "\n\n".join([LEDE, "“The crane fell into the harbour of Castlemere on Monday. The port was closed "
                                  "after that,” the mayor said.", *FILLER])
        self.assertFalse([sentence for sentence in summary(text) if "“" in sentence or "”" in sentence])

    def test_content_without_its_attribution(self) -> None:
        orphan = "The port of Castlemere will stay closed until the crane is out of the harbour."
        text = "\n\n".join([LEDE, f"“{FILLER[0]} {orphan}” the mayor said.", *FILLER[1:]])
        start, cue = text.index(FILLER[0]), text.index("said")
        parts = (Span(text[start:start + 150], start, text.index("”")),)
        ref = Ref(("a1",), "the mayor", "the mayor", text.index("the mayor"), text.index("the mayor") + 9)
        claim = Claim("c1", "", parts, "source", ref, Cue("said", cue, cue + 4, "say"), "statement", "positive",
                      "certain", (), None, None, (), (), 1, parts[0], "attribution.test")
        self.assertNotIn(orphan, " ".join(summary(text, (), (claim,))))

    def test_no_two_that_say_the_same(self) -> None:
        again = "The port of Castlemere was closed on Monday after the crane fell."
        self.assertNotIn(again, summary("\n\n".join([LEDE, *FILLER[:2], again, *FILLER[2:]])))

    def test_questions_and_fragments_are_passed_over(self) -> None:
        for orphan in ("Will the port of Castlemere be closed after the crane fell into the harbour?",
                       "Port of Castlemere, a crane, a harbour, and a Monday in the rain.", "The port was closed."):
            with self.subTest(orphan):
                self.assertNotIn(orphan, summary("\n\n".join([LEDE, orphan, *FILLER])))

    def test_those_who_matter_bring_their_sentences(self) -> None:
        text = "\n\n".join([LEDE, *FILLER, "Nadia Okafor opened an inquiry and promised a report by August."])
        self.assertNotIn("Nadia", " ".join(summary(text)))
        self.assertIn("Nadia", " ".join(summary(text, (actor(1, text, "Nadia Okafor", 1.0),))))

    def test_a_pronoun_behind_somebody_else(self) -> None:
        """"He" is read as the person named last, so the sentence before it has to name him."""
        named = "Ivo Brandt, the harbour master of Castlemere, had warned of the crane twice this year."
        other = "Otto Falk, the owner of the crane in Castlemere harbour, denied that Ivo knew of the bolt."
        orphan = "He ordered the port of Castlemere closed before the crane fell into the harbour."
        text = "\n\n".join([named, other, orphan, *FILLER])
        he = actor(1, text, "Ivo Brandt", 1.0, ("He", text.index(orphan)))
        falk = actor(2, text, "Otto Falk", 0.9)
        found = summary(text, (he, falk))
        self.assertIn(named, found)
        self.assertFalse(other in found and orphan in found)


def summarizer(text: str, actors: tuple[Actor, ...] = (), claims: tuple[Claim, ...] = (),
               dates: tuple[Date, ...] = ()) -> _Summarizer:
    return _Summarizer(Analysis(text), SimpleNamespace(actors=actors), claims, dates)


class SentenceTest(unittest.TestCase):
    """What is asked of single sentences."""

    def read(self, text: str) -> tuple[list[str], str]:
        analysis = Analysis(text)
        return analysis.lowers, analysis.tags

    def test_the_first_and_second_person_speak(self) -> None:
        for word in ("I", "we", "me", "us", "my", "our", "you", "your", "myself", "ourselves"):
            with self.subTest(word):
                self.assertTrue(_is_spoken(*self.read(f"It was left to {word} again.")))
                self.assertFalse(_is_spoken(*self.read(f"It was “left to {word}” again.")))
        for word in ("it", "they", "theirs", "one"):
            with self.subTest(word):
                self.assertFalse(_is_spoken(*self.read(f"It was left to {word} again.")))

    def test_marks_and_colons_at_the_head_speak(self) -> None:
        for text, spoken in (("“It rained” there.", True), ("It “rained” there.", False), ("Lee: It rained.", True),
                             ("Ann Lee Orr: It rained.", True), ("The old Ann Orr: rain.", False)):
            with self.subTest(text):
                self.assertEqual(_is_spoken(*self.read(text)), spoken)

    def test_a_whole_sentence_has_a_stop_and_a_verb_or_a_claim(self) -> None:
        for text, claimed, whole in (
                ("It rained.", False, True), ("It rained!", False, True), ("It rained…", False, True),
                ("Did it rain?", False, False), ("It rained", False, False), ("Rain in May.", False, False),
                ("Rain in May.", True, True), ("“It rained.”", False, True), ("(It rained.)", False, True),
                ("It may.", False, True), ("It is.", False, True)):
            with self.subTest(text, claimed=claimed):
                self.assertEqual(_is_whole(*self.read(text), claimed), whole)

    def test_notes(self) -> None:
        for text, note in (("Note: it rained.", True), ("Editor's note: it rained.", True),
                           ("Correction: it rained.", True), ("Clarification: no.", True), ("Update: it fell.", True),
                           ("Updated: now.", True), ("Related: rain.", True), ("Lee: it rained.", False),
                           ("The editor's long note: it rained.", False), ("A note fell.", False)):
            with self.subTest(text):
                self.assertEqual(_is_note(self.read(text)[0]), note)

    def test_what_is_pointed_back_to(self) -> None:
        for word in ("autumn", "century", "day", "days", "decade", "fall", "quarter", "season", "spring", "summer",
                     "term", "time", "winter", "week", "Monday"):
            with self.subTest(word):
                self.assertFalse(summarizer(f"It rained this {word} again.").points_back(0, 6))
        for text, end, points in (
                ("It saw this ruling.", 5, True), ("It saw these two rulings.", 6, True),
                ("It saw those rulings.", 5, True), ("It saw such rulings.", 5, True),
                ("It saw that ruling.", 5, False), ("It saw this.", 4, False),
                ("It saw those who left.", 6, False), ("It saw this ruling.", 3, False),
                ("It saw this ruling.", 4, True),
                ("It saw “this ruling” fall.", 8, False), ("This ruling fell.", 4, True),
                ("It saw this red old", 5, False)):
            with self.subTest(text, end=end):
                self.assertEqual(summarizer(text).points_back(0, end), points)

    def test_bare_roles(self) -> None:
        for text, bare in (("the minister spoke", True), ("a minister spoke", False), ("the minister Lee spoke", False),
                           ("the minister desk spoke", False), ("the ministers spoke", True), ("the Lee spoke", False),
                           ("the minister", True), ("the it spoke", False)):
            with self.subTest(text):
                self.assertEqual(summarizer(f"Then {text}.").is_bare(5), bare)

    def test_the_other_half_of_a_contrast(self) -> None:
        for text, contrast in (("But it fell.", True), ("However, it fell.", True), ("Yet it fell.", True),
                               ("By contrast, it fell.", True), ("In contrast, it fell.", True),
                               ("By May it fell.", False), ("It fell.", False)):
            with self.subTest(text):
                self.assertEqual(summarizer(f"It rained. {text}").opens_contrast(1), contrast)
                self.assertFalse(summarizer(f"It rained.\n\n{text}").opens_contrast(1))
        self.assertFalse(summarizer("It rained.").opens_contrast(1))

    def test_halves_of_speech(self) -> None:
        for text, halves in (("“It rained. It fell,” he said. It ended.", {0, 1}), ("“It rained.” It fell.", set()),
                             ("It ended. “It rained. It fell. It sank.”", {1, 2, 3}), ("It rained. It fell.", set())):
            with self.subTest(text):
                self.assertEqual(summarizer(text).halves, halves)

    def test_who_is_named_in_each_sentence(self) -> None:
        text = "Lee left it. Orr and Lee met. It rained. Lee laughed."
        lee, orr = actor(1, text, "Lee", 1.0), actor(2, text, "Orr", 0.5)
        self.assertEqual(summarizer(text, (lee, orr)).names_in_sentences(),
                         {0: frozenset({0}), 1: frozenset({0, 1}), 3: frozenset({0})})

    def test_weights(self) -> None:
        nets = "Old crews mended seven broken nets near Velden pier."
        cranes = "Tall cranes lifted sunken boats past tents."
        for text, weights in (
                (nets, [1 + .1 + .5]), (f"{nets} {cranes}", [1 + .1 + .5, .45 + .5 * 7 / 8]),
                (f"{nets}\n\n{cranes}", [1 + .1 + .5, .45 / 1.15 + .1 + .5 * 7 / 8]),
                (f"# Broken cranes\n\n{nets}", [1 + .1 + .5 * 10 / (2 * 9) + .3 / 3]),
                (f"{nets} But {cranes.lower()}", [.8 * (1 + .1 + .5), .45 + .5 * 7 / 8])):
            with self.subTest(text):
                found = summarizer(text).candidates()
                self.assertEqual([round(-weight, 3) for weight, _, _ in found], [round(one, 3) for one in weights])
