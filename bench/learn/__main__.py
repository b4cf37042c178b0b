"""Learn the weights of the second opinion: `python -m bench.learn [MORE.jsonl[=WEIGHT] ...]`.

They are learned from the articles of the project and from those of more files, each of which counts by the weight of
its file, 1 if none is given. Articles that rules were written on should be few: on them the rules look surer than they
are. The weights are written over `pipeline/extract/opinion/weights.json`: first those of figures, then, on the rounds
that these find, those of backers.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence

from bench._annotated import Record
from bench.learn.articles import articles
from bench.learn.backers import backers
from bench.learn.fit import each, fit
from bench.learn.samples import samples
from pipeline.extract.opinion.backing import BACKER, LEADER
from pipeline.extract.opinion.verdict import ROLES
from pipeline.extract.opinion.weights import NO_DEAL, WEIGHTS, Tables, read_again, tables


def lines(tables: Tables) -> Iterable[str]:
    """The tables as JSON, a sign or role with its weights a line."""
    for n, (name, table) in enumerate(tables._asdict().items()):
        yield ("{" if n == 0 else ",") + json.dumps(name) + ": {"
        yield ",\n".join(f"{json.dumps(key)}: {json.dumps(table[key])}" for key in sorted(table))
        yield "}"
    yield "}\n"


def learn_figures(read: Sequence[tuple[Record, float]]) -> None:
    """What each figure measures, and whose deal it is; who backs a round stays as it was."""
    figures = [(sample, weight) for record, weight in read for sample in samples(record)]
    if missing := sorted({NO_DEAL, *ROLES} - {kind for figure, _ in figures for kind in figure.kinds}):
        sys.exit(f"nothing is written: the articles hold no example of {', '.join(missing)}")
    learned = fit(figures)
    write(learned._replace(roles=learned.roles | {role: tables().roles[role] for role in (BACKER, LEADER)}))
    print(f"{len(figures)} figures in {len(read)} articles")


def learn_backers(read: Sequence[tuple[Record, float]]) -> None:
    """Who backs and who leads the rounds that the weights of figures find."""
    named = [(party, weight) for record, weight in read for party in backers(record)]
    answers = {(party.role, party.plays) for party, _ in named}
    wanted = {(role, plays) for role in (BACKER, LEADER) for plays in (True, False)}
    if missing := sorted(f"{role}: {plays}" for role, plays in wanted - answers):
        sys.exit(f"backers stay as they were: the articles hold no example of {', '.join(missing)}")
    write(tables()._replace(roles=tables().roles | each(named)))
    print(f"{len(named)} who may be backers")


def write(learned: Tables) -> None:
    """Let these weights be those of the second opinion, from now on."""
    WEIGHTS.write_text("\n".join(lines(learned)), encoding="utf-8")
    read_again()


if __name__ == "__main__":
    annotated = list(articles(sys.argv[1:]))
    learn_figures(annotated)
    learn_backers(annotated)
