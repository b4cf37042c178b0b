"""Reading texts without a data home: `dealtape extract`, `dealtape quantities`, `dealtape identify`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from pipeline import articles, extract, sources
from pipeline.extract.quantities.records import quantity_records
from pipeline.settings import ORGANIZATIONS
from pipeline.steps.policy import policy_body

__all__ = ["Extracted", "extract_files", "identify_records", "quantity_records"]


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a text that no feed announced."""

    url: str
    feed_title: str | None = None
    feed_published: str | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """One text's answer, or why there is none."""

    where: str
    answer: dict[str, Any] | None
    problem: str | None = None


def extract_files(paths: Iterable[Path], stdin: TextIO) -> Iterator[Extracted]:
    """The claims of every text in the files; `-` reads JSON lines from `stdin`. A bad item is said, not dropped."""
    for path in paths:
        listed = sources.records(stdin, "standard input") if str(path) == "-" else sources.folder_items(path)
        for item in listed:
            if isinstance(item, sources.Skip):
                yield Extracted(item.where, None, item.what)
            else:
                yield _extract(item)


def _extract(item: sources.Item) -> Extracted:
    hints = Hints(item.url, item.title, item.published)
    article = articles.read_article(item, hints, fetched_at=datetime.now(UTC))
    lang = article.lang if article.lang in extract.LANGUAGES else None
    found = extract.extract(article.text, lang=lang, title=article.title, published=article.published)
    problem = None if lang else "its language is none of the seven; no claim was tried"
    return Extracted(item.url, {"id": item.id, "lang": article.lang, "claims": found}, problem)


def identify_records(lines: Iterable[str], say: Callable[[str], None]) -> Iterator[dict[str, Any]]:
    """Which claims are one deal, by today's organisations and the embedded yearly rates. A bad line is said."""
    from pipeline import deals
    from pipeline.normalise import default_rates

    usd = {rate.currency: float(rate.usd_per_unit) for rate in default_rates()}
    return deals.identify_records(_records(lines, say), policy_body(ORGANIZATIONS), usd)


def _records(lines: Iterable[str], say: Callable[[str], None]) -> Iterator[dict[str, Any]]:
    """The records; a line that holds none is named and left out."""
    from pipeline import deals

    for number, line in enumerate(lines, 1):
        try:
            if line.strip():
                yield deals.record_of(line)
        except ValueError as error:
            say(f"skipped line {number}: {error}")
