"""Machines of their own, as network namespaces of this one, whose cables can be cut.

Each has a cable to the database and one to Discord. A cut one drops every packet and tells nobody:
no side sees a FIN, a reset or an ICMP error. The local Discord stays where it is, on loopback; its
ports are carried into the network by connections that are passed on.
"""

import asyncio
import ctypes
import os
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

T = TypeVar("T")
Cable = Literal["db", "net"]

CABLES: dict[Cable, int] = {"db": 77, "net": 78}  # each a network of its own, 10.N.0.0/24
HUB = 1  # its address in both
FIRST = 11  # of the machines
CLONE_NEWNET = 0x40000000  # of setns(2)
HEALTH = 9100
PAGE_WITHIN = 5.0  # seconds


def no_machines() -> str | None:
    """Return why this machine cannot play several, if it cannot."""
    try:
        with _namespaces(1):
            return None
    except (OSError, subprocess.CalledProcessError) as error:
        return f"needs root and network namespaces ({error})"


class Machine:
    """One of the machines: what runs in it has its network only."""

    def __init__(self, hub: str, number: int) -> None:
        self.name = f"{hub}-{number}"
        self._hub = hub
        self._number = number

    def address(self, cable: Cable) -> str:
        """Return its address in a network."""
        return _address(cable, FIRST + self._number)

    def cut(self, cable: Cable) -> None:
        """Have every packet dropped, in both directions."""
        self._plug(cable, "nomaster")

    def mend(self, cable: Cable) -> None:
        """Let packets pass again."""
        self._plug(cable, "master", cable)

    async def inside(self, work: Callable[[], T]) -> T:
        """Run work in a thread of this machine; sockets and processes it makes stay there."""
        return await inside(self.name, work)

    async def page(self, name: str) -> tuple[int, str]:
        """Return a page for monitors of the bot that runs here, with its status; 0 for none."""
        url = f"http://{self.address('net')}:{HEALTH}/{name}"
        return await self.inside(partial(_page, url))

    def _plug(self, cable: Cable, *where: str) -> None:
        """Put the cable's other end into its bridge, or out of it: no frame is then for anybody."""
        _ip("-n", self._hub, "link", "set", f"{cable}{self._number}", *where)


class Network:
    """The machines, and what all of them reach."""

    def __init__(self, hub: str, machines: list[Machine]) -> None:
        self.hub = hub
        self.machines = machines

    async def inside(self, work: Callable[[], T]) -> T:
        """Run work in a thread of the hub, where database and Discord are."""
        return await inside(self.hub, work)

    @asynccontextmanager
    async def carried(self, *ports: int) -> AsyncIterator[list[int]]:
        """Carry ports of our loopback into the network; yields their numbers at the hub."""
        async with AsyncExitStack() as stack:
            made = []
            for port in ports:
                make = partial(socket.create_server, (_address("net", HUB), 0))
                listening = await self.inside(make)
                server = await asyncio.start_server(partial(_passed_on, port), sock=listening)
                stack.callback(server.close)
                made.append(int(listening.getsockname()[1]))
            yield made


@asynccontextmanager
async def network(machines: int) -> AsyncIterator[Network]:
    """Give so many machines for a block."""
    with _namespaces(machines) as made:
        yield made


def at_hub(cable: Cable) -> str:
    """Return the hub's address in a network."""
    return _address(cable, HUB)


async def inside(namespace: str, work: Callable[[], T]) -> T:
    """Run work in a thread of its own that is in a network namespace."""
    with ThreadPoolExecutor(1, initializer=_enter, initargs=(namespace,)) as thread:
        return await asyncio.get_running_loop().run_in_executor(thread, work)


@contextmanager
def _namespaces(machines: int) -> Iterator[Network]:
    hub = f"legday-{os.getpid()}"
    made = Network(hub, [Machine(hub, number) for number in range(machines)])
    try:
        _ip("netns", "add", hub)
        for cable in CABLES:
            bridge = ("link", "add", cable, "address", _mac(cable, HUB), "type", "bridge")
            _ip("-n", hub, *bridge)
            _plugged_in(hub, cable, HUB)
        for machine in made.machines:
            _ip("netns", "add", machine.name)
            for cable in CABLES:
                _wire(hub, machine, cable)
        yield made
    finally:
        for name in (hub, *(one.name for one in made.machines)):
            with suppress(subprocess.CalledProcessError):
                _ip("netns", "del", name)


def _wire(hub: str, machine: Machine, cable: Cable) -> None:
    """Lay a cable. Who has which address is told to both ends: a cut one must not be found out."""
    number = int(machine.address(cable).rpartition(".")[2])
    port = f"{cable}{number - FIRST}"
    far = ("peer", "name", cable, "address", _mac(cable, number), "netns", machine.name)
    _ip("-n", hub, "link", "add", port, "type", "veth", *far)
    _ip("-n", hub, "link", "set", port, "master", cable, "up")
    _plugged_in(machine.name, cable, number)
    for where, other in ((machine.name, HUB), (hub, number)):
        lasting = ("lladdr", _mac(cable, other), "dev", cable, "nud", "permanent")
        _ip("-n", where, "neigh", "replace", _address(cable, other), *lasting)


def _plugged_in(where: str, cable: Cable, number: int) -> None:
    _ip("-n", where, "link", "set", "lo", "up")
    _ip("-n", where, "addr", "add", f"{_address(cable, number)}/24", "dev", cable)
    _ip("-n", where, "link", "set", cable, "up")


def _address(cable: Cable, number: int) -> str:
    return f"10.{CABLES[cable]}.0.{number}"


def _mac(cable: Cable, number: int) -> str:
    return f"02:00:00:00:{CABLES[cable]:02}:{number:02}"


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)  # noqa: S603, S607 (iproute2)


def _enter(namespace: str) -> None:
    """Have the thread be in a namespace from now on."""
    handle = os.open(Path("/run/netns") / namespace, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).setns(handle, CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), f"setns {namespace}")
    finally:
        os.close(handle)


def _page(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=PAGE_WITHIN) as answer:  # noqa: S310 (ours)
            return answer.status, answer.read().decode().strip()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode().strip()
    except OSError as error:
        return 0, str(error)


async def _passed_on(port: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Pass a connection on to a port of our loopback, until one side ends it."""
    try:
        there, back = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        writer.transport.abort()
        return
    ways = {asyncio.ensure_future(_copy(reader, back)), asyncio.ensure_future(_copy(there, writer))}
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        for end in (writer, back):
            end.close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while some := await reader.read(65_536):
            writer.write(some)
            await writer.drain()
