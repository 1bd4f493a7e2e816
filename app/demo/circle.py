"""The demonstration's circle: seven seats for synthetic people, four for whoever tries it, and what each link is."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from app.client.client import joined
from app.client.link import create_circle
from app.client.sound import PeerSound
from app.demo.person import SyntheticPerson
from app.words.languages import ENGLISH, spoken, words_in
from app.words.words import DemoWords

LEADERS_SEAT, MEMBERS_SEAT, PRESENTERS_SEAT, OBSERVERS_SEAT = 1, 9, 10, 11
SEATS = {"Ada": 2, "Jonas": 3, "Mira": 4, "Tom": 5, "Leyla": 6, "Hanna": 7, "Paul": 8}
"""Of the seven."""

YOURS = {"leader": LEADERS_SEAT, "member": MEMBERS_SEAT, "presenter": PRESENTERS_SEAT, "observer": OBSERVERS_SEAT}


def words_of(language: str) -> DemoWords:
    """What it says of itself in this language, one of `LANGUAGES`."""
    return words_in(spoken(language) or ENGLISH).demo


@dataclass(frozen=True)
class DemoCircle:
    """A circle with the seven in it. `links` are the persons', by what they sit in it as."""

    links: dict[str, str]
    people: dict[str, SyntheticPerson]


@asynccontextmanager
async def demo_circle(server: str, language: str, opening_key: str = "") -> AsyncIterator[DemoCircle]:
    """Open a circle and let the seven take their seats. Raises as `create_circle` and `joined` do."""
    words = words_of(language)
    wishes: dict[str, Any] = {
        "title": words.title,
        "seats": len(SEATS) + len(YOURS),
        "facilitators": 2,
        "observers": 1,
        "frame": {"sentence": words.sentence},
    }
    created = await create_circle(server, wishes, opening_key)
    links = {invitation["seat"]: invitation["link"] for invitation in created["invitations"]}
    async with AsyncExitStack() as opened:
        people = {}
        for name, seat in SEATS.items():
            sound = PeerSound()
            client = await opened.enter_async_context(joined(links[seat], f"{name} ({words.synthetic})", sound))
            people[name] = SyntheticPerson(name, client, sound)
        for person in people.values():
            await person.client.until(lambda own=person: own.view["you"]["sound"] == "connected")  # type: ignore[misc]
            await person.opens_microphone()
        yield DemoCircle({role: links[seat] for role, seat in YOURS.items()}, people)
