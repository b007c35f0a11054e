"""The library of the README."""

import newsreader


def test_every_public_name_is_there() -> None:
    assert [name for name in newsreader.__all__ if not hasattr(newsreader, name)] == []
    assert set(newsreader._ROOMS) < set(newsreader.__all__)
