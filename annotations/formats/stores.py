"""`store`: another store of this program, such as a colleague's `annotations.json`; it is only read."""

from pathlib import Path

from annotations.formats.check import checked
from annotations.formats.errors import FormatError
from annotations.formats.shape import Incoming
from annotations.store import StoreError, open_store


def read(path: Path) -> Incoming:
    """Read the live annotations and the code book of a store, those in its journal too.

    Raises:
        FormatError: It is no store, or it is refused.
    """
    if not path.is_file():
        raise FormatError(f"{path}: is no file; name the store to import")
    try:
        with open_store(path, read_only=True) as store:
            found = [annotation.to_document() for annotation in store.annotations()]
            tags = store.tags()
    except StoreError as error:
        raise FormatError(str(error)) from error
    return Incoming([checked(document, f"{path}, annotation {document['id']}", None) for document in found], tags)
