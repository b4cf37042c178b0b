"""Whom an article has told of so far, and which of them a description or pronoun may mean."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.stream import NAME, Entity, Token
from pipeline.extract.reading.article import Reading
from pipeline.extract.reading.descriptions import fits
from pipeline.extract.reading.outline import item_of
from pipeline.extract.reading.subjects import last_named, newcomer, only_firm, subject_of

_MEMORY = 60  # organisations that a description may mean
_GIANTS = frozenset({"hyperscaler", "chips"})  # trades whose firms hardly raise money
_OPENING = 2  # a description among the first tokens opens its sentence


class Told:
    """Whom the sentences before, and this one so far, have told of. `topic`: whom the whole article is about;
    `mentions`: how often it names an entity, by the entity's `id`."""

    def __init__(self, topic: Entity | None, mentions: dict[int, int]) -> None:
        self._story = topic
        self._item: Entity | None = None
        self.subject: Entity | None = None
        self.person: Entity | None = None
        self.named_last: Entity | None = None
        self._mentions = mentions
        self._before: Sequence[Entity] = ()
        self._own_before = True
        self._person_near = False
        self._heading: Entity | None = None
        self._newcomer: Entity | None = None
        self._recent: dict[int, Entity] = {}
        self._paragraph = -1
        self._new_paragraph = True

    @property
    def topic(self) -> Entity | None:
        """Whom the article is about; inside an item that a name heads, that one."""
        return self._item or self._story

    def enter(self, reading: Reading) -> None:
        """A new paragraph of an article without a topic, or an item of a list, starts without a subject."""
        self._new_paragraph = reading.paragraph != self._paragraph
        if self._new_paragraph:
            self._item = item_of(reading)
        if self._new_paragraph and (self.topic is None or reading.bullet):
            self.subject = self._heading if reading.bullet else None
        self._paragraph = reading.paragraph

    def leave(self, reading: Reading, here: Sequence[Entity]) -> None:
        """Note whom a sentence was about, for itself and for the ones after it."""
        person = next((entity for entity in here if entity.kind == "person"), None)
        self.person, self._person_near = person or self.person, person is not None
        self.named_last, self._before, self._newcomer = last_named(reading), here, newcomer(reading)
        own = subject_of(reading)
        if reading.heading:
            self._heading = own
        self.subject = own or self.subject
        self._own_before = own is not None
        reading.subject, reading.own_subject = self.subject, self._own_before

    def remember(self, entity: Entity) -> None:
        """Note that an organisation is named, now the latest; the one longest unnamed is forgotten."""
        if entity.organisation:
            self._recent.pop(id(entity), None)
            self._recent[id(entity)] = entity
            if len(self._recent) > _MEMORY:
                del self._recent[next(iter(self._recent))]

    def speaks_of_a_person(self, here: Sequence[Entity]) -> bool:
        """Whether this sentence or the last names a person, whom a pronoun for things and persons then means."""
        return self._person_near or any(entity.kind == "person" for entity in here)

    def other_than(self, actor: Entity, *, topic_first: bool = False) -> Entity | None:
        """Whom an object means that its sentence has not named: the last subject or topic, not who acts on it."""
        likely = (self.topic, self.subject) if topic_first else (self.subject, self.topic)
        others = (entity for entity in (*likely, *reversed(self._recent.values())))
        return next((e for e in others if e is not None and e is not actor and e.organisation), None)

    def other_of_two(self, actor: Entity) -> Entity | None:
        """The one of the two firms of the sentence before that somebody acts on who is the other one."""
        pair = list({id(entity): entity for entity in self._before if entity.firm}.values())
        return next((e for e in pair if e is not actor), None) if len(pair) == 2 and actor in pair else None

    def investing(self, tokens: Sequence[Token], at: int) -> Entity | None:
        """`Foo has found an investor in Bar. The group puts $2bn into the company`: who was brought in just before."""
        opens = at <= _OPENING and not self._new_paragraph
        return self._newcomer if opens and any("invest" in t.labels for t in tokens[at + 1 : at + 4]) else None

    def held(self, here: Sequence[Entity]) -> Entity | None:
        """Of whom somebody holds a share: the last company named that is no financier, nor named in this sentence."""
        others = (e for e in reversed(self._recent.values()) if e.firm and not e.financier and e not in here)
        return next(others, None)

    def placed_in(self, before: Token, here: Sequence[Entity]) -> Entity | None:
        """`y`: who is named last before its clause, if surely a firm: `owns 14% of Foo, après y avoir placé`."""
        meant = here[-1] if here and "after" in before.labels else self.named_last
        return meant if meant is not None and meant.firm and meant.kind == "company" else None

    def small(self, company: Entity | None) -> Entity | None:
        """`Foo is its largest customer. The company raised`: not the giant named last, but whom the story is about."""
        giant = company is not None and company.trade in _GIANTS
        return self.topic if giant and self.topic is not None and self.topic.trade not in _GIANTS else company

    def other_than_named(self, tokens: Sequence[Token], at: int) -> Entity | None:
        """`The group invests in Foo`: not Foo, of whom the last sentence spoke, but the other one that it named."""
        if at > _OPENING:
            return None
        named = [token.value for token in tokens[at + 1 :] if token.type == NAME and not token.reference]
        if self.subject not in named:
            return None
        others = [entity for entity in self._recent.values() if entity.firm and entity not in named]
        return others[-1] if others else None

    def talked_about(self, here: Sequence[Entity]) -> Entity | None:
        """The company that the sentences were about: a person's is the story's, a financier is hardly ever meant."""
        persons = [entity.kind == "person" for entity in here]
        if self.topic is not None and here and (all(persons) or (self._new_paragraph and any(persons))):
            return self.topic
        if not self._own_before and not self._new_paragraph and (lone := only_firm(self._before)):
            return lone  # `The site of Foo is growing. The company`
        if self.subject is not None and self.subject.firm:
            if self._new_paragraph and self._named_in_passing(self.subject):
                return self.topic
            financier = self.subject.financier and self.topic is not None
            return self.topic if financier else self.subject
        firms = [entity for entity in here if entity.firm]
        doers = [firm for firm in firms if not firm.financier]
        return doers[0] if doers else firms[-1] if firms else self.topic

    def _named_in_passing(self, entity: Entity) -> bool:
        """Whether an article names an organisation but once, and the one that it is about more often."""
        told = self._mentions.get(id(self.topic), 0)
        return self.topic is not None and self._mentions.get(id(entity), 0) <= 1 < told

    def latest(self, what: str, others: Sequence[Entity] = ()) -> Entity | None:
        """The last organisation told of that a description of this kind fits; the topic, if that is a start-up; none of
        the `others`, who stand beside the description."""
        fitting = [entity for entity in self._recent.values() if fits(entity, what) and entity not in others]
        ahead = not self._recent  # `The start-up`, before anybody is named
        elsewhere = not self._new_paragraph and all(entity is not self.topic for entity in self._before)
        if what == "startup" and elsewhere and self.named_last in fitting:
            return self.named_last  # `Then it was Foo's turn. The start-up`
        if (
            what == "startup"
            and self.topic is not None
            and (self.topic in fitting or (ahead and fits(self.topic, what) and self.topic not in others))
        ):
            return self.topic
        if self.subject in fitting:
            return self.subject  # `Foo has hired a former Bar executive. The chip maker`
        return fitting[-1] if fitting else None
