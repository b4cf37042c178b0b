"""A newsroom to run the whole way without the internet: real HTTP, invented media, facts of public record."""

from pipeline.sample.newsroom import Newsroom

__all__ = ["Newsroom"]
