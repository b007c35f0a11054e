"""The picture of the coverage (SVG): each article a line from beginning to end, shared quotes joined across them."""

from itertools import pairwise
from xml.sax.saxutils import escape

from annotations.formats.report import ArticleEntry, QuoteEntry, Report
from articles.escaping import shown

WIDTH = 960
"""All measures are units of the picture, which scales to the width that it is given."""
_LEFT, _RIGHT, _TOP, _ROW = 24, 24, 44, 92
_DOT = 23
"""From the middle of a letter's dot to that of the next one, at least, where there is room for all of them."""
_LABEL = 90
"""Characters of a title at most."""


def coverage_picture(report: Report) -> str:
    """Draw the picture; empty where there is nothing to draw."""
    if not report.articles:
        return ""
    height = _TOP + _ROW * len(report.articles) - 28
    told = f"{len(report.quotes)} shared quotes in {len(report.articles)} articles: where in each article they stand"
    parts = [f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{told}" xmlns="http://www.w3.org/2000/svg">']
    dots = _dots(report)
    parts += [_threads(quote, dots) for quote in report.quotes]
    parts += [_line(article) for article in report.articles]
    parts += [_letters(quote, dots) for quote in report.quotes]
    return "\n".join([*parts, "</svg>"])


def _x(offset: int, article: ArticleEntry) -> float:
    """Return where an offset lies on an article's line."""
    return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * offset / max(1, len(article.article.text)), 1)


def _y(number: int) -> int:
    return _TOP + _ROW * number


def _line(article: ArticleEntry) -> str:
    """Draw an article: its title, its line, the annotations below it."""
    y = _y(article.number)
    name = article.title if len(article.title) <= _LABEL else article.title[:_LABEL].rstrip() + "…"
    name, number = escape(shown(name)), f'<tspan class="number">{article.number + 1}</tspan>'
    parts = [
        f'<text class="label" x="{_LEFT}" y="{y - 18}">{number} {name}</text>',
        f'<rect class="line" x="{_LEFT}" y="{y - 2}" width="{WIDTH - _LEFT - _RIGHT}" height="4" rx="2"/>',
    ]
    for entry in article.entries:
        for span in entry.annotation.spans:
            left, right = _x(span.start, article), _x(span.end, article)
            width = max(3, round(right - left, 1))
            parts.append(
                f'<rect class="t{entry.tag.number}" x="{left}" y="{y + 11}" width="{width}" height="7" rx="1"/>'
            )
    return "\n".join(parts)


def _dots(report: Report) -> dict[str, float]:
    """Return where each place has its dot on its article's line, by the place's name."""
    dots: dict[str, float] = {}
    for article in report.articles:
        places = sorted(
            (place for place, _ in report.places[article.number]), key=lambda place: place.start + place.end
        )
        middles = [_x((place.start + place.end) // 2, article) for place in places]
        dots |= zip((place.name for place in places), _apart(middles), strict=True)
    return dots


def _apart(middles: list[float]) -> list[float]:
    """Move dots along the line until none covers another; they keep their order and stay on the line."""
    gap = min(_DOT, (WIDTH - _LEFT - _RIGHT) / max(1, len(middles) - 1))
    moved: list[float] = []
    for x in middles:
        moved.append(max(x, moved[-1] + gap) if moved else x)
    end = float(WIDTH - _RIGHT)
    for number in reversed(range(len(moved))):
        moved[number] = min(moved[number], end)
        end = moved[number] - gap
    return [round(x, 1) for x in moved]


def _centre(quote: QuoteEntry, dots: dict[str, float]) -> list[tuple[int, float, int]]:
    """Return the places of a quote in the picture: article, x and y, in order."""
    return [(place.article, dots[place.name], _y(place.article)) for place in quote.places]


def _threads(quote: QuoteEntry, dots: dict[str, float]) -> str:
    """Join the places of a quote from each article to the next that has it."""
    curves = []
    for (upper, x1, y1), (lower, x2, y2) in pairwise(_centre(quote, dots)):
        if upper != lower:
            bend = (y2 - y1) // 2
            curves.append(f"M{x1} {y1}C{x1} {y1 + bend} {x2} {y2 - bend} {x2} {y2}")
    return f'<path class="thread h{quote.hue}" d="{"".join(curves)}"/>' if curves else ""


def _letters(quote: QuoteEntry, dots: dict[str, float]) -> str:
    circles = [
        f'<circle cx="{x}" cy="{y}" r="11"/><text x="{x}" y="{y + 5}">{quote.letter}</text>'
        for _, x, y in _centre(quote, dots)
    ]
    speaker = quote.group.speaker or "speaker not told"
    told = escape(shown(f"{quote.letter}: {speaker}: {quote.words}"))
    return f'<g class="place h{quote.hue}"><title>{told}</title>{"".join(circles)}</g>'
