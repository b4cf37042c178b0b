"""Questions to the published release, and to what was known on another day."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path

from pipeline import exports, warehouse
from pipeline.log import Log
from pipeline.settings import Home
from pipeline.steps.identity import resolve
from pipeline.steps.problem import Problem
from pipeline.warehouse import Answer, AsOf

CLOCKS = ("public", "recorded")


def sql(home: Home, query: str) -> Answer:
    """Answer one SELECT over the published tables."""
    return ask(published(home), query)


def published(home: Home) -> Path:
    """The warehouse file of the published release; Problem when there is none."""
    current = exports.current_release(home.releases)
    if current is None:
        raise Problem(f"nothing is published in {home.releases}; `dealtape run` does that")
    return current / exports.WAREHOUSE
