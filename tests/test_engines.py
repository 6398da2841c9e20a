"""The README's recipes for other engines, run where the engine is installed."""
import importlib.util
import json
import os
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

import briefx

SEEDS = Path(__file__).parent.parent / "seeds"


@unittest.skipUnless(importlib.util.find_spec("pyspark") and shutil.which("java"), "pyspark and Java are not installed")
class Spark(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        from pyspark import SparkConf, SparkContext

        os.environ["PYSPARK_PYTHON"] = sys.executable
        settings = SparkConf().setMaster("local[2]").setAppName("briefx").set("spark.ui.enabled", "false")
        cls.context = SparkContext(conf=settings)
        cls.folder = tempfile.TemporaryDirectory()
        cls.articles = [{"id": path.stem, "text": path.read_text(encoding="utf-8"), "published": "2026-06-01"}
                        for path in sorted(SEEDS.glob("*.txt"))]
        file = Path(cls.folder.name, "articles.jsonl")
        file.write_text("".join(json.dumps(article) + "\n" for article in cls.articles), encoding="utf-8")
        cls.lines = cls.context.textFile(str(file), 2)
        cls.wanted = {article["id"]: briefx.extract(**article).to_dict()["claims"] for article in cls.articles}

    @classmethod
    def tearDownClass(cls):
        cls.context.stop()
        cls.folder.cleanup()

    def test_pipe(self):
        command = f"{sys.executable} -m briefx extract - --input-format jsonl --format jsonl"
        found = map(json.loads, self.lines.pipe(command, env=dict(os.environ)).collect())
        self.assertEqual({brief["id"]: brief["claims"] for brief in found}, self.wanted)

    def test_map_partitions(self):
        def briefs_of(rows):
            import briefx
            for row in rows:
                yield briefx.extract(**json.loads(row)).to_dict()

        found = self.lines.mapPartitions(briefs_of).collect()
        self.assertEqual({brief["id"]: brief["claims"] for brief in found}, self.wanted)


if __name__ == "__main__":
    unittest.main()
