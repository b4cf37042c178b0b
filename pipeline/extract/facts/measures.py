"""What a sum, a power figure or a chip count says: the deal's own sum, a valuation, a part, or no deal at all."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import NOUNS, VERBS
from pipeline.extract.grammar.stream import DATE, MARK, NAME, QUANTITY, WORD, Token

SUM, VALUATION, EQUITY, DEBT, ALIAS, PART, NONE = "sum", "valuation", "equity", "debt", "alias", "part", "none"
SUMMARY = 5  # tokens among which a total opens its sentence
SMALLEST_SUM = 100_000  # below it a figure is a price or a fee
SMALLEST_POWER_MW = 1.0
SMALLEST_CHIPS = 50
_HEADS = {"valuation": VALUATION, "equity": EQUITY, "debt": DEBT}
_VETOES = frozenset({"revenue", "total", "prior", "fund", "price", "cut", "option"})
_PHYSICAL_VETOES = frozenset({"total", "prior", "option", "price"})
_DEAL_HEADS = (NOUNS - {"stake", "supplier", "customer", "denial"}) | {
    "raise",
    "raise_weak",
    "invest",
    "acquire",
    "spend",
}
_WHOLE = frozenset({"raise", "raise_weak", "round", "invest", "investment", "acquire", "acquisition"})
_PHYSICAL_HEADS = frozenset({"contract", "supply", "procure", "build", "spend", "capex", "investment"})
_STOPS = frozenset({"at", "for", "from", "by", "with", "to", "into", "relative", "after", "and", "but"})
VERB_AFTER = (
    2.0  # a verb behind a figure says less of it than the noun that it is of ("bei einer Bewertung von ... einsammeln")
)
_OPENERS = frozenset({"but", "relative"})


def measure_roles(stream: Sequence[Token]) -> dict[int, str]:
    """The role of every quantity of a sentence, by its token index."""
    roles: dict[int, str] = {}
    for i, token in enumerate(stream):
        if token.type == QUANTITY:
            roles[i] = _role(stream, i, roles)
    _split_rounds(stream, roles)
    _whole_rounds(stream, roles)
    sums = [i for i, role in roles.items() if role == SUM and stream[i].value.kind == "money"]
    for n, whole in enumerate(sums):
        for parts in (sums[n + 1 : n + 3], sums[n + 1 : n + 4]):
            if len(parts) > 1 and _adds_up(stream, whole, parts):
                roles.update(dict.fromkeys(parts, PART))
    return roles


def _split_rounds(stream: Sequence[Token], roles: dict[int, str]) -> None:
    """`7.5 billion in equity and up to 12.5 billion of debt financing`: beside one part the other is a part, too."""
    sums = [i for i, role in roles.items() if role == SUM and stream[i].value.kind == "money"]
    named = {part: [i for i in sums if any(part in t.labels for t in stream[i + 1 : i + 3])] for part in (EQUITY, DEBT)}
    if named[EQUITY] and named[DEBT] and named[EQUITY] != named[DEBT]:
        roles.update({i: part for part, found in named.items() for i in found})
    for part, other in ((EQUITY, DEBT), (DEBT, EQUITY)):
        if part in roles.values():
            for i, role in roles.items():
                if role == SUM and any(other in t.labels for t in stream[i + 1 : i + 4]):
                    roles[i] = other


def _whole_rounds(stream: Sequence[Token], roles: dict[int, str]) -> None:
    """`raised $2bn in debt`: with no other sum beside it that is the round, not a part of one."""
    money = [i for i, role in roles.items() if role in (SUM, EQUITY, DEBT) and stream[i].value.kind == "money"]
    if len(money) == 1 and any(t.labels & _WHOLE for t in stream):
        roles[money[0]] = SUM
    elif len(money) == 1 and roles[money[0]] == EQUITY and any(t.labels & {"acquire", "procure"} for t in stream):
        roles[money[0]] = SUM  # `ordered shares for $250m`


def _adds_up(stream: Sequence[Token], whole: int, parts: Sequence[int]) -> bool:
    """Sums that make up an earlier one, and name no giver of their own, are its instalments."""
    values = [stream[i].value for i in (whole, *parts)]
    if len({v.currency for v in values}) > 1 or abs(sum(v.value for v in values[1:]) - values[0].value) > 1:
        return False
    return not any(t.type == NAME for t in stream[parts[0] : parts[-1] + 4])


def _role(stream: Sequence[Token], at: int, earlier: dict[int, str]) -> str:
    quantity = stream[at].value
    if quantity.kind == "money":
        if (quantity.per and quantity.per != "year") or quantity.value < SMALLEST_SUM:
            return NONE
        if _alias(stream, at):
            return ALIAS
        if _changed(stream, at):
            return NONE
    elif (
        (quantity.kind == "power" and quantity.value < SMALLEST_POWER_MW)
        or (quantity.kind == "chips" and quantity.value < SMALLEST_CHIPS)
        or quantity.kind not in ("power", "chips")
    ):
        return NONE
    if quantity.kind == "power" and _bracketed(stream, at):
        return ALIAS
    if quantity.kind == "power" and _changed(stream, at):
        return NONE
    if _range_of_before(stream, at, earlier):
        return NONE
    if any("option" in t.labels for t in stream[:at]) or _share_of(stream, at) or _summed_up(stream, at):
        return NONE
    if any("since" in t.labels for t in stream[at + 1 : at + 3]) and any(
        t.type == DATE for t in stream[at + 2 : at + 5]
    ):
        return NONE
    if any("others" in t.labels for t in stream[max(0, at - 22) : at]):
        return PART
    if quantity.kind == "money" and any("part" in t.labels for t in stream[max(0, at - 3) : at]):
        if not _giver_follows(stream, at):
            return PART
    elif any("phase" in t.labels for t in stream[max(0, at - 3) : at]):
        return PART
    return _by_nearest_head(stream, at) or _like_the_one_before(stream, at, earlier)


def _like_the_one_before(stream: Sequence[Token], at: int, earlier: dict[int, str]) -> str:
    """A figure that no word explains continues the one before it: `was worth $1bn in 2020 and is at $3bn now`."""
    before = max((i for i in earlier if at - i <= 9), default=None)
    if before is None or stream[before].value.kind != stream[at].value.kind:
        return SUM
    between = stream[before + 1 : at]
    another = any(t.text.startswith("another") or "further" in t.text for t in stream[at - 1 : at])
    if (
        earlier[before] == VALUATION
        and not another
        and not any(t.labels & (VERBS | NOUNS) or t.text in ".;" for t in between)
    ):
        return VALUATION
    rise = (
        any(t.labels & {"to", "at"} for t in stream[at - 2 : at])
        and stream[at].value.value > stream[before].value.value
    )
    return VALUATION if rise and earlier[before] == SUM and stream[at].value.kind == "money" else SUM


def _summed_up(stream: Sequence[Token], at: int) -> bool:
    """`In all, $20bn of investments were announced`: a sentence without a name adds up what others do."""
    return at < SUMMARY and any("total" in t.labels for t in stream[:at]) and not any(t.type == NAME for t in stream)


def _share_of(stream: Sequence[Token], at: int) -> bool:
    """`60 percent of the 400 MW`: the whole that a share is measured by."""
    before = [t for t in stream[max(0, at - 3) : at] if "determiner" not in t.labels]
    return (
        len(before) > 1
        and "of" in before[-1].labels
        and before[-2].type == QUANTITY
        and before[-2].value.kind == "percent"
    )


def _giver_follows(stream: Sequence[Token], at: int) -> bool:
    """`of which $2bn from Foo`: a part with a giver is an investment of its own."""
    return any(t.labels & {"from", "by"} for t in stream[at + 1 : at + 3]) and any(
        t.type == NAME for t in stream[at + 2 : at + 6]
    )


def _range_of_before(stream: Sequence[Token], at: int, earlier: dict[int, str]) -> bool:
    """The upper end of a range that is only compared with: `up from $35bn to $40bn`."""
    low = at - 2
    linked = low >= 0 and "to" in stream[at - 1].labels and stream[low].type == QUANTITY
    return linked and earlier.get(low) == NONE and stream[low].value.kind == stream[at].value.kind


def _bracketed(stream: Sequence[Token], at: int) -> bool:
    """A power in brackets after another one is the same capacity measured otherwise: `200 MW (250 MW gross)`."""
    opened = next((j for j in range(at - 1, max(-1, at - 4), -1) if stream[j].text == "("), None)
    before = stream[max(0, (opened or 0) - 6) : opened] if opened is not None else []
    return any(t.type == QUANTITY and t.value.kind == "power" for t in before)


def _alias(stream: Sequence[Token], at: int) -> bool:
    """A sum right after another one, in brackets or not, in another currency is the same sum."""
    for j in range(at - 1, max(-1, at - 5), -1):
        if stream[j].type == QUANTITY and stream[j].value.kind == "money":
            ratio = stream[at].value.value / max(stream[j].value.value, 1)
            if stream[j].value.currency != stream[at].value.currency and 0.2 < ratio < 200:
                return not any(t.type == NAME or "and" in t.labels for t in stream[j + 1 : at])
            break
        if stream[j].type not in (WORD, MARK):
            break
    for j in range(at - 1, max(-1, at - 5), -1):
        if stream[j].type == MARK and stream[j].text == "(":
            sums = [
                k for k in range(max(0, j - 8), j) if stream[k].type == QUANTITY and stream[k].value.kind == "money"
            ]
            other = any(stream[k].value.currency != stream[at].value.currency for k in sums[-1:])
            return bool(sums) and j - sums[-1] <= (8 if other else 4)
        if stream[j].type == QUANTITY:
            return False
    return False


def _changed(stream: Sequence[Token], at: int) -> bool:
    """The end of `from A to B` that does not hold: B while it is only possible, A once it is said."""
    following, previous = _next_figure(stream, at), _previous_figure(stream, at)
    open_ = any(t.labels & {"talks", "modal"} for t in stream)
    if following is not None and _from_before(stream, at):
        return not open_
    return previous is not None and open_ and _from_before(stream, previous)


def _from_before(stream: Sequence[Token], at: int) -> bool:
    return any("from" in t.labels for t in stream[max(0, at - 2) : at])


def _next_figure(stream: Sequence[Token], at: int) -> int | None:
    """The sum that follows as the other end of `from A (down) to B`."""
    for j in range(at + 1, min(at + 6, len(stream))):
        if stream[j].type == QUANTITY:
            linked = any("to" in t.labels for t in stream[at + 1 : j])
            return j if linked and stream[j].value.kind == stream[at].value.kind else None
    return None


def _previous_figure(stream: Sequence[Token], at: int) -> int | None:
    for j in range(at - 1, max(-1, at - 6), -1):
        if stream[j].type == QUANTITY:
            return j if _next_figure(stream, j) == at else None
    return None


def _by_nearest_head(stream: Sequence[Token], at: int) -> str:
    """The role that the nearest head word gives; empty when there is none."""
    kind = stream[at].value.kind
    best, role = 99.0, ""
    for distance, token in [*_right(stream, at), *_left(stream, at)]:
        found = _head_role(token, kind)
        if "bring" in token.labels and _to_between(stream, token, at) and not _project_between(stream, token, at):
            found = NONE
        if found and distance < best:
            best, role = distance, found
    if role in ("", SUM) and _reaches_value(stream, at):
        return VALUATION
    if role == VALUATION and _deal_valued(stream, at):
        return SUM
    if role == NONE and (_spent_in_all(stream, at) or _total_of_noun(stream, at)):
        return SUM
    if role == NONE and _earned_by_contract(stream, at):
        return SUM
    return role


def _to_between(stream: Sequence[Token], verb: Token, at: int) -> bool:
    """`brings the total to $7bn`, not `brings 1 gigawatt online`."""
    return any("to" in t.labels and t.start > verb.start for t in stream[:at])


def _project_between(stream: Sequence[Token], verb: Token, at: int) -> bool:
    """`brings Stargate to 7 gigawatts`: a project's plan, no running total."""
    return any(
        t.type == NAME and t.value is not None and t.value.kind == "project" and t.start > verb.start
        for t in stream[:at]
    )


