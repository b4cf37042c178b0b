"""A single page that is one article."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.sources.source import Item, Skip, Source, kind


@kind("page")
def items(source: Source, read: Callable[[str], bytes | None]) -> Iterator[Item | Skip]:
    """The page at the source's address; it is fetched like any article, and at every visit."""
    yield Item(source.address, unannounced=True)
