"""One polite GET: robots.txt, turns at the host, own redirects, limits on time and size, retries."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import sleep, time
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError

from pipeline.fetch.body import ENCODINGS, decode, read_raw
from pipeline.fetch.errors import FetchError
from pipeline.fetch.guard import Deadline, Route
from pipeline.fetch.robots import Robots
from pipeline.fetch.state import State
from pipeline.fetch.transport import Session

PRODUCT = "Dealtape"
REQUEST_SECONDS = 30.0
MAX_HOPS = 5
ATTEMPTS = 3
LONGEST_WAIT = 60.0
"""Longest Retry-After that is waited for; a server that asks for more is visited at the source's next turn."""
HOST_DELAY = 2.0
RETRY = {408, 425, 429, 500, 502, 503, 504, 522, 524}
REDIRECT = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: the raw body as sent, its decoded content, and the URLs that led to it (`chain`, first to last)."""

    url: str
    status: int
    reason: str
    headers: Mapping[str, str]
    raw: bytes
    content: bytes
    request_headers: Mapping[str, str]
    chain: tuple[str, ...] = ()
    permanent: bool = False


class Client:
    """Fetches for one source: `local` is the loopback server that it is confined to, if any."""

    def __init__(self, state: State, *, local: str | None = None, contact: str = "") -> None:
        self._state = state
        self._route = Route(local)
        self._agent = f"{PRODUCT}/0.1 (reads news on AI deals; {contact or 'operator gave no contact'})"
        self._robots = Robots(PRODUCT, state, self._robots_txt)

    def get(self, url: str, conditions: Mapping[str, str] | None = None) -> Response:
        """GET a URL over at most five redirects. FetchError says what is wrong and whether to come back."""
        chain: list[str] = []
        permanent = True
        while True:
            self._allow(url)
            response = self._answer(url, conditions or {})
            target = response.headers.get("location")
            if response.status not in REDIRECT or not target:
                return replace(response, chain=tuple(chain), permanent=bool(chain) and permanent)
            chain.append(url)
            if len(chain) > MAX_HOPS:
                raise FetchError(f"{chain[0]}: more than {MAX_HOPS} redirects", transient=False)
            permanent = permanent and response.status in (301, 308)
            url = _target(url, target)

    def _allow(self, url: str) -> None:
        """Refuse what is not http(s), carries a password, or is closed to us by robots.txt; then wait for our turn."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise FetchError(f"{url[:200]}: not an http or https URL", transient=False)
        if parts.username or parts.password:
            raise FetchError(f"{parts.scheme}://{parts.hostname}{parts.path}: carries a password", transient=False)
        rules = self._robots.of(url)
        if rules.unread:
            raise FetchError(f"{url}: robots.txt could not be read", transient=True)
        if not rules.allows(url):
            raise FetchError(f"{url}: robots.txt does not allow it", transient=False)
        if self._route.local is None:
            delay = max(HOST_DELAY, rules.delay)
            sleep(self._state.turn(parts.hostname, delay, time()))

    def _robots_txt(self, url: str) -> Response:
        """A robots.txt after at most five redirects (RFC 9309, 2.3.1.2); no rules hold for reading the rules."""
        response = self._answer(url, {})
        for _ in range(MAX_HOPS):
            target = _target(url, response.headers.get("location", ""))
            if response.status not in REDIRECT or not target.startswith(("http://", "https://")):
                break
            url, response = target, self._answer(target, {})
        return response

    def _answer(self, url: str, conditions: Mapping[str, str]) -> Response:
        """One hop with retries: on no connection, 429 and 5xx, with full jitter or after what the server asks for."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                response = self._once(url, conditions)
            except FetchError as error:
                if not error.transient or attempt == ATTEMPTS:
                    raise
                wait = _jitter(attempt)
            else:
                if response.status not in RETRY:
                    return response
                asked = response.headers.get("retry-after", "")
                wait = float(asked) if asked.isdecimal() else _jitter(attempt)
                if attempt == ATTEMPTS or wait > LONGEST_WAIT:
                    return response
            sleep(wait)
        raise AssertionError("unreachable: the last attempt returns or raises")

    def _once(self, url: str, conditions: Mapping[str, str]) -> Response:
        headers = {
            "User-Agent": self._agent,
            "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.1",
            "Accept-Encoding": ENCODINGS,
            "Connection": "close",
            **conditions,
        }
        with (
            self._limited(url),
            Session(self._route) as session,
            session.get(url, headers=headers, stream=True, allow_redirects=False) as answer,
        ):
            redirected = answer.status_code in REDIRECT
            raw = b"" if redirected else read_raw(answer.raw, url)
            return Response(
                url=url,
                status=answer.status_code,
                reason=answer.reason or "",
                headers=answer.headers,
                raw=raw,
                content=decode(raw, answer.headers.get("content-encoding"), url),
                request_headers=headers,
            )

    @contextmanager
    def _limited(self, url: str) -> Iterator[None]:
        """The request's deadline, and its troubles as FetchErrors."""
        with Deadline(REQUEST_SECONDS) as deadline:
            self._route.deadline = deadline
            try:
                yield
            except (requests.RequestException, HTTPError, OSError, ValueError) as error:
                if deadline.passed:
                    raise FetchError(f"{url}: took longer than {REQUEST_SECONDS:g} s", transient=True) from error
                permanent = isinstance(error, requests.exceptions.InvalidURL | requests.exceptions.SSLError)
                raise FetchError(f"{url}: {_cause(error)}", transient=not permanent) from error
            if deadline.passed:
                raise FetchError(f"{url}: took longer than {REQUEST_SECONDS:g} s", transient=True)


def _target(url: str, location: str) -> str:
    """Where a redirect leads."""
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise FetchError(f"{url} redirects to {location[:100]!r}, no address: {error}", transient=False) from error


def _jitter(attempt: int) -> float:
    return random.uniform(0, 2.0**attempt)  # noqa: S311 - spreads load, guards nothing


def _cause(error: BaseException) -> str:
    """The innermost reason, in one line."""
    while error.__cause__ or error.__context__:
        error = error.__cause__ or error.__context__ or error
    return f"{type(error).__name__}: {error}"[:300]
