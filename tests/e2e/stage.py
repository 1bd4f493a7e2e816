"""The stage: any state of the page in Chromium, without a meeting.

    python -m tests.e2e.stage                     # the names of all states (tests/e2e/states.py)
    python -m tests.e2e.stage reflection-member --width 360 --theme dark out.png

The page is the built one. Its WebSocket is answered by the pure core (`staged_server.py`), its browser's microphone and
sound are told what to do (`stage.js`), and its time stands still.
"""

import argparse
import dataclasses
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, ViewportSize, WebSocketRoute, sync_playwright

from app.words.languages import words_in
from tests.e2e.chromium import launch
from tests.e2e.page import faults_of
from tests.e2e.patience import PATIENCE_MS
from tests.e2e.people import speaker_in
from tests.e2e.pseudo import PSEUDO, rewrite
from tests.e2e.staged_group import group_token
from tests.e2e.staged_host import NOTHING, Answer, StagedHost
from tests.e2e.staged_server import ORIGIN, StagedServer, token
from tests.e2e.states import STATES, State

SCRIPT = Path(__file__).with_name("stage.js").read_text()
HEIGHTS = {1440: 900, 1280: 800, 1024: 768, 768: 1024, 390: 844, 360: 740, 320: 256}
"""Of the screens that have these widths."""
THEMES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
MAIL_ANSWERS: dict[str, Callable[[bool], dict[str, Any]]] = {
    "/api/mail": lambda sends: {"sends": sends},
    "/api/group/lost-link": lambda _: {"detail": words_in("en").problems.link_sent},
}
"""What the server says of mail."""
PROCESS_SHOWS = 8
"""How many states one process of the browser shows: what they leave behind makes it slower."""
ENGLISH = "en-GB"
WIDE = 1280
"""How wide the screen is while a state is brought about: on a narrow one, what is pressed may lie folded away."""
DRAWN = """Promise.all([document.fonts.ready, stage.looked]).then(() => new Promise((drawn) =>
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null))))))"""


