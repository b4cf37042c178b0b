"""Which places of a sentence locate what it tells of: no dateline, no seat of a firm, no place of a speech."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.stream import DATE, NAME, WORD, Token, is_organisation_noun
from pipeline.extract.grammar.windows import after, bears, before

OPENING = 3  # tokens among which a place holds for its whole sentence
_NEAR = 6  # tokens from a site to where it stands
_HEAD = 6  # tokens of a report in which its agency and town stand
_TELLING = 4  # tokens between a verb of announcing and the place where it was done
_LOCATING = frozenset({"in", "at", "on", "to", "into", "for"})


def located(sentence: Sentence) -> dict[int, str]:
    """The places and countries that locate something, as they are called, by their token."""
    text, found = sentence.article.text, {}
    for i, token in enumerate(sentence.stream):
        if token.type == NAME and token.value is not None and _is_where(sentence, i):
            found[i] = str(token.value.name)
        elif "country" in token.labels and i and _country_located(sentence, i):
            found[i] = text[token.start : token.end]
    return found


def _is_where(sentence: Sentence, at: int) -> bool:
    """A place that locates something, or a name that nobody knows right behind a site: `a data centre in Foo`."""
    stream, entity = sentence.stream, sentence.stream[at].value
    if entity.kind == "place":
        return _located(sentence, at)
    if entity.kind != "unknown" or entity.known or at < 2 or not stream[at - 1].labels & {"in", "at"}:
        return False
    return bears(stream[at - 2 : at - 1], "site_noun")


def stands_there(sentence: Sentence) -> bool:
    """Whether a place is told right behind the site that stands there, or opens the sentence."""
    stream = sentence.stream
    return any(i <= OPENING or bears(before(stream, i, _NEAR), "site_noun") for i in located(sentence))


def _country_located(sentence: Sentence, at: int) -> bool:
    """`in Foo`, `into the Foo`, or behind its town: `in Bar, Foo`."""
    before = sentence.stream[at - 1]
    if at > 1 and before.type == WORD and not before.labels:  # `in northern Foo`
        before = sentence.stream[at - 2]
    town = sentence.stream[at - 2] if before.text == "," and at > 1 else None
    behind = town is not None and town.type == NAME and town.value is not None and town.value.kind == "place"
    of_a_people = "nationality" in sentence.stream[at].labels and not before.labels & _LOCATING
    return behind or (not of_a_people and bool(before.labels & (_LOCATING | {"determiner"})))


def _located(sentence: Sentence, at: int) -> bool:
    """Whether a place locates something: governed by `in` and the like, no dateline."""
    case = sentence.case.get(at)
    following = after(sentence.stream, at, 5)
    if (
        case is None
        or _in_a_dateline(at, following)
        or _based(following)
        or _seated(sentence, case.anchor)
        or _of_a_seat(sentence, at)
        or _told_there(sentence, case.anchor)
    ):
        return False
    if case.label in ("of", "from"):  # `the data center of Foo`, `a site south of Foo`
        return bears(before(sentence.stream, case.anchor, 2), "site_noun")
    return case.label in _LOCATING or (case.label == "bare" and not case.poss)


def _in_a_dateline(at: int, following: Sequence[Token]) -> bool:
    """`Foo, May 4`, `(Agency) - FOO, 4 May -`: where a report was written."""
    day = next((i for i, t in enumerate(following) if t.type == DATE), None)
    if day is None:
        return False
    return at <= 1 or (at <= _HEAD and any(t.text in "-–—" for t in following[day + 1 : day + 2]))


def _based(following: Sequence[Token]) -> bool:
    """`the Foo-based developer`: where an organisation sits, no site."""
    based = len(following) > 1 and following[0].text == "-" and "presented" in following[1].labels
    return based and not bears(following[2:4], "site_noun")


def _seated(sentence: Sentence, anchor: int) -> bool:
    """`Foo, headquartered in Bar`: where an organisation sits, no site."""
    return anchor > 0 and "presented" in sentence.stream[anchor - 1].labels


def _of_a_seat(sentence: Sentence, at: int) -> bool:
    """`le groupe de Foo`: a town that only says which organisation is meant."""
    stream = sentence.stream
    return at > 1 and "of" in stream[at - 1].labels and is_organisation_noun(stream[at - 2])


def _told_there(sentence: Sentence, anchor: int) -> bool:
    """Whether a place is where something was announced: `announced on Monday in Foo`."""
    dated = False
    for token in reversed(sentence.stream[max(0, anchor - _TELLING) : max(0, anchor)]):
        if token.labels & {"speaker_verb", "announce"}:
            return dated or "plan" not in token.labels
        dated = dated or token.type == DATE
        beside = token.type == DATE or (token.type == WORD and token.labels <= {"determiner", "definite", "on", "in"})
        if not beside:
            return False
    return False
