"""The Dockerfile agrees with the repository: what it copies exists, what it installs is pinned, what runs is there."""

from __future__ import annotations

import fnmatch
import re
import tomllib
from pathlib import Path

from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parent.parent.parent
LINES = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def arguments(instruction: str) -> list[str]:
    return [line.removeprefix(instruction).strip() for line in LINES if line.startswith(f"{instruction} ")]


def copied() -> list[str]:
    return [source.removeprefix("./") for line in arguments("COPY") for source in line.split()[:-1]]


def test_what_is_copied_exists_and_is_not_ignored() -> None:
    ignored = (ROOT / ".dockerignore").read_text().split()
    assert copied()
    for source in copied():
        assert (ROOT / source).exists(), source
        assert not [pattern for pattern in ignored if fnmatch.fnmatch(source, pattern)], source


def test_what_the_pipeline_needs_at_run_time_is_copied() -> None:
    assert {"pipeline", "sql", "config", "dags", "pyproject.toml", "constraints.txt"} <= set(copied())
    assert PROJECT["readme"] in copied()


def test_secrets_and_data_stay_out_of_the_image() -> None:
    ignored = (ROOT / ".dockerignore").read_text().split()
    for private in (".env", ".git", ".dealtape", ".airflow", ".venv"):
        assert [pattern for pattern in ignored if fnmatch.fnmatch(private, pattern)], private
    assert not [name for name in arguments("ENV") if re.search(r"PASSWORD|SECRET|TOKEN", name)]


def test_the_python_is_one_that_the_project_supports() -> None:
    (base,) = arguments("FROM")
    found = re.fullmatch(r"python:(3\.\d+)-slim-\w+", base)
    assert found
    assert f"{found[1]}.0" in SpecifierSet(PROJECT["requires-python"])


def test_every_install_is_pinned_by_the_constraints() -> None:
    installs = [part for line in arguments("RUN") for part in line.split("&&") if "pip install" in part]
    assert installs
    for install in installs:
        assert "--constraint constraints.txt" in install
        for extra in re.findall(r"\.\[([\w,]+)\]", install):
            assert set(extra.split(",")) <= set(PROJECT["optional-dependencies"])
    pinned = {line.split("==")[0] for line in (ROOT / "constraints.txt").read_text().splitlines()}
    assert {"asyncpg", "psycopg2-binary", "apache-airflow"} <= pinned


def test_the_image_does_not_run_as_root() -> None:
    (user,) = arguments("USER")
    assert user != "root"
    created = next(line for line in arguments("RUN") if "useradd" in line)
    assert created.split("useradd")[1].split("&&")[0].split()[-1] == user
    assert f"chown -R {user} /data /opt/airflow" in created


def test_the_folders_of_the_volumes_are_made_in_the_image() -> None:
    import yaml

    made = next(line for line in arguments("RUN") if "mkdir -p" in line)
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
    for service in (one for one in services.values() if one["image"] == "dealtape"):
        for volume in (one for one in service["volumes"] if not one.startswith(".")):
            assert volume.split(":")[1] in made