def _total_of_noun(stream: Sequence[Token], at: int) -> bool:
    """`a round of $1.7bn in total`: the whole of one deal, no running total."""
    of = next((i for i in range(at - 1, max(0, at - 3), -1) if "of" in stream[i].labels), None)
    total_after = any("total" in t.labels for t in stream[at + 1 : at + 3])
    return total_after and of is not None and bool(stream[of - 1].labels & NOUNS)


def _reaches_value(stream: Sequence[Token], at: int) -> bool:
    """`Foo's valuation has soared, after a share sale, to $500bn`: what a valuation rises to."""
    if stream[at].value.kind != "money" or not any("to" in t.labels for t in stream[max(0, at - 2) : at]):
        return False
    for i in range(at - 1, max(-1, at - 16), -1):
        if stream[i].type == QUANTITY or stream[i].text in ";:.":
            return False
        if "valuation" in stream[i].labels:
            return True
    return False


def _spent_in_all(stream: Sequence[Token], at: int) -> bool:
    """`will spend in all $3bn`: what is still to be spent is no running total."""
    near = [*stream[max(0, at - 4) : at], *stream[at + 1 : at + 3]]
    vetoes = {label for t in near for label in t.labels & _VETOES}
    spent = {"spend", "invest", "capex"} if stream[at].value.kind == "money" else {"plan", "raise_weak", "build"}
    return vetoes == {"total"} and any(t.labels & spent for t in stream[max(0, at - 5) : at])


