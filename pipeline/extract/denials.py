"""Denials and deals called off: who says so, of whom, and which statement it concerns."""

from __future__ import annotations

from pipeline.extract.roles import assign, by_role
from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.stream import NAME, Entity, Token

_DEAL_WORDS = frozenset(
    {"round", "raise", "acquisition", "investment", "contract", "talks", "funding_context", "stake", "report_noun",
     "valuation", "equity"}
)  # fmt: skip
_MAIN = {"funding_round": "recipient", "investment": "recipient", "acquisition": "target", "capacity": "customer",
         "capex": "owner", "guarantee": "beneficiary"}  # fmt: skip


def read_denial(sentence: Sentence) -> Statement | None:
    """The denial that a sentence makes; marks the statement that it denies or calls off.

    `earlier`: the statements of the article up to this sentence, this sentence's own last.
    """
    earlier = sentence.earlier
    cue = _cue(sentence)
    if cue is None:
        return None
    event, label = cue
    if not any(t.labels & _DEAL_WORDS for t in sentence.stream):
        return None
    status = "denied" if label == "deny" else "cancelled"
    target = _target(sentence, earlier, status)
    speaker = _speaker(sentence, event, label)
    if target is not None:
        target.fields["status"] = status
    if speaker is None or label == "called_off":
        return None
    recipient = _recipient(sentence, speaker, target)
    if recipient is None:
        return None
    statement = Statement("denial", sentence.number, event, {"status": status}, {"speaker": [speaker]})
    statement.parties["recipient"] = [recipient]
    statement.spans.append((sentence.reading.start, sentence.reading.end))
    statement.answers = target
    return statement


def _cue(sentence: Sentence) -> tuple[int, str] | None:
    for label in ("deny", "halt", "called_off"):
        for i, token in enumerate(sentence.stream):
            if label in token.labels and not _negated(sentence.stream, i):
                return i, label
    return None


def _negated(stream: list[Token], at: int) -> bool:
    return any("not" in t.labels for t in stream[max(0, at - 3) : at])


def _target(sentence: Sentence, earlier: list[Statement], status: str) -> Statement | None:
    """The deal of this sentence, else one of the two sentences before; a deal that was announced cannot be denied away."""
    for back in (0, 1, 2):
        near = [s for s in earlier if s.reading == sentence.number - back and s.kind in _MAIN and not s.fragment]
        if status == "denied":
            near = [
                s
                for s in near
                if s.fields.get("status") in ("rumoured", "reported", "completed")
                and (back == 0 or s.fields.get("status") != "completed")
            ]
        if near:
            return near[0] if back == 0 else near[-1]
        if status == "cancelled" and not _resumed(sentence):
            return None
    return None


def _resumed(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a deal told before: `has called off the takeover`."""
    stream = sentence.stream
    return any(
        token.labels & _DEAL_WORDS and stream[i - 1].labels & {"determiner", "poss_pronoun"}
        for i, token in enumerate(stream) if i
    )  # fmt: skip


def _speaker(sentence: Sentence, event: int, label: str) -> Entity | None:
    chosen = by_role(assign(sentence, event, "deny" if label == "deny" else "halt")).get("speaker", [])
    return next((e for e in chosen if e.kind != "media"), None)


def _recipient(sentence: Sentence, speaker: Entity, target: Statement | None) -> Entity | None:
    if target is not None:
        found = target.parties.get(_MAIN[target.kind]) or target.parties.get("provider")
        if found:
            return found[0]
    if speaker.kind in ("company", "unknown"):
        return speaker
    named = [
        t.value for t in sentence.stream
        if t.type == NAME and t.value is not None and t.value.kind in ("company", "unknown") and t.value is not speaker
    ]  # fmt: skip
    return named[0] if named else sentence.article.topic
