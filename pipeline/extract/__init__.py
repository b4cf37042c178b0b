"""Text to claims: what an article says of deals, by rules and weights, with the sentence behind every figure."""

from __future__ import annotations

import hashlib
import logging
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.events.language import LANGUAGES
from pipeline.extract.claims.deals import may_tell, read_sentence
from pipeline.extract.claims.digests import date_items
from pipeline.extract.claims.records import read_records
from pipeline.extract.claims.sentences import prepare
from pipeline.extract.claims.written import claims
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.languages.phrases import without_surrogates
from pipeline.extract.opinion.backing import backed
from pipeline.extract.opinion.verdict import second_opinion
from pipeline.extract.opinion.weights import WEIGHTS
from pipeline.extract.quantities import find_quantities
from pipeline.extract.quantities.records import quantity_records
from pipeline.extract.reading.article import Article, read_article
from pipeline.extract.reading.coreference import Discourse
from pipeline.extract.reading.corrections import is_superseded, takes_back
from pipeline.extract.reading.outline import Outline
from pipeline.extract.reading.topic import topic
from pipeline.extract.reading.worth import worth_reading
from pipeline.settings import ORGANIZATIONS

EXTRACTOR = "rules"
VERSION = "0.4"
MEMORY = 150  # statements before a sentence that it may go on with
Claim = dict[str, Any]
_LOG = logging.getLogger(__name__)
_HERE = Path(__file__).parent

__all__ = [
    "EXTRACTOR",
    "LANGUAGES",
    "VERSION",
    "Claim",
    "config_hash",
    "extract",
    "find_quantities",
    "quantity_records",
]


def extract(text: str, *, lang: str | None, title: str | None = None, published: str | None = None) -> list[Claim]:
    """The claims of one article. Evidence offsets are code points into `text`.

    A language without rules gives none, and the log says so.
    """
    article = understood(text, lang=lang, title=title, published=published)
    if article is None:
        return []
    statements, sentences = read_sentences(article)
    return claims(backed(article, second_opinion(article, statements, sentences), sentences), article)


def understood(text: str, *, lang: str | None, title: str | None, published: str | None) -> Article | None:
    """The article as typed sentences with its topic; None where no rules read it or nothing in it may be a deal."""
    if lang not in LANGUAGES:
        _LOG.info("no rules for language %r: no claims", lang)
        return None
    text, title = without_surrogates(text), without_surrogates(title) if title else title
    if not worth_reading(text, lang):
        return None
    article = read_article(text, lang, title, published)
    article.topic = topic(article.readings, article.title)
    return article


def read_sentences(article: Article) -> tuple[list[Statement], list[Sentence]]:
    """What the sentences of an article say by the rules, in order, and the sentences that were read for it; a flattened
    table is read as one."""
    discourse, outline = Discourse(article.topic, article.text, article.mentions), Outline()
    if article.title:
        discourse.resolve(article.title)
    records = read_records(article)
    in_records = {span for told in records.values() for statement in told for span in statement.spans}
    statements: list[Statement] = []
    sentences: list[Sentence] = []
    for number, reading in enumerate(article.readings):
        discourse.resolve(reading)
        outline.place(reading)
        statements += records.get(number, [])
        if takes_back(reading):
            statements = [statement for statement in statements if statement.number != number - 1]
            sentences = [sentence for sentence in sentences if sentence.number != number - 1]
        read_before = (reading.start, reading.end) in in_records or is_superseded(reading)
        if not read_before and may_tell(reading.telling):
            sentences.append(prepare(article, number, statements[-MEMORY:]))
            statements += read_sentence(sentences[-1])
    date_items(article, statements)
    return statements, sentences


@cache
def config_hash() -> str:
    """A hash over the code version and every data file that the result depends on."""
    digest = hashlib.sha256(f"{EXTRACTOR} {VERSION}".encode())
    for path in [*sorted((_HERE / "languages").glob("*.toml")), WEIGHTS, ORGANIZATIONS]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
