"""What is installed is pinned, found by name alone, and the same for everybody."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = [Requirement(line) for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()]
PINNED = {canonicalize_name(pin.name) for pin in PINS}
ASKED = [*PROJECT["dependencies"], *(one for extra in PROJECT["optional-dependencies"].values() for one in extra)]


@pytest.mark.parametrize("asked", ASKED)
def test_what_the_project_asks_for_is_pinned_to_a_version_that_it_allows(asked: str) -> None:
    requirement = Requirement(asked)
    pins = [pin for pin in PINS if canonicalize_name(pin.name) == canonicalize_name(requirement.name)]
    assert pins
    for pin in pins:
        (version,) = [one.version for one in pin.specifier if one.operator == "=="]
        assert version in requirement.specifier


def test_what_those_need_in_turn_is_pinned_too() -> None:
    mine = {canonicalize_name(distribution.name): distribution for distribution in distributions()}
    seen: set[str] = set()
    waiting = [Requirement(one) for one in ASKED]
    while waiting:
        need = waiting.pop()
        name = canonicalize_name(need.name)
        if name in seen or name not in mine:
            continue  # not installed: of an extra or a platform that is not this one
        seen.add(name)
        further = [Requirement(one) for one in mine[name].requires or []]
        waiting += [one for one in further if not one.marker or one.marker.evaluate({"extra": ""})]
    assert len(seen) > 100
    assert not seen - PINNED


def test_no_requirement_names_a_host() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8") + (ROOT / "constraints.txt").read_text(
        encoding="utf-8"
    )
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links| @ ", text)
