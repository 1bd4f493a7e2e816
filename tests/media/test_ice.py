"""Which address of a browser is sent to: histories of browsers, networks and liars, by a hand-moved clock.

`Network` is all that surrounds one route. At each of its addresses a browser may check, nominate and speak, and may or
may not be reached there; who is not reached does not answer. aioice reads the questions and writes the answers.
"""

import random
from collections import Counter
from collections.abc import Callable

import pytest
from aioice import stun as oracle
from hypothesis import given, settings
from hypothesis import strategies as st

from app.media import stun
from app.media.address import pack_address
from app.media.counters import PortCounters
from app.media.demux_table import DemuxTable
from app.media.ice import IceTransport
from app.media.paths import PATHS_MAX

STEP_S = 0.05
TICK_STEPS = 5
CHECK_BYTES, SPEECH_BYTES = 108, 80
PASSWORD = "p" * 22
WIFI, MOBILE, RELAY, VICTIM = (pack_address("192.0.2.1", 5000 + n) for n in range(4))
ADDRESSES = (WIFI, MOBILE, RELAY, VICTIM)


class Network:
    """The port of one route: time goes on in steps, and an answer takes `delay` of them."""

    def __init__(self, delay: int = 1) -> None:
        self.now = 1000.0
        self.reached: set[bytes] = set()
        """Addresses at which the browser gets what is sent."""

        self.loses: Callable[[], bool] = lambda: False
        """Asked for every question and every answer."""

        self.sent: Counter[bytes] = Counter()
        self.received: Counter[bytes] = Counter()
        """Bytes, by address, as seen from the server."""

        self.got: list[tuple[bytes, bytes]] = []
        """What went to an address where the browser is reached."""

        self.checked_at: dict[bytes, float] = {}
        self.answered_at: dict[bytes, float] = {}
        self.checks_answered: Counter[bytes] = Counter()
        self.asked: Counter[bytes] = Counter()
        self.moves: list[bytes | None] = []
        self.counters = PortCounters()
        self.table: DemuxTable[str] = DemuxTable()
        self.ice = IceTransport("who", self.table, self, self.counters, (b"ours", b"secret"), self._moved, self.now)
        self.delay = delay
        self._steps = 0
        self._under_way: list[tuple[int, bytes, bytes]] = []

    def send(self, datagram: bytes, address: bytes) -> None:
        self.sent[address] += len(datagram)
        if datagram[0] < 4:
            message = oracle.parse_message(datagram)
            if message.message_class is oracle.Class.RESPONSE:
                self.checks_answered[address] += 1
            else:
                self.asked[address] += 1
            if message.message_class is oracle.Class.REQUEST and address in self.reached and not self.loses():
                self._under_way.append((self._steps + self.delay, address, answer(datagram)))
        if address in self.reached:
            self.got.append((address, datagram))

    def check(self, address: bytes, nominates: bool = False) -> None:
        self.checked_at[address] = self.now
        self.received[address] += CHECK_BYTES
        request = stun.Request(b"t" * 12, b"", b"", b"ours", nominates, None, ())
        self.ice.on_binding_request(address, request, CHECK_BYTES, self.now)

    def speak(self, address: bytes) -> None:
        self.received[address] += SPEECH_BYTES
        if address == self.ice.address:
            self.ice.media_at = self.now
        else:
            self.ice.on_media(address, SPEECH_BYTES, self.now)

    def step(self) -> None:
        self._steps += 1
        self.now += STEP_S
        due = [entry for entry in self._under_way if entry[0] <= self._steps]
        self._under_way = [entry for entry in self._under_way if entry[0] > self._steps]
        for _, address, datagram in due:
            if self.loses():
                continue
            self.received[address] += len(datagram)
            read = stun.read_success(datagram)
            assert read is not None
            if self.ice.on_binding_response(address, read, self.now):
                self.answered_at[address] = self.now
        if self._steps % TICK_STEPS == 0:
            self.ice.tick(self.now)

    def settle(self) -> None:
        """Let what is under way arrive."""
        while self._under_way:
            self.step()

    def go_on(
        self,
        seconds: float,
        *,
        checks: dict[bytes, float] | None = None,
        nominates: tuple[bytes, ...] = (),
        speaks: tuple[bytes, ...] = (),
    ) -> None:
        """Let time pass; from each address in `checks` comes a check every so many seconds."""
        for _ in range(round(seconds / STEP_S)):
            for address, every_s in (checks or {}).items():
                if self._steps % round(every_s / STEP_S) == 0:
                    self.check(address, address in nominates)
            for address in speaks:
                self.speak(address)
            self.step()

    def _moved(self) -> None:
        self.moves.append(self.ice.address)


