"""The deal that a denial is about: told in its sentence or shortly before, still open, and not of another time."""

from __future__ import annotations

from pipeline.extract.facts.negation import negated
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.grammar.windows import bears, before
from pipeline.extract.kinds.denial_cues import is_negated_deed, opens_with_clause
from pipeline.extract.kinds.denial_parties import DENIABLE

OPEN = frozenset({"rumoured", "reported"})  # what can still be denied; an announced deal cannot be denied away
DEAL_WORDS = frozenset(
    {"round", "raise", "acquisition", "acquire", "investment", "contract", "talks", "funding_context", "stake",
     "invest", "guarantee", "report_noun", "valuation", "equity", "site_noun", "guarantee_noun", "cede",
     "sell"}
)  # fmt: skip
_BACK = 2  # sentences in which the denied deal may have been told before
_CLAUSE = 8  # tokens before a denial in which its clause opens
_MONTH = 7  # characters of a date that tell its month


def nearest_deal(sentence: Sentence, event: int, status: str, speaker: Entity | None) -> Statement | None:
    """The deal of this sentence, else one told shortly before that the speaker has to do with."""
    firm = speaker is not None and speaker.firm
    for back in range(_BACK + 1):
        near = [
            s for s in sentence.earlier
            if s.number == sentence.number - back and s.kind in DENIABLE and not s.fragment
            and (_is_open(sentence, s, status, back) or (back == 0 and s.event > event))  # `denies that Foo buys`
            and (back > 0 or _is_meant(sentence, event, status, s))
        ]  # fmt: skip
        if firm and status == "cancelled":
            near = [s for s in near if speaker in s.everyone]
        if near:
            return near[0] if back == 0 else near[-1]
        if status == "cancelled" and not _speaks_of_deal_told(sentence):
            return None
    return None


def _is_meant(sentence: Sentence, event: int, status: str, statement: Statement) -> bool:
    """Whether a denial means a deal beside it; not `we don't invest in chips, said Foo, which put $2bn into Bar`."""
    if status == "cancelled" or not is_negated_deed(sentence, event):
        return True
    return statement.event == event or negated(sentence, statement.event)


def _is_open(sentence: Sentence, statement: Statement, status: str, back: int) -> bool:
    """Whether a deal can be denied or called off; what the sentence itself tells may be done in one breath."""
    told = statement.fields.get("status")
    if status == "cancelled" or told in OPEN:
        return True
    return back == 0 and (told == "completed" or not statement.sure or opens_with_clause(sentence))


def _speaks_of_deal_told(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a deal told before: `has called off the takeover`."""
    stream = sentence.stream
    return any(
        token.labels & DEAL_WORDS and bears(before(stream, i, 1), "determiner", "poss_pronoun")
        for i, token in enumerate(stream)
    )


def concerns(sentence: Sentence, event: int, speaker: Entity | None, date: str | None, deal: Statement) -> bool:
    """Whether a denial of a date is about the deal told nearest, and not about an earlier one."""
    if _denied_before(date, deal) or _told_long_before(date, deal):
        return False
    if deal.number == sentence.number:
        return True
    quoted = any(s.kind == "denial" and speaker in s.parties["speaker"] for s in sentence.earlier)
    earlier = bears(before(sentence.stream, event, _CLAUSE), "later_than")  # `weeks after Foo denied`
    return not quoted and not earlier


def _denied_before(date: str | None, deal: Statement) -> bool:
    """Whether something was denied before the deal at hand was told: that is no denial of it."""
    told = str(deal.fields.get("date", ""))
    return date is not None and bool(told) and date[: len(told)] < told[: len(date)]


def _told_long_before(date: str | None, deal: Statement) -> bool:
    """Whether the deal at hand was told months before the denial: that is about a newer one."""
    told = str(deal.fields.get("date", ""))
    if date is None or min(len(date), len(told)) < _MONTH:
        return False
    return _months(date) - _months(told) > 1


def _months(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7])
