"""What must not get lost: links, the seat in this tab, a meeting under a careless hand, and the truth of every word."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.meeting import meeting
from tests.e2e.page import PersonsPage, give_voice_and_ears
from tests.e2e.patience import PATIENCE_MS
from tests.support.overheard import overheard
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MAX, MIA
from tests.support.sframe import SILENCE, header_of

DENIED = """
for (const kind of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, kind, { get() { throw new DOMException('denied', 'SecurityError') } });
"""
NO_CLIPBOARD = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"

TRANSLATE = """() => {
  const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  for (const text of texts.filter((text) => !text.parentElement.closest('font'))) {
    const outer = document.createElement('font'), inner = outer.appendChild(document.createElement('font'));
    inner.textContent = `«${text.data}»`;
    text.replaceWith(outer);
  }
}"""
"""What a browser's translator does to the page, in a language that is English in other quotation marks."""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One browser's windows, which share what it keeps."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


def opens_circle(page: Page, url: str, title: str = "Tuesday group") -> None:
    page.goto(url)
    page.get_by_label("What is this circle called?").fill(title)
    page.get_by_label("Facilitators").select_option("3")
    page.get_by_role("button", name="Open the circle").click()
    page.get_by_role("heading", name="Your circle is ready").wait_for()


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def link_of(page: Page, seat: int) -> str:
    """As it is copied from the seat's row."""
    row = page.locator(f"li[data-seat='{seat}']")
    if not row.get_by_role("button", name="Copy only the link").is_visible():
        row.get_by_role("button", name="Link, mail and QR code").click()
    row.get_by_role("button", name="Copy only the link").click()
    expect(row.get_by_role("button", name="Copied")).to_be_visible()
    return copied(page)


def test_links_stay_until_they_are_handed_out(context: BrowserContext, server: ServerProcess) -> None:
    """W12: over a reload and in a new window, with the names one has given, until they are forgotten."""
    page = context.new_page()
    opens_circle(page, server.url)
    page.get_by_label("For whom is seat 4?").fill("Mia")
    page.reload()
    expect(page.get_by_label("For whom is seat 4?")).to_have_value("Mia")
    page.close()
    page = context.new_page()
    page.goto(server.url)
    page.get_by_role("button", name="Show the links of “Tuesday group”").click()
    expect(page.get_by_label("For whom is seat 4?")).to_have_value("Mia")
    page.get_by_role("button", name="All handed out: forget the links here").click()
    page.get_by_role("button", name="Forget them").click()
    page.get_by_role("heading", name="A quiet room for Balint work").wait_for()
    page.go_back()
    expect(page.get_by_role("heading", name="A quiet room for Balint work")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name=re.compile("Show the links"))).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0


