"""What a sentence negates: `has not bought`, `kauft Foo nicht`, `no investor has put`: of that no deal is told."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.clauses import clause_numbers
from pipeline.extract.grammar.frames import NOUNS, VERBS
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import DATE, MARK, NAME, QUANTITY, TERM, WORD, Token
from pipeline.extract.grammar.windows import bears, holds

_REACH = 14  # tokens between a negation and its verb
_LIGHT = frozenset(
    {"passive", "perfect", "copula", "adverb", "plan", "modal", "to", "done", "talks", "announce", "pronoun", "clitic",
     "not", "gap"}
)  # fmt: skip
_SUBJECTS = _LIGHT | {"and", "of", "determiner", "org_noun", "funding_context", "investor", "join"}
_VERBS = VERBS | {"lead", "join", "lead_verb", "join_verb", "led", "joined"}
_OTHERS = VERBS - {"announce"} | {"speaker_verb"}
_DETERMINED = frozenset({"definite", "poss", "poss_pronoun"})
_INSIDE = PREPOSITIONS | {"determiner"}
_COUNTED = frozenset({"determiner", "adverb", "ai"})
_RELATIVE = 4  # tokens of a relative clause to its verb
_OPENING = frozenset({"and", "but", "relative"})


def negated(sentence: Sentence, at: int) -> bool:
    """Whether an event word, or a figure that stands for one, is negated in its own clause."""
    if "not" not in sentence.stream.labels:
        return False
    idle = sentence.article.lexicon.idle_negations
    for i in range(max(0, at - _REACH), min(at + _REACH, len(sentence.stream))):
        token = sentence.stream[i]
        if (
            "not" in token.labels
            and token.text not in idle
            and one_clause(sentence, i, at)
            and _negates(sentence, i, at)
        ):
            return True
    return False


def one_clause(sentence: Sentence, negation: int, at: int) -> bool:
    """Whether a negation stands in the clause of an event, and no `only` takes it back: `not only`, `ne lève que`."""
    stream, only = sentence.stream, sentence.article.lexicon.only
    clauses, first, last = clause_numbers(stream), min(negation, at), max(negation, at)
    if clauses[negation] != clauses[at] or any(first < edge < last for edge in stream.edges):
        return False
    end = next((i for i in range(last + 1, len(stream)) if stream[i].type != WORD), len(stream))
    stop = next((i for i in range(last + 1, len(stream)) if stream[i].type == MARK), len(stream))
    if not sentence.article.lexicon.pending.isdisjoint(t.text for t in stream[last : stop - 1]):
        return False  # `cannot buy Foo before the regulator approves`
    return only.isdisjoint(t.text for t in stream[first:end])


def _negates(sentence: Sentence, negation: int, at: int) -> bool:
    """Whether a negation of the same clause is that of the event."""
    stream, labels = sentence.stream, sentence.stream[at].labels
    if holds(stream[negation + 1 : negation + 2], TERM, DATE):
        return False  # `keine zwei Jahre nach der Gründung`
    noun = labels & NOUNS or stream[at].type == QUANTITY
    if bears(stream[at + 1 : at + 2], "definite") and _told_besides(stream, at + 2):
        return False  # `cannot use the 400 MW that it leased`
    if noun and negation < at and _negates_noun(sentence, negation, at):
        return True
    if not labels & _VERBS or (noun and (negation > at or bears(stream[negation + 1 : at], "determiner"))):
        return False  # `has not named the purchase`
    if sentence.article.lexicon.verb_final:
        return _negates_apart(stream, negation, at)
    if negation > at:  # `raised no money`, and not `raised not $2bn but $3bn`
        counted = holds(stream[at + 2 : at + 3], QUANTITY)
        return negation == at + 1 and not counted and not sentence.article.lexicon.free_order
    between, opens = stream[negation + 1 : at], _opens(stream, negation)
    return _light(between, _SUBJECTS if opens else _LIGHT) and (opens or not holds(between, NAME))


def _negates_noun(sentence: Sentence, negation: int, at: int) -> bool:
    """`no takeover of Foo`, `has not signed a contract`: no determiner says that the deal exists."""
    stream = sentence.stream
    between = stream[negation + 1 : at]
    plain = [t for t in between if not (t.type == QUANTITY or t.labels & _COUNTED)]
    if not plain or (len(plain) == 1 and not plain[0].labels and bears(between, "determiner")):
        return not bears(between, *_DETERMINED)  # `no takeover`, `has not formed a partnership`
    verb = next((i for i in range(negation + 1, at) if stream[i].labels & VERBS), None)
    if verb is None or stream[verb].labels & NOUNS or bears(stream[verb + 1 : at], *_DETERMINED):
        return False
    return _negates(sentence, negation, verb)


def _negates_apart(stream: Sequence[Token], negation: int, at: int) -> bool:
    """The same where objects may stand between: `hat Foo nicht für $2bn gekauft`, `mietet bei Foo keine 200 MW`; not
    `das nicht börsennotierte Start-up`, `zu nicht genannten Bedingungen`, which negate an adjective."""
    if (
        negation > at
        and bears(stream[negation + 1 : negation + 2], *PREPOSITIONS, "adverb")
        and bears(stream[negation:], "but")
    ):
        return False  # `kauft Foo nicht in bar, sondern`
    inside = negation > 0 and stream[negation - 1].type == WORD and stream[negation - 1].labels & _INSIDE
    following = stream[negation + 1 : negation + 2]
    if inside or (negation > at and any(t.type == WORD and (not t.labels or t.labels & _OTHERS) for t in following)):
        return False
    between = stream[min(negation, at) + 1 : max(negation, at)]
    return all(_passed(between, n) for n in range(len(between)))


def _passed(between: Sequence[Token], n: int) -> bool:
    """Whether a token may stand between a verb and its negation: no other verb, no sign, no other clause."""
    token = between[n]
    if token.type == MARK or token.labels & _OTHERS:
        return False
    return "and" not in token.labels or holds(between[n + 1 : n + 3], NAME)


def _opens(stream: Sequence[Token], at: int) -> bool:
    """Whether a negation opens its clause, and so negates the subject: `No investor has put`, `Neither Foo nor Bar`."""
    return at == 0 or stream[at - 1].type == MARK or not stream[at - 1].labels.isdisjoint(_OPENING)


def _light(between: Sequence[Token], allowed: frozenset[str]) -> bool:
    """Whether what stands between a negation and its verb holds no other verb: names, auxiliaries, one plain word."""
    if any(
        t.type not in (NAME, WORD) or (t.labels and (t.labels & _OTHERS or not t.labels & allowed)) for t in between
    ):
        return False
    return sum(1 for t in between if t.type == WORD and not t.labels) <= 1


def _told_besides(stream: Sequence[Token], figure: int) -> bool:
    """Whether a figure has a clause of its own that tells a deed: `the 400 MW (that) it leased`."""
    own = holds(stream[figure : figure + 1], QUANTITY) and bears(stream[figure + 1 : figure + 2], "relative", "pronoun")
    return own and any(t.labels & VERBS for t in stream[figure + 2 : figure + 2 + _RELATIVE])
