"""Which transport a datagram is for: by the name in a check, by the address, or by the check it answers."""

from collections.abc import Mapping
from typing import Generic, TypeVar

Who = TypeVar("Who")


class DemuxTable(Generic[Who]):
    """The tables by which the server finds a transport; a removed transport is in none of them.

    The three mappings are for reading only.
    """

    def __init__(self) -> None:
        self._ufrags: dict[bytes, Who] = {}
        self._addresses: dict[bytes, Who] = {}
        self._transactions: dict[bytes, Who] = {}
        self._proved: set[bytes] = set()
        self.by_ufrag: Mapping[bytes, Who] = self._ufrags
        """By the server's ICE name fragment, which is in the offer and in every check."""

        self.by_address: Mapping[bytes, Who] = self._addresses
        """By the address, as `address.pack_address` writes it, that datagrams of the transport come from."""

        self.by_transaction: Mapping[bytes, Who] = self._transactions
        """By the STUN transaction of a check of ours that waits for its answer."""

    def __len__(self) -> int:
        return len(self._ufrags)

    def add(self, ufrag: bytes, who: Who) -> None:
        """Add a transport; it has no address yet."""
        self._ufrags[ufrag] = who

    def remove(self, ufrag: bytes) -> None:
        """Remove a transport that has released its addresses and waits for no answer."""
        del self._ufrags[ufrag]

    def bind(self, address: bytes, who: Who, *, proved: bool) -> None:
        """Give an address to a transport: the newest check has it, until somebody has answered from there.

        `proved` means that the transport's browser has just answered from there. A check may be forged, so it takes
        nothing from a transport that has answered; only another answer does, as when two people behind one router get
        the same port after each other.
        """
        if proved:
            self._proved.add(address)
        elif address in self._proved:
            return
        self._addresses[address] = who

    def release(self, address: bytes, who: Who) -> None:
        """Give up an address, if it is still this transport's."""
        if self._addresses.get(address) is who:
            del self._addresses[address]
            self._proved.discard(address)

    def add_transaction(self, transaction: bytes, who: Who) -> None:
        """Remember that a transport waits for the answer to a check of ours."""
        self._transactions[transaction] = who

    def remove_transaction(self, transaction: bytes) -> None:
        """Forget a transaction that has been added."""
        del self._transactions[transaction]