def answer(question: bytes) -> bytes:
    """Answer as a browser would."""
    message = oracle.parse_message(question)
    assert message.check_message_integrity(PASSWORD.encode())
    assert message.attributes["USERNAME"] == "theirs:ours"
    response = oracle.Message(oracle.Method.BINDING, oracle.Class.RESPONSE, message.transaction_id)
    response.attributes["XOR-MAPPED-ADDRESS"] = ("192.0.2.9", 9)
    response.add_message_integrity(PASSWORD.encode())
    return bytes(response)


def at_wifi(delay: int = 1) -> Network:
    """A browser that is in by one address."""
    network = Network(delay)
    network.reached = {WIFI}
    network.ice.set_remote_credentials("theirs", PASSWORD, network.now)
    network.go_on(3, checks={WIFI: 1}, nominates=(WIFI,), speaks=(WIFI,))
    assert network.ice.address == WIFI
    network.moves.clear()
    return network


def test_one_check_is_enough_to_be_reached() -> None:
    network = Network()
    network.reached = {WIFI}
    network.ice.set_remote_credentials("theirs", PASSWORD, network.now)
    network.check(WIFI)
    assert network.ice.address is None, "a check alone proves nothing"
    network.step()
    assert network.ice.address == WIFI
    assert network.checks_answered[WIFI] == 1


def test_checks_before_the_answer_are_answered_and_nothing_else_is_sent() -> None:
    network = Network()
    network.reached = {WIFI}
    network.check(WIFI)
    network.ice.send(b"\x80" * 50)
    assert (network.checks_answered[WIFI], network.sent[WIFI]) == (1, 64)
    network.ice.on_dtls(WIFI, 150, network.now)
    network.ice.set_remote_credentials("theirs", PASSWORD, network.now)
    network.step()
    assert network.ice.address == WIFI


@pytest.mark.parametrize("delay", [1, 2, 8])
@pytest.mark.parametrize("loss", [0, 0.2])
def test_the_round_trip_is_learned_from_answers_also_where_questions_are_lost(delay: int, loss: float) -> None:
    network = at_wifi(delay)
    chance = random.Random(1)
    network.loses = lambda: chance.random() < loss
    network.go_on(20, checks={WIFI: 1}, nominates=(WIFI,))
    assert network.ice.round_trip_s == pytest.approx(delay * STEP_S, abs=0.001)


def test_of_another_address_the_round_trip_is_known_with_its_first_answer_and_the_old_one_forgotten() -> None:
    network = at_wifi()
    assert network.ice.round_trip_s == pytest.approx(STEP_S)
    network.reached, network.delay = {MOBILE}, 6
    network.check(MOBILE, nominates=True)
    while network.ice.address != MOBILE:
        network.step()
    assert network.ice.round_trip_s == pytest.approx(6 * STEP_S)


def test_before_the_first_answer_no_round_trip_is_known() -> None:
    assert Network().ice.round_trip_s is None


@pytest.mark.parametrize("delay", [6, 10, 20])
def test_who_opens_their_switch_more_often_than_answers_come_stays_reachable(delay: int) -> None:
    network = at_wifi(delay)
    for _ in range(20):
        network.ice.ask_anew(network.now)
        network.go_on((delay - 1) * STEP_S)
        assert network.ice.live(network.now)


def test_a_voice_that_waits_has_a_question_of_its_own_and_no_older_answer_counts_for_it() -> None:
    """Where one was answered that had been asked before the voice was let be heard, and no other is under way."""
    network = at_wifi(delay=6)
    network.go_on(1)
    network.ice.ask_anew(network.now)
    network.settle()
    opened, asked = network.now, network.asked[WIFI]
    network.ice.ask_again(network.now)
    network.ice.ask_again(network.now)
    assert network.asked[WIFI] == asked + 1
    assert network.ice.answers_since < opened
    network.go_on(5 * STEP_S)
    assert network.ice.answers_since < opened
    network.settle()
    assert network.ice.answers_since == opened


