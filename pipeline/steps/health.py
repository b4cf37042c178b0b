"""Looking after an installation: is the log whole, which sources are declared, what is wrong here and what to do."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib.util import find_spec
from typing import Any

from pipeline import exports
from pipeline.articles import TextStore
from pipeline.log import Log, LogError
from pipeline.settings import Home, sources_file
from pipeline.sources import SourceError
from pipeline.steps import tape
from pipeline.steps.capturing import declared
from pipeline.steps.problem import Problem
from pipeline.steps.publishing import begun_log, check_goes_on, unpublished

NEEDED = ("airflow", "deltalake", "duckdb", "great_expectations", "polars", "requests", "trafilatura")
LEAST_FREE = 2**30
"""Bytes below which the next release may not fit on the disk."""

Finding = tuple[bool, str]


def verify(home: Home) -> dict[str, Any]:
    """Check the log from what is stored, against the hashes that releases noted of it; problems are listed.

    A release that notes none any more is one of them. Problem for a log that was never begun; one that releases know
    of was, and is lost.
    """
    anchors, damaged = exports.anchors(home.releases)
    log = Log(home.log) if anchors or damaged else begun_log(home)
    report = asdict(log.verify(anchors))
    return report | {"problems": report["problems"] + damaged}


def source_rows() -> list[dict[str, Any]]:
    """The declared sources, one row each."""
    columns = ("name", "kind", "enabled", "tier", "schedule", "publisher", "address", "terms")
    return [{column: getattr(source, column) for column in columns} for source in declared()]


def doctor(home: Home) -> list[dict[str, Any]]:
    """`check, ok, detail` for everything that a run needs and everything that waits for a person."""
    checks: dict[str, Callable[[Home], Finding]] = {
        "python": _python,
        "libraries": _libraries,
        "sources": _sources,
        "data home": _data_home,
        "log": _log,
        "evidence": _evidence,
        "unread articles": _unread,
        "extractor": _extractor,
        "release": _release,
    }
    rows = []
    for name, check in checks.items():
        try:
            ok, detail = check(home)
        except (SourceError, LogError, exports.DamagedRelease, Problem) as error:
            ok, detail = False, str(error)
        rows.append({"check": name, "ok": ok, "detail": detail})
    return rows


def _python(home: Home) -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return sys.version_info >= (3, 11), f"{version}; 3.11 or newer is needed"


def _libraries(home: Home) -> Finding:
    missing = [name for name in NEEDED if find_spec(name) is None]
    return not missing, f"missing: {', '.join(missing)}; run `make run`" if missing else "all there"


def _sources(home: Home) -> Finding:
    sources = declared()
    on = sum(source.enabled for source in sources)
    return True, f"{len(sources)} declared in {sources_file()}, {on} switched on"


def _data_home(home: Home) -> Finding:
    try:
        home.root.mkdir(parents=True, exist_ok=True)
        probe = home.root / ".doctor"
        probe.touch()
        probe.unlink()
    except OSError as error:
        return False, f"{home.root} cannot be written: {error.strerror}; set DEALTAPE_HOME to a folder that can"
    free = shutil.disk_usage(home.root).free
    return free > LEAST_FREE, f"{home.root}, {free / 2**30:.1f} GiB free"


def _log(home: Home) -> Finding:
    if not Log(home.log).head() and not any(exports.anchors(home.releases)):
        return True, "nothing on it yet; `dealtape run` reads sources"
    report = verify(home)
    if report["problems"]:
        return False, f"{report['problems'][0]}; `dealtape verify` lists all {len(report['problems'])} problems"
    return True, f"{report['events']} events in {report['commits']} commits, whole"


def _evidence(home: Home) -> Finding:
    """Whether the texts and captures that the log names are there; what was erased once is not looked for."""
    log = Log(home.log)
    erased = tape.fields(log.read(["ContentErased"]), *tape.CONTENT)
    read, seen = (
        tape.fields(tape.facts(log, name), *tape.CONTENT, field).join(erased, on=tape.CONTENT, how="anti")
        for name, field in (("ArticleExtracted", "text_sha256"), ("ArticleObserved", "capture.file"))
    )
    texts, captures = TextStore(home.texts), seen["capture.file"].unique().to_list()
    lost = sum(not texts.holds(name) for name in read["text_sha256"].drop_nulls().unique())
    gone = sum(not (home.captures / file).is_file() for file in captures)
    if lost or gone:
        return False, f"{lost} texts and {gone} capture files are missing in {home.root}; restore them from a backup"
    return True, f"every text and all {len(captures)} capture files are there"


def _unread(home: Home) -> Finding:
    log = Log(home.log)
    unread, held = tape.unread(log).height, tape.held_articles(log).height
    return not held, f"{unread} unread, {held} in held batches" + ("; `dealtape review` lists them" if held else "")


def _extractor(home: Home) -> Finding:
    adopted, running = tape.adopted(Log(home.log)), tape.running()
    said = f"{running['extractor']} {running['extractor_version']} ({running['config_hash'][:8]})"
    if adopted in (None, running):
        return True, said
    return False, f"{said} runs, another one is adopted; `dealtape reprocess` compares, `dealtape adopt` changes over"


def _release(home: Home) -> Finding:
    current = exports.current_release(home.releases)
    if current is None:
        return True, "nothing published yet; `dealtape run` does"
    if damaged := exports.damaged_files(current):
        return False, f"{current.name}: {', '.join(damaged)} changed since publishing; `dealtape rebuild` makes it anew"
    check_goes_on(home)
    behind = unpublished(home)
    return True, f"{current.name}, whole" + (
        f"; {behind} commits behind, `dealtape publish` catches up" if behind else ""
    )
