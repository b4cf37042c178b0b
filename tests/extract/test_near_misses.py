"""Money that is no deal: revenue, markets, funds, running totals, prices, what the stock market thinks."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import missing

NEAR_MISSES = [
    ("en", "Nvidia's revenue reached $57 billion last quarter, and CoreWeave's backlog stands at $55.6 billion."),
    ("en", "Nvidia became the first company to close above a $4 trillion market value."),
    ("en", "Sequoia Capital closed a $750 million early-stage fund; General Catalyst raised $8 billion for its newest one."),
    ("en", "An H100 rents for $2 an hour and a DGX box costs $400,000."),
    ("en", "Startups in Europe raised $12 billion in the first half of the year."),
    ("en", "Since its founding Helsing has raised a total of €1.4 billion."),
    ("en", "Capital expenditure at the four largest cloud companies is expected to top $350 billion this year."),
    ("en", "The global market for AI servers could reach $300 billion by 2027, according to Bank of America."),
    ("en", "Analysts at Loop Capital raised their price target to $250 from $175."),
    ("en", "A jury ordered Aurexa to pay a fine of $200 million."),
    ("en", "By the reckoning of Goldman Sachs the five biggest spenders will invest some $500 billion next year."),
    ("en", "A report from Jefferies said cloud providers leased 5 gigawatts of capacity in the second quarter."),
    ("en", "Net sales at Foobar Systems came to $5.02 billion, well short of the $6.5 billion Wall Street expected."),
    ("en", "Foobar Networks rents out GPUs. Revenue climbed 140% to $812 million."),
    ("en", "Start-ups in artificial intelligence absorbed $222 billion worldwide last year, Foobar Data estimates."),
    ("en", "OpenAI builds data centres. A rule of thumb puts two gigawatts at something like $16 billion."),
    ("en", "OpenAI builds data centres. Altman said that a gigawatt costs around $50 billion, chips included."),
    ("en", "Amazon is expanding. India's data centre capacity, around 1.5 GW, may touch 9 GW by 2030."),
    ("en", "Amazon is expanding. Some $200 billion of investments await approval, IT ministry officials said."),
    ("en", "Constellation, worth about $98 billion, owns the country's largest nuclear fleet."),
    ("en", "Nvidia ended October with $60.6 billion in cash and short-term investments."),
    ("en", "Companies that build AI infrastructure will have to borrow $1.5 trillion, strategists at JPMorgan reckon."),
    ("en", "Foobar Networks rents out GPUs. It has 410 megawatts in operation across eleven sites."),
    ("en", "Nvidia is worth more. The push came from chief executive Jensen Huang, whose stake is about $179bn."),
    ("en", "The Reform Party wants to end the digital services tax that raises about £800m a year from Google."),
    ("en", "The council will spend $3 million on a new school."),
    ("fr", "Le chiffre d'affaires d'OVHcloud dépasse 1 milliard d'euros et sa capitalisation boursière 1,7 milliard."),
    ("fr", "Au premier semestre, les jeunes pousses françaises ont levé 2,8 milliards d'euros."),
    ("fr", "Partech a clos un fonds de 360 millions d'euros."),
    ("fr", "Depuis sa création en 2021, Nabla a levé 120 millions de dollars au total."),
    ("fr", "Au total, 20 milliards d'euros d'investissements nouveaux ont été annoncés."),
    ("fr", "Une heure de H100 coûte 2,50 euros."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), NEAR_MISSES)
def test_near_misses_stay_empty(lang: str, text: str) -> None:
    assert missing(lang, text, [], published="2025-10-09") == []
