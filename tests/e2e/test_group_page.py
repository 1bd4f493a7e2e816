"""What facilitators change on the page of a group, and what the others see of it then. The pure core is its server."""

import re
import subprocess
from datetime import date, time
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect

from app.group.commands_dates import MoveMeeting
from tests.e2e.group_pages import downloaded, press
from tests.e2e.stage import Stage
from tests.support import group_scene as g


def seen_by(stage: Stage, person: int) -> Page:
    """The same group, by somebody else's link."""
    assert stage.server.group
    stage.server.group.person = person
    stage.page.reload()
    expect(stage.page.locator("[data-group]")).to_be_visible()
    return stage.page


def unfold(page: Page, words: str) -> None:
    page.locator("summary", has_text=words).click()


def test_a_changed_frame_is_asked_of_everybody_else(stage: Stage) -> None:
    """G9."""
    page = stage.show("group-settings")
    page.get_by_label("How many must be able to come").select_option("6")
    press(page, "Keep, and ask everybody")
    expect(page.get_by_text("Still to accept what you agree on:")).to_contain_text("Mia Vos")
    page = seen_by(stage, g.MIA)
    expect(page.get_by_text("We meet if 6 of us or more can come.")).to_be_visible()
    press(page, "I accept this")
    expect(page.get_by_role("button", name="I accept this")).to_have_count(0)


def test_nobody_loses_what_they_type_by_choosing_a_language(stage: Stage) -> None:
    """The page is loaded anew for it. The browser asks, and not where nothing is typed."""
    page = stage.show("group-settings")
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    name = page.get_by_label("Name of the group")
    name.click()
    name.fill("Wednesday")
    for language in ("de", "en"):
        with page.expect_navigation():
            page.get_by_label(re.compile("^(Language|Sprache) ?E")).select_option(language)
        expect(page.locator("html")).to_have_attribute("lang", language)
    assert asked == ["beforeunload"]


def test_who_goes_elsewhere_within_the_page_is_asked_before_what_they_type_is_lost(stage: Stage) -> None:
    """By the address, and back: nothing is loaded anew, so the browser does not ask."""
    page = stage.show("group-settings")
    link = page.url
    page.get_by_label("Name of the group").fill("Wednesday")
    page.evaluate("setTimeout(() => (location.hash = 'g.another'))")
    question = page.get_by_role("dialog", name="Leave this page?")
    press(page, "Stay here")
    expect(question).to_have_count(0)
    assert page.url == link
    expect(page.get_by_label("Name of the group")).to_have_value("Wednesday")
    page.evaluate("history.back()")
    press(page, "Leave the page")
    expect(page.get_by_label("Name of the group")).to_have_count(0)


def test_whoever_types_at_a_date_types_on_while_somebody_else_moves_it(stage: Stage) -> None:
    """Among the others, in a list that is by day."""
    page = stage.show("group-facilitator")
    moved = page.locator("li", has_text="27 April")
    moved.locator("summary").click()
    moved.get_by_label("Name of the guest").press_sequentially("Ol")
    assert stage.server.group
    stage.server.group.scene.asks(g.FINN, MoveMeeting(meeting=11, on=date(2027, 5, 18), at=time(18)))
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[open]").get_by_text("18 May")).to_be_visible()
    page.keyboard.type("ga")
    expect(page.locator("[open]").get_by_label("Name of the guest")).to_have_value("Olga")


def test_another_zone_keeps_the_time_on_the_clock(stage: Stage) -> None:
    """G4: it is asked, and nothing is guessed."""
    page = stage.show("group-facilitator")
    unfold(page, "Change the time zone")
    page.locator("form", has_text="now of Berlin").locator("select").select_option("America/New_York")
    page.get_by_label("The time on the clock, now of Berlin").check()
    press(page, "Keep the time zone")
    expect(page.get_by_text(re.compile(r"In New York: Tuesday,? 2 March, 18:00"))).to_be_visible()


def test_who_facilitates(stage: Stage) -> None:
    """G11: another one, who sees what facilitators do; and never nobody."""
    page = stage.show("group-facilitator")
    for name, button in (("Mia Vos", "Make a facilitator"), ("Finn O’Brien", "Make a member")):
        page.get_by_role("button", name=f"More ways for {name}").click()
        press(page, button)
        expect(page.get_by_role("button", name=button)).to_have_count(0)
        page.get_by_role("button", name=f"More ways for {name}").click()
    page = seen_by(stage, g.MIA)
    expect(page.get_by_role("heading", name="For facilitators")).to_be_visible()
    page.get_by_role("button", name="More ways for Frida").click()
    press(page, "Make a member")
    expect(page.locator("[data-person='1']")).to_contain_text("member")
    page.get_by_role("button", name="More ways for Mia").click()
    press(page, "Make a member")
    expect(page.get_by_text("A group needs one facilitator at least.")).to_be_visible()


