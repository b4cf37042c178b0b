"""Who is credited with a report, and who is only mentioned."""

from __future__ import annotations

import pytest

from pipeline.articles.cites import cited_media


@pytest.mark.parametrize(
    ("lang", "text", "cites"),
    [
        ("en", "xAI is raising money, Bloomberg reported on Wednesday.", ["Bloomberg"]),
        ("en", "According to the Wall Street Journal, talks go on.", ["The Wall Street Journal"]),
        (
            "en",
            "The round was first reported by The Information and confirmed by Reuters reports.",
            ["The Information", "Reuters"],
        ),
        ("en", "The FT has learned that the deal is close, people told Reuters.", ["Financial Times", "Reuters"]),
        ("en", "LONDON (Reuters) - The company said on Monday", ["Reuters"]),
        ("en", "Bloomberg was founded by Michael Bloomberg. Reuters is an agency.", []),
        ("en", "The shift was reported by analysts.", []),
        ("fr", "Selon Bloomberg, NVIDIA investit 2 milliards.", ["Bloomberg"]),
        (
            "fr",
            "La levée, révélée par « Les Echos », atteint 10 millions. D’après l’agence Reuters, elle est close.",
            ["Les Echos", "Reuters"],
        ),
        ("fr", "Le Financial Times rapporte que les discussions avancent.", ["Financial Times"]),
        ("de", "Das berichtet das Handelsblatt. Laut Bloomberg ist es mehr.", ["Handelsblatt", "Bloomberg"]),
        ("es", "Según Reuters, la ronda está cerca. Lo adelantó Expansión.", ["Reuters", "Expansión"]),
        ("it", "Secondo il Sole 24 Ore la cifra è più alta.", ["Il Sole 24 Ore"]),
        ("pt", "Segundo a Bloomberg, a empresa negocia.", ["Bloomberg"]),
        (
            "nl",
            "Dat meldt Het Financieele Dagblad. Volgens Reuters is het meer.",
            ["Het Financieele Dagblad", "Reuters"],
        ),
        (None, "Bloomberg reported it.", []),
    ],
)
def test_only_credited_media_count(lang: str | None, text: str, cites: list[str]) -> None:
    assert cited_media(text, lang) == cites


@pytest.mark.timeout(20)
@pytest.mark.parametrize("gap", [" ", "\n", " \t", "\u00a0", ", ", ": "])
def test_a_gap_of_any_length_is_looked_through_once(gap: str) -> None:
    text = f"according to{gap * 20_000}nobody. Bloomberg{gap * 20_000}is quiet. According to{gap * 20_000}Reuters, yes."
    assert cited_media(text, "en") == ["Reuters"]
