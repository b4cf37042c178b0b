"""Names that only say who tells something, or which chips are counted, and play no role themselves."""

from __future__ import annotations

from pipeline.extract.grammar.stream import NAME, QUANTITY, Stream

_AGENTS = frozenset({"by", "of", "from"})
_REPORTS = frozenset({"report_noun", "hearsay", "estimated"})
_TELLING = _REPORTS | {"speaker_verb", "report_verb"}
_INSERTION = 16  # tokens from what opens an insertion to the last name in it


def is_source(stream: Stream, at: int, case: str, anchor: int) -> bool:
    """Whether a name in a case only says who says so: in a report, or between two commas.

    `a report from Foo`; `Foo, según dijo el alcalde, Juan Roe, invertirá`.
    """
    return _wrote_report(stream, case, anchor) or (case == "bare" and _inserted(stream, at))


def _wrote_report(stream: Stream, case: str, anchor: int) -> bool:
    """`a report from Foo`, `by the estimate of Foo`, `is said by Foo to be negotiating`."""
    told = _TELLING if case == "by" else _REPORTS
    return case in _AGENTS and anchor > 0 and not stream[anchor - 1].labels.isdisjoint(told)


def _inserted(stream: Stream, at: int) -> bool:
    """Whether a name stands in an insertion behind another name that an `according to` opens and a comma closes."""
    if "according" not in stream.labels or at + 1 >= len(stream) or stream[at + 1].text != ",":
        return False
    for i in range(at - 1, max(1, at - _INSERTION), -1):
        if "according" in stream[i].labels:
            return stream[i - 1].text == "," and stream[i - 2].type == NAME
        if stream[i].type == QUANTITY or stream[i].text in ";:.":
            return False
    return False


def is_model(stream: Stream, at: int, case: str) -> bool:
    """`50,000 accelerators Europa`: an unknown name right behind a count of chips is their model's."""
    if "chips" not in stream.measures:
        return False
    before, entity = stream[at - 1] if at else None, stream[at].value
    counted = before is not None and before.type == QUANTITY and before.value.kind == "chips"
    return counted and case == "bare" and entity is not None and entity.kind == "unknown" and not entity.known
