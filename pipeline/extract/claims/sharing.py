"""What claims of one announcement share: its date, its hearsay, its site; and a round's investors who are told with
sums of their own."""

from __future__ import annotations

from pipeline.extract.claims.announced import announcement_days, fresh, is_earlier, long_ago
from pipeline.extract.claims.places_told import tell_place
from pipeline.extract.claims.same_deal import dates_agree
from pipeline.extract.facts.statements import Statement
from pipeline.extract.reading.article import Article

LEAD = 1  # sentences that tell what the article is about: what the same two do later in it belongs to that
STORY = 3  # sentences over which a round and a share of it are told
_REPORT = 2  # sentences behind a denial in which the report stands that it denies
_BESIDE = {"announced": 2, "reported": 2, "denied": 2, "cancelled": 2, "completed": 1}
"""Sentences from a deal without a date to the day on which it was announced; what is over was mostly told earlier."""
_CHANGES_HANDS = frozenset({"acquisition", "investment", "funding_round"})
_OPEN = frozenset({"rumoured", "reported"})


def share(statements: list[Statement], article: Article) -> None:
    """Let the claims of an article complete each other."""
    days = announcement_days(article)
    for denial in statements:
        if denial.kind == "denial" and denial.answers is None and denial.fields["status"] == "denied":
            _deny_what_follows(denial, statements)
    for statement in statements:
        if not is_earlier(statement, article):
            _share_date(statement, statements, article.published)
            _take_day_told_near(statement, statements, days)
        _share_doubt(statement, statements)
        _complete_what_is_old(statement, article.published)
        _call_a_contract_announced(statement)
    for denial in statements:
        if denial.kind == "denial":
            _date_denied(denial, statements)
    for statement in statements:
        tell_place(statement, statements, article.places)
        if statement.kind == "investment":
            _join_round(statement, statements, article.published)
        if statement.kind == "funding_round" and {"equity", "debt"} <= statement.fields.keys():
            statement.fields["instrument"] = "mixed"


def _deny_what_follows(denial: Statement, statements: list[Statement]) -> None:
    """`Foo denied that it would buy Bar. Reuters had reported that Foo was to pay $2bn`: the report comes behind."""
    for told in statements:
        behind = 0 < told.number - denial.number <= _REPORT
        if (
            behind
            and told.kind in _CHANGES_HANDS
            and told.fields["status"] in _OPEN
            and len(denial.ids & told.ids) >= 2
        ):
            told.take(denial.spans[0], status="denied")
            told.sure, denial.answers = True, told
            return


def _share_date(statement: Statement, statements: list[Statement], published: str | None) -> None:
    """Claims of one announcement share its date: those told right after a dated one, by or about the same parties."""
    used = statement.kind == "capacity" and statement.fields["status"] == "completed"
    if "date" in statement.fields or statement.kind == "denial" or used or statement.fields["status"] == "rumoured":
        return
    dated = [
        other for other in statements if "date" in other.fields and _same_announcement(other, statement, published)
    ]
    if dated:
        nearest = min(dated, key=lambda o: (not fresh(o.fields["date"], published), abs(o.number - statement.number)))
        statement.fields["date"] = nearest.fields["date"]


def _take_day_told_near(statement: Statement, statements: list[Statement], days: dict[int, str]) -> None:
    """`Foo buys Bar. The two said so on Monday`: the day that a sentence beside it names, unless of others."""
    status = statement.fields["status"]
    used = statement.kind == "capacity" and status == "completed"
    if "date" in statement.fields or statement.kind == "denial" or used or status not in _BESIDE:
        return
    near = [n for n in days if abs(n - statement.number) <= _BESIDE[status]]
    dated = [o for o in statements if o.number in near and o.fields.get("date") == days[o.number]]
    of_others = {o.number for o in dated} - {o.number for o in dated if o.ids & statement.ids}
    near = [n for n in near if n not in of_others]
    if near:
        statement.fields["date"] = days[min(near, key=lambda n: (abs(n - statement.number), n))]


def _same_announcement(dated: Statement, other: Statement, published: str | None) -> bool:
    """Whether a statement belongs to the announcement of a dated one."""
    if dated.kind == "denial" or len(str(dated.fields["date"])) < 7 or dated.kind == other.kind != "capacity":
        return False
    shared = len(dated.ids & other.ids)
    away = abs(other.number - dated.number)
    if shared >= 2 and dated.number <= LEAD:
        return True
    new = fresh(dated.fields["date"], published)
    if away and shared < 2 and not new:
        return False
    same = new and dated.fields["status"] == other.fields["status"]
    return not away if shared == 0 else away <= (6 if same else 2) * shared


def _share_doubt(statement: Statement, statements: list[Statement]) -> None:
    """What is told plainly is no surer than talks or hearsay of the same two, beside it or in the opening."""
    if statement.sure or statement.kind == "denial" or statement.fields["status"] in _OPEN:
        return
    for other in statements:
        near = statement.number - other.number <= STORY or len(other.ids & statement.ids) >= 2
        beside = other.number == statement.number or (other.number <= LEAD and near)
        if other.sure and other.fields["status"] in _OPEN and beside and _one_story(other, statement):
            statement.fields["status"] = other.fields["status"]
            return


def _date_denied(denial: Statement, statements: list[Statement]) -> None:
    """What is denied or called off bears the day of that, as the denial does."""
    recipient = denial.first("recipient")
    same = [s for s in statements if s.fields["status"] == denial.fields["status"] and recipient in s.everyone]
    days = {str(s.fields["date"]) for s in same if "date" in s.fields}
    if len(same) == 2 and len(days) == 1:
        for statement in same:
            statement.fields["date"] = next(iter(days))


def _complete_what_is_old(statement: Statement, published: str | None) -> None:
    """`Foo had bought Bar in 2015`: money and firms that changed hands that long ago have done so."""
    told = str(statement.fields.get("date", ""))
    plain = statement.fields["status"] == "announced" and not statement.sure and statement.kind in _CHANGES_HANDS
    if plain and told and published and long_ago(told, published):
        statement.fields["status"] = "completed"


def _call_a_contract_announced(statement: Statement) -> None:
    """`signs for $2bn of compute; it uses it at once`: what has a sum or power is a contract, be it in use."""
    if statement.kind == "capacity" and statement.fields.keys() & {"amount", "power_mw"}:
        if statement.fields["status"] == "completed":
            statement.fields["status"] = "announced"


def _one_story(a: Statement, b: Statement) -> bool:
    if not dates_agree(a, b) or ("date" in b.fields and "date" not in a.fields):
        return False
    return a.main is b.main or len(a.ids & b.ids) >= 2


def _join_round(statement: Statement, statements: list[Statement], published: str | None) -> None:
    """Who puts a sum of his own into a round is one of its investors."""
    amount = statement.fields.get("amount")
    for other in statements:
        if other.kind != "funding_round" or other.main is not statement.main or not amount:
            continue
        whole = other.fields.get("amount", amount)
        fits = whole["currency"] == amount["currency"] and whole["value"] >= amount["value"]
        dates = str(other.fields.get("date", "")), str(statement.fields.get("date", ""))
        new = not dates[1] and fresh(dates[0], published)
        if fits and abs(other.number - statement.number) <= STORY and (dates[0] == dates[1] or new):
            if new:
                statement.fields["date"] = dates[0]
            mine = other.parties.get("investors", [])
            other.parties["investors"] = mine + [e for e in statement.parties.get("investors", []) if e not in mine]
            if not statement.sure and other.fields["status"] == "completed":
                statement.fields["status"] = "completed"
            return
