"""Where a site stands: places that no list has, known by the words around them."""

from __future__ import annotations

import pytest

from pipeline.extract import extract


@pytest.mark.parametrize(
    ("lang", "text", "site"),
    [
        ("en", "Orvane Cloud buys 20,000 of Nvidia's chips for a supercluster at Greater Noida.", "Greater Noida"),
        ("en", "Oklo is to build up to 1.2 gigawatts for Meta in Pike County.", "Pike County"),
        ("es", "Microsoft invertirá 2.200 millones de euros en otro campus en La Muela.", "La Muela"),
        ("pt", "A Oracle alugou da Elea 40 megawatts em seu campus de São Bernardo do Campo.", "São Bernardo do Campo"),
        ("fr", "Nvidia livrera 8 000 GPU à Orvane Calcul pour son centre de données de Vénissieux.", "Vénissieux"),
    ],
)
def test_the_words_around_a_name_make_it_a_place(lang: str, text: str, site: str) -> None:
    assert [claim.get("site") for claim in extract(text, lang=lang)] == [site]


def test_whose_site_it_is_is_no_place() -> None:
    found = extract("Oracle will supply 40,000 chips to the data centers of Orvane Cloud.", lang="en")

    assert [(claim.get("customer"), claim.get("site")) for claim in found] == [("Orvane Cloud", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Orvane Cloud will spend $2 billion on its first site. The data centre is to rise in Abilene, Texas.",
        "Orvane Cloud will build a data centre in Abilene, Texas. It will buy servers from Dell for $2 billion.",
        "(Foo) - PARIS, 4 May - Orvane will build a data centre in Abilene, Texas. The cost comes to $2 billion.",
    ],
)
def test_a_sentence_beside_a_deal_tells_its_site(text: str) -> None:
    found = extract(text, lang="en", published="2026-05-04")

    assert [claim.get("site") for claim in found] == ["Abilene, Texas"]


def test_another_deal_of_the_same_buyer_stands_elsewhere() -> None:
    text = (
        "Orvane Cloud rents 90 megawatts in Abilene, Texas, from Crusoe. It has also agreed with Oracle to rent another"
        " 40 megawatts."
    )
    assert [claim.get("site") for claim in extract(text, lang="en")] == ["Abilene, Texas", None]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Oracle builds a campus in Abilene, Texas. Nscale has signed a $2 billion contract with Meta."),
        ("fr", "Orvane construit un campus à Valence. Nscale a signé un contrat de 2 milliards d'euros avec Meta."),
        (
            "de",
            "Google baut ein Rechenzentrum in Hanau. Nscale liefert Meta Rechenleistung für zwei Milliarden Dollar.",
        ),
        ("it", "Orvane costruisce un campus a Cornaredo. Nscale fornirà a Meta capacità per 2 miliardi di euro."),
    ],
)
def test_the_site_of_somebody_else_is_none_of_this_deal(lang: str, text: str) -> None:
    assert [claim.get("site") for claim in extract(text, lang=lang)] == [None]


def test_whom_only_the_title_names_runs_its_project() -> None:
    text = "Colossus will rent 200 MW of computing power from Crusoe in Memphis."

    found = extract(text, lang="en", title="xAI grows its Colossus project", published="2025-10-09")

    assert [(c["customer"], c["provider"], c["site"]) for c in found] == [("xAI", "Crusoe", "Colossus, Memphis")]


def test_a_project_s_places_are_those_of_the_first_sentence_that_tells_any() -> None:
    text = (
        "Oracle builds the data center Project Nordlicht for $2 billion. The Project Nordlicht data center in Abilene,"
        " Texas, will have 200 MW of power. Oracle will install 100,000 chips from Nvidia in Project Nordlicht."
    )
    found = extract(text, lang="en", published="2025-10-09")

    assert [c["site"] for c in found if "accelerators" in c] == ["Project Nordlicht, Abilene, Texas"]
