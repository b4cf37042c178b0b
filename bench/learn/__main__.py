"""Learn the weights of the second opinion: `python -m bench.learn ARTICLES.jsonl[=WEIGHT] ...`.

Each file holds annotated articles in the form of `dealtape extract`, with their `claims`; an article counts by the
weight of its file, 1 if none is given. Articles that rules were written on should be few: on them the rules look surer
than they are. The weights are written over `pipeline/extract/opinion/weights.json`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.learn.fit import fit
from bench.learn.samples import Sample, samples
from pipeline.extract.opinion.weights import WEIGHTS, Tables


def weighted(file: str) -> Iterator[tuple[Sample, float]]:
    """The samples of a file, each with its weight."""
    path, _, weight = file.partition("=")
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        for sample in samples(json.loads(line)):
            yield sample, float(weight or 1)


def lines(tables: Tables) -> Iterable[str]:
    """The tables as JSON, a sign or role with its weights a line."""
    for n, (name, table) in enumerate(tables._asdict().items()):
        yield ("{" if n == 0 else ",") + json.dumps(name) + ": {"
        yield ",\n".join(f"{json.dumps(key)}: {json.dumps(table[key])}" for key in sorted(table))
        yield "}"
    yield "}\n"


if __name__ == "__main__":
    learned = [one for file in sys.argv[1:] for one in weighted(file)]
    WEIGHTS.write_text("\n".join(lines(fit(learned))), encoding="utf-8")
    print(f"{len(learned)} figures in {len(sys.argv) - 1} files")
