"""Whose money a bare "$" or "kroner" is: that of the country an article is about, by the places that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.extract.languages import common, load
from pipeline.extract.quantities import Quantity

FEWEST = 3  # places of a country whose dollar needs no other sign
_AMERICAN = re.compile(r"\$\s?US|US\s?\$|\$\s?U\.S\.|U\.S\.\s?\$")


def own_money(text: str, lang: str) -> dict[str, str]:
    """The currency that a bare sign or name is in this text, by the one that it is elsewhere: {"USD": "CAD"}."""
    own, written_at_home = {}, load(lang).table("currencies").get("own", ())
    for usual, places in common()["own_money"].items():
        counts = {code: sum(map(text.count, names)) for code, names in places.items()}
        code = max(counts, key=lambda c: counts[c])
        told = usual != "USD" or _AMERICAN.search(text) or (code in written_at_home and _is_at_home(text, code, counts))
        if code != usual and counts[code] and told:
            own[usual] = code
    return own


def _is_at_home(text: str, code: str, counts: Mapping[str, int]) -> bool:
    """Whether a text tells of the dollar's country, hardly of America, and needs no sign for its money ("C$")."""
    signs = (f"{code[0]}$", f"{code[:2]}$", code)
    return counts[code] >= max(FEWEST, 2 * counts["USD"] + 1) and not any(sign in text for sign in signs)


def in_own_money(line: str, quantity: Quantity, own: Mapping[str, str]) -> Quantity:
    """The quantity of a line in its article's own money, unless it says itself whose it is."""
    code = own.get(quantity.currency or "")
    if code is None or quantity.currency is None:
        return quantity
    written = line[quantity.start : quantity.end]
    told = (quantity.currency, *common()["own_money"][quantity.currency][quantity.currency])
    return quantity if any(word.strip() in written for word in told) else quantity._replace(currency=code)
