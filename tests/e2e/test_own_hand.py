"""One's own hand is obeyed at once, once for each gesture, and whatever the line does."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, WebSocket, expect

from app.circle.commands import CloseMicrophone, Command, GoBack, NamePresenter, NextStep, WithdrawOffer
from tests.e2e.axe import complaints
from tests.e2e.meeting import meeting
from tests.e2e.page import PersonsPage
from tests.e2e.people import SALMA
from tests.e2e.stage import Stage
from tests.support.process import ServerProcess
from tests.support.proxy import proxy_beside
from tests.support.scene import FINN, FRIDA, MIA, PIET

GESTURE_MS = 600
"""Keys that are pressed again within half a second count once; later, they are meant."""

BREAK_THE_PLAN = """() => {
  const parse = JSON.parse;
  window.broken = true;
  JSON.parse = (text) => {
    const message = parse(text);
    return broken && message.type === 'view' ? { ...message, plan: [null] } : message;
  };
}"""
"""From now on every view has a step that cannot be drawn."""
SLEEPER = """
  const now = performance.now.bind(performance);
  let sleptMs = 0;
  performance.now = () => now() - sleptMs;
  window.sleeps = (ms) => (sleptMs += ms);
"""
"""As on a machine that sleeps: the page's own clock stands still meanwhile."""
NOTES_THE_ROOM = """() => {
  const { dataset } = document.querySelector('[data-phase]');
  window.shown = [];
  const note = () => shown.push(`${dataset.voice}, ${dataset.connected}`);
  new MutationObserver(note).observe(document, { subtree: true, attributes: true });
}"""
"""What it shows from now on of one's own voice, and of the line."""
ON_ITS_STROKE = """() => {
  const stroke = document.querySelector('.mine [data-icon=microphone] path');
  const { x, y } = stroke.getPointAtLength(1).matrixTransform(stroke.getScreenCTM());
  return [x, y];
}"""
"""A point on the icon of one's own microphone."""


@pytest.fixture
def frida(browser: Browser, server: ServerProcess) -> Iterator[PersonsPage]:
    page = PersonsPage(browser, server.url, server.open_circle()[0], FRIDA).join("Frida")
    page.has_voice("heard")
    yield page
    assert page.faults == []
    page.close()


def nothing_more_is_sent(person: PersonsPage) -> None:
    """Two looks in a row find the same count of packets."""
    person.page.evaluate("window.counted = -1")
    person.page.wait_for_function(
        """async () => {
          const sent = (await ears.stats('outbound-rtp')).reduce((sum, { packetsSent }) => sum + packetsSent, 0);
          const same = sent === window.counted;
          window.counted = sent;
          return same;
        }""",
        polling=200,
    )


def holds_space_to_speak(person: PersonsPage, focused: Locator) -> None:
    expect(focused).to_be_focused()
    person.page.keyboard.down("Space")
    person.has_voice("heard")
    person.page.keyboard.up("Space")
    person.has_voice("closed_by_person")
    person.page.wait_for_timeout(GESTURE_MS)
    person.has_voice("closed_by_person")


def test_space_is_held_to_speak_also_where_a_mouse_has_left_the_focus(frida: PersonsPage) -> None:
    """
    M7: on the switch that was clicked too, and on what opened a dialog that a mouse has closed. Once a keyboard has
    gone there, the same key presses it.
    """
    switch, sound = frida.page.locator(".mine button"), frida.button("Sound")
    switch.click()
    frida.has_voice("closed_by_person")
    for _ in range(2):
        holds_space_to_speak(frida, switch)
    sound.click()
    frida.page.locator("dialog .ending button").last.click()
    holds_space_to_speak(frida, sound)
    switch.focus()
    frida.page.keyboard.press("Tab")
    frida.page.keyboard.press("Shift+Tab")
    expect(switch).to_be_focused()
    frida.page.keyboard.press("Space")
    frida.has_voice("heard")
    frida.page.wait_for_timeout(GESTURE_MS)
    frida.has_voice("heard")


def test_a_microphone_closed_on_a_stalled_line_sends_nothing_more_and_stays_closed(
    browser: Browser, server: ServerProcess
) -> None:
    """M1: at once, before the line is known to be lost; through the reconnect; and when the page is loaded anew."""
    with proxy_beside(server.port) as (proxy, do):
        url = f"http://localhost:{proxy.port}"
        frida = PersonsPage(browser, url, server.open_circle()[0], FRIDA).join("Frida")
        frida.has_voice("heard")
        frida.page.evaluate(NOTES_THE_ROOM)
        do(proxy.hold)
        frida.press("Close my microphone")
        frida.has_voice("closed_by_person")
        nothing_more_is_sent(frida)
        expect(frida.room).to_have_attribute("data-connected", "false")
        assert "closed_by_person, true" in frida.page.evaluate("shown")
        do(proxy.mend)
        frida.connected().has_voice("closed_by_person")
        frida.page.reload()
        frida.press("Come back to the circle")
        frida.connected().has_voice("closed_by_person")
        frida.button("Open my microphone").wait_for()
        frida.close()


