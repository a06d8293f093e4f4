"""What can be wrong with a store, each in one line an operator can act on."""


class StoreError(Exception):
    """The store cannot be used; its text is one line that says what to do."""


class StoreUrlError(StoreError):
    """A database URL that cannot be understood."""


class StoreUnwritable(StoreError):
    """The file or its folder cannot be written."""


class StoreLocked(StoreError):
    """Another process has the database."""


class StoreTooNew(StoreError):
    """The schema was made by a newer version of the bot."""


class StoreDamaged(StoreError):
    """The file is no sound database, or not the one its migrations describe."""


class StoreContended(StoreError):
    """A member's data kept changing while a change was being decided."""


class StoreLost(StoreError):
    """The file was deleted or replaced while it was open: what is written would be lost."""
