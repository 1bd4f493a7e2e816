"""The table of the page's states. Whoever adds something to be seen adds its row here: axe, the pictures, the touch
targets and the visual comparison all go by it.

A state is a scene of the pure core, the seat through whose page it is seen, what that person's browser does, and what
is done on the page after it has entered.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from app.circle import commands as c
from app.circle.frame import SitBack
from app.circle.line_quality import WeakLine
from app.circle.notices import Arrived, LineJudged
from app.circle.phases import PHASES, Phase
from app.circle.plan import Template
from app.web.closing import COMES_BACK, CloseCode
from app.web.link_key import link_key_of
from tests.e2e import group_scenes as groups
from tests.e2e.people import FINN, FRIDA, JORGE, MAX, MIA, NAMES, OLGA, PIET, SALMA, at, circle, full, gathered
from tests.e2e.staged_group import StagedGroup, group_token
from tests.e2e.staged_server import StagedServer
from tests.support import group_scene as g
from tests.support.scene import Scene

FRONT = 0
"""In place of a seat: nobody's invitation, the front page."""
CONNECTED, NOT_CONNECTED = "[data-connected=true]", "[data-connected=false]"
MICROPHONE_STARTS = "[data-says=opening]"
LOBBY, DOOR, CLOSED = "form input, form button", "[data-waiting]", "[data-closed]"


SEALED = link_key_of(bytes(range(16)))


@dataclass(frozen=True, kw_only=True)
class Device:
    """What the person's browser and microphone do. `stage.js` plays it."""

    microphone: str = "ready"
    """Or `asking`, or `withheld` from every page, or the name of the error that asking for it ends with."""
    microphone_works: bool = True
    """Otherwise it gives no sound at all."""
    headset: str = "ready"
    """Or the name of the error that asking for the headset's own microphone ends with."""
    mutes: bool = False
    sends: bool = True
    """Otherwise no packet of its sound leaves."""
    leads_sound: bool = True
    """Otherwise the sound can be led to no output but the system's."""
    obeys: bool = True
    """Whether it lets a page choose where and how loud it sounds; some telephones do not."""
    copies: bool = True
    introduces: bool = False
    """Whether the page says what its own key is. The staged server passes that on to nobody."""
    unopened: tuple[int, ...] = ()
    """The seats whose voices the page cannot open."""
    sound: str = "connected"
    """What every connection of the sound comes to: `connected`, `connecting` or `failed`; `impossible` where the
    browser has none."""
    blocked: tuple[str, ...] = ()
    """What does not get through while the line is checked: `socket`, `udp`, `tcp`."""
    relay: str = ""
    """What leads to the relay by which the sound goes: `udp`, `tcp`, `tls`; nothing where it goes straight."""
    plays: str = "freely"
    """Or `blocked`: not before a hand has touched the page."""
    secure: bool = True
    stands: bool = True
    """Whether the page's clocks stand still."""
    moves_ms: float = 0.001
    """How far its own clock moves all the same whenever it is looked at: else what goes by it would stand still."""
    hurries: int = 5
    """How many times faster than they are the page's delays pass."""


Then = Callable[[Page, StagedServer], None]


@dataclass(frozen=True, kw_only=True)
class State:
    """What one person sees at one moment."""

    scene: Callable[[], Scene] = circle
    seat: int = FRONT
    address: str = ""
    """What stands behind the name of the server, where it is not the invitation to the seat."""
    enters: bool = False
    """Whether they leave the lobby."""
    device: Device = Device()
    api_status: int | None = 200
    """Of the answer to what the page asks before it enters; None where there is no answer."""
    answers: bool = True
    """Whether the server answers on its WebSocket."""
    elsewhere: bool = False
    """Whether it is on another device that this person is seen in the circle."""
    mails: bool = False
    """Whether the server sends mail."""
    closes: CloseCode | None = None
    """The server closes every WebSocket with this code."""
    then: tuple[Then, ...] = ()
    narrow: tuple[Then, ...] = ()
    """What is done besides where a narrower page has folded away what is shown: the facilitators' own, a menu."""
    shown: str = "h1"
    """What is there as soon as the state is."""
    key: str | None = SEALED.key
    """At the end of the link; None where it has none."""
    lock: str | None = SEALED.lock
    """Of the circle; None where it is not sealed."""
    lacks: tuple[str, ...] = ()
    """The beginnings of files' names that the server does not have."""
    gone: str = ""
    """What has to go before the state is there."""
    group: Callable[[], StagedGroup] | None = None
    """The group whose page it is, and by whose link."""
    speaks: int | None = None
    """Who speaks; None is whoever mostly does in this phase."""


def in_room(scene: Callable[[], Scene], seat: int, *then: Then, shown: str = CONNECTED, **more: object) -> State:
    gone = "" if "device" in more else MICROPHONE_STARTS
    return State(scene=scene, seat=seat, enters=True, then=then, shown=shown, gone=gone, **more)  # type: ignore[arg-type]


def before_entering(
    seat: int, *then: Then, scene: Callable[[], Scene] = circle, shown: str = LOBBY, **more: object
) -> State:
    return State(scene=scene, seat=seat, then=then, shown=shown, **more)  # type: ignore[arg-type]


def lost_line(sign: str, *loses: Then, scene: Callable[[], Scene] = gathered) -> State:
    """The line is lost, and the page says so as soon as it has been for more than a moment."""
    return in_room(scene, MIA, see(CONNECTED), *loses, device=Device(hurries=10), shown=f"[data-sign={sign}]")


def at_door(scene: Callable[[], Scene], seat: int) -> State:
    return State(scene=scene, seat=seat, enters=True, shown=DOOR)


