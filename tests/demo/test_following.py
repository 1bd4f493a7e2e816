"""The seven follow the persons who come: one who leads, one who presents, one who observes."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.client.asked import Gone
from app.demo import director
from app.demo.circle import LEADERS_SEAT, MEMBERS_SEAT, OBSERVERS_SEAT, PRESENTERS_SEAT, SEATS, DemoCircle
from app.demo.script import Script, read_script
from app.demo.server import own_server
from app.web.closing import CloseCode
from tests.demo.table import Heard, demonstration, sits_down
from tests.support.peer import until
from tests.support.server import running
from tests.support.voices import tone

LED = read_script("""
== opening
Ada [leads]: Welcome.
Mira: I have arrived.
== call_for_case
Jonas [offers]: I might.
== presentation
Jonas: There was a patient.
== clarifying_questions
Tom: How old?
Jonas: Sixty.
== reflection
Paul [advice]: One should.
Ada [redirects]: Perhaps not yet.
Hanna: I see a coat.
== presenter_returns
Jonas: Thank you.
""")


Play = Callable[[AsyncExitStack, DemoCircle, Heard], Awaitable[None]]


def played(folder: Path, script: Script, play: Play, language: str = "en") -> None:
    async def run() -> None:
        async with (
            running(folder) as server,
            demonstration(server.url, script, language=language) as (circle, _, heard),
            AsyncExitStack() as opened,
        ):
            await play(opened, circle, heard)

    asyncio.run(run())


def test_they_follow_a_person_who_leads(tmp_path: Path) -> None:
    """Nobody moves the meeting but the person; who is advised is told so privately, and may turn it back."""

    async def play(opened: AsyncExitStack, circle: DemoCircle, heard: Heard) -> None:
        lead, sound = await sits_down(opened, circle.links, "leader")

        async def on(phase: str) -> None:
            while lead.view["phase"] != phase:
                await lead.ask("next_step", seen=lead.view["step"])

        await on("opening")
        await until(lambda: SEATS["Mira"] in heard.of["Paul"]["opening"])
        assert heard.of["Paul"]["opening"] == {SEATS["Mira"]}, "Ada welcomes nobody where a person leads"
        await on("call_for_case")
        await lead.until(lambda: any("name_presenter" in seat["can"] for seat in lead.view["seats"]))
        assert lead.view["phase"] == "call_for_case"
        await lead.ask("name_presenter", seat=SEATS["Jonas"])
        await on("reflection")
        await lead.until(lambda: lead.view["leading"]["signals"])
        assert lead.view["leading"]["signals"] == [{"by": SEATS["Ada"], "signal": "advice_creeping_in"}]
        await lead.ask("open_microphone")
        await lead.until(lambda: lead.view["you"]["voice"] == "heard")
        await sound.microphone.say(tone(0.5))
        await until(lambda: SEATS["Hanna"] in heard.of["Mira"]["reflection"])
        assert {LEADERS_SEAT, SEATS["Paul"]} <= heard.of["Mira"]["reflection"]
        assert SEATS["Ada"] not in heard.of["Mira"]["reflection"], "what a person turns back is not turned back twice"

    played(tmp_path, LED, play)


def test_they_follow_back_and_past_a_phase_and_say_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a leader goes back, what was said there was said; where one is passed over, it is not said."""
    monkeypatch.setattr(director, "LEFT_TO_PERSON_S", 0.2)

    async def play(opened: AsyncExitStack, circle: DemoCircle, heard: Heard) -> None:
        lead, sound = await sits_down(opened, circle.links, "leader")

        async def to(phase: str) -> None:
            step = next(at for at, step in enumerate(lead.view["plan"]) if step["phase"] == phase)
            await lead.ask("skip_to", step=step, seen=lead.view["step"])

        await to("opening")
        await until(lambda: sound.hears(SEATS["Mira"]))
        await to("call_for_case")
        await lead.until(lambda: any("name_presenter" in seat["can"] for seat in lead.view["seats"]))
        await lead.ask("name_presenter", seat=SEATS["Jonas"])
        await to("reflection")
        await until(lambda: SEATS["Hanna"] in heard.of["Mira"]["reflection"])
        assert SEATS["Ada"] in heard.of["Mira"]["reflection"], "what the person leaves is turned back by Ada"
        said_at = sound.last_heard[SEATS["Mira"]]
        await to("opening")
        await to("presenter_returns")
        await until(lambda: SEATS["Jonas"] in heard.of["Mira"]["presenter_returns"])
        assert sound.last_heard[SEATS["Mira"]] == said_at
        assert heard.of["Paul"]["presentation"] == set()

    played(tmp_path, LED, play)


