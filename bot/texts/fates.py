"""The text of every reason code: why a reminder or post was not sent, or not yet."""

from bot.texts.i18n import N_, _

# In the order of the alphabet.
FATES = {
    "apart": N_("Discord refused the message it was to come in; it comes in one of its own"),
    "care": N_("you told me of a danger sign, illness or pain, and care comes first"),
    "channel_gone": N_("its channel was deleted"),
    "channel_hidden": N_("you may not see its channel"),
    "channel_off": N_("the server's channel was not open for reminders"),
    "dm_closed": N_("Discord did not let me write to you: your direct messages are closed"),
    "done": N_("you had done it"),
    "fault": N_("something broke on our side"),
    "forum": N_("its channel takes no messages"),
    "group_off": N_("group life was turned off"),
    "held": N_("its channel took no more messages just then"),
    "in_doubt": N_("it may have come already, and I could not look; I did not risk a second one"),
    "left_server": N_("I was no longer in that server"),
    "no_access": N_("I may not see its channel"),
    "no_permission": N_("I may not write in its channel"),
    "no_shared_server": N_("we shared no server just then, so Discord did not let me write to you"),
    "no_zone": N_("I do not know your time zone, so it might have been night"),
    "not_a_member": N_("you were not in its server any more"),
    "not_a_text_channel": N_("its channel takes no messages"),
    "nothing_to_say": N_("the week had nothing to tell that at least five people stand behind"),
    "off": N_("your reminders were off"),
    "paused": N_("your reminders were paused"),
    "quiet": N_("your quiet hours outlasted it"),
    "released": N_("I was restarted"),
    "replanned": N_("your plan changed"),
    "rule_removed": N_("you removed it"),
    "server_gone": N_("I was not in that server any more"),
    "session_removed": N_("its leg day was removed"),
    "stale": N_("its time had passed before I could send it"),
    "stopped": N_("you stopped your reminders"),
    "thread_archived": N_("its thread was archived"),
    "thread_locked": N_("its thread was locked"),
    "unanswered": N_("Discord did not answer"),
    "unreachable": N_("Discord could not be reached"),
    "zone_unknown": N_("its time zone is not known any more"),
}


def why(reason: str | None) -> str:
    """Return the text of a reason code; Discord's refusals are named by their number."""
    reason = reason or "fault"
    if reason in FATES:
        return _(FATES[reason])
    number = reason.rpartition("_")[2]
    if reason.startswith("status_"):
        return _("Discord was in trouble ({number})").format(number=number)
    return _("Discord refused it ({number})").format(number=number)
