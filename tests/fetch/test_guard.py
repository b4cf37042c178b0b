"""No request reaches a machine that the public internet does not."""

from __future__ import annotations

import socket

import pytest

from pipeline.fetch import guard
from pipeline.fetch.errors import FetchError
from pipeline.fetch.guard import Route, is_public
from pipeline.sources import Source
from tests.fetch.site import Site, Tape, page

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1",
    "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::1", "::", "fe80::1", "fc00::1",
    "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::7f00:1", "64:ff9b::7f00:1", "64:ff9b:1::1",
    "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1", "fe80::1%eth0",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_of_our_own_side_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700::1111", "2a00:1450:4001::1"])
def test_ordinary_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1"])
def test_a_declared_source_cannot_reach_loopback_by_any_name(host: str, tape: Tape, waits: list[float]) -> None:
    source = Source("evil", "page", f"http://{host}/x", "P", "t", 3, 60, True)
    report = tape.fetch(source)
    assert report.new == 0
    assert len(report.skipped) + len(report.failed) == 1


def test_other_ports_are_refused() -> None:
    with pytest.raises(FetchError, match="neither 80 nor 443"):
        Route().connect("example.com", 22)


def test_one_private_address_among_several_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(guard.socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(FetchError, match=r"10\.0\.0\.1, which is no public address"):
        Route().connect("rebind.example", 80)


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    reached: list[object] = []

    def resolve(host: str, *_: object, **__: object) -> list[object]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]

    monkeypatch.setattr(guard.socket, "getaddrinfo", resolve)
    monkeypatch.setattr(guard.socket.socket, "connect", lambda _, address: reached.append(address))
    Route().connect("once.example", 80).close()
    assert asked == ["once.example"]
    assert reached == [("93.184.216.34", 80)]


@pytest.mark.parametrize("local", ["10.0.0.1:80", "example.com:80", "127.0.0.1", "8.8.8.8:80"])
def test_a_local_source_is_on_loopback_or_nowhere(local: str) -> None:
    with pytest.raises(ValueError, match="no loopback address with a port"):
        Route(local)


def test_a_local_source_reaches_its_own_server_whatever_the_host(site: Site, tape: Tape) -> None:
    site.answers["/a"] = page()
    source = Source(
        "s", "page", "https://example.com/a".replace("https", "http"), "P", "t", 2, 60, True, local=site.local
    )
    assert tape.fetch(source).new == 1


def test_environment_proxies_are_ignored(site: Site, tape: Tape, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    site.answers["/a"] = page()
    assert tape.fetch(site.source("/a", "page")).new == 1
