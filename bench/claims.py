"""How well claims are found in annotated articles: `python -m bench.claims [ARTICLES.jsonl]`.

Precision, recall and F1, over all and by language and kind: a claim is found when its kind, its main party and its
measure (sum, power or chips) are those of an annotated claim. Without a file, on the articles that are only measured.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench._annotated import HELD_OUT, Claim, Record, lines, pairs
from pipeline.extract import extract


def main(articles: Path = HELD_OUT) -> None:
    """Print the table."""
    found, told, annotated = Counter[str](), Counter[str](), Counter[str]()
    for record in lines(articles):
        claims = extracted(record)
        paired = pairs(record["claims"], claims)
        found.update(name for n in paired for name in _groups(record, record["claims"][n]))
        told.update(name for claim in claims for name in _groups(record, claim))
        annotated.update(name for claim in record["claims"] for name in _groups(record, claim))
    for group in sorted({*annotated, *told}, key=lambda group: (group != "all", group)):
        hits, said, true = found[group], told[group], annotated[group]
        precision, recall, f1 = hits / max(said, 1), hits / max(true, 1), 2 * hits / (said + true)
        print(f"{group:14} precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} ({true} claims)")


def extracted(record: Record) -> list[Claim]:
    """The claims that are found in an article."""
    return extract(record["text"], lang=record["lang"], title=record.get("title"), published=record.get("published"))


def _groups(record: Record, claim: Claim) -> Iterator[str]:
    yield from ("all", record["lang"], claim["kind"])


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
