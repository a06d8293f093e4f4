"""The words of refusals about files that are brought in."""

from bot.texts.i18n import N_

WORDS = {
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
    "file_missing": N_(
        "That message has no file. Use this on one of yours that has: CSV, GPX, TCX, FIT or a ZIP."
    ),
    "file_needs_zone": N_("That file tells clock times, and I do not know your time zone."),
    "file_no_times": N_(
        "I cannot tell when that was: it has no times. A route that was only planned has none; "
        "export the activity itself. Nothing was kept."
    ),
    "file_not_export": N_(
        "This is no export that I know. I read those of Strong, Hevy, FitNotes, StrongLifts, "
        "JEFIT, Garmin and Strava, and GPX, TCX and FIT files. In Strong: *Settings → Export*; in "
        "Hevy: *Settings → Export & import data*. Nothing was kept."
    ),
    "file_quota": N_("That is {limit} files within an hour. The next one is possible on {at}."),
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
    "import_gone": N_("That import is not there any more, so nothing was changed."),
}
