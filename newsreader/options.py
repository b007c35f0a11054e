"""The options that all verbs share, and what they mean together."""

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from articles.decoding import UndecodableError, codec

_FACTORS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


class Encoding(click.ParamType):  # type: ignore[type-arg]
    """The name of an encoding of text."""

    name = "encoding"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name, if there is such an encoding."""
        try:
            return codec(str(value))
        except UndecodableError as error:
            self.fail(f"{error}: write one such as utf-8, cp1252 or utf-16", param, ctx)


class Size(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.5
    """A number of bytes: `2000000`, `2MB`, `10M`, `1G`."""

    name = "bytes"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number of bytes."""
        if isinstance(value, int):
            return value
        match = re.fullmatch(r"(\d{1,15})\s*([kmg]?)b?", str(value).strip().lower())
        if not match or int(match[1]) == 0:
            self.fail(f"{value!r} is no size: write a number of bytes, such as 5000000 or 5MB", param, ctx)
        return int(match[1]) * _FACTORS[match[2]]


class FieldName(click.ParamType):  # type: ignore[type-arg]
    """A field of an article and what records call it: `text=story`."""

    name = "field"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """Return both names."""
        if isinstance(value, tuple):
            return value
        from articles.reading import FIELDS

        ours, _, theirs = str(value).partition("=")
        if ours not in FIELDS or not theirs.strip():
            self.fail(f"{value!r} names no field: write one of {', '.join(FIELDS)}, such as text=story", param, ctx)
        return ours, theirs


@dataclass(frozen=True)
class Common:
    """The values of the common options, and the paths."""

    paths: tuple[str, ...] = ()
    db: str | None = None
    output: str | None = None
    force: bool = False
    annotator: str | None = None
    encoding: str | None = None
    max_size: int | None = None
    max_file_size: int | None = None
    field: tuple[tuple[str, str], ...] = ()
    """What a field of an article is called in records: `("text", "story")`."""
    config: str | None = None
    verbose: bool = False
    extra: dict[str, Any] = dataclasses.field(default_factory=dict)
    """Options of the one verb."""


def _option(*names: str, **settings: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(*names, **settings)


def _no_blank(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not value.strip():
        raise click.BadParameter("is empty; give a name")
    return value


_READING = (
    _option("--db", metavar="FILE", envvar="NEWSREADER_DB", help="The store of the annotations."),
    _option("--annotator", metavar="NAME", callback=_no_blank, help="Who annotates (default: the login name)."),
    _option("--encoding", type=Encoding(), metavar="NAME", help="The encoding of the articles (default: found out)."),
    _option("--max-size", type=Size(), metavar="BYTES", help="The most text an article may have (default 2MB)."),
    _option("--max-file-size", type=Size(), metavar="BYTES", help="The largest file of several articles (200MB)."),
    _option("--field", type=FieldName(), multiple=True, metavar="OURS=THEIRS", help="Records: text=story, title=hed."),
    _option("--config", metavar="FILE", envvar="NEWSREADER_CONFIG", help="The configuration file."),
    _option("-v", "--verbose", is_flag=True, help="Name the files that were left out."),
)
_WRITING = (
    _option("-o", "--output", metavar="FILE", help="Where to write (- or none: standard output)."),
    _option("--force", is_flag=True, help="Overwrite an existing output."),
)


Verb = Callable[[Common], int | None]
"""What a verb is: from the options to an exit code, None for 0."""


def common(*, output: bool = True, paths: bool = True) -> Callable[[Verb], Callable[..., int | None]]:
    """Give a verb the common options; it gets them as one `Common`.

    Args:
        output: Whether the verb writes (`-o`, `--force`).
        paths: Whether the verb takes any number of articles (`[PATH ...]`).
    """

    def decorate(verb: Verb) -> Callable[..., int | None]:
        @wraps(verb)
        def run(**values: Any) -> int | None:
            known = {name: values.pop(name) for name in list(values) if name in Common.__dataclass_fields__}
            return verb(Common(**known, extra=values))

        wrapped: Callable[..., int | None] = run
        for option in reversed(_READING + (_WRITING if output else ())):
            wrapped = option(wrapped)
        return click.argument("paths", nargs=-1, metavar="[PATH ...]")(wrapped) if paths else wrapped

    return decorate


def annotator_name(given: str | None, configured: str = "") -> str:
    """Return the annotator's name: the option, the configuration, else the login name."""
    return given or configured or _login_name()


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return Path.home().name or "annotator"
