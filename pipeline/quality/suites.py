"""The rules of the gate as expectations. A rule's name is its meta, its severity decides what a failure means:
`critical` puts the claim into quarantine, `warning` is counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.quality.thresholds import ArticleLimits, ClaimLimits

if TYPE_CHECKING:
    from great_expectations.expectations import Expectation

CRITICAL, WARNING = "critical", "warning"
LANGUAGES = ["de", "en", "es", "fr", "it", "nl", "pt"]


def claim_rules(limits: ClaimLimits) -> list[Expectation]:
    """What one claim and a batch of claims must be like, on the columns of `seen_claims`."""
    from great_expectations import expectations as gxe
    from great_expectations.expectations.row_conditions import Column

    kind = Column("kind")
    return [
        gxe.ExpectTableRowCountToBeBetween(min_value=1, **_rule("batch_has_claims", WARNING)),
        _between("main_party_named", "main_parties", min_value=1),
        _between("evidence_given", "passages", min_value=1),
        _between("evidence_inside_text", "passages_outside_text", max_value=0),
        _between("figures_positive", "lowest_figure", min_value=0, strict_min=True),
        _between("low_not_above_high", "reversed_intervals", max_value=0),
        *(
            _between(f"{term}_plausible", f"{term}_share", max_value=1)
            for term in ("amount", "equity", "debt", "valuation")
        ),
        _between("power_plausible", "power_mw", max_value=limits.highest_power_mw),
        _between("chips_plausible", "chips", max_value=limits.most_chips),
        _between("term_plausible", "term_years", max_value=limits.longest_term_years),
        _between("currencies_known", "unknown_currencies", max_value=0),
        _between("date_not_before_limit", "year", min_value=limits.earliest_year),
        _between("date_not_after_article", "days_after_article", max_value=limits.days_after_article),
        _between("leads_are_investors", "leads_outside_investors", max_value=0),
        _between("sides_differ", "names_on_both_sides", max_value=0),
        _between("partners_are_two", "partner_count", min_value=2, row_condition=kind == "partnership"),
        _between("capex_has_sum", "sums", min_value=1, row_condition=kind == "capex"),
        _between("capacity_is_measured", "measures", min_value=1, row_condition=kind == "capacity"),
        gxe.ExpectColumnValuesToBeInSet(
            column="status",
            value_set=["denied", "cancelled"],
            row_condition=kind == "denial",
            **_rule("denial_denies", CRITICAL),
        ),
        _between("parts_within_amount", "parts_share", WARNING, max_value=1),
        _between("fields_fit_kind", "fields_of_other_kinds", WARNING, max_value=0),
        _between("claims_differ", "repeats", WARNING, max_value=0),
    ]


def article_rules(limits: ArticleLimits) -> list[Expectation]:
    """What the articles of a batch must be like, on the columns of `seen_articles`."""
    from great_expectations import expectations as gxe

    readable = float(1 - limits.unreadable_share)
    return [
        gxe.ExpectTableRowCountToBeBetween(min_value=1, **_rule("batch_has_articles", CRITICAL)),
        gxe.ExpectColumnValuesToNotBeNull(column="title_length", **_rule("title_given", WARNING)),
        gxe.ExpectColumnValuesToBeInSet(column="lang", value_set=LANGUAGES, **_rule("language_known", WARNING)),
        _between("text_long_enough", "text_length", WARNING, min_value=limits.shortest_text),
        _between("published_before_observed", "days_ahead", CRITICAL, max_value=limits.days_ahead),
        gxe.ExpectColumnValuesToNotBeInSet(
            column="outcome", value_set=["unreadable"], mostly=readable, **_rule("articles_readable", WARNING)
        ),
    ]


def _between(rule: str, column: str, severity: str = CRITICAL, **limits: Any) -> Expectation:
    from great_expectations import expectations as gxe

    return gxe.ExpectColumnValuesToBeBetween(column=column, **limits, **_rule(rule, severity))


def _rule(name: str, severity: str) -> dict[str, Any]:
    return {"meta": {"rule": name}, "severity": severity}
