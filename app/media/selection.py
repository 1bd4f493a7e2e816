"""Which of the voices that may be heard are sent just now: those that speak, and of many the loudest.

So what everybody receives is bounded, however many microphones are open, and the noise of rooms in which nobody speaks
is not sent to everybody. It is for comfort only; the gate alone decides who may be heard. Time is an argument, in
seconds.
"""

from app.media.speech import COMFORT_NOISE

VOICES_MAX = 4
"""Voices sent at once, unless told otherwise. More who speak at the same time cannot be told apart."""

MARGIN = 6
"""By how much a voice must be louder than the quietest of all that are sent to take its place, in decibels."""

DECAY_PER_S = 15.0
"""How fast a voice that pauses gives way, in decibels: slower than the pause between two words asks for."""

NOISE_S = 1.0
"""For so long comfort noise follows a voice, so that listeners hear it end and pauses between sentences are whole."""


class VoiceSelection:
    """The voices of those who hear each other. A seat needs no place to begin with: whoever speaks first takes one."""

    def __init__(self, voices_max: int = VOICES_MAX) -> None:
        self._voices_max = voices_max
        self._voices: dict[int, _Voice] = {}

    def select(self, seat: int, loud: int, now: float) -> bool:
        """Whether a packet that is so `loud` (`speech.loudness`) is sent on."""
        voice = self._voices.get(seat)
        if loud == COMFORT_NOISE:
            return voice is not None and self._trail(seat, voice, now)
        if voice is not None:
            voice.speaks(loud, now)
            return True
        return self._take_place(seat, loud, now)

    def drop(self, seat: int) -> None:
        """Forget a seat that may not be heard any more."""
        self._voices.pop(seat, None)

    def __contains__(self, seat: int) -> bool:
        """Whether this seat has a place."""
        return seat in self._voices

    def _trail(self, seat: int, voice: "_Voice", now: float) -> bool:
        if now - voice.at < NOISE_S:
            return True
        del self._voices[seat]
        return False

    def _take_place(self, seat: int, loudness: int, now: float) -> bool:
        if len(self._voices) >= self._voices_max:
            quietest = min(self._voices, key=lambda other: self._voices[other].loudness_at(now))
            if loudness < self._voices[quietest].loudness_at(now) + MARGIN:
                return False
            del self._voices[quietest]
        self._voices[seat] = _Voice(loudness, now)
        return True


class _Voice:
    """How loud one voice is: its loudest of late, which fades as time passes."""

    __slots__ = ("_loudness", "at")

    def __init__(self, loudness: int, now: float) -> None:
        self._loudness: float = loudness
        self.at = now
        """When it last spoke."""

    def loudness_at(self, now: float) -> float:
        return self._loudness - (now - self.at) * DECAY_PER_S

    def speaks(self, loudness: int, now: float) -> None:
        self._loudness = max(loudness, self.loudness_at(now))
        self.at = now
