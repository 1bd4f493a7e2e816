"""Invitations and resume tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from itsdangerous import URLSafeSerializer

from app.store.store import CircleId
from app.web.invites import Invites, NotInvited, Pass

INVITES = Invites("s" * 32)
TUESDAY = CircleId("tuesday")


def test_an_invitation_says_which_seat() -> None:
    """S2"""
    assert INVITES.read(INVITES.invitation(TUESDAY, 3)) == Pass(circle=TUESDAY, seat=3, resumes=False)
    assert INVITES.read(INVITES.resume(TUESDAY, 3, 2)) == Pass(circle=TUESDAY, seat=3, resumes=True, person=2)


def test_a_resume_token_of_an_earlier_release_is_the_first_persons() -> None:
    """S3, D9"""
    earlier = URLSafeSerializer("s" * 32, salt="resume").dumps([TUESDAY, 3])
    assert INVITES.read(str(earlier)) == Pass(circle=TUESDAY, seat=3, resumes=True, person=1)


@given(st.integers(0, 200), st.characters(codec="ascii"))
def test_a_changed_token_is_none(place: int, letter: str) -> None:
    """S2"""
    token = INVITES.invitation(TUESDAY, 3)
    place %= len(token)
    changed = token[:place] + letter + token[place + 1 :]
    try:
        passed = INVITES.read(changed)
    except NotInvited:
        return
    assert passed == INVITES.read(token)  # base64 leaves a few last bits free; what it says never changes


def test_another_servers_token_is_none() -> None:
    """S2"""
    with pytest.raises(NotInvited):
        Invites("t" * 32).read(INVITES.invitation(TUESDAY, 3))


def test_links_stay_good_while_the_secret_is_changed() -> None:
    """S2, S3: first all nodes read the new one too, then it signs, then the old one is taken away."""
    before, both, turned, after = INVITES, Invites("s" * 32, "t" * 32), Invites("t" * 32, "s" * 32), Invites("t" * 32)
    steps = [(before, both), (both, turned), (turned, after)]
    for signs, reads in [*steps, *((new, old) for old, new in steps[:2])]:
        assert reads.read(signs.invitation(TUESDAY, 3)) == Pass(circle=TUESDAY, seat=3, resumes=False)
        assert reads.read(signs.resume(TUESDAY, 3, 2)).resumes
    assert both.invitation(TUESDAY, 3) == before.invitation(TUESDAY, 3)
    assert both.number(TUESDAY) == before.number(TUESDAY)
    with pytest.raises(NotInvited):
        after.read(before.invitation(TUESDAY, 3))


def test_a_short_secret_is_refused() -> None:
    for told in (("short",), ("s" * 32, "short"), ("s" * 32, "")):
        with pytest.raises(ValueError, match="32"):
            Invites(*told)
