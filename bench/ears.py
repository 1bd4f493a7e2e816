"""Windows of Chromium whose pages write down what they hear, ten milliseconds at a time (`ears.js`)."""

import itertools
import statistics
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser

from tests.e2e.page import PersonsPage

LOW_HZ, RISE_HZ_PER_S, PERIOD_S, LEVEL = 300, 300, 2, 0.2
"""A voice whose pitch tells when it was said."""

BLOCK_MS = 10.0
AUDIBLE = 0.003
"""RMS: 50 dB below full scale."""

CLEAR, CLEAR_HZ = 0.05, 6
"""RMS from which a pitch is read, and how far it may be off."""

_SCRIPT = (Path(__file__).parent / "ears.js").read_text()
_VOICE = f"const VOICE = {[LOW_HZ, RISE_HZ_PER_S, PERIOD_S, LEVEL]};\n"
_NO_VOICE = "const VOICE = null;\n"


class Block(NamedTuple):
    """Ten milliseconds that somebody heard."""

    at_ms: float
    """When they ended, since 1970."""

    loudness: float
    """RMS."""

    hz: float
    corner: float
    """By how much one sample departs from the line through the two before it, at most."""

    def age_ms(self, began_ms: float) -> float:
        """How long ago its middle had been said by a voice that began then."""
        said_s = (self.hz - LOW_HZ) / RISE_HZ_PER_S
        heard_s = (self.at_ms - BLOCK_MS / 2 - began_ms) / 1000
        return 1000 * ((heard_s - said_s) % PERIOD_S)


def clear(blocks: list[Block]) -> list[Block]:
    """Those whose pitch can be trusted: it has risen since the one before as it should."""
    pairs = itertools.pairwise(block for block in blocks if block.loudness > CLEAR)
    return [b for a, b in pairs if abs(b.hz - a.hz - RISE_HZ_PER_S * BLOCK_MS / 1000) < CLEAR_HZ]


class Window(PersonsPage):
    """A person's page with ears; with the voice above, or with whatever Chromium's microphone brings."""

    def __init__(self, browser: Browser, url: str, token: str, seat: int, *, voice: bool = True) -> None:
        # The page allows no scripts but its own.
        super().__init__(browser, url, token, seat, tone=voice, bypass_csp=True)
        self.page.set_default_timeout(20_000)

    def _equip(self, *, tone: bool) -> None:
        self._context.add_init_script(f"{{ {_VOICE if tone else _NO_VOICE}{_SCRIPT} }}")

    def clicks(self, name: str) -> float:
        """Press a button; when the click came, in ms since 1970."""
        self.press(name)
        return self.clicked_ms

    @property
    def clicked_ms(self) -> float:
        """When the last click came."""
        at_ms: float = self.page.evaluate("ears.clicked")
        return at_ms

    def heard(self, what: int | str, since_ms: float) -> list[Block]:
        """What was heard of a seat since then, or of the person's `own` microphone."""
        log = self.page.evaluate(
            "([what, since]) => (ears.heard[what] ?? []).filter(([at]) => at >= since)", [what, since_ms]
        )
        return [Block(*block) for block in log]

    def began_ms(self) -> float:
        """When its voice would have begun, had it begun by the clock."""
        spoken: list[tuple[float, float]] = self.page.evaluate("ears.spoken.slice(-50)")
        return statistics.median(at - 1000 * said_s for at, said_s in spoken)
