"""What is unlike Chromium where Firefox is sealed: its frames are filled up, and it asks for nothing a second time."""

from app.media import rtcp
from app.media.doubling import WORTH
from app.media.rtcp import ReportBlock
from app.media.sealed import frame_bytes
from app.media.speech import DTX_BYTES_MAX
from bench.voice import tone
from tests.media.test_sealed import KEY, SPEECH, Sealed, follow, played
from tests.media.test_transport import HandMovedClock
from tests.support.losing import LosingLine
from tests.support.opus import decoded, padded
from tests.support.peer import until
from tests.support.sframe import Ears

PAUSE = b"\x78" + bytes(DTX_BYTES_MAX - 1)


def filled_up(frames: list[bytes]) -> list[bytes]:
    """To the longest so far, but for those of a pause, as `frontend/src/lib/sealed/padding.ts` does."""
    longest, filled = 0, []
    for frame in frames:
        filled.append(padded(frame, longest) if DTX_BYTES_MAX < len(frame) < longest else frame)
        longest = max(longest, len(filled[-1]))
    return filled


def test_frames_that_are_filled_up_look_alike_and_sound_as_they_did() -> None:
    """V2, V4: Firefox does not keep to the constant bit rate that it is asked for."""
    frames = [*tone(), PAUSE, *tone()]
    assert len(set(map(len, tone()))) > 20

    async def play(t: Sealed) -> None:
        await t.sit(1, 2)
        for frame in filled_up(frames):
            t.say(1, frame)
        await t.peers[2].hears(1, len(frames))
        assert decoded(t.hears(2, Ears(KEY, 1))) == decoded(frames)
        sizes = [frame_bytes(packet) or 0 for packet in t.seen]
        assert sizes.pop(len(tone())) == len(PAUSE)
        assert sizes == sorted(sizes)
        assert set(sizes[len(tone()) :]) == {max(map(len, frames))}
        assert t.circle.room.counters.unsealed == 0

    played(play)


def test_who_loses_some_and_cannot_ask_gets_each_sealed_packet_twice() -> None:
    """V2: the second is the first, byte by byte, so what the first lost is heard and no key stream is used twice."""
    clock = HandMovedClock()

    async def play(t: Sealed) -> None:
        await t.sit(1, 2)
        listener = t.peers[2]
        lost = LosingLine(listener, lambda ssrc, sequence: True).lost
        t.say(1)
        await until(lambda: lost)
        ((ssrc, _),) = lost
        listener.report(rtcp.receiver_report(5, ReportBlock(ssrc, round(256 * WORTH), 0, 1, 0, 0, 0)))
        await until(lambda: t.circle.room._rtcp[2].doubling.apart(None, clock.now))
        t.circle.room.tick(clock.now)
        for _ in range(9):
            t.say(1)
        heard = await listener.hears(1, 9)
        assert follow(heard)
        assert t.hears(2, Ears(KEY, 1)) == [SPEECH] * 9
        assert t.circle.room.counters.doubled == 9

    played(play, clock=clock)
