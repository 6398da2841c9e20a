"""Annotations for other tools, as the command writes them."""
from __future__ import annotations

import json
import unittest

from tests.command import briefx, folder, json_lines

ARTICLE = "Minister opens bridge\r\n\r\nThe bridge will open in May, Transport Minister Ann Lee said on Monday.\r\n"


class BratFolderTest(unittest.TestCase):
    def test_each_document_has_its_files_and_offsets_fit(self) -> None:
        with folder(a__txt=ARTICLE, b__txt="\ufeff" + ARTICLE.replace("Ann", "Zoë")) as place:
            target = place / "brat"
            self.assertEqual((0, "", ""), briefx("extract", place, "-f", "brat", "-o", f"{target}/"))
            self.assertEqual(["a.ann", "a.txt", "annotation.conf", "b.ann", "b.txt"],
                             sorted(file.name for file in target.iterdir()))
            for name, speaker in (("a", "Ann Lee"), ("b", "Zoë Lee")):
                with self.subTest(name):
                    text = (target / f"{name}.txt").read_bytes().decode()
                    for line in (target / f"{name}.ann").read_text().splitlines():
                        _, about, words = (line + "\t").split("\t")[:3]
                        if line.startswith("T") and ";" not in about:
                            _, start, end = about.split()
                            self.assertEqual(words, text[int(start):int(end)])
                    self.assertIn(f"\t{speaker}\n", (target / f"{name}.ann").read_text())
            self.assertEqual(0, briefx("extract", place, "-f", "brat", "-o", target).status, "a second time")

    def test_names_are_those_of_the_documents_and_differ(self) -> None:
        given = json_lines({"id": "../x y", "text": "Ann left."}, {"id": "-X-Y", "text": "Ann left."}, {"text": 1},
                           {"id": "//", "text": ""})
        with folder() as place:
            run = briefx("extract", "-", "--input-format", "jsonl", "-f", "brat", "-o", place, "-j", 2, stdin=given)
            self.assertEqual(1, run.status)
            self.assertEqual(["X-Y-2", "document", "x-y"], sorted(file.stem for file in place.glob("*.ann")))

    def test_the_source_is_never_written_over(self) -> None:
        with folder(a__txt=ARTICLE) as place:
            run = briefx("extract", place, "-f", "brat", "-o", place)
            self.assertEqual(2, run.status)
            self.assertIn("which is to be read: write elsewhere", run.err)
            self.assertEqual(ARTICLE.encode(), (place / "a.txt").read_bytes())
            self.assertRegex(briefx("extract", "-", "-f", "brat", "-o", f"{place}/a.txt/").err,
                             r"/ can't be made a folder: [A-Z][a-z ]+\n\Z")


class OneFileTest(unittest.TestCase):
    def test_one_document_goes_to_standard_output_or_a_file(self) -> None:
        with folder(a__txt=ARTICLE) as place:
            run = briefx("extract", place, "-f", "brat")
            self.assertEqual(0, run.status)
            self.assertRegex(run.out, r"(?m)^T1\tPerson \d+ \d+\tAnn Lee$")
            target = place / "a.ann"
            self.assertEqual((0, "", ""), briefx("extract", place, "-o", target))
            self.assertEqual(run.out, target.read_text())

    def test_several_need_a_folder(self) -> None:
        with folder(a__txt=ARTICLE, b__txt=ARTICLE) as place:
            run = briefx("extract", place, "-f", "brat")
            self.assertEqual((2, ""), (run.status, run.out))
            self.assertIn("name a folder for them", run.err)

    def test_a_page_of_web_annotations_is_a_line(self) -> None:
        with folder(a__txt=ARTICLE, b__txt=ARTICLE) as place:
            run = briefx("extract", place, "-f", "web-annotation")
            self.assertEqual(["AnnotationPage"] * 2, [page["type"] for page in run.lines])
            target = place / "out.jsonld"
            briefx("extract", place / "a.txt", "-o", target)
            self.assertEqual("a.txt", json.loads(target.read_text())["items"][0]["target"][0]["source"]["id"])

    def test_they_are_not_merged(self) -> None:
        for format in ("brat", "web-annotation"):
            with self.subTest(format):
                self.assertIn("--merge goes with", briefx("extract", "-", "--merge", "-f", format).err)
