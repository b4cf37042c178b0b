"""The steps of the pipeline: the only place that joins stages. The CLI and the DAGs call these and nothing else.

A step's module is imported when the step is first asked for, so that a command that only reads a text does not wait for
Great Expectations, Delta Lake and DuckDB. No module here has a step's name: importing it would put it in its place.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from pipeline.steps.problem import Problem

if TYPE_CHECKING:
    from pipeline.steps.asking import as_of, newest_deals, places, sql
    from pipeline.steps.capturing import capture, due_sources, nothing_due
    from pipeline.steps.correcting import written_fields
    from pipeline.steps.decisions import adopt, review_claim, void
    from pipeline.steps.erasing import erase
    from pipeline.steps.health import doctor, source_rows, verify
    from pipeline.steps.linking import decide_link
    from pipeline.steps.publishing import publish, unpublished
    from pipeline.steps.reading import Acceptance, read_batch, unread_batches
    from pipeline.steps.reprocessing import reprocess, reprocess_batches
    from pipeline.steps.reviewing import answer_review, review_questions, review_queue
    from pipeline.steps.run_report import RunReport
    from pipeline.steps.telling import history, why
    from pipeline.steps.texts import extract_files, identify_records, quantity_records
    from pipeline.steps.whole_run import run
    from pipeline.warehouse import Answer

_MODULES = {
    "asking": ("Answer", "as_of", "newest_deals", "places", "sql"),
    "capturing": ("capture", "due_sources", "nothing_due"),
    "correcting": ("written_fields",),
    "decisions": ("adopt", "review_claim", "void"),
    "erasing": ("erase",),
    "health": ("doctor", "source_rows", "verify"),
    "linking": ("decide_link",),
    "publishing": ("publish", "unpublished"),
    "reading": ("Acceptance", "read_batch", "unread_batches"),
    "reprocessing": ("reprocess", "reprocess_batches"),
    "reviewing": ("answer_review", "review_questions", "review_queue"),
    "telling": ("history", "why"),
    "texts": ("extract_files", "identify_records", "quantity_records"),
    "run_report": ("RunReport",),
    "whole_run": ("run",),
}
_MODULE_OF = {step: module for module, steps in _MODULES.items() for step in steps}


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"no step is called {name!r}")
    return getattr(import_module(f"pipeline.steps.{_MODULE_OF[name]}"), name)


__all__ = [
    "Acceptance",
    "Answer",
    "Problem",
    "RunReport",
    "adopt",
    "answer_review",
    "as_of",
    "capture",
    "decide_link",
    "doctor",
    "due_sources",
    "erase",
    "extract_files",
    "history",
    "identify_records",
    "newest_deals",
    "nothing_due",
    "places",
    "publish",
    "quantity_records",
    "read_batch",
    "reprocess",
    "reprocess_batches",
    "review_claim",
    "review_questions",
    "review_queue",
    "run",
    "source_rows",
    "sql",
    "unpublished",
    "unread_batches",
    "verify",
    "void",
    "why",
    "written_fields",
]
