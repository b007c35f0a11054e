"""The sample story: two news articles on one event, installed with the program (see NOTICE)."""

from pathlib import Path


def sample_story() -> Path:
    """Return the folder of the sample story's two text files: they lie beside this module, however it is installed."""
    return Path(__file__).resolve().parent
