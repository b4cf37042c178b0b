"""A data home that nothing is in yet, and words that contradict one another: said, with what to do, and no success."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import dealtape


@pytest.mark.parametrize("command", ["verify", "publish", "rebuild"])
def test_a_home_without_a_log_is_named_and_is_no_success(tmp_path: Path, command: str) -> None:
    ran = dealtape(command, home=tmp_path / "mistyped")
    assert (ran.code, ran.out) == (1, "")
    assert "nothing is on the log in" in ran.err
    assert "mistyped" in ran.err


def test_nothing_to_fetch_is_said(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text('contact = "https://aldera.test/robot"\n')
    ran = dealtape("fetch", home=tmp_path / "home", sources=tmp_path / "sources.toml")
    assert (ran.code, ran.out) == (0, "")
    assert "no source is switched on" in ran.err


def test_files_beside_the_sample_are_not_left_out_silently(tmp_path: Path) -> None:
    (tmp_path / "news.txt").touch()
    ran = dealtape("run", "--sample", tmp_path / "news.txt", home=tmp_path / "home")
    assert (ran.code, ran.out) == (2, "")
    assert "--sample" in ran.err


def test_since_is_not_left_out_silently(sample: Path) -> None:
    ran = dealtape("as-of", "2025-10-01", "deals", "--since", "2025-09-01", home=sample)
    assert (ran.code, ran.out) == (2, "")
    assert "changes" in ran.err
