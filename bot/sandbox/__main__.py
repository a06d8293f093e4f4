"""`python -m bot.sandbox`: a sandbox in real time, in a process of its own, until interrupted.

Prints one line of JSON with the API base, the token and the gateway for whoever started it.
"""

import argparse
import asyncio
import json
import signal
import sys

from bot.sandbox.clock import RealClock
from bot.sandbox.server import Sandbox


async def serve(port: int, guilds: int) -> None:
    """Serve until SIGINT or SIGTERM; `guilds` are announced besides the one there is."""
    stopping = asyncio.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        # Its own handler: whoever starts it in the background may have it ignore SIGINT.
        asyncio.get_running_loop().add_signal_handler(one, stopping.set)
    async with Sandbox(clock=RealClock(), port=port) as sandbox:
        if guilds:
            sandbox.announce(guilds)
        about = {"url": sandbox.url, "token": sandbox.token, "gateway": sandbox.gateway.url}
        sys.stdout.write(json.dumps(about) + "\n")
        sys.stdout.flush()
        await stopping.wait()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="where the API listens (default: any)")
    parser.add_argument("--guilds", type=int, default=0, help="further guilds to announce")
    options = parser.parse_args()
    asyncio.run(serve(options.port, options.guilds))


if __name__ == "__main__":
    main()
