"""Power and chips in a hundred forms, as seven languages write them."""

from __future__ import annotations

import pytest

from pipeline.extract import find_quantities

# language, text, megawatts, bound
POWER = [
    ("en", "The campus starts with 250 megawatts of IT load.", 250, "exact"),
    ("en", "It signed for 1.2 GW over the decade.", 1200, "exact"),
    ("en", "Two sites, as much as 900MW together.", 900, "up_to"),
    ("en", "a two-gigawatt campus in the desert", 2000, "exact"),
    ("en", "Capacity should reach at least five gigawatts.", 5000, "at_least"),
    ("en", "roughly a gigawatt of demand", 1000, "about"),
    ("en", "between 300 and 400 MW of new load", 400, "up_to"),
    ("en", "1,450 megawatts, or more than a reactor yields", 1450, "exact"),
    ("en", "half a gigawatt by spring", 500, "exact"),
    ("fr", "Le site tirera 250 mégawatts dès l’an prochain.", 250, "exact"),
    ("fr", "une capacité de 1,2 GW", 1200, "exact"),
    ("fr", "jusqu’à 900 MW sur deux sites", 900, "up_to"),
    ("fr", "un campus d’un gigawatt près de la Loire", 1000, "exact"),
    ("fr", "plus de cinq gigawatts au total", 5000, "at_least"),
    ("fr", "environ 1 450 MW", 1450, "about"),
    ("fr", "entre 300 et 400 mégawatts", 400, "up_to"),
    ("fr", "près d’un demi-gigawatt", 500, "about"),
    ("de", "Der Standort zieht anfangs 250 Megawatt.", 250, "exact"),
    ("de", "eine Leistung von 1,2 GW", 1200, "exact"),
    ("de", "bis zu 900 MW an zwei Orten", 900, "up_to"),
    ("de", "ein Rechenzentrum mit einem Gigawatt", 1000, "exact"),
    ("de", "mehr als fünf Gigawatt", 5000, "at_least"),
    ("de", "rund 1.450 Megawatt", 1450, "about"),
    ("de", "zwischen 300 und 400 MW", 400, "up_to"),
    ("de", "eine 30-Megawatt-Anlage", 30, "exact"),
    ("es", "El campus arrancará con 250 megavatios.", 250, "exact"),
    ("es", "una potencia de 1,2 GW", 1200, "exact"),
    ("es", "hasta 900 MW entre los dos terrenos", 900, "up_to"),
    ("es", "un gigavatio de demanda", 1000, "exact"),
    ("es", "más de cinco gigavatios", 5000, "at_least"),
    ("es", "unos 1.450 megavatios", 1450, "about"),
    ("es", "de 300 a 400 MW", 400, "up_to"),
    ("it", "Il polo partirà da 250 megawatt.", 250, "exact"),
    ("it", "una potenza di 1,2 GW", 1200, "exact"),
    ("it", "fino a 900 MW in due siti", 900, "up_to"),
    ("it", "un gigawatt di domanda", 1000, "exact"),
    ("it", "oltre cinque gigawatt", 5000, "at_least"),
    ("it", "circa 1.450 megawatt", 1450, "about"),
    ("it", "tra 300 e 400 MW", 400, "up_to"),
    ("pt", "O campus começa com 250 megawatts.", 250, "exact"),
    ("pt", "uma potência de 1,2 GW", 1200, "exact"),
    ("pt", "até 900 MW em dois terrenos", 900, "up_to"),
    ("pt", "um gigawatt de consumo", 1000, "exact"),
    ("pt", "mais de cinco gigawatts", 5000, "at_least"),
    ("pt", "cerca de 1.450 megawatts", 1450, "about"),
    ("pt", "entre 300 e 400 MW", 400, "up_to"),
    ("nl", "Het park begint met 250 megawatt.", 250, "exact"),
    ("nl", "een vermogen van 1,2 GW", 1200, "exact"),
    ("nl", "tot 900 MW op twee plekken", 900, "up_to"),
    ("nl", "een gigawatt aan vraag", 1000, "exact"),
    ("nl", "meer dan vijf gigawatt", 5000, "at_least"),
    ("nl", "ongeveer 1.450 megawatt", 1450, "about"),
    ("nl", "tussen 300 en 400 MW", 400, "up_to"),
]

