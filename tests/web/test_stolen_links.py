"""Attacks with somebody else's link, over real sockets: nobody is heard, seated or shown anything by having it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.circle import transient
from app.live.seat_bounds import ENTRY_PACE
from app.web.closing import CloseCode
from tests.support.client import Client, client
from tests.support.scene import FINN, FRIDA, MAX, MIA, NAMES, PIET
from tests.support.server import Server, running

WAITS_MS = 300


class Table:
    """A circle, and whoever comes to it."""

    def __init__(self, server: Server, tokens: list[str], opened: AsyncExitStack) -> None:
        self.server, self.tokens, self._opened = server, tokens, opened

    async def page(self) -> Client:
        return await self._opened.enter_async_context(client(self.server.socket_url))

    async def comes(self, seat: int, name: str | None = None) -> Client:
        """By the link, under this name or the seat's own."""
        return await (await self.page()).enter(self.tokens[seat - 1], name or NAMES[seat])

    async def resumes(self, page: Client, *, by_itself: bool = False) -> Client:
        """By the token that this page was given; with its line, where the page comes by itself."""
        again = await self.page()
        line = {"line": page.offer["line"]} if by_itself else {}
        await again.send({"type": "enter", "token": page.offer["resume"]} | line)
        return again


def seat_in(page: Client, seat: int) -> dict[str, Any]:
    return next(found for found in page.view["seats"] if found["number"] == seat)


def at_door(page: Client) -> list[str]:
    return [door["name"] for door in page.view["leading"]["at_door"] if door["knocks"]]


async def says(page: Client, kind: str, **fields: Any) -> None:
    """Ask for what may end one's own connection, so that no answer is to be waited for."""
    await page.send({"type": "ask", "id": 99, "command": {"type": kind, **fields}})


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Table], Awaitable[None]]], None]:
    monkeypatch.setattr(transient, "CLAIM_WAITS_MS", WAITS_MS)

    @asynccontextmanager
    async def table() -> AsyncIterator[Table]:
        async with running(tmp_path) as server, AsyncExitStack() as opened:
            yield Table(server, await server.open_circle(), opened)

    def played(play: Callable[[Table], Awaitable[None]]) -> None:
        async def run() -> None:
            async with asyncio.timeout(30), table() as circle:
                await play(circle)

        asyncio.run(run())

    return played


Play = Callable[[Callable[[Table], Awaitable[None]]], None]


def test_another_name_takes_no_seat_past_a_closed_door(play: Play) -> None:
    """D3, D7: whether its person is there, is lost or has left."""

    async def attack(table: Table) -> None:
        frida, mia = await table.comes(FRIDA), await table.comes(MIA)
        assert await mia.ask("open_microphone") is None
        assert await frida.ask("close_door") is None
        mallory = await table.comes(MIA, "Mallory")
        assert (mallory.waiting["asks"], mallory.offer, mallory.view) == ("yourself", {}, {})
        await frida.until(lambda: at_door(frida) == ["Mallory"])
        assert (seat_in(frida, MIA)["name"], seat_in(frida, MIA)["presence"]) == ("Mia", "here")
        assert mia.view["you"]["microphone_open"]
        await mia.hang_up()
        await frida.until(lambda: seat_in(frida, MIA)["presence"] == "coming_back")
        assert mallory.waiting["asks"] == "leaders"
        again = await (await table.resumes(mia)).until(lambda: True)
        await again.until(lambda: again.view)
        await says(again, "leave")
        assert await again.closed() == CloseCode.GOODBYE
        await frida.until(lambda: seat_in(frida, MIA)["presence"] == "left")
        assert (seat_in(frida, MIA)["name"], mallory.offer, mallory.view) == ("Mia", {}, {})

    play(attack)


def test_who_waits_can_ask_for_nothing_and_answer_nothing(play: Play) -> None:
    """D7: least of all the question that is about them."""

    async def attack(table: Table) -> None:
        frida, mia = await table.comes(FRIDA), await table.comes(MIA)
        mallory = await table.comes(MIA, "Mallory")
        for number, kind in enumerate(("allow_other_device", "open_microphone", "leave", "offer_case")):
            await mallory.send({"type": "ask", "id": number, "command": {"type": kind}})
        await mallory.until(lambda: len(mallory.refusals) == 4)
        assert set(mallory.refusals.values()) == {"not_here"}
        assert seat_in(frida, MIA)["presence"] == "here"
        assert mia.view["you"]["other_device"] == "Mallory"
        await mallory.send({"type": "answer", "sdp": mia.offer["sdp"]})
        assert await mallory.closed() == CloseCode.BAD_MESSAGE
        await mia.until(lambda: mia.view["you"]["other_device"] is None)

    play(attack)


