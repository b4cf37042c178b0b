"""The key of a claim: what stays the same when a better extractor reads another value out of the same sentence.

People's decisions name it, so it leaves out value, status, date and the extractor's version.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

from pipeline.events import stable_id
from pipeline.events.claim import MAIN_PARTY
from pipeline.normalise.plain import plain


def claim_keys(article_id: str, text: str, claims: Iterable[object]) -> list[str]:
    """One key a claim, in order; of equals (same kind, main party and sentence) the first is number 0.

    Also claims that normalising will reject get theirs, so that a sibling's key does not hang on them.
    """
    seen: Counter[str] = Counter()
    keys = []
    for claim in claims:
        basis = _basis(claim, text)
        same = stable_id(basis)
        keys.append(stable_id([article_id, *basis, seen[same]]))
        seen[same] += 1
    return keys


def _basis(claim: object, text: str) -> list[object]:
    if not isinstance(claim, dict):
        return [plain(claim)]
    kind = plain(claim.get("kind"))
    roles = MAIN_PARTY.get(kind, ()) if isinstance(kind, str) else ()
    role = next((role for role in roles if claim.get(role)), None)
    party = plain(claim.get(role)) if role else []
    names = sorted(_words(str(name)) for name in (party if isinstance(party, list) else [party]))
    return [kind, role, names, _quote(claim.get("evidence"), text)]


def _quote(evidence: object, text: str) -> str:
    """The first passage: a later reading may add sentences that say the same again."""
    if not isinstance(evidence, list) or not evidence or not isinstance(evidence[0], dict):
        return ""
    start, end = evidence[0].get("start"), evidence[0].get("end")
    if not isinstance(start, int) or not isinstance(end, int) or start < 0 or end < 0:
        return ""
    return _words(text[start:end])


def _words(text: str) -> str:
    """The text as written but for spaces and the ways that Unicode spells one character."""
    return " ".join(unicodedata.normalize("NFC", text).split())
