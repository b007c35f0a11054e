"""An invented article, and a file of every kind that holds it."""

import io
import json
import zipfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

TITLE = "Old bridge stays open"
PARAGRAPHS = (
    "The mayor of Harbour City said on Tuesday that the old bridge would stay open all winter.",
    "“We will keep it open,” she told reporters. “It’s our\u00a0bridge.”",
    "Traffic has doubled since 2020, the council said, and repairs are due next year in any case.",
    "«Nous sommes prêts», a dit l’ingénieur. „Wir auch“, sagte er. 東京の橋も同じです。 👩\u200d👩\u200d👧 שלום",
)
BODY = "\n".join(PARAGRAPHS)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def page(charset: str = "utf-8", paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    """Return a web page with navigation, metadata, a script and a footer around the article."""
    return f"""<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>{TITLE} - The Daily</title>
<meta property="og:site_name" content="The Daily"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2025-03-04T10:00:00Z">
<link rel="canonical" href="https://daily.example/bridge"><script>alert("no article")</script></head>
<body><nav><a href="/">Home</a> <a href="/n">News</a></nav><article><h1>{TITLE}</h1>
{"".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)}</article><footer>Copyright 2025</footer></body></html>"""


def rss() -> str:
    """Return a feed of three items: with content and an id, with a description only, with nothing but a title."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Daily</title><link>https://daily.example</link>
<item><title>{TITLE} &amp; more</title><link>https://daily.example/1</link><guid>n-1</guid>
<dc:creator>Ann Lee</dc:creator><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate><description>Short</description>
<content:encoded><![CDATA[<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}&nbsp;&mdash; end</p><script>x()</script>]]>
</content:encoded></item>
<item><title>Second</title><link>https://daily.example/2</link>
<description>Plain &lt;b&gt;bold&lt;/b&gt; words.</description></item>
<item><title>Third</title></item></channel></rss>"""


def mail() -> bytes:
    """Return a newsletter with a plain and an HTML part."""
    message = MIMEMultipart("alternative")
    message["From"] = "The Daily <news@daily.example>"
    message["Subject"] = "Brücke bleibt offen"
    message["Date"] = "Tue, 04 Mar 2025 10:00:00 +0100"
    message.attach(MIMEText(BODY, "plain", "utf-8"))
    message.attach(MIMEText("<p>other words</p>", "html", "utf-8"))
    return message.as_bytes()


def web_archive() -> bytes:
    """Return a page with a picture, as a browser saves it in one file."""
    message = MIMEMultipart("related")
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://daily.example/bridge"
    message["Subject"] = TITLE
    message.attach(MIMEText(page(), "html", "utf-8"))
    message.attach(MIMEText("picture", "plain"))
    return message.as_bytes()


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def word(paragraphs: tuple[str, ...] = PARAGRAPHS) -> bytes:
    """Return a Word file."""
    body = "".join(f"<w:p><w:pPr/><w:r><w:t>{paragraph}</w:t></w:r></w:p>" for paragraph in paragraphs)
    names = f"<dc:title>{TITLE}</dc:title><dc:creator>Ann Lee</dc:creator>"
    core = f'<p xmlns:dc="http://purl.org/dc/elements/1.1/">{names}</p>'
    return zipped(
        {"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>", "docProps/core.xml": core}
    )


def rtf() -> bytes:
    """Return an RTF file with marks of Windows, a dash and an emoji."""
    return (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl\f0 Arial;}{\info{\title Old bridge}}\f0 "
        rb"He said: \'93We go.\'94 \u8212? caf\'e9 \u-10179?\u-8704?\par Second paragraph.\par}"
    )


def pdf(lines: tuple[str, ...]) -> bytes:
    """Return a PDF of one page, a line of Helvetica each."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 11 Tf 72 760 Td 14 TL {shown} ET"
    resources = "<< /Font << /F1 5 0 R >> >>"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources {resources} >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({TITLE}) /Author (Ann Lee) >>",
    )
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R /Info 6 0 R >>"
    return data + f"{end}\nstartxref\n{len(data)}\n%%EOF".encode()


PDF_LINES = (
    "Old bridge stays open",
    "The mayor of Harbour City said on Tuesday that the old bridge",
    "would stay open all winter, and that repairs are due in the next",
    "year.",
    "“We will keep it open,” she told reporters on a windy day. “It's",
    "our bridge.”",
    "Page 1 of 2",
)

FILES: dict[str, bytes] = {
    "text.txt": f"{TITLE}\n\n{BODY}".encode(),
    "markdown.md": f"# {TITLE}\n\n{BODY}".encode(),
    "page.html": page().encode(),
    "feed.xml": rss().encode(),
    "one.json": json.dumps({"title": TITLE, "text": BODY, "source": {"name": "The Daily"}}).encode(),
    "many.json": json.dumps(
        {"articles": [{"title": TITLE, "content": BODY}, {"title": "B", "content": "b", "id": 7}]}
    ).encode(),
    "lines.jsonl": "\n".join(json.dumps({"headline": text[:9], "maintext": text}) for text in PARAGRAPHS).encode(),
    "table.csv": f'Title,Text,Link\n"{TITLE}","{PARAGRAPHS[0]}",https://daily.example/1\n'.encode(),
    "mail.eml": mail(),
    "archive.mhtml": web_archive(),
    "word.docx": word(),
    "rich.rtf": rtf(),
    "print.pdf": pdf(PDF_LINES),
}
"""A file of every kind."""
