"""Names beside a noun: `its main supplier, Foo`, and makers who only stand before their product, `Foo GPUs`."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.supply_chain import MAKERS
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import NAME, Entity, Token
from pipeline.extract.grammar.windows import after, bears, before
from pipeline.extract.names.word_forms import is_model

_PARTING = VERBS | {"relative", "by"}
_REACH = 4  # tokens from a name to the noun in apposition to it


def beside_noun(sentence: Sentence, event: int) -> Entity | None:
    """The name that a noun is in apposition to: `Foo, its main supplier`, `its main supplier, Foo`, `supplier Foo`."""
    stream = sentence.stream
    if bears(after(stream, event, 1), "copula"):
        return None  # `Foo, its tenant is Bar`
    owned = bears(before(stream, event, _REACH), "poss", "poss_pronoun", "definite")
    for i in range(event - 2, max(-1, event - 2 - _REACH), -1):
        between = stream[i + 1 : event]
        if any(t.labels & _PARTING for t in between) or bears(between[:1], "poss"):
            break
        if stream[i].type == NAME and sentence.case[i].label == "kin":
            continue
        if stream[i].type == NAME and not stream[i].reference:
            return _party(stream[i].value) if between and between[0].text == "," else None
    if event + 2 < len(stream):
        first = event + 2 if owned and stream[event + 1].text == "," else event + 1
        if stream[first].type == NAME and not stream[first].reference:
            return _party(stream[first].value)
    return None


def keeper_of(sentence: Sentence, site: Entity) -> Entity | None:
    """Whose site it is, by this sentence or by one before it."""
    return owner_of(sentence, site) or sentence.article.keepers.get(id(site))


def owner_of(sentence: Sentence, site: Entity) -> Entity | None:
    """Whose site it is: `Foo's Bar campus`, `its Bar campus`."""
    stream = sentence.stream
    for i in sentence.case:
        if stream[i].value is not site or i < 1:
            continue
        before = i - 2 if "poss" in stream[i - 1].labels else i - 1
        if (before >= 0 and stream[before].labels & {"poss_pronoun"}) or (before == i - 2 and before >= 0):
            return _party(stream[before].value) if stream[before].type == NAME else None
    return None


def describes(sentence: Sentence, event: int) -> bool:
    """Whether a noun only describes the name after it, and belongs to nobody: `the AI cloud provider Foo`."""
    stream = sentence.stream
    last_word = sentence.article.lexicon.longest(stream[event].text.split()[-1:], 0)[1]
    named = event + 1 < len(stream) and stream[event + 1].type == NAME and "of" not in last_word  # `a cargo da Foo`
    owned = bears(before(stream, event, _REACH), "poss", "poss_pronoun")
    others = bears(before(stream, event, 2), "with")  # `works with local suppliers`
    return (named or others) and not owned


def makes(sentence: Sentence, entity: Entity) -> bool:
    """Whether a name stands before its product wherever the sentence names it: `Foo GPUs`, `Foo's GPUs`."""
    stream = sentence.stream
    places = [i for i in sentence.case if stream[i].value is entity]
    beside = ((t for t in stream[i + 1 : i + 8] if not _plain(t)) for i in places)
    return bool(places) and all("hardware" in next(after, stream[0]).labels for after in beside)


def _plain(token: Token) -> bool:
    """What may stand between a maker and its product: a possessive, a model, an adjective."""
    return "poss" in token.labels or (token.type != NAME and not token.labels and token.text not in ",.;:")


def is_brand(sentence: Sentence, entity: Entity) -> bool:
    """Whether a maker only stands beside its product wherever the sentence names it: `Foo GPUs`, `puces Foo`."""
    stream = sentence.stream
    places = [i for i in sentence.case if stream[i].value is entity]
    for i in places:
        after = next((t for t in stream[i + 1 : i + 4] if not is_model(t.text.upper())), None)
        before = sentence.case[i].label == "bare" and i > 0 and "hardware" in stream[i - 1].labels
        product = after is not None and "hardware" in after.labels
        taker = i > 0 and entity.trade not in MAKERS and "supply" in stream[i - 1].labels  # `ships Foo chips`
        if sentence.case[i].poss or taker or not (product or before):
            return False
    return bool(places)


def _party(entity: Entity | None) -> Entity | None:
    return entity if entity is not None and entity.organisation else None
