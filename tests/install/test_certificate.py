"""The relay takes a newer certificate at the signal that the installation sends it, and goes on running."""

import hashlib
import signal
import ssl
import subprocess
import time
from pathlib import Path

from tests.support.coturn import STARTED, needs_coturn
from tests.support.ports import free_port
from tests.support.process import PATIENCE_S


def made(folder: Path) -> str:
    """Write a new certificate and its key; the digest of the certificate."""
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    subprocess.run([*command, "-subj", "/CN=circle.example", *files], check=True, capture_output=True)
    return digest((folder / "certificate.pem").read_text())


def digest(certificate: str) -> str:
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate)).hexdigest()


def until(condition: bool) -> bool:
    """Give it a moment."""
    if not condition:
        time.sleep(0.05)
    return condition


@needs_coturn
def test_a_newer_certificate_is_taken_at_a_signal(tmp_path: Path) -> None:
    first, port, log = made(tmp_path), free_port(), tmp_path / "log"
    command = ["turnserver", "-n", "--log-file=stdout", "--no-cli", f"--pidfile={tmp_path}/pid", "--listening-port=0"]
    command += ["--listening-ip=127.0.0.1", f"--tls-listening-port={port}", "--no-dtls"]
    command += [f"--cert={tmp_path}/certificate.pem", f"--pkey={tmp_path}/key.pem"]
    with log.open("wb") as to, subprocess.Popen(command, stdout=to, stderr=to) as coturn:
        try:
            deadline = time.monotonic() + PATIENCE_S
            while not until(STARTED in log.read_text()):
                assert time.monotonic() < deadline, log.read_text()
            assert digest(ssl.get_server_certificate(("127.0.0.1", port))) == first
            second = made(tmp_path)
            coturn.send_signal(signal.SIGUSR2)
            while not until(digest(ssl.get_server_certificate(("127.0.0.1", port))) == second):
                assert time.monotonic() < deadline, log.read_text()
            assert coturn.poll() is None
        finally:
            coturn.terminate()
