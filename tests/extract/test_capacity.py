"""Capacity: who supplies compute to whom, by verbs, contracts, leases and nouns, with figures, sites and terms."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from tests.extract.deal_cases import megawatts, missing, money

CLOUD = {"kind": "capacity", "customer": "Meta", "provider": "Google", "amount": money(10_000)}

SUPPLY = {
    "to supply somebody with chips": (
        "Nscale will supply Microsoft with roughly 200,000 Nvidia GB300 GPUs.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "Nscale",
          "accelerators": {"value": 200_000, "bound": "about", "model": "GB300"}}],
    ),
    "provided by, in the passive": (
        "Sixty megawatts of computing capacity will be provided to Mistral AI by Eclairion at its site near Paris.",
        [{"kind": "capacity", "customer": "Mistral AI", "provider": "Eclairion", "power_mw": megawatts(60),
          "site": "Paris"}],
    ),
    "the site told of holds a maker's chips": (
        "Anthropic will rent computing power from Fluidstack at a new site in Sweden. The cluster will hold 36,000"
        " Nvidia GB300 processors.",
        [{"kind": "capacity", "customer": "Anthropic", "provider": "Fluidstack", "site": "Sweden",
          "accelerators": {"value": 36_000, "bound": "exact", "model": "GB300"}}],
    ),
    "the keeper of a site told of, where the sentence names nobody": (
        "OpenAI trains its models in Texas. OpenAI needs more data centers. CoreWeave's Nordlicht campus opened in May."
        " OpenAI said OpenAI is happy. The Nordlicht campus supplies 200 MW of computing power.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "CoreWeave", "power_mw": megawatts(200),
          "site": "Nordlicht"}],
    ),
    "the gross power behind the load that is delivered": (
        "Galaxy Digital will deliver 168 MW of critical IT load to CoreWeave, supported by 244 MW of gross capacity.",
        [{"kind": "capacity", "customer": "CoreWeave", "provider": "Galaxy Digital", "power_mw": megawatts(168)}],
    ),
    "a customer landed with a deal": (
        "Nebius rents out GPUs. In November it landed a second giant, Meta, with a five-year deal for about $3 billion.",
        [{"kind": "capacity", "customer": "Meta", "provider": "Nebius", "amount": money(3000, bound="about"),
          "term_years": 5}],
    ),
    "the site built for somebody goes on to be told": (
        "For Microsoft, meanwhile, Nscale is constructing a supercomputer in Loughton. It will contain 23,040 of Nvidia's"
        " GB300 processors.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "Nscale", "site": "Loughton",
          "accelerators": {"value": 23_040, "bound": "exact", "model": "GB300"}}],
    ),
    "to contract with somebody for power": (
        "Amazon contracted with Talen Energy in June for 1,920 MW, worth $18 billion.",
        [{"kind": "capacity", "customer": "Amazon", "provider": "Talen Energy", "power_mw": megawatts(1920),
          "amount": money(18_000)}],
    ),
    "to rent to somebody": (
        "Oracle will rent 400,000 of Nvidia's GB200 chips to OpenAI at the site in Abilene, Texas, under a 15-year"
        " lease.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "Oracle", "site": "Abilene, Texas", "term_years": 15,
          "accelerators": {"value": 400_000, "bound": "exact", "model": "GB200"}}],
    ),
    "to lease from somebody": (
        "Google has leased 300 MW of capacity at a Texas campus from Northgrid, a data center developer, for 12 years.",
        [{"kind": "capacity", "customer": "Google", "provider": "Northgrid", "power_mw": megawatts(300),
          "term_years": 12, "site": "Texas"}],
    ),
    "what is leased at somebody's named campus": (
        "CoreWeave has committed to the full 800 megawatts at Galaxy Digital's Helios campus in West Texas under a"
        " 15-year lease.",
        [{"kind": "capacity", "customer": "CoreWeave", "provider": "Galaxy Digital", "power_mw": megawatts(800),
          "term_years": 15}],
    ),
    "to buy a maker's chips": (
        "Humain will buy 18,000 Nvidia GB300 chips, the Saudi company said.",
        [{"kind": "capacity", "customer": "Humain", "provider": "NVIDIA",
          "accelerators": {"value": 18_000, "bound": "exact", "model": "GB300"}}],
    ),
    "to buy from a seller": (
        "IREN will buy the chips and ancillary equipment from Dell for about $5.8 billion.",
        [{"kind": "capacity", "customer": "IREN", "provider": "Dell", "amount": money(5800, bound="about")}],
    ),
    "to spend on a supplier's goods": (
        "Oracle will spend about $40 billion on Nvidia chips for a new data center, the Financial Times reported.",
        [{"kind": "capacity", "customer": "Oracle", "provider": "NVIDIA", "amount": money(40_000, bound="about"),
          "status": "reported"}],
    ),
    "power that is bought": (
        "Google signed an agreement with Kairos Power to purchase 500 megawatts of electricity for its AI data centers.",
        [{"kind": "capacity", "customer": "Google", "provider": "Kairos Power", "power_mw": megawatts(500)}],
    ),
    "two who build and deploy": (
        "OpenAI and Broadcom will jointly build and deploy 10 gigawatts of custom AI accelerators.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "Broadcom", "power_mw": megawatts(10_000)}],
    ),
    "to occupy space at somebody's campus": (
        "Lumen Labs will occupy 400 MW at Northgrid's new campus near Tulsa, Oklahoma, for 12 years.",
        [{"kind": "capacity", "customer": "Lumen Labs", "provider": "Northgrid", "power_mw": megawatts(400),
          "term_years": 12, "site": "Tulsa, Oklahoma"}],
    ),
    "to lease one's named campus to somebody": (
        "Galaxy Digital has leased its entire Helios campus, 800 megawatts in all, to CoreWeave.",
        [{"kind": "capacity", "customer": "CoreWeave", "provider": "Galaxy Digital", "power_mw": megawatts(800)}],
    ),
    "to hand over": (
        "Northgrid, a data center operator, will hand over 90 MW to Meta at its site in Dublin.",
        [{"kind": "capacity", "customer": "Meta", "provider": "Northgrid", "power_mw": megawatts(90)}],
    ),
    "to secure compute": (
        "Mistral AI has secured 40 MW of capacity from Northgrid.",
        [{"kind": "capacity", "customer": "Mistral AI", "provider": "Northgrid", "power_mw": megawatts(40)}],
    ),
    "chips that come from a maker": (
        "Voltera's first batch of 4,096 B300 accelerators will come from Nvidia.",
        [{"kind": "capacity", "customer": "Voltera", "provider": "NVIDIA",
          "accelerators": {"value": 4096, "bound": "exact", "model": "B300"}}],
    ),
    "who is paid for access": (
        "SpaceX will pay Northgrid Cloud $1.2 billion for access to a cluster of 50,000 GB200 chips.",
        [{"kind": "capacity", "customer": "SpaceX", "provider": "Northgrid Cloud", "amount": money(1200),
          "accelerators": {"value": 50_000, "bound": "exact", "model": "GB200"}}],
    ),
    "an object that is not the verb's own subject": (
        "Anthropic uses chips from Amazon and said last month that Google would supply it with 1 million TPUs.",
        [{"kind": "capacity", "customer": "Anthropic", "provider": "Amazon"},
         {"kind": "capacity", "customer": "Anthropic", "provider": "Google",
          "accelerators": {"value": 1_000_000, "bound": "exact"}}],
    ),
    "to build for somebody without a figure": (
        "Foxconn will build the servers for Apple's data centers in Houston.",
        [{"kind": "capacity", "customer": "Apple", "provider": "Foxconn", "site": "Houston"}],
    ),
    "to convert a site for somebody": (
        "Core Scientific is converting 260 megawatts for CoreWeave at a campus in Denton, Texas.",
        [{"kind": "capacity", "customer": "CoreWeave", "provider": "Core Scientific", "power_mw": megawatts(260)}],
    ),
    "suppliers of one customer, one after another": (
        "Vistra will sell Meta 2,100 megawatts from two plants in Ohio. Oklo is to build 1,200 megawatts in Pike"
        " County, Ohio.",
        [{"kind": "capacity", "customer": "Meta", "provider": "Vistra", "power_mw": megawatts(2100)},
         {"kind": "capacity", "customer": "Meta", "provider": "Oklo", "power_mw": megawatts(1200)}],
    ),
    "to build for somebody": (
        "Crusoe is building a 1.2 GW campus in Abilene for Oracle.",
        [{"kind": "capacity", "customer": "Oracle", "provider": "Crusoe", "power_mw": megawatts(1200),
          "site": "Abilene"}],
    ),
}  # fmt: skip

CONTRACTS = {
    "a sum's worth of somebody's services": (
        "OpenAI has contracted to purchase a further $25 billion of Azure services.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "Microsoft Azure", "amount": money(25_000)}],
    ),
    "contract with its term": (
        "IREN has entered into a $9.7 billion cloud services contract with Microsoft that runs for five years.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "IREN", "amount": money(9700), "term_years": 5}],
    ),
    "term told in the next sentence": (
        "Meta has signed a cloud contract worth $10 billion with Google. The contract runs for six years.",
        [CLOUD | {"term_years": 6}],
    ),
    "contract between two": (
        "A chip supply agreement of $16.5 billion between Samsung Electronics and Tesla runs until 2033.",
        [{"kind": "capacity", "customer": "Tesla", "provider": "Samsung", "amount": money(16_500)}],
    ),
    "somebody's contract with somebody": (
        "Meta's six-year cloud deal with Google is worth more than $10 billion.",
        [CLOUD | {"amount": money(10_000, bound="at_least"), "term_years": 6}],
    ),
    "contract that is awarded": (
        "A contract of $10 billion for cloud capacity has been awarded to Google by Meta.",
        [CLOUD],
    ),
    "one side, told over two sentences": (
        "Northgrid, a data center developer, has signed a 15-year lease with a tenant for 200 megawatts in Ohio. The"
        " contract is worth $3.5 billion.",
        [{"kind": "capacity", "provider": "Northgrid", "power_mw": megawatts(200), "amount": money(3500),
          "term_years": 15, "site": "Ohio"}],
    ),
    "who deploys for the other": (
        "Lambda said it had signed an agreement with Microsoft to deploy tens of thousands of Nvidia chips.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "Lambda"}],
    ),
    "what a lease will bring in": (
        "Cipher Mining's lease with AWS covers 300 megawatts and will bring in $5.5 billion over 15 years.",
        [{"kind": "capacity", "customer": "AWS", "provider": "Cipher Mining", "power_mw": megawatts(300),
          "amount": money(5500), "term_years": 15}],
    ),
    "option that is exercised": (
        "Fluidstack has exercised its option to rent a further 160 megawatts from TeraWulf at the Lake Mariner"
        " campus in New York.",
        [{"kind": "capacity", "customer": "Fluidstack", "provider": "TeraWulf", "power_mw": megawatts(160)}],
    ),
    "contract that is won": (
        "Lambda has won a multi-year contract from Microsoft to deploy Nvidia chips.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "Lambda"}],
    ),
    "order that is landed, no round": (
        "Northgrid Cloud landed a five-year, $2.9 billion order from ByteDance for computing power.",
        [{"kind": "capacity", "customer": "ByteDance", "provider": "Northgrid Cloud", "amount": money(2900),
          "term_years": 5}],
    ),
    "power from a named plant": (
        "Constellation has signed a 20-year deal with Meta for 1,121 megawatts from the Clinton plant in Illinois.",
        [{"kind": "capacity", "customer": "Meta", "provider": "Constellation", "power_mw": megawatts(1121),
          "term_years": 20, "site": "Clinton, Illinois"}],
    ),
    "under a contract of a sum": (
        "Samsung makes chips for Tesla under a $16.5 billion contract.",
        [{"kind": "capacity", "customer": "Tesla", "provider": "Samsung", "amount": money(16_500)}],
    ),
    "whose site it is told before": (
        "Cipher Mining has opened its Barber Lake campus in Texas. Fluidstack takes 168 MW at Barber Lake.",
        [{"kind": "capacity", "customer": "Fluidstack", "provider": "Cipher Mining", "power_mw": megawatts(168)}],
    ),
    "order": (
        "Voltera Cloud has placed an order for 60,000 MI355X accelerators with AMD.",
        [{"kind": "capacity", "customer": "Voltera Cloud", "provider": "AMD"}],
    ),
    "contract about to be signed": (
        "Dell is close to a deal worth more than $5 billion to sell AI servers to xAI, Bloomberg News reported.",
        [{"kind": "capacity", "customer": "xAI", "provider": "Dell", "amount": money(5000, bound="at_least"),
          "status": "reported"}],
    ),
    "the agreement told of before": (
        "OpenAI and AMD have announced a partnership for AI chips. Under the agreement OpenAI will deploy 6 gigawatts"
        " of Instinct GPUs.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "AMD", "power_mw": megawatts(6000)}],
    ),
}  # fmt: skip

SUPPLIERS = {
    "made for somebody": (
        "TSMC makes AI chips for Broadcom.",
        [{"kind": "capacity", "customer": "Broadcom", "provider": "TSMC"}],
    ),
    "users of a cloud": (
        "Nebius runs a GPU cloud in Finland. Among its users are Shopify and Mistral AI.",
        [{"kind": "capacity", "customer": name, "provider": "Nebius", "status": "completed"}
         for name in ("Shopify", "Mistral AI")],
    ),
    "a memorandum": (
        "CoreWeave and Poolside signed a memorandum on 200 MW of computing capacity.",
        [{"kind": "capacity", "customer": "Poolside", "provider": "CoreWeave", "power_mw": megawatts(200)}],
    ),
    "those who rent are listed behind the verb": (
        "Among those already renting machines from Lambda are Pika, Character.AI and the video start-up Runway.",
        [{"kind": "capacity", "customer": name, "provider": "Lambda", "status": "completed"}
         for name in ("Pika", "Character.AI", "Runway")],
    ),
    "to work on another's servers": (
        "Stability AI keeps running its models on machines that belong to Nscale.",
        [{"kind": "capacity", "customer": "Stability AI", "provider": "Nscale"}],
    ),
    "an adverb between verb and preposition": (
        "For its training Cohere relies almost entirely on Oracle's servers.",
        [{"kind": "capacity", "customer": "Cohere", "provider": "Oracle", "status": "completed"}],
    ),
    "what goes to whom": (
        "NextEra will restart the Duane Arnold reactor, whose 615 megawatts are to go to Google.",
        [{"kind": "capacity", "customer": "Google", "provider": "NextEra", "power_mw": megawatts(615)}],
    ),
    "the tenant of somebody, named": (
        "TeraWulf's tenant Fluidstack has 200 employees.",
        [{"kind": "capacity", "customer": "Fluidstack", "provider": "TeraWulf", "status": "completed"}],
    ),
    "to remain somebody's supplier": (
        "Amazon remains the chief cloud supplier of Anthropic.",
        [{"kind": "capacity", "customer": "Anthropic", "provider": "Amazon"}],
    ),
    "from which somebody leases": (
        "AirTrunk, from which Microsoft leases most of its space in Sydney, would not comment.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "AirTrunk"}],
    ),
    "customers include a list": (
        "Cerebras, whose customers include Meta, IBM and Mistral, makes chips the size of a dinner plate.",
        [{"kind": "capacity", "customer": name, "provider": "Cerebras", "status": "completed"}
         for name in ("Meta", "IBM", "Mistral AI")],
    ),
    "counted among the customers": (
        "The French cloud group Scaleway counts Mistral AI and LightOn among the customers of its GPU cloud.",
        [{"kind": "capacity", "customer": name, "provider": "Scaleway", "status": "completed"}
         for name in ("Mistral AI", "LightOn")],
    ),
    "suppliers that somebody relies on": (
        "Anthropic relies on Google and Amazon as cloud suppliers.",
        [{"kind": "capacity", "customer": "Anthropic", "provider": name, "status": "completed"}
         for name in ("Google", "Amazon")],
    ),
    "customer that is won": (
        "IREN has won Microsoft as a customer. The five-year contract is worth $9.7 billion.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "IREN", "amount": money(9700), "term_years": 5,
          "status": "announced"}],
    ),
    "tenant of a campus that somebody builds": (
        "Anthropic is the anchor tenant of a 300-megawatt campus that Northgrid is building in Indiana.",
        [{"kind": "capacity", "customer": "Anthropic", "provider": "Northgrid", "power_mw": megawatts(300)}],
    ),
    "suppliers that are chosen": (
        "Meta has chosen Arm and Broadcom as suppliers of its next chips.",
        [{"kind": "capacity", "customer": "Meta", "provider": name, "status": "announced"}
         for name in ("Arm", "Broadcom")],
    ),
}  # fmt: skip

FRENCH = {
    "s'entendre avec un fabricant": (
        "Mistral AI s'est entendu avec Nvidia pour 18.000 puces.",
        [{"kind": "capacity", "customer": "Mistral AI", "provider": "NVIDIA",
          "accelerators": {"value": 18_000, "bound": "exact"}}],
    ),
    "tourner chez quelqu'un": (
        "Les modèles de Mistral AI tournent aujourd'hui chez Scaleway.",
        [{"kind": "capacity", "customer": "Mistral AI", "provider": "Scaleway", "status": "completed"}],
    ),
    "utilisateurs": (
        "Parmi les utilisateurs de Scaleway figurent Mistral AI et Photoroom.",
        [{"kind": "capacity", "customer": name, "provider": "Scaleway", "status": "completed"}
         for name in ("Mistral AI", "Photoroom")],
    ),
    "tourner déjà sur des serveurs": (
        "H Company et Gradium tournent déjà sur les serveurs de Nebius.",
        [{"kind": "capacity", "customer": name, "provider": "Nebius", "status": "completed"}
         for name in ("H Company", "Gradium")],
    ),
    "clients dont un sigle": (
        "OVHcloud compte parmi ses clients Thales et la SNCF.",
        [{"kind": "capacity", "customer": name, "provider": "OVHcloud", "status": "completed"}
         for name in ("Thales", "SNCF")],
    ),
    "louer chez l'un, discuter avec l'autre": (
        "Faute de place, xAI loue désormais des serveurs à Oracle et discute avec Nebius.",
        [{"kind": "capacity", "customer": "xAI", "provider": "Oracle", "status": "completed"}],
    ),
    "louer à un fournisseur": (
        "Mistral AI louera 5 000 GPU H100 à Scaleway pendant trois ans.",
        [{"kind": "capacity", "customer": "Mistral AI", "provider": "Scaleway", "term_years": 3,
          "accelerators": {"value": 5000, "bound": "exact", "model": "H100"}}],
    ),
    "fournir sans chiffre": (
        "OVHcloud fournira à LightOn la puissance de calcul dont la start-up a besoin.",
        [{"kind": "capacity", "customer": "LightOn", "provider": "OVHcloud"}],
    ),
    "contrat attribué": (
        "Un contrat de 6,5 milliards de dollars a été attribué à CoreWeave par OpenAI.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "CoreWeave", "amount": money(6500)}],
    ),
    "accord portant sur du calcul": (
        "Meta a signé avec CoreWeave un accord de 14,2 milliards de dollars portant sur de la puissance de calcul"
        " jusqu'en 2031.",
        [{"kind": "capacity", "customer": "Meta", "provider": "CoreWeave", "amount": money(14_200)}],
    ),
    "parmi les clients figurent": (
        "Parmi les clients de Nebius figurent Shopify et Cloudflare.",
        [{"kind": "capacity", "customer": name, "provider": "Nebius", "status": "completed"}
         for name in ("Shopify", "Cloudflare")],
    ),
    "non seulement avec l'un mais aussi avec l'autre": (
        "OpenAI a noué des partenariats non seulement avec Nvidia mais aussi avec Oracle pour élargir sa chaîne"
        " d'approvisionnement.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": name} for name in ("NVIDIA", "Oracle")],
    ),
}  # fmt: skip

NEAR_MISSES = {
    "revenue and backlog": "CoreWeave reported revenue of $1.36 billion, and its backlog reached $55.6 billion.",
    "installed base": "The company operates 32 data centers with more than 250,000 GPUs and 470 megawatts of power.",
    "aggregate": "Data center spending worldwide will reach $3 trillion by 2030, Moody's estimates.",
    "need of a country": "The US alone will need another 50 gigawatts for AI by 2028, Anthropic told Congress.",
    "who only uses chips": "OpenAI competes with Google, Meta and Anthropic, all of which use GPUs for training.",
    "option": "If exercised, the option would give Lumen Labs a further 160 megawatts at Northgrid's campus.",
    "any site of that size": "A 100-megawatt data center uses as much water as a small town, Google says.",
    "price": "A single rack of the newest chips costs about $30,000 per month to rent.",
    "what is shipped to nobody named": "Analysts at Citi expect Nvidia to ship 6 million Blackwell chips this year.",
}


@pytest.mark.parametrize(("text", "expected"), SUPPLY.values(), ids=SUPPLY.keys())
def test_verbs_of_supply_tell_who_provides_and_who_uses(text, expected):
    assert missing("en", text, expected) == []


@pytest.mark.parametrize(("text", "expected"), CONTRACTS.values(), ids=CONTRACTS.keys())
def test_contracts_have_a_provider_and_a_customer(text, expected):
    assert missing("en", text, expected) == []


def test_an_order_in_the_passive_has_its_two_sides():
    text = "An order for 60,000 MI355X accelerators has been placed with AMD by Voltera Cloud."
    assert missing("en", text, [{"kind": "capacity", "customer": "Voltera Cloud", "provider": "AMD"}]) == []


@pytest.mark.parametrize(("text", "expected"), SUPPLIERS.values(), ids=SUPPLIERS.keys())
def test_named_suppliers_and_customers_need_no_figure(text, expected):
    assert missing("en", text, expected) == []


@pytest.mark.parametrize(("text", "expected"), FRENCH.values(), ids=FRENCH.keys())
def test_capacity_in_french(text, expected):
    assert missing("fr", text, expected) == []


@pytest.mark.parametrize("text", NEAR_MISSES.values(), ids=NEAR_MISSES.keys())
def test_what_only_looks_like_capacity_is_none(text):
    assert missing("en", text, []) == []


@pytest.mark.parametrize(
    ("chips", "maker"),
    [
        ("AMD Instinct MI355X chips", "AMD"),
        ("Instinct MI355X chips", "AMD"),
        ("Amazon Trainium 2 chips", "Amazon"),
        ("Google TPUs", "Google"),
        ("Qualcomm accelerators", "Qualcomm"),
        ("next-generation GPUs", None),
        ("MTIA chips", None),
    ],
)
def test_the_brand_of_chips_that_are_counted_supplies_them(chips: str, maker: str | None) -> None:
    found = extract(f"Anthropic will install up to 50,000 {chips}.", lang="en")

    assert [(c["customer"], c.get("provider")) for c in found] == [("Anthropic", maker)]
