"""Descriptions of organisations: `the chipmaker`, `the Canadian company`, `the ChatGPT maker`; what they may mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.prepositions import PREPOSITIONS, is_clitic
from pipeline.extract.grammar.stream import NAME, WORD, Entity, Token, is_organisation_noun
from pipeline.extract.languages import load
from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.gazetteer import gazetteer

_REFERRING = frozenset({"pronoun", "poss_pronoun", "person_pronoun", "dative", "there", "org_noun", "first_person"})
_ADJECTIVAL = frozenset(
    {"nationality", "country", "first_person", "ai", "compute", "presented"}
)  # what may stand between `the` and `company`
_NO_APPOSITION = VERBS | {
    "relative",
    "poss",
    "and",
    "but",
    "passive",
    "speaker_verb",
    "by",
    "into",
    "to",
    "with",
    "for",
    "after",
    "lead",
    "join",
    "presented",
}
_COMPLEMENTS = frozenset({"of", "between", "with"})
_GOODS = frozenset({"compute", "hardware", "round", "investment", "site_noun", "contract", "capex"})
_TRADED = frozenset({"hardware", "ai"})
_STARTUP_TRADES = frozenset({"lab", "cloud", "datacenter", ""})
_LARGE_TRADES = frozenset({"hyperscaler", "chips", "equipment", "power", "software", "servers"})
_INTRODUCING = 5  # tokens between a description and the name that it introduces


@cache
def lexicon_of(lang: str) -> Lexicon:
    """The lexicon of a language, made once, with the products of listed organisations."""
    return Lexicon(load(lang).tables, [(product, maker.key) for product, maker in gazetteer().makers])


@cache
def described(labels: frozenset[str]) -> tuple[str, ...]:
    """What a word means that always refers: `the company` a company, `le fabricant de puces` one of chips."""
    ordered = sorted(labels, reverse=True)
    return tuple(label.removeprefix("anaphora:") for label in ordered if label.startswith("anaphora:"))


@cache
def may_refer(labels: frozenset[str]) -> bool:
    """Whether a word may stand for a name."""
    return bool(labels & _REFERRING or described(labels)) or any(label.startswith("trades:") for label in labels)


def is_definite(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun for an organisation means one told before: `the Canadian company`, `la jeune société`."""
    if not is_organisation_noun(tokens[at]) or "title_noun" in tokens[at].labels:
        return False
    before = [t for t in tokens[max(0, at - 6) : at] if not _is_adjectival(t)]
    return bool(before) and "definite" in before[-1].labels and not is_named_after(tokens, at)


def is_named_after(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows says which one a noun means: `company Foo`, `company, Foo`, `company that`, `company of`."""
    after = tokens[at + 1 : at + 5]
    while after and after[0].type == WORD and (after[0].labels <= _ADJECTIVAL or "nationality" in after[0].labels):
        after = after[1:]
    if after and after[0].text == ",":
        return len(after) > 1 and after[1].type == NAME
    if len(after) > 1 and "of" in after[0].labels and after[1].labels & _TRADED:
        return False  # `the developer of AI chips`: what it makes, not which one
    return bool(after) and (after[0].type == NAME or bool(after[0].labels & {"of", "relative", "poss"}))


def _is_adjectival(token: Token) -> bool:
    """What may stand between `the` and `company`: plain words, a nationality, a town (`the Lyon outfit`)."""
    if token.type == NAME:
        return token.value is not None and token.value.kind == "place"
    return token.text == "-" or (token.type == WORD and token.labels <= _ADJECTIVAL)


def introduces_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a description only introduces the name after it: `the chipmaker Foo`, `the company for software Foo`."""
    kinds = described(tokens[at].labels)
    if not kinds:
        return False
    if "project" in kinds and any(t.labels & _COMPLEMENTS for t in tokens[at + 1 : at + 2]):
        return True  # `the project of Foo`
    inverted = at > 0 and bool(tokens[at - 1].labels & VERBS)
    for i in range(at + 1, min(at + 1 + _INTRODUCING, len(tokens))):
        token = tokens[i]
        if token.type == NAME:
            return not token.reference and tokens[i - 1].labels.isdisjoint(PREPOSITIONS)
        if token.type != WORD or token.labels & _NO_APPOSITION or (inverted and "definite" in token.labels):
            return False  # `lijft het concern het Franse Foo in`: two phrases
    return False


def means_no_firm(tokens: Sequence[Token], at: int) -> bool:
    """`la electricidad la suministrará Foo`: a pronoun right behind a noun takes up that noun; `lo negó`: a report."""
    if is_clitic(tokens[at]) and any("deny" in t.labels for t in tokens[at + 1 : at + 3]):
        return True
    noun = at > 1 and tokens[at - 1].type == WORD and bool(tokens[at - 1].labels & _GOODS)
    return noun and is_clitic(tokens[at]) and any("definite" in t.labels for t in tokens[max(0, at - 3) : at - 1])


def fits(entity: Entity, what: str) -> bool:
    """Whether a description of this kind may mean the entity."""
    if what == "project":
        return entity.kind == "project"
    if what == "giant":
        return entity.firm and entity.trade in _LARGE_TRADES
    if what == "startup":
        return entity.firm and entity.trade in _STARTUP_TRADES
    return entity.trade == what or (what == "lab" and entity.kind == "unknown" and not entity.trade)
