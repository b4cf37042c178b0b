"""Stakes: shares sold, and what share an investment without a sum takes."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence, Statement, keep
from pipeline.extract.facts.valued import valued_party
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import MARK, NAME, QUANTITY, Entity, Token
from pipeline.extract.grammar.windows import after, bears, before, is_figure

_APPOSED = 24  # tokens from a word for shares to the share that they come to


def sold(sentence: Sentence, statement: Statement, figure: int | None) -> bool:
    """`sold a stake (in Foo) to Bar`: who buys invests; shares of its own that a firm sells to nobody named are a
    round, and so are those of its employees."""
    parties = statement.parties
    seller = next((e for e in parties.get("seller", []) if e.firm and not e.financier), None)
    own = not parties.get("recipient")
    staff = valued_party(sentence) if own and seller is None else None  # `employees sold shares, valuing Foo at`
    if own and (seller or staff) is not None:
        parties["recipient"] = [e for e in (seller, staff) if e is not None]
    keep(parties, "recipient", "investors")
    if not parties.get("recipient"):
        return False
    by_employees = staff is not None or bears(sentence.stream[: statement.event], "employees")
    if not parties.get("investors") or by_employees:
        statement.kind = "funding_round"
        return figure is not None and (own or by_employees or bool(parties.get("investors")))
    return figure is not None or _share_named(sentence, statement.event)


def kept_by_founder(investors: list[Entity], label: str) -> bool:
    """`chief executive Jane Roe, whose stake is worth $2bn`: what a person holds is mostly a founder's own."""
    return label in ("stake", "hold") and bool(investors) and all(entity.kind == "person" for entity in investors)


def tells_of_share(sentence: Sentence, statement: Statement, label: str) -> bool:
    """Whether an investment without a sum names the share that it takes; one that does not may only add to another."""
    statement.fragment = not _share_named(sentence, statement.event)
    if statement.guessed or label not in ("invest", "stake", "hold"):
        return False
    if label == "invest":
        return not statement.fragment or _enters(sentence, statement.event)
    if label == "hold" and not _of_shares(sentence):
        return False
    return not statement.fragment or _told_before(sentence, statement.parties)


def _share_named(sentence: Sentence, event: int) -> bool:
    """Whether a share is counted beside a stake (`a 10% stake`, `holds 6%`, `9,3 % du capital`) or called one."""
    stream = sentence.stream
    if stream[event].labels >= {"stake", "hold"} or "minority" in stream[event].labels:
        return True
    for i in range(max(0, event - 5), min(event + 8, len(stream))):
        if stream[i].type == QUANTITY and stream[i].value.kind == "percent":
            between = stream[min(i, event) + 1 : max(i, event)]
            after = stream[i + 1 : i + 6]
            if bears(after, "aggregate", "revenue"):
                return False
            if all(t.type != MARK and not t.labels & (VERBS | {"relative"}) for t in between):
                return True
    return _share_in_apposition(stream, event)


def _share_in_apposition(stream: Sequence[Token], event: int) -> bool:
    """`warrants to buy shares of Foo, the equivalent of a 5% stake`: a comma, then the share that they come to."""
    shares = (i for i in range(event + 1, min(event + _APPOSED, len(stream))) if is_figure(stream[i], "percent"))
    share = next(shares, None)
    if share is None or not bears(stream[event : event + 1], "stake"):
        return False
    comma = max((i for i in range(event, share) if stream[i].text == ","), default=None)
    beside = [*before(stream, share, 4), *after(stream, share, 3)]
    return comma is not None and bears(beside, "stake") and not any(t.type == NAME for t in stream[comma:share])


def _enters(sentence: Sentence, event: int) -> bool:
    """`monte au capital de Foo`: no deal without a sum or share, but the sentences after it may tell one."""
    return bears(sentence.stream[event : event + 1], "into") or bears(sentence.stream, "stake")


def _of_shares(sentence: Sentence) -> bool:
    """Whether what is held may be a share: a percentage or a word for shares says so."""
    return any("stake" in t.labels or (t.type == QUANTITY and t.value.kind == "percent") for t in sentence.stream)


def _told_before(sentence: Sentence, parties: dict[str, list[Entity]]) -> bool:
    """Whether the investment that shares come of is told already (`For that, Foo buys shares of Bar`)."""
    return any(
        s.kind == "investment" and s.main in parties["recipient"] and s.first("investors") in parties["investors"]
        for s in sentence.earlier
    )
