"""How somebody hears the circle: whatever stops a voice, where voices come out, and each from its own seat."""

import os
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Locator, Playwright, expect

from tests.e2e.chromium import launch
from tests.e2e.meeting import Meeting, meeting
from tests.e2e.page import DESKTOP, PHONE, TONES_HZ, PersonsPage
from tests.e2e.patience import until
from tests.support.process import ServerProcess
from tests.support.pulse import needs_pulse, null_sink, pactl
from tests.support.scene import FINN, FRIDA, MIA, NAMES, PIET

SIDES = (Path(__file__).parent / "sides.js").read_text()
CONTEXT_THROWS = "window.AudioContext = class { constructor() { throw new DOMException('', 'NotSupportedError'); } };"
PLAY_IS_REFUSED = """
  const play = HTMLMediaElement.prototype.play;
  window.allows = false;
  HTMLMediaElement.prototype.play = function () {
    return allows ? play.call(this) : Promise.reject(new DOMException('', 'NotAllowedError'));
  };
"""
OUTPUTS = """
  window.outputs = ['headset', 'speakers'];
  const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
  navigator.mediaDevices.enumerateDevices = async () => [
    ...(await list()).filter(({ kind }) => kind !== 'audiooutput'),
    ...outputs.map((id) => ({ kind: 'audiooutput', deviceId: id, groupId: id, label: `Her ${id}` })),
  ];
  HTMLMediaElement.prototype.setSinkId = async function (id) {
    if (id && !outputs.includes(id)) throw new DOMException('', 'NotFoundError');
    Object.defineProperty(this, 'sinkId', { value: id, configurable: true });
  };
"""
"""Two outputs, which can be pulled out."""

SINKS = "() => [...document.querySelectorAll('audio[data-seat]')].map((voice) => voice.sinkId)"
ALL_PLAY = "() => [...document.querySelectorAll('audio[data-seat]')].every((voice) => !voice.paused && !voice.muted)"
NONE_PLAYS = "() => [...document.querySelectorAll('audio[data-seat]')].every((voice) => voice.paused)"
PAUSE = "() => document.querySelectorAll('audio').forEach((voice) => voice.pause())"
VOLUMES = """() => Object.fromEntries(
  [...document.querySelectorAll('audio[data-seat]')].map((voice) => [voice.dataset.seat, voice.volume]))"""
NEVER_BY_ITSELF = """() => {
  const later = setTimeout;
  window.setTimeout = (then, ms, ...more) => (ms === 2000 ? 0 : later(then, ms, ...more));
}"""
"""From now on the page does not try again after a while to play what was stopped."""
SHOWN_AGAIN = "() => void document.dispatchEvent(new Event('visibilitychange'))"
APART_DB = 3
"""How much louder a voice is at the ear on its own side."""
QUARTER_DB, AS_BEFORE_DB = 12, 3
HEARS, HEARS_NOBODY = "() => ears.now.size > 0", "() => ears.now.size === 0"
HEADSET = ("module-null-sink", "sink_name=headset", "sink_properties=device.description=headset")
DEVICES_CHANGE = "() => void navigator.mediaDevices.dispatchEvent(new Event('devicechange'))"
"""Chromium is told so by udev, which knows nothing of `null_sink`."""
LOUDER_EAR = "hz => Math.max(...sides.of(hz))"


def joins(m: Meeting, browser: Browser, server: ServerProcess, seat: int, script: str, **look: object) -> PersonsPage:
    m.pages[seat] = PersonsPage(browser, server.url, m.tokens[seat - 1], seat, **look)
    m[seat].page.add_init_script(script)
    return m[seat].join(NAMES[seat])


def test_voices_that_were_stopped_play_again(browser: Browser, server: ServerProcess) -> None:
    """A call pauses every voice: by themselves; where the browser refuses, when the page is shown again, or touched.
    They are as loud as was chosen for each and for all.
    """
    with meeting(browser, server, (FRIDA,)) as m:
        mia = joins(m, browser, server, MIA, f"{PLAY_IS_REFUSED} allows = true;").page
        m[MIA].press("Sound")
        mia.get_by_role("slider", name="Everybody").fill("50")
        mia.get_by_text("Each voice", exact=True).click()
        mia.get_by_role("slider", name="Frida").fill("40")
        mia.keyboard.press("Escape")
        mia.evaluate(PAUSE)
        mia.wait_for_function(ALL_PLAY)
        mia.evaluate(NEVER_BY_ITSELF)
        for comes_back in (lambda: mia.evaluate(SHOWN_AGAIN), lambda: mia.mouse.click(5, 5)):
            mia.evaluate(f"allows = false; ({PAUSE})()")
            m[MIA].button("Let me hear the circle").wait_for()
            mia.evaluate("allows = true")
            assert mia.evaluate(NONE_PLAYS)
            comes_back()
            mia.wait_for_function(ALL_PLAY)
        m.assert_heard({FRIDA, MIA})
        volumes = mia.evaluate(VOLUMES)
        assert volumes.pop(str(FRIDA)) == 0.2
        assert set(volumes.values()) == {0.5}


