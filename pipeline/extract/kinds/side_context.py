"""The open side of a capacity, from the deal spoken of, other names of the sentence, its speaker, or an ally."""

from __future__ import annotations

from pipeline.extract.facts.beside import is_brand
from pipeline.extract.facts.recall import giver_and_taker, half_told, spoken_of, the_two
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.supply_chain import SUPPLIERS, place, rank
from pipeline.extract.grammar.stream import MARK, NAME, Entity, Token
from pipeline.extract.kinds.side_guesses import FIRMS, Sides, add_brand
from pipeline.extract.kinds.side_phrases import keeper

_RENTING = frozenset({"customer", "procure", "contract"})
_LISTED = frozenset({"power"})  # trades whose members hardly build for themselves
_SUPPLYING = frozenset({"supply", "supplier", "contract"})
_SITED = frozenset({"site_noun", "anaphora:project"})
_STORY = 3  # sentences over which the story of a site goes on
_NEXT = 2  # sentences between two suppliers of a list
_OF_TWO = frozenset({"partnership", "investment", "capacity"})


def ask_the_context(sentence: Sentence, statement: Statement, label: str, figure: int | None, found: Sides) -> None:
    """Fill an open side from the deal spoken of, the other names of the sentence, its speaker, or an ally."""
    if len(found.everyone) < 2 and (pair := the_two(sentence)):
        first, second = sorted(pair, key=lambda e: place(sentence, e))
        found.provider, found.customer = [first], [second]
    if found.customer and not found.provider and label in _RENTING and (host := keeper(sentence, found.customer)):
        found.add("provider", host)
    if len(found.everyone) == 1:
        _ask_the_site(sentence, label, figure, found)
    if len(found.everyone) < 2:
        _recall(sentence, found)
    if figure is not None and not found.customer and sentence.stream[figure].value.kind == "chips":
        _ask_the_speaker(sentence, found)
        add_brand(sentence, figure, found)
    if len(found.everyone) == 1:
        _complete(sentence, found)
    if len(found.everyone) == 1 and label == "contract":
        _ask_the_subject(sentence, statement, found)
    if found.customer and not found.provider:
        found.provider += ally(sentence, found.customer[0]) or _topic_as_provider(sentence, label, figure, found)
    elif found.provider and not found.customer and figure is not None:
        _ask_the_pair(sentence, found)
        _ask_the_list(sentence, found)
    elif found.provider and not found.customer and label in _SUPPLYING:
        _ask_the_story(sentence, found)


def _ask_the_story(sentence: Sentence, found: Sides) -> None:
    """`Foo builds a supercomputer. The chips come from Bar`: a lone supplier of what the story's own site needs."""
    stream, user = sentence.stream, sentence.article.topic
    provider = found.provider[0]
    if (
        user is None
        or provider.trade not in SUPPLIERS
        or rank(user) <= rank(provider)
        or not _alone(sentence, provider)
    ):
        return
    power = provider.trade == "power"  # takes no article: `supplies wind power`
    goods = [i for i, t in enumerate(stream) if "compute" in t.labels]
    if any("to" in t.labels for i in goods for t in stream[i + 1 : i + 2]):
        return  # `sells power to fifty sites`
    told = sentence.article.readings[max(0, sentence.number - _STORY) : sentence.number]
    if any(power or _definite(stream[max(0, i - 2) : i]) for i in goods):
        if any(not t.labels.isdisjoint(_SITED) for reading in told for t in reading.tokens):
            found.add("customer", user)


def _alone(sentence: Sentence, provider: Entity) -> bool:
    """Whether a sentence names no other company, or only in a clause before: `Bar builds, and Foo supplies`."""
    stream = sentence.stream
    named = next(i for i in sorted(sentence.case) if stream[i].value is provider)
    first = next(
        (i for i in range(named - 1, -1, -1) if stream[i].type in (NAME, MARK) or "and" in stream[i].labels), 0
    )
    joined = "and" in stream[first].labels
    others = (
        i for i in sentence.case if stream[i].value is not provider and stream[i].value in sentence.organisations()
    )
    return all(joined and i < named for i in others)


def _ask_the_list(sentence: Sentence, found: Sides) -> None:
    """`Foo will sell Bar 2,000 megawatts. Baz is to build ...`: suppliers of one trade, told one after another."""
    trade = found.provider[0].trade
    if found.customer or trade not in _LISTED:
        return
    for told in reversed(sentence.earlier):
        rival = told.first("provider") if told.kind == "capacity" else None
        if rival is not None and rival.trade == trade and rival.family != found.provider[0].family:
            customer = told.first("customer")
            if customer is not None and sentence.number - told.reading <= _NEXT:
                found.add("customer", customer)
            return


