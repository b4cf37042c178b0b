"""A tenant told of between a site and what it costs: who builds the site owns it and lets it."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money

LET: Claim = {"kind": "capacity", "customer": "Nscale", "provider": "Start Campus", "site": "Sines"}
SPENT: Claim = {"kind": "capex", "owner": "Start Campus", "amount": money(6000, "EUR"), "site": "Sines"}
CASES = {
    "a lease": (
        "en",
        "Start Campus is building a data centre in Sines. Nscale has signed a 12-year lease. The project represents a total"
        " investment of 6 billion euros.",
        [LET | {"term_years": 12}, SPENT],
    ),
    "a customer": (
        "fr",
        "Start Campus construit un centre de données à Sines. Microsoft en sera le premier client. Le projet représente un"
        " investissement total de 6 milliards d'euros.",
        [LET | {"customer": "Microsoft"}, SPENT],
    ),
    "as a tenant": ("en", "Start Campus is building a data centre in Sines with Nscale as anchor tenant.", [LET]),
    "leasing in general": ("en", "Start Campus is building a data centre in Sines. Nscale is stepping up leasing.", []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_who_builds_a_site_lets_it_and_pays_for_it(case: str) -> None:
    lang, text, claims = CASES[case]
    assert missing(lang, text, claims) == []
