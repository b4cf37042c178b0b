"""What descriptions and pronouns stand for inside one article."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import NAME, WORD, Entity, Token
from pipeline.extract.languages.lexicon import Lexicon, lexicon
from pipeline.extract.names.gazetteer import gazetteer

if TYPE_CHECKING:
    from pipeline.extract.reading.article import Reading

_NO_DESCRIPTION = VERBS | {
    "relative",
    "and",
    "but",
    "passive",
    "speaker_verb",
    "by",
    "into",
    "to",
    "with",
    "for",
    "after",
}
_ASIDE = {
    "title": 0.3,
    "kin": 0.0,
    "lead": 0.3,
    "join": 0.3,
    "after": 0.5,
}  # how much a mention in such a case counts for the topic
_ADJECTIVAL = frozenset({"nationality", "ai", "compute"})  # what may stand between `the` and `company`
_STATE_ACTS = frozenset({"invest", "spend", "build", "guarantee"})
_REFERRING = frozenset({"pronoun", "poss_pronoun", "person_pronoun", "org_noun"})
_PLACED = frozenset({"in", "into"})
MEMORY = 60  # organisations that a description may mean
OPENING = 2  # a description among the first tokens opens its sentence
CALLED = 1.5  # how much the mention counts that introduces a name (`a start-up called Foo`)
DESCRIBING = 4  # words between a comma and the noun of an apposition
LONG_LIST = 3  # names in a list that is no subject of its own
TOPIC_SHARE = 0.2  # of all weighted mentions: below it an article has no topic (a digest)


@cache
def lexicon_with_makers(lang: str) -> Lexicon:
    """The lexicon of a language with "the ChatGPT maker" and its like as labels `maker:<organisation id>`."""
    known = lexicon(lang)
    for product, organization in gazetteer().makers:
        for pattern in known.patterns("descriptions", "maker"):
            known.add(pattern.replace("{}", product), f"maker:{organization.key}")
    return known


@cache
def _may_refer(labels: frozenset[str]) -> bool:
    return bool(labels & _REFERRING) or any(label.startswith("anaphora:") for label in labels)


class Discourse:
    """What the article has talked about so far, so that a description or a pronoun finds its name."""

    def __init__(self, topic: Entity | None, text: str = "") -> None:
        self.topic = topic
        self._text = text
        self._countries: dict[str, Entity] = {}
        self.subject: Entity | None = None
        self.person: Entity | None = None
        self.heading: Entity | None = None
        self.fresh = True
        self._recent: dict[int, Entity] = {}
        self.paragraph = -1

    def resolve(self, reading: Reading) -> None:
        """Turn the descriptions and pronouns of a sentence into references, and remember its names."""
        here: list[Entity] = []
        self.fresh = reading.paragraph != self.paragraph
        if reading.paragraph != self.paragraph and (self.topic is None or reading.bullet):
            self.subject = self.heading if reading.bullet else None
        for i, token in enumerate(reading.tokens):
            if token.type == NAME and token.value is not None:
                here.append(token.value)
                self._remember(token.value)
            elif not token.labels:
                continue
            elif "country" in token.labels and _acts(reading.tokens, i):
                reading.stands_for(i, self._country(token))
            elif token.type == WORD and _may_refer(token.labels):
                entity = (
                    self._beside(reading.tokens, i)
                    or _ahead(reading.tokens, i)
                    or self._referent(reading.tokens, i, here)
                )
                if entity is not None and not _names_it(reading.tokens, i):
                    reading.stands_for(i, entity)
                    here.append(entity)
        self.person = next((e for e in here if e.kind == "person"), self.person)
        own = self._subject(reading)
        self.paragraph = reading.paragraph
        self.heading = own if reading.heading else self.heading
        reading.subject, reading.own_subject = own or self.subject, own is not None
        self.subject = reading.subject

    def _country(self, token: Token) -> Entity:
        """A state that acts is a government, under its country's name."""
        written = self._text[token.start : token.end] or token.text
        return self._countries.setdefault(token.text, Entity(written, "government"))

    @staticmethod
    def _beside(tokens: list[Token], at: int) -> Entity | None:
        """The name that a description right after it explains: `Foo, the chipmaker`, `Foo, the AI coding start-up`."""
        i = at - 1
        if any("poss" in t.labels for t in tokens[at + 1 : at + 2]):
            return None
        if not any(label.startswith("anaphora:") for label in tokens[at].labels):
            if not _definite(tokens, at):
                return None
            while i > 1 and at - i <= DESCRIBING and tokens[i].type == WORD:
                i -= 1
        if i < 1 or tokens[i].text not in {",", "(", "–", "—"}:
            return None
        before = tokens[i - 1]
        entity = before.value if before.type == NAME else None
        return entity if entity is not None and entity.party and entity.kind != "person" else None

    def _remember(self, entity: Entity) -> None:
        if entity.party and entity.kind != "person":
            self._recent.pop(id(entity), None)
            self._recent[id(entity)] = entity
            if len(self._recent) > MEMORY:
                del self._recent[next(iter(self._recent))]

    @property
    def recent(self) -> list[Entity]:
        """The organisations named last, the last one at the end."""
        return list(self._recent.values())

    def _referent(self, tokens: list[Token], at: int, here: list[Entity]) -> Entity | None:
        token = tokens[at]
        if "person_pronoun" in token.labels:
            return next((e for e in here if e.kind == "person"), self.person)
        if token.labels & {"pronoun", "poss_pronoun"}:
            return _actor(tokens, at) or self._pronoun(
                here, is_object="pronoun" in token.labels and _after_verb(tokens, at)
            )
        if described := [label[9:] for label in sorted(token.labels, reverse=True) if label.startswith("anaphora:")]:
            other = (
                _of_the_speaker(tokens, at)
                or _invested_in(tokens, at)
                or self._valued(tokens, at)
                or self._other_than_named(tokens, at)
            )
            other = other or _served(tokens, at, here) or _speaking(tokens, at, here)
            return other or next((found for what in described if (found := self._described(what, here))), None)
        return self._described(_described_as(tokens, at), here) if _definite(tokens, at) else None

    def _pronoun(self, here: list[Entity], *, is_object: bool) -> Entity | None:
        local = [e for e in here if e.party and e.kind != "person"]
        if is_object and len(local) > 1:
            return local[-1]
        return local[0] if local else self.subject or self.topic

    def _valued(self, tokens: list[Token], at: int) -> Entity | None:
        """`The deal values the company at`: whom the article is about, not who was the subject of the sentence
        before."""
        valued = at > 0 and "valuation" in tokens[at - 1].labels and "anaphora:company" in tokens[at].labels
        return self.topic if valued else None

    def _other_than_named(self, tokens: list[Token], at: int) -> Entity | None:
        """`The group invests in Foo`: not Foo, of whom the sentences before spoke, but the other one that they
        named."""
        if not tokens[at].labels & {"anaphora:company"} or at > OPENING:
            return None
        named = [t.value for t in tokens[at + 1 :] if t.type == NAME and not t.reference]
        others = [e for e in self.recent if e not in named and e.kind in ("company", "unknown")]
        return others[-1] if self.subject in named and others else None

    def _described(self, what: str, here: list[Entity]) -> Entity | None:
        if what == "company":
            local = [e for e in here if e.party and e.kind not in ("person", "government", "project")]
            if self.fresh and self.topic is not None and any(e.kind == "person" for e in here):
                return self.topic  # a new paragraph about somebody: his company is the story's
            if here and self.topic and all(e.kind == "person" for e in here):
                return self.topic  # a person speaks of the company that the article is about
            if self.subject and self.subject.kind in ("company", "unknown"):
                financier = self.subject.trade == "capital" and self.topic is not None
                return self.topic if financier else self.subject
            doers = [e for e in local if e.trade != "capital"]
            return doers[0] if doers else local[-1] if local else self.topic
        fits = [e for e in self.recent if _fits(e, what)]
        if what == "project":
            return fits[-1] if fits else None
        if what == "startup" and self.topic in fits:
            return self.topic
        return fits[-1] if fits else None

    @staticmethod
    def _subject(reading: Reading) -> Entity | None:
        """The first organisation of a sentence that no preposition governs."""
        case = reading.cases
        named = [i for i in case if case[i].label != "kin"]
        parties = [i for i in named if (e := reading.tokens[i].value) and e.party and e.kind != "person"]
        short = [i for i in parties if case[i].size < LONG_LIST and not _modifies(reading.tokens, i)]
        bare = [i for i in short if case[i].label == "bare" and not case[i].poss]
        owners = [i for i in short if case[i].poss and case[i].label != "title"]
        first = [i for i in parties if i <= 2] if reading.bullet else []
        chosen = first or bare or owners or (parties if reading.heading else [])
        return reading.tokens[chosen[0]].value if chosen else None


