"""From bytes to text: which encoding a file has, and what was done where it has none in full.

The order, and the reason for it: a byte-order mark says it outright; NUL bytes mean UTF-16 or no text at all (UTF-16 of
Latin text passes as valid UTF-8); strict UTF-8 is never wrong by chance; UTF-8 with a few bad bytes must not be
handed to a guesser (charset-normalizer takes it for mac_iceland); only then is the encoding guessed.
"""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_SAMPLE = 100_000
"""Bytes that the guess is made from; charset-normalizer takes about 100 ms for them."""


class UndecodableError(Exception):
    """Bytes that are no text in any encoding, or a name that is no encoding; the message says which."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with its origin."""

    text: str
    """Byte-order mark dropped, CRLF and lone CR folded to LF, no lone surrogates; nothing else touched."""
    encoding: str
    """Name of the codec in Python."""
    warnings: tuple[str, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a file.

    Args:
        data: All its bytes.
        encoding: The encoding that the user says it has; None: found out.

    Raises:
        UndecodableError: The bytes are no text, or there is no such encoding.
    """
    if encoding is not None:
        return _decoded(data, _known(encoding))
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, name)
    if b"\0" in data:
        return _with_nul(data)
    try:
        return Decoded(fold_line_ends(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "utf-8") if _nearly_utf8(data) else _guessed(data)


def fold_line_ends(text: str) -> str:
    """Return the text with CRLF and lone CR folded to LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_surrogates(text: str) -> str:
    """Return the text with each lone surrogate replaced by U+FFFD: it could not be written or hashed."""
    return _SURROGATES.sub("\ufffd", text)


def _known(encoding: str) -> str:
    try:
        b"".decode(encoding)
        return codecs.lookup(encoding).name
    except (LookupError, UnicodeError, ValueError):
        raise UndecodableError(f"there is no encoding named {encoding!r}") from None


def _decoded(data: bytes, name: str) -> Decoded:
    """Decode with a known encoding; what does not fit becomes U+FFFD, and a warning says so."""
    try:
        return _finished(data.decode(name), name)
    except UnicodeError:
        try:
            text = data.decode(name, "replace")
        except UnicodeError as error:
            raise UndecodableError(f"is not {name}: {error}") from None
    marks = text.count("\ufffd")
    return _finished(text, name, f"{marks} {'place is' if marks == 1 else 'places are'} not {name} and shown as \ufffd")


def _finished(text: str, name: str, *warnings: str) -> Decoded:
    return Decoded(fold_line_ends(without_surrogates(text.removeprefix("\ufeff"))), name, warnings)


def _with_nul(data: bytes) -> Decoded:
    """Decode bytes that hold NUL: UTF-16 or UTF-32 without a mark, a text with a stray NUL, or no text."""
    for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if _reads_like_text(text):
            return Decoded(fold_line_ends(text), name, (f"read as {name}: it has no byte-order mark",))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise UndecodableError("binary, not text (it holds NUL bytes)") from None
    if text.count("\0") * 100 > len(text):
        raise UndecodableError("binary, not text (it holds NUL bytes)")
    return Decoded(fold_line_ends(text), "utf-8", ("it holds NUL characters",))


def _reads_like_text(text: str) -> bool:
    """Tell whether decoded text looks like language: no controls, most of it letters and blanks of few scripts.

    UTF-16 read in the wrong byte order gives rare characters of a hundred blocks; the right one gives a handful.
    """
    if _CONTROLS.search(text):
        return False
    sample = text[:2000]
    blocks = len({ord(char) >> 8 for char in sample})
    spaces = sum(map(str.isspace, sample))
    letters = sum(map(str.isalpha, sample))
    return (letters + spaces) * 2 > len(sample) and blocks <= max(6, len(sample) // 4) and (spaces > 0 or blocks < 3)


def _nearly_utf8(data: bytes) -> bool:
    """Tell whether all but a few bytes are valid UTF-8: a single bad place, or one in six of what is not ASCII."""
    bad = data.decode("utf-8", "replace").count("\ufffd") - data.count(b"\xef\xbf\xbd")
    return bad <= 1 or bad * 5 <= len(_MULTIBYTE.findall(data)) - bad


def _guessed(data: bytes) -> Decoded:
    """Ask charset-normalizer, on a sample that begins where the first byte beyond ASCII stands."""
    from charset_normalizer import from_bytes

    best = from_bytes(_sample(data)).best()
    if best is None:
        raise UndecodableError("neither text nor a known format")
    name = codecs.lookup(best.encoding).name
    found = _decoded(data, _western(data, name))
    if len(_CONTROLS.findall(found.text)) * 100 > len(found.text):
        raise UndecodableError("binary, not text")
    return Decoded(found.text, found.encoding, (f"not UTF-8: read as {found.encoding}, a guess", *found.warnings))


def _sample(data: bytes) -> bytes:
    first = next((m.start() for m in re.finditer(rb"[\x80-\xff]", data)), 0)
    start = max(0, first - 1000)
    return data[start : start + _SAMPLE]


def _western(data: bytes, name: str) -> str:
    """Prefer windows-1252 to its neighbours where it gives the same characters."""
    try:
        return "cp1252" if data.decode("cp1252") == data.decode(name) else name
    except UnicodeDecodeError:
        return name