def in_group(
    scene: Callable[[], g.GroupScene], person: int, *then: Then, shown: str = "[data-group]", status: int = 200
) -> State:
    return State(group=lambda: StagedGroup(scene(), person, status), then=then, shown=shown)


# ---- what is done on the page ----


def press(selector: str) -> Then:
    """Press the first of these that can be seen."""
    return lambda page, _: page.locator(f"{selector} >> visible=true").first.click()


def see(selector: str) -> Then:
    return lambda page, _: page.locator(selector).first.wait_for()


def fill(selector: str, text: str) -> Then:
    return lambda page, _: page.locator(selector).first.fill(text)


def open_fold(words: str) -> Then:
    return lambda page, _: page.locator("summary", has_text=words).first.click()


def choose(field: str, choice: str) -> Then:
    return lambda page, _: page.get_by_label(field).first.select_option(choice) and None


def at_seat(seat: int) -> Then:
    return press(f"li[data-seat='{seat}'] button")


HANDLE = (press(".handle"),)
OPEN_FOLD = "details[open] > *"
END_INVITATION = (at_seat(SALMA), press(":popover-open button >> nth=-1"))


def sits_in_other_window(page: Page, server: StagedServer) -> None:
    """Another window of the same browser has the seat."""
    page.locator("input[autocomplete=name]").fill("Mia Vos")  # the page has looked, and found no other window yet
    page.evaluate("seat => void navigator.locks.request(seat, () => new Promise(() => {}))", f"seat of {server.token}")
    page.locator("input[autocomplete=name]").press("Enter")


def loses_line(_: Page, server: StagedServer) -> None:
    server.falls_silent()


def loses_sound(page: Page, _: StagedServer) -> None:
    page.evaluate("stage.loseSound()")


def choose_output(name: str) -> Then:
    return lambda page, _: (
        page.locator("dialog select:has(option[value=headset])").last.select_option(label=name) and None
    )


def remembers_output(page: Page, _: StagedServer) -> None:
    """This browser has led the sound to headphones that are not here today."""
    page.evaluate(
        "localStorage.setItem('sound output', 'other'); localStorage.setItem('name of sound output', 'Big headphones')"
    )


def remembers_group(page: Page, _: StagedServer) -> None:
    """This browser has been told to keep the link to a group."""
    page.locator("li[data-role]").first.wait_for()
    kept = json.dumps([{"token": "g.x.y", "key": None, "name": "Tuesday group", "lock": None}])
    page.evaluate("kept => localStorage.setItem('groups', kept)", kept)


def unplugs_headset(page: Page, _: StagedServer) -> None:
    page.evaluate("stage.unplugHeadset()")


def loses_microphone(page: Page, _: StagedServer) -> None:
    page.locator(f"body:not(:has({MICROPHONE_STARTS}))").wait_for()
    page.evaluate("stage.endMicrophone()")


def unseals(page: Page, _: StagedServer) -> None:
    """What seals this person's voice fails."""
    page.evaluate("stage.breakSeal()")


def answers_nothing(_: Page, server: StagedServer) -> None:
    server.deaf = True


def is_moved_on(_: Page, server: StagedServer) -> None:
    """Another facilitator goes to the next step, and this page has not seen it yet."""
    server.scene.next()


def breaks_the_plan(page: Page, server: StagedServer) -> None:
    """From now on every view has a step that cannot be drawn; the page logs it, as it should."""
    page.evaluate("""() => {
      const parse = JSON.parse;
      JSON.parse = (text) => Object.assign(parse(text), text.includes('"plan"') && { plan: [null] });
      console.error = () => {};
    }""")
    server.shows()


def stays(page: Page, _: StagedServer) -> None:
    """What the page says for a moment only."""
    page.evaluate("stage.stay()")


def stays_told(page: Page, _: StagedServer) -> None:
    """The same of what it tells at once, from the moment that it is there: it goes by itself, on a busy machine too."""
    page.wait_for_function("notice => document.querySelector(notice) && (stage.stay() ?? true)", arg=NOTICE)


def chooses_headset(page: Page, _: StagedServer) -> None:
    page.locator("dialog .check select").select_option(label="Headset")


def is_moved(_: Page, server: StagedServer) -> None:
    server.closes(CloseCode.MOVED)


# ---- scenes that take more than a phase ----


def here(*seats: int, **frame: object) -> Scene:
    return circle(**frame).arrive(*seats)  # type: ignore[arg-type]


def come_and_gone() -> Scene:
    """One has left, and one has come back under another name."""
    scene = here(FRIDA, PIET, MIA, MAX).asks(MAX, c.Leave()).asks(PIET, c.Leave())
    return scene.notices(Arrived(seat=PIET, name="Piet")).asks(FRIDA, c.Admit(seat=PIET))


def knocked_at(*knocking: int, phase: Phase = Phase.OPENING) -> Scene:
    """Members knock in this circle. These are at its door."""
    scene = circle(knocking=True).arrive(FRIDA, FINN, PIET, MIA, MAX).passes(4)
    while scene.circle.phase is not phase:
        scene.next().passes(1)
    for seat in knocking:
        scene.knocks(seat)
    return scene


def opened_again(name: str, *, waited: bool = False, refused: bool = False) -> Scene:
    """Somebody who gives this name has opened Mia's link while she is here."""
    scene = gathered().notices(Arrived(seat=MIA, name=name))
    if refused:
        scene.asks(MIA, c.RefuseOtherDevice())
    return scene.wakes() if waited else scene


