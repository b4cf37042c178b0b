"""Money as seven languages write it: scale, currency, bound, range, price; and what is no sum."""

from __future__ import annotations

import pytest

from pipeline.extract import find_quantities

# language, text, value, currency, bound
SUMS = [
    ("en", "The lab raised $2.5bn this week.", 2.5e9, "USD", "exact"),
    ("en", "a US$160 million cheque", 160e6, "USD", "exact"),
    ("en", "C$40m from pension funds", 40e6, "CAD", "exact"),
    ("en", "as much as £300m", 300e6, "GBP", "up_to"),
    ("en", "more than a billion euros", 1e9, "EUR", "at_least"),
    ("en", "nearly EUR 2.3 billion", 2.3e9, "EUR", "about"),
    ("en", "$1,750 million of notes", 1.75e9, "USD", "exact"),
    ("en", "$1.2 billion-plus", 1.2e9, "USD", "at_least"),
    ("en", "half a billion dollars", 0.5e9, "USD", "exact"),
    ("en", "two and a half billion pounds", 2.5e9, "GBP", "exact"),
    ("en", "a quarter of a million euros", 250e3, "EUR", "exact"),
    ("en", "Rs 500 crore for the site", 5e9, "INR", "exact"),
    ("en", "₹1,00,000 crore over ten years", 1e12, "INR", "exact"),
    ("en", "a plan that could reach $500 billion", 500e9, "USD", "up_to"),
    ("en", "$5 million AUD in grants", 5e6, "AUD", "exact"),
    ("en", "a $5 million euro bond", 5e6, "USD", "exact"),
    ("en", "75 USD million", 75e6, "USD", "exact"),
    ("en", "10 billion Norwegian kroner", 10e9, "NOK", "exact"),
    ("en", "RMB 3 billion", 3e9, "CNY", "exact"),
    ("en", "Dh4 billion", 4e9, "AED", "exact"),
    ("en", "700 million kroner", 700e6, "SEK", "exact"),
    ("fr", "près de 3 milliards de réais", 3e9, "BRL", "about"),
    ("de", "2,4 Milliarden HK-Dollar", 2.4e9, "HKD", "exact"),
    ("fr", "La jeune pousse lève 1,7 milliard d’euros.", 1.7e9, "EUR", "exact"),
    ("fr", "un ticket de 57 M€", 57e6, "EUR", "exact"),
    ("fr", "près de 2,8 Md€", 2.8e9, "EUR", "about"),
    ("fr", "5 Mds$ de valorisation", 5e9, "USD", "exact"),
    ("fr", "jusqu’à 12,5 milliards de dollars", 12.5e9, "USD", "up_to"),
    ("fr", "plus d’un billion de dollars", 1e12, "USD", "at_least"),
    ("fr", "un milliard et demi d’euros", 1.5e9, "EUR", "exact"),
    ("fr", "25 millions $ US", 25e6, "USD", "exact"),
    ("fr", "102 M$ CA", 102e6, "CAD", "exact"),
    ("fr", "2,3 milliards de francs suisses", 2.3e9, "CHF", "exact"),
    ("fr", "au moins 1 200 000 €", 1.2e6, "EUR", "at_least"),
    ("fr", "quatre-vingt-dix millions d’euros", 90e6, "EUR", "exact"),
    ("fr", "cinq cent mille livres sterling", 500e3, "GBP", "exact"),
    ("de", "Das Start-up sammelte 2,5 Mrd. Euro ein.", 2.5e9, "EUR", "exact"),
    ("de", "300 Mio. US-Dollar", 300e6, "USD", "exact"),
    ("de", "knapp 4 Milliarden Dollar", 4e9, "USD", "about"),
    ("de", "eine halbe Milliarde Euro", 0.5e9, "EUR", "exact"),
    ("de", "zweieinhalb Millionen Franken", 2.5e6, "CHF", "exact"),
    ("de", "eine Billion Dollar", 1e12, "USD", "exact"),
    ("de", "achtundsiebzig Millionen Euro", 78e6, "EUR", "exact"),
    ("de", "über 1.250.000 Euro", 1.25e6, "EUR", "at_least"),
    ("de", "CHF 1’250’000", 1.25e6, "CHF", "exact"),
    ("de", "anderthalb Milliarden Euro", 1.5e9, "EUR", "exact"),
    ("es", "La firma captó 2.500 millones de euros.", 2.5e9, "EUR", "exact"),
    ("es", "15 mil millones de dólares", 15e9, "USD", "exact"),
    ("es", "4 mil 800 millones de dólares", 4.8e9, "USD", "exact"),
    ("es", "un billón de dólares", 1e12, "USD", "exact"),
    ("es", "unos 119 M€", 119e6, "EUR", "about"),
    ("es", "más de 10.000 M$", 10e9, "USD", "at_least"),
    ("es", "mil millones de euros", 1e9, "EUR", "exact"),
    ("es", "veinticinco millones de pesos mexicanos", 25e6, "MXN", "exact"),
    ("es", "hasta US$ 300 millones", 300e6, "USD", "up_to"),
    ("it", "La società ha raccolto 2,5 miliardi di euro.", 2.5e9, "EUR", "exact"),
    ("it", "300 mln di dollari", 300e6, "USD", "exact"),
    ("it", "oltre 1,4 mld di euro", 1.4e9, "EUR", "at_least"),
    ("it", "fino a 40 milioni di sterline", 40e6, "GBP", "up_to"),
    ("it", "un miliardo e mezzo di euro", 1.5e9, "EUR", "exact"),
    ("it", "duecentomila euro", 200e3, "EUR", "exact"),
    ("pt", "A empresa captou R$ 2,5 bilhões.", 2.5e9, "BRL", "exact"),
    ("pt", "Investirão cada uma US$ 5 bilhões.", 5e9, "USD", "exact"),
    ("pt", "R$ 300 mi em debêntures", 300e6, "BRL", "exact"),
    ("pt", "US$ 1,5 bi", 1.5e9, "USD", "exact"),
    ("pt", "2 mil milhões de dólares", 2e9, "USD", "exact"),
    ("pt", "um bilião de euros", 1e12, "EUR", "exact"),
    ("pt", "cerca de 1,68 mil milhões de euros", 1.68e9, "EUR", "about"),
    ("pt", "vinte e cinco milhões de reais", 25e6, "BRL", "exact"),
    ("pt", "pode chegar a R$ 1,5 bilhão", 1.5e9, "BRL", "up_to"),
    ("nl", "Het bedrijf haalde 2,5 miljard euro op.", 2.5e9, "EUR", "exact"),
    ("nl", "250 mln. dollar", 250e6, "USD", "exact"),
    ("nl", "ruim € 4 miljoen", 4e6, "EUR", "at_least"),
    ("nl", "tot 40 miljoen Britse pond", 40e6, "GBP", "up_to"),
    ("nl", "vijfentwintig miljoen euro", 25e6, "EUR", "exact"),
    ("nl", "tweeënhalf miljard euro", 2.5e9, "EUR", "exact"),
    ("nl", "een biljoen dollar", 1e12, "USD", "exact"),
]

