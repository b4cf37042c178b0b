"""How reporters tell of raising, giving, selling, buying and calling off, in one or two sentences."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from tests.extract.deal_cases import missing, money

ROUNDS = {
    "light verb": (
        "Dovetail Labs is to receive $500 million from Index Ventures.",
        [{"recipient": "Dovetail Labs", "investors": ["Index Ventures"], "amount": money(500), "status": "announced"}],
    ),
    "sought": (
        "Its rival Dovetail Labs is seeking $200 million at $4 billion.",
        [{"recipient": "Dovetail Labs", "amount": money(200), "valuation": money(4000), "status": "rumoured"}],
    ),
    "each sum with the valuation behind it": (
        "Dovetail Labs took $100 million in March at $1 billion and another $200 million in May at $3 billion.",
        [{"recipient": "Dovetail Labs", "amount": money(100), "valuation": money(1000), "date": "2025-03"},
         {"recipient": "Dovetail Labs", "amount": money(200), "valuation": money(3000), "date": "2025-05"}],
    ),
    "a subject behind another deal": (
        "Humain committed $1.5 billion to Groq, and Dovetail Labs closed a $90 million round.",
        [{"recipient": "Dovetail Labs", "amount": money(90)},
         {"kind": "investment", "recipient": "Groq", "investors": ["Humain"], "amount": money(1500)}],
    ),
    "who came in, told later": (
        "Dovetail Labs has raised $2 billion, led by Andreessen Horowitz. Its founder revealed on Tuesday that Nvidia, "
        "Accel and Cisco had come in too.",
        [{"recipient": "Dovetail Labs", "amount": money(2000), "leads": ["Andreessen Horowitz"],
          "investors": ["Andreessen Horowitz", "NVIDIA", "Accel", "Cisco"]}],
    ),
    "a loan to buy with": (
        "Dovetail Labs has secured a $300 million loan from JPMorgan to buy graphics chips.",
        [{"recipient": "Dovetail Labs", "amount": money(300), "investors": ["JPMorgan"], "instrument": "debt"}],
    ),
    "the founder is no lender": (
        "Dovetail Labs, the developer founded by former governor Ann Marrow, has raised $150 million.",
        [{"recipient": "Dovetail Labs", "amount": money(150), "investors": None}],
    ),
    "bankers are no investors": (
        "Dovetail Labs raised $1 billion in February. Morgan Stanley, Citigroup and Barclays are the lead underwriters.",
        [{"recipient": "Dovetail Labs", "amount": money(1000), "investors": None}],
    ),
    "a headline": (
        "€30 million for Dovetail Labs\n\nThe Paris start-up has closed a seed round with Accel.",
        [{"recipient": "Dovetail Labs", "amount": money(30, "EUR"), "stage": "seed"}],
    ),
    "shares of its own": (
        "Dovetail Labs plans to sell up to $2 billion of shares.",
        [{"recipient": "Dovetail Labs", "amount": money(2000, bound="up_to"), "instrument": "equity"}],
    ),
    "an older round in passing": (
        "Nine months after its Series B, Dovetail Labs has raised a $250 million Series C from Thrive Capital, lifting its "
        "valuation to $3 billion from $1 billion.",
        [{"recipient": "Dovetail Labs", "amount": money(250), "stage": "series-c", "valuation": money(3000)}],
    ),
    "a term defined": (
        'Galaxy Digital Inc. (the "Borrower") has obtained a term loan of $1.4 billion from Deutsche Bank (the "Facility").',
        [{"recipient": "Galaxy Digital", "amount": money(1400), "investors": ["Deutsche Bank"], "instrument": "debt"}],
    ),
    "worth told first": (
        "Dovetail Labs is now worth $2 billion. The start-up raised $300 million from Thrive Capital on Monday.",
        [{"recipient": "Dovetail Labs", "amount": money(300), "valuation": money(2000), "date": "2025-06-09"}],
    ),
    "a verb in a headline": (
        "Crusoe Raises $90 Million in Series E Funding to Scale AI Factories",
        [{"recipient": "Crusoe", "amount": money(90), "stage": "series-e"}],
    ),
    "more, with a leader": (
        "Cerebras raised $1.1 billion in a Series G round led by Fidelity last September. In February came a further "
        "$2 billion, with Tiger Global in the lead.",
        [{"recipient": "Cerebras", "amount": money(1100), "stage": "series-g", "leads": ["Fidelity"]},
         {"recipient": "Cerebras", "amount": money(2000), "leads": ["Tiger Global"], "date": "2025-02"}],
    ),
    "about something": (
        "Dovetail Labs is sounding out banks about a $2 billion bond.",
        [{"recipient": "Dovetail Labs", "amount": money(2000), "instrument": "debt", "status": "rumoured"}],
    ),
}  # fmt: skip

INVESTMENTS = {
    "pledged": (
        "Nvidia has committed $500 million to Dovetail Labs.",
        [{"recipient": "Dovetail Labs", "investors": ["NVIDIA"], "amount": money(500), "status": "announced"}],
    ),
    "verb left out": (
        "Amazon invested $4 billion in Anthropic, and Google $2 billion.",
        [{"recipient": "Anthropic", "investors": ["Amazon"], "amount": money(4000), "status": "completed"},
         {"recipient": "Anthropic", "investors": ["Google"], "amount": money(2000)}],
    ),
    "each from its own giver": (
        "Anthropic will receive up to $10 billion from Nvidia and up to $5 billion from Microsoft.",
        [{"recipient": "Anthropic", "investors": ["NVIDIA"], "amount": money(10_000, bound="up_to")},
         {"recipient": "Anthropic", "investors": ["Microsoft"], "amount": money(5000, bound="up_to")}],
    ),
    "respectively": (
        "Nvidia and Microsoft will invest $10 billion and $5 billion respectively in Anthropic.",
        [{"recipient": "Anthropic", "investors": ["NVIDIA"], "amount": money(10_000)},
         {"recipient": "Anthropic", "investors": ["Microsoft"], "amount": money(5000)}],
    ),
    "respectively, one by its owner": (
        "Telstar Capital and Microsoft's Azure put in $5 billion and $10 billion respectively in Nordwerk AI.",
        [{"recipient": "Nordwerk AI", "investors": ["Telstar Capital"], "amount": money(5000)},
         {"recipient": "Nordwerk AI", "investors": ["Microsoft"], "amount": money(10_000)}],
    ),
    "the company is another one": (
        "Nvidia is among Dovetail Labs' investors, having put $100 million into the company in 2023.",
        [{"recipient": "Dovetail Labs", "investors": ["NVIDIA"], "amount": money(100), "date": "2023"}],
    ),
    "each as much": (
        "OpenAI is raising $110 billion. Nvidia and SoftBank are putting in $30 billion each.",
        [{"kind": "funding_round", "recipient": "OpenAI", "amount": money(110_000)},
         {"recipient": "OpenAI", "investors": ["NVIDIA"], "amount": money(30_000)},
         {"recipient": "OpenAI", "investors": ["SoftBank"], "amount": money(30_000)}],
    ),
    "a loan granted": (
        "Blackstone and Magnetar provided Dovetail Labs with a $7.5 billion debt facility.",
        [{"recipient": "Dovetail Labs", "investors": ["Blackstone", "Magnetar"], "amount": money(7500),
          "instrument": "debt"}],
    ),
    "a stake sold": (
        "Dovetail Labs has sold a 5 percent stake to Nvidia for $200 million.",
        [{"recipient": "Dovetail Labs", "investors": ["NVIDIA"], "amount": money(200), "instrument": "equity"}],
    ),
    "into what is another's": (
        "Macquarie has agreed to invest $900 million in Applied Digital's campus in Ellendale.",
        [{"recipient": "Applied Digital", "investors": ["Macquarie"], "amount": money(900)}],
    ),
    "done before": (
        "Amazon, which has poured $8 billion into Anthropic, is also considering a bid for Marl, the Financial Times wrote.",
        [{"recipient": "Anthropic", "investors": ["Amazon"], "amount": money(8000), "status": "completed"},
         {"kind": "acquisition", "target": "Marl", "acquirer": "Amazon", "status": "rumoured"}],
    ),
    "held": (
        "Microsoft, which owns 9 percent of Dovetail Labs, declined to comment.",
        [{"recipient": "Dovetail Labs", "investors": ["Microsoft"], "status": "completed"}],
    ),
}  # fmt: skip

TAKEOVERS = {
    "taken private": (
        "KKR took Dovetail Labs private for $3 billion in 2021.",
        [{"target": "Dovetail Labs", "acquirer": "KKR", "amount": money(3000), "status": "completed", "date": "2021"}],
    ),
    "closed": (
        "CoreWeave agreed in March to buy Core Scientific. The $2 billion deal closed on Monday.",
        [{"target": "Core Scientific", "acquirer": "CoreWeave", "amount": money(2000), "status": "completed",
          "date": "2025-06-09"}],
    ),
    "all its shares": (
        "Salesforce will acquire all outstanding shares of Dovetail Labs for $2 billion.",
        [{"target": "Dovetail Labs", "acquirer": "Salesforce", "amount": money(2000), "status": "announced"}],
    ),
    "turned down": (
        "Core Scientific has rejected a $1 billion bid from CoreWeave.",
        [{"target": "Core Scientific", "acquirer": "CoreWeave", "amount": money(1000), "status": "cancelled"},
         {"kind": "denial", "speaker": "Core Scientific", "recipient": "Core Scientific", "status": "cancelled"}],
    ),
    "a deal that collapsed has no speaker": (
        "CoreWeave's deal to buy Core Scientific collapsed in May.",
        [{"target": "Core Scientific", "acquirer": "CoreWeave", "status": "cancelled", "date": "2025-05"}],
    ),
    "a majority": (
        "KKR will take a 60 percent stake in Dovetail Labs for $3 billion.",
        [{"target": "Dovetail Labs", "acquirer": "KKR", "amount": money(3000), "status": "announced"}],
    ),
    "sold": (
        "Intel is selling 51 percent of Altera to Silver Lake for $4 billion.",
        [{"target": "Altera", "acquirer": "Silver Lake", "amount": money(4000)}],
    ),
    "sold itself": (
        "Dovetail Labs has sold itself to Salesforce for an undisclosed sum.",
        [{"target": "Dovetail Labs", "acquirer": "Salesforce", "status": "completed"}],
    ),
    "spent on": (
        "Salesforce spent $3 billion on Dovetail Labs in January.",
        [{"target": "Dovetail Labs", "acquirer": "Salesforce", "amount": money(3000), "date": "2025-01"}],
    ),
    "worth its price": (
        "The takeover of Dovetail Labs by Salesforce would be worth $3 billion.",
        [{"target": "Dovetail Labs", "acquirer": "Salesforce", "amount": money(3000)}],
    ),
    "its own purchase": (
        "Having closed its $3 billion purchase of Dovetail Labs, Salesforce is hiring. Marl, a maker of tests, was bought "
        "in May.",
        [{"target": "Dovetail Labs", "acquirer": "Salesforce", "amount": money(3000), "status": "completed"},
         {"target": "Marl", "acquirer": "Salesforce", "date": "2025-05"}],
    ),
    "part of its power": ("A manager said the contract would absorb a tenth of IREN's power portfolio.", []),
}  # fmt: skip

DENIALS = {
    "no money for another": (
        "A Salesforce spokesperson said the company had no plans to invest in Dovetail Labs.",
        [{"speaker": "Salesforce", "recipient": "Dovetail Labs", "status": "denied"}],
    ),
    "said twice": (
        'Acer said it had never discussed an investment in Intel. "Acer has never engaged in discussions on an investment '
        'or a joint venture," a spokesperson said.',
        [{"speaker": "Acer", "recipient": "Intel", "status": "denied"}],
    ),
    "its head, by name": (
        "CoreWeave is not raising money, its chief executive, Ann Marrow, told Reuters on Monday.",
        [{"speaker": "Ann Marrow", "recipient": "CoreWeave", "status": "denied", "date": "2025-06-09"}],
    ),
    "denied it": (
        "CoreWeave is in talks with investors to raise $300 million, Bloomberg said. The company denied it.",
        [{"speaker": "CoreWeave", "recipient": "CoreWeave", "status": "denied"},
         {"kind": "funding_round", "recipient": "CoreWeave", "amount": money(300), "status": "denied"}],
    ),
    "a financier walks away": (
        "Blue Owl Capital will not fund the data center that Related Digital is planning, it said on Monday.",
        [{"speaker": "Blue Owl Capital", "recipient": "Related Digital", "status": "cancelled", "date": "2025-06-09"}],
    ),
}  # fmt: skip

NOTHING = {
    "takings": "Gaming brought in $4 billion for Nvidia in the quarter.",
    "the market's verdict": "Blue Owl's own shares lost 2%; Oracle's fell 5%.",
    "shares bought back": "Nvidia's board added $60 billion to the share repurchase program.",
    "power drawn": "Nscale will draw power from Statkraft.",
}

ISSUE = """Here's what mattered this week.

