"""What people take away: certificate, log, calendar and what is kept of them."""

import asyncio
import csv
import io
import json
import re
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import icalendar
import pytest

from app.circle.replacing import replace
from app.circle.seats import NAME_MAX
from app.group.certificate import certificate_of
from app.group.commands_attendance import VNR_MAX, AddInPerson, ConfirmMeeting, CorrectMeeting, PersonMinutes
from app.group.commands_frame import ChangeFrame
from app.group.commands_log import NoteSupervision
from app.group.commands_people import NoteAccreditation, RemovePerson, RenamePerson
from app.group.group import GROUP_NAME_MAX
from app.group.leaders_log import led_by
from app.group.terms import ORGANISER_MAX
from app.live.zones import zone_of
from app.web.certificate_pdf import NotDrawn
from app.web.log_csv import log_csv
from app.web.sources import SourceRateLimit
from app.words.languages import LANGUAGES, words_in
from tests.support.group_client import GroupClient
from tests.support.group_scene import FRIDA, MIA, GroupScene
from tests.support.papers import drawn, words_of
from tests.support.server import running
from tests.web.test_groups import plays

BERLIN = zone_of("Europe/Berlin", 1_800_000_000_000)


def attended(name: str = "Mia", **terms: Any) -> GroupScene:
    scene = GroupScene(**terms).plans("2027-01-12", count=3)
    scene.asks(FRIDA, RenamePerson(person=MIA, name=name))
    for number, minutes in ((7, 60), (8, 45), (9, 52)):
        scene.holds(number, [(FRIDA, 60), (MIA, minutes)])
        if number != 9:
            scene.asks(FRIDA, ConfirmMeeting(meeting=number))
    return scene


def pdf_of(scene: GroupScene, number: str = "", language: str = "en") -> bytes:
    return drawn(certificate_of(scene.group, MIA), scene.now_ms, BERLIN, number, language)


def test_a_certificate_says_what_was_and_no_more(tmp_path: Path) -> None:
    """G17: confirmed meetings alone, and no promise of credit."""
    scene = attended(organiser="Balint Institute").asks(FRIDA, NoteAccreditation(words="DBG 1234"))
    words = words_of(pdf_of(scene, "EFN 801234567890123"), tmp_path)
    for said in (
        "Certificate of attendance",
        "Mia",
        "EFN 801234567890123",
        "Balint Institute",
        "Frida (DBG 1234)",
        "12 January 2027 18:00–19:00 60 1 member, live online, audio",
        "26 January 2027 18:00–19:00 45 1 member, live online, audio",
        "Europe/Berlin",
        "Meetings 2 Minutes 105",
        "Hours 1.75 (to the nearest quarter)",
        "Units of 45 minutes 2",
        "Double hours 1",
        "Attendance only; credit is decided by the body it is shown to.",
    ):
        assert said in words, said
    assert "9 February 2027 18:00" not in words


def test_a_certificate_has_what_a_body_looks_for(tmp_path: Path) -> None:
    """G16, G17: date of issue, its number, that of the event, room to sign, and how each meeting was held."""
    scene = GroupScene().plans("2027-01-12").holds(7, [(FRIDA, 60), (MIA, 31)])
    scene.asks(FRIDA, CorrectMeeting(meeting=7, minutes=(PersonMinutes(person=MIA, minutes=55),)))
    scene.asks(FRIDA, ConfirmMeeting(meeting=7, vnr="2761102027012345678"))
    scene.at("2027-01-20 12:00")
    there = tuple(PersonMinutes(person=who, minutes=90) for who in (FRIDA, MIA))
    scene.asks(FRIDA, AddInPerson(on=date(2027, 1, 19), at=time(18), minutes=90, cases=2, present=there))
    words = words_of(pdf_of(scene), tmp_path)
    for said in (
        "12 January 2027 18:00–19:00 55 * 1 member, live online, audio 2761102027012345678",
        "19 January 2027 18:00–19:30 90 2 member, in person",
        "* corrected by a facilitator.",
        "closed group",
        "Certificate 0123456789",
        "20 January 2027 Date of issue Signature Stamp",
    ):
        assert said in words, (said, words)
    scene.asks(FRIDA, ChangeFrame(name="Tuesday group", terms=replace(scene.group.terms, closed=False)))
    assert "open group" in words_of(pdf_of(scene), tmp_path)


