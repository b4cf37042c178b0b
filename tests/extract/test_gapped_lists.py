"""Lists that say verb or noun only once: every member has a sum of its own and a deal of its own."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money

GIVEN: list[Claim] = [
    {"kind": "investment", "recipient": "OpenAI", "investors": [giver], "amount": money(millions)}
    for giver, millions in (("Amazon", 9000), ("NVIDIA", 4000), ("SoftBank", 4000))
]
SIGNED: list[Claim] = [
    {"kind": "capacity", "customer": "OpenAI", "provider": host, "amount": money(millions)}
    for host, millions in (("Oracle", 80_000), ("Amazon", 7000))
]
CASES = {
    "names and sums": ("en", "Amazon will invest $9 billion in OpenAI, Nvidia $4 billion and SoftBank $4 billion.", GIVEN),
    "in French": ("fr", "Amazon a investi 9 milliards de dollars dans OpenAI, Nvidia 4 milliards et SoftBank 4 milliards.", GIVEN),
    "in Dutch": ("nl", "Amazon steekt 9 miljard dollar in OpenAI, Nvidia 4 miljard en SoftBank 4 miljard.", GIVEN),
    "a preposition said again, in French": (
        "fr", "OpenAI a signé des contrats de 80 milliards de dollars avec Oracle et de 7 milliards avec Amazon.", SIGNED,
    ),
    "in Italian": ("it", "OpenAI ha firmato contratti da 80 miliardi di dollari con Oracle e da 7 miliardi con Amazon.", SIGNED),
    "in Portuguese": ("pt", "A OpenAI assinou contratos de 80 bilhões de dólares com a Oracle e de 7 bilhões com a Amazon.", SIGNED),
    "one recipient behind them all": (
        "en", "SoftBank has put $4 billion and Amazon $9 billion into OpenAI.", [GIVEN[0], GIVEN[2]],
    ),
    "in German": (
        "de", "SoftBank steckt 4 Milliarden Dollar und Amazon 9 Milliarden in OpenAI.", [GIVEN[0], GIVEN[2]],
    ),
    "in Spanish": (
        "es", "SoftBank ha invertido 4.000 millones de dólares y Amazon 9.000 millones en OpenAI.", [GIVEN[0], GIVEN[2]],
    ),
    "two of one giver": (
        "en", "Amazon will invest $9 billion in OpenAI and $4 billion in Anthropic.",
        [GIVEN[0], GIVEN[1] | {"recipient": "Anthropic", "investors": ["Amazon"]}],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_every_member_of_a_list_has_its_deal(case: str) -> None:
    lang, text, claims = CASES[case]
    assert missing(lang, text, claims) == []
