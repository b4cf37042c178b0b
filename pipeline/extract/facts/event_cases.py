"""How a name stands to one event of its sentence.

A name without a preposition is the subject of a verb behind it and the object of one before it; in a passive it is the
other way round. `inner` is the case of a name that belongs to another event.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.relative_clauses import case_in_relative, subject_after_verb
from pipeline.extract.facts.stages import is_stage
from pipeline.extract.grammar.cases import Case
from pipeline.extract.grammar.frames import ACTING, NOUNS, VERBS
from pipeline.extract.grammar.stream import MARK, NAME, QUANTITY, WORD, Token
from pipeline.extract.grammar.voice import passive
from pipeline.extract.grammar.windows import bears, before, holds

_FRONTED = 4  # tokens among which a verb opens its sentence
_FRONTING = ("after", "for", "to", "in", "by", "with", "later_than")
_INTO = frozenset({"in", "into", "to", "on"})
_RAISING = frozenset({"raise", "raise_weak", "round"})
_INVESTING = frozenset({"invest", "investment"})
_ACTING = ACTING | {"talks"}
_FOLLOWING = _ACTING | {"follows"}
_OWNER_NEAR = 7  # tokens between an owner and what it owns
_COMPOUND_NEAR = 4  # tokens between a name and the noun that it is compounded with


def case_beside(stream: Sequence[Token], case: Case, name: int, event: int) -> str:
    """The case of a name beside an event; `inner` when it belongs to another one."""
    if case.poss and 0 < event - name <= _OWNER_NEAR and not _verb_between(stream, name, event):
        apart = stream[name - 1].text == "," and any(t.text == "," for t in stream[name + 1 : event])
        return "inner" if apart else "poss"  # `Foo, Bar's fund, led the round`
    if told := case_in_relative(stream, name, event):
        return told[0]
    if "poss_pronoun" in stream[name].labels:
        return "inner"
    if case.label != "bare":
        return "inner" if _invested_in(stream, case, name, event) else case.label
    if (how := _in_own_relative(stream, case, name, event)) is not None:
        return how
    return _bare_before(stream, name, event) if name < event else _bare_after(stream, name, event)


def _in_own_relative(stream: Sequence[Token], case: Case, name: int, event: int) -> str | None:
    """The case of a name in a relative clause that the event stands before or, past a comma, behind."""
    if case.anchor < 0 or "relative" not in stream[case.anchor].labels:
        return None
    if event < case.anchor:
        noun = (stream[event].labels & NOUNS and "deny" not in stream[event].labels) or is_stage(stream, event)
        made = noun and not _interrupted(stream, event, case.anchor)
        return "by" if made else "inner"
    ended = name < event and sum(t.text == "," for t in stream[name + 1 : event]) % 2  # two enclose an apposition
    return "inner" if ended else None


def _bare_before(stream: Sequence[Token], name: int, event: int) -> str:
    """The case of a name without a preposition before its event: its subject, unless the verb is passive."""
    if stream[event].labels & VERBS:
        if bears(before(stream, name, 1), "pay"):  # `pays Foo for access to`
            return "object"
        return "object" if passive(stream, event) else "subject"
    near = event - name <= _COMPOUND_NEAR and not _interrupted(stream, name, event)
    return "compound" if near else "subject"


def _bare_after(stream: Sequence[Token], name: int, event: int) -> str:
    """The case of a name without a preposition behind its event: its object, unless it only tells of it."""
    if _speaks(stream, name, event) or _opens_clause(stream, name) or _supplied_by(stream, name, event):
        return "inner"
    if _subject_of_fronted(stream, name, event) or _counted_among(stream, name, event):
        return "subject"
    inverted = subject_after_verb(stream, name, event)
    if stream[event].labels & VERBS:
        return "subject" if inverted is not passive(stream, event) else "object"
    if _made_by(stream, name, event):
        return "by"
    if inverted:
        return "compound" if not _interrupted(stream, name, event) else "subject"
    return "inner" if bears(stream[event + 1 : name], "but") else "object"


def _made_by(stream: Sequence[Token], name: int, event: int) -> bool:
    """`la série D de 500 M$ que réalise Foo`: who stands behind the verb of the relative clause."""
    opened = [i for i in range(event + 1, name) if bears(stream[i : i + 1], "object_relative")]
    return bool(opened) and name - opened[0] <= 3 and not holds(stream[event:name], MARK, NAME)


def _invested_in(stream: Sequence[Token], case: Case, name: int, event: int) -> bool:
    """`borrows $4bn to invest in Foo`, `to fund its investment in Foo`: not Foo takes the loan."""
    if case.label not in _INTO or case.anchor <= event + 1 or stream[event].labels.isdisjoint(_RAISING):
        return False
    if not stream[case.anchor - 1].labels.isdisjoint(_INVESTING):
        return bool(case.anchor - 1 != event)
    parted = any(t.text == "," for t in stream[event + 1 : case.anchor])
    return parted and bears(stream[name + 1 : name + 2], "invest")  # `um sie in Foo zu stecken`


def _supplied_by(stream: Sequence[Token], name: int, event: int) -> bool:
    """`abritera des puces fournies par Foo`: whom another word right before says to supply."""
    return event < name - 1 and bool(stream[event].labels & VERBS) and "supplier" in stream[name - 1].labels


def _opens_clause(stream: Sequence[Token], name: int) -> bool:
    """`..., and Foo followed`: the subject of a clause of its own."""
    joined = "and" in stream[name - 1].labels and stream[name - 2].text == ","
    following = stream[name + 1].labels if name + 1 < len(stream) else frozenset()
    return joined and not following.isdisjoint(_FOLLOWING)


def _speaks(stream: Sequence[Token], name: int, event: int) -> bool:
    """Whether a name behind an event only says so: `..., Foo and Bar said`."""
    last = name
    while last < len(stream) and (stream[last].type == NAME or "and" in stream[last].labels):
        last += 1
    return bears(stream[last : last + 1], "speaker_verb") and any(t.text == "," for t in stream[event + 1 : name])


def _subject_of_fronted(stream: Sequence[Token], name: int, event: int) -> bool:
    """`After buying Foo, Bar is raising`, `Pour racheter Foo, Bar emprunte`: whose verb opens the sentence without
    a subject of its own."""
    opened = event <= _FRONTED and bears(stream[:event], *_FRONTING) and not holds(stream[:event], NAME)
    if not opened or stream[name - 1].text != "," or name + 1 >= len(stream):
        return False
    following = stream[name + 1]
    return bool(following.labels & _ACTING) or (following.type == WORD and not following.labels)


def _counted_among(stream: Sequence[Token], name: int, event: int) -> bool:
    """`Among those renting from Foo are Bar and Baz`: who stands behind the verb is one of those."""
    opened = bears(stream[:2], "between") and not holds(stream[:event], NAME)
    return opened and bears(stream[event + 1 : name], "copula", "counts", "in_use")


def _verb_between(stream: Sequence[Token], a: int, b: int) -> bool:
    return any(t.labels & VERBS and not t.labels & NOUNS for t in stream[a + 1 : b])


def _interrupted(stream: Sequence[Token], a: int, b: int) -> bool:
    """Whether anything but plain words and figures stands between two tokens."""
    return any(t.type in (MARK, NAME) or t.labels - {"of"} for t in stream[a + 1 : b] if t.type != QUANTITY)
