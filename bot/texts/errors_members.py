"""The words of refusals about entries, answers, reminders and the profile."""

from bot.texts.i18n import N_

WORDS = {
    "already_past": N_(
        "That is over already ({at}). Say when you would run, like `tomorrow 7am` or `in 5h`."
    ),
    "already_shared": N_("It is already in the channel."),
    "asked_by_another": N_("That was asked by somebody else. Ask your own with `/canirun`."),
    "checkin_is_empty": N_("Say one thing at least: soreness, pain, sleep or how your legs feel."),
    "clock_half_unclear": N_(
        "Is “{text}” {hour}:{minute} am or {hour}:{minute} pm? Say it with am or pm, or in 24 "
        "hours; nothing was changed."
    ),
    "clock_not_understood": N_(
        "I did not understand the time “{text}”. Say it like `18:30` or `7pm`. Nothing was saved."
    ),
    "control_unknown": N_(
        "This control is from an older message and does nothing any more. Start again with the "
        "command; nothing was changed."
    ),
    "days_not_understood": N_(
        "I did not understand the days “{text}”. Only days of the week can be said, like `mon, "
        "wed, fri`, `weekdays` or `every day`; a date may never come again. Nothing was saved."
    ),
    "descent_not_understood": N_(
        "I did not understand the descent “{text}”. Say it like `900 m` or `3000 ft`. "
        "Nothing was saved."
    ),
    "descent_of_what": N_(
        "`descent` is of a hike or a ski day. Choose one of these, or leave it out. Nothing was "
        "saved."
    ),
    "distance_not_understood": N_(
        "I did not understand the distance “{text}”. Say it like `5k`, `3.1 mi` or `800 m`. "
        "Nothing was saved."
    ),
    "duration_not_understood": N_(
        "I did not understand “{text}”. Say how long, like `3 days` or `2d 4h`, or until when."
    ),
    "entry_expired": N_(
        "That took longer than {minutes} minutes, newer entries of yours took its place, or the "
        "bot was restarted meanwhile. Nothing was kept; send it again when you like."
    ),
    "entry_gone": N_("That entry is not there any more, so nothing was changed."),
    "entry_not_chosen": N_(
        "There is no “{text}”. Choose one from the list that opens while you type; nothing was "
        "changed."
    ),
    "export_quota": N_("That is {limit} exports within an hour. The next one is possible on {at}."),
    "faster_than_the_record": N_(
        "{km} km in {minutes} min would be faster than anybody ever ran it. Check both and send it "
        "again; nothing was saved."
    ),
    "form_too_late": N_(
        "That took too long to open a form. Press or send it once more; nothing was changed."
    ),
    "in_the_future": N_(
        "That is still to come ({at}), and only what has happened can be logged. "
        "Say when it ended, for example `2h ago` or `yesterday 18:30`."
    ),
    "leg_day_again": N_(
        "You have just logged the same: a leg day that ended {at}. It is kept, so a second one "
        "would count twice."
    ),
    "leg_day_near": N_(
        "You have logged a leg day that ended {at}, within three hours of this one. **Keep one** "
        "leaves it as it is; **Two sessions** counts both."
    ),
    "legs_already_past": N_(
        "The leg day in `legs` is over already ({at}). Say one that is still to come, like "
        "`thu 18:00`; one that is done is logged with `/legday log`."
    ),
    "legs_needs_run": N_(
        "`legs` is for a run after that leg day ({at}): say in `when` a time later than it, or "
        "leave `legs` out."
    ),
    "legs_needs_zone": N_(
        "To read the clock time in `legs` I need your time zone. Set it once, or say it as hours: "
        "`in 5h`."
    ),
    "legs_not_understood": N_(
        "I did not understand the time “{text}” in `legs`. Say when your next leg day is, like "
        "`thu 18:00` or `in 5h`."
    ),
    "legs_too_far_ahead": N_(
        "The leg day in `legs` is more than {days} days ahead ({at}); so far I cannot see. Leave "
        "it out for now."
    ),
    "never_occurs": N_(
        "That would never come: the time zone {zone} is not known here. "
        "Set it anew with `/config setup`. Nothing was saved."
    ),
    "no_leg_work": N_(
        "“{text}” is no leg work, and only leg days are kept here. Add what your legs did, or "
        "leave the exercises out. Nothing was saved."
    ),
    "not_a_choice": N_("{field} has no choice “{value}”. Pick one from the list."),
    "not_a_number": N_("{field} takes a whole number; “{value}” is none. Nothing was saved."),
    "not_minutes": N_(
        "I did not understand the minutes “{value}”. Say them like `75` or `1h15`. "
        "Nothing was saved."
    ),
    "note_too_long": N_(
        "The note has {length} characters; up to {limit} fit. Shorten it and send it again."
    ),
    "nothing_to_change": N_(
        "Say what shall change: time, days, channel, role, kind or text. Nothing was changed."
    ),
    "nothing_to_pause": N_(
        "Your reminders are off, so there is nothing to pause. `/reminders resume` turns them on."
    ),
    "nothing_to_remind": N_(
        "Reminders come from leg days, and I hold nothing of yours yet. Log one with `/legday log` "
        "and choose **Save and DM me reminders**."
    ),
    "nothing_to_set": N_(
        "Say which `kind`, or what shall change: `time`, `days` or `where`. Nothing was changed."
    ),
    "nothing_to_share": N_("There is nothing to share right now: your own answer comes first."),
    "out_of_range": N_("{field} goes from {low} to {high}; you gave {value}. Nothing was saved."),
    "pause_already_past": N_(
        "That is over already ({at}). Say how long the pause lasts, like `3 days`, or until when, "
        "like `monday 8am`."
    ),
    "pause_too_long": N_(
        "That is more than {days} days ahead ({at}). Leave `until` out to pause until you resume."
    ),
    "pregnant_after_birth": N_(
        "Pregnant, and a birth less than {weeks} weeks ago: one of the two is not so. Change the "
        "other first; nothing was saved."
    ),
    "quiet_needs_both_ends": N_(
        "Quiet hours need a beginning and an end. Leave both empty for none. Nothing was saved."
    ),
    "race_already_past": N_(
        "The race in `when` is over already ({at}). Say one that is still to come, like "
        "`sat 9am`; one that is run is logged with `/run log`."
    ),
    "race_needed": N_(
        "`{field}` is about a race ahead: choose `{race}` in `run`, and say in `when` it starts."
    ),
    "race_too_far_ahead": N_(
        "The race in `when` is more than {days} days ahead ({at}); so far I cannot see. Ask again "
        "later."
    ),
    "race_too_slow": N_(
        "`distance` and `minutes` do not fit: {km} km in {minutes} min would be slower than a "
        "walk. Check both, or leave one out."
    ),
    "reminder_gone": N_(
        "That reminder is somebody else's, or not there any more. Nothing was changed."
    ),
    "reminder_time_outside_window": N_(
        "That reminder works between {start} and {end} only. Choose a time in between."
    ),
    "reminders_off": N_(
        "Your reminders are off, so it would not come again. `/reminders resume` turns them on."
    ),
    "reminders_paused": N_(
        "Your reminders are paused until {until}, so it would not come again before. "
        "`/reminders resume` ends the pause."
    ),
    "resume_needs_zone": N_("Without your time zone I could wake you at night."),
    "rule_edit_is_empty": N_(
        "Say what is to change: its time, its days, its last day or where it comes. Nothing was "
        "changed."
    ),
    "rule_exists": N_(
        "You have that reminder already, on the same days at the same time. Nothing was saved."
    ),
    "rule_gone": N_(
        "That reminder is somebody else's, or not there any more. `/reminders show` has all of "
        "yours. Nothing was changed."
    ),
    "rule_needs_zone": N_("To remind you by the clock I need your time zone."),
    "rule_never_comes": N_(
        "That would never come: its last day is over before it is due. Choose a later `until`, or "
        "leave it out. Nothing was saved."
    ),
    "rule_until_not_understood": N_(
        "I did not understand the end “{text}”. Say how long, like `3 weeks`, or until when, like "
        "`friday` or `24 dec`. Nothing was saved."
    ),
    "rule_until_past": N_(
        "That end is over already ({at}). Say one that is still to come, like `3 weeks` or "
        "`friday`. Nothing was saved."
    ),
    "rule_until_too_far": N_(
        "That end is more than {days} days ahead ({at}). Leave `until` out and remove the reminder "
        "when you have had enough. Nothing was saved."
    ),
    "rules_full": N_(
        "You have {limit} reminders of your own, and more do not fit. `/reminders remove` makes "
        "room. Nothing was saved."
    ),
    "run_again": N_(
        "You have just logged the same: a run that ended {at}. It is kept, so a second one would "
        "count twice."
    ),
    "run_near": N_(
        "You have logged a run that ended {at}, in the same minute as this one. **Keep one** "
        "leaves it as it is; **Two sessions** counts both."
    ),
    "sleep_not_understood": N_(
        "I did not understand the hours of sleep “{text}”. Say them like `7`, `7.5` or `7:30`."
    ),
    "snooze_length": N_("A reminder can be put off by five minutes to a day."),
    "snooze_needs_zone": N_(
        "To know when your evening or morning is I need your time zone. Until then, choose 1 hour."
    ),
    "store_lost": N_(
        "I can keep nothing at the moment: my database file is gone. Nothing was saved or changed. "
        "Please tell whoever runs this bot; the log says what to do."
    ),
    "store_unavailable": N_(
        "My database does not answer. Nothing was saved; try again in a minute."
    ),
    "store_uncertain": N_(
        "My database went away while it saved, so I cannot tell whether it did. Look in a minute "
        "whether it is there, before you try again."
    ),
    "too_far_ahead": N_(
        "That is more than {days} days ahead ({at}); so far I cannot see. Ask again later."
    ),
    "too_long_ago": N_(
        "That is more than {days} days ago ({at}). Older entries say nothing about today, so they "
        "are not taken."
    ),
    "too_many_exercises": N_(
        "That is {count} exercises; up to {limit} fit in one entry. Keep the main ones."
    ),
    "too_many_runs": N_(
        "That would be more than {limit} runs within a day and a night. Edit or undo one of them "
        "with `/run edit` or `/run undo`."
    ),
    "too_many_sessions": N_(
        "That would be more than {limit} leg days within a day and a night. Edit or undo one of "
        "them with `/legday edit` or `/legday undo`."
    ),
    "two_readings": N_(
        "“{text}” may be {first}, or {second}. Say it another way, like `18:30` or `2h ago`."
    ),
    "two_readings_untold": N_(
        "“{text}” can be read in two ways, one in each of two languages. Say it another way, like "
        "`mon, wed, fri` or `3 days`."
    ),
    "until_needs_zone": N_(
        "To read a clock time I need your time zone. Set it once, or say how long: `3 days`."
    ),
    "until_not_understood": N_(
        "I did not understand “{text}”. Say how long, like `3 days`, or until when, like "
        "`monday 8am`."
    ),
    "when_needs_zone": N_(
        "To read a clock time I need your time zone. Set it once, or say it as hours: `2h ago`."
    ),
    "when_not_understood": N_(
        "I did not understand the time “{text}”. Say it like `2h ago`, `yesterday 18:30`, "
        "`this morning` or `mon 7pm`."
    ),
    "zone_not_understood": N_(
        "I found no time zone for “{text}”. Name a big city near you, like `Berlin`, or say "
        "what time it is for you, like `18:40`."
    ),
    "zone_unknown": N_("There is no time zone “{name}” any more. Name a big city near you."),
}
