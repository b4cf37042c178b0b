"""The private text store: each extracted text once, under the SHA-256 of its UTF-8 bytes."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from pipeline.durable import sync
from pipeline.events import content_hash

_NAME = re.compile(r"[0-9a-f]{64}")


class TextStore:
    """Texts in files below one folder. Writing twice, or at once from many processes, is writing once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, text: str) -> str:
        """Store a text durably and give its name."""
        data = text.encode("utf-8")
        name = content_hash(data)
        path = self._path(name)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, data)
            for folder in path.parents[:3]:  # either of the first two may be new
                sync(folder)
        return name

    def get(self, sha256: str) -> str:
        """The text of that name. KeyError when it was never stored, was erased, or no longer matches its name."""
        try:
            data = self._path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise KeyError(f"no text {sha256} in the text store; it was erased or never read") from error
        if content_hash(data) != sha256:
            raise KeyError(f"the text {sha256} is damaged; erase it and read its article again")
        return data.decode("utf-8")

    def holds(self, sha256: str) -> bool:
        """Whether a text of that name is there."""
        return self._path(sha256).is_file()

    def erase(self, sha256: str) -> bool:
        """Remove a text for good; False when it is not there."""
        try:
            self._path(sha256).unlink()
        except FileNotFoundError:
            return False
        sync(self._path(sha256).parent)
        return True

    def _path(self, sha256: str) -> Path:
        if not _NAME.fullmatch(sha256):
            raise KeyError(f"{sha256!r} is no SHA-256 in hex")
        return self._folder / sha256[:2] / f"{sha256}.txt"


def _write(path: Path, data: bytes) -> None:
    """Write beside the place and move there, so that no reader and no crash sees half a text."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
