"""Whose money a bare "$" or "kroner" is: that of the country an article is about, by the places that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.extract.languages import common, load
from pipeline.extract.quantities import Quantity

FEWEST = 3  # places of a country whose dollar needs no other sign
_AMERICAN = re.compile(r"\$\s?US|US\s?\$|\$\s?U\.S\.|U\.S\.\s?\$")


class OwnMoney(dict[str, str]):
    """The currency that a bare sign or name is in a text, by the one that it is elsewhere: {"USD": "CAD"}. Looked up in
    the text when a sum asks for it: the places that tell it are many."""

    def __init__(self, text: str, lang: str) -> None:
        super().__init__()
        self._text = text
        self._written_at_home = load(lang).table("currencies").get("own", ())

    def __missing__(self, usual: str) -> str:
        self[usual] = self._of(usual)
        return self[usual]

    def _of(self, usual: str) -> str:
        places = common()["own_money"].get(usual)
        american = usual == "USD" and _AMERICAN.search(self._text) is not None
        if places is None or (usual == "USD" and not american and not self._written_at_home):
            return usual
        counts = {code: sum(map(self._text.count, names)) for code, names in places.items()}
        code: str = max(counts, key=lambda c: counts[c])
        if not counts[code]:
            return usual
        if usual != "USD" or american:
            return code
        return code if code in self._written_at_home and _is_at_home(self._text, code, counts) else usual


def _is_at_home(text: str, code: str, counts: Mapping[str, int]) -> bool:
    """Whether a text tells of the dollar's country, hardly of America, and needs no sign for its money ("C$")."""
    signs = (f"{code[0]}$", f"{code[:2]}$", code)
    return counts[code] >= max(FEWEST, 2 * counts["USD"] + 1) and not any(sign in text for sign in signs)


def in_own_money(line: str, quantity: Quantity, own: OwnMoney) -> Quantity:
    """The quantity of a line in its article's own money, unless it says itself whose it is."""
    if quantity.currency is None or (code := own[quantity.currency]) == quantity.currency:
        return quantity
    written = line[quantity.start : quantity.end]
    told = (quantity.currency, *common()["own_money"][quantity.currency][quantity.currency])
    return quantity if any(word.strip() in written for word in told) else quantity._replace(currency=code)
