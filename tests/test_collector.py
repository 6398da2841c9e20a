"""A brief leaves no cycles, is made without the collector of cycles, and leaves the collector as it was."""
from __future__ import annotations

import gc
import unittest

import briefx
from briefx.collector import without_collector

TEXT = "Ann Lee, the mayor, said on Monday that “we will not go”. Officials denied it, police said.\n\n" * 200


@without_collector
def is_collecting(fault: bool = False) -> bool:
    """Returns whether the collector is at work."""
    if fault:
        raise ValueError
    return gc.isenabled()


class CollectorTest(unittest.TestCase):
    def setUp(self) -> None:
        self.addCleanup(gc.enable if gc.isenabled() else gc.disable)
        gc.enable()

    def test_it_is_as_it_was(self) -> None:
        self.assertFalse(is_collecting())
        self.assertTrue(gc.isenabled())
        with self.assertRaises(ValueError):
            is_collecting(fault=True)
        self.assertTrue(gc.isenabled())
        gc.disable()
        self.assertFalse(is_collecting())
        self.assertFalse(gc.isenabled())

    def test_a_brief_is_made_in_one_go(self) -> None:
        collections: list[str] = []
        briefx.extract(TEXT)  # loads what it needs

        def note(phase: str, about: dict[str, int]) -> None:
            collections.append(phase)

        gc.callbacks.append(note)
        self.addCleanup(gc.callbacks.remove, note)
        brief = briefx.extract(TEXT)
        made = len(collections)
        self.assertGreater(len(brief.quotes or ()), 100)
        brief.to_dict()
        self.assertLessEqual(made, 2)  # before and after
        self.assertLessEqual(len(collections), 4)

    def test_it_leaves_no_cycles(self) -> None:
        briefx.extract(TEXT).to_dict()
        gc.collect()
        gc.disable()
        briefx.extract(TEXT).to_dict()
        self.assertEqual(0, gc.collect())
