"""Which address of one browser its sound goes to. Pure; time is an argument, in seconds.

An authentic check shows that somebody knows the password, not where they are: its source may be forged. Only an answer
to our own check (RFC 7675), whose transaction went to that address alone, proves that the browser is there. So answers
decide whether an address may be sent to, and for how long; nominations and media only decide which is preferred, and
only once the address has answered after them. Before its first answer an address gets no more bytes than came from it.
"""

from collections.abc import Iterator
from itertools import count
from math import inf

CONSENT_S = 30.0
"""For how long an answer lets us send (RFC 7675, section 5.1); also how long an address may be without a check."""

LIVE_S = 2.5
"""For how long after its last answer an address counts as reached."""

CHECK_S = 0.45
"""How long after a check the next one is sent, with the server's next tick, which makes it half a second: so often that
a browser which gets nothing may doubt its way."""

RETRANSMIT_S = 0.2
"""How long after a check without an answer it is sent again: so often before `LIVE_S` is over that a network which
loses every fifth datagram counts as live nearly all the time."""

LATE_S = 1.5
"""How long after the last answer of the chosen address all others are checked too."""

MEDIA_RUN_S = 0.5
"""How long media must have come from an address before it counts: a few late packets are no run."""

MEDIA_GAP_S = 2.0
NOMINATION_GAP_S = 6.0
"""A longer pause ends a run of media or of nominations. Of two runs the newer wins, so they never alternate."""

PATHS_MAX = 32
"""Addresses one browser may hold at once: two interfaces and three relays make ten, each old and new.

A browser checks from all in turn, one every 50 ms, so this many leave each of them 1.5 s to answer in."""


class Path:
    """One address, and what is known of it. Times are in seconds; `-inf` means never."""

    __slots__ = (
        "address",
        "answered_at",
        "asked_at",
        "check_sent_at",
        "checked_at",
        "confirmed",
        "credit",
        "live_until",
        "media_at",
        "media_order",
        "media_since",
        "nominated_at",
        "owed",
        "preferred",
        "transaction",
    )

    def __init__(self, address: bytes, now: float) -> None:
        self.address = address
        self.checked_at = now
        self.nominated_at = self.media_at = self.media_since = -inf
        self.asked_at = self.check_sent_at = self.answered_at = self.live_until = -inf
        self.media_order = 0
        self.preferred = 0
        """The number of the newest run of media or nominations here; all runs are counted from 1 as they begin."""

        self.confirmed = 0
        """The same, as of the last answer: an address that has died since cannot claim it."""

        self.credit = 0
        """Bytes that came from here, less the bytes sent here; counted until the first answer."""

        self.transaction: bytes | None = None
        """Of our check, as long as it has no answer. It was first sent at `asked_at`."""

        self.owed: bytes | None = None
        """The transaction of a check that could not be answered yet for want of credit."""

    @property
    def proved(self) -> bool:
        """Whether the browser has answered from here."""
        return self.answered_at > -inf

    def live(self, now: float) -> bool:
        """Whether the browser has answered from here within `LIVE_S`."""
        return now <= self.live_until

    def expired(self, now: float) -> bool:
        """Whether nothing may be sent here any more: consent has run out, or the browser checks from elsewhere."""
        return now - self.checked_at > CONSENT_S or (self.proved and now - self.answered_at > CONSENT_S)

    def in_use(self, now: float) -> bool:
        """Whether a run of media or nominations goes on here."""
        sends_media = now - self.media_at <= MEDIA_GAP_S and self.media_at - self.media_since >= MEDIA_RUN_S
        return sends_media or now - self.nominated_at <= NOMINATION_GAP_S

    def may_get(self, byte_count: int) -> bool:
        """Whether so many bytes may be sent here now. If so they are counted as sent."""
        if self.proved:
            return True
        if self.credit < byte_count:
            return False
        self.credit -= byte_count
        return True


class Paths:
    """All addresses of one browser that have been checked, and the one chosen of them."""

    def __init__(self) -> None:
        self.chosen: Path | None = None
        self._paths: dict[bytes, Path] = {}
        self._order = count(1)

    def __iter__(self) -> Iterator[Path]:
        return iter(self._paths.values())

    def at(self, address: bytes) -> Path | None:
        """Find the path of an address, if it has been checked."""
        return self._paths.get(address)

    def evicted_for(self, address: bytes) -> Path | None:
        """Find the path to drop before this address can be added, if any: an unproved one first, then the oldest."""
        if address in self._paths or len(self._paths) < PATHS_MAX:
            return None
        spare = (path for path in self if path is not self.chosen)
        return min(spare, key=lambda path: (path.proved, max(path.answered_at, path.checked_at)))

    def drop(self, path: Path) -> None:
        """Forget an address."""
        del self._paths[path.address]
        if path is self.chosen:
            self.chosen = None

    def on_check(self, address: bytes, nominates: bool, byte_count: int, now: float) -> Path:
        """Note an authentic check of `byte_count` bytes. There must be room for its address (`evicted_for`)."""
        path = self._paths.get(address)
        if path is None:
            path = self._paths[address] = Path(address, now)
        path.checked_at = now
        path.credit += byte_count
        if nominates:
            if now - path.nominated_at > NOMINATION_GAP_S:
                path.preferred = next(self._order)
            path.nominated_at = now
        return path

    def on_media(self, path: Path, now: float) -> None:
        """Note authentic media from a path."""
        if now - path.media_at > MEDIA_GAP_S:
            path.media_since, path.media_order = now, next(self._order)
        elif now - path.media_since >= MEDIA_RUN_S:
            path.preferred = max(path.preferred, path.media_order)
        path.media_at = now

    def on_response(self, path: Path, now: float) -> None:
        """Note the answer to our check."""
        path.answered_at, path.live_until = now, now + LIVE_S
        path.confirmed = path.preferred
        path.transaction = None

    def extend_after_stall(self, since: float, now: float) -> None:
        """Give all paths that were live at `since` some time to answer: the server was stalled and sent no checks."""
        for path in self:
            if path.live(since):
                path.live_until = max(path.live_until, now + LIVE_S - CHECK_S)

    def choose(self, now: float) -> Path | None:
        """Choose the path everything is sent to; `None` if no path is proved."""
        proved = [path for path in self if path.proved and not path.expired(now)]
        self.chosen = max(proved, key=lambda path: self._rank(path, now), default=None)
        return self.chosen

    def is_check_due(self, path: Path, now: float) -> bool:
        """Whether it is time to send a check to a path."""
        waits = path.transaction is not None
        if waits and now - path.check_sent_at < RETRANSMIT_S:
            return False
        stale = waits or now - path.check_sent_at >= CHECK_S
        if path is self.chosen or not self._is_chosen_fresh(now):
            return stale
        active = now - max(path.checked_at, path.media_at) <= LIVE_S
        return active and (stale or path.preferred > path.confirmed)

    def _rank(self, path: Path, now: float) -> tuple[bool, bool, float, bool]:
        if not path.live(now):
            return False, False, path.answered_at, path is self.chosen
        return True, path.in_use(now), path.confirmed, path is self.chosen

    def _is_chosen_fresh(self, now: float) -> bool:
        """Whether the chosen path has answered in time."""
        return self.chosen is not None and now - self.chosen.answered_at < LATE_S
