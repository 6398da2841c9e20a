"""The merged brief as it is written: JSON beside the briefs and within the schema, Markdown with source tags."""
import json
import re
import unittest
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from briefx.rendering.schema import schema_text
from tests.command import briefx
from tests.schema_validator import violations

ROOT = Path(__file__).resolve().parents[2]
FLOODS = ("seeds/flood-aldermouth.txt", "seeds/flood-inquiry.txt")


@cache
def extract(*words):
    """Returns the exit status, standard output and standard error of ``briefx extract``, of paths in seeds/ too."""
    return tuple(briefx("extract", *(ROOT / word if word.startswith("seeds") else word for word in words)))


class MergedOutput(unittest.TestCase):
    def test_json_holds_the_briefs_and_the_merged_one(self):
        status, output, _ = extract(*FLOODS, "--merge", "--json", "--reference-date", "2026-02-17")
        self.assertEqual(status, 0)
        whole = json.loads(output)
        self.assertEqual(len(whole["briefs"]), 2)
        self.assertEqual(violations(whole, json.loads(schema_text())), [])
        merged = whole["merged"]
        self.assertEqual([source["id"] for source in merged["documents"]], ["flood-aldermouth", "flood-inquiry"])
        for claim in merged["claims"]:
            at = claim["places"][0]
            single = next(one for one in whole["briefs"][at["document"] - 1]["claims"] if one["id"] == at["item"])
            self.assertEqual(" ".join(single["text"].split()), claim["text"])
        for actor in merged["actors"]:
            for place in actor["documents"]:
                ids = {one["id"] for one in whole["briefs"][place["document"] - 1]["actors"]}
                self.assertIn(place["actor"], ids)

    def test_without_the_option_there_is_no_merged_brief(self):
        _, output, _ = extract(*FLOODS, "--json")
        self.assertNotIn("merged", json.loads(output))

    def test_markdown_is_one_brief(self):
        status, output, _ = extract(*FLOODS, "--merge", "--format", "markdown", "--reference-date", "2026-02-17")
        self.assertEqual(status, 0)
        self.assertTrue(output.startswith("# Brief of 2 articles\n"))
        self.assertEqual(output.count("\n# "), 0)
        for line in ("## Sources", "## In brief", "## Where the sources differ", "## Who claims what",
                     "## Where they disagree", "## When"):
            self.assertIn(line, output)
        quoted = next(line for line in output.splitlines() if line.startswith("- “We had twenty minutes"))
        self.assertIn("[1] ¶2, [2] ¶3", quoted)

    def test_claims_have_their_words_of_attribution(self):
        _, output, _ = extract(*FLOODS, "--merge", "--format", "markdown")
        self.assertIn("\n- She later told local radio that she might resign — *prediction; hedged as possible; "
                      "one source* [2] ¶11\n", output)
        self.assertIn("\n- **Gwen Pritchard** accused the Environment Agency of ignoring repeated warnings about the "
                      "wall [1] ¶5\n  against **Environment Agency** denied that", output)

    def test_what_a_single_brief_leaves_out_the_merged_one_does_too(self):
        with TemporaryDirectory() as folder:
            first, second = Path(folder, "a.txt"), Path(folder, "b.txt")
            first.write_text("Mayor Rosa Delgado will be asked to go if she denies that the wall was unsafe. Delgado "
                             "said that the wall is new.", encoding="utf-8")
            second.write_text(
                "The quay of Vigo, the longest on the whole coast and the last one that is still built of oak and "
                "stone, was opened at 10 a.m. on June 1, 2026, and by 2030 it is to be as long again as it was.",
                encoding="utf-8")
            _, output, _ = extract(str(first), str(second), "--merge", "--format", "markdown")
        self.assertIn("said that the wall is new", output)
        self.assertNotIn("denies", output.partition("## Who claims what")[2])
        self.assertIn("\n### Rosa Delgado (one source)\n", output)
        note, _, *times = output.partition("## When\n\n")[2].splitlines()
        self.assertEqual(note, "*Each entry is told by one source.*")
        self.assertEqual([line[:24] for line in times], ["- **2026-06-01 10:00** T", "- **2030** […] and stone"])
        self.assertTrue(times[1].endswith("by 2030 it is to be as long again as it was. [2] ¶1"), times)

    def test_explanations_stand_below_each_entry_by_source(self):
        status, output, _ = extract(*FLOODS, "--merge", "--explain", "--format", "markdown")
        self.assertEqual(status, 0)
        lines = output.splitlines()
        at = next(number for number, line in enumerate(lines) if "told local radio that" in line)
        self.assertRegex(lines[at + 1], r'^  - \*\[2\] ¶11 · .*cue: "told" \(tell\).*attribution\.\w+: .*\*$')
        at = next(number for number, line in enumerate(lines) if line.startswith("- “We had twenty minutes"))
        self.assertEqual([line[:14] for line in lines[at + 1:at + 3]], ["  - *[1] ¶2 · ", "  - *[2] ¶3 · "])
        at = lines.index("- **Gwen Pritchard**")
        self.assertIn("*[1] · ", lines[at + 1])
        plain = extract(*FLOODS, "--merge", "--format", "markdown")[1]
        added = re.compile(r"  - \*\[.*|- \*\*[^*]+\*\*")
        self.assertEqual([line for line in plain.splitlines() if line],
                         [line for line in lines if line and not added.fullmatch(line)])

    def test_the_number_of_processes_changes_nothing(self):
        one = extract("seeds", "--merge", "--json")
        self.assertEqual(one, extract("seeds", "--merge", "--json", "--jobs", "2"))

    def test_a_line_of_jsonl_is_one_document(self):
        status, output, errors = extract(*FLOODS, "--merge", "--format", "jsonl")
        self.assertEqual((status, output), (2, ""))
        self.assertIn("--merge", errors)

    def test_what_one_source_alone_says_is_marked(self):
        with TemporaryDirectory() as folder:
            paths = [str(Path(folder, name)) for name in ("a.txt", "b.txt")]
            shared = "The old wall of Vigo fell on June 1, 2026. Mayor Rosa Delgado said that the wall was old."
            Path(paths[0]).write_text(shared, encoding="utf-8")
            Path(paths[1]).write_text(shared + " Delgado said that it rained on June 2, 2026.", encoding="utf-8")
            _, output, _ = extract(*paths, "--merge", "--format", "markdown")
        self.assertEqual([line.partition(" — ")[2] for line in output.splitlines() if line.startswith("- said")],
                         ["", "*one source* [2] ¶1"])
        self.assertIn("2026-06-01** The old wall of Vigo fell on June 1, 2026. [1] ¶1, [2] ¶1\n", output)
        self.assertIn("June 2, 2026. — *one source* [2] ¶1\n", output)

    def test_half_a_character_is_no_fault(self):
        line = json.dumps({"id": "a\ud800", "text": "Ann \ud800Lee said: \u201cWe \udfff won.\u201d"})
        with TemporaryDirectory() as folder:
            path = Path(folder, "articles.jsonl")
            path.write_text(f"{line}\n{line}\n", encoding="utf-8")
            for form in ("json", "markdown"):
                with self.subTest(form):
                    status, output, _ = extract(str(path), "--input-format", "jsonl", "--merge", "--format", form)
                    self.assertEqual(status, 0)
                    output.encode("utf-8")
                    self.assertIn("won", output)

    def test_a_failed_input_is_left_out(self):
        status, output, _ = extract(*FLOODS, "seeds/no-such-file.txt", "--merge", "--json")
        self.assertEqual(status, 1)
        self.assertEqual(len(json.loads(output)["merged"]["documents"]), 2)


if __name__ == "__main__":
    unittest.main()
