"""What each sum, power figure or chip count of a sentence says: the deal's own sum, a valuation, a part, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.figure_contexts import role_by_words
from pipeline.extract.facts.figure_parts import mark_instalments, restore_whole_rounds, split_rounds
from pipeline.extract.facts.figure_repeats import replaced, same_sum
from pipeline.extract.facts.figure_roles import NONE, PART, SUM, VALUATION
from pipeline.extract.facts.figure_subjects import is_of_country, is_price_of_unit, is_run, is_turnover
from pipeline.extract.grammar.frames import EVENTS
from pipeline.extract.grammar.stream import DATE, NAME, QUANTITY, Stream, Token
from pipeline.extract.grammar.windows import after, bears, before, holds, is_figure, optional

_SMALLEST = {"money": 100_000, "power": 1.0, "chips": 50}
"""Units, MW and chips below which a figure is a price, a fee or a device; other kinds measure no deal."""
_DEARER_THAN_THINGS = 50_000_000
_EACH_NEAR = 4  # tokens from `each` to the sum that everyone named gives
_OPENING = 2  # a figure among the first tokens opens its sentence
_OF_ONE_SITE = ("plan", "under_way", "build", "modal", "passive", "contract", "lease", "talks")
_SUMMARY = 5  # tokens among which a total opens its sentence
_OTHERS = 22  # tokens over which `others` goes on to speak of other deals
_SERIES = 9  # tokens from a figure to the one that continues it
_LIST = 20  # and over a list of givers: `$1bn from Foo, Bar and Baz at $5bn`


def measure_roles(stream: Stream) -> dict[int, str]:
    """The role of every quantity of a sentence, by its token index."""
    roles: dict[int, str] = {}
    for i, token in enumerate(stream if stream.measures else ()):
        if token.type == QUANTITY:
            roles[i] = _role(stream, i, roles)
    if "money" in stream.measures:
        split_rounds(stream, roles)
        restore_whole_rounds(stream, roles)
        mark_instalments(stream, roles)
    return roles


def _role(stream: Stream, at: int, earlier: dict[int, str]) -> str:
    if _too_small(stream, at) or _said_again(stream, at) or _of_no_deal(stream, at):
        return NONE
    if _part_of_another(stream, at):
        return PART
    return role_by_words(stream, at) or _continued(stream, at, earlier)


def _too_small(stream: Sequence[Token], at: int) -> bool:
    """Whether a figure is too small for a deal, a price of one unit, or of a kind that measures no deal."""
    quantity = stream[at].value
    price = quantity.kind == "money" and quantity.per and quantity.per != "year" and not gives_each(stream, at)
    return bool(price) or quantity.value < _SMALLEST.get(quantity.kind, float("inf"))


def gives_each(stream: Sequence[Token], at: int) -> bool:
    """`putting in $30bn each`, `will each put in $30bn`: far more than the price of anything but a deal."""
    each = stream[at].value.per == "unit" or bears(before(stream, at, _EACH_NEAR), "each")
    return each and bool(stream[at].value.value >= _DEARER_THAN_THINGS)


def _said_again(stream: Sequence[Token], at: int) -> bool:
    """Whether a sum repeats another one, or belongs to a change in which the other end counts."""
    return is_figure(stream[at], "money") and (same_sum(stream, at) or replaced(stream, at))


def _of_no_deal(stream: Stream, at: int) -> bool:
    """An option, a whole that a share is measured by, a total of what many did, a sum since some year."""
    if _put_into_revenue(stream, at) if is_figure(stream[at], "money") else _of_any_site(stream, at):
        return True
    if is_turnover(stream, at) or is_price_of_unit(stream, at) or is_of_country(stream, at) or is_run(stream, at):
        return True
    since = bears(stream, "since") and bears(after(stream, at, 2), "since") and holds(stream[at + 2 : at + 5], DATE)
    return since or optional(stream, at, at) or _whole_of_share(stream, at) or _summed_up(stream, at)


def _put_into_revenue(stream: Sequence[Token], at: int) -> bool:
    """`added $6bn to the share repurchase program`: what goes to shareholders."""
    if not bears(stream, "revenue"):
        return False
    to, *goal = after(stream, at, 4) or [stream[at]]
    plain = [t for t in goal if "determiner" not in t.labels]
    return "to" in to.labels and bears(plain[:1], "revenue")


def _of_any_site(stream: Sequence[Token], at: int) -> bool:
    """`A 100-megawatt data center uses as much water as a town`: whatever site of that size, none that is told of."""
    if at == 0 and bears(after(stream, at, 1), "of"):  # `A gigawatt of capacity costs`
        return not bears(stream, *_OF_ONE_SITE)
    opens = at <= _OPENING and bears(stream[:at], "determiner") and not bears(stream[:at], "definite", "poss_pronoun")
    return opens and not bears(stream, *_OF_ONE_SITE)


def _whole_of_share(stream: Stream, at: int) -> bool:
    """`60 percent of the 400 MW`: the whole that a share is measured by."""
    if "percent" not in stream.measures:
        return False
    share = [t for t in before(stream, at, 3) if "determiner" not in t.labels][-2:]
    return len(share) > 1 and "of" in share[1].labels and is_figure(share[0], "percent")


def _summed_up(stream: Sequence[Token], at: int) -> bool:
    """`In all, $20bn of investments were announced`: a sentence without a name adds up what others do."""
    return at < _SUMMARY and bears(stream[:at], "total") and not holds(stream, NAME)


def _part_of_another(stream: Sequence[Token], at: int) -> bool:
    """`of which $2bn`, `in a first phase 200 MW`, and whatever `others` are said to do."""
    if not bears(stream, "others", "phase", "part"):
        return False
    near = before(stream, at, 3)
    if bears(before(stream, at, _OTHERS), "others"):
        return True
    return bears(near, "phase") or (is_figure(stream[at], "money") and bears(near, "part"))


def _continued(stream: Sequence[Token], at: int, earlier: dict[int, str]) -> str:
    """A figure that no word explains continues the one before it: `was worth $1bn in 2020 and is at $3bn now`."""
    near = at - (_LIST if bears(before(stream, at, 2), "at") else _SERIES)
    previous = max((i for i in earlier if i >= near), default=None)
    if previous is None or stream[previous].value.kind != stream[at].value.kind:
        return SUM
    if earlier[previous] == VALUATION and at - previous <= _SERIES and not _starts_anew(stream, previous, at):
        return VALUATION
    higher = stream[at].value.value > stream[previous].value.value
    risen = higher and is_figure(stream[at], "money") and bears(stream[at - 2 : at], "to", "at")
    return VALUATION if risen and earlier[previous] == SUM else SUM


def _starts_anew(stream: Sequence[Token], previous: int, at: int) -> bool:
    """Whether `another $2bn`, an event or the end of a sentence part stands between two figures."""
    another = stream[at - 1].text.startswith("another") or "further" in stream[at - 1].text
    return another or any(t.labels & EVENTS or t.text in ".;" for t in stream[previous + 1 : at])
