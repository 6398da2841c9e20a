"""Quotation marks: which stretches they hold."""
import unittest

from briefx.text.analysis import Analysis

# text, [(stretch, depth, closed, continued)]
CASES = (
    ("He said \"go home\" twice.", [("go home", 0, True, False)]),
    ("“Go home,” he said. “Now.”", [("Go home,", 0, True, False), ("Now.", 0, True, False)]),
    ("'Go home,' he said.", [("Go home,", 0, True, False)]),
    ("‘Go home,’ he said.", [("Go home,", 0, True, False)]),
    ("«Go home,» he said.", [("Go home,", 0, True, False)]),
    ("``Go home,'' he said.", [("Go home,", 0, True, False)]),
    ("''Go home,'' he said. ''Now.''", [("Go home,", 0, True, False), ("Now.", 0, True, False)]),
    ("He said ''the 'old' way'' was best.", [("the 'old' way", 0, True, False), ("old", 1, True, False)]),
    ("''One.\n\n''Two,'' he said.", [("One.", 0, False, True), ("Two,", 0, True, False)]),
    ("\"Go home,” he said. “Now,\" he said.", [("Go home,", 0, True, False), ("Now,", 0, True, False)]),
    ("„Go home,“ he said.", [("Go home,", 0, True, False)]),
    ("“He told me ‘never again’ then,” she said.",
     [("He told me ‘never again’ then,", 0, True, False), ("never again", 1, True, False)]),
    ("\"He told me 'never again' then,\" she said.",
     [("He told me 'never again' then,", 0, True, False), ("never again", 1, True, False)]),
    ("The players' union and Lee's 'no' met.", [("no", 0, True, False)]),
    ("The players' union isn't here, it's gone in '98.", []),
    ("“Don’t go,” he said.", [("Don’t go,", 0, True, False)]),
    ("“Go“ and “stay,” he said.", [("Go", 0, True, False), ("stay,", 0, True, False)]),
    ("‘The players’ view doesn’t count,’ he said.", [("The players’ view doesn’t count,", 0, True, False)]),
    ("He said \"go home and left.", [("go home and left.", 0, False, False)]),
    ("\"One.\n\n\"Two,\" he said.", [("One.", 0, False, True), ("Two,", 0, True, False)]),
    ("“One.\n\n“Two.\n\nThe end.", [("One.", 0, False, True), ("Two.", 0, False, False)]),
    ("‘One.\n\n‘Two,’ he said.", [("One.", 0, False, True), ("Two,", 0, True, False)]),
    ("'One.\n\n'Two,' he said.", [("One.", 0, False, True), ("Two,", 0, True, False)]),
    ("‘It’s the owners’ view.\n\n‘Two.\n\n‘We’re “third”,’ he said.",
     [("It’s the owners’ view.", 0, False, True), ("Two.", 0, False, True), ("We’re “third”,", 0, True, False),
      ("third", 1, True, False)]),
    ("She said: ‘One.\n\n‘Two.’", [("One.", 0, False, True), ("Two.", 0, True, False)]),
    ("‘One.\n\nTwo,’ he said.", []),
    ("‘One.\n\n‘Two.\n\nThe end.", []),
    ("It was the summer of '76.\n\n'Two,' he said.", [("Two,", 0, True, False)]),
    ("“She told me: ‘One.\n\n“‘Two.’”",
     [("She told me: ‘One.", 0, False, True), ("‘Two.’", 0, True, False), ("Two.", 1, True, False)]),
    ("A 6\" pipe and a 3\" nail", [(" pipe and a 3", 0, True, False)]),
    ("\"No 'ifs' or 'buts',\" he said.", [("No 'ifs' or 'buts',", 0, True, False), ("ifs", 1, True, False),
                                         ("buts", 1, True, False)]),
    ("(\"Yes\")", [("Yes", 0, True, False)]),
    ("", []),
)


class Marks(unittest.TestCase):
    def test_cases(self):
        for text, wanted in CASES:
            with self.subTest(text=text):
                found = [(text[one.start:one.end], one.depth, one.closing is not None, one.continued)
                         for one in Analysis(text).marked]
                if "pipe" in text:  # inches are no quotation marks
                    self.assertEqual(found, [])
                else:
                    self.assertEqual(found, wanted)


if __name__ == "__main__":
    unittest.main()
