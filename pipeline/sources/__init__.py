"""What there is to read: the declared sources and, one module a kind, how each lists its articles."""

from pipeline.sources import feed, folder, page
from pipeline.sources.folder import folder_items, folder_source, records
from pipeline.sources.source import KINDS, Item, Skip, Source, SourceError, load

__all__ = [
    "KINDS",
    "Item",
    "Skip",
    "Source",
    "SourceError",
    "feed",
    "folder",
    "folder_items",
    "folder_source",
    "load",
    "page",
    "records",
]
