"""Firefox in a meeting with Chromium: an offer that one browser understands is not yet one that both do."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.e2e.firefox import ASKS, PREFERENCES, FirefoxPage, firefox, needs_firefox
from tests.e2e.meeting import PHASE_NAMES, Meeting, meeting
from tests.e2e.patience import until
from tests.support.disobedient import DisobedientServer
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MIA, PIET

EVERYBODY = {FRIDA, MIA, PIET}


@needs_firefox
def test_a_presenter_in_firefox(browser: Browser, disobedient: DisobedientServer, tmp_path: Path) -> None:
    """H1, M2, M3: heard and hearing, silent through the sit-back, and heard again after the return. V9: like the others
    it hears nobody from another's seat.
    """
    with firefox(tmp_path) as session, meeting(browser, disobedient, (FRIDA, MIA)) as m:
        piet = FirefoxPage(session, disobedient.url, m.tokens[PIET - 1], PIET).join("Piet")
        m.pages[PIET] = piet  # type: ignore[assignment]
        piet.has_voice("heard")
        m.assert_heard(EVERYBODY)
        chooses_among_outputs(piet)
        m.until("call_for_case")
        piet.press("I have a case")
        m[FRIDA].choose_at_seat(PIET, "Make presenter")
        for phase in ("presentation", "clarifying_questions"):
            m.next(phase)
        m.assert_heard(EVERYBODY)
        sits_back(m, piet)
        m.next("presenter_returns")
        piet.has_voice("closed_by_person")
        piet.press("Open my microphone")
        m.assert_heard(EVERYBODY)
        m.assert_healthy()
        disobedient.does("swapped")
        m.assert_heard(set())
        disobedient.does("nothing")
        m.assert_heard(EVERYBODY)
        assert m.faults() == {}


@needs_firefox
def test_a_facilitator_in_firefox(browser: Browser, server: ServerProcess, tmp_path: Path) -> None:
    """C2, E6: Firefox shows what comes into a part of the page that was empty: a case that is offered, and the way to
    the facilitators' room.
    """
    with firefox(tmp_path) as session, meeting(browser, server, (MIA,)) as m:
        frida = FirefoxPage(session, server.url, m.tokens[FRIDA - 1], FRIDA).join("Frida")
        m.pages[FRIDA] = frida  # type: ignore[assignment]
        before, after = list(PHASE_NAMES)[:3], list(PHASE_NAMES)[3:]
        for phase in before:
            m.next(phase)
        m[MIA].press("I have a case")
        frida.press("Make presenter")
        for phase in after:
            m.next(phase)
        frida.press("Go to the facilitators")
        until(lambda: "Only facilitators hear one another here" in frida.words, lambda: frida.words)
        assert m.faults() == {}


def chooses_among_outputs(piet: FirefoxPage) -> None:
    """Firefox has one id for all of one name, and `null_sink` has two of one."""
    piet.press("Sound")
    choices = "[...document.querySelectorAll('dialog option')].map(({ text }) => text)"
    until(lambda: piet.evaluate(choices).count("Null Output") == 1, lambda: piet.evaluate(choices))
    piet.press("Close")


def sits_back(m: Meeting, piet: FirefoxPage) -> None:
    since_ms = m.next("sit_back")
    m.assert_heard({FRIDA, MIA})
    sent = piet.packets_sent()
    m.next("reflection")
    m.assert_heard({FRIDA, MIA})
    assert piet.packets_sent() == sent, "a page that is not heard sends nothing"
    m.assert_not_heard_since(PIET, since_ms, {FRIDA, MIA})


@needs_firefox
def test_firefoxs_own_question_left_open_is_said(server: ServerProcess, tmp_path: Path) -> None:
    """M1: Firefox does not say that it asks; an answer that takes long is taken for its question."""
    with firefox(tmp_path, PREFERENCES | ASKS) as session:
        page = FirefoxPage(session, server.url, server.open_circle()[MIA - 1], MIA).open()
        page.press("Check my microphone")
        said = "document.querySelector('main').innerText"
        until(lambda: "Waiting for your microphone" in page.evaluate(said), lambda: page.evaluate(said))
        assert page.evaluate("document.querySelector('[role=meter]')") is None
        page.close()
