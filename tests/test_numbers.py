"""Numbers that are rules stand in the documents, and in what the page says, as the code has them."""

import pytest

from app.circle import timing, transient
from app.circle.cards import Signal
from app.circle.commands_time import STEP_MINUTES_MAX
from app.circle.frame import SENTENCE_MAX
from app.circle.plan import PLAN_MINUTES_MAX, STEPS_MAX
from app.circle.seats import NAME_MAX
from app.circle.sounding import NO_SOUND_AFTER_MS
from app.circle.state import TITLE_MAX
from app.circle.units import DAY_MS, HOUR_MS, MINUTE_MS
from app.group import meeting, series
from app.group.cards import ANSWERS_MIN
from app.group.certificate import DOUBLE_HOUR_MINUTES, UNIT_MINUTES
from app.group.commands_erasure import GRACE_MS, UNTOUCHED_KEPT_MS
from app.group.person import CODE_TRIES, CODES_MAX
from app.group.retention import ABSENCES_KEPT_MS
from app.live import lost_links, mail, participants
from app.live.mailbox import CALLS_MAX
from app.live.outbox import ANSWERS_MAX
from app.media import limits, tcp
from app.media.paths import PATHS_MAX
from app.media.server import RX_SLOTS
from app.web.asking import ASKED_MAX
from tests.support.process import ROOT

UNUSED, NEVER_BEGUN = timing.UNUSED_AFTER_MS // DAY_MS, timing.NEVER_BEGUN_AFTER_MS // DAY_MS
CLAIM_S = transient.CLAIM_WAITS_MS // 1000


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("RULES", f"has 2 to {STEPS_MAX} steps"),
        ("RULES", f"{PLAN_MINUTES_MAX} in all"),
        ("RULES", f"between 0 and {STEP_MINUTES_MAX} in all"),
        ("RULES", f"a title has 1 to {TITLE_MAX} characters, a name 1 to {NAME_MAX}"),
        ("RULES", f"of at most {SENTENCE_MAX} characters"),
        ("RULES", f"Without an answer in {CLAIM_S} s"),
        ("RULES", f"stands empty for {timing.ABANDONED_AFTER_MS // HOUR_MS} hours"),
        ("RULES", f"never begun after {NEVER_BEGUN} days without anybody there, and one that nobody has ever entered"),
        ("RULES", f"more than {series.DATES_MAX} dates or {series.MEETINGS_MAX} with"),
        ("RULES", f"from {meeting.ENTER_BEFORE_MS // MINUTE_MS} minutes before its time"),
        ("RULES", f"until {meeting.ENTER_AFTER_MS // MINUTE_MS} minutes after its planned end"),
        ("RULES", f"within {meeting.CONFIRM_WITHIN_MS // DAY_MS} days of the end"),
        ("RULES", f"full units of {UNIT_MINUTES} and of {DOUBLE_HOUR_MINUTES} minutes"),
        ("GUIDE", f"within {CLAIM_S} seconds"),
        ("GUIDE", f"ends after {UNUSED} days; once somebody has, it waits {NEVER_BEGUN} days"),
        ("GUIDE", f"{UNTOUCHED_KEPT_MS // DAY_MS} days after it was opened"),
        ("GUIDE", f"from {meeting.ENTER_BEFORE_MS // MINUTE_MS} minutes before"),
        ("GUIDE", f"within {meeting.CONFIRM_WITHIN_MS // DAY_MS} days"),
        ("OPERATIONS", f"{mail.WAITING_MAX} letters wait at most, {mail.NEWS_MAX} of them news of groups"),
        ("OPERATIONS", f"and {mail.NEWS_OF_ONE_MAX} of one group"),
        ("OPERATIONS", f"{tcp.CONNECTIONS_MAX} connections beside those of the page, {tcp.SOURCE_CONNECTIONS_MAX} of"),
        ("ARCHITECTURE", f"mailbox {CALLS_MAX} calls, {ASKED_MAX} commands of a page"),
        ("ARCHITECTURE", f"one view and twice {ANSWERS_MAX} answers"),
        ("ARCHITECTURE", f"{PATHS_MAX} addresses a browser"),
        ("ARCHITECTURE", f"{limits.VOICE_PACKETS_PER_S} packets and {limits.VOICE_BYTES_PER_S // 1000} kB a second"),
        ("ARCHITECTURE", f"up to {RX_SLOTS} datagrams"),
        ("words", f"within {CLAIM_S} seconds, your seat"),
        ("words", f"from {meeting.ENTER_BEFORE_MS // MINUTE_MS} minutes before"),
        ("words", f"It opens {meeting.ENTER_BEFORE_MS // MINUTE_MS} minutes before"),
        ("words", f"within {meeting.CONFIRM_WITHIN_MS // DAY_MS} days."),
        ("words", f"within {meeting.CONFIRM_WITHIN_MS // DAY_MS} days of the meeting"),
        ("words", f"of the last {meeting.CONFIRM_WITHIN_MS // DAY_MS} days"),
        ("words", f"until {ABSENCES_KEPT_MS // DAY_MS} days after the meeting"),
        ("words", f"Units of {UNIT_MINUTES} minutes"),
        ("words", f"full ones of {DOUBLE_HOUR_MINUTES} minutes"),
    ],
)
def test_a_number_is_told_as_it_is(page: str, told: str) -> None:
    assert told in text(page)


