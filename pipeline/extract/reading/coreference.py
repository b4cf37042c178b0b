"""What descriptions and pronouns stand for inside one article: by their own sentence first, then by what was told."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.prepositions import is_clitic, is_dative
from pipeline.extract.grammar.stream import NAME, WORD, Entity, Token
from pipeline.extract.reading.actors import actor_on
from pipeline.extract.reading.antecedents import (
    acting_owner,
    ahead_of,
    explained_by,
    free_before,
    is_of_person,
    is_share_of,
    named_behind,
    only_relates,
    opens_with_adverbial,
    served,
)
from pipeline.extract.reading.article import Reading
from pipeline.extract.reading.descriptions import (
    described,
    introduces_name,
    is_definite,
    is_named_after,
    may_refer,
    means_no_firm,
)
from pipeline.extract.reading.speakers import employer_of_speaker, speaker_for_himself, speaking
from pipeline.extract.reading.subjects import state_acts
from pipeline.extract.reading.told import Told


class Discourse:
    """The sentences of an article in order, so that a description or a pronoun finds its name."""

    def __init__(self, topic: Entity | None, text: str, mentions: dict[int, int]) -> None:
        self._told = Told(topic, mentions)
        self._text = text
        self._countries: dict[str, Entity] = {}

    def resolve(self, reading: Reading) -> None:
        """Turn the descriptions and pronouns of a sentence into references, and remember its names."""
        self._told.enter(reading)
        here: list[Entity] = []
        tokens = reading.telling
        for i, token in enumerate(tokens):
            if token.type == NAME and token.value is not None:
                if not only_relates(tokens, i):
                    here.append(token.value)
                    self._told.remember(token.value)
            elif not token.labels:
                continue
            elif "country" in token.labels and state_acts(tokens, i):
                reading.stands_for(i, self._government(token))
            elif token.type == WORD and may_refer(token.labels):
                entity = self._meant(tokens, i, here)
                if entity is not None:
                    reading.stands_for(i, entity)
                    here.append(entity)
        self._told.leave(reading, here)

    def _government(self, country: Token) -> Entity:
        """A state that acts is a government, under its country's name."""
        written = self._text[country.start : country.end] or country.text
        return self._countries.setdefault(country.text, Entity(written, "government"))

    def _meant(self, tokens: Sequence[Token], at: int, here: Sequence[Entity]) -> Entity | None:
        """Whom a description or pronoun means, after the names of its sentence so far."""
        if introduces_name(tokens, at) or means_no_firm(tokens, at):
            return None
        if entity := explained_by(tokens, at) or ahead_of(tokens, at):
            return entity
        labels = tokens[at].labels
        if "first_person" in labels:
            return speaker_for_himself(tokens, at)
        person = "person_pronoun" in labels and ("pronoun" not in labels or self._told.speaks_of_a_person(here))
        if person:
            if "title_noun" in labels and is_named_after(tokens, at):
                return None  # `the chief executive of Foo`
            return next((entity for entity in here if entity.kind == "person"), self._told.person)
        if "there" in labels:
            return self._told.placed_in(tokens[at - 1], here) if is_dative(tokens, at) else None
        if labels & {"pronoun", "poss_pronoun"} or is_dative(tokens, at):
            return acting_owner(tokens, at) or self._pronoun(tokens, at, here)
        if kinds := described(labels):
            company = self._the_company(tokens, at, here) if "company" in kinds else None
            return company or next(
                (found for what in kinds if (found := self._described(what, tokens, at, here))), None
            )
        if not is_definite(tokens, at):
            return None
        trade = next((label.removeprefix("trades:") for label in labels if label.startswith("trades:")), "company")
        return self._described(trade, tokens, at, here)

    def _pronoun(self, tokens: Sequence[Token], at: int, here: Sequence[Entity]) -> Entity | None:
        """`it`: the first organisation of its sentence, as an object the last one; else whom the article was about."""
        local = [entity for entity in here if entity.organisation]
        labels = tokens[at].labels
        actor = actor_on(tokens, at) if labels & {"pronoun", "dative"} and "subject_pronoun" not in labels else None
        if actor is not None:
            others = [entity for entity in local if entity is not actor]
            if others:
                return others[0]
            return self._told.other_than(actor, topic_first=is_clitic(tokens[at]))
        if local and "poss_pronoun" in labels and "copula" in tokens[at - 1].labels:
            return self._told.other_than(local[0])  # `Foo remains its main partner`
        if free := free_before(tokens, at):
            return free
        before = self._told.subject or self._told.topic
        return local[0] if local and not (before and opens_with_adverbial(tokens, at)) else before

    def _the_company(self, tokens: Sequence[Token], at: int, here: Sequence[Entity]) -> Entity | None:
        """Whom `the company` means by the words around it; nothing when they leave that to what was told before."""
        return (
            employer_of_speaker(tokens, at)
            or (self._told.held(here) if is_share_of(tokens, at) else None)
            or self._valued(tokens, at)
            or self._founded(tokens, at)
            or self._told.other_than_named(tokens, at)
            or served(tokens, at, here)
            or speaking(tokens, at, here)
        )

    def _valued(self, tokens: Sequence[Token], at: int) -> Entity | None:
        """`The deal values the company at`: whom the article is about, not the last subject."""
        return self._told.topic if at > 0 and "valuation" in tokens[at - 1].labels else None

    def _founded(self, tokens: Sequence[Token], at: int) -> Entity | None:
        """`Founded in 2021, the company`: a start-up."""
        if at > 1 and "presented" in tokens[0].labels and tokens[at - 1].text == ",":
            return self._told.latest("startup")
        return None

    def _described(self, what: str, tokens: Sequence[Token], at: int, here: Sequence[Entity]) -> Entity | None:
        """Whom a description of this kind means by what was told before."""
        actor = actor_on(tokens, at)
        if what == "company":
            if (owned := self._told.subject) is not None and owned.firm and is_of_person(tokens, at):
                return owned
            meant = self._told.investing(tokens, at) or self._told.talked_about(here)
            if _raises(tokens):
                meant = self._told.small(meant)
            return self._told.other_than(actor) if actor is not None and meant is actor else meant
        if actor is not None:
            return self._told.latest(what, [actor]) or self._told.other_of_two(actor)
        return self._told.latest(what, named_behind(tokens, at))


def _raises(tokens: Sequence[Token]) -> bool:
    """Whether a sentence tells of raising money."""
    return any(t.labels & {"raise", "round"} for t in tokens)
