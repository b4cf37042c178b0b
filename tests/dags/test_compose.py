"""docker-compose.yml against the compose schema and Airflow's own words, since no container engine runs here."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

ROOT = Path(__file__).resolve().parent.parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
SCHEMA = Draft7Validator(json.loads((ROOT / "tests" / "fixtures" / "compose-spec.json").read_text(encoding="utf-8")))
REQUIRED = re.compile(r"\$\{[A-Z_]+:\?[^}]+\}")
SECRET = re.compile(r"(PASSWORD|SECRET|KEY|CONN)$")


def environment(service: str) -> dict[str, str]:
    return SERVICES[service].get("environment", {})


def airflow_options() -> dict[str, str]:
    """Every Airflow option that a service or `make airflow` sets, with its value."""
    local = re.findall(r"^(AIRFLOW__\w+)=(.*)$", (ROOT / "config/airflow/airflow.env").read_text(), re.MULTILINE)
    image = re.findall(r"\b(AIRFLOW__\w+)=(\S+)", (ROOT / "Dockerfile").read_text())
    services = [pair for name in SERVICES for pair in environment(name).items() if pair[0].startswith("AIRFLOW__")]
    return dict([*local, *image, *services])


def test_the_file_follows_the_compose_schema() -> None:
    assert not [f"{list(e.absolute_path)}: {e.message}" for e in SCHEMA.iter_errors(COMPOSE)]


@pytest.mark.parametrize("fault", ["key", "condition", "type"])
def test_the_schema_finds_faults(fault: str) -> None:
    broken = copy.deepcopy(COMPOSE)
    scheduler = broken["services"]["scheduler"]
    if fault == "key":
        scheduler["healthchek"] = scheduler.pop("healthcheck")
    elif fault == "condition":
        scheduler["depends_on"]["migrate"]["condition"] = "service_done"
    else:
        scheduler["volumes"] = "data:/data"
    assert not SCHEMA.is_valid(broken)


def test_every_airflow_component_runs() -> None:
    commands = {name: service["command"] for name, service in SERVICES.items() if "command" in service}
    assert set(commands) == {"migrate", "api-server", "scheduler", "dag-processor", "triggerer"}
    assert environment("scheduler")["AIRFLOW__CORE__EXECUTOR"] == "LocalExecutor"


def test_commands_and_health_checks_are_commands_of_airflow() -> None:
    from airflow.cli.cli_parser import get_parser

    words = [service["command"] for service in SERVICES.values() if "command" in service]
    words += [service["healthcheck"]["test"][1:] for service in SERVICES.values() if "healthcheck" in service]
    asked = [command[1:] for command in words if command[0] == "airflow"]
    assert len(asked) == 8
    for command in asked:
        assert get_parser().parse_args(command)


def test_every_service_that_stays_up_has_a_health_check() -> None:
    for name, service in SERVICES.items():
        assert "healthcheck" in service or service["restart"] == "no", name


def test_services_wait_for_what_they_need() -> None:
    assert SERVICES["migrate"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    for name in ("api-server", "scheduler", "dag-processor", "triggerer"):
        needed = SERVICES[name]["depends_on"]
        assert needed["migrate"] == {"condition": "service_completed_successfully"}
        for other, how in needed.items():
            assert how["condition"] != "service_healthy" or "healthcheck" in SERVICES[other]


def test_no_secret_has_a_default() -> None:
    found = [(name, key) for name in SERVICES for key in environment(name) if SECRET.search(key)]
    assert {key for _, key in found} >= {
        "POSTGRES_PASSWORD", "AIRFLOW__CORE__FERNET_KEY", "AIRFLOW__API_AUTH__JWT_SECRET", "AIRFLOW__API__SECRET_KEY",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN",
    }  # fmt: skip
    for name, key in found:
        assert REQUIRED.search(environment(name)[key]), f"{name} runs without {key} being set"


def test_ports_are_open_on_this_host_alone() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)
    assert "AIRFLOW__API__HOST=127.0.0.1\n" in (ROOT / "config/airflow/airflow.env").read_text()


def test_volumes_are_declared_or_lie_in_the_repository() -> None:
    for name, service in SERVICES.items():
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            there = (ROOT / source).exists() if source.startswith(".") else source in COMPOSE["volumes"]
            assert there, f"{name}: {volume}"


def test_the_data_home_is_a_volume_where_the_tasks_run() -> None:
    home = environment("scheduler")["DEALTAPE_HOME"]
    assert f"data:{home}" in SERVICES["scheduler"]["volumes"]


@pytest.mark.parametrize("option", sorted(airflow_options()))
def test_every_option_is_one_of_airflows(option: str) -> None:
    from airflow.configuration import conf

    _, section, name = option.lower().split("__")
    assert name in conf.configuration_description[section]["options"]


def test_the_database_address_names_a_driver_of_the_image() -> None:
    import tomllib

    from sqlalchemy import make_url

    address = make_url(REQUIRED.sub("secret", environment("scheduler")["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"]))
    assert address.drivername == "postgresql+psycopg2"
    assert address.host in SERVICES
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]["postgres"]
    assert any(one.startswith("psycopg2") for one in extra)
    assert any(one.startswith("asyncpg") for one in extra)
