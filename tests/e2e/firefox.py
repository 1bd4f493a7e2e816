"""One person's page in Firefox, to sit in a meeting beside those in Chromium: the same words for what it does."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.bidi import BiDi, session
from tests.e2e.page import HERE, READ_MS, TONES_HZ, Ears
from tests.e2e.patience import until
from tests.support.pulse import null_sink
from tests.support.trust import trust

PREFERENCES = {
    "media.navigator.streams.fake": True,
    "media.navigator.permission.disabled": True,
    "permissions.default.microphone": 1,
    "media.autoplay.default": 0,
    "media.autoplay.blocking_policy": 0,
    "media.peerconnection.ice.loopback": True,
    "media.peerconnection.ice.obfuscate_host_addresses": False,
    "remote.active-protocols": 1,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.disabledForTesting": True,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "app.normandy.enabled": False,
}
"""A made-up microphone that may be used without asking, sound that may play, and ways over the loopback alone."""
LACKING = [command for command in ("firefox-esr", "pulseaudio") if not shutil.which(command)]
needs_firefox = pytest.mark.skipif(bool(LACKING), reason=f"Not on this machine: {', '.join(LACKING)}")
LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


ASKS = {"media.navigator.permission.disabled": False, "permissions.default.microphone": 0}
"""It asks its person for the microphone, who does not answer."""


@contextmanager
def firefox(
    folder: Path,
    preferences: Mapping[str, object] = PREFERENCES,
    *,
    executable: str = "firefox-esr",
    authority: Path | None = None,
) -> Iterator[BiDi]:
    """Firefox with a profile in this folder, and loudspeakers that nobody hears.

    `executable` may be a script that runs it somewhere else (`Namespace.command`), where this thread is as well.
    `authority` is the certificate of one that it is to trust.
    """
    profile = folder / "profile"
    profile.mkdir()
    if authority:
        trust(profile, authority)
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items())
    (profile / "user.js").write_text("\n".join(lines))
    log = folder / "firefox.log"
    command = [shutil.which(executable) or "firefox", "--headless", "--no-remote", "--profile", str(profile)]
    with null_sink(folder) as environment, log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--remote-debugging-port", "0"], env=os.environ | environment, stdout=out, stderr=out
        )
        try:
            url = until(lambda: LISTENS.search(log.read_text()), log.read_text)[1]
            with session(url) as opened:
                yield opened
        finally:
            process.kill()
            process.wait()


class FirefoxPage(Ears):
    """As `PersonsPage`, as far as a `Meeting` needs it."""

    def __init__(self, session: BiDi, url: str, token: str, seat: int) -> None:
        self.seat = seat
        self._session = session
        self._link = f"{url}/#{token}"
        session.ask("session.subscribe", events=["log.entryAdded"])
        self.context = session.ask("browsingContext.create", type="tab")["context"]
        for script, words in (("tone.js", ("TONE_HZ", TONES_HZ[seat - 1])), ("ears.js", ("TONES_HZ", TONES_HZ))):
            source = (HERE / script).read_text().replace(words[0], str(words[1]))
            session.ask("script.addPreloadScript", functionDeclaration=f"() => {{{source}}}", contexts=[self.context])

    def open(self) -> "FirefoxPage":
        self._session.ask("browsingContext.navigate", context=self.context, url=self._link, wait="complete")
        return self

    def join(self, name: str) -> "FirefoxPage":
        self.open()
        self.types(name)
        self.touch("form input[type=checkbox]:not(:checked)")
        self.press("Join the circle")
        return self.shows("connected", "true")

    def types(self, name: str) -> None:
        """Into the field for one's name."""
        self.touch("input[autocomplete=name]")
        self._keys([{"type": kind, "value": key} for key in name for kind in ("keyDown", "keyUp")])

    def touch(self, selector: str) -> None:
        self._touch(f"[...document.querySelectorAll({json.dumps(selector)})].find((at) => at.checkVisibility())")

    def press(self, name: str) -> None:
        """The button whose name begins with this, once it does something."""
        own = "(b.getAttribute('aria-label') ?? b.textContent).replace(/\\s+/g, ' ').trim()"
        seen = "b.checkVisibility() && !b.disabled && b.ariaDisabled !== 'true'"
        self._touch(
            f"[...document.querySelectorAll('button')].find((b) => {seen} && {own}.startsWith({json.dumps(name)}))"
        )

    def shows(self, what: str, value: str) -> "FirefoxPage":
        """The room's own data say this."""
        now = f"document.querySelector('[data-phase]')?.getAttribute('data-{what}')"
        until(lambda: self.evaluate(now) == value, lambda: f"{what} is {self.evaluate(now)}, not {value}")
        return self

    def in_phase(self, phase: str) -> None:
        self.shows("phase", phase)

    def has_voice(self, voice: str) -> None:
        self.shows("voice", voice)

    @property
    def faults(self) -> list[str]:
        """What the page threw or logged as an error."""
        entries = (event["params"] for event in self._session.events if event["method"] == "log.entryAdded")
        return [str(entry["text"]) for entry in entries if entry["level"] == "error"]

    @property
    def words(self) -> str:
        return str(self.evaluate("document.body.innerText"))

    def evaluate(self, expression: str) -> Any:
        told = self._ask_script(f"Promise.resolve({expression}).then((found) => JSON.stringify(found ?? null))")
        return json.loads(told["value"])

    def close(self) -> None:
        self._session.ask("browsingContext.close", context=self.context)

    def _touch(self, element: str) -> None:
        """Click it by a real hand's way: what a gesture opens is opened."""
        found = until(lambda: self._node(element), lambda: f"not there: {element}")
        origin = {"type": "element", "element": {"sharedId": found}}
        reads = [{"type": "pause", "duration": READ_MS}]  # else a new view may have met the press on its way (P2)
        moves = [*reads, {"type": "pointerMove", "x": 0, "y": 0, "origin": origin}]
        presses = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self._act({"type": "pointer", "id": "mouse", "actions": moves + presses})

    def _node(self, element: str) -> str | None:
        seen = f"((found) => (found?.scrollIntoView({{ block: 'center' }}), found ?? null))({element})"
        return self._ask_script(seen).get("sharedId")

    def _keys(self, actions: list[dict[str, str]]) -> None:
        self._act({"type": "key", "id": "keyboard", "actions": actions})

    def _act(self, source: dict[str, Any]) -> None:
        self._session.ask("input.performActions", context=self.context, actions=[source])

    def _ask_script(self, expression: str) -> dict[str, Any]:
        target = {"context": self.context}
        answer = self._session.ask("script.evaluate", expression=expression, target=target, awaitPromise=True)
        assert answer["type"] == "success", answer
        return dict(answer["result"])
