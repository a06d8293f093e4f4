"""Who may see a channel, by two implementations that know nothing of each other."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.facts.permissions import Overwrite, View, may_view
from bot.sandbox import permissions

GUILD, OWNER, MEMBER = 1, 2, 3
ROLES = (11, 12, 13)
BITS = st.sets(st.sampled_from(["view_channel", "administrator", "send_messages"])).map(
    lambda names: sum(permissions.FLAGS[name] for name in names)
)


@given(
    roles=st.fixed_dictionaries(dict.fromkeys((GUILD, *ROLES), BITS)),
    overwrites=st.dictionaries(
        st.sampled_from([GUILD, *ROLES, OWNER, MEMBER]),
        st.builds(Overwrite, allow=BITS, deny=BITS),
    ),
    held=st.frozensets(st.sampled_from(ROLES)),
    member=st.sampled_from([OWNER, MEMBER]),
)
def test_member_sees_a_channel_as_discord_says(roles, overwrites, held, member):
    view = View(guild_id=GUILD, owner_id=OWNER, roles=roles, overwrites=overwrites)

    expected = permissions.of_member(
        {"id": str(GUILD), "owner_id": str(OWNER)},
        {role: {"permissions": str(bits)} for role, bits in roles.items()},
        member,
        map(str, held),
        [
            {"id": str(one), "allow": str(each.allow), "deny": str(each.deny)}
            for one, each in overwrites.items()
        ],
    )

    assert may_view(view, member, held) == bool(expected & permissions.FLAGS["view_channel"])


def test_role_that_was_deleted_meanwhile_gives_nothing():
    view = View(guild_id=GUILD, owner_id=OWNER, roles={GUILD: 0})

    assert not may_view(view, MEMBER, frozenset({11}))
