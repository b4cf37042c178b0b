"""The case of every name in a sentence: the word that governs it, and the list of names that it stands in.

A case is language-free: the class of the preposition before the name (`by`, `from`, `into` ...), a role cue (`lead`,
`join`), or `bare` for a subject, an object or an apposition. `title` is the organisation of an office ("Tesla CEO
..."),
`kin` one that only says who somebody else is ("a rival of Google").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.grammar.frames import EVENTS, NOUNS, VERBS
from pipeline.extract.grammar.stream import DATE, MARK, NAME, QUANTITY, WORD, Token
from pipeline.extract.grammar.voice import PASSIVE

PREPOSITIONS = ("by", "from", "into", "with", "to", "of", "for", "in", "on", "at", "between", "after")
ROLE_CUES = ("lead", "join")
AFTER_CUES = {"lead_verb": "lead", "join_verb": "join"}
APPOSITION = 20  # tokens that may explain a name before its verb
REACH = 9  # tokens to the left of a name in which its governing word is looked for
_PREPOSITIONS = frozenset(PREPOSITIONS)
_PLACES = frozenset({"at", "from"})
_SOURCES, _AGENTS = frozenset({"of", "from"}), frozenset({"by", "from"})
_RECEIVING = frozenset({"raise", "raise_weak"})
_BREAKS = frozenset({"relative", "but"})
_NO_OFFICE = _BREAKS | {"plan", "modal", "passive"}
_ACTING = frozenset({"plan", "modal", "passive", "announce"})
_VERBAL = frozenset({"passive", "speaker_verb", "lead_verb", "join_verb"})


@dataclass(frozen=True, slots=True)
class Case:
    """How a name stands: its `label`, the token that gives it (-1: none), and its list of names with its length."""

    label: str
    anchor: int
    poss: bool
    group: int
    size: int = 1


def cases(stream: Sequence[Token]) -> dict[int, Case]:
    """The case of every name token, by its index."""
    found: dict[int, Case] = {}
    groups: list[list[int]] = []
    label, anchor = "bare", -1
    for i in (i for i, t in enumerate(stream) if t.type == NAME):
        listed = groups and _listed(stream, groups[-1][-1], i, label)
        if listed and not _closed(stream, groups[-1], i) and not _opens_clause(stream, groups[-1], i, label):
            groups[-1].append(i)
            label, anchor = _cue_between(stream, groups[-1][-2], i, label) or (label, anchor)
        else:
            groups.append([i])
            label, anchor = _governor(stream, i, found)
        found[i] = Case(label, anchor, _possessive(stream, i), len(groups) - 1)
    for members in groups:
        if len(members) > 1:
            found |= {i: replace(found[i], size=len(members)) for i in members}
    _absolute(stream, found)
    _titles(stream, found)
    _led(stream, groups, found)
    _fronted(stream, found)
    return found


def _absolute(stream: Sequence[Token], found: dict[int, Case]) -> None:
    """`..., with Foo intending to spend`: a subject of its own."""
    for i, case in found.items():
        if case.label == "with" and not case.poss and i + 1 < len(stream) and "gerund" in stream[i + 1].labels:
            found[i] = Case("bare", -1, False, case.group, case.size)


def _fronted(stream: Sequence[Token], found: dict[int, Case]) -> None:
    """A subject after a phrase that opens its sentence: `By the end of the year Foo expects`, `Au Texas, Foo bâtit`."""
    for i, case in found.items():
        following = [t for t in stream[i + 1 : i + 3] if t.labels][:1]
        acts = any(t.labels & (VERBS | _ACTING) for t in following)
        if not acts or case.poss or case.label not in PREPOSITIONS or case.anchor > 2 or case.anchor < 0:
            continue
        if any(t.type == NAME for t in stream[: case.anchor]):
            continue
        between = stream[case.anchor + 1 : i]
        comma = any(t.text == "," for t in between)
        apart = comma or any("poss_pronoun" in t.labels or not t.labels for t in between)
        joined = any("and" in t.labels or (is_organisation_noun(t) and not comma) for t in between)
        if apart and not joined:
            found[i] = Case("bare", -1, False, len(found) + i, 1)


def _possessive(stream: Sequence[Token], at: int) -> bool:
    return bool(stream[at].labels & {"poss", "poss_pronoun"}) or (
        at + 1 < len(stream) and "poss" in stream[at + 1].labels
    )


def _listed(stream: Sequence[Token], a: int, b: int, label: str) -> bool:
    """Whether the names at a and b are members of one list; `label` is the case of the list."""
    if b - a > 10 or _possessive(stream, a) or "media" in (stream[a].value.kind, stream[b].value.kind):
        return False
    joined, words, depth = False, 0, 0
    for token in stream[a + 1 : b]:
        if token.type == MARK and token.text in "()":
            depth += 1 if token.text == "(" else -1
        elif depth > 0:
            continue
        elif (token.type == MARK and token.text in ",/&+") or token.labels & {"and", "join"}:
            joined = True
        elif token.type in (QUANTITY, DATE, MARK) or token.labels & (EVENTS | _BREAKS | _VERBAL):
            return False
        elif token.labels & _PREPOSITIONS:
            if not joined or words or label not in (*token.labels, "join", "lead"):
                return False
        elif "determiner" not in token.labels:
            words += 1
    return joined and words <= 4 and not _new_clause(stream, a, b)


def _new_clause(stream: Sequence[Token], a: int, b: int) -> bool:
    """`With the purchase of Foo, Bar becomes ...`: two names with a comma alone between them, and then a verb, are
    no list."""
    between = [t for t in stream[a + 1 : b] if "determiner" not in t.labels]
    after = stream[b + 1] if b + 1 < len(stream) else None
    opened = any("and" in t.labels or t.text == "," for t in stream[max(0, a - 2) : a])
    if [t.text for t in between] != [","] or opened or after is None:
        return False
    return after.type == WORD and not after.labels & (_PREPOSITIONS | {"and", "join", "relative"})


def _closed(stream: Sequence[Token], group: list[int], at: int) -> bool:
    """Whether a list has had its `and`, so that a name after a mere comma opens a new clause (`of A and B, C ...`)."""
    if len(group) < 2:
        return False
    ended = any("and" in t.labels and t.text != "&" for t in stream[group[-2] + 1 : group[-1]])
    goes_on = any(t.labels & {"and", "join"} for t in stream[group[-1] + 1 : at])
    return ended and not goes_on


def _opens_clause(stream: Sequence[Token], group: list[int], at: int, label: str) -> bool:
    """Whether a name after a comma acts, and so is not governed with the one before (`in Foo, and Bar will invest`)."""
    acts = any(t.labels & (_ACTING | {"keep"}) for t in stream[at + 1 : at + 2])
    apart = any(t.text == "," for t in stream[group[-1] + 1 : at])
    return acts and apart and len(group) == 1 and label in PREPOSITIONS


def _cue_between(stream: Sequence[Token], first: int, at: int, label: str) -> tuple[str, int] | None:
    """A role cue inside a list (`led by A and B, with C joining`, `A as well as investors including B`)."""
    for i in range(at - 1, first, -1):
        for cue in ROLE_CUES:
            if cue in stream[i].labels and "and" not in stream[i].labels:
                return cue, i
        if label == "lead" and "with" in stream[i].labels:
            return "join", i  # `led by Foo, with Bar and Baz`
    return None


def _governor(stream: Sequence[Token], at: int, found: dict[int, Case]) -> tuple[str, int]:
    """Walk left from a name to the word that governs it, past the noun that it only names (`the start-up, Foo`)."""
    at = _named_noun(stream, at)
    for i in range(at - 1, max(-1, at - 1 - REACH), -1):
        token = stream[i]
        if token.type == NAME and _seat(stream, i):
            continue
        if token.type == NAME:
            owner = found.get(i)
            return (owner.label, owner.anchor) if owner and owner.poss else ("bare", i)
        if token.type == MARK and token.text not in "-'’\"“„«*":
            return "bare", -1
        for label in ROLE_CUES:
            if label in token.labels:
                return ("lead" if label == "join" and _led_by(stream, i) else label), i
        if "lead_verb" in token.labels and _nobody_before(stream, i):
            return "lead", i
        if "join_verb" in token.labels and _inverted_clause(stream, i):
            return "join", i
        if "and" in token.labels:
            return "bare", -1
        if token.labels >= _PLACES:
            return ("at" if _invested(stream, i) else "from"), i
        if token.labels >= _SOURCES or token.labels >= _AGENTS:
            label = _of_or_from(stream, i)
            return (label, i) if label != "of" else (_through_site(stream, i) or label, i)
        for label in PREPOSITIONS:
            if label in token.labels:
                return label, i
        if (
            token.labels & _BREAKS
            or "report_noun" in token.labels
            or token.labels & VERBS
            or token.type in (QUANTITY, DATE)
        ):
            return "bare", i
    return "bare", -1


def _seat(stream: Sequence[Token], at: int) -> bool:
    """`supplied by California-based Foo`: where the name behind it sits."""
    place = stream[at].value is not None and stream[at].value.kind == "place"
    return place and at + 2 < len(stream) and stream[at + 1].text == "-" and stream[at + 2].type == WORD


def _through_site(stream: Sequence[Token], of: int) -> str | None:
    """Whom a site's supply goes to: `power to the data centres of Foo`."""
    if of < 2 or "site_noun" not in stream[of - 1].labels:
        return None
    before = [t for t in stream[max(0, of - 4) : of - 1] if "to" in t.labels or "for" in t.labels]
    return "to" if before else None


