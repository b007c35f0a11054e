"""`html`: a report for people, one file without scripts: articles side by side, shared quotes lit, tags, wordings.

The page is `templates/report.html.jinja` with its style sheet; every foreign string is escaped. The picture of the
coverage is drawn by `coverage_picture`.
"""

from collections.abc import Iterator
from typing import Any

from annotations.formats.coverage import coverage_picture
from annotations.formats.exchange import Exchange
from annotations.formats.markdown import counted
from annotations.formats.report import Report
from annotations.formats.shape import File
from articles.escaping import shown


def write(exchange: Exchange) -> Iterator[File]:
    """Write the page."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def safe(value: Any) -> Any:
        """Take out what no page may show; it is escaped afterwards."""
        return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    loader = PackageLoader("annotations.formats", "templates")
    environment = Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, finalize=safe, undefined=StrictUndefined
    )
    report = Report(exchange)
    page = environment.get_template("report.html.jinja")
    yield File("", page.generate(report=report, counted=counted, picture=Markup(coverage_picture(report))))  # noqa: S704 - it escapes itself
