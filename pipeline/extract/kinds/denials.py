"""Denials and deals called off: whether a deal is meant, who says so, of whom, and which statement it concerns."""

from __future__ import annotations

from pipeline.extract.facts.dating import date_of
from pipeline.extract.facts.figure_roles import NONE
from pipeline.extract.facts.negation import negated
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import DATE, Entity
from pipeline.extract.grammar.windows import after, bears, is_figure
from pipeline.extract.kinds.denial_cues import cue_of, holds_negation
from pipeline.extract.kinds.denial_parties import recipient_of
from pipeline.extract.kinds.denial_speakers import authority, speaker_of
from pipeline.extract.kinds.denied_deals import DEAL_WORDS, OPEN, concerns, nearest_deal

_RUMOUR = ("hearsay", "talks", "conditional", "report_noun")
_TROUBLE = 13  # tokens after a denial in which the trouble stands that it denies


def read_denial(sentence: Sentence) -> Statement | None:
    """The denial that a sentence makes; marks the statement that it denies or calls off."""
    cue = cue_of(sentence)
    if cue is None or not _is_about_deal(sentence, *cue):
        return None
    event, label = cue
    status = "denied" if label == "deny" else "cancelled"
    speaker = None if label == "called_off" else speaker_of(sentence, event, label)
    near = nearest_deal(sentence, event, status, speaker)
    date = _date(sentence, event)
    target = near if near is not None and concerns(sentence, event, speaker, date, near) else None
    if target is not None:
        _mark(sentence, event, status, target)
    if speaker is None and label == "halt" and target is not None:
        speaker = authority(sentence)
    recipient = recipient_of(sentence, event, speaker, near) if speaker is not None else None
    if speaker is None or recipient is None:
        return None
    return _statement(sentence, event, {"speaker": [speaker], "recipient": [recipient]}, status, date, target)


def affirmed(sentence: Sentence, told: list[Statement], denial: Statement | None) -> list[Statement]:
    """What a sentence tells without what it negates, whose figures measure nothing; a deal denied or off stays."""
    dropped = [s for s in told if negated(sentence, s.event) and not _is_denied(s, denial)]
    for figure, event in sentence.attached.items():
        if dropped and any(s.event == event for s in dropped):
            sentence.roles[figure] = NONE
    return [s for s in told if all(s is not other for other in dropped)]


def _is_denied(statement: Statement, denial: Statement | None) -> bool:
    return statement.fields["status"] == "cancelled" or (denial is not None and denial.answers is statement)


def _statement(
    sentence: Sentence, event: int, parties: dict[str, list[Entity]], status: str, date: str | None,
    target: Statement | None,
) -> Statement:  # fmt: skip
    fields = {"status": status} | ({"date": date} if date else {})
    return Statement("denial", sentence.number, event, fields, parties, [sentence.span], sure=True, answers=target)


def _mark(sentence: Sentence, event: int, status: str, target: Statement) -> None:
    """Let a deal be denied or cancelled; a cancellation dates it anew."""
    target.take(sentence.span, status=status)
    target.sure = True
    if status == "cancelled" and (day := date_of(sentence, event)):
        target.fields["date"] = day


def _date(sentence: Sentence, event: int) -> str | None:
    """When it was denied: by its own sentence, else by the one before, if nothing else happens there."""
    if date := date_of(sentence, event):
        return date
    if not sentence.number or any(s.kind == "denial" and "date" in s.fields for s in sentence.earlier):
        return None
    previous = sentence.article.readings[sentence.number - 1].tokens
    dates = [t.value for t in previous if t.type == DATE and t.value.relative]
    return str(dates[0].value) if len(dates) == 1 else None


def _is_about_deal(sentence: Sentence, event: int, label: str) -> bool:
    """Whether what is denied or halted is a deal, and no trouble with one."""
    if label == "deny" and bears(after(sentence.stream, event, _TROUBLE), "trouble", "halt", "called_off"):
        return False  # `denies that the deal is late`
    measured = any(is_figure(t, "money", "power", "chips") for t in sentence.stream)  # `pulls the plug on the 90 MW`
    if bears(sentence.stream, *DEAL_WORDS) or measured or _says_what(sentence, event):
        return True
    if label == "halt":
        return any(s.number == sentence.number - 1 and s.fields.get("status") == "cancelled" for s in sentence.earlier)
    return label == "deny" and _answers_rumour(sentence)


def _says_what(sentence: Sentence, event: int) -> bool:
    """Whether a negated cue names what is denied itself: `is not in discussions`, `n'investira pas`."""
    words = sentence.stream[event].text.split()
    return len(words) > 1 and holds_negation(sentence, event) and sentence.article.lexicon.bare.isdisjoint(words)


def _answers_rumour(sentence: Sentence) -> bool:
    """Whether a bare denial (`"Nonsense," said Foo`) answers hearsay of this sentence or the one before."""
    if any(s.number == sentence.number - 1 and s.fields.get("status") in OPEN for s in sentence.earlier):
        return True
    near = sentence.article.readings[max(0, sentence.number - 1) : sentence.number + 1]
    return any(bears(reading.tokens, *_RUMOUR) for reading in near)