def _led_by(stream: Sequence[Token], at: int) -> bool:
    """Whether a leader's cue stands before a noun for investors: `led by the investor Foo`."""
    for i in range(at - 1, max(-1, at - 5), -1):
        if "lead" in stream[i].labels:
            return True
        if stream[i].type != WORD and stream[i].text != "-":
            return False
    return False


def _inverted_clause(stream: Sequence[Token], at: int) -> bool:
    """Whether a relative clause has its subject after its verb: `à laquelle ont aussi souscrit Foo et Bar`."""
    for token in reversed(stream[max(0, at - 5) : at]):
        if token.type == NAME:
            return False
        if "relative" in token.labels:
            return True
    return False


def _nobody_before(stream: Sequence[Token], at: int) -> bool:
    """Whether a verb of leading has its subject after it: `Die Runde führte Foo an`, `Leading the round was Foo`."""
    near = stream[max(0, at - 5) : at + 4]
    if " " not in stream[at].text and not any(t.labels & {"round", "deal"} for t in near):
        return False  # a phrase names the round itself ("lidera a rodada")
    for token in reversed(stream[:at]):
        if token.type == NAME:
            return False
        if token.type == MARK and token.text in ",;:.":
            return True
    return True


def _invested(stream: Sequence[Token], at: int) -> bool:
    """Whether `bij` or `chez` names whom money goes to: after a verb of investing, not of raising."""
    verb = next((t for t in reversed(stream[max(0, at - REACH) : at]) if t.labels & VERBS), None)
    return verb is not None and "invest" in verb.labels


