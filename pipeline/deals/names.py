"""The folded form of an organisation's name: what is left when spelling, typography and legal form are set aside."""

from __future__ import annotations

import re
import unicodedata

LEGAL_FORMS = frozenset(
    """
    ab ag aps as asa bv co corp corporation gmbh group groupe gruppe holding holdings inc incorporated kg kgaa kk
    limited llc llp lp ltd nv oy oyj pbc plc pte pty pvt sa sarl sas sca se sl slu spa srl ug
    """.split()
)
"""Trailing words that say how a company is registered, not which one it is ("Company" is often the name itself)."""

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "&": " and ", "+": " plus "})
_POSSESSIVE = re.compile(r"['’ʼ]s\b")
_SILENT = re.compile(r"['’ʼ`´.]")
_WORDS = re.compile(r"[^\W_]+")
_TICKER = re.compile(r"^\(?(?:(?:NASDAQ|NYSE|AMEX|TSX|ASX|LSE)\s*:\s*)?([A-Z]{2,5})\)?$", re.IGNORECASE)


def words(name: str) -> list[str]:
    """Words of a name without accents, case and punctuation; "S.p.A." is one word."""
    text = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    text = "".join(char for char in text if not unicodedata.combining(char))
    return _WORDS.findall(_SILENT.sub("", _POSSESSIVE.sub("", text)))


def spelled(name: str) -> str:
    """The name without case, accents, spaces and punctuation: "Open AI" and "OpenAI" agree. Never empty."""
    return "".join(words(name)) or unicodedata.normalize("NFC", name)


def folded(name: str) -> str:
    """As `spelled`, also without an article before the name and legal forms after it. Never empty."""
    kept = words(name)
    if len(kept) > 1 and kept[0] == "the":
        kept = kept[1:]
    while len(kept) > 1 and kept[-1] in LEGAL_FORMS:
        kept = kept[:-1]
    return "".join(kept) or spelled(name)


def ticker(name: str) -> str | None:
    """The exchange symbol if the name could be nothing else ("NVDA", "(NASDAQ: NVDA)"), in capitals."""
    found = _TICKER.match(name.strip())
    return found[1].upper() if found and (found[1].isupper() or ":" in name) else None
