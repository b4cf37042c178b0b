"""The organisations policy: which organisations are known, and every name that leads to one of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.deals.names import folded, spelled, ticker


@dataclass(frozen=True, slots=True)
class Policy:
    """The policy's organisations by id, and every name that leads to one: level by level, the first that answers."""

    entries: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    levels: tuple[tuple[str, dict[str, set[str]]], ...] = ()

    @classmethod
    def read(cls, body: str | None) -> Policy:
        """From the JSON of an organisations policy; None is a policy that knows nobody."""
        if body is None:
            return cls()
        listed: list[dict[str, Any]] = json.loads(body)["organizations"]
        entries = {one["id"]: one for one in listed}
        if len(entries) < len(listed):
            raise ValueError("the organisations policy gives one id twice")
        names = [
            ("policy", _index(spelled, ((one["name"], one["id"]) for one in listed))),
            ("ticker", _index(str.upper, _pairs(listed, "tickers"))),
            ("alias", _index(spelled, _pairs(listed, "aliases"))),
            ("translation", _index(spelled, _pairs(listed, "translations"))),
            ("former", _index(spelled, _pairs(listed, "former"))),
            ("suffix", _index(folded, ((one["name"], one["id"]) for one in listed))),
            ("suffix", _index(folded, [*_pairs(listed, "aliases"), *_pairs(listed, "former")])),
        ]
        return cls(entries, tuple(names))

    def find(self, name: str) -> tuple[str | None, str]:
        """The organisation of a name and the rule that says so; (None, "ambiguous" or "folded") if none does."""
        plain = spelled(name)
        keys = {"ticker": ticker(name), "suffix": folded(name)}
        for rule, index in self.levels:
            found = index.get(keys.get(rule, plain) or "")
            if found:
                return (next(iter(found)), rule) if len(found) == 1 else (None, "ambiguous")
        return None, "folded"

    def named(self, words: str) -> str | None:
        """The organisation that has this id, or that this names."""
        return words if words in self.entries else self.find(words)[0]


def _pairs(listed: Iterable[Mapping[str, Any]], key: str) -> list[tuple[str, str]]:
    return [(name, one["id"]) for one in listed for name in one.get(key, [])]


def _index(form: Any, pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    index: dict[str, set[str]] = {}
    for name, organization_id in pairs:
        index.setdefault(form(name), set()).add(organization_id)
    return index
