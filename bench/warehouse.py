"""The warehouse of a million claims: a full rebuild with identity, one as of a day, and `why`, in seconds and memory.

The claims are invented: half a million articles of two claims each, on 125,000 deals of 25,000 organisations over eight
years, a tenth of the figures revised or contradicted, in four currencies. `python -m bench.warehouse [CLAIMS]`.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.events import ENVELOPE, STAMPS, Event, make_event, stable_id
from pipeline.events.types import ExtractorAdopted
from pipeline.exports import WAREHOUSE
from pipeline.log.rows import SCHEMA
from pipeline.normalise import default_rates
from pipeline.settings import Home
from pipeline.steps import why
from pipeline.steps.identity import resolve
from pipeline.warehouse import AsOf, build, query

CLAIMS = 1_000_000
SEED = 20251008
NEIGHBOURS = 20
"""An article tells of two deals of the same days: one, and one of so many after it."""
KINDS = ("funding_round", "investment", "acquisition", "capacity", "guarantee", "capex", "partnership", "denial")
WEIGHTS = (35, 15, 8, 20, 4, 8, 5, 5)
STAGES = ("rumoured", "reported", "announced", "completed")
START = datetime(2018, 1, 1, tzinfo=UTC)
Deal = tuple[str, str, str, int, str, int]


def deals(number: int, rng: random.Random) -> list[Deal]:
    """Kind, the two organisations, the sum, its currency and the day of each deal, in the order of days."""
    organizations = [f"Organisation {n}" for n in range(max(20, number // 5))]
    known = [
        (
            rng.choices(KINDS, WEIGHTS)[0],
            rng.choice(organizations),
            rng.choice(organizations),
            rng.choice((1, 2, 3, 5, 8, 10, 20)) * 10 ** rng.choice((7, 8, 9)),
            rng.choice(("USD", "USD", "EUR", "GBP", "JPY")),
            rng.randrange(2900),
        )
        for _ in range(number)
    ]
    return sorted(known, key=lambda deal: deal[5])


def parties(kind: str, a: str, b: str) -> dict[str, Any]:
    return {
        "funding_round": {"recipient": a, "investors": [b]},
        "investment": {"recipient": a, "investors": [b]},
        "acquisition": {"target": a, "acquirer": b},
        "capacity": {"customer": a, "provider": b},
        "guarantee": {"beneficiary": a, "guarantor": b},
        "capex": {"owner": a},
        "partnership": {"partners": [a, b]},
        "denial": {"recipient": a, "speaker": b},
    }[kind]


def claim(number: int, ordinal: int, deal: Deal, late: int, rng: random.Random) -> dict[str, Any]:
    """What an article published `late` days after the deal says of it: first rumours, then news, then the closing."""
    kind, a, b, amount, currency, day = deal
    told: dict[str, Any] = {
        "claim_key": str(stable_id([number, ordinal])), "ordinal": ordinal, "kind": kind, **parties(kind, a, b),
        "status": "denied" if kind == "denial" else STAGES[late // 8],
        "evidence": [{"end": 320, "start": 200}],
    }  # fmt: skip
    if rng.random() < 0.6:
        told |= {"occurred_on": str(START.date() + timedelta(days=day)), "occurred_precision": "day"}
    if kind not in ("partnership", "denial"):
        bound = rng.choices(("exact", "about", "up_to", "at_least"), (70, 15, 10, 5))[0]
        amount = amount if rng.random() < 0.9 else amount * rng.choice((95, 105, 150)) // 100
        ends = {"amount_low": amount, "amount_high": amount}
        ends.pop({"up_to": "amount_low", "at_least": "amount_high"}.get(bound, ""), None)
        told |= {**ends, "amount_bound": bound, "amount_currency": currency}
    if kind == "capacity":
        told |= {"power_low_mw": amount // 10**7, "power_high_mw": amount // 10**7, "power_bound": "exact"}
    return told


def articles(claims: int, rng: random.Random) -> Iterator[tuple[str, str, datetime, str]]:
    """Rows `type, stream, time, payload` of each article's observation and reading."""
    known = deals(max(2 * NEIGHBOURS, claims // 8), rng)
    for number in range(claims // 2):
        first = rng.randrange(len(known) - NEIGHBOURS)
        told = [known[first], known[first + rng.randrange(1, NEIGHBOURS)]]
        late = rng.randrange(30)
        published = START + timedelta(days=told[0][5] + late, seconds=rng.randrange(86_400))
        name = {"article_id": str(stable_id(["article", number])), "content_sha256": f"{number:064x}"}
        observed = name | {"source": f"source-{number % 50}", "url": f"https://news.test/{number}"}
        read = name | {
            "text_sha256": f"{number:064x}", "extractor": "rules", "extractor_version": "1", "config_hash": "c",
            "outcome": "claims", "title": f"Article {number}", "lang": "en", "published_at": published.isoformat(),
            "published_precision": "second", "sketch": [rng.getrandbits(53) for _ in range(8)],
            "claims": [claim(number, n, deal, late, rng) for n, deal in enumerate(told)],
        }  # fmt: skip
        yield "ArticleObserved", name["article_id"], published, json.dumps(observed, separators=(",", ":"))
        yield "ArticleExtracted", name["article_id"], published, json.dumps(read, separators=(",", ":"))


def first_events() -> list[Event]:
    adopted = ExtractorAdopted(
        extractor="rules", extractor_version="1", config_hash="c", decision_id="first", reason="bench"
    )
    return [make_event(payload, occurred_at=START, actor="bench") for payload in (adopted, *default_rates())]


def log_of(claims: int) -> pl.DataFrame:
    """The events of so many claims as the log reads them, 200 a commit."""
    columns = [*ENVELOPE, *STAMPS]
    told = pl.DataFrame(
        list(articles(claims, random.Random(SEED))), schema=["type", "stream", "occurred_at", "payload"], orient="row"
    )
    first = pl.DataFrame([{name: getattr(event, name) for name in ENVELOPE} for event in first_events()])
    number = pl.int_range(pl.len(), dtype=pl.Int64)
    rows = pl.concat([first.select("type", "stream", "occurred_at", "payload"), told]).with_columns(
        event_id=number.cast(pl.String), schema_version=1, actor=pl.lit("bench"), causation_id=None,
        correlation_id=None, commit=number // 200 + 1, row=number % 200,
    ).with_columns(recorded_at=pl.lit(START) + pl.duration(days=3000, seconds="commit"))  # fmt: skip
    return rows.select(pl.col(name).cast(SCHEMA[name]) for name in columns)


def write_log(claims: int, file: Path) -> None:
    log_of(claims).write_parquet(file)


def timed(what: str, run: Callable[[], object]) -> None:
    """Print how long it took, on the clock and on all cores together."""
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    print(f"  {what:28} {time.perf_counter() - wall:6.1f} s, {time.process_time() - cpu:6.1f} s of CPU", flush=True)


def median_of(run: Callable[[], object], times: int = 5) -> float:
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)


def ask(home: Home) -> None:
    """Print how long `why` takes for the deal with the most claims: the call, the command, one that only starts."""
    deal, claims = query(
        home.releases / "1" / WAREHOUSE, "FROM deals SELECT deal_id, claims ORDER BY claims DESC"
    ).rows[0]

    def command(*arguments: str) -> Callable[[], object]:
        line = [sys.executable, "-c", "from pipeline.cli import main; main()", *arguments]
        environment = {**os.environ, "DEALTAPE_HOME": str(home.root)}
        return lambda: subprocess.run(line, env=environment, check=True, capture_output=True)

    print(f"  why, of a deal with {claims} claims: {median_of(lambda: why(home, deal)):.2f} s")
    asked, started = median_of(command("why", deal)), median_of(command("--help"))
    print(f"  dealtape why: {asked:.2f} s, of which {started:.2f} s are the start that --help takes too")


def main() -> None:
    """Print the seconds of each, the process's peak memory and the size of the file."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    with tempfile.TemporaryDirectory() as folder:
        log, home = Path(folder) / "events.parquet", Home(Path(folder))
        writer = multiprocessing.get_context("spawn").Process(target=write_log, args=(claims, log))
        writer.start()
        writer.join()  # in a process of its own, so that inventing the events counts for no memory
        release = home.releases / "1"
        release.mkdir(parents=True)
        (home.releases / "current").symlink_to(release.name)
        print(f"{claims:,} claims, on {date.today()}")
        timed("rebuild", lambda: build(release / WAREHOUSE, pl.read_parquet(log), resolve))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        size = (release / WAREHOUSE).stat().st_size / 2**20
        print(f"  peak memory {peak:.2f} GB with the events, file {size:.0f} MB")
        day = AsOf(START.date() + timedelta(days=2000))
        timed(
            "as of two thirds of the story",
            lambda: build(Path(folder) / "then.duckdb", pl.read_parquet(log), resolve, as_of=day),
        )
        ask(home)


if __name__ == "__main__":
    main()
