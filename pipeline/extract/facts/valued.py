"""Whose valuation a sentence tells: `values Foo at $2bn`, `Foo, valued at $2bn`, `Foo's valuation of $2bn`."""

from __future__ import annotations

from pipeline.extract.facts.figure_roles import VALUATION
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.stream import MARK, NAME, Entity
from pipeline.extract.grammar.windows import after, bears

_CLAUSE = 8  # tokens from a valuation back to what is valued, before a verb that closes its clause
BACK = 12  # tokens before the word of valuation in which its subject may stand


def valued_party(sentence: Sentence) -> Entity | None:
    """The organisation that the first valuation of a sentence is of, when the words say so."""
    figure = next((i for i, role in sentence.roles.items() if role == VALUATION), None)
    if figure is None:
        return None
    word = next((i for i in range(figure - 1, -1, -1) if "valuation" in sentence.stream[i].labels), None)
    if sentence.article.lexicon.verb_final and (valued := _before_verb(sentence, figure)) is not None:
        return valued
    if word is None:
        return None
    if "values" in sentence.stream[word].labels:  # its subject values: `una operación que la valora en`
        return _object(sentence, word, figure)
    return _object(sentence, word, figure) or _owner(sentence, word)


def _before_verb(sentence: Sentence, figure: int) -> Entity | None:
    """`was Foo auf 3 Milliarden Dollar taxierte`, `die Foo op 3 miljard waarderen`: the verb closes its clause."""
    stream = sentence.stream
    if not bears(after(stream, figure, 1), "valuation"):
        return None
    for i in range(figure - 1, max(-1, figure - _CLAUSE), -1):
        valued: Entity | None = stream[i].value if stream[i].type == NAME else None
        if valued is not None and sentence.case[i].label == "bare":
            return valued if _company(valued) else None
        if stream[i].type == MARK:
            return None
    return None


def _object(sentence: Sentence, word: int, figure: int) -> Entity | None:
    """`values Foo at`, `the valuation of Foo to`."""
    for i in range(word + 1, figure):
        token = sentence.stream[i]
        valued: Entity | None = token.value if token.type == NAME else None
        if valued is not None and _company(valued) and sentence.case[i].label in ("bare", "of", "in"):
            return valued
    return None


def _owner(sentence: Sentence, word: int) -> Entity | None:
    """`Foo's valuation`, `Foo was valued at`: the nearest name before that no preposition governs."""
    for i in range(word - 1, max(-1, word - BACK), -1):
        token = sentence.stream[i]
        if token.type == MARK and token.text in ";:":
            return None
        owner: Entity | None = token.value if token.type == NAME else None
        if owner is not None and _company(owner):
            case = sentence.case[i]
            if case.poss or (case.label == "bare" and case.size == 1):
                return owner
    return None


def _company(entity: Entity | None) -> bool:
    return entity is not None and entity.firm and not entity.financier
