"""Who gives a sum that no event word explains: `Foo ($20m)`, `Foo for $20m`, `$20m from Foo`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import MARK, NAME, QUANTITY, Entity, Token
from pipeline.extract.grammar.windows import after, back, bears, bracket_end, is_figure
from pipeline.extract.kinds.backers import FUNDING

_LINKS = frozenset({"for", "with", "to", "at"})
_APPROXIMATELY = frozenset({"≈", "~", "±"})
_STORY = 2  # sentences over which a round's story goes on
_JOINING = 3  # tokens between who takes part and the verb that says so
_PART = 6  # tokens from a part of a round to the word that says whose it is


def givers(sentence: Sentence, figure: int, *, attached: bool) -> list[Entity]:
    """Who gives a sum that no event word of its own explains; nobody outside the story of a round.

    `attached`: an event word claims the sum, so only a bracket right after a name or a verb of taking part speaks
    against it.
    """
    if not _about_a_round(sentence):
        return []
    stream = sentence.stream
    found = name_before_bracket(stream, figure) or _joined_with(sentence, figure)
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
    return bears(sentence.stream, *FUNDING) or bool(sentence.recent(_STORY, "funding_round"))


def name_before_bracket(stream: Sequence[Token], figure: int) -> list[Entity]:
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
    if "respective" not in stream.labels:
        return []
    at = next(i for i, t in enumerate(stream) if "respective" in t.labels)
    figures = [i for i in range(max(0, at - 9), at) if is_figure(stream[i], "money")]
    lists: dict[int, list[int]] = {}
    for i, case in sorted(sentence.case.items()):
        if i < at:
            lists.setdefault(case.group, []).append(i)
    fitting = [names for names in lists.values() if len(names) == len(figures) > 1]
    if not fitting:
        return []
    named = zip(figures, fitting[-1], strict=True)
    return [(figure, stream[i].value) for figure, i in named if stream[i].value is not None]
