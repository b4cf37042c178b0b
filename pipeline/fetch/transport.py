"""`requests` with the guard below it and without what it does unasked.

Left alone, requests reads and decompresses the whole body of a redirect (a 1 MB gzip bomb: 2 GB of memory), takes
proxies and passwords from the environment, and loads the CA bundle anew for each TLS connection (16 ms each).

A session serves one request. A kept connection would be used again outside the next request's deadline, and a server
that was asked to close it may do so while that request is on its way.
"""

from __future__ import annotations

import socket
import ssl
from functools import cache
from http.cookiejar import Cookie, DefaultCookiePolicy
from typing import Any
from urllib.request import Request

import certifi
import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from pipeline.fetch.guard import Route


@cache
def tls_context() -> ssl.SSLContext:
    """The one TLS context of the process."""
    return ssl.create_default_context(cafile=certifi.where())


class Session(requests.Session):
    """A session that follows no redirect and reads no body by itself, and knows nothing of the environment."""

    def __init__(self, route: Route) -> None:
        super().__init__()
        self.trust_env = False
        self.cookies.set_policy(_NoCookies())
        self.headers.clear()
        self.mount("http://", _Adapter(route))
        self.mount("https://", _Adapter(route))

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None always, since requests consumes the body of whatever it believes to be a redirect."""
        return


class _NoCookies(DefaultCookiePolicy):
    def set_ok(self, cookie: Cookie, request: Request) -> bool:
        """No cookie is kept: the next visit is a stranger's."""
        return False


class _Adapter(HTTPAdapter):
    def __init__(self, route: Route) -> None:
        self._route = route
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **pool: Any) -> None:
        self.poolmanager = PoolManager(connections, maxsize=maxsize, block=block, ssl_context=tls_context(), **pool)
        self.poolmanager.pool_classes_by_scheme = _pools(self._route)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Nothing to add: the shared context verifies, and naming a bundle here would load it again."""


def _pools(route: Route) -> dict[str, Any]:
    """Connection pools whose every connection goes through the guard."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return route.connect(self.host, self.port or 80)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return route.connect(self.host, self.port or 443)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
