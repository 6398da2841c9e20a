"""Subjects: who a verb is said of."""
import unittest

import briefx
from briefx.extraction.attribution.clauses import Clauses
from briefx.text.analysis import Analysis

# text, the verb as it stands, its subject
CASES = (
    ("The mayor of Aldermouth said it.", "said", "The mayor of Aldermouth"),
    ("On Tuesday the mayor said it.", "said", "the mayor"),
    ("In a letter to staff, the mayor said it.", "said", "the mayor"),
    ("Smith, Jones and Brown said it.", "said", "Smith, Jones and Brown"),
    ("Smith, a lawyer from Leeds, said it.", "said", "Smith, a lawyer from Leeds"),
    ("Smith, 42, a lawyer, said it.", "said", "Smith, 42, a lawyer"),
    ("Smith, who lives in Leeds, said it.", "said", "Smith"),
    ("Smith, speaking in Leeds, said it.", "said", "Smith"),
    ("Smith, who did not say that Lee was ill, left.", "left", "Smith"),
    ("Smith on Tuesday said it.", "said", "Smith"),
    ("The man who shot Smith said it.", "said", "The man who shot Smith"),
    ("The officials whose laws were changed say it.", "say", "The officials"),
    ("Those surveyed say it.", "say", "Those"),
    ("An advert released Thursday accuses Lee.", "accuses", "An advert"),
    ("Lee stood up and praised it.", "praised", "Lee"),
    ("Lee stood up, then praised it.", "praised", "Lee"),
    ("Lee said Orr praised it.", "praised", "Orr"),
    ("The wall Lee promised fell.", "promised", "Lee"),
    ("“We won,” said Ann Lee.", "said", "Ann Lee"),
    ("Lee wrote a letter, accusing Orr.", "accusing", "Lee"),
    ("Lee said that Orr had lost, adding that he knew.", "adding", "Lee"),
    ("Asked about it, Lee laughed.", "Asked", "Lee"),
    ("A poster attacking Lee hung there.", "attacking", "A poster"),
    ("Doctors urged parents to say it.", "to say", "parents"),
    ("Doctors came to say it.", "to say", "Doctors"),
    ("His decision to say it failed.", "to say", "His"),
    ("The union called for calm.", "called", "The union"),
    ("The driver called to the scene died.", "died", "The driver called to the scene"),
    ("Ann Lee, a clerk for the port, called for calm.", "called", "Ann Lee, a clerk for the port"),
    ("The car, a red van, built in Leeds, was sold.", "was sold", "The car, a red van"),
    ("It closed as owners in the town called for calm.", "called", "owners in the town"),
    ("Lee called on them to stay and said it.", "said", "Lee"),
    ("Orr, who sold some of the ships built in Leeds, said it.", "said", "Orr"),
    ("Lee spoke, citing costs and blaming Orr.", "blaming", "Lee"),
    ("Lee all but praised it.", "praised", "Lee"),
    ("And a third, Ann Lee, praised it.", "praised", "Ann Lee"),
    ("Lee, star of the film “The Harbour,” walked home.", "walked", "Lee, star of the film “The Harbour,”"),
    ("Drivers whose dealings with Lee were largely smooth say it.", "say", "Drivers"),
    ("Members who are hostile to reform disagree.", "disagree", "Members"),
    ("But, said Lee, “I do not want trouble.”", "said", "Lee"),
    ("The mayor, after initially praising it, left.", "praising", "The mayor"),
    ("Lee, recalling the vote, laughed.", "recalling", "Lee"),
    ("Ann Lee, when asked why it was late, laughed.", "laughed", "Ann Lee"),
    ("Officials, worried about costs, left.", "worried", "Officials"),
    ("The mayor, after the report on the dock came out in May, initially praised it.", "praised", "The mayor"),
    ("Lee, an engineer who has helped examine some ships, left.", "left", "Lee"),
    ("Lee, host of the show, “The Harbour,” who worked in Leeds, left.", "left", "Lee, host of the show"),
    ("The lawyer who ran before his knee gave out left.", "left", "The lawyer"),
    ("Lee has met Orr, opposes the dock and wants a vote.", "opposes", "Lee"),
    ("Lee met Orr, praised the dock and left early.", "praised", "Lee"),
    ("Lee stood up and, citing costs, called for calm.", "called", "Lee"),
    ("Lee entered the talks believing that Orr had lied.", "believing", "Lee"),
    ("Lee read the letter saying that Orr had lied.", "saying", "the letter"),
    ("Lee used the talks to demand a vote.", "to demand", "Lee"),
    ("Lee urged Orr to demand a vote.", "to demand", "Orr"),
    ("Some agreed, but most oppose it.", "oppose", "most"),
    ("Ann Lee Sunday night said it.", "said", "Ann Lee"),
    ("The 43-year-old said it.", "said", "The 43-year-old"),
    ("His officials to say it came.", "to say", "His officials"),
    ("Port union to support Lee", "to support", "Port union"),
    ("On Monday Ann Lee said it.", "said", "Ann Lee"),
    ("In January 2015 officials said it.", "said", "officials"),
    ("Early Monday Lee said it.", "said", "Lee"),
    ("Monday Night Football said it.", "said", "Monday Night Football"),
    ("Letters filed on Sunday night showed it.", "showed", "Letters filed on Sunday night"),
    ("Lee wants to help elect Orr.", "elect", "Lee"),
    ("He spoke more of what he said were errors, saying that Lee had failed.", "saying", "he"),
    ("He said that is a “trap,” adding that Lee had failed.", "adding", "He"),
    ("A motion was tabled in 2012 attacking the toll.", "attacking", "A motion"),
    ("Lee fought the mayor, at one point calling him a liar.", "calling", "Lee"),
    ("Lee sent out a letter saying Orr owes it an answer.", "owes", "Orr"),
    ("Lee said the deal-breaker was her plan.", "was", "the deal-breaker"),
    ("Just before the bus left, the driver needed to balance it and asked for help.", "asked", "the driver"),
    ("It opened with a film in which children sing, praising the mayor.", "praising", "children"),
    ("Lee said on stage that he left when the boat sank, adding that it was cold.", "adding", "Lee"),
    ("The town sent its clerks to Leeds to say it.", "to say", "its clerks to Leeds"),
    ("Lee spent much of his speech defending it.", "defending", "Lee"),
    ("Lee’s campaign entered the talks believing it.", "believing", "Lee’s campaign"),
    ("In Leeds Ann Lee said it.", "said", "Ann Lee"),
    ("In New York Times Square said it.", "said", "New York Times Square"),
    ("Lee sang a song, recited his poem and left.", "recited", "Lee"),
    ("A report published by the Survey itself in 1931 suggested it.", "suggested",
     "A report published by the Survey itself in 1931"),
    ("The minister, asked if it was late, laughed.", "laughed", "The minister"),
    ("A study in the journal Harbour found it.", "found", "A study in the journal Harbour"),
    ("The assailant, John Lee, told a crowd.", "told", "The assailant, John Lee"),
    ("So even experts who favor consumption taxes agree.", "agree", "experts who favor consumption taxes"),
    ("It is split, with Ann Lee, Bo Orr and Cy Moore all calling for a vote.", "calling",
     "Ann Lee, Bo Orr and Cy Moore"),
    ("His decision to sail to Leeds was late.", "was", "His decision to sail to Leeds"),
    ("Orr urged crews to vote for Lee, saying it was time.", "saying", "Orr"),
    ("Lee praised Orr, with whom he clashed over pay, calling him a friend.", "calling", "Lee"),
    ("As Lee sang and pledged to stay, Orr left.", "pledged", "Lee"),
    ("That prompted Lee to make a joke and call it late.", "call", "Lee"),
    ("The chief had wanted last May to send a note telling staff to go.", "telling", "a note"),
)


