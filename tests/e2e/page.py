"""One person's page, driven by its own buttons, by the names a screen reader would say."""

import json
import re
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, expect

from tests.e2e.patience import PATIENCE_MS

HERE = Path(__file__).parent
BIN_HZ = 12000 / 1024
TONES_HZ = [BIN_HZ * n for n in (37, 53, 71, 89, 107, 127, 149, 173, 197, 227, 251)]
"""One a seat, each in the middle of a bin of the ears' analyser."""

READ_MS = 500
"""A press means what was read before the hand began to move: what has changed just now is not pressed yet (P2)."""
PRESSES_MAX = 4
"""So often somebody presses whose press did not count."""

OF_ONES_OWN_MICROPHONE = {"Open my microphone", "Close my microphone", "Try again", "Use another microphone"}
AT_ONCE = OF_ONES_OWN_MICROPHONE | {"Leave"}
"""What is meant whatever has changed: on a desk nothing else comes to the place of these."""

COUNTS_COMMANDS = """(() => {
  const send = WebSocket.prototype.send;
  const lines = new WeakSet();
  window.commands = { asked: 0, answered: 0, lines_lost: 0 };
  WebSocket.prototype.send = function (message) {
    if (!lines.has(this)) {
      lines.add(this);
      this.addEventListener('message', ({ data }) => { commands.answered += /"type":"(done|refusal)"/.test(data); });
      this.addEventListener('close', () => { commands.lines_lost++; });
    }
    commands.asked += String(message).includes('"type":"ask"');
    send.call(this, message);
  };
})()"""

DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


def give_voice_and_ears(to: BrowserContext, seat: int | None) -> None:
    """Every page of this browser speaks with the seat's tone, and knows whose tone it plays (`ears.now`)."""
    hz = "null" if seat is None else str(TONES_HZ[seat - 1])
    to.add_init_script((HERE / "tone.js").read_text().replace("TONE_HZ", hz))
    to.add_init_script((HERE / "ears.js").read_text().replace("TONES_HZ", str(TONES_HZ)))


def words_of(page: Page) -> str:
    """Where it is, and what is to be read there."""
    try:
        return f"{page.url}\n{page.inner_text('body', timeout=1000)}"
    except Error as gone:
        return f"{page.url}\n{gone}"


