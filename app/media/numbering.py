"""The sequence numbers under which each listener receives a voice, so that roll-over counters never disagree.

An SRTP packet carries the last 16 bits of its number. How often these have rolled over each end counts for itself, from
nought at the first packet it sees (RFC 3711, section 3.3.1). Whoever misses every packet before a roll-over, or half of
all numbers in a row, can decrypt nothing of that voice any more. So each listener has a count of its own: it begins
low, goes on only by what is sent to this listener, and lasts as long as the keys.
"""

from collections import defaultdict
from collections.abc import Iterable
from weakref import WeakKeyDictionary

from app.media.send_batch import Listener
from app.media.srtp import Pointer

STEP = 16384
"""A count begins where the seat's own number is above the last multiple of this. So all who come within the same few
minutes share their numbers, and before the first roll-over there are three times as many to be heard."""

ListenerGroup = tuple[int, tuple[Listener, ...]]
"""Listeners with the same numbers: how far these are below the seat's own, and the listeners."""


class Numbering:
    """The listeners of one seat's voice, grouped by their numbers."""

    def __init__(self) -> None:
        self.groups: tuple[ListenerGroup, ...] = ()
        """Those who receive the voice now."""

        self._offsets: dict[Pointer, int] = {}
        self._reached: WeakKeyDictionary[Pointer, int] = WeakKeyDictionary()
        """The newest number of those who received the voice before: none is ever used twice under the same keys."""

    def change(self, listeners: Iterable[Listener], newest: int) -> None:
        """Let exactly these listeners receive what comes after the seat's own number `newest`.

        Nothing up to that number may be sent any more, or a count could give one of its numbers twice.
        """
        self._reached.update({context: newest - offset for context, offset in self._offsets.items()})
        self._offsets = {}
        groups: dict[int, list[Listener]] = defaultdict(list)
        for listener in listeners:
            context = listener[0]
            offset = newest - self._reached.pop(context, newest % STEP)
            self._offsets[context] = offset
            groups[offset].append(listener)
        self.groups = tuple((offset, tuple(group)) for offset, group in groups.items())

    def move(self, moved: Listener) -> None:
        """Let the voice go to another address of a listener, if they receive it. Everybody's numbers stay."""
        self.groups = tuple(
            (offset, tuple(moved if listener[0] is moved[0] else listener for listener in group))
            for offset, group in self.groups
        )

    def leave(self, gone: Pointer) -> None:
        """Let a listener whose keys are gone receive nothing more. Everybody else's numbers stay."""
        self._offsets.pop(gone, None)
        stay = ((offset, tuple(other for other in group if other[0] is not gone)) for offset, group in self.groups)
        self.groups = tuple((offset, group) for offset, group in stay if group)

    def offset(self, context: Pointer) -> int | None:
        """How far the numbers of a listener are below the seat's own; `None` for who does not receive the voice."""
        return self._offsets.get(context)
