"""The disobedient client: no browser, no manners, packets of its own.

Through a whole server it tries every way to be heard where it may not. Listeners count packets: exactly zero.
"""

import asyncio
import secrets
from pathlib import Path

import pytest

from tests.support.peer import Peer, until
from tests.support.person import Circle, Person, seated
from tests.support.scene import FRIDA, MIA, OLGA, PIET
from tests.support.server import running

SPURT = 10

CLOSED = [
    ("presentation", MIA),
    ("sit_back", PIET),
    ("reflection", PIET),
    ("gathering", OLGA),
    ("reflection", OLGA),
]


@pytest.mark.parametrize(("phase", "who"), CLOSED)
def test_nothing_a_silenced_person_sends_reaches_anybody(tmp_path: Path, phase: str, who: int) -> None:
    """H1, H2, H6, H7"""

    async def run() -> None:
        async with asyncio.timeout(60), running(tmp_path) as server, seated(server) as circle:
            heard_before = await come_to(circle, phase, who)
            rebel = circle.people[who]
            for trick in TRICKS:
                rebel = await trick(circle, rebel)
                await settled(circle)
                assert heard(circle, who) == heard_before, trick.__name__
            assert circle.people[FRIDA].page.view["phase"] == phase

    asyncio.run(run())


def test_the_return_opens_no_microphone_and_lets_nothing_older_pass(tmp_path: Path) -> None:
    """M3: what was said before the presenter's own hand opened the switch is never heard, what is said after is."""

    async def run() -> None:
        async with running(tmp_path) as server, seated(server) as circle:
            before = await come_to(circle, "reflection", PIET)
            piet = circle.people[PIET]
            piet.peer.speak(SPURT, b"\xf8in the reflection")
            await settled(circle)
            await circle.until("presenter_returns")
            piet.peer.speak(SPURT, b"\xf8before the hand")
            await settled(circle)
            assert heard(circle, PIET) == before
            withheld = list(piet.peer.sent)
            assert await piet.page.ask("open_microphone") is None
            for datagram in withheld[-2 * SPURT :]:
                piet.peer.transmit(datagram)
            piet.peer.speak(SPURT, b"\xf8after the hand")
            mia = circle.people[MIA]
            await until(lambda: mia.count_from(PIET) >= before[MIA] + SPURT)
            await settled(circle)
            new = [packet.payload for packet in mia.peer.heard[PIET] if packet.payload[:1] == b"\xf8"][before[MIA] :]
            assert {payload for payload in new if payload != b"\xf8\xff\xfe"} == {b"\xf8after the hand"}

    asyncio.run(run())


async def come_to(circle: Circle, phase: str, who: int) -> dict[int, int]:
    """Bring the meeting to this phase, the rebel having been heard where that was allowed; what each has heard."""
    if who != OLGA:
        for other in set(circle.people) - {who, OLGA}:
            circle.people[other].peer.speak(1)
        circle.people[who].peer.speak(SPURT)
        await until(lambda: all(p.count_from(who) == SPURT for s, p in circle.people.items() if s != who))
    if phase != "gathering":
        await circle.piet_presents()
        await circle.until(phase)
    await settled(circle)
    return heard(circle, who)


def heard(circle: Circle, who: int) -> dict[int, int]:
    """How many of this person's voice packets each of the others has received."""
    return {seat: person.count_from(who) for seat, person in circle.people.items() if seat != who}


async def settled(circle: Circle) -> None:
    """Wait until everything sent so far has certainly been dealt with: a later voice has made its way to everybody."""
    witness = circle.people[FRIDA]
    others = [person for seat, person in circle.people.items() if seat != FRIDA]
    before = [person.count_from(FRIDA) for person in others]
    while not all(person.count_from(FRIDA) > n for person, n in zip(others, before, strict=True)):
        witness.peer.speak(1)  # again and again: one may be lost on a line that is just moving
        await asyncio.sleep(0.01)


async def keeps_sending(_: Circle, rebel: Person) -> Person:
    rebel.peer.speak(SPURT)
    return rebel


