"""Statements: what one sentence says of deals. Each figure finds its event, each event its parties."""

from __future__ import annotations

from pipeline.extract.claims.comments import comment
from pipeline.extract.facts.around import add_facts, set_measure
from pipeline.extract.facts.attach import attach, is_stage
from pipeline.extract.facts.dating import tell_date
from pipeline.extract.facts.meanings import event_label
from pipeline.extract.facts.measures import DEBT, EQUITY, PART, SUM, VALUATION, measure_roles
from pipeline.extract.facts.recall import deal_told
from pipeline.extract.facts.sites import tell_site
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.frames import EVENTS, NOUNS
from pipeline.extract.grammar.stream import DATE, NAME, QUANTITY, TERM, Token
from pipeline.extract.kinds import build
from pipeline.extract.kinds.acquisitions import tell_valuation
from pipeline.extract.kinds.contributions import (
    contribution,
    givers,
    headed,
    item,
    respective,
    round_of_item,
    told_again,
)
from pipeline.extract.kinds.denials import read_denial
from pipeline.extract.kinds.in_use import tell_term
from pipeline.extract.kinds.pairs import lists_of_pairs, told_alike
from pipeline.extract.kinds.rounds import fill_valuation, later_valuation, more_backers
from pipeline.extract.reading.article import Article

_TELLING = frozenset({NAME, QUANTITY, TERM, DATE})  # without any of these a sentence tells of no deal
FIGURES = {"amount", "power_mw", "accelerators"}


def read_sentence(article: Article, number: int, earlier: list[Statement]) -> list[Statement]:
    """The statements of one sentence; `earlier` are those of the sentences before it."""
    reading = article.readings[number]
    stream = reading.tokens
    if not any(t.type in _TELLING for t in stream):
        return []
    events = [
        i for i, t in enumerate(stream)
        if t.labels and t.type != NAME and (t.labels & EVENTS or is_stage(stream, i)) and not _hyphened(stream, i)
    ]  # fmt: skip
    sentence = Sentence(
        article, number, reading, stream, reading.cases, measure_roles(stream), events, list(earlier), []
    )
    _remember_roles(article, sentence)
    for run in lists_of_pairs(sentence):
        if any(sentence.roles[figure] == SUM for figure, _ in run):
            sentence.roles.update({figure: SUM for figure, _ in run})
    sums = [figure for figure, role in sentence.roles.items() if role == SUM]
    sentence.sums += [figure for figure in sums if stream[figure].value.kind == "money"]
    attached = attach(sentence, sums)
    rest = [e for e in events if e not in attached.values() and not _lends_its_subject(sentence, e, attached)]
    stakes = [e for e in rest if event_label(sentence, e, None) in ("stake", "hold")]
    for event in stakes:
        if _tells(sentence, event, len(earlier)):
            sentence.earlier += build(sentence, event, event_label(sentence, event, None), None)
    _tell_sums(sentence, sums, attached)
    for event in rest:
        if event not in stakes and _tells(sentence, event, len(earlier)):
            sentence.earlier += build(sentence, event, event_label(sentence, event, None), None)
    for figure, giver in respective(sentence):
        sentence.earlier += contribution(sentence, figure, [giver])
    new = sentence.earlier[len(earlier) :]
    if not any(s.kind == "funding_round" for s in new):
        valued = any("valuation" in s.fields for s in new)
        for more in filter(None, (more_backers(sentence), None if valued else later_valuation(sentence))):
            add_facts(sentence, more, None)
            sentence.earlier.append(more)
    _fill_gaps(sentence.earlier[len(earlier) :])
    fill_valuation(sentence, new)
    if not new:
        tell_term(sentence)
        tell_valuation(sentence)
    tell_date(sentence, new)
    tell_site(sentence, new)
    comment(sentence)
    denial = read_denial(sentence)
    sentence.earlier += [denial] if denial else []
    return sentence.earlier[len(earlier) :]


