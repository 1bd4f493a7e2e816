"""Mail of groups, against a real mail server on the loopback: STARTTLS, a password, and what goes wrong."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest

from app.group.letters import Letter
from app.live import lost_links, mail
from app.live.ending import end_tasks
from app.live.mail import AGAIN_AFTER_S, NEWS_MAX, NEWS_OF_ONE_MAX, TRIES, WAITING_MAX, Mailer
from app.main import open_services, server_for
from app.standing_groups import greets_as
from app.store.groups import GroupId
from app.web.services import Services
from app.words.languages import LANGUAGES, words_in
from tests.support.group_client import GroupClient
from tests.support.mail import PASSWORD, SERVER, USER, Postbox, code_in, link_in, mail_server
from tests.support.server import running, settings_for

LETTER = Letter(address="mia@example.org", language="en", subject="A date", text="has changed")


async def until(there: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not there():
            await asyncio.sleep(0.01)


def smtp(port: int) -> dict[str, object]:
    return {
        "smtp_host": "localhost",
        "smtp_port": port,
        "smtp_from": "circle@circle.example",
        "smtp_user": USER,
        "smtp_password": PASSWORD,
    }


def test_a_moved_date_and_a_lost_link_reach_whoever_gave_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """G29, G30: encrypted; the link opens the group; and no address and no link is logged."""
    caplog.set_level(logging.DEBUG)

    async def scene(client: GroupClient, box: Postbox) -> None:
        for name in client.links:
            await client.does(name, "accept_frame", number=1)
        assert (await client.view("Mia"))["you"]["mail"] == ""
        await proves(client, "Mia", "mia@example.org", box)
        day = datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(days=7)
        rule = {"every": 1, "unit": "weeks", "count": 1}
        seen = await client.does("Frida", "plan_dates", first=day.strftime("%Y-%m-%d"), at="18:00", rule=rule)
        number = seen["meetings"][0]["number"]
        await client.does("Frida", "move_meeting", meeting=number, on=day.strftime("%Y-%m-%d"), at="19:00")
        await until(lambda: len(box.letters) > 1)
        assert "is moved to" in box.letters[1].get_content()

        answers = [await lost(client, address) for address in ("mia@example.org", "nobody@example.org")]
        assert [answer.status_code for answer in answers] == [202, 202]
        assert answers[0].content == answers[1].content
        await until(lambda: len(box.letters) > 2)
        assert link_in(box.letters[2]) == client.links["Mia"]
        assert box.encrypted == [True] * 3
        assert box.greeted == ["[127.0.0.1]"] * 3
        assert {letter["To"] for letter in box.letters} == {"mia@example.org"}
        assert (await lost(client, "mia")).status_code == 422

    async def run() -> None:
        async with mail_server(tmp_path) as (box, port):
            monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
            async with running(tmp_path / "data", **smtp(port)) as server, httpx.AsyncClient() as http:
                assert (await http.get(f"{server.url}/api/mail")).json() == {"sends": True}
                await scene(await GroupClient.open(server, http), box)

    asyncio.run(run())
    said = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("app"))
    assert "example.org" not in said
    assert "#g." not in said


def test_no_name_of_a_group_writes_headers_or_lines_of_a_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G29: nor does it end one, however it is spelled; Python's own mail library reads a subject before it is sent."""
    lines = "A_date=0D=0AReply-To:_eve@example.org=0D=0A=0D=0AYour_link:_http://evil.example"
    name = f"=?utf-8?q?{lines}?="

    async def scene(box: Postbox, mailer: Mailer) -> None:
        mailer.post(replace(LETTER, subject=name))
        await until(lambda: mailer.counters.sent + mailer.counters.failed)
        [letter] = box.letters
        assert letter["Subject"] == name
        assert letter["Reply-To"] is None
        assert letter.get_content().strip() == LETTER.text

    asyncio.run(with_mailer(tmp_path, monkeypatch, scene))


