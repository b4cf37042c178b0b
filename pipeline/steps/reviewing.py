"""The review queue: what needs a person, as questions, and what becomes of the answers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from pipeline.log import Log
from pipeline.settings import Home
from pipeline.steps.asking import answer, published
from pipeline.steps.decisions import review_claim
from pipeline.steps.linking import decide_link
from pipeline.steps.problem import Problem
from pipeline.steps.reading import Acceptance, accepted_batch, read_batch
from pipeline.steps.telling import passages
from pipeline.warehouse import Answer

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|!~&:@]|(?<=www)\.")
MOST_QUESTIONS = 25
"""Questions asked at a time: what a person answers in a sitting."""
Item = Mapping[str, Any]
Decide = Callable[[Home, Item, str, str], dict[str, Any] | None]


def review_queue(home: Home) -> Answer:
    """Everything that needs a person, as of the published release; columns as in sql/answers/review_queue.sql."""
    return answer(published(home), "review_queue")


def review_questions(home: Home) -> list[dict[str, Any]]:
    """The first questions of the queue as `subject, body, item`; `item` goes back to `answer_review`."""
    queue = review_queue(home)
    rows = [dict(zip(queue.columns, row, strict=True)) for row in queue.rows[:MOST_QUESTIONS]]
    return [
        {
            "subject": ASKED[row["question"]][0],
            "body": _body(home, row),
            "item": {key: row[key] for key in ("question", "subject_id", "other_id")},
        }
        for row in rows
    ]


def answer_review(home: Home, item: Item, chosen: str, *, reason: str, actor: str) -> dict[str, Any] | None:
    """Record a person's yes or no to a question; what was appended, None when nothing was to be."""
    if chosen not in ("yes", "no"):
        return None
    if item["question"] not in ASKED:
        raise Problem(f"{item['question']!r} is no question of the review queue", exit_code=2)
    yes, no = ASKED[item["question"]][1:]
    decide = yes if chosen == "yes" else no
    return decide(home, item, reason.strip() or f"answered {chosen}, no reason given", actor) if decide else None


def _body(home: Home, row: Mapping[str, Any]) -> str:
    """What a person has to know to answer, as Markdown, in which what the net says stays plain text."""
    lines = [row["detail"], row["main_party"] and f"{row['kind']} of {row['main_party']}", row["url"]]
    told = passages(home, published(home), [row["subject_id"]])
    return "\n\n".join([as_text(line) for line in lines if line] + [f"> {as_text(said)}" for said in told.values()])


def as_text(text: str) -> str:
    """One line that Markdown shows as it is written: no link, picture, tag or heading of its own."""
    return _MARKS.sub(r"\\\g<0>", " ".join(text.split()))


def _accept(home: Home, item: Item, reason: str, actor: str) -> dict[str, Any]:
    return review_claim(home, item["subject_id"], "accept", reason=reason, actor=actor)


def _reject(home: Home, item: Item, reason: str, actor: str) -> dict[str, Any]:
    return review_claim(home, item["subject_id"], "reject", reason=reason, actor=actor)


def _withdraw(home: Home, item: Item, reason: str, actor: str) -> dict[str, Any]:
    return review_claim(home, item["subject_id"], "withdraw", reason=reason, actor=actor)


def _same(home: Home, item: Item, reason: str, actor: str) -> dict[str, Any]:
    return decide_link(home, item["subject_id"], item["other_id"], "same", reason=reason, actor=actor)


def _different(home: Home, item: Item, reason: str, actor: str) -> dict[str, Any]:
    return decide_link(home, item["subject_id"], item["other_id"], "different", reason=reason, actor=actor)


def _unlink(home: Home, item: Item, reason: str, actor: str) -> dict[str, Any]:
    return decide_link(home, item["subject_id"], item["other_id"], "withdraw", reason=reason, actor=actor)


def _release(home: Home, item: Item, reason: str, actor: str) -> dict[str, Any]:
    return read_batch(home, accepted_batch(Log(home.log), Acceptance(item["subject_id"], actor, reason)))


def _repeat(home: Home, item: Item, reason: str, actor: str) -> dict[str, Any]:
    """Say a decision again, now on the claim as it is read today."""
    said = answer(published(home), "decision", {"event_id": item["other_id"]})
    if not said.rows:
        raise Problem(
            f"the release has no decision {item['other_id']!r}; `dealtape review` lists what waits", exit_code=2
        )
    decision = dict(zip(said.columns, said.rows[0], strict=True))
    changes = json.loads(decision["fields"] or "{}")
    return review_claim(home, item["subject_id"], decision["decision"], reason=reason, actor=actor, fields=changes)


ASKED: dict[str, tuple[str, Decide | None, Decide | None]] = {
    "held batch": ("Release this held batch? Its failing claims stay in quarantine.", _release, None),
    "quarantined claim": ("Is this claim right, although the gate kept it back?", _accept, _reject),
    "conflict": ("Is this claim right, against what is believed?", _accept, _reject),
    "same organisation?": ("Are these one organisation?", _same, _different),
    "stale decision": ("The claim reads differently now. Does the decision still hold?", _repeat, _withdraw),
    "orphaned decision": ("The claim is gone. Keep the decision in case it comes back?", None, _withdraw),
    "link not followed": ("This link could not be followed. Keep it?", None, _unlink),
}
"""Each question of the queue: how it is put, and what a yes and a no do (None: nothing is to be recorded)."""