class Stage:
    """One window, in which one state after the other is shown to whoever reads this language (BCP 47, `pseudo.py`)."""

    def __init__(self, browser: Browser, language: str = ENGLISH) -> None:
        self._pseudo = language if language in PSEUDO else None
        self._host = StagedHost(urlsplit(ORIGIN).netloc, self._answer)
        self._context = browser.new_context(
            locale=ENGLISH if self._pseudo else language,
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
            service_workers="block",
            proxy={"server": self._host.proxy},
            ignore_https_errors=True,
        )
        self._context.add_init_script(SCRIPT)
        self._context.route_web_socket("**/ws", self._connect)
        self._context.route_web_socket("**/ws/check", self._check)
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.faults = faults_of(self.page)
        self.strangers: list[str] = []
        """What the page asked of anybody but its own server."""
        self.page.on("request", self._asked)
        self._shown = 0
        self.state = State()
        self.server: StagedServer

    def show(self, name: str, width: int = 1280, theme: str = "light") -> Page:
        """Bring the page into the state of this name."""
        self._leave()
        self.faults.clear()
        self.state = STATES[name]
        state, seat = self.state, self.state.seat
        self.server = StagedServer(state.scene(), seat, state.closes, state.answers, state.lock)
        self.server.group = state.group() if state.group else None
        self.server.elsewhere = state.elsewhere
        self._size(WIDE, theme)
        self._shown += 1  # in each link, or the page would ask which of two windows to use
        self.server.token = f"{token(seat)}{self._shown}"
        link = self.server.token if state.key is None else f"{self.server.token}~{state.key}"
        for part in state.lacks:  # by a route, as what the browser has kept would not be asked for
            self._context.route(f"**/{part}*", lambda route: route.fulfill(status=404))
        self.page.goto(f"{ORIGIN}/{state.address or self._fragment(link)}")
        if state.enters:
            self._enter()
        for act in state.then:
            act(self.page, self.server)
        self.page.locator(state.shown).first.wait_for(state="attached")
        self.page.locator("aside[aria-busy=true]").wait_for(state="detached")  # what facilitators have
        if state.gone:
            self.page.locator(state.gone).wait_for(state="detached")
        self.page.mouse.move(0, 0)
        self.page.evaluate("scrollTo(0, 0)")
        self.look(width, theme)
        if self._pseudo:
            rewrite(self.page, self._pseudo)
            self._settle()
        return self.page

    def look(self, width: int, theme: str) -> None:
        """Another width or theme of the same state."""
        self._size(width, theme)
        self._settle()
        if self.state.narrow and not self.page.locator(f"{self.state.shown} >> visible=true").count():
            for act in self.state.narrow:
                act(self.page, self.server)
            self._settle()

    def picture(self, path: Path | None = None, **options: Any) -> bytes:
        """What is to be seen now; a file of this name too, if there is one."""
        return self.page.screenshot(path=path, animations="disabled", caret="hide", **options)

    def close(self) -> None:
        self._context.close()
        self._host.close()

    def _leave(self) -> None:
        """For a page of the same server with nothing on it: another origin takes another process of the browser."""
        if self.state.lacks:
            self._context.unroute_all()
        if self._shown % PROCESS_SHOWS == 0:
            self.page.goto("about:blank")
        self.page.goto(f"{ORIGIN}{NOTHING}")
        self.page.evaluate("sessionStorage.clear(); localStorage.clear()")

    def _size(self, width: int, theme: str) -> None:
        self.page.emulate_media(media="null", reduced_motion="reduce", **THEMES[theme])
        self.page.set_viewport_size(ViewportSize(width=width, height=HEIGHTS[width]))

    def _fragment(self, link: str) -> str:
        if self.server.group:
            return f"#{group_token(self.server.group.person)}"
        return f"#{link}" if self.state.seat else ""

    def _enter(self) -> None:
        """By the keyboard, as the lobby's words may change."""
        field = self.page.locator("form input[autocomplete=name]")
        field.fill(self.server.scene.names[self.state.seat])
        field.press("Enter")

    def _settle(self) -> None:
        """Fonts are there, the page has looked who speaks, and what follows from it all is drawn."""
        self.page.evaluate(DRAWN)

    def _connect(self, socket: WebSocketRoute) -> None:
        self.server.opened(socket)

    def _check(self, socket: WebSocketRoute) -> None:
        if "socket" in self.state.device.blocked:
            socket.close(code=1006)
        else:
            self.server.checked(socket)

    def _asked(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.netloc and f"{url.scheme}://{url.netloc}" != ORIGIN:
            self.strangers.append(request.url)

    def _answer(self, path: str, body: str) -> Answer | None:
        """What its server answers in this state; None: never anything."""
        if path == "/stage.json":
            return _as_json(200, self._browsers_part())
        if self.server.group:
            status, told = self.server.group.answer(path, body)
            return status, "application/json", told.encode()
        if path in MAIL_ANSWERS:
            return _as_json(200, MAIL_ANSWERS[path](self.state.mails))
        if (status := self.state.api_status) is None:
            return None
        if status >= 400:
            return _as_json(status, {"detail": "This server opens circles by a key only."})
        return _as_json(status, self.server.created if path == "/api/circles" else self.server.sign)

    def _browsers_part(self) -> dict[str, Any]:
        state, scene = self.state, self.server.scene
        speaks = speaker_in(scene.circle.phase) if state.speaks is None else state.speaks
        now_ms = self.server.group.scene.now_ms if self.server.group else scene.now_ms
        told = {"now_ms": now_ms, "speaks": speaks, "gives_sound": speaks == state.seat}
        return told | dataclasses.asdict(state.device)


def _as_json(status: int, told: Any) -> Answer:
    return status, "application/json", json.dumps(told, default=dataclasses.asdict).encode()


@contextmanager
def stage(language: str = ENGLISH) -> Iterator[Stage]:
    """A stage in a browser of its own, whose person reads this language."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        try:
            yield Stage(browser, language)
        finally:
            browser.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw a state of the page.")
    parser.add_argument("state", nargs="?", choices=[*STATES, None], metavar="STATE")
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--width", type=int, default=1280, choices=HEIGHTS)
    parser.add_argument("--theme", default="light", choices=THEMES)
    parser.add_argument("--language", default=ENGLISH, help="what this person reads")
    parser.add_argument("--whole", action="store_true", help="the whole page, also what is below the fold")
    asked = parser.parse_intermixed_args()
    if asked.state is None:
        print("\n".join(STATES))
        return
    file = asked.file or Path(f"{asked.state}-{asked.width}-{asked.theme}.png")
    with stage(asked.language) as shown:
        shown.show(asked.state, asked.width, asked.theme)
        shown.picture(file, full_page=asked.whole)
        for fault in shown.faults + shown.strangers:
            print(f"fault: {fault}")


if __name__ == "__main__":
    main()