def soft(*after: tuple[int, c.Command], sit_back: SitBack = SitBack.SOFT) -> Scene:
    return told(Phase.REFLECTION, *after, sit_back=sit_back)


def told(phase: Phase, *asked: tuple[int, c.Command], **frame: object) -> Scene:
    """This phase, in which these people have asked for these things."""
    scene = at(phase, **frame)  # type: ignore[arg-type]
    for by, command in asked:
        scene.asks(by, command)
    return scene


def late(minutes: float, phase: Phase = Phase.REFLECTION) -> Scene:
    """So many minutes over the time of the phase; negative is before its end."""
    scene = at(phase)
    return scene.passes(0.6 * scene.circle.minutes + minutes)


def unled() -> Scene:
    return at(Phase.REFLECTION).loses(FRIDA).loses(FINN)


def lost_long(seat: int) -> Scene:
    return at(Phase.REFLECTION).loses(seat).passes(2.2)


def on_weak_line(seat: int, weak: WeakLine, phase: Phase = Phase.REFLECTION) -> Scene:
    return at(phase).notices(LineJudged(seat=seat, weak=weak))


def without_sound(seat: int, seconds: float) -> Scene:
    return at(Phase.OPENING).sounds(seat, stands=False).passes(seconds / 60)


def fishbowl(phase: Phase = Phase.REFLECTION, seats: int = 8) -> Scene:
    """Some sit in the outer circle, beside one another and apart."""
    scene = at(phase, seats, Template.FISHBOWL_90, fishbowl=True)
    for seat in {MAX, SALMA, 9, 10, 13} & set(range(seats)):
        scene.asks(FRIDA, c.SitOutside(seat=seat))
    return scene


def full_of_cases() -> Scene:
    """Sixteen people, and half of them offer a case."""
    scene = full(Phase.CALL_FOR_CASE)
    for seat in range(9, 13):
        scene.asks(seat, c.OfferCase())
    return scene


def apart(*leaders: int) -> Scene:
    return told(Phase.LINGERING, *((leader, c.EnterDebrief()) for leader in leaders))


# ---- the table ----

PEOPLE_BY_ROLE = {"facilitator": FRIDA, "member": MIA, "observer": OLGA, "presenter": PIET}


def every_phase_and_role() -> dict[str, State]:
    """A presenter is a member until the case begins."""
    rows: dict[str, State] = {}
    for phase, row in PHASES.items():
        for role, seat in PEOPLE_BY_ROLE.items():
            if phase is not Phase.ENDED and (role != "presenter" or row.belongs_to_case):
                rows[f"{phase}-{role}"] = in_room(lambda phase=phase: at(phase), seat)
    return rows


OPENS_CIRCLE: tuple[Then, ...] = (
    lambda page, _: page.locator("form input[required]").first.fill("Tuesday circle"),
    press("form button.primary"),
)
NOT_SEALED = press("label:has-text('Sealed')")
NO_MEMBERS: tuple[Then, ...] = tuple(
    choose(field, number) for field, number in (("Seats in all", "8"), ("Facilitators", "4"), ("Observers", "4"))
)
NOBODY_LEFT = "form :text('no seat for a member')"
FRONT_PAGE = {
    "front": State(),
    "front-more": State(then=(press("form summary"), NOT_SEALED, *NO_MEMBERS), shown=NOBODY_LEFT),
    "front-waiting": State(
        then=(*OPENS_CIRCLE, remembers_group, press("footer button >> nth=-1")), shown="#waiting ~ ul button"
    ),
    "front-own-plan": State(then=(press("form summary"), press("form details input[type=checkbox] >> nth=-1"))),
    "front-key": State(
        api_status=401,
        then=OPENS_CIRCLE,
        shown="input[type=password]",
    ),
    "front-link-cut": State(
        address="#WyJ0",
        mails=True,
        then=(fill("form:has(#whole-link) input", "See you on Tuesday."), press("form:has(#whole-link) button")),
        shown="form:has(#whole-link) .problem",
    ),
    "front-seat-lost": State(
        address="#seat",
        mails=True,
        then=(fill("input[type=email]", "mia@example.org"), press("form:has([type=email]) button")),
        shown="form [role=status]:not(:empty)",
    ),
    "links": State(then=OPENS_CIRCLE, shown="li[data-role]"),
    "links-not-copied": State(
        device=Device(copies=False),
        then=(*OPENS_CIRCLE, press("section:has(#member) > button")),
        shown="dialog textarea",
    ),
    "links-forgetting": State(then=(*OPENS_CIRCLE, press("footer button")), shown="dialog[open]"),
    "links-more": State(
        then=(*OPENS_CIRCLE, press("li + li button.more"), press("li + li .ways button"), stays),
        shown="li .ways button:has-text('Copied')",
    ),
}

CHECK = press("form button[type=button]")
LINE_CHECKED = press("button:has-text('line')")


def checked(verdict: str, **device: object) -> State:
    """The page of the line check, when it has come to this. It may take its time: what answers it may be slow."""
    return State(
        address="check",
        then=(LINE_CHECKED,),
        device=Device(**device),  # type: ignore[arg-type]
        speaks=FRONT,  # whoever checks says something
        shown=f"[data-verdict={verdict}]",
    )


CHECKS = {
    "check": State(address="check"),
    "check-running": checked("running", sound="connecting"),
    "check-good": checked("good"),
    "check-microphone-denied": checked("microphone", microphone="NotAllowedError"),
    "check-udp-blocked": checked("other_way", blocked=("udp",)),
    "check-no-sound": checked("no_sound", blocked=("udp", "tcp")),
    "check-all-blocked": checked("no_socket", blocked=("socket",), microphone="NotFoundError"),
}

