"""The configuration: config.toml becomes Settings; what is wrong in it is told, with its line, and left out."""

from newsreader.config.reading import config_file, load, parse

__all__ = ["config_file", "load", "parse"]