@pytest.mark.parametrize(
    ("page", "told", "so"),
    [
        ("RULES", "one of twelve fixed signals", len(Signal) == 12),
        ("RULES", "are given a cue at two minutes", timing.CUE_BEFORE_MS == 2 * MINUTE_MS),
        ("RULES", "at zero and every five minutes over", timing.CUE_EVERY_MS == 5 * MINUTE_MS),
        ("RULES", "After two minutes the leaders alone are asked", timing.LOST_LONG_MS == 2 * MINUTE_MS),
        ("RULES", "when all have been gone for two minutes", timing.LINGERED_AFTER_MS == 2 * MINUTE_MS),
        ("RULES", "after ten seconds that it has found no way", NO_SOUND_AFTER_MS == 10_000),
        ("RULES", "not asked for ten minutes", transient.DOUBT_TTL_MS == 10 * MINUTE_MS),
        ("RULES", "within twenty seconds", participants.SOUNDS_ON_MS == 20_000),
        ("RULES", "back within three seconds", participants.UNNOTED_MS == 3000),
        ("RULES", "takes two leaders and thirty days", GRACE_MS == 30 * DAY_MS),
        ("RULES", "once in ten minutes and three times a day", lost_links.AGAIN_AFTER_MS == 10 * MINUTE_MS),
        ("RULES", "once in ten minutes and three times a day", lost_links.A_DAY_MAX == 3),
        ("GUIDE", "sends one of twelve signals", len(Signal) == 12),
        ("GUIDE", "it fades after half a minute", transient.SIGNAL_TTL_MS == MINUTE_MS // 2),
        ("GUIDE", "after ten seconds you are told who", NO_SOUND_AFTER_MS == 10_000),
        ("GUIDE", "After two minutes you are asked", timing.LOST_LONG_MS == 2 * MINUTE_MS),
        ("OPERATIONS", "Each is tried three times, a minute apart", mail.TRIES == 3 and mail.AGAIN_AFTER_S == 60),
        ("words", "has been lost for two minutes", timing.LOST_LONG_MS == 2 * MINUTE_MS),
        ("words", "by yourself within two minutes", timing.LOST_LONG_MS == 2 * MINUTE_MS),
        ("words", "Then thirty days pass", GRACE_MS == 30 * DAY_MS),
        ("words", "only if five or more have answered", ANSWERS_MIN == 5),
        ("words", "There are five tries in all", CODE_TRIES == 5),
        ("words", "After three codes we send you none", CODES_MAX == 3),
        ("OPERATIONS", "closes in five seconds whoever is in no circle", tcp.UNKNOWN_S == 5),
    ],
)
def test_a_number_is_told_as_it_is_in_words(page: str, told: str, so: bool) -> None:
    assert told in text(page)
    assert so


def text(page: str) -> str:
    """What the document says, or the page in English, which the other languages follow, in one line."""
    files = (ROOT / "frontend/src/words/en").rglob("*.ts") if page == "words" else [ROOT / "docs" / f"{page}.md"]
    return " ".join(" ".join(file.read_text() for file in files).split())
