"""Any articles of which any are erased, in any order and again: their words are found nowhere, all others are read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import steps
from pipeline.articles import TextStore
from pipeline.events import make_event
from pipeline.events.types import ArticleExtracted, ArticleObserved
from pipeline.fetch import read_capture
from pipeline.log import Log
from pipeline.settings import Home
from pipeline.sources import folder_source
from pipeline.steps.capturing import capture_source
from tests.e2e.scan import found

NOW = datetime(2026, 3, 3, tzinfo=UTC)
FEW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def words_of(number: int) -> str:
    return f"words of article number {number:03}"


def captured(home: Home, inbox: Path, padding: list[str]) -> dict[int, str]:
    """Articles fetched from files and read twice, one reading being voided; the id of each."""
    records = [{"id": n, "lang": "en", "text": f"{words_of(n)} {more}"} for n, more in enumerate(padding)]
    inbox.mkdir()
    (inbox / "records.jsonl").write_text("\n".join(map(json.dumps, records)))
    capture_source(home, folder_source(inbox))
    log, articles = Log(home.log), {}
    for payload in log.read(types=["ArticleObserved"])["payload"]:
        observed = ArticleObserved.model_validate_json(payload)
        text = read_capture(home, observed.capture).data.decode()
        for reader in ("r1", "r2"):
            read = ArticleExtracted(
                article_id=observed.article_id, content_sha256=observed.content_sha256, reader=reader, extractor="e",
                text_sha256=TextStore(home.texts).put(f"{text} as {reader} reads it"), extractor_version="1",
                config_hash="c", outcome="none",
            )  # fmt: skip
            log.append([make_event(read, occurred_at=NOW, actor="test")])
        steps.void(home, log.read(types=["ArticleExtracted"])["event_id"][-1], reason="a mistake", actor="ann")
        articles[next(n for n in range(len(padding)) if words_of(n) in text)] = observed.article_id
    return articles


@FEW
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=300), min_size=1, max_size=8), st.data())
def test_words_of_erased_articles_are_found_nowhere_and_all_others_stay(
    tmp_path_factory: pytest.TempPathFactory, padding: list[str], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("erasure")
    home = Home(folder / "home")
    articles = captured(home, folder / "inbox", padding)
    assert set(articles) == set(range(len(padding)))
    erased = data.draw(st.lists(st.sampled_from(sorted(articles)), max_size=len(padding) + 2))
    for number in erased:
        steps.erase(home, articles[number], claims=data.draw(st.booleans()), reason="asked", actor="ann")
    for number in articles:
        places = ["captures", "texts"] if number not in erased else []
        assert found(home.root, words_of(number)) == places
    assert Log(home.log).verify().problems == []
