"""The words of refusals about group life."""

from bot.texts.i18n import N_

WORDS = {
    "bot_cannot_ask_here": N_(
        "In <#{channel}> I lack **{rights}**, so nobody can be asked there. An admin can allow it: "
        "**Edit Channel**, **Permissions**. Nothing was sent."
    ),
    "buddies_adults": N_(
        "This one is for members of 18 and over; `/profile` asks your age. Nothing was kept."
    ),
    "cannot_ask_here": N_(
        "You may not write in this channel, so nobody can be asked here either. Nothing was sent."
    ),
    "card_not_yours": N_("Only who shared it can remove it. Nothing was changed."),
    "group_off": N_("An admin has turned group life off here. Nothing was kept."),
    "roll_closed": N_("This roll call is closed. `/legday log` keeps what you did."),
    "roll_gone": N_("That roll call is not there any more, or not one of this channel's."),
    "roll_open_already": N_("There is one open in this channel: {link}"),
    "rolls_by_admins": N_("On this server only the admins ask the group. Nothing was sent."),
    "rolls_full": N_("{limit} a day are enough; the next one tomorrow. Nothing was sent."),
}
