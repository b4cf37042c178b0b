"""Investments and stakes: who gives, who takes."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.stages import is_stage
from pipeline.extract.facts.statements import Sentence, Statement, keep
from pipeline.extract.facts.valued import valued_party
from pipeline.extract.facts.windows import bears
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import MARK, QUANTITY, WORD, Entity

_INVESTORS = 8  # tokens around a verb of investing in which a noun for investors is its subject


def investment(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """An investment needs a giver and a taker, and a sum or a stake."""
    parties = statement.parties
    if label == "sold_stake":
        return _sold(sentence, statement, figure)
    _keep_nearest(sentence, statement, figure)
    leads = parties.pop("leads", [])
    keep(parties, "recipient", "investors")
    parties["investors"] = leads + [e for e in parties.get("investors", []) if e not in leads]
    part = next((p for p in statement.parts if p.role == "recipient"), None)
    if part is not None and part.entity.trade == "capital" and part.case in ("object", "subject", "at"):
        parties.pop("recipient", None)
    if any("divest" in t.labels for t in sentence.stream[max(0, statement.event - 7) : statement.event + 5]):
        return False
    if not parties.get("recipient") and len(parties["investors"]) == 2:
        _tell_apart(sentence, parties)
    if not parties.get("recipient"):
        focus = focus_of(sentence, parties["investors"])
        if focus:
            parties["recipient"], statement.guessed = [focus], True
    if not parties.get("recipient") or (statement.guessed and bears(sentence.stream, "aggregate")):
        return False  # `the five biggest spenders will invest`: nobody's deal
    if not parties["investors"] and not statement.guessed and (giver := _announcer(sentence, parties["recipient"])):
        parties["investors"] = [giver]
    if not parties["investors"]:
        del parties["investors"]
        unnamed = not statement.guessed or _by_investors(sentence, statement.event)
        statement.kind, statement.fragment = "funding_round" if unnamed else "investment", not unnamed
        return figure is not None
    leads = leads or [
        p.entity for p in statement.parts if p.case == "lead" and _leads_this(sentence, p.name, statement.event)
    ]
    if leads and figure is not None and not statement.guessed:
        statement.kind, parties["leads"] = "funding_round", leads  # `investors led by Foo put $10m into Bar`
    elif statement.guessed and figure is not None and _pays_for_round(sentence, statement.event):
        statement.kind = "funding_round"
    return figure is not None or _tells_of_share(sentence, statement, label)


def _tells_of_share(sentence: Sentence, statement: Statement, label: str) -> bool:
    """Whether an investment without a sum names the share that it takes; one that does not may only add to another."""
    statement.fragment = not _share_named(sentence, statement.event)
    if statement.guessed or label not in ("invest", "stake", "hold"):
        return False
    if label == "invest":
        return not statement.fragment or _enters(sentence, statement.event)
    if label == "hold" and not _of_shares(sentence):
        return False
    return not statement.fragment or _told_before(sentence, statement.parties)


def _pays_for_round(sentence: Sentence, event: int) -> bool:
    """`its Series C, when Foo put up $90m`, `paid in $120m for a Series C`: a round with a stage and no sum besides."""
    staged = any(is_stage(sentence.stream, i) for i in sentence.events)
    told = any(s.reading == sentence.number and "amount" in s.fields for s in sentence.earlier)
    return staged and not told and len(sentence.sums) == 1


def _by_investors(sentence: Sentence, event: int) -> bool:
    """Whether investors in general are who puts money in: `investors have put $27m into it`."""
    near = sentence.stream[max(0, event - _INVESTORS) : event + _INVESTORS]
    return any(t.labels >= {"join", "funding_context"} and t.type == WORD for t in near)


def _keep_nearest(sentence: Sentence, statement: Statement, figure: int | None) -> None:
    """Of two sums' givers those of this one: `Foo lends it $30m, and its shareholders Bar and Baz add $10m`."""
    given = [p.entity for p in statement.parts if p.role == "investors" and sentence.belongs(p.name, figure)]
    if given:
        statement.parties["investors"] = given