def test_a_nominated_address_that_is_dead_takes_nothing() -> None:
    network = at_wifi()
    network.go_on(10, checks={WIFI: 1, VICTIM: 0.1}, nominates=(VICTIM,), speaks=(WIFI, VICTIM))
    assert not network.moves
    assert network.sent[VICTIM] <= network.received[VICTIM]
    assert network.counters.unproved_bytes_refused > 0


@pytest.mark.parametrize("every_s", [0.05, 0.5, 5])
@pytest.mark.parametrize("introduced", [True, False])
def test_an_address_that_does_not_answer_gets_no_more_than_it_sent(every_s: float, introduced: bool) -> None:
    network = Network()
    if introduced:
        network.ice.set_remote_credentials("theirs", PASSWORD, network.now)
    for _ in range(200):
        network.go_on(every_s / 2)
        network.check(VICTIM, nominates=True)
        network.ice.send(b"\x80" * 1200)
        network.go_on(every_s / 2)
        assert network.sent[VICTIM] <= network.received[VICTIM]


def test_a_dead_address_does_not_keep_the_connection_alive() -> None:
    network = at_wifi()
    network.settle()
    network.reached.clear()
    answered_at = network.ice.answered_at
    assert answered_at is not None
    network.go_on(40, checks={WIFI: 1, MOBILE: 1}, nominates=(WIFI, MOBILE), speaks=(WIFI, MOBILE))
    assert network.ice.answered_at == pytest.approx(answered_at, abs=0.1)
    assert network.ice.address is None
    sent = network.sent.copy()
    network.ice.send(b"\x80" * 100)
    assert network.sent == sent, "consent has run out (RFC 7675)"
    network.reached = {WIFI}
    network.check(WIFI)
    network.go_on(1)
    assert network.ice.address == WIFI, "and is had again by the next answer"


def test_when_the_chosen_address_goes_quiet_another_is_taken_within_three_seconds() -> None:
    network = at_wifi()
    network.reached.add(MOBILE)
    network.go_on(5, checks={WIFI: 1, MOBILE: 1}, nominates=(MOBILE,), speaks=(MOBILE,))
    assert network.moves == [MOBILE]
    network.reached.remove(MOBILE)
    network.go_on(3, checks={WIFI: 1}, speaks=(WIFI,))
    assert network.moves == [MOBILE, WIFI]


def test_an_address_that_takes_and_no_longer_answers_is_left_even_if_it_goes_on_nominating() -> None:
    network = at_wifi()
    network.reached.add(MOBILE)
    network.go_on(5, checks={WIFI: 1, MOBILE: 1}, nominates=(MOBILE,), speaks=(MOBILE,))
    network.reached.remove(MOBILE)
    network.go_on(3, checks={WIFI: 1, MOBILE: 1}, nominates=(MOBILE,), speaks=(MOBILE, WIFI))
    assert network.moves == [MOBILE, WIFI]


def test_a_standby_of_which_nothing_has_come_for_seconds_is_found_in_time() -> None:
    network = at_wifi()
    network.reached.add(MOBILE)
    network.go_on(10, checks={WIFI: 5, MOBILE: 1}, nominates=(MOBILE,), speaks=(MOBILE,))
    assert network.ice.address == MOBILE
    network.reached.remove(MOBILE)
    network.go_on(3)
    assert network.ice.address == WIFI


@pytest.mark.parametrize("talks", [True, False])
def test_a_rebound_port_is_followed_without_a_nomination(talks: bool) -> None:
    """A router forgets the port after a pause; all goes on from another, and only consent checks come, without one."""
    network = at_wifi()
    network.go_on(12, checks={WIFI: 5})
    network.reached = {MOBILE}
    network.go_on(5, speaks=())
    network.check(MOBILE, nominates=False)
    network.go_on(0.1, speaks=(MOBILE,) if talks else ())
    assert network.ice.address == MOBILE


def test_a_move_takes_one_round_trip() -> None:
    network = at_wifi()
    network.reached.add(MOBILE)
    network.check(MOBILE, nominates=True)
    assert network.ice.address == WIFI
    network.step()
    assert network.ice.address == MOBILE
    assert network.counters.moved == 1


