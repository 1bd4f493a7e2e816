"""What runs each line that somebody is told to type: a file, and what of the line stands in it.

The first line of a block of Python stands for all of it. The proofs (`make prove-...`) are typed by hand now and then;
`docs/PERFORMANCE.md` says when and what came of it.
"""

NEWCOMER, INSTALL = "tests/install/newcomer.py", "tests/install/prove.py"
LIVING, DOCTOR = "tests/install/living.py", "tests/doctor/test_at_work.py"
CIRCLES, GROUPS = "tests/test_circles.py", "tests/test_groups_command.py"
HASHES, RESTORE, BACKUP = "tests/test_page_hashes.py", "tests/test_restore.py", "tests/test_backup.py"
TLS = "tests/store/test_redis_tls.py"
CLIENT, DOCUMENTS = "tests/client/test_client.py", "tests/test_documents.py"

SHOWN_BY = {
    "make run": (NEWCOMER, "make run"),
    "make demo": (NEWCOMER, "make demo"),
    "make demo fast=1": (NEWCOMER, "make demo fast=1"),
    "make test": (NEWCOMER, "make test"),
    "make build": (".ci/run", "make test"),
    "make fuzz": ("tests/fuzz/test_fuzz.py", "hunt("),
    "make licences": ("tests/test_shipped.py", "licences"),
    "make sbom": ("tests/test_shipped.py", "sbom"),
    "make page-hashes": (HASHES, "show_page_hashes("),
    "make install": (INSTALL, "make -C /root/circle install"),
    "make install DOMAIN=...": (INSTALL, "make -C /root/circle install DOMAIN="),
    "make install DOMAIN=circle.example": (INSTALL, "make -C /root/circle install DOMAIN="),
    "make install DOMAIN=circle.example RELAY_DOMAIN=turn.circle.example": (INSTALL, "{INSTALL} RELAY_DOMAIN="),
    "make upgrade": (LIVING, "make -C /root/circle upgrade"),
    "make uninstall": (LIVING, "make -C /root/circle uninstall"),
    "git clone ... circle": ("tests/install/machine.py", '"clone"'),
    "cd circle": (INSTALL, "-C /root/circle"),
    "git checkout": (LIVING, "checkout --quiet"),
    "https://circle.example/check": (INSTALL, 'begun_check(browsers[MIA], f"https://{DOMAIN}")'),
    "balint doctor": (INSTALL, "balint doctor"),
    "balint circles": (LIVING, "balint circles"),
    "balint circles end 48210-93771": (CIRCLES, 'told(server, "end", number'),
    "balint groups": (GROUPS, 'about: str = "groups"'),
    "balint groups links 48210-93771": (GROUPS, 'told(server, "links", number)'),
    "balint backup FOLDER": (LIVING, "systemctl start balint-backup"),
    "systemctl stop balint": (LIVING, "systemctl stop balint"),
    "systemctl start balint": (LIVING, "systemctl start balint"),
    "chown balint:": (LIVING, "chown balint:"),
    "export BALINT_PUBLIC_URL=https://circle.example": (DOCUMENTS, '["bash", "-euc", f"python'),
    "export BALINT_MEDIA_ADVERTISE=203.0.113.7": (DOCUMENTS, '["bash", "-euc", f"python'),
    "export BALINT_OPENING_KEY=...": (DOCUMENTS, '["bash", "-euc", f"python'),
    "python -m app serve": ("tests/support/process.py", '*PROGRAM, "serve"'),
    "python -m app serve --processes 4": ("tests/support/processes.py", '"--processes", str(count)'),
    "python -m app doctor": (DOCTOR, '"-m", "app", "doctor"'),
    "python -m app circles": (CIRCLES, '"-m", "app", "circles"'),
    "python -m app circles end 48210-93771": (CIRCLES, 'told(server, "end", number'),
    "python -m app groups": (GROUPS, 'about: str = "groups"'),
    "python -m app page-hashes > page.sha256": (HASHES, "page_list("),
    "python -m app page-hashes https://...": (HASHES, "server.url, published)"),
    "python -m app page-hashes https://circle.example --published page.sha256": (HASHES, "server.url, published)"),
    "python -m app.demo --server https://circle.example --opening-key ...": (
        "tests/demo/test_command.py",
        '"--server", url, "--opening-key"',
    ),
    "python -m app.demo --help": ("tests/demo/test_command.py", '"--server", url, "--opening-key"'),
    "redis://circle:password@host:6379/0": ("tests/test_deploy.py", '"redis_url": server.url'),
    "redis+sentinel://circle:password@sentinel-1,sentinel-2,sentinel-3/balint?sentinel_password=...": (
        "tests/failure/test_failover.py",
        'Node(folder / f"node-{i}", sentinel.url',
    ),
    "rediss://circle:password@host:6380/0?ssl_ca_certs=/etc/ssl/ours.pem": (TLS, "rediss://circle:password@"),
    "rediss+sentinel://circle:password@.../balint"
    "?ssl_ca_certs=/etc/ssl/ours.pem&sentinel_ssl_ca_certs=/etc/ssl/ours.pem": (
        TLS,
        "rediss+sentinel://circle:password@",
    ),
    "redis-cli --rdb backup.rdb": (RESTORE, r"redis-cli --rdb backup\.rdb"),
    "mkdir appendonlydir": (RESTORE, "mkdir appendonlydir"),
    "cp backup.rdb appendonlydir/appendonly.aof.1.base.rdb": (RESTORE, "_type(LAY_DOWN"),
    "echo 'file appendonly.aof.1.base.rdb seq 1 type b' > appendonlydir/appendonly.aof.manifest": (
        RESTORE,
        "_type(LAY_DOWN",
    ),
    "redis-cli BGREWRITEAOF": ("tests/failure/test_no_trace.py", 'tell("BGREWRITEAOF")'),
    'sqlite3 circles.sqlite ".backup copy"': (BACKUP, 'f".backup {'),
    "cp deploy/example.env .env": ("tests/test_deploy.py", '"example.env"'),
    "export COMMIT=$(git rev-parse --short=12 HEAD)": ("tests/test_containers.py", '["bash", "-euc", f"git()'),
    "cd deploy/single": ("tests/install/test_compose.py", '(SINGLE / "compose.yaml")'),
    "printf 'DOMAIN=circle.example\\nADDRESS=203.0.113.7\\nOPENING_KEY=%s\\n' \"$(openssl rand -hex 24)\" > .env": (
        "tests/install/test_compose.py",
        '["bash", "-ec", line]',
    ),
    "from app.client.client import joined": (CLIENT, "exec(example, names)"),
    "opened=$(curl -s --json": (CLIENT, "stranger.stdin.writelines("),
    "links=$(echo": (CLIENT, "stranger.stdin.writelines("),
    'echo "$links"': (CLIENT, "stranger.stdin.writelines("),
    "python docs/examples/listen.py": (CLIENT, "stranger.stdin.write(listens"),
}
"""By the line, or by how it begins."""

NOT_TRIED = (
    "apt-get install git make",
    "git pull",
    "git diff OLD",
    "curl -s https://circle.example/",
    "docker build",
    "docker run",
    "docker compose",
    "kubectl",
    "journalctl -u",
    "make audit",
    "make check",
    "make test-all",
    "make dev",
    "make lock",
    "make fuzz-http",
)
"""`docs/OPERATIONS.md` says so of each, under "What of this was tried"."""
