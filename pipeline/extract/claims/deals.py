"""From a sentence to its statements: each figure finds its event, each event its parties."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.claims.comments import comment
from pipeline.extract.claims.figures import tell_figures
from pipeline.extract.claims.same_deal import FIGURES
from pipeline.extract.facts.amounts import money
from pipeline.extract.facts.around import add_facts
from pipeline.extract.facts.attach import attach
from pipeline.extract.facts.dating import tell_date
from pipeline.extract.facts.figure_roles import SUM
from pipeline.extract.facts.meanings import event_label
from pipeline.extract.facts.sites import tell_site
from pipeline.extract.facts.stages import is_stage
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.frames import EVENTS
from pipeline.extract.grammar.stream import DATE, NAME, QUANTITY, TERM, Stream, Token
from pipeline.extract.grammar.windows import after, bears, before, holds, optional
from pipeline.extract.kinds import read_event
from pipeline.extract.kinds.acquisitions import tell_valuation
from pipeline.extract.kinds.contributions import contribution
from pipeline.extract.kinds.denials import affirmed, read_denial
from pipeline.extract.kinds.hosted import hosted
from pipeline.extract.kinds.in_use import tell_term
from pipeline.extract.kinds.later_rounds import fill_valuation, later_valuation, more_backers, valued_before
from pipeline.extract.kinds.lone_givers import respective

_OBJECT = 8  # tokens from a light verb to its object
_STAGE = 5  # tokens around a stage in which its round has a date of its own
_OPTION = 8  # tokens over which `an option to` holds


def may_tell(tokens: Stream) -> bool:
    """Whether a sentence may say anything of a deal."""
    return holds(tokens, NAME, QUANTITY, TERM, DATE) or bears(tokens, "both")


def read_sentence(sentence: Sentence) -> list[Statement]:
    """The statements of one sentence."""
    told_before = len(sentence.earlier)
    _tell(sentence, told_before)
    new = sentence.earlier[told_before:]
    _go_on_with_round(sentence, new)
    _share_sides(sentence.earlier[told_before:])
    fill_valuation(sentence, new)
    valued_before(sentence, new)
    if not new:
        tell_term(sentence)
        tell_valuation(sentence)
    tell_date(sentence, new)
    tell_site(sentence, new)
    comment(sentence)
    denial = read_denial(sentence)
    return affirmed(sentence, sentence.earlier[told_before:], denial) + ([denial] if denial else [])


def _tell(sentence: Sentence, told_before: int) -> None:
    """Add the deals that a sentence tells: stakes, then what its figures say, then events without a figure."""
    sums = [figure for figure, role in sentence.roles.items() if role == SUM]
    attached = sentence.attached = attach(sentence, sums)
    loose = [e for e in sentence.events if e not in attached.values() and not _lends_its_subject(sentence, e, attached)]
    stakes = [e for e in loose if event_label(sentence, e, None) in ("stake", "hold")]
    _tell_events(sentence, stakes, told_before)
    tell_figures(sentence, sums, attached)
    _tell_events(sentence, [e for e in loose if e not in stakes], told_before)
    sentence.earlier += hosted(sentence, sentence.earlier[told_before:])
    for figure, giver in respective(sentence):
        given = [s for s in sentence.earlier[told_before:] if s.fields.get("amount") == money(sentence, figure)]
        for statement in given:
            statement.parties["investors"] = [giver]
        sentence.earlier += [] if given else contribution(sentence, figure, [giver])


def _tell_events(sentence: Sentence, events: list[int], told_before: int) -> None:
    for event in events:
        if _may_be_deal(sentence, event, sentence.earlier[told_before:]):
            sentence.earlier += read_event(sentence, event, event_label(sentence, event, None), None)


def _may_be_deal(sentence: Sentence, event: int, told: list[Statement]) -> bool:
    """Whether an event without a figure may be a deal: no option, and no mere `deal` beside a told one."""
    if optional(sentence.stream, event, _OPTION):
        return False
    labels = sentence.stream[event].labels
    if (labels & EVENTS) - {"announce"} == {"raise_weak"} and not _tells_of_round(sentence.stream):
        return False  # `draws power from Foo`
    paid = event_label(sentence, event, None) == "acquire" or any("amount" in s.fields for s in told)
    if "pay" in labels and paid and not bears(sentence.stream, "vague"):
        return False  # `para pagarlo`: no takeover without its price; `is paying $2bn for its stake`
    if "obligation" in labels and any(s.kind == "guarantee" for s in told):
        return False  # `guarantees a loan of Foo`
    if not labels & EVENTS and any("amount" in s.fields for s in told):
        beside = [*before(sentence.stream, event, _STAGE), *after(sentence.stream, event, _STAGE)]
        if not holds(beside, DATE):
            return False  # `nine months after its Series A, Foo raised $90m`: an older round only in passing
    if "acquisition" in labels and any(s.kind == "acquisition" for s in told):
        return not bears(before(sentence.stream, event, 2), "definite") or _names_another(sentence, event, told)
    return "deal" not in labels or not told


def _names_another(sentence: Sentence, event: int, told: list[Statement]) -> bool:
    """`the takeover of Foo` beside that of Bar."""
    named = [sentence.stream[i].value for i, case in sentence.case.items() if case.anchor == event + 1]
    return any(e is not None and e.firm and all(e not in s.everyone for s in told) for e in named)


def _tells_of_round(stream: Sequence[Token]) -> bool:
    return bears(stream, "round", "raise", "investment") or any(is_stage(stream, i) for i in range(len(stream)))


def _lends_its_subject(sentence: Sentence, event: int, attached: dict[int, int]) -> bool:
    """`receives an investment of $1bn`, `lands an order`: the verb tells no round of its own beside its object."""
    if "raise_weak" not in sentence.stream[event].labels:
        return False
    following = sentence.stream[event + 1 : event + _OBJECT]
    if bears(following, "contract") and not bears(following, "round", "stake", "acquisition"):
        return True
    return any(e > event and event_label(sentence, e, figure) == "received" for figure, e in attached.items())


def _go_on_with_round(sentence: Sentence, new: list[Statement]) -> None:
    """Add backers and valuation to the round told before, where a sentence tells no round of its own."""
    if any(s.kind == "funding_round" for s in new):
        return
    valued = any("valuation" in s.fields for s in new)
    for more in (more_backers(sentence), None if valued else later_valuation(sentence)):
        if more is not None:
            add_facts(sentence, more, None)
            sentence.earlier.append(more)


def _share_sides(statements: list[Statement]) -> None:
    """`Foo won a contract from Bar, and Baz one for 200,000 chips`: a later part takes over what it leaves out."""
    measured = [s for s in statements if s.kind == "capacity" and s.fields.keys() & set(FIGURES)]
    for n, later in enumerate(measured):
        for first in measured[:n]:
            for role in ("customer", "provider"):
                if role in first.parties and first.parties[role] != [later.main]:
                    later.parties.setdefault(role, first.parties[role])
