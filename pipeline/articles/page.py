"""HTML to a draft: trafilatura for the text, the page's own metadata for the rest."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import trafilatura
from htmldate import find_date
from lxml import etree, html

from pipeline.articles import metadata
from pipeline.articles.draft import Draft
from pipeline.articles.thin import is_thin
from pipeline.events.address import url_key

MAX_CHARACTERS = 4 * 2**20
MAX_TAGS = 50_000
"""A page beyond these is no article, and reading it would take minutes."""
MAX_IN_TAG = 2000
"""Attributes, or words, of one tag: the parser compares each with all before it (200,000 cost seven minutes)."""
_LONG_TAG = re.compile(r"<[^<>]{8000,}")
_BETWEEN = re.compile(r"[\s/]+")
_LETTER = re.compile(r"\w")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_page(source: str, url: str) -> Draft:
    """Read a page; a draft without text and with a note when there is none to be had."""
    if _is_oversize(source):
        return Draft(notes=[f"{len(source)} characters and {source.count('<')} tags are more than an article has"])
    tree = _parse(source)
    if tree is None:
        return Draft(notes=["no HTML"])
    said = metadata.read(tree)
    text = _text(tree, url)
    return Draft(
        title=said.title,
        text=text,
        dates=said.dates,
        guess=lambda: _guess(source, url),
        canonical_url=_canonical(said.canonical, url),
        thin=is_thin(said.title, text, free=said.free),
    )


def _is_oversize(source: str) -> bool:
    """Whether the page would take longer to read than an article can."""
    if len(source) > MAX_CHARACTERS or source.count("<") > MAX_TAGS:
        return True
    tags = (found.group() for found in _LONG_TAG.finditer(source))
    return any(tag.count("=") > MAX_IN_TAG or len(_BETWEEN.split(tag)) > MAX_IN_TAG for tag in tags)


def _parse(source: str) -> html.HtmlElement | None:
    try:
        return html.document_fromstring(_DECLARATION.sub("", source), parser=html.HTMLParser(huge_tree=False))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _text(tree: html.HtmlElement, url: str) -> str:
    """The article's text, a paragraph a line; a page that breaks the extractor has none."""
    try:
        found = trafilatura.extract(tree, url=url, include_comments=False, include_tables=True)
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        return ""
    return found if found and _LETTER.search(found) else ""


def _guess(source: str, url: str) -> str | None:
    """The day that htmldate makes out of a page that states none; parsed anew, as reading the text changes a tree."""
    tree = _parse(source)
    try:
        return None if tree is None else find_date(tree, extensive_search=False, original_date=True, url=url)
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        return None


def _canonical(stated: str | None, url: str) -> str | None:
    """The key of the page's address; its own word counts only for the same site and not for the home page."""
    for candidate in (stated or "", url):
        try:
            address = urljoin(url, candidate.strip())
            believed = candidate == url or (_same_site(address, url) and urlsplit(address).path.strip("/"))
            if candidate and believed and address.startswith(("http://", "https://")):
                return url_key(address)
        except ValueError:
            continue
    return None


def _same_site(a: str, b: str) -> bool:
    """Whether one host is the other or lies below it: `amp.example.com` and `www.example.com` do not lie apart."""
    hosts = [(urlsplit(url).hostname or "").removeprefix("www.") for url in (a, b)]
    short, long = sorted(hosts, key=len)
    return bool(short) and (short == long or long.endswith(f".{short}"))
