"""RSS 0.9 to 2.0, RDF and Atom feeds.

Read with lxml rather than a feed library: those turn every date into UTC and so lose whether it had a zone or a time
at all, and the cost of a hostile document (attributes by the ten thousand) is milliseconds here, seconds there.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin

from lxml import etree

from pipeline.sources.source import Item, Skip, Source, SourceError, kind

MAX_ENTRIES = 2000
_ROOTS = {"rss", "rdf", "feed"}
_START = re.compile(rb"<\?xml|<rss|<feed|<rdf:rdf", re.IGNORECASE)
_REFERENCE = re.compile(
    rb"(?P<cdata><!\[CDATA\[.*?(?:\]\]>|\Z))|&(?:(?P<number>#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});)|(?P<name>[A-Za-z]\w{1,31});)?",
    re.DOTALL,
)
_BREAKS = re.compile(r"[\t\r\n]+")
_MARKUP = re.compile(r"<[^>]*>")
PUBLISHED = ("published", "pubdate", "issued", "date", "created")
UPDATED = ("updated", "modified")


@kind("feed")
def items(source: Source, read: Callable[[str], bytes | None]) -> Iterator[Item | Skip]:
    """The entries of the feed at the source's address; nothing when the feed is unchanged."""
    data = read(source.address)
    if data is not None:
        yield from entries(data, source.address)


def entries(data: bytes, address: str) -> Iterator[Item | Skip]:
    """Entries of a feed document in its own order. SourceError when it is no feed at all."""
    root = _parse(data, address)
    found = list(root.iter("{*}item", "{*}entry"))
    for number, node in enumerate(found[:MAX_ENTRIES], 1):
        yield _entry(node, address, number)
    if len(found) > MAX_ENTRIES:
        yield Skip(address, f"the feed has {len(found)} entries; those after the first {MAX_ENTRIES} are left out")


def _parse(data: bytes, address: str) -> etree._Element:
    """The document's root, read leniently: no entities, no network, leading junk cut off."""
    start = _START.search(data[:8192])
    document = data[start.start() if start else 0 :]
    try:
        try:
            root = etree.fromstring(document, _parser(recover=False))
        except etree.XMLSyntaxError:
            root = etree.fromstring(_REFERENCE.sub(_numeric, document), _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"{address}: no feed: {error}") from error
    if root is None or etree.QName(root).localname.lower() not in _ROOTS:
        what = "an empty document" if root is None else f"a document of type <{etree.QName(root).localname}>"
        raise SourceError(f"{address}: no RSS or Atom feed but {what}; check the address")
    return root


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(recover=recover, resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)


def _numeric(found: re.Match[bytes]) -> bytes:
    """A reference as a number, a bare ampersand as a reference: after its first error libxml2 drops all `&amp;`."""
    if found["cdata"] or found["number"]:
        return found.group()
    name = (found["name"] or b"").decode()
    meant = html.unescape(f"&{name};") if name else "&"
    return "".join(f"&#{ord(character)};" for character in meant).encode()


def _entry(node: etree._Element, address: str, number: int) -> Item | Skip:
    link = _link(node)
    if not link:
        return Skip(f"{address} entry {number}", "the entry has no link")
    try:
        url = urljoin(address, _BREAKS.sub("", link))
    except ValueError as error:
        return Skip(f"{address} entry {number}", f"the link {link[:100]!r} is no address: {error}")
    if not url.startswith(("http://", "https://")):
        return Skip(f"{address} entry {number}", f"the link {link[:100]!r} is not http or https")
    title = _text(node, ("title",))
    return Item(
        url=url,
        title=html.unescape(_MARKUP.sub("", title)).strip() if title else None,
        published=_text(node, PUBLISHED),
        updated=_text(node, UPDATED),
    )


def _link(node: etree._Element) -> str | None:
    """The entry's page: an Atom alternate link, an RSS link, or a guid that is a permalink."""
    for child in _children(node, "link"):
        href = child.get("href")
        if href and child.get("rel", "alternate") == "alternate":
            return href.strip()
        if child.text and child.text.strip():
            return child.text.strip()
    for child in (*_children(node, "guid"), *_children(node, "id")):
        text = (child.text or "").strip()
        if text.startswith(("http://", "https://")) and child.get("isPermaLink", "true") != "false":
            return text
    return None


def _children(node: etree._Element, name: str) -> Iterator[etree._Element]:
    return (c for c in node if isinstance(c.tag, str) and etree.QName(c).localname.lower() == name)


def _text(node: etree._Element, names: tuple[str, ...]) -> str | None:
    """The text of the first child with one of these names, the names in order of preference."""
    for name in names:
        for child in _children(node, name):
            text = "".join(str(part) for part in child.itertext()).strip()
            if text:
                return text[:1000]
    return None
