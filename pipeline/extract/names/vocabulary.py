"""Words that tell what a name is, in all languages: legal forms, firms, institutions, places, projects, trades."""

from __future__ import annotations

LEGAL = frozenset(
    """inc corp corporation ltd llc plc sa sas ag gmbh se nv bv spa srl co asa ab oy oyj kg kgaa pbc lp limited
    incorporated""".split()
)
ORG_WORDS = frozenset(
    """capital ventures venture partners labs lab ai technologies technology energy systems group holdings bank banque
    compute fund cloud robotics networks infrastructure management investments equity energie digital industries
    semiconductor semiconductors computing centers centres platforms media health therapeutics pharma bio motors
    power dynamics intelligence analytics security software studios solutions global international associates
    advisors insurance research company university institute foundation authority ministry commission telecom
    telecoms telekom ia electric electronics steel mining minerals logistics airlines aerospace brothers trust
    chemicals materials motors foods properties realty optics photonics quantum datacenters datacentres automation
    mobility biosciences genomics diagnostics industrial interactive shipping renewables solar nuclear utilities
    telecommunications""".split()
)
# Words that follow a figure only in the name of a firm ("137 Ventures").
FIRM_WORDS = frozenset("capital ventures partners labs holdings equity vc".split())
# Words that go on with a name without being part of every firm's ("Foo Data", "Bar International").
TAILS = frozenset("data cloud computing intelligence international national center centre internet compute".split())
# Products of a maker, for whom they stand ("Foo Cloud").
PRODUCTS = frozenset("compute cloud superintelligence studio platform foundry".split())
# Words in a name that tell its trade: "Foo Ventures", "Bar Energy".
TRADE_WORDS = (
    dict.fromkeys(
        "capital ventures venture partners vc invest investments equity fund bank banque investors credit".split(),
        "capital",
    )
    | dict.fromkeys("energy power energie énergie energía energia".split(), "power")
    | dict.fromkeys("semiconductor semiconductors microdevices silicon".split(), "chips")
    | {"cloud": "cloud", "datacenters": "datacenter", "centers": "datacenter", "centres": "datacenter"}
)
# First words of institutions whose names go on in lower case: "Banque de développement du Canada".
INSTITUTIONS = frozenset(
    """autorité banque caisse fonds ministère ministry commission bank university université institut institute fondo
    centro centre agencia agência agenzia istituto instituto ministério universidad universidade università cassa
    banco ministerio autoridad consejo fondazione banca ministero ministério fundo department authority council national
    agence agency government gouvernement bundesministerium comisión comissão commissione sociedad sociedade corporación
    corporação fundación fundação asociación associação associazione confederación cámara câmara secretaría diputación
    organización organização crédit crédito credito compagnie école administration universität universiteit hochschule
    hogeschool tu eth""".split()
)
PLACE_WORDS = frozenset("county parish valley city park island bay township district province".split())
# First words of places whose names go on in lower case: "San Mateo de Gállego", "Praia do Futuro".
PLACE_HEADS = frozenset(
    """san santa santo são praia puebla villa vila ciudad porto puerto castel monte bad región região comunidad
    comunidade""".split()
)
PLACE_ARTICLES = frozenset("la el las los le les".split())  # "La Muela", "Le Creusot"
PROJECT_WORDS = frozenset("project projet proyecto progetto projeto projekt campus".split())
# What stands between the capitals of an institution's name.
CONNECTORS = frozenset(
    """of de d ' du des da do dos das della del dell di per para por el los las o a os as lo für and et y e pour for the
    la l""".split()
)
# What ties the capitals of a place's name together: "Barra da Tijuca".
PLACE_LINKS = frozenset("la de da do del di dos".split())
# Inside names of persons.
PARTICLES = frozenset({"ben", "bin", "ibn", "al"})
# Between a given name and a surname: "Eva van der Berg".
SURNAME_PARTICLES = frozenset("de den der van ten ter te het von zu vom zur da do dos".split())
# What a name may end in after a dot ("Foo.ai").
TOP_LEVEL = frozenset("ai io com co org net dev tech xyz".split())
# Pronouns that a hyphen ties to a verb ("Soube-se").
CLITICS = frozenset("se lhe lo la os as me nos o a vous nous moi toi il elle".split())
