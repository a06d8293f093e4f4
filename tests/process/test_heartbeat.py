"""The heartbeat's file, by which a container's health check knows a bot that works."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.runtime import heartbeat

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(("seconds", "healthy"), [(0, True), (60, True), (61, False), (-5, True)])
def test_heartbeat_is_good_for_a_minute(tmp_path, seconds, healthy):
    file = heartbeat.file_of(tmp_path / "legday.db")
    heartbeat.beat(file, NOW)

    trouble = heartbeat.trouble(file, NOW + timedelta(seconds=seconds))

    assert (trouble is None) == healthy


def test_no_heartbeat_is_trouble(tmp_path):
    file = heartbeat.file_of(tmp_path / "legday.db")
    heartbeat.beat(file, NOW)
    heartbeat.end(file)
    heartbeat.end(file)

    assert heartbeat.trouble(file, NOW) is not None


def test_heartbeat_is_for_the_operator_only(tmp_path):
    file = heartbeat.file_of(tmp_path / "legday.db")
    heartbeat.beat(file, NOW)

    assert file.stat().st_mode & 0o077 == 0
    assert file.read_bytes() == b""
