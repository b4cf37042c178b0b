"""The articles of the sample newsroom and what of them is public on a day."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "articles"


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it stood from `at` on."""

    at: datetime
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One article: its versions, oldest first, and the day from which on it is withdrawn."""

    slug: str
    versions: tuple[Version, ...]
    gone: date | None = None
    paywalled: bool = False
    charset: str = "utf-8"

    def on(self, day: date | None) -> Version | None:
        """The version that is public at the end of a day (None: at the end of time)."""
        public = [version for version in self.versions if day is None or version.at.date() <= day]
        return public[-1] if public else None

    def is_gone(self, day: date | None) -> bool:
        """Whether it has been withdrawn by then."""
        return self.gone is not None and (day is None or self.gone <= day)


@dataclass(frozen=True, slots=True)
class Medium:
    """One invented publisher."""

    host: str
    name: str
    lang: str
    feed: str
    source: str
    tier: int
    pieces: tuple[Piece, ...]

    def listed(self, day: date | None) -> list[tuple[Piece, Version]]:
        """What its feed lists at the end of a day, newest first."""
        shown = [(piece, piece.on(day)) for piece in self.pieces if not piece.is_gone(day)]
        return sorted(
            ((piece, version) for piece, version in shown if version), key=lambda pair: pair[1].at, reverse=True
        )


def load_media() -> list[Medium]:
    """All media of the newsroom."""
    return [_medium(tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("*.toml"))]


def _medium(table: dict[str, Any]) -> Medium:
    pieces = tuple(_piece(article) for article in table.pop("article"))
    return Medium(**table, pieces=pieces)


def _piece(article: dict[str, Any]) -> Piece:
    first = {"at": article["published"], "title": article["title"], "text": article["text"]}
    versions = tuple(
        Version(datetime.fromisoformat(version["at"]), version["title"], version["text"].strip())
        for version in [first, *article.get("update", [])]
    )
    gone = date.fromisoformat(article["gone"]) if "gone" in article else None
    return Piece(article["slug"], versions, gone, article.get("paywalled", False), article.get("charset", "utf-8"))
