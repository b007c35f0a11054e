"""The configuration file: config.toml becomes Settings. What is wrong in it is left out and told, never fatal."""

from pathlib import Path

from tui.settings import Settings

_LARGEST = 1_000_000
"""Bytes of a configuration file; more is a mistaken file."""


def config_file(given: str | None) -> Path:
    """Return the configuration file: the one that was named, else the one in the user's configuration folder."""
    if given:
        return Path(given)
    from platformdirs import user_config_path  # only where no file was named

    return user_config_path("newsreader", appauthor=False) / "config.toml"


def load(given: str | None = None) -> Settings:
    """Read the configuration.

    Args:
        given: The value of --config or NEWSREADER_CONFIG; None or empty: the user's own file, if there is one.

    Returns:
        The effective settings; `warnings` names what was left out, with file and line. Nothing is ever raised for
        the content of the file.
    """
    path = config_file(given)
    try:
        if path.stat().st_size > _LARGEST:
            return Settings(
                warnings=(f"{path}: larger than {_LARGEST:,} bytes is no configuration; the defaults hold",)
            )
        if not path.is_file():
            return Settings(warnings=(f"{path}: is no file; the defaults hold",))
        content = path.read_bytes()
    except FileNotFoundError:
        return Settings(warnings=(f"{path}: is not there; the defaults hold",) if given else ())
    except OSError as error:
        return Settings(warnings=(f"{path}: cannot be read ({error.strerror}); the defaults hold",))
    return parse(content, str(path) if given else path.name)


def parse(content: bytes, name: str) -> Settings:
    """Read the bytes of a configuration file.

    Args:
        content: TOML in UTF-8.
        name: The file's name, for the warnings.
    """
    from newsreader.config.entries import parse  # 8 ms that a start without a configuration does not pay

    return parse(content, name)
