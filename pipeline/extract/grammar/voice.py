"""Active or passive, in languages whose auxiliary and participle stand far apart ("wurde im Mai von Foo
übernommen")."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.stream import MARK, WORD, Token

PASSIVE = "passive_voice"
REACH = 20  # tokens between an auxiliary and its participle
_AUXILIARIES = frozenset({"passive", "perfect"})


def settle_voice(stream: Sequence[Token]) -> None:
    """Mark passive participles; an auxiliary on its own ("wird ... bauen") makes nothing passive."""
    voices = {i: _voice(stream, i) for i, token in enumerate(stream) if "participle" in token.labels}
    for token in stream:
        token.labels -= {"passive"}
    for i, passive in voices.items():
        if passive:
            stream[i].labels |= {PASSIVE}


def _voice(stream: Sequence[Token], at: int) -> bool:
    """Whether a participle is passive: its auxiliary stands right after it (subordinate clause) or before it."""
    for i in range(at + 1, min(at + 3, len(stream))):
        if stream[i].labels & _AUXILIARIES:
            return "passive" in stream[i].labels
    for i in range(at - 1, max(-1, at - REACH), -1):
        if stream[i].labels & _AUXILIARIES:
            return "passive" in stream[i].labels
        if stream[i].type == MARK and stream[i].text in ";:":
            return False
    return False


def passive(stream: Sequence[Token], at: int) -> bool:
    """Whether the verb at `at` is passive: marked so, an auxiliary right before it, or its agent right after it."""
    if PASSIVE in stream[at].labels:
        return True
    if stream[at].text.split()[0].endswith("ing"):  # `is putting in`
        return False
    for i in range(at - 1, max(-1, at - 4), -1):
        if "passive" in stream[i].labels:
            return True
        if stream[i].labels - {"done", "not", "adverb"} or stream[i].type != WORD:
            break
    return any("by" in t.labels and "from" not in t.labels for t in stream[at + 1 : at + 2])
