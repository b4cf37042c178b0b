"""From a draft to the typed stream of a sentence: quantities and dates, then names, then cues, then plain words."""

from __future__ import annotations

from functools import cache

from pipeline.extract.dates import DateMention
from pipeline.extract.grammar.ambiguous import (
    settle_backing,
    settle_clitics,
    settle_nouns,
    settle_relatives,
    settle_shares,
)
from pipeline.extract.grammar.gaps import (
    label_gaps,
)
from pipeline.extract.grammar.pronouns import settle_pronouns
from pipeline.extract.grammar.stream import DATE, MARK, NAME, QUANTITY, TERM, WORD, Stream, Token
from pipeline.extract.grammar.voice import settle_voice
from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.gazetteer import gazetteer
from pipeline.extract.names.mentions import Mention
from pipeline.extract.names.registry import Registry
from pipeline.extract.reading.drafts import Draft
from pipeline.extract.reading.measured import Term

_OF_NAMES = frozenset({"does"})  # labels that have told names apart and mean nothing beyond
_PRONOUNS = _OF_NAMES | {"pronoun", "subject_pronoun"}
_UNSURE = _OF_NAMES | {"pronoun"}


def typed(draft: Draft, registry: Registry, lexicon: Lexicon) -> Stream:
    """The typed stream of a sentence."""
    alone, named = _words(draft, lexicon), {name.first: name for name in draft.names}
    stream = Stream()
    at = 0
    for start in sorted({*draft.spans, *named, *draft.words.phrase_starts(lexicon)}):
        if start < at:
            continue
        stream += alone[at:start]
        if start in draft.spans:
            token, at = _measure(draft, start)
        else:
            token, at = _name_or_phrase(draft, registry, lexicon, named.get(start), start)
        stream.append(token)
    stream += alone[at:]
    label_gaps(stream, lexicon)
    settle_nouns(stream)
    if "clitic" in lexicon.cues:
        settle_clitics(stream)
    settle_backing(stream)
    if draft.spans:
        settle_shares(stream)
    if lexicon.verb_final:
        settle_relatives(stream)
        settle_voice(stream)
        settle_pronouns(stream, lexicon.plural_verb)
    stream.settle()
    return stream


def _words(draft: Draft, lexicon: Lexicon) -> list[Token]:
    """Every word and mark as a token by itself."""
    words = draft.words
    told = zip(words.spans, words.lower, map(lexicon.alone, words.lower), strict=True)
    return [
        Token(start, end, word, WORD, labels if labels.isdisjoint(_UNSURE) else _meant(draft, at, labels))
        if labels and not (len(word) == 1 and _letters_series(draft, lexicon, at))
        else Token(start, end, word, WORD if word[0].isalnum() else MARK)
        for at, ((start, end), word, labels) in enumerate(told)
    ]


def _letters_series(draft: Draft, lexicon: Lexicon, at: int) -> bool:
    """Whether a capital is the letter of a series (`Serie E`, `Serie-E-Runde`), and no word of one letter."""
    words = draft.words
    before = at - 2 if at > 1 and words.lower[at - 1] == "-" else at - 1
    return words.raw[at].isupper() and before >= 0 and "stages:series" in lexicon.alone(words.lower[before])


def _meant(draft: Draft, at: int, labels: frozenset[str]) -> frozenset[str]:
    """What the labels of a word mean beside its form."""
    if "pronoun" in labels and _is_acronym(draft, at):
        labels -= _PRONOUNS
    return labels - _OF_NAMES if "does" in labels else labels


def _is_acronym(draft: Draft, at: int) -> bool:
    """`IT officials`: two capitals beside words in small letters are no pronoun."""
    raw = draft.words.raw
    return len(raw[at]) > 1 and raw[at].isupper() and not all(word.isupper() for word in raw[at + 1 : at + 3])


def _measure(draft: Draft, at: int) -> tuple[Token, int]:
    """The quantity, date or term that starts at a token, and the token after it."""
    words, (last, item) = draft.words, draft.spans[at]
    start, end, text = words.spans[at][0], words.spans[last - 1][1], " ".join(words.lower[at:last])
    if isinstance(item, Term):
        return Token(start, end, text, TERM, value=item.years), last
    if isinstance(item, DateMention):
        dated = item.value != ""  # a month without a year dates nothing
        return Token(start, end, text, DATE if dated else WORD, value=item if dated else None), last
    return Token(start, end, text, QUANTITY, value=item), last


def _cuts_a_name(draft: Draft, at: int, length: int) -> bool:
    """Whether a phrase would end inside a name (`la banque` in front of `Nationale`)."""
    return any(at < name.first < at + length < name.last for name in draft.names)


@cache
def _maker(labels: frozenset[str]) -> str:
    """The id of the organisation that a phrase names by its product (`the ChatGPT maker`)."""
    return next((label[6:] for label in labels if label.startswith("maker:")), "")


def _name_or_phrase(
    draft: Draft, registry: Registry, lexicon: Lexicon, mention: Mention | None, at: int
) -> tuple[Token, int]:
    """The name or the phrase at a token, whichever is longer, and the token after it."""
    words = draft.words
    start = words.spans[at][0]
    entity = registry.entity(mention) if mention else None
    length, labels = words.phrase(lexicon, at)
    measured = length > 1 and not draft.spans.keys().isdisjoint(range(at + 1, at + length))
    maker = _maker(labels) if length > 1 and not measured else ""
    if measured or (length > 1 and not maker and _cuts_a_name(draft, at, length)):
        length, labels = lexicon.longest(words.lower[: at + 1], at)
    if maker and length:
        entity, end = registry.known(gazetteer().by_key[maker]), words.spans[at + length - 1][1]
        return Token(start, end, "", NAME, labels, entity, reference=True), at + length
    if mention and entity and mention.last - at >= length:
        text, end = " ".join(words.lower[at : mention.last]), words.spans[mention.last - 1][1]
        owner = frozenset({"poss"}) if mention.found.genitive else frozenset()
        return Token(start, end, text, NAME, owner, entity), mention.last
    last = at + max(length, 1)
    text = " ".join(words.lower[at:last])
    kind = WORD if words.raw[at][0].isalnum() or length else MARK
    return Token(start, words.spans[last - 1][1], text, kind, labels - _OF_NAMES), last
