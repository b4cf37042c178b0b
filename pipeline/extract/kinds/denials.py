"""Denials and deals called off: who says so, of whom, and which statement it concerns."""

from __future__ import annotations

from pipeline.extract.facts.dating import date_of
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import DATE, Entity, Token
from pipeline.extract.kinds.denial_parties import MAIN, NEGATIONS, authority, recipient_of, speaker_of

_DEAL_WORDS = frozenset(
    {"round", "raise", "acquisition", "acquire", "investment", "contract", "talks", "funding_context", "stake",
     "report_noun", "valuation", "equity", "site_noun", "guarantee_noun"}
)  # fmt: skip
_RUMOUR = frozenset({"hearsay", "talks", "conditional", "report_noun"})
_OPEN = frozenset({"rumoured", "reported"})  # what can still be denied; an announced deal cannot be denied away
_BARE = frozenset({"true", "vrai", "wahr", "cierto", "vero", "verdade", "waar"})  # `not true` names nothing
TROUBLE = 14  # tokens after a denial in which the trouble stands that it denies
MONTH = 7  # characters of a date that tell its month
CLAUSE = 8  # tokens before a denial in which its clause opens
REACH = 2  # sentences in which the denied deal may have been told before


def read_denial(sentence: Sentence) -> Statement | None:
    """The denial that a sentence makes; marks the statement that it denies or calls off."""
    cue = _cue(sentence)
    if cue is None or not (
        any(t.labels & _DEAL_WORDS for t in sentence.stream)
        or _says_what(sentence, cue[0])
        or _answers_rumour(sentence, cue[1])
    ):
        return None
    event, label = cue
    if label == "deny" and _denies_trouble(sentence, event):
        return None
    status = "denied" if label == "deny" else "cancelled"
    speaker = None if label == "called_off" else speaker_of(sentence, event, label)
    near = _target(sentence, status, speaker)
    date = _date(sentence, event)
    target = near if near is not None and _concerns(sentence, event, speaker, date, near) else None
    if target is not None:
        target.fields["status"], target.sure = status, True
        if status == "cancelled" and (day := date_of(sentence, event)):
            target.fields["date"] = day
    if speaker is None and label == "halt" and target is not None:
        speaker = authority(sentence)
    recipient = recipient_of(sentence, event, speaker, near) if speaker is not None else None
    if speaker is None or recipient is None:
        return None
    parties = {"speaker": [speaker], "recipient": [recipient]}
    fields = {"status": status} | ({"date": date} if date else {})
    return Statement(
        "denial", sentence.number, event, fields, parties, [(sentence.reading.start, sentence.reading.end)],
        sure=True, answers=target,
    )  # fmt: skip


def _date(sentence: Sentence, event: int) -> str | None:
    """When it was denied: by its own sentence, else by the one before, if nothing else happens there."""
    if date := date_of(sentence, event):
        return date
    before = sentence.article.readings[sentence.number - 1].tokens if sentence.number else []
    if any(s.kind == "denial" and "date" in s.fields for s in sentence.earlier):
        return None
    dates = [t.value for t in before if t.type == DATE and t.value.relative]
    return str(dates[-1].value) if len(dates) == 1 else None


def _concerns(sentence: Sentence, event: int, speaker: Entity | None, date: str | None, near: Statement) -> bool:
    """Whether the denial is about the deal told nearest, and not about an earlier one."""
    if _before_it(date, near) or _long_before(date, near):
        return False
    quoted = any(s.kind == "denial" and speaker in s.parties["speaker"] for s in sentence.earlier)
    after = any("later_than" in t.labels for t in sentence.stream[max(0, event - CLAUSE) : event])
    return near.reading == sentence.number or not (quoted or after)  # `weeks after Foo denied`: before the deal told


def _cue(sentence: Sentence) -> tuple[int, str] | None:
    for label in ("deny", "halt", "called_off"):
        for i, token in enumerate(sentence.stream):
            if label in token.labels and not _negated(sentence.stream, i):
                return i, label
    return None


def _negated(stream: list[Token], at: int) -> bool:
    """Whether a cue is negated itself; one that holds its own negation (`not for sale`) cannot be."""
    own = bool(NEGATIONS & set(stream[at].text.split()))
    return not own and any("not" in t.labels for t in stream[max(0, at - 3) : at])


def _says_what(sentence: Sentence, event: int) -> bool:
    """Whether a negated cue names what is denied itself: `is not in discussions`, `n'investira pas`."""
    words = sentence.stream[event].text.split()
    return len(words) > 1 and bool(NEGATIONS & set(words)) and not _BARE & set(words)


def _answers_rumour(sentence: Sentence, label: str) -> bool:
    """Whether a bare denial (`"Nonsense," said Foo`) answers hearsay of this sentence or the one before."""
    if label != "deny":
        return False
    if any(s.reading == sentence.number - 1 and s.fields.get("status") in _OPEN for s in sentence.earlier):
        return True
    before = sentence.article.readings[max(0, sentence.number - 1) : sentence.number + 1]
    return any(t.labels & _RUMOUR for reading in before for t in reading.tokens)


def _denies_trouble(sentence: Sentence, event: int) -> bool:
    """Whether what is denied is that a deal is late, frozen or in doubt."""
    return any(t.labels & {"trouble", "halt", "called_off"} for t in sentence.stream[event + 1 : event + TROUBLE])


def _target(sentence: Sentence, status: str, speaker: Entity | None) -> Statement | None:
    """The deal of this sentence, else one told shortly before that the speaker has to do with."""
    for back in range(REACH + 1):
        near = [
            s for s in sentence.earlier
            if s.reading == sentence.number - back and s.kind in MAIN and not s.fragment and _open(s, status, back)
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


def _long_before(date: str | None, target: Statement) -> bool:
    """Whether the deal at hand was told months before the denial: that is about a newer one."""
    told = str(target.fields.get("date", ""))
    if date is None or min(len(date), len(told)) < MONTH:
        return False
    months = [int(d[:4]) * 12 + int(d[5:7]) for d in (told, date)]
    return months[1] - months[0] > 1


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
