"""The words of ``/learn``: the catalogue's topics as cards, with buttons from one to the next."""

from collections.abc import Sequence

from bot.domain.facts.plain_text import escape, one_line
from bot.texts.card import Button, Card, Option, Row, Select, Style
from bot.texts.catalogue import ENTRIES, GROUPS, article
from bot.texts.catalogue.entry import GRADES, CatalogueEntry, EvidenceClaim, Group
from bot.texts.commands import with_options
from bot.texts.i18n import N_, _
from bot.texts.wording import labelled, sentences

NOT_ADVICE = N_("General training information, not medical advice.")
SHORT = 100  # characters of an option's description
BUTTON = 80  # characters of a button's label


def overview() -> Card:
    """Show the groups of topics, and where the advice comes from."""
    lines = [
        f"**{_(group.title)}**\n{' · '.join(_(entry.title) for entry in group.entries)}"
        for group in GROUPS
    ]
    options = tuple(Option(label=_(group.title), value=group.key) for group in GROUPS)
    return Card(
        title=_("What is known about legs, running and recovery"),
        body=(
            with_options(
                _(
                    "Each topic says what to do, how well that is known, and from whom. Type "
                    "`/learn topic:` and a word, or choose below."
                )
            ),
            "\n".join(lines),
            _article(),
        ),
        small=_(NOT_ADVICE),
        rows=((Select(placeholder=_("Choose a group"), action="learn.group", options=options),),),
    )


def group(shown: Group) -> Card:
    """Show a group's topics with their short advice."""
    lines = [f"**{_(entry.title)}**\n{_(entry.say)}" for entry in shown.entries]
    options = tuple(
        Option(
            label=one_line(_(entry.title), limit=SHORT),
            value=entry.key,
            description=one_line(_grade(entry), limit=SHORT),
        )
        for entry in shown.entries
    )
    return Card(
        title=_(shown.title),
        body=tuple(lines),
        small=_(NOT_ADVICE),
        rows=(
            (Select(placeholder=_("Choose a topic"), action="learn.topic", options=options),),
            (_all_topics(),),
        ),
    )


def entry(shown: CatalogueEntry, *, back: str | None = None) -> Card:
    """Show a topic: what to do, why, how well it is known and from whom, who should not.

    ``back`` is the action that leads back to where it was opened, in place of further topics.
    """
    rows: tuple[Row, ...] = ((*_related(shown), _all_topics()),)
    if back is not None:
        rows = ((Button(label=_("Back"), action=back),),)
    return Card(
        title=_(shown.title),
        body=(
            _(shown.say),
            _(shown.more),
            _("**When**: {when}").format(when=_(shown.when)) if shown.when else "",
            "\n".join((_("**How well it is known**"), *map(_claim, shown.claims))),
            _caution(shown),
        ),
        small=_(NOT_ADVICE),
        rows=rows,
    )


def unknown(text: str, near: Sequence[CatalogueEntry]) -> Card:
    """Say that there is no such topic, and offer similar ones."""
    typed = escape(one_line(text, limit=60))
    body = _("No topic is called “{text}”.").format(text=typed)
    if near:
        body = sentences(body, _("These come closest:"))
    buttons = tuple(_button(each) for each in near[:4])
    title = _("Did you mean one of these?") if near else _("No such topic")
    return Card(title=title, body=(body,), rows=((*buttons, _all_topics()),))


def label(shown: CatalogueEntry) -> str:
    """Return the name by which a topic is chosen while typing; at most 100 characters."""
    return one_line(_(shown.title), limit=100)


def _article() -> str:
    return _(
        "It began with the article *{title}* by {author} ({site}), and answers it point by "
        "point; where studies say otherwise, the topic says so."
    ).format(title=article.TITLE, author=article.AUTHOR, site=article.SITE)


def _claim(claim: EvidenceClaim) -> str:
    sources = (f"  - {labelled(_(source.who), _(source.found))}" for source in claim.sources)
    grade = f"- **{_(GRADES[claim.grade])}**"
    return "\n".join((labelled(grade, _(claim.says)), *sources))


def _caution(shown: CatalogueEntry) -> str:
    said = [_(shown.not_for)] if shown.not_for else []
    if shown.adults:
        said.append(_("For adults only."))
    return _("**Not for, and when to stop**: {text}").format(text=sentences(*said)) if said else ""


def _grade(shown: CatalogueEntry) -> str:
    """Return the grade of a topic's first statement."""
    return _(GRADES[shown.claims[0].grade])


def _related(shown: CatalogueEntry) -> Row:
    return tuple(_button(ENTRIES[key]) for key in shown.related)


def _button(target: CatalogueEntry) -> Button:
    return Button(label=one_line(_(target.title), limit=BUTTON), action=f"learn:{target.key}")


def _all_topics() -> Button:
    return Button(label=_("All topics"), action="learn", style=Style.MAIN)
