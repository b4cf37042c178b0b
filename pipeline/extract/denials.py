"""Denials and deals called off: who says so, of whom, and which statement it concerns."""

from __future__ import annotations

from pipeline.extract.dating import date_of
from pipeline.extract.roles import assign
from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.stream import DATE, NAME, Entity, Token
from pipeline.extract.voice import passive

_DEAL_WORDS = frozenset(
    {"round", "raise", "acquisition", "acquire", "investment", "contract", "talks", "funding_context", "stake",
     "report_noun", "valuation", "equity", "site_noun"}
)  # fmt: skip
_MAIN = {"funding_round": "recipient", "investment": "recipient", "acquisition": "target", "capacity": "customer",
         "capex": "owner", "guarantee": "beneficiary"}  # fmt: skip
_OPEN = frozenset({"rumoured", "reported"})  # what can still be denied; an announced deal cannot be denied away
AGENT = 4  # tokens between a passive verb and its agent's preposition
REACH = 2  # sentences in which the denied deal may have been told before


def read_denial(sentence: Sentence) -> Statement | None:
    """The denial that a sentence makes; marks the statement that it denies or calls off."""
    cue = _cue(sentence)
    if cue is None or not any(t.labels & _DEAL_WORDS for t in sentence.stream):
        return None
    event, label = cue
    status = "denied" if label == "deny" else "cancelled"
    speaker = None if label == "called_off" else _speaker(sentence, event, label)
    target = _target(sentence, status, speaker)
    if target is not None and _before_it(_date(sentence, event), target):
        target = None
    if target is not None:
        target.fields["status"], target.sure = status, True
    if speaker is None and label == "halt" and target is not None:
        speaker = _authority(sentence, event)
    recipient = _recipient(sentence, speaker, target) if speaker is not None else None
    if speaker is None or recipient is None:
        return None
    parties = {"speaker": [speaker], "recipient": [recipient]}
    fields = {"status": status} | ({"date": date} if (date := _date(sentence, event)) else {})
    return Statement(
        "denial", sentence.number, event, fields, parties, [(sentence.reading.start, sentence.reading.end)],
        sure=True, answers=target,
    )  # fmt: skip


def _date(sentence: Sentence, event: int) -> str | None:
    """When it was denied: by its own sentence, else by the one before, if nothing else happens there."""
    if date := date_of(sentence, event):
        return date
    before = sentence.article.readings[sentence.number - 1].tokens if sentence.number else []
    dates = [t.value for t in before if t.type == DATE and t.value.relative]
    return str(dates[-1].value) if len(dates) == 1 else None


def _cue(sentence: Sentence) -> tuple[int, str] | None:
    for label in ("deny", "halt", "called_off"):
        for i, token in enumerate(sentence.stream):
            if label in token.labels and not _negated(sentence.stream, i):
                return i, label
    return None


def _negated(stream: list[Token], at: int) -> bool:
    return any("not" in t.labels for t in stream[max(0, at - 3) : at])


def _target(sentence: Sentence, status: str, speaker: Entity | None) -> Statement | None:
    """The deal of this sentence, else one told shortly before that the speaker has to do with."""
    for back in range(REACH + 1):
        near = [
            s for s in sentence.earlier
            if s.reading == sentence.number - back and s.kind in _MAIN and not s.fragment and _open(s, status, back)
        ]  # fmt: skip
        if speaker is not None and speaker.kind in ("company", "unknown") and status == "cancelled":
            near = [s for s in near if speaker in s.everyone]
        if near:
            return near[0] if back == 0 else near[-1]
        if status == "cancelled" and not _resumed(sentence):
            return None
    return None


def _before_it(date: str | None, target: Statement) -> bool:
    """Whether something was denied before the deal at hand was told: that is no denial of it."""
    told = str(target.fields.get("date", ""))
    return date is not None and bool(told) and date[: len(told)] < told[: len(date)]


def _open(statement: Statement, status: str, back: int) -> bool:
    told = statement.fields.get("status")
    return status == "cancelled" or told in _OPEN or (back == 0 and (told == "completed" or not statement.sure))


def _resumed(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a deal told before: `has called off the takeover`."""
    stream = sentence.stream
    return any(
        token.labels & _DEAL_WORDS and stream[i - 1].labels & {"determiner", "poss_pronoun"}
        for i, token in enumerate(stream) if i
    )  # fmt: skip


def _speaker(sentence: Sentence, event: int, label: str) -> Entity | None:
    """Who denies or halts; what is done to somebody (`Foo has been blocked`) has no speaker in him."""
    suffered = passive(sentence.stream, event)
    for part in assign(sentence, event, "deny" if label == "deny" else "halt"):
        agent = part.case == "by" and abs(sentence.case[part.name].anchor - event) <= AGENT
        if part.role == "speaker" and part.entity.kind != "media" and (agent or not suffered):
            return part.entity
    return None


def _authority(sentence: Sentence, event: int) -> Entity | None:
    """The authority that halts a deal, where the sentence names none: the first that the article names."""
    if not any("authority" in t.labels for t in sentence.stream):
        return None
    return next((e for e in sentence.article.entities() if e.kind == "government"), None)


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
        and "poss_pronoun" not in t.labels
    ]  # fmt: skip
    return named[0] if named else sentence.article.topic
