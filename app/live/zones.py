"""The time zones of the IANA database as data, for `app.group`, which reads nothing by itself.

The rules are those of `tzdata`, which is installed with this server: a system may have none, or those of long ago.
"""

import zoneinfo
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from app.group.zones import Zone

zoneinfo.reset_tzpath(to=())

_BACK, _AHEAD = timedelta(days=7 * 366), timedelta(days=8 * 366)
"""Attendance is kept for six years at most, and dates are at most six years ahead."""
_LOOK_EVERY = timedelta(days=7)
"""No zone changes its clocks twice within this. The loop, and so every voice, waits for all looks at a zone."""
_KNOWN = frozenset(zoneinfo.available_timezones())


def zones_of(names: Iterable[str], now_ms: int) -> dict[str, Zone]:
    """Those of these zones that there are, with their changes of some years round this moment."""
    year = datetime.fromtimestamp(now_ms / 1000, UTC).year
    return {name: _zone(name, year) for name in names if name in _KNOWN}


def zone_of(name: str, now_ms: int) -> Zone:
    """One that there is, in the same way."""
    return zones_of([name], now_ms)[name]


@lru_cache(maxsize=128)
def _zone(name: str, year: int) -> Zone:
    info = zoneinfo.ZoneInfo(name)
    at = datetime(year, 1, 1, tzinfo=UTC) - _BACK
    end = datetime(year + 1, 1, 1, tzinfo=UTC) + _AHEAD
    changes = [(_ms(at), _ahead_s(info, at))]
    while at < end:
        later = at + _LOOK_EVERY
        if _ahead_s(info, later) != changes[-1][1]:
            changes.append((_ms(_first_after(info, at, later)), _ahead_s(info, later)))
        at = later
    return Zone(name, tuple(changes))


def _first_after(info: zoneinfo.ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The second from which on it is as it is at `after`."""
    while after - before > timedelta(seconds=1):
        between = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if _ahead_s(info, between) == _ahead_s(info, after):
            after = between
        else:
            before = between
    return after


def _ahead_s(info: zoneinfo.ZoneInfo, at: datetime) -> int:
    return int((at.astimezone(info).utcoffset() or timedelta()).total_seconds())


def _ms(at: datetime) -> int:
    return int(at.timestamp()) * 1000
