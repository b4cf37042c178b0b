"""Who denies or halts a deal: the subject of the verb, whoever speaks the words, or an authority."""

from __future__ import annotations

from pipeline.extract.facts.roles import assign
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.stream import MARK, NAME, Entity
from pipeline.extract.grammar.voice import passive
from pipeline.extract.grammar.windows import after, bears, before
from pipeline.extract.kinds.denial_cues import holds_negation, is_negated_deed

_AGENT = 4  # tokens between a passive verb and its agent's preposition
_OFFICE = 7  # tokens from a person to whose officer he is
_TELLING = 4  # tokens between a verb of speaking and who speaks


def speaker_of(sentence: Sentence, event: int, label: str) -> Entity | None:
    """Who denies or halts; what is done to somebody (`Foo has been blocked`) has no speaker in him."""
    suffered = passive(sentence.stream, event)
    teller = _teller(sentence) if label == "deny" or suffered else None
    told = teller is not None and teller.kind == "person" and holds_negation(sentence, event)
    told = told or (teller is not None and is_negated_deed(sentence, event))  # `Foo said it had not bought Bar`
    if label == "deny" and (told or (teller is not None and _opens(sentence, event))):
        return teller  # `Jane Roe said Foo is not raising money`, `Foo called the report "wrong"`
    for part in assign(sentence, event, "deny" if label == "deny" else "halt"):
        agent = part.case == "by" and abs(sentence.case[part.name].anchor - event) <= _AGENT
        acts = agent if suffered else part.case != "by"  # `has blocked the purchase by Foo`: Foo blocks nothing
        if part.role == "speaker" and part.entity.kind != "media" and acts:
            return _officer(sentence, part.name) or part.entity
    if label == "halt":
        subject = sentence.reading.subject if sentence.reading.own_subject and not suffered else None
        if subject is not None and subject.kind == "government":
            return subject  # `Das Kartellamt hat die Übernahme durch Foo untersagt`
        return teller if teller is not None and teller.kind == "person" else None
    return teller or _sole_person(sentence)


def _opens(sentence: Sentence, event: int) -> bool:
    """Whether a verb of speaking opens what is denied: `called reports that it would buy Foo "inaccurate"`."""
    spoken = [i for i, t in enumerate(sentence.stream[:event]) if "speaker_verb" in t.labels]
    return bool(spoken) and bears(sentence.stream[spoken[-1] : event], "report_noun", "hearsay")


def _teller(sentence: Sentence) -> Entity | None:
    """Who speaks the words that deny: `"Nonsense," Jane Roe said`, `« Faux », a répondu Foo`."""
    stream = sentence.stream
    for verb in (i for i, t in enumerate(stream) if "speaker_verb" in t.labels):
        near = [*range(verb - 1, verb - _TELLING, -1), *range(verb + 1, verb + 1 + _TELLING)]
        for i in near:
            if not 0 <= i < len(stream) or stream[i].type != NAME or stream[i].value is None:
                continue
            apart = any(t.type == MARK for t in stream[min(i, verb) + 1 : max(i, verb)])
            apart = apart and not (
                i == verb - 2 and stream[i - 1].text == stream[i + 1].text == ","
            )  # `, Jane Roe, said`
            if not apart and stream[i].value.party and sentence.case[i].label in ("bare", "by", "title"):
                entity: Entity = stream[i].value
                return _officer(sentence, i) or entity
    return None


def _officer(sentence: Sentence, name: int) -> Entity | None:
    """The person with an office at a name: `said Foo chief Jane Roe`, `Jane Roe, chief of Foo, said`."""
    if sentence.case[name].label != "title":
        return None
    behind, ahead = after(sentence.stream, name, _TELLING + 1), before(sentence.stream, name, _OFFICE)
    near = (t.value for t in (*behind, *reversed(ahead)) if t.type == NAME and t.value is not None)
    return next((e for e in near if e.kind == "person"), None)


def _sole_person(sentence: Sentence) -> Entity | None:
    """The only person of the sentence."""
    people = {id(e): e for e in sentence.names() if e.kind == "person"}
    return next(iter(people.values())) if len(people) == 1 else None


def authority(sentence: Sentence) -> Entity | None:
    """The authority that halts a deal, where the sentence names none: the first that the article names."""
    if not bears(sentence.stream, "authority"):
        return None
    return next((e for e in sentence.article.entities if e.kind == "government"), None)
