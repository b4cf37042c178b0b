"""Denials and deals called off: who says so, of whom, and which statement it concerns."""

from __future__ import annotations

from pipeline.extract.facts.dating import date_of
from pipeline.extract.facts.meanings import event_label
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.windows import after, back, bears, before, is_figure
from pipeline.extract.grammar.stream import DATE, MARK, WORD, Entity, Token
from pipeline.extract.kinds.denial_parties import recipient_of
from pipeline.extract.kinds.denial_speakers import NEGATIONS, authority, speaker_of
from pipeline.extract.kinds.denied_deals import DEAL_WORDS, OPEN, concerns, nearest_deal

_CUES = ("deny", "halt", "called_off")
_RUMOUR = ("hearsay", "talks", "conditional", "report_noun")
_BARE = frozenset({"true", "vrai", "wahr", "cierto", "vero", "verdade", "waar"})  # `not true` names nothing
_NEGATED = 3  # tokens before a verb of buying in which its negation stands
_OFFER = 6  # tokens around a verb of rejecting in which the offer stands
_TROUBLE = 13  # tokens after a denial in which the trouble stands that it denies


def read_denial(sentence: Sentence) -> Statement | None:
    """The denial that a sentence makes; marks the statement that it denies or calls off."""
    cue = _cue(sentence)
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


def _statement(
    sentence: Sentence, event: int, parties: dict[str, list[Entity]], status: str, date: str | None,
    target: Statement | None,
) -> Statement:  # fmt: skip
    fields = {"status": status} | ({"date": date} if date else {})
    span = (sentence.reading.start, sentence.reading.end)
    return Statement("denial", sentence.number, event, fields, parties, [span], sure=True, answers=target)


def _mark(sentence: Sentence, event: int, status: str, target: Statement) -> None:
    """Let a deal be denied or cancelled; a cancellation dates it anew."""
    target.fields["status"], target.sure = status, True
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


def _cue(sentence: Sentence) -> tuple[int, str] | None:
    """The word that denies or halts, with its label."""
    for label in (cue for cue in _CUES if bears(sentence.stream, cue)):
        for i, token in enumerate(sentence.stream):
            if label not in token.labels or _unfinished(sentence, i):
                continue
            if not _of_earlier(sentence.stream, i, label):
                return i, "halt" if label == "deny" and _turns_down(sentence.stream, i) else label
    refused = _refusal(sentence)
    told = bears(sentence.stream, "speaker_verb", "first_person")  # else it is only a fact about the deal
    return None if refused is None else (refused, "halt" if told else "called_off")


def _of_earlier(stream: list[Token], at: int, label: str) -> bool:
    """`having seen an earlier bid rebuffed`, `After talks with Foo had collapsed, Bar was bought`: another deal."""
    if bears(before(stream, at, 3), "prior"):
        return True
    if label != "called_off":
        return False
    opening = next((i + 1 for i in range(at - 1, -1, -1) if stream[i].type == MARK and stream[i].text in ",;:"), 0)
    return "later_than" in stream[opening].labels and any(t.text == "," for t in stream[at:])


def _refusal(sentence: Sentence) -> int | None:
    """`Foo won't be taking over Bar`, `is not buying Bar`: a negated verb of buying, of what is still to come."""
    stream = sentence.stream
    if not bears(stream, "not"):
        return None
    for event in (e for e in sentence.events if event_label(sentence, e, None) == "acquire"):
        ahead = "done" not in stream[event].labels and bears(before(stream, event, _NEGATED), "plan", "passive")
        for i in back(event, _NEGATED) if ahead else ():
            if "not" in stream[i].labels:
                return event
            if stream[i].type != WORD:
                break
    return None


def _turns_down(stream: list[Token], at: int) -> bool:
    """`rejected a bid`, `the offer was rejected`: an offer turned down is called off, a report of one denied."""
    near = [*before(stream, at, _OFFER), *after(stream, at, _OFFER)]
    others = [t for t in near if "bid" not in t.labels]
    return len(others) < len(near) and not bears(others, "relative", "report_noun", "talks", "pronoun")


def _negated(sentence: Sentence, at: int) -> bool:
    """Whether a cue is negated itself; one that holds its own negation (`not for sale`) cannot be."""
    stream = sentence.stream
    if not NEGATIONS.isdisjoint(stream[at].text.split()):
        return False
    return bears(before(stream, at, 3), "not") or (sentence.article.lexicon.free_order and _negated_behind(stream, at))


def _negated_behind(stream: list[Token], at: int) -> bool:
    """`Zukäufe schließt er nicht aus`, `ontkent hij niet`: the negation stands right behind verb and subject."""
    for token in after(stream, at, _NEGATED):
        if token.type == MARK or "determiner" in token.labels:
            return False
        if "not" in token.labels:
            return True
    return False


def _unfinished(sentence: Sentence, at: int) -> bool:
    return _negated(sentence, at) or _only_thought(sentence.stream, at)


def _only_thought(stream: list[Token], at: int) -> bool:
    """`is considering cancelling`, `if the watchdog were to block it`: what is not called off yet."""
    if "halt" not in stream[at].labels:
        return False
    return bears(before(stream, at, 3), "talks", "modal") or bears(before(stream, at, 9), "if")


def _is_about_deal(sentence: Sentence, event: int, label: str) -> bool:
    """Whether what is denied or halted is a deal, and no trouble with one."""
    if label == "deny" and bears(after(sentence.stream, event, _TROUBLE), "trouble", "halt", "called_off"):
        return False  # `denies that the deal is late`
    measured = any(is_figure(t, "money", "power", "chips") for t in sentence.stream)  # `pulls the plug on the 90 MW`
    if bears(sentence.stream, *DEAL_WORDS) or measured or _says_what(sentence, event):
        return True
    if label == "halt":
        return any(s.reading == sentence.number - 1 and s.fields.get("status") == "cancelled" for s in sentence.earlier)
    return label == "deny" and _answers_rumour(sentence)


def _says_what(sentence: Sentence, event: int) -> bool:
    """Whether a negated cue names what is denied itself: `is not in discussions`, `n'investira pas`."""
    words = set(sentence.stream[event].text.split())
    return len(words) > 1 and not NEGATIONS.isdisjoint(words) and _BARE.isdisjoint(words)


def _answers_rumour(sentence: Sentence) -> bool:
    """Whether a bare denial (`"Nonsense," said Foo`) answers hearsay of this sentence or the one before."""
    if any(s.reading == sentence.number - 1 and s.fields.get("status") in OPEN for s in sentence.earlier):
        return True
    near = sentence.article.readings[max(0, sentence.number - 1) : sentence.number + 1]
    return any(bears(reading.tokens, *_RUMOUR) for reading in near)
