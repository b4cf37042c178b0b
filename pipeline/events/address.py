"""What makes two URLs one article: the key of an address, and the article id that is made from it.

The rules merge the variants that feeds, newsletters and social sites make of one link, and nothing else: every other
query parameter stays, since many publishers keep the article's number there.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode

from ada_url import URL

from pipeline.events.envelope import stable_id

TRACKERS = re.compile(
    r"(utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|cmpid"
    r"|ref_src|ref_url|xtor|at_(medium|campaign|custom\w*)|ns_(campaign|mchannel|source|linkname|fee)|wt_mc|smid|sref"
    r"|guccounter|guce_referrer\w*|spm|_ga|__twitter_impression)",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")


def url_key(url: str) -> str:
    """The address without what does not name the article: scheme, `www.`, trackers, order of the query, fragment.

    A `file:` URL keeps its fragment, which names the record. Raises ValueError for what is no URL.
    """
    parsed = URL(url.strip())
    if parsed.protocol == "file:":
        return str(parsed.href)
    if parsed.protocol not in ("http:", "https:"):
        raise ValueError(f"{url!r} is neither http, https nor file")
    port = "" if parsed.port in ("80", "443") else parsed.port
    host = parsed.hostname.removeprefix("www.").rstrip(".") + (f":{port}" if port else "")
    path = re.sub(r"/{2,}", "/", parsed.pathname).rstrip("/")
    query = sorted(
        (name, value)
        for name, value in parse_qsl(parsed.search.removeprefix("?"), keep_blank_values=True)
        if not TRACKERS.fullmatch(name)
    )
    key = f"https://{host}{path}" + (f"?{urlencode(query)}" if query else "")
    return _ESCAPE.sub(lambda found: found.group().upper(), key)


def article_id(url: str) -> str:
    """The id of the article at this address, the same for every variant of the link."""
    return stable_id(["article", url_key(url)])
