"""Why a deal stands as it does, and how it came to: every figure with the sentences behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.articles import TextStore
from pipeline.settings import Home
from pipeline.steps.asking import answer, published
from pipeline.steps.problem import Problem
from pipeline.warehouse import Answer, opened

ERASED = "(this text was erased)"
LOST = "(this text was erased since this release, or is missing or damaged)"
BETWEEN = " [...] "


def why(home: Home, deal: str) -> Answer:
    """Each figure of a deal and its status: what every claim says of it, the sentences, what decided and what lost.

    `deal` may be any id that the deal ever had. Columns as in sql/answers/why.sql, with `sentences` for the last two.
    """
    file = published(home)
    with opened(file):
        told = answer(file, "why", {"deal": find_deal(file, deal)})
    store, key = TextStore(home.texts), told.columns.index("claim_key")
    evidence = {row[key]: row[-2:] for row in told.rows}
    sentences = {claim_key: _sentences(store, *found) for claim_key, found in evidence.items()}
    return Answer([*told.columns[:-2], "sentences"], [(*row[:-2], sentences[row[key]]) for row in told.rows])


def history(home: Home, deal: str) -> Answer:
    """The story of a deal in the order of the public clock: what was told, believed and decided, and when we knew."""
    file = published(home)
    with opened(file):
        return answer(file, "history", {"deal": find_deal(file, deal)})


def find_deal(file: Path, deal: str) -> str:
    """Today's id of a deal; Problem when no deal has or had the given one, or nothing is left of it."""
    asked = {"deal": deal}
    found = answer(file, "find_deal", asked).rows or answer(file, "find_old_deal", asked).rows
    if not found:
        raise Problem(f"no deal has or had the id {deal!r}; the table deals lists them", exit_code=2)
    if found[0][0] is None:
        raise Problem(
            f"{deal} is no deal any more: no claim in it counts; the tables claims and corrections say why", exit_code=2
        )
    return str(found[0][0])


def passages(home: Home, file: Path, claims: Sequence[str]) -> dict[str, str]:
    """The passages that claims rest on, joined, by claim key; claims of erased articles have none and are left out."""
    store, rows = TextStore(home.texts), answer(file, "passages", {"claims": list(claims)}).rows
    return {claim_key: _sentences(store, text_sha256, evidence) for claim_key, text_sha256, evidence in rows}


def _sentences(store: TextStore, text_sha256: str, evidence: Sequence[Mapping[str, int]] | None) -> str:
    """The passages of one claim, each once."""
    if not evidence:
        return ERASED
    try:
        text = store.get(text_sha256)
    except KeyError:
        return LOST
    return BETWEEN.join(dict.fromkeys(" ".join(text[one["start"] : one["end"]].split()) for one in evidence))