def test_next_pressed_on_a_stalled_line_is_shown_as_waited_for_and_then_as_doubtful(
    browser: Browser, server: ServerProcess
) -> None:
    """S10: nothing is shown as done that is not."""
    with proxy_beside(server.port) as (proxy, do):
        url = f"http://localhost:{proxy.port}"
        frida = PersonsPage(browser, url, server.open_circle()[0], FRIDA).join("Frida")
        do(proxy.hold)
        frida.press_once(frida.button("Next: "))
        expect(frida.button("Next: ")).to_have_attribute("aria-busy", "true")
        frida.page.get_by_text("Your line was lost before an answer came").first.wait_for()
        frida.press_once(frida.button("Next: "))
        frida.page.get_by_text("so that was not done").first.wait_for()
        frida.in_phase("gathering")
        do(proxy.mend)
        frida.close()


def test_a_double_click_and_a_held_key_move_one_step(frida: PersonsPage) -> None:
    """P2: and the button keeps the focus."""
    following = frida.page.get_by_role("button", name="Next: ")
    following.dblclick()
    frida.in_phase("opening")
    expect(following).to_be_focused()
    frida.page.wait_for_timeout(GESTURE_MS)
    for _ in range(4):
        frida.page.keyboard.down("Enter")
    frida.page.keyboard.up("Enter")
    frida.in_phase("follow_up")
    frida.page.keyboard.press("Enter")
    shown_after_a_round_trip(frida.page)
    frida.in_phase("follow_up")


def test_space_twice_closes_a_microphone_and_opens_none(frida: PersonsPage) -> None:
    """M1, M7"""
    frida.page.keyboard.press("Space")
    frida.page.keyboard.press("Space")
    frida.has_voice("closed_by_person")
    frida.press("Next: ")
    frida.in_phase("opening")
    frida.has_voice("closed_by_person")


def test_a_press_that_a_new_view_has_met_on_its_way_asks_nothing(browser: Browser, server: ServerProcess) -> None:
    """P2"""
    with meeting(browser, server, (FRIDA, FINN), sealed=False) as m:
        frida = m[FRIDA].page
        for leader in (FRIDA, FINN):
            m[leader].button("Start the clock").wait_for()
        m[FRIDA].button("Start the clock").hover()
        frida.mouse.down()
        m[FINN].press("Start the clock")
        m[FRIDA].button("Pause the clock").wait_for()
        frida.mouse.up()
        m[FRIDA].press("Close the door")
        m[FINN].button("Open the door").wait_for()
        m[FINN].button("Pause the clock").wait_for()


def shown_after_a_round_trip(page: Page) -> None:
    """Whatever was asked before has been answered when this has: the clock is stopped and runs again.

    Each must have been there long enough to be read, or the press would ask nothing (P2).
    """
    for name in ("Pause the clock", "Start the clock"):
        page.get_by_role("button", name=name).wait_for()
        page.wait_for_timeout(GESTURE_MS)
        page.get_by_role("button", name=name).click()
    page.get_by_role("button", name="Pause the clock").wait_for()


def test_another_network_asks_the_line_and_leaves_one_that_answers(browser: Browser, server: ServerProcess) -> None:
    """S10"""
    frida = PersonsPage(browser, server.url, server.open_circle()[0], FRIDA)
    sockets: list[WebSocket] = []

    def opened(socket: WebSocket) -> None:
        sockets.append(socket)

    frida.page.on("websocket", opened)
    frida.join("Frida")
    frida.page.evaluate("window.dispatchEvent(new Event('online'))")
    sockets[0].wait_for_event("framereceived", lambda said: '"pong"' in str(said))
    frida.press("Next: ")
    frida.in_phase("opening")
    assert len(sockets) == 1
    frida.close()


def test_after_a_sleep_the_time_that_is_left_is_right_again(browser: Browser, server: ServerProcess) -> None:
    """T1: the page's own clock has stood still for a minute; it asks for the time as soon as it is shown."""
    frida = PersonsPage(browser, server.url, server.open_circle()[0], FRIDA)
    frida.page.add_init_script(SLEEPER)
    frida.join("Frida")
    frida.press("Next: ")
    left = frida.page.get_by_role("timer")
    expect(left).to_have_text(re.compile("^2:"))
    frida.page.evaluate("sleeps(60_000)")
    expect(left).to_have_text(re.compile("^3:"))
    frida.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(left).to_have_text(re.compile("^2:"))
    frida.close()


