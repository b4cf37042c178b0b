"""Names of organisations, people, projects and places in a sentence: known ones, and unknown ones by their form.

Known ones come from config/organizations.toml; unknown ones are runs of capitalised words. What kind of thing a name
is, and which names are one, the registry decides over the whole article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.extract.languages import common
from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.gazetteer import Known, Words, gazetteer

LEGAL = frozenset(
    """inc corp corporation ltd llc plc sa sas ag gmbh se nv bv spa srl co asa ab oy oyj kg kgaa pbc lp limited
    incorporated""".split()
)
ORG_WORDS = frozenset(
    """capital ventures venture partners labs lab ai technologies technology energy systems group holdings bank banque
    fund cloud robotics networks infrastructure management investments equity energie digital industries semiconductor
    semiconductors computing centers centres platforms media health therapeutics pharma bio motors power dynamics
    intelligence analytics security software studios solutions global international associates advisors insurance
    research company university institute foundation authority ministry commission""".split()
)
# Words that follow a figure only in the name of a firm ("137 Ventures").
FIRM_WORDS = frozenset("capital ventures partners labs holdings equity vc".split())
# Words in a name that tell its trade: "Foo Ventures", "Bar Energy".
TRADE_WORDS = (
    dict.fromkeys(
        "capital ventures venture partners vc invest investments equity fund bank banque investors".split(), "capital"
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
    agence agency government gouvernement bundesministerium""".split()
)
PLACE_WORDS = frozenset(
    ["county", "parish", "valley", "city", "park", "island", "bay", "township", "district", "province"]
)
# First words of places whose names go on in lower case: "San Mateo de Gállego", "Praia do Futuro".
PLACE_HEADS = frozenset(
    [
        "san",
        "santa",
        "santo",
        "são",
        "praia",
        "puebla",
        "villa",
        "vila",
        "ciudad",
        "porto",
        "puerto",
        "castel",
        "monte",
        "bad",
    ]
)
PROJECT_WORDS = frozenset(["project", "projet", "proyecto", "progetto", "projeto", "projekt", "campus"])
_CONNECTORS = frozenset("of de d ' du des da do dos della del di für and et y e pour for the la l".split())
_DIGIT_NAME = re.compile(r"\d{1,2}(?!(?:MW|GW|TW|KW|MB|GB|TB)$)[A-Z]{2,}")
_PART_NUMBER = re.compile(r"[A-Z]{1,3}\d{2,4}[A-Z]?")
_TAILS = frozenset("data cloud computing intelligence international national center centre internet compute".split())
_PRODUCTS = frozenset(
    "compute cloud superintelligence studio platform foundry".split()
)  # of a maker, for whom they stand
_ADJECTIVE_ENDS = ("e", "er", "es", "en", "em")
_CLITICS = frozenset(
    ["se", "lhe", "lo", "la", "os", "as", "me", "nos", "o", "a", "vous", "nous", "moi", "toi", "il", "elle"]
)
_PARTICLES = frozenset({"ben", "bin", "ibn", "al"})  # inside names of persons
_LOOSE = "&"
_FIRM_REACH = 3  # words from a known name to the word that makes it another firm's
_FUNCTION = frozenset(
    "by from into with to of for in on at between after and but not passive determiner pronoun poss_pronoun relative "
    "person_pronoun adverb deadline".split()
)
_NO_FIRST_WORDS = frozenset({"nationality", "country"})
_TOP_LEVEL = frozenset(["ai", "io", "com", "co", "org", "net", "dev", "tech", "xyz"])


@dataclass(frozen=True, slots=True)
class Found:
    """A name at tokens [first, last) of a sentence, [first, core) without its legal suffix.

    `initial`: its capital tells nothing, because it opens a sentence or stands in a headline.
    """

    first: int
    last: int
    known: Known | None
    initial: bool
    core: int
    genitive: bool = False


def title_case(words: Words) -> bool:
    """A headline in which most longer words have a capital: there a capital tells nothing."""
    if words.raw and words.raw[-1] == ".":
        return False  # a sentence full of names
    long = [raw for raw in words.raw if len(raw) > 3 and raw.isalpha()]
    return len(long) > 2 and sum(raw[0].isupper() for raw in long) > 0.6 * len(long)


@cache
def _models() -> re.Pattern[str]:
    return re.compile("|".join(common()["chips"]["models"]))


@lru_cache(maxsize=4096)
def is_model(raw: str) -> bool:
    """Whether a word is a chip's model (H100, MI300X), no organisation."""
    return _models().fullmatch(raw) is not None or _PART_NUMBER.fullmatch(raw) is not None


def all_capitals(words: Words) -> bool:
    """A line in capitals: there only known names are told."""
    long = [raw for raw in words.raw if len(raw) > 3 and raw.isalpha()]
    return len(long) > 3 and all(raw.isupper() for raw in long)


def capitalised(raw: str) -> bool:
    """A word that may be (part of) a name: a capital first, or one inside (xAI, iPhone)."""
    return (
        raw[0].isupper()
        or _DIGIT_NAME.fullmatch(raw) is not None
        or (len(raw) > 2 and not raw.islower() and raw[0].islower() and raw.isalnum() and any(c.isupper() for c in raw))
    )


