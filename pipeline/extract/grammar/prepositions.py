"""What a preposition before a name means, where it has several meanings: de, von, da, van, bij, chez."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import DEEDS, NOUNS, VERBS
from pipeline.extract.grammar.stream import MARK, QUANTITY, Token
from pipeline.extract.grammar.voice import PASSIVE

_IN_ORDER = ("by", "from", "into", "with", "to", "of", "for", "in", "on", "at", "between", "after")
PREPOSITIONS = frozenset(_IN_ORDER)
"""Labels of prepositions, which are also the cases that they give."""
REACH = 9  # tokens to the left of a name in which its governing word is looked for
_PLACES = frozenset({"at", "from"})
_SOURCES, _AGENTS = frozenset({"of", "from"}), frozenset({"by", "from"})
_SITES = frozenset({"site_noun", "anaphora:project"})
_SUPPLIED = 5  # tokens from a verb of supplying to the owner of the site that it supplies
_TO_SOMEBODY = frozenset({"there", "dative"})
_GIVING = VERBS | {"sell"}
_DONE_THERE = frozenset({"invest", "procure"})
_RECEIVING = frozenset({"raise", "raise_weak"})


def preposition(stream: Sequence[Token], at: int) -> str | None:
    """The meaning of the preposition at `at`; none when the token is no preposition."""
    labels = stream[at].labels
    if labels >= _PLACES:
        return "at" if _invested(stream, at) else "from"
    ambiguous = labels >= _SOURCES or labels >= _AGENTS
    meaning = _of_or_from(stream, at) if ambiguous else next((p for p in _IN_ORDER if p in labels), None)
    if meaning != "of":
        return meaning
    return "to" if _supplies_a_site(stream, at) else "of"


def is_dative(stream: Sequence[Token], at: int) -> bool:
    """Whether a pronoun before its verb says to whom: `Foo lui fournit`, `pour lui céder`, `lui avait prêté`."""
    labels = stream[at].labels
    if labels.isdisjoint(_TO_SOMEBODY):
        return False
    following = stream[at + 1 : at + 4]
    if "there" in labels:  # `Foo y a placé`, `Foo s'y fournit`; `y construit` speaks of a place
        verb = next((t.labels for t in following if t.labels & DEEDS), frozenset())
        return not verb.isdisjoint(_DONE_THERE) and "build" not in verb
    emphatic = any(t.type == MARK for t in following[:1])  # `Foo, lui, a choisi`
    return "dative" in labels and not emphatic and any(t.labels & _GIVING for t in following[:2])


def is_clitic(token: Token) -> bool:
    """Whether a pronoun before its verb is its object: `lo compra Foo`."""
    return "clitic" in token.labels and "dative" not in token.labels


def _invested(stream: Sequence[Token], at: int) -> bool:
    """Whether `bij` or `chez` names whom money goes to: beside a verb of investing, not of raising, which may stand
    behind it (`hat bei Foo 20 Millionen investiert`)."""
    near = [*reversed(stream[max(0, at - REACH) : at]), *stream[at + 1 : at + 1 + REACH]]
    verb = next((t for t in near if t.labels & DEEDS), None)
    return verb is not None and "invest" in verb.labels


def _supplies_a_site(stream: Sequence[Token], of: int) -> bool:
    """Whether `of` says whose site gets something: `power to the data centres of Foo`."""
    if of < 2 or not stream[of - 1].labels & _SITES:
        return False
    if any("supply" in t.labels for t in stream[max(0, of - _SUPPLIED) : of - 1]):
        return True
    return any(t.labels & {"to", "for"} for t in stream[max(0, of - 4) : of - 1])


def _of_or_from(stream: Sequence[Token], at: int) -> str:
    """What a preposition of many meanings (de, von, da) means here: `of` or `by` after a noun, `from` after a verb."""
    labels, before = stream[at].labels, stream[at - 1] if at else None
    if "of" in labels and before is not None and _is_head(before):
        return "of"
    last = before_insertion(stream, at)
    for i in range(last, max(-1, last + 1 - REACH), -1):
        token = stream[i]
        if token.labels & NOUNS and not token.labels & VERBS:
            if "acquisition" in token.labels and "of" not in labels:
                return "from"  # `l'acquisto di Foo da Bar`: who sells
            got = "round" in token.labels and any(t.labels & _RECEIVING for t in stream[max(0, i - 4) : i])
            return "from" if got else "of" if "of" in labels else "by"  # `obtient un prêt de Foo`: from Foo
        if token.labels & VERBS or (token.type == MARK and token.text in ";:"):
            break
    near = stream[max(0, at - 4) : at + 4]
    passive = any(t.labels & {PASSIVE, "passive"} for t in near) or _participle_follows(stream, at)
    return "by" if "by" in labels and passive else "from"


def _participle_follows(stream: Sequence[Token], at: int) -> bool:
    """`wird vom Konzern Foo übernommen`: the agent stands between the auxiliary and its participle."""
    for token in stream[at + 1 : at + 1 + REACH]:
        if PASSIVE in token.labels or (token.type == MARK and token.text in ",;:"):
            return PASSIVE in token.labels
    return False


def _is_head(token: Token) -> bool:
    """`la de Foo`, "die van Foo": the one of Foo; `10 % de Foo`, `el campus de Foo`."""
    return (
        "anaphora:project" in token.labels
        or "determiner" in token.labels
        or (token.type == QUANTITY and token.value.kind == "percent")
    )


def before_insertion(stream: Sequence[Token], at: int) -> int:
    """The token before a preposition, or before what commas put between: `the purchase, at a price of $7m, of Foo`."""
    if at < 2 or stream[at - 1].text != ",":
        return at - 1
    opened = next((i for i in range(at - 2, max(0, at - 2 - REACH), -1) if stream[i].text == ","), None)
    if not opened or not stream[opened - 1].labels & NOUNS:
        return at - 1
    return opened - 1 if stream[opened + 1].labels & PREPOSITIONS else at - 1
