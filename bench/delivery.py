"""What somebody says in a meeting, and whether it comes to everybody it is for and to nobody else."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from bench.member import Member
from bench.page_member import PageMember
from bench.sitting_back import Seated

ARRIVES_S = 1.0
"""After so long whatever was said has come to wherever it comes."""


@dataclass
class Kept:
    """What was promised, and what became of it."""

    said: int = 0
    """Packets of voice, once for each peer that was to hear them."""
    missed: int = 0
    """Of these, those that did not come."""
    after_gate: int = 0
    """Packets of somebody silenced that came to anybody."""
    tried: int = 0
    """Packets somebody silenced has sent."""
    sat_back: int = 0
    page_spoke: int = 0
    page_packets: int = 0
    """Packets of the page's own voice at that peer that got the fewest."""
    troubles: list[str] = field(default_factory=list)
    """What went wrong beside the sound."""


class Delivery:
    """Lets people speak, one at a time, and counts at all others what came."""

    def __init__(self, people: dict[int, Seated], page: PageMember, kept: Kept) -> None:
        self._members = {seat: cast(Member, person.caller) for seat, person in people.items()}
        self._page = page
        self._kept = kept

    @property
    def members(self) -> Sequence[Member]:
        """Those without a browser."""
        return list(self._members.values())

    async def heard(self, seat: int, seconds: float) -> None:
        """Somebody speaks who may be heard."""
        sent, came = await self._said(seat, seconds)
        self._kept.said += sent * len(came)
        self._kept.missed += sum(sent - each for each in came)

    async def silenced(self, seat: int, seconds: float) -> None:
        """Somebody speaks who may not be heard."""
        sent, came = await self._said(seat, seconds)
        self._kept.tried += sent
        self._kept.after_gate += sum(came)

    async def by_page(self, seconds: float) -> None:
        """The page speaks."""
        before = self._packets_of_page()
        await self._page.speaks(seconds)
        await asyncio.sleep(ARRIVES_S)
        self._kept.page_spoke += 1
        self._kept.page_packets += min(now - then for now, then in zip(self._packets_of_page(), before, strict=True))

    async def _said(self, seat: int, seconds: float) -> tuple[int, list[int]]:
        """How many packets somebody sent, and how many of them came to each of the others."""
        own = self._members[seat]
        others = [member for member in self.members if member is not own]
        before = [other.voice[seat] for other in others]
        sent = await own.say(seconds)
        await asyncio.sleep(ARRIVES_S)
        return sent, [other.voice[seat] - then for other, then in zip(others, before, strict=True)]

    def _packets_of_page(self) -> list[int]:
        return [member.streams[self._page.seat].packets for member in self.members]
