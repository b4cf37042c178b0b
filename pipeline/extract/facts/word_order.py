"""Subject and object where the order of words is free: the verb may come second or last, the subject may follow it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.cases import Case
from pipeline.extract.grammar.frames import FRAMES, VERBS
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import MARK, QUANTITY, WORD, Token, is_organisation_noun
from pipeline.extract.grammar.voice import passive
from pipeline.extract.grammar.windows import bears

_FRONTED = 3  # tokens from the head of a sentence to the noun that opens it
_NOBODY = Case("bare", -1, False, -1)
_COPULA = 5  # tokens from a copula to the subject behind it
_NOMINAL = frozenset({"org_noun", "determiner", "definite", "and", "title_noun"})


def subjects_and_objects(sentence: Sentence, event: int) -> dict[int, str]:
    """Name token -> `subject` or `object`, for the bare names of a verb's clause that their side does not tell."""
    stream = sentence.stream
    labels = stream[event].labels
    if not labels & VERBS:
        return _subject_of_fronted(sentence, event)
    if passive(stream, event):
        return {}
    has_object = any("object" in FRAMES.get(label, {}) for label in labels)
    groups = _bare_groups(sentence)
    first, last = _clause(sentence, event, groups)
    before = [g for g in groups if first <= g[0] < event]
    after = [g for g in groups if event < g[0] < last]
    found: dict[int, str] = {}
    for i, case in sentence.case.items():
        if has_object and case.anchor >= 0 and "personal" in stream[case.anchor].labels and event < case.anchor < last:
            found[i] = "object"
    if doers := _cleft(stream, event, after):
        others = (i for group in after if group is not doers for i in group)
        return found | dict.fromkeys(others, "object") | dict.fromkeys(doers, "subject")
    if after and _goods_told(stream, event):
        return found | dict.fromkeys(after[0], "subject")
    if not before and after and not _has_subject(sentence, first, event):
        _inverted(sentence, event, after, found, has_object=has_object)
    elif sentence.article.lexicon.verb_final and before and not after and has_object and not found:
        _verb_last(sentence, event, before, found)
    return found


def _cleft(stream: Sequence[Token], event: int, after: list[list[int]]) -> list[int]:
    """`A fornire i chip è Foo`, `A costruirlo sarà la stessa Foo`: who stands behind the copula does it."""
    start = event - 1
    while start > 1 and stream[start].labels.isdisjoint({"to"}) and event - start < _FRONTED:
        start -= 1
    opens = start == 0 or stream[start - 1].type == MARK or "and" in stream[start - 1].labels
    fronted = start >= 0 and "to" in stream[start].labels and opens
    if not fronted and (event > _FRONTED or "relative" not in stream[0].labels):  # `Quem comprou a Bar foi a Foo`
        return []
    for group in after:
        near = stream[max(event + 1, group[0] - _COPULA) : group[0]]
        if bears(near, "passive", "copula"):
            return group
    return []


def _goods_told(stream: Sequence[Token], event: int) -> bool:
    """`equipos que le surtirá Foo`: goods that a pronoun in the dative gets, so that who stands behind gives them."""
    if event < 3 or "dative" not in stream[event - 1].labels or "relative" not in stream[event - 2].labels:
        return False
    return stream[event - 3].type == WORD


def _subject_of_fronted(sentence: Sentence, event: int) -> dict[int, str]:
    """`Mit der Übernahme von Foo stärkt Bar`: who stands behind the verb does what the fronted noun says."""
    opening = [i for i, token in enumerate(sentence.stream[:_FRONTED]) if token.labels & {"with", "by"}]
    if not opening or not opening[0] < event <= opening[0] + _FRONTED:
        return {}
    groups = _bare_groups(sentence)
    _, last = _clause(sentence, event, groups)
    after = [g for g in groups if event + 1 < g[0] < last]
    behind = [
        g for g in after if sentence.stream[g[0] - 1].type == WORD and not sentence.stream[g[0] - 1].labels & _NOMINAL
    ]
    return dict.fromkeys(behind[0], "subject") if behind else {}


