"""The words of refusals about a server's settings, channels and posts."""

from bot.texts.i18n import N_

WORDS = {
    "bot_lacks_rights": N_(
        "In <#{channel}> I lack **{rights}**. Right-click the channel, **Edit Channel**, "
        "**Permissions**, add my role and allow it; then try again. Nothing was saved."
    ),
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
    "digest_pings_nobody": N_(
        "The weekly digest pings nobody. Leave `role` out. Nothing was saved."
    ),
    "digest_weekly": N_(
        "The weekly digest comes on one day a week. Say one in `days`, like `sun`. Nothing was "
        "saved."
    ),
    "everyone_is_not_pinged": N_(
        "I never ping everyone. Choose a role that people can join and leave. Nothing was saved."
    ),
    "message_not_yours": N_("That is somebody else's message. Use this on one of your own."),
    "needs_manage_server": N_(
        "Only people with **Manage Server** can change this. Ask an admin of this server."
    ),
    "no_post_runs": N_(
        "No post runs here, so there is none to send. `/config post add` plans one; `/config show` "
        "tells what was stopped."
    ),
    "no_usual_posts": N_(
        "This server's quiet hours leave no room for the usual posts. `/config post add` plans one "
        "at another time; nothing was changed."
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
    "role_not_mentionable": N_(
        "I may not ping the role {role}. In **Server Settings**, **Roles**, let anyone mention it, "
        "or grant me **{right}** in the channel. Nothing was saved."
    ),
    "server_not_ours": N_(
        "You brought me here with your own account; I am no member of this server. This works "
        "where an admin added me."
    ),
    "server_zone_missing": N_(
        "Posts need this server's time zone, and it is not set. `/config setup` sets it: press "
        "**Set up**. Nothing was saved."
    ),
    "servers_only": N_("This works in a server only, not in a direct message."),
    "text_missing": N_(
        "A post with your own text needs that text. Say it in the option `text`. Nothing was saved."
    ),
    "text_not_used": N_(
        "Only posts of the kinds “Your own text” and “Roll call” have a text of yours. Choose one "
        "of these, or leave `text` out. Nothing was saved."
    ),
    "text_too_long": N_("The text has {length} characters; up to {limit} fit. Nothing was saved."),
    "welcome_needs_channel": N_(
        "No channel is chosen for this server. Choose one in `/config setup`; nothing was posted."
    ),
    "welcome_not_taken": N_(
        "Discord did not let me post in <#{channel}>. If it is a thread, unlock it; else look at "
        "my permissions there with `/config show`. Nothing was posted."
    ),
}
