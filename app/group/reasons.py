"""Why a group says no: an expected answer. What is kept is as it was."""

from dataclasses import dataclass
from enum import StrEnum

from app.group.group import Edit


class GroupReason(StrEnum):
    """Why a group says no. Stable codes; their words are in the dictionaries of every language."""

    NOT_YOURS = "not_yours"
    STALE = "stale"
    NO_SUCH_PERSON = "no_such_person"
    NO_SUCH_MEETING = "no_such_meeting"
    NO_NAME = "no_name"
    NAME_TAKEN = "name_taken"
    FULL = "full"
    OUT_OF_BOUNDS = "out_of_bounds"
    NO_PLAN = "no_plan"
    NO_SUCH_ZONE = "no_such_zone"
    WHICH_TIME = "which_time"
    NO_SUCH_TIME = "no_such_time"
    IN_THE_PAST = "in_the_past"
    TOO_FAR = "too_far"
    TOO_MANY_DATES = "too_many_dates"
    TWO_AT_ONCE = "two_at_once"
    OVER = "over"
    NOT_HELD = "not_held"
    NOT_LED = "not_led"
    TOO_LATE = "too_late"
    TOO_SOON = "too_soon"
    ALREADY_SO = "already_so"
    NOT_ACCEPTED = "not_accepted"
    NOT_CONSENTED = "not_consented"
    AGREE_FIRST = "agree_first"
    SWITCHED_OFF = "switched_off"
    LAST_LEADER = "last_leader"
    TWO_LEADERS = "two_leaders"
    NOT_TODAY = "not_today"
    NO_SEAT = "no_seat"
    OTHER_KEY = "other_key"
    TOO_FEW = "too_few"
    IN_A_MEETING = "in_a_meeting"
    NO_MAIL = "no_mail"
    NO_ADDRESS = "no_address"
    NO_CODE = "no_code"
    ENOUGH_CODES = "enough_codes"


@dataclass(frozen=True, slots=True)
class GroupRefused:
    """An expected no. Nothing has changed. `edits` are what has changed since, where the answer is `STALE`."""

    reason: GroupReason
    edits: tuple[Edit, ...] = ()
