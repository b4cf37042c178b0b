"""Whether the sides found for a capacity make a deal: what must be told of it with a figure, and what without."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.supply_chain import SUPPLIERS, solid
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.grammar.windows import after, bears, before, is_figure
from pipeline.extract.kinds.side_guesses import Sides
from pipeline.extract.kinds.side_phrases import won_from

_DEALING = frozenset({"supply", "procure", "contract"})
_PAYING = frozenset({"pay", "acquire", "spend"})
_BEFORE, _AFTER = 6, 8  # tokens around an event in which a word of compute explains it


def both_told(sentence: Sentence, statement: Statement, label: str, found: Sides) -> bool:
    """Without a figure both sides are named, and a word tells that it is compute that changes hands."""
    if not found.provider or not found.customer or _told_turned_round(sentence, found) or _bought(sentence, found):
        return False
    if not solid(sentence, found.provider[0]) or not solid(sentence, found.customer[0]):
        return False
    labels = sentence.stream[statement.event].labels
    if label in ("supplier", "customer", "build") or (label in _DEALING and found.provider[0].trade == "cloud"):
        return True  # who taps a cloud rents compute
    if found.provider[0].trade in SUPPLIERS and (
        "in_use" in labels or ("lease" in labels and label in ("contract", "procure"))
    ):
        return True
    if "lease" in labels:
        return bears(sentence.stream, "compute", "site_noun", "ai")
    if label == "contract" and won_from(sentence, statement.event):
        return bears(sentence.stream, "compute")
    stream, event = sentence.stream, statement.event
    told = {id(part.entity) for part in statement.parts}
    governed = id(found.provider[0]) in told and id(found.customer[0]) in told
    if governed and found.provider[0].trade in SUPPLIERS and label in _DEALING and not labels & _PAYING:
        return bears(stream, "compute")
    return bears(
        [*before(stream, event, _BEFORE), *stream[event : event + 1], *after(stream, event, _AFTER)], "compute"
    )


def _bought(sentence: Sentence, found: Sides) -> bool:
    """`Foo buys Bar, adding a supplier`: whom the same sentence lets its customer take over supplies nobody."""
    return any(
        s.kind == "acquisition"
        and s.number == sentence.number
        and s.first("target") is found.provider[0]
        and s.first("acquirer") is found.customer[0]
        for s in sentence.earlier
    )


def _told_turned_round(sentence: Sentence, found: Sides) -> bool:
    """Whether a deal told with figures has the same two the other way round."""
    return any(
        s.kind == "capacity"
        and s.first("customer") is found.provider[0]
        and s.first("provider") is found.customer[0]
        and (len(s.fields) > 1 or s.number == sentence.number)
        for s in sentence.earlier
    )


def one_told(sentence: Sentence, label: str, figure: int, found: Sides) -> bool:
    """With a figure one side is enough; but what is sold to nobody named is a turnover, and what is bought any good."""
    power = is_figure(sentence.stream[figure], "power")
    if not found.everyone or (label == "supply" and not found.customer and not power):
        return False
    if label not in ("supply", "procure", "contract") or len(found.everyone) >= 2:
        return True
    return not is_figure(sentence.stream[figure], "money") or bears(sentence.stream, "compute", "site_noun")


def supplies_itself(found: Sides) -> bool:
    """Whether the two sides are one group: no deal."""
    return len(found.everyone) == 2 and len({_group(entity) for entity in found.everyone}) == 1


def _group(entity: Entity) -> str:
    """Whose it is: a joint project is nobody's."""
    return entity.name if entity.kind == "project" and entity.trade == "joint" else entity.family
