"""The circle after something was arranged about who presents."""

from app.circle import events as e
from app.circle.replacing import replace
from app.circle.seats import CaseOffer, Seat
from app.circle.state import Circle


def case_arranged(
    circle: Circle,
    event: e.CaseOffered | e.OfferWithdrawn | e.AskedToPresent | e.AskingDeclined | e.PresenterNamed,
) -> Circle:
    """The circle after a case was offered or not any more, somebody was asked to present or declined, or was named."""
    number, coming = event.seat, circle.coming_case
    match event:
        case e.CaseOffered():
            return circle.with_seat(number, offer=CaseOffer.STANDING, asked=False)
        case e.OfferWithdrawn():
            circle = circle.with_seat(number, offer=CaseOffer.NONE)
            begun = circle.cases_begun - {coming}
            kept = {case: seat for case, seat in circle.presenters.items() if seat != number or case in begun}
            named = None if circle.named == number else circle.named
            return replace(circle, named=named, presenters=kept)
        case e.AskedToPresent():
            return circle.with_seat(number, asked=True)
        case e.AskingDeclined():
            return circle.with_seat(number, asked=False)
        case e.PresenterNamed():
            for seat in circle.seats:
                stood = circle.offer_of(seat.number) is CaseOffer.STANDING or seat.number == circle.presenter
                offer = CaseOffer.NEXT_TIME if stood else seat.offer
                circle = circle.with_seat(seat.number, offer=offer, asked=False)
            circle = circle.with_seat(number, offer=CaseOffer.NONE)
            return replace(
                circle,
                named=number,
                outer=circle.outer - {number},
                presenters=circle.presenters if coming is None else {**circle.presenters, coming: number},
                cases_begun=circle.cases_begun - {coming},
            )


def nobody_asked(circle: Circle) -> tuple[Seat, ...]:
    """The seats once there is no case any more that somebody could be asked to present (C3)."""
    return tuple(replace(seat, asked=False) if seat.asked else seat for seat in circle.seats)
