"""A certificate as a PDF that stays readable (PDF/A-2a) and is read aloud well (PDF/UA-1), made by typst.

The template is fixed and what people typed comes as data, so no name is ever read as a command. Nothing is downloaded.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.group.certificate import Attended, CertifiedLeader
from app.group.zones import Zone
from app.store.thread import BlockingThread
from app.web.group_protocol import CertificatePaper
from app.words.words import PaperWords, Words

TEMPLATE = Path(__file__).with_name("certificate.typ")
WITHIN_S = 10.0


class NotDrawn(Exception):
    """A name on it has letters that the PDF's font has not, and no PDF is made that shows boxes in their place."""


class PaperMaker:
    """Makes PDFs and calendars, one at a time, on a thread of its own, so that no voice waits for them.

    Of several threads each would have its turn before the loop has its next.
    """

    def __init__(self) -> None:
        self._thread: BlockingThread | None = None

    async def pdf(self, paper: CertificatePaper, zone: Zone, words: Words) -> bytes:
        """The PDF. Raises `NotDrawn`, and TimeoutError where it is not made in time."""
        says = json.dumps(template_data(paper, zone, words), ensure_ascii=False)
        return await self.make(lambda: _made(says))

    async def make(self, work: Callable[[], bytes]) -> bytes:
        """What this work makes, on the thread. Raises TimeoutError where it is not made in time."""
        self._thread = self._thread or BlockingThread("papers")
        return await self._thread.do(work, WITHIN_S)


def _made(says: str) -> bytes:
    import typst  # noqa: PLC0415  it takes its time, and most servers' processes never make a paper

    try:
        return bytes(typst.compile(TEMPLATE, sys_inputs={"says": says}, pdf_standards=["a-2a", "ua-1"]))
    except typst.TypstError:
        raise NotDrawn from None  # what it says has the name in it


def template_data(paper: CertificatePaper, zone: Zone, words: Words) -> dict[str, Any]:
    """What stands on the paper, as texts in this language."""
    says, issued, its = paper.says, zone.wall(paper.issued_ms), words.paper
    columns = list(its.columns.values())
    if not any(each.vnr for each in says.attended):
        columns.pop()  # the last one is the number of an event
    modes = dict.fromkeys(its.modes[each.mode] for each in says.attended)
    language, _, region = words.lang.partition("-")
    return {
        "words": asdict(its),
        "language": language,
        "region": region or None,
        "called": its.called.format(paper.paper),
        "page_of": words.certificate.page_of,
        "name": says.name,
        "number": paper.number,
        "group": says.group,
        "organiser": says.organiser,
        "leaders": [_leader(each, its) for each in says.leaders],
        "mode": ", ".join((*modes, its.closed if says.closed else its.open)),
        "span": _span(paper, zone, words),
        "zone": its.zone.format(says.zone),
        "columns": columns,
        "rows": [_row(each, zone, words)[: len(columns)] for each in says.attended],
        "corrected": any(each.corrected for each in says.attended),
        "totals": [
            [its.meetings, str(len(says.attended))],
            [its.minutes, str(says.minutes)],
            [its.hours, its.to_quarter.format(words.dates.decimal(says.quarter_hours / 4))],
            [its.units, its.full.format(says.units)],
            [its.double_hours, its.full_double.format(says.double_hours)],
        ],
        "issued": words.dates.written(issued),
        "made": {"year": issued.year, "month": issued.month, "day": issued.day},
    }


def _row(each: Attended, zone: Zone, words: Words) -> list[str]:
    began, ended, its = zone.wall(each.began_ms), zone.wall(each.ended_ms), words.paper
    return [
        words.dates.written(began),
        words.dates.from_to(began, ended),
        its.marked.format(each.minutes) if each.corrected else str(each.minutes),
        str(each.cases),
        its.role_mode.format(its.roles[each.role], its.modes[each.mode]),
        each.vnr,
    ]


def _leader(each: CertifiedLeader, its: PaperWords) -> str:
    if not each.name:
        return its.leader_gone
    return its.leader.format(each.name, each.accreditation) if each.accreditation else each.name


def _span(paper: CertificatePaper, zone: Zone, words: Words) -> str:
    attended = paper.says.attended
    if not attended:
        return ""
    first, last = (words.dates.written(zone.wall(each.began_ms)) for each in (attended[0], attended[-1]))
    return first if first == last else words.paper.span.format(first, last)
