"""Feeds and pages of the sample newsroom, each medium with metadata of another kind, as on the real web."""

from __future__ import annotations

import json
from datetime import date
from email.utils import format_datetime
from html import escape

from pipeline.sample.press import Medium, Piece, Version

ATOM = "http://www.w3.org/2005/Atom"
MENU = ("Front page", "Chips", "Clouds", "Money", "Letters")


def feed(medium: Medium, until: date | None) -> str:
    """The medium's feed as it stands at the end of a day."""
    return (_atom if medium.feed == "atom" else _rss)(medium, until)


def _rss(medium: Medium, until: date | None) -> str:
    items = "".join(
        f"<item><title>{escape(version.title)}</title><link>{_link(medium, piece)}?utm_source=rss</link>"
        f'<guid isPermaLink="false">{medium.source}/{piece.slug}</guid>'
        f"<pubDate>{format_datetime(piece.versions[0].at)}</pubDate>"
        f"<atom:updated>{version.at.isoformat()}</atom:updated></item>\n"
        for piece, version in medium.listed(until)
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:atom="{ATOM}"><channel>'
        f"<title>{escape(medium.name)}</title><link>http://{medium.host}/</link>"
        f"<description>News on AI deals</description><language>{medium.lang}</language>\n{items}</channel></rss>\n"
    )


def _atom(medium: Medium, until: date | None) -> str:
    entries = "".join(
        f'<entry><title>{escape(version.title)}</title><link rel="alternate" href="{_link(medium, piece)}"/>'
        f"<id>tag:{medium.host},2025:{piece.slug}</id><published>{piece.versions[0].at.isoformat()}</published>"
        f"<updated>{version.at.isoformat()}</updated></entry>\n"
        for piece, version in medium.listed(until)
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="{ATOM}" xml:lang="{medium.lang}">'
        f"<title>{escape(medium.name)}</title><id>http://{medium.host}/</id>\n{entries}</feed>\n"
    )


def page(medium: Medium, piece: Piece, version: Version) -> str:
    """An article's page."""
    paragraphs = "\n".join(f"<p>{escape(part)}</p>" for part in version.text.split("\n\n"))
    wall = '<div class="paywall"><p>Subscribe to read on.</p></div>' if piece.paywalled else ""
    menu = "".join(f'<li><a href="/{word.lower().replace(" ", "-")}">{word}</a></li>' for word in MENU)
    return f"""<!DOCTYPE html>
<html lang="{medium.lang}"><head>{_charset(piece)}<title>{escape(version.title)} | {escape(medium.name)}</title>
<link rel="canonical" href="{_link(medium, piece)}">
{_head(medium, piece, version)}</head>
<body><header><nav><ul>{menu}</ul></nav></header>
<main><article><h1>{escape(version.title)}</h1>{_byline(medium, piece)}
{paragraphs}
{wall}</article></main>
<footer><p>{escape(medium.name)} is part of the sample newsroom of Dealtape.</p></footer></body></html>
"""


def _head(medium: Medium, piece: Piece, version: Version) -> str:
    """JSON-LD at the RSS media, Open Graph at the agency; the German medium has only its `<time>`."""
    published = piece.versions[0].at.isoformat()
    if medium.source == "sample-rechenblatt":
        return ""
    if medium.feed == "atom" and not piece.paywalled:
        return (
            f'<meta property="og:title" content="{escape(version.title)}">'
            f'<meta property="article:published_time" content="{published}">'
        )
    said = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": version.title,
        "datePublished": published,
        "dateModified": version.at.isoformat(),
        "isAccessibleForFree": not piece.paywalled,
    }
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


def _byline(medium: Medium, piece: Piece) -> str:
    at = piece.versions[0].at
    return f'<p class="byline">{escape(medium.name)}, <time datetime="{at.isoformat()}">{at:%d.%m.%Y}</time></p>'


def _charset(piece: Piece) -> str:
    return f'<meta charset="{piece.charset}">'


def _link(medium: Medium, piece: Piece) -> str:
    return f"http://{medium.host}/{piece.slug}"