@pytest.mark.parametrize("nominates", [(), (WIFI,)])
def test_late_packets_and_checks_of_an_address_left_behind_take_nothing_back(nominates: tuple[bytes, ...]) -> None:
    network = at_wifi()
    network.reached = {MOBILE}
    network.go_on(1, checks={MOBILE: 0.5}, nominates=(MOBILE,), speaks=(MOBILE,))
    network.go_on(9, checks={MOBILE: 1, WIFI: 7}, nominates=(MOBILE, *nominates), speaks=(MOBILE,))
    network.speak(WIFI)
    network.go_on(9, checks={MOBILE: 1}, nominates=(MOBILE,), speaks=(MOBILE,))
    assert network.moves == [MOBILE]


def test_a_late_nomination_of_an_address_left_behind_takes_nothing_back() -> None:
    network = at_wifi()
    network.go_on(8, checks={WIFI: 1})
    network.reached = {MOBILE}
    network.check(MOBILE, nominates=True)
    network.go_on(0.2)
    assert network.moves == [MOBILE]
    network.check(WIFI, nominates=True)
    network.go_on(4, checks={MOBILE: 1}, nominates=(MOBILE,))
    assert network.moves == [MOBILE]


def test_a_move_back_takes_one_round_trip_too() -> None:
    network = at_wifi()
    network.reached.add(MOBILE)
    network.go_on(8, checks={WIFI: 0.5, MOBILE: 0.5}, nominates=(MOBILE,))
    assert network.moves == [MOBILE]
    network.go_on(0.1, checks={WIFI: 0.05}, nominates=(WIFI,))
    assert network.moves == [MOBILE, WIFI]


def test_where_nobody_checks_from_any_more_nothing_is_sent_even_if_it_answers() -> None:
    network = at_wifi()
    network.go_on(29, speaks=(WIFI,))
    assert network.ice.address == WIFI
    network.go_on(2, speaks=(WIFI,))
    assert network.ice.address is None


@pytest.mark.parametrize("delay", [1, 4])
def test_a_browser_that_gets_no_voice_gets_a_check_every_half_second_however_far_it_is(delay: int) -> None:
    network = at_wifi(delay)
    asked = network.asked.copy()
    for half_seconds in range(1, 20):
        network.go_on(0.5, checks={WIFI: 2.5})
        assert network.asked[WIFI] - asked[WIFI] == half_seconds


def test_whoever_doubts_their_line_is_asked_at_once_and_each_time_where_they_are() -> None:
    """Before an address has answered that is for nobody to wish: it may be somebody else's."""
    network = at_wifi()
    network.settle()
    before = network.asked[WIFI]
    for _ in range(9):
        network.ice.check(network.now)
    assert network.asked[WIFI] == before + 9
    network.settle()
    assert network.ice.live(network.now)
    unproved = Network()
    unproved.ice.set_remote_credentials("theirs", PASSWORD, unproved.now)
    unproved.check(WIFI)
    sent = unproved.sent[WIFI]
    unproved.ice.check(unproved.now)
    assert unproved.sent[WIFI] == sent


def test_nobody_is_asked_too_often() -> None:
    network = at_wifi()
    network.reached.add(MOBILE)
    asked = network.asked.copy()
    network.go_on(10, checks={WIFI: 0.05, MOBILE: 0.05, VICTIM: 0.05}, nominates=ADDRESSES, speaks=ADDRESSES)
    assert 19 <= network.asked[WIFI] - asked[WIFI] <= 23
    assert 19 <= network.asked[MOBILE] <= 23
    assert network.asked[VICTIM] <= 51


def test_speech_pays_for_another_question_when_the_first_is_lost() -> None:
    network = at_wifi()
    network.check(MOBILE)
    network.reached.add(MOBILE)
    network.go_on(1, speaks=(MOBILE,))
    assert MOBILE in network.answered_at


@pytest.mark.parametrize("every_s", [0.1, 0.5, 1, 2.5])
def test_two_addresses_in_turn_are_not_followed_to_and_fro(every_s: float) -> None:
    network = at_wifi()
    network.reached.add(MOBILE)
    for _ in range(20):
        network.go_on(every_s / 2, checks={MOBILE: every_s / 2}, nominates=(MOBILE,), speaks=(MOBILE,))
        network.go_on(every_s / 2, checks={WIFI: every_s / 2}, nominates=(WIFI,), speaks=(WIFI,))
    assert len(network.moves) <= 1


