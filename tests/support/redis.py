"""A Redis of the test's own, on a free port, which can be killed, frozen, starved and started again."""

import signal
import socket
import subprocess
import time
from pathlib import Path

from tests.support.ports import free_port

PATIENCE_S = 10


class RedisProcess:
    """`redis-server` on the loopback, durable to the last write unless told otherwise."""

    def __init__(self, folder: Path, **options: str) -> None:
        self.port = free_port()
        self._folder = folder
        self._options = {"appendonly": "yes", "appendfsync": "always", "save": ""} | options
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> "RedisProcess":
        self._folder.mkdir(parents=True, exist_ok=True)
        self._process = subprocess.Popen(self._command(), stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + PATIENCE_S
        while self._process.poll() is None and time.monotonic() < deadline:
            if self.tell("PING") in {b"+PONG\r\n", b"-NOAUTH Authentication required.\r\n"}:
                return self
            time.sleep(0.01)
        raise AssertionError((self._folder / "redis.log").read_text())

    def __enter__(self) -> "RedisProcess":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def tell(self, *words: str) -> bytes:
        """Send one command and give the raw beginning of its answer; nothing where nobody answers."""
        body = "".join(f"${len(word)}\r\n{word}\r\n" for word in words)
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=2) as line:
                line.sendall(f"*{len(words)}\r\n{body}".encode())
                return line.recv(4096)
        except OSError:
            return b""

    def kill(self) -> None:
        """As a power cut would."""
        self._end(signal.SIGKILL)

    def shut_down(self) -> None:
        """As whoever stops it does: it waits until its replicas have what it has."""
        self._end(signal.SIGTERM)

    def freeze(self) -> None:
        self._signal(signal.SIGSTOP)

    def wake(self) -> None:
        self._signal(signal.SIGCONT)

    def stop(self) -> None:
        if self._process and self._process.poll() is None:
            self.kill()

    def _command(self) -> list[str]:
        given = {"port": str(self.port), "bind": "127.0.0.1", "dir": str(self._folder), "logfile": "redis.log"}
        options = [word for name, value in (given | self._options).items() for word in (f"--{name}", value)]
        return ["redis-server", *options]

    def _end(self, how: signal.Signals) -> None:
        if self._process and self._process.poll() is None:
            self._signal(how)
            self._process.wait(PATIENCE_S)

    def _signal(self, which: signal.Signals) -> None:
        assert self._process
        self._process.send_signal(which)


class Sentinel(RedisProcess):
    """A Redis that only watches, and alone decides that its primary has died, and soon."""

    def __init__(self, folder: Path, primary_port: int, **orders: str) -> None:
        super().__init__(folder)
        self._primary_port = primary_port
        self._orders = orders

    @property
    def url(self) -> str:
        return f"redis+sentinel://127.0.0.1:{self.port}/circles"

    def knows(self, replicas: int) -> bool:
        return b"\r\nnum-slaves\r\n$1\r\n%d\r\n" % replicas in self.tell("SENTINEL", "MASTER", "circles")

    def _command(self) -> list[str]:
        usual = {
            "port": self.port,
            "bind": "127.0.0.1",
            "dir": self._folder,
            "logfile": "redis.log",
            "sentinel monitor": f"circles 127.0.0.1 {self._primary_port} 1",
            "sentinel down-after-milliseconds": "circles 500",
            "sentinel failover-timeout": "circles 3000",
        }
        orders = self._orders | {order: value for order, value in usual.items() if order not in self._orders}
        file = self._folder / "sentinel.conf"
        file.write_text("".join(f"{order} {value}\n" for order, value in orders.items()))
        return ["redis-server", str(file), "--sentinel"]