def find(words: Words, lexicon: Lexicon, blocked: Sequence[bool], *, heading: bool = False) -> list[Found]:
    """Every name of a sentence, known or by form; `blocked` tokens belong to quantities or dates."""
    found: list[Found] = []
    opening = True
    doubtful = heading or title_case(words)
    shouted = all_capitals(words)
    known_first, genitive_s = gazetteer().by_first, lexicon.genitive_s
    at = 0
    while at < len(words.raw):
        raw = words.raw[at]
        if raw.islower() and raw not in known_first and not genitive_s:  # most words
            opening = False
            at += 1
            continue
        if blocked[at] or not raw[0].isalnum():
            opening = (opening and not raw[0].isalnum()) or raw in '.:!?|•“«"„'
            at += 1
            continue
        name = _known(words, at, blocked, lexicon, opening)
        if not name and not shouted and not raw.islower():
            name = _unknown_name(words, at, blocked, lexicon, opening or doubtful)
        if name:
            found.append(name)
        opening = False
        at = name.last if name else at + 1
    return found


def _known(words: Words, at: int, blocked: Sequence[bool], lexicon: Lexicon, opening: bool) -> Found | None:
    """A known name at `at`; with an organisation word after it (`Foo Capital`) it is another, unknown one."""
    known, genitive = gazetteer().match(words, at), False
    if not known and lexicon.genitive_s and words.lower[at][-1] == "s":
        known = gazetteer().genitive(words, at)
        genitive = known is not None
    if not known or any(blocked[at : at + len(known.words)]):
        return None
    if (
        len(known.words) == 1
        and known.common
        and words.raw[at] in lexicon.not_names
        and not _introduced(words, at, lexicon)
    ):
        return None
    core = _extend(words, at + len(known.words), blocked, lexicon)
    grown = core > at + len(known.words)
    if not grown and known.kind == "company" and words.lower[core : core + 1] and words.lower[core] in _PRODUCTS:
        core += words.raw[core][0].isupper() and not blocked[core]
    return Found(at, _suffix(words, core), None if grown else known, opening, core, genitive)


