"""Every byte that reaches a member's wire over a whole meeting, searched for what is the leaders' own."""

import asyncio
import json
from pathlib import Path

from app.circle.cards import Card, Signal
from tests.support.client import Client
from tests.support.person import seated
from tests.support.scene import FINN, FRIDA, MAX, MIA, OLGA, PIET
from tests.support.server import running

LEADERS_WORDS = [
    *(f'"{signal}"' for signal in Signal),
    *(f'"{card}"' for card in Card if card not in {"closing"}),  # a phase has that name too
    '"keeper"', '"signals"', '"cue"', '"over_minutes"', '"behind_minutes"', '"take_minutes"', '"hints"',
    '"not_heard_yet"', '"lost_long"', '"without_sound"', '"declined"',
    '"at_door"', '"knocks"', '"record"', '"attendance"', '"came_ms"', '"present_ms"', '"standing"', '"next_time"',
]  # fmt: skip


def test_no_byte_of_the_leaders_reaches_anybody_else(tmp_path: Path) -> None:
    """L1, C2, O2, W2: through a meeting in which the leaders use everything they have."""

    async def run() -> None:
        async with running(tmp_path) as server, seated(server) as circle:
            pages = {seat: person.page for seat, person in circle.people.items()}
            frida, finn, piet = pages[FRIDA], pages[FINN], pages[PIET]
            await circle.until("call_for_case")
            await circle.piet_presents()
            await leaders_think(frida, finn)
            await circle.until("reflection")
            quiet = await settled(pages[MAX], frida)
            await leaders_think(frida, finn)
            assert await piet.ask("need_pause") is None
            await frida.until(lambda: frida.view["leading"]["pause_needed"])
            assert await frida.ask("answer_pause") is None
            assert await settled(pages[MAX], frida) == quiet, "a leaders' matter moved a member's wire"
            assert await frida.ask("end_case") is None
            await circle.until("lingering")
            assert await finn.ask("enter_debrief") is None
            for seat in (MIA, MAX, OLGA):
                assert_nothing_of_the_leaders(pages[seat])
            assert any('"advice_creeping_in"' in text for text in frida.heard_texts)

    asyncio.run(run())


async def leaders_think(frida: Client, finn: Client) -> None:
    """Signals, the clock, the hint, the door: all that only leaders see."""
    for signal in Signal:
        await finn.send({"type": "ask", "id": 0, "command": {"type": "give_signal", "signal": signal}})
        await frida.until(lambda signal=signal: signal in str(frida.view["leading"]["signals"]))
        await asyncio.sleep(0.1)  # no faster than a page may speak
    keeper = frida.view["leading"]["keeper"]
    assert await frida.ask("hand_clock", seat=FRIDA if keeper == FINN else FINN) is None
    assert await frida.ask("switch_hint", on=not frida.view["leading"]["hints"]) is None
    assert await frida.ask("open_door" if frida.view["leading"]["door_closed"] else "close_door") is None


async def settled(page: Client, frida: Client) -> int:
    """How many messages have come here, once everything earlier has certainly arrived."""
    await page.send({"type": "ping", "sent_ms": 1})
    pongs = len(page.pongs)
    await page.until(lambda: len(page.pongs) > pongs)
    return len([text for text in page.heard_texts if json.loads(text)["type"] != "pong"])


def assert_nothing_of_the_leaders(page: Client) -> None:
    assert page.heard_texts
    for text in page.heard_texts:
        message = json.loads(text)
        assert message.get("leading") is None
        assert [word for word in LEADERS_WORDS if word in text] == []
