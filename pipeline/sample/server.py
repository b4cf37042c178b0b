"""The sample newsroom's HTTP: feeds, pages, robots.txt, ETags, gzip, 304, 404 and 410."""

from __future__ import annotations

import gzip
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING

from pipeline.events import content_hash
from pipeline.sample import render
from pipeline.sample.press import Medium, Piece

if TYPE_CHECKING:
    from pipeline.sample.newsroom import Newsroom

ROBOTS = "User-agent: *\nDisallow: /desk/\n"


class Handler(BaseHTTPRequestHandler):
    """Answers GET for every medium, told apart by the Host header."""

    protocol_version = "HTTP/1.1"
    server_version = "SampleNewsroom"

    def do_GET(self) -> None:
        """Serve a feed, a page or robots.txt."""
        newsroom: Newsroom = self.server.newsroom  # type: ignore[attr-defined]
        medium = newsroom.media.get(self.headers.get("Host", "").partition(":")[0])
        path = self.path.partition("?")[0].strip("/")
        if medium is None:
            self._send(404, b"no such medium", "text/plain; charset=utf-8")
        elif path == "robots.txt":
            self._send(200, ROBOTS.encode(), "text/plain; charset=utf-8")
        elif path == "feed.xml":
            self._send(200, render.feed(medium, newsroom.until).encode(), f"application/{medium.feed}+xml")
        else:
            found = next((piece for piece in medium.pieces if piece.slug == path), None)
            self._piece(newsroom, medium, found)

    def _piece(self, newsroom: Newsroom, medium: Medium, piece: Piece | None) -> None:
        version = piece.on(newsroom.until) if piece else None
        if piece is None or version is None:
            self._send(404, b"<h1>Not found</h1>", "text/html; charset=utf-8")
        elif piece.is_gone(newsroom.until):
            self._send(410, b"<h1>This article has been withdrawn</h1>", "text/html; charset=utf-8")
        else:
            body = render.page(medium, piece, version).encode(piece.charset)
            self._send(200, body, "text/html", {"Last-Modified": format_datetime(version.at)})

    def _send(self, status: int, body: bytes, content_type: str, more: dict[str, str] | None = None) -> None:
        etag = f'"{content_hash(body)[:16]}"'
        if status == 200 and self.headers.get("If-None-Match") == etag:
            status, body = 304, b""
        packed = "gzip" in self.headers.get("Accept-Encoding", "") and bool(body)
        sent = gzip.compress(body, mtime=0) if packed else body
        self.send_response(status)
        headers = {"Content-Type": content_type, "ETag": etag, "Content-Length": str(len(sent)), **(more or {})}
        for name, value in (headers | ({"Content-Encoding": "gzip"} if packed else {})).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: standard error belongs to the command that runs the newsroom."""
