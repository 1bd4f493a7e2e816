"""Who is at the other end: transports by the name in their offer, by their addresses, and by what they were asked."""

from typing import Generic, TypeVar

Who = TypeVar("Who")


class DemuxTable(Generic[Who]):
    """Tables that never disagree: a dismissed transport is in none of them."""

    def __init__(self) -> None:
        self._named: dict[bytes, Who] = {}
        self._at: dict[bytes, Who] = {}
        self._proved: set[bytes] = set()
        self._asked: dict[bytes, Who] = {}

    def __len__(self) -> int:
        return len(self._named)

    @property
    def addresses(self) -> int:
        """How many addresses are known in all."""
        return len(self._at)

    def add(self, name: bytes, who: Who) -> None:
        """Make a transport known by its name; it has no address yet."""
        self._named[name] = who

    def remove(self, name: bytes) -> None:
        """Forget a transport that has released its addresses and waits for no answer."""
        del self._named[name]

    def by_ufrag(self, name: bytes) -> Who | None:
        """Find a transport by the name in its offer."""
        return self._named.get(name)

    def by_address(self, address: bytes) -> Who | None:
        """Find the transport that whatever comes from an address belongs to."""
        return self._at.get(address)

    def bind(self, address: bytes, who: Who, *, proved: bool) -> None:
        """Give an address to a transport: the newest check has it, until somebody has answered from there.

        A check may be forged, so it takes nothing from whoever has answered; only another answer does, as when two
        people behind one router get the same port after each other.
        """
        if proved:
            self._proved.add(address)
        elif address in self._proved:
            return
        self._at[address] = who

    def release(self, address: bytes, who: Who) -> None:
        """Give up an address, if it is still this transport's."""
        if self._at.get(address) is who:
            del self._at[address]
            self._proved.discard(address)

    def add_transaction(self, transaction: bytes, who: Who) -> None:
        """Note that a transport waits for the answer to a question."""
        self._asked[transaction] = who

    def by_transaction(self, transaction: bytes) -> Who | None:
        """Find the transport that waits for an answer."""
        return self._asked.get(transaction)

    def remove_transaction(self, transaction: bytes) -> None:
        """Forget a question."""
        del self._asked[transaction]
