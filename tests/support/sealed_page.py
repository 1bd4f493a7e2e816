"""What a page of a sealed circle does beside its socket: it introduces itself, hands over its own key, and seals."""

import base64
import secrets
from collections import Counter
from typing import Any

from cryptography.exceptions import InvalidTag

from tests.support.client import Client
from tests.support.page_key import OwnKey, PageKey
from tests.support.sframe import SILENCE, CircleKey, header_of, new_key_id, seal, unseal

COMINGS_MAX = 8
"""So many follow from a key at most while these tests last: one for each who comes."""


class SealedPage:
    """One life of a page, through all its connections. It speaks by the link's key until it has handed over its own."""

    def __init__(self, circle: CircleKey, seat: int) -> None:
        self.circle, self.seat = circle, seat
        private, link_key_id = secrets.token_bytes(32), new_key_id()
        self._pair = PageKey(circle, seat, private)
        self._own = OwnKey(new_key_id() | 1, 1, secrets.token_bytes(32))
        self._link = OwnKey(link_key_id, 0, circle.base(seat, link_key_id))
        self._private, self._sealing = private, self._link
        self._counters = Counter[int]()
        self._handed: set[tuple[int, int]] = set()
        self._page: Client | None = None
        self._opened: dict[tuple[int, int], bytes] = {}
        self._boxes_read = 0

    @property
    def has_handed_over(self) -> bool:
        """Whether its voice is sealed by its own key."""
        return self._sealing is self._own

    @property
    def secrets(self) -> dict[str, bytes]:
        """What pages alone may know."""
        return {"private key": self._private, "own key": self._own.base, "key by the link": self._link.base}

    async def introduces(self, page: Client) -> None:
        """It has come by this connection."""
        self._page, self._boxes_read = page, 0
        await page.send({"type": "introduce", "key": _written(self._pair.public), "proof": _written(self._pair.proof)})

    async def hands_over(self) -> None:
        """Its own key, to whoever has introduced themselves since."""
        assert self._page
        others = [it for it in self._page.keys if it["seat"] != self.seat]
        if new := [it for it in others if (it["seat"], it["mark"]) not in self._handed]:
            await self._page.send({"type": "hand", "boxes": [self._box_for(it) for it in new]})
            self._handed |= {(it["seat"], it["mark"]) for it in new}
            self._sealing = self._own

    def seal(self, frame: bytes) -> bytes:
        key = self._sealing
        self._counters[key.key_id] += 1
        return seal(key.base, key.key_id, self._counters[key.key_id], frame)

    def opens(self, seat: int, payload: bytes) -> bytes:
        """What this page hears of a seat; silence where it cannot."""
        if payload in (b"", SILENCE):
            return payload
        self._read_boxes()
        try:
            return unseal(self._base_of(seat, header_of(payload)[0]), payload)
        except (KeyError, ValueError, InvalidTag):
            return SILENCE

    def _base_of(self, seat: int, key_id: int) -> bytes:
        """Raises KeyError where it has not been handed over."""
        if not key_id & 1:
            self._opened.setdefault((seat, key_id), self.circle.base(seat, key_id))
        return self._opened[seat, key_id]

    def _box_for(self, other: dict[str, Any]) -> dict[str, Any]:
        box = self._pair.box_for(other["seat"], _read(other["key"]), self._own, secrets.token_bytes(12))
        return {"seat": other["seat"], "box": _written(box)}

    def _read_boxes(self) -> None:
        assert self._page
        publics = {it["seat"]: _read(it["key"]) for it in self._page.keys}
        for handed in self._page.handed[self._boxes_read :]:
            if (seat := handed["seat"]) in publics:
                key = self._pair.opens(seat, publics[seat], _read(handed["box"]))
                assert key, "a box that is not for this page"
                for _ in range(COMINGS_MAX):
                    self._opened[seat, key.key_id] = key.base
                    key = key.next
        self._boxes_read = len(self._page.handed)


def _written(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _read(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
