"""Dates that are not a deal's own: what it aims at, what lies ahead, what only explains a name."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.stream import DATE, MARK, NAME, QUANTITY
from pipeline.extract.grammar.windows import after, bears, before
from pipeline.extract.languages.lexicon import is_anaphoric

PRESENTED = 4  # tokens from a word that presents an organisation to its date


def is_deadline(sentence: Sentence, i: int) -> bool:
    """A date that the deal aims at (by 2028, until June), or one after the article."""
    stream = sentence.stream
    near = before(stream, i, 2)
    value, published = str(stream[i].value.value), sentence.article.published
    if published and value[: len(published)] > published[: len(value)]:
        return True
    past = published and value < published[: len(value)] and not _sets_in(sentence, i)
    return any(t.labels & {"by", "deadline"} and not (past and "from" in t.labels) for t in near)


def _sets_in(sentence: Sentence, i: int) -> bool:
    """`from December` without its year looks ahead; `from May 2024` and `from May, when ...` tell since when."""
    date, after = sentence.stream[i], sentence.stream[i + 1 : i + 2]
    explained = any(t.text == "," for t in after)
    return (
        i > 0
        and "from" in sentence.stream[i - 1].labels
        and not explained
        and str(date.value.value)[:4] not in date.text
    )


def presents(sentence: Sentence, date: int) -> bool:
    """`Foo, founded in Lyon in 2021, has raised`, `has raised $90m since 2021`: a date of its past."""
    comma = max((i for i in range(max(0, date - PRESENTED), date) if sentence.stream[i].text == ","), default=-1)
    near = sentence.stream[max(comma + 1, date - PRESENTED) : date]
    return bears(near, "presented") or bears(near[-1:], "since") or _attributive(sentence, date)


def _attributive(sentence: Sentence, date: int) -> bool:
    """`das 2021 von Jane Roe gegründete Start-up`: what presents a name stands between its article and it."""
    behind = after(sentence.stream, date, PRESENTED)
    end = next((i for i, t in enumerate(behind) if t.type in (MARK, DATE, QUANTITY)), PRESENTED)
    return bears(before(sentence.stream, date, 2), "determiner") and bears(behind[:end], "presented")


def explains(sentence: Sentence, date: int, at: int) -> bool:
    """`Foo, the firm that Jane Roe founded after leaving Bar in 2021, has raised`: a date of what explains a name."""
    stream = sentence.stream
    if date >= at or not any(t.text == "," for t in after(stream, date, 1)):
        return False
    comma = max((i for i in range(date) if stream[i].text == ","), default=0)
    opening = stream[comma + 1].labels
    opens = opening & {"determiner", "relative"} or is_anaphoric(opening)
    return comma > 0 and stream[comma - 1].type == NAME and bool(opens) and date - comma > PRESENTED