def test_two_facilitators_erase_a_group_and_either_keeps_it(stage: Stage) -> None:
    """G15."""
    page = stage.show("group-facilitator")
    unfold(page, "Erase the group")
    press(page, "Ask to erase the group")
    press(page, "Ask to erase it")
    expect(page.get_by_text("A second facilitator has to agree.").first).to_be_visible()
    expect(page.get_by_role("button", name="Agree to erase it")).to_have_count(0)
    page = seen_by(stage, g.FINN)
    press(page, "Agree to erase it")
    page.get_by_role("dialog").get_by_role("button", name="Agree to erase it").click()
    expect(page.get_by_text("This group will be erased on 31 Mar 2027.").first).to_be_visible()
    page = seen_by(stage, g.FRIDA)
    press(page, "Stop it: keep the group")
    expect(page.get_by_text("This group will be erased")).to_have_count(0)


def test_what_was_confirmed_is_corrected_and_marked_so(stage: Stage) -> None:
    """G16: also whoever was there unnoticed."""
    page = stage.show("group-correcting", width=360)
    page.get_by_label("Minutes of Mia Vos").fill("75")
    with page.expect_response("**/api/group/ask"):
        press(page, "Keep the correction")
    page = seen_by(stage, g.MIA)
    expect(page.locator("[data-held]").first).to_contain_text("75 minutes confirmed, corrected")


def test_a_facilitators_log_has_the_supervision_of_any_meeting(stage: Stage, tmp_path: Path) -> None:
    """G18."""
    page = stage.show("group-log")
    page.locator("details[open]").get_by_label("Supervision of this meeting").fill("with Dr. Koch")
    press(page, "Keep the note")
    expect(page.get_by_text("Kept.")).to_have_count(1)
    log = tmp_path / "log.csv"
    downloaded(page, "Download my log").save_as(log)
    assert "with Dr. Koch" in log.read_text(), log.read_text()
    assert "Mia" not in log.read_text()


def test_parts_by_case(stage: Stage) -> None:
    """They are kept as they were chosen."""
    page = stage.show("group-parts")
    page.get_by_label("Case 1, Frida Lindqvist").select_option("facilitates")
    press(page, "Keep this")
    assert stage.server.group
    scene = stage.server.group.scene
    expect(page.get_by_role("button", name="Keep this").first).to_have_attribute("aria-busy", "false")
    parts = [(part.person, part.part.value, part.case) for part in scene.meeting(scene.first()).parts]
    assert parts == [(g.FRIDA, "lead", 1), (g.FRIDA, "co_lead", 2), (g.FINN, "co_lead", None)]


def test_a_certificate_is_printed_alone_and_in_any_script(stage: Stage) -> None:
    """G17: what the PDF says, where this browser has the letters that the PDF lacks."""
    stage.show("group-correcting", theme="dark")
    page = seen_by(stage, g.ADA)
    unfold(page, "Certificate of attendance")
    page.evaluate(
        "() => { document.body.dataset.printed = ''; window.print = () => (document.body.dataset.printed += 'I'); }"
    )
    press(page, "Print it from here")
    page.locator("[data-paper]").wait_for(state="attached")
    page.emulate_media(media="print")
    for said in ("نور الدين", "88", "member, live online, audio", "Attendance only", "Tuesday group"):
        expect(page.locator("[data-paper]").get_by_text(said).first).to_be_visible()
    expect(page.get_by_role("heading", name="The next meeting")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("[data-paper]")).to_have_count(1)  # a telephone draws it anew once a printer is chosen
    page.get_by_role("button", name="Print it from here", include_hidden=True).evaluate("button => button.click()")
    expect(page.locator("body")).to_have_attribute("data-printed", "II")
    page.keyboard.press("Shift")
    expect(page.locator("[data-paper]")).to_have_count(0)
    page.emulate_media(media="null")
    expect(page.get_by_role("heading", name="The next meeting")).to_be_visible()


def test_what_is_chosen_is_seen_on_paper(stage: Stage, tmp_path: Path) -> None:
    """Browsers leave out backgrounds there, and a choice is drawn by its own."""
    page = stage.show("group-new-more")
    box = page.get_by_label("Always the same people")
    chosen = ink_on_paper(page, tmp_path)
    box.uncheck()
    width = 21  # of the box
    assert chosen - ink_on_paper(page, tmp_path) > width * width / 2


def test_what_is_asked_stands_on_paper_once_and_hides_no_page(stage: Stage, tmp_path: Path) -> None:
    page = stage.show("group-cancel-date")
    asked = ink_on_paper(page, tmp_path)
    read = ("pdftotext", "-raw", tmp_path / "paper.pdf", "-")
    said = subprocess.run(read, check=True, capture_output=True, text=True).stdout
    assert said.count("Keep it") == 1
    press(page, "Keep it")
    assert asked > ink_on_paper(page, tmp_path) / 2


def ink_on_paper(page: Page, folder: Path) -> int:
    """How many points of the page as it is printed are rather dark."""
    paper = folder / "paper.pdf"
    page.pdf(path=paper)
    subprocess.run(["pdftoppm", "-gray", "-r", "96", "-png", paper, paper.with_suffix("")], check=True)
    return sum(sum(Image.open(each).histogram()[:128]) for each in folder.glob("paper-*.png"))
