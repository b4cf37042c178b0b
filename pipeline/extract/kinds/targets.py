"""What an acquisition buys: companies merged, listed together, only described, or named by their owner alone."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import WORD, Entity, is_organisation_noun
from pipeline.extract.grammar.windows import after, bears

_ASIDE = frozenset({"join", "title", "kin"})
_MERGING = frozenset({"subject", "object", "of", "between"})
_PHRASE = 9  # tokens behind a verb of buying in which the phrase for what is bought ends


def merged(sentence: Sentence, statement: Statement) -> list[Entity]:
    """`Foo and Bar are to merge`, `the merger of Foo and Bar`: of the two that one list names the first acquires."""
    stream, best = sentence.stream, statement.parts[:1]
    if "merger" not in stream[statement.event].labels or not best or best[0].case not in _MERGING:
        return []
    group = sentence.case[best[0].name].group
    listed = [stream[i].value for i, c in sentence.case.items() if c.group == group and not c.poss]
    return listed if len(listed) == 2 and all(e is not None and e.firm for e in listed) else []


def described(sentence: Sentence, event: int) -> Entity | None:
    """What is bought when nobody names it: `snaps up a small Israeli cybersecurity firm`."""
    stream = sentence.stream
    first, *phrase = range(event + 1, min(event + _PHRASE, len(stream))) or [event]
    if "determiner" not in stream[first].labels or stream[first].labels & {"definite", "poss_pronoun"}:
        return None
    for i in phrase:
        if stream[i].type != WORD or stream[i].labels & VERBS:
            return None
        if is_organisation_noun(stream[i]):
            last = i + bears(after(stream, i, 1), "nationality")  # `une pépite israélienne`
            return Entity(sentence.article.text[stream[first + 1].start : stream[last].end], "company")
    return None


def unnamed(sentence: Sentence, owner: Entity) -> Entity | None:
    """What is bought when only its owner has a name: `Jane Doe's AI device startup`."""
    stream = sentence.stream
    for i, case in sentence.case.items():
        if stream[i].value is not owner or not case.poss or "poss_pronoun" in stream[i].labels:
            continue
        for j in range(i + 2, min(i + 7, len(stream))):
            if stream[j].type != WORD or stream[j].labels & VERBS:
                break
            if "org_noun" in stream[j].labels:
                return Entity(sentence.article.text[stream[i].start : stream[j].end], "company")
    return None


def firms_beside(sentence: Sentence, event: int) -> list[Entity]:
    """The companies beside an event, without the seller (`the acquisition from Foo`) and whoever has joined in."""
    stream = sentence.stream
    noun = not stream[event].labels & VERBS
    found = []
    for i, case in sorted(sentence.case.items()):
        entity = stream[i].value
        seller = noun and case.label == "from" and case.anchor == event + 1
        apart = case.label == "with" and case.anchor > event + 2  # `takeovers meant to close the gap with Foo`
        if not seller and not apart and case.label not in _ASIDE and "poss_pronoun" not in stream[i].labels:
            found.append(entity)
    return [e for e in found if e is not None and e.firm]


def listed_with(sentence: Sentence, target: Entity, buyers: list[Entity]) -> list[Entity]:
    """The other companies of a list of targets."""
    groups = {
        c.group for i, c in sentence.case.items() if sentence.stream[i].value is target and c.label in ("of", "bare")
    }
    found = [sentence.stream[i].value for i, c in sentence.case.items() if c.group in groups and not c.poss]
    return [e for e in found if e is not None and e is not target and e not in buyers and e.firm]


def only_owns(sentence: Sentence, statement: Statement, target: Entity) -> bool:
    """`would absorb a tenth of Foo's power`: something of a company, not the company, is the object of a verb."""
    part = next((p for p in statement.parts if p.entity is target), None)
    if part is None or part.role != "target" or not sentence.stream[statement.event].labels & VERBS:
        return False
    return part.name > statement.event and sentence.case[part.name].poss
