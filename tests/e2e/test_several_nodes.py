"""Two processes behind one port: the one that holds the circle dies, or leaves, under people in real browsers."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.meeting import Meeting, meeting
from tests.e2e.patience import until
from tests.support.processes import Processes
from tests.support.scene import FRIDA, MIA, PIET
from tests.support.thorough import not_in_a_share

SEATS = (FRIDA, PIET, MIA)


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Processes]:
    running = Processes(tmp_path, BALINT_DRAIN_WITHIN_S="60")
    try:
        running.start()
        yield running
    finally:
        running.end()


def test_the_process_that_holds_the_circle_is_killed(browser: Browser, processes: Processes) -> None:
    """N1, N9, N15, S4, H6: everybody is back in their seat by themselves, and the presenter is still silent."""
    with meeting(browser, processes, SEATS) as m:
        m.until("call_for_case")
        m.make_presenter()
        m.until("reflection")
        m.assert_heard({FRIDA, MIA})
        before, killed_ms = processes.owner(), time.time() * 1000
        processes.kill_owner()
        for page in m.pages.values():
            expect(page.room).to_have_attribute("data-connected", "false")
        for page in m.pages.values():
            page.connected().in_phase("reflection")
        m.assert_heard({FRIDA, MIA})
        assert processes.owner() != before
        assert not ever_heard(m, PIET, killed_ms)
        m.next("presenter_returns")
        m[PIET].press("Open my microphone")
        m.assert_heard({FRIDA, MIA, PIET})


@not_in_a_share  # by test_processes.py
def test_the_processes_are_replaced_one_after_the_other(browser: Browser, processes: Processes) -> None:
    """N10, H6: as for a new release; the circle goes with its next step, and people hardly notice."""
    with meeting(browser, processes, SEATS) as m:
        m.until("call_for_case")
        m.make_presenter()
        m.until("clarifying_questions")
        m.assert_heard({FRIDA, MIA, PIET})
        children = set(processes.children)
        processes.tell(signal.SIGHUP)
        for phase in ("sit_back", "reflection"):
            holder = processes.owner()
            if holder in children:
                assert moves_with(m, processes, phase) != holder
        until(lambda: not children & set(processes.children))
        m.assert_heard({FRIDA, MIA})


def moves_with(m: Meeting, processes: Processes, phase: str) -> int:
    """The circle moves to another process as it steps into this phase; that process."""
    until(processes.owner_leaves)
    m.assert_heard({FRIDA, MIA, PIET} if phase == "sit_back" else {FRIDA, MIA})
    moved_ms = m.next(phase)
    for page in m.pages.values():
        page.connected()
    m.assert_heard({FRIDA, MIA})
    assert not ever_heard(m, PIET, moved_ms + 500)
    return processes.owner()


def ever_heard(m: Meeting, seat: int, since_ms: float) -> bool:
    return any(began for page in m.pages.values() for _, _, began in page.ever_heard(seat, since_ms))
