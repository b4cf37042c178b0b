"""How well deal identity does on annotated articles: `python -m bench.identity [ARTICLES.jsonl]`.

B-cubed precision, recall and F1 against `deal_keys`: with the annotated claims as input, and with the claims that
extraction finds. A found claim stands for the annotated one that it pairs with; an annotated claim that was not found
stands alone, and what was found beside them is left out. Without a file, on the articles that nothing was learned
from, which tell few deals twice: a file whose articles share deals says more.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Hashable, Sequence
from pathlib import Path

from bench._annotated import HELD_OUT, Record, lines, pairs
from bench.claims import extracted
from pipeline import steps

Deals = list[Hashable]


def main(articles: Path = HELD_OUT) -> None:
    """Print both scores."""
    annotated = list(lines(articles))
    read = [record | {"claims": extracted(record)} for record in annotated]
    keys: Deals = [key for record in annotated for key in record.get("deal_keys", [])]
    if len(keys) != sum(len(record["claims"]) for record in annotated) or not keys:
        sys.exit(f"{articles}: each article needs `deal_keys`, one for each of its `claims`")
    print(f"{len(keys)} claims of {len(set(keys))} deals")
    for what, ids in (("annotated", _given(annotated, annotated)), ("extracted", _given(annotated, read))):
        precision, recall = b_cubed(keys, ids)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{what} claims: B-cubed precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


def b_cubed(keys: Sequence[Hashable], ids: Sequence[Hashable]) -> tuple[float, float]:
    """The mean share, over claims, of a claim's deal that is true, and of its true deal that was given."""
    true, given, both = Counter(keys), Counter(ids), Counter(zip(keys, ids, strict=True))
    shares = [(both[key, deal] / given[deal], both[key, deal] / true[key]) for key, deal in zip(keys, ids, strict=True)]
    precision, recall = (sum(share) / len(shares) for share in zip(*shares, strict=True))
    return precision, recall


def _given(annotated: Sequence[Record], read: Sequence[Record]) -> Deals:
    """The deal of each annotated claim, by the claim that was read for it."""
    found = {one["id"]: one["deal_ids"] for one in steps.identify_records(map(json.dumps, read), print)}
    deals: Deals = []
    for record, other in zip(annotated, read, strict=True):
        paired = pairs(record["claims"], other["claims"])
        for n in range(len(record["claims"])):
            deals.append(found[record["id"]][paired[n]] if n in paired else (record["id"], n))
    return deals


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