LOBBIES = {
    "lobby-member": before_entering(MIA),
    "lobby-facilitator": before_entering(FRIDA),
    "lobby-observer": before_entering(OLGA),
    "lobby-knocks": before_entering(
        MIA,
        scene=lambda: circle(
            knocking=True, fishbowl=True, sit_back=SitBack.SOFT, offers_seen_by_all=True, digits_for_all=True
        ),
    ),
    "lobby-own-sentence": before_entering(
        MIA, scene=lambda: circle(sentence="What we hear stays in this circle, and in our own hearts.")
    ),
    "lobby-nameless": before_entering(MIA, press("form button.primary"), shown="[aria-invalid=true]"),
    "lobby-looking": before_entering(MIA, api_status=None, shown="[aria-busy]"),
    "lobby-no-sign": before_entering(MIA, api_status=503),
    "lobby-microphone-ready": before_entering(MIA, CHECK, see("[role=meter]"), speaks=MIA),
    "lobby-microphone-asking": before_entering(MIA, CHECK, device=Device(microphone="asking")),
    "lobby-microphone-denied": before_entering(MIA, CHECK, device=Device(microphone="NotAllowedError")),
    "lobby-microphone-none": before_entering(MIA, CHECK, device=Device(microphone="NotFoundError")),
    "lobby-microphone-busy": before_entering(MIA, CHECK, device=Device(microphone="NotReadableError")),
    "lobby-line-checked": before_entering(MIA, LINE_CHECKED, speaks=MIA, shown="[data-verdict=good]"),
    "lobby-unloaded": before_entering(
        MIA, open_fold("Check how I hear"), lacks=("folded-", "check-"), shown=".inside div > p + button"
    ),
    "lobby-insecure": before_entering(MIA, device=Device(secure=False)),
    "lobby-soundless": before_entering(MIA, device=Device(sound="impossible"), shown=".checks > .problem"),
    "lobby-sealed": before_entering(MIA, open_fold("Sealed"), shown="[data-digits]"),
    "lobby-not-sealed": before_entering(MIA, open_fold("Not sealed"), key=None, lock=None, shown="details[open] p"),
    "lobby-key-missing": before_entering(MIA, key=None, shown="[data-seal=missing]"),
    "lobby-key-cut": before_entering(MIA, key="aaaqeayeaudao", shown="[data-seal=cut]"),
    "lobby-key-foreign": before_entering(MIA, lock="0123456789abcdef", shown="[data-seal=foreign]"),
    "lobby-key-unlocked": before_entering(MIA, lock=None, shown="[data-seal=unlocked]"),
    "lobby-other-window": before_entering(MIA, sits_in_other_window, shown="[data-other-window]"),
    "lobby-back": State(
        scene=gathered,
        seat=MIA,
        enters=True,
        then=(see(CONNECTED), lambda page, _: page.reload() and None),
        shown="form button",
    ),
}


def comes_from_group(page: Page, server: StagedServer) -> None:
    """They have come into its meeting of today by their own link of it."""
    scene = groups.in_the_circle()
    server.group = StagedGroup(scene, server.seat)
    entry = {"group": {"token": group_token(server.seat)}, "meeting": scene.view(server.seat).meetings[0].circle}
    page.evaluate("entry => history.replaceState({...history.state, ...entry}, '')", entry)


DOORS = {
    "door-member": at_door(lambda: knocked_at(SALMA), SALMA),
    "door-closed": at_door(lambda: here(FRIDA, PIET).asks(FRIDA, c.CloseDoor()).knocks(MIA), MIA),
    "door-sent": at_door(lambda: told(Phase.OPENING, (FRIDA, c.SendToDoor(seat=MIA))), MIA),
    "door-nobody": at_door(
        lambda: here(FRIDA, MIA).asks(FRIDA, c.CloseDoor()).loses(FRIDA).notices(Arrived(seat=FINN, name="Finn")), FINN
    ),
    "door-observer": at_door(lambda: knocked_at(OLGA), OLGA),
    "door-facilitator": in_room(lambda: knocked_at(SALMA), FRIDA),
    "door-facilitator-three": in_room(lambda: knocked_at(SALMA, JORGE, OLGA).everybody_agrees(OLGA), FRIDA),
    "door-leader-list": in_room(
        lambda: knocked_at(SALMA).asks(FRIDA, c.CloseDoor()),
        FRIDA,
        open_fold("not here yet"),
        shown=OPEN_FOLD,
        narrow=HANDLE,
    ),
    "door-leader-names": in_room(
        lambda: circle(6).arrive(FRIDA, PIET),
        FRIDA,
        see(CONNECTED),
        comes_from_group,
        open_fold("not here yet"),
        shown="li:has-text('Mia Vos: not here yet')",
        narrow=HANDLE,
    ),
    "observer-asks-member": in_room(lambda: knocked_at(OLGA), MIA),
    "observer-asks-facilitator": in_room(lambda: knocked_at(OLGA).asks(FRIDA, c.AgreeToObserver(seat=OLGA)), FRIDA),
    "other-device-member": in_room(lambda: opened_again("Mia Vos"), MIA),
    "other-device-presenter": in_room(lambda: at(Phase.REFLECTION).notices(Arrived(seat=PIET, name=NAMES[PIET])), PIET),
    "other-device-asking": State(
        scene=lambda: opened_again("Mia Vos"), seat=MIA, enters=True, elsewhere=True, shown=DOOR
    ),
    "other-device-refused": in_room(
        lambda: opened_again("Mia Vos", refused=True).notices(Arrived(seat=JORGE, name="Jorge Pinto")).wakes(), FRIDA
    ),
    "other-device-facilitator": in_room(lambda: opened_again("Karin Berg", waited=True), FRIDA),
}

