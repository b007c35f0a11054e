"""No test reads or writes the folders of whoever runs it: configuration, data and state lie in a folder of the test.

The usual run has the same examples everywhere; `pytest --hypothesis-profile=default` looks for new ones.
"""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("usual", derandomize=True, deadline=None)
settings.load_profile("usual")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the user's folders to a new one."""
    folder = tmp_path_factory.mktemp("user")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    for name in ("NEWSREADER_CONFIG", "NEWSREADER_DB", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return folder