def _invested_in(tokens: list[Token], at: int) -> Entity | None:
    """`Foo invests in Bar, and Baz invests in the company`: what the description means stands in the same place."""
    if "anaphora:company" not in tokens[at].labels or not tokens[at - 1].labels & _PLACED or at < 2:
        return None
    if not any(t.labels & {"invest", "investment", "stake"} for t in tokens[max(0, at - 9) : at]):
        return None
    placed = (i for i in range(at - 1, 0, -1) if tokens[i].type == NAME and tokens[i - 1].labels & _PLACED)
    return next((tokens[i].value for i in placed), None)


def _of_the_speaker(tokens: list[Token], at: int) -> Entity | None:
    """`Foo's Jane Roe says the company will`, `Foo chief executive Jane Roe told`: whose officer speaks."""
    if "anaphora:company" not in tokens[at].labels:
        return None
    for i in (i for i in range(at) if tokens[i].type == NAME and tokens[i].value.kind == "person"):
        before = [j for j in range(max(0, i - 5), i) if tokens[j].type == NAME]
        owner: Entity | None = tokens[before[-1]].value if before else None
        between = tokens[before[-1] + 1 : i] if before else []
        office = all(t.type == WORD or t.text in "'’-" for t in between) and any(
            t.labels & {"poss", "title_noun"} for t in between
        )
        if owner is not None and office and owner.kind in ("company", "unknown"):
            return owner
    return None