def test_speech_draws_the_sound_after_it_when_it_goes_on() -> None:
    network = at_wifi()
    network.reached.add(MOBILE)
    network.check(MOBILE)
    network.go_on(0.3, speaks=(MOBILE,))
    assert not network.moves, "a few packets are no run"
    network.go_on(2, checks={WIFI: 1}, speaks=(MOBILE,))
    assert network.moves == [MOBILE]


def test_a_nomination_without_what_follows_yields_to_speech_that_goes_on_elsewhere() -> None:
    network = at_wifi()
    network.reached.add(MOBILE)
    network.check(MOBILE, nominates=True)
    network.go_on(10, checks={WIFI: 2, MOBILE: 2}, speaks=(WIFI,))
    assert network.moves == [MOBILE, WIFI]


def test_slow_answers_count() -> None:
    network = at_wifi(delay=round(1.5 / STEP_S))
    network.go_on(20, checks={WIFI: 1}, speaks=(WIFI,))
    assert network.ice.live(network.now)
    assert not network.moves


def test_a_server_that_has_stood_still_gives_time_to_answer() -> None:
    network = at_wifi()
    network.now += 5
    network.ice.tick(network.now)
    assert network.ice.live(network.now)
    network.go_on(1)
    assert network.ice.live(network.now)
    network.settle()
    network.reached.clear()
    network.now += 5
    network.ice.tick(network.now)
    assert network.ice.live(network.now)
    network.go_on(2.5)
    assert not network.ice.live(network.now), "but not for ever"


def test_a_line_that_loses_every_fifth_datagram_is_live_and_not_left() -> None:
    network = at_wifi()
    network.reached.add(MOBILE)
    chance = random.Random(1)
    network.loses = lambda: chance.random() < 0.2
    lives = 0
    for _ in range(3000):
        network.go_on(STEP_S, checks={WIFI: 2.5, MOBILE: 10}, nominates=(WIFI,), speaks=(WIFI,))
        lives += network.ice.live(network.now)
    assert lives > 2950
    assert len(network.moves) <= 2


def test_the_live_address_is_never_crowded_out() -> None:
    network = at_wifi()
    for n in range(100):
        network.check(pack_address("203.0.113.1", 1000 + n), nominates=True)
        network.go_on(0.1, checks={WIFI: 1}, speaks=(WIFI,))
    assert not network.moves
    assert network.table.by_address.get(WIFI) == "who"
    assert len(network.table.by_address) == PATHS_MAX


def test_nor_is_it_by_addresses_that_all_answer() -> None:
    network = at_wifi()
    for n in range(100):
        network.reached.add(pack_address("203.0.113.1", 1000 + n))
        network.check(pack_address("203.0.113.1", 1000 + n))
        network.go_on(0.1, speaks=(WIFI,))
    assert not network.moves
    assert network.table.by_address.get(WIFI) == "who"


def test_a_standby_that_answers_is_not_crowded_out_by_addresses_that_do_not() -> None:
    network = at_wifi()
    network.reached.add(MOBILE)
    for n in range(100):
        network.check(pack_address("203.0.113.1", 1000 + n))
        network.go_on(0.1, checks={WIFI: 1, MOBILE: 2.5}, speaks=(WIFI,))
        assert n < 25 or network.table.by_address.get(MOBILE) == "who"


def check_in_turn(network: Network, addresses: list[bytes], seconds: float) -> None:
    """One check every 50 ms, from each address in its turn, as browsers do."""
    for n in range(round(seconds / STEP_S)):
        network.check(addresses[n % len(addresses)])
        network.step()


@pytest.mark.parametrize("count", [8, 10, 16, 30])
def test_a_browser_with_many_addresses_far_away_is_found(count: int) -> None:
    """Two interfaces and three relays make ten. Each has to be kept until it could answer."""
    network = Network(delay=round(0.45 / STEP_S))
    addresses = [pack_address("203.0.113.1", 1000 + n) for n in range(count)]
    network.reached = set(addresses)
    network.ice.set_remote_credentials("theirs", PASSWORD, network.now)
    check_in_turn(network, addresses, 2)
    assert network.ice.address is not None


