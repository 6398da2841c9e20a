"""Named tuples behave as those of the typing module do."""
from __future__ import annotations

import copy
import pickle
import unittest

from briefx.records import NamedTuple


class Port(NamedTuple):
    """A port."""

    name: str
    berths: int = 2
    country: str | None = None

    @property
    def label(self) -> str:
        return f"{self.name} ({self.berths})"


class FreePort(Port):
    """One that levies no duty."""


class NamedTupleTest(unittest.TestCase):
    def test_values_are_read_by_name_and_by_position(self) -> None:
        port = Port("Arden", country="NO")
        self.assertEqual(port, ("Arden", 2, "NO"))
        self.assertEqual((port.name, port[1], port.country, port.label), ("Arden", 2, "NO", "Arden (2)"))
        self.assertEqual(repr(port), "Port(name='Arden', berths=2, country='NO')")
        self.assertEqual(Port.__doc__, "A port.")
        self.assertEqual(Port._fields, ("name", "berths", "country"))
        self.assertEqual(Port._field_defaults, {"berths": 2, "country": None})

    def test_nothing_else_is_set_on_one(self) -> None:
        port = Port("Arden")
        with self.assertRaises(AttributeError):
            port.name = "Brill"  # type: ignore[misc]
        self.assertFalse(hasattr(port, "__dict__"))

    def test_wrong_arguments_are_refused(self) -> None:
        for values, named in (
            ((), {}), (("Arden", 1, None, 4), {}), (("Arden",), {"quays": 1}), (("Arden",), {"name": "Brill"}),
        ):
            with self.subTest(values=values, named=named), self.assertRaises(TypeError):
                Port(*values, **named)
        with self.assertRaises(TypeError):
            Port._make(["Arden"])
        with self.assertRaises(ValueError):
            Port("Arden")._replace(quays=1)  # type: ignore[call-arg]

    def test_copies(self) -> None:
        port = Port("Arden", 7)
        self.assertEqual(port._replace(name="Brill"), Port("Brill", 7))
        self.assertEqual(port._asdict(), {"name": "Arden", "berths": 7, "country": None})
        self.assertEqual(Port._make(["Arden", 7, None]), port)
        for other in (copy.copy(port), copy.deepcopy(port), pickle.loads(pickle.dumps(port))):
            self.assertIs(type(other), Port)
            self.assertEqual(other, port)

    def test_a_class_derived_from_one_has_its_fields(self) -> None:
        port = FreePort("Arden", berths=1)
        self.assertIsInstance(port, Port)
        self.assertEqual((port.label, FreePort._fields), ("Arden (1)", Port._fields))

    def test_matching_by_position(self) -> None:
        match Port("Arden", 7):
            case Port(name, 7):
                self.assertEqual(name, "Arden")
            case _:
                self.fail("no match")


if __name__ == "__main__":
    unittest.main()
