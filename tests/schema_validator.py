"""A validator for the part of JSON Schema (draft 2020-12) that the schema of briefx uses."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]

TYPES = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
    "null": type(None),
}
ANNOTATIONS = {"$schema", "$id", "$defs", "title", "description"}
APPLIED = {
    "$ref", "oneOf", "type", "enum", "const", "pattern", "minLength", "minimum", "maximum", "items", "minItems",
    "maxItems", "properties", "required", "additionalProperties",
}
KNOWN = ANNOTATIONS | APPLIED


def violations(value: Any, schema: Schema, root: Schema | None = None, path: str = "$") -> list[str]:
    """Returns one line for each place where a value breaks the schema; none when it holds.

    Raises ValueError at a keyword that this validator does not know, so that no rule is passed over.
    """
    return list(_violations(value, schema, root or schema, path))


def _violations(value: Any, schema: Schema, root: Schema, path: str) -> Iterator[str]:
    if not schema.keys() <= KNOWN:
        raise ValueError(f"keywords unknown to this validator: {sorted(schema.keys() - KNOWN)}")
    if "$ref" in schema:
        yield from _violations(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, path)
    if "oneOf" in schema:
        branches = [violations(value, branch, root, path) for branch in schema["oneOf"]]
        if sum(not branch for branch in branches) != 1:
            closest = min(filter(None, branches), key=len, default=["several branches hold"])
            yield f"{path}: not exactly one branch holds; of the closest: {closest[0]}"
    if "type" in schema:
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(_is_of_type(value, name) for name in names):
            yield f"{path}: {value!r:.60} is not {' or '.join(names)}"
            return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value!r:.60} is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{path}: {value!r:.60} is not {schema['const']!r}"
    if isinstance(value, str):
        yield from _string_violations(value, schema, path)
    elif isinstance(value, (int, float)):
        if value < schema.get("minimum", value) or value > schema.get("maximum", value):
            yield f"{path}: {value} is out of bounds"
    elif isinstance(value, list):
        yield from _array_violations(value, schema, root, path)
    elif isinstance(value, dict):
        yield from _object_violations(value, schema, root, path)


def _is_of_type(value: Any, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, TYPES[name])


def _string_violations(value: str, schema: Schema, path: str) -> Iterator[str]:
    if len(value) < schema.get("minLength", 0):
        yield f"{path}: {value!r} is too short"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{path}: {value!r:.60} does not match {schema['pattern']}"


def _array_violations(value: list[Any], schema: Schema, root: Schema, path: str) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{path}: {len(value)} items"
    if "items" in schema:
        for number, item in enumerate(value):
            yield from _violations(item, schema["items"], root, f"{path}[{number}]")


def _object_violations(value: Schema, schema: Schema, root: Schema, path: str) -> Iterator[str]:
    properties = schema.get("properties", {})
    for key in schema.get("required", ()):
        if key not in value:
            yield f"{path}: {key} is missing"
    for key, item in value.items():
        if key in properties:
            yield from _violations(item, properties[key], root, f"{path}.{key}")
        elif schema.get("additionalProperties") is False:
            yield f"{path}: {key} is not allowed"
