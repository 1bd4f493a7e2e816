"""The machine below the server, and what is kept and installed on it. Nothing is looked at here."""

from app.doctor.finding import Finding, Verdict, good
from app.doctor.world import StoreFacts, World
from app.media.udp import BUFFER_BYTES

FREE_BYTES_MIN = 1 << 30


def versions(world: World) -> Finding:
    """Whether all that the server needs is installed."""
    if world.missing:
        return Finding(Verdict.WRONG, world.missing, "install what requirements.lock says")
    if not world.page_is_built:
        return Finding(Verdict.WRONG, "the page is not built", "make build")
    return good(f"Python {world.python}, and all that is pinned")


def server(world: World) -> Finding:
    """Whether the server runs, and the release that is installed."""
    if world.server is None:
        return Finding(Verdict.WRONG, "no server answers on this machine", "start it: systemctl start balint")
    if not world.server.is_ours:
        return Finding(Verdict.WRONG, "another program answers at BALINT_PORT", "stop it, or set another BALINT_PORT")
    if world.server.version and world.server.version != world.version:
        say = f"{world.server.version} runs, {world.version} is installed"
        return Finding(Verdict.LOOK, say, "restart the server")
    return good("runs")


def opening(world: World) -> Finding:
    """Whether a stranger can open circles."""
    if not world.is_guarded:
        return Finding(Verdict.LOOK, "anybody who reaches the page opens circles", "set BALINT_OPENING_KEY")
    return good("nobody without the key, or from elsewhere, opens circles")


def buffers(world: World) -> Finding:
    """Whether the kernel holds a burst of sound."""
    if world.granted_bytes < BUFFER_BYTES:
        say = f"the kernel holds {world.granted_bytes >> 10} KiB of sound; a circle that gathers may lose some"
        do = f"sysctl net.core.rmem_max={BUFFER_BYTES} net.core.wmem_max={BUFFER_BYTES}, then restart"
        return Finding(Verdict.LOOK, say, do)
    return good(f"the kernel holds {world.granted_bytes >> 20} MiB of sound each way")


def files(world: World) -> Finding:
    """Whether the server may open as many files as it may have connections."""
    most = world.server.files_max if world.server else None
    if most is None:
        return Finding(Verdict.OPEN, "no running server says how many files it may open", "see the line `server`")
    if most < world.files_needed:
        say = f"the server may open {most} files, and may need {world.files_needed}"
        return Finding(Verdict.LOOK, say, f"set LimitNOFILE={world.files_needed} (systemd) or ulimit -n, then restart")
    return good(f"{most} may be open, {world.files_needed} may be needed")


def clock(world: World) -> Finding:
    """Whether the time is right."""
    if world.clock_is_set is None:
        return Finding(Verdict.OPEN, "the kernel does not say whether the clock is set", "look at timedatectl")
    if not world.clock_is_set:
        do = (
            "switch NTP on (apt-get install systemd-timesyncd), then restart the server; meetings of groups, names for "
            "the relay and certificates go by the clock"
        )
        return Finding(Verdict.LOOK, "nothing sets this machine's clock", do)
    return good("set over the network")


def store(world: World) -> Finding:
    """Whether circles can be kept."""
    kept = world.store
    if kept is None:
        return Finding(Verdict.OPEN, "nobody looked", "the command `doctor` does")
    if kept.failed:
        return Finding(Verdict.WRONG, kept.failed, "circles cannot be kept until this is mended")
    if kept.free_bytes is not None and kept.free_bytes < FREE_BYTES_MIN:
        return Finding(Verdict.LOOK, f"{kept.free_bytes >> 20} MiB are free at {kept.where}", "make room")
    return good(kept.where) if kept.replicas is None else _redis(kept, kept.replicas)


def _redis(kept: StoreFacts, replicas: int) -> Finding:
    if replicas < kept.replicas_needed:
        say = f"Redis has {replicas} replicas, and every write waits for {kept.replicas_needed}"
        return Finding(Verdict.WRONG, say, "bring the replicas back (INFO replication)")
    if kept.loses:
        return Finding(Verdict.LOOK, "Redis may lose circles", f"set {' and '.join(kept.loses)}")
    if kept.replicas_needed and kept.takes_alone:
        return Finding(Verdict.LOOK, "Redis takes writes also without its replicas", "set min-replicas-to-write 1")
    if kept.fsync is None:
        do = "as its administrator: redis-cli CONFIG GET appendfsync is to say always"
        return Finding(Verdict.OPEN, f"{kept.where} does not tell our user when a write is on its disk", do)
    return good(kept.where)
