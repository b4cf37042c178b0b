"""Whose deal it is that a denial denies or halts."""

from __future__ import annotations

from pipeline.extract.facts.statements import MAIN, Sentence, Statement
from pipeline.extract.grammar.stream import MARK, NAME, Entity
from pipeline.extract.grammar.windows import bears
from pipeline.extract.kinds.denial_cues import holds_negation, is_negated_deed
from pipeline.extract.kinds.suitors import suitors, taker_denied

DENIABLE = MAIN.keys() - {"denial"}
"""Kinds of deals that may be denied."""
_GOES_ON = 3  # sentences over which a denial goes on
_COUNTERPARTS = frozenset({"with", "in", "into", "of"})


def recipient_of(sentence: Sentence, event: int, speaker: Entity, target: Statement | None) -> Entity | None:
    """Whose deal is denied: that of the statement denied, the speaker's own, or whom the sentence speaks of."""
    if target is not None:
        found = target.parties.get(MAIN[target.kind]) or target.parties.get("provider")
        if found:
            return found[0]
    if speaker.firm:
        if (off := _called_off_before(sentence, speaker)) is not None:
            return off
        other = taker_denied(sentence, event, speaker) or _counterpart(sentence, event, speaker)
        other = other or _denied_before(sentence, speaker) or _financed(sentence, event, speaker)
        return other or _fellow(sentence, speaker) or speaker
    named: list[Entity] = [
        t.value for i, t in enumerate(sentence.stream)
        if t.type == NAME and t.value is not None and t.value.firm and t.value is not speaker
        and "poss_pronoun" not in t.labels and not _spoken_to(sentence, i)
    ]  # fmt: skip
    own: list[Entity] = [
        e for i, c in sentence.case.items() if c.label == "title" and (e := sentence.stream[i].value) in named
    ]
    for_himself = bears(sentence.stream, "first_person") and not is_negated_deed(sentence, event)
    if own and not for_himself and (taken := taker_denied(sentence, event, speaker)):
        return taken  # `"We are not buying Bar," said Foo's chief executive`
    if own and bears(sentence.stream, "first_person"):
        return own[0]  # `"We are not selling," he said`
    buyers = suitors(sentence)
    told = own or [e for e in named if not e.financier and e not in buyers] or named * (not buyers)
    if not own and sentence.article.topic in told:
        return sentence.article.topic  # `rumours that Foo is after Bar`, in a report on Bar
    return next((e for e in (*told, sentence.reading.heading_subject, sentence.article.topic) if e is not None), None)


def _spoken_to(sentence: Sentence, name: int) -> bool:
    """`"It is false", disse ao Eco`: to whom somebody says so, a medium whatever its name."""
    case = sentence.case[name]
    return case.label == "to" and case.anchor > 0 and "speaker_verb" in sentence.stream[case.anchor - 1].labels


def _fellow(sentence: Sentence, speaker: Entity) -> Entity | None:
    """Who walks away together with the speaker: `Foo and Bar have abandoned the site`."""
    groups = {c.group for i, c in sentence.case.items() if sentence.stream[i].value is speaker and c.label == "bare"}
    listed = [sentence.stream[i].value for i, c in sentence.case.items() if c.group in groups and not c.poss]
    return next((e for e in listed if e is not None and e.firm and e is not speaker), None)


def _called_off_before(sentence: Sentence, speaker: Entity) -> Entity | None:
    """Whose deal the sentence before calls off, when its other party speaks: `The sale to Foo is off. Foo left`."""
    for told in reversed(sentence.earlier):
        off = told.fields.get("status") == "cancelled" and speaker in told.everyone
        if off and told.kind in DENIABLE and sentence.number - told.number == 1:
            return told.main if told.main is not speaker else None
    return None


def _denied_before(sentence: Sentence, speaker: Entity) -> Entity | None:
    """Whose deal the same speaker has denied just before, where a sentence names nobody else."""
    others = [e for e in sentence.firms() if e is not speaker]
    told = sentence.recent(_GOES_ON, "denial")
    return next((s.first("recipient") for s in told if not others and s.first("speaker") is speaker), None)


def _financed(sentence: Sentence, event: int, speaker: Entity) -> Entity | None:
    """From whom a financier walks away: the first other company after the verb, else whom the article is about."""
    if not speaker.financier:
        return None
    others = [
        entity for i in sorted(sentence.case)
        if i > event and (entity := sentence.stream[i].value) is not None and entity.firm and not entity.financier
    ]  # fmt: skip
    topic = sentence.article.topic
    return others[0] if others else topic if topic is not speaker else None


def _counterpart(sentence: Sentence, event: int, speaker: Entity) -> Entity | None:
    """The start-up with which a financier or giant denies dealings: `Foo Capital is not in talks with Bar`."""
    if (taken := _object_of_negated(sentence, event, speaker)) is not None:
        return taken
    for name, case in sorted(sentence.case.items()):
        wooed: Entity | None = sentence.stream[name].value
        before = sentence.stream[max(0, case.anchor - 1) : case.anchor + 1]
        interest = case.label == "in" and "talks" in before[-1].labels  # `any interest in Bar`
        interest = interest or (case.label == "with" and "deny" in before[0].labels)  # `no conversation with Bar`
        if name > event and interest and wooed is not None and wooed.firm:
            return wooed
    if speaker.trade not in ("capital", "hyperscaler", "chips"):
        return None
    for i, case in sorted(sentence.case.items()):
        entity: Entity | None = sentence.stream[i].value
        other = entity is not None and entity is not speaker and entity.firm and not entity.financier
        if i > event and other and (case.label in _COUNTERPARTS or sentence.stream[i - 1].labels & {"talks", "deny"}):
            return entity
    return None


def _object_of_negated(sentence: Sentence, event: int, speaker: Entity) -> Entity | None:
    """Whom a negated verb takes as its object: `Foo will not buy Bar`, `Foo n'investira pas dans Bar`."""
    if not holds_negation(sentence, event):
        return None
    for i in range(event + 1, min(event + 4, len(sentence.stream))):
        token = sentence.stream[i]
        if token.type == NAME:
            firm = token.value is not None and token.value.firm and token.value is not speaker
            return token.value if firm and sentence.case[i].label in ("bare", "in", "into") else None
        if token.type == MARK:
            return None
    return None
