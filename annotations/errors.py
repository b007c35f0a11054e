"""What can go wrong with a store, each in one line for people: which file, what is wrong, what to do."""


class StoreError(Exception):
    """The store was refused or cannot be read. The message is one line."""


class ReadOnlyError(StoreError):
    """A change was asked of a store that is open for reading only."""


class UnsavedError(StoreError):
    """The disk does not take a change: it was not made or, in a patient store, is kept in memory only."""


class UnknownAnnotationError(KeyError):
    """No live annotation has this id."""

    def __str__(self) -> str:
        return f"no annotation has the id {self.args[0]!r}"