@pytest.mark.parametrize("typed", ["\ufeff80123\u200b4567 ", "\u202a80123\t4567\u202c", "80123\u00a04567"])
def test_a_typed_number_is_on_a_certificate_as_it_is_read(typed: str, tmp_path: Path) -> None:
    """G16: copied from elsewhere it brings what nobody sees, and what no font has."""

    async def scene(client: GroupClient) -> None:
        data = (await client.post("/certificate/data", "Mia", number=typed)).json()
        assert data["number"].replace(" ", "") == "801234567"
        pdf = await client.post("/certificate", "Mia", number=typed)
        assert pdf.status_code == 200
        (tmp_path / "paper.pdf").write_bytes(pdf.content)
        assert f"Number {data['number']} " in words_of(pdf.content, tmp_path)

    plays(scene, tmp_path)


def test_a_certificate_has_events_numbers_only_where_there_is_one(tmp_path: Path) -> None:
    """G17"""
    scene = GroupScene().plans("2027-01-12").holds(7, [(FRIDA, 60), (MIA, 60)])
    assert "Role, mode Event no." in words_of(pdf_of(scene.asks(FRIDA, ConfirmMeeting(meeting=7, vnr="276"))), tmp_path)
    without = words_of(pdf_of(attended()), tmp_path)
    assert "Role, mode" in without
    assert "Event no." not in without


def test_on_a_certificate_minutes_stand_under_one_another(tmp_path: Path) -> None:
    """G16: also those that are marked as corrected."""
    scene = attended()
    scene.asks(FRIDA, CorrectMeeting(meeting=8, minutes=(PersonMinutes(person=MIA, minutes=51),)))
    words_of(pdf_of(scene), tmp_path)
    boxes = subprocess.run(["pdftotext", "-bbox", tmp_path / "paper.pdf", "-"], capture_output=True, check=True)
    found = re.findall(r'xMax="([\d.]+)" yMax="[\d.]+">(60|51)\b', boxes.stdout.decode())
    assert [number for _, number in found] == ["60", "51"]
    assert len({place for place, _ in found}) == 1, found


def test_nothing_on_a_certificate_runs_off_its_page(tmp_path: Path) -> None:
    """Where a name has no place for a break, it is broken anywhere."""
    scene = attended("W" * NAME_MAX, organiser="W" * ORGANISER_MAX)
    scene.asks(FRIDA, ChangeFrame(name="W" * GROUP_NAME_MAX, terms=scene.group.terms))
    scene.asks(FRIDA, ConfirmMeeting(meeting=9, vnr="W" * VNR_MAX))
    words_of(pdf_of(scene), tmp_path)
    told = subprocess.run(["pdftotext", "-bbox", tmp_path / "paper.pdf", "-"], capture_output=True, check=True)
    boxes = told.stdout.decode()
    [width] = re.findall(r'<page width="([\d.]+)"', boxes)  # one page: no column is a tower of words
    assert max(float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)) < float(width)
    role = max(float(x) for x in re.findall(r'xMax="([\d.]+)" yMax="[\d.]+">audio<', boxes))
    assert float(re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="[\d.]+">W', boxes)[-2]) > role


def test_a_row_of_a_certificate_is_on_one_page(tmp_path: Path) -> None:
    """G16: as on one that the page prints. In Polish it takes several lines."""
    scene = GroupScene().plans("2027-01-12", count=40)
    for number in (meeting.number for meeting in scene.group.meetings):
        scene.holds(number, [(FRIDA, 60), (MIA, 60)]).asks(FRIDA, ConfirmMeeting(meeting=number, vnr="27" * 15))
    (tmp_path / "paper.pdf").write_bytes(pdf_of(scene, language="pl"))
    told = subprocess.run(["pdftotext", "-layout", tmp_path / "paper.pdf", "-"], capture_output=True, check=True)
    pages = [(page.count("uczestnictwo,"), page.count("dźwięk\n")) for page in told.stdout.decode().split("\f")]
    assert sum(begun for begun, _ in pages) == 40
    assert all(begun == ended for begun, ended in pages), pages


def test_a_certificate_is_a_pdf_for_the_archive_and_for_readers_aloud(tmp_path: Path) -> None:
    """PDF/A-2a and PDF/UA-1, as typst has it, or none is made; qpdf finds it whole."""
    pdf = pdf_of(attended())
    assert b"pdfaid:part>2<" in pdf.replace(b" ", b"")
    assert b"pdfuaid:part>1<" in pdf.replace(b" ", b"")
    (tmp_path / "paper.pdf").write_bytes(pdf)
    subprocess.run(["qpdf", "--check", tmp_path / "paper.pdf"], capture_output=True, check=True)


def test_a_certificate_brings_its_fonts_and_says_what_is_a_heading_and_a_table(tmp_path: Path) -> None:
    """PDF/A: every font is in the file, its colours are told. PDF/UA: the whole is tagged, in a language, titled."""
    (tmp_path / "paper.pdf").write_bytes(pdf_of(attended()))
    told = subprocess.run(["qpdf", "--json=2", tmp_path / "paper.pdf"], capture_output=True, check=True)
    values = [each.get("value") for each in json.loads(told.stdout)["qpdf"][1].values()]
    objects = [each for each in values if isinstance(each, dict)]
    [catalogue] = [each for each in objects if each.get("/Type") == "/Catalog"]
    fonts = [each for each in objects if each.get("/Type") == "/FontDescriptor"]
    tags = {each["/S"] for each in objects if each.get("/Type") == "/StructElem"}
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & each.keys() for each in fonts)
    assert {"/Metadata", "/OutputIntents", "/StructTreeRoot"} <= catalogue.keys()
    assert (catalogue["/Lang"], catalogue["/MarkInfo"]["/Marked"]) == ("u:en", True)
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"] is True
    assert {"/Document", "/H1", "/H2", "/Table", "/TH", "/TD"} <= tags


