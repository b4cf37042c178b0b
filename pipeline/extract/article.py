"""One article as typed sentences: text to paragraphs, sentences, names and token streams."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from pipeline.extract import names
from pipeline.extract.coreference import lexicon_with_makers
from pipeline.extract.dates import DateMention, find_dates
from pipeline.extract.gaps import label_gaps
from pipeline.extract.languages import load
from pipeline.extract.lexicon import TOKEN, Lexicon, plain
from pipeline.extract.gazetteer import Words
from pipeline.extract.names import Found
from pipeline.extract.quantities import Quantity, find_quantities
from pipeline.extract.registry import Registry
from pipeline.extract.sentences import Paragraph, Sentence, lines, paragraph
from pipeline.extract.stream import DATE, MARK, NAME, QUANTITY, TERM, WORD, Entity, Token
from pipeline.extract.voice import settle_voice

LONGEST_TERM = 60  # years or months of a contract


@dataclass(frozen=True, slots=True)
class Term:
    """How long a contract runs, in years, at code points [start, end) of a line."""

    start: int
    end: int
    years: float


Span = Quantity | DateMention | Term


@dataclass(slots=True)
class Reading:
    """One sentence of an article as a typed token stream."""

    start: int
    end: int
    tokens: list[Token]
    paragraph: int
    heading: bool
    bullet: bool
    subject: Entity | None = None
    own_subject: bool = False
    heading_subject: Entity | None = None


@dataclass(slots=True)
class Article:
    """An article's sentences and the names in it. `topic` is the organisation that it is mostly about."""

    text: str
    lang: str
    lexicon: Lexicon
    published: str | None
    readings: list[Reading] = field(default_factory=list)
    title: Reading | None = None
    registry: Registry = field(default_factory=Registry)
    topic: Entity | None = None
    mentions: dict[int, int] = field(default_factory=dict)
    sites: dict[str, list[str]] = field(default_factory=dict)
    told: dict[tuple[str, float, str | None], str] = field(default_factory=dict)

    def entities(self) -> list[Entity]:
        """Every entity that the article names, in order of mention."""
        tokens = (t for reading in self.readings for t in reading.tokens if t.type == NAME and t.value is not None)
        return list({id(t.value): t.value for t in tokens}.values())


@dataclass(slots=True)
class _Draft:
    """A sentence before its names are decided."""

    sentence: Sentence
    words: Words
    spans: dict[int, tuple[int, Span]]
    found: list[Found]
    paragraph: int
    heading: bool
    bullet: bool


def read_article(text: str, lang: str, title: str | None, published: str | None) -> Article:
    """The typed sentences of an article; the title counts for names and topic only."""
    lexicon = lexicon_with_makers(lang)
    article = Article(text, lang, lexicon, published)
    drafts: list[_Draft] = []
    for number, (start, end) in enumerate(lines(text)):
        line = text[start:end]
        found = _measures(line, lang, published)
        inner = [(start + q.start, start + q.end) for q in found]
        drafts += _drafts(paragraph(text, start, end, lang, inner), number, text, lexicon, found, start)
    heads: list[_Draft] = []
    if title:
        whole = paragraph(title, 0, len(title), lang, [])
        heads = _drafts(whole, -1, title, lexicon, _measures(title, lang, published), 0)
    article.registry.learn(heads + drafts, lexicon)  # type: ignore[arg-type]
    for draft in drafts:
        article.readings.append(_reading(draft, article.registry, lexicon))
    if heads:
        article.title = _reading(heads[0], article.registry, lexicon)
    for reading in article.readings:
        for token in reading.tokens:
            if token.type == NAME and token.value is not None:
                article.mentions[id(token.value)] = article.mentions.get(id(token.value), 0) + 1
    return article


def _measures(line: str, lang: str, published: str | None) -> list[Span]:
    """Quantities, terms and dates of a line, quantities first where they overlap."""
    spans: list[Span] = []
    for quantity in find_quantities(line, lang):
        if quantity.kind != "number":
            spans.append(quantity)
        elif term := _term(line, quantity, lang):
            spans.append(term)
    taken = [(s.start, s.end) for s in spans]
    spans += [d for d in find_dates(line, lang, published) if not any(a < d.end and d.start < b for a, b in taken)]
    return spans


def _term(line: str, number: Quantity, lang: str) -> Term | None:
    """A number of years or months: `15-year`, `quatre ans`."""
    found = _terms(lang).match(line, number.end)
    if not found or not 1 <= number.value <= LONGEST_TERM:
        return None
    years = number.value if found["year"] else round(number.value / 12, 2)
    return Term(number.start, found.end(), years)


