"""Text to claims: characters a second on one core, and the memory of a long run, on news of which a tenth tells deals.

Invented articles of eight paragraphs; every tenth article is a report on deals, each of its paragraphs with one. Times
are of the processor, medians of five. The memory is the most that a fresh process held while it read 10,000 articles.
"""

from __future__ import annotations

import gc
import multiprocessing
import resource
import statistics
import time
from collections.abc import Iterator

from bench._news import LANGUAGES, news
from pipeline.extract import extract

TIMES = 5
CHARACTERS = 2_000_000
PARAGRAPHS = 8
ARTICLES = 10_000
PUBLISHED = "2025-10-09"


def articles(lang: str, characters: int, seed: int = 7) -> Iterator[str]:
    """At least so many characters of articles, the tenth of each ten on deals."""
    deals: list[str] = []
    everyday: list[str] = []
    for number, paragraph in enumerate(news(lang, characters, seed)):
        (everyday if number % 10 else deals).append(paragraph)
        if len(deals) == PARAGRAPHS:
            yield "\n\n".join(deals)
            deals = []
        if len(everyday) == PARAGRAPHS:
            yield "\n\n".join(everyday)
            everyday = []


def rate(texts: list[str], lang: str) -> float:
    """Characters a second of one pass."""
    gc.collect()
    started = time.process_time()
    for text in texts:
        extract(text, lang=lang, published=PUBLISHED)
    return sum(map(len, texts)) / (time.process_time() - started)


def megabytes() -> float:
    """The most that a fresh process holds while it reads ARTICLES articles."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_read_many)


def _read_many() -> float:
    read = 0
    seed = 0
    while read < ARTICLES:
        for text in articles("en", CHARACTERS, seed):
            extract(text, lang="en", published=PUBLISHED)
            read += 1
        seed += 1
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the rate of every language and the memory."""
    print(f"text to claims, news of which a tenth tells deals, medians of {TIMES}, one core")
    for lang in LANGUAGES:
        texts = list(articles(lang, CHARACTERS if lang == "en" else CHARACTERS // 4))
        reports = [t for t in texts if extract(t, lang=lang, published=PUBLISHED)]
        rates = statistics.median(rate(texts, lang) for _ in range(TIMES))
        print(f"  {lang:6} {rates / 1e6:6.2f} M characters/s, claims in {len(reports)} of {len(texts)} articles")
    print(f"  {ARTICLES:,} articles: {megabytes():.0f} MB")


if __name__ == "__main__":
    main()
