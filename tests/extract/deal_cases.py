"""What the tests of deals in one language share: claims written short, and their comparison."""

from __future__ import annotations

from typing import Any

from pipeline.extract import extract

Claim = dict[str, Any]


def money(millions: float, currency: str = "USD", bound: str = "exact") -> dict[str, Any]:
    """A sum of so many millions."""
    return {"value": millions * 1_000_000, "currency": currency, "bound": bound}


def megawatts(value: float, bound: str = "exact") -> dict[str, Any]:
    return {"value": value, "bound": bound}


def missing(lang: str, text: str, expected: list[Claim], published: str | None = None) -> list[str]:
    """What is wrong with the claims of a text: each expected one must be there with its fields, and no other."""
    found = extract(text, lang=lang, published=published)
    wrong = []
    for claim in expected:
        match = next((f for f in found if _holds(f, claim)), None)
        if match is None:
            wrong.append(f"missing {claim}")
        else:
            found.remove(match)
    return wrong + [f"unexpected { ({k: v for k, v in f.items() if k != 'evidence'}) }" for f in found]


def _holds(found: Claim, expected: Claim) -> bool:
    return all(_plain(found.get(key)) == _plain(value) for key, value in expected.items())


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, list) else value
