"""The words of members' own recurring reminders: what was understood, when it comes, what ended."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from bot.domain.decisions.rules import Added, is_over
from bot.domain.facts.kinds import TIP_KINDS
from bot.domain.facts.occurrences import PlannedRule
from bot.domain.facts.plain_text import one_line
from bot.domain.facts.schedule import instant
from bot.domain.facts.settings import Rule, Where
from bot.domain.timing.own_rules import runs
from bot.domain.timing.plan import TIPS_A_DAY
from bot.domain.timing.recurring import known_zone
from bot.texts import times
from bot.texts.card import Button, Card, Option, Row, Select, Style, Tone
from bot.texts.dms import resume
from bot.texts.fates import why
from bot.texts.i18n import _
from bot.texts.kinds import KINDS
from bot.texts.times import comes_next, days, relative, wall
from bot.texts.wording import listed, short_date


def added(result: Added, now: datetime) -> Card:
    """Say what was understood and when it comes next."""
    return _put(result, now, title=_("Reminder added"))


def edited(result: Added, now: datetime) -> Card:
    """Say how a rule is after its change, and when it comes next."""
    return _put(result, now, title=_("Reminder changed"))


def _put(result: Added, now: datetime, *, title: str) -> Card:
    rule, member = result.planned.rule, result.member
    body = [
        listed((headline(rule), _zone(rule))),
        comes_next(result.planned.ahead),
    ]
    if not runs(rule):
        body.append(_state(rule, None, now))
    if member.reminders.is_paused(now):
        body.append(_("Your reminders are paused, so it waits: `/reminders resume` ends that."))
    body += [_moved(result.planned), visible([rule.where])]
    if member.reminders.on and rule.kind in TIP_KINDS:
        said = _("On a day with {n} of your own, those after leg day make room.")
        body.append(said.format(n=TIPS_A_DAY))
    if not member.reminders.on:
        body.append(_("Reminders after leg day stay off; `/reminders resume` turns them on."))
    return Card(
        title=title,
        body=tuple(body),
        small=_(
            "It comes whatever else does. `/reminders show` lists it, `/reminders edit` changes it."
        ),
        tone=Tone.GOOD,
        rows=((_remove(rule), *(() if member.reminders.on else (resume(apart=True),))),),
    )


def removed(rule: Rule) -> Card:
    """Confirm that a rule is gone."""
    return Card(
        title=_("Reminder removed"),
        body=(_("{rule} will not come any more.").format(rule=headline(rule)),),
    )


def headline(rule: Rule) -> str:
    """Return a rule's kind, time, days, end and place, in a line."""
    parts = [
        _("**{kind}** at {at}").format(kind=_(KINDS[rule.kind]), at=wall(rule.at)),
        days(rule.days),
    ]
    if rule.until is not None:
        parts.append(_("until {day}").format(day=_day(rule)))
    parts.append(_("by DM") if rule.where is Where.DM else _("in the server's channel"))
    return listed(parts)


def label(rule: Rule) -> str:
    """Return the line by which a rule is chosen from a list; at most 100 characters."""
    parts = [wall(rule.at), days(rule.days), _(KINDS[rule.kind])]
    if rule.until is not None:
        parts.append(_("until {day}").format(day=short_date(rule.until)))
    return one_line(" · ".join(parts), limit=100)


def line(rule: Rule, due_at: datetime | None, now: datetime) -> str:
    """Return a rule's line in the list of all: what it is, and when it comes next or why not."""
    return f"{headline(rule)} · {_state(rule, due_at, now)}"


def chooser(rules: Sequence[Rule]) -> tuple[Row, ...]:
    """Return the menu that removes one of them."""
    if not rules:
        return ()
    options = tuple(Option(label=label(rule), value=str(rule.rule_id)) for rule in rules[:25])
    return ((Select(placeholder=_("Remove one of yours"), action="own.remove", options=options),),)


def _state(rule: Rule, due_at: datetime | None, now: datetime) -> str:
    if rule.paused:
        return _("stopped: `/reminders resume` starts it again")
    if rule.broken == "zone_unknown":
        return _("stopped: {reason}. Set yours with `/profile`, and it goes on").format(
            reason=why(rule.broken)
        )
    if rule.broken is not None:
        return _("stopped: {reason}. `/reminders resume` tries it again").format(
            reason=why(rule.broken)
        )
    if is_over(rule, now):
        return _("over")
    if due_at is None:
        return _("waits")
    return _("next {at}").format(at=relative(due_at))


def _zone(rule: Rule) -> str:
    return _("in the time zone {zone}").format(zone=rule.zone.replace("_", " "))


def _moved(planned: PlannedRule) -> str:
    """Say that quiet hours move it, where they do."""
    zone = known_zone(planned.rule.zone)
    if zone is None or not planned.ahead:
        return ""
    first = planned.ahead[0]
    wished = instant(first.nominal_date, first.nominal_time, zone)
    if wished is None or wished.at == first.due_at:
        return ""
    if first.due_at < wished.at:
        return _("That lies in your quiet hours, so it comes shortly before they begin.")
    return _("That lies in your quiet hours, so it comes when they end.")


def visible(wheres: Collection[Where]) -> str:
    """Say what others see of a reminder that comes in a server's channel."""
    if Where.CHANNEL not in wheres:
        return ""
    return _(
        "Everyone in that channel will see your name and that you asked for a reminder. Nothing "
        "about your body: no soreness, sleep, illness or numbers."
    )


def _day(rule: Rule) -> str:
    """Return the last day, as each reader's Discord writes dates."""
    zone = known_zone(rule.zone)
    last = rule.until or date.min
    noon = None if zone is None else instant(last, rule.at, zone)
    return last.isoformat() if noon is None else times.date(noon.at)


def _remove(rule: Rule) -> Button:
    action = f"own.remove:{rule.rule_id}"
    return Button(label=_("Remove"), action=action, style=Style.DANGER)
