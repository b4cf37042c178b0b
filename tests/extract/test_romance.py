"""Spanish, Italian and Portuguese alike: long names, media, insertions, and the verbs that reporters use for a deal."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, megawatts, missing, money


def _round(recipient: str, **fields: object) -> Claim:
    return {"kind": "funding_round", "recipient": recipient, **fields}


CASES: dict[str, tuple[str, str, list[Claim]]] = {
    "a place of two words": (
        "es",
        "Corvida construirá un centro de datos de 80 megavatios en Madrid Sur.",
        [{"kind": "capacity", "provider": "Corvida", "power_mw": megawatts(80), "site": "Madrid Sur"}],
    ),
    "a place with small words": (
        "pt",
        "A Corvida vai construir um centro de dados de 80 megawatts na Barra da Moura.",
        [{"kind": "capacity", "provider": "Corvida", "power_mw": megawatts(80), "site": "Barra da Moura"}],
    ),
    "an institution with small words": (
        "es",
        "Corvida ha recibido un préstamo de 8 millones de euros del Centro para el Desarrollo Digital.",
        [_round("Corvida", amount=money(8, "EUR"), investors=["Centro para el Desarrollo Digital"])],
    ),
    "who says so between two commas": (
        "es",
        "Microsoft, según confirmó ayer el presidente regional, Jorge Vallés, invertirá 700 millones de euros en un"
        " centro de datos.",
        [{"kind": "capex", "owner": "Microsoft", "amount": money(700, "EUR")}],
    ),
    "a newspaper": (
        "pt",
        "A Corvida captou 20 milhões de euros, noticiou o jornal Tribuna.",
        [_round("Corvida", amount=money(20, "EUR"))],
    ),
    "billions of Mexico": (
        "es",
        "Corvida recaudó mil millones y luego invertirá 4 mil 800 millones de dólares en centros de datos.",
        [{"kind": "capex", "owner": "Corvida", "amount": money(4800)}],
    ),
    "an agent after the article": (
        "es",
        "Corvida levanta 24 millones de euros en una ronda encabezada por el fondo Halden Ventures.",
        [_round("Corvida", amount=money(24, "EUR"), leads=["Halden Ventures"])],
    ),
    "agents in the plural": (
        "it",
        "La startup Corvida ha raccolto 24 milioni di euro in un round capitanato dai fondi Halden Ventures e Brenwick Capital.",
        [_round("Corvida", amount=money(24, "EUR"), leads=["Halden Ventures", "Brenwick Capital"])],
    ),
    "what was earned is no round": (
        "es",
        "Corvida ganó 5.400 millones de euros en los nueve primeros meses del año.",
        [],
    ),
    "a sum of a round is not about so much": (
        "es",
        "La startup Corvida cerró una ronda de 189 millones de euros.",
        [_round("Corvida", amount=money(189, "EUR"))],
    ),
    "a price": (
        "it",
        "Microsoft ha raggiunto un accordo per rilevare Corvida al prezzo di 1,4 miliardi di dollari in contanti.",
        [{"kind": "acquisition", "acquirer": "Microsoft", "target": "Corvida", "amount": money(1400)}],
    ),
    "no sale": (
        "it",
        "La startup Corvida smentisce la vendita a Microsoft: «Nessuna trattativa, non siamo in vendita», taglia corto un"
        " portavoce.",
        [{"kind": "denial", "recipient": "Corvida", "speaker": "Corvida", "status": "denied"}],
    ),
    "a cleft: who does it stands last": (
        "it",
        "A fornire i chip del supercomputer che Nexalith costruisce a Bari è Nvidia.",
        [{"kind": "capacity", "provider": "NVIDIA", "customer": "Nexalith", "site": "Bari"}],
    ),
    "an object before its verb, a subject behind it": (
        "it",
        "Quanto a Nexalith, la rileva il gruppo Brenwick per 40 milioni di euro.",
        [{"kind": "acquisition", "acquirer": "Brenwick", "target": "Nexalith", "amount": money(40, "EUR")}],
    ),
    "an acronym written like a word, and what the operation is worth": (
        "it",
        "Ibm ha annunciato che comprerà Quorata. L'operazione vale 60 milioni.",
        [{"kind": "acquisition", "acquirer": "IBM", "target": "Quorata", "amount": money(60, "EUR")}],
    ),
    "to whom something is let": (
        "es",
        "Tellur tiene sede en Bilbao. Los modelos de Tellur se entrenan en los servidores que Oracle le alquila.",
        [{"kind": "capacity", "customer": "Tellur", "provider": "Oracle", "status": "completed"}],
    ),
    "what a company bought has cost": (
        "es",
        "Adquirida en marzo por Brenwick, la barcelonesa Quorata costó 60 millones de euros.",
        [{"kind": "acquisition", "acquirer": "Brenwick", "target": "Quorata", "amount": money(60, "EUR")}],
    ),
    "for whom chips are meant": (
        "pt",
        "A Nscale vai instalar em Sines cerca de 12.600 GPU da Nvidia destinadas à Microsoft.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "Nscale", "site": "Sines"}],
    ),
    "a listing put off is no round": (
        "pt",
        "A Brenwick levantou 40 milhões de dólares em junho. A entrada em bolsa fica para 2028.",
        [_round("Brenwick", amount=money(40))],
    ),
    "a price behind the verb is no agent": (
        "pt",
        "O Brenwick comprou por R$ 900 milhões a Corvida.",
        [{"kind": "acquisition", "acquirer": "Brenwick", "target": "Corvida", "amount": money(900, "BRL")}],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_deals_in_romance_languages(case: str) -> None:
    lang, text, expected = CASES[case]
    assert missing(lang, text, expected) == []
