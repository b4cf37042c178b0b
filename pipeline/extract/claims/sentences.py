"""A sentence made ready to be read for deals: its event words, and what each of its figures says."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.figure_roles import DEBT, EQUITY, PART, SUM, VALUATION
from pipeline.extract.facts.measures import measure_roles
from pipeline.extract.facts.stages import STAGES, is_stage
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.frames import EVENTS, NOUNS
from pipeline.extract.grammar.stream import NAME, Stream, Token
from pipeline.extract.grammar.windows import is_figure
from pipeline.extract.kinds.pairs import lists_of_pairs
from pipeline.extract.reading.article import Article

_TELLING = EVENTS | STAGES
_LASTING = frozenset({VALUATION, EQUITY, DEBT, PART})  # roles that a figure keeps when it is told again


def prepare(article: Article, number: int, earlier: list[Statement]) -> Sentence:
    """The sentence of a number, with the statements told before it."""
    reading = article.readings[number]
    stream = reading.tokens
    roles, events = measure_roles(stream), _events(stream)
    sentence = Sentence(article, number, reading, stream, reading.cases, roles, events, list(earlier), [])
    _remember_roles(sentence)
    _level_lists(sentence)
    sentence.sums += [i for i, role in roles.items() if role == SUM and is_figure(stream[i], "money")]
    return sentence


def _events(stream: Stream) -> list[int]:
    """The words of a sentence that may tell of a deal."""
    if stream.labels.isdisjoint(_TELLING):
        return []
    return [
        i for i, token in enumerate(stream)
        if not token.labels.isdisjoint(_TELLING) and token.type != NAME
        and (token.labels & EVENTS or is_stage(stream, i)) and not _in_compound(stream, i)
    ]  # fmt: skip


def _in_compound(stream: Sequence[Token], at: int) -> bool:
    """Whether a verb is only a part of a compound (`rent-a-GPU`, `in-house`)."""
    if stream[at].labels & NOUNS:
        return False
    opens = at + 1 < len(stream) and stream[at + 1].text == "-" and stream[at + 1].start == stream[at].end
    return opens or (at > 1 and stream[at - 1].text == "-" and "in" in stream[at - 2].labels)


def _remember_roles(sentence: Sentence) -> None:
    """A figure that was a valuation or a part when first told is one when told again, unless of other companies."""
    if not sentence.roles:
        return
    named = {id(entity) for entity in sentence.firms() if not entity.financier}
    for i, role in sentence.roles.items():
        quantity = sentence.stream[i].value
        places = sentence.article.told.setdefault((quantity.kind, quantity.value, quantity.currency), [])
        first = next((told for told, firms in places if not (named and firms) or named & firms), None)
        if first is None:
            places.append((role, named))
        elif role == SUM and first in _LASTING:
            sentence.roles[i] = first


def _level_lists(sentence: Sentence) -> None:
    """In a list of sums with a name each (`$5bn for Foo and $3bn for Bar`) all are sums when one is."""
    sentence.pairs = lists_of_pairs(sentence)
    for run in sentence.pairs:
        if any(sentence.roles[figure] == SUM for figure, _ in run):
            sentence.roles.update({figure: SUM for figure, _ in run})