def test_addresses_that_have_died_leave_room_for_others() -> None:
    network = Network(delay=round(0.45 / STEP_S))
    dead, alive = ([pack_address(host, 1000 + n) for n in range(10)] for host in ("203.0.113.1", "203.0.113.2"))
    network.reached = set(dead)
    network.ice.set_remote_credentials("theirs", PASSWORD, network.now)
    check_in_turn(network, dead, 5)
    network.settle()
    network.reached = set(alive)
    check_in_turn(network, alive, 3)
    assert network.ice.address in alive


def test_an_address_that_somebody_else_has_proved_is_left_at_once() -> None:
    network = at_wifi()
    network.settle()
    network.table.bind(WIFI, "somebody else", proved=True)
    network.go_on(0.3)
    assert network.ice.address is None
    network.ice.close()
    assert network.table.by_address.get(WIFI) == "somebody else"


def test_an_answer_counts_once_from_the_address_that_was_asked_and_signed_by_the_browser() -> None:
    network = Network()
    network.ice.set_remote_credentials("theirs", PASSWORD, network.now)
    sent: list[bytes] = []
    network.send = lambda datagram, address: sent.append(datagram)  # type: ignore[method-assign]
    network.check(WIFI)
    network.check(MOBILE)
    mine = stun.read_success(answer(sent[0]))
    assert mine is not None
    assert not network.ice.on_binding_response(MOBILE, mine, network.now)
    assert not network.ice.on_binding_response(VICTIM, mine, network.now)
    forged = stun.Signed(mine.transaction, mine.signed, bytes(20))
    assert not network.ice.on_binding_response(WIFI, forged, network.now)
    assert network.ice.on_binding_response(WIFI, mine, network.now)
    assert not network.ice.on_binding_response(WIFI, mine, network.now), "a replay proves nothing"


def test_a_closed_ice_transport_leaves_nothing_behind() -> None:
    network = at_wifi()
    network.check(MOBILE)
    network.ice.close()
    assert len(network.table.by_address) == 0
    assert not network.table.by_transaction


histories = st.lists(
    st.fixed_dictionaries(
        {
            "seconds": st.sampled_from([0.05, 0.3, 1, 3, 8, 35]),
            "reached": st.sets(st.sampled_from(ADDRESSES[:3])),
            "checks": st.dictionaries(st.sampled_from(ADDRESSES), st.sampled_from([0.05, 0.5, 2.5, 5])),
            "nominates": st.sets(st.sampled_from(ADDRESSES)).map(tuple),
            "speaks": st.sets(st.sampled_from(ADDRESSES)).map(tuple),
        }
    ),
    max_size=8,
)


@settings(max_examples=100, deadline=None)
@given(histories, st.sampled_from([1, 4, 10]), st.booleans())
def test_in_every_history(history: list[dict], delay: int, introduced: bool) -> None:
    network = Network(delay)
    if introduced:
        network.ice.set_remote_credentials("theirs", PASSWORD, network.now)
    well_since: dict[bytes, float] = {}
    for chapter in history:
        network.reached = chapter["reached"]
        for _ in range(round(chapter["seconds"] / STEP_S)):
            network.go_on(STEP_S, **{how: chapter[how] for how in ("checks", "nominates", "speaks")})
            network.ice.send(b"\x80" * 200)
            for address in ADDRESSES:
                if introduced and address in network.reached and network.now - network.checked_at.get(address, 0) < 1:
                    well_since.setdefault(address, network.now)
                else:
                    well_since.pop(address, None)
                if address not in network.answered_at:
                    assert network.sent[address] <= network.received[address], "amplified"
            chosen = network.ice.address
            if chosen is not None:
                assert network.now - network.answered_at[chosen] <= 30.3, "sent to who does not answer"
                assert network.now - network.checked_at[chosen] <= 30.3, "sent to where nobody checks from"
            if any(network.now - since > 3.5 for since in well_since.values()):
                assert chosen is not None
                assert network.now - network.answered_at[chosen] <= 3, "there was one that answered"
    assert VICTIM not in network.answered_at
    assert VICTIM not in network.moves
