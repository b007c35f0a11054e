"""What the tests of the formats exchange: the sample story, and an invented article with everything that goes wrong."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from annotations.annotation import Annotation, Selector, selectors
from annotations.formats import FORMATS
from annotations.formats.exchange import Exchange
from annotations.formats.output import stream
from annotations.tags import BUILT_IN, Tag
from articles.article import Article
from articles.shelf import read_articles
from seeds import sample_story

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1e9\U0001f1ea"
INVENTED = (
    f"Harbour bridge reopens {FLAG}\r\n\r\n"
    f"“We waited  three winters for this,” said Mayor Ana Péralta {FAMILY}, who cut the\u00a0ribbon. "
    "“And we would\u00a0wait again,”\r\nshe added.\r\n\r\n"
    "Le maire a dit\u00a0: «\u202fC’est fini\u202f». 桥梁「重新开放」了。 שלום אמר ראש העיר.\r\n"
    "=SUM(A1:A9) read the banner; -5 degrees, @noon.\r\n"
)
TIME = "2026-01-02T03:04:05.000000Z"
FACT = Tag("fact-check", None, "F", "green", "somebody should look | it up")


def invented() -> Article:
    """Return the invented article, its line ends folded as loading does."""
    text = INVENTED.replace("\r\n", "\n")
    return Article(
        "uk/invented.txt", text, "Harbour bridge reopens", Path("/nowhere/uk/invented.txt"), outlet="The Quay"
    )


def sample() -> list[Article]:
    """Return the two articles of the sample story."""
    return list(read_articles(sorted(sample_story().glob("*.txt"))).articles)


def annotation(number: int, article: Article, spans, tag: str = "quote", **fields) -> Annotation:
    """Make an annotation of spans, or of the places of words."""
    edges = [(article.text.index(s), article.text.index(s) + len(s)) if isinstance(s, str) else s for s in spans]
    fields = {"annotator": "ann", "created": TIME, "updated": TIME} | fields
    return Annotation(str(UUID(int=number)), article.id, article.sha256, tag, selectors(article, edges), **fields)


def orphan(number: int, article: Article) -> Annotation:
    """Make an annotation of words that stand nowhere, as the store keeps it."""
    words = Selector(3, 33, "a sentence that was edited out", "before ", " after")
    return replace(annotation(number, article, [(0, 7)], "claim"), sha256="0" * 64, spans=(words,), state="orphaned")


def on_invented(article: Article) -> list[Annotation]:
    """Return annotations over everything that is hard."""
    return [
        annotation(1, article, [FLAG], "claim"),
        annotation(
            2,
            article,
            ["We waited  three winters for this", "And we would\u00a0wait again"],
            speaker="Ana Péralta",
            group="q1",
        ),
        annotation(3, article, [FAMILY], FACT.name, note='three\npeople, "one" sign; =1+1', annotator="bob =x"),
        annotation(4, article, ["wait again,”\nshe added."], "claim"),
        annotation(5, article, ["the\u00a0ribbon"], origin="suggestion"),
        annotation(6, article, ["=SUM(A1:A9)"], "claim", speaker="-5", note="'=already"),
        annotation(7, article, ["重新开放"], speaker="桥"),
        annotation(8, article, ["שלום אמר ראש העיר"], "claim"),
        annotation(9, article, ["Péralta"], "claim", state="moved"),
    ]


def exchange(*articles: Article, annotations=(), **fields) -> Exchange:
    """Return an exchange with its annotations in order."""
    ordered = tuple(sorted(annotations, key=lambda a: (a.article, a.start, a.id)))
    return Exchange(tuple(articles), ordered, **({"tags": (*BUILT_IN, FACT), "root": Path("/nowhere")} | fields))


def hard(**fields) -> Exchange:
    """Return the invented article with all its annotations and an orphan."""
    article = invented()
    return exchange(article, annotations=[*on_invented(article), orphan(10, article)], **fields)


def story(**fields) -> Exchange:
    """Return the sample story with the shared quotes tagged, and a claim of two spans."""
    first, second = sample()
    found = [
        annotation(21, first, [(270, 354)], speaker="J.D. Vance", group="q547743ecce13"),
        annotation(22, second, [(1050, 1134)], speaker="J.D. Vance", note="the paper, not Reuters"),
        annotation(23, first, [(0, 60), (100, 180)], "claim"),
        annotation(24, second, [(1000, 1060)], "claim", annotator="bob"),
    ]
    return exchange(first, second, annotations=found, root=sample_story(), **fields)


def files(name: str, of: Exchange) -> dict[str, bytes]:
    """Return the files of an export, by name."""
    from io import BytesIO

    found = {}
    for file in FORMATS[name].write(of):
        into = BytesIO()
        stream([file], into)
        found[file.name] = into.getvalue()
    return found


def written(name: str, of: Exchange) -> str:
    """Return the text of an export."""
    return files(name, of)[""].decode()


def save(name: str, of: Exchange, folder: Path) -> Path:
    """Write an export into a folder and return where it is to be imported from."""
    kind = FORMATS[name].kind
    place = folder / f"export-{name}"
    for file, content in files(name, of).items():
        target = place / file if kind == "folder" else place.with_suffix(file) if file else place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return place
