"""What somebody runs already is no deal; what is planned, or run for somebody else, is one."""

from __future__ import annotations

import pytest

from pipeline.extract import extract


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Founded in 2015, Foobar Compute operates 9,000 GPUs and 48 MW of data center capacity in Canada."),
        ("en", "Foobar Compute operates a 48 MW data center in Ohio."),
        ("fr", "Créée en 2016, Sesterce exploite plus de 9 000 GPU répartis sur quatre sites."),
        ("de", "Das 2018 gegründete Unternehmen Nordwerk betreibt 48 MW Rechenzentrumsleistung in Österreich."),
        ("es", "Data4 dispone de centros de datos con 48 MW en España."),
        ("it", "Nata nel 2011, Aruba gestisce data center per 48 MW in Italia."),
        ("pt", "A Scala opera hoje nove data centers com 48 MW no Brasil."),
        ("nl", "Yondr exploiteert datacenters met een vermogen van 48 megawatt in Nederland."),
    ],
)
def test_what_somebody_runs_already_is_no_deal(lang: str, text: str) -> None:
    assert extract(text, lang=lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "megawatts"),
    [
        ("en", "Foobar Compute operates 48 MW in Ohio and will add another 100 MW.", 100),
        ("en", "Foobar Compute will operate 48 MW of data center capacity in Ohio.", 48),
        ("fr", "Sesterce exploitera un centre de données de 48 MW à Valence.", 48),
        ("es", "Data4 construye y opera un campus de 48 MW en Madrid.", 48),
        ("fr", "Sesterce exploite pour Mistral AI un centre de données de 48 MW à Valence.", 48),
        ("en", "Foobar Compute operates a 48 MW data center in Ohio that it leases to Meta.", 48),
    ],
)
def test_what_is_planned_or_run_for_somebody_is_a_deal(lang: str, text: str, megawatts: float) -> None:
    assert [claim["power_mw"]["value"] for claim in extract(text, lang=lang)] == [megawatts]
