"""Learn the weights of the second opinion: `python -m bench.learn ARTICLES.jsonl[=WEIGHT] ...`.

Each file holds annotated articles in the form of `dealtape extract`, with their `claims`; an article counts by the
weight of its file, 1 if none is given. Articles that rules were written on should be few: on them the rules look surer
than they are. The weights are written over `pipeline/extract/opinion/weights.json`, if the articles hold enough to
learn every kind and role; who backs a round is learned on the rounds that the weights before found.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from bench.learn.backers import backers
from bench.learn.fit import each, fit
from bench.learn.samples import samples
from pipeline.extract.opinion.backing import BACKER, LEADER
from pipeline.extract.opinion.verdict import ROLES
from pipeline.extract.opinion.weights import NO_DEAL, WEIGHTS, Tables

Learned = TypeVar("Learned")


def weighted(
    files: Iterable[str], sampled: Callable[[dict[str, Any]], Iterator[Learned]]
) -> list[tuple[Learned, float]]:
    """The samples of all files, each with the weight of its file."""
    found = []
    for file in files:
        path, _, weight = file.partition("=")
        with Path(path).open(encoding="utf-8") as articles:
            found += [(sample, float(weight or 1)) for line in articles for sample in sampled(json.loads(line))]
    return found


def lines(tables: Tables) -> Iterable[str]:
    """The tables as JSON, a sign or role with its weights a line."""
    for n, (name, table) in enumerate(tables._asdict().items()):
        yield ("{" if n == 0 else ",") + json.dumps(name) + ": {"
        yield ",\n".join(f"{json.dumps(key)}: {json.dumps(table[key])}" for key in sorted(table))
        yield "}"
    yield "}\n"


def main(files: Sequence[str]) -> None:
    """Learn from the files and write the weights."""
    figures, named = weighted(files, samples), weighted(files, backers)
    kinds = {kind for figure, _ in figures for kind in figure.kinds}
    answers = {(party.role, party.plays) for party, _ in named}
    missing = sorted({NO_DEAL, *ROLES} - kinds) + sorted(
        f"{role}: {plays}" for role in (BACKER, LEADER) for plays in (True, False) if (role, plays) not in answers
    )
    if missing:
        sys.exit(f"nothing is written: the articles hold no example of {', '.join(missing)}")
    learned = fit(figures)
    learned = learned._replace(roles=learned.roles | each(named))
    WEIGHTS.write_text("\n".join(lines(learned)), encoding="utf-8")
    print(f"{len(figures)} figures and {len(named)} who may be backers in {len(files)} files")


if __name__ == "__main__":
    main(sys.argv[1:])
