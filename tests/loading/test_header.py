"""Headers, front matter, and what only looks like them."""
import unittest

from briefx.loading.header import read_header

HEADERS = (
    # text, fields, what stands behind the header
    ("TITLE : Rain\n\nIt fell.", {"title": "Rain"}, "It fell."),
    ("Title: Rain\n\nIt fell.", {"title": "Rain"}, "It fell."),
    ("title:Rain\nAuthor:  Ann Lee \nDATE: June 1, 2026\nSource: The Post\nurl: https://e.org/a:b\n"
     "language: en\nid: rain-1\n\nIt fell.\n",
     {"title": "Rain", "byline": "Ann Lee", "published": "June 1, 2026", "publisher": "The Post",
      "url": "https://e.org/a:b", "language": "en", "id": "rain-1"}, "It fell.\n"),
    ("Byline: A\nPublished: 2026-06-01\nPublisher: P\n  \t\nBody",
     {"byline": "A", "published": "2026-06-01", "publisher": "P"}, "Body"),
    ("Title: Rain\r\nDate: 2026-06-01\r\n\r\nIt fell.", {"title": "Rain", "published": "2026-06-01"},
     "It fell."),
    ("Title: Rain\r\rIt fell.", {"title": "Rain"}, "It fell."),
    ("Title: First\nTitle: Second\n\nBody", {"title": "First"}, "Body"),
    ("Title:\nDate: 2026-06-01\n\nBody", {"published": "2026-06-01"}, "Body"),
    ("Byline:\nAuthor: Ann\n\nBody", {"byline": "Ann"}, "Body"),
    ("Title: Rain\n\n", {"title": "Rain"}, ""),
    ("Title:\n\nBody", {}, "Body"),
    # front matter
    ("---\ntitle: Rain\n---\nIt fell.", {"title": "Rain"}, "It fell."),
    ("---  \r\ntitle: Rain\r\n--- \r\nIt fell.", {"title": "Rain"}, "It fell."),
    ("---\ntitle: \"Rain: \\\"more\\\" \\\\ \"\nauthor: 'O''Brien'\nlayout: post\n\n# note: x\n"
     "tags: [a, b]\n---\n\nBody",
     {"title": "Rain: \"more\" \\ ", "byline": "O'Brien"}, "\nBody"),
    ("---\nauthor:\n  - Ann Lee\n  - \"Bo Chen\"\ntitle: >\n  Rain falls\n  all night\n---\nBody",
     {"byline": "Ann Lee, Bo Chen", "title": "Rain falls all night"}, "Body"),
    ("---\nauthor:\n- Ann Lee\n---\nBody", {"byline": "Ann Lee"}, "Body"),
    ("---\nauthor: [Ann Lee, 'Bo Chen']\ntitle: [Update] Rain\n---\nBody",
     {"byline": "Ann Lee, Bo Chen", "title": "[Update] Rain"}, "Body"),
    ("---\ntitle: |-\n  Rain\nurl: ~\nid: null\nlanguage:\npublished: ''\n---\n", {"title": "Rain"}, ""),
    ("---\ntitle: Rain goes\n  on\ndate: 2026-06-01\n---\nBody",
     {"title": "Rain goes on", "published": "2026-06-01"}, "Body"),
    ("---\nslug:\n  - x\ntitle: \"\n---\nBody", {"title": "\""}, "Body"),
    ("---\ntitle: Rain\n---", {"title": "Rain"}, ""),
    ("---\nlanguage:\ntitle: [Rain]\n#url: x\n---\nBody", {"title": "[Rain]"}, "Body"),
    ("---\ntitle: x\n- y\n---\nBody", {"title": "x - y"}, "Body"),
)

BODIES = (
    "", "\n", "Rain fell.", "\nTitle: Rain\n\nBody", " \nTitle: Rain\n\nBody",
    "Title: Rain\nIt fell.\n\nBody",
    "Title: Rain", "Title: Rain\n", "Title: Rain\nDate: 2026-06-01\n", "Officials said: no.\n\nBody",
    "Title: Rain\nWeather: bad\n\nBody", ": x\n\nBody", "Title\n\nBody",
    "Title" + " " * 60 + ": Rain\n\nBody", "Titles: Rain\n\nBody",
    "titlex", "---\ntitle: Rain\ntitlex", "---\ntitlex\n---\nBody",
    "---\n", "---\n---\nBody", "---\ntitle: Rain\nBody\n", "---\nRain fell.\n---\nBody",
    "---\nlayout: post\n---\nBody",
    "---\n  title: Rain\n---\nBody", "---\n- title: Rain\n---\nBody", "---\ntitle: Rain\nno colon\n---\nBody",
    "\n---\ntitle: Rain\n---\nBody", "----\ntitle: Rain\n----\nBody", "--- x\ntitle: Rain\n---\n",
    "---\ntitle: Rain\n --- \nBody", "---\n" + "k" * 61 + ": x\ntitle: Rain\n---\nBody",
)


class HeaderTest(unittest.TestCase):
    def test_headers(self) -> None:
        for text, fields, body in HEADERS:
            with self.subTest(text=text):
                header = read_header(text)
                self.assertEqual(header.fields, fields)
                self.assertEqual(text[header.end:], body)
                self.assertEqual(header.places.keys(), fields.keys())

    def test_bodies(self) -> None:
        for text in BODIES:
            with self.subTest(text=text):
                self.assertEqual(read_header(text), ({}, {}, 0))

    def test_places_give_the_values_back(self) -> None:
        text = "Title:  Rain at  last \r\nDate:2026-06-01\r\n\r\nBody"
        header = read_header(text)
        self.assertEqual({field: text[start:end] for field, (start, end) in header.places.items()},
                         header.fields)

    def test_places_in_front_matter_are_inside_the_marks(self) -> None:
        text = "---\ntitle: \"Rain\"\nid: 'r'\nauthor:\n  - 'Ann'\n  - Bo\npublisher: The\n  Post\n---\nBody"
        places = read_header(text).places
        self.assertEqual({field: text[start:end] for field, (start, end) in places.items()},
                         {"title": "Rain", "id": "r", "byline": "'Ann'\n  - Bo", "publisher": "The\n  Post"})
