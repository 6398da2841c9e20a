"""Records are what typing's are, tuples with names, defaults and copies with changes, or the same with slots."""
from __future__ import annotations

import pickle
import typing
import unittest

from briefx.records import NamedTuple, Record


class Point(NamedTuple):
    """A point on a page."""

    x: int
    y: int | None
    label: str = ""
    parts: tuple[int, ...] = ()

    @property
    def known(self) -> bool:
        """Whether both ends are given."""
        return self.y is not None


class Empty(NamedTuple):
    """A record of nothing."""


class Slip(Record):
    """A note that is no tuple."""

    x: int
    label: str = ""
    parts: tuple[int, ...] = ()

    @property
    def known(self) -> bool:
        """Whether it has a label."""
        return bool(self.label)


class SlottedRecordTest(unittest.TestCase):
    def test_its_fields_have_names_and_defaults(self) -> None:
        slip = Slip(3, parts=(1,))
        self.assertEqual([3, "", (1,)], [slip.x, slip.label, slip.parts])
        self.assertEqual([3, "a", ()], [Slip(3, "a").x, Slip(3, "a").label, Slip(3, "a").parts])
        self.assertFalse(slip.known)
        self.assertEqual("Slip(x=3, label='', parts=(1,))", repr(slip))

    def test_it_equals_what_has_the_same_fields_alone(self) -> None:
        self.assertEqual(Slip(3, "a"), Slip(3, "a"))
        for other in (Slip(4, "a"), Slip(3, "b"), (3, "a", ()), Point(3, None)):
            with self.subTest(other=other):
                self.assertNotEqual(Slip(3, "a"), other)
        with self.assertRaisesRegex(TypeError, "unhashable"):
            hash(Slip(3))

    def test_copies_with_changes_leave_it_as_it_was(self) -> None:
        slip = Slip(3, "a")
        self.assertEqual(Slip(3, "b", (2,)), slip._replace(label="b", parts=(2,)))
        self.assertEqual(Slip(3, "a"), slip)
        with self.assertRaisesRegex(ValueError, "no such field: z"):
            slip._replace(z=1)

    def test_it_holds_nothing_else(self) -> None:
        with self.assertRaises(AttributeError):
            Slip(1).z = 3

    def test_what_is_missing_or_too_much_is_named(self) -> None:
        for values, named, message in (((), {}, "'x'"), ((1,), {"z": 3}, "'z'"), ((1, "", (), 5), {}, "5")):
            with self.subTest(values=values), self.assertRaisesRegex(TypeError, message):
                Slip(*values, **named)

    def test_a_field_without_a_default_follows_none_with_one(self) -> None:
        with self.assertRaisesRegex(TypeError, "Wrong: a field without a default"):
            class Wrong(Record):
                x: int = 0
                y: int

    def test_another_process_reads_it(self) -> None:
        self.assertEqual(Slip(1, "a"), pickle.loads(pickle.dumps(Slip(1, "a"))))


class FieldsTest(unittest.TestCase):
    def test_each_number_of_fields_has_a_constructor(self) -> None:
        for base, most in ((NamedTuple, 17), (Record, 12)):
            for count in range(most + 2):
                names = [f"field{number}" for number in range(count)]
                lines = "\n".join([f"    {name}: int" for name in names]) or "    pass"
                place = {"Base": base}
                with self.subTest(base=base.__name__, count=count):
                    if count > most:
                        with self.assertRaisesRegex(TypeError, "no constructor is written for"):
                            exec(f"class Made(Base):\n{lines}", place)
                        continue
                    exec(f"class Made(Base):\n{lines}", place)
                    made = place["Made"](*range(count))
                    self.assertEqual(list(range(count)), [getattr(made, name) for name in names])
                    self.assertEqual(made, place["Made"](**dict(zip(names, range(count)))))


class RecordTest(unittest.TestCase):
    def test_a_record_is_a_tuple_with_names(self) -> None:
        point = Point(3, y=None, parts=(1,))
        self.assertEqual((3, None, "", (1,)), point)
        self.assertEqual(hash((3, None, "", (1,))), hash(point))
        self.assertEqual([3, None, "", (1,)], [point.x, point.y, point.label, point.parts])
        self.assertFalse(point.known)
        self.assertTrue(Point(1, 2).known)
        self.assertEqual("Point(x=3, y=None, label='', parts=(1,))", repr(point))
        self.assertEqual((), Empty())

    def test_copies_with_changes(self) -> None:
        moved = Point(3, 4)._replace(y=5, label="end")
        self.assertEqual((3, 5, "end", ()), moved)
        self.assertIs(Point, type(moved))
        with self.assertRaisesRegex(ValueError, "no such field: z"):
            moved._replace(z=1)

    def test_other_views(self) -> None:
        self.assertEqual({"x": 1, "y": 2, "label": "", "parts": ()}, Point(1, 2)._asdict())
        self.assertEqual(Point(1, 2), Point._make([1, 2]))
        match Point(1, 2):
            case Point(x, y):
                self.assertEqual((1, 2), (x, y))

    def test_another_process_reads_it(self) -> None:
        again = pickle.loads(pickle.dumps(Point(1, 2, "a")))
        self.assertEqual(Point(1, 2, "a"), again)
        self.assertIs(Point, type(again))

    def test_it_holds_nothing_else(self) -> None:
        with self.assertRaises(AttributeError):
            Point(1, 2).z = 3
        with self.assertRaises(AttributeError):
            Point(1, 2).x = 3

    def test_what_is_missing_or_too_much_is_named(self) -> None:
        for values, named, message in (((1,), {}, "'y'"), ((1, 2), {"z": 3}, "'z'"), ((1, 2, "", (), 5), {}, "5")):
            with self.subTest(values=values), self.assertRaisesRegex(TypeError, message):
                Point(*values, **named)

    def test_a_field_without_a_default_follows_none_with_one(self) -> None:
        with self.assertRaisesRegex(TypeError, "Wrong: a field without a default"):
            class Wrong(NamedTuple):
                x: int = 0
                y: int

    def test_its_names_are_those_that_typing_gives(self) -> None:
        class Other(typing.NamedTuple):
            x: int

        for name in dir(Other):
            if name not in ("_field_defaults", "__orig_bases__", "__annotations__", "__annotate_func__",
                            "__annotations_cache__", "__replace__", "x"):
                with self.subTest(name=name):
                    self.assertTrue(hasattr(Point, name))


if __name__ == "__main__":
    unittest.main()
