"""Sites, compute and models that are built with somebody, or for somebody: `Foo builds two data centres with Bar`."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.voice import passive
from pipeline.extract.grammar.windows import after, bears

TOPICS = frozenset({"ai", "compute", "site_noun"})
"""What peers make together."""
_SITES = frozenset({"site_noun", "compute"})
_REACH = 9  # tokens around a verb of building in which a partner joins in
_ROLE = 3  # tokens from a name to the noun that says what it is there
_BESIDE = 4  # tokens from what is made to the preposition before who makes it, too


def builds_with(sentence: Sentence, event: int) -> bool:
    """Whether a site, compute or AI is made with somebody: `builds two data centers with Foo`, `Foo and Bar jointly
    develop models`."""
    stream = sentence.stream
    if _together_with(sentence, event):
        return True
    first = max(0, event - 12) if passive(stream, event) or sentence.article.lexicon.verb_final else event + 1
    near = range(first, event if passive(stream, event) else min(event + 7, len(stream)))
    made = next((i for i in near if stream[i].labels & TOPICS), None)
    if made is None:
        return False
    last = max(made, event)
    if bears(stream[max(0, min(made, event) - 3) : last + 3], "together"):
        return bears(stream, "both") or any(c.size >= 2 for i, c in sentence.case.items() if i < event)
    beside = (i for i, c in sentence.case.items() if c.label == "with" and last < c.anchor <= last + _BESIDE)
    return any(not bears(after(stream, i, _ROLE), "customer") for i in beside)  # `with Foo as anchor tenant`


def _together_with(sentence: Sentence, event: int) -> bool:
    """`Samen met Foo ontwikkelt Bar taalmodellen`, `entwickelt zusammen mit Foo`: a partner joins in what is made."""
    near = range(max(0, event - _REACH), min(event + _REACH, len(sentence.stream)))
    joined = [c.anchor for c in sentence.case.values() if c.label in ("join", "with") and c.anchor in near]
    return any(bears(sentence.stream[max(0, i - 1) : i + 1], "together") for i in joined)


def builds_for(sentence: Sentence, event: int) -> bool:
    """Whether a site or compute is built for somebody: `builds the servers for Foo`, `For Foo, Bar is building`."""
    stream = sentence.stream
    if not any(t.labels & _SITES for t in stream[max(0, event - 6) : event + 7]):
        return False
    return any(c.label == "for" and (c.anchor == 0 or event < c.anchor <= event + 7) for c in sentence.case.values())
