"""Zones by their names: what a browser, a machine or somebody at the prompt calls them."""

import pytest

from bot.sandbox.zones import city, machine_zone, zone_like, zone_named

NONE = [
    "",
    " ",
    "Berlin Wall",
    "Europe",
    "../zone",
    "/etc/passwd",
    "Europe/",
    "\0",
    "²",
    "x" * 5_000,
]


@pytest.mark.parametrize("name", NONE)
def test_name_that_is_none_is_no_zone(name):
    assert (zone_named(name), zone_like(name), machine_zone(name)) == (None, None, None)


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("tokyo", "Asia/Tokyo"),
        ("new york", "America/New_York"),
        ("  New   York ", "America/New_York"),
        ("los_angeles", "America/Los_Angeles"),
    ],
)
def test_zone_is_found_by_its_city(words, zone):
    assert str(zone_like(words)) == zone


@pytest.mark.parametrize(
    ("link", "variable", "zone"),
    [
        ("/usr/share/zoneinfo/Asia/Tokyo", "", "Asia/Tokyo"),
        ("../usr/share/zoneinfo/America/New_York", "", "America/New_York"),
        ("/usr/share/zoneinfo/Asia/Tokyo", "Europe/Rome", "Europe/Rome"),
        ("/usr/share/zoneinfo/Asia/Tokyo", ":Europe/Rome", "Europe/Rome"),
        ("/usr/share/zoneinfo/Etc/UTC", "", "None"),  # a container's, of nobody's home
        ("/usr/share/zoneinfo/Asia/Tokyo", "UTC", "None"),
        ("/usr/share/zoneinfo/Asia/Tokyo", "CET-1CEST", "None"),
        ("/somewhere/else", "", "None"),
    ],
)
def test_machine_says_its_zone_by_a_link_or_its_environment(tmp_path, link, variable, zone):
    place = tmp_path / "localtime"
    place.symlink_to(link)

    assert str(machine_zone(variable, place)) == zone


def test_machine_without_a_link_says_nothing(tmp_path):
    (tmp_path / "localtime").write_bytes(b"TZif2")

    assert machine_zone("", tmp_path / "localtime") is None
    assert machine_zone("", tmp_path / "missing") is None


def test_city_is_a_zones_last_word():
    zone = zone_named("America/Argentina/Buenos_Aires")

    assert zone is not None
    assert city(zone) == "Buenos Aires"
