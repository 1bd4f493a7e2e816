"""A line is judged anew each time that its sound stands (S11)."""

from app.circle.line_quality import LIMITS, WEAK_AFTER, Measure, WeakLine
from app.media.room import REPORT_S
from tests.live.test_lines import with_sound
from tests.support.evening import Evening, Guest, evening
from tests.support.scene import FRIDA, MIA


async def loses_words(e: Evening, guest: Guest) -> None:
    """So much of this person's voice is lost, for so long, that their line is called weak."""
    assert e.sound.on_line
    for _ in range(WEAK_AFTER):
        e.sound.on_line(guest.seat, {Measure.VOICE_LOST: LIMITS[Measure.VOICE_LOST].weak})
        await e.passes(int(REPORT_S * 1000))


async def told(guest: Guest) -> WeakLine | None:
    return (await guest.read()).view.you.weak_line


def test_a_line_that_comes_back_weak_is_told_again() -> None:
    """S11: nothing is known of it at first, and then the same as before."""

    async def play(e: Evening) -> None:
        mia = (await with_sound(e, FRIDA, MIA))[MIA]
        await loses_words(e, mia)
        assert await told(mia) is WeakLine.HEARD
        for stands in (False, True):
            mia.line.stands(stands)
            await e.passes(0)
            assert await told(mia) is None
        await loses_words(e, mia)
        assert await told(mia) is WeakLine.HEARD

    evening(play)
