"""The words of one language. Where a sentence is completed by something, `{0}` and `{1}` stand for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

OfCode = Mapping[str, str]
"""What is said of each of a closed set of codes: of a role, of a reason."""


def on_clock(time: datetime) -> str:
    """The time of day. Hours are counted to 24 in every language of the page, each with two figures: 09:05."""
    return f"{time:%H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """How days are written: `day` and, with its weekday, `weekday` are patterns, as are `hours`, from when to when.
    `first` is the first day of a month, and `point` that of 1.5.
    """

    day: str
    weekday: str
    first: str
    hours: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    point: str

    def written(self, day: date) -> str:
        """The day: 12 January 2027."""
        return self._filled(self.day, day)

    def with_weekday(self, day: date) -> str:
        """The same with its weekday."""
        return self._filled(self.weekday, day)

    def from_to(self, began: datetime, ended: datetime) -> str:
        """From when to when it was: 18:00–19:30."""
        return self.hours.format(on_clock(began), on_clock(ended))

    def decimal(self, number: float) -> str:
        """The number with its point: 1.5."""
        return f"{number:g}".replace(".", self.point)

    def _filled(self, pattern: str, day: date) -> str:
        month, weekday = self.months[day.month - 1], self.weekdays[day.weekday()]
        counted = self.first if day.day == 1 else day.day
        return pattern.format(day=counted, month=month, year=day.year, weekday=weekday)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailWords:
    """What a group writes by mail."""

    date_changed: str
    dates: str
    cancelled: str
    moved: str
    takes: str
    when: str
    shows_all: str
    few_subject: str
    few: str
    few_shows: str
    unconfirmed_subject: str
    unconfirmed: str
    unconfirmed_shows: str
    renewed: str
    link: str
    asked: str
    no_key: str
    yours_alone: str
    take_back: str
    code_subject: str
    code: str
    code_means: str
    not_you: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWords:
    """What stands in a calendar."""

    means: str
    cancelled: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateWords:
    """What stands on a certificate in a file, beside what a printed one says too."""

    page_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """A certificate of attendance, as a page prints it too. `columns` in their order."""

    title: str
    of_what: str
    called: str
    number: str
    group: str
    organiser: str
    leaders: str
    leader: str
    leader_gone: str
    mode: str
    time: str
    span: str
    closed: str
    open: str
    modes: OfCode
    roles: OfCode
    role_mode: str
    meetings: str
    none: str
    columns: OfCode
    zone: str
    marked: str
    corrected: str
    in_all: str
    minutes: str
    hours: str
    to_quarter: str
    units: str
    full: str
    double_hours: str
    full_double: str
    only: str
    issued: str
    signature: str
    stamp: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogWords:
    """A facilitator's own log, as a table. `columns` in their order."""

    columns: OfCode
    part: OfCode
    in_case: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemWords:
    """What stops a question that nobody has refused."""

    too_often: str
    too_many_open: str
    other_name: str
    groups_not_kept: str
    needs_key: str
    too_slow: str
    too_much: str
    failed: str
    full: str
    full_of_unused: str
    circle_not_opened: str
    no_title: str
    no_member: str
    no_plan: str
    group_not_opened: str
    group_not_read: str
    group_unsure: str
    group_newer: str
    group_erased: str
    group_link: str
    meeting_not_entered: str
    not_drawn: str
    not_made: str
    no_mail: str
    link_sent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoWords:
    """What the demonstration's circle is called, its people are marked with, and its door says."""

    title: str
    synthetic: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All that the server writes in the language `lang` (BCP 47). `refused`: why a group says no."""

    lang: str
    dates: DateWords
    paper: PaperWords
    mail: MailWords
    calendar: CalendarWords
    certificate: CertificateWords
    demo: DemoWords
    log: LogWords
    problems: ProblemWords
    refused: OfCode