REFUSED_BEFORE = {
    "refused-not-invited": before_entering(MIA, api_status=403, shown=CLOSED),
    "refused-no-circle": before_entering(MIA, api_status=410, shown=CLOSED),
}


def every_close_code() -> dict[str, State]:
    """Where the page comes back by itself, it shows that it does."""
    return {
        f"closed-{code.name.lower()}": State(
            scene=gathered, seat=MIA, enters=True, closes=code, shown="[aria-busy] button" if comes_back else CLOSED
        )
        for code, comes_back in COMES_BACK.items()
    }


NEXT = press(".dock button.primary")
OFFERS = press(".dock .own button")
NOTICE = ".dock .notice p"

LINES = {
    "joining": State(scene=gathered, seat=MIA, enters=True, answers=False, shown="[aria-busy]"),
    "unreached": State(
        scene=gathered,
        seat=MIA,
        enters=True,
        answers=False,
        then=(see("[aria-busy] h1.joining"), loses_line),
        shown="[aria-busy] button",
    ),
    "unloaded": in_room(gathered, MIA, lacks=("circle-part-",), shown="main > h1 + button"),
    "unloaded-facilitator": in_room(gathered, FRIDA, lacks=("leading-part-",), shown="aside section button"),
    "line-away": lost_line(
        "reconnecting",
        loses_line,
        see("[data-sign=reconnecting]"),
        OFFERS,
        stays_told,
        scene=lambda: at(Phase.CALL_FOR_CASE),
    ),
    "line-coming-back": lost_line(
        "back",
        answers_nothing,
        OFFERS,
        loses_line,
        loses_sound,
        stays_told,
        scene=lambda: at(Phase.CALL_FOR_CASE),
    ),
    "line-moving": lost_line("moving", is_moved),
    "sound-connecting": in_room(
        lambda: without_sound(MIA, 1), MIA, device=Device(sound="connecting"), shown=NOT_CONNECTED
    ),
    "sound-blocked": in_room(
        lambda: without_sound(MIA, 12), MIA, device=Device(sound="failed", hurries=40), shown=NOT_CONNECTED
    ),
    "sound-impossible": in_room(
        lambda: without_sound(MIA, 12), MIA, device=Device(sound="impossible"), shown="[data-says=impossible]"
    ),
    "sound-blocked-facilitator": in_room(lambda: without_sound(MAX, 12), FRIDA),
    "line-weak": in_room(lambda: on_weak_line(MIA, WeakLine.HEARD), MIA),
    "line-weak-presenter": in_room(lambda: on_weak_line(PIET, WeakLine.BOTH), PIET),
    "line-weak-facilitator": in_room(lambda: on_weak_line(MAX, WeakLine.SLOW), FRIDA),
    "notice-stale": in_room(gathered, FRIDA, see(CONNECTED), is_moved_on, NEXT, stays_told, shown=NOTICE),
    "waits-for-answer": in_room(gathered, FRIDA, see(CONNECTED), answers_nothing, NEXT, shown=NOTICE),
    "part-failed": in_room(gathered, MIA, see(CONNECTED), breaks_the_plan, shown="section[role=alert]"),
    "playing-blocked": in_room(gathered, MIA, see("[role=alert]"), device=Device(plays="blocked")),
}

SOUND = press("header .tools button")
CLOSES = press("dialog .ending button")
MEANS = ".mine p:has-text('{}')"

MICROPHONES = {
    "microphone-closed": in_room(
        lambda: told(Phase.OPENING, (MIA, c.CloseMicrophone())),
        MIA,
        see(MEANS.format("You speak, but")),
        stays,
        device=Device(moves_ms=100),
        speaks=MIA,
        shown=MEANS.format("You speak, but"),
    ),
    "microphone-speaking": in_room(
        lambda: at(Phase.OPENING),
        MIA,
        SOUND,
        chooses_headset,
        see("dialog p:has-text('You still have the one before')"),
        CLOSES,
        device=Device(headset="NotReadableError"),
        speaks=MIA,
        shown="[data-speaking=true]",
    ),
    "microphone-asking": in_room(gathered, MIA, device=Device(microphone="asking")),
    "microphone-waiting": in_room(
        gathered, MIA, device=Device(microphone="asking", hurries=40), shown="[data-says=waiting]"
    ),
    "microphone-insecure": in_room(gathered, MIA, device=Device(secure=False)),
    "microphone-withheld": in_room(gathered, MIA, device=Device(microphone="withheld")),
    "microphone-denied": in_room(gathered, MIA, device=Device(microphone="NotAllowedError")),
    "microphone-none": in_room(gathered, MIA, device=Device(microphone="NotFoundError")),
    "microphone-busy": in_room(gathered, MIA, device=Device(microphone="NotReadableError")),
    "microphone-muted": in_room(gathered, MIA, device=Device(mutes=True)),
    "microphone-no-sound": in_room(
        gathered, MIA, device=Device(microphone_works=False, moves_ms=100), shown="[data-says=silent]"
    ),
    "microphone-ended": in_room(gathered, MIA, see(CONNECTED), loses_microphone, shown="[data-says=ended]"),
    "microphone-unheard": in_room(
        lambda: here(FRIDA, MIA).sounds(FRIDA, stands=False).asks(MIA, c.OpenMicrophone()),
        MIA,
        device=Device(hurries=40),
        shown="[data-says=unheard]",
    ),
    "microphone-unsent": in_room(
        lambda: at(Phase.OPENING), MIA, device=Device(sends=False, hurries=40), shown="[data-says=unsent]"
    ),
    "microphone-stays-closed": in_room(
        lambda: told(Phase.PRESENTATION, (MIA, c.CloseMicrophone())), MIA, shown="[data-says=stays_closed]"
    ),
    "microphone-silenced": in_room(lambda: told(Phase.OPENING, (FRIDA, c.SilencePerson(seat=MIA))), MIA),
}

