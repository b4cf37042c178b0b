"""Phrases with a gap: separable verbs ("sammelt 20 Millionen ein"), split cues ("liderada ayer por", "soll ... haben").

The label goes to the opening word; a cue that governs the name after it (`lead`, `join`) to the closing one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.grammar.frames import DEEDS, NOUNS, VERBS
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import DATE, MARK, NAME, QUANTITY, WORD, Token
from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.languages.phrase_table import Closing

REACH = 24  # tokens over which a phrase may be stretched
_ADVERBS = 3  # that may part a preposition from its verb
_OWED = 10  # tokens from a verb of backing to the debt or rent
_GOVERNING = frozenset({"lead", "join"})
_OF_THEIR_OWN = PREPOSITIONS | VERBS | {"perfect"}  # what closes a phrase and means something beside it
_NOMINAL, _MERE_NOUNS = NOUNS | {"nominal"}, NOUNS - {"cede"}
_AUXILIARY = frozenset({"announce", "perfect", "conditional", "plan"})
_CLOSES_CLAUSE = VERBS | {"passive", "perfect", "copula", "plan", "modal", "participle", "join_verb", "lead_verb"}
_LINKS = frozenset("by from into with to of for in on at between after and but perfect passive relative".split())


def label_gaps(stream: Sequence[Token], lexicon: Lexicon) -> None:
    """Give the tokens of a sentence the labels of the phrases that it stretches."""
    gapped = lexicon.gapped
    for i, token in enumerate(stream):
        if token.text not in gapped or token.type == NAME:
            continue
        ahead = {following.text for following in stream[i + 1 : i + REACH]}
        for closing in gapped[token.text]:
            if closing.text not in ahead:
                continue
            end = _closing(stream, i, closing, lexicon.passing)
            if end is None:
                continue
            if closing.label in _GOVERNING:
                stream[end].labels |= {closing.label}
            elif "participle" in stream[end].labels:
                stream[end].labels |= {closing.label}  # `hat sich ... beteiligt`
            else:
                token.labels |= {closing.label}
                if closing.label in VERBS:
                    stream[end].labels -= VERBS  # `lässt sich ... geben`: the phrase is one verb
                if closing.particle or not stream[end].labels & _OF_THEIR_OWN:
                    stream[end].labels = frozenset()


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
        end = next((j for j in range(i + 1, min(i + REACH, len(stream))) if stream[j].text in ",;:."), None)
        if end is not None and end - i > 1 and stream[end - 1].labels & _CLOSES_CLAUSE:
            stream[i].labels |= {"relative"}


def _closing(stream: Sequence[Token], start: int, closing: Closing, passing: frozenset[str]) -> int | None:
    """Where the phrase that opens at `start` closes, before a strong mark; a particle closes its clause, too."""
    if closing.near:
        return _past_adverbs(stream, start, closing.text, passing)
    links = frozenset() if closing.particle else PREPOSITIONS  # `invests ... in`, `goes ... to`
    for i in range(start + 1, min(start + REACH, len(stream))):
        token = stream[i]
        if token.type == MARK and token.text in ";:":
            return None
        if token.text == closing.text:
            if token.labels & links:
                return None if _dates(stream, i + 1) else i
            if closing.particle and token.labels & PREPOSITIONS and _dates(stream, i + 1):
                continue  # `tekende in september`: the particle is a preposition here
            if _ends(stream, i + 1) or closing.label in _GOVERNING:
                return i
    return None


def _dates(stream: Sequence[Token], at: int) -> bool:
    """Whether a preposition opens a date (`runs until May, Foo said on 8 June`)."""
    return at < len(stream) and (stream[at].type == DATE or stream[at].text.isdigit())


def _past_adverbs(stream: Sequence[Token], start: int, text: str, passing: frozenset[str]) -> int | None:
    """Where a preposition stands that only adverbs part from its verb: `relies almost entirely on`."""
    end = start + 1
    while end < min(start + 1 + _ADVERBS, len(stream)) and stream[end].text in passing:
        end += 1
    return end if start + 1 < end < len(stream) and stream[end].text == text else None


def _ends(stream: Sequence[Token], at: int) -> bool:
    """Whether the clause may end before `at`: a particle is followed by no noun of its own."""
    if at >= len(stream):
        return True
    token = stream[at]
    return token.type in (MARK, QUANTITY, DATE) or bool(token.labels & _LINKS)