def _deal_valued(stream: Sequence[Token], at: int) -> bool:
    """`a deal valued at $2bn`, `der Vertrag ist 2 Milliarden wert`: the deal's price, no valuation of a company."""
    if any("valuation" in t.labels for t in stream[at + 1 : at + 2]):
        before = stream[max(0, at - 4) : at]
        return any(t.labels & {"contract", "acquisition"} for t in before) and not any(t.type == NAME for t in before)
    for j in range(at - 1, max(0, at - 6), -1):
        if "valuation" in stream[j].labels:
            before = _without_partners(stream[max(0, j - 5) : j])[-2:]
            if any(t.type == NAME for t in stream[j:at]) or "values" in stream[j].labels:
                return False
            return any(t.labels & {"contract", "acquisition"} for t in before) and not any(
                t.type == NAME for t in before
            )
    return False


def _without_partners(tokens: Sequence[Token]) -> list[Token]:
    """Tokens without the names that a preposition joins: `the deal with Foo`."""
    named = {i for i, t in enumerate(tokens) if t.type == NAME and i and tokens[i - 1].labels & {"with", "between"}}
    return [t for i, t in enumerate(tokens) if i not in named and i + 1 not in named]


def _earned_by_contract(stream: Sequence[Token], at: int) -> bool:
    """The revenue that a lease or contract brings its provider is the contract's sum."""
    near = [*stream[max(0, at - 12) : at], *stream[at + 1 : at + 6]]
    return any("revenue" in t.labels for t in stream[at + 1 : at + 4]) and any("contract" in t.labels for t in near)


