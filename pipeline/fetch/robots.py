"""robots.txt by RFC 9309: no file (4xx) allows everything, an unreachable one (5xx, 429) forbids everything for now."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from protego import Protego

from pipeline.fetch.errors import FetchError
from pipeline.fetch.state import State

if TYPE_CHECKING:
    from pipeline.fetch.client import Response

MAX_CHARACTERS = 500 * 1024
FRESH_SECONDS = 24 * 3600.0
FRESH_AFTER_TROUBLE = 600.0
LONGEST_DELAY = 120.0


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host asks of us: `delay` is in seconds. Of `unread` ones nobody knows, so they allow nothing for now."""

    allows: Callable[[str], bool]
    delay: float = 0.0
    unread: bool = False


class Robots:
    """The rules of hosts, read once a day and kept in the state."""

    def __init__(self, agent: str, state: State, answer: Callable[[str], Response]) -> None:
        self._agent = agent
        self._state = state
        self._answer = answer
        self._rules: dict[str, Rules] = {}

    def of(self, url: str) -> Rules:
        """The rules of the URL's host."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = self._read(origin)
        return self._rules[origin]

    def _read(self, origin: str) -> Rules:
        kept = self._state.robots(origin)
        fresh = FRESH_AFTER_TROUBLE if kept and _is_trouble(kept[0]) else FRESH_SECONDS
        if kept and 0 <= time.time() - kept[2] < fresh:  # a clock that went back makes nothing fresh for longer
            return self._parse(kept[0], kept[1])
        status, body = self._fetch(f"{origin}/robots.txt")
        self._state.save_robots(origin, status, body, time.time())
        return self._parse(status, body)

    def _fetch(self, url: str) -> tuple[int, str]:
        try:
            response = self._answer(url)
        except FetchError as error:
            if not error.transient:
                raise
            return 503, ""
        return response.status, response.content.decode("utf-8-sig", "replace")[:MAX_CHARACTERS]

    def _parse(self, status: int, body: str) -> Rules:
        if _is_trouble(status):
            return Rules(lambda url: False, unread=True)
        if status != 200:
            return Rules(lambda url: True)
        rules = Protego.parse(body)
        delay = min(float(rules.crawl_delay(self._agent) or 0), LONGEST_DELAY)
        return Rules(lambda url: bool(rules.can_fetch(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), self._agent)), delay)


def _is_trouble(status: int) -> bool:
    return status >= 500 or status == 429