def test_links_go_with_their_meeting(context: BrowserContext, server: ServerProcess) -> None:
    """W12: whoever goes back from it is not told that their circle is ready."""
    page = context.new_page()
    opens_circle(page, server.url)
    page.get_by_role("link", name="Take my seat").click()
    page.get_by_label("Your name").fill("Frida")
    page.get_by_role("button", name="Join the circle").click()
    page.get_by_role("button", name="End the meeting").click()
    page.get_by_role("dialog").get_by_role("button", name="End the meeting").click()
    page.get_by_role("heading", name="The meeting is over").wait_for()
    page.go_back()
    expect(page.get_by_role("heading", name="A quiet room for Balint work")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Show the links"))).to_have_count(0)


def test_what_is_copied_for_members_holds_no_key_of_a_facilitator(
    context: BrowserContext, server: ServerProcess
) -> None:
    """W12"""
    page = context.new_page()
    opens_circle(page, server.url)
    page.get_by_label("For whom is seat 4?").fill("Mia")
    keys = {seat: link_of(page, seat) for seat in (1, 2, 3, 4, 12)}
    page.get_by_role("button", name="Copy all links of members and observers").click()
    for_members = copied(page)
    assert [seat for seat, key in keys.items() if key in for_members] == [4, 12]
    page.get_by_role("button", name="Copy the facilitators’ links").click()
    assert [seat for seat, key in keys.items() if key in copied(page)] == [2, 3]
    page.get_by_role("button", name="Copy the invitation for seat 4").click()
    invitation = copied(page)
    assert keys[4] in invitation
    assert "“Tuesday group”" in invitation
    assert "What is said in the circle stays in the circle." in invitation
    mail = page.locator("li[data-seat='4']").get_by_role("link", name="Write a mail").get_attribute("href") or ""
    assert mail.startswith("mailto:?subject=")
    for sent in (for_members, invitation, mail):
        assert "Mia" not in sent


def test_a_seats_code_is_drawn_here(context: BrowserContext, server: ServerProcess) -> None:
    """W12: by this page's own code, loaded when it is first wanted; no word of it leaves for another site."""
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opens_circle(page, server.url)
    assert not any("/qr-" in url for url in asked)
    page.get_by_role("button", name="Link, mail and QR code of seat 4").click()
    expect(page.get_by_role("img", name="QR code of the link of seat 4")).to_be_visible()
    assert any("/qr-" in url for url in asked)
    assert all(url.startswith(server.url) for url in asked)


def test_where_nothing_is_kept_the_links_are_said_to_be_only_here(
    context: BrowserContext, server: ServerProcess
) -> None:
    """W12: storage denied, and copying denied: the text is selected instead."""
    context.add_init_script(DENIED)
    context.add_init_script(NO_CLIPBOARD)
    page = context.new_page()
    opens_circle(page, server.url)
    expect(page.get_by_text("the links are only here")).to_be_visible()
    page.get_by_role("button", name="Copy all links of members and observers").click()
    expect(page.get_by_role("dialog")).to_contain_text("The text is selected")
    assert "Seat 4: " in page.evaluate("getSelection().toString()")


def takes_seat(context: BrowserContext, server: ServerProcess, token: str, name: str = "Frida") -> Page:
    """A window with this link, and its person in the circle."""
    page = context.new_page()
    page.goto(f"{server.url}/#{token}")
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Join the circle").click()
    expect(page.locator("[data-phase]")).to_have_attribute("data-connected", "true")
    return page


def test_nothing_done_to_the_address_ends_a_meeting_unasked(context: BrowserContext, server: ServerProcess) -> None:
    """W13: going back, another link pasted over the page, and the same one; the key stands in no address meanwhile."""
    tokens = server.open_circle()
    other = server.open_circle()[3]
    page = takes_seat(context, server, tokens[0])
    room, asked = page.locator("[data-phase]"), page.get_by_role("dialog", name="Leave the circle?")
    page.evaluate("window.same = true")
    page.go_back()
    asked.get_by_role("button", name="Stay").click()
    expect(asked).to_have_count(0)
    expect(room).to_have_attribute("data-connected", "true")
    page.evaluate(f"location.hash = '{tokens[0]}'")
    expect(page).to_have_url(f"{server.url}/#seat")
    expect(asked).to_have_count(0)
    page.evaluate(f"location.hash = '{other}'")
    expect(page).to_have_url(f"{server.url}/#seat")
    asked.get_by_role("button", name="Stay").click()
    expect(room).to_have_attribute("data-connected", "true")
    page.go_back()
    page.go_back()
    asked.get_by_role("button", name="Leave the circle").click()
    page.get_by_role("heading", name="You have left the circle").wait_for()
    page.get_by_role("button", name="Come back to the circle").click()
    page.get_by_role("button", name="Join the circle").click()
    expect(room).to_have_attribute("data-connected", "true")
    page.evaluate(f"location.hash = '{other}'")
    asked.get_by_role("button", name="Leave the circle").click()
    page.get_by_role("heading", name="Take your seat").wait_for()
    expect(page).to_have_url(f"{server.url}/#seat")
    assert page.evaluate("window.same"), "it was one page all the time"


def test_a_second_window_asks_which_one_to_use(context: BrowserContext, server: ServerProcess) -> None:
    """W14, D7, V9: before the server is asked anything; who chooses the new one comes to the same seat as themselves.
    No window seals with a key that another has sealed with, though they share all that is kept.
    """
    token, *others, _ = server.open_sealed()
    lives: list[set[int]] = []
    give_voice_and_ears(context, FRIDA)
    first = takes_seat(context, server, token)
    first.get_by_role("button", name="Open my microphone").click()
    lives.append(keys_of(server, others, first))
    second = context.new_page()
    second.goto(f"{server.url}/#{token}")
    second.get_by_role("heading", name="Your seat is open in another window").wait_for()
    second.get_by_role("button", name="Stay in the other window").click()
    expect(second.locator("[data-other-window]")).to_contain_text("Go on in the other window.")
    expect(first.locator("[data-phase]")).to_have_attribute("data-connected", "true")
    assert first.get_by_text("has opened your link").count() == 0
    with context.expect_page() as opened:
        first.evaluate("open(location.href)")
    duplicate = opened.value  # the tab's own storage goes with it, and what leads back to the seat
    duplicate.get_by_role("heading", name="Your seat is open in another window").wait_for()
    duplicate.get_by_role("button", name="Go on in this window").click()
    duplicate.get_by_role("button", name="Come back to the circle").click()
    expect(duplicate.locator("[data-phase]")).to_have_attribute("data-connected", "true")
    first.locator("[data-closed='REPLACED']").wait_for()
    lives.append(keys_of(server, others, duplicate))
    second.get_by_role("button", name="Go on in this window").click()
    second.get_by_role("heading", name="Your seat is kept").wait_for()
    second.get_by_role("button", name="Come back to the circle").click()
    expect(second.locator("[data-phase]")).to_have_attribute("data-connected", "true")
    duplicate.locator("[data-closed='REPLACED']").wait_for()
    duplicate.close()
    first.close()
    lives.append(keys_of(server, others, second))
    second.reload()
    second.get_by_role("button", name="Come back to the circle").wait_for()
    second.go_back()
    assert second.url == "about:blank", "what is left before coming back is the page, and not an entry of the meeting"
    second.go_forward()
    second.get_by_role("button", name="Come back to the circle").click()
    expect(second.locator("[data-phase]")).to_have_attribute("data-connected", "true")
    lives.append(keys_of(server, others, second))
    assert sum(map(len, lives)) == len(set[int]().union(*lives)), "a key that two have sealed with"
    with second.expect_event("dialog") as asked:
        second.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()


def keys_of(server: ServerProcess, links: list[str], page: Page) -> set[int]:
    """The numbers of the keys that Frida's voice is sealed with now. Neither of them is kept by the browser."""
    keys = {header_of(frame)[0] for frame in overheard(server, links.pop(), FRIDA, 20) if frame != SILENCE}
    kept = page.evaluate("JSON.stringify([{ ...sessionStorage }, { ...localStorage }])")
    assert keys
    assert not any(written in kept for key in keys for written in (str(key), f"{key:x}"))
    return keys


def test_every_way_back_to_the_tab_ends_somewhere_sensible(context: BrowserContext, server: ServerProcess) -> None:
    """W11: a reload, a bookmark, a link that was cut, and a browser that keeps nothing."""
    token = server.open_circle()[3]
    page = context.new_page()
    page.goto(f"{server.url}/#{token}%20")
    page.get_by_role("button", name="Join the circle").wait_for()
    assert page.url == f"{server.url}/#seat"
    page.reload()
    page.get_by_role("button", name="Join the circle").wait_for()
    page.goto("about:blank")
    page.go_back()
    page.get_by_role("button", name="Join the circle").wait_for()
    bookmark = context.new_page()
    bookmark.goto(f"{server.url}/#seat")
    expect(bookmark.get_by_text("This address alone leads to no seat.")).to_be_visible()
    bookmark.goto("about:blank")
    bookmark.goto(f"{server.url}/#{token.split('.')[0]}")
    expect(bookmark.get_by_text("This address leads to no circle")).to_be_visible()
    field = bookmark.get_by_label("Your link")
    field.fill("https://example.org/#WyJ")
    bookmark.get_by_role("button", name="Go to my seat").click()
    expect(bookmark.get_by_role("alert").first).to_contain_text("There is no whole link in this.")
    field.fill(f"Dear Mia,\n<{server.url}/#{token}>.\nSee you!")
    bookmark.get_by_role("button", name="Go to my seat").click()
    bookmark.get_by_role("button", name="Join the circle").wait_for()
    assert bookmark.url == f"{server.url}/#seat"
    context.add_init_script(DENIED)
    denied = context.new_page()
    denied.goto(f"{server.url}/#{token}")
    denied.get_by_role("button", name="Join the circle").wait_for()
    assert denied.url == f"{server.url}/#{token}"
    denied.get_by_label("Your name").fill("Mia")
    denied.get_by_role("button", name="Join the circle").click()
    expect(denied.locator("[data-phase]")).to_have_attribute("data-connected", "true")


def said(page: Page) -> str:
    """Every word of the room, seen or read aloud, in whichever language."""
    return re.sub(r"[\s«»]+", "", page.locator("[data-phase]").inner_text())


def test_no_word_of_state_is_frozen_by_a_translator(browser: Browser, server: ServerProcess) -> None:
    """W15: in lobby, door and room what was translated is true after every change, as on a page that is loaded anew."""
    with meeting(browser, server, (FRIDA, MIA)) as m:
        mia, room = m[MIA].page, m[MIA].room
        expect(room).to_contain_text("The circle hears you")
        mia.evaluate(TRANSLATE)
        expect(room).to_contain_text("«The circle hears you")
        mia.get_by_role("button", name="Close my microphone").click()
        expect(room).to_contain_text("Your microphone is closed")
        expect(room).not_to_contain_text("The circle hears you")
        mia.evaluate(TRANSLATE)
        m.until("call_for_case")
        mia.evaluate(TRANSLATE)
        mia.get_by_role("button", name="I have a case").click()
        mia.get_by_role("button", name="Take my offer back").wait_for()
        lobby = PersonsPage(browser, server.url, m.tokens[MAX - 1], MAX).open().page
        lobby.get_by_role("button", name="Join the circle").wait_for()
        lobby.evaluate(TRANSLATE)
        lobby.get_by_role("button", name="Join the circle").click()
        expect(lobby.get_by_text("Please tell the circle your name.")).to_be_visible()
        m[FRIDA].press("Close the door")
        m[FRIDA].button("Open the door").wait_for()
        lobby.get_by_label("Your name").fill("Max")
        lobby.get_by_role("button", name="Join the circle").click()
        door = lobby.locator("main[data-waiting]")
        expect(door).to_contain_text("The circle has closed its door.")
        lobby.evaluate(TRANSLATE)
        m[FRIDA].press("Open the door")
        expect(door).to_contain_text("A facilitator can let you in.")
        expect(door).not_to_contain_text("The circle has closed its door.")
        lobby.evaluate(TRANSLATE)
        m[FRIDA].press("Let Max in")
        lobby.locator("[data-phase][data-connected='true']").wait_for()
        expect(m[MIA].at_seat(MAX)).to_have_attribute("data-sound", "connected")
        mia.evaluate(TRANSLATE)
        lobby.context.close()
        expect(m[MIA].at_seat(MAX)).to_have_attribute("data-presence", "coming_back")
        frozen = said(mia)
        mia.reload()
        mia.get_by_role("button", name="Come back to the circle").click()
        m[MIA].connected()
        expect(room).to_contain_text("Your microphone is closed")
        assert frozen == said(mia)
