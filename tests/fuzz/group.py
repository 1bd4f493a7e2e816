"""What people ask of a group, one after the other: each is a refusal, or a document that is read back as it was.

An input is what they send, one a line: a digit, which is how much later that is, and the body, in which the number of
whoever asks is in the place of their token.
"""

import json
from collections.abc import Hashable
from typing import Any

from pydantic import TypeAdapter, ValidationError

from app.circle.names import clean
from app.group.certificate import certificate_of
from app.group.command_bases import Given
from app.group.commands import GROUP_COMMANDS
from app.group.commands_coming import InviteGuest
from app.group.commands_frame import ChangeZone
from app.group.commands_mail import NoteMail, ProveMail
from app.group.commands_people import NoteAccreditation
from app.group.decide import decide_in_group
from app.group.export import export_of
from app.group.group import Group
from app.group.guest_view import GuestView, view_of_guest
from app.group.leaders_log import led_by
from app.group.letters import code_letters, date_letters, few_letters
from app.group.person import Guest, Person
from app.group.reasons import GroupRefused
from app.group.retention import with_forgotten
from app.group.today import with_circle
from app.group.view import GroupView, view_of_group
from app.live.zones import zones_of
from app.store.group_codec import group_from_text, group_to_text
from app.store.text_type import text_type
from app.web.body import what_is_wrong
from app.web.certificate_pdf import template_data
from app.web.group_protocol import AskGroup, CertificatePaper
from app.web.log_csv import log_csv
from app.words.languages import LANGUAGES, words_in
from tests.fuzz.wire import ODD, simplest
from tests.support.group_scene import DAY_MS, FRIDA, MIA, MINUTE_MS, PIET, GroupScene

