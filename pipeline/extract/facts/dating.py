"""When a deal happened or was announced, as its sentence or the announcement that it belongs to tells."""

from __future__ import annotations

from pipeline.extract.facts.other_dates import explains, is_deadline, presents
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.status import clause
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.stream import DATE, MARK, NAME, QUANTITY
from pipeline.extract.grammar.windows import bears, before, holds

OPENING = 2  # a date among the first tokens holds for the whole sentence
YEAR = 4.5  # what a bare year costs beside a day or a month
RELATIVE = 3.0  # what a relative clause between a date and its event costs
FAR = 14.0  # beyond it a date belongs to something else
BRIEF = 8  # tokens of a sentence that only tells a day
STORY = 3  # sentences over which a deal waits for the day of its announcement
_SAID = frozenset({"speaker_verb", "announce"})
_SPOKEN = frozenset({"speaker_verb", "announce", "report_verb"})


def date_of(sentence: Sentence, at: int) -> str | None:
    """The date of the event at token `at`: the nearest of its clause that is no deadline and does not lie ahead."""
    first, last = clause(sentence.stream, at)
    told = [i for i, token in enumerate(sentence.stream) if token.type == DATE]
    dates = [
        i for i in told
        if first <= i < last and not is_deadline(sentence, i) and not presents(sentence, i)
        and not explains(sentence, i, at) and (i <= OPENING or _goes_with(sentence, i, at) or _closing(sentence, i))
    ]  # fmt: skip
    if not dates and (when := _of_the_clause(sentence, first)) is not None:
        dates = [when]
    if not dates and (lone := _lone(sentence, told, at)) is not None:
        return str(sentence.stream[lone].value.value)
    ranked = sorted((_away(sentence, i, at), i) for i in dates)
    if not ranked or ranked[0][0] > FAR:
        return None
    return str(sentence.stream[ranked[0][1]].value.value)


def _lone(sentence: Sentence, dates: list[int], at: int) -> int | None:
    """The only date of a sentence that tells no more than one sum: it dates that, whatever clause it stands in."""
    if len(dates) != 1 or len(sentence.sums) > 1 or is_deadline(sentence, dates[0]):
        return None
    return None if presents(sentence, dates[0]) or explains(sentence, dates[0], at) else dates[0]


def _goes_with(sentence: Sentence, date: int, at: int) -> bool:
    """Whether a date is that of the sum at hand; between two sums it belongs to the one before it, up to a mark or
    `and`."""
    before = max((f for f in sentence.sums if f < date), default=None)
    after = min((f for f in sentence.sums if f > date), default=None)
    if at not in sentence.sums or before is None or after is None:
        return sentence.belongs(date, at)
    behind = sentence.stream[date + 1 : date + 2]
    if any(t.text == "," or "and" in t.labels for t in behind):  # `$600m, led by Foo, in May, and $750m`
        return at == before
    between = sentence.stream[before + 1 : date]
    if any(t.type == MARK or t.labels & {"and", "but", "relative"} for t in between):
        return sentence.belongs(date, at)
    return at == before


def tell_date(sentence: Sentence, new: list[Statement]) -> None:
    """`They announced it on 3 May`: a sentence without a deal of its own dates those told before."""
    day = None if new else _announcement(sentence)
    for statement in sentence.recent(STORY) if day else ():
        if statement.kind != "denial" and "date" not in statement.fields:
            statement.take(sentence.span, date=day)


def _announcement(sentence: Sentence) -> str | None:
    """The day on which a sentence says that something was announced or signed."""
    stream = sentence.stream
    if not holds(stream, DATE):
        return None
    days = [i for i, t in enumerate(stream) if t.type == DATE and not is_deadline(sentence, i)]
    if len(days) != 1 or bears(stream, "deny"):
        return None
    when = stream[days[0]].value
    told = bears(stream, "announce", "speaker_verb")
    brief = len(stream) <= BRIEF and not holds(
        stream, NAME, QUANTITY
    )  # `The news came on Monday`, `It was closed in May`
    if when.grain == "day" and (told or brief):
        return str(when.value)
    return str(when.value) if brief and when.grain in ("week", "month") and bears(stream, "announce", "done") else None


def _closing(sentence: Sentence, date: int) -> bool:
    """Whether a date stands in who announced it all at the end of a sentence: `..., the companies said on 3 May`."""
    stream = sentence.stream
    said = next((i for i in range(date - 1, max(0, date - 4), -1) if stream[i].labels & _SAID), None)
    first = max(0, said - 4) if said is not None else date
    return any(t.text == "," for t in stream[first:said]) and all(t.type == MARK for t in stream[date + 1 :])


def _of_the_clause(sentence: Sentence, first: int) -> int | None:
    """The date that a clause hangs on: `in May, when Foo said ...`."""
    before = range(max(0, first - 3), first)
    return next((i for i in before if sentence.stream[i].type == DATE and not is_deadline(sentence, i)), None)


def _away(sentence: Sentence, date: int, at: int) -> float:
    """Distance; a date that opens the sentence holds for all of it, one in another clause hardly."""
    stream = sentence.stream
    low, high = min(date, at), max(date, at)
    cost = distance(stream, date, at)
    if date <= OPENING:
        cost = min(cost, 4.0)
    if len(str(stream[date].value.value)) == len("2025"):  # `last month ... to spend $65bn this year`
        cost += YEAR
    for i in range(low + 1, high):
        if "relative" in stream[i].labels and not any(t.labels & _SPOKEN for t in before(stream, i, 2)):
            cost += RELATIVE if len(sentence.sums) < 2 else 2 * RELATIVE  # `2024 saw Foo give $2bn to Bar, which ...`
        if "and" in stream[i].labels and stream[i - 1].type == MARK:
            cost += 2.0
    return cost
