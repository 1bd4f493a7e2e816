"""The demonstration's case, shortened, with somebody in a Chromium at the table: who hears whom, phase by phase."""

import pytest
from playwright.sync_api import Browser

from app.demo import director
from app.demo.circle import MEMBERS_SEAT, PRESENTERS_SEAT, SEATS
from app.demo.watching import HURRY_MAX
from tests.e2e.held_case import (
    JONAS,
    HeldCase,
    Spoke,
    assert_heard,
    assert_silent,
    has_heard,
    heard_at,
    held_case,
    speakers,
)
from tests.e2e.meeting import PHASE_NAMES
from tests.e2e.page import TONES_HZ
from tests.e2e.patience import PATIENCE_S
from tests.support.process import ServerProcess

WHOLE_CASE_S = 120
SPEAKS_ON = """async (frequency) => {
  const context = new AudioContext({ sampleRate: 48000 });
  const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  const tone = new OscillatorNode(context, { frequency });
  tone.connect(new GainNode(context, { gain: 0.3 })).connect(out);
  tone.start();
  await context.resume();
  await ears.sender().replaceTrack(out.stream.getAudioTracks()[0]);
}"""
"""As a page that somebody has changed would: the sound is sent, whatever the server has said."""


def the_seven_heard(held: HeldCase, spoke: Spoke, until: str = "lingering") -> None:
    for name, seat in SEATS.items():
        assert_heard(name, seat, spoke, held.heard.of[name], until)


def test_a_member_is_heard_and_hears_the_whole_case(browser: Browser, server: ServerProcess) -> None:
    """H1, M2: by each one's own received sound, that of seven synthetic people and a browser's."""
    with held_case(server.url) as held:
        assert held.names == {f"{name} (synthetic)" for name in SEATS}
        mia = held.sits_in(browser, "member", tone=True)
        mia.open().page.get_by_text("Whoever is marked as synthetic is a computer’s voice").wait_for()
        mia.join("Mia").has_voice("heard")
        held.all_hear(MEMBERS_SEAT)
        spoke_in = mia.room.get_attribute("data-phase") or ""
        mia.press("Close my microphone")
        mia.page.get_by_role("heading", name="The meeting is over").wait_for(timeout=WHOLE_CASE_S * 1000)
        spoke = speakers(held.script)
        phases = [*spoke]
        for name in SEATS:
            assert held.heard_in(name, MEMBERS_SEAT) <= {*phases[: phases.index(spoke_in) + 1]}
            for seats in held.heard.of[name].values():
                seats.discard(MEMBERS_SEAT)
        the_seven_heard(held, spoke)
        assert_heard("Mia", MEMBERS_SEAT, spoke, heard_at(mia), "lingering", after=spoke_in)
        assert_silent(mia, JONAS)
        assert held.tried > 5
        assert mia.faults == []
        mia.close()


def test_a_leader_presses_next_and_they_follow_and_an_observer_hears(
    browser: Browser, server: ServerProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """L1, D3, M2: in a German circle. Advice that this leader does not turn back, Ada does."""
    monkeypatch.setattr(director, "LEFT_TO_PERSON_S", 0.5)
    with held_case(server.url, "de") as held:
        spoke = speakers(held.script, led=True)
        frida = held.sits_in(browser, "leader").join("Frida", microphone=False)
        olga = held.sits_in(browser, "observer").knock("Olga").at_door()
        frida.press("I agree that Olga observes")
        olga.connected()
        for phase, seats in spoke.items():
            if phase != "gathering":
                frida.press(f"Next: {PHASE_NAMES[phase]}")
            frida.in_phase(phase)
            if phase == "reflection":
                frida.page.get_by_text("Advice is creeping in").locator("visible=true").first.wait_for()
            for page in (frida, olga):
                has_heard(page, {*seats})
            if phase == "call_for_case":
                frida.choose_at_seat(JONAS, "Make presenter")
        the_seven_heard(held, spoke)
        for page in (frida, olga):
            assert_heard(str(page.seat), page.seat, spoke, heard_at(page), "lingering")
            assert_silent(page, JONAS)
        assert held.tried > 5
        assert frida.faults + olga.faults == []
        for page in (frida, olga):
            page.close()


def test_a_presenter_is_asked_and_then_sat_back(
    browser: Browser, server: ServerProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """L7, M2: what a changed page sends all the same is not heard, and it hears all. Returning opens no microphone."""
    monkeypatch.setattr(director, "NOTHING_S", PATIENCE_S * HURRY_MAX)
    with held_case(server.url) as held:
        spoke = speakers(held.script, presented=True)
        piet = held.sits_in(browser, "presenter", tone=True).join("Piet", microphone=False)
        piet.press("Yes, I will present")
        for phase in ("presentation", "clarifying_questions"):
            piet.in_phase(phase)
            if phase == "clarifying_questions":
                has_heard(piet, {SEATS["Tom"]})
            piet.press("Open my microphone")
            held.all_hear(PRESENTERS_SEAT, phase)
            piet.press("Close my microphone")
        piet.in_phase("sit_back")
        sent = piet.packets_sent()
        piet.page.evaluate(SPEAKS_ON, TONES_HZ[PRESENTERS_SEAT - 1])
        piet.in_phase("reflection")
        has_heard(piet, {*spoke["reflection"]})
        assert piet.packets_sent() > sent + 100
        piet.in_phase("presenter_returns")
        assert piet.room.get_attribute("data-voice") != "heard"
        the_seven_heard(held, spoke, "presenter_returns")
        assert_heard("Piet", PRESENTERS_SEAT, spoke, heard_at(piet), "presenter_returns", after="gathering")
        assert piet.faults == []
        piet.close()