def _of_or_from(stream: Sequence[Token], at: int) -> str:
    """What a preposition of many meanings (de, von, da) means here: `of` or `by` after a noun, `from` after a verb."""
    labels = stream[at].labels
    last = before_insertion(stream, at)
    for i in range(last, max(-1, last + 1 - REACH), -1):
        token = stream[i]
        if i == at - 1 and "of" in labels and "determiner" in token.labels:
            return "of"  # `la de Foo`, "die van Foo": the one of Foo
        if i == at - 1 and token.type == QUANTITY and token.value.kind == "percent" and "of" in labels:
            return "of"
        if token.labels & NOUNS and not token.labels & VERBS:
            got = "round" in token.labels and any(t.labels & _RECEIVING for t in stream[max(0, i - 4) : i])
            return "from" if got else "of" if "of" in labels else "by"
        if token.labels & VERBS:
            break
        if token.type == MARK and token.text in ";:":
            break
    passive = any(t.labels & {PASSIVE, "passive"} for t in stream[max(0, at - 4) : at + 4])
    return "by" if "by" in labels and passive else "from"


def before_insertion(stream: Sequence[Token], at: int) -> int:
    """The token before a preposition, or before what commas put between: `the purchase, at a valuation of $7m, of
    Foo`."""
    if at < 2 or stream[at - 1].text != ",":
        return at - 1
    opened = next((i for i in range(at - 2, max(0, at - 2 - REACH), -1) if stream[i].text == ","), None)
    if not opened or not stream[opened - 1].labels & NOUNS:
        return at - 1
    inserted = stream[opened + 1].labels & _PREPOSITIONS
    return opened - 1 if inserted else at - 1


def _named_noun(stream: Sequence[Token], at: int) -> int:
    """The noun that a name only names: `into the AI company of Foo Bar, xAI`, `le fabricant de puces Nvidia`."""
    i, apart = at - 1, False
    if i > 0 and stream[i].text == ",":
        i, apart = i - 1, True
    nouns = 0
    while i >= 0 and at - i <= 9:
        token = stream[i]
        if not apart and (
            "relation" in token.labels or (token.reference and at - i <= 3)
        ):  # `a rival of Foo` is another than Foo
            return at
        if is_organisation_noun(token):
            return i if apart or nouns else at
        if token.type in (QUANTITY, DATE, MARK) or token.labels & (EVENTS | _BREAKS | _VERBAL):
            return at
        if token.type == NAME and not apart:
            return at
        linked = token.labels & {"of", "determiner"}
        if not linked and token.labels & _PREPOSITIONS:
            return at
        nouns += "of" in token.labels
        i -= 1
    return at


