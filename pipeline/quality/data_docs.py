"""The folder of the data docs: results of the newest batches and the pages that Great Expectations makes of them.

Results are kept beside the pages, since the site's index lists what results there are; without them a batch's page
would vanish with the next batch. Everything here can be thrown away: the log has the results too.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from great_expectations.data_context import AbstractDataContext

KEPT = 100
"""Results whose pages are kept: two a batch. The index reads them all, so a site that only grows gets slow."""


@contextmanager
def writing(folder: Path) -> Iterator[AbstractDataContext]:
    """A context whose results go to `folder`; when its work is done the site is brought up to date.

    One process at a time: the site's index is made from what lies in the folder. A process that dies lets go.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        context = _context(folder)
        before = set(context.validation_results_store.list_keys())
        yield context
        _build(context, before)


def _context(folder: Path) -> AbstractDataContext:
    import great_expectations as gx
    from great_expectations.data_context.types.base import DataContextConfig, InMemoryStoreBackendDefaults

    defaults = InMemoryStoreBackendDefaults(init_temp_docs_sites=False)
    defaults.stores[defaults.validation_results_store_name]["store_backend"] = {
        "class_name": "TupleFilesystemStoreBackend",
        "base_directory": str(folder / "results"),
        "filepath_suffix": ".json",
    }
    defaults.data_docs_sites = {
        "dealtape": {
            "class_name": "SiteBuilder",
            "show_how_to_buttons": False,
            "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
            "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder)},
        }
    }
    config = DataContextConfig(store_backend_defaults=defaults, progress_bars={"globally": False})
    return gx.get_context(mode="ephemeral", project_config=config)


def _build(context: AbstractDataContext, before: set[object]) -> None:
    """Make the pages of the new results, drop the oldest ones, and renew the index."""
    results = context.validation_results_store
    by_age = sorted(results.list_keys(), key=lambda key: key.run_id.run_time)
    for key in by_age[:-KEPT]:
        results.remove_key(key)
    suites = context.stores[context.expectations_store_name].list_keys()
    context.build_data_docs(resource_identifiers=[*suites, *(key for key in by_age[-KEPT:] if key not in before)])
