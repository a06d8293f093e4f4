"""``python -m bot migrate --from URL``: what was moved, table by table."""

from collections.abc import Iterator, Sequence

from bot.store.moving.move import Compared

SHOWN = 16  # characters of a digest: enough for people to compare


def lines(moved: Sequence[Compared], source: str, target: str) -> Iterator[str]:
    """Yield the table of what both databases hold, and what that means."""
    yield f"{'table':<22}{'rows':>11}  {'SHA-256':<{SHOWN}}  NULs replaced"
    for one in moved:
        content = one.source
        if one.agrees and not content.rows:
            continue
        yield (
            f"{one.table:<22}{content.rows:>11,}  {content.digest[:SHOWN]}  {content.replaced:>13}"
        )
        if not one.agrees:
            differs = f"{one.target.rows:>11,}  {one.target.digest[:SHOWN]}"
            yield f"{'  DIFFERS, there are':<22}{differs}"
    if not all(one.agrees for one in moved):
        yield f"{target} does not hold the same: make it anew, empty, and move again"
        return
    rows = sum(one.source.rows for one in moved)
    yield f"{rows:,} rows are in {target}: read back, each is what it was in {source}."
    yield (
        f"From now on the bot starts there only. {source} is kept, marked as moved: when all is "
        "well, delete it and its copies, for they hold what members told."
    )
