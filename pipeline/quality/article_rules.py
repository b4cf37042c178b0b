"""The rules for articles, on the columns of `seen_articles`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.quality.rules import among, between, filled, given
from pipeline.quality.thresholds import ArticleLimits

if TYPE_CHECKING:
    from great_expectations.expectations import Expectation

READ = ["ok", "thin", "unknown_language"]
TOLD_APART = ["ok", "thin", "unreadable"]


def article_rules(limits: ArticleLimits) -> list[Expectation]:
    """What an article and a batch of articles must be like, in the order in which they are reported."""
    readable = float(1 - limits.unreadable_share)
    return [
        filled("batch_has_articles", "The batch has articles", "warning"),
        given("title_given", "The article has a title", "title_length", "warning"),
        among("language_known", "The article is in a language that is read", "outcome", TOLD_APART, "warning"),
        between("text_long_enough", "The text is no stub", "text_length", "warning", least=limits.shortest_text),
        between("published_by_observation", "It was published before we saw it", "days_ahead", most=limits.days_ahead),
        among("articles_readable", "Most articles can be read", "outcome", READ, "warning", mostly=readable),
    ]
