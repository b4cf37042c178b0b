"""Where sentences end: an abbreviation of the language goes on, the same letters in another language end one."""

from __future__ import annotations

import pytest

from pipeline.extract.reading.sentences import paragraph


@pytest.mark.parametrize(
    ("lang", "text", "sentences"),
    [
        ("fr", "La salle reste telle qu’elle est. Le maire attend la suite.", 2),
        ("en", "The hall holds 90 seats, est. Smith and others paid for it.", 1),
        ("de", "Das Werk kostet 20 Mio. Euro und öffnet im Mai.", 1),
        ("nl", "Volgens dhr. Jansen gaat de zaal in mei open.", 1),
        ("es", "La Sra. Ruiz abrió la sala. El alcalde espera.", 2),
    ],
)
def test_a_full_stop_ends_a_sentence_unless_the_language_abbreviates_so(lang: str, text: str, sentences: int) -> None:
    assert len(paragraph(text, 0, len(text), lang, []).sentences) == sentences


@pytest.mark.parametrize(
    ("lang", "text", "figure", "sentences"),
    [
        ("en", "Orvane has leased approx. 500 MW of capacity.", "500 MW", 1),
        ("de", "Nordhall baut Hallen mit rd. 90 Megawatt.", "90 Megawatt", 1),
        ("de", "Die Halle steht in Bonn. 90 Megawatt sind belegt.", "90 Megawatt", 2),
    ],
)
def test_a_figure_opens_a_sentence_unless_an_abbreviation_stands_before_it(
    lang: str, text: str, figure: str, sentences: int
) -> None:
    start = text.index(figure)

    assert len(paragraph(text, 0, len(text), lang, [(start, start + len(figure))]).sentences) == sentences
