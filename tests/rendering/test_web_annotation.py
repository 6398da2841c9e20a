import json
import unittest
from typing import Any

import briefx
from briefx.model import Brief, plain
from briefx.rendering.web_annotation import to_web_annotation
from tests.rendering.harbour import harbour_brief


def without_terms(value: Any) -> Any:
    """Returns values with the prefix of briefx taken off their keys."""
    if isinstance(value, dict):
        return {key.removeprefix("briefx:"): without_terms(item) for key, item in value.items()}
    if isinstance(value, list):
        return [without_terms(item) for item in value]
    return value


def without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    return value


class RoundTripTest(unittest.TestCase):
    def check(self, brief: Brief) -> None:
        text = brief.document.text
        page = json.loads(to_web_annotation(brief))
        self.assertEqual(page["type"], "AnnotationPage")
        found = {item["id"].rpartition(":")[2]: item for item in page["items"]}
        self.assertEqual(len(found), len(page["items"]))
        for item in page["items"]:
            self.assertEqual(item["type"], "Annotation")
            for target in item["target"]:
                position, words = target["selector"]
                start, end = position["start"], position["end"]
                self.assertEqual(text[start:end], words["exact"])
                self.assertEqual(words["prefix"] + words["exact"] + words["suffix"],
                                 text[max(0, start - 32) : end + 32])
        for items in (brief.actors, brief.places, brief.quotes, brief.claims, brief.dates):
            for item in items or ():
                annotation = found.pop(item.id)
                fields = without_nulls(plain(item))
                own = without_terms(annotation["body"][-1])
                kind = own.pop("type")
                spans = fields.get("mentions") or fields.get("parts") or [fields]
                self.assertEqual(
                    [target["selector"][0]["start"] for target in annotation["target"]],
                    [span["start"] for span in spans],
                )
                if "roles" in own:
                    self.assertEqual(own.pop("roles"), [role["text"] for role in fields["roles"]])
                if "forms" in own:
                    self.assertEqual(own.pop("forms"), [mention["form"] for mention in fields["mentions"]])
                self.assertEqual(own, {key: fields[key] for key in own}, kind)
        summary = found.pop("summary", {"target": []})
        self.assertEqual(
            [target["selector"][1]["exact"] for target in summary["target"]],
            [sentence.text for sentence in brief.summary or ()],
        )
        self.assertEqual(found, {})

    def test_it_reads_back_as_it_was(self) -> None:
        self.check(harbour_brief())
        text = (
            "Mayor Ann Lee said on Monday\r\nthat 🙂 “we will not\r\ngo”. She may sell if it rains, she said. "
            "Officials denied it."
        )
        self.check(briefx.extract(text, published="2026-06-01"))
        self.check(briefx.extract(""))

    def test_the_source_is_the_text_and_the_page_its_scope(self) -> None:
        brief = harbour_brief()
        document = brief.document
        rows: tuple[tuple[dict[str, Any], str, str | None], ...] = (
            ({}, "harbour.txt", None),
            ({"path": "a b/ü#1.txt"}, "a%20b/%C3%BC%231.txt", None),
            ({"path": "-"}, f"urn:briefx:{'0' * 64}:source", None),
            ({"path": None}, f"urn:briefx:{'0' * 64}:source", None),
            ({"path": "all.jsonl", "line": 3}, f"urn:briefx:{'0' * 64}:source", None),
            ({"url": "https://example.org/a"}, "harbour.txt", "https://example.org/a"),
        )
        for changes, source, scope in rows:
            with self.subTest(changes):
                page = json.loads(to_web_annotation(brief._replace(document=document._replace(**changes))))
                target = page["items"][0]["target"][0]
                self.assertEqual(target["source"]["id"], source)
                self.assertEqual(target.get("scope"), scope)

    def test_it_is_one_safe_line(self) -> None:
        brief = harbour_brief()
        line = to_web_annotation(brief._replace(document=brief.document._replace(url="https://a.b/\u202e\ud800\x85")))
        self.assertEqual(len(line.splitlines()), 1)
        line.encode("utf-8")
        self.assertNotIn("\u202e", line)

    def test_what_a_page_and_its_bodies_say_of_themselves(self) -> None:
        page = json.loads(to_web_annotation(harbour_brief()))
        self.assertEqual(
            list(page), ["@context", "id", "type", "briefx:schemaVersion", "startIndex", "items"])
        self.assertEqual((page["type"], page["startIndex"]), ("AnnotationPage", 0))
        words = [body for item in page["items"] for body in item["body"] if body["type"] == "TextualBody"]
        self.assertEqual({tuple(sorted(body)) for body in words}, {("format", "language", "type", "value")})
        self.assertEqual({(body["format"], body["language"]) for body in words}, {("text/plain", "en")})

    def test_a_reader_sees_who_and_what(self) -> None:
        page = json.loads(to_web_annotation(harbour_brief()))
        shown = {item["id"].rpartition(":")[2]: item["body"][0].get("value") for item in page["items"]}
        self.assertEqual(
            {name: shown[name] for name in ("a1", "p1", "q2", "c1", "c4", "c5", "c6", "d3")},
            {
                "a1": "Ann Lee",
                "p1": "Grey River",
                "q2": "Ann Lee: direct",
                "c1": "Ann Lee: denial",
                "c4": "Port Union: neither affirmed nor denied",
                "c5": "prediction; hedged as probable (expected)",
                "c6": "opinion; hedged as possible (looks)",
                "d3": "summer 2027",
            },
        )