def test_a_person_presents_and_is_sat_back(tmp_path: Path) -> None:
    """L7, M2: asked whether they would, given a pause, listened to, asked, and not heard in the reflection."""

    async def play(opened: AsyncExitStack, circle: DemoCircle, heard: Heard) -> None:
        me, sound = await sits_down(opened, circle.links, "presenter")
        await me.until(lambda: "accept_to_present" in me.view["you"]["can"], 20)
        await me.ask("accept_to_present")
        await me.ask("open_microphone")
        await me.until(lambda: me.view["phase"] == "presentation")
        await me.ask("need_pause")
        await me.until(lambda: me.view["you"]["pause_seen"])
        await sound.microphone.say(tone(0.5))
        await me.until(lambda: me.view["phase"] == "clarifying_questions", 20)
        await until(lambda: sound.hears(SEATS["Tom"]))
        await sound.microphone.say(tone(0.5))
        await me.until(lambda: me.view["phase"] == "reflection", 20)
        saying = asyncio.ensure_future(sound.microphone.say(tone() * 20))
        await me.until(lambda: me.view["phase"] == "presenter_returns", 20)
        sound.microphone.stop()
        await saying
        assert PRESENTERS_SEAT in heard.of["Mira"]["presentation"]
        assert SEATS["Jonas"] not in heard.of["Mira"]["presentation"]
        assert heard.of["Mira"]["reflection"] == {SEATS["Paul"], SEATS["Ada"], SEATS["Hanna"]}

    played(tmp_path, LED, play)


def test_an_observer_is_let_in_when_all_have_agreed(tmp_path: Path) -> None:
    """D3"""

    async def play(opened: AsyncExitStack, circle: DemoCircle, heard: Heard) -> None:
        me, _ = await sits_down(opened, circle.links, "observer")
        await me.until(lambda: me.view)
        assert me.view["you"]["number"] == OBSERVERS_SEAT

    played(tmp_path, LED, play)


@pytest.mark.parametrize("line", ["Tom: I am glad.", "Tom [wishes]: I am glad."])
def test_they_go_on_without_whoever_has_been_sent_away(tmp_path: Path, line: str) -> None:
    """D5: by whoever leads. What they would have said is not written as if they had."""

    async def play(opened: AsyncExitStack, circle: DemoCircle, heard: Heard) -> None:
        said = list[str]()
        for person in circle.people.values():
            person.captions = lambda name, _sentence: said.append(name)
        lead, _ = await sits_down(opened, circle.links, "leader")
        await lead.ask("end_invitation", seat=SEATS["Tom"])
        with pytest.raises(Gone):
            await circle.people["Tom"].client.until(lambda: False)
        await lead.ask("next_step", seen=lead.view["step"])
        await until(lambda: SEATS["Paul"] in heard.of["Mira"]["opening"])
        assert said == ["Mira", "Paul"]

    played(tmp_path, read_script(f"== opening\nMira: I have arrived.\n{line}\nPaul: So have I."), play)


def test_whoever_a_person_who_leads_has_sent_to_the_door_is_theirs_to_let_in(tmp_path: Path) -> None:
    """D4: an observer, to whom all agree, is let in as before."""

    async def play(opened: AsyncExitStack, circle: DemoCircle, heard: Heard) -> None:
        lead, _ = await sits_down(opened, circle.links, "leader")
        member, _ = await sits_down(opened, circle.links, "member")
        await lead.ask("send_to_door", seat=MEMBERS_SEAT)
        observer, _ = await sits_down(opened, circle.links, "observer")
        await lead.ask("agree_to_observer", seat=OBSERVERS_SEAT)
        await observer.until(lambda: observer.view)
        assert member.waiting

    played(tmp_path, LED, play)


def test_whoever_of_them_is_asked_to_present_answers(tmp_path: Path) -> None:
    """C3: Jonas has a case, and no other."""

    async def play(opened: AsyncExitStack, circle: DemoCircle, heard: Heard) -> None:
        lead, _ = await sits_down(opened, circle.links, "leader")

        def seat(name: str) -> dict[str, Any]:
            return next(seat for seat in lead.view["seats"] if seat["number"] == SEATS[name])

        while lead.view["phase"] != "call_for_case":
            await lead.ask("next_step", seen=lead.view["step"])
        await lead.ask("ask_to_present", seat=SEATS["Mira"])
        await lead.until(lambda: not seat("Mira")["asked"])
        assert seat("Mira")["role"] == "member"
        await lead.ask("ask_to_present", seat=SEATS["Jonas"])
        await lead.until(lambda: seat("Jonas")["role"] == "presenter")

    played(tmp_path, read_script("== call_for_case\nAda [leads]: Who has a case?"), play)


def test_where_no_person_leads_the_meeting_is_ended_as_well(tmp_path: Path) -> None:
    """After the lingering, so that nobody sits in a room that nobody closes. In a German circle."""

    async def play(opened: AsyncExitStack, circle: DemoCircle, heard: Heard) -> None:
        me, _ = await sits_down(opened, circle.links, "member")
        await until(lambda: SEATS["Tom"] in heard.of["Paul"]["lingering"])
        assert "Ada (künstlich)" in {seat["name"] for seat in me.view["seats"]}
        with pytest.raises(Gone) as gone:
            await me.until(lambda: False)
        assert gone.value.code == CloseCode.ENDED

    played(tmp_path, read_script("== lingering\nTom: Gute Nacht."), play, "de")


def test_the_demonstrations_own_server_ends_with_it() -> None:
    """Nothing is left behind."""

    async def run() -> None:
        async with own_server() as url, httpx.AsyncClient() as http:
            assert (await http.get(f"{url}/health")).is_success
        with pytest.raises(httpx.ConnectError):
            async with httpx.AsyncClient() as http:
                await http.get(f"{url}/health")

    asyncio.run(run())