def faults_of(page: Page) -> list[str]:
    """What it throws or logs as an error from now on."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    return faults


class Ears(ABC):
    """What comes to a page and leaves it, as its `ears.js` knows."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:
        """What this comes to in the page."""

    @property
    def hears(self) -> set[int]:
        """The seats whose tone sounds here now; each must come in its own seat's stream."""
        cells = [tuple(map(int, cell.split(":"))) for cell in self.evaluate("[...ears.now]")]
        assert all(tone == seat - 1 for seat, tone in cells), f"a voice in another's stream: {cells}"
        return {seat for seat, _ in cells}

    def stats(self, kind: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.evaluate(f"ears.stats({json.dumps(kind)})")
        return found

    def packets_sent(self) -> int:
        return sum(int(entry["packetsSent"]) for entry in self.stats("outbound-rtp"))


class PersonsPage(Ears):
    """A seat's browser window, with a tone for a voice (or, given none, whatever Chromium's microphone brings)."""

    def __init__(self, browser: Browser, url: str, token: str, seat: int, *, tone: bool = True, **context: Any) -> None:
        self.seat = seat
        self.token = token
        self.url = url
        self._context = browser.new_context(viewport=context.pop("viewport", DESKTOP), **context)
        self._equip(tone=tone)
        self._context.add_init_script(COUNTS_COMMANDS)
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.faults = faults_of(self.page)
        self._viewed_s = 0.0
        self.page.on("websocket", lambda line: line.on("framereceived", self._sees))

    def _equip(self, *, tone: bool) -> None:
        """Before there is a page in it."""
        give_voice_and_ears(self._context, self.seat if tone else None)

    def open(self) -> "PersonsPage":
        self.page.goto(f"{self.url}/#{self.token}")
        return self

    def join(self, name: str, *, microphone: bool = True) -> "PersonsPage":
        return self.knock(name, microphone=microphone).connected()

    def knock(self, name: str, *, microphone: bool = True) -> "PersonsPage":
        """Join, and see what comes: the circle, or its door."""
        self.open()
        self.page.get_by_label("Your name").fill(name)
        expect(self.button("Join the circle")).to_be_enabled()  # what hangs at the door says who may have a microphone
        own = self.page.get_by_label("Join with my microphone open")
        if own.count():
            own.set_checked(microphone)
        self.press("Join the circle")
        return self

    def at_door(self) -> "PersonsPage":
        self.page.locator("main[data-waiting]").wait_for()
        return self

    def connected(self) -> "PersonsPage":
        expect(self.room).to_have_attribute("data-connected", "true")
        return self

    def press(self, name: str) -> None:
        if name in AT_ONCE:
            self.button(name).click()
        else:
            self.presses(self.button(name))

    def presses(self, button: Locator) -> None:
        """As a hand does that has read what is there. It presses again where a new view came before its press (P2), and
        where the line was lost before the press was answered."""
        button.wait_for()
        asks = self.room.count() > 0 and button.get_attribute("aria-busy") == "false"
        self._press_until(button, lambda before: not asks or self._is_answered(before))

    def _press_until(self, button: Locator, has_counted: Callable[[dict[str, int]], bool]) -> None:
        """`has_counted` is told how many commands there were before the press."""
        for _ in range(PRESSES_MAX):
            before = self._commands
            self.press_once(button)
            if has_counted(before):
                return

    def press_once(self, button: Locator) -> None:
        """Whatever comes of it."""
        button.wait_for()
        self.page.wait_for_timeout(max(0, READ_MS - (time.monotonic() - self._viewed_s) * 1000))
        button.click()

    def _is_answered(self, before: dict[str, int]) -> bool:
        """Whether a press has asked the server, and its line was not lost before there was an answer."""
        if self._commands["asked"] == before["asked"]:
            return False
        either = "before => commands.answered > before.answered || commands.lines_lost > before.lines_lost"
        self.page.wait_for_function(either, arg=before)
        answered = self._commands["answered"] > before["answered"]
        if not answered:
            self.connected()
        return answered

    @property
    def _commands(self) -> dict[str, int]:
        return dict(self.page.evaluate("commands"))

    def _sees(self, message: str | bytes) -> None:
        if isinstance(message, str) and '"type":"view"' in message:
            self._viewed_s = time.monotonic()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=re.compile(f"^{re.escape(name)}"))

    def at_seat(self, seat: int) -> Locator:
        return self.page.locator(f"li[data-seat='{seat}']")

    def choose_at_seat(self, seat: int, what: str) -> None:
        self.presses(self.at_seat(seat).get_by_role("button").first)
        menu = self.page.locator(":popover-open")
        self._press_until(menu.get_by_role("button", name=what), lambda _: menu.count() == 0)

    def in_phase(self, phase: str) -> None:
        expect(self.room).to_have_attribute("data-phase", phase)

    def has_voice(self, voice: str) -> None:
        expect(self.room).to_have_attribute("data-voice", voice)

    def says(self, what: str) -> None:
        """Of this person's own microphone."""
        expect(self.page.locator("[data-says]")).to_have_attribute("data-says", what)

    @property
    def room(self) -> Locator:
        return self.page.locator("[data-phase]")

    def ever_heard(self, seat: int, since_ms: float) -> list[list[Any]]:
        """Every time this seat's tone began or ended here since then."""
        log: list[list[Any]] = self.page.evaluate("ears.log")
        return [entry for entry in log if entry[0] >= since_ms and entry[1].endswith(f":{seat - 1}")]

    def evaluate(self, expression: str) -> Any:
        return self.page.evaluate(expression)

    @property
    def words(self) -> str:
        return words_of(self.page)

    def close(self) -> None:
        self._context.close()