def _introduced(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether a noun for an organisation introduces a name that is also an ordinary word: `chip designer Ampere`."""
    for i in (at - 1, at - 2):
        labels = lexicon.longest(words.lower[:at], i)[1] if i >= 0 else frozenset()
        if "org_noun" in labels or any(label.startswith("trades:") for label in labels):
            return True
    return False


def _numbered_name(words: Words, at: int) -> Found | None:
    """A firm whose name starts with a figure (`8VC`, `137 Ventures`)."""
    after = words.raw[at + 1 : at + 2]
    if not words.raw[at].isdigit() or not after or after[0].lower() not in FIRM_WORDS or not after[0][0].isupper():
        return None
    return Found(at, _suffix(words, at + 2), None, False, at + 2)


def _unknown_name(words: Words, at: int, blocked: Sequence[bool], lexicon: Lexicon, doubtful: bool) -> Found | None:
    """A run of capitalised words at `at`."""
    if words.raw[at + 1 : at + 2] == ("-",) and words.lower[at + 2 : at + 3] and words.raw[at + 2] in _CLITICS:
        return None  # a verb with its pronoun (`Soube-se`)
    if words.raw[at].isdigit():
        return _numbered_name(words, at)
    core = _unknown(words, at, blocked, lexicon, doubtful) if capitalised(words.raw[at]) else at
    if core == at:
        return None
    if words.lower[at] in INSTITUTIONS or words.lower[at] in PLACE_HEADS:
        core = _institution(words, at, core, blocked)
    if (
        lexicon.nouns_capitalised
    ):  # one capitalised word may be any noun, two in a row are a name but for `Großer Bahnhof`
        doubtful = core - at < 2 or (doubtful and words.lower[at].endswith(_ADJECTIVE_ENDS))
    return Found(at, _suffix(words, core), None, doubtful, core)


def _suffix(words: Words, at: int) -> int:
    """Past the legal suffix that follows a name, with its full stop (`Foo Inc.`, `Foo, Inc.`)."""
    if at and words.lower[at - 1] in LEGAL and words.lower[at : at + 1] == (".",) and at + 1 < len(words.raw):
        return at + 1
    start = at + 1 if words.lower[at : at + 1] == (",",) else at
    end = start
    while (
        end < len(words.raw) and words.lower[end] in LEGAL and (words.raw[end][0].isupper() or len(words.raw[end]) > 3)
    ):
        end += 1
        if words.lower[end : end + 1] == (".",) and end + 1 < len(words.raw):
            end += 1
    return end if end > start else at


def _institution(words: Words, first: int, last: int, blocked: Sequence[bool]) -> int:
    """The end of a name like `Qatar Investment Authority of ...` or `Banque de développement du Canada`."""
    end = last
    for at in range(last, min(last + 8, len(words.raw))):
        raw, lower = words.raw[at], words.lower[at]
        if blocked[at] or not (lower in _CONNECTORS or raw[0].isalpha()):
            break
        if capitalised(raw) and words.lower[at - 1] in _CONNECTORS:
            end = at + 1
            while end < len(words.raw) and not blocked[end] and capitalised(words.raw[end]):
                end += 1
            if words.lower[end : end + 1] != ("and",):
                break
        elif lower not in _CONNECTORS and words.lower[at - 1] not in _CONNECTORS:
            break
    return end


def _extend(words: Words, at: int, blocked: Sequence[bool], lexicon: Lexicon) -> int:
    """Where a known name ends: `Foo Capital` takes its organisation word."""
    if words.lower[at : at + 2] == ("startup", "fund") and words.raw[at + 1] == "Fund":
        return at + 2
    while (
        at < len(words.raw)
        and not blocked[at]
        and (words.lower[at] in ORG_WORDS and words.raw[at][0].isupper() and words.raw[at] not in lexicon.not_names)
    ):
        at += 1
    return _firm_ahead(words, at, blocked) or at


def _firm_ahead(words: Words, at: int, blocked: Sequence[bool]) -> int:
    """The end of a firm's name that goes on at `at` (`Foo | Climate Ventures`); 0 when none does."""
    for last in range(at, min(at + _FIRM_REACH, len(words.raw))):
        if blocked[last] or not words.raw[last][0].isupper():
            return 0
        if words.lower[last] in FIRM_WORDS:
            return last + 1
    return 0


def _unknown(words: Words, at: int, blocked: Sequence[bool], lexicon: Lexicon, doubtful: bool) -> int:
    """The end of a run of capitalised words that starts at `at`, or `at` when it is no name."""
    gaz = gazetteer()
    last = at
    while last < len(words.raw) and not blocked[last]:
        raw, lower = words.raw[last], words.lower[last]
        if raw == _LOOSE and last > at and last + 1 < len(words.raw) and capitalised(words.raw[last + 1]):
            last += 1
            continue
        if last > at and lower in _PARTICLES and last + 1 < len(words.raw) and capitalised(words.raw[last + 1]):
            last += 1
            continue
        if _initial(words, last):
            last += 2
            continue
        if raw in ".-:" and last > at and last + 1 < len(words.raw) and _glued(words, last):
            last += 1
            continue
        if is_model(raw):
            break
        if raw.isdigit() and last > at and len(raw) <= 2 and words.spans[last][0] == words.spans[last - 1][1] + 1:
            last += 1
            break
        if last > at and lower in _TOP_LEVEL and words.raw[last - 1] in ".:":
            last += 1
            continue
        if not capitalised(raw):
            break
        if raw in lexicon.not_names and not doubtful and last == at and _heads_a_name(words, at, lexicon):
            last += 1
            continue
        fits = (last > at and (lower in ORG_WORDS or lower in _TAILS)) or (last == at and lower in INSTITUTIONS)
        if raw in lexicon.not_names and not fits and not (last > at and _firm_ahead(words, last, blocked)):
            break
        if lexicon.nouns_capitalised and lexicon.common_noun(lower):
            break
        length, labels = lexicon.longest(words.lower, last)
        if length and last == at and doubtful and labels & _FUNCTION:
            break
        if length and last == at and (labels & _NO_FIRST_WORDS or (doubtful and _describes(lower, labels))):
            break
        inner = gaz.match(words, last) if last > at and lower in gaz.by_first and lower not in ORG_WORDS else None
        if inner is not None and (doubtful or inner.kind != "place"):
            break
        last += 1
    return last - 1 if last - 1 > at and words.raw[last - 1] in ".-&" else last


def _initial(words: Words, at: int) -> bool:
    """Whether a letter with a full stop goes on as a name: `D. E. Shaw`."""
    raw = words.raw[at]
    after = words.raw[at + 1 : at + 3]
    return len(raw) == 1 and raw.isupper() and len(after) == 2 and after[0] == "." and after[1][0].isupper()


def _heads_a_name(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether an ordinary word with a capital inside a sentence opens a firm's name (`Primo Ventures`)."""
    after = words.raw[at + 1 : at + 2]
    firm = bool(after) and after[0][0].isupper() and after[0].lower() in ORG_WORDS and after[0] not in lexicon.not_names
    return firm and not words.raw[at].isupper()


def _describes(word: str, labels: frozenset[str]) -> bool:
    """Whether the first word of a sentence only says what kind of organisation is named after it (`Chipmaker Foo`)."""
    kinds = "org_noun" in labels or any(label.startswith("trades:") for label in labels)
    return kinds and word not in INSTITUTIONS and word not in ORG_WORDS


def _glued(words: Words, at: int) -> bool:
    """Whether a dot or hyphen joins two parts of one name without spaces (Character.AI, d-Matrix, Convergence.ai)."""
    if words.raw[at] in ".:" and words.lower[at + 1] in _TOP_LEVEL and words.spans[at + 1][0] == words.spans[at][1]:
        return words.spans[at][0] == words.spans[at - 1][1]
    return (
        words.spans[at][0] == words.spans[at - 1][1]
        and words.spans[at + 1][0] == words.spans[at][1]
        and words.raw[at + 1][0].isupper()
    )
