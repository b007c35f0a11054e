"""The signs by which the first bytes of a file show its kind beyond doubt."""

import re

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf|\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}\?>)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf|\s|<!--.{0,2000}?-->|<\?[^>]{0,300}\?>|<!doctype\s+rss[^>]{0,300}>)*+<(?:rss|rdf:RDF|(?:atom:)?feed)[\s>]",
    re.I | re.S,
)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\s", re.I)
_MAIL_HEADER = re.compile(rb"(?:From |(?:[!-9;-~]{1,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,})")
_MAIL = re.compile(rb"^(?:From|Subject|Date|Received|MIME-Version|Return-Path|Delivered-To|Message-ID):", re.I | re.M)
_ARCHIVE = re.compile(rb"^Content-Type:\s*multipart/related", re.I | re.M)
_RECORD = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
_LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{")

_SEPARATORS = re.compile(r"[,;\t|]")
_TEXTS = frozenset("text body content maintext article_text fulltext full_text".split())
_OTHERS = frozenset("title headline url link date published published_at publishedat".split())

REPORTS = (".md", ".html")
"""The suffixes that newsreader's own reports have."""

OTHER_KINDS = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound or film"),
    (b"RIFF", "a sound, film or picture"),
)
"""First bytes of what is no article, with words for it."""


def is_html(head: bytes) -> bool:
    """Tell whether a file begins like a web page."""
    return _HTML.match(head) is not None


def is_xml(head: bytes) -> bool:
    """Tell whether a file begins like XML, or like a feed without a declaration."""
    return _XML.match(head) is not None or _FEED.match(head) is not None


def is_mail(head: bytes) -> bool:
    """Tell whether a file begins with two headers of a mail at least, one of them a telling one."""
    headers = _MAIL_HEADER.match(head)
    return headers is not None and len(set(map(bytes.lower, _MAIL.findall(headers.group())))) >= 2


def is_web_archive(head: bytes) -> bool:
    """Tell whether a file begins like a page that a browser saved in one file."""
    if b"\nSnapshot-Content-Location:" in head:
        return True
    return is_mail(head) and _ARCHIVE.search(head) is not None and b"<Saved by " in head


def is_json(head: bytes) -> bool:
    """Tell whether a file begins like a JSON object or a list of them."""
    return _RECORD.match(head) is not None or _LIST.match(head) is not None


def is_csv(head: bytes) -> bool:
    """Tell whether the first line names the fields of articles."""
    names = head.split(b"\n", 1)[0].decode("utf-8", "replace").lstrip("\ufeff").rstrip("\r")
    words = {name.strip("\"' ").casefold() for name in _SEPARATORS.split(names)}
    return len(words) > 1 and bool(words & _TEXTS) and bool(words & _OTHERS)


def is_pdf(head: bytes) -> bool:
    """Tell whether a file begins like a PDF."""
    return b"%PDF-" in head[:1024]


def is_rtf(head: bytes) -> bool:
    """Tell whether a file begins like RTF."""
    return head.startswith(b"{\\rtf")


def is_zip(head: bytes) -> bool:
    """Tell whether a file is a zip archive, as Word files are."""
    return head.startswith(b"PK\x03\x04")


def is_report(head: bytes) -> bool:
    """Tell whether a file is one of newsreader's own reports, in Markdown or HTML."""
    return (
        head.startswith(b"[//]: # (newsreader report)")
        or b'<meta name="generator" content="newsreader">' in head[:1000]
    )


def other_kind(head: bytes) -> str | None:
    """Return words for a file that is of a kind which holds no articles; None if it is not known to be."""
    return next((words for sign, words in OTHER_KINDS if head.startswith(sign)), None)
