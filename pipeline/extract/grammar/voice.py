"""Active or passive, in languages whose auxiliary and participle stand far apart ("wurde im Mai von Foo
übernommen")."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import MARK, NAME, QUANTITY, WORD, Token

PASSIVE = "passive_voice"
REACH = 20  # tokens between an auxiliary and its participle
_AGENT_NEAR = 6  # tokens from a participle set apart to its agent
_AUXILIARIES = frozenset({"passive", "perfect"})


def settle_voice(stream: Sequence[Token]) -> None:
    """Mark passive participles; an auxiliary on its own ("wird ... bauen") makes nothing passive."""
    voices = {i: _voice(stream, i) for i, token in enumerate(stream) if "participle" in token.labels}
    for token in stream:
        if "passive" in token.labels:
            token.labels -= {"passive"}
    for i, passive in voices.items():
        if passive:
            stream[i].labels |= {PASSIVE}


def _voice(stream: Sequence[Token], at: int) -> bool:
    """Whether a participle is passive: its auxiliary stands right after it (subordinate clause) or before it."""
    if "intransitive" in stream[at].labels:
        return False  # `ist eingestiegen`
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
    return _has_agent(stream, at)


def _has_agent(stream: Sequence[Token], at: int) -> bool:
    """`Foo, bought by Bar`, and past a date or adverb `Foo, bought in May by Bar`, when a comma sets it apart."""
    counted = at > 0 and stream[at - 1].type == QUANTITY  # `the $55m put up last year by Foo`
    apart = counted or (at > 1 and stream[at - 1].text == "," and stream[at - 2].type == NAME)
    reach = _AGENT_NEAR if apart else 1
    for i in range(at + 1, min(at + 1 + reach, len(stream) - 1)):
        if "by" in stream[i].labels and "from" not in stream[i].labels:
            if any(t.type == QUANTITY for t in stream[i + 1 : i + 3]):
                return False  # `comprou por R$ 900 milhões a Foo`: a price
            return reach == 1 or i == at + 1 or stream[i + 1].type == NAME or "determiner" in stream[i + 1].labels
        if stream[i].type in (MARK, NAME, QUANTITY) or stream[i].labels & VERBS:
            return False
    return False
