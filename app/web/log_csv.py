"""A leader's log as CSV (RFC 4180), and what keeps a table program from taking a text for a formula."""

import csv
import io
from collections.abc import Iterable

from app.group.leaders_log import LedMeeting
from app.group.meeting import Mode
from app.group.zones import Zone

HEADS = (
    "date",
    "start",
    "time zone",
    "group",
    "mode",
    "minutes",
    "cases",
    "role",
    "co-leader",
    "people present",
    "supervision",
    "confirmed",
)
MODES = {Mode.LIVE_ONLINE: "live online, audio", Mode.IN_PERSON: "in person"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that spreadsheets work out."""


def log_csv(led: Iterable[LedMeeting], zone: Zone) -> str:
    """The file: UTF-8 with the mark by which spreadsheets know it, one meeting a line."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEADS)
    for each in led:
        began = zone.wall(each.began_ms)
        rows.writerow(
            inert(cell)
            for cell in (
                f"{began:%Y-%m-%d}",
                f"{began:%H:%M}",
                zone.name,
                each.group,
                MODES[each.mode],
                str(each.minutes),
                str(each.cases),
                each.parts,
                ", ".join(each.co_leaders),
                str(each.there),
                each.supervision,
                "yes" if each.confirmed else "no",
            )
        )
    return "\ufeff" + text.getvalue()


def inert(cell: str) -> str:
    """The cell so that no spreadsheet works it out: a quote before it, which they show as text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
