"""From a source to captured bytes and observed articles: the only user of requests."""

from pipeline.fetch.capture import read_capture
from pipeline.fetch.collect import fetch_source
from pipeline.fetch.erasure import erase_capture
from pipeline.fetch.errors import CaptureError, FetchError
from pipeline.fetch.findings import Seen
from pipeline.fetch.report import FetchReport
from pipeline.fetch.schedule import due

__all__ = [
    "CaptureError",
    "FetchError",
    "FetchReport",
    "Seen",
    "due",
    "erase_capture",
    "fetch_source",
    "read_capture",
]