GIVEN_MOMENTS = {
    "alone-facilitator": in_room(lambda: here(FRIDA), FRIDA),
    "alone-member": in_room(lambda: here(MIA), MIA),
    "few-member": in_room(come_and_gone, MIA),
    "case-chosen-facilitator": in_room(lambda: told(Phase.CALL_FOR_CASE, (FRIDA, c.NamePresenter(seat=PIET))), FRIDA),
    "offer-member": in_room(lambda: at(Phase.CALL_FOR_CASE), SALMA),
    "offer-asked": in_room(lambda: told(Phase.CALL_FOR_CASE, (FRIDA, c.AskToPresent(seat=MIA))), MIA),
    "offer-named": in_room(lambda: told(Phase.CALL_FOR_CASE, (FRIDA, c.NamePresenter(seat=PIET))), PIET),
    "pause-facilitator": in_room(lambda: told(Phase.REFLECTION, (PIET, c.NeedPause())), FRIDA),
    "pause-presenter": in_room(lambda: soft((PIET, c.NeedPause())), PIET, press(".floor button")),
    "word-facilitator": in_room(lambda: soft((PIET, c.AskToSpeak())), FRIDA),
    "word-presenter": in_room(
        lambda: soft((PIET, c.NeedPause()), (FRIDA, c.AnswerPause()), (PIET, c.AskToSpeak())).passes(17.5),
        PIET,
        device=Device(),
        shown=MEANS.format("is made ready"),
    ),
    "word-declined": in_room(lambda: soft((PIET, c.AskToSpeak()), (FRIDA, c.DeclineWord())), PIET),
    "voice-kept-presenter": in_room(lambda: soft(sit_back=SitBack.OFF), PIET),
    "news-member": in_room(lambda: told(Phase.OPENING, (MIA, c.HaveNews())), MIA, press(".plan")),
    "wish-member": in_room(lambda: told(Phase.REFLECTION, (MIA, c.CloseMicrophone()), (MIA, c.WishToSpeak())), MIA),
    "sentence-member": in_room(lambda: told(Phase.REFLECTION, (FRIDA, c.ShowCard())), MIA),
    "unled-member": in_room(unled, MIA),
    "unled-presenter": in_room(
        lambda: told(Phase.REFLECTION, (FRIDA, c.PauseClock(seen=7)), (PIET, c.NeedPause())).loses(FRIDA).loses(FINN),
        PIET,
    ),
    "lost-facilitator": in_room(lambda: lost_long(MAX), FRIDA),
    "left-presenter-facilitator": in_room(lambda: told(Phase.REFLECTION, (PIET, c.Leave())), FRIDA),
    "lost-presenter-member": in_room(lambda: at(Phase.PRESENTATION).loses(PIET).passes(2.2), MIA),
    "clock-paused-facilitator": in_room(lambda: told(Phase.REFLECTION, (FRIDA, c.PauseClock(seen=7))), FRIDA),
    "clock-paused-member": in_room(lambda: told(Phase.REFLECTION, (FRIDA, c.PauseClock(seen=7))), MIA),
    "clock-two-minutes": in_room(lambda: late(-1.5), FRIDA),
    "clock-over-facilitator": in_room(lambda: late(2).asks(FRIDA, c.HandClock(seat=FINN)), FRIDA),
    "clock-over-member": in_room(lambda: late(2), MIA),
    "clock-behind-facilitator": in_room(lambda: late(6, Phase.PRESENTATION), FRIDA),
    "seen-by-all": in_room(lambda: at(Phase.CALL_FOR_CASE, digits_for_all=True, offers_seen_by_all=True), SALMA),
    "two-cases-facilitator": in_room(lambda: at(Phase.REFLECTION, template=Template.TWO_CASES_90), FRIDA),
    "full-facilitator": in_room(full, FRIDA),
    "full-member": in_room(full, MIA),
    "full-presenter": in_room(full, PIET),
    "full-gathering": in_room(lambda: full(Phase.GATHERING), MIA),
    "full-observer": in_room(full, OLGA),
    "full-pause-facilitator": in_room(lambda: full().asks(PIET, c.NeedPause()), FRIDA),
    "full-call_for_case-facilitator": in_room(full_of_cases, FRIDA),
    "full-debrief-facilitator": in_room(lambda: full(Phase.LINGERING).asks(FRIDA, c.EnterDebrief()), FRIDA),
    "debrief-alone": in_room(lambda: apart(FRIDA), FRIDA),
    "debrief-facilitator": in_room(lambda: apart(FRIDA, FINN), FRIDA),
    "debrief-member": in_room(lambda: apart(FRIDA, FINN), MIA),
    "lingering-bounded": in_room(lambda: told(Phase.LINGERING, (FRIDA, c.BoundLingering(bounded=True, seen=10))), MIA),
}