def _sold(sentence: Sentence, statement: Statement, figure: int | None) -> bool:
    """`sold a stake (in Foo) to Bar`: who buys invests; shares of its own that a firm sells to nobody named are a
    round, and so are those of its employees."""
    parties = statement.parties
    seller = next((e for e in parties.get("seller", []) if e.firm and e.trade != "capital"), None)
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
        return figure is not None and (own or bool(parties.get("investors")))
    return figure is not None or _share_named(sentence, statement.event)


def each_investor(statement: Statement) -> list[Statement]:
    """One statement for everyone who puts in a sum of his own (`$30bn each`)."""
    return [
        replace(statement, parties=statement.parties | {"investors": [giver]}, fields=dict(statement.fields))
        for giver in statement.parties.get("investors", [])
    ] or [statement]


def _leads_this(sentence: Sentence, name: int, event: int) -> bool:
    """`investors led by Foo put in $5m`, `Foo led a $5m investment`; not `Foo led the round, putting in $5m`, a sum of
    his own, nor `Foo, which led the last round, will invest`."""
    verb = sentence.case[name].anchor
    if verb < name:
        return True
    between = sentence.stream[name + 1 : verb] + sentence.stream[min(verb, event) : max(verb, event)]
    return not bears(between, "relative") and all(t.text != "," for t in between)


def _of_shares(sentence: Sentence) -> bool:
    """Whether what is held may be a share: a percentage or a word for shares says so."""
    return any("stake" in t.labels or (t.type == QUANTITY and t.value.kind == "percent") for t in sentence.stream)


def _told_before(sentence: Sentence, parties: dict[str, list[Entity]]) -> bool:
    """Whether the investment that shares come of is told already (`For that, Foo buys shares of Bar`)."""
    return any(
        s.kind == "investment" and s.main in parties["recipient"] and s.first("investors") in parties["investors"]
        for s in sentence.earlier
    )


def _announcer(sentence: Sentence, taken: list[Entity]) -> Entity | None:
    """Who announces an investment in somebody makes it: `an investment of $2bn in Foo was what Bar announced`."""
    stream = sentence.stream
    for i, case in sentence.case.items():
        entity: Entity | None = stream[i].value
        after = stream[i + 1].labels if i + 1 < len(stream) else frozenset()
        before = stream[i - 1].labels if i else frozenset()
        if case.label == "bare" and entity is not None and entity not in taken and "announce" in after | before:
            if entity.kind == "company" and not (after | before) & {"speaker_verb", "passive"}:
                return entity
    return None


def _tell_apart(sentence: Sentence, parties: dict[str, list[Entity]]) -> None:
    """Of two parties to talks about an investment the start-up takes it: `Foo is in talks with Bar over a $5bn
    investment`; two of one list give it together."""
    if _in_one_list(sentence, parties["investors"]):
        return
    takers = [e for e in parties["investors"] if e.firm and (e.trade in ("lab", "") or e is sentence.article.topic)]
    if len(takers) == 1:
        parties["recipient"] = takers
        parties["investors"].remove(takers[0])


def _in_one_list(sentence: Sentence, parties: list[Entity]) -> bool:
    groups = [{case.group for i, case in sentence.case.items() if sentence.stream[i].value is e} for e in parties]
    return bool(groups) and bool(set.intersection(*groups))


def _share_named(sentence: Sentence, event: int) -> bool:
    """Whether a share is counted beside a stake (`a 10% stake`, `holds 6%`, `9,3 % du capital`) or called one."""
    stream = sentence.stream
    if stream[event].labels >= {"stake", "hold"} or "minority" in stream[event].labels:
        return True
    for i in range(max(0, event - 5), min(event + 8, len(stream))):
        if stream[i].type == QUANTITY and stream[i].value.kind == "percent":
            between = stream[min(i, event) + 1 : max(i, event)]
            after = stream[i + 1 : i + 6]
            if any(t.labels & {"aggregate", "revenue"} for t in after):
                return False
            if all(t.type != MARK and not t.labels & (VERBS | {"relative"}) for t in between):
                return True
    return False


def _enters(sentence: Sentence, event: int) -> bool:
    """`monte au capital de Foo`: no deal without a sum or share, but the sentences after it may tell one."""
    return bears(sentence.stream[event : event + 1], "into") or bears(sentence.stream, "stake")
