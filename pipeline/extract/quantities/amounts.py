"""What a number counts: the scale, currency, unit or chips that stand around it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pipeline.extract.languages import Language, common
from pipeline.extract.languages.phrases import NEXT, Phrases, Written, after_gap
from pipeline.extract.quantities.chips import ChipWords
from pipeline.extract.quantities.currencies import Currencies, Currency
from pipeline.extract.quantities.numerals import Numeral
from pipeline.extract.quantities.scales import Scale, Scales

WATTS_PER_MEGAWATT = 1_000_000
Kind = Literal["money", "power", "number", "percent", "chips"]


class Amount(NamedTuple):
    """A number and what it counts. `scale`: what its scale words multiply by; `signed`: a currency stands before it."""

    kind: Kind
    start: int
    end: int
    value: float
    scale: float = 1
    currency: str | None = None
    model: str | None = None
    per: str | None = None
    signed: bool = False


class Surroundings:
    """Reads what numbers of one language count."""

    def __init__(self, language: Language) -> None:
        power, percent = language.table("power"), language.table("percent")
        self._scales, self._currencies = Scales(language), Currencies(language)
        self._chips = ChipWords(language)
        self._lone = frozenset(language.table("numbers").get("lone", ()))
        words, points = ("%", "％", *percent.get("words", ())), percent.get("points", ())
        self._percent = Phrases(dict.fromkeys(words, True) | dict.fromkeys(points, False))
        self._watts: Phrases[float] = Phrases(power.get("names", {}))
        self._watt_symbols: Phrases[float] = Phrases(common()["power"], cased=True)
        self._no_power = Phrases(dict.fromkeys(power.get("not_before", ()), True))
        self._per = Phrases({phrase: unit for unit, phrases in language.table("per").items() for phrase in phrases})
        tables = (self._scales, self._currencies, self._chips, self._percent, self._watts, self._watt_symbols)
        self.firsts = frozenset[str]().union(*(table.firsts for table in tables))

    def read(self, written: Written, number: Numeral, floor: int) -> Amount | None:
        """What `number` counts; None when it is no quantity ("5G", "GB300"). Nothing left of `floor` belongs to it."""
        before = self._currencies.before(written, number.start, floor)
        if before is None and number.start and written.text[number.start - 1].isalnum():
            return None
        if before is None and not self._counts(written, number.end):
            return self._plain(written, number, Scale(number.end))
        scale = self._scales.after(written, number.end, signed=before is not None, words=number.scale == 1)
        after = self._currency_after(written, scale, number, before) if self._counts(written, scale.end) else None
        if currency := after or before:
            return self._money(written, number, scale, before, currency)
        if not scale.bare:
            scale = Scale(number.end)
        return self._counted(written, number, scale) or self._plain(written, number, scale)

    def _counts(self, written: Written, end: int) -> bool:
        """Whether anything that a number may count follows it: a quick look before the long one."""
        following = NEXT.match(written.lower, end)
        return following is not None and (
            following[1] in self.firsts or self._chips.is_model(written, following.start(1))
        )

    def _currency_after(
        self, written: Written, scale: Scale, number: Numeral, before: Currency | None
    ) -> Currency | None:
        at = after_gap(written, scale.end)
        scaled = scale.factor * number.scale > 1
        found = self._currencies.after(written, at, linked=scaled)
        if found is None or not self._currencies.counts(written, found, number.value, scaled=scaled):
            return None
        is_article = number.value == 1 and not scaled and written.text[number.start].isalpha()
        if is_article and self._currencies.is_sign_of_next(written, found):
            return None  # `cada uma US$ 5 bilhões`
        if before and found.code != before.code:  # "$5 million euro bond" is dollars, "$5 million AUD" is not
            return found if before.code == "USD" and written.text[found.start : found.end].isupper() else None
        return found

    def _money(
        self, written: Written, number: Numeral, scale: Scale, before: Currency | None, currency: Currency
    ) -> Amount:
        """`currency`: the one that counts, before or after the number."""
        if currency is not before and scale.factor == 1 and number.scale == 1:  # "75 USD million"
            scale = self._scales.after(written, currency.end, signed=False)
            scale = scale if scale.factor > 1 else Scale(currency.end)
        end = max(scale.end, currency.end)
        factor = scale.factor * currency.factor
        per = self._per.match(written, after_gap(written, end))
        return Amount(
            "money", before.start if before else number.start, per[1] if per else end,
            (number.value + scale.half) * factor, factor * number.scale, currency.code,
            per=per[0] if per else None, signed=before is not None,
        )  # fmt: skip

    def _counted(self, written: Written, number: Numeral, scale: Scale) -> Amount | None:
        at = after_gap(written, scale.end)
        value, factor = (number.value + scale.half) * scale.factor, scale.factor * number.scale
        if percent := self._percent.match(written, at):
            return Amount("percent", number.start, percent[1], value, factor) if percent[0] else None
        if watts := self._watt_symbols.match(written, at) or self._watts.match(written, at):
            if self._no_power.match(written, after_gap(written, watts[1])):
                return None
            megawatts = watts[0] / WATTS_PER_MEGAWATT
            return Amount("power", number.start, watts[1], value * megawatts, factor * megawatts)
        if value < 2 or value != int(value) or (_looks_like_a_year(written.text, number) and factor == 1):
            return None
        chips = self._chips.after(written, self._currencies.skip_link(written, at) if factor > 1 else at)
        return Amount("chips", number.start, chips.end, value, factor, model=chips.model) if chips else None

    def _plain(self, written: Written, number: Numeral, scale: Scale) -> Amount | None:
        start, end = number.start, scale.end
        if number.words and scale.factor == 1 and written.lower[start : number.end] in self._lone:
            return None
        if not number.words and written.text[end : end + 1].isalpha():
            return None  # "5G", "10th", "164p"
        return Amount("number", start, end, (number.value + scale.half) * scale.factor, scale.factor * number.scale)


def _looks_like_a_year(text: str, number: Numeral) -> bool:
    return number.end - number.start == 4 and 1990 <= number.value <= 2039 and text[number.start].isdigit()
