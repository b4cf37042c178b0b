"""What organisations do: the words after a name that show it to be one, where its capital tells nothing."""

from __future__ import annotations

from pipeline.extract.grammar.frames import ACTING
from pipeline.extract.languages.lexicon import tells_an_organisation
from pipeline.extract.names.mentions import Mention

_AUXILIARIES = 5  # words between a name and its verb
_CLAUSE_REACH = 24  # words between an auxiliary and what closes its clause
_CLAUSE_ENDS = frozenset(",;:.!?")
_APPOSITION = 8  # words after a name in which an apposition says what it is
_SUBJECT_CUES = frozenset(
    {"raise", "raise_weak", "invest", "acquire", "procure", "partner", "deny", "poss", "lead_verb", "speaker_verb",
     "award"}
)  # fmt: skip
_DEEDS = _SUBJECT_CUES - {"poss"}
_IN_FRAMES = frozenset({"cede", "talks"})  # deeds that German and Dutch word with verbs
_AUXILIARY = frozenset({"announce", "passive", "plan", "perfect", "talks", "hearsay", "conditional", "modal", "done"})
_CLAUSE = ACTING | {"talks", "cede", "dative"}
_PRESENTING = frozenset({"relative", "presented", "title_noun", "adverb"})
_NO_APPOSITION = frozenset({"raise", "invest", "acquire", "passive"})
_OPENING_MARKS = frozenset({"(", "–", "—"})
_PAUSES = frozenset({",", ":", "-", "–", "—", "|"})


def acts(mention: Mention) -> bool:
    """Whether a doubtful name does what organisations do right after it: `Foo raises`, `Foo's`, `Foo (maker of`."""
    found, lexicon = mention.found, mention.lexicon
    if found.size == 1 and not found.known and _ordinary_word(mention):
        return False
    word, labels = mention.word(mention.last), mention.verb(mention.last)
    if _fronted_infinitive(mention, labels):
        return False
    if (
        word in _OPENING_MARKS
        or labels & _SUBJECT_CUES
        or "does" in labels
        or (lexicon.verb_final and labels & _IN_FRAMES)
    ):
        return True
    if word in _PAUSES and not _compounded(mention) and (_explained(mention) or _priced(mention, mention.last + 1)):
        return True
    if (found.known or lexicon.nouns_take_articles) and (labels & _CLAUSE or "and" in labels):
        return True
    return _acts_after_auxiliaries(mention) or (lexicon.verb_final and _acts_at_the_end(mention))


def _fronted_infinitive(mention: Mention, following: frozenset[str]) -> bool:
    """`Laufen sollen darin 24.000 Chips`: a verb that opens its sentence, where nouns have capitals anyway."""
    found = mention.found
    infinitive = found.size == 1 and not found.known and mention.lexicon.nouns_capitalised
    return infinitive and mention.parts[0].endswith("en") and bool(following & {"plan", "modal"})


def _ordinary_word(mention: Mention) -> bool:
    """Whether a single word is an adverb by its form, or one that the language knows."""
    return mention.word(mention.first).endswith(mention.lexicon.adverb_endings) or bool(mention.labels(mention.first))


def _compounded(mention: Mention) -> bool:
    """`das Rüstungs-Start-up`: a noun that a hyphen ties to another one, where nouns have capitals."""
    noun = mention.parts[-1].removesuffix("s")
    tied = mention.word(mention.last) == "-" and mention.words.touches(mention.last)
    return tied and mention.lexicon.nouns_capitalised and mention.lexicon.common_noun(noun)


def _acts_after_auxiliaries(mention: Mention) -> bool:
    """`Foo has been acquired`, `Foo will raise`: past light verbs to what an organisation does or suffers."""
    at, allowed = mention.last + _day_between(mention), _AUXILIARY
    for _ in range(_AUXILIARIES):
        length, labels = mention.phrase(at)
        spends = "spend" in labels and at > mention.last and not mention.parts[-1].endswith("s")
        if labels & _DEEDS or spends or ("valuation" in labels and at > mention.last):  # `Foo was valued at`
            return True
        if "supply" in labels and _priced(mention, at + length):  # `Foo sold $2bn of bonds`
            return True
        if not labels & allowed:
            return False
        at, allowed = at + length, _AUXILIARY | {"to"}
        if "announce" in labels and any(_priced(mention, i) for i in range(at, at + 3)):
            return True  # `Foo announced a $40 million round`
    return False


def _day_between(mention: Mention) -> int:
    """The words of `on Monday` between a name and its verb: `Foo on Monday denied`."""
    at = mention.last
    return 2 if "on" in mention.labels(at) and mention.words.capital(at + 1) else 0


def _acts_at_the_end(mention: Mention) -> bool:
    """`Foo wird von Bar übernommen`, `Foo heeft 20 miljoen opgehaald`: auxiliary and deed frame their clause."""
    if not mention.after & _AUXILIARY or mention.parts[-1].endswith(mention.lexicon.plural_endings):
        return False
    for at in range(mention.last + 1, min(mention.last + 1 + _CLAUSE_REACH, len(mention.words.lower))):
        if mention.word(at) in _CLAUSE_ENDS:
            return False
        if mention.labels(at) & (_DEEDS | _IN_FRAMES):
            return True
    return False


def _priced(mention: Mention, at: int) -> bool:
    """Whether a sum follows (`Foo, $12M`): an item of a list of deals."""
    opening = mention.word(at)[:1]
    return opening.isdigit() or (opening != "" and opening in "$€£¥")


def _seated(mention: Mention) -> bool:
    """`Foo, de Monterrey, levanta`: between commas whence a firm is."""
    at = mention.last + 1
    return "of" in mention.labels(at) and mention.words.capital(at + 1) and mention.word(at + 2) == ","


def _explained(mention: Mention) -> bool:
    """Whether an apposition says what a name is: `Foo, a maker of ...`, `Foo, based in ...`, `Foo, qui ...`."""
    labels = mention.labels(mention.last + 1)
    if labels & _PRESENTING or _seated(mention):
        return True
    lexicon = mention.lexicon
    if lexicon.nouns_take_articles and lexicon.free_order and "determiner" in labels:
        return True  # `Foo, la herramienta para ...`
    for at in range(mention.last + 1, mention.last + 1 + _APPOSITION):
        labels = mention.labels(at)
        if labels & _NO_APPOSITION:
            return False
        if tells_an_organisation(labels):
            return True
    return False
