"""A program that tags and tags and says so, to be killed: `python -m tests.annotations.killing STORE NAME SEED`."""

import os
import random
import sys
import time

from annotations import keeper, storage
from annotations.store import open_store
from articles.article import Article

ARTICLE = Article("river/one.txt", "The river rose again on Monday, and nobody slept. " * 40)


def main(path: str, name: str, seed: str) -> None:
    """Add, change and remove for ever; each acknowledged operation is a line: what, id, value."""
    keeper.QUIET = 0.01
    storage.FOLD_EVERY = 15
    dice = random.Random(int(seed))
    store = open_store(path, annotator=name)
    own: list[str] = []
    number = 0
    while True:
        number += 1
        time.sleep(0.0005)  # else the faster of two programs fills the store while the other one starts
        kind = dice.random()
        if kind < 0.6 or not own:
            made = store.add(ARTICLE, [(number % 900, number % 900 + 9)], "claim", note=f"{name} {number}")
            own.append(made.id)
            say("put", made.id, made.note)
        elif kind < 0.85:
            say("put", *changed(store, dice.choice(own), f"{name} changed {number}"))
        elif kind < 0.95:
            gone = own.pop(dice.randrange(len(own)))
            say("begin", gone, "-")
            store.remove(gone)
            say("gone", gone, "-")
        else:
            store.refresh()


def changed(store, id_, note):
    say("begin", id_, note)
    store.update(id_, note=note)
    return id_, note


def say(what, id_, value):
    os.write(1, f"{what}\t{id_}\t{value}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
