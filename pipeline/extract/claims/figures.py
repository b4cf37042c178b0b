"""What the figures of a sentence tell, each with its event or without one."""

from __future__ import annotations

from pipeline.extract.claims.lone_figures import (
    in_site_told,
    is_planned,
    paid_for_company,
    paid_for_compute,
    priced_site,
    talks_with_investors,
    worth_told,
)
from pipeline.extract.facts.amounts import set_measure
from pipeline.extract.facts.figure_roles import DEBT, EQUITY
from pipeline.extract.facts.meanings import event_label
from pipeline.extract.facts.recall import deal_told
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import NAME, Entity
from pipeline.extract.grammar.windows import bears, holds, is_figure
from pipeline.extract.kinds import read_event
from pipeline.extract.kinds.contributions import contribution, followed, part_of_round, round_of_item
from pipeline.extract.kinds.lone_givers import givers, givers_of_part
from pipeline.extract.kinds.lone_raisers import headed, headline, item
from pipeline.extract.kinds.pairs import Pair, told_alike


def tell_figures(sentence: Sentence, figures: list[int], attached: dict[int, int]) -> None:
    """Add what the figures tell to the sentence; `attached`: the event of those that have one.

    In a list of sums with a name each the first tells for all.
    """
    runs = _runs(sentence, attached)
    told: set[int] = set()
    for figure in figures:
        if figure in told or _gross(sentence, figure, attached):
            continue
        event = attached.get(figure)
        found = _with_event(sentence, figure, event) if event is not None else _without_event(sentence, figure)
        more = told_alike(sentence, runs[figure], found) if figure in runs else []
        told |= {f for f, _ in runs[figure]} if more else set()
        sentence.earlier += found + more
    for part in (i for i, role in sentence.roles.items() if role in (EQUITY, DEBT)):
        if investors := givers_of_part(sentence, part):
            sentence.earlier += part_of_round(sentence, part, investors)


def _gross(sentence: Sentence, figure: int, attached: dict[int, int]) -> bool:
    """`delivers 168 MW, supported by 244 MW of gross capacity`: power without an event right behind one that has it."""
    stream = sentence.stream
    if figure in attached or not is_figure(stream[figure], "power"):
        return False
    other = max((f for f in attached if f < figure and is_figure(stream[f], "power")), default=None)
    return other is not None and not holds(stream[other:figure], NAME) and not bears(stream[other:figure], "and", "but")


def _runs(sentence: Sentence, attached: dict[int, int]) -> dict[int, list[Pair]]:
    """The lists of sums with a name each, by their first sum; of two sums the second has no event of its own."""
    return {
        run[0][0]: run
        for run in sentence.pairs
        if len(run) > 2 or attached.get(run[1][0]) in (attached.get(run[0][0]), None)
    }


def _with_event(sentence: Sentence, figure: int, event: int) -> list[Statement]:
    if is_figure(sentence.stream[figure], "money"):
        if raiser := item(sentence, figure):
            return [round_of_item(sentence, figure, raiser)]
        if investors := givers(sentence, figure, attached=True) or _one_of_several_givers(sentence, figure):
            return contribution(sentence, figure, investors)
    return read_event(sentence, event, event_label(sentence, event, figure), figure)


def _one_of_several_givers(sentence: Sentence, figure: int) -> list[Entity]:
    """`$10bn from Foo and $5bn from Bar`: of several givers with a sum each the one of a sum."""
    stream = sentence.stream
    for run in sentence.pairs:
        from_each = all(sum_ < name and bears(stream[sum_ + 1 : name], "from") for sum_, name in run)
        if from_each and figure in dict(run):
            return [stream[dict(run)[figure]].value]
    return []


def _without_event(sentence: Sentence, figure: int) -> list[Statement]:
    if is_figure(sentence.stream[figure], "money"):
        return _lone_sum(sentence, figure)
    if in_site_told(sentence, figure):
        return read_event(sentence, figure, "procure", figure)
    if is_planned(sentence, figure):
        return read_event(sentence, figure, "build", figure)
    return _paid(sentence, figure)


def _lone_sum(sentence: Sentence, figure: int) -> list[Statement]:
    """A sum without an event word: an item of a digest, somebody's share, or the price of what was told."""
    if raiser := item(sentence, figure) or headed(sentence, figure) or headline(sentence, figure):
        return [round_of_item(sentence, figure, raiser)]
    if not sentence.events and any(case.label == "lead" for case in sentence.case.values()):
        return read_event(sentence, figure, "round", figure)  # `In May came $1bn more, with Foo in the lead`
    if more := followed(sentence, figure):
        return more
    if talks_with_investors(sentence, figure):
        return read_event(sentence, figure, "round", figure)
    if investors := givers(sentence, figure, attached=False):
        return contribution(sentence, figure, investors)
    if counted := worth_told(sentence, figure):
        set_measure(sentence, counted, figure)
        return []
    if told := deal_told(sentence, figure):
        set_measure(sentence, told, figure)
        return []
    if (site := priced_site(sentence.stream, figure)) is not None:
        return read_event(sentence, site, "capex", figure)
    return _paid(sentence, figure)


def _paid(sentence: Sentence, figure: int) -> list[Statement]:
    """What a verb of paying buys for a figure."""
    if (verb := paid_for_compute(sentence, figure)) is not None:
        return read_event(sentence, verb, "procure", figure)
    if (verb := paid_for_company(sentence, figure)) is not None:
        return read_event(sentence, verb, "acquire", figure)
    return []