def test_no_it_is_not_me(play: Play) -> None:
    """D7: the stranger is sent away for good, and the leaders see whose link is in other hands."""

    async def attack(table: Table) -> None:
        frida, mia = await table.comes(FRIDA), await table.comes(MIA)
        mallory = await table.comes(MIA)
        await mia.until(lambda: mia.view["you"]["other_device"] == "Mia")
        assert await mia.ask("refuse_other_device") is None
        assert await mallory.closed() == CloseCode.NOT_ADMITTED
        await frida.until(lambda: frida.view["leading"]["links_doubted"] == [MIA])
        assert "links_doubted" not in "".join(mia.heard_texts)
        again = await table.comes(MIA)
        assert again.waiting["asks"] == "leaders"
        assert mia.view["you"]["other_device"] is None
        assert await frida.ask("end_invitation", seat=MIA) is None
        assert await mia.closed() == await again.closed() == CloseCode.UNINVITED

    play(attack)


def test_yes_it_is_me_moves_the_seat_and_the_older_page_may_take_it_back(play: Play) -> None:
    """D7, S3"""

    async def attack(table: Table) -> None:
        frida, mia = await table.comes(FRIDA), await table.comes(MIA)
        phone = await table.comes(MIA, "Mia's phone")
        await mia.until(lambda: mia.view["you"]["other_device"])
        await says(mia, "allow_other_device")
        assert await mia.closed() == CloseCode.REPLACED
        await phone.until(lambda: phone.view)
        assert (phone.view["you"]["voice"], seat_in(frida, MIA)["name"]) == ("closed_by_person", "Mia")
        for _ in range(2):
            assert await (await table.resumes(mia, by_itself=True)).closed() == CloseCode.REPLACED
        again = await table.resumes(mia)
        assert await phone.closed() == CloseCode.REPLACED
        await again.until(lambda: again.view)

    play(attack)


def test_the_token_of_a_person_who_was_replaced_opens_nothing(play: Play) -> None:
    """S3, D9: while another sits there, and once they have gone."""

    async def attack(table: Table) -> None:
        frida, mia = await table.comes(FRIDA), await table.comes(MIA)
        maxine = await table.comes(MIA, "Maxine")
        await frida.until(lambda: at_door(frida) == ["Maxine"])
        assert await frida.ask("admit", seat=MIA) is None
        assert await mia.closed() == CloseCode.REPLACED
        await maxine.until(lambda: maxine.view)
        assert (seat_in(frida, MIA)["name"], seat_in(frida, MIA)["formerly"]) == ("Maxine", "Mia")
        assert await (await table.resumes(mia)).closed() == CloseCode.NAME_NEEDED
        await maxine.hang_up()
        assert await (await table.resumes(mia)).closed() == CloseCode.NAME_NEEDED
        again = await table.resumes(maxine)
        await again.until(lambda: again.view)

    play(attack)


def test_one_waits_at_a_time_and_their_name_cannot_be_swapped(play: Play) -> None:
    """D7: a leader lets in whom they have seen."""

    async def attack(table: Table) -> None:
        frida, _ = await table.comes(FRIDA), await table.comes(MIA)
        first = await table.comes(MIA)
        swapped = await table.page()
        await swapped.send({"type": "enter", "token": table.tokens[MIA - 1], "name": "Mallory"})
        assert await swapped.closed() == CloseCode.BUSY
        await frida.until(lambda: at_door(frida) == ["Mia"])
        newer = await table.comes(MIA)
        assert await first.closed() == CloseCode.REPLACED
        assert at_door(frida) == ["Mia"]
        await newer.hang_up()
        await frida.until(lambda: at_door(frida) == [])
        assert await frida.refused("admit", seat=MIA) == "stale"

    play(attack)


def test_a_seat_entered_again_and_again_is_slowed_and_disturbs_nobody(play: Play) -> None:
    """W3: by the link, and by a page's own token; a link in other hands keeps no page from its seat."""

    async def attack(table: Table) -> None:
        frida, mia, max_ = await table.comes(FRIDA), await table.comes(MIA), await table.comes(MAX)
        await frida.until(lambda: len(frida.view["seats"]) == 3)
        seen = max_.view["version"]
        codes = []
        for _ in range(3 * ENTRY_PACE.at_once):
            mallory = await table.page()
            await mallory.send({"type": "enter", "token": table.tokens[MIA - 1], "name": "Mallory"})
            await asyncio.wait_for(mallory.until(lambda m=mallory: m.waiting or m.close_code), 5)
            codes.append(mallory.close_code)
        assert codes.count(CloseCode.BUSY) >= 2 * ENTRY_PACE.at_once - 4
        assert max_.view["version"] == seen
        again = await table.resumes(mia)
        await again.until(lambda: again.view)
        entries = 0
        for _ in range(3 * ENTRY_PACE.at_once):
            newer = await table.resumes(again)
            await newer.until(lambda n=newer: n.view or n.close_code)
            entries += bool(newer.view)
        assert entries <= ENTRY_PACE.at_once + 2

    play(attack)


