"""Any readings, adoptions, reviews, erasures, withdrawals and voids: what counts is what a plain model says."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pipeline.events import ClaimRecord
from tests.properties import model
from tests.warehouse.tape import Tape, Warehouse, claim

FEW = settings(
    max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, phases=[Phase.generate]
)
ARTICLES, STEPS = 40, 600
BILLION = 10**9
VOIDABLE = {
    "ArticleExtracted", "ExtractorAdopted", "ClaimReviewed", "ClaimsQuarantined", "ArticleGone", "ContentErased",
    "EventVoided",
}  # fmt: skip


def a_round(key: str, billions: int) -> dict[str, Any]:
    return claim(key, "funding_round", recipient=f"Firm {key}", amount=billions * BILLION)


class Fates:
    """What befalls articles of three claims each, two contents and three extractor versions, in any order."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.tape = Tape()
        self.read_before: set[tuple[str, str]] = set()
        self.seen: dict[str, dict[str, Any]] = {}
        for n in range(ARTICLES):
            self.tape.observe(f"x{n:02}", f"x{n:02} one")
        for _ in range(STEPS):
            self.article = f"x{chance.randrange(ARTICLES):02}"
            self.content = f"{self.article} {chance.choice(['one', 'two'])}"
            self.version = chance.choice(["v1", "v2", "v3"])
            self.key = self.article + chance.choice("abc")
            chance.choice(self.FATES)(self)

    def observe(self) -> None:
        self.tape.observe(self.article, self.content)

    def read(self) -> None:
        """A version reads a content once, and finds some of the claims, some with other sums than the one before."""
        if (self.content, self.version) not in self.read_before:
            self.read_before.add((self.content, self.version))
            keys = [self.article + letter for letter in "abc" if self.chance.random() < 0.7]
            claims = [a_round(key, self.chance.randrange(1, 4)) | {"ordinal": n} for n, key in enumerate(keys)]
            self.tape.read(
                self.article, *claims, content=self.content, version=self.version, published="2025-09-10"
            )  # fmt: skip
            self.seen |= {one["claim_key"]: one for one in claims}

    def adopt(self) -> None:
        self.tape.adopt(self.version)

    def review(self) -> None:
        """A person decides on what was last read, or on nothing that the person saw."""
        verdict = self.chance.choice(["accept", "reject", "replace", "withdraw"])
        fields = {"amount_low": 7 * BILLION, "amount_high": 7 * BILLION} if verdict == "replace" else None
        one = self.seen.get(self.key)
        basis = one and ClaimRecord.model_validate(one).model_dump(mode="json", exclude_none=True)
        self.tape.review(self.key, verdict, fields, basis=self.chance.choice([None, basis, basis]))

    def quarantine(self) -> None:
        self.tape.quarantine(
            self.article, a_round(self.key, 1), "amount_in_range", version=self.version, content=self.content
        )

    def gone(self) -> None:
        self.tape.gone(self.article, self.chance.choice([404, 410]))

    def erase(self) -> None:
        self.tape.erase(self.article, self.chance.choice(["text", "text_and_claims"]))

    def void(self) -> None:
        """Any event may have been a mistake, a void too."""
        events = [event for event, _ in self.tape.events if event.type in VOIDABLE]
        self.tape.void(self.chance.choice(events[-30:]).event_id)

    FATES = (
        observe,
        read,
        read,
        read,
        read,
        read,
        read,
        adopt,
        review,
        review,
        review,
        quarantine,
        quarantine,
        gone,
        erase,
        void,
    )


@FEW
@given(st.integers(0, 2**32))
def test_claims_that_count_and_decisions_that_hold_are_those_of_a_plain_model(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    tape = Fates(random.Random(seed)).tape
    events = [event for event, _ in tape.events]
    claims, decisions = model.claims(events), model.decisions(events)
    assert {state for state, _ in claims.values()} >= {"active", "rejected", "withdrawn"}
    assert set(decisions.values()) == {"holds", "superseded", "stale", "orphaned"}
    folder: Path = tmp_path_factory.mktemp("counting")
    world = Warehouse(folder, tape.frame())
    rows = world.ask("SELECT claim_key, state, amount_low FROM claims")
    assert {key: (state, int(low)) for key, state, low in rows} == claims
    assert dict(world.ask("SELECT event_id, state FROM corrections WHERE subject = 'claim'")) == decisions
