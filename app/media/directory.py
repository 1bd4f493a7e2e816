"""Who is at the other end: connections by the name in their offer, and by the addresses they have proved to be at."""

from typing import Generic, TypeVar

Who = TypeVar("Who")

ADDRESSES_MAX = 8
"""Addresses one connection may hold at once: Wi-Fi, mobile and relay, each old and new, and some to spare."""


class Directory(Generic[Who]):
    """Two tables that never disagree: a dismissed connection has neither name nor address."""

    def __init__(self) -> None:
        self._named: dict[bytes, Who] = {}
        self._at: dict[bytes, Who] = {}
        self._addresses: dict[Who, list[bytes]] = {}

    def __len__(self) -> int:
        return len(self._named)

    @property
    def addresses(self) -> int:
        """How many addresses are known in all."""
        return len(self._at)

    def admit(self, name: bytes, who: Who) -> None:
        """Make a connection known by its name; it has no address yet."""
        self._named[name] = who
        self._addresses[who] = []

    def dismiss(self, name: bytes) -> None:
        """Forget a connection and every address it held."""
        for address in self._addresses.pop(self._named.pop(name)):
            del self._at[address]

    def named(self, name: bytes) -> Who | None:
        """Find a connection by the name in its offer."""
        return self._named.get(name)

    def at(self, address: bytes) -> Who | None:
        """Find the connection that proved to be at an address."""
        return self._at.get(address)

    def bind(self, address: bytes, who: Who, spare: bytes | None) -> None:
        """Put a connection at an address it has just proved; the newest proof wins.

        When it holds too many, its oldest goes, except `spare`, the one in use.
        """
        holder = self._at.get(address)
        if holder is who:
            return
        if holder is not None:
            self._addresses[holder].remove(address)
        held = self._addresses[who]
        if len(held) >= ADDRESSES_MAX:
            oldest = next(old for old in held if old != spare)
            held.remove(oldest)
            del self._at[oldest]
        held.append(address)
        self._at[address] = who