def test_a_token_or_a_link_that_has_ended_keeps_nobody_from_the_seat(play: Play) -> None:
    """W3, S3, D9: whoever had the seat before tries again and again, and whose it is comes back all the same."""

    async def attack(table: Table) -> None:
        frida, mia = await table.comes(FRIDA), await table.comes(MIA)
        maxine = await table.comes(MIA, "Maxine")
        await frida.until(lambda: at_door(frida) == ["Maxine"])
        assert await frida.ask("admit", seat=MIA) is None
        await maxine.until(lambda: maxine.view)
        for _ in range(ENTRY_PACE.at_once + 1):
            await (await table.resumes(mia)).closed()
        again = await table.resumes(maxine)
        await again.until(lambda: again.view)

        ended = table.tokens[MAX - 1]
        circle = table.server.services.invites.read(ended).circle
        table.tokens[MAX - 1] = table.server.services.invites.invitation(circle, MAX, 1)
        await (await table.comes(MAX)).hang_up()
        for _ in range(ENTRY_PACE.at_once + 1):
            mallory = await table.page()
            await mallory.send({"type": "enter", "token": ended, "name": "Mallory"})
            await mallory.closed()
        max_ = await table.comes(MAX)
        await max_.until(lambda: max_.view)

    play(attack)


def test_a_facilitator_alone_comes_in_on_another_device(play: Play) -> None:
    """D8: a forgotten computer at home keeps nobody out; a stranger's name it does."""

    async def attack(table: Table) -> None:
        frida, mia = await table.comes(FRIDA), await table.comes(MIA)
        mallory = await table.comes(FRIDA, "Mallory")
        await asyncio.sleep(3 * WAITS_MS / 1000)
        assert not mallory.view
        assert await frida.ask("turn_away", seat=FRIDA) is None
        assert await mallory.closed() == CloseCode.NOT_ADMITTED
        telephone = await table.comes(FRIDA)
        await telephone.until(lambda: telephone.view)
        assert await frida.closed() == CloseCode.REPLACED
        assert seat_in(mia, FRIDA)["formerly"] is None

    play(attack)


def test_an_answer_and_a_loss_at_once_leave_one_person_on_the_seat(play: Play) -> None:
    """D7: whichever comes first, and whether or not who waited has gone meanwhile."""

    async def attack(table: Table) -> None:
        frida = await table.comes(FRIDA)
        await table.comes(FINN)
        for seat, goes in ((MIA, "lost"), (MAX, "left"), (PIET, "gone")):
            person = await table.comes(seat)
            claimant = await table.comes(seat)
            await person.until(lambda p=person: p.view["you"]["other_device"])
            if goes == "gone":
                await asyncio.gather(says(person, "allow_other_device"), claimant.hang_up())
                await frida.until(lambda s=seat: seat_in(frida, s)["presence"] in {"here", "coming_back"})
                continue
            answers = (says(person, "allow_other_device"), frida.ask("admit", seat=seat))
            await asyncio.gather(*answers, person.hang_up() if goes == "lost" else says(person, "leave"))
            await claimant.until(lambda c=claimant: c.view)
            assert [s["number"] for s in frida.view["seats"]].count(seat) == 1
            assert claimant.close_code is None

    play(attack)


def test_who_waited_when_the_server_stopped_waits_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """S4, D7: nothing of it was kept; the person's own page comes back, and is asked anew."""
    monkeypatch.setattr(transient, "CLAIM_WAITS_MS", WAITS_MS)

    async def before() -> tuple[list[str], str]:
        async with running(tmp_path) as server, AsyncExitStack() as opened:
            table = Table(server, await server.open_circle(), opened)
            await table.comes(FRIDA)
            mia, mallory = await table.comes(MIA), await table.comes(MIA, "Mallory")
            assert mallory.waiting
            return table.tokens, mia.offer["resume"]

    async def after(tokens: list[str], resume: str) -> None:
        async with running(tmp_path) as server, AsyncExitStack() as opened:
            table = Table(server, tokens, opened)
            mallory = await table.comes(MIA, "Mallory")
            assert (mallory.waiting["asks"], mallory.view) == ("leaders", {})
            mia = await (await table.page()).enter(resume, None)
            await mia.until(lambda: mia.view["you"]["other_device"] == "Mallory")
            assert await mia.ask("refuse_other_device") is None
            assert await mallory.closed() == CloseCode.NOT_ADMITTED

    asyncio.run(after(*asyncio.run(before())))