def test_a_subject_is_read_as_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """G29: Python's own mail library loses a space where a line ends between words that it encodes."""
    name = "Grupo Balint do Centro de Saúde de São João, Évora"
    subjects = [
        words_in(language).mail.date_changed.format(name[start:]) for language in LANGUAGES for start in range(0, 24, 4)
    ]

    async def scene(box: Postbox, mailer: Mailer) -> None:
        mailer.post(*(replace(LETTER, subject=subject) for subject in subjects))
        await mailer.tried()
        assert [letter["Subject"] for letter in box.letters] == subjects

    asyncio.run(with_mailer(tmp_path, monkeypatch, scene))


def test_no_machine_answers_a_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """G29: an answer would tell whoever reads the sender's mailbox who is in a group. Exchange is asked by a header of
    its own ([MS-OXCMAIL], section 2.1.3.2.20), all others by that of RFC 3834.
    """

    async def scene(box: Postbox, mailer: Mailer) -> None:
        mailer.post(LETTER)
        await until(lambda: box.letters)
        assert box.letters[0]["Auto-Submitted"] == "auto-generated"
        assert box.letters[0]["X-Auto-Response-Suppress"] == "OOF, AutoReply"

    asyncio.run(with_mailer(tmp_path, monkeypatch, scene))


def test_a_letter_says_in_which_language_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """G29: it is read aloud in that language (RFC 3282)."""

    async def scene(box: Postbox, mailer: Mailer) -> None:
        mailer.post(replace(LETTER, language="pt-PT"))
        await until(lambda: box.letters)
        assert box.letters[0]["Content-Language"] == "pt-PT"

    asyncio.run(with_mailer(tmp_path, monkeypatch, scene))


@pytest.mark.parametrize(
    ("public_url", "said"),
    [
        ("https://circle.example", "circle.example"),
        ("https://Circle.example:8443", "circle.example"),
        ("http://192.0.2.7:8000", "[192.0.2.7]"),
        ("https://[2001:db8::7]", "[IPv6:2001:db8::7]"),
    ],
)
def test_a_mail_server_is_greeted_by_the_name_of_the_page(public_url: str, said: str) -> None:
    """G29: many take no letter from a machine that says a name without a dot, as a container does of itself. An address
    is said as RFC 5321, section 4.1.3, has it.
    """
    assert greets_as(public_url) == said


async def proves(client: GroupClient, name: str, address: str, box: Postbox) -> None:
    await client.does(name, "note_mail", address=address)
    await until(lambda: box.to(address))
    [letter] = box.to(address)
    assert (await client.does(name, "prove_mail", code=code_in(letter)))["you"]["mail"] == address


async def lost(client: GroupClient, address: str) -> httpx.Response:
    return await client.http.post(f"{client.server.url}/api/group/lost-link", json={"address": address})


def test_a_server_without_mail_offers_none_and_says_what_to_do(tmp_path: Path) -> None:
    """G29"""

    async def run() -> None:
        async with running(tmp_path) as server, httpx.AsyncClient() as http:
            assert (await http.get(f"{server.url}/api/mail")).json() == {"sends": False}
            answer = await http.post(f"{server.url}/api/group/lost-link", json={"address": "mia@example.org"})
            assert answer.status_code == 503
            assert "Ask a facilitator" in answer.json()["detail"]

    asyncio.run(run())


def test_who_asks_for_many_links_is_told_to_wait(tmp_path: Path) -> None:
    """G30, W8: and keeps nobody who has a link from proving an address."""

    async def run() -> None:
        async with running(tmp_path, **smtp(1)) as server, httpx.AsyncClient() as http:
            url = f"{server.url}/api/group/lost-link"
            codes = [(await http.post(url, json={"address": f"n{i}@example.org"})).status_code for i in range(11)]
            assert codes == [202] * 10 + [429]
            client = await GroupClient.open(server, http)
            await client.does("Mia", "note_mail", address="mia@example.org")
            for _ in range(9):
                assert (await client.asks("Max", "note_mail", address="max")).status_code == 409
            assert (await client.asks("Max", "note_mail", address="max@example.org")).status_code == 429
            assert (await client.view("Max"))["you"]["code"] is None

    asyncio.run(run())


