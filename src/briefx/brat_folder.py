"""A folder of brat: for each document NAME.ann and the NAME.txt that it speaks of, and the configuration."""
from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from briefx.batch import Outcome
from briefx.loading.sources import Input
from briefx.output import Output, OutputError

CONFIGURATION = "annotation.conf"


def is_folder(path: str) -> bool:
    """Says whether a path means a folder: it ends as one, or there is one."""
    return path.endswith(("/", os.sep)) or os.path.isdir(path)


class BratFolder:
    """Files what comes of each document in a folder, each file whole or not at all.

    Raises OutputError where the folder can't be made, where a file can't be written, and where the folder holds
    what is to be read: NAME.txt is written anew as UTF-8, and the source must stay as it is.
    """

    def __init__(self, path: str) -> None:
        self.shown = path
        self.place = os.path.realpath(path)
        self._names: set[str] = set()
        try:
            os.makedirs(self.place, exist_ok=True)
        except (OSError, ValueError) as fault:
            reason = getattr(fault, "strerror", None) or fault
            raise OutputError(f"{path} can't be made a folder: {reason}", usage=True) from fault

    def apart_from(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """Yields the inputs; raises OutputError at one that lies in the folder."""
        for each in inputs:
            if each.file != "-" and os.path.dirname(os.path.realpath(each.file)) == self.place:
                raise OutputError(f"{self.shown} holds {each.file}, which is to be read: write elsewhere", usage=True)
            yield each

    def filed(self, results: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yields the outcomes with nothing left to be written."""
        from briefx.rendering.brat import brat_configuration

        self._write(CONFIGURATION, brat_configuration().encode())
        for result in results:
            if result.error is None:
                name = self._name(result)
                self._write(f"{name}.txt", result.source)
                self._write(f"{name}.ann", result.rendered)
            yield result._replace(rendered=b"", source=b"")

    def _name(self, result: Outcome) -> str:
        """Returns a name for a document's files: from its label, with what file systems take amiss as "-"."""
        label = re.sub(r"[^\w.()+-]+", "-", result.label).strip(".-")[:100] or "document"
        name, number = label, 1
        while name.casefold() in self._names:
            number += 1
            name = f"{label}-{number}"
        self._names.add(name.casefold())
        return name

    def _write(self, name: str, content: bytes) -> None:
        output = Output(os.path.join(self.place, name))
        try:
            output.open()
            output.write(content)
            output.commit()
        finally:
            output.discard()
