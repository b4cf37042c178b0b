"""Deals in French: participles with their agent, elision, money spent to buy, fronted clauses, understood currencies."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import megawatts, missing, money

PUBLISHED = "2025-10-09"
ROUNDS = {
    "avec la participation d'": (
        "La jeune pousse bordelaise Nalyo vient de boucler un tour de table de 12 millions d'euros mené par Partech,"
        " avec la participation d'Elaia et de Kima Ventures.",
        [{"kind": "funding_round", "recipient": "Nalyo", "amount": money(12, "EUR"), "leads": ["Partech"],
          "investors": ["Partech", "Elaia", "Kima Ventures"], "status": "completed"}],
    ),
    "name presented by a participle": (
        "C'est une belle opération pour la deeptech. Orbisia, fondée en 2021 par Claire Morel, a obtenu 150 millions"
        " d'euros auprès d'un consortium emmené par Eurazeo.",
        [{"kind": "funding_round", "recipient": "Orbisia", "amount": money(150, "EUR"), "leads": ["Eurazeo"]}],
    ),
    "investors after a comma": (
        "Nalyo a levé 30 millions de dollars. L'opération, menée par Index Ventures, a réuni ses investisseurs"
        " historiques, Elaia et Bpifrance.",
        [{"kind": "funding_round", "recipient": "Nalyo", "amount": money(30), "leads": ["Index Ventures"],
          "investors": ["Index Ventures", "Elaia", "Bpifrance"]}],
    ),
    "auquel ont participé": (
        "Ce tour de série C de 200 millions de dollars, auquel ont participé Nvidia, Salesforce Ventures et Samsung,"
        " porte la valorisation de Kalys à 1,5 milliard de dollars.",
        [{"kind": "funding_round", "recipient": "Kalys", "amount": money(200), "stage": "series-c",
          "investors": ["NVIDIA", "Salesforce Ventures", "Samsung"], "valuation": money(1500)}],
    ),
    "what the operation would value it at": (
        "Anthropic est en pourparlers avancés pour lever jusqu'à 10 milliards de dollars. Cette opération la"
        " valoriserait à 170 milliards.",
        [{"kind": "funding_round", "recipient": "Anthropic", "amount": money(10_000, "USD", "up_to"),
          "valuation": money(170_000), "status": "rumoured"}],
    ),
    "the year since which it has raised so much": (
        "Une série D de 500 millions de dollars a été bouclée par Kalys en mai 2025. La jeune pousse a levé 876 millions"
        " de dollars depuis 2017 et serait évaluée autour de 5 milliards de dollars.",
        [{"kind": "funding_round", "recipient": "Kalys", "amount": money(500), "date": "2025-05",
          "valuation": money(5000, "USD", "about")}],
    ),
    "raised sum first, plans after": (
        "Avec 22 millions d'euros levés en série A, Kalys entend tripler ses effectifs.",
        [{"kind": "funding_round", "recipient": "Kalys", "amount": money(22, "EUR"), "stage": "series-a",
          "status": "completed"}],
    ),
}  # fmt: skip
STAKES_AND_TAKEOVERS = {
    "shares of the company named behind them": (
        "Nvidia va souscrire pour 5 milliards de dollars d'actions Intel.",
        [{"kind": "investment", "recipient": "Intel", "investors": ["NVIDIA"], "amount": money(5000)}],
    ),
    "a sum paid in its year": (
        "Meta avait déboursé 19 milliards de dollars en 2014 pour WhatsApp.",
        [{"kind": "acquisition", "target": "WhatsApp", "acquirer": "Meta", "amount": money(19_000), "date": "2014"}],
    ),
    "what is only thought of is not called off": (
        "Google songerait à rompre le contrat qui le lie à Scale AI.",
        [],
    ),
    "the officer told of speaks": (
        "Thales serait prêt à racheter Mirakor pour 200 millions d'euros, selon une source proche du dossier. Pascal"
        " Daloz, directeur général de Mirakor, était attendu vendredi. « Nous ne vendons pas », a tranché le patron.",
        [
            {"kind": "acquisition", "target": "Mirakor", "acquirer": "Thales", "amount": money(200, "EUR"),
             "status": "denied"},
            {"kind": "denial", "recipient": "Mirakor", "speaker": "Pascal Daloz", "status": "denied"},
        ],
    ),
    "a total is no deal": (
        "Amazon a remis 4 milliards de dollars au capital d'Anthropic, portant sa mise totale à 8 milliards.",
        [{"kind": "investment", "recipient": "Anthropic", "investors": ["Amazon"], "amount": money(4000)}],
    ),
    "placer dans": (
        "Saudi Aramco envisage de placer 500 millions de dollars dans Groq.",
        [{"kind": "investment", "recipient": "Groq", "investors": ["Saudi Aramco"], "amount": money(500),
          "status": "rumoured"}],
    ),
    "a stake taken": (
        "Le fonds MGX a pris une participation de 5 % dans Anthropic.",
        [{"kind": "investment", "recipient": "Anthropic", "investors": ["MGX"], "status": "completed"}],
    ),
    "money spent to buy": (
        "IBM débourse 11 milliards de dollars pour s'offrir Confluent.",
        [{"kind": "acquisition", "target": "Confluent", "acquirer": "IBM", "amount": money(11_000)}],
    ),
    "price in a relative clause": (
        "La société nantaise Kalys passe sous pavillon américain : elle est rachetée par Datadog, qui débourse 90"
        " millions de dollars.",
        [{"kind": "acquisition", "target": "Kalys", "acquirer": "Datadog", "amount": money(90)}],
    ),
    "a fronted clause has the subject of the sentence": (
        "Après avoir avalé Tesselia en 2023, Publicis croque Kalys.",
        [
            {"kind": "acquisition", "target": "Tesselia", "acquirer": "Publicis", "status": "completed",
             "date": "2023"},
            {"kind": "acquisition", "target": "Kalys", "acquirer": "Publicis"},
        ],
    ),
    "a negated verb's object": (
        "Thales a jeté l'éponge : le groupe ne rachètera pas Veltris.",
        [{"kind": "denial", "recipient": "Veltris", "speaker": "Thales"}],
    ),
}  # fmt: skip
COMPUTE = {
    "counted among its customers": (
        "Parmi ses clients, Sesterce compte Hugging Face et le laboratoire Kyutai.",
        [
            {"kind": "capacity", "customer": "Hugging Face", "provider": "Sesterce", "status": "completed"},
            {"kind": "capacity", "customer": "Kyutai", "provider": "Sesterce", "status": "completed"},
        ],
    ),
    "a name with a stop in it": (
        "Fluidstack fournit déjà des capacités GPU à Mistral, Character.AI et Poolside.",
        [
            {"kind": "capacity", "customer": name, "provider": "Fluidstack", "status": "completed"}
            for name in ("Mistral AI", "Character.AI", "Poolside")
        ],
    ),
    "les deux groupes": (
        "Oracle et OpenAI se connaissent bien. En juillet, les deux groupes ont signé un accord pour 4,5 gigawatts de"
        " capacité de calcul.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "Oracle", "power_mw": megawatts(4500),
          "date": "2025-07"}],
    ),
    "a project put at a sum": (
        "Fluidstack va bâtir un supercalculateur en France. Le projet, évalué à 10 milliards d'euros, sera alimenté par"
        " le nucléaire.",
        [{"kind": "capex", "owner": "Fluidstack", "amount": money(10_000, "EUR")}],
    ),
    "contract concluded between": (
        "Le contrat conclu entre Nebius et Meta porte sur 3 milliards de dollars de capacités de calcul sur cinq ans.",
        [{"kind": "capacity", "customer": "Meta", "provider": "Nebius", "amount": money(3000), "term_years": 5}],
    ),
    "avoir recours à": (
        "Pour entraîner ses modèles, LightOn a recours aux serveurs d'OVHcloud.",
        [{"kind": "capacity", "customer": "LightOn", "provider": "OVHcloud", "status": "completed"}],
    ),
    "héberger in the future tense": (
        "C'est CoreWeave qui hébergera les modèles de Poolside.",
        [{"kind": "capacity", "customer": "Poolside", "provider": "CoreWeave", "status": "announced"}],
    ),
    "an unknown town where a site opens": (
        "Equinix ouvrira à Meudon un data center d'une puissance de 28,8 MW.",
        [{"kind": "capacity", "provider": "Equinix", "power_mw": megawatts(28.8), "site": "Meudon"}],
    ),
    "the sum in front of its site": (
        "D'un montant de 3 milliards d'euros, le futur centre de données d'Evroc verra le jour à Mougins.",
        [{"kind": "capex", "owner": "Evroc", "amount": money(3000, "EUR"), "site": "Mougins"}],
    ),
    "s'associer à": (
        "Orange s'associe à Meta et OpenAI pour développer des modèles d'IA.",
        [{"kind": "partnership", "partners": ["Orange", "Meta", "OpenAI"]}],
    ),
}  # fmt: skip
ARTICLES = {
    "a site and what it costs": (
        "Un centre de données de 120 mégawatts sera construit à Dunkerque par l'américain Equinix. Le coût du chantier"
        " est évalué à 1,5 milliard d'euros. La mise en service est attendue pour 2028.",
        [
            {"kind": "capacity", "provider": "Equinix", "power_mw": megawatts(120), "site": "Dunkerque"},
            {"kind": "capex", "owner": "Equinix", "amount": money(1500, "EUR")},
        ],
    ),
    "what is in use already": (
        "Data4 injectera 1 milliard d'euros supplémentaire à Marcoussis, dans l'Essonne. L'opérateur y exploite déjà un"
        " campus de 250 MW.",
        [{"kind": "capex", "owner": "Data4", "amount": money(1000, "EUR"), "site": "Marcoussis, Essonne"}],
    ),
    "les deux entreprises, a third one named aside": (
        "Pour se passer de Nvidia, OpenAI mise sur Broadcom. Les deux entreprises ont annoncé lundi qu'elles"
        " développeraient ensemble 10 gigawatts d'accélérateurs conçus sur mesure.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "Broadcom", "power_mw": megawatts(10_000),
          "date": "2025-10-06"}],
    ),
    "les deux groupes ally": (
        "Le constructeur automobile Renault confie à Mistral AI le développement de son assistant vocal. Les deux groupes"
        " ont signé un partenariat.",
        [{"kind": "partnership", "partners": ["Renault", "Mistral AI"]}],
    ),
    "a group named by its seat": (
        "Nebius et Microsoft ont conclu un accord d'une valeur de 17,4 milliards de dollars. Selon ce contrat, le néerlandais fournira au"
        " groupe de Redmond de la puissance de calcul depuis son centre de données de Vineland, dans le New Jersey, jusqu'en 2031.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "Nebius", "amount": money(17_400),
          "site": "Vineland, New Jersey"}],
    ),
    "walking away from what was proposed": (
        "Thales n'est plus candidat au rachat de Veltris. Le groupe de défense, qui proposait 800 millions d'euros, a mis"
        " fin aux discussions lundi.",
        [
            {"kind": "acquisition", "target": "Veltris", "acquirer": "Thales", "amount": money(800, "EUR"),
             "status": "cancelled"},
            {"kind": "denial", "recipient": "Veltris", "speaker": "Thales", "status": "cancelled"},
        ],
    ),
    "who else took part": (
        "La société montréalaise Synthelia a conclu une ronde de financement de 20 M$ dirigée par Real Ventures."
        " Investissement Québec et la BDC y ont aussi pris part.",
        [{"kind": "funding_round", "recipient": "Synthelia", "amount": money(20), "leads": ["Real Ventures"],
          "investors": ["Real Ventures", "Investissement Québec", "BDC"]}],
    ),
    "obtenir de": (
        "Mistral AI a obtenu de Bpifrance, ASML et DST un financement de 1,7 milliard d'euros.",
        [{"kind": "funding_round", "recipient": "Mistral AI", "amount": money(1700, "EUR"),
          "investors": ["Bpifrance", "ASML", "DST Global"]}],
    ),
    "entering a company's capital, the sum after": (
        "Stellantis monte au capital d'Orbisia. Le constructeur a déboursé 30 millions d'euros.",
        [{"kind": "investment", "recipient": "Orbisia", "investors": ["Stellantis"], "amount": money(30, "EUR")}],
    ),
    "a subsidiary of somebody": (
        "Scaleway, la filiale cloud d'Iliad, va installer 4 992 GPU Nvidia H100 dans son centre de données parisien.",
        [{"kind": "capacity", "customer": "Scaleway", "provider": "NVIDIA"}],
    ),
    "sold to somebody": (
        "SoftBank a cédé à Nvidia sa filiale Graphcore pour 500 millions de dollars.",
        [{"kind": "acquisition", "target": "Graphcore", "acquirer": "NVIDIA", "amount": money(500)}],
    ),
    "bought by its agent past a date": (
        "La jeune pousse Nalyo, rachetée en mars par Orbisia pour 70 millions d'euros, emploie 80 personnes.",
        [{"kind": "acquisition", "target": "Nalyo", "acquirer": "Orbisia", "amount": money(70, "EUR"),
          "date": "2025-03"}],
    ),
    "a takeover closed at its price": (
        "Le rachat de Nalyo par Orbisia a été bouclé lundi pour 500 millions d'euros.",
        [{"kind": "acquisition", "target": "Nalyo", "acquirer": "Orbisia", "amount": money(500, "EUR"),
          "status": "completed"}],
    ),
    "passes into somebody's hands": (
        "Nalyo passe dans le giron de Kalys.",
        [{"kind": "acquisition", "target": "Nalyo", "acquirer": "Kalys"}],
    ),
    "a bid by its abbreviation": (
        "Orbisia lance une OPA sur Nalyo à 1,3 milliard d'euros.",
        [{"kind": "acquisition", "target": "Nalyo", "acquirer": "Orbisia", "amount": money(1300, "EUR")}],
    ),
    "pluperfect of a reflexive verb": (
        "En 2023, Orbisia s'était emparé de Nalyo pour 90 millions d'euros.",
        [{"kind": "acquisition", "target": "Nalyo", "acquirer": "Orbisia", "amount": money(90, "EUR")}],
    ),
    "the object of a relative clause": (
        "Orbisia présente Nalyo, qu'il a rachetée 15 millions d'euros.",
        [{"kind": "acquisition", "target": "Nalyo", "acquirer": "Orbisia", "amount": money(15, "EUR")}],
    ),
    "a majority sold": (
        "Azora a cédé à Macquarie sa participation majoritaire dans la start-up Nalyo, pour 310 millions d'euros.",
        [{"kind": "acquisition", "target": "Nalyo", "acquirer": "Macquarie", "amount": money(310, "EUR")}],
    ),
    "a majority taken": (
        "Orbisia prend une participation majoritaire dans la start-up Nalyo pour 40 millions d'euros.",
        [{"kind": "acquisition", "target": "Nalyo", "acquirer": "Orbisia", "amount": money(40, "EUR")}],
    ),
    "becomes the majority owner": (
        "Mistral AI est devenu majoritaire au capital de la start-up Nalyo.",
        [{"kind": "acquisition", "target": "Nalyo", "acquirer": "Mistral AI"}],
    ),
    "a fronted takeover": (
        "En rachetant la start-up Nalyo, Mistral AI se renforce dans la voix.",
        [{"kind": "acquisition", "target": "Nalyo", "acquirer": "Mistral AI"}],
    ),
    "lent to whom a pronoun names": (
        "Orbisia a levé 30 millions d'euros. Eurazeo lui avait déjà accordé 10 millions d'euros.",
        [
            {"kind": "funding_round", "recipient": "Orbisia", "amount": money(30, "EUR")},
            {"kind": "investment", "recipient": "Orbisia", "investors": ["Eurazeo"], "amount": money(10, "EUR")},
        ],
    ),
    "l'État": (
        "L'État apportera 717 millions d'euros à Eutelsat lors d'une augmentation de capital.",
        [{"kind": "investment", "recipient": "Eutelsat", "investors": ["État"], "amount": money(717, "EUR")}],
    ),
    "supplied to whom a pronoun names": (
        "Orbisia a signé avec Nvidia, qui lui livrera 8 000 GPU.",
        [{"kind": "capacity", "customer": "Orbisia", "provider": "NVIDIA"}],
    ),
    "a contract that the pronoun's company gave": (
        "Nebius a décroché un contrat avec Meta et lui fournira 300 mégawatts.",
        [{"kind": "capacity", "customer": "Meta", "provider": "Nebius", "power_mw": megawatts(300)}],
    ),
    "money spent with a seller of cloud": (
        "Mistral AI dépensera 3 milliards de dollars en cloud chez Oracle sur cinq ans.",
        [{"kind": "capacity", "customer": "Mistral AI", "provider": "Oracle", "amount": money(3000), "term_years": 5}],
    ),
    "money paid for access": (
        "Microsoft versera 17 milliards de dollars à Nebius pour l'accès à ses GPU.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "Nebius", "amount": money(17_000)}],
    ),
    "a PPA": (
        "Mistral AI a signé avec Engie un PPA de 80 mégawatts.",
        [{"kind": "capacity", "customer": "Mistral AI", "provider": "Engie", "power_mw": megawatts(80)}],
    ),
    "a site's owner is supplied": (
        "EDF alimentera le data center d'Orbisia à hauteur de 100 mégawatts.",
        [{"kind": "capacity", "customer": "Orbisia", "provider": "EDF", "power_mw": megawatts(100)}],
    ),
}  # fmt: skip
WORDS = {
    "a price that one buys against": (
        "Le fonds Eurazeo a racheté l'éditeur nantais Velmora contre 66 millions d'euros, a-t-il indiqué mercredi.",
        [{"kind": "acquisition", "target": "Velmora", "acquirer": "Eurazeo", "amount": money(66, "EUR")}],
    ),
    "a sum that another is compared with": (
        "Mistral AI a levé 600 millions d'euros, contre 400 millions un an plus tôt.",
        [{"kind": "funding_round", "recipient": "Mistral AI", "amount": money(600, "EUR")}],
    ),
    "to stand surety": (
        "Google se rend caution de 900 millions de dollars d'obligations de Fluidstack.",
        [{"kind": "guarantee", "beneficiary": "Fluidstack", "guarantor": "Google", "amount": money(900)}],
    ),
    "to help oneself to money": (
        "Oracle s'est procuré 11 milliards de dollars sur le marché obligataire.",
        [{"kind": "funding_round", "recipient": "Oracle", "amount": money(11_000), "instrument": "debt"}],
    ),
    "a placement in a company": (
        "Microsoft a officialisé un placement de 400 millions de dollars dans Cohere.",
        [{"kind": "investment", "recipient": "Cohere", "investors": ["Microsoft"], "amount": money(400)}],
    ),
    "a series that leaders conducted": (
        "Lambda a levé 310 millions de dollars auprès de Nvidia, dans une série D que conduisaient Partech et Elaia.",
        [{"kind": "funding_round", "recipient": "Lambda", "amount": money(310), "leads": ["Partech", "Elaia"],
          "investors": ["NVIDIA", "Partech", "Elaia"]}],
    ),
    "one who is in, one who leads": (
        "Wayve a levé 700 millions de dollars, Uber étant de la partie et SoftBank aux avant-postes.",
        [{"kind": "funding_round", "recipient": "Wayve", "amount": money(700), "leads": ["SoftBank"],
          "investors": ["SoftBank", "Uber"]}],
    ),
    "where the founders come from": (
        "Orbisia, fondée par Claire Morel et Paul Hamon, tous deux passés par Owkin, a réuni 13 millions d'euros.",
        [{"kind": "funding_round", "recipient": "Orbisia", "amount": money(13, "EUR")}],
    ),
    "an alliance that is concluded": (
        "Orange a conclu avec Mistral AI une alliance visant les administrations.",
        [{"kind": "partnership", "partners": ["Orange", "Mistral AI"]}],
    ),
    "an ally with whom": (
        "Google, avec qui Orange avait conclu un partenariat en juillet 2024, reste dans le paysage.",
        [{"kind": "partnership", "partners": ["Orange", "Google"], "date": "2024-07"}],
    ),
    "an ally that one turns to": (
        "Microsoft s'allie aussi à Cohere, dont les modèles seront proposés à ses clients.",
        [{"kind": "partnership", "partners": ["Microsoft", "Cohere"]}],
    ),
}  # fmt: skip
CASES = ARTICLES | ROUNDS | STAKES_AND_TAKEOVERS | COMPUTE | WORDS
NO_DEALS = (
    "Les start-up françaises ont levé 8 milliards d'euros en 2024, selon EY.",
    "Eurazeo a bouclé un nouveau fonds de 650 millions d'euros dédié à l'IA.",
    "Le marché mondial de l'IA devrait atteindre 1 800 milliards de dollars en 2030.",
    "La Cnil a infligé une amende de 150 millions d'euros à Google.",
    "OpenAI revendique 800 millions d'utilisateurs par semaine et 13 milliards de dollars de revenus.",
)


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_deals_in_french(text, expected):
    assert missing("fr", text, expected, PUBLISHED) == []


@pytest.mark.parametrize("text", NO_DEALS)
def test_no_deals_in_french(text):
    assert missing("fr", text, [], PUBLISHED) == []
