"""Why a group says no: an expected answer. What is kept is as it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.group.group import Edit


class GroupReason(StrEnum):
    """Why a group says no. The words for people are `GROUP_WORDS`."""

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
    TOO_LATE = "too_late"
    TOO_SOON = "too_soon"
    ALREADY_SO = "already_so"
    NOT_ACCEPTED = "not_accepted"
    NOT_CONSENTED = "not_consented"
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


GROUP_WORDS: Mapping[GroupReason, str] = {
    GroupReason.NOT_YOURS: "This is for the group's facilitators, or for somebody else of it. Nothing was changed.",
    GroupReason.STALE: "Another facilitator has changed this meanwhile. Nothing of yours was kept yet: look at what "
    "has changed, and send it again if it still fits.",
    GroupReason.NO_SUCH_PERSON: "This person is not in the group. Nothing was changed.",
    GroupReason.NO_SUCH_MEETING: "The group has no such meeting. Nothing was changed.",
    GroupReason.NO_NAME: "A name has 1 to 40 characters that can be seen, a group's name up to 80.",
    GroupReason.NAME_TAKEN: "Somebody in this group has this name already. Add a letter, or the family name.",
    GroupReason.FULL: "A meeting has 16 seats at most, and they are all taken.",
    GroupReason.OUT_OF_BOUNDS: "A number or a text of this is outside its bounds. Nothing was changed.",
    GroupReason.NO_PLAN: "These steps are no plan of a meeting. Nothing was changed.",
    GroupReason.NO_SUCH_ZONE: "This server does not know this time zone. Name it as the IANA does: Europe/Berlin.",
    GroupReason.WHICH_TIME: "Say what is to stay when the time zone changes: the time on the clock, or the moment.",
    GroupReason.NO_SUCH_TIME: "A time has hours and minutes, and no time zone of its own. Nothing was changed.",
    GroupReason.IN_THE_PAST: "This date is in the past. Nothing was changed.",
    GroupReason.TOO_FAR: "This date is more than six years away. Nothing was changed.",
    GroupReason.TOO_MANY_DATES: "A group has at most 60 dates to come. Nothing was changed.",
    GroupReason.TWO_AT_ONCE: "Two meetings of the group would be at the same time. Nothing was changed.",
    GroupReason.OVER: "This meeting has begun, is over, or is cancelled, so this cannot be changed any more.",
    GroupReason.NOT_HELD: "This meeting has not been held, so there is nothing to confirm or to correct.",
    GroupReason.TOO_LATE: "This can be done within 14 days of the meeting, and they are over.",
    GroupReason.TOO_SOON: "This can be done only after the meeting.",
    GroupReason.ALREADY_SO: "It is so already.",
    GroupReason.NOT_ACCEPTED: "The group's frame is new to you: read and accept it first.",
    GroupReason.NOT_CONSENTED: "This takes the consent of every member, and not all have given it.",
    GroupReason.SWITCHED_OFF: "This group has not switched this on.",
    GroupReason.LAST_LEADER: "A group needs one facilitator at least. Make somebody else one first.",
    GroupReason.TWO_LEADERS: "Erasing a group takes two facilitators: one asks for it, another one agrees.",
    GroupReason.NOT_TODAY: "No meeting of this group can be entered now. It opens 30 minutes before its time.",
    GroupReason.NO_SEAT: "Today's meeting was opened before you were added, so there is no seat for you in it.",
    GroupReason.OTHER_KEY: "Your link has another key than the one this meeting was opened with. Ask a facilitator to "
    "send you the group's link again.",
    GroupReason.IN_A_MEETING: "The group is in a meeting now. Do this when it is over. Nothing was changed.",
    GroupReason.NO_MAIL: "This server sends no mail. Nothing was changed.",
    GroupReason.NO_ADDRESS: "This is no address that mail can be sent to: write it as name@example.org.",
    GroupReason.NO_CODE: "No code is awaited from you any more: a code holds for a day and for five tries. Nothing was "
    "changed.",
    GroupReason.ENOUGH_CODES: "An address is sent one code a day, and three codes a day are sent for one person. None "
    "was sent now. Ask again tomorrow.",
    GroupReason.TOO_FEW: "A meeting takes a facilitator who leads and a member. Add people, or change who observes.",
}


@dataclass(frozen=True, slots=True)
class GroupRefused:
    """An expected no. Nothing has changed. `edits` are what has changed since, where the answer is `STALE`."""

    reason: GroupReason
    edits: tuple[Edit, ...] = ()

    @property
    def words(self) -> str:
        """The same for people."""
        return GROUP_WORDS[self.reason]
