"""The shape of the code: imports go one way, heavy libraries have one user, SQL has headers, no file is named utils."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "pipeline").rglob("*.py"))
BASE = {"durable", "events", "settings"}
STAGES = {
    "sources", "fetch", "articles", "extract", "normalise", "quality", "log", "deals", "warehouse", "exports", "sample",
}  # fmt: skip
MAY_IMPORT = dict.fromkeys(STAGES, BASE) | {
    "events": set(),
    "settings": set(),
    "durable": set(),
    "exports": BASE | {"warehouse"},
    "fetch": BASE | {"sources"},
    "steps": BASE | STAGES,
    "cli": BASE | STAGES | {"steps"},
}
EXTRACT = ("languages", "quantities", "dates", "grammar", "names", "reading", "facts", "kinds", "opinion", "claims")
"""The folders of pipeline/extract, from the words to the claims: each imports only what stands before it."""
ONE_USER = {
    "requests": "fetch",
    "deltalake": "log",
    "great_expectations": "quality",
    "duckdb": "warehouse",
    "typer": "cli",
}


def part_of(path: Path) -> str:
    """The stage (or `cli`, `steps`, ...) that a module belongs to."""
    return path.relative_to(ROOT / "pipeline").parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Every module that a file imports, at any depth of it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return names


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 20


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    part = part_of(path)
    if part == "__init__":
        return
    parts = {name.split(".")[1] for name in imported(path) if name.startswith("pipeline.")}
    wrong = parts - {part} - MAY_IMPORT[part]
    assert not wrong, f"{path.relative_to(ROOT)} ({part}) imports {sorted(wrong)}"


@pytest.mark.parametrize("folder", EXTRACT)
def test_extraction_goes_from_words_to_claims(folder: str) -> None:
    earlier = set(EXTRACT[: EXTRACT.index(folder) + 1])
    for path in (ROOT / "pipeline" / "extract" / folder).rglob("*.py"):
        names = [name.split(".") for name in imported(path) if name.startswith("pipeline.extract.")]
        wrong = {name[2] for name in names} - earlier
        assert not wrong, f"{path.relative_to(ROOT)} imports {sorted(wrong)}, which come after {folder}"


def test_every_folder_of_extraction_has_its_place() -> None:
    folders = {path.parent.name for path in (ROOT / "pipeline" / "extract").glob("*/__init__.py")}
    assert folders == set(EXTRACT)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_heavy_libraries_have_one_user(path: Path) -> None:
    part = part_of(path)
    for library, user in ONE_USER.items():
        if any(name.split(".")[0] == library for name in imported(path)):
            assert part == user, f"{path.relative_to(ROOT)} imports {library}; only pipeline/{user} does"


def test_only_settings_reads_the_environment() -> None:
    readers = {part_of(p) for p in MODULES if re.search(r"\bos\.(environ|getenv)\b", p.read_text(encoding="utf-8"))}
    assert readers == {"settings"}


def test_dags_use_the_steps_alone() -> None:
    dags = sorted((ROOT / "dags").glob("*.py"))
    assert dags
    for path in dags:
        parts = {name.split(".")[1] for name in imported(path) if name.startswith("pipeline.")}
        assert parts <= {"steps", "settings"}, f"{path.name} imports {sorted(parts)}"


def test_no_file_hides_what_it_is_for() -> None:
    vague = {"utils.py", "helpers.py", "misc.py", "common.py", "manager.py"}
    assert not [str(p) for p in ROOT.glob("[!.]*/**/*.py") if p.name in vague]


def test_every_sql_file_has_a_header_and_one_statement() -> None:
    files = sorted((ROOT / "sql").rglob("*.sql"))
    assert len(files) > 20
    for path in files:
        text = path.read_text(encoding="utf-8")
        header = "\n".join(line for line in text.splitlines() if line.startswith("--")).lower()
        for word in ("purpose:", "grain:", "key:"):
            assert word in header, f"{path.relative_to(ROOT)} has no {word} in its header"
        body = "\n".join(line.split("--")[0] for line in text.splitlines()).strip().rstrip(";")
        assert ";" not in re.sub(r"'[^']*'", "", body), f"{path.relative_to(ROOT)} has more than one statement"


def test_sql_names_are_unique() -> None:
    names = [p.stem for p in (ROOT / "sql").rglob("*.sql")]
    assert len(names) == len(set(names))
