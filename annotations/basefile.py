"""The TinyDB file itself: what is ours, what is refused, and how it is replaced whole.

It is written in ASCII (plain TinyDB reads it in any locale), a document a line. Its last table, `_meta`, ends with the
checksum of all bytes before: the seal. A seal that fits says that nobody else has written the file; where it does not,
the checksums of the documents (table `_sums`) tell which ones were changed from outside.
"""

import json
import os
import re
import shutil
import stat
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotations.beside import beside, make_like
from annotations.errors import StoreError
from annotations.migrations import SCHEMA, migrated
from annotations.sessions import is_alive
from annotations.shape import problem
from annotations.tables import ANNOTATIONS, META, SUMS, Document, Tables, key_of

FORMAT = "newsreader/store"
_TAIL = re.compile(rb'"_meta": (\{"1": \{"format": "newsreader/store".{,400}, "crc": "([0-9a-f]{8})"\}\})\}\n\Z')
_TAIL_LENGTH = 600
"""Bytes within which the last table lies."""
Stamp = tuple[int, int, int]
"""Inode, size and time of change of a file: while they stay, nobody has written it."""


@dataclass(slots=True)
class Meta:
    """What the file says about itself."""

    generation: str = ""
    """A new name each time that the file is replaced; the journal names the one it belongs to. Empty: no file yet."""
    previous: str = ""
    """The generation that it was made of."""
    sequence: int = 0
    """The number of the last change that is in it."""
    schema: int = SCHEMA
    crc: str = ""


@dataclass(slots=True)
class Base:
    """A file that was read."""

    tables: Tables = field(default_factory=dict)
    """Without `_meta` and `_sums`."""
    meta: Meta = field(default_factory=Meta)
    sums: dict[str, dict[str, str]] = field(default_factory=dict)
    """Table -> key -> checksum of the document as we wrote it."""
    sealed: bool = True
    """Whether the file is as we wrote it."""
    stamp: Stamp | None = None
    """None if there is no file."""


def stamp(path: Path) -> Stamp | None:
    """Return what tells whether a file was written since; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def read_bytes(path: Path) -> tuple[bytes, Stamp | None]:
    """Read a regular file without ever waiting; a missing one is empty and has no stamp.

    Raises:
        StoreError: if it cannot be read.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return b"", None
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}; change its permissions or name another") from error
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise StoreError(f"{path}: is no regular file; name a file for the annotations")
        try:
            return file.read(), (found.st_ino, found.st_size, found.st_mtime_ns)
        except OSError as error:
            raise StoreError(f"{path}: cannot be read: {error.strerror}") from error


def read(path: Path) -> Base:
    """Read a store; a missing or empty file is a new one.

    Raises:
        StoreError: if the file is not a store of ours, or is damaged.
    """
    raw, found = read_bytes(path)
    if not raw.strip():
        return Base(stamp=found)
    data = _tables(path, raw)
    tail = _TAIL.search(raw, max(0, len(raw) - _TAIL_LENGTH))
    sealed = tail is not None and zlib.crc32(raw[: tail.start(2)]) == int(tail[2], 16)
    meta = _meta(path, data.pop(META, None), data)
    sums = data.pop(SUMS, {})
    if meta.schema < SCHEMA:
        return Base(migrated(data, meta.schema), meta, {}, sealed=True, stamp=found)
    return Base(data, meta, _sums(sums), sealed, found)


