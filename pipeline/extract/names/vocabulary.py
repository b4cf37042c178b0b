"""Words that tell what a name is or where it ends, in the names of all languages: `[name_words]` of common.toml."""

from __future__ import annotations

from pipeline.extract.languages import common


def _words(key: str) -> frozenset[str]:
    return frozenset(common()["name_words"][key])


LEGAL = _words("legal")
ORG_WORDS = _words("organisation")
FIRM_WORDS = _words("firm")
FINANCIERS = _words("financier")
TAILS = _words("tail")
PRODUCTS = _words("product")
INSTITUTIONS = _words("institution")
PLACE_WORDS = _words("place")
PLACE_HEADS = _words("place_head")
PLACE_ARTICLES = _words("place_article")
PROJECT_WORDS = _words("project")
CONNECTORS = _words("connector")
PLACE_LINKS = _words("place_link")
PARTICLES = _words("particle")
SURNAME_PARTICLES = _words("surname_particle")
TOP_LEVEL = _words("top_level")
CLITICS = _words("clitic")
TRADE_WORDS = {word: trade for trade, words in common()["name_words"]["trades"].items() for word in words}
