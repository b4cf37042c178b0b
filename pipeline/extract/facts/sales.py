"""What is sold: a company, a stake in one, or more than half of it. All take a sentence, its event and its figure."""

from __future__ import annotations

from pipeline.extract.facts.purchases import is_minority
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.frames import LIGHT, VERBS
from pipeline.extract.grammar.stream import MARK, NAME
from pipeline.extract.grammar.voice import passive
from pipeline.extract.grammar.windows import after, back, bears, before, is_figure

_OBJECT = 8  # tokens between a verb of selling and what it sells
_DEBT_NEAR = 4  # tokens from the notes to the passive that says that they were sold
_CLAUSE = 20  # and where the verb closes its clause
_SUBJECT = 12  # tokens from a passive verb back to its subject
_TAKING = frozenset({"acquire", "raise_weak", "invest", "give"})
_PARTING = VERBS | {"relative", "but"}


def sells_company(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`is selling Foo to Bar`, `sold 51 percent of Foo to Bar`: a company and its buyer, no goods and no shares."""
    stream = sentence.stream
    if sentence.article.lexicon.verb_final and passive(stream, event):
        return _company_sold(sentence, event)
    end = next((i for i in range(event + 1, len(stream)) if "to" in stream[i].labels), None)
    if end is None or end - event > 2 * _OBJECT:
        return sentence.article.lexicon.verb_final and _company_sold(sentence, event, bare=2)
    named = next((i for i in range(event + 1, end) if stream[i].type == NAME), end)
    if bears(stream[event + 1 : end], "stake", "round") or bears(stream[event + 1 : named], "compute", "hardware"):
        return False
    if any(is_minority(t) for t in stream[event + 1 : end]):
        return False
    buyer = next((t.value for t in after(stream, end, 4) if t.type == NAME), None)
    objects = (t.value for t in after(stream, event, _OBJECT) if t.type == NAME and not t.reference)
    sold = next((entity for entity in objects if entity is not buyer), None)  # `cède à Foo sa filiale Bar`
    if sold is None and passive(stream, event):  # `Foo was sold by its founders to Bar`
        sold = next((stream[i].value for i in back(event, _SUBJECT) if i in sentence.case), None)
    if sold is None and sentence.article.lexicon.verb_final:  # `heeft Foo verkocht aan Bar`
        return _company_sold(sentence, event, bare=2)
    return sold is not None and sold.firm and buyer is not None and buyer.firm and buyer is not sold


def sells_share(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`sells 20 percent of Foo to Bar`: no more than half of a company."""
    stream = sentence.stream
    first = max(0, event - _CLAUSE) if sentence.article.lexicon.verb_final else event
    near = range(first, min(event + _OBJECT, len(stream) - 1))
    shares = [i for i in near if is_minority(stream[i])]
    return any("of" in stream[i + 1].labels for i in shares)


def _company_sold(sentence: Sentence, event: int, bare: int = 1) -> bool:
    """`Foo wurde für 90 Millionen Euro an Bar verkauft`, `Foo zou zijn verkocht aan Bar`: no goods, no shares.

    `bare`: how many firms stand without a preposition; two where one of them sells the other.
    """
    stream = sentence.stream
    if bears(before(stream, event, _CLAUSE), "stake", "compute", "hardware", "property"):
        return False
    near = range(max(0, event - _CLAUSE), min(event + _OBJECT, len(stream)))
    cases = [(sentence.case[i].label, stream[i].value) for i in near if i in sentence.case]
    sold = [entity for label, entity in cases if label == "bare" and entity is not None and entity.firm]
    return len(sold) >= bare and any(label == "to" and entity is not None and entity.firm for label, entity in cases)


def sells_debt(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`The notes were sold in an aggregate amount of $600m`: debt that is sold raises money."""
    stream = sentence.stream
    subject = before(stream, event, _DEBT_NEAR)
    return figure is not None and bears(subject, "debt_round") and passive(stream, event)


def is_sold(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`sold a 5% stake to Foo`, `is selling shares worth $2bn`: the stake is the object of a verb of selling."""
    stream = sentence.stream
    for i in back(event, _OBJECT):
        if "sell" in stream[i].labels:
            return True
        if stream[i].type == MARK or stream[i].labels & _PARTING:
            break
    return sentence.article.lexicon.verb_final and _sold_at_the_end(sentence, event)


def _sold_at_the_end(sentence: Sentence, event: int) -> bool:
    """`Beschäftigte hatten Aktien im Wert von 2 Milliarden Dollar an Foo verkauft`: the verb closes the clause."""
    stream = sentence.stream
    for i in range(event + 1, min(event + _CLAUSE, len(stream))):
        if "sell" in stream[i].labels:
            return True
        if stream[i].text in ";:." or stream[i].labels & _PARTING:
            return False
    return False


def is_taken(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`erwirbt die Mehrheit an Foo`, `neemt een meerderheidsbelang`: new, or a verb of taking beside it."""
    opening = before(sentence.stream, event, 4)
    if bears(opening, "hold"):
        return False
    new = bears(opening, "determiner") and not bears(opening, "definite", "poss_pronoun")
    return new or bears([*opening, *after(sentence.stream, event, _OBJECT)], *_TAKING)


def takes_majority(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`takes a 60 percent stake in Foo`: more than half of it is a takeover, unless it is held already."""
    stream = sentence.stream
    share = next((i for i in back(event, 4) if is_figure(stream[i], "percent")), None)
    if share is None or is_minority(stream[share]):
        return False
    opening = before(stream, share, 3)
    new = bears(opening, "determiner") and not bears(opening, "definite", "poss_pronoun", "hold")
    return new and not any(t.labels == LIGHT for t in opening)  # `has a 60 percent stake`
