"""RTF files, as news databases export them, by striprtf."""

import codecs
import re

from articles.errors import ArticleError
from articles.readers.databases import articles_in
from articles.readers.draft import Draft, Source
from articles.readers.markup import clean, one_line

_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_TITLE = re.compile(rb"\{\\title ([^{}\\]{1,500})\}")
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def read(source: Source) -> list[Draft]:
    """Read an RTF file: one article, or the several of a news database's export.

    Raises:
        ArticleError: It is damaged.
        ModuleNotFoundError: striprtf is not installed.
    """
    from striprtf.striprtf import rtf_to_text

    encoding = _encoding(source)
    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            source.data.decode("latin-1"), encoding=encoding, errors="replace"
        )
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise ArticleError(source.shown, f"a damaged RTF file ({error})", "save the document again") from None
    title = _TITLE.search(source.data[:10_000])
    draft = Draft(
        _BLANK_LINES.sub("\n\n", clean(_paired(text))).strip(),
        one_line(title.group(1).decode(encoding, "replace")) if title else None,
        encoding=encoding,
        extractor=f"striprtf {_version()}",
    )
    return articles_in(draft)


def _encoding(source: Source) -> str:
    """Return the encoding of the bytes beyond ASCII: as chosen, else the file's code page."""
    match = _CODE_PAGE.search(source.data[:1000])
    for name in (source.options.encoding, f"cp{match.group(1).decode()}" if match else None):
        try:
            return codecs.lookup(name or "").name
        except LookupError:
            continue
    return "cp1252"


def _paired(text: str) -> str:
    """Join pairs of surrogates, which RTF writes for characters beyond U+FFFF."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _version() -> str:
    from importlib.metadata import version

    return version("striprtf")
