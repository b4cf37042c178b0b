"""Where something is built, when other claims or other sentences tell it."""

from __future__ import annotations

from pipeline.extract.facts.amounts import FIELDS
from pipeline.extract.facts.statements import Statement

_SITED = frozenset({"capex", "capacity"})
_STORY = 2  # sentences over which one site is told of
_NEAREST = (-1, 1, -2, 2)


def tell_place(statement: Statement, statements: list[Statement], places: dict[int, tuple[str, set[int]]]) -> None:
    """`Foo builds a site in Bar. It will cost $2bn, and Baz gives the power`: give such claims the site told near.

    `places`: where something stands, and who is named there, by the sentence that tells it.
    """
    if statement.kind not in _SITED or "site" in statement.fields:
        return
    sites = {str(told.fields["site"]) for told in statements if _goes_on(told, statement)}
    if not sites and statement.fields["status"] not in ("completed", "cancelled"):
        sites = set(_told_beside(statement, statements, places)[:1])
    if len(sites) == 1:
        statement.fields["site"] = sites.pop()


def _goes_on(told: Statement, statement: Statement) -> bool:
    """Whether a statement tells more of what is built on the site of one told just before."""
    if "site" not in told.fields or told.kind not in _SITED or not told.ids & statement.ids:
        return False
    if told.fields.keys() & statement.fields.keys() & set(FIELDS.values()):  # `another 200 MW`: a deal of its own
        return False
    same = all(told.fields.get(key) == statement.fields.get(key) for key in ("date", "status"))
    return same and 0 <= statement.number - told.number <= _STORY


def _told_beside(
    statement: Statement, statements: list[Statement], places: dict[int, tuple[str, set[int]]]
) -> list[str]:
    """The sites of the sentences around a statement that tell of nobody else's deal, the nearest first."""
    if any("site" in s.fields for s in statements if s.number == statement.number):
        return []
    others = {s.number for s in statements if s.main is not statement.main}
    near = (statement.number + away for away in _NEAREST)
    told = (places[number] for number in near if number in places and number not in others)
    return [where for where, firms in told if not firms or firms & statement.ids]
