"""newsreader as a library: read articles, find what they share, keep annotations, export them.

Every name is loaded when it is first used: `import newsreader` alone costs nothing and loads neither Textual nor NumPy.

    import newsreader

    articles = newsreader.read_articles("folder", "more.txt")
    for quote in newsreader.find_shared_quotes(articles):
        print(quote.speaker, [member.text for member in quote.members])
    with newsreader.open_store("annotations.json") as store:
        store.add(articles[0], [(270, 354)], tag="quote")
        print(newsreader.export(store, articles))
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from os import PathLike

    from annotations.annotation import Annotation
    from annotations.formats import FormatError, export, import_
    from annotations.store import Store, StoreError, open_store
    from articles.article import Article
    from articles.errors import ArticleError
    from quotes.boilerplate import find_boilerplate
    from quotes.model import Member, Passage, Quotation, SharedQuote
    from quotes.model_speakers import SpeakerModelError, load_speaker_model
    from quotes.quotations import find_quotations
    from quotes.shared import find_shared_quotes, find_shared_wording

__version__ = "0.1.0"

_ROOMS = {
    "Annotation": "annotations.annotation",
    "Article": "articles.article",
    "ArticleError": "articles.errors",
    "FormatError": "annotations.formats",
    "Member": "quotes.model",
    "Passage": "quotes.model",
    "Quotation": "quotes.model",
    "SharedQuote": "quotes.model",
    "SpeakerModelError": "quotes.model_speakers",
    "Store": "annotations.store",
    "StoreError": "annotations.store",
    "export": "annotations.formats",
    "find_boilerplate": "quotes.boilerplate",
    "find_quotations": "quotes.quotations",
    "find_shared_quotes": "quotes.shared",
    "find_shared_wording": "quotes.shared",
    "import_": "annotations.formats",
    "load_speaker_model": "quotes.model_speakers",
    "open_store": "annotations.store",
}
"""Where each public name lives."""

__all__ = [
    "Annotation",
    "Article",
    "ArticleError",
    "FormatError",
    "Member",
    "Passage",
    "Quotation",
    "SharedQuote",
    "SpeakerModelError",
    "Store",
    "StoreError",
    "export",
    "find_boilerplate",
    "find_quotations",
    "find_shared_quotes",
    "find_shared_wording",
    "import_",
    "load_speaker_model",
    "open_store",
    "read_articles",
]


def read_articles(*paths: "str | PathLike[str]") -> "list[Article]":
    """Read files and folders of articles.

    Args:
        paths: Files, or folders that are searched recursively in the order of names.

    Returns:
        The articles, in the order of the paths.

    Raises:
        ArticleError: One of them cannot be read; the message is one line that names the file.
    """
    from articles.shelf import read_articles as read

    reading = read(list(paths))
    if reading.refused:
        raise reading.refused[0]
    return list(reading.articles)


def __getattr__(name: str) -> Any:
    """Load a public name from its room when it is first used."""
    if name not in _ROOMS:
        message = f"module 'newsreader' has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_ROOMS[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