def _head_role(token: Token, kind: str) -> str | None:
    labels = token.labels
    if (
        labels & (_DEAL_HEADS if kind == "money" else _PHYSICAL_HEADS)
        and "total" not in labels
        and not (labels & {"debt", "equity"} and "round" not in labels)
    ):
        return SUM
    if kind == "money":
        for label, role in _HEADS.items():
            if label in labels:
                return role
    return NONE if labels & (_VETOES if kind == "money" else _PHYSICAL_VETOES) else None


def _right(stream: Sequence[Token], at: int) -> list[tuple[float, Token]]:
    """The noun phrase that the figure heads: words up to the next preposition (but of, in), figure or mark."""
    found: list[tuple[float, Token]] = []
    for j in range(at + 1, min(at + 6, len(stream))):
        token = stream[j]
        if token.type in (QUANTITY, DATE, NAME) or (token.type == MARK and token.text not in "-*"):
            break
        if token.labels & _STOPS or "determiner" in token.labels or ("in" in token.labels and j > at + 1):
            break
        verb = bool(token.labels & VERBS and not token.labels & NOUNS)
        found.append((j - at - 0.5 + VERB_AFTER * verb, token))
        if verb:
            break
    return found


def _left(stream: Sequence[Token], at: int) -> list[tuple[float, Token]]:
    """The words before the figure, up to a figure, a strong mark or eight tokens."""
    found: list[tuple[float, Token]] = []
    for j in range(at - 1, max(-1, at - 9), -1):
        token = stream[j]
        if token.type in (QUANTITY, DATE) or (token.type == MARK and token.text in ",;.(•|"):
            break
        if "but" in token.labels:
            break
        compared = token.text.endswith(" the")  # `more than the $75bn that it spent`
        bounding = j == at - 1 and "prior" in token.labels and not compared and stream[at].value.bound == "at_least"
        if not _complement(stream, j) and not bounding:
            found.append((float(at - j), token))
    return found


def _complement(stream: Sequence[Token], at: int) -> bool:
    """Whether a noun only completes a valuation or total before it: `the combined value of their agreements`."""
    i = at - 1
    while i > 0 and stream[i].labels & {"determiner", "poss_pronoun"} and "of" not in stream[i].labels:
        i -= 1
    return i > 0 and "of" in stream[i].labels and bool(stream[i - 1].labels & {"total", "valuation", "revenue"})
