"""Running a suite with Great Expectations on a pandas frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from pipeline.events.types import RuleResult

if TYPE_CHECKING:
    from great_expectations.data_context import AbstractDataContext
    from great_expectations.expectations import Expectation

Suite = Literal["claims", "articles"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a rule said of a suite's frame, and the rows (`row_id`) that break it."""

    result: RuleResult
    rows: list[int]


def check(
    context: AbstractDataContext, suite: Suite, batch_id: str, seen: pl.DataFrame, rules: Sequence[Expectation]
) -> list[Checked]:
    """Hold the rules against a frame whose first columns are `row_id` and what names the row; in the rules' order."""
    import great_expectations as gx

    asset = context.data_sources.add_pandas(suite).add_dataframe_asset(suite)
    definition = gx.ValidationDefinition(
        name=suite,
        data=asset.add_batch_definition_whole_dataframe("batch"),
        suite=context.suites.add(gx.ExpectationSuite(name=suite, expectations=list(rules))),
    )
    found = context.validation_definitions.add(definition).run(
        batch_parameters={"dataframe": seen.to_pandas()},
        result_format={"result_format": "COMPLETE", "unexpected_index_column_names": seen.columns[:2]},
        run_id=gx.RunIdentifier(run_name=batch_id),
    )
    by_rule = {one.expectation_config.meta["rule"]: one for one in found.results}  # they come in an order of their own
    return [_checked(suite, rule.meta["rule"], by_rule[rule.meta["rule"]], seen.height) for rule in rules]


def _checked(suite: Suite, rule: str, found: Any, height: int) -> Checked:
    """One result as ours. One that could not be computed is a defect of the suite, never a verdict on the data."""
    result = found.result
    if not found.success and not result:
        raise RuntimeError(f"rule {rule!r} of the suite {suite!r} could not be checked: {found.exception_info}")
    whole_batch = "element_count" not in result
    rows = sorted({int(row["row_id"]) for row in result.get("unexpected_index_list") or []})
    said = RuleResult(
        suite=suite,
        rule=rule,
        severity=found.expectation_config.severity.value,
        checked=height if whole_batch else result["element_count"] - result.get("missing_count", 0),
        failed=int(not found.success) if whole_batch else len(rows),
        success=found.success,
    )
    return Checked(said, rows)
