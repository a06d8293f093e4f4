"""`python -m bot.sandbox`: a sandbox in real time, in a process of its own, until interrupted.

Prints one line of JSON with the API base, the token and the gateway for whoever started it.
"""

import argparse
import asyncio
import json
import sys

from bot.sandbox.clock import RealClock
from bot.sandbox.server import Sandbox


async def serve(port: int, guilds: int) -> None:
    """Serve until cancelled; `guilds` are announced besides the one there is."""
    async with Sandbox(clock=RealClock(), port=port) as sandbox:
        if guilds:
            sandbox.announce(guilds)
        about = {"url": sandbox.url, "token": sandbox.token, "gateway": sandbox.gateway.url}
        sys.stdout.write(json.dumps(about) + "\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="where the API listens (default: any)")
    parser.add_argument("--guilds", type=int, default=0, help="further guilds to announce")
    options = parser.parse_args()
    try:
        asyncio.run(serve(options.port, options.guilds))
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
