"""How well deal identity does on annotated articles: `python -m bench.identity FOLDER`.

FOLDER holds `articles.jsonl` (records with `claims` and `deal_keys`) and the scorers `score_deals.py` and
`score_claims.py`. Two scores are printed, B-cubed each: with the annotated claims as input, and with the claims that
`dealtape extract` finds. An extracted claim stands for the annotated one that it pairs with; an annotated claim that
was not found stands alone, and what was found beside them is left out.
"""

from __future__ import annotations

import json
import sys
import tempfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from pipeline import steps

Records = list[dict[str, Any]]


def scorer(file: Path) -> ModuleType:
    """A scorer's file as a module."""
    spec = spec_from_file_location(file.stem, file)
    assert spec, file
    assert spec.loader, file
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def deal_ids(records: Records) -> dict[Any, list[str]]:
    """Deal ids parallel to the claims of each record."""
    found = steps.identify_records(map(json.dumps, records), print)
    return {one["id"]: one["deal_ids"] for one in found}


def extracted(records: Records, articles: Path) -> Records:
    """The same articles with the claims that the extractor finds."""
    answers = [one.answer for one in steps.extract_files([articles], sys.stdin) if one.answer]
    claims = {str(answer["id"]): answer["claims"] for answer in answers}
    return [{**record, "claims": claims.get(str(record["id"]), [])} for record in records]


def paired(gold: Records, read: Records, pair_up: Any) -> dict[Any, list[str | None]]:
    """Deal ids of extracted claims, each at the place of the annotated claim that it pairs with."""
    ids, places = deal_ids(read), {}
    for record, other in zip(gold, read, strict=True):
        pairs = dict(pair_up(record["claims"], other["claims"]))
        given = ids[record["id"]]
        places[record["id"]] = [given[pairs[n]] if n in pairs else None for n in range(len(record["claims"]))]
    return places


def main(folder: Path) -> None:
    """Print both scores."""
    articles = folder / "articles.jsonl"
    gold = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines() if line.strip()]
    deals, claims = scorer(folder / "score_deals.py"), scorer(folder / "score_claims.py")
    read = extracted(gold, articles)
    inputs = {"annotated claims": deal_ids(gold), "extracted claims": paired(gold, read, claims.pair_up)}
    for what, ids in inputs.items():
        print(f"with {what}:")
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as predicted:
            predicted.writelines(json.dumps({"id": key, "deal_ids": given}) + "\n" for key, given in ids.items())
            predicted.flush()
            deals.main(articles, predicted.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
