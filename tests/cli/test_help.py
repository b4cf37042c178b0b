"""Every command explains itself, with an example, and stands in the README."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from pipeline.cli import app
from tests.cli.command import dealtape

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


def commands(group: Any, before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with the words that call it."""
    for name, command in group.commands.items():
        yield (*before, name), command
        if hasattr(command, "commands"):
            yield from commands(command, (*before, name))


COMMANDS = list(commands(typer.main.get_command(app)))


def test_there_are_the_commands_that_the_docstrings_list() -> None:
    assert {words[0] for words, _ in COMMANDS} == {
        "run", "fetch", "publish", "rebuild", "reprocess", "adopt", "extract", "quantities", "identify", "sql", "as-of",
        "why", "history", "review", "verify", "sources", "doctor", "erase", "void",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "command"), COMMANDS, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_every_command_has_help_with_an_example_of_itself(words: tuple[str, ...], command: Any) -> None:
    ran = dealtape(*words, "--help")
    assert ran.code == 0
    assert len(command.help.split()) > 5
    assert f"dealtape {' '.join(words)}" in " ".join(command.help.split())


@pytest.mark.parametrize("words", [words for words, _ in COMMANDS], ids=" ".join)
def test_every_command_stands_in_the_readme(words: tuple[str, ...]) -> None:
    assert f"dealtape {' '.join(words)}" in README


def test_the_readme_names_no_command_that_is_not_there() -> None:
    known = {words[0] for words, _ in COMMANDS}
    assert set(re.findall(r"`dealtape ([a-z][a-z-]*)", README)) <= known


def test_a_wrong_command_line_exits_2_and_writes_no_data() -> None:
    for wrong in (["no-such-command"], ["run", "--no-such-option"], ["why"]):
        ran = dealtape(*wrong)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err
