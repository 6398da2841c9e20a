"""Direct speech: every form of it, with its speaker."""
import unittest

from briefx.extraction.attribution.finder import find_attributions
from briefx.text.analysis import Analysis

# text, [(pieces of content joined with |, source or null)] of its direct and mixed relations
CASES = (
    ("“We won,” Ann Lee said.", [("We won", "Ann Lee")]),
    ("“We won,” said Ann Lee, the mayor of Aldermouth.", [("We won", "Ann Lee, the mayor of Aldermouth")]),
    ("Ann Lee said, “We won.”", [("We won.", "Ann Lee")]),
    ("Ann Lee added: “We won.”", [("We won.", "Ann Lee")]),
    ("Ann Lee said that “we won by a mile.”", [("we won by a mile.", "Ann Lee")]),
    ("“We won,” she said, “by a mile.”", [("We won|by a mile.", "she")]),
    ("“We won,” she said. “It was close.”", [("We won|It was close.", "she")]),
    ("“Who won?” she asked.", [("Who won?", "she")]),
    ("“We won!” shouted Orr.", [("We won!", "Orr")]),
    ("“Who won?” she told the harbour paper. “We never asked.”", [("Who won?|We never asked.", "she")]),
    ("“We won this by a mile,” he went on.", [("We won this by a mile", "he")]),
    ("“They won't stop,” reacted Orr.", [("They won't stop", "Orr")]),
    ("“But why?” reporter Ann Lee asked him.", [("But why?", "reporter Ann Lee")]),
    ("“We won,” said retired captain Ann Lee.", [("We won", "retired captain Ann Lee")]),
    ("'We won,' she said.", [("We won", "she")]),
    ("\"We won,\" she said.", [("We won", "she")]),
    ("''We won,'' she said. ''It was close.''", [("We won|It was close.", "she")]),
    ("“He told me ‘never again’ then,” she said.", [("He told me ‘never again’ then", "she")]),
    ("“We won.\n\n“It was close,” she said.", [("We won.|It was close", "she")]),
    ("“We won,” she said.\n\n“It was close.”", [("We won|It was close.", "she")]),
    ("She said the vote was over. “Nobody lost.”", [("the vote was over|Nobody lost.", "She")]),
    ("Orr blinked at the figures. “Nobody lost that much money.”", [("Nobody lost that much money.", "Orr")]),
    ("“We won,” she said. Orr disagreed. “You lost,” he said.", [("We won", "she"), ("You lost", "he")]),
    ("The plan was “a mess from the start,” she said.", [("The plan was “a mess from the start,”", "she")]),
    ("She called the plan “a mess.”", [("the plan “a mess.”", "She")]),
    ("“The valve failed at noon,” according to the report.", [("The valve failed at noon", "the report")]),
    ("(“Give me my fees again,” wrote Ed Orr.)", [("Give me my fees again", "Ed Orr")]),
    ("Polling shows that “few like it,” said Ed Orr.", [("Polling shows that “few like it,”", "Ed Orr")]),
    ("Ann Lee shrugged and said, “No comment,” the Herald reported.",
     [("Ann Lee shrugged and said, “No comment,”", "the Herald")]),
    ("His last word: “It is not good,” he said. “We hope.”", [("It is not good|We hope.", "he")]),
    ("“Who is to blame?” said Orr, using a word Lee has used, on a call with reporters. “They passed the bill.”",
     [("Who is to blame?|They passed the bill.", "Orr")]),
    ("Orr praised his sister’s “deep faith” - “faith without loud words,” he said.",
     [("his sister’s “deep faith”", "Orr"), ("faith without loud words", "he")]),
    ("Lee said the port was safe: “Nobody will drown,” she told the Herald.",
     [("Nobody will drown", "she")]),
    ("“This is a failure of the board” from top to bottom, in Orr’s view.",
     [("“This is a failure of the board” from top to bottom", "Orr")]),
    ("In Orr’s words, “they are the best of the port.”", [("they are the best of the port.", "Orr")]),
    ("It was held there because, in her words, “it is the best of ports.”", [("it is the best of ports.", "her")]),
    ("Workers met there, chanting “no pay, no peace” after the talks failed.", [("no pay, no peace", "Workers")]),
    ("Her plan promises to “lift wages for all.”", [("to “lift wages for all.”", "Her plan")]),
    ("The union is “confident that Orr will lead.”", [("Orr will lead", "The union")]),
    ("The town described Orr as “mild,” not as “weak.”", [("Orr as “mild,” not as “weak.”", "The town")]),
    ("The mayor supports “fair pay,” the clerk wrote.", [("The mayor supports “fair pay,”", "the clerk")]),
    ("“It is a mess,” Orr said, according to the Herald.", [("“It is a mess,” Orr said", "the Herald")]),
    ("Meanwhile “it is simple to stand up and cry ‘Nobody else did it,’” Orr said.",
     [("Meanwhile “it is simple to stand up and cry ‘Nobody else did it,’”", "Orr")]),
    ("“They laughed,” she said. “And I was like, ‘How will I live here?’”",
     [("They laughed|And I was like, ‘How will I live here?’", "she")]),
    ("Ann Lee writes:\n\n“We won the vote by a mile.”", [("We won the vote by a mile.", "Ann Lee")]),
    ("Orr described the effect as “grim. It really hurts,” he said.",
     [("grim. It really hurts", "he")]),
    ("“We waited,” said Lee.\n\n“The plan is sound.\n\n“It stays,” said Dahl.",
     [("We waited", "Lee"), ("The plan is sound.|It stays", "Dahl")]),
    ("Hope Hale said it was “late.”", [("it was “late.”", "Hope Hale")]),
    ("Will Hale say that it was “late”?", [("it was “late”", "Hale")]),
    ("Lee said that Orr replied: “I was not asked.”", [("Orr replied: “I was not asked.”", "Lee")]),
    ("Lee has apologized for what happened: “It was a mistake that nobody here will ever forget.”",
     [("It was a mistake that nobody here will ever forget.", "Lee")]),
)
# Quotation marks around what nobody says
NO_SPEECH = (
    "Her book “The Long Harbour” sold well.",
    "The “expert” left.",
    "Joe “Bananas” Orr was there.",
    "He sailed on the “Harbour Queen,” a ferry.",
    "A 6-inch 'pipe' lay there.",
)


class Speech(unittest.TestCase):
    def test_cases(self) -> None:
        for text, wanted in CASES:
            with self.subTest(text=text):
                analysis = Analysis(text)
                found = []
                for one in find_attributions(analysis):
                    if one.form == "indirect":
                        continue
                    source = None
                    if one.source:
                        start, end = analysis.span(*one.source)
                        source = text[start:end]
                    found.append(("|".join(text[start:end] for start, end in one.content), source))
                self.assertEqual(found, wanted)

    def test_no_speech(self) -> None:
        for text in NO_SPEECH:
            with self.subTest(text=text):
                self.assertEqual([one.rule for one in find_attributions(Analysis(text)) if one.voice != "article"], [])

    def test_forms(self) -> None:
        for text, form, quoted in (
                ("“We won,” she said.", "direct", ["We won,"]),
                ("She said it was “a mess” from the start.", "mixed", ["a mess"]),
                ("She said it was a mess.", "indirect", [])):
            with self.subTest(text=text):
                [one] = find_attributions(Analysis(text))
                self.assertEqual(one.form, form)
                self.assertEqual([text[start:end].rstrip(",") for start, end in one.quoted],
                                 [words.rstrip(",") for words in quoted])


if __name__ == "__main__":
    unittest.main()
