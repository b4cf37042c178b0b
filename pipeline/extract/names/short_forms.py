"""Other forms of a name that the article has in full: first words, surnames, initials and genitives without a mark."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.stream import Entity
from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.mentions import Draft, Found, Key, Mention
from pipeline.extract.names.vocabulary import ORG_WORDS


def join_short_forms(unknown: dict[Key, Entity], known: Sequence[Entity]) -> None:
    """Let every unlisted name that is short for exactly one longer name of the article, or listed one, be that one."""
    longer, initials = _longer_forms(unknown)
    listed = _listed_forms(known)
    for key in list(unknown):
        names = longer.get(key) or initials.get(key) or []
        firms = listed.get(key, [])
        if len(names) == 1:
            unknown[key] = unknown[names[0]]
        elif len(firms) == 1 and not names:
            unknown[key] = firms[0]


def _longer_forms(unknown: dict[Key, Entity]) -> tuple[dict[Key, list[Key]], dict[Key, list[Key]]]:
    """Short form -> the unlisted names that it may stand for: by first words, a person by last ones; by initials."""
    longer: dict[Key, list[Key]] = {}
    initials: dict[Key, list[Key]] = {}
    for key, entity in unknown.items():
        forms = _beginnings(key)
        if entity.kind == "person":
            forms |= {key[n:] for n in range(1, len(key))}
        for form in forms:
            longer.setdefault(form, []).append(key)
        initials.setdefault(_initials(key), []).append(key)
    return longer, initials


def _listed_forms(known: Sequence[Entity]) -> dict[Key, list[Entity]]:
    """Short form -> the listed organisations that it may stand for (Applied, of Applied Digital)."""
    listed: dict[Key, list[Entity]] = {}
    for entity in known:
        parts = tuple(entity.name.lower().split())
        forms = _beginnings(parts) if entity.kind == "company" else set()
        for form in forms | {_initials(parts)}:
            listed.setdefault(form, []).append(entity)
    return listed


def _beginnings(key: Key) -> set[Key]:
    return {key[:n] for n in range(1, len(key))}


def _initials(parts: Key) -> Key:
    """The acronym of a name of several words (BFL, of Black Forest Labs)."""
    return ("".join(part[0] for part in parts),) if len(parts) > 2 else ()


def find_first_words(unknown: dict[Key, Entity], drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """`Nordwerk`, of Nordwerk AI, is a name even where it looks like a noun."""
    firms = {key[0] for key, e in unknown.items() if len(key) == 2 and key[1] in ORG_WORDS and e.kind == "company"}
    for draft in drafts:
        named = () if firms.isdisjoint(draft.words.lower) else draft.words.lower
        taken = {at for name in draft.names for at in range(name.first, name.last)} if named else set()
        for at, word in enumerate(named):
            if word in firms and at not in taken and draft.words.raw[at][0].isupper():
                draft.names.append(Mention(draft.words, Found(at, at + 1, None, True, at + 1), lexicon))
                unknown.setdefault((word,), next(e for key, e in unknown.items() if key[0] == word))
        draft.names.sort(key=lambda name: name.first)