class Subjects(unittest.TestCase):
    def test_cases(self) -> None:
        for text, verb, wanted in CASES:
            with self.subTest(text=text):
                analysis = Analysis(text)
                clauses = Clauses(analysis)
                groups = {" ".join(analysis.words[group.first:group.last]): index
                          for index, group in enumerate(clauses.groups)}
                subject = clauses.subject(groups[verb])
                self.assertIsNotNone(subject)
                start, end = analysis.span(subject.first, subject.last)
                self.assertEqual(text[start:end], wanted)

    def test_relative_pronouns_have_antecedents(self) -> None:
        for text, verb, pronoun, antecedent in (
                ("The man who called left.", "called", "who", "The man"),
                ("The report, which blames Lee, is out.", "blames", "which", "The report"),
                ("A law that allows it passed.", "allows", "that", "A law"),
                ("It faces pressure from members who view it as a win.", "view", "who", "members"),
                ("The ex-wife of Ann Orr who blames her left.", "blames", "who", "The ex-wife of Ann Orr"),
                ("A man who earlier in the year had tried to stop it left.", "tried", "who", "A man")):
            with self.subTest(text=text):
                analysis = Analysis(text)
                clauses = Clauses(analysis)
                index = next(index for index, group in enumerate(clauses.groups)
                             if analysis.words[group.head] == verb)
                subject = clauses.subject(index)
                self.assertEqual(analysis.words[subject.first], pronoun)
                start, end = analysis.span(*subject.antecedent)
                self.assertEqual(text[start:end], antecedent)

    def test_an_inverted_subject_behind_its_verb_ends_the_search(self) -> None:
        brief = briefx.extract(
            "``We cannot stop rowing! No boat may rest for an hour!'' said the note, read during the "
            "meeting of several hundred rowers by Bo Lind, head of the club's Youth Branch.")
        claim = brief.claims[0]
        self.assertTrue(claim.text.startswith("We cannot stop rowing!"))
        self.assertEqual(claim.cue.text, "said")

    def test_none(self) -> None:
        clauses = Clauses(Analysis("Saying it is easy."))
        self.assertIsNone(clauses.subject(0))

    def test_what_is_not_confirmed_is_not_intended(self):
        for text, cue, content, polarity in (
            ("The union has not officially confirmed its intent to end the strike.", "has not officially confirmed",
             "its intent to end the strike", "unknown"),
            ("Ann Lee confirmed her plan to run again.", "confirmed", "her plan to run again", "positive"),
        ):
            with self.subTest(text=text):
                claim, = briefx.extract(text).claims
                self.assertEqual((claim.cue.text, claim.text, claim.polarity), (cue, content, polarity))

    def test_an_apposition_before_a_verb_of_speech_makes_no_inversion(self):
        for text, source, content in (
            ("Ann Lee, the mayor, criticised the plan.", "Ann Lee, the mayor", "the plan"),
            ("Bo Lind, who lives there, accused the agency of ignoring warnings.", "Bo Lind",
             "the agency of ignoring warnings"),
            ("The wall fell in May, said Ann Lee, the mayor.", "Ann Lee, the mayor", "The wall fell in May"),
        ):
            with self.subTest(text=text):
                claim, = briefx.extract(text).claims
                self.assertEqual((claim.claimant.text, claim.text), (source, content))


if __name__ == "__main__":
    unittest.main()
