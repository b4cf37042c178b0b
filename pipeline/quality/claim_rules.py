"""The rules for claims, on the columns of `seen_claims`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.quality.rules import among, between, filled
from pipeline.quality.thresholds import ClaimLimits

if TYPE_CHECKING:
    from great_expectations.expectations import Expectation


def claim_rules(limits: ClaimLimits) -> list[Expectation]:
    """What a claim and a batch of claims must be like, in the order in which they are reported."""
    return [
        filled("batch_has_claims", "The batch has claims", "warning"),
        *_parties(),
        *_figures(limits),
        *_facts(limits),
    ]


def _parties() -> list[Expectation]:
    return [
        between("main_party_named", "The main party of its kind is named", "main_parties", least=1),
        between("sides_differ", "Nobody buys, backs, supplies or funds itself", "names_on_both_sides", most=0),
        between("leads_are_investors", "Every lead is an investor", "leads_outside_investors", most=0),
        between("partners_are_two", "A partnership has two partners", "partners", least=2, kind="partnership"),
        between("other_party_named", "Who pays, backs, buys or denies is named", "other_parties", "warning", least=1),
    ]


def _figures(limits: ClaimLimits) -> list[Expectation]:
    return [
        between("figures_positive", "Every figure is above zero", "lowest_figure", above=0),
        between("low_not_above_high", "No interval is reversed", "reversed_intervals", most=0),
        between("currencies_known", "Every currency is one of ISO 4217", "unknown_currencies", most=0),
        between("amount_plausible", "The amount is below the limit of its currency", "amount_share", most=1),
        between("equity_plausible", "The equity is below the limit of its currency", "equity_share", most=1),
        between("debt_plausible", "The debt is below the limit of its currency", "debt_share", most=1),
        between("valuation_plausible", "The valuation is below the limit of its currency", "valuation_share", most=1),
        between("power_plausible", "The power in MW is below the limit", "power_mw", most=limits.highest_power_mw),
        between("chips_plausible", "The number of chips is below the limit", "chips", most=limits.most_chips),
        between("term_plausible", "The term in years is below the limit", "term_years", most=limits.longest_term_years),
        between("capex_has_sum", "Capital expenditure has a sum", "sums", least=1, kind="capex"),
        between(
            "capacity_is_measured",
            "Capacity has a sum, a power figure, a chip count, or a named supplier and customer",
            "measures", least=1, kind="capacity",
        ),
        between("parts_within_amount", "Equity and debt are no more than the amount", "parts_share", "warning", most=1),
    ]  # fmt: skip


def _facts(limits: ClaimLimits) -> list[Expectation]:
    return [
        between("evidence_given", "A passage of the article says so", "passages", least=1),
        between("evidence_inside_text", "The passages lie in the article's text", "passages_outside_text", most=0),
        between("date_not_too_early", "The deal is of our time", "year", least=limits.earliest_year),
        between(
            "date_not_after_article",
            "The deal is not dated later than its article (by more days than the limit)",
            "days_after_article", most=limits.days_after_article,
        ),
        among("denial_denies", "A denial is denied or cancelled", "status", ["cancelled", "denied"], kind="denial"),
        between("fields_fit_kind", "No field belongs to another kind", "fields_of_other_kinds", "warning", most=0),
        between("claims_differ", "No claim is said twice of an article", "repeats", "warning", most=0),
    ]  # fmt: skip
