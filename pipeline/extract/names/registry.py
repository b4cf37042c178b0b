"""Which names of an article are one: known ones by the gazetteer, unknown ones by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.abbreviations import abbreviates
from pipeline.extract.names.gazetteer import Known, Words, gazetteer
from pipeline.extract.names.names import LEGAL, ORG_WORDS, PLACE_HEADS, PLACE_WORDS, PROJECT_WORDS, TRADE_WORDS, Found
from pipeline.extract.names.site_names import names_a_site

_SUBJECT_CUES = frozenset(
    {"raise", "raise_weak", "invest", "acquire", "procure", "partner", "deny", "poss", "lead_verb", "speaker_verb"}
)  # fmt: skip
_FINANCIERS = frozenset({"capital", "ventures", "venture", "equity", "investments"})
_COINED = re.compile(r"[aioyqx]$|y|x|q|^c(?!h)|[^sc]c[^hk]|ly$|fy$")  # how names are spelt, and hardly a German noun
AUXILIARIES = 5  # words between a name and its verb
_AUXILIARY = frozenset({"announce", "passive", "plan", "perfect", "talks", "hearsay", "modal"})
FOUNDERS = 12  # tokens between `founded` and the last of the founders
_Key = tuple[str, ...]
REACH = 5  # tokens after a name in which its holder's office stands
_PAUSES = frozenset({",", ":", "-", "–", "—", "|"})
_VERBAL = VERBS | {"announce", "plan", "passive", "modal", "talks", "and"}
_DIGITAL = re.compile(r"[A-Z]+\d+[A-Z]+")  # A2A, C3AI
_ADVERB_ENDS = ("ly", "ment", "mente", "ing", "ed")


class Draft(Protocol):
    """What the registry reads of a sentence."""

    words: Words
    found: list[Found]


_LONGEST_LIST = 14  # tokens of a list of places


class Registry:
    """The entities of one article."""

    def __init__(self) -> None:
        self._known: dict[str, Entity] = {}
        self._unknown: dict[tuple[str, ...], Entity] = {}
        self._seen: set[tuple[str, ...]] = set()
        self._sure: set[str] = set()
        self._not_names: set[tuple[str, ...]] = set()
        self._genitives: set[tuple[str, ...]] = set()

    def learn(self, drafts: Sequence[Draft], lexicon: Lexicon) -> None:
        """Take every name of the article, so that a short form can join its long form wherever it stands."""
        lowercase: set[str] = set()
        for draft in drafts:
            lowercase.update(raw for raw in draft.words.raw if raw.islower())
        for draft in drafts:
            for found in draft.found:
                if found.known and (not found.initial or not found.known.common):
                    self._sure.add(found.known.key)
                    self._from_known(found.known)
                elif not found.known and not found.initial:
                    self._seen.add(self._key(draft.words, found))
        for draft in drafts:
            before: Found | None = None
            for found in draft.found:
                if not found.known and not (before and self._ticker(draft.words, before, found)):
                    self._take(draft.words, found, before, lexicon, lowercase)
                before = found
        if lexicon.genitive_s:
            self._join_genitives(drafts)
        self._join_short_forms()

    def known(self, key: str) -> Entity | None:
        """The entity of a known organisation, by its id."""
        if key not in self._known:
            row = next((k for entries in gazetteer().by_first.values() for k in entries if k.key == key), None)
            if row is None:
                return None
            self._known[key] = Entity(row.name, row.kind, row.trade, known=True, parent=row.parent)
        return self._known[key]

    def entity(self, words: Words, found: Found, lexicon: Lexicon) -> Entity | None:
        """The entity of a name, or None when it turned out to be no name."""
        if found.known:
            doubtful = found.known.common and found.initial and found.known.key not in self._sure
            if doubtful and not self._acts(words, found, lexicon):
                return None
            entity = self._from_known(found.known)
            entity.written = entity.written or self._written(words, found)
            return entity
        return self._unknown.get(self._key(words, found))

    def owns(self, words: Words, found: Found) -> bool:
        """Whether a name stands in the genitive without an apostrophe (Nvidias Anteil)."""
        return found.genitive or self._key(words, found) in self._genitives

    def _from_known(self, known: Known) -> Entity:
        if known.key not in self._known:
            self._known[known.key] = Entity(known.name, known.kind, known.trade, known=True, parent=known.parent)
        return self._known[known.key]

    def _ticker(self, words: Words, before: Found, found: Found) -> bool:
        """A code in brackets after a name is another name of it: `Foo Inc. (NASDAQ: FOO)`."""
        between = words.lower[before.last : found.first]
        code = words.raw[found.first]
        if (
            "(" not in between
            or len(between) > 5
            or found.core - found.first > 1
            or not (code.isupper() and len(code) < 7)
        ):
            return False
        entity = self._from_known(before.known) if before.known else self._unknown.get(self._key(words, before))
        if entity is None:
            return False
        self._unknown[self._key(words, found)] = entity
        return True

    @staticmethod
    def _key(words: Words, found: Found) -> tuple[str, ...]:
        parts = [w for w in words.lower[found.first : found.core] if w.isalnum()]
        while len(parts) > 1 and parts[-1] in LEGAL:
            parts.pop()
        return tuple(parts)

    def _take(self, words: Words, found: Found, before: Found | None, lexicon: Lexicon, lowercase: set[str]) -> None:
        key = self._key(words, found)
        if not key or key in self._unknown:
            return
        written = self._written(words, found)
        legal = found.last > found.core or words.lower[found.core - 1] in LEGAL
        if found.initial and key not in self._seen and not legal and not self._marked(words, found, lexicon):
            if key[0] in lowercase or _ordinary_noun(words, found, lexicon):
                return
            if not (self._acts(words, found, lexicon) or self._bare(words, found, before, lexicon)):
                return
        if len(key) == 1 and (len(key[0]) == 1 or (len(key[0]) == 2 and written.isupper())):
            return
        if abbreviates(words, found, lexicon):
            self._not_names.add(key)
        if key in self._not_names:
            return
        kind = "company" if legal else self._kind(words, found, lexicon)
        self._unknown[key] = Entity(written, kind, self._trade(words, found, lexicon))

    @staticmethod
    def _written(words: Words, found: Found) -> str:
        last = found.core
        while last - found.first > 1 and words.lower[last - 1] in LEGAL:
            last -= 1
        pieces = []
        for i in range(found.first, last):
            if i > found.first and words.spans[i][0] > words.spans[i - 1][1]:
                pieces.append(" ")
            pieces.append(words.raw[i])
        return "".join(pieces)

    @staticmethod
    def _marked(words: Words, found: Found, lexicon: Lexicon) -> bool:
        """Signs of a name in the word itself or before it: inner capitals, an organisation word, `start-up Foo`."""
        raws = words.raw[found.first : found.core]
        if any(any(c.isupper() for c in raw[1:]) and (not raw.isupper() or _DIGITAL.fullmatch(raw)) for raw in raws):
            return True
        if len(raws) > 1 and words.lower[found.core - 1] in ORG_WORDS:
            return True
        before = [lexicon.longest(words.lower, at)[1] for at in range(max(0, found.first - 2), found.first)]
        return any(label == "org_noun" or label.startswith("trades:") for labels in before for label in labels)

    @staticmethod
    def _acts(words: Words, found: Found, lexicon: Lexicon) -> bool:
        """Whether a doubtful name does what organisations do right after it: `Foo raises`, `Foo's`, `Foo (maker of`."""
        first = words.lower[found.first]
        if found.core - found.first == 1 and not found.known:
            if first.endswith(_ADVERB_ENDS) or lexicon.longest(words.lower, found.first)[0]:
                return False
        if found.last >= len(words.lower):
            return False
        labels = lexicon.longest(words.lower, found.last)[1]
        if words.lower[found.last] in {"(", "–", "—"} or labels & _SUBJECT_CUES:
            return True
        if words.lower[found.last] in _PAUSES and (
            _explained(words, found.last + 1, lexicon) or _priced(words, found.last + 1)
        ):
            return True
        if (found.known or lexicon.nouns_take_articles) and labels & _VERBAL:
            return True
        if found.known and not labels and words.lower[found.last].isalpha() and found.last + 1 < len(words.lower):
            return bool(lexicon.longest(words.lower, found.last + 1)[1] & (_VERBAL - {"and"}))  # `Foo now plans`
        if "announce" in labels and lexicon.verb_final and found.first == 0:
            return True
        return _acts_after_auxiliaries(words, found.last, lexicon)

    def _bare(self, words: Words, found: Found, before: Found | None, lexicon: Lexicon) -> bool:
        """Where every noun has a capital: a name has no article (`von Foo`) and stands in lists with other names."""
        if not lexicon.nouns_capitalised or not found.first:
            return False
        labels = lexicon.longest(words.lower, found.first - 1)[1]
        if "determiner" not in labels:
            if labels & {"by", "from", "at", "lead", "join"}:
                return True
            if labels & {"in", "into", "to", "for", "with"} and _COINED.search(words.lower[found.first]):
                return True
        beside = (
            before is not None and found.first - before.last == 1 and (words.raw[before.last] == "," or "and" in labels)
        )
        return beside and before is not None and (before.known is not None or self._key(words, before) in self._unknown)

    @staticmethod
    def _kind(words: Words, found: Found, lexicon: Lexicon) -> str:
        first, last = found.first, found.core
        parts = words.lower[first:last]
        before = words.lower[first - 1] if first else ""
        if (
            parts[-1] in PLACE_WORDS
            or (len(parts) > 1 and parts[0] in PLACE_HEADS)
            or _called_place(words, first, lexicon)
            or _listed_place(words, first, lexicon)
        ):
            return "place"
        after = words.lower[last] if last < len(words.lower) else ""
        if any(p in PROJECT_WORDS for p in parts) or before in PROJECT_WORDS or after in PROJECT_WORDS:
            return "project"
        if names_a_site(words, found, lexicon):
            return "project"
        if _in_a_region(words, found, lexicon):
            return "place"
        if any(p in ORG_WORDS for p in parts):
            return "company"
        if len(parts) in (2, 3) and words.raw[first] in gazetteer().given_names and "&" not in parts:
            return "person"
        for at in (first - 1, first - 2):
            between = lexicon.longest(words.lower, first - 1)[1] if at == first - 2 else frozenset()
            if (
                at >= 0
                and "title_noun" in lexicon.longest(words.lower, at)[1]
                and len(parts) >= 2
                and "of" not in between
            ):
                return "person"
        return "person" if _presented_as_person(words, found, lexicon) else "unknown"

    @staticmethod
    def _trade(words: Words, found: Found, lexicon: Lexicon) -> str:
        """The trade that a description beside the name tells: `AI cloud provider Foo`, `Foo, the chipmaker`."""
        for word in reversed(words.lower[found.first : found.core]):
            if word in TRADE_WORDS and found.core - found.first > 1:
                return TRADE_WORDS[word]
        window = list(range(max(0, found.first - 4), found.first))
        if found.last < len(words.lower) and words.lower[found.last] in {",", "(", "–", "—"}:
            window += list(range(found.last + 1, min(found.last + 7, len(words.lower))))
        for at in window:
            for label in lexicon.longest(words.lower, at)[1]:
                if label.startswith("trades:"):
                    return label[7:]
        return "capital" if set(words.lower[found.first : found.core]) & _FINANCIERS else ""

    def _join_genitives(self, drafts: Sequence[Draft]) -> None:
        """`Foos` is the genitive of Foo when the article has Foo, too."""
        for key in {self._key(draft.words, found) for draft in drafts for found in draft.found if not found.known}:
            stem = (*key[:-1], key[-1][:-1]) if key and key[-1].endswith("s") else ()
            if stem in self._unknown:
                self._unknown[key] = self._unknown[stem]
                self._genitives.add(key)

    def _join_short_forms(self) -> None:
        """A name that is the beginning of exactly one longer name is that one; a surname is its person."""
        longer, initials = self._longer_forms()
        known = self._known_forms()
        for key in list(self._unknown):
            names = longer.get(key) or initials.get(key) or []
            firms = known.get(key, [])
            if len(names) == 1:
                self._unknown[key] = self._unknown[names[0]]
            elif len(firms) == 1 and not names:
                self._unknown[key] = firms[0]

    def _longer_forms(self) -> tuple[dict[_Key, list[_Key]], dict[_Key, list[_Key]]]:
        """Short form -> the unknown names that it may stand for: by first words, a person by last ones; by initials."""
        longer: dict[_Key, list[_Key]] = {}
        initials: dict[_Key, list[_Key]] = {}
        for key in self._unknown:
            forms = {key[:n] for n in range(1, len(key))}
            if self._unknown[key].kind == "person":
                forms |= {key[n:] for n in range(1, len(key))}
            for form in forms:
                longer.setdefault(form, []).append(key)
            initials.setdefault(_initials(key), []).append(key)
        return longer, initials

    def _known_forms(self) -> dict[_Key, list[Entity]]:
        """Short form -> the known organisations that it may stand for (Applied, of Applied Digital)."""
        found: dict[_Key, list[Entity]] = {}
        for entity in self._known.values():
            parts = tuple(entity.name.lower().split())
            forms = {parts[:n] for n in range(1, len(parts))} if entity.kind == "company" else set()
            for form in forms | {_initials(parts)}:
                found.setdefault(form, []).append(entity)
        return found


def _ordinary_noun(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """Where every noun has a capital: one with an article is a noun (`das Theater übernahm`)."""
    if not lexicon.nouns_capitalised or found.core - found.first > 1 or not found.first:
        return False
    return "determiner" in lexicon.longest(words.lower, found.first - 1)[1]


def _presented_as_person(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """Whether an office after a name, or a verb of speaking before it, says that somebody has it: `says Jane Roe
    of`."""
    first, last = found.first, found.core
    plain_words = all(raw.isalpha() and not raw.isupper() for raw in words.raw[first:last])
    if last - first not in (2, 3) or not plain_words:
        return False
    if _founded_by(words, first, lexicon):
        return True
    before = lexicon.longest(words.lower, first - 1)[1] if first else frozenset()
    if "speaker_verb" in before and not before & (VERBS - {"announce"}):
        return True
    if words.lower[last : last + 1] != (",",):
        return False
    for at in range(last + 1, min(last + 1 + REACH, len(words.lower))):
        labels = lexicon.longest(words.lower, at)[1]
        if "title_noun" in labels:
            return True
        owner = words.raw[at + 1 : at + 2] in (("'",), ("’",))  # `the company's president`
        if words.raw[at] in ",.;:" or (labels & (VERBS | {"relative", "passive", "org_noun", "of"}) and not owner):
            return False
    return False


def _founded_by(words: Words, first: int, lexicon: Lexicon) -> bool:
    """Whether a name stands after `founded in 2019 by`, alone or in a list."""
    agent = False
    for at in range(first - 1, max(-1, first - 1 - FOUNDERS), -1):
        labels = lexicon.longest(words.lower, at)[1]
        if "founded" in labels:
            return agent
        agent = agent or "by" in labels
        if words.raw[at] in ".;:":
            return False
    return False


def _initials(parts: Sequence[str]) -> tuple[str, ...]:
    """The acronym of a name of several words (BFL, of Black Forest Labs)."""
    return ("".join(part[0] for part in parts),) if len(parts) > 2 else ()


def _called_place(words: Words, first: int, lexicon: Lexicon) -> bool:
    """Whether the words before a name call it a place: `Gemeinde Foo`, `la ciudad de Foo`."""
    for at in range(max(0, first - 2), first):
        length, labels = lexicon.longest(words.lower, at)
        if "place_noun" in labels and at + length == first:
            return True
    return False


def _listed_place(words: Words, first: int, lexicon: Lexicon) -> bool:
    """Whether a name stands in a list of places: `in towns like Foo, Bar and Baz`."""
    for at in range(first - 1, max(-1, first - 1 - _LONGEST_LIST), -1):
        length, labels = lexicon.longest(words.lower, at)
        if "place_list" in labels and at + length <= first:
            return True
        listed = words.raw[at][0].isupper() or words.raw[at] == "," or labels & {"and", "of", "determiner"}
        if not listed and not any(
            "place_list" in lexicon.longest(words.lower, i)[1] for i in range(max(0, at - 2), at)
        ):
            return False
    return False


def _after_a_place(words: Words, first: int) -> bool:
    """`Foo (Bar)`, where Foo is a place."""
    if first < 2 or words.raw[first - 1] != "(":
        return False
    return any(
        known is not None and known.kind == "place" and at + len(known.words) == first - 1
        for at in range(max(0, first - 5), first - 1)
        for known in [gazetteer().match(words, at)]
    )


def _in_a_region(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """Whether a name is located by the place after it: `in Foo, Ohio`, `à Foo (Essonne)`, `in Foo, Norway`."""
    first, last = found.first, found.last
    if _after_a_place(words, first):
        return True
    if not first or last >= len(words.lower) or words.lower[last] not in {",", "("}:
        return False
    if not lexicon.longest(words.lower, first - 1)[1] & {"in", "at", "to", "into"}:
        return False
    at = last + 1
    while at < min(last + 5, len(words.lower)):
        known = gazetteer().match(words, at)
        length, labels = lexicon.longest(words.lower, at)
        if (known and known.kind == "place") or "country" in labels:
            return True
        if not labels & {"in", "into", "at", "determiner", "of"}:
            return False
        at += length
    return False


def _priced(words: Words, at: int) -> bool:
    """Whether a sum follows (`Foo, $12M`): an item of a list of deals."""
    return at < len(words.raw) and (words.raw[at][0].isdigit() or words.raw[at][0] in "$€£¥")


def _acts_after_auxiliaries(words: Words, at: int, lexicon: Lexicon) -> bool:
    """`Foo has been acquired`, `Foo will raise`: past light verbs to what an organisation does or suffers."""
    light = False
    for _ in range(AUXILIARIES):
        if at >= len(words.lower):
            return False
        length, labels = lexicon.longest(words.lower, at)
        if labels & (_SUBJECT_CUES - {"poss"}) and at > 0:
            return True
        if light and "valuation" in labels:
            return True  # `Foo was valued at`
        if "supply" in labels and _priced(words, at + length):
            return True  # `Foo sold $2bn of bonds`
        if not labels & (_AUXILIARY | ({"to"} if light else set())):
            return False
        light = True
        at += max(length, 1)
        if "announce" in labels and any(_priced(words, i) for i in range(at, at + 3)):
            return True  # `Foo announced a $40 million round`
    return False


def _explained(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether an apposition says what a name is: `Foo, a maker of ...`, `Foo, spécialiste de ...`."""
    if at < len(words.lower) and "relative" in lexicon.longest(words.lower, at)[1]:
        return True
    for i in range(at, min(at + 8, len(words.lower))):
        labels = lexicon.longest(words.lower, i)[1]
        if labels & {"raise", "invest", "acquire", "passive"}:
            return False
        if "org_noun" in labels or any(label.startswith(("trades:", "anaphora:")) for label in labels):
            return True
    return False


__all__ = ["Draft", "Registry"]
