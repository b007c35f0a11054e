"""From bytes to text: which encoding a file has, and what was done where it has none in full.

The order, and the reason for it: a byte-order mark says it outright; NUL bytes mean UTF-16 or no text at all (UTF-16 of
Latin text passes as valid UTF-8); strict UTF-8 is never wrong by chance; UTF-8 with a few bad bytes must not be
handed to a guesser (charset-normalizer takes it for mac_iceland); only then is the encoding guessed.
"""

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from unicodedata import category

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
_COMMON = re.compile(r"[\t\n\r -~\u2018-\u201e\u3001\u3002\u300c\u300d\u3041-\u30ff\uff0c\uff1a]")
_NO_TEXT = ("Cc", "Cn", "Co", "Cs")
_APOSTROPHE = re.compile(rb"[\0-\x7f]*[A-Za-z]\x92[a-z][\0-\x7f]*")
"""A text whose only sign beyond ASCII is an apostrophe of Windows within a word: no damaged UTF-8."""

_LIKELY = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 koi8_r koi8_u mac_roman cp866 iso8859_2 iso8859_5 "
    "iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso8859_15 cp932 euc_jp gb18030 big5 cp949"
).split()
"""The encodings that news comes in. Of all 90 that it knows, charset-normalizer takes KOI8-R for Japanese."""

_WESTERN = "àâäáãåæçéèêëíìîïñóòôöõøœúùûüßÿ"
_CENTRAL = "áâăäąćčçďđéęëěíîĺľłńňóôőöŕřśšșşťțţúůűüýźżž"
_ALPHABETS = {
    "cp1252": _WESTERN,
    "cp1250": _CENTRAL,
    "cp1254": "âçğıi̇îöşûü",
    "cp1257": "āąčēęėģįīķļłńņōóõšśųūžźżäöüß",
    "iso8859_2": _CENTRAL,
    "mac_roman": _WESTERN,
}
"""The letters beyond ASCII of the languages that a Latin encoding is for. By the measures of charset-normalizer a short
text fits several of them equally well; the letters tell them apart, and where they do not, the more usual one is it."""

_PUNCTUATION = "“”„‘’‚«»‹›–—…•·§°£€©®\u00a0¿¡ºª"

_NOT_OF_FILES = frozenset({"undefined", "unicode-escape", "raw-unicode-escape", "idna", "punycode"})
"""Codecs of Python that are for source code and host names."""

_DROP_THE_MARK = frozenset({"utf-8-sig", "utf-16", "utf-32"})
"""Codecs that drop a byte-order mark themselves: what stands behind it, be it another one, is text."""

_HOLDS_NUL = "it holds NUL characters"

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
        return _decoded(data, codec(encoding))
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, name)
    if b"\0" in data:
        return _with_nul(data)
    if b"\x1b$B" in data and b"\x1b(B" in data:
        return _decoded(data, "iso2022_jp")
    try:
        return Decoded(fold_line_ends(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        if _APOSTROPHE.fullmatch(data):
            return _finished(
                data.decode("cp1252"), "cp1252", "not UTF-8: read as cp1252, a guess; --encoding names another"
            )
        return _decoded(data, "utf-8") if _nearly_utf8(data) else _guessed(data)


def fold_line_ends(text: str) -> str:
    """Return the text with CRLF and lone CR folded to LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_surrogates(text: str) -> str:
    """Return the text with each lone surrogate replaced by U+FFFD: it could not be written or hashed."""
    return _SURROGATES.sub("\ufffd", text)


def codec(encoding: str) -> str:
    """Return Python's name of an encoding of texts.

    Raises:
        UndecodableError: There is none of that name.
    """
    try:
        with suppress(UnicodeError):
            b"a".decode(encoding)
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        name = "undefined"
    if name in _NOT_OF_FILES:
        raise UndecodableError(f"there is no encoding named {encoding!r}")
    return name


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
    text = text if name in _DROP_THE_MARK else text.removeprefix("\ufeff")
    return Decoded(fold_line_ends(without_surrogates(text)), name, warnings)


def _with_nul(data: bytes) -> Decoded:
    """Decode bytes that hold NUL: UTF-16 or UTF-32 without a mark, a text with a stray NUL, or no text."""
    if _only_nul_is_odd(data):
        read = _decoded(data, "utf-8")  # a NUL may stand within a character
        return replace(read, warnings=(*read.warnings, _HOLDS_NUL))
    texts = {
        name: data.decode(name, "replace") for name in ("utf-8", "utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
    }
    name = max(texts, key=lambda name: _likeness(texts[name]))
    if _likeness(texts[name]) <= 0:
        raise UndecodableError("binary, not text (it holds NUL bytes)")
    told = _HOLDS_NUL if name == "utf-8" else f"read as {name}: it has no byte-order mark"
    return _finished(texts[name], name, told)


def _only_nul_is_odd(data: bytes) -> bool:
    """Tell whether bytes are UTF-8 without any control but some NULs: at most a third, where UTF-16 of Latin has half.

    Two letters read as one unit of UTF-16 are a Chinese character, so likeness takes such a text for Chinese.
    """
    without = data.replace(b"\0", b"")
    try:
        return len(data) <= 1.5 * len(without) and not _CONTROLS.search(without.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _likeness(text: str) -> float:
    """Return the share of signs that every language writes: blanks, points, Latin letters, kana; -1 for no text.

    UTF-16 read in the wrong byte order has next to none of them, but unassigned and private characters.
    """
    sample = text[:4000]
    wrong = sum(category(char) in _NO_TEXT for char in sample if char not in "\t\n\r\f") + sample.count("\ufffd")
    return -1 if wrong * 50 > len(sample) else len(_COMMON.findall(sample)) / len(sample)


def _nearly_utf8(data: bytes) -> bool:
    """Tell whether all but a few bytes are valid UTF-8: a single bad byte, or one place in six of what is not ASCII.

    A byte that got into the middle of a character spoils up to five, which are one place.
    """
    runs = [len(run) for run in re.findall("\ufffd+", data.decode("utf-8", "replace"))]
    good = len(_MULTIBYTE.findall(data))
    return sum(runs) == 1 or sum(1 if run <= 5 else run for run in runs) * 5 <= good


def _guessed(data: bytes) -> Decoded:
    """Ask charset-normalizer, on a sample that begins shortly before the first byte beyond ASCII."""
    from charset_normalizer import from_bytes

    first = next(match.start() for match in re.finditer(rb"[\x80-\xff]", data))
    sample = data[max(0, first - 1000) :][:_SAMPLE]
    guesses = list(from_bytes(sample, cp_isolation=_LIKELY)) or list(from_bytes(sample))
    if not guesses:
        raise UndecodableError("neither text nor a known format")
    best = min(guesses, key=lambda guess: (guess.chaos, -guess.coherence)).encoding
    name = (
        max(("cp1252", "cp1254", best, *_ALPHABETS), key=lambda name: _fit(sample, name))
        if best in _ALPHABETS
        else best
    )
    found = _decoded(data, codecs.lookup(name).name)
    if len(_CONTROLS.findall(found.text)) * 100 > len(found.text):
        raise UndecodableError("binary, not text")
    return Decoded(
        found.text,
        found.encoding,
        (f"not UTF-8: read as {found.encoding}, a guess; --encoding names another", *found.warnings),
    )


def _fit(data: bytes, name: str) -> float:
    """Return the share of the characters beyond ASCII that belong to the languages of a Latin encoding."""
    beyond = [char for char in data.decode(name, "replace") if char > "\x7f"]
    return sum(char in _PUNCTUATION or char.casefold() in _ALPHABETS[name] for char in beyond) / len(beyond)
