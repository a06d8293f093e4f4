"""The words of refusals about the training plan."""

from bot.texts.i18n import N_

WORDS = {
    "plan_changed": N_(
        "Your plan has changed since that answer. `/plan week` shows it as it is now; nothing was "
        "changed."
    ),
    "plan_effort_of_legs": N_(
        "`effort` is of a leg day; a run's is in its kind. Leave it out. Nothing was saved."
    ),
    "plan_full": N_(
        "A week holds at most {legs} leg days and {runs} runs, in {items} entries. Take something "
        "out with `/plan remove` first. Nothing was saved."
    ),
    "plan_is_empty": N_("There is no plan of yours yet; `/plan add` begins one."),
    "plan_item_exists": N_("That is in your week already; `/plan week` shows it."),
    "plan_item_gone": N_(
        "That is not in your week any more. `/plan week` shows what is; nothing was changed."
    ),
    "plan_needs_zone": N_(
        "To read a clock time I need your time zone. Set it once, or say it as hours: `in 5h`."
    ),
    "plan_not_paused": N_("Your plan is not paused. `/plan pause` pauses it; nothing was changed."),
    "plan_not_understood": N_(
        "I did not understand the time “{text}”. Say when you would run, like `tomorrow 7am`, "
        "`18:30` or `in 5h`."
    ),
    "week_needs_zone": N_("For your week I need your time zone."),
    "what_if_not_planned": N_(
        "“{thing}” is not in your week, so there is none to leave out. Nothing was tried."
    ),
    "what_if_not_understood": N_(
        "I did not understand “{text}”. Name a leg day or run with its day and time, like "
        "`legs tue 18:00` or `long sun 9:00 90 min`; `no legs fri` leaves one out. Put commas "
        "between several. Nothing was tried."
    ),
    "what_if_too_many": N_(
        "That is more than one answer can try. Try at most {limit} changes at once. Nothing was "
        "tried."
    ),
}