OPENED = {
    "sound-dialog": in_room(gathered, MIA, SOUND, shown="dialog[open] button:has-text('test')"),
    "sound-dialog-relayed": in_room(
        gathered,
        MIA,
        SOUND,
        press("dialog [role=switch]"),
        see("dialog [aria-checked=true]"),
        device=Device(relay="tls"),
        shown="dialog[open] [data-way]",
    ),
    "output-gone": in_room(
        gathered,
        MIA,
        SOUND,
        chooses_headset,
        choose_output("Headset"),
        CLOSES,
        unplugs_headset,
        see(".sign :text-is('Connected')"),
        press("[data-says=ended] button"),
        shown=MEANS.format("Another one is selected"),
    ),
    "output-missing": in_room(
        gathered,
        MIA,
        see(CONNECTED),
        remembers_output,
        lambda page, _: page.reload() and None,
        press("form button.primary"),
        shown="main section:has-text('was not found')",
    ),
    "sound-dialog-telephone": in_room(
        gathered, MIA, SOUND, device=Device(obeys=False), shown="dialog[open] :text('Your device sets')"
    ),
    "output-refused": in_room(
        gathered, MIA, SOUND, choose_output("Headset"), device=Device(leads_sound=False), shown="dialog .problem"
    ),
    "circle-name": in_room(gathered, MIA, press("h1 button"), shown="dialog [data-digits]"),
    "voices-unopened": in_room(
        gathered,
        MIA,
        see("[data-banner=unopened]"),
        unseals,
        stays_told,
        device=Device(unopened=(FRIDA, PIET)),
        shown="[data-banner=unopened]",
    ),
    "circle-name-not-sealed": in_room(
        gathered, MIA, press("h1 button"), key=None, lock=None, shown="dialog[open] p + p"
    ),
    "key-withheld": in_room(
        gathered, MIA, press("h1 button"), device=Device(introduces=True, hurries=40), shown="dialog .problem"
    ),
    "end-case": in_room(
        lambda: told(Phase.REFLECTION, (PIET, c.NeedPause())),
        FRIDA,
        press(".ways button >> nth=2"),
        shown="dialog[open]",
    ),
    "seat-menu": in_room(
        lambda: at(Phase.CALL_FOR_CASE), FRIDA, at_seat(SALMA), shown=":popover-open", narrow=(at_seat(SALMA),)
    ),
    "end-invitation": in_room(gathered, FRIDA, *END_INVITATION, shown="dialog[open]", narrow=END_INVITATION),
    "declined": in_room(
        lambda: told(Phase.CALL_FOR_CASE, (FRIDA, c.AskToPresent(seat=MIA)), (MIA, c.DeclineToPresent())),
        FRIDA,
        shown=".noted .signal",
    ),
    "signals": in_room(lambda: at(Phase.REFLECTION), FRIDA, press("aside [popovertarget]"), shown=":popover-open"),
    "prompts": in_room(
        lambda: at(Phase.REFLECTION), FRIDA, open_fold("Sentences"), shown="[data-prompt]", narrow=HANDLE
    ),
    "kept": in_room(lambda: apart(FRIDA, FINN), FRIDA, open_fold("kept"), shown=OPEN_FOLD, narrow=HANDLE),
    "skip-ends-case": in_room(
        lambda: at(Phase.PRESENTATION),
        FRIDA,
        press("button.plan"),
        press(".list li:nth-last-child(2) button"),
        shown="dialog[open]",
    ),
    "plan": in_room(lambda: at(Phase.FOLLOW_UP), MIA, press("button.plan"), shown=":popover-open"),
    "fishbowl-nobody-outside": in_room(lambda: at(Phase.OPENING, template=Template.FISHBOWL_90, fishbowl=True), FRIDA),
    "fishbowl-choosing": in_room(lambda: fishbowl(Phase.OPENING), MIA),
    "fishbowl-outer": in_room(fishbowl, SALMA),
    "fishbowl-inner": in_room(fishbowl, MIA),
    "fishbowl-facilitator": in_room(fishbowl, FRIDA),
    "fishbowl-large": in_room(lambda: fishbowl(seats=14), MIA),
    "keys": in_room(
        gathered, MIA, press("header .tools button >> nth=1"), press("dialog dt button"), shown="dialog .answer"
    ),
    "leaving-asked": in_room(
        gathered, MIA, see(CONNECTED), lambda page, _: page.evaluate("history.back()"), shown="dialog[open]"
    ),
    "end-meeting": in_room(lambda: at(Phase.LINGERING), FRIDA, press("aside .end button"), shown="dialog[open]"),
}

PARTS_BY_CASE: tuple[Then, ...] = (
    open_fold("Change"),
    lambda page, _: page.locator("details[open] fieldset select").first.select_option("differs by case"),
)


def by_guest(observes: bool, days: int = 0) -> State:
    """So many days after they were announced."""

    def scene() -> StagedGroup:
        found = groups.with_guest(observes).after(days=days)
        return StagedGroup(found, groups.guest_of(found))

    return State(group=scene, shown="[data-guest]")


def other_adds_dates(_: Page, server: StagedServer) -> None:
    """The second facilitator plans a date in a window of theirs."""
    assert server.group
    server.group.scene.asks(g.FINN, g.dates("2027-09-07"))


OWN_WAYS = press("[data-person='1'] .more")
RENEW_OWN = (OWN_WAYS, press("[data-person='1'] button:text('Give a new link')"))
NEW_GROUP = press("section.regular button")
FIRST_DAY = fill("form:has(.unit) input[type=date]", "2027-03-02")

