"""Errors of the store, each with one line an operator can act on."""


class StoreError(Exception):
    """The store cannot be used; the text is one line that says what to do."""


class StoreUrlError(StoreError):
    """An invalid database URL."""


class StoreUnwritable(StoreError):
    """The file or its folder is not writable."""


class StoreLocked(StoreError):
    """Another process uses the database."""


class StoreTooNew(StoreError):
    """The schema is of a newer version of the bot."""


class StoreDamaged(StoreError):
    """The file is corrupt, or not the database its migrations describe."""


class StoreConflict(StoreError):
    """A constraint of the schema refused what was written."""


class StoreUnavailable(StoreError):
    """The database cannot be reached just now; nothing was saved."""


class StoreUncertain(StoreError):
    """The database was lost while it saved: whether it has, nobody can tell just now."""


class StoreLost(StoreError):
    """The file was deleted or replaced while open: writes would be lost."""


class StoreMoved(StoreError):
    """The data is elsewhere by now, or has not all come yet."""


def not_installed(missing: ModuleNotFoundError) -> StoreError:
    """Return the error about a library that only a database on a server needs."""
    return StoreError(f"{missing.name} is not installed: pip install -r requirements/scale.txt")