def launch_aloud(playwright: Playwright, loudspeakers: dict[str, str]) -> Browser:
    """A browser that plays by these, and lists no made-up ones."""
    without = ["--mute-audio", "--use-fake-device-for-media-stream"]
    return launch(playwright, ignore_default_args=without, env=os.environ | loudspeakers)


@needs_pulse
def test_voices_come_back_with_the_systems_sound(
    browser: Browser, playwright: Playwright, server: ServerProcess, tmp_path: Path
) -> None:
    """Once it has broken down nobody is heard, though the voices seem to play. That is said, and nobody has to do
    anything.
    """
    with ExitStack() as own, meeting(browser, server, (FRIDA,)) as m:
        with null_sink(tmp_path) as loudspeakers:
            aloud = launch_aloud(playwright, loudspeakers)
            own.callback(aloud.close)
            mia = joins(m, aloud, server, MIA, "")
            mia.page.wait_for_function(HEARS)
        stopped = mia.button("Let me hear the circle")
        stopped.wait_for()
        mia.page.wait_for_function(HEARS_NOBODY)
        with null_sink(tmp_path):
            mia.page.wait_for_function(HEARS)
            expect(stopped).to_have_count(0)


@needs_pulse
def test_voices_come_again_by_a_headset_that_is_plugged_in_again(
    browser: Browser, playwright: Playwright, server: ServerProcess, tmp_path: Path
) -> None:
    """Although the system has moved them elsewhere meanwhile, and the browser does not tell."""
    with null_sink(tmp_path) as loudspeakers, ExitStack() as own, meeting(browser, server, (FRIDA,)) as m:
        pactl(loudspeakers, "load-module", "module-rescue-streams")
        pactl(loudspeakers, "load-module", "module-null-source")
        plugged = pactl(loudspeakers, "load-module", *HEADSET)
        aloud = launch_aloud(playwright, loudspeakers)
        own.callback(aloud.close)
        mia = joins(m, aloud, server, MIA, "", permissions=["microphone"])
        mia.press("Sound")
        mia.page.get_by_label("Headphones or loudspeakers").select_option(label="headset")
        mia.page.keyboard.press("Escape")
        until(lambda: len(by_headset(loudspeakers)) > 0)
        voices = by_headset(loudspeakers)
        pactl(loudspeakers, "unload-module", plugged.strip())
        mia.page.evaluate(DEVICES_CHANGE)
        mia.page.get_by_role("region").get_by_text("headset is unplugged").wait_for()
        until(lambda: voices.isdisjoint(number for number, *_ in playing(loudspeakers)))
        pactl(loudspeakers, "load-module", *HEADSET)
        mia.page.evaluate(DEVICES_CHANGE)
        until(lambda: len(by_headset(loudspeakers)) > 0)
        expect(mia.button("Play without it")).to_have_count(0)


def by_headset(loudspeakers: dict[str, str]) -> set[str]:
    """What plays by it, as PulseAudio counts."""
    sinks = [line.split() for line in pactl(loudspeakers, "list", "short", "sinks").splitlines()]
    headset = next((number for number, name, *_ in sinks if name == "headset"), None)
    return {number for number, sink, *_ in playing(loudspeakers) if sink == headset}


def playing(loudspeakers: dict[str, str]) -> list[list[str]]:
    return [line.split() for line in pactl(loudspeakers, "list", "short", "sink-inputs").splitlines()]