def peek(path: Path) -> Meta | None:
    """Read only what the file says about itself; None if it does not end as ours do."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - _TAIL_LENGTH))
            tail = _TAIL.search(file.read())
    except OSError:
        return None
    try:
        return Meta(**_known(json.loads(tail[1])["1"])) if tail else None
    except ValueError:
        return None


def _tables(path: Path, raw: bytes) -> Tables:
    """Return the JSON of a file if it has the shape of TinyDB's."""
    damaged = f"{path}: is damaged or no store of newsreader ({{}}); it was left as it is: {_ways_out(path)}"
    try:
        data = json.loads(raw.decode("utf-8"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise StoreError(damaged.format(f"no UTF-8 at byte {error.start}")) from error
    except RecursionError as error:
        raise StoreError(damaged.format("nested too deep")) from error
    except ValueError as error:
        raise StoreError(damaged.format(f"no JSON: {error}")) from error
    if not isinstance(data, dict) or not all(map(_is_table, data.values())):
        raise StoreError(damaged.format("JSON of another shape"))
    _keep_once(data)
    return data


_ALIKE = ("article", "sha256", "tag", "annotator", "updated", "origin", "state", "session", "label", "time")


def _keep_once(tables: Tables) -> None:
    """Let equal texts in the documents be one object: 5,000 annotations take 3 MB less."""
    seen: dict[str, str] = {}
    for rows in tables.values():
        for document in rows.values():
            if isinstance(created := document.get("created"), str):
                seen[created] = created
            for name in _ALIKE:
                if isinstance(value := document.get(name), str):
                    document[name] = seen.setdefault(value, value)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _is_table(value: object) -> bool:
    return isinstance(value, dict) and all(
        row.isdecimal() and row.isascii() and isinstance(document, dict) for row, document in value.items()
    )


def _ways_out(path: Path) -> str:
    """Say what to do about a file that cannot be opened."""
    copy = beside(path, ".bak")
    if copy.exists():
        return f"the last good state is in {copy.name}; newsreader check --repair --db {path} writes it out beside"
    return "name another file"


def _known(document: Document) -> dict[str, Any]:
    kinds = {"generation": str, "previous": str, "sequence": int, "schema": int, "crc": str}
    return {name: document[name] for name, kind in kinds.items() if isinstance(document.get(name), kind)}


def _meta(path: Path, table: dict[str, Document] | None, data: Tables) -> Meta:
    """Return what the file says about itself, if it is ours."""
    if table is not None and table.get("1", {}).get("format") == FORMAT:
        return Meta(**_known(table["1"]))
    rows = data.get(ANNOTATIONS, {})
    alone = all(name == ANNOTATIONS or not others for name, others in data.items())
    if table is None and alone and not any(problem({"id": "", **row}) for row in rows.values()):
        return Meta(schema=0)
    raise StoreError(f"{path}: is JSON, but no store of newsreader; it was left as it is: name another file")


def _sums(table: dict[str, Document]) -> dict[str, dict[str, str]]:
    return {str(row.get("table")): row["sums"] for row in table.values() if isinstance(row.get("sums"), dict)}


def checksum(document: Document) -> str:
    """Return the checksum of a document as `_sums` has it."""
    return f"{zlib.crc32(json.dumps(document).encode('ascii')):08x}"


def rendered(tables: Tables, meta: Meta) -> Iterator[bytes]:
    """Yield the bytes of a file, a document at a time."""
    from importlib.metadata import version

    sums: dict[str, dict[str, str]] = {}
    opening = "{"
    for name, rows in tables.items():
        yield f"{opening}{json.dumps(name)}: {{".encode("ascii")
        opening = ",\n"
        sums[name] = {}
        yield from _rows(rows, sums[name])
        yield b"}"
    rows = {str(number): {"table": name, "sums": sums[name]} for number, name in enumerate(sums, 1)}
    yield f'{opening}"{SUMS}": {json.dumps(rows)},\n'.encode("ascii")
    about = {
        "format": FORMAT,
        "schema": SCHEMA,
        "writer": f"newsreader {version('newsreader')}",
        "generation": meta.generation,
    }
    about |= {"previous": meta.previous, "sequence": meta.sequence}
    yield f'"{META}": {{"1": {json.dumps(about)[:-1]}, "crc": "'.encode("ascii")


def _rows(rows: dict[str, Document], sums: dict[str, str]) -> Iterator[bytes]:
    comma = "\n"
    for row, document in rows.items():
        body = json.dumps(document).encode("ascii")
        sums[key_of(row, document)] = f"{zlib.crc32(body):08x}"
        yield f'{comma}"{row}": '.encode("ascii") + body
        comma = ",\n"


class Replacement:
    """A new file beside the old one, complete and on the disk, and a copy of it that will be the `.bak`."""

    path: Path
    """The file that it will replace."""

    def __init__(self, path: Path, tables: Tables, meta: Meta, *, gently: bool = False):
        """Write it.

        Args:
            path: The file that it will replace.
            tables: What it holds.
            meta: What it says about itself; its `crc` is set.
            gently: Whether to let other threads of the program go first, again and again.

        Raises:
            OSError: if there is no room, or no permission; nothing is left behind.
        """
        self.path = path
        self.meta = meta
        self._file = beside(path, f".tmp-{os.getpid()}-{meta.generation[:8]}")
        self._copy = beside(self._file, ".bak")
        try:
            self._write(_pausing(rendered(tables, meta)) if gently else rendered(tables, meta))
            shutil.copyfile(self._file, self._copy)
            shutil.copymode(self._file, self._copy)
        except BaseException:
            self.discard()
            raise

    def _write(self, pieces: Iterator[bytes]) -> None:
        descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        with os.fdopen(descriptor, "wb", buffering=1 << 20) as file:
            make_like(self.path, descriptor)
            crc = 0
            for piece in pieces:
                crc = zlib.crc32(piece, crc)
                file.write(piece)
            self.meta.crc = f"{crc:08x}"
            file.write(f'{self.meta.crc}"}}}}}}\n'.encode("ascii"))
            file.flush()
            os.fsync(descriptor)

    def install(self) -> Stamp | None:
        """Put the new file in the place of the old one, for good; return its stamp."""
        self._file.replace(self.path)
        sync_folder(self.path.parent)
        return stamp(self.path)

    def install_copy(self) -> None:
        """Make the copy the `.bak`."""
        self._copy.replace(beside(self.path, ".bak"))

    def discard(self) -> None:
        """Leave nothing behind."""
        self._file.unlink(missing_ok=True)
        self._copy.unlink(missing_ok=True)


def _pausing(pieces: Iterator[bytes]) -> Iterator[bytes]:
    for number, piece in enumerate(pieces):
        yield piece
        if not number % 100:
            time.sleep(0.0002)


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_strays(path: Path) -> None:
    """Remove new files that were never put into place: their writer has died."""
    name = re.sub(r"([*?[])", r"[\1]", path.name)
    for stray in (*path.parent.glob(f"{name}.tmp-*"), *path.parent.glob(f"{name}.journal.tmp-*")):
        pid = stray.name.rpartition(".tmp-")[2].partition("-")[0].partition(".")[0]
        if pid.isdecimal() and not is_alive(int(pid)):
            stray.unlink(missing_ok=True)
