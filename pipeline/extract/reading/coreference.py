"""What descriptions and pronouns stand for inside one article."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.prepositions import is_dative
from pipeline.extract.grammar.stream import NAME, WORD, Entity, Token
from pipeline.extract.reading.antecedents import (
    acting_owner,
    actor_on,
    ahead_of,
    employer_of_speaker,
    explained_by,
    free_before,
    invested_in,
    served,
    speaking,
)
from pipeline.extract.reading.article import Reading
from pipeline.extract.reading.descriptions import (
    described,
    fits,
    introduces_name,
    is_definite,
    is_named_after,
    may_refer,
)
from pipeline.extract.reading.subjects import state_acts, subject_of

MEMORY = 60  # organisations that a description may mean
_OPENING = 2  # a description among the first tokens opens its sentence


class Discourse:
    """What the article has talked about so far, so that a description or a pronoun finds its name."""

    def __init__(self, topic: Entity | None, text: str, mentions: dict[int, int]) -> None:
        self._topic = topic
        self._mentions = mentions
        self._text = text
        self._subject: Entity | None = None
        self._person: Entity | None = None
        self._person_near = False
        self._heading: Entity | None = None
        self._countries: dict[str, Entity] = {}
        self._recent: dict[int, Entity] = {}
        self._paragraph = -1
        self._new_paragraph = True

    def resolve(self, reading: Reading) -> None:
        """Turn the descriptions and pronouns of a sentence into references, and remember its names."""
        self._enter(reading)
        here: list[Entity] = []
        for i, token in enumerate(reading.tokens):
            if token.type == NAME and token.value is not None:
                here.append(token.value)
                self._remember(token.value)
            elif not token.labels:
                continue
            elif "country" in token.labels and state_acts(reading.tokens, i):
                reading.stands_for(i, self._government(token))
            elif token.type == WORD and may_refer(token.labels):
                entity = self._meant(reading.tokens, i, here)
                if entity is not None:
                    reading.stands_for(i, entity)
                    here.append(entity)
        self._leave(reading, here)

    def _enter(self, reading: Reading) -> None:
        """A new paragraph of an article without a topic, or an item of a list, starts without a subject."""
        self._new_paragraph = reading.paragraph != self._paragraph
        if self._new_paragraph and (self._topic is None or reading.bullet):
            self._subject = self._heading if reading.bullet else None
        self._paragraph = reading.paragraph

    def _leave(self, reading: Reading, here: Sequence[Entity]) -> None:
        """Note whom a sentence was about, for itself and for the ones after it."""
        person = next((entity for entity in here if entity.kind == "person"), None)
        self._person, self._person_near = person or self._person, person is not None
        own = subject_of(reading)
        if reading.heading:
            self._heading = own
        self._subject = own or self._subject
        reading.subject, reading.own_subject = self._subject, own is not None

    def _remember(self, entity: Entity) -> None:
        if entity.organisation:
            self._recent.pop(id(entity), None)
            self._recent[id(entity)] = entity
            if len(self._recent) > MEMORY:
                del self._recent[next(iter(self._recent))]

    def _government(self, country: Token) -> Entity:
        """A state that acts is a government, under its country's name."""
        written = self._text[country.start : country.end] or country.text
        return self._countries.setdefault(country.text, Entity(written, "government"))

    def _meant(self, tokens: Sequence[Token], at: int, here: Sequence[Entity]) -> Entity | None:
        """Whom a description or pronoun means, after the names of its sentence so far."""
        if introduces_name(tokens, at):
            return None
        if entity := explained_by(tokens, at) or ahead_of(tokens, at):
            return entity
        labels = tokens[at].labels
        person = "person_pronoun" in labels and ("pronoun" not in labels or self._speaks_of_a_person(here))
        if person:
            if "title_noun" in labels and is_named_after(tokens, at):
                return None  # `the chief executive of Foo`
            return next((entity for entity in here if entity.kind == "person"), self._person)
        if labels & {"pronoun", "poss_pronoun"} or is_dative(tokens, at):
            return acting_owner(tokens, at) or self._pronoun(tokens, at, here)
        if kinds := described(labels):
            told = self._the_company(tokens, at, here) if "company" in kinds else None
            return told or next((found for what in kinds if (found := self._described(what, tokens, at, here))), None)
        if not is_definite(tokens, at):
            return None
        trade = next((label.removeprefix("trades:") for label in labels if label.startswith("trades:")), "company")
        return self._described(trade, tokens, at, here)

    def _speaks_of_a_person(self, here: Sequence[Entity]) -> bool:
        """Whether this sentence or the last names a person, whom a pronoun for things and persons then means."""
        return self._person_near or any(entity.kind == "person" for entity in here)

    def _pronoun(self, tokens: Sequence[Token], at: int, here: Sequence[Entity]) -> Entity | None:
        """`it`: the first organisation of its sentence, as an object the last one; else whom the article was about."""
        local = [entity for entity in here if entity.organisation]
        labels = tokens[at].labels
        actor = actor_on(tokens, at) if labels & {"pronoun", "dative"} and "subject_pronoun" not in labels else None
        if actor is not None:
            others = [entity for entity in local if entity is not actor]
            return others[0] if others else None if "deny" in tokens[at - 1].labels else self._other_than(actor)
        return free_before(tokens, at) or (local[0] if local else self._subject or self._topic)

    def _other_than(self, actor: Entity) -> Entity | None:
        """Whom an object means that its sentence has not named: the last subject or topic, not who acts on it."""
        others = (entity for entity in (self._subject, self._topic, *reversed(self._recent.values())))
        return next((e for e in others if e is not None and e is not actor and e.organisation), None)

    def _the_company(self, tokens: Sequence[Token], at: int, here: Sequence[Entity]) -> Entity | None:
        """Whom `the company` means by the words around it; nothing when they leave that to what was told before."""
        return (
            employer_of_speaker(tokens, at)
            or invested_in(tokens, at)
            or self._valued(tokens, at)
            or self._other_than_named(tokens, at)
            or served(tokens, at, here)
            or speaking(tokens, at, here)
        )

    def _valued(self, tokens: Sequence[Token], at: int) -> Entity | None:
        """`The deal values the company at`: whom the article is about, not the last subject."""
        return self._topic if at > 0 and "valuation" in tokens[at - 1].labels else None

    def _other_than_named(self, tokens: Sequence[Token], at: int) -> Entity | None:
        """`The group invests in Foo`: not Foo, of whom the last sentence spoke, but the other one that it named."""
        if at > _OPENING:
            return None
        named = [token.value for token in tokens[at + 1 :] if token.type == NAME and not token.reference]
        if self._subject not in named:
            return None
        others = [entity for entity in self._recent.values() if entity.firm and entity not in named]
        return others[-1] if others else None

    def _described(self, what: str, tokens: Sequence[Token], at: int, here: Sequence[Entity]) -> Entity | None:
        """Whom a description of this kind means by what was told before."""
        if what == "company":
            actor = actor_on(tokens, at)
            meant = self._talked_about(here)
            return self._other_than(actor) if actor is not None and meant is actor else meant
        fitting = [entity for entity in self._recent.values() if fits(entity, what)]
        ahead = not self._recent  # `The start-up`, before anybody is named
        if (
            what == "startup"
            and self._topic is not None
            and (self._topic in fitting or (ahead and fits(self._topic, what)))
        ):
            return self._topic
        return fitting[-1] if fitting else None

    def _named_in_passing(self, entity: Entity) -> bool:
        """Whether an article names an organisation but once, and the one that it is about more often."""
        told = self._mentions.get(id(self._topic), 0)
        return self._topic is not None and self._mentions.get(id(entity), 0) <= 1 < told

    def _talked_about(self, here: Sequence[Entity]) -> Entity | None:
        """The company that the sentences were about: a person's is the story's, a financier is hardly ever meant."""
        persons = [entity.kind == "person" for entity in here]
        if self._topic is not None and here and (all(persons) or (self._new_paragraph and any(persons))):
            return self._topic
        if self._subject is not None and self._subject.firm:
            if self._new_paragraph and self._named_in_passing(self._subject):
                return self._topic
            financier = self._subject.trade == "capital" and self._topic is not None
            return self._topic if financier else self._subject
        firms = [entity for entity in here if entity.firm]
        doers = [firm for firm in firms if firm.trade != "capital"]
        return doers[0] if doers else firms[-1] if firms else self._topic
