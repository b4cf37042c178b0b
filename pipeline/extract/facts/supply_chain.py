"""Who supplies whom in AI: the trades in the order in which compute flows, from power and chips to who trains on it."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.frames import ACTING
from pipeline.extract.grammar.stream import QUANTITY, Entity
from pipeline.extract.grammar.windows import after

# Who supplies whom when the words leave it open: the earlier trade supplies the later one.
CHAIN = {t: i for i, t in enumerate(
    ("equipment", "power", "chips", "servers", "capital", "datacenter", "cloud", "hyperscaler", "", "lab", "software")
)}  # fmt: skip
LONGEST_ABBREVIATION = 4
_GOVERNED = frozenset({"bare", "by", "with", "from", "to", "for", "between", "of", "join"})
BUILDS_FOR_ITSELF = frozenset({"lab", "hyperscaler", "software"})
_ACTING = ACTING | {"perfect"}
MAKERS = frozenset({"chips", "servers", "equipment"})
"""Trades that make what computes."""
LETTING = frozenset({"cloud", "datacenter"})
"""Trades that let it."""
SUPPLIERS = MAKERS | LETTING | {"power"}


def rank(entity: Entity) -> int:
    """Its place in the supply chain."""
    return CHAIN.get(entity.trade, CHAIN[""])


def rather_supplies(sentence: Sentence, a: Entity, b: Entity) -> bool:
    """Whether `a` rather supplies `b` than the other way round; an unknown name lets sites, but buys clouds."""
    return position(sentence, a) < position(sentence, b)


def position(sentence: Sentence, entity: Entity) -> float:
    """Its place in the supply chain, as far as the sentence tells that of an unknown name."""
    if entity.trade or entity.known:
        return rank(entity)
    lets = any(
        t.labels & {"lease", "site_noun"} or (t.type == QUANTITY and t.value.kind == "power") for t in sentence.stream
    )
    return CHAIN["datacenter"] if lets else CHAIN[""]


def credible(sentence: Sentence, entity: Entity) -> bool:
    """Solid, or a lone capitalised word of which the sentence speaks as of somebody: no abbreviation, no headline."""
    if solid(sentence, entity) or entity.kind in ("project", "person"):
        return True
    places = [i for i, t in enumerate(sentence.stream) if t.value is entity]
    if _listed_with_known(sentence, places):
        return True
    lone = entity.name.isupper() and len(entity.name) <= LONGEST_ABBREVIATION
    return not sentence.reading.heading and not lone and any(sentence.case[i].label in _GOVERNED for i in places)


def _listed_with_known(sentence: Sentence, places: list[int]) -> bool:
    """`its clients Foo, a known firm, and XYZ`: who stands in one list with somebody known is somebody."""
    groups = {sentence.case[i].group for i in places if i in sentence.case}
    return any(c.group in groups and sentence.stream[i].value.known for i, c in sentence.case.items())


def solid(sentence: Sentence, entity: Entity) -> bool:
    """Known, or surely an organisation: an unknown capitalised word alone makes no party of a deal without figures."""
    mentions = sentence.article.mentions.get(id(entity), 0)
    if entity.known or entity.kind in ("company", "government") or bool(entity.trade) or mentions > 1:
        return True
    return entity.kind == "unknown" and entity.name.isalpha() and _acts(sentence, entity)


def _acts(sentence: Sentence, entity: Entity) -> bool:
    """Whether a verb follows a name that no preposition governs, or the list that it stands in: `Foo y Bar firman`."""
    stream = sentence.stream
    if sentence.reading.heading or sentence.article.lexicon.nouns_capitalised:
        return False
    groups = {
        c.group for i, c in sentence.case.items() if stream[i].value is entity and c.label == "bare" and not c.poss
    }
    ends = (max(i for i, c in sentence.case.items() if c.group == group) for group in groups)
    following = ([t for t in after(stream, end, 2) if "dative" not in t.labels][:1] for end in ends)
    return any(t.labels & _ACTING for tokens in following for t in tokens)
