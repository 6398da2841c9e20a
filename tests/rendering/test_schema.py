import copy
import json
import re
import unittest
from typing import Any

from briefx.model import PARTS, SCHEMA_VERSION, InputError
from briefx.rendering.json import document_json, error_line, json_line
from briefx.rendering.schema import schema_text
from tests.rendering.harbour import harbour_brief
from tests.schema_validator import violations

SCHEMA = json.loads(schema_text())
ABSENT = object()


class SchemaTest(unittest.TestCase):
    def setUp(self) -> None:
        self.brief: dict[str, Any] = json.loads(json_line(harbour_brief()))

    def test_the_root_accepts_each_kind_of_output(self) -> None:
        error = InputError("binary", "this is no text", "a.txt", 3, "a")
        nameless = InputError("json", "this line is no JSON")
        outputs = {
            "a whole document": document_json([harbour_brief()], [error, nameless], "1.2.3"),
            "an empty document": document_json([], [], "1.2.3"),
            "a brief": json_line(harbour_brief()),
            "an error": error_line(error),
            "an error without a place": error_line(nameless),
        }
        for name, text in outputs.items():
            with self.subTest(name):
                self.assertEqual(violations(json.loads(text), SCHEMA), [])

    def test_parts_may_be_absent(self) -> None:
        for part in (*PARTS, "summary", "places", "timeline"):
            with self.subTest(part):
                only = harbour_brief()._replace(**{part: None})
                self.assertNotIn(part, only.to_dict())
                self.assertEqual(violations(only.to_dict(), SCHEMA), [])

    def test_nothing_else_is_accepted(self) -> None:
        changes: tuple[tuple[tuple[str | int, ...], Any], ...] = (
            (("more",), 1),
            (("claims", 0, "more"), 1),
            (("warnings",), ABSENT),
            (("quotes", 0, "cue"), ABSENT),
            (("schema_version",), "2.0"),
            (("actors", 0, "type"), "robot"),
            (("actors", 0, "salience"), 1.5),
            (("actors", 0, "salience"), "1"),
            (("actors", 0, "mentions", 0, "form"), None),
            (("quotes", 0, "parts"), []),
            (("quotes", 0, "speaker"), "Ann Lee"),
            (("quotes", 0, "paragraph"), 0),
            (("claims", 0, "polarity"), "neutral"),
            (("claims", 0, "quote"), "c1"),
            (("claims", 0, "rule"), "Some rule"),
            (("dates", 0, "first_day"), "1 June 2026"),
            (("dates", 0, "start"), -1),
            (("dates", 0, "start"), True),
            (("dates", 0, "text"), ""),
            (("document", "sha256"), ""),
            (("document", "encoding"), "latin-1"),
            (("summary",), [{"text": "x", "start": 0, "end": 1}] * 6),
        )
        for path, value in changes:
            with self.subTest(path=path, value=value):
                brief = copy.deepcopy(self.brief)
                place: Any = brief
                for key in path[:-1]:
                    place = place[key]
                if value is ABSENT:
                    del place[path[-1]]
                else:
                    place[path[-1]] = value
                self.assertNotEqual(violations(brief, SCHEMA), [])
        for value in (None, [], {}, "brief", [self.brief]):
            with self.subTest(value=str(value)[:20]):
                self.assertNotEqual(violations(value, SCHEMA), [])

    def test_each_object_is_closed_and_each_key_is_required(self) -> None:
        optional = {"summary", "actors", "places", "quotes", "claims", "dates", "timeline", "merged", "explanation"}
        objects = [schema for schema in _schemas(SCHEMA) if schema.get("type") == "object"]
        self.assertGreater(len(objects), 15)
        for schema in objects:
            with self.subTest(keys=sorted(schema["properties"])):
                self.assertIs(schema["additionalProperties"], False)
                self.assertLessEqual(set(schema["properties"]) - set(schema["required"]), optional)

    def test_keys_stand_in_the_order_of_the_output(self) -> None:
        self.assertEqual(list(self.brief), list(SCHEMA["$defs"]["brief"]["properties"]))
        first = {"actors": "actor", "places": "place", "quotes": "quote", "claims": "claim", "dates": "date",
                 "timeline": "event", "warnings": "warning", "summary": "span"}
        for part, name in first.items():
            with self.subTest(part):
                keys = [key for key in SCHEMA["$defs"][name]["properties"] if key != "explanation"]
                self.assertEqual(list(self.brief[part][0]), keys)

    def test_the_version_is_the_models(self) -> None:
        self.assertEqual(SCHEMA["$defs"]["schemaVersion"], {"const": SCHEMA_VERSION})
        self.assertIn(SCHEMA_VERSION, SCHEMA["$id"])

    def test_patterns_compile_and_every_definition_is_used(self) -> None:
        text = schema_text()
        for name in SCHEMA["$defs"]:
            with self.subTest(name):
                self.assertIn(f'"#/$defs/{name}"', text)
        for schema in _schemas(SCHEMA):
            if "pattern" in schema:
                re.compile(schema["pattern"])


def _schemas(value: Any) -> list[dict[str, Any]]:
    """Returns every object inside a schema, itself included."""
    if isinstance(value, list):
        return [found for item in value for found in _schemas(item)]
    if isinstance(value, dict):
        return [value, *(found for item in value.values() for found in _schemas(item))]
    return []
