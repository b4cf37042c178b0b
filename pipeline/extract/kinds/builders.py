"""For whom a site is built (`the works are in the hands of Foo`, `a campus that Foo is to build`): its owner."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.stream import MARK, Entity
from pipeline.extract.grammar.windows import after, bears, before
from pipeline.extract.kinds.side_guesses import Sides

_STORY = 3  # sentences over which the story of a site goes on
_NEAR = 8  # tokens from a verb of building back to the site that is built
_BESIDE = 4  # tokens from a name to the noun that says whose firm it is
_VERB_NEAR = 3  # tokens from who builds to the verb
_SITE_BUILT = frozenset({"build", "site_noun"})
_BUILDING = frozenset({"build", "supplier"})


def builds_for_owner(sentence: Sentence, event: int) -> bool:
    """Whether an event tells who builds the site of somebody told before."""
    return _built_site(sentence, event) and _owner_told(sentence) is not None


def ask_the_owner(sentence: Sentence, event: int, label: str, figure: int | None, found: Sides) -> None:
    """Let the owner of the site be the customer of the one who builds it."""
    if figure is not None or label not in _BUILDING or not _built_site(sentence, event):
        return
    owner, builder = _owner_told(sentence), next(iter(found.provider), None)
    if owner is None or builder is None or builder.family == owner.family or _subsidiary(sentence, builder):
        return
    found.provider, found.customer = [builder], [owner]


def _subsidiary(sentence: Sentence, builder: Entity) -> bool:
    """`que développe Foo, sa filiale`: who builds is the owner's own firm."""
    names = (i for i in sentence.case if sentence.stream[i].value is builder)
    return any(bears(after(sentence.stream, i, _BESIDE), "relation") for i in names)


def _built_site(sentence: Sentence, event: int) -> bool:
    """`the campus will be built`, `un campus que levantará`, `Foo constrói os prédios`: the site that was told of."""
    near = before(sentence.stream, event, _NEAR)
    for i, token in enumerate(near):
        if "anaphora:project" in token.labels:
            return True
        if "site_noun" in token.labels:
            return bears(near[max(0, i - 2) : i], "definite") or bears(near[i:], "relative")
    object_ = after(sentence.stream, event, 3)  # and nothing else that says which site it is
    whole = len(object_) == 3 and (object_[2].type == MARK or "and" in object_[2].labels)
    return whole and "definite" in object_[0].labels and "site_noun" in object_[1].labels


def builder_told(sentence: Sentence) -> Entity | None:
    """Who builds a site by the sentences just before: `Foo is building a data centre. Bar has signed a lease.`"""
    for reading in reversed(sentence.article.readings[max(0, sentence.number - _STORY) : sentence.number]):
        tokens = reading.telling
        if not tokens.labels >= _SITE_BUILT:
            continue
        for i, case in sorted(reading.cases.items()):
            builder: Entity | None = tokens[i].value
            acts = case.label == "bare" and not case.poss and bears(after(tokens, i, _VERB_NEAR), "build")
            if acts and builder is not None and builder.firm:
                return builder
    return None


def _owner_told(sentence: Sentence) -> Entity | None:
    """Whose site the sentences just before, or this one, told of."""
    owners = (told.first("owner") for told in sentence.recent(_STORY, "capex"))
    owner = next((owner for owner in owners if owner is not None), None)
    return owner if owner is not None and owner.firm else None