def _topic_as_provider(sentence: Sentence, label: str, figure: int | None, found: Sides) -> list[Entity]:
    """The supplier that the article is about, where a customer pays or signs for compute without naming one."""
    topic = sentence.article.topic
    if topic is None or figure is None or label not in ("procure", "contract", "customer"):
        return []
    fits = topic.trade in ("cloud", "datacenter") and found.customer[0].trade not in ("cloud", "datacenter")
    return [topic] if fits and topic.family != found.customer[0].family else []


def _ask_the_site(sentence: Sentence, label: str, figure: int | None, found: Sides) -> None:
    """`the first customer of the data centre`, `the site will have 10,000 chips`: the one for which money was told."""
    stream = sentence.stream
    site = any("site_noun" in t.labels and _definite(stream[max(0, i - 2) : i]) for i, t in enumerate(stream))
    told = next((s for s in reversed(sentence.earlier) if s.kind == "capex"), None)
    owner = told.first("owner") if told and site else None
    if owner is None or owner.kind not in FIRMS:
        return
    if label == "customer" and found.customer:
        found.add("provider", owner)
        return
    chips = figure is not None and stream[figure].value.kind == "chips"
    power = label == "contract" and any(e.trade == "power" for e in found.provider)
    if found.provider and (chips or power):
        found.add("customer", owner)


def _definite(before: list[Token]) -> bool:
    return any("definite" in t.labels for t in before)


def _recall(sentence: Sentence, found: Sides) -> None:
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


def _complete(sentence: Sentence, found: Sides) -> None:
    """A supplier by trade without another part in the sentence supplies the customer, and the other way round."""
    taken = found.everyone[0]
    aside = [sentence.stream[i].value for i, c in sentence.case.items() if _in_relative(sentence, c.anchor)]
    others = [
        e
        for e in sentence.organisations()
        if e not in aside and e.known and e.family != taken.family and not is_brand(sentence, e)
    ]
    if found.customer:
        fits = [e for e in others if e.trade in SUPPLIERS and rank(e) < rank(taken)]
    else:
        fits = [e for e in others if rank(e) > rank(taken) and e.trade != "capital" and taken.trade in SUPPLIERS]
    if fits:
        found.add("provider" if found.customer else "customer", fits[0])


def _in_relative(sentence: Sentence, anchor: int) -> bool:
    return anchor >= 0 and "relative" in sentence.stream[anchor].labels


def _ask_the_speaker(sentence: Sentence, found: Sides) -> None:
    """`600,000 Foo chips will be installed, Bar said`: who says so is their customer."""
    stream = sentence.stream
    for i in sentence.case:
        speaker = stream[i].value
        speaks = any("speaker_verb" in t.labels for t in stream[i + 1 : i + 2]) and speaker.kind in FIRMS
        if speaks and all(rank(e) < rank(speaker) for e in found.provider):
            found.add("customer", speaker)


def _ask_the_subject(sentence: Sentence, statement: Statement, found: Sides) -> None:
    """`there is a cloud deal with Foo` in what Bar announces: Bar's."""
    other = sentence.reading.subject
    joined = any(p.case == "with" and p.entity in found.everyone for p in statement.parts)
    if joined and other is not None and other.kind in FIRMS and {other.trade, found.everyone[0].trade} & SUPPLIERS:
        first, second = sorted((found.everyone[0], other), key=lambda e: place(sentence, e))
        found.provider, found.customer = [first], [second]


def _ask_the_pair(sentence: Sentence, found: Sides) -> None:
    """The customer of a maker who is one of the two of whom the sentences before tell (`OpenAI and NVIDIA ...`)."""
    maker = found.provider[0]
    pairs = [s.everyone for s in reversed(sentence.earlier) if sentence.number - s.reading <= 2 and s.kind in _OF_TWO]
    if sentence.number:
        before = sentence.article.readings[sentence.number - 1].tokens
        named = {
            id(t.value): t.value for t in before if t.type == NAME and t.value is not None and t.value.kind in FIRMS
        }
        pairs.append(list(named.values()))
    for pair in pairs:
        others = [e for e in pair if e is not maker and e.kind in FIRMS]
        if maker in pair and len(others) == 1 and rank(others[0]) > rank(maker):
            found.add("customer", others[0])


def ally(sentence: Sentence, customer: Entity) -> list[Entity]:
    """The supplier with whom the customer has allied in the sentence before."""
    for told in reversed(sentence.earlier):
        if told.kind == "partnership" and sentence.number - told.reading <= 1 and customer in told.everyone:
            return [e for e in told.everyone if e is not customer and e.trade in SUPPLIERS and rank(e) < rank(customer)]
    return []
