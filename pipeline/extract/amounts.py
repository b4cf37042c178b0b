"""What a number counts: the scale, currency, unit or chips that stand around it."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.chips import ChipWords
from pipeline.extract.currencies import Currencies, Currency
from pipeline.extract.languages import Language, common
from pipeline.extract.numerals import Numeral
from pipeline.extract.phrases import GAP, Phrases

MOST_SCALES = 3  # "100 mil M€" has two
FEWEST_OF_A_WEAK_NAME = 1000  # "3 won" is no money, "5,000 won" is


class Reading(NamedTuple):
    """A number with what it counts. `scale`: what its scale words multiply by; `signed`: its currency stands before it."""

    kind: str
    start: int
    end: int
    value: float
    scale: float = 1
    currency: str | None = None
    model: str | None = None
    per: str | None = None
    signed: bool = False


class _Scale(NamedTuple):
    end: int
    factor: float = 1
    bare: bool = True
    half: float = 0


class Surroundings:
    """Reads what numbers of one language count."""

    def __init__(self, language: Language) -> None:
        scales, power = language.table("scales"), language.table("power")
        self._currencies = Currencies(language)
        self._chips = ChipWords(language)
        self._scale_words: Phrases[float] = Phrases(scales.get("words", {}))
        self._scale_marks: Phrases[float] = Phrases(scales.get("marks", {}), cased=True)
        self._bare_marks = frozenset(scales.get("bare", ()))
        self._half = Phrases(dict.fromkeys(language.table("numbers").get("half_after", ()), True))
        self._lone = frozenset(language.table("numbers").get("lone", ()))
        percent = language.table("percent")
        self._percent = Phrases(
            dict.fromkeys(("%", "％", *percent.get("words", ())), True)
            | dict.fromkeys(percent.get("points", ()), False)
        )
        self._watts: Phrases[float] = Phrases(power.get("names", {}))
        self._watt_symbols: Phrases[float] = Phrases(common()["power"], cased=True)
        self._no_power = Phrases(dict.fromkeys(power.get("not_before", ()), True))
        self._per = Phrases({phrase: unit for unit, phrases in language.table("per").items() for phrase in phrases})

    def read(self, text: str, number: Numeral, floor: int) -> Reading | None:
        """What `number` counts; None when it is no quantity at all ("5G", "GB300"). Nothing left of `floor` is its own."""
        before = self._currencies.before(text, number.start, floor)
        if before is None and number.start and text[number.start - 1].isalnum():
            return None
        scale = self._scale(text, number.end)
        after = self._currency_after(text, scale, number, before)
        if before or after:
            return self._money(text, number, scale, before, after)
        if not scale.bare:
            scale = _Scale(number.end)
        return self._counted(text, number, scale) or self._plain(text, number, scale)

    def _scale(self, text: str, at: int) -> _Scale:
        """The scale words and marks that follow, multiplied."""
        scale = _Scale(at)
        for _ in range(MOST_SCALES):
            begin = _after_gap(text, scale.end)
            if word := self._scale_words.match(text, begin):
                scale = _Scale(word[1], scale.factor * word[0])
            elif (mark := self._scale_marks.match(text, begin)) and not _compound(text, scale.end, begin, mark[1]):
                return _Scale(mark[1], scale.factor * mark[0], text[begin : mark[1]] in self._bare_marks)
            else:
                break
        if scale.factor > 1 and (half := self._half.match(text, _after_gap(text, scale.end))):
            return scale._replace(end=half[1], half=0.5)
        return scale

    def _currency_after(self, text: str, scale: _Scale, number: Numeral, before: Currency | None) -> Currency | None:
        at = _after_gap(text, scale.end)
        found = self._currencies.after(text, at, linked=scale.factor * number.scale > 1)
        if found is None or (found.weak and number.value * scale.factor < FEWEST_OF_A_WEAK_NAME):
            return None
        if (
            before
            and found.code != before.code
            and not (before.code == "USD" and text[found.start : found.end].isupper())
        ):
            return None  # "$5 million euro bond" is dollars, "$5 million AUD" is not
        return found

    def _money(
        self, text: str, number: Numeral, scale: _Scale, before: Currency | None, after: Currency | None
    ) -> Reading:
        if after and scale.factor == 1 and number.scale == 1:  # "75 USD million"
            scale = self._scale(text, after.end)
            scale = scale if scale.factor > 1 else _Scale(after.end)
        currency = after or before
        assert currency is not None
        start = before.start if before else number.start
        end = max(scale.end, after.end if after else 0)
        factor = scale.factor * currency.factor
        per = self._per.match(text, _after_gap(text, end))
        return Reading(
            "money", start, per[1] if per else end, (number.value + scale.half) * factor, factor * number.scale,
            currency.code, None, per[0] if per else None, before is not None,
        )  # fmt: skip

    def _counted(self, text: str, number: Numeral, scale: _Scale) -> Reading | None:
        at = _after_gap(text, scale.end)
        value, factor = (number.value + scale.half) * scale.factor, scale.factor * number.scale
        if percent := self._percent.match(text, at):
            return Reading("percent", number.start, percent[1], value, factor) if percent[0] else None
        if watts := self._watt_symbols.match(text, at) or self._watts.match(text, at):
            if self._no_power.match(text, _after_gap(text, watts[1])):
                return None
            return Reading("power", number.start, watts[1], value * watts[0] / 1e6, factor * watts[0] / 1e6)
        if value < 2 or value != int(value) or (_looks_like_a_year(text, number) and factor == 1):
            return None
        chips = self._chips.after(text, self._currencies.skip_link(text, at) if factor > 1 else at)
        return Reading("chips", number.start, chips.end, value, factor, model=chips.model) if chips else None

    def _plain(self, text: str, number: Numeral, scale: _Scale) -> Reading | None:
        end = scale.end
        if number.words and text[number.start : number.end].lower() in self._lone and scale.factor == 1:
            return None
        if end < len(text) and text[end].isalpha() and not number.words:
            return None  # "5G", "10th", "164p"
        value = (number.value + scale.half) * scale.factor
        return Reading("number", number.start, end, value, scale.factor * number.scale)


def _looks_like_a_year(text: str, number: Numeral) -> bool:
    return number.end - number.start == 4 and 1990 <= number.value <= 2039 and text[number.start].isdigit()


def _compound(text: str, number_end: int, begin: int, end: int) -> bool:
    """Whether a mark away from its number belongs to a longer word: "5 T-shirts"."""
    return begin > number_end and text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].isalpha()


def _after_gap(text: str, at: int) -> int:
    found = GAP.match(text, at)
    return found.end() if found else at