@cache
def _terms(lang: str) -> re.Pattern[str]:
    words = load(lang).table("terms")
    year, month = ("|".join(map(re.escape, words.get(unit, ()))) or "(?!)" for unit in ("year", "month"))
    return re.compile(rf"[\s\u00a0\u202f-]{{0,2}}(?:(?P<year>{year})|(?P<month>{month}))(?!\w)", re.IGNORECASE)


def _drafts(block: Paragraph, number: int, text: str, lexicon: Lexicon, found: list[Span], offset: int) -> list[_Draft]:
    drafts = []
    for sentence in block.sentences:
        words = _words(text, sentence)
        spans = _token_spans(words, [q for q in found if sentence.start <= q.start + offset < sentence.end], offset)
        blocked = [False] * len(words.raw)
        for first, (last, _) in spans.items():
            blocked[first:last] = [True] * (last - first)
        drafts.append(
            _Draft(
                sentence,
                words,
                spans,
                names.find(words, lexicon, blocked, heading=block.heading),
                number,
                block.heading,
                block.bullet,
            )
        )
    return drafts


def _words(text: str, sentence: Sentence) -> Words:
    matches = list(TOKEN.finditer(text, sentence.start, sentence.end))
    raw = tuple(m[0] for m in matches)
    return Words(tuple(plain(r) for r in raw), raw, tuple(m.span() for m in matches))


def _token_spans(words: Words, found: list[Span], offset: int) -> dict[int, tuple[int, Span]]:
    """First token of each quantity or date, with the token after its last."""
    spans: dict[int, tuple[int, Span]] = {}
    starts = [a for a, _ in words.spans]
    for item in sorted(found, key=lambda q: q.start):
        first = next((i for i, (_, b) in enumerate(words.spans) if b > item.start + offset), None)
        if first is None:
            continue
        last = first
        while last < len(starts) and starts[last] < item.end + offset:
            last += 1
        if not any(a <= first < b for a, (b, _) in spans.items()):
            spans[first] = (last, item)
    return spans


def _reading(draft: _Draft, registry: Registry, lexicon: Lexicon) -> Reading:
    """The typed stream: quantities and dates, then names, then cues, then plain words."""
    words = draft.words
    named = {f.first: f for f in draft.found}
    stream: list[Token] = []
    at = 0
    while at < len(words.raw):
        token, at = _next_token(draft, registry, lexicon, named, at)
        stream.append(token)
    label_gaps(stream, lexicon)
    if lexicon.verb_final:
        settle_voice(stream)
    return Reading(draft.sentence.start, draft.sentence.end, stream, draft.paragraph, draft.heading, draft.bullet)


def _cuts_a_name(draft: _Draft, at: int, length: int) -> bool:
    """Whether a phrase would end inside a name (`la banque` in front of `Nationale`)."""
    return any(at < f.first < at + length < f.last for f in draft.found)


def _next_token(
    draft: _Draft, registry: Registry, lexicon: Lexicon, named: dict[int, Found], at: int
) -> tuple[Token, int]:
    words = draft.words
    start = words.spans[at][0]
    if at in draft.spans:
        last, item = draft.spans[at]
        text, end = " ".join(words.lower[at:last]), words.spans[last - 1][1]
        if isinstance(item, Term):
            return Token(start, end, text, TERM, value=item.years), last
        return Token(start, end, text, DATE if isinstance(item, DateMention) else QUANTITY, value=item), last
    found = named.get(at)
    entity = registry.entity(words, found, lexicon) if found else None
    length, labels = lexicon.longest(words.lower, at)
    if any(i in draft.spans for i in range(at + 1, at + length)):
        length, labels = 0, frozenset()
    elif _cuts_a_name(draft, at, length) and not any(label.startswith("maker:") for label in labels):
        length, labels = lexicon.longest(words.lower[: at + 1], at)
    maker = next((label for label in labels if label.startswith("maker:")), None)
    if maker:
        entity, found = registry.known(maker[6:]), None
        return Token(start, words.spans[at + length - 1][1], "", NAME, labels, entity, reference=True), at + length
    if found and entity and found.last - at >= length:
        text = " ".join(words.lower[at : found.last])
        owner = frozenset({"poss"}) if registry.owns(words, found) else frozenset()
        return Token(start, words.spans[found.last - 1][1], text, NAME, owner, entity), found.last
    last = at + max(length, 1)
    text = " ".join(words.lower[at:last])
    kind = WORD if words.raw[at][0].isalnum() or length else MARK
    return Token(start, words.spans[last - 1][1], text, kind, labels), last
