"""Every page in WebKitGTK, without sound: no syntax and no style is Chromium's alone."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.patience import until
from tests.e2e.webkit import WebKit, webkit
from tests.support.open_group import OpenGroup
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MIA

LACKING = [command for command in ("WebKitWebDriver", "Xvfb") if not shutil.which(command)]
NAME = "input[autocomplete=name]"
ENTER = "\ue007"
COLOURS_MIN = 20
"""Fewer are on no page that is drawn."""


@pytest.mark.skipif(bool(LACKING), reason=f"Not on this machine: {', '.join(LACKING)}")
def test_every_page_opens_in_webkit(server: ServerProcess, tmp_path: Path) -> None:
    """W2: the front page, links, lobby, door and room; the check of a line; a new group, and a group to its people."""
    tokens = server.open_circle(frame={"knocking": True})
    with webkit(tmp_path) as window:
        window.open(server.url)
        shows(window, "main form")
        window.type("main form input", f"Tuesday circle{ENTER}")
        shows(window, "li[data-seat] a")
        enters(window, server, tokens[MIA - 1], "Mia")
        shows(window, "main[data-waiting] h1")
        enters(window, server, tokens[FRIDA - 1], "Frida")
        for part in ("[data-phase] header", "main li[data-seat='1']", ".dock", "aside"):
            shows(window, part)
        window.click("header button")
        shows(window, "dialog[open]")
        group = OpenGroup(server, "Frida", "Mia")
        for address, landmark in (
            (f"{server.url}/check", "main .line button"),
            (f"{server.url}/#new-group", "main fieldset ol"),
            (group.link("Frida"), "[data-group]"),
            (group.link("Mia"), "[data-group]"),
            (f"{server.url}/#WyJ0", "#lost"),
            (f"{server.url}/#{tokens[MIA - 1][::-1]}", "[data-closed]"),
        ):
            window.open(address)
            shows(window, landmark)


def enters(window: WebKit, server: ServerProcess, token: str, name: str) -> None:
    window.open(f"{server.url}/#{token}")
    shows(window, "main form")
    window.type(NAME, name + ENTER)


def shows(window: WebKit, landmark: str) -> None:
    """This can be seen, on a page that is drawn, and no script has failed."""
    window.sees(landmark)
    until(lambda: colours(window) >= COLOURS_MIN, lambda: f"{landmark}: {colours(window)} colours")
    assert window.evaluate("return faults") == [], landmark


def colours(window: WebKit) -> int:
    """How many there are in what is drawn now."""
    return len(Image.open(BytesIO(window.picture())).convert("RGB").getcolors(maxcolors=1 << 24) or [])
