"""The wire as JSON Schema, and the constants beside it: what `frontend/src/protocol.ts` is generated from.

What pages need only in a circle, or where something is opened or set, is apart, in `protocol-phases.ts` and
`protocol-opening.ts`: nobody else loads it.
`python -m app.web.schema` prints all as JSON; `make protocol` makes TypeScript of it, `make check` fails on drift.
"""

import json
from typing import Any, get_args

from pydantic import ConfigDict, TypeAdapter

from app.circle.command_bases import Aimed
from app.circle.commands import COMMANDS, Command, SkipTo
from app.circle.frame import SENTENCE_MAX
from app.circle.line_quality import LIMITS
from app.circle.phases import PHASES
from app.circle.plan import TEMPLATES
from app.circle.seats import NAME_MAX, SEATS_MAX, SEATS_MIN
from app.circle.state import TITLE_MAX
from app.circle.timing import NEVER_BEGUN_AFTER_MS
from app.group.cards import ANSWERS_MIN, END_CARD_CHOICES, QUARTERLY_CHOICES
from app.group.cases import CASES_MAX
from app.group.commands import GroupCommand
from app.group.commands_attendance import VNR_MAX
from app.group.commands_log import SUPERVISION_MAX
from app.group.commands_people import ACCREDITATION_MAX
from app.group.export import MemberExport
from app.group.group import GROUP_NAME_MAX
from app.group.guest_view import GuestView
from app.group.meeting import MINUTES_MAX, MINUTES_MIN
from app.group.person import PEOPLE_MAX
from app.group.series import DATES_MAX, EVERY_MAX
from app.group.terms import KEPT_MONTHS_MAX, KEPT_MONTHS_MIN, ORGANISER_MAX, QUORUM_MAX, QUORUM_MIN
from app.group.view import GroupView
from app.web.circles_protocol import CreatedCircle, Door, DoorSign, NewCircle
from app.web.closing import COMES_BACK, FINAL_BY_RFC, CloseCode
from app.web.group_keys import PREFIX
from app.web.group_protocol import (
    AskGroup,
    AskPaper,
    CalendarFeed,
    CertificatePaper,
    EnterMeeting,
    GroupLeft,
    GroupLinks,
    GroupRefusal,
    LostLink,
    LostLinkAsked,
    MailOffer,
    MeetingEntrance,
    NewGroup,
    OfGroup,
    OwnLink,
)
from app.web.line_check_protocol import FromChecker, ToChecker
from app.web.protocol import FromBrowser, ToBrowser

UNIONS = {
    "FromBrowser": FromBrowser,
    "ToBrowser": ToBrowser,
    "FromChecker": FromChecker,
    "ToChecker": ToChecker,
    "Command": Command,
    "GroupCommand": GroupCommand,
}
OfGroups = (
    NewGroup
    | GroupLinks
    | OfGroup
    | LostLink
    | LostLinkAsked
    | MailOffer
    | AskGroup
    | GroupView
    | GuestView
    | OwnLink
    | GroupLeft
    | GroupRefusal
    | EnterMeeting
    | MeetingEntrance
    | CalendarFeed
    | AskPaper
    | CertificatePaper
    | MemberExport
)
"""What is sent to and fro about groups, by HTTP alone."""
_CAN: dict[str, tuple[str, list[type[Any]]]] = {
    "OwnCommand": (
        "What may stand in the `can` of `You`: a command that is aimed at nobody.",
        [kind for kind in COMMANDS if not issubclass(kind, Aimed) and kind is not SkipTo],
    ),
    "AimedCommand": (
        "What may stand in the `can` of a seat: a command that means one person.",
        [kind for kind in COMMANDS if issubclass(kind, Aimed)],
    ),
}


