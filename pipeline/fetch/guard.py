"""Which machines may be reached, and for how long.

A URL on the net may name any host, and a host may resolve to any address. So the name is resolved once, every address
is checked, and the connection goes to a checked address: a second look-up (rebinding) never happens. TLS still verifies
the name. `ipaddress.is_global` alone is not enough: it passes multicast, NAT64 and 6to4 forms of private addresses.
"""

from __future__ import annotations

import socket
import threading
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from types import TracebackType

from pipeline.fetch.errors import FetchError
from pipeline.sources import loopback

PUBLIC_PORTS = (80, 443)
CONNECT_SECONDS = 5.0
IDLE_SECONDS = 10.0
_UNICAST = IPv6Network("2000::/3")
_TUNNELS = (IPv6Network("2001::/32"), IPv6Network("2002::/16"))


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet; IPv6 forms that carry an IPv4 address are not."""
    ip: IPv4Address | IPv6Address = ip_address(address.split("%", maxsplit=1)[0])
    if isinstance(ip, IPv6Address):
        return ip in _UNICAST and ip.is_global and not any(ip in tunnel for tunnel in _TUNNELS)
    return ip.is_global and not ip.is_multicast


class Deadline:
    """A limit on a whole request. Timeouts are per socket operation, so a server that drips would never meet one.

    A second handle on the connection is kept and shut down when time is up, which ends any read that is under way.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.passed = False
        self._handles: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._expire)
        self._timer.daemon = True

    def guard(self, connection: socket.socket) -> None:
        """End this connection too when time is up."""
        with self._lock:
            self._handles.append(connection.dup())
        if self.passed:
            self._expire()

    def _expire(self) -> None:
        with self._lock:
            self.passed = True
            for handle in self._handles:
                try:
                    handle.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._timer.cancel()
        with self._lock:
            for handle in self._handles:
                handle.close()
            self._handles.clear()


class Route:
    """How host names become connections: to public addresses only, or all of them to one loopback server."""

    def __init__(self, local: str | None = None) -> None:
        self.local = loopback(local) if local else None
        self.deadline: Deadline | None = None

    def connect(self, host: str, port: int) -> socket.socket:
        """A connection to a checked address of `host`, watched by the deadline of the current request."""
        connection = socket.create_connection(self.local, CONNECT_SECONDS) if self.local else _public(host, port)
        connection.settimeout(IDLE_SECONDS)
        if self.deadline:
            self.deadline.guard(connection)
        return connection


def _public(host: str, port: int) -> socket.socket:
    if port not in PUBLIC_PORTS:
        raise FetchError(f"port {port} of {host} is neither 80 nor 443", transient=False)
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host} has no address: {error}", transient=True) from error
    for *_, address in found:
        if not is_public(str(address[0])):
            raise FetchError(f"{host} is at {address[0]}, which is no public address", transient=False)
    problem: OSError | None = None
    for family, kind, protocol, _, address in found:
        connection = socket.socket(family, kind, protocol)
        connection.settimeout(CONNECT_SECONDS)
        try:
            connection.connect(address)
            return connection
        except OSError as error:
            connection.close()
            problem = error
    raise FetchError(f"{host} does not answer: {problem}", transient=True)
