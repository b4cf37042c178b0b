"""The word that denies or calls off a deal, unless it is negated, only thought of, or said of an earlier deal."""

from __future__ import annotations

from pipeline.extract.facts.meanings import event_label
from pipeline.extract.facts.negation import negated, one_clause
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.stream import MARK, WORD, Token
from pipeline.extract.grammar.windows import after, back, bears, before, is_figure

_CUES = ("deny", "halt", "called_off")
_REFUSED = frozenset({"acquire", "build"})
_OWN_DEEDS = frozenset({"acquire", "invest", "raise"})
_NEGATED = 3  # tokens before a verb of buying in which its negation stands
_FELL = 2  # tokens from a verb of stopping to the percentage by which a price moved
_OFFER = 6  # tokens around a verb of rejecting in which the offer stands


def holds_negation(sentence: Sentence, at: int) -> bool:
    """Whether a cue holds its own negation: `not for sale`, `n'investira pas`."""
    return not sentence.article.lexicon.negations.isdisjoint(sentence.stream[at].text.split())


def is_negated_deed(sentence: Sentence, at: int) -> bool:
    """Whether what denies is a deed that is negated: `We are not buying Foo`, `wir kaufen Foo nicht`."""
    labels = sentence.stream[at].labels
    return "deny" not in labels or not labels.isdisjoint(_OWN_DEEDS)


def opens_with_clause(sentence: Sentence) -> bool:
    """`Dass Foo Bar kaufen wolle, nannte Jane Roe Unsinn`: whether what is denied opens the sentence."""
    return bears(sentence.stream[:2], "relative", "report_noun")


def cue_of(sentence: Sentence) -> tuple[int, str] | None:
    """The word that denies or halts, with its label."""
    for label in [cue for cue in _CUES if cue in sentence.stream.labels]:
        for i, token in enumerate(sentence.stream):
            if label not in token.labels or _unfinished(sentence, i):
                continue
            if not _of_earlier(sentence.stream, i, label):
                return i, "halt" if label == "deny" and _turns_down(sentence.stream, i) else label
    refused = _refusal(sentence)
    if refused is None:
        return _said_not_to_be(sentence)
    if "done" in sentence.stream[refused].labels:
        return refused, "deny"
    told = bears(sentence.stream, "speaker_verb", "first_person")  # else it is only a fact about the deal
    return refused, "halt" if told else "called_off"


def _of_earlier(stream: list[Token], at: int, label: str) -> bool:
    """`having seen an earlier bid rebuffed`, `After talks with Foo had collapsed, Bar was bought`: another deal."""
    if bears(before(stream, at, 3), "prior"):
        return True
    if label != "called_off":
        return False
    opening = next((i + 1 for i in range(at - 1, -1, -1) if stream[i].type == MARK and stream[i].text in ",;:"), 0)
    return "later_than" in stream[opening].labels and any(t.text == "," for t in stream[at:])


def _turns_down(stream: list[Token], at: int) -> bool:
    """`rejected a bid`, `the offer was rejected`: an offer turned down is called off, a report of one denied."""
    near = [*before(stream, at, _OFFER), *after(stream, at, _OFFER)]
    others = [t for t in near if "bid" not in t.labels]
    return len(others) < len(near) and not bears(others, "relative", "report_noun", "talks", "pronoun")


def _refusal(sentence: Sentence) -> int | None:
    """`Foo won't be taking over Bar`, `is not building it`: negated, of what is to come; `We haven't bought Bar`."""
    stream = sentence.stream
    if not bears(stream, "not"):
        return None
    for event in (e for e in sentence.events if event_label(sentence, e, None) in _REFUSED):
        auxiliary = [*before(stream, event, _NEGATED), stream[event]]  # `no construirá` is a future of its own
        ahead = "done" not in stream[event].labels and bears(auxiliary, "plan", "passive")
        own = "done" in stream[event].labels and bears(before(stream, event, _NEGATED), "first_person")
        for i in back(event, _NEGATED) if ahead or own else ():
            if "not" in stream[i].labels:
                return event if one_clause(sentence, i, event) else None
            if stream[i].type != WORD:
                break
    return None


def _said_not_to_be(sentence: Sentence) -> tuple[int, str] | None:
    """`Foo said it had not raised $2bn`, `"We are not buying Bar", said Foo`: somebody says that it is no deal."""
    if not bears(sentence.stream, "not") or not bears(sentence.stream, "speaker_verb"):
        return None
    events = [s.event for s in sentence.recent(0)]
    if bears(sentence.stream, "first_person"):
        named = [i for i in sentence.case if not sentence.stream[i].reference]
        events += [e for e in sentence.bearing(*_OWN_DEEDS) if any(abs(i - e) <= _NEGATED for i in named)]
    return next(((event, "deny") for event in events if negated(sentence, event)), None)


def _unfinished(sentence: Sentence, at: int) -> bool:
    fell = any(is_figure(t, "percent") for t in after(sentence.stream, at, _FELL))  # `recuou 1,2%`: a share price
    return fell or _negated(sentence, at) or _only_thought(sentence.stream, at)


def _only_thought(stream: list[Token], at: int) -> bool:
    """`is considering cancelling`, `if the watchdog were to block it`: what is not called off yet."""
    if "halt" not in stream[at].labels:
        return False
    return bears(before(stream, at, 3), "talks", "modal") or bears(before(stream, at, 9), "if")


def _negated(sentence: Sentence, at: int) -> bool:
    """Whether a cue is negated itself; one that holds its own negation (`not for sale`) cannot be."""
    stream = sentence.stream
    if holds_negation(sentence, at):
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
