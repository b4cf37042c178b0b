"""Investments: who gives, who takes, and when one is a round."""

from __future__ import annotations

from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.stages import is_stage
from pipeline.extract.facts.statements import Sentence, Statement, keep
from pipeline.extract.grammar.stream import WORD, Entity
from pipeline.extract.grammar.windows import bears
from pipeline.extract.kinds.stakes import kept_by_founder, sold, tells_of_share

_INVESTORS = 8  # tokens around a verb of investing in which a noun for investors is its subject


def investment(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """An investment needs a giver and a taker, and a sum or a stake."""
    if label == "sold_stake":
        return sold(sentence, statement, figure)
    parties = statement.parties
    _keep_nearest(sentence, statement, figure)
    leads = parties.pop("leads", [])
    keep(parties, "recipient", "investors")
    parties["investors"] = leads + [e for e in parties.get("investors", []) if e not in leads]
    if bears(sentence.stream[max(0, statement.event - 7) : statement.event + 5], "divest"):
        return False
    if kept_by_founder(parties["investors"], label) or not _find_recipient(sentence, statement, figure):
        return False
    if not parties["investors"] and not statement.guessed and (giver := _announcer(sentence, parties["recipient"])):
        parties["investors"] = [giver]
    if not parties["investors"]:
        _leave_givers_open(sentence, statement)
        return figure is not None
    if figure is None:
        return tells_of_share(sentence, statement, label)
    _call_it_a_round(sentence, statement, leads)
    return True


def _find_recipient(sentence: Sentence, statement: Statement, figure: int | None) -> bool:
    """Settle who takes the money: no financier, else one of two in talks, else whom the story is about."""
    parties = statement.parties
    part = next((p for p in statement.parts if p.role == "recipient"), None)
    if part is not None and part.entity.financier and part.case in ("object", "subject", "at"):
        parties.pop("recipient", None)
    if not parties.get("recipient") and len(parties["investors"]) == 2:
        _tell_apart(sentence, parties)
    if not parties.get("recipient") and figure is not None:
        parties["recipient"] = _only_other(sentence, parties["investors"])
    if not parties.get("recipient") and (focus := focus_of(sentence, parties["investors"])):
        parties["recipient"], statement.guessed = [focus], True
    # `the five biggest spenders will invest`: nobody's deal
    return bool(parties.get("recipient")) and not (statement.guessed and bears(sentence.stream, "aggregate"))


def _only_other(sentence: Sentence, givers: list[Entity]) -> list[Entity]:
    """`Foo granted a loan so that the company may build`: the one firm besides the giver takes the money."""
    stream = sentence.stream
    others = {
        id(e): e for i, c in sentence.case.items()
        if c.label not in ("title", "kin", "after") and (e := stream[i].value) in sentence.firms()
        and e not in givers and "poss_pronoun" not in stream[i].labels
    }  # fmt: skip
    alone = givers and len(others) == 1
    return [e for e in others.values() if alone and e.firm and not e.financier]


def _leave_givers_open(sentence: Sentence, statement: Statement) -> None:
    """Money that nobody named puts in is a round, unless even who takes it is guessed: then it adds to another deal."""
    del statement.parties["investors"]
    unnamed = not statement.guessed or _by_investors(sentence, statement.event)
    statement.kind, statement.fragment = "funding_round" if unnamed else "investment", not unnamed


def _call_it_a_round(sentence: Sentence, statement: Statement, leads: list[Entity]) -> None:
    """A sum that somebody leads (`investors led by Foo put $10m into Bar`) or that pays for a stage is a round."""
    event = statement.event
    leads = leads or [p.entity for p in statement.parts if p.case == "lead" and _leads_this(sentence, p.name, event)]
    if leads and not statement.guessed:
        statement.kind, statement.parties["leads"] = "funding_round", leads
    elif statement.guessed and _pays_for_round(sentence):
        statement.kind = "funding_round"


def _pays_for_round(sentence: Sentence) -> bool:
    """`its Series C, when Foo put up $90m`, `paid in $120m for a Series C`: a round with a stage and no sum besides."""
    staged = any(is_stage(sentence.stream, i) for i in sentence.events)
    told = any(s.number == sentence.number and "amount" in s.fields for s in sentence.earlier)
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


def each_investor(statement: Statement) -> list[Statement]:
    """One statement for everyone who puts in a sum of his own (`$30bn each`)."""
    return [
        statement.of(statement.parties | {"investors": [giver]}) for giver in statement.parties.get("investors", [])
    ] or [statement]


def _leads_this(sentence: Sentence, name: int, event: int) -> bool:
    """`investors led by Foo put in $5m`, `Foo led a $5m investment`; not `Foo led the round, putting in $5m`, a sum of
    his own, nor `Foo, which led the last round, will invest`."""
    verb = sentence.case[name].anchor
    if verb < name:
        return True
    between = sentence.stream[name + 1 : verb] + sentence.stream[min(verb, event) : max(verb, event)]
    return not bears(between, "relative") and all(t.text != "," for t in between)


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
        parties["investors"] = [e for e in parties["investors"] if e is not takers[0]]


def _in_one_list(sentence: Sentence, parties: list[Entity]) -> bool:
    groups = [{case.group for i, case in sentence.case.items() if sentence.stream[i].value is e} for e in parties]
    return bool(groups) and bool(set.intersection(*groups))
