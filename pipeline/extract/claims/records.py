"""Deals told as tables that were flattened to text: `Amount: $50M; Lead: Foo; Stage: Series A`, a field a line or a
cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from pipeline.extract.facts.stages import series_letter
from pipeline.extract.facts.statements import Statement
from pipeline.extract.grammar.stream import DATE, NAME, QUANTITY, Entity, Token
from pipeline.extract.languages import load
from pipeline.extract.reading.article import Article

FEWEST = 3  # fields that make a record
_SEPARATORS = frozenset({";", "•"})
_BULLETS = frozenset({"-", "*", "–", "•"})
_ENDS = frozenset({":", "|"})
_LISTS = ("leads", "investors")
LONGEST_KEY = 5  # tokens


@dataclass(slots=True)
class _Record:
    """Consecutive fields: their key and the tokens of their value, and the sentences that they stand in."""

    first: int
    fields: dict[str, list[Token]] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)


def read_records(article: Article) -> dict[int, list[Statement]]:
    """The round that each flattened table tells, with its investors' own sums, by its first sentence."""
    found: dict[int, list[Statement]] = {}
    record = _Record(0)
    for number, reading in enumerate(article.readings):
        written = article.text[reading.start : reading.end]
        told = ":" in written or "|" in written
        fields = _fields(reading.tokens, _keys(article.lang)) if told else {}
        if not fields or fields.keys() & record.fields.keys():
            _close(article, record, found)
            record = _Record(number)
        record.fields |= fields
        if fields:
            record.spans.append((reading.start, reading.end))
    _close(article, record, found)
    return found


def _fields(stream: list[Token], keys: dict[str, str]) -> dict[str, list[Token]]:
    """Key -> the tokens of its value; a key opens a line or cell and has a colon or bar behind it."""
    starts = [0] + [i + 1 for i, t in enumerate(stream) if t.text in _SEPARATORS]
    found: dict[str, list[Token]] = {}
    for start, end in zip(starts, [*(s - 1 for s in starts[1:]), len(stream)], strict=True):
        cell = [t for t in stream[start:end] if t.text not in _BULLETS]
        mark = next((i for i, t in enumerate(cell[:LONGEST_KEY]) if t.text in _ENDS), 0)
        key = keys.get(" ".join(t.text for t in cell[:mark]))
        if key and len(cell) > mark + 1:
            found[key] = cell[mark + 1 :]
    return found


@cache
def _keys(lang: str) -> dict[str, str]:
    """What heads a field in this language -> the field."""
    with_case = load(lang).table("key")
    return {phrase.lower(): field_ for field_, phrases in with_case.items() for phrase in phrases}


def _close(article: Article, record: _Record, found: dict[int, list[Statement]]) -> None:
    """Turn a finished record into its statement."""
    if len(record.fields) < FEWEST or not record.fields.keys() & {"amount", "valuation", "stage"}:
        return
    recipient = next(iter(_names(record.fields.get("recipient", []))), article.topic)
    if recipient is None or not record.fields.keys() & {"amount", "leads", "investors"}:
        return
    statement = Statement(
        "funding_round", record.first, 0, {"status": "completed"}, {"recipient": [recipient]}, list(record.spans)
    )
    statement.sure = True
    named = {role: _names(record.fields.get(role, [])) for role in _LISTS}
    investors = [
        e for e in named["leads"] + [e for e in named["investors"] if e not in named["leads"]] if e is not recipient
    ]
    statement.parties |= {"investors": investors} if investors else {}
    statement.parties |= {"leads": named["leads"]} if named["leads"] else {}
    _measures(record, statement)
    own = [s for role in _LISTS for s in _own_sums(record, recipient, record.fields.get(role, []))]
    found[record.first] = [statement, *own]


def _own_sums(record: _Record, recipient: Entity, value: list[Token]) -> list[Statement]:
    """`Foo ($30 billion)`: what an investor of the list gives himself."""
    told = []
    for name, mark, figure in zip(value, value[1:], value[2:], strict=False):
        if name.type == NAME and mark.text == "(" and figure.type == QUANTITY and figure.value.kind == "money":
            fields = {"status": "completed", "amount": _money(figure)}
            parties = {"recipient": [recipient], "investors": [name.value]}
            told.append(Statement("investment", record.first, 0, fields, parties, list(record.spans), sure=True))
    return told


def _money(figure: Token) -> dict[str, object]:
    return {"value": figure.value.value, "currency": figure.value.currency, "bound": figure.value.bound}


def _names(value: list[Token]) -> list[Entity]:
    return [t.value for t in value if t.type == NAME and t.value is not None and t.value.party]


def _measures(record: _Record, statement: Statement) -> None:
    for key in ("amount", "valuation"):
        for token in record.fields.get(key, []):
            if token.type == QUANTITY and token.value.kind == "money":
                statement.fields[key] = _money(token)
                break
    stage = record.fields.get("stage", [])
    for i, token in enumerate(stage):
        label = next((x[7:] for x in sorted(token.labels) if x.startswith("stages:")), "")
        if label == "series" and (letter := series_letter(stage, i)):
            statement.fields |= {"stage": f"series-{letter}", "instrument": "equity"}
        elif label and label != "series":
            statement.fields["stage"] = label
    date = next((t.value.value for t in record.fields.get("date", []) if t.type == DATE), None)
    statement.fields |= {"date": str(date)} if date else {}