Runway, $315 million. Series E money came from General Atlantic.

Etched, around $500 million. Stripes led the raise.

**Calyx Motion** (Pittsburgh) - wants $250M or more at a $2.5B price tag.
"""


def _cases(tables: dict[str, dict[str, tuple[str, list[dict[str, object]]]]]) -> list[object]:
    return [
        pytest.param(text, [{"kind": kind, **claim} for claim in claims], id=name)
        for kind, table in tables.items()
        for name, (text, claims) in table.items()
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    _cases({"funding_round": ROUNDS, "investment": INVESTMENTS, "acquisition": TAKEOVERS, "denial": DENIALS}),
)
def test_a_deal_is_told_by(text, expected):
    assert missing("en", text, expected, published="2025-06-12") == []


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_no_deal_is_told_by(text):
    assert missing("en", text, [], published="2025-06-12") == []


def test_heads_of_a_digest_tell_rounds_of_its_week():
    expected = [
        {"recipient": "Runway", "amount": money(315), "stage": "series-e", "investors": ["General Atlantic"]},
        {"recipient": "Etched", "amount": money(500, bound="about"), "leads": ["Stripes"]},
        {"recipient": "Calyx Motion", "amount": money(250, bound="at_least"), "valuation": money(2500)},
    ]

    claims = [{"kind": "funding_round", "date": "2025-06", **claim} for claim in expected]

    assert missing("en", ISSUE, claims, published="2025-06-12") == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "SAP raised €30 million. The company's valuation exceeds €400 million."),
        ("de", "SAP sammelt 30 Millionen Euro ein. Die Bewertung übersteigt 400 Millionen Euro."),
        ("es", "Nubarium levanta 30 millones de euros. La valoración de la compañía supera los 400 millones de euros."),
        ("it", "Aurexa raccoglie 30 milioni di euro; la valutazione supera i 400 milioni di euro."),
    ],
)
def test_a_valuation_exceeds_a_sum(lang: str, text: str) -> None:
    assert [claim["valuation"] for claim in extract(text, lang=lang)] == [money(400, "EUR", "at_least")]
