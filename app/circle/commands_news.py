"""Commands about the follow-up: a quiet sign of whoever has news of an earlier case. Of which one, nobody is told."""

from dataclasses import dataclass
from typing import Literal

from app.circle import transient_changes as t
from app.circle.command_bases import MEMBERS_OR_PRESENTER, Plain
from app.circle.plan import takes_news
from app.circle.reasons import Reason
from app.circle.state import Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class HaveNews(Plain):
    """Show at my seat that I have news of an earlier case, until the follow-up is over."""

    type: Literal["have_news"] = "have_news"
    roles = MEMBERS_OR_PRESENTER

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        if by in circle.transient.news:
            return Reason.ALREADY
        return None if takes_news(circle.plan, circle.step) else Reason.NOT_NOW

    def effect(self, _circle: Circle, by: int, _now_ms: int) -> t.NewsShown:
        return t.NewsShown(seat=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackNews(Plain):
    """Take this sign away again."""

    type: Literal["take_back_news"] = "take_back_news"
    roles = MEMBERS_OR_PRESENTER

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        return None if by in circle.transient.news else Reason.ALREADY

    def effect(self, _circle: Circle, by: int, _now_ms: int) -> t.NewsGone:
        return t.NewsGone(seat=by)


NewsCommand = HaveNews | TakeBackNews
