"""Quantities of news text: characters a second on one core, beside quantulum3 and price-parser in the same run.

The same English paragraphs go to all three, one at a time; the slower ones get fewer of them, and all take turns, so
that a busy machine slows each. Price-parser stops at the first price of a paragraph and knows no power or chips. Times
are of the processor. Dates, and the other languages, follow without peers, which read neither.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial

from price_parser import Price
from quantulum3 import classifier
from quantulum3 import parser as quantulum3

from bench._news import LANGUAGES, news
from pipeline.extract import find_quantities
from pipeline.extract.dates import find_dates

TIMES = 5
CHARACTERS = 1_000_000
Reader = Callable[[str], object]


def rate(read: Reader, paragraphs: Sequence[str]) -> float:
    """Characters a second of one pass."""
    gc.collect()
    started = time.process_time()
    for paragraph in paragraphs:
        read(paragraph)
    return sum(map(len, paragraphs)) / (time.process_time() - started)


def medians(readers: dict[str, tuple[Reader, Sequence[str]]]) -> dict[str, float]:
    """Each reader's median rate of five passes, after one that warms it up."""
    for read, paragraphs in readers.values():
        read(paragraphs[0])
    rates: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(TIMES):
        for name, (read, paragraphs) in readers.items():
            rates[name].append(rate(read, paragraphs))
    return {name: statistics.median(taken) for name, taken in rates.items()}


def main() -> None:
    """Print the rates and how many times faster than each peer this is."""
    classifier.USE_CLF = False  # its stored model opens with an older scikit-learn only
    english = news("en", CHARACTERS)
    readers: dict[str, tuple[Reader, Sequence[str]]] = {
        "this, English": (partial(find_quantities, lang="en"), english),
        "quantulum3": (quantulum3.parse, english[: len(english) // 20]),
        "price-parser": (Price.fromstring, english[: len(english) // 2]),
        "this, dates": (partial(find_dates, lang="en", published="2025-10-09"), english),
    }
    for lang in LANGUAGES[1:]:
        readers[f"this, {lang}"] = (partial(find_quantities, lang=lang), news(lang, CHARACTERS // 4))
    found = medians(readers)
    ours = found["this, English"]
    print(f"quantities of {CHARACTERS:,} characters of news, medians of {TIMES}, one core")
    for name, characters in found.items():
        beside = f"   this is {ours / characters:,.1f} times faster" if not name.startswith("this") else ""
        print(f"  {name:16} {characters / 1e6:7.2f} M characters/s{beside}")


if __name__ == "__main__":
    main()
