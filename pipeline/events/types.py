"""Every event type of the tape: its name, version, payload and what its id is made from.

Names are explicit strings, never module paths, so a moved class breaks no history. A payload's `identity` holds raw
values as observed, never cleaned ones: cleaning may improve without rewriting history.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from pipeline.events.claim import ClaimRecord, Number
from pipeline.events.envelope import Event, canonical, stable_id, utc

PublishedPrecision = Literal["second", "day", "month", "year"]


def article_stream(article_id: str) -> str:
    """The stream of all that is said of one article."""
    return f"article/{article_id}"


class Payload(BaseModel):
    """What an event says. Subclasses are the registry: `type_name`, `version`, `stream()` and `identity()`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    type_name: ClassVar[str]
    version: ClassVar[int] = 1

    def stream(self) -> str:
        """The logical stream that the event belongs to, such as `article/<id>`."""
        raise NotImplementedError

    def identity(self) -> list[object]:
        """The raw values that make two deliveries the same event."""
        raise NotImplementedError


class Capture(BaseModel):
    """Where the raw bytes lie: a WARC file below the data home's `captures/`, and the record's byte offset."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    file: str
    offset: int


class HttpFacts(BaseModel):
    """What the server said with the bytes; None throughout for a file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    status: int | None = None
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None


class ArticleObserved(Payload):
    """These bytes were served at this URL on that day.

    `follows` is the event id of the article's observation before this one, if any: without it an article that changes
    and changes back within a day would be observed as it was changed, since its last event is its first one again.
    """

    type_name: ClassVar[str] = "ArticleObserved"
    version: ClassVar[int] = 2
    article_id: str
    source: str
    url: str
    content_sha256: str
    size: int
    capture: Capture
    http: HttpFacts = HttpFacts()
    feed_title: str | None = None
    feed_published: str | None = None
    observed_on: date
    follows: str | None = None

    def stream(self) -> str:
        return article_stream(self.article_id)

    def identity(self) -> list[object]:
        before = [self.follows] if self.follows else []
        return [self.article_id, self.content_sha256, self.observed_on.isoformat(), *before]

    @staticmethod
    def upcast_v1_v2(payload: dict[str, Any]) -> dict[str, Any]:
        """What came before was not told; it is left out still."""
        return payload


class ArticleGone(Payload):
    """The publisher removed or withdrew the article.

    `follows` is the event id of the observation that it ends: an article may come back and go again within a day.
    """

    type_name: ClassVar[str] = "ArticleGone"
    version: ClassVar[int] = 2
    article_id: str
    url: str
    status: int
    observed_on: date
    follows: str | None = None

    def stream(self) -> str:
        return article_stream(self.article_id)

    def identity(self) -> list[object]:
        before = [self.follows] if self.follows else []
        return [self.article_id, self.status, self.observed_on.isoformat(), *before]

    @staticmethod
    def upcast_v1_v2(payload: dict[str, Any]) -> dict[str, Any]:
        """What it ends was not told; it is left out still."""
        return payload


class ArticleExtracted(Payload):
    """Extractor X, version V, read content H and found this complete set of claims (also: none)."""

    type_name: ClassVar[str] = "ArticleExtracted"
    article_id: str
    content_sha256: str
    text_sha256: str | None = None
    reader: str
    extractor: str
    extractor_version: str
    config_hash: str
    outcome: Literal["claims", "none", "thin", "unreadable", "unknown_language"]
    title: str | None = None
    canonical_url: str | None = None
    lang: str | None = None
    published_at: datetime | None = None
    published_precision: PublishedPrecision | None = None
    cites: list[str] = []
    sketch: list[int] = []
    claims: list[ClaimRecord] = []

    def stream(self) -> str:
        return article_stream(self.article_id)

    def identity(self) -> list[object]:
        return [
            self.article_id, self.content_sha256, self.reader,
            self.extractor, self.extractor_version, self.config_hash,
        ]  # fmt: skip


class RejectedClaim(BaseModel):
    """One claim that the gate kept back, the rules it broke, and the claim as it was extracted."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    claim_key: str
    rules: list[str]
    claim: str


class ClaimsQuarantined(Payload):
    """These claims of that extraction failed these rules of the gate."""

    type_name: ClassVar[str] = "ClaimsQuarantined"
    batch_id: str
    article_id: str
    content_sha256: str
    extractor: str
    extractor_version: str
    config_hash: str
    rejected: list[RejectedClaim]

    def stream(self) -> str:
        return article_stream(self.article_id)

    def identity(self) -> list[object]:
        return [
            self.batch_id, self.article_id, self.content_sha256,
            self.extractor, self.extractor_version, self.config_hash, [one.model_dump() for one in self.rejected],
        ]  # fmt: skip


class ExtractorAdopted(Payload):
    """From now on this extractor version counts."""

    type_name: ClassVar[str] = "ExtractorAdopted"
    extractor: str
    extractor_version: str
    config_hash: str
    decision_id: str
    reason: str

    def stream(self) -> str:
        return "extractor"

    def identity(self) -> list[object]:
        return [self.decision_id]


class RuleResult(BaseModel):
    """One rule of the gate on one batch."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    suite: Literal["claims", "articles"]
    rule: str
    severity: Literal["critical", "warning"]
    checked: int
    failed: int
    success: bool