def test_a_headset_that_is_pulled_out_is_asked_about(browser: Browser, server: ServerProcess) -> None:
    """Every voice comes out of what was chosen; once that is gone nothing plays aloud elsewhere unasked."""
    with meeting(browser, server, (FRIDA,)) as m:
        mia = joins(m, browser, server, MIA, OUTPUTS)
        mia.press("Sound")
        mia.page.get_by_label("Headphones or loudspeakers").select_option("Her headset")
        mia.page.wait_for_function(f"() => ({SINKS})().every((sink) => sink === 'headset')")
        mia.press("Play a soft test sound")
        mia.page.get_by_text("A soft sound was played").wait_for()
        mia.page.keyboard.press("Escape")
        mia.page.evaluate("outputs.shift(); navigator.mediaDevices.dispatchEvent(new Event('devicechange'))")
        mia.page.get_by_role("region").get_by_text("Her headset is unplugged").wait_for()
        mia.page.wait_for_function(NONE_PLAYS)
        mia.page.mouse.click(5, 5)
        assert mia.page.evaluate(NONE_PLAYS)
        mia.press("Play without it")
        mia.page.wait_for_function(ALL_PLAY)
        assert set(mia.page.evaluate(SINKS)) == {""}


def test_a_browser_that_refuses_to_play_is_asked_again(browser: Browser, server: ServerProcess) -> None:
    """It is said where it covers no control, a button helps, and until then nobody is told that all is well."""
    with meeting(browser, server, (FRIDA,)) as m:
        mia = joins(m, browser, server, MIA, PLAY_IS_REFUSED)
        button = mia.button("Let me hear the circle")
        button.wait_for()
        notice = mia.page.get_by_role("region").filter(has=button)
        for viewport in (DESKTOP, PHONE):
            mia.page.set_viewport_size(viewport)  # type: ignore[arg-type]
            for other in (mia.page.locator(".dock"), mia.page.locator("header")):
                assert not overlap(notice, other)
        sign = mia.page.locator("[data-sign]")
        expect(sign).to_have_text("Connected")
        mia.page.evaluate("window.allows = true")
        button.click()
        mia.page.wait_for_function(ALL_PLAY)
        expect(button).to_have_count(0)
        expect(sign).to_have_text("All connected")


def overlap(one: Locator, other: Locator) -> bool:
    a, b = one.bounding_box(), other.bounding_box()
    assert a and b
    return (
        a["x"] < b["x"] + b["width"]
        and b["x"] < a["x"] + a["width"]
        and a["y"] < b["y"] + b["height"]
        and b["y"] < a["y"] + a["height"]
    )


def test_without_an_audio_context_everybody_is_heard(browser: Browser, server: ServerProcess) -> None:
    with meeting(browser, server, (FRIDA,)) as m:
        mia = joins(m, browser, server, MIA, CONTEXT_THROWS)
        m.assert_heard({FRIDA, MIA})
        mia.page.wait_for_function(ALL_PLAY)
        assert mia.faults == []


def test_with_headphones_each_voice_comes_from_its_seat(browser: Browser, server: ServerProcess) -> None:
    """A voice set to a quarter is a quarter as loud, and no other. And off again at once; without them no voice goes
    another way than its own element.
    """
    with meeting(browser, server, (FINN, MIA)) as m:
        piet = joins(m, browser, server, PIET, SIDES)
        m.assert_heard({FINN, MIA, PIET})
        assert piet.page.evaluate("sides.panners.size") == 0
        piet.press("Sound")
        worn = piet.page.get_by_role("switch", name="I wear headphones")
        worn.click()
        for seat, nearer in ((FINN, "right > left"), (MIA, "left > right")):
            piet.page.wait_for_function(
                f"hz => {{ const [left, right] = sides.of(hz); return {nearer} + {APART_DB}; }}", arg=TONES_HZ[seat - 1]
            )
        assert piet.page.evaluate(ALL_PLAY) is False, "the voices would be heard twice"
        finn, mia = (piet.page.evaluate(LOUDER_EAR, TONES_HZ[seat - 1]) for seat in (FINN, MIA))
        piet.page.get_by_text("Each voice", exact=True).click()
        piet.page.get_by_role("slider", name="Mia").fill("25")
        piet.page.wait_for_function(
            f"([hz, db]) => ({LOUDER_EAR})(hz) < db", arg=[TONES_HZ[MIA - 1], mia - QUARTER_DB + AS_BEFORE_DB]
        )
        piet.page.wait_for_function(
            f"([hz, db]) => ({LOUDER_EAR})(hz) > db", arg=[TONES_HZ[FINN - 1], finn - AS_BEFORE_DB]
        )
        worn.click()
        piet.page.wait_for_function("() => sides.panners.size === 0")
        assert piet.page.evaluate(ALL_PLAY)
