"""PDF files with a text layer, by pypdf. Lines of the page are joined to paragraphs again."""

import io
import re
from collections.abc import Mapping

from articles.errors import ArticleError
from articles.readers.databases import articles_in
from articles.readers.draft import Draft, Source
from articles.readers.markup import clean, one_line
from articles.readers.quiet import quietly

MOST_PAGES = 500

_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"[^\W\d_]-$")
_FULL = 0.75
"""Share of the page's usual line length under which a line is the last of its paragraph."""


def read(source: Source) -> list[Draft]:
    """Read a PDF file: one article, or the several of a news database's export.

    Raises:
        ArticleError: It is damaged, locked, too long, or has no text (a scan).
        ModuleNotFoundError: pypdf is not installed.
    """
    from pypdf import PdfReader, __version__
    from pypdf.errors import PyPdfError

    try:
        with quietly("pypdf"):
            document = PdfReader(io.BytesIO(source.data))
            if document.is_encrypted and not document.decrypt(""):
                raise ArticleError(source.shown, "a PDF that is locked with a password", "save it without one")
            if len(document.pages) > MOST_PAGES:
                raise ArticleError(source.shown, f"a PDF of more than {MOST_PAGES} pages", "split it")
            pages = [page.extract_text() for page in document.pages]
            told: Mapping[str, object] = document.metadata or {}
    except (PyPdfError, *_BROKEN) as error:
        raise ArticleError(source.shown, f"a damaged PDF ({error})", "save it again") from None
    text = clean("\n".join(map(joined, pages))).strip()
    if not text:
        raise ArticleError(
            source.shown, "a PDF without text, pictures of pages only", "run text recognition on it first"
        )
    title, author = (one_line(str(told.get(name) or "")) for name in ("/Title", "/Author"))
    return articles_in(Draft(text, title, author=author, extractor=f"pypdf {__version__}"))


_BROKEN = (
    ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError, ArithmeticError, OSError,
    AssertionError, NotImplementedError, RuntimeError, MemoryError, EOFError,
)  # fmt: skip
"""What pypdf raises besides its own errors where a file is damaged."""


def joined(page: str) -> str:
    """Return a page's text with a line for each paragraph.

    A line that is about as long as the usual one goes on in the next; a shorter one does only if the next begins with a
    small letter and no sentence has ended. A hyphen at the end is kept: whether it belongs to the word, only a
    dictionary knows.
    """
    lines = [line.strip() for line in page.split("\n")]
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    paragraphs: list[str] = []
    last = ""
    for line in lines:
        if last and _goes_on(last, line, usual):
            paragraphs[-1] += line if _HYPHEN.search(last) else f" {line}"
        elif line and not _PAGE_NUMBER.fullmatch(line):
            paragraphs.append(line)
        last = "" if _PAGE_NUMBER.fullmatch(line) else line
    return "\n".join(paragraphs)


def _goes_on(line: str, following: str, usual: int) -> bool:
    """Tell whether the paragraph of a line goes on in the following one."""
    if not following or _PAGE_NUMBER.fullmatch(following):
        return False
    return len(line) >= usual * _FULL or (following[0].islower() and not _ENDS.search(line))
