"""Numbers that leave out what the sum before them has said: its currency, or its scale and its currency.

In "6 milliards de dollars, puis 10 milliards" both are dollars; in "900 millones de dólares, a una valoración de 9.900"
the 9.900 are millions of dollars, too.
"""

from __future__ import annotations

import re

from pipeline.extract.languages import Language
from pipeline.extract.languages.phrases import FIRST, Phrases, Written, after_gap, alternation
from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.bounds import KINDS

FARTHEST = 2000  # code points between the sum that says it all and the number that does not
SMALLEST = 1_000_000  # the scale of a sum, without which a number counts something else
LARGEST = 2e12  # what a number may come to that takes its scale from another sum
BRACKET = 24  # code points from a bracket to the sum in it, with its bound
LOOK_BACK = 60  # code points that hold a word of worth or sums, with a bound behind it
_WRITTEN_OUT = re.compile(r"[^\W\d_]{4}\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS = frozenset(",.;:!?)»”\"'–—")


class Understood:
    """What one language lets follow or precede such numbers; without its tables there are none ("2 billion users")."""

    def __init__(self, language: Language) -> None:
        table = language.table("currencies")
        told = dict.fromkeys(table.get("understood_unless", ()), False) | dict.fromkeys(
            table.get("understood_before", ()), True
        )
        self._following, self._unless = Phrases(told), "understood_unless" in table
        names = language.table("names")
        self._nouns_capitalised = bool(names.get("nouns_capitalised"))
        adjectives = "|".join(names.get("adjective_endings", ()))
        self._noun = re.compile(rf"(?:[^\W\d_]+(?:{adjectives}) )?[^\W\d_a-zß-ÿ]")  # `Nutzer`, `neue Nutzer`
        scale, bounds = table.get("scale_understood", {}), language.table("bounds")
        between = [p for kind in (*KINDS, "skip") for p in bounds.get(kind, ()) if p[0].isalpha()]
        before = rf"(?:{alternation(scale['before'])})(?: (?:{alternation(between)})){{0,2}} ?\Z" if scale else "(?!)"
        self._before = re.compile(rf"(?<!\w){before}")
        self._lasts = frozenset(phrase.split()[-1] for phrase in (*scale.get("before", ()), *between))
        self._after = Phrases(dict.fromkeys(scale.get("after", ()), True))
        self._followed_by = Phrases(dict.fromkeys(scale.get("followed_by", ()), True))

    def read(self, written: Written, amount: Amount, earlier: Amount | None) -> Amount:
        """`amount` as money like `earlier`, the last sum before it, when it is a number that leaves that out."""
        if amount.kind != "number" or earlier is None or earlier.kind != "money":
            return amount
        if amount.start - earlier.end > FARTHEST:
            return amount
        if amount.scale >= SMALLEST and self._lacks_currency(written, amount):
            return amount._replace(kind="money", currency=earlier.currency)
        if amount.scale == 1 and earlier.scale >= SMALLEST and amount.value * earlier.scale <= LARGEST:
            if self._lacks_scale(written, amount):
                value = amount.value * earlier.scale
                return amount._replace(kind="money", value=value, scale=earlier.scale, currency=earlier.currency)
        return amount

    def _lacks_currency(self, written: Written, amount: Amount) -> bool:
        """Whether a scale word ends a number ("70B" is the size of a model), and nothing behind it is counted."""
        if not self._following.firsts or not _WRITTEN_OUT.search(written.lower, amount.start, amount.end):
            return False
        at = after_gap(written, amount.end)
        if found := self._following.match(written, at):
            return found[0] or written.text[after_gap(written, found[1]) :][:1].isupper()  # `1.300 millones de Foo`
        following = FIRST.match(written.lower, at)
        if following is None or following[0] in _ENDS:
            return True
        return self._unless and not (self._nouns_capitalised and self._noun.match(written.text, at))

    def _lacks_scale(self, written: Written, amount: Amount) -> bool:
        """Whether figures that are no year are told as a worth or a sum by the words behind or before them."""
        digits = written.text[amount.start : amount.end]
        if not self._lasts or not digits[0].isdigit() or _YEAR.fullmatch(digits):
            return False
        at = after_gap(written, amount.end)
        return self._after.match(written, at) is not None or self._follows_worth(written, amount.start, at)

    def _follows_worth(self, written: Written, start: int, end: int) -> bool:
        """Whether a verb or noun of sums stands before a number, and nothing that it counts behind it."""
        before = written.lower[max(0, start - LOOK_BACK) : start]
        words = before.rsplit(None, 1)
        if not words or words[-1] not in self._lasts or not self._before.search(before):
            return False
        following = FIRST.match(written.lower, end)
        return following is None or following[0] in _ENDS or self._followed_by.match(written, end) is not None


def in_brackets(text: str, start: int) -> bool:
    """Whether a sum right behind an opening bracket only says another one in other money: `$2bn (€1.7bn)`."""
    near = text[max(0, start - BRACKET) : start]
    return near.rfind("(") > near.rfind(")")
