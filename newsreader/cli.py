"""The command line: finds the verb, runs it, and turns what went wrong into one line and an exit code."""

import errno
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import NoReturn, TextIO

import click

from articles.errors import ArticleError
from newsreader import __version__
from newsreader.failure import Exit, Failure, ReaderGoneError, complain, say

VERBS = {
    "read": "Open the reading room (what `newsreader PATH ...` does too).",
    "quotes": "Show shared quotes, quotations and boilerplate without a screen.",
    "export": "Write the annotations to a file or to standard output.",
    "import": "Take annotations in from a file.",
    "text": "Print one article's text, exactly as the offsets count it.",
    "check": "Tell the store's health; --repair, --fold.",
    "fetch": "Save web pages and feeds as a folder of articles.",
    "config": "Print the effective configuration, with comments.",
}
"""The verbs, in the order of the help, with a line each: so the help loads none of them."""

_VALUE_OPTIONS = frozenset(
    "--db --annotator --encoding --max-size --max-file-size --field --config -o --output".split()  # noqa: SIM905 - a list
)
"""Common options that take a value: it is no verb and no path."""


class FrontDoor(click.Group):
    """The program: a verb, or paths that the reading room opens."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of the help."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one verb, and only that one."""
        if cmd_name not in VERBS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = import_module(f"newsreader.verbs.{module}").command
        assert isinstance(command, click.Command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the verb in front: the first word if it is one, else `read`."""
        if not set(args) & {"--help", "-h", "--version"} or _verb_at(args) is not None:
            args = _verb_first(args)
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs with a line each, without loading them."""
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show both ways to call the program."""
        formatter.write_usage("newsreader", "[OPTIONS] [PATH ...]")
        formatter.write_usage("newsreader", "VERB [OPTIONS] [PATH ...]", prefix="   or: ")


def _verb_at(args: Sequence[str]) -> int | None:
    """Return the place of the verb, if the first word is one."""
    skip = False
    for index, word in enumerate(args):
        if skip:
            skip = False
        elif word == "--":
            return None
        elif word in _VALUE_OPTIONS:
            skip = True
        elif not word.startswith("-") or word == "-":
            return index if word in VERBS else None
    return None


def _verb_first(args: list[str]) -> list[str]:
    place = _verb_at(args)
    if place is None:
        return ["read", *args]
    return [args[place], *args[:place], *args[place + 1 :]]


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"newsreader {__version__}")
        ctx.exit()


@click.group(cls=FrontDoor, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def front_door() -> None:
    """Read several articles on one story side by side, see what they share, and tag it.

    With no PATH, the sample story opens. A PATH is a file or a folder of articles.
    `newsreader VERB --help` tells more of a verb; in the reading room, ? shows all keys.
    """


def run(args: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    try:
        result = front_door.main(
            args=list(sys.argv[1:] if args is None else args), prog_name="newsreader", standalone_mode=False
        )
    except click.UsageError as error:
        _explain_usage(error)
        return Exit.USAGE
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except ArticleError as error:
        complain(str(error))
        return Exit.ARTICLE
    except Failure as failure:
        complain(str(failure))
        return failure.code
    except (ReaderGoneError, BrokenPipeError):
        return Exit.SIGNAL + signal.SIGPIPE  # nobody is left to tell
    except OSError as error:
        return _explain_system(error)
    except (KeyboardInterrupt, click.Abort):
        return Exit.SIGNAL + signal.SIGINT
    return result if isinstance(result, int) else Exit.FINE


def _explain_system(error: OSError) -> Exit:
    """Say what the system would not do: find the folder that the program was started in, or take the answer."""
    if error.errno == errno.ENOENT and error.filename is None:
        complain("the folder that you are in is not there any more; change to another one")
        return Exit.ARTICLE
    complain(f"{error.filename or 'standard output'}: cannot be written ({error.strerror})")
    return Exit.WRITE


def _explain_usage(error: click.UsageError) -> None:
    if error.ctx is not None:
        say(" ".join(error.ctx.get_usage().split()))
    complain(error.format_message().rstrip(".") + "; --help tells more")


def main() -> NoReturn:
    """Run the command and end the process with its exit code."""
    code = run()
    if not _emptied(sys.stdout):
        code = code or Exit.WRITE
    _emptied(sys.stderr)
    sys.exit(int(code))


def _emptied(stream: TextIO | None) -> bool:
    """Write out what a stream still holds. One that takes nothing leads nowhere then: Python would flush it again."""
    try:
        if stream:
            stream.flush()
    except OSError:
        assert stream is not None
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return False
    return True
