"""The `dealtape` command as a person runs it, in this process or in one of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from pipeline.cli import main

BINARY = Path(sys.executable).parent / "dealtape"


@dataclass(frozen=True)
class Ran:
    """What came out of a command."""

    code: int
    out: str
    err: str

    def json(self) -> list[Any]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    def rows(self) -> list[list[str]]:
        """Standard output as tab-separated lines, the header first."""
        return [line.split("\t") for line in self.out.splitlines()]


def dealtape(*arguments: str | Path, home: Path | None = None, sources: Path | None = None, stdin: str = "") -> Ran:
    """Run the command in this process; neither of its outputs is a terminal."""
    out, err = io.StringIO(), io.StringIO()
    given = io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8", "surrogateescape")), encoding="utf-8")
    environment = environment_of(home, sources)
    with (
        patch.object(sys, "argv", ["dealtape", *map(str, arguments)]),
        patch.object(sys, "stdin", given),
        patch.dict(os.environ, environment),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
            code = 0
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1 if left.code else 0
    return Ran(code, out.getvalue(), err.getvalue())


def start(*arguments: str | Path, home: Path, sources: Path | None = None) -> subprocess.Popen[str]:
    """Start the command as a process of its own; its standard input stays open."""
    return subprocess.Popen(
        [BINARY, *map(str, arguments)],
        env={**os.environ, **environment_of(home, sources)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def environment_of(home: Path | None, sources: Path | None = None) -> dict[str, str]:
    """The variables that point to a data home and to declared sources."""
    named = {"DEALTAPE_HOME": home, "DEALTAPE_SOURCES": sources}
    return {name: str(path) for name, path in named.items() if path}
