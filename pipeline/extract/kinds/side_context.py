"""Who is on the side of a capacity that no word tells: another name of the sentence, or one of those before it."""

from __future__ import annotations

from pipeline.extract.facts.beside import is_brand
from pipeline.extract.facts.located import located
from pipeline.extract.facts.recall import the_two
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.supply_chain import LETTING, SUPPLIERS, position, rank
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.grammar.windows import after, bears, before
from pipeline.extract.kinds.builders import ask_the_owner, builder_told
from pipeline.extract.kinds.side_guesses import Sides, add_brand
from pipeline.extract.kinds.side_phrases import builder_of, keeper
from pipeline.extract.kinds.side_story import ally, ask_the_list, ask_the_pair, ask_the_site, ask_the_story, recall

_SIGNED_NEAR = 4  # tokens from a verb of signing to the lease
_RENTING = frozenset({"customer", "procure", "contract"})
_SUPPLYING = frozenset({"supply", "supplier", "contract"})


def ask_the_context(sentence: Sentence, statement: Statement, label: str, figure: int | None, found: Sides) -> None:
    """Fill an open side from the deal spoken of, the other names of the sentence, its speaker, or an ally."""
    if len(found.everyone) < 2 and (pair := the_two(sentence)):
        first, second = sorted(pair, key=lambda e: position(sentence, e))
        found.provider, found.customer = [first], [second]
    if found.customer and not found.provider and label in _RENTING and (host := keeper(sentence, found.customer)):
        found.add("provider", host)
    if len(found.everyone) == 1 and label == "contract":
        _let_by_builder(sentence, statement, found)
    if found.provider and not found.customer and label == "supply" and (user := builder_of(sentence, found.provider)):
        found.add("customer", user)  # `150 MW for the campus that Foo is building`
    if found.provider and not found.customer:
        ask_the_owner(sentence, statement.event, label, figure, found)
    if len(found.everyone) == 1:
        ask_the_site(sentence, label, figure, found)
    if len(found.everyone) < 2:
        recall(sentence, found)
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
        ask_the_pair(sentence, found)
        ask_the_list(sentence, found)
        ask_the_story(sentence, found, measured=True)
    elif found.provider and not found.customer and label in _SUPPLYING:
        ask_the_story(sentence, found)


def _let_by_builder(sentence: Sentence, statement: Statement, found: Sides) -> None:
    """`Foo is building a data centre. Bar has signed a lease`: Foo lets it, unless another place is named."""
    stream, event, tenant = sentence.stream, statement.event, found.everyone[0]
    signed = "lease" in stream[event].labels and bears(before(stream, event, _SIGNED_NEAR), "announce")
    subject = any(p.entity is tenant and p.case == "subject" for p in statement.parts)
    if not (signed and subject) or located(sentence) or len({id(e) for e in sentence.firms()}) > 1:
        return
    builder = builder_told(sentence)
    if builder is not None and builder.family != tenant.family:
        found.provider, found.customer = [builder], [tenant]


def _topic_as_provider(sentence: Sentence, label: str, figure: int | None, found: Sides) -> list[Entity]:
    """The supplier that the article is about, where a customer pays or signs for compute without naming one."""
    topic = sentence.article.topic
    if topic is None or label not in ("procure", "contract", "customer") or (figure is None and label != "customer"):
        return []
    fits = topic.trade in LETTING and rank(topic) < rank(found.customer[0])
    return [topic] if fits and topic.family != found.customer[0].family else []


def _complete(sentence: Sentence, found: Sides) -> None:
    """A supplier by trade without another part in the sentence supplies the customer, and the other way round."""
    taken = found.everyone[0]
    aside = [sentence.stream[i].value for i, c in sentence.case.items() if _in_relative(sentence, c.anchor)]
    others = [
        e
        for e in sentence.firms()
        if e not in aside and e.known and e.family != taken.family and not is_brand(sentence, e)
    ]
    if found.customer:
        fits = [e for e in others if e.trade in SUPPLIERS and rank(e) < rank(taken)]
    else:
        fits = [e for e in others if rank(e) > rank(taken) and not e.financier and taken.trade in SUPPLIERS]
    if fits:
        found.add("provider" if found.customer else "customer", fits[0])


def _in_relative(sentence: Sentence, anchor: int) -> bool:
    return anchor >= 0 and "relative" in sentence.stream[anchor].labels


def _ask_the_speaker(sentence: Sentence, found: Sides) -> None:
    """`600,000 Foo chips will be installed, Bar said`: who says so is their customer."""
    stream = sentence.stream
    for i in sentence.case:
        speaker = stream[i].value
        speaks = bears(after(stream, i, 1), "speaker_verb") and speaker.firm
        if speaks and all(rank(e) < rank(speaker) for e in found.provider):
            found.add("customer", speaker)


def _ask_the_subject(sentence: Sentence, statement: Statement, found: Sides) -> None:
    """`there is a cloud deal with Foo` in what Bar announces: Bar's."""
    other = sentence.reading.subject
    joined = any(p.case == "with" and p.entity in found.everyone for p in statement.parts)
    if joined and other is not None and other.firm and {other.trade, found.everyone[0].trade} & SUPPLIERS:
        first, second = sorted((found.everyone[0], other), key=lambda e: position(sentence, e))
        found.provider, found.customer = [first], [second]
