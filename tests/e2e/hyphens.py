"""The page as Firefox divides its words, on a telephone, in the languages whose long words are divided (`app.css`).

    python -m tests.e2e.hyphens
    python -m tests.e2e.hyphens --of de

Chromium has patterns of these languages on some machines only; Firefox brings them. The server and the meeting are
real. It says each word that is divided, and where; the pictures go to `tests/e2e/out/hyphens`.
"""

import argparse
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.e2e.bidi import BiDi
from tests.e2e.dictionaries import said
from tests.e2e.firefox import PREFERENCES, FirefoxPage, firefox
from tests.e2e.patience import until
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, PIET

DIVIDED = ("de", "nl", "pl")
FOLDER = Path(__file__).parent / "out" / "hyphens"
ENTER = "\ue007"
"""As WebDriver has it."""
TELEPHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
DRAWN = "!!document.querySelector('main:not([aria-busy=true]) h1')"
UNFOLDED = "document.querySelectorAll('details').forEach((each) => (each.open = true))"
NAMES_PIET = "document.querySelector('aside button[aria-label*=Piet]')"
"""It may lie folded away."""
BROKEN = r"""(() => {
  const range = document.createRange()
  const top = (text, at) => (range.setStart(text, at), range.setEnd(text, at + 1), range.getBoundingClientRect().top)
  const found = []
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (all.nextNode()) {
    const text = all.currentNode, at = text.parentElement
    if (!at.checkVisibility() || at.closest('.unseen, .not-started')) continue
    for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{M}]{4,}/gu))
      for (let n = 1; n < word.length; n++)
        if (Math.abs(top(text, index + n) - top(text, index + n - 1)) > 4)
          found.push(`${word.slice(0, n)}|${word.slice(n)} in <${at.localName}>`)
  }
  return [...new Set(found)]
})()"""


class Person:
    """Somebody's window, which is looked at as on a telephone."""

    def __init__(self, session: BiDi, url: str, token: str, seat: int, language: str) -> None:
        self.page = FirefoxPage(session, url, token, seat)
        self._session, self._language = session, language

    def look(self, name: str) -> None:
        """Leaves a picture, and says which words are divided."""
        self._has(TELEPHONE)
        self.page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame)).then(() => 0)")
        print(f"{self._language} {name}: {', '.join(self.page.evaluate(BROKEN)) or 'no word is divided'}")
        shot = self._session.ask("browsingContext.captureScreenshot", context=self.page.context, origin="document")
        (FOLDER / f"{self._language}-{name}.png").write_bytes(b64decode(shot["data"]))
        self._has(DESKTOP)

    def opens(self, name: str) -> None:
        self.page.open()
        until(lambda: self.page.evaluate(DRAWN), lambda: f"{name} is not drawn")
        self.page.evaluate(UNFOLDED)
        self.look(name)

    def joins(self, name: str) -> None:
        self.opens(f"lobby-{name}")
        self.page.types(f"{name}{ENTER}")
        self.page.shows("connected", "true")

    def _has(self, viewport: dict[str, int]) -> None:
        self._session.ask("browsingContext.setViewport", context=self.page.context, viewport=viewport)


def walk(session: BiDi, url: str, tokens: list[str], language: str) -> None:
    front = Person(session, url, "", FRIDA, language)
    front.opens("front")
    front.page.close()
    frida, piet = (Person(session, url, tokens[seat - 1], seat, language) for seat in (FRIDA, PIET))
    frida.joins("Frida")
    piet.joins("Piet")
    piet.look("gathering-member")
    frida.look("gathering-facilitator")
    next_step = ".dock button.primary"
    for phase in ("opening", "follow_up", "call_for_case"):
        frida.page.touch(next_step)
        frida.page.in_phase(phase)
    piet.page.press(said(language, "circle/circle.ts", "offer"))
    piet.look("call_for_case-member")
    until(lambda: frida.page.evaluate(f"!!{NAMES_PIET}"), lambda: "Frida does not see the offer")
    frida.page.evaluate(f"{NAMES_PIET}.click()")
    frida.look("call_for_case-facilitator")
    for phase in ("presentation", "clarifying_questions", "sit_back"):
        frida.page.touch(next_step)
        piet.page.in_phase(phase)
    piet.look("sit_back-presenter")
    frida.look("sit_back-facilitator")


@contextmanager
def served() -> Iterator[tuple[Path, ServerProcess]]:
    with TemporaryDirectory() as folder:
        server = ServerProcess(Path(folder)).start()
        try:
            yield Path(folder), server
        finally:
            server.stop()


def main() -> None:
    parser = argparse.ArgumentParser(description="Look at how Firefox divides the words of the page.")
    parser.add_argument("--of", nargs="+", choices=DIVIDED, default=DIVIDED, metavar="LANGUAGE")
    asked = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served() as (folder, server):
        for language in asked.of:
            own = folder / language
            own.mkdir()
            with firefox(own, PREFERENCES | {"intl.accept_languages": language}) as session:
                walk(session, server.url, server.open_circle(), language)


if __name__ == "__main__":
    main()