def test_pitfall_10_names_are_inert_in_a_certificate(tmp_path: Path) -> None:
    """Whatever typst would take for its own is a letter here."""
    name = '#panic() <b> "q" $x$ [*]'
    assert name in words_of(pdf_of(attended(name)), tmp_path)


@pytest.mark.parametrize("name", ["\u674e\u96f7", "\u0644\u064a\u0644\u0649"], ids=["Chinese", "Arabic"])
def test_a_name_is_drawn_with_its_letters_or_no_paper_is_made(name: str, tmp_path: Path) -> None:
    """Never boxes. Which scripts can be drawn is for the fonts of the machine to say (docs/OPERATIONS.md)."""
    if (pdf := pdf_or_none(attended(name))) is not None:
        assert name in words_of(pdf, tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_certificate_is_in_the_language_of_whoever_asks(language: str, tmp_path: Path) -> None:
    """G17, W20: and says which it is, so that it is read aloud well."""
    its = words_in(language)
    pdf = pdf_of(attended(), language=language)
    told = words_of(pdf, tmp_path)
    for said in (its.paper.title, its.paper.only, its.certificate.page_of.format(1, 1), f"1{its.dates.point}75"):
        assert said.replace("\u00a0", " ").replace("\u202f", " ") in told, said
    assert f"<rdf:li>{language}</rdf:li>".encode() in pdf


def pdf_or_none(scene: GroupScene) -> bytes | None:
    try:
        return pdf_of(scene)
    except NotDrawn:
        return None


def rows_of(log: str, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(log.removeprefix("\ufeff")), delimiter=separator))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("before", ["", "x;", "x, ", 'x";', '",', 'x;"', 'x; "" "'])
@pytest.mark.parametrize(
    "formula", ['=HYPERLINK("http://x","y")', "+1", "-1", "@x", "=1+1", "＝1", "＋1", "－1", "＠x"]
)
def test_pitfall_10_a_formula_is_inert_in_a_log(formula: str, before: str, language: str) -> None:
    """G18: a spreadsheet shows it and works nothing out, also one that splits cells at another sign."""
    scene, evil, inert = attended(), before + formula, f"{before}'{formula}"
    scene.asks(FRIDA, RenamePerson(person=2, name=evil))
    scene.holds(7, [(FRIDA, 60), (2, 60)]).asks(FRIDA, NoteSupervision(meeting=7, words=evil))
    log = log_csv(led_by(scene.group, FRIDA), BERLIN, words_in(language))
    assert rows_of(log, ";" if language == "de" else ",")[1][8:11] == [inert, "2", inert]
    cells = [cell for separator in ",;\t" for row in rows_of(log, separator) for cell in row]
    assert not any(cell.strip().startswith(tuple("=+-@＝＋－＠")) for cell in cells)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_log_has_its_columns_in_a_spreadsheet_of_its_language(language: str) -> None:
    """G18: one that writes 1,5 takes a semicolon to be between cells."""
    words = words_in(language)
    rows = rows_of(log_csv(led_by(attended().group, FRIDA), BERLIN, words), ";" if words.dates.point == "," else ",")
    assert rows[0] == [*words.log.columns.values()]
    assert {len(row) for row in rows} == {12}


