"""Which rules of time zones the server goes by."""

import zoneinfo
from datetime import UTC, datetime, timedelta

import pytest

from app.live import zones

NOW = datetime(2027, 1, 12, tzinfo=UTC)
NOW_MS = int(NOW.timestamp()) * 1000


def test_the_rules_are_those_that_are_installed_with_the_server() -> None:
    """G2: an old system has old rules, or none; nowhere but in `tzdata` is looked for any."""
    assert "Europe/Berlin" in zones.zones_of(("Europe/Berlin",), 0)
    assert zoneinfo.TZPATH == ()


@pytest.mark.parametrize("name", ["Europe/Berlin", "Africa/Casablanca", "Australia/Lord_Howe", "America/Asuncion"])
def test_every_change_of_the_clocks_is_known(name: str) -> None:
    """G2: in Morocco, round Ramadan, two are five weeks apart."""
    zone, info = zones.zone_of(name, NOW_MS), zoneinfo.ZoneInfo(name)
    for days in range(-6 * 366, 6 * 366):
        at = NOW + timedelta(days=days)
        offset = at.astimezone(info).utcoffset()
        assert timedelta(milliseconds=zone.ahead_ms(int(at.timestamp()) * 1000)) == offset


def test_no_voice_waits_while_a_zone_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each look at its clocks takes some microseconds, and all of them are done at once."""
    looks, ahead_s = 0, zones._ahead_s

    def counted(info: zoneinfo.ZoneInfo, at: datetime) -> int:
        nonlocal looks
        looks += 1
        return ahead_s(info, at)

    monkeypatch.setattr(zones, "_ahead_s", counted)
    zones.zones_of(("Africa/Casablanca",), int(datetime(2031, 1, 1, tzinfo=UTC).timestamp()) * 1000)
    assert looks < 3000
