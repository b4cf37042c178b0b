"""What only describes a firm plays no part in its deal: who founded or leads it, its former name, where it comes from."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money

RAISED: list[Claim] = [
    {"kind": "funding_round", "recipient": "Veltrix", "investors": ["Halden Ventures"], "amount": money(40, "EUR")}
]
SPENT: list[Claim] = [{"kind": "capex", "owner": "Nebius", "amount": money(800, "EUR")}]
RENTED: list[Claim] = [
    {"kind": "capacity", "customer": "Microsoft", "provider": "Nebius", "amount": money(4000)},
    {"kind": "capacity", "customer": "Meta", "provider": "Nebius", "amount": money(3000)},
]
CASES = {
    "its founder": (
        "it", "La start-up Veltrix cresce. La società fondata da Marco Rossi ha raccolto 40 milioni di euro da Halden Ventures.", RAISED,
    ),
    "who leads it": (
        "it", "La start-up Veltrix cresce. L'azienda guidata da Luca Rossi ha raccolto 40 milioni di euro da Halden Ventures.", RAISED,
    ),
    "its former name": (
        "it",
        "Due anni fa, quando si chiamava iNexa, Veltrix era sola. Ora la società ha raccolto 40 milioni di euro da Halden"
        " Ventures.",
        RAISED,
    ),
    "the trade in a compound": (
        "de", "Das Start-up Veltrix wächst. Das Münchner Rüstungs-Start-up hat bei Halden Ventures 40 Millionen Euro eingesammelt.", RAISED,
    ),
    "what an attribute tells, in Dutch": (
        "nl", "Nebius, het uit Yandex voortgekomen cloudbedrijf, steekt 800 miljoen euro in een datacenter.", SPENT,
    ),
    "what an attribute tells, in German": (
        "de", "Nebius, der aus Yandex hervorgegangene Cloudanbieter, steckt 800 Millionen Euro in ein Rechenzentrum.", SPENT,
    ),
    "the other name of a clause of its own": (
        "nl",
        "Nebius bouwt een datacenter. Microsoft tekende in mei een contract van 4 miljard dollar, en Meta volgde met een van 3"
        " miljard.",
        RENTED,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_describes_a_firm_plays_no_part(case: str) -> None:
    lang, text, claims = CASES[case]
    assert missing(lang, text, claims) == []


def test_who_is_said_to_rent_behind_another_name_rents() -> None:
    text = "Oracle mietet Flächen. Betrieben wird die Anlage von Vantage Data Centers, Mieter ist letztlich OpenAI."
    rented = {"kind": "capacity", "customer": "OpenAI", "provider": "Vantage Data Centers"}
    assert missing("de", text, [rented]) == []


def test_what_somebody_is_denied_to_vouch_for_is_no_guarantee() -> None:
    text = "OpenAI mietet Server von Oracle. Dass Nvidia für die Mietzahlungen bürgt, wies ein Nvidia-Sprecher zurück."
    claims: list[Claim] = [
        {"kind": "capacity", "customer": "OpenAI", "provider": "Oracle"},
        {"kind": "denial", "speaker": "NVIDIA", "status": "denied"},
    ]
    assert missing("de", text, claims) == []
