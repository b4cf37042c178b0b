"""The sample newsroom, read in full: what every new user sees first is right in every field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.extract import extract
from pipeline.sample.press import Medium, Piece, load_media

ANNOTATED = [json.loads(line) for line in (Path(__file__).parent / "newsroom_claims.jsonl").open(encoding="utf-8")]
PIECES: dict[str, tuple[Medium, Piece]] = {
    piece.slug: (medium, piece) for medium in load_media() for piece in medium.pieces
}

NOT_YET = {
    "xai-nvidia-2-milliards": "GPUs that loans are tied to tell no supply of them",
    "2025/meta-hyperion-financing": "a venture named in the next sentence takes neither its owners' stake nor the date",
}
"""Articles that are not read in full yet, and what is missed; one that is read after all fails its mark."""


def _marked(line: dict[str, Any]) -> Any:
    missed = NOT_YET.get(line["id"])
    return pytest.param(line, id=line["id"], marks=[pytest.mark.xfail(strict=True, reason=missed)] if missed else [])


def test_every_article_is_annotated() -> None:
    assert [line["id"] for line in ANNOTATED] == list(PIECES)


@pytest.mark.parametrize("line", [_marked(line) for line in ANNOTATED])
def test_newest_version_is_read_as_annotated(line: dict[str, Any]) -> None:
    medium, piece = PIECES[line["id"]]
    newest, day = piece.versions[-1], piece.versions[0].at.date().isoformat()

    claims = extract(newest.text, lang=medium.lang, title=newest.title, published=day)

    found, expected = sorted(map(_written, claims)), sorted(map(_written, line["claims"]))
    missing = [claim for claim in expected if claim not in found]
    unexpected = [claim for claim in found if claim not in expected]
    assert found == expected, "\n".join(
        [piece.slug, newest.text, *(f"- {claim}" for claim in missing), *(f"+ {claim}" for claim in unexpected)]
    )


def _written(claim: dict[str, Any]) -> str:
    """A claim without its evidence as one comparable line; names of a list in any order."""
    told = {key: value for key, value in claim.items() if key != "evidence"}
    plain = {key: sorted(value) if isinstance(value, list) else value for key, value in told.items()}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)