def is_organisation_noun(token: Token) -> bool:
    """A common noun for an organisation: company, start-up, chipmaker."""
    return "org_noun" in token.labels or any(label.startswith(("trades:", "anaphora:")) for label in token.labels)


def _titles(stream: Sequence[Token], found: dict[int, Case]) -> None:
    """An organisation that only says whose somebody is plays no role: `Tesla CEO ...`, `a rival of Google`."""
    for i, case in list(found.items()):
        if stream[i].value is None or stream[i].value.kind == "person":
            continue
        label = "kin" if _kin(stream, i, case) or _tail(stream, i) else "title" if _officer(stream, i, case) else None
        if label:
            found[i] = Case(label, case.anchor, case.poss, case.group, 1)


def _tail(stream: Sequence[Token], at: int) -> bool:
    """`Foo Chat`: an unknown word right behind an organisation's name belongs to that."""
    if at < 1 or stream[at].value.kind != "unknown" or stream[at - 1].type != NAME or stream[at - 1].value is None:
        return False
    return stream[at - 1].value.kind in ("company", "unknown") and not stream[at - 1].reference


def _officer(stream: Sequence[Token], at: int, case: Case) -> bool:
    """`Tesla CEO ...`, `the head of Google`."""
    after = stream[at + 1 + case.poss : at + 4 + case.poss]
    if any("title_noun" in t.labels for t in after[:2]) and not any(t.labels & _NO_OFFICE for t in after[:1]):
        return True
    of = case.anchor > 0 and bool(stream[case.anchor].labels & {"of", "for"})
    return of and "title_noun" in stream[case.anchor - 1].labels


def _kin(stream: Sequence[Token], at: int, case: Case) -> bool:
    """`a rival of Google`, `OpenAI-Rivale`, `the cloud unit of Amazon`."""
    after = stream[at + 1 : at + 3]
    if len(after) > 1 and after[0].text == "-" and after[1].start == after[0].end and "relation" in after[1].labels:
        return True
    before = stream[case.anchor - 1] if case.anchor > 0 and case.label in PREPOSITIONS else None
    if before is None:
        return False
    unit = before.type == NAME and before.reference and "of" in stream[case.anchor].labels
    return unit or "relation" in before.labels


def _led(stream: Sequence[Token], groups: list[list[int]], found: dict[int, Case]) -> None:
    """A verb after a list that gives its role: `Foo led the round`, `Foo and Bar, which took part`."""
    for members in groups:
        last = members[-1]
        cue = None if found[last].poss else _cue_after(stream, last) or _cue_past_apposition(stream, members[0])
        if cue:
            for i in members:
                relative = any("relative" in t.labels for t in stream[i + 1 : cue[1]])
                if found[i].label in ("bare", "join", "with") or (relative and found[i].label in ("title", "of")):
                    found[i] = Case(cue[0], cue[1], False, found[i].group, found[i].size)


def _cue_past_apposition(stream: Sequence[Token], at: int) -> tuple[str, int] | None:
    """`Foo, the fund of Jane Doe, the head of Bar, leads`: the verb after what only explains a name."""
    if not any(t.text == "," for t in stream[at + 1 : at + 2]):
        return None
    for i in range(at + 2, min(at + APPOSITION, len(stream) - 1)):
        token = stream[i]
        if token.labels & (VERBS | _BREAKS) or token.text in ";:.":
            return None
        if token.text == ",":
            cue = next((role for label, role in AFTER_CUES.items() if label in stream[i + 1].labels), None)
            if cue and not any("by" in t.labels for t in stream[i + 2 : i + 3]):
                return cue, i + 1
    return None


def _cue_after(stream: Sequence[Token], at: int) -> tuple[str, int] | None:
    for i in range(at + 1, min(at + 6, len(stream))):
        token = stream[i]
        for label, role in AFTER_CUES.items():
            if label in token.labels:
                passive = i + 1 < len(stream) and "by" in stream[i + 1].labels
                return None if passive else (role, i)
        if token.type in (NAME, QUANTITY) or token.labels & VERBS or (token.type == MARK and token.text not in ",-"):
            return None
    return None
