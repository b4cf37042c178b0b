"""Weights are learned from annotated articles: what the annotation says of figures, and what a regression makes of it."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from bench.learn.articles import articles, newsroom
from bench.learn.backers import backers
from bench.learn.fit import each, fit
from bench.learn.samples import Party, Sample, samples
from pipeline.extract import LANGUAGES
from pipeline.extract.opinion.backing import BACKER, LEADER
from pipeline.extract.opinion.verdict import ROLES
from pipeline.extract.opinion.weights import ALWAYS

RECORD: dict[str, Any] = {
    "lang": "en",
    "title": "Orvane raises money",
    "published": "2026-03-03",
    "text": "Orvane Cloud has raised $80 million from Sequoia. Its revenue reached $30 million last year.",
    "claims": [
        {"kind": "funding_round", "recipient": "Orvane Cloud", "investors": ["Sequoia Capital"],
         "amount": {"value": 80_400_000, "currency": "USD", "bound": "exact"}},
    ],
}  # fmt: skip
PLAIN = "Its halls stand in Oslo. It was founded by two sisters. Nordwind Bank is a client of the company."


def test_a_figure_is_taught_by_the_claim_that_has_it() -> None:
    (round_,) = [sample for sample in samples(RECORD) if sample.kinds != ("none",)]

    assert round_.kinds == ("funding_round",)
    assert {"unit money", "event raise"} <= round_.signs
    assert [party.role for party in round_.parties if party.plays] == ["funding_round recipient"]


def test_who_is_named_around_a_round_is_taught_by_its_backers() -> None:
    told = {**RECORD, "text": f"{RECORD['text']} {PLAIN}"}
    claim = {**RECORD["claims"][0], "amount": {"value": 80_000_000, "currency": "USD"}, "leads": ["Sequoia Capital"]}

    taught = list(backers({**told, "claims": [claim]}))

    assert [(party.role, party.plays) for party in taught if party.plays] == [(BACKER, True), (LEADER, True)]
    assert any(party.role == BACKER and not party.plays for party in taught)
    assert list(backers({**told, "claims": []})) == []


def test_each_role_may_be_learned_by_itself() -> None:
    lessons = [(Party(BACKER, frozenset({"led" if n % 2 else "sold"}), plays=bool(n % 2)), 1.0) for n in range(40)]

    (weights,) = each(lessons).values()

    assert weights["led"] > 0 > weights["sold"]


def test_another_currency_is_another_figure() -> None:
    claim = {**RECORD["claims"][0], "amount": {"value": 80_000_000, "currency": "EUR"}}

    assert {sample.kinds for sample in samples({**RECORD, "claims": [claim]})} == {("none",)}


def test_what_no_rules_read_teaches_nothing() -> None:
    assert list(samples({**RECORD, "lang": "xx"})) == []


@pytest.fixture(scope="module")
def lessons() -> list[tuple[Sample, float]]:
    """Purchases beside one sign, rounds beside another, else nothing; whoever stands on the left is the main party."""
    pairs = [("bought", "acquisition", "target"), ("raised", "funding_round", "recipient")]
    return [
        (
            Sample(
                frozenset({said}),
                (kind,),
                (
                    Party(f"{kind} {role}", frozenset({"left"}), plays=True),
                    Party(f"{kind} {role}", frozenset({"right"}), plays=False),
                ),
            ),
            1.0,
        )
        for said, kind, role in pairs * 20
    ] + [(Sample(frozenset({"earned"}), ("none",), ()), 1.0)] * 20


def test_signs_weigh_for_what_they_stood_beside(lessons: list[tuple[Sample, float]]) -> None:
    kinds, roles = fit(lessons)

    assert kinds["bought"]["acquisition"] > 0 > kinds["bought"]["funding_round"]
    assert roles["acquisition target"]["left"] > 0 > roles["acquisition target"]["right"]


def test_an_article_that_counts_more_weighs_more(lessons: list[tuple[Sample, float]]) -> None:
    other = Sample(frozenset({"bought"}), ("capex",), ())
    few, many = (fit([*lessons, *[(other, weight)] * 5])[0]["bought"]["capex"] for weight in (1.0, 20.0))

    assert many > few


def test_a_role_that_nobody_played_has_the_weights_of_its_group(lessons: list[tuple[Sample, float]]) -> None:
    roles = fit(lessons)[1]

    assert set(roles["capex owner"]) >= {ALWAYS, "left", "right"}


def test_articles_of_a_file_count_by_its_weight(tmp_path: Path) -> None:
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps(RECORD) + "\n", encoding="utf-8")

    *_, plain = articles([str(more)])
    *_, heavy = articles([f"{more}=6"])

    assert (plain, heavy) == ((RECORD, 1.0), (RECORD, 6.0))


def test_the_articles_of_the_project_are_annotated_in_every_language() -> None:
    read = [record for record, _ in articles([])]

    assert {record["lang"] for record in read} == set(LANGUAGES)
    assert {claim["kind"] for record in read for claim in record["claims"]} == {
        *ROLES, "guarantee", "partnership", "denial",
    }  # fmt: skip


def test_the_newsroom_is_read_with_its_title_apart_and_above_the_text() -> None:
    apart, above = itertools.islice(newsroom(), 2)

    assert above == apart | {"text": f"{apart['title']}\n\n{apart['text']}"}
