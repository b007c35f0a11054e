"""The sample story: two news articles on one event, installed with the program (see NOTICE)."""

from importlib.resources import files
from pathlib import Path


def sample_story() -> Path:
    """Return the folder of the sample story's two text files."""
    return Path(str(files("seeds")))
