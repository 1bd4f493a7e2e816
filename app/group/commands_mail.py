"""Commands about mail: an address that somebody gives of their own accord, so that the group can write to them."""

import re
from dataclasses import dataclass
from typing import Literal

from app.circle.replacing import replace
from app.group.bases import EVERY_MEMBER, Given, one_of
from app.group.group import Group
from app.group.reasons import GroupReason

ADDRESS_MAX = 254
ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}", re.ASCII)
"""What people have, of what RFC 5321 (4.1.2) allows: no quotes, no comments, no other scripts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMail:
    """Have the group write to this address of yours when a date is moved or cancelled. Empty: no more; it is erased."""

    address: str
    type: Literal["note_mail"] = "note_mail"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, given: Given) -> GroupReason | None:
        address = self.address.strip()
        if address and not given.sends_mail:
            return GroupReason.NO_MAIL
        if address and not is_address(address):
            return GroupReason.NO_ADDRESS
        return GroupReason.ALREADY_SO if one_of(group, by).mail == address else None

    def effect(self, group: Group, by: int, _given: Given) -> Group:
        return group.with_person(replace(one_of(group, by), mail=self.address.strip()))


MailCommand = NoteMail


def is_address(text: str) -> bool:
    """Whether mail can be sent there, as far as its form tells."""
    return len(text) <= ADDRESS_MAX and ADDRESS.fullmatch(text) is not None
