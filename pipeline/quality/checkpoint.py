"""Running a suite with Great Expectations: on a pandas frame, in a context of its own, with data docs in a folder."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from pipeline.events.types import RuleResult

if TYPE_CHECKING:
    from great_expectations.data_context import AbstractDataContext
    from great_expectations.expectations import Expectation

Suite = Literal["claims", "articles"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A rule on a suite's frame and the `row_id`s that break it."""

    result: RuleResult
    rows: list[int]


def check(
    suite: Suite, batch_id: str, frame: pl.DataFrame, rules: Sequence[Expectation], data_docs: Path
) -> list[Checked]:
    """Validate `frame` and add a page to the data docs. Results come in the order of `rules`."""
    import great_expectations as gx

    with _alone(data_docs):
        context = _context(data_docs)
        asset = context.data_sources.add_pandas("dealtape").add_dataframe_asset(suite)
        data = asset.add_batch_definition_whole_dataframe("batch")
        expectations = context.suites.add(gx.ExpectationSuite(name=suite, expectations=list(rules)))
        definition = gx.ValidationDefinition(name=suite, data=data, suite=expectations)
        checkpoint = gx.Checkpoint(
            name=suite,
            validation_definitions=[context.validation_definitions.add(definition)],
            actions=[gx.checkpoint.UpdateDataDocsAction(name="data docs")],
            result_format={"result_format": "COMPLETE", "unexpected_index_column_names": ["row_id", frame.columns[1]]},
        )
        run = context.checkpoints.add(checkpoint).run(
            batch_parameters={"dataframe": frame.to_pandas()},
            run_id=gx.RunIdentifier(run_name=batch_id),
        )
    (validation,) = run.run_results.values()
    by_rule = {found.expectation_config.meta["rule"]: found for found in validation.results}
    return [_checked(suite, by_rule[rule.meta["rule"]], frame.height) for rule in rules]


def _checked(suite: Suite, found: Any, height: int) -> Checked:
    """One of Great Expectations' results. One that it could not compute is a defect of the suite, not of the data."""
    rule, result = found.expectation_config.meta["rule"], found.result
    if found.exception_info and found.exception_info.get("raised_exception", False):
        raise RuntimeError(f"rule {rule!r} of suite {suite!r} could not be checked: {found.exception_info}")
    rows = sorted({int(row["row_id"]) for row in result.get("unexpected_index_list") or []})
    checked = RuleResult(
        suite=suite,
        rule=rule,
        severity=found.expectation_config.severity.value,
        checked=result.get("element_count", height),
        failed=len(rows) if "element_count" in result else int(not found.success),
        success=found.success,
    )
    return Checked(checked, rows)


def _context(data_docs: Path) -> AbstractDataContext:
    import great_expectations as gx

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    context.add_data_docs_site(
        site_name="dealtape",
        site_config={
            "class_name": "SiteBuilder",
            "show_how_to_buttons": False,
            "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
            "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(data_docs)},
        },
    )
    return context


@contextmanager
def _alone(data_docs: Path) -> Iterator[None]:
    """One process at a time writes a site: its index lists what lies in the folder."""
    data_docs.mkdir(parents=True, exist_ok=True)
    with data_docs.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