def test_nobody_is_told_that_a_link_is_on_its_way_for_which_nobody_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G30: as long as too many others wait for theirs."""
    monkeypatch.setattr(lost_links, "ASKED_MAX", 0)

    async def run() -> None:
        async with running(tmp_path, **smtp(1)) as server, httpx.AsyncClient() as http:
            answer = await http.post(f"{server.url}/api/group/lost-link", json={"address": "mia@example.org"})
            assert answer.status_code == 503
            assert "Try again" in answer.json()["detail"]

    asyncio.run(run())


def test_an_address_that_is_not_proved_is_sent_its_code_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """G31: no link, though it is asked for, and no date. Its code is not logged."""
    caplog.set_level(logging.DEBUG)

    async def scene(client: GroupClient, box: Postbox) -> str:
        for name in client.links:
            await client.does(name, "accept_frame", number=1)
        await client.does("Max", "note_mail", address="stranger@example.org")
        await until(lambda: box.to("stranger@example.org"))
        day = (datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(days=7)).strftime("%Y-%m-%d")
        seen = await client.does(
            "Frida", "plan_dates", first=day, at="18:00", rule={"every": 1, "unit": "weeks", "count": 1}
        )
        await client.does("Frida", "cancel_meeting", meeting=seen["meetings"][0]["number"])
        await proves(client, "Mia", "mia@example.org", box)
        links = client.server.services.lost_links
        assert links
        for address in ("stranger@example.org", "mia@example.org"):  # in one pass
            links.ask(address)
        await until(lambda: len(box.to("mia@example.org")) > 1)
        [letter] = box.to("stranger@example.org")
        return code_in(letter)

    async def run() -> str:
        async with mail_server(tmp_path) as (box, port):
            monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
            async with running(tmp_path / "data", **smtp(port)) as server, httpx.AsyncClient() as http:
                return await scene(await GroupClient.open(server, http), box)

    code = asyncio.run(run())
    said = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("app"))
    assert code not in said
    assert "example.org" not in said


@pytest.mark.parametrize(("refuses", "sent", "failed"), [(TRIES - 1, 1, 0), (TRIES, 0, 1)])
def test_what_cannot_be_sent_is_tried_again_and_then_dropped(
    refuses: int,
    sent: int,
    failed: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """G29: it is said in the log, without an address."""

    async def scene(box: Postbox, mailer: Mailer) -> None:
        box.refuses = refuses
        mailer.post(LETTER)
        await until(lambda: mailer.counters.sent + mailer.counters.failed)
        assert (mailer.counters.sent, mailer.counters.failed, len(box.letters)) == (sent, failed, sent)

    asyncio.run(with_mailer(tmp_path, monkeypatch, scene, again_after_s=0))
    assert "a mail could not be sent (SMTPDataError 451) and" in caplog.text
    assert "example.org" not in caplog.text


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        ("for good", "SMTPRecipientsRefused 550 5.1.1)"),
        ("for now", "SMTPRecipientsRefused 450)"),
        ("unwritten", ""),
    ],
)
def test_a_letter_that_is_not_taken_holds_up_no_other(
    refused: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """G29: somebody waits for the code that is in the next one. One cannot be written: at its address, which earlier
    releases took, Python's own mail library fails.
    """
    address = "=?utf-8?q??=@example.org" if refused == "unwritten" else "nobody@example.org"

    async def scene(box: Postbox, mailer: Mailer) -> None:
        box.unknown = address if refused == "for good" else ""
        box.busy[address] = int(refused == "for now")
        mailer.post(replace(LETTER, address=address), LETTER)
        await until(lambda: box.to(LETTER.address))
        assert mailer.counters.failed == (refused == "for good")
        assert box.to(address) == []

    asyncio.run(with_mailer(tmp_path, monkeypatch, scene))
    assert f"a mail could not be sent ({said}" in caplog.text
    assert "example.org" not in caplog.text


def test_a_letter_that_is_turned_away_for_now_comes_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """G29"""

    async def scene(box: Postbox, mailer: Mailer) -> None:
        box.busy[LETTER.address] = TRIES - 1
        mailer.post(LETTER)
        await until(lambda: mailer.counters.sent)
        assert (mailer.counters.failed, len(box.letters)) == (0, 1)

    asyncio.run(with_mailer(tmp_path, monkeypatch, scene, again_after_s=0))


def test_a_letter_that_has_been_taken_is_sent_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """G29: whatever the mail server does afterwards."""
    monkeypatch.setattr(mail, "GOODBYE_WITHIN_S", 1)

    async def scene(box: Postbox, mailer: Mailer) -> None:
        box.hangs_up = False
        mailer.post(LETTER)
        await until(lambda: mailer.counters.sent + mailer.counters.failed)
        box.hangs_up = True
        assert (mailer.counters.sent, len(box.letters)) == (1, 1)

    asyncio.run(with_mailer(tmp_path, monkeypatch, scene, again_after_s=0))
    assert "could not be sent" not in caplog.text


def test_a_mail_server_has_minutes_to_say_that_it_has_taken_a_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """G29: it may read the letter first, and has delivered it once it says so (RFC 5321, section 4.5.3.2.6)."""
    monkeypatch.setattr(mail, "CONNECT_WITHIN_S", 1)

    async def scene(box: Postbox, mailer: Mailer) -> None:
        box.reads_for_s = 1.5
        mailer.post(LETTER)
        await until(lambda: mailer.counters.sent + mailer.counters.failed)
        assert (mailer.counters.sent, len(box.letters)) == (1, 1)

    asyncio.run(with_mailer(tmp_path, monkeypatch, scene, again_after_s=0))
    assert "could not be sent" not in caplog.text


def test_a_letter_is_the_same_at_each_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """G29: where a mail server has taken it, and does not say so in time, it can leave out what it has got."""
    monkeypatch.setattr(mail, "TAKEN_WITHIN_S", 0.5)
    monkeypatch.setattr(mail, "GOODBYE_WITHIN_S", 0.1)

    async def scene(box: Postbox, mailer: Mailer) -> None:
        box.reads_for_s = 20
        mailer.post(LETTER, LETTER)
        await until(lambda: mailer.counters.failed == 2)
        assert len(box.letters) == 2 * TRIES
        assert len({letter["Message-ID"] for letter in box.letters}) == 2
        assert len({(letter["Message-ID"], letter["Date"]) for letter in box.letters}) == 2

    asyncio.run(with_mailer(tmp_path, monkeypatch, scene, again_after_s=0))


async def told_to_stop(services: Services) -> None:
    """As by SIGTERM; when this returns, a server ends."""
    server = server_for(services)
    server.handle_exit(signal.SIGTERM, None)
    await until(lambda: server.should_exit)


def test_a_server_that_is_told_to_stop_writes_what_it_has_promised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """G29, G30: letters that wait to be sent, and a link that waits to be looked for."""
    monkeypatch.setattr(lost_links, "LAST_WITHIN_S", 20)

    async def run() -> None:
        async with mail_server(tmp_path) as (box, port):
            monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
            async with running(tmp_path / "data", **smtp(port)) as server, httpx.AsyncClient() as http:
                client = await GroupClient.open(server, http)
                for name in ("Mia", "Max", "Piet"):
                    await client.does(name, "accept_frame", number=1)
                await lost(client, "nobody@example.org")  # there is a pass now, and then none for half a minute
                await proves(client, "Mia", "mia@example.org", box)
                await lost(client, "mia@example.org")
                for name in ("Max", "Piet"):
                    await client.does(name, "note_mail", address=f"{name.lower()}@example.org")
                await told_to_stop(server.services)
            assert link_in(box.to("mia@example.org")[1]) == client.links["Mia"]
            assert [len(box.to(f"{name}@example.org")) for name in ("max", "piet")] == [1, 1]

    asyncio.run(run())
    assert "are lost" not in caplog.text


def test_a_server_that_is_told_to_stop_says_what_it_could_not_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """G30: soon, and without an address."""
    monkeypatch.setattr(lost_links, "LAST_WITHIN_S", 0.1)

    async def run() -> None:
        async with open_services(settings_for(tmp_path, **smtp(1)), "http://localhost") as services:
            assert services.lost_links
            services.lost_links.ask("mia@example.org")
            monkeypatch.setattr(services.groups.kept, "names", asyncio.Event().wait)
            await told_to_stop(services)

    asyncio.run(run())
    assert "links that were asked for are not sent, for the server ends: 1" in caplog.text
    assert "example.org" not in caplog.text


def test_a_server_that_ends_says_which_letters_it_has_not_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """G29: in the line, and those that come back to it later."""

    async def scene(box: Postbox, mailer: Mailer) -> None:
        box.busy["nobody@example.org"] = 1
        mailer.post(replace(LETTER, address="nobody@example.org"), LETTER)
        await until(lambda: mailer.counters.sent)
        mailer.post(LETTER)

    asyncio.run(with_mailer(tmp_path, monkeypatch, scene))
    assert "mails that have not been sent are lost, for the server ends: 2" in caplog.text


async def with_mailer(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    scene: Callable[[Postbox, Mailer], Awaitable[None]],
    again_after_s: float = AGAIN_AFTER_S,
) -> None:
    async with mail_server(folder) as (box, port):
        monkeypatch.setenv("SSL_CERT_FILE", str(folder / "authority.pem"))
        handed = replace(SERVER, port=port, tls="starttls", user=USER, password=PASSWORD)
        mailer = Mailer(handed, again_after_s=again_after_s)
        sending = asyncio.ensure_future(mailer.go_on_sending())
        try:
            await scene(box, mailer)
        finally:
            await end_tasks(sending)


def test_letters_wait_up_to_a_bound_and_nobody_waits_for_them() -> None:
    """G29"""
    mailer = Mailer(SERVER)
    assert len(mailer.post(*[LETTER] * (WAITING_MAX + 5))) == WAITING_MAX
    assert mailer.counters.dropped == 5


def test_no_group_takes_the_places_of_others_or_of_what_somebody_waits_for() -> None:
    """G29: a leader who moves a date to and fro has fifteen letters written each time."""
    mailer = Mailer(SERVER)
    groups = [GroupId(f"group {number}") for number in range(8)]
    taken = [len(mailer.post(*[LETTER] * 270, news_of=group)) for group in groups]
    assert taken == [NEWS_OF_ONE_MAX, NEWS_OF_ONE_MAX, NEWS_MAX - 2 * NEWS_OF_ONE_MAX, 0, 0, 0, 0, 0]
    assert len(mailer.post(*[LETTER] * 270)) == WAITING_MAX - NEWS_MAX
    assert not mailer.has_room(groups[7])


def test_a_group_has_its_places_again_once_its_letters_have_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G29: sent, or refused for good."""

    async def scene(box: Postbox, mailer: Mailer) -> None:
        group = GroupId("tuesday")
        for address in ("nobody@example.org", LETTER.address):
            box.unknown = "nobody@example.org"
            letters = [replace(LETTER, address=address)] * 4
            assert len(mailer.post(*letters, news_of=group)) == 3
            assert not mailer.has_room(group)
            await mailer.tried()
            assert mailer.has_room(group)

    monkeypatch.setattr(mail, "NEWS_OF_ONE_MAX", 3)
    asyncio.run(with_mailer(tmp_path, monkeypatch, scene))
