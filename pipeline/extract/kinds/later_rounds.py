"""What a sentence adds to a round that is told in another one, or in another clause: investors, a valuation."""

from __future__ import annotations

from pipeline.extract.facts.amounts import money
from pipeline.extract.facts.figure_roles import VALUATION
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.valued import valued_party
from pipeline.extract.kinds.backers import backers, may_give

_VALUING = frozenset({"funding_round", "investment"})
STORY = 4  # sentences over which a round's story goes on


def more_backers(sentence: Sentence) -> Statement | None:
    """Investors that a sentence adds to the round told before it (`Foo and Bar took part as well`); leaders who are
    told first wait for their round."""
    if not any(map(may_give, sentence.case.values())):
        return None
    round_ = _round_before(sentence)
    recipient = round_.parties["recipient"] if round_ is not None else []
    leads, investors = backers(sentence, recipient[0] if recipient else None)
    if not investors or not (recipient or leads):
        return None
    parties = {"investors": investors} | ({"leads": leads} if leads else {})
    if recipient:
        parties["recipient"] = recipient
    return Statement("funding_round", sentence.number, 0, parties=parties, fragment=True, guessed=True)


def later_valuation(sentence: Sentence) -> Statement | None:
    """The valuation that a sentence adds to the round told before it (`That values the company at $2bn`)."""
    values = [i for i, role in sentence.roles.items() if role == VALUATION]
    round_ = _round_before(sentence) if values else None
    if round_ is None or "valuation" in round_.fields:
        return None
    recipient, valued = round_.parties["recipient"], valued_party(sentence)
    others = [e for e in sentence.firms() if e not in recipient and not e.financier]
    if (valued is not None and valued not in recipient) or (valued is None and others):
        return None
    return Statement(
        "funding_round", sentence.number, values[0], {}, {"recipient": recipient}, fragment=True, guessed=True
    )


def fill_valuation(sentence: Sentence, new: list[Statement]) -> None:
    """Give the only round of a sentence the valuation of another clause: `was valued at $6bn when it raised`."""
    values = [i for i, role in sentence.roles.items() if role == VALUATION]
    rounds = [s for s in new if s.kind in _VALUING and not s.fragment]
    if len(rounds) != 1 or len(values) != 1 or any("valuation" in s.fields for s in new):
        return
    valued = valued_party(sentence)
    if valued is None or valued is rounds[0].first("recipient"):
        rounds[0].fields["valuation"] = money(sentence, values[0])


def valued_before(sentence: Sentence, new: list[Statement]) -> None:
    """Give a round the valuation that the sentence right before told of the same company without a deal."""
    told = sentence.article.valued
    for statement in (s for s in new if s.kind == "funding_round" and not s.fragment and "valuation" not in s.fields):
        if told is not None and told[0] == sentence.number - 1 and told[1] is statement.first("recipient"):
            before = sentence.article.readings[told[0]]
            statement.take((before.start, before.end), valuation=told[2])
    values = [i for i, role in sentence.roles.items() if role == VALUATION]
    valued = valued_party(sentence) if len(values) == 1 and not new else None
    if valued is not None:
        sentence.article.valued = sentence.number, valued, money(sentence, values[0])


def _round_before(sentence: Sentence) -> Statement | None:
    """The round whose story a sentence may go on with."""
    round_ = next(
        (s for s in reversed(sentence.earlier) if s.kind == "funding_round" and s.main and s.number < sentence.number),
        None,
    )
    if round_ is None or sentence.number - round_.number > STORY:
        return None
    item = sentence.reading.heading_subject
    another = item is not None and item not in (*round_.everyone, *backers(sentence, None)[1])
    return None if another else round_
