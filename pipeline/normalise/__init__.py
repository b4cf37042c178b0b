"""Claims of articles to one typed Polars frame in standard units: what the article says and nothing more."""

from pipeline.normalise.claims import ExtractedArticle, Normalised, Rejected, normalise
from pipeline.normalise.rates import default_rates
from pipeline.normalise.records import records

__all__ = ["ExtractedArticle", "Normalised", "Rejected", "default_rates", "normalise", "records"]
