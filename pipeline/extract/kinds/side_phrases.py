"""Phrases that tell both sides of a capacity at once: a contract won from a customer, a customer won, a site's
keeper."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.roles import assign
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import MARK, NAME, Entity, Token
from pipeline.extract.grammar.windows import back, bears, before, is_figure
from pipeline.extract.kinds.side_guesses import Sides

_WINNING = frozenset({"raise_weak", "acquire"})
_VERB_NEAR = 9  # tokens from a verb of winning to its contract
_WITH_NEAR = 4  # tokens from `with` to the contract that it opens
_AS_NEAR = 5  # tokens from `as` to the noun that it opens
_SITE_NEAR = 4  # tokens from a site to the words that say who keeps it
_SURE = 2.0  # what the builder of a site must score


def won_from(sentence: Sentence, event: int) -> Sides | None:
    """`Foo won a contract from Bar`: who wins a contract provides; a lease is won by the one who rents."""
    stream = sentence.stream
    if "lease" in stream[event].labels or not (verb := _verb_of_winning(stream, event)):
        return None
    doers = [p.entity for p in assign(sentence, verb, "supply") if p.case in ("subject", "by")]
    givers = [
        stream[i].value for i, c in sentence.case.items()
        if c.label == "from" and c.anchor > event and not _from_goods(stream, event, c.anchor)
    ]  # fmt: skip
    firms = [e for e in (*doers[:1], *givers[:1]) if e is not None and (e.firm or e.kind == "government")]
    return Sides(firms[:1], firms[1:]) if len(firms) == 2 and firms[0].family != firms[1].family else None


def won_with(sentence: Sentence, event: int) -> Sides | None:
    """`Foo landed Bar with a five-year deal`: whom somebody wins with a contract is its customer."""
    stream = sentence.stream
    link = next((i for i in back(event, _WITH_NEAR) if "with" in stream[i].labels), 0)
    named = link - 1 - (stream[link - 1].text == ",")  # `a second giant, Bar, with`
    won = sentence.case.get(named)
    entity = stream[named].value if won is not None and won.label == "bare" and not won.poss else None
    verb = next((i for i in back(named, _AS_NEAR) if stream[i].labels & _WINNING), None)
    if entity is None or verb is None or not entity.firm:
        return None
    doers = [p for p in assign(sentence, verb, "supply") if p.case == "subject" and p.name < verb]
    nearest = [max(doers, key=lambda p: p.name).entity] if doers else []
    firms = [e for e in nearest if e.firm and e.family != entity.family]
    return Sides(firms, [entity]) if firms else None


def _verb_of_winning(stream: Sequence[Token], event: int) -> int | None:
    for i in back(event, _VERB_NEAR):
        if stream[i].labels & _WINNING:
            return i
        if stream[i].labels & VERBS or stream[i].type == NAME or stream[i].text in ";:":
            return None
    return None


def _from_goods(stream: Sequence[Token], event: int, anchor: int) -> bool:
    """`an order for 20,000 chips from Foo`: Foo's are the chips."""
    return any("hardware" in t.labels or is_figure(t, "chips", "power") for t in stream[event + 1 : anchor])


def taken_on(sentence: Sentence, event: int) -> tuple[list[Entity], Entity] | None:
    """`Foo won Bar as a customer`, `Foo has chosen Bar and Baz as suppliers`: the new ones, and who took them on."""
    stream = sentence.stream
    at = next((i for i in back(event, _AS_NEAR) if "as" in stream[i].labels), 0)
    apart = any(t.type == MARK or (t.type == NAME and not t.reference) for t in stream[at + 1 : event])
    last = sentence.case.get(at - 1)
    if last is None or apart:
        return None
    new: list[Entity] = [stream[i].value for i, c in sentence.case.items() if c.group == last.group]
    bare = (i for i, c in sentence.case.items() if i < at - 1 and c.label == "bare" and not c.poss)
    doers: list[Entity] = [e for i in bare if (e := stream[i].value) is not None and e not in new]
    firms = doers and all(e.firm for e in (*new, doers[0]))
    return (new, doers[0]) if firms and all(e.family != doers[0].family for e in new) else None


def keeper(sentence: Sentence, taken: Sequence[Entity]) -> Entity | None:
    """Who builds, owns or runs the site that a sentence speaks of: `a campus that Foo is building`, `run by Foo`."""
    stream = sentence.stream
    if not bears(stream, "site_noun"):
        return None
    for i, case in sorted(sentence.case.items()):
        entity: Entity | None = stream[i].value
        if entity is None or not entity.firm or entity in taken:
            continue
        owned = case.poss and bears(stream[i + 1 : i + 2 + _SITE_NEAR], "site_noun")
        if owned or (case.label == "by" and bears(before(stream, case.anchor, 1), "operate", "build")):
            return entity
    return builder_of(sentence, taken)


def builder_of(sentence: Sentence, taken: Sequence[Entity]) -> Entity | None:
    """Who builds the site that a relative clause tells of: `the hall, which Foo is to build`."""
    stream = sentence.stream
    for event in sentence.bearing("build"):
        if not bears(before(stream, event, 8), "relative"):
            continue
        for part in assign(sentence, event, "build"):
            firm = part.role == "builder" and part.case == "subject" and part.entity.firm
            if firm and part.score > _SURE and part.entity not in taken:
                return part.entity
    return None
