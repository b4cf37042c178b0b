"""Sums without a currency in a list of deals: the first items are in the usual money, whatever later ones are in."""

from __future__ import annotations

import pytest

from pipeline.extract import extract


@pytest.mark.parametrize(
    ("lang", "text", "currencies"),
    [
        ("it", "• Aurexa raccoglie 9 milioni.\n• OpenAI ha raccolto 40 miliardi di dollari.", ["EUR", "USD"]),
        ("es", "- Aurexa levanta 9 millones.\n- OpenAI capta 40.000 millones de dólares.", ["EUR", "USD"]),
        ("fr", "Les levées du jour\n• Aurexa lève 9 millions.\n• OpenAI lève 40 milliards de dollars.", ["EUR", "USD"]),
        ("nl", "• Aurexa haalt 9 miljoen op.\n• OpenAI haalt 40 miljard dollar op.", ["EUR", "USD"]),
        ("it", "• OpenAI ha raccolto 40 miliardi di dollari.\n• xAI raccoglie 9 miliardi.", ["USD", "USD"]),
    ],
)
def test_an_item_without_a_currency_is_in_the_usual_one(lang: str, text: str, currencies: list[str]) -> None:
    assert [claim["amount"]["currency"] for claim in extract(text, lang=lang)] == currencies


def test_prose_that_names_dollars_later_tells_no_usual_money() -> None:
    text = "Aurexa raccoglie 9 milioni. OpenAI ha raccolto 40 miliardi di dollari."

    assert [claim.get("amount", {}).get("currency") for claim in extract(text, lang="it")] == ["USD"]
