"""Which languages are read: each has its words in `pipeline/extract/languages/` and `pipeline/articles/media.toml`."""

from __future__ import annotations

LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl")
