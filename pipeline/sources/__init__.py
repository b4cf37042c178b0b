"""What there is to read: the declared sources and, one module a kind, how each lists its articles."""

from pipeline.sources import feed, folder, page
from pipeline.sources.declarations import load
from pipeline.sources.folder import folder_items, folder_source, of_one_name, records
from pipeline.sources.source import KINDS, Item, Skip, Source, SourceError, loopback

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
    "loopback",
    "of_one_name",
    "page",
    "records",
]
