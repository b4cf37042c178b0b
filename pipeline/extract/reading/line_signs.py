"""What one line holds that may belong to a deal: event words, units, known names, found by one automaton."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import daachorse

from pipeline.extract.grammar.frames import EVENTS, LIGHT
from pipeline.extract.languages import common, load
from pipeline.extract.languages.lexicon import Lexicon, tells_a_stage, tells_an_organisation
from pipeline.extract.names.gazetteer import gazetteer
from pipeline.extract.reading.descriptions import lexicon_of

_ONLY_WITH_A_SUM = frozenset({"raise_weak"})
_STRONG_LABELS = frozenset(
    {"raise", "round", "debt_round", "stake", "acquire", "acquisition", "cede", "guarantee_noun"}
)
_ALLIANCES = frozenset({"partner", "partnership", "together"})
_TOPICS = frozenset({"ai", "compute"})
_NO_ORGANISATIONS = frozenset({"place", "media"})
# Both patterns start with what is rare in a line, a capital, and look back from there: a search then skips the rest
# fast. A name inside a sentence has its capital first, behind a quotation mark or behind one or two letters (xAI).
_INSIDE, _QUOTE = r"[\w,;’'] ", r"\"“«("
_NAME_INSIDE = re.compile(
    rf"[A-ZÀ-Þ](?:(?<={_INSIDE}.)|(?<={_INSIDE}[{_QUOTE}\w].)|(?<={_INSIDE}[{_QUOTE}\w]\w.)|(?<={_INSIDE}[{_QUOTE}]\w\w.))"
)
# Where every noun has a capital: two such words in a row, capitals inside a word, or an abbreviation.
_TWO_CAPITALS = re.compile(r"[A-ZÄÖÜ](?:(?<=[a-zäöüß,] .)[\w&]+ [A-ZÄÖÜ]\w+|(?<=[a-zäöüß][A-Z])|(?<=[A-Z]{2}))")
_SPACES = "\t\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_MARKS = ".,;:!?()[]{}\"'’‘ʼ“”„«»‹›*|/‑–—-_#•·&+" + _SPACES
SHORT = 3  # letters of a name that other languages may use for a word
_Patterns = dict[str, int]


class Sign:
    """What a line may hold, one bit each."""

    EVENT = 1  # a word of a deal, which needs a sum or a known name beside it
    STRONG = 2  # one of rounds and takeovers, beside which any name will do
    WEAK = 4  # to get, to seek: tells of a deal only beside a sum
    HOLDS = 8  # to own shares
    TAKES = 16  # to take, as one takes a percentage of a firm
    ALLIANCE = 32
    TOPIC = 64  # AI or compute, which an alliance may be about
    KNOWN = 128  # a listed name
    ORGANISATION = 256  # a noun for one: company, chipmaker
    UNIT = 512  # of money, power or chips
    PERCENT = 1024


class LineSigns:
    """The event words, units and names of one language, in one automaton."""

    def __init__(self, lang: str) -> None:
        patterns: _Patterns = {}
        self._cased: dict[int, str] = {}
        self.nouns_capitalised = lexicon_of(lang).nouns_capitalised
        self._names = _TWO_CAPITALS if self.nouns_capitalised else _NAME_INSIDE
        for form, meaning in (*_events(lexicon_of(lang)), *_units(lang)):
            patterns[form] = patterns.get(form, 0) | meaning
        for name, doubtful in _names():
            for form in (f" {_flat(name)} ", f" {_flat(name)}s "):
                if doubtful and form not in patterns:
                    self._cased[len(patterns)] = name
                patterns[form] = patterns.get(form, 0) | Sign.KNOWN
        self._meanings = [_with_endings(form, patterns) for form in patterns]
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(list(patterns))

    def may_name(self, line: str) -> bool:
        """Whether a capital of a line may be that of a name."""
        return self._names.search(line) is not None

    def of(self, line: str, flat: str) -> int:
        """What a line holds, added up; `flat` is the line in lower case without marks (`without_marks`)."""
        found = 0
        for _, _, pattern in self._automaton.find_overlapping_no_suffix(f" {flat.strip()} "):
            name = self._cased.get(pattern)
            if name is None or name in line or name.upper() in line or name.capitalize() in line:
                found |= self._meanings[pattern]
        return found


def _with_endings(form: str, patterns: _Patterns) -> int:
    """The meaning of a pattern and of those that end it, which the automaton does not report beside it."""
    meaning = 0
    for start in range(len(form)):
        meaning |= patterns.get(form[start:], 0)
    return meaning


def _flat(text: str) -> str:
    """Lower-case words with one space between them, whatever stands there."""
    return without_marks(text).strip()


def without_marks(text: str) -> str:
    """Lower case with one space for marks and spaces; the lines are those of `text`."""
    text = text.lower()
    for mark in _MARKS:
        text = text.replace(mark, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _events(words: Lexicon) -> Iterator[tuple[str, int]]:
    for form, labels in words.forms():
        strong = "sale" not in labels and bool(labels & _STRONG_LABELS)
        strong = strong or tells_a_stage(labels)
        organisation = tells_an_organisation(labels)
        site = {"site_noun", "compute"} <= labels or "under_way" in labels  # a site's price needs no other word
        meaning = Sign.ORGANISATION * organisation | Sign.TOPIC * bool(labels & _TOPICS)
        meaning |= Sign.ALLIANCE * bool(labels & _ALLIANCES)
        meaning |= Sign.TAKES * ("take" in labels)
        if (labels & EVENTS) - LIGHT == _ONLY_WITH_A_SUM and not strong and not site:
            meaning |= Sign.WEAK
        elif strong or site or labels & (EVENTS - LIGHT):
            meaning |= Sign.EVENT | Sign.STRONG * strong | Sign.HOLDS * ("hold" in labels)
        if meaning:
            yield f"{'' if form.startswith('*') else ' '}{_flat(form)} ", meaning
    for field in ("amount", "valuation"):  # of a flattened table
        for key in words.patterns("key", field):
            yield f" {_flat(key)} ", Sign.EVENT


def _units(lang: str) -> Iterator[tuple[str, int]]:
    """What stands beside a number of money, power or chips: signs, codes (also glued to it), names."""
    shared, language = common(), load(lang)
    signs = {sign for written in shared["signs"].values() for sign in written}
    yield from ((sign[-1], Sign.UNIT) for sign in signs if not sign[-1].isalnum())
    codes = [*shared["codes"]["lower"].split(), *shared["power"], *(sign for sign in signs if sign[-1].isalpha())]
    for code in map(_flat, codes):
        for digit in ("", *"0123456789"):
            yield f"{digit or ' '}{code} ", Sign.UNIT
            yield f" {code}{digit or ' '}", Sign.UNIT
    yield from ((f" {_flat(word)} ", Sign.PERCENT) for word in language.table("percent").get("words", ()))
    yield "%", Sign.PERCENT
    names = [name for written in language.table("currencies").get("names", {}).values() for name in written]
    chips = [*shared["chips"]["nouns"], *language.table("chips").get("nouns", ())]
    for name in (*names, *language.table("power").get("names", {}), *chips):
        yield f" {_flat(name)} ", Sign.UNIT


def _names() -> Iterator[tuple[str, bool]]:
    """Every known name, and whether it is also a word of some language, so that its capitals count."""
    for entries in gazetteer().by_first.values():
        for known in entries:
            if known.kind not in _NO_ORGANISATIONS:
                short = len(known.raws) == 1 and len(known.raws[0]) <= SHORT
                yield " ".join(known.raws), known.common or short


@cache
def signs_of(lang: str) -> LineSigns:
    """The automaton of a language, built once."""
    return LineSigns(lang)
