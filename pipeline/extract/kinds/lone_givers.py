"""Who gives or raises a sum that no event word explains: `Foo ($20m)`, `Foo for $20m`, `$20m from Foo`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.windows import after, back, bears, is_figure
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import MARK, NAME, QUANTITY, Entity, Token
from pipeline.extract.kinds.backers import FUNDING

_LINKS = frozenset({"for", "with", "to", "at"})
_APPROXIMATELY = frozenset({"≈", "~", "±"})
_STORY = 2  # sentences over which a round's story goes on
_HEAD_MARKS = frozenset({":", "-", "–", "—", ",", "|"})
_JOINING = 3  # tokens between who takes part and the verb that says so
_PART = 6  # tokens from a part of a round to the word that says whose it is
_HEADED = 4  # tokens between the head of an item and its sum


def givers(sentence: Sentence, figure: int, *, attached: bool) -> list[Entity]:
    """Who gives a sum that no event word of its own explains; nobody outside the story of a round.

    `attached`: an event word claims the sum, so only a bracket right after a name or a verb of taking part speaks
    against it.
    """
    if not _about_a_round(sentence):
        return []
    stream = sentence.stream
    found = _name_before_bracket(stream, figure) or _joined_with(sentence, figure)
    if not attached:
        found = found or _names_in_bracket(stream, figure) or _name_before(stream, figure) or _after(sentence, figure)
    return [e for e in found if e is not None and e.kind in ("company", "unknown", "government", "person")]


def givers_of_part(sentence: Sentence, figure: int) -> list[Entity]:
    """Who gives the debt or equity of a round: `$600m is debt provided by Foo and Bar`, `$50m of equity from Baz`."""
    stream = sentence.stream
    for i, token in enumerate(after(stream, figure, _PART), figure + 1):
        if token.type in (MARK, QUANTITY, NAME):
            return []
        if token.labels & {"from", "by"} and (
            name := next((j for j in range(i + 1, i + 4) if j in sentence.case), None)
        ):
            return [e for e in _list_of(sentence, name) if e.party]
    return []


def _about_a_round(sentence: Sentence) -> bool:
    if bears(sentence.stream, *FUNDING):
        return True
    return any(s.kind == "funding_round" and sentence.number - s.reading <= _STORY for s in sentence.earlier)


def item(sentence: Sentence, figure: int) -> Entity | None:
    """Whose round an item in brackets tells: `Foo ($16M Series A, Bar)`, not `Bar ($16M)` of an investor."""
    raiser = next(iter(_name_before_bracket(sentence.stream, figure)), None)
    if raiser is None or raiser.trade == "capital" or raiser.kind not in ("company", "unknown"):
        return None
    inside = sentence.stream[figure + 1 : bracket_end(sentence.stream, figure)]
    return raiser if any(_tells_of_round(token) for token in inside) else None


def _tells_of_round(token: Token) -> bool:
    return _tells_of_stage(token) or token.type == NAME or not token.labels.isdisjoint(("round", "lead"))


def _tells_of_stage(token: Token) -> bool:
    return any(label.startswith("stages:") for label in token.labels)


def headline(sentence: Sentence, figure: int) -> Entity | None:
    """Whose round a headline tells: `$30m for Foo`, over an article about money raised."""
    stream = sentence.stream
    if (
        not sentence.reading.heading
        or figure > 1
        or figure + 2 >= len(stream)
        or "for" not in stream[figure + 1].labels
    ):
        return None
    raiser: Entity | None = stream[-1].value if stream[-1].type == NAME else None
    following = sentence.article.readings[sentence.number + 1 : sentence.number + 3]
    told = any(bears(reading.tokens, "round", "raise", "raise_weak") for reading in following)
    return raiser if told and raiser is not None and raiser.firm and raiser.trade != "capital" else None


def headed(sentence: Sentence, figure: int) -> Entity | None:
    """Whose round an item of a digest tells: `Foo: $20m from Bar`, `Foo (Lyon) - $20m, led by Bar`, `Foo, $20m.`"""
    stream = sentence.stream
    at = 1 if sentence.reading.bullet and stream[0].type == MARK else 0
    if len(stream) < at + 3 or stream[at].type != NAME:
        return None
    mark = bracket_end(stream, at) + 1 if stream[at + 1].text == "(" else at + 1
    if mark >= figure or stream[mark].text not in _HEAD_MARKS or figure > mark + _HEADED:
        return None
    raiser: Entity | None = stream[at].value
    if raiser is None or not raiser.firm or raiser.trade == "capital":
        return None
    behind = after(stream, figure, 4)
    if all(t.type == MARK for t in behind):  # the sum is all that the first sentence of the item says
        return raiser if _next_tells_of_round(sentence) else None
    return raiser if stream[mark].text != "," and bears(behind, "from", "valuation", *FUNDING) else None


def _next_tells_of_round(sentence: Sentence) -> bool:
    """Whether the rest of an item speaks of money raised."""
    readings = sentence.article.readings
    rest = [r for r in readings[sentence.number + 1 : sentence.number + 3] if r.paragraph == sentence.reading.paragraph]
    return any(bears(r.tokens, *FUNDING) or any(map(_tells_of_stage, r.tokens)) for r in rest)


def bracket_end(stream: Sequence[Token], at: int) -> int:
    """Where the bracket around a token closes, or the sentence ends."""
    return next((i for i in range(at + 1, len(stream)) if stream[i].text == ")"), len(stream))


def _name_before_bracket(stream: Sequence[Token], figure: int) -> list[Entity]:
    """`Foo ($20m)`, `Foo (~$20m)`."""
    i = figure - 1
    while i > 0 and stream[i].text in _APPROXIMATELY:
        i -= 1
    return [stream[i - 1].value] if i > 0 and stream[i].text == "(" and stream[i - 1].type == NAME else []


def _joined_with(sentence: Sentence, figure: int) -> list[Entity]:
    """`Foo took part with $20m`: the part of a lone name right before the verb."""
    stream = sentence.stream
    verb = figure - 2
    if (
        verb < 1
        or "with" not in stream[figure - 1].labels
        or not bears(stream[verb : verb + 1], "join_verb", "lead_verb")
    ):
        return []
    name = next((i for i in back(verb, _JOINING) if stream[i].type == NAME), None)
    if name is None or sentence.case[name].anchor != verb:
        name = next((i for i, case in sentence.case.items() if case.anchor == verb), name)
    alone = name is not None and sentence.case[name].size == 1 and not sentence.case[name].poss
    return [stream[name].value] if name is not None and alone else []


def _names_in_bracket(stream: Sequence[Token], figure: int) -> list[Entity]:
    """`$20m (Foo, Bar)`."""
    end = bracket_end(stream, figure)
    if end == len(stream) or stream[figure + 1].text != "(":
        return []
    return [t.value for t in stream[figure + 2 : end] if t.type == NAME]


def _name_before(stream: Sequence[Token], figure: int) -> list[Entity]:
    """`Foo for $20m`, `Foo: $20m`."""
    for i in back(figure, 3):
        token = stream[i]
        if token.type == NAME:
            return [token.value] if i < figure - 1 else []
        if not (token.labels & _LINKS or token.text == ":"):
            return []
    return []


def _after(sentence: Sentence, figure: int) -> list[Entity]:
    """`$20m from Foo and Bar`, `the $20m that Foo commits`."""
    stream = sentence.stream
    for i, token in enumerate(after(stream, figure, 3), figure + 1):
        if token.labels & {"from", "relative"}:
            first = next((j for j in range(i + 1, min(i + 4, len(stream))) if stream[j].type == NAME), None)
            return _list_of(sentence, first) if first is not None else []
        if token.type in (MARK, NAME) or not token.labels.isdisjoint(PREPOSITIONS):
            return []
    return []


def _list_of(sentence: Sentence, name: int) -> list[Entity]:
    """The list of names that a name stands in."""
    group = sentence.case[name].group
    return [sentence.stream[i].value for i, case in sentence.case.items() if case.group == group]


def respective(sentence: Sentence) -> list[tuple[int, Entity]]:
    """Figure and giver of `Foo and Bar, which put in $5bn and $10bn respectively`."""
    stream = sentence.stream
    at = next((i for i, t in enumerate(stream) if "respective" in t.labels), None)
    if at is None:
        return []
    figures = [i for i in range(max(0, at - 9), at) if is_figure(stream[i], "money")]
    lists: dict[int, list[int]] = {}
    for i, case in sorted(sentence.case.items()):
        if i < at and case.size == len(figures) > 1:
            lists.setdefault(case.group, []).append(i)
    if not lists:
        return []
    named = zip(figures, list(lists.values())[-1], strict=True)
    return [(figure, stream[i].value) for figure, i in named if stream[i].value is not None]
