"""Statements of one article to its deals: what belongs to one deal becomes one statement."""

from __future__ import annotations

from pipeline.extract.claims.absorbed import absorb
from pipeline.extract.claims.fragments import host_of, stands_alone
from pipeline.extract.claims.redundant import is_only_an_alliance, is_only_denied, is_part_of_round, says_nothing_new
from pipeline.extract.claims.same_deal import dates_agree, differ, same_deal
from pipeline.extract.claims.sharing import share
from pipeline.extract.facts.statements import Statement
from pipeline.extract.reading.article import Article


def merge(statements: list[Statement], article: Article) -> list[Statement]:
    """One statement a deal: repetitions fall together, fragments join the deal that they tell more of."""
    deals: list[Statement] = []
    for statement in statements:
        if not statement.fragment and not is_part_of_round(statement, statements):
            _add(deals, statement)
    for fragment in statements:
        if fragment.fragment:
            _add_fragment(deals, fragment)
    deals = [deal for deal in deals if not says_nothing_new(deal, deals)]
    deals.sort(key=lambda deal: deal.number)
    share(deals, article)
    return [deal for deal in deals if not is_only_an_alliance(deal, deals) and not is_only_denied(deal)]


def _add(deals: list[Statement], statement: Statement) -> None:
    """Join a statement to the latest deal that it may be, else it is a new one."""
    latest = list(reversed(deals))
    deal = next((d for d in latest if same_deal(d, statement)), None)
    deal = deal or next((d for d in latest if _says_its_sum_again(d, statement)), None)
    if deal is None:
        deals.append(statement)
    else:
        absorb(deal, statement)


def _add_fragment(deals: list[Statement], fragment: Statement) -> None:
    deal = host_of(fragment, deals)
    if deal is not None:
        absorb(deal, fragment)
    elif stands_alone(fragment):
        deals.append(fragment)


def _says_its_sum_again(deal: Statement, statement: Statement) -> bool:
    """Whether a statement, maybe of another kind, says a deal's sum again (`this $1 billion injection`)."""
    amount = statement.fields.get("amount")
    own = statement.kind == "investment" and not statement.guessed and "investors" in statement.parties
    keys = ("amount",) if own else ("amount", "equity", "debt")  # who gives the debt of a round invests it
    sums = [deal.fields[key] for key in keys if key in deal.fields]
    if not amount or not any((s["value"], s["currency"]) == (amount["value"], amount["currency"]) for s in sums):
        return False
    if not dates_agree(deal, statement) or (deal.kind == statement.kind and differ(deal, statement, "stage")):
        return False
    if deal.kind == statement.kind and deal.number == statement.number:
        return False  # `Foo and Bar put in $30bn each`
    if _of_another_sort(deal, statement):
        return False
    near = abs(deal.number - statement.number) <= 1
    return statement.guessed or (near and bool(deal.ids & statement.ids))


def _of_another_sort(deal: Statement, statement: Statement) -> bool:
    """A loan and its guarantee, money raised and money spent on somebody whom the first deal does not know."""
    kinds = {deal.kind, statement.kind}
    if len(kinds) == 2 and "guarantee" in kinds:
        return True
    both = len(statement.ids) > 1 and not statement.guessed and not statement.ids <= deal.ids
    return both and deal.kind == "funding_round" and statement.kind in ("acquisition", "capacity")
