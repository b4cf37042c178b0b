"""Where names stand in a sentence: known ones, and unknown ones by their form.

Known ones come from config/organizations.toml; unknown ones are runs of capitalised words. What kind of thing a name
is, and which names are one, the registry decides over the whole article.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.doubtful import follows_a_noun
from pipeline.extract.names.endings import after_institution, after_known, after_link, after_place, after_suffix
from pipeline.extract.names.gazetteer import Known, gazetteer
from pipeline.extract.names.line import Line
from pipeline.extract.names.mentions import Found
from pipeline.extract.names.runs import run_end
from pipeline.extract.names.vocabulary import CLITICS, INSTITUTIONS, PLACE_HEADS, PRODUCTS
from pipeline.extract.names.word_forms import all_capitals, capitalised, title_case
from pipeline.extract.names.words import Words

_OPENERS = '.:!?|•“«"„'  # marks after which a capital tells nothing


def find(words: Words, lexicon: Lexicon, blocked: Sequence[bool], *, heading: bool = False) -> list[Found]:
    """Every name of a sentence, known or by form; `blocked` tokens belong to quantities or dates."""
    line, found = Line(words, lexicon, blocked), []
    doubtful, shouted = heading or title_case(words), all_capitals(words)
    lower_firsts = gazetteer().lower_genitives if lexicon.genitive_s else gazetteer().lower_firsts
    opening, past = True, 0
    for at, raw in enumerate(words.raw):
        if raw.islower() and raw not in lower_firsts:  # most words
            opening = False
            continue
        if at < past:
            continue
        if blocked[at] or not raw[0].isalnum():
            opening = (opening and not raw[0].isalnum()) or raw in _OPENERS
            continue
        name = _known_name(line, at, opening, doubtful)
        if not name and not shouted and not raw.islower():
            name = _unknown_name(line, at, opening or doubtful)
        if name:
            found.append(name)
            past = _past_compound(line, name)
        opening = False
    return found


def _past_compound(line: Line, name: Found) -> int:
    """Past a known name and the nouns that a hyphen ties to it, where nouns have capitals: `Nvidia-Rechnern`."""
    words, at = line.words, name.last
    if not line.lexicon.nouns_capitalised or not name.known:
        return at
    while words.follows(at, "-") and words.touches(at) and words.capital(at + 1) and words.touches(at + 1):
        if gazetteer().match(words, at + 1) is not None:
            break  # `der Microsoft-OpenAI-Vertrag`
        at += 2
    return at


def _known_name(line: Line, at: int, opening: bool, doubtful: bool) -> Found | None:
    """A known name at `at`; with an organisation word after it (`Foo Capital`) it is another, unknown one."""
    words = line.words
    known, genitive = _listed(line, at)
    if not known or any(line.blocked[at : at + len(known.words)]):
        return None
    if len(known.words) == 1 and known.common and line.ordinary(at):
        return None
    if known.kind == "place" and follows_a_noun(words, line.lexicon, at):
        return None  # `the software group Nice`
    if len(known.words) > 1 and words.capital(at + len(known.words)) and _is_infinitive(line, at):
        return None
    if known.raws[0].isupper() and words.raw[at].istitle() and words.phrase(line.lexicon, at)[1]:
        return None  # `Bond`, at the head of a sentence, is no acronym
    end = at + len(known.words)
    core = after_known(line, end)
    if known.kind == "place" and not doubtful and not line.lexicon.nouns_capitalised:
        core = after_place(line, core)
        core = after_institution(line, core) if words.lower[at] in PLACE_HEADS else core
    grown = core > end
    if not grown and known.kind == "company" and line.free(core) and words.lower[core] in PRODUCTS:
        core += words.capital(core)  # `Foo Cloud` is Foo
    return Found(at, after_suffix(words, core), None if grown else known, opening, core, genitive)


def _listed(line: Line, at: int) -> tuple[Known | None, bool]:
    """The organisation of the list whose name starts at `at`, and whether it stands in the genitive."""
    known = gazetteer().match(line.words, at)
    if known or not line.lexicon.genitive_s or not line.words.lower[at].endswith("s"):
        return known, False
    known = gazetteer().genitive(line.words, at)
    return known, known is not None


def _is_infinitive(line: Line, at: int) -> bool:
    """`Raises $90m to Scale AI Factories`: in a headline a verb behind its `to` has a capital, too."""
    before = line.lexicon.longest(line.words.lower[:at], at - 1)[1] if at else frozenset()
    return "to" in before and title_case(line.words)


def _unknown_name(line: Line, at: int, doubtful: bool) -> Found | None:
    """A run of capitalised words at `at`; `doubtful` where capitals tell nothing."""
    words = line.words
    if words.follows(at + 1, "-") and at + 2 < len(words.raw) and words.raw[at + 2] in CLITICS:
        return None  # a verb with its pronoun (`Soube-se`)
    core = run_end(line, at, doubtful) if capitalised(words.raw[at]) else at
    if core == at:
        return None
    if words.lower[at] in INSTITUTIONS or words.lower[at] in PLACE_HEADS:
        core = after_institution(line, core)
    else:
        core = after_link(line, at, core)
    if line.lexicon.nouns_capitalised:
        # One capitalised word may be any noun; two in a row are a name, but for `Großer Bahnhof`.
        doubtful = core - at < 2 or (doubtful and words.lower[at].endswith(line.lexicon.adjective_endings))
    return Found(at, after_suffix(words, core), None, doubtful, core)
