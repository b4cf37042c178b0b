"""A denial that stands before the report that it denies."""

from __future__ import annotations

import pytest

from pipeline.extract import extract

DENIED = {
    "en": "Tarvik denied that it would invest in Brenlo. Reuters had reported that Tarvik would invest $2 billion in Brenlo.",
    "fr": "Nvidia dément tout investissement dans Brenlo. Reuters avait affirmé que Nvidia investirait 20 millions d'euros dans Brenlo.",
    "es": "Tarvik desmiente una inversión en Brenlo. Reuters había publicado que Tarvik invertiría 200 millones de euros en Brenlo.",
    "it": "Nvidia smentisce un investimento in Brenlo. Reuters aveva scritto che Nvidia investirebbe 20 milioni di euro in Brenlo.",
}  # fmt: skip


@pytest.mark.parametrize("lang", DENIED)
def test_the_report_behind_a_denial_is_what_is_denied(lang: str) -> None:
    found = {claim["kind"]: claim["status"] for claim in extract(DENIED[lang], lang=lang)}
    assert found == {"denial": "denied", "investment": "denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Tarvik denied that it would invest in Brenlo. Orvane would invest $2 billion in Brenlo, Reuters reported.",
        "Tarvik denied that it would invest in Brenlo. Tarvik has invested $2 billion in Orvane.",
    ],
)
def test_a_deal_of_others_is_not_denied_with_it(text: str) -> None:
    statuses = {claim["kind"]: claim["status"] for claim in extract(text, lang="en")}
    assert statuses["denial"] == "denied" != statuses["investment"]
