"""The words of the board: bands and names, and nothing that can fall."""

from bot.domain.group.board import BoardView, by_band
from bot.texts.card import Button, Card, Tone
from bot.texts.group.rolls import named
from bot.texts.i18n import _, ngettext
from bot.texts.wording import labelled


def board(view: BoardView, reader_id: int) -> Card:
    """Show who keeps their plan and wants to be seen; joining is not offered to minors."""
    waits = view.is_on and reader_id not in {each.member_id for each in view.names}
    lines = [labelled(weeks(band), named(found)) for band, found in by_band(view.names)]
    button = Button(label=_("Join the board"), action="board.join")
    if view.is_on:
        button = Button(label=_("Leave the board"), action="board.leave")
    return Card(
        title=_("Who keeps their plan here"),
        body=(
            "\n".join(lines) or _("Nobody yet."),
            _("Your name comes with the first week that you keep.") if waits else "",
            _(
                "Only who wants to be here, by the best reached while on the board. Rest as "
                "advised counts, and nobody ever falls: a bad week or a pause leaves no trace."
            ),
        ),
        small=_("Plans are made with `/plan`. Only you see this card."),
        tone=Tone.GOOD if view.is_on else Tone.PLAIN,
        rows=() if view.under_18 and not view.is_on else ((button,),),
    )


def weeks(band: int) -> str:
    """Return a band in words."""
    return ngettext("**{n}+ week**", "**{n}+ weeks**", band).format(n=band)
