"""Mail and keys of a sealed group, in the browser: an address is proved, a lost link comes, and the key is renewed."""

import re
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import complaints
from tests.e2e.group_pages import give_another_key, link_with_key, press
from tests.e2e.patience import PATIENCE_S
from tests.support.mail import Postbox, code_in, link_in, mail_server_beside
from tests.support.open_group import OpenGroup
from tests.support.process import ServerProcess

FRIDA = "frida@example.org"
KEY_MISSING = re.compile("your link has lost its key")


@pytest.fixture
def mailing(tmp_path: Path) -> Iterator[tuple[ServerProcess, Postbox]]:
    with mail_server_beside(tmp_path) as (box, environment):
        process = ServerProcess(tmp_path, **environment).start()
        yield process, box
        process.stop()


def letter(box: Postbox, number: int) -> EmailMessage:
    """The one to Frida that has this number."""
    deadline = time.monotonic() + PATIENCE_S
    while len(box.to(FRIDA)) < number:
        assert time.monotonic() < deadline, "no mail has come"
        time.sleep(0.02)
    return box.to(FRIDA)[number - 1]


def opened(page: Page, link: str) -> None:
    """As from a mail: in a window where nothing is open yet."""
    page.goto("about:blank")
    page.goto(link)
    expect(page.get_by_role("heading", name="Tuesday group")).to_be_visible()


def proves_address(page: Page, box: Postbox) -> None:
    page.get_by_label("Your address").fill(FRIDA)
    press(page, "Send me a code")
    code = code_in(letter(box, 1))
    page.get_by_label("The code").fill(f"{(int(code) + 1) % 10**6:06}")
    press(page, "This address is mine")
    expect(page.get_by_text("This is not the code.")).to_be_visible()
    assert complaints(page) == []
    page.get_by_label("The code").fill(code)
    page.get_by_label("The code").press("Enter")
    expect(page.get_by_text(f"Mail goes to {FRIDA}")).to_be_visible()


def asks_for_link(page: Page, box: Postbox, url: str) -> str:
    """On the front page; the link as it comes by mail."""
    page.goto(url)
    page.get_by_text("Do you have a link to a circle?").click()
    page.get_by_label("Or have your group’s link sent").fill(FRIDA)
    press(page, "Send me my link")
    expect(page.get_by_text("If a group here has this address")).to_be_visible()
    assert "no mail has its key" in letter(box, 2).get_content()
    return link_in(letter(box, 2))


def test_a_lost_link_comes_by_mail_and_a_new_key_ends_the_old_links(
    mailing: tuple[ServerProcess, Postbox], desk: Page, telephone: Page
) -> None:
    """G28, G30, G31, V1: what comes by mail has no key; the page asks for it, or takes the one it was told to keep."""
    server, box = mailing
    group = OpenGroup(server, "Frida", "Mia", sealed=True)
    rule = {"every": 1, "unit": "weeks", "count": 1}
    group.asks("Frida", "plan_dates", first="2031-01-14", at="18:00", rule=rule)

    opened(telephone, group.link("Frida"))
    proves_address(telephone, box)
    telephone.get_by_label("Remember this group in this browser").check()

    mailed = asks_for_link(desk, box, server.url)
    opened(desk, mailed)
    expect(desk.get_by_text(KEY_MISSING)).to_be_visible()
    opened(telephone, mailed)
    assert link_with_key(telephone) == group.link("Mia")
    expect(telephone.get_by_text(KEY_MISSING)).to_have_count(0)

    give_another_key(telephone)
    desk.goto("about:blank")
    desk.goto(group.link("Mia"))
    expect(desk.get_by_role("heading", name="This link opens no group")).to_be_visible()
    telephone.goto("about:blank")
    telephone.goto(server.url)
    press(telephone, "Tuesday group")
    renewed = link_with_key(telephone)
    assert renewed.partition("~")[2] != group.link("Mia").partition("~")[2]
    opened(desk, renewed)
