"""The role that a verb after a list of names gives them: who leads a round, who joins it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import BREAKS, LIGHT, VERBS
from pipeline.extract.grammar.governors import Governor
from pipeline.extract.grammar.stream import MARK, NAME, QUANTITY, WORD, Token
from pipeline.extract.languages.lexicon import tells_an_organisation

_BARRED = VERBS | BREAKS
_PASSIVE_ROLES = {"led": "lead", "joined": "join"}  # participles whose agent stands before them
_PREDICATES = {"lead": "lead", "lead_verb": "lead", "join_verb": "join"}
_AGENT_REACH = 2  # tokens between an agent and its participle
_PREDICATE = 4  # tokens between a copula and the name that it gives
_OPENING = 3  # tokens of a clause in which its predicate opens it
_NOUN = 3  # tokens from such a verb to its subject: `que lidera el fondo Foo`
_ANTECEDENT = 4  # tokens before a relative among which its noun stands
_PHRASE = 6  # tokens from a verb that opens its clause to its subject
_VERB_REACH = 5  # tokens between a list and its verb
_APPOSITION = 20  # tokens that may explain a name before its verb


def role_after(stream: Sequence[Token], members: list[int]) -> Governor | None:
    """`Foo led the round`, `Foo and Bar, which took part`: the role of a list of names, and its verb."""
    return _verb_after(stream, members[-1]) or _verb_past_apposition(stream, members[0])


def role_of_agent(stream: Sequence[Token], at: int) -> Governor | None:
    """`wird von Foo angeführt`, `wordt door Foo geleid`: the participle right behind the agent of a passive."""
    for i in range(at + 1, min(at + 1 + _AGENT_REACH, len(stream))):
        for label, role in _PASSIVE_ROLES.items():
            if label in stream[i].labels:
                return Governor(role, i)
        if stream[i].type != WORD or stream[i].labels & _BARRED:
            return None
    return None


def role_of_predicate(stream: Sequence[Token], at: int) -> Governor | None:
    """`Lead investor in the round is Foo`, `An der Spitze der Runde steht Foo`: the role that opens the clause."""
    copula = next((i for i in range(at - 1, max(-1, at - 1 - _PREDICATE), -1) if "copula" in stream[i].labels), None)
    if copula is None or any(t.labels & VERBS or t.type == NAME for t in stream[copula + 1 : at]):
        return None
    start = next((i + 1 for i in range(copula - 1, -1, -1) if stream[i].text in ",;:."), 0)
    return _cue_in(stream, start, min(start + _OPENING, copula), _PREDICATES)


def role_of_inversion(stream: Sequence[Token], at: int) -> Governor | None:
    """`Ont participé au tour Foo et Bar`: the verb that opens the clause, with a phrase about the deal behind it."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if stream[i].type == MARK or stream[i].type == NAME), 0)
    verb = _cue_in(stream, start, min(start + _OPENING, at), {"join_verb": "join"})
    if verb is None or at - verb.anchor > _PHRASE:
        return None
    phrase = stream[verb.anchor + 1 : at]
    about = any(t.labels & {"round", "deal", "equity"} for t in phrase)
    plain = all(t.type == WORD and (not t.labels & VERBS or "round" in t.labels) for t in phrase)
    return verb if about and plain else None


def role_of_relative(stream: Sequence[Token], at: int) -> Governor | None:
    """`una ronda de 40 millones que lidera Foo`: a relative clause about a round or a sum, its subject behind its
    verb."""
    verb = next((i for i in range(at - 1, max(0, at - 1 - _NOUN), -1) if _role(stream[i])), 0)
    if verb < 2 or "relative" not in stream[verb - 1].labels or any(t.type == MARK for t in stream[verb:at]):
        return None
    for token in reversed(stream[max(0, verb - 1 - _ANTECEDENT) : verb - 1]):
        if token.type == NAME or tells_an_organisation(token.labels):
            return None
        if token.type == QUANTITY or token.labels & {"round", "deal"}:
            return Governor(_role(stream[verb]) or "join", verb)
    return None


def _cue_in(stream: Sequence[Token], first: int, last: int, roles: dict[str, str]) -> Governor | None:
    """The first token of a span that gives one of these roles."""
    cues = ((i, label) for i in range(first, last) for label in roles if label in stream[i].labels)
    return next((Governor(roles[label], i) for i, label in cues), None)


def _verb_after(stream: Sequence[Token], at: int) -> Governor | None:
    for i in range(at + 1, min(at + 1 + _VERB_REACH, len(stream))):
        token = stream[i]
        if role := _role(token):
            return None if _agent_follows(stream, i) else Governor(role, i)
        verb = token.labels & VERBS and token.labels != LIGHT
        if token.type in (NAME, QUANTITY) or verb or (token.type == MARK and token.text not in ",-"):
            return None
        if token.text == "," and _in_relative(stream, at):
            return None  # `Foo, where Bar was born, took part`
    return None


def _in_relative(stream: Sequence[Token], at: int) -> bool:
    return any("relative" in t.labels for t in stream[max(0, at - 1) : at])


def _verb_past_apposition(stream: Sequence[Token], at: int) -> Governor | None:
    """`Foo, the fund of Jane Doe, the head of Bar, leads`: the verb after what only explains a name."""
    if not any(t.text == "," for t in stream[at + 1 : at + 2]):
        return None
    for i in range(at + 2, min(at + _APPOSITION, len(stream) - 1)):
        token = stream[i]
        if token.labels & _BARRED or token.text in ";:.":
            return None
        role = _role(stream[i + 1]) if token.text == "," else None
        if role and not _agent_follows(stream, i + 1):
            return Governor(role, i + 1)
    return None


def _role(token: Token) -> str | None:
    labels = token.labels
    return "lead" if "lead_verb" in labels else "join" if "join_verb" in labels else None


def _agent_follows(stream: Sequence[Token], at: int) -> bool:
    """Whether a verb is passive, because its agent follows: `Foo, led by`."""
    return any("by" in t.labels for t in stream[at + 1 : at + 2])
