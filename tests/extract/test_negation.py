"""What a text negates is no deal; who says that there is none denies it; and much that looks like it negates nothing."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from tests.extract.deal_cases import missing, money

NEGATED = {
    "en": [
        "Oracle has not bought Nordwerk AI for $300 million.",
        "Nordwerk AI has never raised $300 million.",
        "Oracle didn't invest $300 million in Nordwerk AI.",
        "Oracle does not rent 200 MW from CoreWeave.",
        "Oracle has not signed a contract with CoreWeave for 200 MW.",
        "Oracle does not plan to raise $300 million.",
        "Neither Oracle nor Amazon has bought Nordwerk AI for $300 million.",
        "Nobody has invested $300 million in Nordwerk AI.",
        "No investor has put $300 million into Nordwerk AI.",
        "Oracle has not raised $300 million in a round led by Telstar Capital.",
        "Nordwerk AI was not bought by Oracle for $300 million.",
        "None of the investors has put $300 million into Nordwerk AI.",
        "Oracle and CoreWeave have not formed a partnership.",
        "Oracle failed to buy Nordwerk AI for $300 million.",
    ],
    "de": [
        "Oracle hat Nordwerk AI nicht für 300 Millionen Dollar gekauft.",
        "Nordwerk AI hat keine 300 Millionen Dollar eingesammelt.",
        "Oracle mietet bei CoreWeave keine 200 MW.",
        "Oracle kauft Nordwerk AI nicht.",
        "Niemand hat 300 Millionen Dollar in Nordwerk AI investiert.",
        "Weder Oracle noch Amazon haben Nordwerk AI gekauft.",
    ],
    "fr": [
        "Oracle n'a pas levé 300 millions de dollars.",
        "Oracle ne loue pas 200 MW à CoreWeave.",
        "Ni Oracle ni Amazon n'ont racheté Nordwerk AI.",
        "Aucun investisseur n'a mis 300 millions de dollars dans Nordwerk AI.",
    ],
    "es": [
        "Oracle no ha comprado Nordwerk AI por 300 millones de dólares.",
        "Nordwerk AI nunca ha recaudado 300 millones de dólares.",
        "Nadie ha invertido 300 millones de dólares en Nordwerk AI.",
    ],
    "it": [
        "Nordwerk AI non ha raccolto 300 milioni di dollari.",
        "Oracle non ha mai acquisito Nordwerk AI.",
        "Né Oracle né Amazon hanno comprato Nordwerk AI.",
    ],
    "nl": [
        "Nordwerk AI heeft geen 300 miljoen dollar opgehaald.",
        "Oracle koopt Nordwerk AI niet.",
        "Noch Oracle noch Amazon heeft Nordwerk AI gekocht.",
    ],
    "pt": [
        "A Nordwerk AI não captou 300 milhões de dólares.",
        "A Oracle não aluga 200 MW da CoreWeave.",
        "Ninguém investiu 300 milhões de dólares na Nordwerk AI.",
    ],
}


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in NEGATED.items() for text in texts])
def test_what_is_negated_is_no_deal(lang: str, text: str) -> None:
    assert missing(lang, text, []) == []


BOUGHT = {"kind": "acquisition", "target": "Nordwerk AI", "acquirer": "Oracle"}
RAISED = {"kind": "funding_round", "recipient": "Nordwerk AI", "status": "completed"}
AFFIRMED = [
    ("en", "Oracle has not only bought Nordwerk AI, it has also hired its team.", BOUGHT | {"status": "completed"}),
    ("en", "Without naming a price, Oracle said it had bought Nordwerk AI.", BOUGHT | {"status": "completed"}),
    ("en", "Oracle has not ruled out buying Nordwerk AI for $300 million.", BOUGHT),
    ("en", "Oracle has not closed its $300 million purchase of Nordwerk AI.", BOUGHT | {"status": "announced"}),
    ("en", "No price was given for the purchase of Nordwerk AI by Oracle.", BOUGHT),
    ("en", "Nordwerk AI raised $300 million without giving up control.", RAISED),
    ("en", "Nordwerk AI, which has never turned a profit, has raised $300 million.", RAISED),
    ("en", "Nordwerk AI has raised $300 million, but has not named its investors.", RAISED),
    ("de", "Oracle hat Nordwerk AI nicht nur gekauft, sondern auch das Team übernommen.", BOUGHT),
    ("de", "Oracle kauft das nicht börsennotierte Start-up Nordwerk AI für 300 Millionen Dollar.", BOUGHT),
    ("de", "Oracle kauft Nordwerk AI zu nicht genannten Bedingungen.", BOUGHT),
    ("de", "Nordwerk AI sammelt 300 Millionen Dollar ein und nennt keine Investoren.", RAISED),
    ("de", "Nordwerk AI hat ohne fremde Hilfe 300 Millionen Dollar eingesammelt.", RAISED),
    ("fr", "Nordwerk AI n'a encore levé que 300 millions de dollars.", RAISED),
    ("fr", "Oracle n'a pas seulement racheté Nordwerk AI, il a aussi embauché son équipe.", BOUGHT),
    ("fr", "Oracle n'a pas dévoilé le prix du rachat de Nordwerk AI.", BOUGHT),
    ("es", "Oracle ha comprado Nordwerk AI sin revelar el precio.", BOUGHT),
    ("es", "Nordwerk AI, que no es rentable, ha recaudado 300 millones de dólares.", RAISED),
    ("it", "Oracle non ha solo comprato Nordwerk AI, ha anche assunto il team.", BOUGHT),
    ("nl", "Oracle heeft de prijs van de overname van Nordwerk AI niet bekendgemaakt.", BOUGHT),
    ("nl", "Nordwerk AI, dat nog geen winst maakt, heeft 300 miljoen dollar opgehaald.", RAISED),
    ("pt", "A Oracle não descarta comprar a Nordwerk AI.", BOUGHT),
    (
        "en",
        '"We don\'t invest in chips," said Jane Roe of Telstar Ventures, which put $300 million into Nordwerk AI.',
        {"kind": "investment", "status": "completed"},
    ),
    (
        "en",
        "Nordwerk AI cannot use the 400 MW that it leased from Oracle.",
        {"kind": "capacity", "customer": "Nordwerk AI"},
    ),
    (
        "en",
        "Oracle cannot buy Nordwerk AI for $300 million before regulators approve.",
        {"kind": "acquisition", "status": "announced"},
    ),
    (
        "en",
        "Oracle did not hesitate to acquire Nordwerk AI for $300 million.",
        {"kind": "acquisition", "acquirer": "Oracle"},
    ),
    (
        "en",
        "Oracle will not only buy Nordwerk AI for $300 million but also Bremont Data.",
        {"kind": "acquisition", "status": "announced"},
    ),
    (
        "de",
        "Nordwerk AI sammelte keine zwei Jahre nach der Gründung 300 Millionen Dollar ein.",
        {"kind": "funding_round"},
    ),
    (
        "de",
        "Oracle kauft Nordwerk AI für 300 Millionen Dollar nicht in bar, sondern in Aktien.",
        {"kind": "acquisition"},
    ),
    ("fr", "Oracle n'a pas hésité à racheter Nordwerk AI pour 300 millions de dollars.", {"kind": "acquisition"}),
]


@pytest.mark.parametrize(("lang", "text", "claim"), AFFIRMED)
def test_other_negations_leave_the_deal(lang: str, text: str, claim: dict[str, str]) -> None:
    assert missing(lang, text, [claim]) == []


def _denial(speaker: str, recipient: str) -> dict[str, str]:
    return {"kind": "denial", "speaker": speaker, "recipient": recipient, "status": "denied"}


DENIED = [
    (
        "en",
        "Oracle said it has not bought Nordwerk AI for $300 million.",
        [BOUGHT | {"amount": money(300), "status": "denied"}, _denial("Oracle", "Nordwerk AI")],
    ),
    (
        "en",
        '"We have not raised $300 million," said Nordwerk AI.',
        [RAISED | {"amount": money(300), "status": "denied"}, _denial("Nordwerk AI", "Nordwerk AI")],
    ),
    (
        "en",
        "Bloomberg reported that Nordwerk AI was raising $300 million. Nordwerk AI said it is not raising money.",
        [RAISED | {"amount": money(300), "status": "denied"}, _denial("Nordwerk AI", "Nordwerk AI")],
    ),
    ("de", "Oracle habe Nordwerk AI nicht gekauft, sagte eine Sprecherin.", [_denial("Oracle", "Nordwerk AI")]),
    (
        "de",
        "„Wir kaufen Nordwerk AI nicht“, schrieb Oracle-Chefin Ruth Adler.",
        [{"kind": "denial", "speaker": "Ruth Adler", "status": "denied"}],
    ),
    ("fr", "« Nous n'avons pas racheté Nordwerk AI », a déclaré Oracle.", [_denial("Oracle", "Nordwerk AI")]),
    ("es", "Oracle aseguró que no ha comprado Nordwerk AI.", [_denial("Oracle", "Nordwerk AI")]),
    ("it", "Oracle ha dichiarato di non aver comprato Nordwerk AI.", [_denial("Oracle", "Nordwerk AI")]),
    ("nl", "Oracle zegt Nordwerk AI niet te hebben gekocht.", [_denial("Oracle", "Nordwerk AI")]),
    ("pt", "A Oracle disse que não comprou a Nordwerk AI.", [_denial("Oracle", "Nordwerk AI")]),
]


@pytest.mark.parametrize(("lang", "text", "claims"), DENIED)
def test_who_says_that_there_is_no_deal_denies_it(lang: str, text: str, claims: list[dict[str, str]]) -> None:
    assert missing(lang, text, claims) == []


TAKEN_BACK = {
    "who did not take part": (
        "Nordwerk AI raised $300 million from Amazon. Telstar Capital did not take part.",
        RAISED | {"amount": money(300), "investors": ["Amazon"]},
    ),
    "who did not lead": (
        "Nordwerk AI raised $300 million. Telstar Capital did not lead the round.",
        RAISED | {"amount": money(300), "investors": None, "leads": None},
    ),
    "what was not paid": (
        "Oracle has bought Nordwerk AI. It did not pay $300 million.",
        BOUGHT | {"status": "completed", "amount": None},
    ),
    "what is not true": (
        "It is not true that Oracle has bought Nordwerk AI for $300 million.",
        BOUGHT | {"status": "denied", "amount": money(300)},
    ),
}


@pytest.mark.parametrize("case", TAKEN_BACK)
def test_a_deal_told_takes_nothing_that_is_negated(case: str) -> None:
    text, claim = TAKEN_BACK[case]
    assert missing("en", text, [claim]) == []


def test_weights_tell_no_deal_that_is_negated() -> None:
    text = (
        "Nordwerk AI has grown fast. The start-up employs 90 people. Its models run in Texas."
        " Nordwerk AI has not raised $300 million from Telstar Capital. The team sits in Oslo. More is to come."
    )
    assert extract(text, lang="en") == []
