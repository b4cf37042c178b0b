"""Pages that are there but whose article is not: consent walls, bot checks, soft 404s, paywalled stubs."""

from __future__ import annotations

import re

SHORTEST = 250
"""Characters: of 257 real article pages one has less text."""
_TITLE = re.compile(
    r"not found|just a moment|before you continue|access denied|are you a robot|attention required|page introuvable"
    r"|seite nicht gefunden|página no encontrada|pagina non trovata|página não encontrada|pagina niet gevonden",
    re.IGNORECASE,
)


def is_thin(title: str | None, text: str, *, free: bool | None) -> bool:
    """Whether a page's text cannot be the whole article. `free` is what the page states of its accessibility."""
    return free is False or len(text) < SHORTEST or bool(_TITLE.search(title or ""))
