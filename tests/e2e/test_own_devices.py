"""The microphones of one person, as a real browser lists, gives and refuses them."""

import pytest
from playwright.sync_api import expect

from tests.e2e.one_window import DESK, HEADSET, ROOM, checked, has_open
from tests.e2e.page import PersonsPage

MONITOR = {"label": "Monitor of Built-in Audio"}


def test_quick_changes_of_the_microphone_end_on_the_last_one(frida: PersonsPage) -> None:
    """Although the browser answers the first one last; then it is let go."""
    checked(frida, DESK, HEADSET, ROOM)
    chooser = frida.page.locator(".check select")
    frida.page.evaluate("microphones.how = 'hangs'")
    for count, chosen in enumerate((HEADSET, ROOM), 1):
        chooser.select_option(chosen["label"])
        frida.page.wait_for_function("count => microphones.held.length === count", arg=count)
    frida.page.evaluate("microphones.held.pop()()")
    has_open(frida, ROOM)
    frida.page.evaluate("microphones.held.pop()()")
    frida.page.wait_for_function("() => microphones.tracks.some(({ device }) => device.label === 'Headset')")
    has_open(frida, ROOM)
    expect(chooser.locator("option:checked")).to_have_text("Room")


@pytest.mark.parametrize("ids", [("one", "two"), ("one", "one")], ids=["chromium", "firefox"])
def test_two_microphones_of_one_name_can_each_be_had(frida: PersonsPage, ids: tuple[str, str]) -> None:
    """Firefox makes the id of the name, so that they have one id, too."""
    first, second = (
        {"label": "Headset", "deviceId": each, "groupId": port} for each, port in zip(ids, "ab", strict=True)
    )
    checked(frida, first, second)
    chooser = frida.page.locator(".check select")
    expect(chooser.locator("option")).to_have_text(["Headset (1)", "Headset (2)"])
    for place, device in ((1, second), (0, first), (1, second)):
        chooser.select_option(index=place)
        has_open(frida, device)
    frida.join("Frida")
    frida.says("alone")
    assert frida.packets_sent() > 0
    has_open(frida, second)


def test_a_change_that_fails_keeps_the_microphone_that_worked(frida: PersonsPage) -> None:
    checked(frida, DESK, HEADSET)
    frida.page.evaluate("microphones.how = 'NotFoundError'")
    chooser = frida.page.locator(".check select")
    chooser.select_option("Headset")
    frida.page.get_by_text("You still have the one before").wait_for()
    has_open(frida, DESK)
    expect(chooser.locator("option:checked")).to_have_text("Desk")


def test_a_remembered_microphone_that_is_missing_is_said_to_be(frida: PersonsPage) -> None:
    checked(frida, DESK, HEADSET)
    frida.page.locator(".check select").select_option("Headset")
    has_open(frida, HEADSET)
    frida.page.goto("about:blank")
    checked(frida, DESK)
    said = "The microphone you used last was not found. Another one is selected instead."
    frida.page.get_by_role("main").get_by_text(said).wait_for()


def test_where_only_one_can_be_open_the_one_before_is_stopped_first(frida: PersonsPage) -> None:
    checked(frida, DESK, HEADSET)
    frida.page.evaluate("microphones.exclusive = true")
    frida.page.locator(".check select").select_option("Headset")
    has_open(frida, HEADSET)


def test_a_monitor_of_the_loudspeakers_is_no_microphone(frida: PersonsPage) -> None:
    """Although the browser gives it to whoever asks for any."""
    frida.open()
    frida.page.evaluate("devices => microphones.plug(...devices)", [MONITOR, DESK])
    frida.press("Check my microphone")
    has_open(frida, DESK)
    expect(frida.page.locator(".check option")).to_have_text(["Desk"])


def test_what_is_permitted_in_the_browser_is_noticed_in_the_lobby(frida: PersonsPage) -> None:
    """Taken away, the microphone is let go; allowed again, it is there, without a press."""
    checked(frida, DESK)
    frida.page.evaluate("microphones.how = 'NotAllowedError'; microphones.permit('denied')")
    frida.page.locator(".check .problem").wait_for()
    assert frida.page.evaluate("microphones.live()") == 0
    frida.page.evaluate("microphones.how = null; microphones.permit('granted')")
    has_open(frida, DESK)


def test_whoever_speaks_with_a_closed_microphone_is_told(frida: PersonsPage) -> None:
    """M1: it stays closed."""
    frida.join("Frida")
    frida.says("alone")
    frida.press("Close my microphone")
    frida.page.locator(".mine").get_by_text("You speak, but your microphone is closed.").wait_for()
    frida.says("closed")
    frida.has_voice("closed_by_person")
