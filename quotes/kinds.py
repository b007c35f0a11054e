"""Speech or not: direct speech, a fragment in a reported sentence, something nested, or a label (scare quotes, titles)."""

from articles.article import Article
from quotes.marks import Stretch
from quotes.model import Kind
from quotes.speakers import Spoken


def kind_of(article: Article, stretches: list[Stretch], index: int, spoken: Spoken) -> Kind:
    """Tell the kind of a stretch between marks."""
    stretch = stretches[index]
    text = article.text[stretch.start : stretch.end]
    if stretch.outer >= 0:
        return "nested"
    if not spoken.how and len(text.split()) <= 4:
        return "label"
    begins = text[0].isupper() or not text[0].isalpha()
    ends = text[-1] in ",.!?…" or not stretch.closed or article.text[stretch.end + 1 : stretch.end + 2] == ","
    return "direct" if begins and ends and len(text.split()) > 2 else "fragment"