def _acts(tokens: list[Token], at: int) -> bool:
    """Whether a country that opens a sentence is who spends or builds there: `Les Émirats vont financer`."""
    if any("determiner" not in t.labels for t in tokens[:at]) or at > 1:
        return False
    following = tokens[at + 1 : at + 4]
    doing = next((n for n, t in enumerate(following) if t.labels & _STATE_ACTS), None)
    return doing is not None and not any(t.type != WORD or t.labels & set(PREPOSITIONS) for t in following[:doing])


def _modifies(tokens: list[Token], at: int) -> bool:
    """Whether a name only qualifies the noun after it: `a former Foo factory`."""
    before = tokens[max(0, at - 2) : at]
    if not any("determiner" in t.labels for t in before) or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return after.type == WORD and (not after.labels or bool(after.labels & {"site_noun", "compute"}))


def _actor(tokens: list[Token], at: int) -> Entity | None:
    """The nearest name before a possessive that acts (`..., with Foo announcing its plans`)."""
    if "poss_pronoun" not in tokens[at].labels:
        return None
    for i in range(at - 1, max(0, at - 9), -1):
        token = tokens[i]
        if token.type == NAME and not token.reference and token.value is not None and token.value.party:
            if "of" in tokens[i - 1].labels:
                return None
            acts = tokens[i + 1].labels & (VERBS | {"announce", "passive"}) and token.value.kind != "person"
            return token.value if acts else None
    return None


def _speaking(tokens: list[Token], at: int, here: list[Entity]) -> Entity | None:
    """`Foo has set aside 100 MW, the company said`: the one of whom its own sentence tells."""
    speaks = any(t.labels & {"speaker_verb", "report_verb"} for t in tokens[at + 1 : at + 2])
    if "anaphora:company" not in tokens[at].labels or not speaks or tokens[at - 1].text != ",":
        return None
    first = next((t for t in tokens[:at] if t.type == NAME), None)
    return here[0] if first is not None and here and first.value is here[0] and _doer(here[0]) else None


def _doer(entity: Entity) -> bool:
    return entity.party and entity.kind in ("company", "unknown") and entity.trade != "capital"


def _served(tokens: list[Token], at: int, here: list[Entity]) -> Entity | None:
    """`Foo signed with Bar to provide the tech giant`: an object means the other one, not the subject."""
    if "anaphora:company" not in tokens[at].labels or not _after_verb(tokens, at):
        return None
    local = [e for e in here if e.party and e.kind not in ("person", "government", "project")]
    return local[-1] if len(set(map(id, local))) > 1 else None


