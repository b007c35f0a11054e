"""Where a text prints a word. A text is searched each time; a long one that is often asked is indexed once."""

import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property

_RUN = re.compile(r"[^\W_]+")
_LONG = 100_000
"""Characters from which a text may be indexed: twenty thousand names are not looked for from end to end, each."""
_OFTEN = 200
"""Searches of a long text after which it is indexed: the index of a megabyte takes 3 MB, too much for a few names."""
_MOST = 1000
"""Places of one word that are kept of a long text."""


class Printed:
    """Finds words in one text, standing by themselves: no letter or digit touches them."""

    def __init__(self, text: str) -> None:
        """Take a text."""
        self.text = text
        self._asked = 0

    def places(self, word: str) -> Iterator[int]:
        """Yield the places of a word, in code points; case counts. It begins with a letter or digit."""
        text, length = self.text, len(word)
        self._asked += 1
        for at in self._indexed(word) if len(text) >= _LONG and self._asked > _OFTEN else self._searched(word):
            if not text[at + length : at + length + 1].isalnum():
                yield at

    def has(self, word: str) -> bool:
        """Does the text print a word?"""
        return next(self.places(word), None) is not None

    def _searched(self, word: str) -> Iterator[int]:
        at = self.text.find(word)
        while at >= 0:
            if not self.text[at - 1 : at].isalnum():
                yield at
            at = self.text.find(word, at + 1)

    def _indexed(self, word: str) -> Iterator[int]:
        first = _RUN.match(word)
        places: Sequence[int] = self._index.get(first.group(), ()) if first is not None else ()
        return (at for at in places if self.text.startswith(word, at))

    @cached_property
    def _index(self) -> "dict[str, array[int]]":
        """Return the places of each run of letters and digits."""
        index: dict[str, array[int]] = {}
        for run in _RUN.finditer(self.text):
            places = index.get(run[0])
            if places is None:
                index[run[0]] = array("I", (run.start(),))
            elif len(places) < _MOST:
                places.append(run.start())
        return index
