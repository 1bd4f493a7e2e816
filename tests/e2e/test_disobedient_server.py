"""A server that was changed to disobey is heard by nobody: real browsers, and what they play."""

import time
from typing import NamedTuple

from playwright.sync_api import Browser, expect

from tests.e2e.meeting import Meeting, meeting
from tests.e2e.page import PersonsPage
from tests.e2e.patience import PATIENCE_S
from tests.support.disobedient import DisobedientServer
from tests.support.scene import FRIDA, MIA, PIET
from tests.support.thorough import share

EVERYBODY = (FRIDA, PIET, MIA)
SILENT = 1e-6
"""Of the energy of full scale, for each second: 60 dB below it."""

MEASURED_S = 1.5
END_PLAYS_S = 2.5
"""Where lies are heard, and no silence ends the waiting."""


class Played(NamedTuple):
    """What was played to somebody, of all voices."""

    energy: float
    packets: int
    lasted_s: float

    @property
    def is_silent(self) -> bool:
        return self.energy <= SILENT * self.lasted_s and self.lasted_s > MEASURED_S / 2

    def since(self, before: "Played") -> "Played":
        return Played(*(now - then for now, then in zip(self, before, strict=True)))


def played(m: Meeting) -> list[Played]:
    """To each so far."""
    return [
        Played(
            sum(entry["totalAudioEnergy"] for entry in entries),
            sum(entry["packetsReceived"] for entry in entries),
            max(entry["totalSamplesDuration"] for entry in entries),
        )
        for entries in (m[seat].stats("inbound-rtp") for seat in EVERYBODY)
    ]


def played_for(m: Meeting, lasts_s: float) -> list[Played]:
    """To each from now on."""
    before = played(m)
    time.sleep(lasts_s)
    return [now.since(then) for now, then in zip(played(m), before, strict=True)]


def lied_to(m: Meeting, server: DisobedientServer, lie: str, end_plays_s: float = PATIENCE_S) -> list[Played]:
    """What is played to each while the server lies.

    What was true still plays for a while: a second, or several on a busy machine, whose pages may play nothing for a
    moment and then go on. A lie that is heard has no end.
    """
    server.does(lie)
    deadline = time.monotonic() + end_plays_s
    while True:
        found = played_for(m, MEASURED_S)
        if all(each.is_silent for each in found) or time.monotonic() > deadline:
            break
    server.does("nothing")
    return found


def test_whatever_it_sends_is_silence(browser: Browser, disobedient: DisobedientServer) -> None:
    """V3, V4, V9, V10: noise, clear Opus, another's seat, a second of speech over and over, another codec; when it
    obeys it is heard.
    """
    with meeting(browser, disobedient, EVERYBODY) as m:
        for lie in ("noise", "clear", "swapped", "replayed"):
            m.assert_heard(set(EVERYBODY))  # what was kept back, and is heard late for the first time, is no replay
            for found in lied_to(m, disobedient, lie):
                assert found.packets > 50, lie
                assert found.is_silent, (lie, found)
        m.assert_heard(set(EVERYBODY))
        assert all(found.is_silent for found in lied_to(m, disobedient, "codec"))  # none of it is even counted
        m.assert_heard(set(EVERYBODY))
        it_keeps_back_a_newcomers_keys(m, disobedient)
        assert m.faults() == {}


def it_keeps_back_a_newcomers_keys(m: Meeting, server: DisobedientServer) -> None:
    """V10: all draw other keys when she comes. Each is told whom they do not hear; once it obeys, that helps."""
    unopened = {seat: m[seat].page.locator("[data-banner=unopened]") for seat in EVERYBODY}
    expect(unopened[MIA]).to_have_count(0)
    server.does("boxes")
    m[MIA].page.reload()
    m[MIA].press("Come back to the circle")
    for seat, others in {MIA: "Frida and Piet", FRIDA: "Piet and Mia", PIET: "Frida and Mia"}.items():
        expect(unopened[seat]).to_contain_text(f"You do not hear {others}:")
    server.does("nothing")
    m[MIA].press("Load the page again")
    m[MIA].press("Come back to the circle")
    m.assert_heard(set(EVERYBODY))
    for seat in EVERYBODY:
        expect(unopened[seat]).to_have_count(0)


def test_in_a_circle_that_is_not_sealed_it_is_heard(browser: Browser, disobedient: DisobedientServer) -> None:
    """So what is measured above would show it."""
    with meeting(browser, disobedient, EVERYBODY, sealed=False) as m:
        m.assert_heard(set(EVERYBODY))
        for lie in share(("nothing", "noise", "clear", "swapped", "replayed", "codec"), 2):
            assert min(found.energy for found in lied_to(m, disobedient, lie, END_PLAYS_S)) > 100 * SILENT, lie


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
