"""The words of the weekly digest: sums of the whole group, and who cheered."""

from bot.domain.facts.digest import WEEK, DigestFacts, unpacked
from bot.domain.group.rolls import RollSheet, Said
from bot.texts.card import Button, Card, Tone
from bot.texts.group.rolls import named
from bot.texts.i18n import _, ngettext
from bot.texts.times import date, late
from bot.texts.wording import listed

CHEERING = 10  # names shown


def card(sheet: RollSheet) -> Card:
    """Return the digest with its cheers: by name while it is open, then as a number."""
    roll = sheet.roll
    span = _("{first} to {last}").format(
        first=date(roll.opened_at - WEEK), last=date(roll.opened_at)
    )
    is_open = roll.closed_at is None
    button = Button(label=_("Cheer"), action=f"roll.cheer:{roll.roll_id}")
    facts = unpacked(roll.text)
    new = _new(sheet) if is_open else ""
    return Card(
        title=_("The week together"),
        body=(span, _roll_calls(facts), _together(facts), new, cheers(sheet)),
        small=None if sheet.due_at is None else late(sheet.due_at, roll.opened_at) or None,
        tone=Tone.GOOD,
        rows=((button,),) if is_open else (),
    )


def _together(facts: DigestFacts) -> str:
    count, goal = facts.together, facts.goal
    if not count:
        return ""
    if goal is None:
        words = ngettext(
            "Together: {n} thing done or rested as planned.",
            "Together: {n} things done or rested as planned.",
            count,
        )
    elif count >= goal:
        words = _("Together: {n} things done or rested as planned; the goal was {goal}. Reached!")
    else:
        words = _("Together: {n} things done or rested as planned; {goal} was the goal. Next week.")
    return words.format(n=count, goal=goal)


def _new(sheet: RollSheet) -> str:
    if not sheet.new_on_board:
        return ""
    names = listed(
        ngettext("<@{who}> ({n} week)", "<@{who}> ({n} weeks)", band).format(who=who, n=band)
        for who, band in sheet.new_on_board[:CHEERING]
    )
    return _("New on the board: {names}").format(names=names)


def _roll_calls(facts: DigestFacts) -> str:
    if not facts.roll_calls:
        return ""
    told = ngettext(
        "Roll calls: {n}, with {answers} answers: in, done and resting alike.",
        "Roll calls: {n}, with {answers} answers: in, done and resting alike.",
        facts.roll_calls,
    )
    return told.format(n=facts.roll_calls, answers=facts.answers)


def cheers(sheet: RollSheet) -> str:
    """Say who cheered; of a closed roll, how many did."""
    if sheet.roll.closed_at is not None:
        count = sheet.roll.counts[0]
        return ngettext("{n} cheer", "{n} cheers", count).format(n=count) if count else ""
    who = sheet.who(Said.CHEER)
    return _("Cheered on by {who}").format(who=named(who, CHEERING)) if who else ""
