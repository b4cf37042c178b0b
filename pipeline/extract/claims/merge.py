"""Statements of one article to its deals: what belongs to one deal becomes one statement."""

from __future__ import annotations

from pipeline.extract.claims.absorbed import absorb
from pipeline.extract.claims.fragments import host_of, stands_alone
from pipeline.extract.claims.redundant import is_only_an_alliance, is_only_denied, is_part_of_round, says_nothing_new
from pipeline.extract.claims.same_deal import same_deal
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
    deals.sort(key=lambda deal: deal.reading)
    share(deals, article)
    return [deal for deal in deals if not is_only_an_alliance(deal, deals) and not is_only_denied(deal)]


def _add(deals: list[Statement], statement: Statement) -> None:
    """Join a statement to the latest deal that it may be, else it is a new one."""
    deal = next((d for d in reversed(deals) if same_deal(d, statement)), None)
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