LATER_MS = (0, MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS, DAY_MS // 2, DAY_MS, 7 * DAY_MS, 31 * DAY_MS, 93 * DAY_MS)
CODE = "123456"
BYTES_MAX = 200_000

_asked: TypeAdapter[AskGroup] = text_type(AskGroup)
_view: TypeAdapter[GroupView | GuestView] = TypeAdapter(GroupView | GuestView)


class _WritesMail(GroupScene):
    sends_mail = True


def _begun() -> tuple[Group, int]:
    """A meeting was held, one can be entered and has its circle, others are to come; all is switched on that can be."""
    scene = _WritesMail(end_card=True, quarterly_item=True, fair_turn=True).plans("2027-01-05", every=1, count=4)
    first, second, third, _ = (meeting.number for meeting in scene.group.meetings)
    for number in (FRIDA, PIET):
        scene.asks(number, NoteMail(address=f"one{number}@example.org"))
        code = scene.group.one(number).proof
        scene.asks(number, ProveMail(code=code.code if code else ""))
    scene.asks(FRIDA, NoteAccreditation(words="accredited"))
    scene.asks(FRIDA, InviteGuest(meeting=third, name="Gita", observes=True))
    scene.holds(first, [(FRIDA, 85), (PIET, 60), (MIA, 0.5)]).at("2027-01-12 16:45")
    return with_circle(scene.group, scene.meeting(second), "a circle", None), scene.now_ms


_BEGUN = _begun()
_TELLING: dict[str, list[Any]] = {
    "meeting": [meeting.number for meeting in reversed(_BEGUN[0].meetings)],
    "person": [MIA, FRIDA, 99],
    "guest": [guest.number for _, guest in _BEGUN[0].guests()],
    "zone": ["Asia/Kolkata", "Nowhere/At All"],
    "keep": ["wall", "instant"],
    "first": ["2027-02-01", "0001-01-01", "9999-12-31"],
    "on": ["2027-01-11", "2027-02-01", "0001-01-01", "9999-12-31"],
    "at": ["18:00", "18:00:30", "18:00+02:00", "02:30"],
    "name": ["Nora", " \u0301", "\u202e\u2066Frida", "x" * 300],
    "words": ["=1+1", "\u0000\u200b", "x" * 300],
    "address": ["new@example.org", "", "a@b", "x@" + "y" * 300 + ".org"],
    "language": ["de", "", "xx"],
    "code": [CODE, "1 2 3 4 5 6"],
    "number": [1],
    "choice": [1, 4],
}
"""What fields may have that means something here."""
_WHOLE: dict[str, dict[str, Any]] = {
    "change_frame": {"terms": {"quorum": 3, "kept_months": 12, "end_card": True, "quarterly_item": True}},
    "plan_dates": {"minutes": None, "rule": {"every": 2, "unit": "months", "count": 6}},
    "move_meeting": {"minutes": 45},
    "add_in_person": {"minutes": 60, "led": [FRIDA], "present": [{"person": FRIDA, "minutes": 60}]},
    "assign_parts": {"parts": [{"person": FRIDA, "part": "lead", "case": 1}]},
    "correct_meeting": {"minutes": [{"person": MIA, "minutes": 30}]},
}
"""The same of single commands."""
_HUGE = 10**30


def _body(by: int, command: dict[str, Any], later: int = 0) -> bytes:
    return f"{later}{json.dumps({'token': str(by), 'seen': 10**6, 'command': command})}".encode()


def _seeds() -> tuple[bytes, ...]:
    plain = [
        each | {name: values[0] for name, values in _TELLING.items() if name in each} | _WHOLE.get(each["type"], {})
        for each in simplest(GROUP_COMMANDS)
    ]
    told = [each | {name: one} for each in plain for name in each for one in _TELLING.get(name, ())]
    fields = [(each, name) for each in plain for name in each if name != "type"]
    odd = [each | {name: one} for each, name in fields for one in (*ODD, _HUGE, -_HUGE)]
    lines = [_body(by, each, later=n % 4) for n, each in enumerate([*plain, *told]) for by in (FRIDA, PIET)]
    together = [b"\n".join(lines[at::31]) for at in range(31)]
    return (*lines, *together, *(_body(FRIDA, each) for each in odd))


SEEDS = _seeds()


def check(data: bytes) -> Hashable:
    """Give what came of each."""
    group, now_ms = _BEGUN
    found = []
    for line in data.split(b"\n"):
        now_ms += LATER_MS[min(line[0] - 48, 8)] if line[:1].isdigit() else 0
        group = with_forgotten(group, now_ms)
        try:
            body = _asked.validate_json(line[1:], strict=True, extra="forbid")
        except ValidationError as error:
            assert what_is_wrong(error, "is nothing").endswith(".")
            found.append(error.errors(include_url=False, include_input=False)[0]["type"])
            continue
        by = int(body.token) if body.token.isascii() and body.token.isdecimal() and len(body.token) < 9 else 0
        outcome = _decided(group, body, by, now_ms)
        found.append(outcome.reason if isinstance(outcome, GroupRefused) else body.command.type)
        group = outcome if isinstance(outcome, Group) else group
    if group is not _BEGUN[0]:
        _is_whole(group, now_ms)
    return tuple(found)


def _decided(group: Group, body: AskGroup, by: int, now_ms: int) -> Group | GroupRefused:
    named = [body.command.zone] if isinstance(body.command, ChangeZone) else []
    zones = zones_of([group.zone, *named], now_ms)
    fresh = f"<{group.version}>" * 2
    given = Given(now_ms=now_ms, zones=zones, fresh=fresh, code=CODE, sends_mail=True, languages=frozenset(LANGUAGES))
    outcome = decide_in_group(group, body.command, by, given, body.seen)
    if isinstance(outcome, Group):
        assert outcome.version == group.version + 1
        assert group_from_text(group_to_text(outcome)) == outcome
        date_letters(group, outcome, by, now_ms, zones, words_in)
        few_letters(group, outcome, by, zones[outcome.zone], words_in)
        codes = code_letters(group, outcome, by, words_in)
        assert not codes or isinstance(body.command, NoteMail)
    return outcome


def _is_whole(group: Group, now_ms: int) -> None:
    """Everybody is shown it, and nothing that is another one's alone; and all that is made of it can be made."""
    assert len(group_to_text(group)) < BYTES_MAX
    guests = [guest for _, guest in group.guests()]
    named: list[Person | Guest] = [*group.members, *guests]
    assert all(each.name and each.name == clean(each.name) for each in named)
    links = [each.link for each in named]
    numbers = [each.number for each in group.people] + [guest.number for guest in guests]
    numbers += [meeting.number for meeting in group.meetings]
    assert len(numbers) == len(set(numbers))
    assert max(numbers) <= group.numbers
    zone = zones_of([group.zone], now_ms)[group.zone]
    for person in group.members:
        shown = _view.dump_json(view_of_group(group, person.number, now_ms, sends_mail=True)).decode()
        others = [other.mail for other in group.members if other.mail not in ("", person.mail)]
        assert not [secret for secret in (*links, *others) if f'"{secret}"' in shown]
        export_of(group, person.number)
        log_csv(led_by(group, person.number), zone, words_in("de"))
        paper = CertificatePaper(paper="1", issued_ms=now_ms, number="", says=certificate_of(group, person.number))
        template_data(paper, zone, words_in("pl"))
    for meeting, guest in group.guests():
        shown = _view.dump_json(view_of_guest(group, meeting, guest, now_ms)).decode()
        assert not [link for link in links if f'"{link}"' in shown]
