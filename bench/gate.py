"""Normalising and the gate: seconds for the claims of a big batch. `python -m bench.gate [CLAIMS]`.

Every article states five rounds; one claim in ten breaks a rule. The first gate of a process also pays the import of
Great Expectations, so the second is what a run costs a batch.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.normalise import ExtractedArticle, normalise, records
from pipeline.quality import validate

CLAIMS, EACH = 10_000, 5
TEXT = "Initech raises up to $2 billion from Globex and Hooli. " * 20


def claim(number: int) -> dict[str, Any]:
    """One invented round."""
    return {
        "kind": "funding_round", "recipient": f"Initech {number}", "investors": ["Globex", "Hooli"],
        "leads": ["Globex" if number % 10 else "Nobody"], "stage": "series-b", "status": "completed",
        "amount": {"value": 2e9 + number, "currency": "USD", "bound": "up_to"},
        "equity": {"value": 7.5e8, "currency": "EUR", "bound": "about"},
        "date": "2025-10", "evidence": [{"start": 0, "end": 54}],
    }  # fmt: skip


def article(number: int) -> dict[str, Any]:
    """What the gate is told of an article."""
    return {
        "article_id": f"article-{number}", "content_sha256": f"{number:064x}",
        "title": "Initech raises", "outcome": "ok", "text_length": len(TEXT),
        "published_at": datetime(2025, 10, 8, tzinfo=UTC), "published_precision": "day",
        "observed_on": date(2025, 10, 9),
    }  # fmt: skip


def timed(what: str, work: Callable[[], Any]) -> Any:
    """Do it and print the seconds."""
    started = time.perf_counter()
    result = work()
    print(f"  {what:40} {time.perf_counter() - started:6.2f} s")
    return result


def main() -> None:
    """Print the seconds of each step."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    articles = [article(number) for number in range(claims // EACH)]
    extracted = [
        ExtractedArticle(known["article_id"], known["content_sha256"], TEXT, [claim(n * EACH + i) for i in range(EACH)])
        for n, known in enumerate(articles)
    ]
    print(f"{claims:,} claims of {len(articles):,} articles")
    frame = timed("normalise", lambda: normalise(extracted)).frame
    timed("back to records", lambda: records(frame))
    about = pl.DataFrame(articles, schema_overrides={"published_at": pl.Datetime("us", "UTC")})
    with tempfile.TemporaryDirectory() as folder:
        timed("gate, with the import", lambda: validate("first", frame, about, Path(folder)))
        report = timed("gate, data docs included", lambda: validate("second", frame, about, Path(folder)))
    print(f"  {len(report.failing):,} claims fail")


if __name__ == "__main__":
    main()
