"""Weights from samples, by logistic regression."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench.learn.samples import Party, Sample
from pipeline.extract.opinion.verdict import ROLES
from pipeline.extract.opinion.weights import ALWAYS, Table, Tables

_STRENGTH = 0.1  # inverse of how strongly weights are held near nothing, and that of figures' parties: the best of
_OF_PARTIES = 0.5  # 0.03 to 1 on articles that were not learned from
_SMALLEST = 0.05  # weights nearer to nothing are left out


def fit(weighted: Sequence[tuple[Sample, float]]) -> Tables:
    """The weights of the signs of figures and of their parties; each sample counts by its own."""
    return Tables(_kinds(weighted), _roles(weighted))


def _kinds(weighted: Sequence[tuple[Sample, float]]) -> Table:
    rows = [(sample.signs, kind, weight / len(sample.kinds)) for sample, weight in weighted for kind in sample.kinds]
    names, model = _regression([signs for signs, _, _ in rows], [kind for _, kind, _ in rows], [w for *_, w in rows])
    table: Table = {ALWAYS: dict(zip(model.classes_, map(_rounded, model.intercept_), strict=True))}
    for column, sign in enumerate(names):
        weights = dict(zip(model.classes_, map(_rounded, model.coef_[:, column]), strict=True))
        if kept := {kind: weight for kind, weight in weights.items() if abs(weight) >= _SMALLEST}:
            table[sign] = kept
    return table


def _roles(weighted: Sequence[tuple[Sample, float]]) -> Table:
    """A sign has a weight for all main parties or all others alike, and one for the role itself."""
    groups = {
        f"{kind} {role}": "other" if n else "main" for kind, roles in ROLES.items() for n, role in enumerate(roles)
    }
    rows = [(party, weight) for sample, weight in weighted for party in sample.parties]
    signs = [[f"{of}: {sign}" for of in (groups[p.role], p.role) for sign in (*p.signs, ALWAYS)] for p, _ in rows]
    names, model = _regression(signs, [party.plays for party, _ in rows], [weight for _, weight in rows], _OF_PARTIES)
    learned: Table = {}
    for name, weight in zip(names, model.coef_[0], strict=True):
        of, sign = name.split(": ", 1)
        learned.setdefault(of, {})[sign] = float(weight)
    return {
        role: _added(learned.get(group, {}), learned.get(role, {}), model.intercept_[0])
        for role, group in groups.items()
    }


def each(weighted: Sequence[tuple[Party, float]]) -> Table:
    """The weights of signs for each role by itself."""
    table: Table = {}
    for role in sorted({party.role for party, _ in weighted}):
        rows = [(party, weight) for party, weight in weighted if party.role == role]
        names, model = _regression(
            [party.signs for party, _ in rows], [party.plays for party, _ in rows], [weight for _, weight in rows]
        )
        learned = dict(zip(names, map(float, model.coef_[0]), strict=True)) | {ALWAYS: 0.0}
        table[role] = _added({}, learned, model.intercept_[0])
    return table


def _added(group: dict[str, float], own: dict[str, float], always: float) -> dict[str, float]:
    sums = {sign: group.get(sign, 0.0) + own.get(sign, 0.0) for sign in sorted({*group, *own})}
    sums[ALWAYS] = sums.get(ALWAYS, 0.0) + always
    return {sign: _rounded(weight) for sign, weight in sums.items() if sign == ALWAYS or abs(weight) >= _SMALLEST}


def _regression(
    signs: Sequence[Iterable[str]], outcomes: Sequence[Any], weights: Sequence[float], strength: float = _STRENGTH
) -> tuple[Any, Any]:
    """The names of all signs, and the model with a coefficient for each."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(one, 1.0) for one in signs])
    model = LogisticRegression(C=strength, max_iter=2000).fit(matrix, outcomes, sample_weight=weights)
    return vectorizer.get_feature_names_out(), model


def _rounded(weight: float) -> float:
    return round(float(weight), 3)