def test_a_leader_who_has_left_is_on_papers_without_a_name(tmp_path: Path) -> None:
    """G12, G17, G18: that there was one is said, in words."""
    scene = GroupScene().plans("2027-01-12").holds(7, [(FRIDA, 60), (2, 60), (MIA, 60)])
    scene.asks(FRIDA, ConfirmMeeting(meeting=7)).asks(FRIDA, RemovePerson(person=2))
    gone = "a facilitator who is no longer in the group"
    [row] = rows_of(log_csv(led_by(scene.group, FRIDA), BERLIN, words_in("en")))[1:]
    assert (row[7], row[8]) == ("co-facilitated", gone)
    assert f"Frida {gone}" in words_of(pdf_of(scene), tmp_path)


def test_a_certificate_without_a_meeting_names_nobody_who_led(tmp_path: Path) -> None:
    """G17"""
    words = words_of(pdf_of(GroupScene()), tmp_path)
    assert "No confirmed meeting" in words
    assert "In all" not in words, "a paper with nothing on it has no sums to sign"
    assert "Facilitators" not in words


Scene = Callable[[GroupClient], Awaitable[None]]


def test_everything_is_taken_away_over_http(tmp_path: Path) -> None:
    """G12, G16, G18, G26: each by one's own link; the calendar by a key that opens nothing else."""

    async def scene(client: GroupClient) -> None:
        held = datetime.now(ZoneInfo("Europe/Berlin")) - timedelta(hours=26)
        there = [{"person": 1, "minutes": 90}, {"person": 4, "minutes": 80}]
        when = {"on": f"{held:%Y-%m-%d}", "at": f"{held:%H:%M}"}
        await client.does("Frida", "add_in_person", **when, minutes=90, cases=2, present=there)
        data = (await client.post("/certificate/data", "Mia", number="EFN 1")).json()
        assert (data["says"]["minutes"], data["says"]["attended"][0]["mode"], data["number"]) == (
            80,
            "in_person",
            "EFN 1",
        )
        pdf = await client.post("/certificate", "Mia")
        assert (pdf.status_code, pdf.content[:5]) == (200, b"%PDF-")
        log = (await client.post("/log", "Frida")).text
        assert '"in person","90","2"' in log
        assert "Mia" not in log
        await client.does("Frida", "change_role", person=4, leads=True)
        await client.does("Mia", "change_role", person=1, leads=False)
        assert (await client.post("/log", "Frida")).text == log
        await client.does("Mia", "change_role", person=1, leads=True)
        await client.does("Frida", "change_role", person=4, leads=False)
        kept = (await client.post("/export", "Mia")).json()
        assert kept["attended"][0]["minutes"] == 80
        assert "EFN" not in json.dumps(kept)

        tomorrow = datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(days=1)
        await client.does("Frida", "plan_dates", first=f"{tomorrow:%Y-%m-%d}", at="18:00")
        assert (await client.post("/feed", "Mia")).json() == {"url": None}
        await client.does("Mia", "renew_feed")
        url = (await client.post("/feed", "Mia")).json()["url"]
        calendar = await client.http.get(url)
        assert calendar.headers["content-type"] == "text/calendar; charset=utf-8"
        taken = (await client.post("/calendar", "Mia")).content
        assert b"CLASS:PRIVATE\r\n" in taken
        assert calendar.content == taken.replace(b"CLASS:PRIVATE\r\n", b"")
        starts = [
            event["dtstart"].dt.timestamp() * 1000 for event in icalendar.Calendar.from_ical(calendar.content).events
        ]
        assert starts == [meeting["starts_ms"] for meeting in (await client.view("Mia"))["meetings"]]

        assert url.endswith(".ics?lang=en")
        polish = (await client.post("/feed", "Mia", language="pl")).json()["url"]
        there = (await client.http.get(polish)).text
        assert "PRODID:-//Balint circle//Group//PL" in there
        assert "Aby wejść" in there
        assert "strefa czasowa" in (await client.post("/log", "Frida", language="pl")).text
        assert "należy do osób prowadzących" in (await client.post("/log", "Mia", language="pl")).json()["detail"]

        key = url.rpartition("/")[2].removesuffix(".ics?lang=en")
        for token in (key, f"g.{key}"):
            assert (await client.http.post(f"{client.server.url}/api/group", json={"token": token})).status_code == 403
            door = await client.http.post(f"{client.server.url}/api/door", json={"token": token})
            assert door.status_code == 403
        token = client.token("Mia").removeprefix("g.")
        assert (await client.http.get(f"{client.server.url}/calendar/{token}.ics")).status_code == 404
        await client.does("Mia", "renew_feed")
        assert (await client.http.get(url)).status_code == 404

    plays(scene, tmp_path)