# language, text, low, high, currency
RANGES = [
    ("en", "between $10 and $15 billion", 10e9, 15e9, "USD"),
    ("en", "$5-7 billion", 5e9, 7e9, "USD"),
    ("en", "33–35 billion euros", 33e9, 35e9, "EUR"),
    ("en", "about $10-$20 million", 10e6, 20e6, "USD"),
    ("fr", "entre 30 et 50 milliards d’euros", 30e9, 50e9, "EUR"),
    ("fr", "100 à 250 M$ US", 100e6, 250e6, "USD"),
    ("de", "30 bis 50 Milliarden Euro", 30e9, 50e9, "EUR"),
    ("es", "entre 30.000 y 50.000 millones de euros", 30e9, 50e9, "EUR"),
    ("it", "tra 30 e 50 miliardi di euro", 30e9, 50e9, "EUR"),
    ("pt", "entre 30 e 50 bilhões de reais", 30e9, 50e9, "BRL"),
    ("nl", "tussen 30 en 50 miljard euro", 30e9, 50e9, "EUR"),
]

# language, text, value, unit of the price
PRICES = [
    ("en", "at $87.20 a share", 87.2, "share"),
    ("en", "$2.50 per GPU-hour", 2.5, "hour"),
    ("en", "$3 per million tokens", 3, "token"),
    ("en", "roughly $8 million per megawatt", 8e6, "unit"),
    ("fr", "70 € par action", 70, "share"),
    ("fr", "12 000 euros le mois", 12_000, "month"),
    ("de", "70 Euro je Aktie", 70, "share"),
    ("es", "70 euros por acción", 70, "share"),
    ("it", "70 euro per azione", 70, "share"),
    ("pt", "70 reais por ação", 70, "share"),
    ("nl", "70 euro per aandeel", 70, "share"),
]