def _after_verb(tokens: list[Token], at: int) -> bool:
    return at > 0 and bool(tokens[at - 1].labels & VERBS) and "passive" not in tokens[at - 1].labels


def _ahead(tokens: list[Token], at: int) -> Entity | None:
    """The name that a possessive at the head of a sentence points forward to: `For its part, Foo ...`."""
    if at > 2 or "poss_pronoun" not in tokens[at].labels or any(t.type == NAME for t in tokens[:at]):
        return None
    names = (t.value for t in tokens[at + 1 : at + 8] if t.type == NAME and t.value is not None)
    return next((e for e in names if e.party and e.kind != "person"), None)


def _definite(tokens: list[Token], at: int) -> bool:
    """Whether a noun for an organisation means one told before: `the Canadian company`, `la jeune société
    londonienne`."""
    if "org_noun" not in tokens[at].labels or "title_noun" in tokens[at].labels:
        return False
    before = [t for t in tokens[max(0, at - 6) : at] if not _adjectival(t)]
    after = tokens[at + 1 : at + 5]
    while after and after[0].labels <= _ADJECTIVAL and after[0].type == WORD:
        after = after[1:]
    if after and after[0].text == ",":
        after = after[1:] if len(after) > 1 and after[1].type == NAME else []
    named = bool(after) and (after[0].type == NAME or bool(after[0].labels & {"of", "relative", "poss"}))
    return bool(before) and "definite" in before[-1].labels and not named


def _adjectival(token: Token) -> bool:
    """What may stand between `the` and `company`: plain words, a nationality, a town (`the Lyon outfit`)."""
    if token.type == NAME:
        return token.value is not None and token.value.kind == "place"
    return token.text == "-" or (token.type == WORD and token.labels <= _ADJECTIVAL)


def _described_as(tokens: list[Token], at: int) -> str:
    return next((label[7:] for label in tokens[at].labels if label.startswith("trades:")), "company")


def _names_it(tokens: list[Token], at: int) -> bool:
    """Whether a description only introduces the name after it: `the chipmaker Foo`."""
    described = any(label.startswith("anaphora:") for label in tokens[at].labels)
    if (
        "anaphora:project" in tokens[at].labels
        and at + 1 < len(tokens)
        and tokens[at + 1].labels & {"of", "between", "with"}
    ):
        return True
    if not described:
        return False
    for i in range(at + 1, min(at + 6, len(tokens))):  # `the company`, then perhaps ` for software`, then its name
        token = tokens[i]
        if token.type == NAME:
            return not token.reference and not tokens[i - 1].labels & set(PREPOSITIONS)
        if token.type != WORD or token.labels & _NO_DESCRIPTION:
            return False
    return False


def _fits(entity: Entity, what: str) -> bool:
    """Whether a description of this kind may mean the entity."""
    if what == "project":
        return entity.kind == "project"
    if what == "startup":
        return entity.kind in ("company", "unknown") and entity.trade in ("lab", "cloud", "datacenter", "")
    return entity.trade == what or (what == "lab" and entity.kind == "unknown" and not entity.trade)


def topic(readings: list[Reading], title: Reading | None) -> Entity | None:
    """The organisation that an article is mostly about: by mentions, those of title and opening counting more."""
    scores: dict[int, tuple[float, Entity]] = {}
    for weight, reading in [(3.0, title)] * bool(title) + [(2.0 if i < 3 else 1.0, r) for i, r in enumerate(readings)]:
        if reading is None:
            continue
        for i, case in reading.cases.items():
            entity = reading.tokens[i].value
            if entity is not None and entity.kind in ("company", "unknown"):
                called = i > 0 and "called" in reading.tokens[i - 1].labels
                share = CALLED if called else _ASIDE.get(case.label, 1.0) * (0.5 if entity.trade == "capital" else 1.0)
                scores[id(entity)] = (scores.get(id(entity), (0.0, entity))[0] + weight * share, entity)
    best, entity = max(scores.values(), key=lambda s: s[0], default=(0.0, None))
    return entity if best >= TOPIC_SHARE * sum(score for score, _ in scores.values()) else None
