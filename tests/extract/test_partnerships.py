"""Partnerships: peers that ally on AI or compute without a supplier's role and without figures."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import missing

ENGLISH = {
    "to team up": (
        "Apple and Nvidia are teaming up to speed up the inference of large language models.",
        ["Apple", "NVIDIA"],
    ),
    "two who announce one": (
        "SAP and OpenAI announced a partnership to bring AI to the German public sector.",
        ["SAP", "OpenAI"],
    ),
    "with a government, put first": (
        "With the UK Government, too, OpenAI recently signed a partnership to speed up the adoption of AI.",
        ["OpenAI", "UK Government"],
    ),
    "to build with a partner who supplies nothing": (
        "OpenAI will build two more data centers with SoftBank.",
        ["OpenAI", "SoftBank"],
    ),
}


@pytest.mark.parametrize(("text", "partners"), ENGLISH.values(), ids=ENGLISH.keys())
def test_peers_that_ally_are_partners(text, partners):
    assert missing("en", text, [{"kind": "partnership", "partners": partners}]) == []


def test_partners_in_french():
    text = "Orange et Mistral AI ont annoncé un partenariat pour développer l'IA dans les réseaux."
    assert missing("fr", text, [{"kind": "partnership", "partners": ["Orange", "Mistral AI"]}]) == []


def test_building_with_a_supplier_is_capacity():
    text = "OpenAI will open three new data centers with Oracle."
    assert missing("en", text, [{"kind": "capacity", "customer": "OpenAI", "provider": "Oracle"}]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Volkswagen and Bosch work together on driver assistance.",
        "Nvidia is the technology partner of the trade fair.",
        "OpenAI competes with Anthropic, an ally of nobody.",
    ],
)
def test_other_alliances_are_none(text):
    assert missing("en", text, []) == []
