"""Events that cannot have a figure, however near it stands: what is bought before it, what is only an option."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.purchases import takes_company
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.stream import NAME, Token
from pipeline.extract.grammar.windows import bears, before, is_figure, optional

_OPTIONAL = 3  # tokens from the word for an option to what may be done


def ruled_out(sentence: Sentence, figure: int, event: int) -> bool:
    """Whether an event cannot be what a figure belongs to."""
    stream, labels = sentence.stream, sentence.stream[event].labels
    if "obligation" in labels and sentence.bearing("guarantee"):
        return True  # `stands in for a loan of $90m`: what is vouched for
    if bears(stream, "if") and bears(stream[figure + 1 : event], "if"):
        return True  # `$500m, and more if Foo completes its round`: a condition does not explain the figure
    if ("invest" in labels and _is_whole(stream, figure)) or _pays_with_shares(sentence, figure, event):
        return True
    if not is_figure(stream[figure], "money"):
        light = figure < event and "raise_weak" in labels  # `60 MW, for which it won`
        goal = labels >= {"spend", "for"}  # `10,000 GPU destinadas à Foo`: for whom, not what is done
        return light or goal or _buys_company_before(sentence, event, figure)
    return optional(stream, event, _OPTIONAL)


def _is_whole(stream: Sequence[Token], figure: int) -> bool:
    """`puts in $400 million of the $1 billion round`: the whole that a giver's sum is a part of."""
    between = [t for t in before(stream, figure, 4) if "determiner" not in t.labels][-2:]
    return len(between) > 1 and "of" in between[1].labels and is_figure(between[0], "money")


def _buys_company_before(sentence: Sentence, event: int, figure: int) -> bool:
    """Whether a verb of buying has a company as its object, named before a figure of power or chips."""
    if "acquire" not in sentence.stream[event].labels or not takes_company(sentence, event, figure):
        return False
    name = next(i for i in range(event + 1, len(sentence.stream)) if sentence.stream[i].type == NAME)
    return name < figure and any(t.text == "," for t in sentence.stream[name:figure])


def _pays_with_shares(sentence: Sentence, figure: int, event: int) -> bool:
    """`for $9bn in stock`: shares that pay for something, no stake."""
    stream = sentence.stream
    if "stake" not in stream[event].labels or not figure < event <= figure + 4:
        return False
    bought = bears((stream[e] for e in sentence.events), "acquire", "acquisition")
    return bought and bears(stream[figure + 1 : event], "in")
