"""A server that was changed to disobey is heard by nobody: real browsers, and what they play."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.meeting import Meeting, meeting
from tests.e2e.page import PersonsPage
from tests.e2e.patience import PATIENCE_S
from tests.support.disobedient import DisobedientServer
from tests.support.scene import FRIDA, MIA, PIET

EVERYBODY = (FRIDA, PIET, MIA)
SILENT = 1e-6
"""Of the energy of full scale, for a second: 60 dB below it."""

MEASURED_S = 1.5
LOOKS_S = 0.5
END_PLAYS_S = 2.5
"""Where lies are heard, and no silence ends the waiting."""


@pytest.fixture
def disobedient(tmp_path: Path) -> Iterator[DisobedientServer]:
    server = DisobedientServer(tmp_path)
    server.start()
    yield server
    server.stop()


def played(m: Meeting, seat: int) -> tuple[float, int]:
    """The energy of all that was played to this person so far, and in how many packets it came."""
    entries = m[seat].stats("inbound-rtp")
    return sum(entry["totalAudioEnergy"] for entry in entries), sum(entry["packetsReceived"] for entry in entries)


def let_the_end_play(m: Meeting, at_most_s: float) -> None:
    """What was true still plays for a while: a second, or several on a busy machine. A lie that is heard has no end."""
    deadline = time.monotonic() + at_most_s
    energy, more = 0.0, 1.0
    while more > SILENT and time.monotonic() < deadline:
        time.sleep(LOOKS_S)
        now = sum(played(m, seat)[0] for seat in EVERYBODY)
        energy, more = now, now - energy


def lied_to(
    m: Meeting, server: DisobedientServer, lie: str, end_plays_s: float = PATIENCE_S
) -> list[tuple[float, int]]:
    """What is played to each while the server lies: how much energy, and packets."""
    server.does(lie)
    let_the_end_play(m, end_plays_s)
    before = {seat: played(m, seat) for seat in EVERYBODY}
    time.sleep(MEASURED_S)
    after = {seat: played(m, seat) for seat in EVERYBODY}
    server.does("nothing")
    return [(after[seat][0] - before[seat][0], after[seat][1] - before[seat][1]) for seat in EVERYBODY]


def test_whatever_it_sends_is_silence(browser: Browser, disobedient: DisobedientServer) -> None:
    """V3, V9: noise, clear Opus, another's seat, a second of speech over and over; and it is heard when it obeys."""
    with meeting(browser, disobedient, EVERYBODY) as m:
        for lie in ("noise", "clear", "swapped", "replayed"):
            m.assert_heard(set(EVERYBODY))  # what was kept back, and is heard late for the first time, is no replay
            for energy, packets in lied_to(m, disobedient, lie):
                assert packets > 50, lie
                assert energy < SILENT, lie
        m.assert_heard(set(EVERYBODY))
        assert m.faults() == {}


def test_in_a_circle_that_is_not_sealed_it_is_heard(browser: Browser, disobedient: DisobedientServer) -> None:
    """So what is measured above would show it."""
    with meeting(browser, disobedient, EVERYBODY, sealed=False) as m:
        m.assert_heard(set(EVERYBODY))
        for lie in ("nothing", "noise", "clear", "replayed"):
            assert min(energy for energy, _ in lied_to(m, disobedient, lie, END_PLAYS_S)) > 100 * SILENT, lie


def test_a_circle_whose_lock_it_strips_is_entered_by_nobody(browser: Browser, disobedient: DisobedientServer) -> None:
    """V6: the link has a key, so the page says that the circle should be sealed, and opens no line."""
    token = disobedient.open_sealed()[MIA - 1]
    disobedient.does("unlocked")
    mia = PersonsPage(browser, disobedient.url, token, MIA)
    lines: list[str] = []
    mia.page.on("websocket", lambda line: lines.append(line.url))
    mia.open()
    expect(mia.page.locator("[data-seal=unlocked] h1")).to_have_text("This circle should be sealed")
    assert mia.page.get_by_role("button", name="Join the circle").count() == 0
    assert lines == []
    assert mia.stats("outbound-rtp") == []
    disobedient.does("nothing")
    mia.page.reload()
    mia.knock("Mia").connected()
    assert len(lines) == 1, "a line that is opened is seen"
    mia.close()
