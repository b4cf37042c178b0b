"""The same deals in five languages, each in an order that news likes: figures and verbs first, subjects last, clauses inside."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import megawatts, missing, money

DEALS = {
    "a loan that a relative clause raises": [
        {"kind": "funding_round", "recipient": "CoreWeave", "amount": money(2600), "instrument": "debt"},
    ],
    "a takeover, sum first": [
        {"kind": "acquisition", "target": "Statsig", "acquirer": "OpenAI", "amount": money(6500)},
    ],
    "supply, figure first": [
        {"kind": "capacity", "customer": "OpenAI", "provider": "AMD", "power_mw": megawatts(6000)},
    ],
    "an investment, sum first": [
        {"kind": "investment", "recipient": "OpenAI", "investors": ["SoftBank"]},
    ],
    "a site with its power, builder in a relative clause": [
        {"kind": "capacity", "power_mw": megawatts(300)},
    ],
    "a company receives an investment": [
        {"kind": "investment", "recipient": "Nokia", "investors": ["NVIDIA"], "amount": money(1000)},
    ],
    "talks in a subordinate clause": [
        {"kind": "acquisition", "target": "Perplexity", "acquirer": "Apple"},
    ],
    "called off, verb first": [
        {"kind": "acquisition", "target": "Windsurf", "acquirer": "OpenAI", "status": "cancelled"},
    ],
    "entering the capital of a company": [
        {"kind": "investment", "recipient": "Mistral AI", "investors": ["ASML"], "amount": money(1300, "EUR")},
    ],
    "a second investor without a verb": [
        {
            "kind": "investment",
            "recipient": "Anthropic",
            "investors": ["NVIDIA"],
            "amount": money(10_000, "USD", "up_to"),
        },
        {
            "kind": "investment",
            "recipient": "Anthropic",
            "investors": ["Microsoft"],
            "amount": money(5000, "USD", "up_to"),
        },
    ],
    "capacity bought from somebody": [
        {"kind": "capacity", "customer": "Anthropic", "provider": "Microsoft", "amount": money(30_000)},
    ],
}
TEXTS = {
    "de": {
        "a loan that a relative clause raises": "Auf 2,6 Milliarden Dollar beläuft sich der Kredit, den CoreWeave von einem Bankenkonsortium erhält.",
        "a takeover, sum first": "Für 6,5 Milliarden Dollar schluckt OpenAI das Hardware-Startup Statsig, das der frühere Apple-Designer Jony Ive gegründet hat.",
        "supply, figure first": "Chips mit einer Leistung von sechs Gigawatt wird OpenAI von AMD beziehen.",
        "an investment, sum first": "Nicht weniger als 40 Milliarden Dollar will Softbank in OpenAI stecken.",
        "a site with its power, builder in a relative clause": "300 Megawatt soll das Rechenzentrum leisten, das Microsoft im rheinischen Revier baut.",
        "talks in a subordinate clause": "Dass Apple über einen Kauf von Perplexity nachdenkt, meldet Bloomberg.",
        "called off, verb first": "Geplatzt ist die Übernahme von Windsurf durch OpenAI.",
        "entering the capital of a company": "Mit 1,3 Milliarden Euro steigt ASML bei Mistral ein.",
        "a second investor without a verb": "Bis zu zehn Milliarden Dollar will Nvidia in Anthropic investieren, Microsoft bis zu fünf Milliarden.",
        "capacity bought from somebody": "Anthropic verpflichtet sich, bei Microsoft Rechenleistung für 30 Milliarden Dollar zu kaufen.",
    },
    "es": {
        "a loan that a relative clause raises": "A 2.600 millones de dólares asciende el préstamo que ha obtenido CoreWeave de un grupo de bancos.",
        "supply, figure first": "Es AMD quien suministrará a OpenAI 6 gigavatios de chips.",
        "an investment, sum first": "Fueron 40.000 millones de dólares los que SoftBank se comprometió a invertir en OpenAI.",
        "a company receives an investment": "Nokia recibe de Nvidia una inyección de 1.000 millones de dólares.",
        "talks in a subordinate clause": "Que Apple se plantea la compra de Perplexity lo adelantó Bloomberg.",
        "called off, verb first": "Fracasa la compra de Windsurf por parte de OpenAI.",
        "entering the capital of a company": "Con 1.300 millones de euros entra ASML en el capital de Mistral.",
        "capacity bought from somebody": "Anthropic se compromete a comprar a Microsoft capacidad de cómputo por 30.000 millones de dólares.",
    },
    "it": {
        "a loan that a relative clause raises": "Ammonta a 2,6 miliardi di dollari il prestito che CoreWeave ha ottenuto da un gruppo di banche.",
        "a takeover, sum first": "Per 6,5 miliardi di dollari OpenAI si è aggiudicata Statsig, la società di design fondata da Jony Ive.",
        "supply, figure first": "Sarà AMD a fornire a OpenAI 6 gigawatt di chip.",
        "an investment, sum first": "Sono 40 miliardi di dollari quelli che SoftBank si è impegnata a investire in OpenAI.",
        "a site with its power, builder in a relative clause": "Avrà una potenza di 300 megawatt il data center che Microsoft costruisce alle porte di Milano.",
        "a company receives an investment": "Da Nvidia arriva a Nokia un'iniezione da un miliardo di dollari.",
        "talks in a subordinate clause": "Che Apple stia valutando l'acquisto di Perplexity lo scrive Bloomberg.",
        "called off, verb first": "È saltata l'acquisizione di Windsurf da parte di OpenAI.",
        "entering the capital of a company": "Con 1,3 miliardi di euro ASML entra nel capitale di Mistral.",
        "capacity bought from somebody": "Anthropic si impegna ad acquistare da Microsoft capacità di calcolo per 30 miliardi di dollari.",
    },
    "pt": {
        "a loan that a relative clause raises": "Ascende a 2,6 mil milhões de dólares o empréstimo que a CoreWeave obteve junto de um grupo de bancos.",
        "a takeover, sum first": "Por 6,5 mil milhões de dólares a OpenAI ficou com a Statsig, a empresa de design fundada por Jony Ive.",
        "supply, figure first": "É a AMD quem vai fornecer à OpenAI 6 gigawatts de chips.",
        "an investment, sum first": "São 40 mil milhões de dólares o que a SoftBank se comprometeu a investir na OpenAI.",
        "a site with its power, builder in a relative clause": "Terá 300 megawatts o centro de dados que a Microsoft está a construir em Sines.",
        "a company receives an investment": "A Nokia recebe da Nvidia uma injeção de mil milhões de dólares.",
        "talks in a subordinate clause": "Que a Apple estuda a compra da Perplexity foi noticiado pela Bloomberg.",
        "called off, verb first": "Fracassou a compra da Windsurf pela OpenAI.",
        "entering the capital of a company": "Com 1,3 mil milhões de euros, a ASML entra no capital da Mistral.",
        "a second investor without a verb": "Até 10 mil milhões de dólares investirá a Nvidia na Anthropic, e até 5 mil milhões a Microsoft.",
        "capacity bought from somebody": "A Anthropic compromete-se a comprar à Microsoft capacidade de computação por 30 mil milhões de dólares.",
    },
    "nl": {
        "a loan that a relative clause raises": "Op 2,6 miljard dollar komt de lening uit die CoreWeave van een bankenconsortium krijgt.",
        "a takeover, sum first": "Voor 6,5 miljard dollar lijft OpenAI het bedrijf Statsig in, dat door ontwerper Jony Ive is opgericht.",
        "supply, figure first": "Chips met een vermogen van 6 gigawatt gaat OpenAI bij AMD afnemen.",
        "an investment, sum first": "Maar liefst 40 miljard dollar wil SoftBank in OpenAI steken.",
        "a site with its power, builder in a relative clause": "300 megawatt krijgt het datacenter dat Microsoft in de Wieringermeer bouwt.",
        "a company receives an investment": "Nokia krijgt van Nvidia een investering van een miljard dollar.",
        "talks in a subordinate clause": "Dat Apple een overname van Perplexity overweegt, meldt Bloomberg.",
        "called off, verb first": "Afgeketst is de overname van Windsurf door OpenAI.",
        "entering the capital of a company": "Met 1,3 miljard euro stapt ASML in bij Mistral.",
        "a second investor without a verb": "Tot 10 miljard dollar wil Nvidia in Anthropic investeren, Microsoft tot 5 miljard.",
        "capacity bought from somebody": "Anthropic belooft bij Microsoft voor 30 miljard dollar rekenkracht af te nemen.",
    },
}
CASES = [(lang, deal, text) for lang, texts in TEXTS.items() for deal, text in texts.items()]


@pytest.mark.parametrize(("lang", "deal", "text"), CASES, ids=[f"{lang}: {deal}" for lang, deal, _ in CASES])
def test_free_order_of_words(lang, deal, text):
    assert missing(lang, text, DEALS[deal]) == []
