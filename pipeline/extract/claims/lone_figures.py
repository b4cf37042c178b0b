"""What explains a figure that no event word does: a site with its price, something planned, somebody who pays."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.recall import cost_of_site_told
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import NAME, QUANTITY, Token
from pipeline.extract.grammar.windows import after, back, bears, before, is_figure

_PRICING = ("valuation", "worth", "estimated", "spend")
_FRONTED = 4  # tokens before a sum that opens its sentence
_PURPOSE = 3  # tokens from a sum to what opens its purpose
_TALKED = 5  # tokens from `with investors` to the sum that is talked about
_PAID_NEAR = 5  # tokens from a verb of paying to its sum


def priced_site(stream: Sequence[Token], figure: int) -> int | None:
    """A site that a sum stands right beside (`a data centre worth $1bn`), where nothing else explains it."""
    for i in back(figure, 5):
        if bears(stream[i : i + 1], "site_noun", "anaphora:project"):
            return i
        priced = stream[i].text == "," and bears(after(stream, i, 1), *_PRICING)  # `the project, put at $1bn`
        if stream[i].type in (NAME, QUANTITY) or (stream[i].text in ",;:(" and not priced):
            break
    fronted = figure <= _FRONTED and bears(stream[:figure], "worth")  # `At a cost of $1bn, a data centre will rise`
    purpose = bears(after(stream, figure, _PURPOSE), "for")  # `$1bn by 2035 for AI data centres`
    for i, token in enumerate(after(stream, figure, 8 if fronted or purpose else 3), figure + 1):
        if "site_noun" in token.labels:
            return i
        if token.type in (NAME, QUANTITY):
            break
    return None


def paid_for_company(sentence: Sentence, figure: int) -> int | None:
    """The verb of paying in `will pay $10bn for chip designer Foo`."""
    for i, case in sentence.case.items():
        entity = sentence.stream[i].value
        firm = entity is not None and entity.firm and not entity.financier
        if firm and case.label == "for" and figure < case.anchor <= figure + 2 and not case.poss:
            return _verb_of_paying(sentence.stream, figure)
    return None


def paid_for_compute(sentence: Sentence, figure: int) -> int | None:
    """The verb of paying in `will pay Foo $10bn for cloud services`."""
    compute = is_figure(sentence.stream[figure], "money") and bears(sentence.stream, "compute")
    return _verb_of_paying(sentence.stream, figure) if compute else None


def talks_with_investors(sentence: Sentence, figure: int) -> bool:
    """`is in talks with investors over $25bn`, `verhandelt mit Geldgebern über 25 Milliarden`."""
    stream = sentence.stream
    near = before(stream, figure, _TALKED)
    named = any(t.labels >= {"join", "funding_context"} and t.type != NAME for t in near)
    return named and bears(near, "with") and bears(stream, "talks")


def _verb_of_paying(stream: Sequence[Token], figure: int) -> int | None:
    return next((i for i in back(figure, _PAID_NEAR) if "pay" in stream[i].labels), None)


def is_planned(sentence: Sentence, figure: int) -> bool:
    """Whether chips or power without an event word are those of something planned, no installed base."""
    stream = sentence.stream
    told = cost_of_site_told(sentence)
    load = told and bears(stream, "compute") and not is_figure(stream[figure], "chips")  # `its load is 110 MW`
    if not load and not _size_of_site(stream, figure) and not bears(stream, "plan", "modal", "under_way"):
        return False
    if is_figure(stream[figure], "chips") or load:
        return True
    if told:
        return False
    projects = (t.value for t in stream if t.type == NAME and t.value)
    return bears(stream, "site_noun") or any(entity.kind == "project" for entity in projects)


def _size_of_site(stream: Sequence[Token], figure: int) -> bool:
    """Whether a power figure says how large one site is: `a 180-megawatt campus`, `the 60 MW hall`."""
    following = [t for t in after(stream, figure, 3) if t.text != "-"][:2]
    if bears(following, "site_head") and following[0].type != NAME:
        return True
    return figure > 1 and "of" in stream[figure - 1].labels and "site_head" in stream[figure - 2].labels


def in_site_told(sentence: Sentence, figure: int) -> bool:
    """`Its heart: 400,000 chips from Foo`: chips of the site just told of, in a sentence without a verb."""
    if not is_figure(sentence.stream[figure], "chips") or sentence.events:
        return False
    site = any(s.kind in ("capacity", "capex") and sentence.number - s.number == 1 for s in sentence.earlier)
    return site and bears(sentence.stream[:figure], "relative", "poss_pronoun")


def worth_told(sentence: Sentence, figure: int) -> Statement | None:
    """The capacity of the same sentence whose worth a sum tells (`400,000 chips from Foo worth $40bn in all`)."""
    if not sentence.earlier or not bears(before(sentence.stream, figure, 3), "worth"):
        return None
    told = sentence.earlier[-1]
    here = told.kind == "capacity" and told.number == sentence.number
    return told if here and "amount" not in told.fields else None
