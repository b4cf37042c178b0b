"""A sum that stands beside a giver inside the story of a round: `Foo ($20m)`, `Foo for $20m`, `$20m from Foo`."""

from __future__ import annotations

from pipeline.extract.facts.around import add_facts, set_measure
from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import MARK, NAME, QUANTITY, Entity, Token
from pipeline.extract.kinds.backers import FUNDING

_LINKS = frozenset({"for", "with", "to", "at"})


def givers(sentence: Sentence, figure: int, *, attached: bool) -> list[Entity]:
    """Who gives a sum that no event word of its own explains; nobody outside the story of a round.

    `attached`: an event word claims the sum, so only a bracket right after a name speaks against it.
    """
    if not _about_a_round(sentence):
        return []
    stream = sentence.stream
    found = _giver_in_front(stream, figure)
    if not attached:
        found = found or _bracketed(stream, figure) or _before(stream, figure) or _after(sentence, figure)
    return [e for e in found if e is not None and e.kind in ("company", "unknown", "government", "person")]


def contribution(sentence: Sentence, figure: int, investors: list[Entity]) -> list[Statement]:
    """The investment of givers in whatever organisation the story is about; in a list of spendings, theirs."""
    last = next((s for s in reversed(sentence.earlier) if sentence.number - s.reading <= 1), None)
    if last is not None and last.kind == "capex":
        return [_told(sentence, figure, "capex", {"owner": [giver]}) for giver in investors[:1]]
    recipient = focus_of(sentence, investors)
    if recipient is None:
        return []
    return [_told(sentence, figure, "investment", {"recipient": [recipient], "investors": investors})]


def round_of_item(sentence: Sentence, figure: int, raiser: Entity) -> Statement:
    """The round of an item of a list, with what its bracket says."""
    end = next(
        (i for i in range(figure + 1, len(sentence.stream)) if sentence.stream[i].text == ")"), len(sentence.stream)
    )
    inside = [(sentence.stream[i].value, case) for i, case in sentence.case.items() if figure < i < end]
    investors = [e for e, _ in inside if e is not None and e is not raiser]
    leads = [e for e, case in inside if case.label == "lead" and e is not None]
    parties = (
        {"recipient": [raiser]} | ({"investors": investors} if investors else {}) | ({"leads": leads} if leads else {})
    )
    return _told(sentence, figure, "funding_round", parties)


def told_again(sentence: Sentence, figure: int, told: Statement) -> Statement:
    """A deal told before, now with its sum."""
    return _told(sentence, figure, told.kind, {role: list(group) for role, group in told.parties.items()})


def _told(sentence: Sentence, figure: int, kind: str, parties: dict[str, list[Entity]]) -> Statement:
    statement = Statement(kind, sentence.number, figure, parties=parties, guessed=True)
    set_measure(sentence, statement, figure)
    add_facts(sentence, statement, figure)
    return statement


def respective(sentence: Sentence) -> list[tuple[int, Entity]]:
    """Figure and giver of `Foo and Bar, which put in $5bn and $10bn respectively`."""
    stream = sentence.stream
    at = next((i for i, t in enumerate(stream) if "respective" in t.labels), None)
    if at is None:
        return []
    figures = [i for i in range(max(0, at - 9), at) if stream[i].type == QUANTITY and stream[i].value.kind == "money"]
    groups: dict[int, list[int]] = {}
    for i, case in sorted(sentence.case.items()):
        if i < at and case.size == len(figures) > 1:
            groups.setdefault(case.group, []).append(i)
    last = list(groups.values())[-1] if groups else []
    return (
        [(f, stream[i].value) for f, i in zip(figures, last, strict=True) if stream[i].value is not None]
        if last
        else []
    )


def _about_a_round(sentence: Sentence) -> bool:
    if any(t.labels & FUNDING for t in sentence.stream):
        return True
    return any(s.kind == "funding_round" and sentence.number - s.reading <= 2 for s in sentence.earlier)


def _giver_in_front(stream: list[Token], figure: int) -> list[Entity]:
    """`Foo ($20m)`."""
    i = figure - 1
    while i > 0 and stream[i].text in {"≈", "~", "±"}:
        i -= 1
    return [stream[i - 1].value] if i > 0 and stream[i].text == "(" and stream[i - 1].type == NAME else []


def item(sentence: Sentence, figure: int) -> Entity | None:
    """Whose round an item in brackets tells: `Foo ($16M Series A, Bar)`, not `Bar ($16M)` of an investor."""
    stream = sentence.stream
    giver = next(iter(_giver_in_front(stream, figure)), None)
    if giver is None or giver.trade == "capital" or giver.kind not in ("company", "unknown"):
        return None
    end = next((i for i in range(figure + 1, len(stream)) if stream[i].text == ")"), len(stream))
    inside = stream[figure + 1 : end]
    told = any(
        t.type == NAME or t.labels & {"round", "lead"} or any(x.startswith("stages:") for x in t.labels) for t in inside
    )
    return giver if told else None


def _bracketed(stream: list[Token], figure: int) -> list[Entity]:
    """`$20m (Foo, Bar)`."""
    if figure + 1 < len(stream) and stream[figure + 1].text == "(":
        inside: list[Entity] = []
        for token in stream[figure + 2 :]:
            if token.text == ")":
                return inside
            if token.type == NAME:
                inside.append(token.value)
    return []


def headed(sentence: Sentence, figure: int) -> Entity | None:
    """Whose round an item of a digest tells: `Foo: $20m from Bar`, `Foo: $20m, led by Bar`."""
    stream = sentence.stream
    at = 1 if sentence.reading.bullet and stream[0].type == MARK else 0
    if len(stream) < at + 3 or stream[at].type != NAME or stream[at + 1].text != ":" or figure > at + 5:
        return None
    told = any(t.labels & (FUNDING | {"from", "valuation"}) for t in stream[figure + 1 : figure + 5])
    return stream[at].value if told and stream[at].value is not None and stream[at].value.trade != "capital" else None


def _before(stream: list[Token], figure: int) -> list[Entity]:
    """`Foo for $20m`, `Foo: $20m`."""
    for i in range(figure - 1, max(-1, figure - 4), -1):
        token = stream[i]
        if token.type == NAME:
            return [token.value] if i < figure - 1 else []
        if not (token.labels & _LINKS or token.text == ":"):
            return []
    return []


def _after(sentence: Sentence, figure: int) -> list[Entity]:
    """`$20m from Foo and Bar`, `the $20m that Foo commits`."""
    stream = sentence.stream
    for i in range(figure + 1, min(figure + 4, len(stream))):
        token = stream[i]
        if token.labels & {"from", "relative"}:
            names = [j for j in range(i + 1, min(i + 4, len(stream))) if stream[j].type == NAME]
            if not names:
                return []
            group = sentence.case[names[0]].group
            return [stream[j].value for j, case in sentence.case.items() if case.group == group]
        if token.type in (MARK, NAME) or any(p in token.labels for p in PREPOSITIONS):
            return []
    return []
