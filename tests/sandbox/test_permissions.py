"""Permissions: Discord's order of roles and overwrites."""

import discord
import pytest

from bot.sandbox.permissions import ALL, FLAGS, names, of_member

SEE, SEND, EMBED = FLAGS["view_channel"], FLAGS["send_messages"], FLAGS["embed_links"]
EVERYONE = {"id": "1", "permissions": str(SEE)}
COACH = {"id": "2", "permissions": str(SEND)}
MUTED = {"id": "3", "permissions": "0"}


def overwrite(target, allow=0, deny=0):
    return {"id": str(target), "type": 0, "allow": str(allow), "deny": str(deny)}


def computed(*roles, overwrites=(), user_id=9, owner=8):
    return of_member(
        {"id": EVERYONE["id"], "owner_id": owner},
        {int(one["id"]): one for one in (EVERYONE, *roles)},
        user_id,
        [one["id"] for one in roles],
        overwrites,
    )


@pytest.mark.parametrize(
    ("roles", "overwrites", "expected"),
    [
        ([], [], SEE),
        ([COACH], [], SEE | SEND),
        ([COACH], [overwrite(1, deny=SEE | SEND)], 0),
        ([COACH], [overwrite(1, deny=SEND), overwrite(2, allow=SEND)], SEE | SEND),
        ([COACH, MUTED], [overwrite(3, deny=SEND)], SEE),
        ([COACH, MUTED], [overwrite(3, deny=SEND), overwrite(2, allow=SEND)], SEE | SEND),
        ([COACH], [overwrite(2, allow=EMBED), overwrite(9, deny=EMBED | SEND)], SEE),
        ([MUTED], [overwrite(3, deny=SEE), overwrite(9, allow=SEE)], SEE),
        ([], [overwrite(2, allow=SEND)], SEE),
    ],
)
def test_overwrites_rank_everyone_then_roles_then_member(roles, overwrites, expected):
    assert computed(*roles, overwrites=overwrites) == expected


def test_owner_and_administrator_may_do_everything_whatever_the_channel_says():
    admin = {"id": "4", "permissions": str(FLAGS["administrator"])}
    closed = [overwrite(1, deny=ALL), overwrite(9, deny=ALL)]

    assert computed(admin, overwrites=closed) == ALL
    assert computed(overwrites=closed, owner=9) == ALL


def test_names_are_in_order_and_skip_unknown_bits():
    assert names(SEND | SEE | 1 << 60) == ["view_channel", "send_messages"]


def test_flags_are_those_the_library_knows():
    assert discord.Permissions.all().value == ALL
    assert FLAGS["pin_messages"] == discord.Permissions(pin_messages=True).value
    assert FLAGS["manage_guild"] == discord.Permissions(manage_guild=True).value
