"""The board's lines: by band and day of joining, and nobody's depends on another's."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.group.board import BANDS, BoardName, band_of, by_band

START = datetime(2026, 1, 1, tzinfo=UTC)
NAMES = st.lists(
    st.tuples(st.sampled_from(BANDS), st.integers(0, 50)), min_size=1, max_size=12
).map(
    lambda told: tuple(
        BoardName(member_id=number, band=band, since=START + timedelta(days=day))
        for number, (band, day) in enumerate(told)
    )
)


@settings(max_examples=100)
@given(names=NAMES, gone=st.integers(0, 11))
def test_who_leaves_changes_no_other_line(names, gone):
    left = tuple(one for one in names if one.member_id != gone)

    without = [(band, [who for who in found if who != gone]) for band, found in by_band(names)]

    assert by_band(left) == [(band, found) for band, found in without if found]


@settings(max_examples=100)
@given(names=NAMES)
def test_longest_band_comes_first_and_in_it_who_joined_first(names):
    ordered = sorted(names, key=lambda one: (-one.band, one.since, one.member_id))

    shown = [(band, who) for band, found in by_band(names) for who in found]

    assert shown == [(one.band, one.member_id) for one in ordered]


def test_bands_rise_with_the_weeks():
    found = [band_of(weeks) for weeks in range(60)]

    assert found == sorted(found)
    assert sorted(set(found)) == [0, *BANDS]