# language, text
NO_SUM = [
    ("en", "tens of millions of dollars"),
    ("en", "several million dollars and a multibillion-dollar plan"),
    ("en", "worth over 2 billion"),
    ("en", "5G, GPT-5 and 10th place"),
    ("en", "50,000 AMD chips, and in 2024 won the prize"),
    ("en", "4,000 pounds of rice and 10,000 real estate agents"),
    ("fr", "des centaines de millions d’euros"),
    ("fr", "vers 2 milliards d’utilisateurs"),
    ("de", "mehrere Milliarden Euro"),
    ("es", "cientos de millones de euros"),
    ("it", "decine di milioni di euro"),
    ("pt", "dezenas de milhões de reais"),
    ("nl", "tientallen miljoenen euro’s"),
]


@pytest.mark.parametrize(("lang", "text", "value", "currency", "bound"), SUMS)
def test_a_sum(lang: str, text: str, value: float, currency: str, bound: str) -> None:
    found = [q for q in find_quantities(text, lang) if q.kind == "money"]
    assert [(q.value, q.currency, q.bound) for q in found] == [(pytest.approx(value), currency, bound)]


@pytest.mark.parametrize(("lang", "text", "low", "high", "currency"), RANGES)
def test_a_range_is_up_to_its_upper_end(lang: str, text: str, low: float, high: float, currency: str) -> None:
    (found,) = find_quantities(text, lang)
    assert (found.low, found.value, found.currency, found.bound) == (low, high, currency, "up_to")


@pytest.mark.parametrize(("lang", "text", "value", "unit"), PRICES)
def test_a_price_says_what_one_is(lang: str, text: str, value: float, unit: str) -> None:
    (found,) = find_quantities(text, lang)
    assert (found.kind, found.value, found.per) == ("money", value, unit)


@pytest.mark.parametrize(("lang", "text"), NO_SUM)
def test_vague_counts_and_counts_of_other_things_are_no_sums(lang: str, text: str) -> None:
    assert [q for q in find_quantities(text, lang) if q.kind == "money"] == []


def test_the_ends_of_a_change_are_two_sums_with_one_scale() -> None:
    found = find_quantities("cut from $10 to $7 billion, then from $10 to $15 billion", "en")
    assert [q.value for q in found] == [10, 7e9, 10e9, 15e9]


def test_a_range_does_not_lend_its_scale_across_sizes() -> None:
    found = find_quantities("fees from $200 to $4 million", "en")
    assert [q.value for q in found] == [200, 4e6]


def test_two_sums_side_by_side_stay_two() -> None:
    found = find_quantities("BPI pour 37 M€ + 20 M€ de la région", "fr")
    assert [(q.value, q.bound) for q in found] == [(37e6, "exact"), (20e6, "exact")]


