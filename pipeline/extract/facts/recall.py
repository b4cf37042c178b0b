"""The deal told shortly before that a sentence goes on about: `this agreement`, `the contract`, `the two`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.supply_chain import rank
from pipeline.extract.grammar.stream import NAME, QUANTITY, Entity, Token
from pipeline.extract.grammar.windows import bears, before

NEAR = 3  # sentences back to the deal that a definite noun speaks of
_SPOKEN = 3  # tokens among which a sentence says that it speaks of the deal: `L'operazione vale`
_PAID = 4  # tokens from a verb of paying to the price: `It will pay about $2bn`
_DEALS = frozenset({"contract", "partnership", "deal"})
_TAKEOVERS = frozenset({"deal", "bid", "acquisition"})
_SITES = frozenset({"site_noun", "compute"})
_ASIDE = frozenset({"of", "kin", "title", "after", "join"})
_OF_TWO = frozenset({"capacity", "partnership", "guarantee", "investment"})


def spoken_of(sentence: Sentence, named: Sequence[Entity] = ()) -> Statement | None:
    """The deal of two organisations that a definite `deal`, `lease` or `partnership` means; `named` are among them."""
    if not _speaks_of_a_deal(sentence):
        return None
    near = sentence.recent(NEAR, *_OF_TWO)
    pairs = [s for s in near if len(_firms(s)) >= 2 and all(e in s.everyone for e in named)]
    mentioned = [s for s in pairs if any(e in s.everyone for e in sentence.firms())]
    return (mentioned or pairs)[0] if pairs else None


def deal_told(sentence: Sentence, event: int) -> Statement | None:
    """The acquisition or investment before, whose sum a mere `deal` or `bid` tells (`unwind a deal valued at $2bn`)."""
    last = next((s for s in sentence.recent(NEAR) if not s.fragment and s.kind != "denial"), None)
    if last is None or last.kind not in ("acquisition", "investment") or "amount" in last.fields:
        return None
    return last if _tells_price(sentence, event, last) else None


def _tells_price(sentence: Sentence, event: int, told: Statement) -> bool:
    """Whether a sum is that of the deal told before: `The price is`, `a deal valued at`, `Foo pays $2bn in cash`."""
    named = sentence.firms()
    if any(entity not in told.everyone for entity in named):
        return False
    if bears(sentence.stream, "price_noun"):
        return True
    if sentence.stream[event].type == QUANTITY and bears(sentence.stream, "report_verb"):
        return not named  # `The local press speaks of $300m`
    if sentence.stream[event].labels & _TAKEOVERS or bears(sentence.stream[:_SPOKEN], "deal"):
        return not named
    pays = bears(sentence.stream[event : event + 1], "pay", "spend") or bears(
        before(sentence.stream, event, _PAID), "pay"
    )
    described = all(t.reference for t in sentence.stream if t.type == NAME and t.value in named)
    return pays and told.kind == "acquisition" and (told.first("acquirer") in named or described)


def half_told(sentence: Sentence) -> Statement | None:
    """The capacity of which only one side was told, when a definite noun goes on about it (`the deal with Foo`)."""
    if not _speaks_of_a_deal(sentence):
        return None
    last = next((s for s in sentence.recent(NEAR, "capacity") if not s.fragment), None)
    return last if last is not None and len(_firms(last)) == 1 else None


def cost_of_site_told(sentence: Sentence) -> bool:
    """Whether this sentence or the one before told what a site costs, so that this one may tell its size."""
    return bool(sentence.recent(1, "capex"))


def refers_back(sentence: Sentence) -> bool:
    """Whether a sentence goes on about the deal or site told before: `the agreement`, `The campus will`, `It runs`."""
    opening = sentence.stream[:4]
    site = bears(opening[:1], "definite") and any(t.labels & _SITES for t in opening)
    pronoun = any(t.reference and "pronoun" in t.labels for t in opening[:2])
    return site or pronoun or spoken_of(sentence) is not None or half_told(sentence) is not None


def giver_and_taker(statement: Statement) -> tuple[Entity, Entity]:
    """The two sides of a deal as told: who provides or pays, and who uses or is paid."""
    for giver, taker in (("provider", "customer"), ("investors", "recipient"), ("guarantor", "beneficiary")):
        one, other = statement.first(giver), statement.first(taker)
        if one is not None and other is not None:
            return one, other
    first, second = sorted(_firms(statement)[:2], key=rank)
    return first, second


def the_two(sentence: Sentence) -> list[Entity]:
    """Whom `the two companies` means: the two of a deal told shortly before, else the only two named there."""
    if not bears(sentence.stream, "both"):
        return []
    told = [_firms(s) for s in sentence.recent(NEAR)]
    for reading in reversed(sentence.article.readings[max(0, sentence.number - NEAR) : sentence.number]):
        apart = {i for i, case in reading.cases.items() if case.label in _ASIDE}
        names = [t for i, t in enumerate(reading.tokens) if t.type == NAME and t.value is not None and i not in apart]
        named = {id(t.value): t.value for t in names}
        told.append([e for e in named.values() if e.firm])
    return next((pair for pair in told if len(pair) == 2), [])


def _speaks_of_a_deal(sentence: Sentence) -> bool:
    """Whether a sentence has a definite `deal`, `contract` or `partnership`."""
    stream = sentence.stream
    spoken = "definite" in stream.labels and not stream.labels.isdisjoint(_DEALS)
    return spoken and any(_definite(stream, event) for event in sentence.events)


def _definite(stream: Sequence[Token], at: int) -> bool:
    return bool(stream[at].labels & _DEALS) and bears(before(stream, at, 3), "definite")


def _firms(statement: Statement) -> list[Entity]:
    return [e for e in statement.everyone if e.firm]
