"""Partnerships: peers that ally on AI or compute."""

from __future__ import annotations

from pipeline.extract.facts.recall import the_two
from pipeline.extract.facts.roles import Part
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.supply_chain import MAKERS, SUPPLIERS, credible, rank, solid
from pipeline.extract.grammar.frames import EVENTS
from pipeline.extract.grammar.stream import NAME, Entity
from pipeline.extract.grammar.windows import bears, holds
from pipeline.extract.kinds.built_with import TOPICS

_REACH = 9  # tokens from the word of alliance to the preposition before a partner
_SIGNED = 4  # tokens from the preposition before a partner to the word of alliance: `has signed with Foo a partnership`
_OTHERS = (EVENTS - {"announce", "partner", "partnership"}) | {"but"}
_PEERS = frozenset({"company", "unknown", "government"})
_JOINING = frozenset({"with", "to", "between", "of", "poss", "compound", "join", "by"})
_ALLYING = frozenset({"subject", "object", "with", "between", "join"})
_TRADES = SUPPLIERS | {"lab", "hyperscaler"}
_SUPPLY = frozenset({"procure", "supply", "supplier"})


def partnership(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """A partnership needs two organisations that the words join, something of AI or compute, and no figure."""
    parts = [p for p in statement.parts if p.role == "partners" and p.entity.kind in _PEERS]
    joined = [p for p in parts if _joined(sentence, statement.event, p)]
    subjects = _nearest_list(sentence, [p for p in parts if p.case in ("subject", "object") and p not in joined])
    closed = len(joined) >= 2 and label == "partnership" and {p.case for p in joined} != {"with"}
    partners = [p.entity for p in (joined if closed else subjects + joined) if _may_ally(sentence, p)]
    subject = _named_before(sentence, statement.event) or sentence.reading.subject or sentence.article.topic
    alone = len(partners) == 1 or not (subjects or closed)
    if alone and joined and subject is not None and subject not in partners and subject.kind in _PEERS:
        partners.insert(0, subject)
    pair = the_two(sentence) if len(partners) < 2 else []
    partners = pair or partners
    statement.parties = {"partners": partners}
    allied = joined or pair or (len(subjects) >= 2 and not (label == "partner" and _is_noun(sentence, statement.event)))
    about = _about_ai(sentence, statement) or (bool(pair) and _went_before(sentence))
    return bool(allied) and len(partners) >= 2 and figure is None and about


def _may_ally(sentence: Sentence, part: Part) -> bool:
    """Whether a name is surely an organisation, or stands where only an ally does (`Foo teams up with Bar`)."""
    ally = part.case in _ALLYING and credible(sentence, part.entity)
    return ally or part.case == "with" or solid(sentence, part.entity)


def _named_before(sentence: Sentence, event: int) -> Entity | None:
    """`there is the site of Foo, in cooperation with Bar`: whom a sentence without a subject names before."""
    if sentence.reading.own_subject:
        return None
    before = [(i, c) for i, c in sentence.case.items() if i < event and c.label == "of" and not c.poss]
    named = [sentence.stream[i].value for i, _ in before]
    return next((e for e in named if e is not None and e.kind in _PEERS), None)


def _joined(sentence: Sentence, event: int, part: Part) -> bool:
    """Whether a name hangs on the word of alliance: its owner, or `with Foo`, `between Foo and Bar` after it."""
    if part.case in ("poss", "compound") or part.case not in _JOINING:
        return part.case in _JOINING
    if part.case == "with" and part.name in sentence.case and sentence.case[part.name].label != "with":
        return True  # `Foo, with whom Bar has concluded a partnership`
    for i, case in sentence.case.items():
        if sentence.stream[i].value is part.entity and case.label == part.case:
            between = sentence.stream[event + 1 : case.anchor]
            fronted = (case.anchor <= 1 and case.label == "with") or "together" in sentence.stream[case.anchor].labels
            verb = sentence.stream[case.anchor - 1].labels if case.anchor > 0 else frozenset()
            signed = case.label == "with" and event - _SIGNED <= case.anchor < event and "announce" in verb
            after = event <= case.anchor <= event + _REACH and not any(t.labels & _OTHERS for t in between)
            if fronted or after or signed:  # `has signed with Foo a partnership`
                return True
    return False


def _nearest_list(sentence: Sentence, parts: list[Part]) -> list[Part]:
    """The best subject with those that share its list."""
    best = max(parts, key=lambda p: p.score, default=None)
    return [p for p in parts if best and sentence.case[p.name].group == sentence.case[best.name].group]


def _is_noun(sentence: Sentence, event: int) -> bool:
    """`Foo is the utility partner`: no verb."""
    before = sentence.stream[max(0, event - 2) : event]
    return bears(before, "determiner") and not holds(before, NAME)


def buys_from_partner(sentence: Sentence, parties: dict[str, list[Entity]]) -> bool:
    """Whether the sum of an alliance is what a supplier's customer pays, and not what a site costs."""
    partners = parties.get("partners", [])
    ranks = {rank(e) for e in partners}
    site = bears(sentence.stream, "site_noun")
    sells = MAKERS if site else SUPPLIERS
    return len(partners) == len(ranks) == 2 and any(e.trade in sells for e in partners)


def _about_ai(sentence: Sentence, statement: Statement) -> bool:
    if bears(sentence.stream, *TOPICS):
        return True
    partners, lexicon = statement.parties["partners"], sentence.article.lexicon
    named_so = any("ai" in lexicon.longest([word], 0)[1] for e in partners for word in e.name.casefold().split())
    return named_so or any(e.trade in _TRADES for e in partners)


def _went_before(sentence: Sentence) -> bool:
    """Whether the sentence right before, which tells of the same two, is about AI or compute."""
    before = sentence.article.readings[sentence.number - 1] if sentence.number else None
    return before is not None and bears(before.tokens, *TOPICS)


def is_supply(sentence: Sentence, statement: Statement) -> bool:
    """An alliance to deploy or supply the compute of all partners but one is capacity; sets the sides."""
    *suppliers, customer = sorted(statement.parties["partners"], key=rank)
    first = max(0, statement.event - 4)
    near = sentence.stream[first:] if len(suppliers) > 1 else sentence.stream[first : statement.event + 6]
    helped = any(p.case == "with" for p in statement.parts) and "build" in sentence.stream[statement.event].labels
    supplied = helped or any(t.labels & _SUPPLY and "pay" not in t.labels for t in near)
    if not supplied or any(e.trade not in SUPPLIERS or rank(e) == rank(customer) for e in suppliers):
        return False
    statement.parties = {"customer": [customer], "provider": suppliers}
    return True
