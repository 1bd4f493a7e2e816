"""A whole meeting in browser windows, and the audibility matrix read from its sound."""

import time
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser

from tests.e2e.page import PersonsPage
from tests.e2e.patience import PATIENCE_S
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, NAMES, OLGA, PIET

RIGHT_FOR_S = 1.0
TICK_S = 0.25
GONE_WITHIN_MS = 200
"""For so long a voice that is cut may still sound, and begin once more where the line stutters."""
PHASE_NAMES = {
    "opening": "Opening",
    "follow_up": "Follow-up",
    "call_for_case": "Call for a case",
    "presentation": "Presentation",
    "clarifying_questions": "Clarifying questions",
    "sit_back": "Sit back",
    "reflection": "Reflection",
    "presenter_returns": "Presenter returns",
    "closing": "Closing",
    "lingering": "Afterwards",
}


class Meeting:
    """The windows of everybody, by seat."""

    def __init__(self, tokens: list[str], pages: dict[int, PersonsPage]) -> None:
        self.tokens = tokens
        self.pages = pages

    def __getitem__(self, seat: int) -> PersonsPage:
        return self.pages[seat]

    def next(self, phase: str, by: int = FRIDA) -> float:
        """Press "next" and wait until every page has come there. When that was, in ms since 1970."""
        self[by].press(f"Next: {PHASE_NAMES[phase]}")
        for page in self.pages.values():
            page.in_phase(phase)
        return time.time() * 1000

    def until(self, phase: str) -> None:
        """From wherever the meeting is to this phase, step by step."""
        names = list(PHASE_NAMES)
        now = self[FRIDA].room.get_attribute("data-phase") or ""
        for name in names[names.index(now) + 1 if now in names else 0 : names.index(phase) + 1]:
            self.next(name)

    def admits_observer(self) -> None:
        """Olga knocks, everybody agrees, Frida lets her in."""
        self[OLGA].at_door()
        for seat, page in self.pages.items():
            if seat != OLGA:
                page.press("I agree that Olga observes")
        self[FRIDA].press("Let Olga in")
        self[OLGA].connected()

    def make_presenter(self, seat: int = PIET) -> None:
        """The presenter offers, the facilitator names."""
        self[seat].press("I have a case")
        self[seat].button("Take my offer back").wait_for()
        self[FRIDA].choose_at_seat(seat, "Make presenter")
        self[seat].page.locator("[data-phase]").get_by_text("You are the presenter").wait_for()

    def matrix(self) -> dict[int, set[int]]:
        """Whom each page hears now."""
        return {seat: page.hears for seat, page in self.pages.items()}

    def assert_heard(self, heard: set[int], apart: AbstractSet[int] = frozenset()) -> None:
        """Everybody hears exactly these others, each on their own side: soon, and then for a whole second.

        `apart` are the seats in the leaders' debrief.
        """
        wanted = {seat: {s for s in heard - {seat} if (s in apart) == (seat in apart)} for seat in self.pages}
        deadline = time.monotonic() + PATIENCE_S
        right_since: float | None = None
        while right_since is None or time.monotonic() - right_since < RIGHT_FOR_S:
            found = self.matrix()
            right_since = (right_since or time.monotonic()) if found == wanted else None
            assert time.monotonic() < deadline, f"heard {found}, wanted {wanted}; {self.health()}"
            time.sleep(TICK_S)

    def assert_not_heard_since(self, seat: int, since_ms: float, listeners: AbstractSet[int]) -> None:
        """None of these has heard this seat begin since then, not for a moment, but for what was on its way."""
        for listener in listeners:
            changes = self[listener].ever_heard(seat, since_ms + GONE_WITHIN_MS)
            assert not any(begins for _, _, begins in changes), f"{listener} has heard {seat}: {changes}"

    def health(self) -> dict[int, list[Any]]:
        """Concealment and delay at every page, so that a machine out of breath is not taken for a wrong route."""
        return {
            seat: [
                (entry.get("mid"), entry["packetsReceived"], entry["packetsLost"], entry.get("concealmentEvents"))
                for entry in page.stats("inbound-rtp")
                if entry["packetsReceived"]
            ]
            for seat, page in self.pages.items()
        }

    def assert_healthy(self) -> None:
        """Nobody's sound was guessed at for more than a seventh, and no line lost packets on the loopback."""
        for seat, page in self.pages.items():
            for entry in page.stats("inbound-rtp"):
                audible = entry["totalSamplesReceived"] - entry["silentConcealedSamples"]
                guessed = entry["concealedSamples"] - entry["silentConcealedSamples"]
                if entry["packetsReceived"] > 200:
                    assert guessed < 0.15 * audible, (seat, entry)

    @contextmanager
    def quoted(self) -> Iterator[None]:
        """What fails in here has the words of every page in its report."""
        try:
            yield
        except Exception as failed:
            failed.add_note("\n\n".join(f"{seat}: {page.words}" for seat, page in self.pages.items()))
            raise

    def faults(self) -> dict[int, list[str]]:
        """What any page threw or logged as an error."""
        return {seat: page.faults for seat, page in self.pages.items() if page.faults}


@contextmanager
def meeting(
    browser: Browser,
    server: ServerProcess,
    seats: tuple[int, ...] = tuple(NAMES),
    circle_seats: int = 6,
    frame: dict[str, Any] | None = None,
    *,
    sealed: bool = True,
    **page: Any,
) -> Iterator[Meeting]:
    """Everybody joins by their own link; whoever may has an open microphone. Voices are sealed, as those are of a
    circle that was opened on the page.
    """
    opened = server.open_sealed if sealed else server.open_circle
    tokens = opened(seats=circle_seats, frame=frame or {})
    m = Meeting(tokens, {})
    try:
        with m.quoted():
            for seat in seats:
                m.pages[seat] = PersonsPage(browser, server.url, tokens[seat - 1], seat, **page)
                if seat == OLGA:
                    m[OLGA].knock(NAMES[OLGA])
                    m.admits_observer()
                else:
                    m[seat].join(NAMES[seat]).has_voice("heard")
            yield m
    finally:
        for person in m.pages.values():
            person.close()