def test_calendars_are_made_one_at_a_time_and_loaded_beside_the_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G32: four hundred dates take 0.15 s, and what makes them 0.1 s to load; all voices would wait."""
    loaded_by: list[threading.Thread] = []
    at_once, most = 0, 0

    class Notes(MetaPathFinder):
        def find_spec(self, name: str, *_: Any) -> None:
            loaded_by.extend([threading.current_thread()] if name == "app.web.calendar" else [])

    def slowly(*_: Any, **__: Any) -> bytes:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        threading.Event().wait(0.05)
        at_once -= 1
        return b"a calendar"

    async def scene(client: GroupClient) -> None:
        monkeypatch.setattr(sys, "meta_path", [Notes(), *sys.meta_path])
        monkeypatch.delitem(sys.modules, "app.web.calendar", raising=False)
        assert (await client.post("/calendar", "Mia")).content.startswith(b"BEGIN:VCALENDAR")
        assert loaded_by
        assert threading.main_thread() not in loaded_by
        monkeypatch.setattr("app.web.calendar.calendar_of", slowly)
        asked = await asyncio.gather(*(client.post("/calendar", name) for name in client.links))
        assert [answer.content for answer in asked] == [b"a calendar"] * len(client.links)
        assert most == 1

    plays(scene, tmp_path)


@pytest.mark.parametrize(
    ("lang", "spoken"),
    [("de-AT", "DE"), ("pt", "PT"), ("PL", "PL"), ("da", "FR"), ("", "FR")],
)
def test_a_followed_calendar_takes_a_language_as_browsers_name_it(tmp_path: Path, lang: str, spoken: str) -> None:
    """G32, W20: where the server has it not, it is in that of its person."""

    async def scene(client: GroupClient) -> None:
        await client.does("Frida", "change_language", language="fr")
        await client.does("Mia", "renew_feed")
        address = (await client.post("/feed", "Mia")).json()["url"].removesuffix("en")
        assert f"PRODID:-//Balint circle//Group//{spoken}" in (await client.http.get(address + lang)).text

    plays(scene, tmp_path)


@pytest.mark.parametrize(
    ("limit", "method", "path"),
    [
        ("paper_asks", "POST", "/api/group/certificate"),
        ("paper_asks", "POST", "/api/group/certificate/data"),
        ("group_asks", "GET", "/calendar/x.ics"),
        ("group_asks", "POST", "/api/group"),
    ],
)
def test_who_asks_for_many_is_told_to_wait(limit: str, method: str, path: str, tmp_path: Path) -> None:
    """W8: whoever guesses at links; papers, which take their time to make, have a bound of their own."""

    async def run() -> None:
        async with running(tmp_path) as server, httpx.AsyncClient(base_url=server.url) as http:
            client = await GroupClient.open(server, http)
            setattr(server.services.rates, limit, SourceRateLimit(2, 60_000))
            sent = {"token": "g.x"} if limit == "group_asks" else {"token": client.token("Mia"), "number": ""}
            answers = [await http.request(method, path, json=sent) for _ in range(3)]
            assert [answer.status_code == 429 for answer in answers] == [False, False, True]
            assert 0 < int(answers[-1].headers["retry-after"]) <= 60
            assert "from your network" in answers[-1].json()["detail"]

    asyncio.run(run())
