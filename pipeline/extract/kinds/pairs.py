"""Lists that tell a deal only once: `$1bn for Foo, $5bn for Bar`, `with Foo for $300bn and Bar for $250bn`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.amounts import money
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import NAME, WORD, Token

_LINKS = PREPOSITIONS - {"between", "after", "on", "at"}
_WIDE = 3  # tokens between a sum and its name
_GAP = 4  # tokens between two pairs
_BOUNDING = frozenset({"and", "determiner", "definite", "to"})
_SEPARATORS = frozenset({",", ";", "(", ")"})
Pair = tuple[int, int]  # a sum and its name


def lists_of_pairs(sentence: Sentence) -> list[list[Pair]]:
    """Runs of two or more sums with a name each, in the same order of sum and name."""
    found: list[list[Pair]] = []
    if len(sentence.roles) < 2:
        return found
    for pair in (p for figure in sorted(sentence.roles) if (p := _pair(sentence.stream, figure)) is not None):
        last = found[-1][-1] if found else None
        if last and (last[0] < last[1]) is (pair[0] < pair[1]) and _adjoin(sentence.stream, last, pair):
            found[-1].append(pair)
        else:
            found.append([pair])
    return [run for run in found if len(run) > 1]


def _pair(stream: Sequence[Token], figure: int) -> Pair | None:
    """The name that stands with a sum: `$1bn for Foo`, `Foo for $1bn`, `Foo ($1bn)`."""
    if stream[figure].value.kind != "money" or stream[figure].value.per:
        return None
    for step in (1, -1):
        linked = False
        for i in range(figure + step, figure + step * (_WIDE + 1), step):
            if not 0 <= i < len(stream):
                break
            token = stream[i]
            if token.type == NAME:
                if linked and token.value is not None and token.value.party:
                    return figure, i
                break
            linked = linked or bool(token.labels & _LINKS) or (step < 0 and token.text == "(")
            if not (token.labels & (_LINKS | {"determiner", "org_noun"}) or token.text == "("):
                break
    return None


def _adjoin(stream: Sequence[Token], last: Pair, pair: Pair) -> bool:
    """Whether only a comma or `and` stands between two pairs, with what may bound the next sum (`and up to`) or opens
    both (`de 300 milliards avec Foo et de 38 milliards avec Bar`)."""
    end, start = max(last), min(pair)
    opened = min(last) > 0 and stream[start - 1].text == stream[min(last) - 1].text
    between = stream[end + 1 : start - opened]
    parted = any("and" in t.labels or t.text in _SEPARATORS for t in between)
    return parted and len(between) <= _GAP and all(_mere(t) for t in between)


def _mere(token: Token) -> bool:
    return token.text in _SEPARATORS or (token.type == WORD and not token.labels - _BOUNDING)


def told_alike(sentence: Sentence, run: list[Pair], first: list[Statement]) -> list[Statement]:
    """The statements of the later pairs of a list, after that of its first one."""
    sample = next((s for s in first if "amount" in s.fields), None)
    if sample is None:
        return []
    name = sentence.stream[run[0][1]].value
    role = next((role for role, group in sample.parties.items() if name in group), None)
    if role is None:
        return []
    told = []
    for figure, at in run[1:]:
        if sentence.stream[at].value in (e for r, group in sample.parties.items() if r != role for e in group):
            continue
        parties = {
            r: [e for e in group if r != role] or [sentence.stream[at].value] for r, group in sample.parties.items()
        }
        fields = sample.fields | {"amount": money(sentence, figure)}
        told.append(
            Statement(sample.kind, sample.number, sample.event, fields, parties, list(sample.spans), sure=sample.sure)
        )
    return told