GROUPS = {
    "group-new": State(then=(NEW_GROUP,), shown="fieldset ol"),
    "group-new-more": State(then=(NEW_GROUP, open_fold("More about this group")), shown="details[open]"),
    "group-first-dates": in_group(groups.new_group, g.FRIDA, FIRST_DAY, shown="[data-preview]"),
    "group-facilitator": in_group(groups.planned, g.FRIDA),
    "group-member": in_group(groups.planned, g.MIA),
    "group-absent": in_group(groups.planned, g.MAX),
    "group-other-zone": in_group(lambda: groups.planned("America/New_York"), g.MIA),
    "group-change-date": in_group(groups.planned, g.FRIDA, open_fold("Change"), shown="details[open]"),
    "group-links": in_group(groups.planned, g.FRIDA, press("[data-person] .more"), shown="[data-person] svg path"),
    "group-stale": in_group(
        groups.new_group,
        g.FRIDA,
        FIRST_DAY,
        other_adds_dates,
        press("form:has([data-preview]) button"),
        shown="dialog[open]",
    ),
    "group-guest-asked": in_group(groups.with_guest, g.MIA),
    "group-agree-first": in_group(groups.agreed_without_max, g.MAX, shown=".before"),
    "group-by-observer": by_guest(observes=True),
    "group-by-guest": by_guest(observes=False),
    "group-guest-over": by_guest(observes=False, days=3),
    "group-my-link": in_group(groups.planned, g.MIA, open_fold("My own link"), shown="details[open] svg path"),
    "group-key-missing": in_group(groups.sealed, g.MIA, shown="[data-group] :text('lost its key')"),
    "group-day-member": in_group(groups.on_the_day, g.MIA),
    "group-day-facilitator": in_group(groups.on_the_day, g.FRIDA),
    "group-unkept": in_group(
        groups.on_the_day,
        g.FRIDA,
        open_fold("Change what we agree on"),
        fill("details[open] form input", "Wednesday"),
        press(".enter"),
        shown="dialog[open]",
    ),
    "group-to-confirm": in_group(groups.held, g.FRIDA),
    "group-certificate": in_group(groups.held, g.MIA, open_fold("Certificate"), shown="details[open]"),
    "group-correcting": in_group(groups.confirmed, g.FRIDA, open_fold("Correct the meeting"), shown="details[open]"),
    "group-log": in_group(groups.held, g.FRIDA, open_fold("My log"), shown="details[open]"),
    "group-parts": in_group(
        lambda: groups.planned(template=Template.TWO_CASES_90),
        g.FRIDA,
        *PARTS_BY_CASE,
        shown="fieldset .fields",
    ),
    "group-cards": in_group(lambda: groups.held(end_card=True, quarterly_item=True, fair_turn=True), g.MIA),
    "group-frame-changed": in_group(groups.changed_frame, g.MIA),
    "group-settings": in_group(
        groups.changed_frame, g.FRIDA, open_fold("Change what we agree on"), shown="details[open]"
    ),
    "group-fewer-months": in_group(
        groups.planned,
        g.FRIDA,
        open_fold("Change what we agree on"),
        choose("Months for which attendance is kept", "12"),
        press("details[open] form > button"),
        shown="dialog[open]",
    ),
    "group-erasing": in_group(groups.to_be_erased, g.FRIDA),
    "group-leaving": in_group(
        groups.planned, g.MIA, press("main section >> nth=-1 >> button >> nth=-1"), shown="dialog[open]"
    ),
    "group-cancel-date": in_group(
        groups.planned,
        g.FRIDA,
        open_fold("Change"),
        press("details[open] li:last-child button"),
        shown="dialog[open]",
    ),
    "group-renew-link": in_group(
        groups.planned,
        g.FRIDA,
        press("[data-person='4'] .more"),
        press("[data-person='4'] button:text('Give a new link')"),
        shown="dialog[open]",
    ),
    "group-remove-person": in_group(
        groups.planned,
        g.FRIDA,
        press("[data-person='4'] .more"),
        press("[data-person='4'] button:text('Take out')"),
        shown="dialog[open]",
    ),
    "group-withdraw-guest": in_group(
        groups.with_guest,
        g.FRIDA,
        press("[data-person] .more >> nth=-1"),
        press("button:text('Withdraw the guest')"),
        shown="dialog[open]",
    ),
    "group-renew-own-link": in_group(groups.planned, g.FRIDA, *RENEW_OWN, shown="dialog[open]"),
    "group-own-new-link": in_group(
        groups.planned,
        g.FRIDA,
        *RENEW_OWN,
        press("dialog button:text('Give a new link')"),
        shown="button:text('go on with it')",
    ),
    "group-own-link-waits": in_group(
        groups.with_link_waiting, g.FRIDA, OWN_WAYS, shown="p:text('A new link of yours')"
    ),
    "group-renew-key": in_group(
        groups.sealed,
        g.FRIDA,
        open_fold("Another key"),
        press("details[open] button:text('another key')"),
        shown="dialog[open]",
    ),
    "group-erase": in_group(
        groups.planned,
        g.FRIDA,
        open_fold("Erase the group"),
        press("details[open] button:text('Ask to erase')"),
        shown="dialog[open]",
    ),
    "group-mail": in_group(groups.mailing, g.MIA, shown="[autocomplete='one-time-code']"),
    "group-not-invited": in_group(groups.planned, g.MIA, shown=CLOSED, status=403),
    "group-erased": in_group(groups.planned, g.MIA, shown=CLOSED, status=410),
    "group-unreachable": in_group(groups.planned, g.MIA, shown=".message .button", status=503),
}

STATES: dict[str, State] = (
    FRONT_PAGE
    | CHECKS
    | LOBBIES
    | DOORS
    | REFUSED_BEFORE
    | every_close_code()
    | LINES
    | every_phase_and_role()
    | MICROPHONES
    | GIVEN_MOMENTS
    | OPENED
    | GROUPS
)
