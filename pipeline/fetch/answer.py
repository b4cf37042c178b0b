"""What is asked of a server on a second visit, and what its answer amounts to."""

from __future__ import annotations

from pipeline.fetch.client import RETRY, Response
from pipeline.fetch.content import refusal
from pipeline.fetch.errors import FetchError
from pipeline.fetch.revisit import GONE
from pipeline.fetch.state import Page


def conditions(before: Page | None) -> dict[str, str]:
    """Headers that ask for a page only if it changed."""
    if before is None:
        return {}
    asked = {"If-None-Match": before.etag, "If-Modified-Since": before.last_modified}
    return {name: value for name, value in asked.items() if value}


def problem_of(response: Response, *, known: bool) -> FetchError | None:
    """Why an answer is no article: its status, the publisher's reservation by W3C TDMRep, its bytes."""
    if response.status == 304 or (response.status in GONE and known):
        return None
    if response.status != 200:
        return FetchError(f"status {response.status} {response.reason}".strip(), transient=response.status in RETRY)
    if response.headers.get("tdm-reservation", "").strip() == "1":
        return FetchError("the publisher reserves text and data mining (tdm-reservation: 1)", transient=False)
    problem = refusal(response.content, response.headers.get("content-type"))
    return FetchError(problem, transient=False) if problem else None


def reason(url: str, error: Exception) -> str:
    """The message without the URL that is reported beside it."""
    return str(error).removeprefix(f"{url}: ")
