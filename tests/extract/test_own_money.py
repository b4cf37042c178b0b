"""Whose money a bare "$" or crown is, by the country an article tells of."""

from __future__ import annotations

import pytest

from pipeline.extract import extract

HARBOUR = "Foo Compute raised $40 million from Bar Capital. "
# language, text, currency of its round
ROUNDS = [
    ("en", HARBOUR, "USD"),
    ("en", HARBOUR + "The Sydney company runs halls in Melbourne and in Brisbane.", "AUD"),
    ("en", HARBOUR + "It runs halls in Sydney and Melbourne, in Texas and in New York.", "USD"),
    ("en", HARBOUR + "Its A$9 million hall in Sydney joins those in Melbourne and Brisbane.", "USD"),
    ("fr", "Foo Calcul a levé 40 millions de dollars. La société de Montréal, au Québec, s'étend à Toronto.", "CAD"),
    (
        "de",
        "Foo Compute hat 40 Millionen Dollar eingesammelt. Die Firma aus Toronto wächst in Montreal und Ottawa.",
        "USD",
    ),
    ("en", "Foo Compute of Oslo raised 40 million kroner in Norway.", "NOK"),
    ("en", "Foo Compute of Oslo raised 40 million Swedish kronor in Norway.", "SEK"),
    ("fr", "Foo Calcul, de Copenhague, a levé 40 millions de couronnes au Danemark.", "DKK"),
]


@pytest.mark.parametrize(("lang", "text", "currency"), ROUNDS)
def test_bare_money_is_that_of_the_country_told_of(lang: str, text: str, currency: str) -> None:
    sums = [claim["amount"] for claim in extract(text, lang=lang) if claim["kind"] == "funding_round"]
    assert sums == [{"value": 40_000_000, "currency": currency, "bound": "exact"}]
