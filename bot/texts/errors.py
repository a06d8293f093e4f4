"""The text of every error key, in one or two sentences, with how to mend it."""

from bot.texts.i18n import N_

# In the order of the alphabet; every key raised anywhere has its line here (a test looks).
WORDS = {
    "already_past": N_(
        "That is over already ({at}). Say when you would run, like `tomorrow 7am` or `in 5h`."
    ),
    "already_shared": N_("It is already in the channel."),
    "bot_lacks_rights": N_(
        "In <#{channel}> I lack **{rights}**. Right-click the channel, **Edit Channel**, "
        "**Permissions**, add my role and allow it; then try again. Nothing was saved."
    ),
    "buddies_adults": N_(
        "This one is for members of 18 and over. `/profile` has your age band. Nothing was kept."
    ),
    "cannot_ask_here": N_(
        "You may not write in this channel, so nobody can be asked here either. Nothing was sent."
    ),
    "card_not_yours": N_("Only who shared it can remove it. Nothing was changed."),
    "channel_hidden": N_(
        "You cannot see <#{channel}>, this server's channel for reminders, so none can come to you "
        "there. They can come by DM. Nothing was changed."
    ),
    "channel_needs_server": N_(
        "To have reminders in a server's channel, say so in that server. Nothing was changed."
    ),
    "channel_not_here": N_(
        "That channel is not one of this server's, or not there any more. Nothing was changed."
    ),
    "channel_not_set": N_(
        "This server has no channel for reminders yet; an admin sets it with `/config setup`. "
        "Nothing was changed."
    ),
    "channel_reminders_off": N_(
        "This server keeps members' reminders out of its channel. They can come by DM. "
        "Nothing was changed."
    ),
    "channel_takes_no_posts": N_(
        "<#{channel}> takes no posts. Choose a text or announcement channel or a thread. "
        "Nothing was saved."
    ),
    "channel_unknown": N_(
        "Discord did not say what I may do in that channel. Nothing was changed; try again in "
        "a minute."
    ),
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
    "digest_pings_nobody": N_(
        "The weekly digest pings nobody. Leave `role` out. Nothing was saved."
    ),
    "digest_weekly": N_(
        "The weekly digest comes on one day a week. Say one in `days`, like `sun`. Nothing was "
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
    "everyone_is_not_pinged": N_(
        "I never ping everyone. Choose a role that people can join and leave. Nothing was saved."
    ),
    "export_quota": N_("That is {limit} exports within an hour. The next one is possible {at}."),
    "faster_than_the_record": N_(
        "{km} km in {minutes} min would be faster than anybody ever ran it. Check both and send it "
        "again; nothing was saved."
    ),
    "file_apple_health": N_(
        "Apple Health's export is far more than I read. Export single runs as GPX (from the app "
        "that recorded them) and send me those. Nothing was kept."
    ),
    "file_busy": N_(
        "Too many files are being read just now. Send it again in a minute; nothing was kept."
    ),
    "file_cut_off": N_(
        "That file ends in the middle, so I take nothing of it. Export it once more. Nothing was "
        "kept."
    ),
    "file_damaged": N_(
        "I could not read this file. Export it once more; if that does not help, it may be of a "
        "version I do not know. Nothing was kept."
    ),
    "file_doctype": N_(
        "That file has a DOCTYPE, which no export needs and which can do harm, so I did not read "
        "it. Nothing was kept."
    ),
    "file_gone": N_("I could not fetch that file from Discord. Send it again; nothing was kept."),
    "file_locked": N_("That archive has a password or a packing I do not read. Nothing was kept."),
    "file_needs_zone": N_(
        "That file tells clock times, and I do not know your time zone. Set it once, then send the "
        "file again; nothing was kept."
    ),
    "file_no_times": N_(
        "I cannot tell when that was: it has no times. A route that was only planned has none; "
        "export the activity itself. Nothing was kept."
    ),
    "file_not_export": N_(
        "This is no export that I know. I read those of Strong, Hevy, FitNotes, StrongLifts, "
        "JEFIT, Garmin and Strava, and GPX, TCX and FIT files. In Strong: *Settings → Export*; in "
        "Hevy: *Settings → Export & import data*. Nothing was kept."
    ),
    "file_quota": N_("That is {limit} files within an hour. The next one is possible {at}."),
    "file_too_big": N_(
        "That file is larger than {limit} MB. Export a shorter time, one year for example. Nothing "
        "was kept."
    ),
    "file_too_big_unpacked": N_(
        "Unpacked, that archive is larger than {limit} MB. Send the one file in it that has your "
        "workouts. Nothing was kept."
    ),
    "file_too_many_entries": N_(
        "That file has more than {limit} workouts or runs. Export a shorter time, one year for "
        "example. Nothing was kept."
    ),
    "file_too_many_members": N_(
        "That archive has more than {limit} files in it. Send fewer at a time. Nothing was kept."
    ),
    "file_too_many_rows": N_(
        "That file has more than {limit} lines or points. Export a shorter time, one year for "
        "example. Nothing was kept."
    ),
    "file_unknown_columns": N_(
        "This table is no export that I know; its columns are: {columns}. I read those of Strong, "
        "Hevy, FitNotes, StrongLifts, JEFIT, Garmin and Strava. In Strong: *Settings → Export*; in "
        "Hevy: *Settings → Export & import data*. Nothing was kept."
    ),
    "form_too_late": N_(
        "That took too long to open a form. Press or send it once more; nothing was changed."
    ),
    "group_off": N_("An admin has turned group life off here. Nothing was kept."),
    "import_gone": N_("That import is not there any more, so nothing was changed."),
    "in_the_future": N_(
        "That is still to come ({at}), and only what has happened can be logged. "
        "Say when it ended, for example `2h ago` or `yesterday 18:30`."
    ),
    "join_first": N_("Your name will stand there, so join first: `/group join`. Nothing was sent."),
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
    "needs_manage_server": N_(
        "Only people with **Manage Server** can change this. Ask an admin of this server."
    ),
    "never_occurs": N_(
        "That would never come: the time zone {zone} is not known here. "
        "Set it anew with `/config setup`. Nothing was saved."
    ),
    "no_post_runs": N_(
        "No post runs here, so there is none to send. `/config post add` plans one; `/config show` "
        "tells what was stopped."
    ),
    "no_usual_posts": N_(
        "This server's quiet hours leave no room for the usual posts. `/config post add` plans one "
        "at another time; nothing was changed."
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
    "post_channel_gone": N_(
        "Its channel was deleted: `/config post edit` gives it another. Nothing was changed."
    ),
    "post_gone": N_(
        "That post is not there any more, or not one of this server's. `/config post list` has "
        "them all. Nothing was changed."
    ),
    "post_in_quiet_hours": N_(
        "{at} lies in this server's quiet hours ({start} to {end}). Choose another time, or change "
        "them with `/config quiet-hours`. Nothing was saved."
    ),
    "post_is_there": N_(
        "This server has that post already, at the same time in the same channel; "
        "`/config post list` shows it. Nothing was saved."
    ),
    "post_needs_channel": N_(
        "Say in which channel, or set one for this server with `/config setup`. Nothing was saved."
    ),
    "posts_are_off": N_(
        "Group posts are off on this server, so nothing was sent. **Turn group posts on** first."
    ),
    "posts_full": N_(
        "This server has {limit} posts, and more do not fit. Remove or edit one of them. "
        "Nothing was saved."
    ),
    "posts_quiet_now": N_(
        "It is quiet hours on this server now ({start} to {end}), so nothing was sent."
    ),
    "posts_there_already": N_(
        "This server has posts already, perhaps from another admin just now. `/config post list` "
        "shows them; nothing was changed."
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
        "`{field}` is about a race ahead: choose `race` in `run`, and say in `when` it starts."
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
    "resume_needs_zone": N_(
        "Without your time zone I could wake you at night. Tell me a city near you, then press "
        "Resume again."
    ),
    "role_not_mentionable": N_(
        "I may not ping the role {role}. In **Server Settings**, **Roles**, let anyone mention it, "
        "or grant me **{right}** in the channel. Nothing was saved."
    ),
    "roll_closed": N_("This roll call is closed. `/legday log` keeps what you did."),
    "roll_gone": N_("That roll call is not there any more, or not one of this channel's."),
    "roll_open_already": N_("There is one open in this channel: {link}"),
    "rolls_by_admins": N_(
        "On this server the admins plan roll calls; members do not ask for them. Nothing was sent."
    ),
    "rolls_full": N_("{limit} a day are enough; the next one tomorrow. Nothing was sent."),
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
    "rule_needs_zone": N_(
        "To remind you by the clock I need your time zone. Set it once, then send this again; "
        "nothing was saved."
    ),
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
    "server_zone_missing": N_(
        "Posts need this server's time zone, and it is not set. `/config setup` sets it: press "
        "**Set up**. Nothing was saved."
    ),
    "servers_only": N_("This works in a server only, not in a direct message."),
    "sleep_not_understood": N_(
        "I did not understand the hours of sleep “{text}”. Say them like `7`, `7.5` or `7:30`."
    ),
    "snooze_needs_zone": N_(
        "To know when your evening or morning is I need your time zone. Until then, choose 1 hour."
    ),
    "store_lost": N_(
        "I can keep nothing at the moment: my database file is gone. Nothing was saved or changed. "
        "Please tell whoever runs this bot; the log says what to do."
    ),
    "text_missing": N_(
        "A post with your own text needs that text. Say it in the option `text`. Nothing was saved."
    ),
    "text_not_used": N_(
        "Only posts of the kinds “Your own text” and “Roll call” have a text of yours. Choose one "
        "of these, or leave `text` out. Nothing was saved."
    ),
    "text_too_long": N_("The text has {length} characters; up to {limit} fit. Nothing was saved."),
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
    "until_needs_zone": N_(
        "To read a clock time I need your time zone. Set it once, or say how long: `3 days`."
    ),
    "until_not_understood": N_(
        "I did not understand “{text}”. Say how long, like `3 days`, or until when, like "
        "`monday 8am`."
    ),
    "week_needs_zone": N_("For your week I need your time zone: set it, then send that again."),
    "welcome_needs_channel": N_(
        "No channel is chosen for this server. Choose one in `/config setup`; nothing was posted."
    ),
    "welcome_not_taken": N_(
        "Discord did not let me post in <#{channel}>. If it is a thread, unlock it; else look at "
        "my permissions there with `/config show`. Nothing was posted."
    ),
    "what_if_not_planned": N_(
        "“no {what} {days}”: there is none in your week then. Nothing was tried."
    ),
    "what_if_not_understood": N_(
        "I did not understand “{text}”. Say what, the day, and the time, like `legs tue 18:00`, "
        "`no legs fri` or `long sun 9:00 90 min`, with commas between. Nothing was tried."
    ),
    "what_if_too_many": N_(
        "That is more than one answer can try. Try at most {limit} changes at once. Nothing was "
        "tried."
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