def schema() -> dict[str, Any]:
    """JSON Schema with every wire type under `$defs`, the unions among them."""
    everything = TypeAdapter(
        FromBrowser | ToBrowser | FromChecker | ToChecker | NewCircle | CreatedCircle | Door | DoorSign | OfGroups,
        config=ConfigDict(json_schema_serialization_defaults_required=True),
    )
    found = everything.json_schema(mode="serialization")
    types = found["$defs"]
    for name, union in UNIONS.items():
        types[name] = {"anyOf": [{"$ref": f"#/$defs/{member.__name__}"} for member in get_args(union)]}
    types["Ask"]["properties"]["command"] = {"$ref": "#/$defs/Command"}
    types["AskGroup"]["properties"]["command"] = {"$ref": "#/$defs/GroupCommand"}
    for name, (description, commands) in _CAN.items():
        values = [types[command.__name__]["properties"]["type"]["const"] for command in commands]
        types[name] = {"description": description, "enum": values}
    for holder, name in (("You", "OwnCommand"), ("SeatView", "AimedCommand"), ("AtDoor", "AimedCommand")):
        types[holder]["properties"]["can"]["items"] = {"$ref": f"#/$defs/{name}"}
    return {"$defs": {name: _plain(types[name], keep_title=name) for name in sorted(types)}}


def constants() -> dict[str, Any]:
    """Numbers and tables that the page needs and must not repeat by hand."""
    return {
        "NAME_MAX": NAME_MAX,
        "NEVER_BEGUN_AFTER_MS": NEVER_BEGUN_AFTER_MS,
        "WEAK_FROM": {measure.value: limit.weak for measure, limit in LIMITS.items()},
        "CLOSE": {code.name: code.value for code in CloseCode},
        "FINAL_BY_RFC": list(FINAL_BY_RFC),
        "COMES_BACK": [code.value for code, comes_back in COMES_BACK.items() if comes_back],
    }


def phases_constants() -> dict[str, Any]:
    """The same for those who are in a circle: what the page has to know of the table of phases."""
    return {
        "TIMED": [phase.value for phase, row in PHASES.items() if row.timed],
        "IN_CASE": [phase.value for phase, row in PHASES.items() if row.belongs_to_case],
    }


def opening_constants() -> dict[str, Any]:
    """The same for those who open a circle or a group, or set what a group agrees on."""
    return {
        "TITLE_MAX": TITLE_MAX,
        "SENTENCE_MAX": SENTENCE_MAX,
        "SEATS_MIN": SEATS_MIN,
        "SEATS_MAX": SEATS_MAX,
        "TEMPLATES": {
            template.value: [{"phase": step.phase.value, "minutes": step.minutes} for step in plan]
            for template, plan in TEMPLATES.items()
        },
        "MINUTES": {phase.value: list(row.minutes) for phase, row in PHASES.items() if row.timed},
        "GROUP": {
            "NAME_MAX": GROUP_NAME_MAX,
            "PEOPLE_MAX": PEOPLE_MAX,
            "DATES_MAX": DATES_MAX,
            "EVERY_MAX": EVERY_MAX,
            "MINUTES": [MINUTES_MIN, MINUTES_MAX],
            "QUORUM": [QUORUM_MIN, QUORUM_MAX],
            "KEPT_MONTHS": [KEPT_MONTHS_MIN, KEPT_MONTHS_MAX],
            "ORGANISER_MAX": ORGANISER_MAX,
            "ACCREDITATION_MAX": ACCREDITATION_MAX,
            "SUPERVISION_MAX": SUPERVISION_MAX,
            "VNR_MAX": VNR_MAX,
            "CASES_MAX": CASES_MAX,
            "ANSWERS_MIN": ANSWERS_MIN,
            "END_CARD_CHOICES": END_CARD_CHOICES,
            "QUARTERLY_CHOICES": QUARTERLY_CHOICES,
            "LINK_BEGINS": PREFIX,
        },
    }


def _plain(node: Any, keep_title: str | None = None) -> Any:
    """The schema without what would become types of its own in TypeScript: each field's title and default."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    dropped = {key for key in ("title", "default") if not isinstance(node.get(key), dict)}
    plain = {key: _plain(value) for key, value in node.items() if key not in dropped}
    if keep_title:
        plain |= {"title": keep_title}
    if plain.get("type") == "object":
        plain |= {"additionalProperties": False}
    return plain


if __name__ == "__main__":
    parts = {"schema": schema(), "constants": constants(), "phases": phases_constants(), "opening": opening_constants()}
    print(json.dumps(parts, indent=1))