async def changes_its_source(_: Circle, rebel: Person) -> Person:
    for _ in range(SPURT):
        rebel.peer.send(ssrc=secrets.randbits(32), sequence=secrets.randbits(16))
    return rebel


async def takes_anothers_source(circle: Circle, rebel: Person) -> Person:
    for ssrc in rebel.peer.seats:
        rebel.peer.send(ssrc=ssrc)
    rebel.peer.send(ssrc=circle.people[FRIDA].peer.ssrc)
    return rebel


async def changes_its_payload_type(_: Circle, rebel: Person) -> Person:
    for payload_type in (0, 8, 9, 13, 63, 96, 110, 112, 126):
        rebel.peer.send(payload_type=payload_type)
    return rebel


async def replays_what_was_once_allowed(_: Circle, rebel: Person) -> Person:
    for datagram in list(rebel.peer.sent):
        rebel.peer.transmit(datagram)
    return rebel


async def moves_to_another_address(_: Circle, rebel: Person) -> Person:
    rebel.peer.move()
    rebel.peer.check()
    rebel.peer.speak(SPURT)
    return rebel


async def sends_from_another_seats_address(circle: Circle, rebel: Person) -> Person:
    other = circle.people[OLGA if rebel.seat != OLGA else MIA].peer
    rebel.peer.speak(SPURT)
    for datagram in rebel.peer.sent[-SPURT:]:
        other.transmit(datagram)
    return rebel


async def asks_for_what_is_not_its_to_have(_: Circle, rebel: Person) -> Person:
    for kind, fields in [
        ("open_microphone", {}),
        ("lift_silence", {"seat": rebel.seat}),
        ("next_step", {}),
        ("skip_to", {"step": 8}),
        ("name_presenter", {"seat": FRIDA}),
        ("withdraw_offer", {}),
    ]:
        await rebel.page.ask(kind, **fields)
    rebel.peer.speak(SPURT)
    return rebel


async def comes_back_on_a_new_line(circle: Circle, rebel: Person) -> Person:
    await rebel.page.hang_up()
    again = await circle.enters(rebel.page.offer["resume"], None)
    again.peer.speak(SPURT)
    return again


async def opens_a_second_connection(circle: Circle, rebel: Person) -> Person:
    second = await circle.enters(rebel.page.offer["resume"], None)
    rebel.peer.speak(SPURT)
    second.peer.speak(SPURT)
    return second


async def enters_again_by_the_same_link(circle: Circle, rebel: Person) -> Person:
    entering = asyncio.ensure_future(circle.enters(circle.tokens[rebel.seat - 1], "A Colleague"))
    await rebel.page.until(lambda: rebel.page.view["you"]["other_device"] == "A Colleague")
    rebel.peer.speak(SPURT)
    await rebel.page.send({"type": "ask", "id": 1000, "command": {"type": "allow_other_device"}})
    again = await entering
    assert again.seat == rebel.seat
    again.peer.speak(SPURT)
    return again


async def opens_its_switch_and_speaks(_: Circle, rebel: Person) -> Person:
    await rebel.page.ask("open_microphone")
    rebel.peer.speak(SPURT)
    return rebel


async def brings_a_second_peer_without_a_seat(_: Circle, rebel: Person) -> Person:
    stranger = Peer(rebel.page.offer["sdp"])
    stranger.check()
    stranger.transmit(rebel.peer.sent[-1] if rebel.peer.sent else b"\x80\x6f" + bytes(40))
    await stranger.leave()
    return rebel


TRICKS = [
    keeps_sending,
    changes_its_source,
    takes_anothers_source,
    changes_its_payload_type,
    replays_what_was_once_allowed,
    moves_to_another_address,
    sends_from_another_seats_address,
    asks_for_what_is_not_its_to_have,
    comes_back_on_a_new_line,
    opens_its_switch_and_speaks,
    opens_a_second_connection,
    enters_again_by_the_same_link,
    opens_its_switch_and_speaks,
    brings_a_second_peer_without_a_seat,
    keeps_sending,
]
