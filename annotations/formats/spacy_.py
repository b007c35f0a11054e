"""`spacy`: JSON Lines as Prodigy and spaCy's tools take them: text, tokens, spans. `docbin`: spaCy's binary DocBin.

Tokens are words, signs and runs of blanks; they are also cut at the edges of annotations, so that every span begins and
ends with a token. `token_end` is inclusive, as Prodigy has it; all other ends are exclusive. Offsets are code points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from pathlib import Path
from typing import Any

import regex

from annotations.annotation import Annotation, Document
from annotations.formats.check import check_edges, checked
from annotations.formats.errors import FormatError, UsageError
from annotations.formats.exchange import Exchange, known
from annotations.formats.jsonfile import encode, parse_lines
from annotations.formats.quoted import code_points, quoted_spans, text_hash
from annotations.formats.shape import OWN, File, Incoming
from annotations.formats.units import CODE_POINT
from articles.article import Article

SPAN_GROUP = "sc"
"""Name of the span group, the one that spaCy's span categorizer trains on."""
_PIECE = regex.compile(r"(?:\w[\p{M}\u200c\u200d]*)+|\s+|\X")
"""A word with its combining marks, a run of blanks, or what a person sees as one sign: a flag, a family."""


def write(exchange: Exchange) -> Iterator[File]:
    """Write the lines."""
    yield File(
        "", (encode(_task(article, exchange.placed.get(article.id, []))) + "\n" for article in exchange.articles)
    )


def _task(article: Article, annotations: Sequence[Annotation]) -> Document:
    spans = [span for annotation in annotations for span in annotation.spans]
    tokens = tokenize(article.text, {span.start for span in spans}, {span.end for span in spans})
    first = {token["start"]: token["id"] for token in tokens}
    last = {token["end"]: token["id"] for token in tokens}
    return {
        "text": article.text,
        "tokens": tokens,
        "spans": [
            {
                "start": s.start,
                "end": s.end,
                "token_start": first[s.start],
                "token_end": last[s.end],
                "label": annotation.tag,
                OWN: own,
            }
            for annotation in annotations
            for own in [known(annotation.to_document(), "spans", "tag", "article", "sha256")]
            for s in annotation.spans
        ],
        "meta": {"article": article.id, "title": article.title, "sha256": article.sha256},
        "answer": "accept",
    }


def read(path: Path) -> Incoming:
    """Read the lines; tasks that were rejected or ignored are left out, the spans of one of our annotations are one.

    Raises:
        FormatError: A line has no text or spans, or its offsets are none.
    """
    return Incoming([document for place, task in parse_lines(path) for document in _documents(task, place)])


def _documents(task: Document, place: str) -> Iterator[Document]:
    text, spans, meta = task.get("text"), task.get("spans"), task.get("meta")
    if not isinstance(text, str) or not isinstance(spans, list):
        raise FormatError(f"{place}: has no text or no spans; nothing was taken")
    if task.get("answer", "accept") != "accept":
        return
    article = meta.get("article") if isinstance(meta, dict) else None
    about = {"sha256": text_hash(text)} | ({"article": article} if isinstance(article, str) else {})
    passages: dict[str, tuple[Document, list[tuple[int, int]]]] = {}
    for number, span in enumerate(spans):
        if not isinstance(span, dict) or not isinstance(span.get("label"), str):
            raise FormatError(f"{place}: a span has no label; nothing was taken")
        check_edges(span.get("start"), span.get("end"), place)
        found = span.get(OWN)
        own: Document = found if isinstance(found, dict) else {}
        name = f"{own.get('id', number)}\n{span['label']}"
        passages.setdefault(name, ({**own, "tag": span["label"]}, []))[1].append((span["start"], span["end"]))
    for document, places in passages.values():
        exact = quoted_spans(text, code_points(text, places, CODE_POINT, place))
        yield checked(document | about | {"spans": exact}, place, None)


def tokenize(text: str, starts: AbstractSet[int], ends: AbstractSet[int]) -> list[dict[str, Any]]:
    """Return Prodigy's tokens: their texts, each followed by a blank where `ws` says so, are the text again.

    Args:
        text: The article's text.
        starts: Offsets at which a token has to begin (where a span begins).
        ends: Offsets at which a token has to end.
    """
    tokens: list[dict[str, Any]] = []
    for start, end in _pieces(text, sorted(starts | ends)):
        begin = start
        if text[start] == " " and tokens and not tokens[-1]["ws"] and start not in starts and start + 1 not in ends:
            tokens[-1]["ws"] = True
            begin += 1
        if begin < end:
            tokens.append({"text": text[begin:end], "start": begin, "end": end, "id": len(tokens), "ws": False})
    return tokens


def _pieces(text: str, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield words, signs and runs of blanks, cut where they must be."""
    for match in _PIECE.finditer(text):
        start, end = match.span()
        inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)] if end - start > 1 else ()
        yield from pairwise((start, *inner, end))


def write_docbin(exchange: Exchange) -> Iterator[File]:
    """Write a DocBin: a document for each article, the passages in the span group `sc`, each with its annotation's id.

    Raises:
        UsageError: spaCy is not installed.
    """
    try:
        import spacy
        from spacy.tokens import Doc, DocBin, Span
    except ImportError as error:
        raise UsageError(
            "a DocBin (the format docbin, or an output that ends in .spacy) needs spaCy;"
            " install newsreader[spacy], or write the format spacy to a .jsonl file"
        ) from error
    vocabulary = spacy.blank("xx").vocab
    collection = DocBin(store_user_data=True)
    for article in exchange.articles:
        task = _task(article, exchange.placed.get(article.id, []))
        words, blanks = [token["text"] for token in task["tokens"]], [token["ws"] for token in task["tokens"]]
        document = Doc(
            vocabulary, words=words, spaces=blanks, user_data={"article": article.id, "sha256": article.sha256}
        )
        document.spans[SPAN_GROUP] = [
            Span(document, span["token_start"], span["token_end"] + 1, label=span["label"], span_id=span[OWN]["id"])
            for span in task["spans"]
        ]
        collection.add(document)
    yield File("", [collection.to_bytes()])
