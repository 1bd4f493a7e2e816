"""`make demo`, or `python -m app.demo`: opens the circle, prints your links, and lets the seven begin."""

import argparse
import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from functools import partial
from textwrap import fill

import httpx

from app.client.asked import Gone, OtherProtocol
from app.client.link import Declined
from app.demo.circle import PRESENTERS_SEAT, DemoCircle, demo_circle
from app.demo.director import Director
from app.demo.script import LANGUAGES, Script, script_in
from app.demo.server import NoServer, own_server
from app.demo.turns import PRESENTER, Turns
from app.demo.voices import NoVoices, speak

FAST = 3
ENDS = (NoServer, NoVoices, Declined, Gone, OtherProtocol, TimeoutError, httpx.HTTPError, httpx.InvalidURL)
"""What ends it before its time, most with words for people."""
NO_ANSWER = "The server has not answered in time."
"""For an error by which time is up: it says nothing itself."""
WHAT = {
    "leader": "you lead: press Next, and they follow",
    "member": "you are one of the circle",
    "presenter": "you bring the case below, then sit back",
    "observer": "you listen; they let you in",
}


def begin() -> int:
    """Read the command line and hold the demonstration. Answers with the process's exit code."""
    parser = argparse.ArgumentParser(prog="app.demo", description="A circle to try alone, with synthetic people.")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="what they speak")
    parser.add_argument("--fast", action="store_true", help="three times as fast, words and silences")
    parser.add_argument("--alone", action="store_true", help="begin even if nobody comes")
    parser.add_argument("--server", metavar="URL", help="a server that runs already, in place of one of its own")
    parser.add_argument("--opening-key", default="", metavar="KEY", help="what that server asks of who opens circles")
    try:
        asyncio.run(_to_its_end(_hold(parser.parse_args())))
    except ENDS as error:
        print(f"The demonstration has ended. {str(error) or NO_ANSWER}", file=sys.stderr)
        return 1
    except (KeyboardInterrupt, asyncio.CancelledError):
        pass
    return 0


async def _to_its_end(holding: Coroutine[None, None, None]) -> None:
    """A terminal that is closed, and `kill`, end it as Ctrl+C does. What is told to outlive a terminal (nohup) does."""
    held = asyncio.ensure_future(holding)
    for how in (signal.SIGHUP, signal.SIGTERM):
        if signal.getsignal(how) == signal.SIG_DFL:
            asyncio.get_running_loop().add_signal_handler(how, held.cancel)
    await held


async def _hold(given: argparse.Namespace) -> None:
    script, speed = script_in(given.language), FAST if given.fast else 1
    await speak("Ada", "Yes.", given.language, 1)  # says so at once where the voices are missing
    async with _server(given.server) as url, demo_circle(url, given.language, given.opening_key) as circle:
        print("\n".join(_lines(circle, script)), flush=True)
        for person in circle.people.values():
            person.captions = _caption
        speaks = partial(speak, language=given.language, speed=speed)
        director = Director(
            circle.people, Turns(script), speaks, speed, presenters_seat=PRESENTERS_SEAT, waits=not given.alone
        )
        await director.play()
    print("The meeting is over. `make demo` begins another.")


def _caption(name: str, sentence: str) -> None:
    """Only what the script says: what persons say is written nowhere."""
    print(fill(f"{name}: {sentence}", 100, initial_indent="    ", subsequent_indent="      "), flush=True)


@asynccontextmanager
async def _server(url: str | None) -> AsyncIterator[str]:
    if url:
        yield url.rstrip("/")
    else:
        async with own_server() as own:
            yield own


def _lines(circle: DemoCircle, script: Script) -> Sequence[str]:
    told = " ".join(line.text for line in script["presentation"] if line.speaker == PRESENTER)
    return (
        "\n  Seven synthetic people are in the circle and wait for you. Open a link, or several of them.\n",
        *(f"    {role:<10} {WHAT[role]}\n               {link}" for role, link in circle.links.items()),
        "\n  The invented case, for the presenter to tell in their own words (and no real one):\n",
        fill(told, 100, initial_indent="    ", subsequent_indent="    "),
        "\n  Where nobody leads, Ada does. What the seven say is written here as they say it. Stop: Ctrl+C\n",
    )


if __name__ == "__main__":
    sys.exit(begin())
