"""What can go wrong with a store, each in one line for people: which file, what is wrong, what to do."""


class StoreError(Exception):
    """The store was refused or cannot be read. The message is one line."""


class ReadOnlyError(StoreError):
    """A change was asked of a store that is open for reading only."""


class UnsavedError(StoreError):
    """Changes are kept in memory only, for the disk would not take them."""


class UnknownAnnotationError(KeyError):
    """No live annotation has this id."""

    def __str__(self) -> str:
        return f"no annotation has the id {self.args[0]!r}"
