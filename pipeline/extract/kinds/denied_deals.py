"""The deal that a denial is about: told in its sentence or shortly before, still open, and not of another time."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.windows import bears, before
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.kinds.denial_cues import opens_with_clause
from pipeline.extract.kinds.denial_parties import MAIN

OPEN = frozenset({"rumoured", "reported"})  # what can still be denied; an announced deal cannot be denied away
DEAL_WORDS = frozenset(
    {"round", "raise", "acquisition", "acquire", "investment", "contract", "talks", "funding_context", "stake",
     "invest", "guarantee", "report_noun", "valuation", "equity", "site_noun", "guarantee_noun", "cede",
     "sell"}
)  # fmt: skip
_BACK = 2  # sentences in which the denied deal may have been told before
_CLAUSE = 8  # tokens before a denial in which its clause opens


def nearest_deal(sentence: Sentence, event: int, status: str, speaker: Entity | None) -> Statement | None:
    """The deal of this sentence, else one told shortly before that the speaker has to do with."""
    firm = speaker is not None and speaker.kind in ("company", "unknown")
    for back in range(_BACK + 1):
        near = [
            s for s in sentence.earlier
            if s.reading == sentence.number - back and s.kind in MAIN and not s.fragment
            and (_is_open(sentence, s, status, back) or (back == 0 and s.event > event))  # `denies that Foo buys`
        ]  # fmt: skip
        if firm and status == "cancelled":
            near = [s for s in near if speaker in s.everyone]
        if near:
            return near[0] if back == 0 else near[-1]
    return None


def _is_open(sentence: Sentence, statement: Statement, status: str, back: int) -> bool:
    """Whether a deal can be denied or called off; what the sentence itself tells may be done in one breath."""
    told = statement.fields.get("status")
    if status == "cancelled" or told in OPEN:
        return True
    return back == 0 and (told == "completed" or not statement.sure or opens_with_clause(sentence))


def concerns(sentence: Sentence, event: int, deal: Statement) -> bool:
    """Whether a denial is about the deal told nearest, and not about an earlier one."""
    if deal.reading == sentence.number:
        return True
    return not bears(before(sentence.stream, event, _CLAUSE), "later_than")  # `weeks after Foo denied`