def _has_subject(sentence: Sentence, first: int, event: int) -> bool:
    """`Die Investoren Foo und Bar geben Baz`, `Een groep banken leent Foo`: a noun for firms opens the clause."""
    opening = sentence.stream[first:event]
    governed = any(t.labels & PREPOSITIONS for t in opening[:2])
    return not governed and any(is_organisation_noun(t) or t.labels & {"join", "authority"} for t in opening)


def _inverted(
    sentence: Sentence, event: int, after: list[list[int]], found: dict[int, str], *, has_object: bool
) -> None:
    """`Für 2 Milliarden übernimmt Foo das Start-up Bar`: the first name after the verb is its subject."""
    clitic = event > 0 and "clitic" in sentence.stream[event - 1].labels  # `la electricidad la suministrará Foo`
    taken = event > 0 and (clitic or sentence.case.get(event - 1, _NOBODY).label == "object")  # `lo compra Foo`
    if has_object and len(after) == 1 and not taken and not _object_is_figure(sentence, event, after[0]):
        return
    found.update(dict.fromkeys(after[0], "subject"))
    for group in after[1:]:
        found.update(dict.fromkeys(group, "object"))


def _object_is_figure(sentence: Sentence, event: int, names: list[int]) -> bool:
    """`Dort mietet Foo 200 Megawatt`: what is rented, given or held is a figure, so the name beside the verb is who
    does it."""
    stream = sentence.stream
    between = any(t.type == QUANTITY for t in stream[event + 1 : names[0]])
    after = names[0] - event <= 3 and any(t.type == QUANTITY for t in stream[names[-1] + 1 : names[-1] + 6])
    if "deny" in stream[event].labels:  # `Gerüchte weist Foo zurück`
        return True
    if bears(stream[max(0, event - 4) : event], "stake"):  # `zehn Prozent der Anteile übernimmt Foo`
        return True
    before = any(t.type == QUANTITY for t in stream[max(0, event - 5) : event])
    return (between or after or before) and not (
        "acquire" in stream[event].labels and "procure" not in stream[event].labels
    )


def _verb_last(sentence: Sentence, event: int, before: list[list[int]], found: dict[int, str]) -> None:
    """`Foo will Bar übernehmen`, `Foo plant, Bar zu übernehmen`: the name next to the verb is its object."""
    infinitive = bears(sentence.stream[event - 1 : event], "to") or _opens_with_to(sentence, event)
    if len(before) >= 2 or infinitive:
        found.update(dict.fromkeys(before[-1], "object"))


def _opens_with_to(sentence: Sentence, event: int) -> bool:
    """Whether a verb of several words has its `to` inside: `zu Fall bringen`."""
    first, _, rest = sentence.stream[event].text.partition(" ")
    return bool(rest) and "to" in sentence.article.lexicon.alone(first)


def _clause(sentence: Sentence, event: int, groups: list[list[int]]) -> tuple[int, int]:
    """The tokens around a verb up to the next comma or stronger mark; lists of names do not end it."""
    stream = sentence.stream
    inside = {i for g in groups for i in range(g[0], g[-1])}
    first = last = event
    while first > 0 and not _edge(sentence, first - 1, inside):
        first -= 1
    while last < len(stream) and not _edge(sentence, last, inside):
        last += 1
    return first, last


def _edge(sentence: Sentence, at: int, inside: set[int]) -> bool:
    token = sentence.stream[at]
    mark = token.type == MARK and token.text in ",;:()–—"
    return at not in inside and (mark or token.text.startswith(",") or "but" in token.labels)


def _bare_groups(sentence: Sentence) -> list[list[int]]:
    """Lists of names that no preposition governs, in order."""
    groups: dict[int, list[int]] = {}
    for i, case in sorted(sentence.case.items()):
        entity = sentence.stream[i].value
        if case.label == "bare" and not case.poss and entity is not None and entity.party:
            groups.setdefault(case.group, []).append(i)
    return list(groups.values())
