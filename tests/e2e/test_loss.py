"""A voice over lines that lose packets, between two real browsers."""

import pytest
from playwright.sync_api import Browser

from tests.e2e.page import PersonsPage
from tests.support.lossy import LossyLines
from tests.support.process import ServerProcess
from tests.support.thorough import share

LOSS = 0.2
LOST = 60
"""So many lost packets are enough to tell that most of them came after all."""


@pytest.mark.parametrize("sealed", share([True, False], 2))
def test_what_is_lost_on_either_line_comes_after_all(browser: Browser, server: ServerProcess, sealed: bool) -> None:
    """It is asked for and sent again, and the voice waits for it as long as the line is bad."""
    with LossyLines(int(server.environment["BALINT_MEDIA_PORT"]), 2) as lines:
        opens = server.open_sealed if sealed else server.open_circle
        tokens = opens(seats=2, facilitators=1, observers=0)
        mia, max_ = (PersonsPage(browser, server.url, token, seat) for seat, token in enumerate(tokens, 1))
        for seat, person in enumerate((mia, max_)):
            person.page.add_init_script(lines[seat].script)
            person.join(f"Person {seat}", microphone=person is mia)
        max_.page.wait_for_function("() => ears.now.has('1:0')")
        for seat in (0, 1):
            lines[seat].worsen(LOSS, round_trip_ms=40, seed=seat)
        max_.page.wait_for_function("async () => (await ears.voice()).nackCount > 0")
        max_.page.wait_for_function("() => ears.receivers().some((voice) => voice.jitterBufferTarget)")
        while (missing := lines[0].up.lost + lines[1].down.lost) < LOST:
            max_.page.wait_for_timeout(100)
        assert max_.page.evaluate("async () => (await ears.voice()).packetsLost") < missing / 4
        mia.close()
        max_.close()