def _tell_sums(sentence: Sentence, figures: list[int], attached: dict[int, int]) -> None:
    """What the figures tell, each with its event; in a list of sums with a name each the first tells for all."""
    runs = {
        run[0][0]: run
        for run in lists_of_pairs(sentence)
        if len(run) > 2 or attached.get(run[1][0]) in (attached.get(run[0][0]), None)
    }
    told: set[int] = set()
    for figure in (f for f in figures if f not in told):
        found = _figure(sentence, figure, attached.get(figure))
        more = told_alike(sentence, runs[figure], found) if figure in runs else []
        told |= {f for f, _ in runs[figure]} if more else set()
        sentence.earlier += found + more


def _hyphened(stream: list[Token], at: int) -> bool:
    """Whether a verb is only a part of a compound (`rent-a-GPU`, `in-house`)."""
    if stream[at].labels & NOUNS:
        return False
    opens = at + 1 < len(stream) and stream[at + 1].text == "-" and stream[at + 1].start == stream[at].end
    closes = at > 1 and stream[at - 1].text == "-" and stream[at - 2].text == "in"
    return opens or closes


def _lends_its_subject(sentence: Sentence, event: int, attached: dict[int, int]) -> bool:
    """`receives an investment of $1bn`: the verb tells no round of its own beside its object."""
    if "raise_weak" not in sentence.stream[event].labels:
        return False
    return any(e > event and event_label(sentence, e, figure) == "received" for figure, e in attached.items())


def _tells(sentence: Sentence, event: int, before: int) -> bool:
    """Whether an event without a figure may be a deal: no option, and no mere `deal` beside a told one."""
    if any("option" in t.labels for t in sentence.stream[max(0, event - 8) : event]):
        return False
    labels = sentence.stream[event].labels
    told = sentence.earlier[before:]
    if "acquisition" in labels and any(s.kind == "acquisition" for s in told):
        return not any("definite" in t.labels for t in sentence.stream[max(0, event - 2) : event])
    return "deal" not in labels or not told


def _fill_gaps(statements: list[Statement]) -> None:
    """`Foo won a contract from Bar, and Baz one for 200,000 chips`: a later part takes over what it leaves out."""
    for n, later in enumerate(statements):
        for first in statements[:n]:
            if (
                first.kind == later.kind == "capacity"
                and first.fields.keys() & FIGURES
                and later.fields.keys() & FIGURES
            ):
                for role in ("customer", "provider"):
                    if role not in later.parties and role in first.parties and first.parties[role] != [later.main]:
                        later.parties[role] = first.parties[role]


def _priced_site(stream: list[Token], figure: int) -> int | None:
    """A site that a sum stands right beside (`a data centre worth $1bn`), where nothing else explains it."""
    for i in range(figure - 1, max(-1, figure - 6), -1):
        if "site_noun" in stream[i].labels:
            return i
        if stream[i].type in (NAME, QUANTITY) or stream[i].text in ",;:(":
            break
    after = [i for i in range(figure + 1, min(figure + 4, len(stream))) if "site_noun" in stream[i].labels]
    return after[0] if after and not any(t.type in (NAME, QUANTITY) for t in stream[figure + 1 : after[0]]) else None


def _figure(sentence: Sentence, figure: int, event: int | None) -> list[Statement]:
    """The statements of one sum, power figure or chip count."""
    if sentence.stream[figure].value.kind != "money":
        if event is None and _heart(sentence, figure):
            return build(sentence, figure, "procure", figure)
        planned = event is None and _planned(sentence, figure)
        return build(sentence, figure, "build", figure) if planned else _event(sentence, figure, event)
    if raiser := item(sentence, figure) or (headed(sentence, figure) if event is None else None):
        return [round_of_item(sentence, figure, raiser)]
    if investors := givers(sentence, figure, attached=event is not None):
        return contribution(sentence, figure, investors)
    if event is None and (counted := _worth_of(sentence, figure)):
        set_measure(sentence, counted, figure)
        return []
    if event is None and (told := deal_told(sentence, figure)):
        return [told_again(sentence, figure, told)]
    if event is None and (site := _priced_site(sentence.stream, figure)) is not None:
        return build(sentence, site, "capex", figure)
    return _event(sentence, figure, event)


