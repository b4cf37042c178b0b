"""A site that somebody awards to a builder: who awards it is its customer, known or not."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import megawatts, missing

CASES = {
    "es": "Nubarium ha adjudicado a Ferrovial la construcción de un centro de datos de 40 MW en Alcobendas.",
    "it": "Nubarium ha affidato a Ferrovial la costruzione di un data center da 40 MW a Cornaredo.",
}


@pytest.mark.parametrize("lang", CASES)
def test_who_awards_a_site_is_its_customer(lang: str) -> None:
    built = {"kind": "capacity", "customer": "Nubarium", "provider": "Ferrovial", "power_mw": megawatts(40)}
    assert missing(lang, CASES[lang], [built]) == []
