"""What cannot be so is refused at the start, by a sentence that names the setting and says what to set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from app.main import check_access
from app.settings import Settings, wrong_in
from tests.support.process import ROOT
from tests.test_main import started

REFUSED = [
    ("MEDIA_ADVERTISE", "::", "every address of a machine"),
    ("MEDIA_ADVERTISE", "ff02::1", "not the address of one machine"),
    ("MEDIA_ADVERTISE", "fe80::7", "one cable only"),
    ("MEDIA_ADVERTISE", "fe80::7%eth0", "without a zone"),
    ("MEDIA_ADVERTISE", "[2001:db8::7]", "commas between them"),
    ("MEDIA_ADVERTISE", "circle.example", "no address"),
    ("MEDIA_ADVERTISE", "203.0.113.7:8000", "no address"),
    ("MEDIA_ADVERTISE", "203.0.113.256", "no address"),
    ("MEDIA_ADVERTISE", "203.0.113.07", "no address"),
    ("MEDIA_ADVERTISE", '["203.0.113.7", ""]', "no address"),
    ("MEDIA_ADVERTISE", "203.0.113.7,0.0.0.0", "every address of a machine"),
    ("MEDIA_ADVERTISE", "224.0.0.1", "not the address of one machine"),
    ("MEDIA_ADVERTISE", "255.255.255.255", "not the address of one machine"),
    ("MEDIA_ADVERTISE", "240.0.0.1", "not the address of one machine"),
    ("MEDIA_ADVERTISE", "0.0.0.7", "not the address of one machine"),
    ("MEDIA_ADVERTISE", "::ffff:203.0.113.7", "one of IPv4 as such"),
    ("MEDIA_ADVERTISE", '["203.0.113.7"', "commas between them"),
    ("MEDIA_ADVERTISE", "[7]", "valid string"),
    ("MEDIA_HOST", "localhost", "no address"),
    ("MEDIA_HOST", "[::1]", "no address"),
    ("MEDIA_HOST", "", "no address"),
    ("NODE_ADVERTISE", "node-1:8900", "without a port"),
    ("NODE_ADVERTISE", "http://node-1", "without a port"),
    ("NODE_ADVERTISE", "[fd00::1]", "without a port or brackets"),
    ("NODE_ADVERTISE", "node 1", "neither the name of a host"),
    ("NODE_ADVERTISE", "", "neither the name of a host"),
    ("NODE_ADVERTISE", "0.0.0.0", "every address of a machine"),
    ("NODE_ADVERTISE", "10.0.0", "no address"),
    ("PUBLIC_URL", "circle.example", "a host alone"),
    ("PUBLIC_URL", "ftp://circle.example", "a host alone"),
    ("PUBLIC_URL", "https://", "a host alone"),
    ("PUBLIC_URL", "https:///balint", "a host alone"),
    ("PUBLIC_URL", "https://circle.example/balint", "a host alone"),
    ("PUBLIC_URL", "https://circle.example?a", "a host alone"),
    ("PUBLIC_URL", "https://circle.example/#", "a host alone"),
    ("PUBLIC_URL", "https://frida:secret@circle.example", "everybody would see it"),
    ("PUBLIC_URL", "https://circle.example:99999", "from 1 to 65535"),
    ("PUBLIC_URL", "https://circle.example:https", "from 1 to 65535"),
    ("PUBLIC_URL", "https://circle.example:0", "nobody can reach"),
    ("PUBLIC_URL", "https://circle example", "nobody can reach"),
    ("PUBLIC_URL", "https://circle..example", "nobody can reach"),
    ("PUBLIC_URL", "https://-circle.example", "nobody can reach"),
    ("PUBLIC_URL", "https://203.0.113.256", "nobody can reach"),
    ("PUBLIC_URL", "https://0.0.0.0", "nobody can reach"),
    ("PUBLIC_URL", "https://[::1", "is no URL"),
    ("PUBLIC_URL", "https://circle.example\n", "nobody can reach"),
    ("PUBLIC_URL", "https://circle.example:", "nobody can reach"),
    ("PUBLIC_URL", "https://224.0.0.1", "nobody can reach"),
    ("PUBLIC_URL", "https://[ff02::1]", "nobody can reach"),
    ("PUBLIC_URL", "https://[fe80::1%25eth0]", "nobody can reach"),
    ("PUBLIC_URL", "https://" + "a." * 130 + "example", "nobody can reach"),
    ("PUBLIC_URL", "https://kreis.österreich.example", "like https://xn--"),
    ("PUBLIC_URL", "https://circle.example/österreich", "a host alone"),
    ("HOST", "[::1]", "without a port or brackets"),
    ("HOST", "127.0.0.1:8000", "without a port"),
    ("HOST", "256.1.1.1", "no address"),
    ("HOST", " ", "neither the name of a host"),
    ("HOST", "a" * 300, "neither the name of a host"),
    ("NODE_HOST", "fd00::1::", "no address"),
    ("NODE_HOST", "224.0.0.1", "not the address of one machine"),
    ("NODE_ADVERTISE", "node..1", "neither the name of a host"),
    ("MEDIA_ADVERTISE", "[" * 3000, "commas between them"),
    ("DATA_DIR", "", "is empty"),
    ("DATA_DIR", " ", "is empty"),
    ("PAGE_DIR", "", "is empty"),
    ("PAGE_DIR", "/nowhere", "no page"),
    ("PORT", "65536", "65535"),
    ("PORT", "-1", "0"),
    ("MEDIA_PORT", "70000", "65535"),
    ("MEDIA_TCP_PORT", "70000", "65535"),
    ("NODE_PORT", "eight", "integer"),
    ("METRICS_PORT", "70000", "65535"),
    ("SECRET", "short", "32 characters"),
    ("SECRET", " " * 40, "32 characters"),
    ("SECRET_ALSO", "short", "32 characters"),
    ("SECRET", "\r\n" * 40, "32 characters"),
    ("BEAT_S", "nan", "finite"),
    ("BEAT_S", "2", "BALINT_CLAIM_S"),
    ("CLAIM_S", "20", "BALINT_SOUND_ALONE_S"),
    ("FIND_WITHIN_S", "0", "greater than 0"),
    ("SEND_WITHIN_S", "-1", "greater than 0"),
    ("ENTER_WITHIN_S", "inf", "finite"),
    ("REDIS_WITHIN_S", "0", "greater than 0"),
    ("REDIS_WITHIN_S", "2.5", "BALINT_CLAIM_S"),
    ("DRAIN_WITHIN_S", "nan", "finite"),
    ("TURN_URLS", "turn.example", "no URI of a TURN server"),
    ("TURN_URLS", "stun:turn.example", "no URI of a TURN server"),
    ("TURN_URLS", "https://turn.example", "no URI of a TURN server"),
    ("TURN_URLS", "turn:mia@turn.example", "no URI of a TURN server"),
    ("TURN_URLS", "turn:turn.example/path", "no URI of a TURN server"),
    ("TURN_URLS", "turn:turn.example:", "no URI of a TURN server"),
    ("TURN_URLS", "turn:turn.example:70000", "from 1 to 65535"),
    ("TURN_URLS", "turn:turn.example:0", "no URI of a TURN server"),
    ("TURN_URLS", "turn:", "nobody can reach"),
    ("TURN_URLS", "turn:turn..example", "nobody can reach"),
    ("TURN_URLS", "turn:0.0.0.0", "nobody can reach"),
    ("TURN_URLS", "turn:turn.example?transport=tls", "transport=udp or transport=tcp"),
    ("TURN_URLS", "turn:turn.example?", "transport=udp or transport=tcp"),
    ("TURN_URLS", "turns:turn.example?transport=udp", "by TCP alone"),
    ("TURN_URLS", "turns:turn.example", "by TCP alone"),
    ("TURN_URLS", "turn:turn.example", "belong together"),
    ("TURN_SECRET", "s" * 32, "belong together"),
    ("TURN_SECRET", "short", "32 characters"),
    ("TURN_SECRET_FILE", "/nowhere", "cannot be read (No such file"),
    ("TURN_LIFETIME_S", "0", "60"),
    ("SMTP_HOST", "mail.example", "belong together"),
    ("SMTP_FROM", "circle@circle.example", "belong together"),
    ("SMTP_FROM", "Circle <circle@circle.example>", "no address like"),
    ("SMTP_USER", "circle", "belong together"),
    ("SMTP_PASSWORD_FILE", "/nowhere", "cannot be read (No such file"),
    ("SMTP_TLS", "ssl", "starttls"),
]
TAKEN = [
    ("MEDIA_ADVERTISE", "203.0.113.7", ("203.0.113.7",)),
    ("MEDIA_ADVERTISE", "203.0.113.7, 198.51.100.2", ("203.0.113.7", "198.51.100.2")),
    ("MEDIA_ADVERTISE", '["203.0.113.7", "198.51.100.2"]', ("203.0.113.7", "198.51.100.2")),
    ("MEDIA_ADVERTISE", "2001:DB8::7, 203.0.113.7", ("2001:db8::7", "203.0.113.7")),
    ("MEDIA_ADVERTISE", "", ()),
    ("MEDIA_HOST", "::", "::"),
    ("MEDIA_HOST", "0.0.0.0", "0.0.0.0"),
    ("HOST", "::1", "::1"),
    ("NODE_HOST", "fd00::1", "fd00::1"),
    ("NODE_ADVERTISE", "fd00::1", "fd00::1"),
    ("HOST", "", ""),
    ("HOST", "0.0.0.0", "0.0.0.0"),
    ("HOST", "localhost", "localhost"),
    ("NODE_HOST", "node-1", "node-1"),
    ("NODE_ADVERTISE", "node-1", "node-1"),
    ("NODE_ADVERTISE", "Node_1.balint.svc.cluster.local", "Node_1.balint.svc.cluster.local"),
    ("NODE_ADVERTISE", "10.0.0.7", "10.0.0.7"),
    ("PUBLIC_URL", "https://circle.example", "https://circle.example"),
    ("PUBLIC_URL", "https://circle.example:8443/", "https://circle.example:8443/"),
    ("PUBLIC_URL", "http://localhost:8000", "http://localhost:8000"),
    ("PUBLIC_URL", "http://127.0.0.1:8000", "http://127.0.0.1:8000"),
    ("PUBLIC_URL", "https://[2001:db8::7]", "https://[2001:db8::7]"),
    ("PUBLIC_URL", "https://kreis.xn--sterreich-z7a.example", "https://kreis.xn--sterreich-z7a.example"),
    ("PUBLIC_URL", "", None),
]


def refusal(setting: str, value: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(f"BALINT_{setting}", value)
    with pytest.raises(ValidationError) as refused:
        Settings()
    return wrong_in(refused.value)


@pytest.mark.parametrize(("setting", "value", "word"), REFUSED)
def test_what_cannot_be_so_is_refused_in_words(
    setting: str, value: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = refusal(setting, value, monkeypatch)
    assert word in words
    assert words.startswith("BALINT_")
    assert f"BALINT_{setting}" in words
    assert "Value error" not in words


@pytest.mark.parametrize(("host", "advertised"), [("0.0.0.0", "2001:db8::7"), ("::1", "203.0.113.7")])
def test_an_address_of_a_family_that_is_not_received_is_not_advertised(
    host: str, advertised: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BALINT_MEDIA_HOST", host)
    assert "BALINT_MEDIA_HOST to ::" in refusal("MEDIA_ADVERTISE", advertised, monkeypatch)


def test_sound_leaves_from_where_it_is_received_whatever_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BALINT_MEDIA_ADVERTISE", "203.0.113.7")
    assert "127.0.0.1" in Settings().sent_from
    monkeypatch.setenv("BALINT_MEDIA_HOST", "203.0.113.1")
    assert Settings().sent_from == ("203.0.113.1",)


@pytest.mark.parametrize(("setting", "value", "meaning"), TAKEN)
def test_what_can_be_so_is_taken(setting: str, value: str, meaning: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"BALINT_{setting}", value)
    assert getattr(Settings(), setting.lower()) == meaning


TURN_URLS = [
    "turn:turn.example",
    "turn:turn.example:3478?transport=udp",
    "turn:203.0.113.7?transport=tcp",
    "turn:[2001:db8::7]:3478",
    "turns:turn.example:443?transport=tcp",
]


def test_turn_servers_and_their_secret_are_taken_also_from_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BALINT_TURN_URLS", ", ".join(TURN_URLS))
    (tmp_path / "secret").write_text("s" * 40 + "\n")
    monkeypatch.setenv("BALINT_TURN_SECRET_FILE", str(tmp_path / "secret"))
    settings = Settings()
    assert settings.turn_urls == tuple(TURN_URLS)
    assert settings.turn_secret == SecretStr("s" * 40)
    (tmp_path / "secret").write_text("sesame")
    words = refusal("TURN_SECRET_FILE", str(tmp_path / "secret"), monkeypatch)
    assert "32 characters" in words
    assert "sesame" not in words
    assert "both set" in refusal("TURN_SECRET", "s" * 40, monkeypatch)


def test_whoever_hands_in_mail_needs_somewhere_to_hand_it_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BALINT_SMTP_USER", "circle")
    words = refusal("SMTP_PASSWORD", "sesame", monkeypatch)
    assert "BALINT_SMTP_HOST is not" in words
    assert "sesame" not in words


def test_a_node_that_others_cannot_reach_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:1")
    words = refusal("NODE_HOST", "0.0.0.0", monkeypatch)
    assert words.startswith("BALINT_NODE_ADVERTISE is unset")
    monkeypatch.setenv("BALINT_NODE_ADVERTISE", "node-1")
    assert Settings().node_advertise == "node-1"


def test_no_secret_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "sesame" not in refusal("SECRET", "sesame", monkeypatch)
    assert "sesame" not in refusal("PUBLIC_URL", "https://frida:sesame@circle.example", monkeypatch)


REDIS_URLS = [
    "http://:sesame@127.0.0.1:1",
    "redis://:se#same@127.0.0.1:1",
    "redis://:sesame@127.0.0.1:port",
    "sesame",
    "redis://127.0.0.1:1?sesame=1",
]
REDIS_URLS += ["redis+sentinel://:sesame@127.0.0.1:port/x", "redis+sentinel://:sesame@127.0.0.1/x?sesame=1"]


@pytest.mark.parametrize("url", REDIS_URLS)
def test_a_url_of_redis_that_is_none_is_refused_without_its_password(tmp_path: Path, url: str) -> None:
    ended = started(tmp_path, REDIS_URL=url)
    assert ended.returncode == 1
    assert "BALINT_REDIS_URL" in ended.stderr
    assert "same" not in ended.stderr
    assert "Traceback" not in ended.stderr


def cannot_start(folder: Path, **changes: str) -> str:
    ended = started(folder, **changes)
    assert ended.returncode == 1, ended.stderr
    assert ended.stderr.startswith("The server did not start.")
    assert "Traceback" not in ended.stderr
    return ended.stderr


@pytest.mark.parametrize("secret", [{}, {"BALINT_SECRET": "s" * 32}])
@pytest.mark.parametrize("where", ["a file", "a file/data", "/proc/data", "/sys/data"])
def test_a_data_folder_that_cannot_be_written_in(tmp_path: Path, where: str, secret: dict[str, str]) -> None:
    """A file in its place or above it; file systems that take nothing new, whoever asks."""
    (tmp_path / "a file").write_text("a letter")
    words = cannot_start(tmp_path / where, **secret)
    assert "BALINT_DATA_DIR" in words
    assert str(tmp_path / where) in words or "a file" in words


def test_a_data_folder_that_may_only_be_read(tmp_path: Path) -> None:
    """Root may write everywhere, so it gives up that right."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o555)
    command = [sys.executable, "-m", "app", "serve"]
    settings = {
        "BALINT_PORT": "0",
        "BALINT_MEDIA_PORT": "0",
        "BALINT_METRICS_PORT": "0",
        "BALINT_DATA_DIR": str(folder),
    }
    if os.geteuid() == 0:
        command = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override", *command]
    ended = subprocess.run(command, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1
    assert "BALINT_DATA_DIR" in ended.stderr, ended.stderr
    assert "Permission denied" in ended.stderr


@pytest.mark.parametrize("content", ["", "\n", "cut sho"])
def test_a_secret_that_is_none_is_explained(tmp_path: Path, content: str) -> None:
    """And left as it is: another one would make every link void."""
    (tmp_path / "secret").write_text(content)
    words = cannot_start(tmp_path)
    assert str(tmp_path / "secret") in words
    assert "from a backup, or remove the file" in words
    assert (tmp_path / "secret").read_text() == content


@pytest.mark.parametrize(("setting", "value"), [("HOST", "192.0.2.7"), ("HOST", "no-such-host.invalid")])
def test_an_address_that_is_not_this_machines(tmp_path: Path, setting: str, value: str) -> None:
    words = cannot_start(tmp_path, **{f"BALINT_{setting}": value, "BALINT_OPENING_KEY": "sesame"})
    assert f"BALINT_{setting}" in words
    assert value in words


def test_an_address_for_the_sound_that_is_not_this_machines(tmp_path: Path) -> None:
    assert "Set BALINT_MEDIA_HOST" in cannot_start(tmp_path, BALINT_MEDIA_HOST="192.0.2.7")
    words = cannot_start(tmp_path, BALINT_MEDIA_HOST="192.0.2.7", BALINT_MEDIA_TCP_PORT="0")
    assert "Set BALINT_MEDIA_HOST" in words


@pytest.mark.parametrize(
    ("url", "warns"),
    [
        ("http://circle.example", True),
        ("https://circle.example", False),
        ("http://127.0.0.1:8000", False),
        (None, False),
    ],
)
def test_a_page_that_gets_no_microphone_is_warned_of(
    url: str | None, warns: bool, caplog: pytest.LogCaptureFixture
) -> None:
    check_access(Settings(public_url=url, opening_key=SecretStr("sesame")))
    assert ("no microphone" in caplog.text) is warns


@pytest.mark.parametrize("setting", ["BALINT_MEDIA_PORT", "BALINT_MEDIA_TCP_PORT"])
def test_more_processes_than_there_are_ports(tmp_path: Path, setting: str) -> None:
    ended = started(tmp_path, "--processes", "9", REDIS_URL="redis://127.0.0.1:1", **{setting: "65530"})
    assert ended.returncode == 1
    assert setting in ended.stderr
    assert "Traceback" not in ended.stderr
