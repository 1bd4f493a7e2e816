"""The server's side of a staged group: the pure core answers what its page asks, for one of its people."""

import json
from typing import Any

from pydantic import TypeAdapter

from app.group.certificate import certificate_of
from app.group.commands_links import RenewLink
from app.group.decide import decide_in_group
from app.group.group import Group
from app.group.guest_view import view_of_guest
from app.group.leaders_log import led_by
from app.group.reasons import GroupRefused
from app.group.view import view_of_group
from app.web.calendar import calendar_of
from app.web.group_protocol import (
    AskGroup,
    CalendarFeed,
    CertificatePaper,
    GroupLink,
    GroupLinks,
    GroupRefusal,
    OwnLink,
)
from app.web.log_csv import log_csv
from app.words.languages import words_in
from tests.support.group_scene import GroupScene

ORIGIN = "https://circle.example"
_asked = TypeAdapter(AskGroup)


class StagedGroup:
    """A scene of a group, and the person of it whose page is seen. A `status` from 400 on is all that is answered."""

    def __init__(self, scene: GroupScene, person: int, status: int = 200) -> None:
        self.scene = scene
        self.person = person
        self.status = status

    def answer(self, path: str, body: str) -> tuple[int, str]:
        """Status and JSON."""
        if self.status >= 400:
            return self.status, json.dumps({"detail": "This server opens groups by a key only."})
        if path == "/api/group/ask":
            return self._asks(body)
        if path == "/api/group/log":
            return 200, log_csv(
                led_by(self.scene.group, self.person), self.scene.given.zones[self.scene.group.zone], words_in("en")
            )
        if path == "/api/group/calendar":
            return 200, calendar_of(self.scene.group, ORIGIN, words_in("en")).decode()
        answers: dict[str, Any] = {
            "/api/groups": self._links,
            "/api/group": self._view,
            "/api/group/links": self._links,
            "/api/group/certificate/data": self._paper,
            "/api/group/feed": CalendarFeed(url=f"{ORIGIN}/calendar/WyJxT3Z2bDlJ.Kd8sVtqN4u.ics"),
        }
        return 200, _json(answers[path]() if callable(answers[path]) else answers[path])

    def _paper(self) -> CertificatePaper:
        says = certificate_of(self.scene.group, self.person)
        return CertificatePaper(paper="0123456789", issued_ms=self.scene.now_ms, number="", says=says)

    @property
    def _links(self) -> GroupLinks:
        group = self.scene.group
        guests = [guest for _, guest in group.guests()]
        return GroupLinks(
            name=group.name,
            links=tuple(
                GroupLink(
                    person=each.number, name=each.name, role=each.role, link=f"{ORIGIN}/#{group_token(each.number)}"
                )
                for each in (*group.members, *guests)
            ),
        )

    @property
    def _view(self) -> Any:
        group, now_ms = self.scene.group, self.scene.now_ms
        for meeting, guest in group.guests():
            if guest.number == self.person:
                return view_of_guest(group, meeting, guest, now_ms)
        return view_of_group(group, self.person, now_ms, sends_mail=self.scene.sends_mail)

    def _asks(self, body: str) -> tuple[int, str]:
        asked = _asked.validate_json(body)
        outcome = decide_in_group(self.scene.group, asked.command, self.person, self.scene.given, asked.seen)
        if isinstance(outcome, GroupRefused):
            return 409, _json(
                GroupRefusal(detail=words_in("en").refused[outcome.reason], reason=outcome.reason, edits=outcome.edits)
            )
        assert isinstance(outcome, Group)
        self.scene.group = outcome
        if isinstance(asked.command, RenewLink) and asked.command.person == self.person:
            return 200, _json(OwnLink(link=f"{ORIGIN}/#{group_token(self.person)}", group=self._view))
        return (200, '{"type": "left"}') if outcome.person(self.person) is None else (200, _json(self._view))


def group_token(person: int) -> str:
    """The token of somebody's link, as long as a real one."""
    return f"g.WyJHcm91cCIs{person:02}LCJ4eHh4eHh4eHgiXQ.Kd8sVtqN4uKd8sVtqN4u-dHVlc2"


def _json(what: Any) -> str:
    return TypeAdapter(type(what)).dump_json(what).decode()
