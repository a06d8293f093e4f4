"""What was deleted is in none of the database's files."""

from pathlib import Path

ANN = 180_000_000_000_000_001
CANARY = "canary-in-a-coal-mine"


async def test_deleted_bytes_are_gone_from_every_file(store, log, tmp_path):
    def found(needle):
        files = [file for file in tmp_path.iterdir() if file.is_file()]
        return [file.name for file in files if needle in Path(file).read_bytes()]

    for number in range(40):
        await log(ANN, 100 + number, note=f"{CANARY}-{ANN}-{number}" * 9)
    canary, key = f"{CANARY}-{ANN}".encode(), ANN.to_bytes(8, "big")
    assert found(canary)
    assert found(key)

    await store.members.delete(ANN)
    await store.look_after_files()

    assert (found(canary), found(key)) == ([], [])
