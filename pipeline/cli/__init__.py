"""The `dealtape` command: the same steps as the DAGs.

Exit codes: 0 done (a run that published exits 0 even if claims were quarantined or items skipped, and says so);
1 something failed, as the message says; 2 the command line was wrong; 3 nothing could be read; 4 a batch is held and
waits for a person; 130 interrupted (the next run goes on from there).
"""

from __future__ import annotations

import sys

import typer

from pipeline.cli import ask, decide, read, work
from pipeline.cli.output import say
from pipeline.steps import Problem

app = typer.Typer(
    name="dealtape",
    help="The tape of who funds, supplies and guarantees whom in AI.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
INTERRUPTED = 130
for part in (work, read, ask, decide):
    part.register(app)


def main() -> None:
    """Run the command; a known problem is one message and an exit code, never a traceback."""
    try:
        app()
    except SystemExit as left:
        if left.code == INTERRUPTED:
            say("interrupted; nothing is lost, the next run goes on from here")
        raise
    except Problem as problem:
        say(f"dealtape: {problem}")
        sys.exit(problem.exit_code)
    except Exception as error:
        if not _is_known(error):
            raise
        say(f"dealtape: {error}")
        sys.exit(1)


def _is_known(error: Exception) -> bool:
    """Whether a stage raised it to tell what is wrong, where and what to do (or the system did: a full disk)."""
    from pipeline.exports import DamagedRelease
    from pipeline.fetch import CaptureError
    from pipeline.log import LogError
    from pipeline.quality import UnusableLimits
    from pipeline.sources import SourceError
    from pipeline.warehouse import CheckFailed, DamagedWarehouse, QueryError

    damage = CaptureError | DamagedRelease | DamagedWarehouse | LogError
    return isinstance(error, OSError | SourceError | UnusableLimits | QueryError | CheckFailed | damage)
