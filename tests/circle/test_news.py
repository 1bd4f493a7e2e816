"""The follow-up: a sign of whoever has news of an earlier case."""

from app.circle import commands as c
from app.circle.phases import Phase
from app.circle.reasons import Reason
from tests.support.scene import FRIDA, MAX, MIA, OLGA, everybody_here


def test_news_is_a_sign_at_the_seat_until_the_follow_up_is_over() -> None:
    """C7"""
    scene = everybody_here().asks(MIA, c.HaveNews())
    assert [seen for seen in (MAX, FRIDA, OLGA) if scene.seen(seen, MIA).news] == [MAX, FRIDA, OLGA]
    assert scene.refuses(MIA, c.HaveNews()) is Reason.ALREADY
    scene.until(Phase.FOLLOW_UP).asks(MAX, c.HaveNews())
    assert scene.seen(FRIDA, MIA).news
    assert not scene.asks(MAX, c.TakeBackNews()).seen(FRIDA, MAX).news
    scene.next()
    assert not scene.seen(FRIDA, MIA).news
    assert scene.refuses(MIA, c.HaveNews()) is Reason.NOT_NOW


def test_news_is_kept_nowhere_and_goes_with_its_person() -> None:
    """C7, E3"""
    scene = everybody_here()
    kept = list(scene.log)
    scene.asks(MIA, c.HaveNews())
    assert scene.log == kept
    scene.asks(MIA, c.Leave()).knocks(MIA)
    assert not scene.seen(FRIDA, MIA).news