class BatchValidated(Payload):
    """The gate's results for a batch, rule by rule. A held batch waits for a person; its articles stay unread.

    `reason` is why a person accepted a held one; who did is the event's actor.
    """

    type_name: ClassVar[str] = "BatchValidated"
    version: ClassVar[int] = 2
    batch_id: str
    outcome: Literal["passed", "held", "accepted", "empty"]
    articles: list[tuple[str, str]]
    claims: int
    rejected: int
    extractor: str
    extractor_version: str
    config_hash: str
    results: list[RuleResult]
    reason: str | None = None

    def stream(self) -> str:
        return f"batch/{self.batch_id}"

    def identity(self) -> list[object]:
        why = [self.reason] if self.reason else []
        return [self.batch_id, self.outcome, [one.model_dump() for one in self.results], *why]

    @staticmethod
    def upcast_v1_v2(payload: dict[str, Any]) -> dict[str, Any]:
        """Why a batch was accepted was not asked."""
        return payload


class PolicyAdopted(Payload):
    """Reference data as data: sources with tiers and terms, organisations and aliases, thresholds."""

    type_name: ClassVar[str] = "PolicyAdopted"
    kind: Literal["sources", "organizations", "thresholds"]
    body: str
    decision_id: str

    def stream(self) -> str:
        return f"policy/{self.kind}"

    def identity(self) -> list[object]:
        return [self.decision_id]


class RateObserved(Payload):
    """US dollars for one unit of a currency on a day, or its average over a year or month."""

    type_name: ClassVar[str] = "RateObserved"
    currency: str
    on: date
    precision: Literal["day", "month", "year"]
    usd_per_unit: Number
    source: str
    is_default: bool

    def stream(self) -> str:
        return f"rate/{self.currency}"

    def identity(self) -> list[object]:
        return [self.currency, self.on.isoformat(), self.precision, self.source, canonical(float(self.usd_per_unit))]


class ClaimReviewed(Payload):
    """A person accepts, rejects or replaces a claim. `basis` is what the person saw; `fields` are a ClaimRecord's."""

    type_name: ClassVar[str] = "ClaimReviewed"
    decision_id: str
    claim_key: str
    verdict: Literal["accept", "reject", "replace", "withdraw"]
    fields: str | None = None
    basis: str | None = None
    reason: str

    def stream(self) -> str:
        return f"review/{self.claim_key}"

    def identity(self) -> list[object]:
        return [self.decision_id]


class LinkDecided(Payload):
    """A person says two deals (by a member claim each) or organisations are the same, different, or withdraws it."""

    type_name: ClassVar[str] = "LinkDecided"
    decision_id: str
    subject: Literal["deal", "organization"]
    a: str
    b: str
    verdict: Literal["same", "different", "withdraw"]
    reason: str

    def stream(self) -> str:
        return f"link/{self.subject}"

    def identity(self) -> list[object]:
        return [self.decision_id]


class ContentErased(Payload):
    """A publisher's text was removed on request; facts may stay, text and quotes are gone."""

    type_name: ClassVar[str] = "ContentErased"
    decision_id: str
    article_id: str
    content_sha256: str
    text_sha256: str | None = None
    scope: Literal["text", "text_and_claims"]
    reason: str

    def stream(self) -> str:
        return article_stream(self.article_id)

    def identity(self) -> list[object]:
        return [self.decision_id]


class EventVoided(Payload):
    """That event was a mistake: every reader acts as if it had never been appended."""

    type_name: ClassVar[str] = "EventVoided"
    decision_id: str
    event_id: str
    reason: str

    def stream(self) -> str:
        return "void"

    def identity(self) -> list[object]:
        return [self.decision_id]


EVENT_TYPES: dict[str, type[Payload]] = {}
for _payload in Payload.__subclasses__():
    if _payload.type_name in EVENT_TYPES:
        raise TypeError(f"two event types are called {_payload.type_name}")
    EVENT_TYPES[_payload.type_name] = _payload


def make_event(
    payload: Payload,
    *,
    occurred_at: datetime,
    actor: str,
    correlation_id: str | None = None,
    causation_id: str | None = None,
) -> Event:
    """Put a payload into its envelope. The id depends on the type and the payload's identity alone."""
    body = canonical(payload.model_dump(mode="json", exclude_none=True))
    return Event(
        event_id=stable_id([payload.type_name, *payload.identity()]),
        stream=payload.stream(),
        type=payload.type_name,
        schema_version=payload.version,
        occurred_at=utc(occurred_at),
        actor=actor,
        causation_id=causation_id,
        correlation_id=correlation_id,
        payload=body,
    )