def _event(sentence: Sentence, figure: int, event: int | None) -> list[Statement]:
    if event is not None:
        return build(sentence, event, event_label(sentence, event, figure), figure)
    paid = _paid(sentence, figure) if sentence.stream[figure].value.kind == "money" else None
    if paid is not None:
        return build(sentence, paid, "procure", figure)
    bought = _paid_for_company(sentence, figure)
    return build(sentence, bought, "acquire", figure) if bought is not None else []


def _paid_for_company(sentence: Sentence, figure: int) -> int | None:
    """The verb of paying in `will pay $10bn for chip designer Foo`."""
    paid = next((i for i in range(figure - 1, max(-1, figure - 6), -1) if "pay" in sentence.stream[i].labels), None)
    for i, case in sentence.case.items():
        entity = sentence.stream[i].value
        firm = entity is not None and entity.kind in ("company", "unknown") and entity.trade != "capital"
        if firm and case.label == "for" and figure < case.anchor <= figure + 2 and not case.poss:
            return paid
    return None


def _paid(sentence: Sentence, figure: int) -> int | None:
    """The verb of paying for compute that a sum follows (`will pay Foo $10bn for cloud services`)."""
    if not any("compute" in t.labels for t in sentence.stream):
        return None
    before = range(figure - 1, max(-1, figure - 6), -1)
    return next((i for i in before if "pay" in sentence.stream[i].labels), None)


def _planned(sentence: Sentence, figure: int) -> bool:
    """Whether chips or power without an event word are those of something planned, no installed base."""
    beside_site = _beside_site(sentence.stream, figure)
    if not beside_site and not any(t.labels & {"plan", "modal", "under_way"} for t in sentence.stream):
        return False
    if sentence.stream[figure].value.kind == "chips":
        return True
    if any(s.kind == "capex" and sentence.number - s.reading <= 1 for s in sentence.earlier):
        return any("compute" in t.labels for t in sentence.stream)
    return any(
        "site_noun" in t.labels or (t.value and t.type == NAME and t.value.kind == "project") for t in sentence.stream
    )


def _beside_site(stream: list[Token], figure: int) -> bool:
    """Whether a power figure says how large one site is: `a 180-megawatt campus`, `the 60 MW hall`."""
    after = [t for t in stream[figure + 1 : figure + 4] if t.text != "-"]
    if any("site_head" in t.labels for t in after[:2]) and after[0].type != NAME:
        return True
    return figure > 1 and "of" in stream[figure - 1].labels and "site_head" in stream[figure - 2].labels


def _heart(sentence: Sentence, figure: int) -> bool:
    """`Its heart: 400,000 chips from Foo`: chips of the site just told of, in a sentence without a verb."""
    if sentence.stream[figure].value.kind != "chips" or sentence.events:
        return False
    site = any(s.kind in ("capacity", "capex") and sentence.number - s.reading == 1 for s in sentence.earlier)
    return site and any(t.labels & {"relative", "poss_pronoun"} for t in sentence.stream[:figure])


def _worth_of(sentence: Sentence, figure: int) -> Statement | None:
    """The capacity of the same sentence whose worth a sum tells (`400,000 chips from Foo worth $40bn in all`)."""
    if not any("worth" in t.labels for t in sentence.stream[max(0, figure - 3) : figure]):
        return None
    told = sentence.earlier[-1] if sentence.earlier else None
    if told is None or told.kind != "capacity" or told.reading != sentence.number or "amount" in told.fields:
        return None
    return told


def _remember_roles(article: Article, sentence: Sentence) -> None:
    """A figure that was a valuation or a part when first told is one when told again."""
    for i, role in sentence.roles.items():
        quantity = sentence.stream[i].value
        told = article.told.setdefault((quantity.kind, quantity.value, quantity.currency), role)
        if role == SUM and told in (VALUATION, EQUITY, DEBT, PART):
            sentence.roles[i] = told
