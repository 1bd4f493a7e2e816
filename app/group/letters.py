"""What a group writes by mail: that a date was moved or cancelled, that too few come to one, that nobody has confirmed
one, somebody's own link again, that it was renewed, and the code that proves an address. Pure words.

Nothing of a letter says who else is in the group, but to whoever has given the same address, or why. Each is in the
language of whoever gets it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from app.group.group import Group
from app.group.meeting import Meeting, held_of
from app.group.person import Person
from app.group.today import expected_at
from app.group.zones import Zone
from app.words.words import Words, on_clock

WordsIn = Callable[[str], Words]
"""The words of a language (BCP 47)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One mail to one person, in this language."""

    address: str
    language: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLink:
    """The link of somebody who has given an address to this group."""

    group: Group
    person: Person
    link: str


def date_letters(
    before: Group, after: Group, by: int, now_ms: int, zones: Mapping[str, Zone], words_in: WordsIn
) -> tuple[Letter, ...]:
    """To everybody but `by` who has given an address: which dates to come this has changed or cancelled.

    What it was is told by the clock that the group had then.
    """
    coming = [(was, now) for was in before.coming(now_ms) if (now := after.meeting(was.number))]
    changed = [(was, now) for was, now in coming if now.sequence != was.sequence]
    if not changed:
        return ()
    clocks, wanted = (zones[before.zone], zones[after.zone]), written_to(after, by)
    return tuple(_date_letter(after, person, changed, clocks, words_in(written_in(after, person))) for person in wanted)


def written_to(group: Group, by: int) -> tuple[Person, ...]:
    """Who is written to of a date that this person changes: the others who have given an address."""
    return tuple(person for person in group.members if person.mail and person.number != by)


def few_letters(before: Group, after: Group, by: int, zone: Zone, words_in: WordsIn) -> tuple[Letter, ...]:
    """To each leader but `by` who has given an address: to which dates fewer come by now than the group meets with."""
    told = {meeting.number for meeting in before.meetings if meeting.few_told}
    few = [meeting for meeting in after.meetings if meeting.few_told and meeting.number not in told]
    wanted = [person for person in after.leaders if person.mail and person.number != by] if few else []
    return tuple(_few_letter(after, person, few, zone, words_in(written_in(after, person))) for person in wanted)


def unconfirmed_letters(before: Group, after: Group, zone: Zone, words_in: WordsIn) -> tuple[Letter, ...]:
    """To each leader who has given an address: which meetings nobody has confirmed yet, and until when they can be."""
    told = {meeting.number for meeting in before.meetings if meeting.unconfirmed_told}
    new = [meeting for meeting in after.meetings if meeting.unconfirmed_told and meeting.number not in told]
    wanted = [person for person in after.leaders if person.mail] if new else []
    return tuple(
        _unconfirmed_letter(after, person, new, zone, words_in(written_in(after, person))) for person in wanted
    )


def renewed_letters(group: Group, number: int, words_in: WordsIn) -> tuple[Letter, ...]:
    """To whoever has opened a new link of their own, if they have given an address: they may not have been it."""
    person = group.person(number)
    if person is None or not person.mail:
        return ()
    words = words_in(written_in(group, person))
    mail = words.mail
    return (_letter(person.mail, words, mail.link, mail.dates.format(group.name), mail.renewed, mail.take_back),)


def code_letters(before: Group, after: Group, by: int, words_in: WordsIn) -> tuple[Letter, ...]:
    """The code to the address that `by` has given by this change, if they have.

    It may come to a stranger, so it names neither the group nor anybody, and has no link.
    """
    now = after.person(by)
    if now is None or now.proof is None or _code(after, by) in {"", _code(before, by)}:
        return ()
    words = words_in(written_in(after, now))
    mail = words.mail
    code = mail.code.format(now.proof.code)
    return (_letter(now.proof.address, words, mail.code_subject, code, mail.code_means, mail.not_you),)


def link_letter(address: str, found: list[FoundLink], words_in: WordsIn) -> Letter:
    """Somebody's own link again, of each group in which they have given this address.

    Where another one of the group has given it too, as in one practice, it says whose each link is.
    """
    words = words_in(written_in(found[0].group, found[0].person))
    mail, links = words.mail, []
    for each in found:
        named = f"{each.group.name}, {each.person.name}" if _is_shared(each) else each.group.name
        links.append(f"{mail.dates.format(named)}\n{each.link}")
        if each.group.lock is not None:
            links.append(mail.no_key)
    return _letter(address, words, mail.link, mail.asked, *links, mail.yours_alone, mail.take_back)


def _is_shared(found: FoundLink) -> bool:
    """Whether another one of the group has given this address too, however it is typed."""
    given = [person.mail.casefold() for person in found.group.members]
    return given.count(found.person.mail.casefold()) > 1


def _code(group: Group, by: int) -> str:
    """The code that is awaited from this person; empty if none is."""
    person = group.person(by)
    return person.proof.code if person and person.proof else ""


def written_in(group: Group, person: Person) -> str:
    """In which language the group writes to this person."""
    return person.language or group.language


def _date_letter(
    group: Group, person: Person, changed: list[tuple[Meeting, Meeting]], clocks: tuple[Zone, Zone], words: Words
) -> Letter:
    lines = [line for was, now in changed for line in _changes(was, now, clocks, words)]
    return _about_dates(group, person, words, words.mail.date_changed, lines, words.mail.shows_all)


def _few_letter(group: Group, person: Person, few: list[Meeting], zone: Zone, words: Words) -> Letter:
    lines = [
        words.mail.few.format(_said(meeting, zone, words), expected_at(group, meeting), group.terms.quorum)
        for meeting in few
    ]
    return _about_dates(group, person, words, words.mail.few_subject, lines, words.mail.few_shows)


def _unconfirmed_letter(group: Group, person: Person, new: list[Meeting], zone: Zone, words: Words) -> Letter:
    mail = words.mail
    until = (words.dates.written(zone.wall(held_of(meeting).confirm_until_ms)) for meeting in new)
    lines = [mail.unconfirmed.format(_said(meeting, zone, words), day) for meeting, day in zip(new, until, strict=True)]
    return _about_dates(group, person, words, mail.unconfirmed_subject, lines, mail.unconfirmed_shows)


def _about_dates(group: Group, person: Person, words: Words, subject: str, lines: list[str], shows: str) -> Letter:
    """What is new of dates, line by line, and what their own link `shows` of it."""
    listed = "\n".join(f"- {line}" for line in lines)
    named = words.mail.dates.format(group.name)
    return _letter(person.mail, words, subject.format(group.name), named, listed, shows, words.mail.take_back)


def _letter(address: str, words: Words, subject: str, *paragraphs: str) -> Letter:
    return Letter(address=address, language=words.lang, subject=subject, text="\n\n".join(paragraphs))


def _changes(was: Meeting, now: Meeting, clocks: tuple[Zone, Zone], words: Words) -> Iterator[str]:
    before, after = (_said(each, clock, words) for each, clock in zip((was, now), clocks, strict=True))
    if now.cancelled:
        yield words.mail.cancelled.format(before)
        return
    if now.starts_ms != was.starts_ms:
        yield words.mail.moved.format(before, after)
    if now.minutes != was.minutes:
        yield words.mail.takes.format(after, now.minutes)


def _said(meeting: Meeting, zone: Zone, words: Words) -> str:
    wall = zone.wall(meeting.starts_ms)
    return words.mail.when.format(words.dates.with_weekday(wall), on_clock(wall), zone.name)
