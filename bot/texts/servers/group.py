"""The words of ``/config group``: whether there is group life here, and who may ask."""

from bot.domain.decisions.servers import Server
from bot.domain.facts.settings import GOALS, GuildSettings
from bot.texts.card import Button, Card, Option, Select, Tone
from bot.texts.i18n import _

FEW, MANY = 5, 10  # how many take part is told in steps, so that nobody is told by a difference


def panel(server: Server) -> Card:
    """Show what is set, with a control for each."""
    settings = server.settings
    on, asks = settings.group_on, settings.member_rolls_on
    members = _("**Members may ask**: no, only posts that you plan")
    if asks:
        members = _(
            "**Members may ask**: yes, with `/group rollcall` and `/group buddies`, three times a "
            "day each"
        )
    return Card(
        title=_("Group life on this server"),
        body=(
            _(
                "A roll call asks “Leg day today?”, and who answers stands there under their name "
                "until it closes. `/config post add` plans one: choose **Roll call**."
            ),
            "\n".join((state(server), members, _goal(settings)) if on else (state(server),)),
        ),
        small=_("Turning it off closes what is open. No list shows who joined, not even to you."),
        tone=Tone.GOOD if on else Tone.PLAIN,
        rows=(
            (_goals(settings.together_goal),),
            (
                Button(
                    label=_("Turn group life off") if on else _("Turn group life on"),
                    action=f"config.group:{'off' if on else 'on'}",
                ),
                Button(
                    label=_("Only admins ask") if asks else _("Let members ask"),
                    action=f"config.asking:{'off' if asks else 'on'}",
                    disabled=not on,
                ),
            ),
        ),
    )


def _goal(settings: GuildSettings) -> str:
    if settings.together_goal is None:
        return _("**Goal of the week**: none")
    return _("**Goal of the week**: {n} planned things, rest included; the digest tells").format(
        n=settings.together_goal
    )


def _goals(goal: int | None) -> Select:
    none = Option(label=_("No goal"), value="0", chosen=goal is None)
    options = tuple(
        Option(label=_("{n} things a week").format(n=one), value=str(one), chosen=one == goal)
        for one in GOALS
    )
    return Select(
        placeholder=_("A goal for all together"), action="config.goal", options=(none, *options)
    )


def state(server: Server) -> str:
    """Say whether there is group life, and roughly how many take part; never who."""
    if not server.settings.group_on:
        return _("**Group life**: off")
    if server.taking_part < FEW:
        return _("**Group life**: on, fewer than 5 take part")
    if server.taking_part < MANY:
        return _("**Group life**: on, 5 to 9 take part")
    return _("**Group life**: on, 10 or more take part")
