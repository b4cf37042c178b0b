"""Who is on the side of a capacity that its sentence leaves open, by what was told before: a deal, a site, partners."""

from __future__ import annotations

from pipeline.extract.facts.recall import giver_and_taker, half_told, spoken_of
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.supply_chain import MAKERS, SUPPLIERS, rank
from pipeline.extract.grammar.stream import MARK, NAME, Entity
from pipeline.extract.grammar.windows import after, bears, before
from pipeline.extract.kinds.side_guesses import Sides

_LISTED = frozenset({"power"})  # trades whose members hardly build for themselves
_SITED = frozenset({"site_noun", "anaphora:project"})
_STORY = 3  # sentences over which the story of a site goes on
_NEXT = 2  # sentences between two suppliers of a list
_OF_TWO = frozenset({"partnership", "investment", "capacity"})


def recall(sentence: Sentence, found: Sides) -> None:
    """The sides of the deal that `the agreement` means, when they agree with the side that the sentence names."""
    if told := spoken_of(sentence, found.everyone):
        giver, taker = giver_and_taker(told)
        found.provider, found.customer = [giver], [taker]
    elif len(found.everyone) == 1 and (half := half_told(sentence)):
        known, new = half.everyone[0], found.everyone[0]
        if known.family != new.family:
            supplies = bool(half.first("customer")) or (new.trade == "power" and rank(new) < rank(known))
            sides = ([new], [known]) if supplies else ([known], [new])
            found.provider, found.customer = sides


def ask_the_site(sentence: Sentence, label: str, figure: int | None, found: Sides) -> None:
    """`the first customer of the data centre`, `the site will have 10,000 chips`: the one for which money was told,
    else whom the sentences before were about."""
    stream = sentence.stream
    sites = [i for i, t in enumerate(stream) if "site_noun" in t.labels] if bears(stream, "site_noun") else []
    site = bears(stream, "anaphora:project") or any(bears(before(stream, i, 2), "definite") for i in sites)
    told = next((s for s in reversed(sentence.earlier) if s.kind == "capex"), None)
    owner = told.first("owner") if told and site else None
    if owner is None and site and found.provider and all(e.trade in MAKERS for e in found.provider):
        owner = _subject_before(sentence, found.provider[0])
    if owner is None or not owner.firm:
        return
    if label == "customer" and found.customer:
        found.add("provider", owner)
        return
    chips = figure is not None and stream[figure].value.kind == "chips"
    power = label in ("contract", "supply") and any(e.trade == "power" for e in found.provider)
    if found.provider and (chips or power):
        found.add("customer", owner)


def _subject_before(sentence: Sentence, maker: Entity) -> Entity | None:
    """Whom the sentences before were about, if it may be the customer of a maker."""
    subject = sentence.article.readings[sentence.number - 1].subject if sentence.number else None
    buys = subject is not None and not subject.financier and rank(subject) > rank(maker)
    return subject if buys else None


def ask_the_pair(sentence: Sentence, found: Sides) -> None:
    """The customer of a maker who is one of the two of whom the sentences before tell (`OpenAI and NVIDIA ...`)."""
    maker = found.provider[0]
    pairs = [s.everyone for s in sentence.recent(2, *_OF_TWO)]
    if sentence.number:
        before = sentence.article.readings[sentence.number - 1].tokens
        named = {id(t.value): t.value for t in before if t.type == NAME and t.value is not None and t.value.firm}
        pairs.append(list(named.values()))
    for pair in pairs:
        others = [e for e in pair if e is not maker and e.firm]
        if maker in pair and len(others) == 1 and rank(others[0]) > rank(maker):
            found.add("customer", others[0])


def ask_the_list(sentence: Sentence, found: Sides) -> None:
    """`Foo will sell Bar 2,000 megawatts. Baz is to build ...`: suppliers of one trade, told one after another."""
    trade = found.provider[0].trade
    if found.customer or trade not in _LISTED:
        return
    for told in reversed(sentence.earlier):
        rival = told.first("provider") if told.kind == "capacity" else None
        if rival is not None and rival.trade == trade and rival.family != found.provider[0].family:
            customer = told.first("customer")
            if customer is not None and sentence.number - told.number <= _NEXT:
                found.add("customer", customer)
            return


def ask_the_story(sentence: Sentence, found: Sides, *, measured: bool = False) -> None:
    """`Foo builds a supercomputer. The chips come from Bar`: a lone supplier of what the story's own site needs.

    What is `measured` may be for anybody, unless it is `the power` that Bar supplies.
    """
    stream, user = sentence.stream, sentence.article.topic
    provider = found.provider[0]
    if (
        user is None
        or provider.trade not in SUPPLIERS
        or rank(user) <= rank(provider)
        or not _alone(sentence, provider)
        or found.customer
    ):
        return
    power = provider.trade == "power" and not measured  # takes no article: `supplies wind power`
    goods = [i for i, t in enumerate(stream) if "compute" in t.labels]
    if any("to" in t.labels for i in goods for t in after(stream, i, 1)):
        return  # `sells power to fifty sites`
    told = sentence.article.readings[max(0, sentence.number - _STORY) : sentence.number]
    if any(power or bears(before(stream, i, 2), "definite") for i in goods):
        if any(not t.labels.isdisjoint(_SITED) for reading in told for t in reading.tokens):
            found.add("customer", user)


def _alone(sentence: Sentence, provider: Entity) -> bool:
    """Whether a sentence names no other company, or only in a clause before: `Bar builds, and Foo supplies`."""
    stream = sentence.stream
    others = [i for i in sentence.case if stream[i].value is not provider and stream[i].value in sentence.firms()]
    named = next((i for i in sorted(sentence.case) if stream[i].value is provider), None)
    if named is None or not others:  # the provider may be only meant: who keeps the site
        return not others
    first = next(
        (i for i in range(named - 1, -1, -1) if stream[i].type in (NAME, MARK) or "and" in stream[i].labels), 0
    )
    return "and" in stream[first].labels and all(i < named for i in others)


def ally(sentence: Sentence, customer: Entity) -> list[Entity]:
    """The supplier with whom the customer has allied in the sentence before."""
    for told in sentence.recent(1, "partnership"):
        if customer in told.everyone:
            return [e for e in told.everyone if e is not customer and e.trade in SUPPLIERS and rank(e) < rank(customer)]
    return []
