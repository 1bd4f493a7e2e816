"""A certificate as a PDF that stays readable (PDF/A-2a) and is read aloud well (PDF/UA-1), made by typst.

The template is fixed and what people typed comes as data, so no name is ever read as a command. Nothing is downloaded.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from app.circle.phases import Role
from app.group.certificate import Attended, CertifiedLeader
from app.group.meeting import Mode
from app.group.zones import Zone
from app.store.thread import BlockingThread
from app.web.group_protocol import CertificatePaper

TEMPLATE = Path(__file__).with_name("certificate.typ")
WITHIN_S = 10.0
MODES = {Mode.LIVE_ONLINE: "live online, audio", Mode.IN_PERSON: "in person"}
ROLES = {Role.FACILITATOR: "facilitator", Role.MEMBER: "member", Role.OBSERVER: "observer"}


class NotDrawn(Exception):
    """A name on it has letters that the PDF's font has not, and no PDF is made that shows boxes in their place."""


class PaperMaker:
    """Makes PDFs, one at a time, on a thread of its own, so that no voice waits for it."""

    def __init__(self) -> None:
        self._thread: BlockingThread | None = None

    async def pdf(self, paper: CertificatePaper, zone: Zone) -> bytes:
        """The PDF. Raises `NotDrawn`, and TimeoutError where it is not made in time."""
        self._thread = self._thread or BlockingThread("papers")
        says = json.dumps(template_data(paper, zone), ensure_ascii=False)
        return await self._thread.do(lambda: _made(says), WITHIN_S)

    def close(self) -> None:
        """Make no more."""
        if self._thread:
            self._thread.end()
            self._thread = None


def _made(says: str) -> bytes:
    import typst  # noqa: PLC0415  it takes its time, and most servers' processes never make a paper

    try:
        return bytes(typst.compile(TEMPLATE, sys_inputs={"says": says}, pdf_standards=["a-2a", "ua-1"]))
    except typst.TypstError:
        raise NotDrawn from None  # what it says has the name in it


def template_data(paper: CertificatePaper, zone: Zone) -> dict[str, Any]:
    """What stands on the paper, as texts."""
    says, issued = paper.says, zone.wall(paper.issued_ms)
    closed = "closed group" if says.closed else "open group"
    modes = dict.fromkeys(MODES[each.mode] for each in says.attended)
    return {
        "paper": paper.paper,
        "of-what": "Balint group, case discussion in a group",
        "name": says.name,
        "number": paper.number,
        "group": says.group,
        "organiser": says.organiser,
        "leaders": [_leader(each) for each in says.leaders],
        "mode": ", ".join((*modes, closed)),
        "span": _span(paper, zone),
        "zone": says.zone,
        "rows": [_row(each, zone) for each in says.attended],
        "corrected": any(each.corrected for each in says.attended),
        "totals": [
            ["Meetings", str(len(says.attended))],
            ["Minutes", str(says.minutes)],
            ["Hours", f"{says.quarter_hours / 4:g} (to the nearest quarter)"],
            ["Units of 45 minutes", f"{says.units} (full ones)"],
            ["Double hours", f"{says.double_hours} (full ones of 90 minutes)"],
        ],
        "issued": _day(issued),
        "made": {"year": issued.year, "month": issued.month, "day": issued.day},
    }


def _row(each: Attended, zone: Zone) -> list[str]:
    began, ended = zone.wall(each.began_ms), zone.wall(each.ended_ms)
    mark = " *" if each.corrected else ""
    return [
        _day(began),
        f"{began:%H:%M} to {ended:%H:%M}",
        f"{each.minutes}{mark}",
        str(each.cases),
        f"{ROLES[each.role]}, {MODES[each.mode]}",
        each.vnr,
    ]


def _leader(each: CertifiedLeader) -> str:
    return f"{each.name} ({each.accreditation})" if each.accreditation else each.name


def _span(paper: CertificatePaper, zone: Zone) -> str:
    attended = paper.says.attended
    if not attended:
        return ""
    return f"{_day(zone.wall(attended[0].began_ms))} to {_day(zone.wall(attended[-1].began_ms))}"


def _day(at: datetime) -> str:
    return f"{at.day} {at:%B %Y}"
