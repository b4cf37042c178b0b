"""Learn the weights of the second opinion: `python -m bench.learn ARTICLES.jsonl[=WEIGHT] ...`.

Each file holds annotated articles in the form of `dealtape extract`, with their `claims`; an article counts by the
weight of its file, 1 if none is given. Articles that rules were written on should be few: on them the rules look surer
than they are. The weights are written over `pipeline/extract/opinion/weights.json`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from bench.learn.backers import backers
from bench.learn.fit import each, fit
from bench.learn.samples import samples
from pipeline.extract.opinion.weights import WEIGHTS, Tables, tables

Learned = TypeVar("Learned")


def weighted(
    files: Iterable[str], sampled: Callable[[dict[str, Any]], Iterator[Learned]]
) -> list[tuple[Learned, float]]:
    """The samples of all files, each with the weight of its file."""
    found = []
    for file in files:
        path, _, weight = file.partition("=")
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            found += [(sample, float(weight or 1)) for sample in sampled(json.loads(line))]
    return found


def write(learned: Tables) -> None:
    """Write the weights, which hold from now on."""
    WEIGHTS.write_text("\n".join(lines(learned)), encoding="utf-8")
    tables.cache_clear()


def lines(tables: Tables) -> Iterable[str]:
    """The tables as JSON, a sign or role with its weights a line."""
    for n, (name, table) in enumerate(tables._asdict().items()):
        yield ("{" if n == 0 else ",") + json.dumps(name) + ": {"
        yield ",\n".join(f"{json.dumps(key)}: {json.dumps(table[key])}" for key in sorted(table))
        yield "}"
    yield "}\n"


if __name__ == "__main__":
    figures = weighted(sys.argv[1:], samples)
    learned = fit(figures)
    write(learned)
    named = weighted(sys.argv[1:], backers)  # in the rounds that the weights just written find
    write(learned._replace(roles=learned.roles | each(named)))
    print(f"{len(figures)} figures and {len(named)} who may be backers in {len(sys.argv) - 1} files")
