"""Text without what nobody sees: control characters, bidirectional overrides, lone surrogates; in Unicode form NFC."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text that is stored; evidence offsets count its code points. Clean text stays as it is."""
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", _UNSEEN.sub("", text)))
