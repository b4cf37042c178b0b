"""What annotated articles teach of who backs a round: the signs of everybody named around it."""

from __future__ import annotations

from collections.abc import Iterator

from bench._annotated import Claim, Record, is_named
from bench.learn.samples import Party
from pipeline.extract import read_sentences, understood
from pipeline.extract.facts.statements import Statement
from pipeline.extract.opinion.backing import BACKER, LEADER, candidates_of
from pipeline.extract.opinion.tellings import measure_of
from pipeline.extract.opinion.verdict import ARTICLE, second_opinion


def backers(record: Record) -> Iterator[Party]:
    """Everybody who might back the annotated rounds that the second opinion finds, and might lead them if he does."""
    article = understood(
        record["text"], lang=record["lang"], title=record.get("title"), published=record.get("published")
    )
    if article is None or len(article.readings) < ARTICLE:
        return
    rules, sentences = read_sentences(article)
    for round_, candidates in candidates_of(second_opinion(article, rules, sentences), sentences):
        claim = next((c for c in record["claims"] if _tells(c, round_)), None)
        if claim is None:
            continue
        for entity, signs in candidates:
            backs = is_named(entity.name, claim.get("investors", []))
            yield Party(BACKER, frozenset(signs), backs)
            if backs:
                yield Party(LEADER, frozenset(signs), is_named(entity.name, claim.get("leads", [])))


def _tells(claim: Claim, round_: Statement) -> bool:
    """Whether a round is the annotated one: of the same organisation, with the same sum."""
    if claim["kind"] != round_.kind or round_.main is None or not is_named(round_.main.name, claim["recipient"]):
        return False
    amount = claim.get("amount")
    return bool(amount) and measure_of(round_, "money") == (float(amount["value"]), amount["currency"])
