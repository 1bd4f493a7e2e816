"""A leader's log as CSV (RFC 4180), and what keeps a table program from taking a text for a formula."""

import csv
import io
import re
from collections.abc import Iterable

from app.group.leaders_log import LedMeeting, LedPart
from app.group.zones import Zone
from app.words.words import Words

_FORMULA = re.compile(r"""(^|[,;\t])[\s"]*(?=[=+@＝＋＠－-])""")
"""What may stand before a sign that makes a spreadsheet compute the cell; in some languages a wide one does too.

Some spreadsheets split cells at another separator than ours.
"""


def log_csv(led: Iterable[LedMeeting], zone: Zone, words: Words) -> str:
    """The file: UTF-8 with the mark by which spreadsheets know it, one meeting a line.

    Where 1.5 is written with a comma, spreadsheets take a semicolon to be between cells.
    """
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";" if words.dates.point == "," else ",", quoting=csv.QUOTE_ALL)
    rows.writerow(words.log.columns.values())
    for each in led:
        began = zone.wall(each.began_ms)
        rows.writerow(
            inert(cell)
            for cell in (
                f"{began:%Y-%m-%d}",
                f"{began:%H:%M}",
                zone.name,
                each.group,
                words.paper.modes[each.mode],
                str(each.minutes),
                str(each.cases),
                ", ".join(_part(part, words) for part in each.parts),
                ", ".join(name or words.paper.leader_gone for name in each.co_leaders),
                str(each.there),
                each.supervision,
                words.log.yes if each.confirmed else words.log.no,
            )
        )
    return "\ufeff" + text.getvalue()


def _part(led: LedPart, words: Words) -> str:
    part = words.log.part[led.part]
    return words.log.in_case.format(part, led.case) if led.case else part


def inert(cell: str) -> str:
    """The cell so that no spreadsheet works it out: a quote before it, which they show as text."""
    return _FORMULA.sub(r"\g<0>'", cell)
