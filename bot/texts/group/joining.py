"""The words of taking part: what others will see, asked before the first answer; leaving."""

from datetime import datetime

from bot.domain.group.rolls import Said
from bot.texts.card import Button, Card, Style, Tone
from bot.texts.i18n import N_, _
from bot.texts.times import clock

JOIN_SAYING = {
    Said.IN: N_("Join and say: I'm in"),
    Said.DONE: N_("Join and say: Done"),
    Said.REST: N_("Join and say: Resting"),
    Said.CHEER: N_("Join and cheer"),
    Said.UP: N_("Join and say: I'm up"),
}


def ask(token: int, said: Said | None = None, closes_at: datetime | None = None) -> Card:
    """Ask whether somebody wants to take part under their name, and say who sees what."""
    until = _("until it closes")
    if closes_at is not None:
        until = _("until it closes at {at}").format(at=clock(closes_at))
    return _ask(
        token,
        _("Join") if said is None else _(JOIN_SAYING[said]),
        _(
            "Your answer stands there under your name, for all who see that channel, {until}; "
            "then only the numbers stay."
        ).format(until=until),
        _(
            "It has nothing to do with your log: nobody sees that, and none is needed. "
            "`/group leave` takes you out at once."
        ),
    )


def ask_for_board(token: int) -> Card:
    """Ask the same of who wants to be on the board, which tells of weeks that were kept."""
    return _ask(
        token,
        _("Join the board"),
        _(
            "Your name stands on the board with the weeks you kept your plan, for all here who "
            "look at it. Nobody sees more of your log."
        ),
        _("Roll calls here then take your answer, too. `/group leave` takes you out of both."),
    )


def _ask(token: int, label: str, *body: str) -> Card:
    join = Button(label=label, action=f"group.join:{token}", style=Style.MAIN)
    return Card(
        title=_("Join in?"),
        body=body,
        small=_("Once for this server."),
        rows=((join, Button(label=_("Not now"), action=f"group.no:{token}")),),
    )


def joined(*, said: Said | None, counts: bool) -> Card:
    """Confirm that somebody takes part, and what became of their answer."""
    body = _("Roll calls here take your answer from now on. `/group leave` takes you out.")
    if said is not None and counts:
        body = _("Your answer stands there. `/group leave` takes you out at once.")
    elif said is not None:
        body = _("That roll call has closed meanwhile; the next one takes your answer.")
    return Card(title=_("You take part here now"), body=(body,), tone=Tone.GOOD)


def already() -> Card:
    """Tell somebody who takes part that they do."""
    return Card(
        title=_("You take part here already"),
        body=(_("Roll calls take your answer with one press. `/group leave` takes you out."),),
    )


def declined() -> Card:
    """Confirm that nothing was kept."""
    return Card(title=_("Nothing was kept"), body=(_("The buttons go on working, any time."),))


def left(*, was_in: bool) -> Card:
    """Confirm that somebody takes no part any more."""
    if not was_in:
        return Card(
            title=_("You take no part here"), body=(_("Your name stands in none of my messages."),)
        )
    return Card(
        title=_("You have left"),
        body=(
            _(
                "Your name goes from all that is open here, within seconds; old messages take a "
                "little longer. Your own log is untouched."
            ),
        ),
        tone=Tone.GOOD,
    )