def test_nobody_joins_before_the_frame_can_be_read(browser: Browser, server: ServerProcess) -> None:
    """F1: the page says that it waits, tries again by itself, and then one can join."""
    frida = PersonsPage(browser, server.url, server.open_circle()[0], FRIDA)
    frida.page.route("**/api/door", lambda route: route.abort())
    frida.open()
    expect(frida.button("Join the circle")).to_be_disabled()
    frida.page.get_by_text("cannot be read just now").first.wait_for()
    frida.page.unroute("**/api/door")
    frida.page.get_by_text("stays in the circle").first.wait_for()
    frida.page.get_by_label("Your name").fill("Frida")
    frida.press("Join the circle")
    frida.connected().close()


def test_a_part_that_fails_takes_no_sound_with_it(browser: Browser, server: ServerProcess) -> None:
    """H1: the page of one who hears and is heard cannot draw its plan, says so, and draws it again."""
    with meeting(browser, server, (FRIDA, MIA)) as m:
        frida = m[FRIDA]
        frida.page.evaluate(BREAK_THE_PLAN)
        m.next("opening")
        part = frida.page.get_by_role("alert").filter(has_text="The sound goes on.")
        expect(part.first).to_be_visible()
        assert complaints(frida.page) == []
        m.assert_heard({FRIDA, MIA})
        frida.page.evaluate("window.broken = false")
        m[MIA].press("Close my microphone")
        m[MIA].has_voice("closed_by_person")
        while part.count():
            part.first.get_by_role("button", name="Show it again").click()
        m.next("follow_up")
        m.assert_heard({FRIDA})


def test_a_press_on_an_icon_counts_also_where_a_new_view_takes_the_icon_away(stage: Stage) -> None:
    """M1: one's own microphone is closed, whatever of its button the hand has met."""
    page, server = stage.show("clarifying_questions-member"), stage.server
    page.mouse.move(*page.evaluate(ON_ITS_STROKE))
    page.mouse.down()
    server.scene.asks(FRIDA, GoBack(seen=server.scene.circle.step))
    server.shows()
    page.locator(".mine [data-icon=ear]").wait_for()
    page.mouse.up()
    page.locator(".mine[data-says=stays_closed]").wait_for()
    assert not server.scene.circle.seat(server.seat).microphone_open


TAKEN_BACK = "Take my offer back"
THE_CASE_BEGINS = (NextStep(seen=3),)


@pytest.mark.parametrize(
    ("state", "meant", "happens"),
    [
        ("offer-member", "I wish to speak", (NamePresenter(seat=SALMA),)),
        ("offer-member", TAKEN_BACK, (NamePresenter(seat=PIET), *THE_CASE_BEGINS)),
        ("offer-asked", "Not this time", (NamePresenter(seat=PIET), *THE_CASE_BEGINS)),
        ("offer-named", TAKEN_BACK, THE_CASE_BEGINS),
    ],
)
def test_no_microphone_opens_and_no_pause_is_asked_for_by_a_press_of_what_stood_there(
    stage: Stage, state: str, meant: str, happens: tuple[Command, ...]
) -> None:
    """M1, L7, P2: on a small telephone one's own part grows and shrinks with each step, under the finger too."""
    page = stage.show(state, 360)
    server = stage.server
    seat = server.seat
    if server.scene.circle.seat(seat).microphone_open:
        server.scene.asks(seat, CloseMicrophone())
        server.shows()
    page.set_viewport_size({"width": 360, "height": 640})
    at = page.locator(".dock button", has_text=meant).bounding_box()
    assert at
    for command in happens:
        server.scene.asks(FRIDA, command)
    server.shows()
    page.locator(".dock button", has_text=meant).wait_for(state="detached")
    page.mouse.click(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    assert not server.scene.circle.seat(seat).microphone_open
    assert not server.scene.circle.transient.pause_needed


def test_a_press_on_the_mark_of_an_offer_counts_also_where_the_offer_is_withdrawn(stage: Stage) -> None:
    """P2: what is at that person's seat opens all the same."""
    page, server = stage.show("call_for_case-facilitator"), stage.server
    mark = page.locator(f"li[data-seat='{SALMA}'] .asks")
    mark.hover()
    page.mouse.down()
    server.scene.asks(SALMA, WithdrawOffer())
    server.shows()
    mark.wait_for(state="detached")
    page.mouse.up()
    expect(page.locator(":popover-open")).to_be_visible()


@pytest.mark.parametrize("opener", [f"li[data-seat='{SALMA}'] button", "aside [popovertarget]", "button.plan"])
def test_a_double_click_opens_what_a_click_then_closes(stage: Stage, opener: str) -> None:
    """P2: a menu stays where its button is pressed again by the same gesture, though it has the focus."""
    page = stage.show("reflection-facilitator")
    menu = page.locator(":popover-open")
    page.locator(opener).first.dblclick()
    expect(menu).to_be_visible()
    page.locator(opener).first.click()
    expect(menu).to_have_count(0)
