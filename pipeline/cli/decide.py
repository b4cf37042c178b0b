"""Commands by which a person decides: review, adopt, erase, void. Each decision is an event with reason and actor."""

from __future__ import annotations

import getpass
from typing import Annotated, Any

import typer

from pipeline import settings, steps
from pipeline.cli.output import form, say, write_json, write_rows

Json = Annotated[bool, typer.Option("--json", help="one JSON object a line")]
ClaimKey = Annotated[str, typer.Argument(help="a claim_key, as `dealtape why` and `dealtape review` name it")]
Reason = Annotated[str, typer.Option(help="why; it stands on the tape")]
Actor = Annotated[str, typer.Option(default_factory=getpass.getuser, help="who decides", show_default="login name")]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    review = typer.Typer(invoke_without_command=True)
    review.callback()(queue)
    for command in (accept, reject, correct, link, withdraw):
        review.command()(command)
    app.add_typer(review, name="review")
    app.command()(adopt)
    app.command()(erase)
    app.command()(void)


def queue(context: typer.Context, as_json: Json = False) -> None:
    """List what needs a person (quarantine, conflicts, similar names, stale decisions, held batches), or decide it.

    Examples: `dealtape review`, `dealtape review --json`, `dealtape review accept CLAIM_KEY --reason "..."`
    """
    if context.invoked_subcommand is None:
        answer = steps.review_queue(settings.home())
        write_rows(answer.columns, answer.rows, form(as_json))


def told(decision: dict[str, Any]) -> None:
    """What was appended, and when it counts."""
    write_json([decision])
    say("on the tape; the next `dealtape publish` or `dealtape run` makes it count")


def accept(claim_key: ClaimKey, reason: Reason, actor: Actor) -> None:
    """This claim is right, also if the gate kept it back.

    Example: `dealtape review accept CLAIM_KEY --reason "checked against the filing"`
    """
    told(steps.review_claim(settings.home(), claim_key, "accept", reason=reason, actor=actor))


def reject(claim_key: ClaimKey, reason: Reason, actor: Actor) -> None:
    """This claim is wrong; it counts no longer.

    Example: `dealtape review reject CLAIM_KEY --reason "the text speaks of revenue"`
    """
    told(steps.review_claim(settings.home(), claim_key, "reject", reason=reason, actor=actor))


def correct(
    claim_key: ClaimKey,
    fields: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE...", help="claim fields; an empty value clears one; names end in semicolons"
        ),
    ],
    reason: Reason,
    actor: Actor,
) -> None:
    """Replace fields of a claim; the correction wins over every later reading, and adds to one that stands.

    Example: `dealtape review correct CLAIM_KEY amount_low=2000000000 amount_high=2000000000 --reason "typo"`
    """
    changes = steps.written_fields(fields)
    told(steps.review_claim(settings.home(), claim_key, "replace", fields=changes, reason=reason, actor=actor))


def withdraw(claim_key: ClaimKey, reason: Reason, actor: Actor) -> None:
    """Take back every decision on a claim.

    Example: `dealtape review withdraw CLAIM_KEY --reason "decided too early"`
    """
    told(steps.review_claim(settings.home(), claim_key, "withdraw", reason=reason, actor=actor))


def link(
    a: Annotated[str, typer.Argument(help="a deal_id or an organization_id")],
    b: Annotated[str, typer.Argument(help="another of the same sort")],
    verdict: Annotated[str, typer.Argument(help="same, different or withdraw")],
    reason: Reason,
    actor: Actor,
) -> None:
    """Say that two deals or two organisations are the same or different.

    Example: `dealtape review link DEAL DEAL same --reason "one round, two reports"`
    """
    told(steps.decide_link(settings.home(), a, b, verdict, reason=reason, actor=actor))


def erase(
    article_id: Annotated[str, typer.Argument(help="an article_id of the table articles")],
    reason: Reason,
    actor: Actor,
    claims: Annotated[bool, typer.Option("--claims", help="the claims go as well")] = False,
) -> None:
    """Remove a publisher's text from captures and text store; facts stay unless --claims.

    Example: `dealtape erase ARTICLE_ID --reason "publisher's request of 3 May"`
    """
    erased = steps.erase(settings.home(), article_id, claims=claims, reason=reason, actor=actor)
    for file in erased["missing_captures"]:
        say(f"the capture {file} is missing: nothing was left to erase in it; a copy of it elsewhere is yours to erase")
    for other in erased["same_text_as"]:
        say(f"article {other} has the same text word for word and keeps it; if the request covers it, erase it as well")
    told(erased)


def void(
    event_id: Annotated[str, typer.Argument(help="an event_id of the table events")], reason: Reason, actor: Actor
) -> None:
    """That event was a mistake: everything is as if it had never been appended.

    Example: `dealtape void EVENT_ID --reason "wrong source file"`
    """
    told(steps.void(settings.home(), event_id, reason=reason, actor=actor))


def adopt(
    reason: Reason,
    actor: Actor,
    version: Annotated[
        str | None, typer.Option(help="an earlier version (or hash of its configuration) to go back to")
    ] = None,
) -> None:
    """From now on this extractor version counts; people's decisions stay.

    Examples: `dealtape adopt --reason "better on French rounds"`, `dealtape adopt --version 1 --reason "roll back"`
    """
    told(steps.adopt(settings.home(), version=version, reason=reason, actor=actor))