def test_a_sum_without_currency_takes_that_of_the_sum_before() -> None:
    text = "Elle valait 6 milliards de dollars en mai et vise 10 milliards pour 3 millions d’abonnés."
    found = [(q.value, q.currency) for q in find_quantities(text, "fr") if q.kind == "money"]
    assert found == [(6e9, "USD"), (10e9, "USD")]


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("de", "Erst kamen 6 Milliarden Dollar, im Mai sammelte man 2 Milliarden ein.", [6e9, 2e9]),
        ("de", "Nach 6 Milliarden Dollar kamen 4 Millionen neue Kunden und 3 Millionen Abonnenten.", [6e9]),
        ("it", "Dopo 6 miliardi di dollari, 2 miliardi guidati da un fondo per 3 milioni di utenti.", [6e9, 2e9]),
        ("nl", "Eerst 6 miljard dollar, in mei werd 2 miljard opgehaald voor 3 miljoen gebruikers.", [6e9, 2e9]),
    ],
)
def test_a_sum_is_understood_before_all_that_counts_nothing(lang: str, text: str, values: list[float]) -> None:
    found = [(q.value, q.currency) for q in find_quantities(text, lang) if q.kind == "money"]
    assert found == [(value, "USD") for value in values]


# language, text, values of the sums whose currency the one before it names
UNDERSTOOD = [
    ("en", "It took $2 billion in May; 300 million had come before.", [2e9, 300e6]),
    ("en", "They lent 8 billion yen, of which 5 billion is debt.", [8e9, 5e9]),
    ("en", "It has $2 billion and 300 million weekly users.", [2e9]),
    ("de", "Von 90 Millionen Euro zahlen die Länder 30 Millionen selbst.", [90e6, 30e6]),
    ("fr", "Sur 900 millions de dollars, 700 millions de dette et 200 millions de capital.", [900e6, 700e6, 200e6]),
]


@pytest.mark.parametrize(("lang", "text", "values"), UNDERSTOOD)
def test_what_follows_a_sum_says_whether_its_currency_is_understood(lang: str, text: str, values: list[float]) -> None:
    assert [q.value for q in find_quantities(text, lang) if q.kind == "money"] == values


# language, text, values of the sums of which the one before tells the scale, too
SCALED = [
    ("es", "Captó 120 millones de dólares a una valoración de más de 1.900.", [120e6, 1.9e9]),
    ("es", "Tras 300 millones de euros en mayo, levantó 70 en junio, con 2.100 de valoración.", [300e6, 70e6, 2.1e9]),
    ("es", "Recaudó 120 millones de dólares, emplea a 1.900 personas y nació en 2014.", [120e6]),
    ("es", "Captó 1.900 clientes, y luego 120 millones de dólares.", [120e6]),
    ("it", "Vale 40 miliardi di euro; la rivale era valutata 12, a maggio.", [40e9, 12e9]),
    ("it", "Raccoglie 9 milioni di euro e ne ha raccolti 14 con i soci; ha 60 dipendenti.", [9e6, 14e6]),
]


@pytest.mark.parametrize(("lang", "text", "values"), SCALED)
def test_a_number_of_worth_or_sums_takes_the_scale_of_the_sum_before(lang: str, text: str, values: list[float]) -> None:
    assert [q.value for q in find_quantities(text, lang) if q.kind == "money"] == values


def test_power_parts_no_sum_from_its_currency() -> None:
    text = "Cuesta 6.000 millones de dólares, rinde 2 gigavatios y el préstamo es de 900 millones."
    assert [q.value for q in find_quantities(text, "es") if q.kind == "money"] == [6e9, 900e6]


def test_a_sum_in_brackets_names_no_currency() -> None:
    text = "Les contrats pèsent 3 milliards de dollars (2,6 milliards d’euros), dont 1 milliard pour Foo."
    assert [q.currency for q in find_quantities(text, "fr")] == ["USD", "EUR", "USD"]


def test_nothing_is_understood_across_another_count() -> None:
    text = "Elle pèse 6 milliards de dollars, compte 3 millions d’abonnés et vise 10 millions."
    assert [q.value for q in find_quantities(text, "fr") if q.kind == "money"] == [6e9]


def test_spans_hold_sign_number_and_scale() -> None:
    text = "Up to US$ 2.5 billion, says one; 57 M€, says another."
    assert [text[q.start : q.end] for q in find_quantities(text, "en")] == ["US$ 2.5 billion", "57 M€"]