# language, text, count, model, bound
CHIPS = [
    ("en", "It ordered 100,000 Nvidia GB300 GPUs.", 100_000, "GB300", "exact"),
    ("en", "about 18,000 H100s", 18_000, "H100", "about"),
    ("en", "up to one million of Google's TPUs", 1_000_000, None, "up_to"),
    ("en", "a cluster of more than 30,000 liquid-cooled B200 chips", 30_000, "B200", "at_least"),
    ("en", "50,000 AI accelerators", 50_000, None, "exact"),
    ("en", "as many as 500,000 MI450 accelerators", 500_000, "MI450", "up_to"),
    ("en", "twenty thousand GPUs", 20_000, None, "exact"),
    ("en", "20k H200 GPUs", 20_000, "H200", "exact"),
    ("fr", "100 000 puces GB300 de Nvidia", 100_000, "GB300", "exact"),
    ("fr", "environ 18 000 GPU H100", 18_000, "H100", "about"),
    ("fr", "jusqu’à un million de puces", 1_000_000, None, "up_to"),
    ("fr", "plus de 30 000 accélérateurs B200", 30_000, "B200", "at_least"),
    ("fr", "50 000 processeurs graphiques", 50_000, None, "exact"),
    ("fr", "vingt mille GPU", 20_000, None, "exact"),
    ("fr", "au moins 4 000 cartes graphiques", 4_000, None, "at_least"),
    ("de", "100.000 GB300-Chips von Nvidia", 100_000, "GB300", "exact"),
    ("de", "rund 18.000 H100-GPUs", 18_000, "H100", "about"),
    ("de", "bis zu eine Million KI-Chips", 1_000_000, None, "up_to"),
    ("de", "mehr als 30.000 Beschleuniger vom Typ B200", 30_000, "B200", "at_least"),
    ("de", "50.000 Grafikprozessoren", 50_000, None, "exact"),
    ("de", "zwanzigtausend GPUs", 20_000, None, "exact"),
    ("de", "mindestens 4.000 Grafikkarten", 4_000, None, "at_least"),
    ("es", "100.000 chips GB300 de Nvidia", 100_000, "GB300", "exact"),
    ("es", "unas 18.000 GPU H100", 18_000, "H100", "about"),
    ("es", "hasta un millón de chips", 1_000_000, None, "up_to"),
    ("es", "más de 30.000 aceleradores B200", 30_000, "B200", "at_least"),
    ("es", "50.000 tarjetas gráficas", 50_000, None, "exact"),
    ("es", "veinte mil GPU", 20_000, None, "exact"),
    ("es", "al menos 4 mil procesadores gráficos", 4_000, None, "at_least"),
    ("it", "100.000 chip GB300 di Nvidia", 100_000, "GB300", "exact"),
    ("it", "circa 18.000 GPU H100", 18_000, "H100", "about"),
    ("it", "fino a un milione di chip", 1_000_000, None, "up_to"),
    ("it", "oltre 30.000 acceleratori B200", 30_000, "B200", "at_least"),
    ("it", "50.000 schede grafiche", 50_000, None, "exact"),
    ("it", "ventimila GPU", 20_000, None, "exact"),
    ("it", "almeno 4 mila processori grafici", 4_000, None, "at_least"),
    ("pt", "100 mil chips GB300 da Nvidia", 100_000, "GB300", "exact"),
    ("pt", "cerca de 18 mil GPUs H100", 18_000, "H100", "about"),
    ("pt", "até um milhão de chips", 1_000_000, None, "up_to"),
    ("pt", "mais de 30.000 aceleradores B200", 30_000, "B200", "at_least"),
    ("pt", "50.000 placas gráficas", 50_000, None, "exact"),
    ("pt", "vinte mil GPUs", 20_000, None, "exact"),
    ("pt", "pelo menos 4 mil processadores gráficos", 4_000, None, "at_least"),
    ("nl", "100.000 GB300-chips van Nvidia", 100_000, "GB300", "exact"),
    ("nl", "ongeveer 18.000 H100-gpu's", 18_000, "H100", "about"),
    ("nl", "tot een miljoen AI-chips", 1_000_000, None, "up_to"),
    ("nl", "meer dan 30.000 versnellers van het type B200", 30_000, "B200", "at_least"),
    ("nl", "50.000 grafische kaarten", 50_000, None, "exact"),
    ("nl", "twintigduizend gpu's", 20_000, None, "exact"),
    ("nl", "minstens 4.000 grafische processors", 4_000, None, "at_least"),
]

# language, text: energy, prices, makers, versions
NEITHER = [
    ("en", "a battery of 500 MWh"),
    ("en", "120 gigawatt hours a year"),
    ("en", "electricity at 80 kilowatt-hours"),
    ("en", "three chip makers and 12 chip companies"),
    ("en", "the H100 came out in 2022"),
    ("fr", "500 MWh de batteries"),
    ("fr", "120 gigawatt-heures par an"),
    ("de", "ein Speicher mit 500 Megawattstunden"),
    ("de", "zwölf Chiphersteller"),
    ("es", "120 gigavatios hora al año"),
    ("it", "120 gigawattora all’anno"),
    ("pt", "120 gigawatts-hora por ano"),
    ("nl", "120 gigawattuur per jaar"),
    ("nl", "drie chipmakers"),
]


def test_the_table_holds_a_hundred_forms_in_seven_languages() -> None:
    assert len(POWER) + len(CHIPS) >= 100
    assert len({row[0] for row in POWER}) == len({row[0] for row in CHIPS}) == 7


@pytest.mark.parametrize(("lang", "text", "megawatts", "bound"), POWER)
def test_power_in_megawatts(lang: str, text: str, megawatts: float, bound: str) -> None:
    found = [q for q in find_quantities(text, lang) if q.kind == "power"]
    assert found[-1:]
    assert (found[-1].value, found[-1].bound) == (megawatts, bound)


@pytest.mark.parametrize(("lang", "text", "count", "model", "bound"), CHIPS)
def test_chips_with_their_model(lang: str, text: str, count: int, model: str | None, bound: str) -> None:
    found = [q for q in find_quantities(text, lang) if q.kind == "chips"]
    assert [(q.value, q.model, q.bound) for q in found] == [(count, model, bound)]


@pytest.mark.parametrize(("lang", "text"), NEITHER)
def test_energy_makers_and_versions_are_neither(lang: str, text: str) -> None:
    assert [q for q in find_quantities(text, lang) if q.kind in {"power", "chips"}] == []
