"""Which rules of time zones the server goes by."""

import zoneinfo

from app.live import zones


def test_the_rules_are_those_that_are_installed_with_the_server() -> None:
    """G2: an old system has old rules, or none; nowhere but in `tzdata` is looked for any."""
    assert "Europe/Berlin" in zones.zones_of(("Europe/Berlin",), 0)
    assert zoneinfo.TZPATH == ()
