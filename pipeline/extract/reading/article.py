"""One article as typed sentences: text to paragraphs, sentences, names and token streams."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pipeline.extract.dates.calendar_dates import Published
from pipeline.extract.grammar.cases import Case, cases
from pipeline.extract.grammar.stream import Entity, Stream
from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.registry import Registry
from pipeline.extract.quantities import Quantity
from pipeline.extract.quantities.understood import in_brackets
from pipeline.extract.reading.datelines import dateline_end
from pipeline.extract.reading.descriptions import lexicon_of
from pipeline.extract.reading.drafts import Draft, drafts_of
from pipeline.extract.reading.measured import measured, usual_currency
from pipeline.extract.reading.own_money import OwnMoney
from pipeline.extract.reading.sentences import lines, paragraph
from pipeline.extract.reading.silence import is_silent
from pipeline.extract.reading.typed import typed

OPENING = 3  # lines in which a report may open with a dateline


@dataclass(slots=True)
class Reading:
    """One sentence of an article as a typed token stream.

    `telling`: its tokens, none for a silent sentence; `tokens`: those of any sentence; `subject`: whom it is about, or
    whom the sentences before were about where it names nobody itself (`own_subject` is false then);
    `heading_subject`: whose deals the heading or item announces that it stands under.
    """

    start: int
    end: int
    paragraph: int
    heading: bool
    bullet: bool
    telling: Stream
    _type: Callable[[], Stream] | None
    subject: Entity | None = None
    own_subject: bool = False
    heading_subject: Entity | None = None
    _silent: Stream | None = None
    _cases: dict[int, Case] | None = None

    @property
    def tokens(self) -> Stream:
        """The typed tokens; those of a silent sentence are made when somebody asks for them."""
        if self._type is None:
            return self.telling
        if self._silent is None:
            self._silent = self._type()
        return self._silent

    @property
    def cases(self) -> dict[int, Case]:
        """The case of every name, by its token."""
        if self._cases is None:
            self._cases = cases(self.telling)
        return self._cases

    def stands_for(self, at: int, entity: Entity) -> None:
        """Let the description or pronoun at a token stand for an organisation."""
        self.telling.stands_for(at, entity)
        self._cases = None


@dataclass
class Article:
    """An article's sentences, the names in it, and what is noted of it while its sentences are read in order.

    `topic`: the organisation that it is mostly about; `entities`: whom it names, in order, its title last; `mentions`:
    how often its sentences name each, by its identity, before references are settled; `built`: the sentence and place
    of a site that somebody builds; `places`: where a site stands and which firms are named beside it, by the number of
    the sentence that tells it; `keepers`: whose a site is, by its identity; `sites`: the places of a project, by its
    name; `valued`: the sentence, company and sum of a valuation told without a deal; `told`: the role that each figure
    had where it was told first, and the companies named there, but for investors, by identity; where others are named
    it stands anew.
    """

    text: str
    lang: str
    lexicon: Lexicon
    published: str | None
    readings: list[Reading] = field(default_factory=list)
    title: Reading | None = None
    registry: Registry = field(default_factory=Registry)
    topic: Entity | None = None
    built: tuple[int, str] | None = None
    places: dict[int, tuple[str, set[int]]] = field(default_factory=dict)
    keepers: dict[int, Entity] = field(default_factory=dict)
    valued: tuple[int, Entity, dict[str, Any]] | None = None
    entities: list[Entity] = field(default_factory=list)
    mentions: dict[int, int] = field(default_factory=dict)
    sites: dict[str, list[str]] = field(default_factory=dict)
    told: dict[tuple[str, float, str | None], list[tuple[str, set[int]]]] = field(default_factory=dict)


def read_article(text: str, lang: str, title: str | None, published: str | None) -> Article:
    """The typed sentences of an article. Only the first sentence of the title counts, for names and topic.

    What `published` holds that is no day, month or year is not known.
    """
    published = Published.parse(published).known
    lexicon = lexicon_of(lang)
    article = Article(text, lang, lexicon, published)
    own = OwnMoney(text, lang)
    drafts = _drafts(text, lang, published, own)
    heads: list[Draft] = []
    if title:
        whole = paragraph(title, 0, len(title), lang, [])
        heads = drafts_of(whole, -1, title, lexicon, measured(title, lang, published, own), 0)
    article.registry.learn(heads + drafts, lexicon)
    article.readings = [_reading(draft, article) for draft in drafts]
    article.title = _reading(heads[0], article) if heads else None
    named = [entity for reading in article.readings for entity in reading.telling.entities()]
    article.mentions = dict(Counter(map(id, named)))
    named += article.title.telling.entities() if article.title else []
    article.entities = list({id(entity): entity for entity in named}.values())
    return article


def _drafts(text: str, lang: str, published: str | None, own: OwnMoney) -> list[Draft]:
    """The sentences of a text; a sum without a currency takes that of the last sum before it, in whatever line."""
    lexicon = lexicon_of(lang)
    drafts: list[Draft] = []
    usual = usual_currency(text, lang)
    last: tuple[str, int] | None = (usual, 0) if usual else None
    for number, (start, end) in enumerate(lines(text)):
        named = (last[0], start - last[1]) if last else None
        found = measured(text[start:end], lang, published, own, named)
        sums = [
            q for q in found
            if isinstance(q, Quantity) and q.kind == "money" and q.currency and not in_brackets(text, start + q.start)
        ]  # fmt: skip
        last = (str(sums[-1].currency), start + sums[-1].end) if sums else last
        dated = start + dateline_end(text[start:end]) if number < OPENING else start
        inner = [(start + q.start, start + q.end) for q in found] + [(start, dated)]
        told = drafts_of(paragraph(text, start, end, lang, inner), number, text, lexicon, found, start)
        drafts += [draft.unnamed_until(dated) for draft in told] if dated > start else told
    return drafts


def _reading(draft: Draft, article: Article) -> Reading:
    """The sentence of a draft, typed at once unless it is silent."""
    sentence, registry, lexicon = draft.sentence, article.registry, article.lexicon
    silent = partial(typed, draft, registry, lexicon) if is_silent(draft, registry, lexicon) else None
    telling = typed(draft, registry, lexicon) if silent is None else Stream()
    return Reading(sentence.start, sentence.end, draft.paragraph, draft.heading, draft.bullet, telling, silent)
