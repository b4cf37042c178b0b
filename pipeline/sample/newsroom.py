"""The sample newsroom: five invented media on one loopback server, each under a host name of its own.

The hosts are `.example` names, so an article keeps its address, and so its id, whichever port the server has.
"""

from __future__ import annotations

import threading
from datetime import date
from functools import cached_property
from http.server import ThreadingHTTPServer
from types import TracebackType
from typing import Any

from pipeline.sample.press import Medium, load_media
from pipeline.sample.server import Handler


class Newsroom:
    """Serves what was published up to `until` (None: everything) while it is open as a context manager.

    `until` may be moved while it runs: a replay goes through the story day by day.
    """

    def __init__(self, until: date | None = None) -> None:
        self.until = until
        self.media: dict[str, Medium] = {medium.host: medium for medium in load_media()}
        self._thread: threading.Thread | None = None

    @cached_property
    def _server(self) -> ThreadingHTTPServer:
        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        server.newsroom = self  # type: ignore[attr-defined]
        return server

    @property
    def address(self) -> str:
        """Where the server listens, as `127.0.0.1:port`."""
        return f"127.0.0.1:{self._server.server_port}"

    def declarations(self) -> list[dict[str, Any]]:
        """The media as sources: keyword arguments for a declared source."""
        return [
            {
                "name": medium.source,
                "kind": "feed",
                "address": f"http://{medium.host}/feed.xml",
                "publisher": medium.name,
                "terms": "Part of Dealtape, Apache-2.0",
                "tier": medium.tier,
                "schedule": 60,
                "enabled": True,
                "local": self.address,
            }
            for medium in self.media.values()
        ]

    def __enter__(self) -> Newsroom:
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        if self._thread:
            self._thread.join()
