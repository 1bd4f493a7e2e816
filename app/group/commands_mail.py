"""Commands about mail: an address that somebody gives of their own accord, so that the group can write to them.

Whoever types an address may mistype it, or type somebody else's: it counts once the code that was sent there is typed.
"""

import re
from dataclasses import dataclass
from typing import Literal

from app.circle.replacing import replace
from app.group.command_bases import EVERY_MEMBER, Given
from app.group.group import Group
from app.group.person import CODES_MAX, MailProof, Person
from app.group.reasons import GroupReason

ADDRESS_MAX = 254
ADDRESS = re.compile(
    r"(?!.*=\?)[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}", re.ASCII
)
"""What people have, of what RFC 5321 (4.1.2) allows: no quotes, no comments, no other scripts, and nothing that whoever
reads a header takes for an encoded word (RFC 2047), and so for another address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMail:
    """Have the group write to this address of yours when a date is moved or cancelled, once you have proved it.

    A code is sent there, and the address that you have proved before is written to until then. Empty: no more mail;
    every address of yours is erased. `language` (BCP 47) is that of the page on which you say so; empty: the group's.
    """

    address: str
    language: str = ""
    type: Literal["note_mail"] = "note_mail"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, given: Given) -> GroupReason | None:
        address, me = self.address.strip(), group.one(by)
        proof = _proof(me, given)
        if not address:
            return None if me.mail or (proof and proof.address) else GroupReason.ALREADY_SO
        if not given.sends_mail:
            return GroupReason.NO_MAIL
        if not is_address(address):
            return GroupReason.NO_ADDRESS
        if self.language not in {"", *given.languages}:
            return GroupReason.OUT_OF_BOUNDS
        if address == me.mail:
            return GroupReason.ALREADY_SO if self.language == me.language else None
        own = proof is not None and (proof.codes >= CODES_MAX or proof.address == address)
        return GroupReason.ENOUGH_CODES if own or given.enough_codes else None

    def effect(self, group: Group, by: int, given: Given) -> Group:
        address, me = self.address.strip(), group.one(by)
        proof = _proof(me, given)
        if not address:
            return group.with_person(replace(me, mail="", language="", proof=_emptied(proof)))
        me = replace(me, language=self.language)
        if address == me.mail:
            return group.with_person(me)
        codes = proof.codes if proof else 0
        sent = MailProof(sent_ms=given.now_ms, codes=codes + 1, address=address, code=given.code)
        return group.with_person(replace(me, proof=sent))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProveMail:
    """Prove that the address is yours by the code that was sent there. A wrong one is counted: there are five tries."""

    code: str
    type: Literal["prove_mail"] = "prove_mail"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, given: Given) -> GroupReason | None:
        proof = _proof(group.one(by), given)
        awaited = proof is not None and proof.address and proof.tries_left
        return None if awaited else GroupReason.NO_CODE

    def effect(self, group: Group, by: int, _given: Given) -> Group:
        me = group.one(by)
        if me.proof is None:
            return group
        if "".join(self.code.split()) != me.proof.code:
            return group.with_person(replace(me, proof=replace(me.proof, wrong=me.proof.wrong + 1)))
        return group.with_person(replace(me, mail=me.proof.address, proof=_emptied(me.proof)))


MailCommand = NoteMail | ProveMail


def is_address(text: str) -> bool:
    """Whether mail can be sent there, as far as its form tells."""
    return len(text) <= ADDRESS_MAX and ADDRESS.fullmatch(text) is not None


def _proof(person: Person, given: Given) -> MailProof | None:
    """The proof that is under way, if it is not over."""
    return person.proof if person.proof and given.now_ms < person.proof.until_ms else None


def _emptied(proof: MailProof | None) -> MailProof | None:
    return replace(proof, address="", code="", wrong=0) if proof else None
