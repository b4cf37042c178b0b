"""Whether bytes can be an article at all; said before they are captured, so that no binary enters the tape."""

from __future__ import annotations

READABLE = ("text/html", "application/xhtml+xml", "text/plain", "application/json")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LOOK = 8192


def refusal(data: bytes, content_type: str | None) -> str | None:
    """Why these bytes are no article, or None if they may be one."""
    kind = (content_type or "").split(";")[0].strip().lower()
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        return "empty"
    if kind and kind not in READABLE and kind != "application/octet-stream":
        return f"{kind[:60]} is no text that can be read here ({', '.join(READABLE)})"
    if _is_binary(data[:_LOOK]):
        return "binary data, though it passes for text"
    return None


def _is_binary(head: bytes) -> bool:
    """NUL bytes or many control characters; UTF-16 text with its byte order mark is not binary."""
    if head.startswith(_UTF16):
        return False
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return b"\0" in head or controls > len(head) // 20
