"""Text to measure with: the project's own articles, over and over, so that it is ordinary and has any length."""
from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import briefx
from briefx.model import Document

SEEDS = Path(__file__).parent.parent.parent / "seeds"


def documents() -> list[Document]:
    """Returns the project's articles."""
    return list(briefx.load(SEEDS))


def bodies() -> list[str]:
    """Returns their texts without header and title."""
    return [document.text[document.body_start:].strip().partition("\n\n")[2] for document in documents()]


def text_of(characters: int) -> str:
    """Returns a text of about that many characters."""
    parts: list[str] = []
    length = 0
    for body in cycle(bodies()):
        if length >= characters:
            break
        parts.append(body)
        length += len(body) + 2
    return "\n\n".join(parts)


def json_lines(count: int) -> Iterator[bytes]:
    """Yields that many articles as JSON Lines."""
    for number, document in enumerate(islice(cycle(documents()), count)):
        line = {"id": str(number), "text": document.text, "published": document.published}
        yield json.dumps(line).encode() + b"\n"
