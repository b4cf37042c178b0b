"""When a page that was fetched before is looked at again: updates, corrections and withdrawals come within weeks."""

from __future__ import annotations

from datetime import datetime, timedelta

from pipeline.fetch.state import FAILED, Page, State
from pipeline.sources import Item

WITHDRAWN = 410
GONE = (404, WITHDRAWN)
"""Statuses of an article that is gone; only by the latter does its publisher take it back."""
AGES = (timedelta(days=1), timedelta(days=7), timedelta(days=30))
"""Ages, counted from the first visit, at which a page is looked at again, whether or not its feed still lists it.

Besides, it is fetched at once when its feed says that it changed. Daily visits to all that a feed lists would cost a
publisher twenty requests where these cost three in a month.
"""


def is_settled(page: Page, item: Item, *, known: bool, now: datetime) -> bool:
    """Whether a visit now would be pointless: the feed says nothing new, no age is reached, and the log has it."""
    if item.unannounced or page.status == FAILED:
        return False
    same = (page.published, page.updated) == (item.published, item.updated)
    return same and not _is_due(page, now) and (known or page.note is not None)


def revisits(state: State, source: str, now: datetime) -> list[Page]:
    """Pages of a source that have reached an age since their last visit, or that did not come then."""
    since = now.timestamp() - 2 * AGES[-1].total_seconds()
    return [page for page in state.visited(source, since) if _is_due(page, now) or _is_tried_again(page, now)]


def _is_due(page: Page, now: datetime) -> bool:
    """Whether an age lies between the last visit and now."""
    return any(page.checked_at < page.first_at + age.total_seconds() <= now.timestamp() for age in AGES)


def _is_tried_again(page: Page, now: datetime) -> bool:
    """Whether it is time to try again: at the next run, then each time that it has failed for twice as long."""
    if page.status != FAILED:
        return False
    since = float(page.note or page.first_at)  # older rows have no note: their first visit is the first that failed
    return now.timestamp() - page.checked_at >= page.checked_at - since
