"""Bytes to articles: title, text, language, publication time, address, what it copies and whom it credits."""

from pipeline.articles.article import READER, Article, read_article
from pipeline.articles.language import detect_language
from pipeline.articles.texts import TextStore

__all__ = ["READER", "Article", "TextStore", "detect_language", "read_article"]
