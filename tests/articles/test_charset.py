"""Text comes out right whatever header and page claim."""

from __future__ import annotations

import zlib

import pytest

from pipeline.articles.charset import decode

TEXT = "Société Générale a levé 1,7 milliard d’euros – « très » bien. Été à Nîmes, où l’œuvre coûte 3 €."
META = '<meta charset="{}">' + TEXT


@pytest.mark.parametrize(
    ("data", "header"),
    [
        (TEXT.encode(), None),
        (TEXT.encode(), "text/html; charset=iso-8859-1"),
        (TEXT.encode(), "text/html; charset=nonsense"),
        (TEXT.encode("cp1252"), "text/html; charset=windows-1252"),
        (TEXT.encode("cp1252"), "text/html; charset=ISO-8859-1"),
        (TEXT.encode("cp1252"), None),
        (TEXT.encode("utf-16"), None),
        (TEXT.encode("utf-8-sig"), "text/html"),
    ],
)
def test_bytes_are_decoded(data: bytes, header: str | None) -> None:
    assert decode(data, header) == TEXT


@pytest.mark.parametrize("header", [None, "text/html; charset=utf-8"])
def test_the_pages_own_word_counts_when_the_header_is_silent_or_wrong(header: str | None) -> None:
    text = META.format("windows-1252")
    assert decode(text.encode("cp1252"), header) == text


def test_bytes_of_no_encoding_are_replaced_not_raised() -> None:
    assert "ok" in decode(b"ok \xff\xfe\x81\x8d\x90 ok", "text/html; charset=utf-8")


@pytest.mark.parametrize("label", ["zlib", "bz2", "hex", "base64", "uu", "rot13", "undefined"])
def test_a_label_that_names_no_encoding_of_text_does_nothing(label: str) -> None:
    packed = zlib.compress(b"words " * 1000)
    assert "words" not in decode(packed, f"text/html; charset={label}")
    assert decode(TEXT.encode("cp1252"), f"text/html; charset={label}") == TEXT
