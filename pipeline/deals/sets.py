"""What is together when pairs are: all at once over arrays, or pair by pair."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import polars as pl

PAIR = pl.Schema({"l": pl.UInt32, "r": pl.UInt32})
EDGE = pl.Schema({"l": pl.UInt32, "r": pl.UInt32, "score": pl.Int32})
"""Two nodes, the less one first; an edge also says how much speaks for their being one deal."""


def components(edges: pl.DataFrame) -> pl.DataFrame:
    """`node, part` for every node that has an edge: the least node of its component."""
    ends = edges.select("l", "r").to_numpy()
    nodes, flat = np.unique(ends, return_inverse=True)
    left, right = flat.reshape(ends.shape).T
    label = np.arange(len(nodes))
    while True:
        least = np.minimum(label[left], label[right])
        hooked = label.copy()
        np.minimum.at(hooked, label[left], least)
        np.minimum.at(hooked, label[right], least)
        while not np.array_equal(jumped := hooked[hooked], hooked):
            hooked = jumped
        if np.array_equal(hooked, label):
            return pl.DataFrame({"node": nodes, "part": nodes[label]}, schema={"node": pl.UInt32, "part": pl.UInt32})
        label = hooked


class Sets:
    """Which nodes are together: each set bears the number of one of its nodes."""

    def __init__(self, nodes: Iterable[int]) -> None:
        self.home = {node: node for node in nodes}
        self._nodes = {node: [node] for node in self.home}

    def join(self, a: int, b: int) -> int:
        """Make one set of those that two nodes are in; its number."""
        into, gone = self.home[a], self.home[b]
        if into != gone:
            if len(self._nodes[into]) < len(self._nodes[gone]):
                into, gone = gone, into
            for node in self._nodes[gone]:
                self.home[node] = into
            self._nodes[into] += self._nodes.pop(gone)
        return into

    def apart(self, a: int, b: int, forbidden: dict[int, list[int]]) -> bool:
        """Whether a forbidden pair lies across the sets that two nodes are in."""
        if not forbidden:
            return False
        small, large = self.home[a], self.home[b]
        if len(self._nodes[small]) > len(self._nodes[large]):
            small, large = large, small
        return any(self.home[other] == large for node in self._nodes[small] for other in forbidden.get(node, ()))

    def least(self) -> list[tuple[int, int]]:
        """Every node with the least of its set."""
        return [(node, least) for nodes in self._nodes.values() for least in (min(nodes),) for node in nodes]
