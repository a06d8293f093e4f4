"""The text of several reminders in one message, and the answers of its buttons."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.domain.facts import plain_text
from bot.domain.facts.arrivals import OF_MEMBERS, OF_POSTS, merged_actions
from bot.domain.facts.occurrences import Claim
from bot.domain.facts.settings import Kind, Where
from bot.texts.card import Button, Card, Row, Style
from bot.texts.i18n import _
from bot.texts.reminders.messages import last_of_rule, tip_of, title
from bot.texts.reminders.tips import wording
from bot.texts.times import late


def message(delivery_id: int, claims: Sequence[Claim], now: datetime) -> Card:
    """Return the message that delivers several claims: each kind's words once, for whom they are.

    In a channel nothing is said of anybody's body.
    """
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_alike(claim), []).append(claim)
    paragraphs = tuple(_paragraph(group, now) for group in groups.values())
    return Card(
        title=_("Reminders"),
        body=("\n\n".join(paragraphs),),
        small="\n".join(dict.fromkeys(_small(claims))) or None,
        rows=(_controls(delivery_id, claims),),
    )


def done() -> Card:
    """Answer somebody who did what their part of the message said."""
    return Card(title=_("Done"), body=(_("Noted, for you alone: nothing more to do here."),))


def not_yours() -> Card:
    """Answer somebody whom the message brought nothing."""
    return Card(
        title=_("None of these is yours"),
        body=(
            _(
                "Nobody minds that you pressed, and nothing has changed. `/reminders show` tells "
                "which reminders you have, for your eyes only."
            ),
        ),
    )


def _alike(claim: Claim) -> object:
    """Return what claims have in common that are said in one paragraph."""
    if claim.kind is Kind.TEXT:
        return claim.reminder_id
    return (claim.post is None, claim.kind, claim.due_at, claim.rule is None, last_of_rule(claim))


def _paragraph(claims: Sequence[Claim], now: datetime) -> str:
    first = claims[0]
    who = " ".join(dict.fromkeys(_mentions(claims)))
    if first.where is Where.DM:
        said = [f"**{title(first.kind)}**", _(wording(tip_of(first).private, first.variant))]
    elif first.post is None:
        said = [who, _(wording(tip_of(first).open, first.variant))]
    elif first.kind is Kind.TEXT:
        said = [who, plain_text.formatted(first.post.text)]
    else:
        said = [
            who,
            f"**{title(first.kind)}**",
            _(wording(tip_of(first).group, first.variant)),
        ]
    notes = (late(first.due_at, now), last_of_rule(first))
    return "\n".join((*filter(None, said), *(f"-# {note}" for note in notes if note)))


def _mentions(claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        if claim.recipient is not None:
            yield f"<@{claim.recipient.member_id}>"
        elif claim.post is not None and claim.post.role_id is not None:
            yield f"<@&{claim.post.role_id}>"


def _small(claims: Sequence[Claim]) -> Iterator[str]:
    advice = [claim for claim in claims if claim.post or claim.where is Where.DM]
    for tip in (tip_of(claim) for claim in advice if claim.kind is not Kind.TEXT):
        if tip.caution:
            yield _(tip.caution)


def _controls(delivery_id: int, claims: Sequence[Claim]) -> Row:
    names = OF_POSTS if all(claim.recipient is None for claim in claims) else OF_MEMBERS
    actions = merged_actions(names, delivery_id, [claim.reminder_id for claim in claims])
    labels = (_("Done"), _("Snooze"), _("Stop"))
    styles = (Style.GOOD, Style.PLAIN, Style.PLAIN)
    return tuple(
        Button(label=label, action=action, style=style)
        for label, action, style in zip(labels, actions, styles, strict=False)
    )
