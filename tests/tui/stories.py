"""Invented articles for the tests of the desk, with findings made by hand: the tests of the views need no matcher."""

from articles.article import Article
from quotes.model import Member, Quotation, SharedQuote, Wording

HERALD = Article(
    "herald.txt",
    "Harbour stays open\n"
    "“We will keep the harbour open through the winter, and nobody will lose a berth,” "
    "Maria Kessler told the council.\n"
    "“Five berths, maybe six,” said the harbour master.\n",
    outlet="Coast Herald",
    title="Harbour stays open",
    url="https://herald.example/harbour",
    date="2026-03-02",
)
TIDEWIRE = Article(
    "tidewire.txt",
    'Kessler said in a statement: "We will keep the harbour open through the winter".\n'
    '"The money was there in March," Tom Ardley said.\n',
    outlet="Tidewire",
)
HAFENBOTE = Article(
    "hafenbote.txt",
    "„We shall keep the port open through the winter“, sagte Kessler.\n„The money was there in March“, so Ardley.\n",
    outlet="Der Hafenbote",
)
ANCHOR = Article(
    "anchor.txt",
    "“We will keep the harbour open through the winter,” she said, “and nobody will lose a berth.” "
    "港は開いている 👩‍👧\n"
    "“Mark my\u00a0words: a second vote,” said Ingrid Vale. The “people’s port” is old.\n",
    outlet="The Anchor",
)
ARTICLES = (HERALD, TIDEWIRE, HAFENBOTE, ANCHOR)


def member(
    article: Article, words: str, wording: Wording, said: str = "", utterance: int = 0, whole: tuple[str, ...] = ()
) -> Member:
    """A member that stands where its words stand; `said` is the attribution's words."""
    start = article.text.index(words)
    attribution = None
    if said:
        at = article.text.index(said)
        attribution = (at, at + len(said))
    span = (start, start + len(words))
    spans = tuple((article.text.index(piece), article.text.index(piece) + len(piece)) for piece in whole or (words,))
    return Member(article.id, *span, words, "Maria Kessler", wording, utterance, span, attribution, spans)


def quotation(article: Article, words: str, speaker: str | None, kind: str = "direct", utterance: int = 9) -> Quotation:
    """A quotation that stands where its words stand."""
    start = article.text.index(words)
    return Quotation(article.id, start, start + len(words), words, speaker, kind, None, utterance)  # type: ignore[arg-type]


PIECES = ("We will keep the harbour open through the winter", "and nobody will lose a berth")
WINTER = SharedQuote(
    "winter",
    "Maria Kessler",
    (
        member(
            HERALD,
            "We will keep the harbour open through the winter, and nobody will lose a berth",
            "identical",
            "Maria Kessler told the council",
        ),
        member(TIDEWIRE, "We will keep the harbour open through the winter", "trimmed", "Kessler said in a statement"),
        member(HAFENBOTE, "We shall keep the port open through the winter", "reworded", "sagte Kessler"),
        member(ANCHOR, "We will keep the harbour open through the winter", "split", "she said", 1, PIECES),
        member(ANCHOR, "and nobody will lose a berth", "split", "she said", 1, PIECES),
    ),
)
MONEY = SharedQuote(
    "money",
    "Tom Ardley",
    (
        member(TIDEWIRE, "The money was there in March", "identical", "Tom Ardley said", 2),
        member(HAFENBOTE, "The money was there in March", "identical", "so Ardley", 2),
    ),
)
GROUPS = (WINTER, MONEY)
QUOTATIONS = (
    *(quotation(HERALD, m.text, "Maria Kessler", utterance=1) for m in WINTER.members[:1]),
    quotation(HERALD, "Five berths, maybe six", "harbour master", "fragment", 2),
    quotation(ANCHOR, "We will keep the harbour open through the winter", "Maria Kessler", utterance=1),
    quotation(ANCHOR, "and nobody will lose a berth", "Maria Kessler", utterance=1),
    quotation(ANCHOR, "Mark my\u00a0words: a second vote", "Ingrid Vale", utterance=2),
    quotation(ANCHOR, "people’s port", None, "label", 3),
)
