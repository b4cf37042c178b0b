"""A small website on loopback under a name of its own, that can be told to keep a visitor waiting."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any

HOST = "site.example"
SOURCE = """
[[source]]
name = "{name}"
kind = "feed"
address = "http://{host}{path}"
publisher = "Site"
terms = "made up"
tier = 2
schedule = 60
enabled = true
local = "{local}"
"""


class Site(ThreadingHTTPServer):
    """Serves `pages`, by path. Visitors of a path in `waiting` wait for `go`; `asked` says that all are there."""

    def __init__(self, visitors: int = 1) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.daemon_threads = True
        self.pages: dict[str, str] = {}
        self.waiting: set[str] = set()
        self.expected = visitors
        self.asked, self.go = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def arrive(self) -> None:
        """One more visitor waits."""
        self.expected -= 1
        if self.expected == 0:
            self.asked.set()

    def feed(self, *names: str) -> str:
        """A feed that lists pages by name."""
        items = "".join(f"<item><title>{name}</title><link>http://{HOST}/{name}</link></item>" for name in names)
        return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'

    def declare(self, file: Path, **feeds: str) -> Path:
        """Declare feeds, name and path, as sources in a file."""
        local = f"127.0.0.1:{self.server_port}"
        tables = [SOURCE.format(name=name, host=HOST, path=path, local=local) for name, path in feeds.items()]
        file.write_text("".join(tables))
        return file

    def __enter__(self) -> Site:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.go.set()
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    """One request."""

    def do_GET(self) -> None:
        site: Any = self.server
        if self.path in site.waiting:
            site.arrive()
            site.go.wait(60)
        page = site.pages.get(self.path)
        body = (page or "not found").encode()
        self.send_response(200 if page else 404)
        self.send_header("Content-Type", "application/rss+xml" if self.path.endswith(".xml") else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
