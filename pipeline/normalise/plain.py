"""A hostile value in a form that JSON, the log and a screen can hold."""

from __future__ import annotations

import math
from itertools import islice

DEEPEST, LONGEST, MOST = 6, 2_000, 200  # levels, code points, items; what is cut is marked


def plain(value: object, depth: int = 0) -> object:
    """A copy of `value` with JSON types alone: what JSON cannot say, or says at length, is described in words."""
    if isinstance(value, dict | list | tuple) and depth < DEEPEST:
        return _branches(value, depth + 1)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool | None):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**63 else f"<a number of {value.bit_length()} bits>"
    if isinstance(value, float) and math.isfinite(value):
        return value
    return f"<{value}>" if isinstance(value, float) else f"<{type(value).__name__}>"


def _branches(value: dict[object, object] | list[object] | tuple[object, ...], depth: int) -> object:
    more = len(value) - MOST
    if isinstance(value, dict):
        kept = {_text(str(plain(key, depth))): plain(item, depth) for key, item in islice(value.items(), MOST)}
        return {**kept, "<more>": more} if more > 0 else kept
    items = [plain(item, depth) for item in islice(value, MOST)]
    return [*items, f"<{more} more>"] if more > 0 else items


def _text(text: str) -> str:
    """Without NUL and lone surrogates, which neither UTF-8 nor every column holds."""
    kept = text[:LONGEST].replace("\0", "\\u0000").encode("utf-8", "backslashreplace").decode()
    return kept if len(text) <= LONGEST else f"{kept}<{len(text) - LONGEST} more>"
