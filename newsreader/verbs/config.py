"""`newsreader config`: the effective configuration, with comments."""

import click

from newsreader.config import config_file, load
from newsreader.config.text import written
from newsreader.failure import complain
from newsreader.options import Common, common
from newsreader.output import put


@click.command("config")
@common(paths=False)
def command(options: Common) -> None:
    """Print the effective configuration: theme, text, tags and all keys, each with a comment.

    What it prints is itself a configuration file. What is wrong in yours is named on standard error.
    """
    settings = load(options.config)
    for warning in settings.warnings:
        complain(warning)
    file = config_file(options.config)
    put(written(settings, str(file)), options.output, force=options.force, inputs=[file])
