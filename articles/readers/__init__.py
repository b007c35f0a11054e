"""The kinds of files that hold articles: one table, one small module a kind, each imported when it is first needed."""

import importlib
import os
from collections.abc import Callable
from typing import NamedTuple, cast

from articles.errors import ArticleError
from articles.readers import signs
from articles.readers.draft import Drafts, Source

Read = Callable[[Source], Drafts]


class Kind(NamedTuple):
    """One row of the table."""

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    """Tells from the first bytes of a file whether it is of this kind beyond doubt."""
    module: str
    """Holds `read(source) -> Drafts`."""
    several: bool = False
    """Whether a file may hold several articles: such a file is read as soon as it is opened."""
    extra: str = ""
    """The extra of the package that brings the library which this kind needs."""
    readable: bool = False
    """Whether a file of several is text that a person can read as it stands: then a text file may look like one."""
    plain: bool = False
    """Whether the file is the article's text itself, so that the limit of a text holds for the file."""

    def read(self, source: Source) -> Drafts:
        """Read all articles of a file.

        Raises:
            ArticleError: The file is not what it should be, or holds no article.
        """
        module = importlib.import_module(f"articles.readers.{self.module}")
        try:
            return cast("Read", module.read)(source)
        except ModuleNotFoundError as error:
            advice = f"install it with: pip install 'newsreader[{self.extra}]'"
            raise ArticleError(source.shown, f"to read this {self.name}, {error.name} is needed", advice) from None


TEXT = Kind("text", (".txt", ".text", ".md", ".markdown"), lambda _: True, "plain", plain=True)

KINDS: tuple[Kind, ...] = (
    Kind("PDF", (".pdf",), signs.is_pdf, "pdf", several=True, extra="pdf"),
    Kind("Word file", (".docx",), signs.is_zip, "word", several=True),
    Kind("RTF file", (".rtf",), signs.is_rtf, "rtf", several=True, extra="rtf"),
    Kind("web archive", (".mhtml", ".mht"), signs.is_web_archive, "mhtml", extra="html"),
    Kind("mail", (".eml",), signs.is_mail, "mail"),
    Kind("web page", (".html", ".htm", ".xhtml"), signs.is_html, "html_page", extra="html"),
    Kind("feed", (".xml", ".rss", ".atom", ".rdf"), signs.is_xml, "feed", several=True),
    Kind("JSON file", (".json", ".jsonl", ".ndjson"), signs.is_json, "json_articles", several=True, readable=True),
    Kind("table", (".csv", ".tsv"), signs.is_csv, "csv_articles", several=True, readable=True),
    TEXT,
)
"""Every kind; the first whose sniff agrees has the file, and text, the last, agrees to all."""

BY_SUFFIX = {suffix: kind for kind in KINDS for suffix in kind.suffixes}


def suffix_of(path: str | os.PathLike[str]) -> str:
    """Return the suffix of a file name, folded."""
    return os.path.splitext(path)[1].casefold()


def kind_of(head: bytes, suffix: str) -> Kind:
    """Return the kind of a file: by its content where that says it, else by its suffix, else text.

    Args:
        head: Its first 4096 bytes.
        suffix: The suffix of its name.
    """
    found = next(kind for kind in KINDS if kind.sniff(head))
    return found if found is not TEXT else BY_SUFFIX.get(suffix, TEXT)
