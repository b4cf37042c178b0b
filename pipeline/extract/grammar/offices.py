"""Organisations that only say who somebody else is, and play no role themselves."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import NAME, WORD, Token

_GOODS = frozenset({"site_noun", "site_head", "hardware", "compute", "poss"})
_FIRM_NOUNS = frozenset({"org_noun", "customer", "supplier"})
_NO_OFFICE = VERBS | {"relative", "but", "plan", "modal", "passive", "and"}


def is_of_office(stream: Sequence[Token], at: int, anchor: int, *, possessive: bool) -> bool:
    """`Tesla CEO ...`, `the head of Google`; `anchor` is the token that governs the name."""
    start = at + 1 + possessive
    after = stream[start : start + 2]
    if any("title_noun" in t.labels for t in after) and not after[0].labels & _NO_OFFICE:  # not `Foo and angels`
        return True
    return anchor > 0 and "title_noun" in stream[anchor - 1].labels and bool(stream[anchor].labels & {"of", "for"})


def is_kin(stream: Sequence[Token], at: int, preposition: int) -> bool:
    """`a rival of Google`, `OpenAI-Rivale`, `the cloud unit of Amazon`, `formerly Foo`, and `Chat` of `Foo Chat`."""
    former = at > 0 and "former" in stream[at - 1].labels
    if former or _has_relation(stream, at) or _is_tail(stream, at) or _owns_firm(stream, at):
        return True
    if preposition <= 0:
        return False
    before = stream[preposition - 1]
    unit = before.type == NAME and before.reference and "of" in stream[preposition].labels
    if unit or "relation" in before.labels | stream[preposition].labels or _between_commas(stream, at, preposition):
        return True
    described = before.type == WORD and preposition > 1 and "of" in stream[preposition].labels
    return described and "relation" in stream[preposition - 2].labels  # `la filiale cloud de Foo`


def is_founder(stream: Sequence[Token], at: int, anchor: int) -> bool:
    """`the company founded by Jane Roe`."""
    person = stream[at].value is not None and stream[at].value.kind == "person"
    return person and anchor > 0 and "presented" in stream[anchor - 1].labels


def _between_commas(stream: Sequence[Token], at: int, preposition: int) -> bool:
    """`Foo, de Jane Doe, entrena`: whose firm it is."""
    if preposition < 2 or "of" not in stream[preposition].labels or at + 1 >= len(stream):
        return False
    apart = stream[preposition - 1].text == stream[at + 1].text == ","
    place = stream[at].value is not None and stream[at].value.kind == "place"
    return apart and stream[preposition - 2].type == NAME and not place


def _owns_firm(stream: Sequence[Token], at: int) -> bool:
    """`Alphabet's Google`, `Foo's tenant Bar`: whose firm another one is, not `Foo's Bar campus`."""
    if at + 1 >= len(stream) or "poss" not in stream[at + 1].labels:
        return False
    name = next((i for i in range(at + 2, min(at + 5, len(stream))) if stream[i].type == NAME), None)
    if name is None or stream[name].reference:
        return False
    between = stream[at + 2 : name]
    described = not between or bool(between[-1].labels & _FIRM_NOUNS)
    firm = stream[name].value is not None and stream[name].value.firm
    return firm and described and not any(t.labels & _GOODS for t in stream[name + 1 : name + 3])


def _has_relation(stream: Sequence[Token], at: int) -> bool:
    """`OpenAI-Rivale`."""
    after = stream[at + 1 : at + 3]
    if len(after) < 2 or after[0].text != "-":
        return False
    return after[1].start == after[0].end and "relation" in after[1].labels


def _is_tail(stream: Sequence[Token], at: int) -> bool:
    """`Foo Chat`: an unknown word right behind an organisation's name belongs to that."""
    if at < 1 or stream[at].value.kind != "unknown" or stream[at - 1].type != NAME or stream[at - 1].value is None:
        return False
    return stream[at - 1].value.firm and not stream[at - 1].reference
