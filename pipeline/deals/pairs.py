"""Which nodes are worth comparing: those that share a party and a figure, a stage, a site or a time."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import numpy as np
import numpy.typing as npt
import polars as pl

NEIGHBOURS = 8
"""In a block of more nodes than this, a node is compared with so many next ones in order of figure and time."""

FIGURE_STEP = log(1.26)
TIME_STEP = 120


def candidate_pairs(nodes: pl.DataFrame) -> pl.DataFrame:
    """Pairs `l < r` of node numbers that share a block. Blocks are hashes: a collision costs a comparison, no more."""
    figure = pl.coalesce("amount", "power", "chips")
    placed = nodes.sort(figure, "since", "node", nulls_last=True)
    blocks = pl.concat([_block(placed, *parts) for parts in _blocks()])
    near = blocks.filter(pl.col("block").is_duplicated()).sort("block", maintain_order=True)
    return _beside(near["block"].to_numpy(), near["node"].to_numpy())


def _beside(block: npt.NDArray[np.uint64], node: npt.NDArray[np.uint32]) -> pl.DataFrame:
    """Pairs of nodes at most `NEIGHBOURS` places apart in a block, each once."""
    at, found = np.arange(len(block)), []
    for step in range(1, NEIGHBOURS + 1):
        at = at[at + step < len(block)]
        at = at[block[at] == block[at + step]]
        low, high = np.minimum(node[at], node[at + step]), np.maximum(node[at], node[at + step])
        found.append(((low.astype(np.uint64) << np.uint64(32)) | high)[low < high])
    pair = pl.Series("pair", np.concatenate(found)).unique().to_frame()
    halves = {"l": pl.col("pair") // 2**32, "r": pl.col("pair") % 2**32}
    return pair.select(**{name: half.cast(pl.UInt32) for name, half in halves.items()})


def _block(nodes: pl.DataFrame, name: str, family: str, parts: Sequence[pl.Expr]) -> pl.DataFrame:
    """`node, block` for the nodes of a family that have every part."""
    numbered = [part.alias(f"part{n}") for n, part in enumerate(parts)]
    rows = nodes.lazy().filter(pl.col("family") == family).select("node", *numbered)
    for n in range(len(parts)):
        rows = rows.explode(f"part{n}") if _is_list(nodes, parts[n]) else rows
    keys = [f"part{n}" for n in range(len(parts))]
    return rows.drop_nulls().select("node", pl.struct(*keys, pl.lit(name)).hash().alias("block")).collect()


def _is_list(nodes: pl.DataFrame, part: pl.Expr) -> bool:
    return isinstance(nodes.head(0).select(part.alias("part")).dtypes[0], pl.List)


def _near(value: str, step: float, logarithmic: bool = True) -> pl.Expr:
    """Two overlapping bins of a value, so that values closer than a bin's half share one."""
    scaled = (pl.col(value).log() if logarithmic else pl.col(value)) / step
    return pl.when(pl.col(value).is_not_null()).then(
        pl.concat_list(scaled.floor().cast(pl.Int64), (scaled.floor() + 1).cast(pl.Int64))
    )


def _blocks() -> list[tuple[str, str, list[pl.Expr]]]:
    main, sides, site = pl.col("main"), pl.concat_list("customer", "provider"), pl.col("site")
    amount, power, chips = (_near(name, FIGURE_STEP) for name in ("amount", "power", "chips"))
    return [
        ("money amount", "money", [main, amount]),
        ("money valuation", "money", [main, _near("valuation", FIGURE_STEP)]),
        ("money stage", "money", [main, pl.col("stage")]),
        ("money time", "money", [main, _near("since", TIME_STEP, logarithmic=False)]),
        ("target", "acquisition", [main]),
        ("capacity amount", "capacity", [sides, amount]),
        ("capacity power", "capacity", [sides, power]),
        ("capacity chips", "capacity", [sides, chips]),
        ("capacity site", "capacity", [site, power]),
        ("capacity sides", "capacity", [pl.col("customer"), pl.col("provider")]),
        ("capex owner", "capex", [main, amount]),
        ("capex site", "capex", [site, amount]),
        ("partners", "partnership", [pl.col("others")]),
    ]
