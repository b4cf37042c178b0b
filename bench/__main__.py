"""Every benchmark of this folder, one after the other; one alone is `python -m bench.NAME`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py"))

if __name__ == "__main__":
    for name in NAMES:
        print(f"{name}:")
        import_module(f"bench.{name}").main()
