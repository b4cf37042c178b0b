"""Every benchmark of this folder, one after the other: `make bench`, or `python -m bench NAME ...` for some."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py"))


def main(chosen: list[str]) -> None:
    """Run the benchmarks called so, or all."""
    unknown = set(chosen) - set(NAMES)
    if unknown:
        sys.exit(f"no benchmark is called {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    for name in chosen or NAMES:
        print(f"{name}:")
        import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
