"""Which address of one browser its sound goes to. Pure; time is an argument, in seconds.

An authentic check shows that somebody knows the password, not where they are: its source may be forged. Only an answer
to our own check (RFC 7675), whose transaction went to that address alone, proves that the browser is there. So answers
say whether an address may be sent to, and for how long; nominations and speech only say which of them is preferred,
and not before the address has answered since. Until then it gets no more bytes than came from it.
"""

from collections.abc import Iterator
from itertools import count
from math import inf

CONSENT_S = 30.0
"""For how long an answer lets us send (RFC 7675, section 5.1); also how long an address may be without a check."""

LIVE_S = 2.5
"""For how long after its last answer an address counts as reached."""

ASK_S = 1.0
"""How long after an answer the next one is asked for."""

AGAIN_S = 0.2
"""How long after a question without an answer it is asked again: so often, before `LIVE_S` is over, that a line which
loses every fifth datagram counts as live nearly all the time."""

LATE_S = 1.5
"""How long after the last answer of the address in use all others are asked too."""

SPEECH_RUN_S = 0.5
"""How long speech must have come from an address before it counts: a few late packets are no run."""

SPEECH_GAP_S = 2.0
NOMINATION_GAP_S = 6.0
"""A longer pause ends a run. Of two that go on the newer wins, so that they never take turns."""

PATHS_MAX = 8
"""Addresses one browser may hold at once: Wi-Fi, mobile and relay, each old and new, and some to spare."""


class Path:
    """One address, and what is known of it."""

    __slots__ = (
        "address",
        "answered_at",
        "asked_at",
        "checked_at",
        "confirmed",
        "credit",
        "live_until",
        "nominated_at",
        "owed",
        "preferred",
        "spoke_at",
        "spoke_since",
        "spoke_turn",
        "transaction",
    )

    def __init__(self, address: bytes, now: float) -> None:
        self.address = address
        self.checked_at = now
        self.nominated_at = self.spoke_at = self.spoke_since = -inf
        self.asked_at = self.answered_at = self.live_until = -inf
        self.spoke_turn = 0
        self.preferred = 0
        """When the newest run of speech or nominations began here, in the order of all such beginnings."""

        self.confirmed = 0
        """The same, as of the last answer: what an address that has died since cannot claim."""

        self.credit = 0
        """Bytes that came from here and were not answered with as many."""

        self.transaction: bytes | None = None
        """Of our question, for as long as it has no answer."""

        self.owed: bytes | None = None
        """The transaction of a check that could not be answered yet for want of credit."""

    @property
    def proved(self) -> bool:
        """Whether the browser has answered from here."""
        return self.answered_at > -inf

    def live(self, now: float) -> bool:
        """Whether the browser has answered from here just now."""
        return now <= self.live_until

    def expired(self, now: float) -> bool:
        """Whether nothing may be sent here any more: consent has run out, or the browser checks from elsewhere."""
        return now - self.checked_at > CONSENT_S or (self.proved and now - self.answered_at > CONSENT_S)

    def in_use(self, now: float) -> bool:
        """Whether a run of speech or nominations goes on here."""
        speaks = now - self.spoke_at <= SPEECH_GAP_S and self.spoke_at - self.spoke_since >= SPEECH_RUN_S
        return speaks or now - self.nominated_at <= NOMINATION_GAP_S

    def may_get(self, byte_count: int) -> bool:
        """Whether so many bytes may be sent here now; if so they are counted as sent."""
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
        self._turns = count(1)

    def __iter__(self) -> Iterator[Path]:
        return iter(self._paths.values())

    def at(self, address: bytes) -> Path | None:
        """Find what is known of an address."""
        return self._paths.get(address)

    def crowded_out(self, address: bytes) -> Path | None:
        """Say which path has to be dropped before this address can be added: the least proved, then the least new."""
        if address in self._paths or len(self._paths) < PATHS_MAX:
            return None
        spare = (path for path in self if path is not self.chosen)
        return min(spare, key=lambda path: (path.proved, max(path.answered_at, path.checked_at)))

    def drop(self, path: Path) -> None:
        """Forget an address."""
        del self._paths[path.address]
        if path is self.chosen:
            self.chosen = None

    def checked(self, address: bytes, nominates: bool, byte_count: int, now: float) -> Path:
        """Note an authentic check from an address for which there is room."""
        path = self._paths.get(address)
        if path is None:
            path = self._paths[address] = Path(address, now)
        path.checked_at = now
        path.credit += byte_count
        if nominates:
            if now - path.nominated_at > NOMINATION_GAP_S:
                path.preferred = next(self._turns)
            path.nominated_at = now
        return path

    def spoke(self, path: Path, now: float) -> None:
        """Note authentic speech or reports from an address."""
        if now - path.spoke_at > SPEECH_GAP_S:
            path.spoke_since, path.spoke_turn = now, next(self._turns)
        elif now - path.spoke_since >= SPEECH_RUN_S:
            path.preferred = max(path.preferred, path.spoke_turn)
        path.spoke_at = now

    def answered(self, path: Path, now: float) -> None:
        """Note the answer to our question."""
        path.answered_at, path.live_until = now, now + LIVE_S
        path.confirmed = path.preferred
        path.transaction = None

    def excuse(self, since: float, now: float) -> None:
        """Give whoever was live at `since` some time to answer: the server itself has stood still and asked nobody."""
        for path in self:
            if path.live(since):
                path.live_until = max(path.live_until, now + LIVE_S - ASK_S)

    def choose(self, now: float) -> Path | None:
        """Choose anew where everything is sent."""
        proved = [path for path in self if path.proved and not path.expired(now)]
        self.chosen = max(proved, key=lambda path: self._rank(path, now), default=None)
        return self.chosen

    def wants_asking(self, path: Path, now: float) -> bool:
        """Whether it is time to ask an address for an answer."""
        if path.transaction is not None and now - path.asked_at < AGAIN_S:
            return False
        stale = now - path.answered_at >= ASK_S
        if path is self.chosen or not self._well(now):
            return stale
        shown = now - max(path.checked_at, path.spoke_at) <= LIVE_S
        return shown and (stale or path.preferred > path.confirmed)

    def _rank(self, path: Path, now: float) -> tuple[bool, bool, float, bool]:
        if not path.live(now):
            return False, False, path.answered_at, path is self.chosen
        return True, path.in_use(now), path.confirmed, path is self.chosen

    def _well(self, now: float) -> bool:
        """Whether the chosen address answers as it should."""
        return self.chosen is not None and now - self.chosen.answered_at < LATE_S
