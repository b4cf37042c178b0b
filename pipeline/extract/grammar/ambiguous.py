"""Words that may be one thing or another, told by what stands beside them: noun or verb, article or pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.grammar.frames import DEEDS, NOUNS, VERBS
from pipeline.extract.grammar.stream import NAME, QUANTITY, WORD, Token

_CLAUSE = 24  # tokens of a relative clause up to the mark that closes it
_OWED = 10  # tokens from a verb of backing to the debt or rent
_NOMINAL, _MERE_NOUNS = NOUNS | {"nominal"}, NOUNS - {"cede"}
_AUXILIARY = frozenset({"announce", "perfect", "conditional", "plan"})
_CLOSES_CLAUSE = VERBS | {"passive", "perfect", "copula", "plan", "modal", "participle", "join_verb", "lead_verb"}


def settle_nouns(stream: Sequence[Token]) -> None:
    """A word that may be noun or verb (`compra`, `purchase`) is a noun after an article, a verb after a name."""
    for i, (before, token) in enumerate(pairwise(stream), 1):
        labels = token.labels
        if not labels or labels.isdisjoint(VERBS) or labels.isdisjoint(NOUNS):
            continue
        if before.labels & {"determiner", "poss_pronoun"} and before.type != NAME:
            token.labels -= VERBS
        elif before.type == NAME and not before.labels:
            token.labels -= _MERE_NOUNS
        elif before.type != NAME and any("of" in t.labels for t in stream[i + 1 : i + 2]):
            token.labels -= VERBS  # `Compra de Foo`


def settle_clitics(stream: Sequence[Token]) -> None:
    """A word that may be article or pronoun (`la`, `lo`, `les`) is a pronoun before a verb: `lo compra Foo`."""
    for i, token in enumerate(stream):
        if "clitic" not in token.labels:
            continue
        if _verb_opens(stream[i + 1 : i + 3], infinitive="proclitic" in token.labels):
            token.labels &= {"clitic", "dative", "partitive"}
            token.labels |= {"pronoun"}
        else:
            token.labels -= {"clitic", "proclitic", "dative", "partitive"}


def _verb_opens(words: Sequence[Token], *, infinitive: bool) -> bool:
    """Whether words open with a verb, or an auxiliary and its verb; most infinitives have their pronoun behind them."""
    if not words:
        return False
    word = words[0]
    if word.type != WORD or word.labels & _NOMINAL or (word.text.endswith("r") and not infinitive):
        return False
    auxiliary = word.labels & _AUXILIARY and any(t.labels & DEEDS for t in words[1:])
    return bool(word.labels & DEEDS or auxiliary)


def settle_backing(stream: Sequence[Token]) -> None:
    """A verb of backing is one of guaranteeing when somebody's obligations follow: `covers $1bn of Foo's rent`."""
    for i, token in enumerate(stream):
        if "backs" in token.labels and any("obligation" in t.labels for t in stream[i + 1 : i + _OWED]):
            token.labels |= {"guarantee"}


def settle_shares(stream: Sequence[Token]) -> None:
    """A verb of taking is one of holding shares when a percentage of something is its object: `prend 8 % de Foo`."""
    for i, share in enumerate(stream[1:-1], 1):
        if share.type != QUANTITY or share.value.kind != "percent" or "of" not in stream[i + 1].labels:
            continue
        near = [t for t in stream[max(0, i - 3) : i] if t.labels and "determiner" not in t.labels]
        verb = near[-1] if near else stream[i - 1]  # `pris discrètement 10 % de`, `prende il 10% di`
        if "take" in verb.labels:
            verb.labels |= {"hold"}


def settle_relatives(stream: Sequence[Token]) -> None:
    """`Foo, das Chips verkauft, ...`: an article behind a noun's comma opens a relative clause that a verb closes."""
    for i in range(2, len(stream)):
        if stream[i - 1].text != "," or "definite" not in stream[i].labels or stream[i - 2].labels & _CLOSES_CLAUSE:
            continue
        end = next((j for j in range(i + 1, min(i + _CLAUSE, len(stream))) if stream[j].text in ",;:."), None)
        if end is not None and end - i > 1 and stream[end - 1].labels & _CLOSES_CLAUSE:
            stream[i].labels |= {"relative"}
