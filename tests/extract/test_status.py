"""How sure a deal is when its sentence, or another one, tells something less sure or later beside it."""

from __future__ import annotations

import pytest

from pipeline.extract import extract

PUBLISHED = "2026-03-12"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Orvane, which raised $90 million last year, is in talks to raise $1 billion, Bloomberg reported.",
            {"completed", "rumoured"},
        ),
        (
            "OpenAI has signed a $38 billion computing contract with AWS. OpenAI starts using AWS at once.",
            {"announced"},
        ),
        ("Nvidia holds nine percent of Orvane.", {"completed"}),
        ("Nvidia plans to hold nine percent of Orvane.", {"announced"}),
    ],
)
def test_a_deal_is_as_sure_as_its_own_clause_says(text: str, told: set[str]) -> None:
    assert {claim["status"] for claim in extract(text, lang="en", published=PUBLISHED)} == told


def test_a_denial_and_what_it_denies_are_of_one_day() -> None:
    text = "Baltic Chips would buy Orvane for $2 billion, Reuters reported. The company denied the report on Tuesday."
    found = extract(text, lang="en", published=PUBLISHED)

    assert {(claim["status"], claim.get("date")) for claim in found} == {("denied", "2026-03-10")}


def test_a_date_in_another_clause_is_the_deal_s_when_there_is_no_other() -> None:
    text = "The takeover of Orvane by Baltic Chips for $2 billion is a small one; it was signed in January."

    assert [claim.get("date") for claim in extract(text, lang="en", published=PUBLISHED)] == ["2026-01"]


def test_a_date_that_explains_a_name_is_not_the_deal_s() -> None:
    text = "Orvane, the company that Jane Roe founded after leaving Foo in 2021, has raised $90 million from Accel."

    assert [claim.get("date") for claim in extract(text, lang="en", published=PUBLISHED)] == [None]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "On Monday Reuters reported that Tarvik invests $2 billion in Brenlo."),
        ("de", "Vor kurzem meldete Reuters, dass Tarvik 2 Milliarden Dollar in Brenlo investiert."),
        ("nl", "Kort geleden meldde Reuters nog dat Tarvik 2 miljard dollar in Brenlo investeert."),
    ],
)
def test_what_a_medium_reports_is_hearsay_in_whatever_order(lang: str, text: str) -> None:
    assert [claim["status"] for claim in extract(text, lang=lang, published=PUBLISHED)] == ["reported"]


def test_a_bid_that_a_medium_reported_is_what_the_next_sentence_denies() -> None:
    text = "Kort geleden meldde Reuters nog dat Apple een bod op Brenlo had besproken. Jan de Wit ontkende dat."
    assert [claim["kind"] for claim in extract(text, lang="nl", published=PUBLISHED)] == ["denial"]


@pytest.mark.parametrize("published", [None, "2025"])
@pytest.mark.parametrize("when", ["in May", "on May 5", "last May"])
def test_a_month_whose_year_is_not_known_is_no_doubt(when: str, published: str | None) -> None:
    text = f"Nordwerk AI raised $200 million {when} from Telstar Capital."

    told = [(claim["status"], claim.get("date")) for claim in extract(text, lang="en", published=published)]

    assert told == [("completed", None)]


def test_a_deal_that_may_come_is_a_rumour() -> None:
    text = "Nordwerk AI may raise $200 million from Telstar Capital."

    assert [claim["status"] for claim in extract(text, lang="en")] == ["rumoured"]


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("en", "Nordwerk AI told Reuters it had raised $20 million from Accel.", "completed"),
        ("en", "Nordwerk AI has raised $20 million from Accel, a spokesman told Reuters.", "completed"),
        ("en", "Nordwerk AI has raised $20 million from Accel, Reuters reported.", "reported"),
        ("de", "Nordwerk AI hat 20 Millionen Euro von Accel erhalten, sagte die Firma Bloomberg.", "completed"),
        ("de", "Nordwerk AI hat 20 Millionen Euro von Accel erhalten, sagte ein Sprecher Reuters.", "completed"),
        ("de", "Nordwerk AI hat 20 Millionen Euro von Accel erhalten, meldet die Agentur Bloomberg.", "reported"),
        ("nl", "Nordwerk AI heeft 20 miljoen euro opgehaald bij Accel, liet het bedrijf Bloomberg weten.", "completed"),
        ("nl", "Nordwerk AI heeft 20 miljoen euro opgehaald bij Accel, meldt persbureau Bloomberg.", "reported"),
    ],
)
def test_what_a_party_says_to_a_medium_is_no_hearsay(lang: str, text: str, status: str) -> None:
    assert [claim["status"] for claim in extract(text, lang=lang, published=PUBLISHED)] == [status]
